/**
 * The data connectors of Sentinel that fill a table, by the beginning of the table's name; the first
 * that fits. Any of them is enough.
 * https://github.com/Azure/Azure-Sentinel/blob/master/.script/tests/detectionTemplateSchemaValidation/ValidConnectorIds.json
 */
export const CONNECTORS: readonly (readonly [table: string, ...connectors: string[]])[] = [
  ['Device', 'MicrosoftThreatProtection'],
  ['Email', 'MicrosoftThreatProtection'],
  ['Identity', 'MicrosoftThreatProtection'],
  ['CloudAppEvents', 'MicrosoftThreatProtection'],
  ['UrlClickEvents', 'MicrosoftThreatProtection'],
  // By the agent that was before, and by that of Azure Monitor, as Microsoft's own rules list them.
  ['SecurityEvent', 'SecurityEvents', 'WindowsSecurityEvents'],
  ['WindowsEvent', 'WindowsForwardedEvents'],
  ['Syslog', 'Syslog'],
  ['CommonSecurityLog', 'CEF'],
  ['SigninLogs', 'AzureActiveDirectory'],
  ['AADNonInteractiveUserSignInLogs', 'AzureActiveDirectory'],
  ['AADServicePrincipalSignInLogs', 'AzureActiveDirectory'],
  ['AADManagedIdentitySignInLogs', 'AzureActiveDirectory'],
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
