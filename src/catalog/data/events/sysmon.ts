/** Sysmon, PowerShell and what else watches processes. The form of the table: `../event-data.ts`. */
export const sysmon = `
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
`;
