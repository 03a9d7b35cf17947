/** Logs of single components of Windows. The form of the table: `../event-data.ts`. */
export const operational = `
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
`;
