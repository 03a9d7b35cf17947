/**
 * What Sentinel and Defender XDR call tactics. They have one name for what ATT&CK has since divided.
 * https://learn.microsoft.com/en-us/rest/api/securityinsights/alert-rules/create-or-update#attacktactic
 */
export const TACTICS: ReadonlyMap<string, string> = new Map([
  ['reconnaissance', 'Reconnaissance'],
  ['resource-development', 'ResourceDevelopment'],
  ['initial-access', 'InitialAccess'],
  ['execution', 'Execution'],
  ['persistence', 'Persistence'],
  ['privilege-escalation', 'PrivilegeEscalation'],
  ['defense-evasion', 'DefenseEvasion'],
  ['stealth', 'DefenseEvasion'],
  ['defense-impairment', 'DefenseEvasion'],
  ['credential-access', 'CredentialAccess'],
  ['discovery', 'Discovery'],
  ['lateral-movement', 'LateralMovement'],
  ['collection', 'Collection'],
  ['command-and-control', 'CommandAndControl'],
  ['exfiltration', 'Exfiltration'],
  ['impact', 'Impact'],
  ['impair-process-control', 'ImpairProcessControl'],
  ['inhibit-response-function', 'InhibitResponseFunction'],
]);
