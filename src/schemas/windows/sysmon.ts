/**
 * The fields of the data of Sysmon's events, by event id, as its schema (`sysmon -s`) spells them.
 * https://learn.microsoft.com/en-us/sysinternals/downloads/sysmon#events
 */
const PROCESS = 'RuleName UtcTime ProcessGuid ProcessId Image User';
const FILE = `${PROCESS} TargetFilename`;
const SIGNED = 'Hashes Signed Signature SignatureStatus';
const VERSION = 'FileVersion Description Product Company OriginalFileName';
const TWO_PROCESSES =
  'RuleName UtcTime SourceProcessId SourceImage TargetProcessId TargetImage SourceUser TargetUser';
const REGISTRY = `${PROCESS} EventType TargetObject`;
const PIPE = `${PROCESS} EventType PipeName`;
const WMI = 'RuleName EventType UtcTime Operation User';

const FIELDS: Readonly<Record<number, string>> = {
  1:
    `${PROCESS} ${VERSION} CommandLine CurrentDirectory LogonGuid LogonId TerminalSessionId ` +
    'IntegrityLevel Hashes ParentProcessGuid ParentProcessId ParentImage ParentCommandLine ParentUser',
  2: `${FILE} CreationUtcTime PreviousCreationUtcTime`,
  3:
    `${PROCESS} Protocol Initiated SourceIsIpv6 SourceIp SourceHostname SourcePort SourcePortName ` +
    'DestinationIsIpv6 DestinationIp DestinationHostname DestinationPort DestinationPortName',
  4: 'UtcTime State Version SchemaVersion',
  5: PROCESS,
  6: `RuleName UtcTime ImageLoaded ${SIGNED}`,
  7: `${PROCESS} ImageLoaded ${VERSION} ${SIGNED}`,
  8: `${TWO_PROCESSES} SourceProcessGuid TargetProcessGuid NewThreadId StartAddress StartModule StartFunction`,
  9: `${PROCESS} Device`,
  10: `${TWO_PROCESSES} SourceProcessGUID SourceThreadId TargetProcessGUID GrantedAccess CallTrace`,
  11: `${FILE} CreationUtcTime`,
  12: REGISTRY,
  13: `${REGISTRY} Details`,
  14: `${REGISTRY} NewName`,
  15: `${FILE} CreationUtcTime Hash Contents`,
  16: 'UtcTime Configuration ConfigurationFileHash',
  17: PIPE,
  18: PIPE,
  19: `${WMI} EventNamespace Name Query`,
  20: `${WMI} Name Type Destination`,
  21: `${WMI} Consumer Filter`,
  22: `${PROCESS} QueryName QueryStatus QueryResults`,
  23: `${FILE} Hashes IsExecutable Archived`,
  24: `${PROCESS} Session ClientInfo Hashes Archived`,
  25: `${PROCESS} Type`,
  26: `${FILE} Hashes IsExecutable`,
  27: `${FILE} Hashes`,
  28: `${FILE} Hashes IsExecutable`,
  29: `${FILE} Hashes`,
  255: 'UtcTime ID Description',
};

export const SYSMON_FIELDS: Readonly<Record<number, readonly string[]>> = Object.fromEntries(
  Object.entries(FIELDS).map(([id, names]) => [id, names.split(' ')]),
);
