/**
 * What Splunk's security content calls a source, by the words of what it selects.
 * https://github.com/splunk/security_content/tree/develop/macros
 */
export const MACRO_NAMES: ReadonlyMap<string, string> = new Map([
  ['wineventlog_microsoft_windows_sysmon_operational', 'sysmon'],
  [
    'wineventlog_microsoft_windows_powershell_operational_wineventlog_powershellcore_operational',
    'powershell',
  ],
  ['wineventlog_microsoft_windows_applocker', 'applocker'],
  ['wineventlog_microsoft_windows_windows_defender_operational', 'ms_defender'],
  ['wineventlog_microsoft_windows_capi2_operational', 'capi2_operational'],
  [
    'wineventlog_microsoft_windows_certificateservicesclient_lifecycle_system_operational',
    'certificateservices_lifecycle',
  ],
  ['wineventlog_microsoft_iis_configuration_operational', 'iis_operational_logs'],
  ['wineventlog_microsoft_windows_wmi_activity_operational', 'wmi'],
  ['auditd_linux_audit', 'linux_auditd'],
  ['aws_cloudtrail', 'cloudtrail'],
  ['oktaim2_log', 'okta'],
  ['cisco_ios', 'cisco_networks'],
]);
