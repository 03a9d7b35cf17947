/** The System and Application logs. The form of the table: `../event-data.ts`. */
export const system = `
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
`;
