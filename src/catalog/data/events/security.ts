/** The Security log, Windows Vista and later, and before. The form of the table: `../event-data.ts`. */
export const security = `
# Security
@ Microsoft-Windows-Eventlog
1100 The event logging service shut down
1101 Audit events were dropped by the transport
1102 The audit log was cleared
1104 The security log is full
1105 The event log was backed up automatically
1107 The event logging service met an error in a publisher's event
1108 The event logging service could not process an incoming event

@ Microsoft-Windows-Security-Auditing
4608 Windows is starting up
4609 Windows is shutting down
4610 The Local Security Authority loaded an authentication package
4611 A trusted logon process was registered with the Local Security Authority
4612 Audit messages were lost because the queue ran out of resources
4614 The Security Account Manager loaded a notification package
4615 An LPC port was used in an invalid way
4616 The system time was changed
4618 A monitored pattern of security events occurred
4621 An administrator recovered the system from CrashOnAuditFail
4622 The Local Security Authority loaded a security package
4624 An account was logged on
4625 An account failed to log on
4626 User or device claims of a logon
4627 Group memberships of a logon
4634 An account was logged off
4646 IKE entered its mode against denial of service
4647 A user initiated a logoff
4648 A logon was attempted with explicit credentials
4649 A replay attack was detected
4650 An IPsec main mode association was established
4651 An IPsec main mode association was established, with a certificate
4652 An IPsec main mode negotiation failed
4653 An IPsec main mode negotiation failed
4654 An IPsec quick mode negotiation failed
4655 An IPsec main mode association ended
4656 A handle to an object was requested
4657 A registry value was modified
4658 The handle to an object was closed
4659 A handle to an object was requested in order to delete it
4660 An object was deleted
4661 A handle to a directory or SAM object was requested
4662 An operation was performed on a directory object
4663 An attempt was made to access an object
4664 An attempt was made to create a hard link
4665 An attempt was made to create an application client context
4666 An application attempted an operation
4667 An application client context was deleted
4668 An application was initialized
4670 Permissions on an object were changed
4671 An application tried to use a blocked ordinal of the TPM base services
4672 Special privileges were assigned to a new logon
4673 A privileged service was called
4674 An operation was attempted on a privileged object
4675 SIDs were filtered
4685 The state of a transaction has changed
4688 A new process was created
4689 A process has exited
4690 An attempt was made to duplicate a handle to an object
4691 Indirect access to an object was requested
4692 A backup of the data protection master key was attempted
4693 A recovery of the data protection master key was attempted
4694 Protection of auditable protected data was attempted
4695 Unprotection of auditable protected data was attempted
4696 A primary token was assigned to a process
4697 A service was installed in the system
4698 A scheduled task was created
4699 A scheduled task was deleted
4700 A scheduled task was enabled
4701 A scheduled task was disabled
4702 A scheduled task was updated
4703 A token's user rights were adjusted
4704 A user right was assigned
4705 A user right was removed
4706 A new trust to a domain was created
4707 A trust to a domain was removed
4709 The IPsec policy agent was started
4710 The IPsec policy agent was disabled
4711 The IPsec policy agent applied or polled a policy
4712 The IPsec policy agent met a serious failure
4713 The Kerberos policy was changed
4714 The data recovery policy of encrypted files was changed
4715 The audit policy (SACL) on an object was changed
4716 Information of a trusted domain was modified
4717 A system logon right was granted to an account
4718 A system logon right was removed from an account
4719 The system audit policy was changed
4720 A user account was created
4722 A user account was enabled
4723 An attempt was made to change an account's password
4724 An attempt was made to reset an account's password
4725 A user account was disabled
4726 A user account was deleted
4727 A security-enabled global group was created
4728 A member was added to a security-enabled global group
4729 A member was removed from a security-enabled global group
4730 A security-enabled global group was deleted
4731 A security-enabled local group was created
4732 A member was added to a security-enabled local group
4733 A member was removed from a security-enabled local group
4734 A security-enabled local group was deleted
4735 A security-enabled local group was changed
4737 A security-enabled global group was changed
4738 A user account was changed
4739 A domain policy was changed
4740 A user account was locked out
4741 A computer account was created
4742 A computer account was changed
4743 A computer account was deleted
4744 A security-disabled local group was created
4745 A security-disabled local group was changed
4746 A member was added to a security-disabled local group
4747 A member was removed from a security-disabled local group
4748 A security-disabled local group was deleted
4749 A security-disabled global group was created
4750 A security-disabled global group was changed
4751 A member was added to a security-disabled global group
4752 A member was removed from a security-disabled global group
4753 A security-disabled global group was deleted
4754 A security-enabled universal group was created
4755 A security-enabled universal group was changed
4756 A member was added to a security-enabled universal group
4757 A member was removed from a security-enabled universal group
4758 A security-enabled universal group was deleted
4759 A security-disabled universal group was created
4760 A security-disabled universal group was changed
4761 A member was added to a security-disabled universal group
4762 A member was removed from a security-disabled universal group
4763 A security-disabled universal group was deleted
4764 The type of a group was changed
4765 SID history was added to an account
4766 An attempt to add SID history to an account failed
4767 A user account was unlocked
4768 A Kerberos ticket-granting ticket was requested
4769 A Kerberos service ticket was requested
4770 A Kerberos service ticket was renewed
4771 Kerberos pre-authentication failed
4772 A request for a Kerberos ticket-granting ticket failed
4773 A request for a Kerberos service ticket failed
4774 An account was mapped for logon
4775 An account could not be mapped for logon
4776 The credentials of an account were validated with NTLM
4777 The domain controller failed to validate the credentials of an account
4778 A session was reconnected to a window station
4779 A session was disconnected from a window station
4780 The ACL was set on accounts that are members of administrators groups
4781 The name of an account was changed
4782 The password hash of an account was accessed
4783 A basic application group was created
4784 A basic application group was changed
4785 A member was added to a basic application group
4786 A member was removed from a basic application group
4787 A non-member was added to a basic application group
4788 A non-member was removed from a basic application group
4789 A basic application group was deleted
4790 An LDAP query group was created
4791 An LDAP query group was changed
4792 An LDAP query group was deleted
4793 The password policy checking API was called
4794 An attempt was made to set the administrator password of directory services restore mode
4797 An account was probed for a blank password
4798 The local group membership of a user was enumerated
4799 The members of a security-enabled local group were enumerated
4800 The workstation was locked
4801 The workstation was unlocked
4802 The screen saver was invoked
4803 The screen saver was dismissed
4816 RPC found an incoming message damaged while decrypting it
4817 The global audit settings (SACL) of objects were changed
4818 A proposed central access policy would grant other rights than the current one
4819 The central access policies of the machine were changed
4820 A ticket-granting ticket was denied because of access control restrictions of the device
4821 A service ticket was denied because of access control restrictions
4822 NTLM authentication failed because the account is a protected user
4823 NTLM authentication failed because of access control restrictions
4824 Kerberos pre-authentication with DES or RC4 failed because the account is a protected user
4825 A user was denied access to Remote Desktop
4826 Boot configuration data was loaded
4830 SID history was removed from an account
4864 A namespace collision was detected
4865 A trusted forest information entry was added
4866 A trusted forest information entry was removed
4867 A trusted forest information entry was modified
4868 The certificate manager denied a pending certificate request
4869 Certificate Services received a resubmitted certificate request
4870 Certificate Services revoked a certificate
4871 Certificate Services was asked to publish the revocation list
4872 Certificate Services published the revocation list
4873 An extension of a certificate request changed
4874 Attributes of a certificate request changed
4875 Certificate Services was asked to shut down
4876 A backup of Certificate Services started
4877 A backup of Certificate Services completed
4878 A restore of Certificate Services started
4879 A restore of Certificate Services completed
4880 Certificate Services started
4881 Certificate Services stopped
4882 The security permissions of Certificate Services changed
4883 Certificate Services retrieved an archived key
4884 Certificate Services imported a certificate into its database
4885 The audit filter of Certificate Services changed
4886 Certificate Services received a certificate request
4887 Certificate Services approved a request and issued a certificate
4888 Certificate Services denied a certificate request
4889 Certificate Services set a certificate request to pending
4890 The certificate manager settings of Certificate Services changed
4891 A configuration entry of Certificate Services changed
4892 A property of Certificate Services changed
4893 Certificate Services archived a key
4894 Certificate Services imported and archived a key
4895 Certificate Services published the CA certificate to the directory
4896 Rows were deleted from the certificate database
4897 Role separation was enabled
4898 Certificate Services loaded a template
4899 A template of Certificate Services was updated
4900 The security of a Certificate Services template was updated
4902 The table of per-user audit policies was created
4904 An attempt was made to register a security event source
4905 An attempt was made to unregister a security event source
4906 The CrashOnAuditFail value was changed
4907 The audit settings (SACL) of an object were changed
4908 The table of special groups was modified
4909 The local policy settings of the TPM base services were changed
4910 The group policy settings of the TPM base services were changed
4911 The resource attributes of an object were changed
4912 A per-user audit policy was changed
4913 The central access policy on an object was changed
4928 A source naming context of a directory replica was established
4929 A source naming context of a directory replica was removed
4930 A source naming context of a directory replica was modified
4931 A destination naming context of a directory replica was modified
4932 Synchronization of a directory replica began
4933 Synchronization of a directory replica ended
4934 Attributes of a directory object were replicated
4935 A replication failure began
4936 A replication failure ended
4937 A lingering object was removed from a replica
4944 The policy that was active when Windows Firewall started
4945 A rule that was listed when Windows Firewall started
4946 A Windows Firewall rule was added
4947 A Windows Firewall rule was modified
4948 A Windows Firewall rule was deleted
4949 Windows Firewall settings were restored to their defaults
4950 A Windows Firewall setting was changed
4951 Windows Firewall ignored a rule of an unknown major version
4952 Windows Firewall ignored parts of a rule of an unknown minor version
4953 Windows Firewall ignored a rule that it could not parse
4954 The group policy settings of Windows Firewall were changed
4956 Windows Firewall changed its active profile
4957 Windows Firewall did not apply a rule
4958 Windows Firewall did not apply a rule that refers to items not configured here
4960 IPsec dropped an inbound packet that failed an integrity check
4961 IPsec dropped an inbound packet that failed a replay check
4962 IPsec dropped an inbound packet with too low a sequence number
4963 IPsec dropped an inbound clear text packet that should have been secured
4964 Special groups were assigned to a new logon
4965 IPsec received a packet with an incorrect security parameter index
4976 IPsec received an invalid packet during main mode negotiation
4977 IPsec received an invalid packet during quick mode negotiation
4978 IPsec received an invalid packet during extended mode negotiation
4979 IPsec main mode and extended mode associations were established
4980 IPsec main mode and extended mode associations were established
4981 IPsec main mode and extended mode associations were established
4982 IPsec main mode and extended mode associations were established
4983 An IPsec extended mode negotiation failed
4984 An IPsec extended mode negotiation failed
4985 The state of a file system transaction has changed
5024 The Windows Firewall service started
5025 The Windows Firewall service was stopped
5027 The Windows Firewall service could not retrieve its policy from local storage
5028 The Windows Firewall service could not parse a new policy
5029 The Windows Firewall service failed to initialize its driver
5030 The Windows Firewall service failed to start
5031 Windows Firewall blocked an application from accepting incoming connections
5032 Windows Firewall could not tell the user that it blocked an application
5033 The Windows Firewall driver started
5034 The Windows Firewall driver was stopped
5035 The Windows Firewall driver failed to start
5037 The Windows Firewall driver ended because of a critical error
5038 Code integrity found the image hash of a file to be invalid
5039 A registry key was virtualized
5040 An IPsec authentication set was added
5041 An IPsec authentication set was modified
5042 An IPsec authentication set was deleted
5043 An IPsec connection security rule was added
5044 An IPsec connection security rule was modified
5045 An IPsec connection security rule was deleted
5046 An IPsec crypto set was added
5047 An IPsec crypto set was modified
5048 An IPsec crypto set was deleted
5049 An IPsec security association was deleted
5050 An attempt to disable Windows Firewall by a program was rejected
5051 A file was virtualized
5056 A cryptographic self-test was performed
5057 A cryptographic primitive operation failed
5058 An operation on a key file was performed
5059 A key was migrated
5060 A cryptographic verification failed
5061 A cryptographic operation was performed
5062 A cryptographic self-test was performed in kernel mode
5063 An operation on a cryptographic provider was attempted
5064 An operation on a cryptographic context was attempted
5065 A modification of a cryptographic context was attempted
5066 An operation on a cryptographic function was attempted
5067 A modification of a cryptographic function was attempted
5068 An operation on a cryptographic function provider was attempted
5069 An operation on a cryptographic function property was attempted
5070 A modification of a cryptographic function property was attempted
5071 Access to a key was denied by the key distribution service
5120 The OCSP responder service started
5121 The OCSP responder service stopped
5122 A configuration entry of the OCSP responder service was changed
5123 A configuration entry of the OCSP responder service was changed
5124 A security setting of the OCSP responder service was updated
5125 A request was submitted to the OCSP responder service
5126 The OCSP responder service updated its signing certificate
5127 The OCSP revocation provider updated its revocation information
5136 A directory service object was modified
5137 A directory service object was created
5138 A directory service object was undeleted
5139 A directory service object was moved
5140 A network share was accessed
5141 A directory service object was deleted
5142 A network share was added
5143 A network share was modified
5144 A network share was deleted
5145 A file or folder of a network share was checked for access
5146 The Windows Filtering Platform blocked a packet
5147 A more restrictive Windows Filtering Platform filter blocked a packet
5148 The Windows Filtering Platform detected a denial of service and went on the defensive
5149 A denial of service has subsided
5150 The Windows Filtering Platform blocked a packet
5151 A more restrictive Windows Filtering Platform filter blocked a packet
5152 The Windows Filtering Platform blocked a packet
5153 A more restrictive Windows Filtering Platform filter blocked a packet
5154 The Windows Filtering Platform let an application listen on a port
5155 The Windows Filtering Platform kept an application from listening on a port
5156 The Windows Filtering Platform allowed a connection
5157 The Windows Filtering Platform blocked a connection
5158 The Windows Filtering Platform allowed a bind to a local port
5159 The Windows Filtering Platform blocked a bind to a local port
5168 The check of an SMB service principal name failed
5169 A directory service object was modified in a background task
5170 A directory service object was modified during a background cleanup
5376 Credential Manager credentials were backed up
5377 Credential Manager credentials were restored from a backup
5378 A delegation of credentials was disallowed by policy
5379 Credential Manager credentials were read
5380 Credentials were searched for in a vault
5381 Vault credentials were read
5382 Vault credentials were read
5440 A Windows Filtering Platform callout was present when the engine started
5441 A Windows Filtering Platform filter was present when the engine started
5442 A Windows Filtering Platform provider was present when the engine started
5443 A Windows Filtering Platform provider context was present when the engine started
5444 A Windows Filtering Platform sub-layer was present when the engine started
5446 A Windows Filtering Platform callout was changed
5447 A Windows Filtering Platform filter was changed
5448 A Windows Filtering Platform provider was changed
5449 A Windows Filtering Platform provider context was changed
5450 A Windows Filtering Platform sub-layer was changed
5451 An IPsec quick mode association was established
5452 An IPsec quick mode association ended
5453 An IPsec negotiation failed because the keying modules are not started
5456 The directory's IPsec policy was applied
5457 The directory's IPsec policy could not be applied
5458 The cached copy of the directory's IPsec policy was applied
5459 The cached copy of the directory's IPsec policy could not be applied
5460 The registry's IPsec policy was applied
5461 The registry's IPsec policy could not be applied
5462 Some rules of the active IPsec policy could not be applied
5463 The active IPsec policy was polled and had not changed
5464 The active IPsec policy was polled, had changed and was applied
5465 A forced reload of the IPsec policy was carried out
5466 The directory could not be reached for its IPsec policy; the cached copy is used
5467 The directory's IPsec policy was polled and had not changed
5468 The directory's IPsec policy was polled, had changed and was applied
5471 The local IPsec policy was loaded
5472 The local IPsec policy could not be loaded
5473 The directory's IPsec policy was loaded
5474 The directory's IPsec policy could not be loaded
5477 An IPsec quick mode filter could not be added
5478 IPsec services started
5479 IPsec services were shut down
5480 IPsec services could not list all network interfaces
5483 IPsec services could not start their RPC server
5484 IPsec services met a critical failure and were shut down
5485 IPsec services could not process filters for a network interface
5632 A request was made to authenticate to a wireless network
5633 A request was made to authenticate to a wired network
5712 A remote procedure call was attempted
5888 An object in the COM+ catalog was modified
5889 An object was deleted from the COM+ catalog
5890 An object was added to the COM+ catalog
6144 The security policy in group policy objects was applied
6145 Errors occurred while the security policy in group policy objects was processed
6272 Network Policy Server granted access to a user
6273 Network Policy Server denied access to a user
6274 Network Policy Server discarded the request for a user
6275 Network Policy Server discarded the accounting request for a user
6276 Network Policy Server quarantined a user
6277 Network Policy Server granted access on probation
6278 Network Policy Server granted full access to a user
6279 Network Policy Server locked a user account after failed attempts
6280 Network Policy Server unlocked a user account
6281 Code integrity found the page hashes of an image file to be invalid
6400 BranchCache received an incorrectly formatted response
6401 BranchCache received invalid data from a peer
6402 BranchCache received an incorrectly formatted offer
6403 BranchCache received an incorrectly formatted response from a hosted cache
6404 BranchCache could not authenticate the hosted cache
6405 BranchCache counted repeated events
6406 A product registered to take over filtering from Windows Firewall
6408 A registered product failed and Windows Firewall filters again
6409 BranchCache could not parse a service connection point
6410 Code integrity found that a file may not be loaded into a process
6416 A new external device was recognized
6417 The FIPS mode crypto self-tests succeeded
6418 The FIPS mode crypto self-tests failed
6419 A request was made to disable a device
6420 A device was disabled
6421 A request was made to enable a device
6422 A device was enabled
6423 The installation of a device is forbidden by policy
6424 The installation of a device was allowed after having been forbidden

@ Security
512 Windows is starting up
513 Windows is shutting down
517 The audit log was cleared
520 The system time was changed
528 An account was logged on
529 A logon failed: unknown user name or bad password
530 A logon failed: outside of the allowed time
531 A logon failed: the account is disabled
532 A logon failed: the account has expired
533 A logon failed: the user may not log on at this computer
534 A logon failed: the type of logon is not granted
535 A logon failed: the password has expired
536 A logon failed: Net Logon is not active
537 A logon failed for another reason
538 An account was logged off
539 A logon failed: the account is locked out
540 An account was logged on over the network
551 A user initiated a logoff
552 A logon was attempted with explicit credentials
560 A handle to an object was opened
562 The handle to an object was closed
564 An object was deleted
567 An attempt was made to access an object
576 Special privileges were assigned to a new logon
577 A privileged service was called
578 An operation was attempted on a privileged object
592 A new process was created
593 A process has exited
601 An attempt was made to install a service
602 A scheduled task was created
608 A user right was assigned
609 A user right was removed
610 A new trust to a domain was created
611 A trust to a domain was removed
612 The audit policy was changed
617 The Kerberos policy was changed
624 A user account was created
626 A user account was enabled
627 An attempt was made to change a password
628 A user account's password was set
629 A user account was disabled
630 A user account was deleted
631 A security-enabled global group was created
632 A member was added to a security-enabled global group
633 A member was removed from a security-enabled global group
634 A security-enabled global group was deleted
635 A security-enabled local group was created
636 A member was added to a security-enabled local group
637 A member was removed from a security-enabled local group
638 A security-enabled local group was deleted
642 A user account was changed
644 A user account was locked out
645 A computer account was created
646 A computer account was changed
647 A computer account was deleted
671 A user account was unlocked
672 A Kerberos ticket-granting ticket was granted
673 A Kerberos service ticket was granted
674 A Kerberos ticket was renewed
675 Kerberos pre-authentication failed
676 A request for a Kerberos ticket-granting ticket failed
680 An account was used for an NTLM logon
681 An NTLM logon failed
682 A session was reconnected to a window station
683 A session was disconnected from a window station
685 The name of an account was changed
`;
