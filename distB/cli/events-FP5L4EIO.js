import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import"./chunk-M35CQTY4.js";var operational=`
# Microsoft-Windows-TaskScheduler/Operational
@ Microsoft-Windows-TaskScheduler
100 A task was started
101 A task failed to start
102 A task was completed
103 An action of a task failed
104 A task failed to log on
105 A user could not be impersonated for a task
106 A task was registered
107 A task was started by its time trigger
108 A task was started by an event
109 A task was started by its registration
110 A task was started by a user
111 A task was ended
112 A task could not be started without a network
113 A task was registered, but some of its triggers will not start it
114 A task was started because a run had been missed
117 A task was started because the computer was idle
118 A task was started at boot
119 A task was started at a logon
120 A task was started by a local connection
121 A task was started by a local disconnection
122 A task was started by a remote connection
123 A task was started by a remote disconnection
124 A task was started by the locking of the computer
125 A task was started by the unlocking of the computer
126 A task was restarted after it failed
127 A task will be restarted because its account was rejected
128 A task was not started because its end had passed
129 The process of a task was created
130 The scheduler failed to start a task because it is busy
131 The limit of queued tasks is nearly reached
132 The limit of running instances is nearly reached
133 The limit of running instances is reached
134 The limit of queued tasks is reached
135 A task was not started because the computer was not idle
140 A task was updated
141 A task was deleted
142 A task was disabled
145 The computer was woken for a task
146 A task could not be loaded at the start of the service
147 A task was recovered from damage
148 A task could not be recovered
149 The compatibility of a task was downgraded
150 A subscription of a task to events failed
151 A session for a task could not be made
152 A task was redirected to the maintenance scheduler
153 A task's missed run was not made up for
155 A task waits for its session
200 An action of a task was started
201 An action of a task was completed
202 An action of a task failed to complete
203 An action of a task failed to start
311 A task engine failed to start
314 A task engine ran out of tasks
317 A task engine started
318 A task engine shut down
319 A task engine received a request to start a task
322 A task was not started because an instance already runs
323 A running instance was stopped to start a new one
324 A task's new instance was queued
325 An instance of a task was queued
326 A task was not started because the computer runs on battery
327 A task was stopped because the computer went to battery
328 A task was stopped because the computer is no longer idle
329 A task was stopped because it ran too long
330 A task was stopped at a user's request
332 A task was not started because its user was not logged on
400 The scheduler service was started
402 The scheduler service is shutting down
411 The scheduler service was told of a time change
700 The scheduler service started its compatibility module

# Microsoft-Windows-WMI-Activity/Operational
@ Microsoft-Windows-WMI-Activity
5857 A WMI provider was started
5858 A WMI operation failed
5859 An event subscription of a provider was started
5860 A temporary event consumer was registered
5861 A permanent event consumer was bound to a filter

# Microsoft-Windows-Windows Defender/Operational
@ Microsoft-Windows-Windows Defender, Microsoft-Windows-Windows-Defender
1000 A scan started
1001 A scan completed
1002 A scan was stopped before it completed
1003 A scan was paused
1004 A scan was resumed
1005 A scan failed
1006 Malware or unwanted software was found
1007 An action against malware was taken
1008 An action against malware failed
1009 An item was restored from quarantine
1010 An item could not be restored from quarantine
1011 An item was deleted from quarantine
1012 An item could not be deleted from quarantine
1013 The history of malware was deleted
1014 The history of malware could not be deleted
1015 Suspicious behaviour was detected
1116 Malware or unwanted software was detected
1117 An action against detected malware was taken
1118 An action against detected malware failed
1119 An action against detected malware failed critically
1120 The hashes of a threat's files were worked out
1121 An attack surface reduction rule blocked an action
1122 An attack surface reduction rule would have blocked an action
1123 Controlled folder access blocked a change
1124 Controlled folder access would have blocked a change
1125 Network protection would have blocked a connection
1126 Network protection blocked a connection
1127 Controlled folder access blocked a write to a disk's sectors
1128 Controlled folder access would have blocked a write to a disk's sectors
1129 A user bypassed the block of an attack surface reduction rule
1150 The platform is running as it should
1151 The health of the client
2000 Signatures were updated
2001 Signatures failed to be updated
2002 The engine was updated
2003 The engine failed to be updated
2004 Signatures failed to load; an older set is used
2005 The engine could not be loaded: the platform is too old
2006 The platform failed to be updated
2007 The platform will soon be out of date
2010 Signatures were fetched from the cloud
2011 Signatures from the cloud that were out of date were deleted
2012 Signatures could not be fetched from the cloud
2013 All signatures from the cloud were deleted
2020 A clean file was downloaded from the cloud
2021 A clean file could not be downloaded from the cloud
2030 An offline scan was downloaded and set up
2031 An offline scan could not be downloaded
2040 Support for this version of Windows will soon end
2041 Support for this version of Windows has ended
2042 This version of Windows is no longer supported
2050 A sample was uploaded
2051 A sample could not be uploaded
3002 Real-time protection met an error and failed
3007 Real-time protection has recovered
5000 Real-time protection was enabled
5001 Real-time protection was disabled
5004 The configuration of real-time protection was changed
5007 The configuration of the platform was changed
5008 The engine met an error and failed
5009 Scanning for malware and unwanted software was enabled
5010 Scanning for malware and unwanted software was disabled
5011 Scanning for viruses was enabled
5012 Scanning for viruses was disabled
5013 Tamper protection blocked a change
5100 The platform will soon expire
5101 The platform has expired

# Microsoft-Windows-AppLocker/EXE and DLL
@ Microsoft-Windows-AppLocker
8000 AppLocker could not apply its policy
8001 AppLocker applied its policy
8002 An executable or library was allowed to run
8003 An executable or library would have been blocked
8004 An executable or library was blocked

# Microsoft-Windows-AppLocker/MSI and Script
@ Microsoft-Windows-AppLocker
8005 A script or installer was allowed to run
8006 A script or installer would have been blocked
8007 A script or installer was blocked
8008 AppLocker is not part of this edition of Windows
8028 A script or installer would have been blocked by code integrity
8029 A script or installer was blocked by code integrity
8036 A COM object was blocked by code integrity
8037 A script or installer passed code integrity
8038 The signing information of a script or installer
8039 The installation of a packaged app would have been blocked by code integrity
8040 The installation of a packaged app was blocked by code integrity

# Microsoft-Windows-AppLocker/Packaged app-Execution
@ Microsoft-Windows-AppLocker
8020 A packaged app was allowed to run
8021 A packaged app would have been blocked
8022 A packaged app was blocked
8027 No packaged app may run: there are rules for executables, and none for packaged apps

# Microsoft-Windows-AppLocker/Packaged app-Deployment
@ Microsoft-Windows-AppLocker
8023 The installation of a packaged app was allowed
8024 The installation of a packaged app would have been blocked
8025 The installation of a packaged app was blocked

# Microsoft-Windows-CodeIntegrity/Operational
@ Microsoft-Windows-CodeIntegrity
3001 An unsigned driver was loaded
3002 An image could not be verified: its page hashes were not found
3003 An image could not be verified, and was loaded because a debugger is attached
3004 An image could not be verified: its hash was not found
3005 An image could not be verified: its hash was not found, and it was loaded because a debugger is attached
3010 A catalog could not be loaded
3021 A revoked driver was loaded
3022 A revoked driver was loaded because a debugger is attached
3023 A revoked driver was blocked
3024 The boot catalog cache could not be refreshed
3026 A catalog was signed with a revoked certificate
3032 A revoked image was loaded
3033 An image below the required signing level was blocked
3034 An image below the required signing level would have been blocked
3035 A revoked image was loaded because a debugger is attached
3036 An image signed with a revoked certificate was blocked
3037 An unsigned image was loaded
3063 An image that did not meet a security requirement was blocked
3065 An image that did not meet a security requirement would have been blocked
3066 An image below the required signing level would have been blocked
3074 The page hash of an image did not match under memory integrity
3076 A file would have been blocked by the policy
3077 A file was blocked by the policy
3080 A file would have been blocked, were the policy enforced
3081 A file was blocked by an enforced policy
3082 A driver that is not certified was allowed by an audit policy
3083 A driver that is not certified was loaded
3084 A driver's certification will be enforced
3085 A driver's certification will not be enforced
3089 The signing information of a blocked file
3090 A file was allowed by its managed installer or reputation
3091 A file without managed installer or reputation would have been blocked
3092 A file without managed installer or reputation was blocked
3095 A policy cannot be refreshed before a restart
3096 A policy was already current
3097 A policy could not be refreshed
3099 A policy was loaded
3100 A policy was refreshed without success
3101 The refresh of policies started
3102 The refresh of policies ended
3103 A policy was ignored at its refresh
3104 A file was disallowed for protected processes
3105 A policy is being refreshed
3111 A file did not meet the policy of memory integrity
3112 A file signed with a revoked certificate was blocked
3114 Dynamic code of .NET was blocked or would have been

# Microsoft-Windows-Security-Mitigations/Kernel Mode
@ Microsoft-Windows-Security-Mitigations
1 Arbitrary code guard would have blocked dynamic code
2 Arbitrary code guard blocked dynamic code
3 A process would have been kept from creating a child
4 A process was kept from creating a child
5 A low integrity image would have been blocked
6 A low integrity image was blocked
7 A remote image would have been blocked
8 A remote image was blocked
9 Disabled system calls would have been blocked
10 Disabled system calls were blocked
11 An image without Microsoft's signature would have been blocked
12 An image without Microsoft's signature was blocked

# Microsoft-Windows-Security-Mitigations/User Mode
@ Microsoft-Windows-Security-Mitigations
11 An image without Microsoft's signature would have been blocked
12 An image without Microsoft's signature was blocked
13 Export address filtering would have blocked an access
14 Export address filtering blocked an access
15 Export address filtering plus would have blocked an access
16 Export address filtering plus blocked an access
17 Import address filtering would have blocked an access
18 Import address filtering blocked an access
19 A return-oriented stack pivot would have been blocked
20 A return-oriented stack pivot was blocked
21 A return-oriented caller check would have blocked a call
22 A return-oriented caller check blocked a call
23 A simulated execution would have blocked a call
24 A simulated execution blocked a call

# Microsoft-Windows-Windows Firewall With Advanced Security/Firewall
@ Microsoft-Windows-Windows Firewall With Advanced Security
2002 A setting was changed
2003 A setting of a profile was changed
2004 A rule was added
2005 A rule was modified
2006 A rule was deleted
2008 Settings of group policy were changed and applied
2009 Group policy could not be loaded
2010 The profile of a network interface was changed
2011 The user could not be told that an application was blocked
2032 The firewall was reset to its defaults
2033 All rules were deleted
2052 A rule was deleted (Windows 11)
2059 All rules were deleted (Windows 11)
2060 The firewall was reset to its defaults (Windows 11)
2071 A rule was added (Windows 11)
2073 A rule was modified (Windows 11)
2082 A setting of a profile was changed (Windows 11)
2083 A setting was changed (Windows 11)
2097 A rule was added (Windows 11)
2099 A rule was modified (Windows 11)

# Microsoft-Windows-Bits-Client/Operational
@ Microsoft-Windows-Bits-Client
1 A transfer job was resumed
2 A transfer job was suspended
3 A transfer job was created
4 A transfer job was completed
5 A transfer job was cancelled
59 The transfer of a file started
60 The transfer of a file stopped
61 The transfer of a file stopped with an error
16403 A job was created to transfer a file, with its name and addresses

# Microsoft-Windows-DNS-Client/Operational
@ Microsoft-Windows-DNS-Client
3006 A DNS query was called
3008 A DNS query was completed
3009 A DNS query was sent to a server over a network interface
3010 A DNS query was sent to a server
3011 A response came from a DNS server
3016 The cache was asked for a name
3018 The cache answered with a name
3019 A query was sent over the network
3020 A query was answered

# DNS Server
@ Microsoft-Windows-DNS-Server-Service, DNS
2 The DNS server was started
3 The DNS server was shut down
150 A plug-in library could not be loaded
408 A socket could not be opened for an address
770 A plug-in library was loaded
771 A plug-in library met an error
3150 A zone was written
4013 The DNS server waits for the directory
4015 The directory reported a critical error
6001 A zone was transferred to another server
6004 A zone transfer was asked for a zone that the server does not have
6522 A newer version of a zone was found

# Microsoft-Windows-DNSServer/Audit
@ Microsoft-Windows-DNSServer
513 A zone was deleted
514 A setting of a zone was updated
515 A record was created
516 A record was deleted
517 The records of a name and type were deleted
518 All records of a name were deleted
519 A record was created by a dynamic update
520 A record was deleted by a dynamic update
521 Records were scavenged
522 A scope of a zone was created
523 A scope of a zone was deleted
525 A zone was signed
526 A zone was unsigned
536 The cache was purged
537 The list of forwarders was reset
540 The root hints were modified
541 A setting of the server was changed
542 A scope of the server was created
543 A scope of the server was deleted
548 The server was restarted
573 A delegation was added
577 A policy of the server was created
578 A policy of a zone was created
580 A policy of the server was deleted
581 A policy of a zone was deleted

# Microsoft-Windows-NTLM/Operational
@ Microsoft-Windows-NTLM, Microsoft-Windows-Security-Netlogon
4001 Outgoing NTLM was blocked
4002 Incoming NTLM was blocked
4003 Incoming NTLM of a domain account was blocked
4004 NTLM at a domain controller was blocked
4020 A client used NTLM to a server
4022 A server was asked for NTLM
8001 Outgoing NTLM would have been blocked
8002 Incoming NTLM would have been blocked
8003 Incoming NTLM of a domain account would have been blocked
8004 NTLM at a domain controller would have been blocked

# Microsoft-Windows-TerminalServices-LocalSessionManager/Operational
@ Microsoft-Windows-TerminalServices-LocalSessionManager
17 The service failed to start
21 A session was logged on
22 The shell of a session was started
23 A session was logged off
24 A session was disconnected
25 A session was reconnected
32 A plug-in was initialized
34 Remote Desktop does not accept logons
39 A session was disconnected by another session
40 A session was disconnected, with a reason
41 The arbitration of a session began
42 The arbitration of a session ended

# Microsoft-Windows-TerminalServices-RemoteConnectionManager/Operational
@ Microsoft-Windows-TerminalServices-RemoteConnectionManager
261 A listener received a connection
1149 A user was authenticated for Remote Desktop
20503 The shadowing of a session was started, for viewing
20504 The shadowing of a session was stopped
20506 The control of a session by shadowing was started
20508 The shadowing of a session was permitted
20510 The control of a session by shadowing was permitted

# Microsoft-Windows-TerminalServices-RDPClient/Operational
@ Microsoft-Windows-TerminalServices-ClientActiveXCore
1024 The Remote Desktop client is connecting to a server
1025 The Remote Desktop client connected to a server
1026 The Remote Desktop client was disconnected
1027 The Remote Desktop client connected to a domain
1029 The hashed user name of a Remote Desktop connection
1102 The Remote Desktop client started a connection to an address

# Microsoft-Windows-RemoteDesktopServices-RdpCoreTS/Operational
@ Microsoft-Windows-RemoteDesktopServices-RdpCoreTS
98 A connection was made
104 The client's time zone
131 The server accepted a connection from a client
140 A connection failed because of a wrong user name or password
168 The resolution that the client asked for
169 The client's operating system

# Microsoft-Windows-WinRM/Operational
@ Microsoft-Windows-WinRM
6 A session was created on the client
8 A session is being closed on the client
81 A client's request is being processed
82 A request was handed to a plug-in
91 A session was created on the server
132 A request of the client was completed
134 A response to a client was sent
161 A user could not be authenticated
162 The authentication of a user failed
168 A request is being authenticated
169 A user was authenticated
209 The management service was stopped

# Microsoft-Windows-AppXDeploymentServer/Operational
@ Microsoft-Windows-AppXDeployment-Server
400 A deployment of a package finished
401 A deployment of a package failed
404 A deployment of a package failed with details
411 A rollback of a deployment failed
412 A deployment was blocked by AppLocker
441 A deployment was blocked in a special profile by policy
442 A deployment to a volume other than the system's was blocked by policy
453 A package was blocked by a policy of the platform
454 A package was blocked by a policy of the platform
478 A deployment was registered
603 A deployment started, with its options
854 The address of a package was added to what is to be processed
855 The actions of a deployment were resolved

# Microsoft-Windows-AppXDeployment/Operational
@ Microsoft-Windows-AppXDeployment
327 The packages that will be installed and removed

# Microsoft-Windows-AppxPackaging/Operational
@ Microsoft-Windows-AppxPackagingOM
157 The signature of an app package was checked

# Microsoft-Windows-AppModel-Runtime/Admin
@ Microsoft-Windows-AppModel-Runtime
201 A process was created for a packaged application

# Microsoft-Windows-CAPI2/Operational
@ Microsoft-Windows-CAPI2
11 A certificate chain was built
30 The policy of a certificate chain was verified
41 The revocation of a certificate was checked
53 An object was retrieved over the network
70 The private key of a certificate was acquired
81 The trust of a file was verified
90 The details of certificates

# Microsoft-Windows-CertificateServicesClient-Lifecycle-System/Operational
@ Microsoft-Windows-CertificateServicesClient-Lifecycle-System
1001 A certificate was replaced
1002 A certificate expired
1003 A certificate will soon expire
1004 A certificate was deleted
1005 A certificate was archived
1006 A certificate was installed
1007 A certificate was exported

# Microsoft-Windows-CertificateServicesClient-Lifecycle-User/Operational
@ Microsoft-Windows-CertificateServicesClient-Lifecycle-User
1001 A certificate was replaced
1002 A certificate expired
1003 A certificate will soon expire
1004 A certificate was deleted
1005 A certificate was archived
1006 A certificate was installed
1007 A certificate was exported

# Microsoft-Windows-Diagnosis-Scripted/Operational
@ Microsoft-Windows-Diagnosis-Scripted
101 A diagnostic package started

# Microsoft-Windows-DriverFrameworks-UserMode/Operational
@ Microsoft-Windows-DriverFrameworks-UserMode
1003 The driver manager is starting a host for a device
1008 The driver manager is shutting down a host
2003 A host was asked to load drivers for a device
2004 A host is loading a driver
2100 A host received a power or plug-and-play operation
2101 A host completed a power or plug-and-play operation
2102 A host forwarded a power or plug-and-play operation
2105 A host forwarded a finished operation
2106 A host received a finished operation

# Microsoft-IIS-Configuration/Operational
@ Microsoft-Windows-IIS-Configuration, Microsoft-IIS-Configuration
29 A change to a configuration was committed
50 A change to a web configuration was committed

# Microsoft-Windows-LDAP-Client/Debug
@ Microsoft-Windows-LDAP-Client
30 A search was sent to a directory server

# Microsoft-Windows-LSA/Operational
@ LsaSrv, Microsoft-Windows-LSA
300 Groups were assigned to a new logon
301 Claims were assigned to a new logon

# Microsoft-ServiceBus-Client/Operational
@ Microsoft-ServiceBus-Client
40300 The hybrid connection manager is starting
40301 The hybrid connection manager is stopping
40302 A hybrid connection was started

# MSExchange Management
@ MSExchange CmdletLogs
1 A cmdlet was run
6 A cmdlet failed

# OpenSSH/Operational
@ OpenSSH
1 A critical message of OpenSSH
2 An error message of OpenSSH
3 A warning of OpenSSH
4 A message of OpenSSH

# Microsoft-Windows-PrintService/Admin
@ Microsoft-Windows-PrintService
215 A printer driver could not be installed
354 A printer failed to initialize its driver
372 A document failed to print
808 The spooler failed to load a plug-in module
823 The default printer was changed

# Microsoft-Windows-PrintService/Operational
@ Microsoft-Windows-PrintService
300 A printer was created
301 A printer is being deleted
306 The settings of a printer were changed
307 A document was printed
316 A printer driver was added or updated
811 A file of a printer driver could not be moved
848 A printer was published or shared
849 A printer is no longer shared

# Microsoft-Windows-Shell-Core/Operational
@ Microsoft-Windows-Shell-Core
9705 The processing of start-up commands in a registry key began
9706 The processing of start-up commands in a registry key ended
9707 A start-up command began to run
9708 A start-up command ended
28115 A shortcut was added to the cache of installed applications

# Microsoft-Windows-SmbClient/Security
@ Microsoft-Windows-SMBClient
31010 A connection to a share failed: access is denied
31013 A server's signature is invalid
31014 A server's encrypted message is invalid
31017 An insecure guest logon was rejected
31018 Insecure guest logons were enabled by an administrator
31019 Insecure guest logons are enabled
31022 An insecure guest logon was used
32000 A server answered with SMB1

# Microsoft-Windows-SmbClient/Connectivity
@ Microsoft-Windows-SMBClient
30800 The name of a server could not be resolved
30803 A network connection could not be made
30804 A network connection was disconnected
30805 A session with a server was lost
30806 A session with a server was set up again
30807 A connection to a share was lost
30808 A connection to a share was set up again

# Microsoft-Windows-SMBServer/Connectivity
@ Microsoft-Windows-SMBServer
4000 A client connected to a share, with its signing and encryption

# Microsoft-Windows-SMBServer/Audit
@ Microsoft-Windows-SMBServer
3000 A client tried to use SMB1

# Microsoft-Windows-SMBServer/Security
@ Microsoft-Windows-SMBServer
551 A session failed to authenticate
1006 Access to a share was denied
1009 A client's anonymous access was denied

# Microsoft-Windows-BitLocker/BitLocker Management
@ Microsoft-Windows-BitLocker-API
768 The encryption of a volume was started
770 The decryption of a volume was started
775 A key protector was created
776 A key protector was deleted
778 A volume was put back to an unprotected state
845 Recovery information was backed up to the cloud

# Microsoft-Windows-VHDMP-Operational
@ Microsoft-Windows-VHDMP
1 A virtual disk came online
2 A virtual disk went offline
12 A handle to a virtual disk was created

# Microsoft-Windows-Kernel-PnP/Configuration
@ Microsoft-Windows-Kernel-PnP
400 A device was configured
401 A device could not be configured
410 A device was started
411 A device could not be started
420 A device was deleted
430 A device needs further installation

# Microsoft-Windows-Partition/Diagnostic
@ Microsoft-Windows-Partition
1006 A disk was connected or disconnected

# Microsoft-Windows-WLAN-AutoConfig/Operational
@ Microsoft-Windows-WLAN-AutoConfig
8000 A connection to a wireless network began
8001 A wireless network was connected to
8002 A wireless network could not be connected to
8003 A wireless network was disconnected from
11000 The association with a wireless network began
11001 A wireless network was associated with
11002 A wireless network could not be associated with
11004 Wireless security was stopped
11005 Wireless security succeeded
11006 Wireless security failed
11010 Wireless security was started
12011 Wireless 802.1X authentication was started
12012 Wireless 802.1X authentication succeeded
12013 Wireless 802.1X authentication failed

# Microsoft-Windows-NetworkProfile/Operational
@ Microsoft-Windows-NetworkProfile
10000 A network was connected
10001 A network was disconnected

# Microsoft-Windows-Application-Experience/Program-Inventory
@ Microsoft-Windows-Application-Experience
800 A summary of software activities
903 A program was installed
904 A program was installed by Windows Installer
905 A program was updated
907 A program was removed
908 A program was removed by Windows Installer

# Directory Service
@ Microsoft-Windows-ActiveDirectory_DomainService, NTDS General, NTDS LDAP
1000 The directory service started
1004 The directory service was shut down
1083 A replicated object could not be written while it was in use
1138 An internal function of the directory was entered
1311 The replication topology is incomplete
1644 An expensive LDAP search was made
1988 A lingering object was found in replication
2042 Replication with a domain controller has failed for too long
2886 LDAP signing is not required
2887 Clients made unsigned LDAP binds during the last day
2888 Unsigned LDAP binds were rejected during the last day
2889 A client made an unsigned LDAP bind
2946 The password of a managed service account was read
2947 The password of a managed service account could not be read
3039 A client made an LDAP bind without channel binding
3040 Clients made LDAP binds without channel binding during the last day
3041 LDAP channel binding is not required

# Setup
@ Microsoft-Windows-Servicing
1 A change of a package was started
2 A package was changed to its new state
3 A package could not be changed
4 A restart is needed before a package is changed
7 A change to turn on an update was started
8 A change to turn off an update was started
9 An update was turned on
10 An update was turned off
13 A restart is needed before an update is turned on
14 A restart is needed before an update is turned off

# OAlerts
@ Microsoft Office Alerts, Microsoft Office 16 Alerts
300 An alert of an Office application was shown
`;var security=`
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
`;var sysmon=`
# Microsoft-Windows-Sysmon/Operational
@ Microsoft-Windows-Sysmon
1 Process creation
2 A process changed a file's creation time
3 Network connection
4 The Sysmon service changed its state
5 A process ended
6 A driver was loaded
7 An image was loaded
8 A process created a thread in another process
9 A process read a drive or volume directly
10 A process opened another process
11 A file was created or overwritten
12 A registry key or value was created or deleted
13 A registry value was set
14 A registry key or value was renamed
15 A file stream was created
16 The configuration of Sysmon was changed
17 A named pipe was created
18 A named pipe was connected to
19 A WMI event filter was registered
20 A WMI event consumer was registered
21 A WMI event consumer was bound to a filter
22 DNS query
23 A file was deleted, and archived
24 The clipboard changed
25 A process image was tampered with
26 A file was deleted
27 The creation of an executable file was blocked
28 The shredding of a file was blocked
29 An executable file was created
255 Sysmon met an error

# Linux-Sysmon/Operational
@ Linux-Sysmon
1 Process creation
3 Network connection
4 The Sysmon service changed its state
5 A process ended
9 A process read a drive directly
10 A process accessed another process
11 A file was created or overwritten
16 The configuration of Sysmon was changed
23 A file was deleted, and archived
26 A file was deleted
255 Sysmon met an error

# Microsoft-Windows-PowerShell/Operational
@ Microsoft-Windows-PowerShell
4100 A PowerShell command or the engine met an error
4103 The pipeline of a module's command was executed
4104 A script block was compiled
4105 A script block started
4106 A script block ended
8193 A runspace object was created
8194 A runspace pool object was created
8195 A runspace pool was opened
8196 The activity identifier was changed
8197 The state of a runspace was changed
12039 The activity identifier was changed
24577 A script was run in the PowerShell editor
40961 The PowerShell console is starting
40962 The PowerShell console is ready
53249 A scheduled job was started
53250 A scheduled job was completed
53504 PowerShell listens on a pipe for other processes

# PowerShellCore/Operational
@ PowerShellCore
4100 A PowerShell command or the engine met an error
4103 The pipeline of a module's command was executed
4104 A script block was compiled
4105 A script block started
4106 A script block ended
8193 A runspace object was created
8194 A runspace pool object was created
8195 A runspace pool was opened
8196 The activity identifier was changed
8197 The state of a runspace was changed
40961 The PowerShell console is starting
40962 The PowerShell console is ready
53504 PowerShell listens on a pipe for other processes

# Windows PowerShell
@ PowerShell
100 The engine's health changed
200 A command's health changed
300 A provider's health changed
400 The engine was started
403 The engine was stopped
500 A command was started
501 A command was stopped
600 A provider was started
700 A PowerShell variable was given a value
800 The details of a pipeline's execution

# RPCFW
@ RPCFW
3 An RPC call was audited or blocked
`;var system=`
# System
@ Service Control Manager, Microsoft-Windows-Service Control Manager
7000 A service failed to start
7001 A service failed to start because a service that it needs did
7009 A service did not connect in time
7011 A service did not answer in time
7016 A service reported an invalid state
7021 A service reported a severe error
7022 A service hung while starting
7023 A service ended with an error
7024 A service ended with an error of its own
7026 Boot or system drivers failed to load
7030 A service is marked as interactive, which is not allowed
7031 A service ended unexpectedly, and will be recovered
7032 A service could not be recovered
7034 A service ended unexpectedly
7035 A service was sent a control
7036 A service entered the running or stopped state
7037 The configuration of services could not be taken back
7038 A service could not log on with its password
7039 A service process other than the one started connected
7040 The start type of a service was changed
7041 A service's account may not log on as a service
7042 A service was sent a stop control with a reason
7043 A service did not shut down properly
7045 A new service was installed

@ Microsoft-Windows-Eventlog
104 A log was cleared
105 A log was backed up automatically

@ EventLog
6005 The event log service was started
6006 The event log service was stopped
6008 The previous shutdown was unexpected
6009 The version of the operating system at boot
6011 The name of the computer was changed
6013 The uptime of the system

@ User32, Microsoft-Windows-User32
1073 An attempt to restart or shut down failed
1074 A process or user started a restart or shutdown
1076 A user gave the reason of an unexpected shutdown

@ Microsoft-Windows-Kernel-General
1 The system time was changed
5 A registry hive was recovered
6 A registry hive could not be written
11 The transaction manager of a registry hive met an error
12 The operating system started
13 The operating system is shutting down
15 A registry hive was reorganized
16 The access history of a registry hive was cleared

@ Microsoft-Windows-Kernel-Power
41 The system rebooted without shutting down cleanly first
42 The system is entering sleep
107 The system has resumed from sleep
109 The kernel power manager started a shutdown
506 The system is entering connected standby
507 The system is leaving connected standby

@ Microsoft-Windows-Power-Troubleshooter
1 The system returned from sleep

@ Microsoft-Windows-Kernel-Boot
18 The number of boot options
20 The status of the last shutdown and boot
27 The boot type
30 The firmware's boot timings
153 Virtualization-based security is off or on

@ Microsoft-Windows-Kernel-PnP
219 A driver failed to load for a device
225 An application kept a device from being removed

@ Microsoft-Windows-UserPnp
20001 A driver was installed for a device
20003 A service was added for a device

@ Microsoft-Windows-DriverFrameworks-UserMode
10000 A driver package that uses the user-mode driver framework is being installed
10100 A driver package was installed

@ Microsoft-Windows-FilterManager
1 A file system filter was unloaded
3 The filter manager could not attach to a volume
6 A file system filter was loaded and registered

@ Microsoft-Windows-Wininit
11 Custom libraries are loaded into every application
12 LSASS was started as a protected process
13 Credential Guard was started
14 The configuration of Credential Guard
15 Credential Guard is configured, but the secure kernel does not run

@ Microsoft-Windows-Winlogon
7001 A user logged on, as told to the customer experience program
7002 A user logged off, as told to the customer experience program

@ Microsoft-Windows-DistributedCOM, DCOM
10000 A DCOM server could not be started
10001 A DCOM server could not be started under its account
10005 A service that a DCOM server needs could not be started
10006 A remote DCOM server could not be activated
10009 A remote computer could not be reached over DCOM
10010 A DCOM server did not register in time
10016 A DCOM server may not be activated by this account
10028 A remote computer could not be reached over DCOM
10036 The server denied a DCOM activation below the required authentication level

@ NETLOGON
3210 The computer could not authenticate with a domain controller
5719 No secure session with a domain controller could be set up
5722 A computer's session failed to authenticate
5723 A computer's session setup failed: no account or trust of that name
5783 A session with a domain controller does not respond
5805 A computer's session setup failed to authenticate
5827 A vulnerable secure channel of a machine account was denied
5828 A vulnerable secure channel of a trust account was denied
5829 A vulnerable secure channel of a machine account was allowed
5830 A vulnerable secure channel of a machine account was allowed by policy
5831 A vulnerable secure channel of a trust account was allowed by policy
5838 A client used RPC signing in place of sealing
5839 A trust used RPC signing in place of sealing
5840 A secure channel with RC4 was set up
5841 A secure channel with RC4 was denied

@ LsaSrv, LSA (LsaSrv), Microsoft-Windows-LSA
5000 A security package raised an exception
6033 An anonymous session tried to open an LSA policy handle
6037 A program used a target name that the computer could not tell to be itself
6038 NTLM authentication is in use between clients and this server
6039 NTLM authentication is in use between clients and this server
6155 A package of LSASS is not signed as expected
40960 The security system detected an authentication error
40961 The security system could not set up a secured connection
45058 A cached credential of a domain user was removed

@ Microsoft-Windows-Kerberos-Key-Distribution-Center, Kerberos-Key-Distribution-Center, KDC
11 A service principal name is registered more than once
14 No suitable key was found for a ticket-granting ticket
16 No suitable key was found for a service ticket
26 A client asked for a ticket-granting ticket with an unsupported encryption type
27 A client asked for a service ticket with an unsupported encryption type
29 No suitable certificate was found for smart card logons
35 A ticket-granting ticket without the new PAC fields came from another domain controller
36 A ticket without a PAC was presented
37 A ticket without requester information was presented
38 The requester of a ticket does not match its account
39 A certificate was valid but not mapped to its user in a strong way
40 A certificate was issued before the user existed
41 A certificate holds another SID than its user has
42 The krbtgt account has no strong key
43 A ticket's full PAC signature could not be verified
44 A ticket has no full PAC signature

@ Microsoft-Windows-Security-Kerberos
3 A Kerberos error message was received
4 The server could not decrypt a ticket of the client
7 The server's PAC signature could not be verified

@ Microsoft-Windows-Directory-Services-SAM, SAM
12294 An account could not be locked out
16962 A remote call to the SAM database was denied
16963 Remote calls to the SAM database are being restricted
16964 The restriction of remote SAM calls is malformed
16965 Remote calls to the SAM database were denied during the last period
16966 Audit-only mode of remote SAM calls was enabled
16967 Audit-only mode of remote SAM calls was disabled
16968 A remote call to the SAM database would have been denied
16969 Remote SAM calls that would have been denied during the last period
16990 Creating a computer account without the required rights was blocked
16991 Creating or renaming a computer account to an invalid name was blocked

@ Microsoft-Windows-WindowsUpdateClient
16 The update service could not be reached
17 Updates are ready to be installed
18 An installation of updates is scheduled
19 An update was installed
20 An update failed to install
21 A restart is needed to complete updates
22 A restart to complete updates is scheduled
24 An update failed to uninstall
25 A check for updates failed
27 Automatic updates were paused
28 Automatic updates were resumed
31 An update failed to download
34 The update client failed to update itself
43 The installation of an update started
44 The download of an update started
213 An update failed to be reverted
217 An update failed to be committed

@ Microsoft-Windows-DHCP-Server
1031 The installed callout library raised an exception
1032 The installed callout library raised an exception, and could not be loaded
1033 The callout libraries were loaded
1034 A callout library could not be loaded
1041 No static address is bound to the DHCP server
1044 The DHCP server is authorized to start
1046 The DHCP server is not authorized to start
1056 The DHCP server has no credentials for dynamic DNS registration

@ Microsoft-Windows-Dhcp-Client
1001 No address was assigned to the computer
1002 The address lease was denied
1003 The lease could not be renewed

@ Microsoft-Windows-DNS-Client
1014 No configured DNS server answered
8015 Host records could not be registered

@ Microsoft-Windows-Iphlpsvc
4100 An ISATAP router address was set
4200 An ISATAP interface was brought up
4201 An ISATAP interface is no longer active

@ Microsoft-Windows-Ntfs, Ntfs
50 Data could not be saved
55 The structure of a file system is damaged
57 Data could not be flushed to the transaction log
98 The health of a volume, as it was mounted
130 The structure of a file system was repaired
137 The transaction resource manager of a volume met an error

@ volsnap
25 Shadow copies were deleted because their storage could not grow
33 The oldest shadow copy was deleted to make room
36 Shadow copies were ended because their storage could not grow by the user's limit

@ disk
7 A device has a bad block
11 A controller error was detected on a device
51 An error was detected during paging
153 An input or output operation was retried
158 A disk has the same identifiers as another

@ Microsoft-Windows-WER-SystemErrorReporting, BugCheck
1001 The computer rebooted from a bugcheck
1018 The crash dump was deleted for lack of room

@ Application Popup
26 A message box of an application or of the system

@ Microsoft-Windows-Time-Service
35 The time is being synchronized
36 The time could not be synchronized for too long
37 Time data is received from a source
129 No time source was found in the domain
134 A time source could not be resolved
158 The time provider is in use by the hypervisor

@ Microsoft-Windows-GroupPolicy
1006 The directory could not be bound to for group policy
1030 The list of group policy objects could not be read
1053 The user name for group policy could not be resolved
1054 The domain controller's name for group policy could not be obtained
1055 The computer name for group policy could not be resolved
1058 A file of a group policy object could not be read
1085 Settings of a group policy extension could not be applied
1125 Processing group policy met an internal error
1127 Processing group policy met a generic internal error
1129 Group policy failed because no domain controller could be reached
1500 Computer policy was processed; nothing had changed
1501 User policy was processed; nothing had changed
1502 Computer policy was processed; new settings were applied
1503 User policy was processed; new settings were applied

@ Schannel
36870 The private key of a TLS credential could not be accessed
36871 A TLS credential could not be created
36874 No cipher suite is shared with a TLS client
36882 The certificate of a TLS server comes from an untrusted authority
36887 A fatal TLS alert was received
36888 A fatal TLS alert was sent

@ TermDD
50 The protocol of Remote Desktop found an error and disconnected the client
56 The terminal server found an error in the protocol and disconnected the client

@ Microsoft-Windows-TerminalServices-RemoteConnectionManager
1056 A new self-signed certificate for Remote Desktop was made
1057 A self-signed certificate for Remote Desktop could not be made

@ srv, srv2
2012 The server met a network error
2013 A disk is nearly full

@ Tcpip
4199 An address conflict was detected
4226 The limit of concurrent connection attempts was reached
4227 An outgoing connection failed because its port was used too recently

@ Microsoft-Windows-BitLocker-Driver
24620 An encrypted volume's information could not be read

@ RemoteAccess
20088 The remote access server got an address from DHCP
20250 A user connected to the remote access server
20253 A user connected to a port of the remote access server
20255 A user could not be authenticated by the remote access server
20271 A user was not allowed to connect to the remote access server
20272 A user disconnected from the remote access server
20274 A user was given an address by the remote access server
20275 A user's remote access address was given back

# Application
@ Application Error
1000 An application crashed
1005 A file that an application needs could not be accessed

@ Windows Error Reporting
1001 A fault was reported to Windows Error Reporting

@ Application Hang
1002 An application stopped responding

@ .NET Runtime
1022 A profiler was or was not loaded into a .NET process
1023 The .NET runtime met an error and ended
1025 A .NET application asked to be ended
1026 A .NET application ended because of an unhandled exception

@ MsiInstaller
1005 An installation asked for a restart
1013 An installation was ended by its own message
1022 An update of a product was installed
1029 A product's restart is needed
1033 A product was installed
1034 A product was removed
1035 The configuration of a product was changed
1036 An update of a product was applied
1037 An update of a product was removed
1038 A product needs a restart
1040 A transaction of the Windows Installer began
1042 A transaction of the Windows Installer ended
11707 The installation of a product completed
11708 The installation of a product failed
11724 The removal of a product completed
11725 The removal of a product failed
11728 The configuration of a product completed

@ ESENT
102 A database engine started an instance
103 A database engine stopped an instance
105 A database engine started an instance, with timings
216 The location of a database changed
300 Recovery of a database began
301 A log file was replayed
302 Recovery of a database completed
325 A database was created
326 A database was attached
327 A database was detached
454 The recovery of a database failed
455 A log file could not be opened
467 An index of a database is damaged
474 A page of a database failed its check
488 A file could not be created
489 A file could not be opened for reading
490 A file could not be opened for writing

@ Microsoft-Windows-Backup
517 A backup failed
521 A backup failed because a shadow copy could not be made
524 The backup catalog was deleted
546 A backup failed because its place could not be used

@ Microsoft-Windows-SoftwareRestrictionPolicies
865 A program was blocked by the default level of the software restriction policy
866 A program was blocked by a path rule of the software restriction policy
867 A program was blocked by a publisher rule of the software restriction policy
868 A program was blocked by a rule of the software restriction policy
882 A program was blocked by a rule of the software restriction policy

@ MSSQLSERVER
8128 An extended stored procedure was used from a library
15457 A configuration option was changed
17063 An error was raised by a user
17137 A database is being started
18453 A login succeeded with Windows authentication
18454 A login succeeded with SQL Server authentication
18456 A login failed
18470 A login failed: the account is disabled
18486 A login failed: the account is locked out

@ MSSQLSERVER$AUDIT
33205 A record of a SQL Server audit

@ Microsoft-Windows-Audit-CVE, Audit-CVE
1 An attempt to exploit a known vulnerability was detected

@ Microsoft-Windows-RestartManager
10000 A session of the restart manager started
10001 A session of the restart manager ended
10002 An application is being shut down
10005 A restart is needed
10006 An application or service could not be shut down
10010 An application could not be restarted

@ ScreenConnect
100 A user connected to a remote session
101 A user disconnected from a remote session
200 A command was run over a remote session
201 A file was transferred over a remote session

@ Microsoft-Windows-CertificationAuthority
21 A certificate request could not be processed
44 The policy module met an error
53 A certificate request was denied
77 The policy module logged a warning
91 Active Directory could not be reached
100 Certificate Services could not start

@ VSS
8193 The volume shadow copy service met an unexpected error
8194 A writer of the shadow copy service was refused its callback
8222 A shadow copy was created
8224 The volume shadow copy service stopped because it was idle

@ Microsoft-Windows-User Profiles Service
1500 A profile could not be loaded
1511 A user was logged on with a temporary profile
1515 A profile was backed up to be replaced
1518 A local profile could not be created; a temporary one is used
1530 A registry file of a profile is still in use
1533 A profile folder could not be deleted

@ Microsoft-Windows-Winlogon
4101 The licence of Windows was validated
6000 A subscriber of logon notifications was unavailable
6003 A subscriber of logon notifications was unavailable for a critical event

@ SceCli
1202 Security policies were applied with warnings
1704 Security policy in group policy objects was applied

@ Microsoft-Windows-WMI
10 An event filter of WMI could not be reactivated
63 A provider was registered to run as LocalSystem
5603 A provider did not state its hosting model
5605 A namespace asks for encryption that a client does not use

@ Microsoft-Windows-CAPI2
257 The cryptographic services could not start the catalog database
513 The cryptographic services failed in a shadow copy call
4097 A root certificate was updated automatically
4107 The list of root certificates could not be read
4108 A root certificate was deleted automatically

@ SideBySide
33 An activation context could not be generated: an assembly is missing
59 An activation context could not be generated: a manifest is in error

@ Microsoft-Windows-Search, Windows Search Service
1 The search index of a user was removed
1003 The search service was started

@ Microsoft-Windows-Security-SPP
900 The software protection service is starting
902 The software protection service started
903 The software protection service stopped
1003 The software protection service checked its licences
1033 Policies are excluded because they are only defined with an override
8198 Licence activation failed
16384 The software protection service scheduled its restart
16394 An offline migration of licences succeeded

@ EMET
1 EMET logged a warning
2 EMET logged an error, such as a stopped exploit
`;var eventTables=[security,system,sysmon,operational];export{eventTables};
