/**
 * Channels as Hayabusa's results abbreviate them.
 * https://github.com/Yamato-Security/hayabusa-rules/blob/main/config/channel_abbreviations.txt
 */
export const ABBREVIATED: ReadonlyMap<string, string> = new Map([
  ['App', 'Application'],
  ['BitsCli', 'Microsoft-Windows-Bits-Client/Operational'],
  ['CodeInteg', 'Microsoft-Windows-CodeIntegrity/Operational'],
  ['DHCP-Svr', 'Microsoft-Windows-DHCP-Server/Operational'],
  ['DNS-Svr', 'DNS Server'],
  ['Defender', 'Microsoft-Windows-Windows Defender/Operational'],
  ['DvrFmwk', 'Microsoft-Windows-DriverFrameworks-UserMode/Operational'],
  ['Exchange', 'MSExchange Management'],
  ['Firewall', 'Microsoft-Windows-Windows Firewall With Advanced Security/Firewall'],
  ['LDAP-Cli', 'Microsoft-Windows-LDAP-Client/Debug'],
  ['NTLM', 'Microsoft-Windows-NTLM/Operational'],
  ['OpenSSH', 'OpenSSH/Operational'],
  ['PrintAdm', 'Microsoft-Windows-PrintService/Admin'],
  ['PrintOp', 'Microsoft-Windows-PrintService/Operational'],
  ['PwSh', 'Microsoft-Windows-PowerShell/Operational'],
  ['PwShClassic', 'Windows PowerShell'],
  ['RDS-LSM', 'Microsoft-Windows-TerminalServices-LocalSessionManager/Operational'],
  ['Sec', 'Security'],
  ['SmbCliSec', 'Microsoft-Windows-SmbClient/Security'],
  ['Sys', 'System'],
  ['Sysmon', 'Microsoft-Windows-Sysmon/Operational'],
  ['TaskSch', 'Microsoft-Windows-TaskScheduler/Operational'],
  ['WMI', 'Microsoft-Windows-WMI-Activity/Operational'],
]);
