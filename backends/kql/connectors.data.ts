/**
 * The data connector of Sentinel that fills a table, by the beginning of the table's name; the first
 * that fits.
 * https://github.com/Azure/Azure-Sentinel/blob/master/.script/tests/detectionTemplateSchemaValidation/ValidConnectorIds.json
 */
export const CONNECTORS: readonly (readonly [table: string, connector: string])[] = [
  ['Device', 'MicrosoftThreatProtection'],
  ['Email', 'MicrosoftThreatProtection'],
  ['Identity', 'MicrosoftThreatProtection'],
  ['CloudAppEvents', 'MicrosoftThreatProtection'],
  ['UrlClickEvents', 'MicrosoftThreatProtection'],
  ['SecurityEvent', 'SecurityEvents'],
  ['WindowsEvent', 'WindowsForwardedEvents'],
  ['Syslog', 'Syslog'],
  ['CommonSecurityLog', 'CEF'],
  ['SigninLogs', 'AzureActiveDirectory'],
  ['AuditLogs', 'AzureActiveDirectory'],
  ['AADUserRiskEvents', 'AzureActiveDirectoryIdentityProtection'],
  ['AzureActivity', 'AzureActivity'],
  ['OfficeActivity', 'Office365'],
  ['AWSCloudTrail', 'AWS'],
  ['DnsEvents', 'DNS'],
  ['W3CIISLog', 'AzureMonitor(IIS)'],
  ['AKSAudit', 'AzureKubernetes'],
  ['OktaV2_CL', 'OktaSSOv2'],
  ['Okta', 'OktaSSO'],
];
