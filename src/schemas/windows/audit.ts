/** What a name of a category is in the data of an audit event. */
export interface AuditField {
  readonly to: string;
  /** What whole values are called there. */
  readonly values?: Readonly<Record<string, string>>;
  /** Texts that are never there. */
  readonly never?: readonly string[];
  /** Upper and lower case are not kept apart there. */
  readonly cased?: boolean;
}

interface AuditEvents {
  readonly category: string;
  readonly id: number;
  /** What tells these of the id's events from others. */
  readonly where?: Readonly<Record<string, readonly string[]>>;
  /** The fields of the data, as the page of the event has them. */
  readonly fields: readonly string[];
  readonly aliases: Readonly<Record<string, AuditField>>;
}

const SUBJECT = ['SubjectUserSid', 'SubjectUserName', 'SubjectDomainName', 'SubjectLogonId'];

const LEVELS: Readonly<Record<string, string>> = {
  Low: 'S-1-16-4096',
  Medium: 'S-1-16-8192',
  High: 'S-1-16-12288',
  System: 'S-1-16-16384',
  'S-1-16-4096': 'S-1-16-4096',
  'S-1-16-8192': 'S-1-16-8192',
  'S-1-16-12288': 'S-1-16-12288',
  'S-1-16-16384': 'S-1-16-16384',
};

/**
 * The Security log's events of what Sysmon has categories of. ProcessId and LogonId are hexadecimal
 * there, and a user is a name without its domain: these have no name in common.
 */
export const AUDIT: readonly AuditEvents[] = [
  // https://learn.microsoft.com/en-us/previous-versions/windows/it-pro/windows-10/security/threat-protection/auditing/event-4688
  {
    category: 'process_creation',
    id: 4688,
    fields: [
      ...SUBJECT,
      'NewProcessId',
      'NewProcessName',
      'TokenElevationType',
      'ProcessId',
      'CommandLine',
      'TargetUserSid',
      'TargetUserName',
      'TargetDomainName',
      'TargetLogonId',
      'ParentProcessName',
      'MandatoryLabel',
    ],
    aliases: {
      Image: { to: 'NewProcessName' },
      ParentImage: { to: 'ParentProcessName' },
      // What the text of the event calls them.
      ProcessCommandLine: { to: 'CommandLine' },
      CreatorProcessName: { to: 'ParentProcessName' },
      IntegrityLevel: { to: 'MandatoryLabel', values: LEVELS },
    },
  },
  // https://learn.microsoft.com/en-us/previous-versions/windows/it-pro/windows-10/security/threat-protection/auditing/event-4689
  {
    category: 'process_termination',
    id: 4689,
    fields: [...SUBJECT, 'Status', 'ProcessId', 'ProcessName'],
    aliases: { Image: { to: 'ProcessName' } },
  },
  // Files that are audited (by their SACL) when they are accessed.
  // https://learn.microsoft.com/en-us/previous-versions/windows/it-pro/windows-10/security/threat-protection/auditing/event-4663
  {
    category: 'file_access',
    id: 4663,
    where: { ObjectType: ['File'] },
    fields: [
      ...SUBJECT,
      'ObjectServer',
      'ObjectType',
      'ObjectName',
      'HandleId',
      'AccessList',
      'AccessMask',
      'ProcessId',
      'ProcessName',
      'ResourceAttributes',
    ],
    aliases: { Image: { to: 'ProcessName' }, FileName: { to: 'ObjectName' } },
  },
  // A program is named by its device there, and never by the letter of a drive.
  // https://learn.microsoft.com/en-us/previous-versions/windows/it-pro/windows-10/security/threat-protection/auditing/event-5156
  {
    category: 'network_connection',
    id: 5156,
    fields: [
      'ProcessID',
      'Application',
      'Direction',
      'SourceAddress',
      'SourcePort',
      'DestAddress',
      'DestPort',
      'Protocol',
      'InterfaceIndex',
      'FilterOrigin',
      'FilterRTID',
      'LayerName',
      'LayerRTID',
      'RemoteUserID',
      'RemoteMachineID',
    ],
    aliases: {
      Image: { to: 'Application', cased: false, never: ['c:\\*', 'd:\\*', 'e:\\*', 'f:\\*'] },
      Initiated: { to: 'Direction', values: { true: '%%14593', false: '%%14592' } },
      SourceIp: { to: 'SourceAddress' },
      DestinationIp: { to: 'DestAddress' },
      DestinationPort: { to: 'DestPort' },
      Protocol: { to: 'Protocol', values: { tcp: '6', udp: '17', 6: '6', 17: '17' } },
    },
  },
  // Of a key of the registry and of the name of a value, each is in a field of its own.
  // https://learn.microsoft.com/en-us/previous-versions/windows/it-pro/windows-10/security/threat-protection/auditing/event-4657
  ...['registry_add', 'registry_delete', 'registry_event', 'registry_set'].map(
    (category): AuditEvents => ({
      category,
      id: 4657,
      fields: [
        ...SUBJECT,
        'ObjectName',
        'ObjectValueName',
        'HandleId',
        'OperationType',
        'OldValueType',
        'OldValue',
        'NewValueType',
        'NewValue',
        'ProcessId',
        'ProcessName',
      ],
      aliases: { Image: { to: 'ProcessName' } },
    }),
  ),
];
