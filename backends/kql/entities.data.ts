/**
 * What an entity is called in Sentinel, and which column is which identifier of it.
 * https://learn.microsoft.com/en-us/azure/sentinel/entities-reference
 */
export interface Entity {
  readonly type: string;
  /** Columns by identifier. A query without the first has no such entity; the others are added where they are. */
  readonly identifiers: readonly (readonly [identifier: string, column: string])[];
  /** Only in a table with this column, too: what the first is called means something else in others. */
  readonly beside?: string;
  /**
   * As Microsoft Graph has it: a property of `entityMappings`, and columns by its properties, all of
   * which it needs.
   * https://learn.microsoft.com/en-us/graph/api/resources/security-entitymappingconfiguration?view=graph-rest-beta
   */
  readonly graph?: readonly [collection: string, columns: Readonly<Record<string, string>>];
}

/** An entity of an event; the first that a query has the columns of. */
export interface Role {
  readonly name: string;
  readonly entities: readonly Entity[];
}

function host(column: string, id?: string): Entity {
  const graph = id === undefined ? { nameColumn: column } : { deviceIdColumn: id };
  return { type: 'Host', identifiers: [['FullName', column]], graph: ['hosts', graph] };
}

function account(
  name: string,
  domain: string | null,
  sid: string | null,
  graph: Readonly<Record<string, string>>,
): Entity {
  const identifiers: (readonly [string, string])[] = [['Name', name]];
  if (domain !== null) identifiers.push(['NTDomain', domain]);
  if (sid !== null) identifiers.push(['Sid', sid]);
  return { type: 'Account', identifiers, graph: ['accounts', graph] };
}

function fullName(column: string, id?: string): Entity {
  const identifiers: (readonly [string, string])[] = [['FullName', column]];
  if (id !== undefined) identifiers.push(['AadUserId', id]);
  return { type: 'Account', identifiers, graph: ['accounts', { upnColumn: column }] };
}

function process(commandLine: string, id: string): Entity {
  return {
    type: 'Process',
    identifiers: [
      ['CommandLine', commandLine],
      ['ProcessId', id],
    ],
  };
}

function file(name: string, directory: string | null, hash?: string): Entity {
  const identifiers: (readonly [string, string])[] = [['Name', name]];
  if (directory !== null) identifiers.push(['Directory', directory]);
  const graph = hash === undefined ? {} : { graph: ['files', { sha256Column: hash }] as const };
  return { type: 'File', identifiers, ...graph };
}

function ip(column: string): Entity {
  return {
    type: 'IP',
    identifiers: [['Address', column]],
    graph: ['ips', { addressColumn: column }],
  };
}

function single(type: string, identifier: string, column: string, graph?: Entity['graph']): Entity {
  return { type, identifiers: [[identifier, column]], ...(graph ? { graph } : {}) };
}

/** In the order in which an analyst wants them. */
export const ROLES: readonly Role[] = [
  {
    name: 'host',
    entities: [
      host('DeviceName', 'DeviceId'),
      // What a correlation groups by has no id beside it.
      host('DeviceName'),
      host('Computer'),
      // Of ASIM, every parser gives the name alone.
      host('DvcHostname'),
      host('DvcFQDN'),
      host('SourceHostName'),
      host('HostName'),
    ],
  },
  {
    name: 'account',
    entities: [
      // Of SecurityEvent, where few events fill AccountName.
      // https://github.com/Azure/Azure-Sentinel/blob/master/Solutions/Windows%20Security%20Events/Analytic%20Rules/NRT_SecurityEventLogCleared.yaml
      single('Account', 'FullName', 'Account'),
      account('AccountName', 'AccountDomain', 'AccountSid', { sidColumn: 'AccountSid' }),
      account(
        'InitiatingProcessAccountName',
        'InitiatingProcessAccountDomain',
        'InitiatingProcessAccountSid',
        { sidColumn: 'InitiatingProcessAccountSid' },
      ),
      account('SubjectUserName', 'SubjectDomainName', 'SubjectUserSid', {
        sidColumn: 'SubjectUserSid',
      }),
      account('TargetUserName', 'TargetDomainName', 'TargetUserSid', {
        sidColumn: 'TargetUserSid',
      }),
      fullName('UserPrincipalName', 'UserId'),
      single('Account', 'AadUserId', 'AccountObjectId', [
        'accounts',
        { aadUserIdColumn: 'AccountObjectId' },
      ]),
      fullName('Caller'),
      single('Account', 'FullName', 'UserIdentityArn'),
      single('Account', 'Name', 'UserIdentityUserName'),
      // Of Google Cloud and Workspace, Okta, GitHub, Duo and OneLogin, of which some have numbers as UserId.
      fullName('PrincipalEmail'),
      fullName('ActorEmail'),
      fullName('OriginalActorAlternateId'),
      { type: 'Account', identifiers: [['Name', 'Actor']], beside: 'ActorIp' },
      { type: 'Account', identifiers: [['FullName', 'Email']], beside: 'TxId' },
      { type: 'Account', identifiers: [['Name', 'UserName']], beside: 'ActorUserName' },
      single('Account', 'FullName', 'UserId'),
      single('Account', 'FullName', 'SourceUserName'),
      // Whose process or logon it is, and who began it.
      single('Account', 'Name', 'TargetUsername'),
      single('Account', 'Name', 'ActorUsername'),
      single('Account', 'Name', 'csUserName'),
      single('Account', 'FullName', 'Identity'),
      // With its domain, as Sysmon writes it.
      single('Account', 'FullName', 'User'),
    ],
  },
  {
    name: 'process',
    entities: [
      process('ProcessCommandLine', 'ProcessId'),
      process('CommandLine', 'NewProcessId'),
      process('TargetProcessCommandLine', 'TargetProcessId'),
      process('InitiatingProcessCommandLine', 'InitiatingProcessId'),
      process('ActingProcessCommandLine', 'ActingProcessId'),
    ],
  },
  {
    name: 'file',
    entities: [
      file('FileName', 'FolderPath', 'SHA256'),
      file('TargetFileName', 'TargetFilePath'),
      file('NewProcessName', null),
      file('TargetProcessName', null),
    ],
  },
  {
    name: 'registry key',
    entities: [single('RegistryKey', 'Key', 'RegistryKey')],
  },
  {
    name: 'registry value',
    entities: [
      {
        type: 'RegistryValue',
        identifiers: [
          ['Name', 'RegistryValueName'],
          ['Value', 'RegistryValueData'],
        ],
        graph: [
          'registryValues',
          { keyColumn: 'RegistryKey', valueNameColumn: 'RegistryValueName' },
        ],
      },
      single('RegistryValue', 'Name', 'RegistryValue'),
    ],
  },
  {
    name: 'address',
    entities: [
      // Of CommonSecurityLog, which has a RemoteIP that few devices fill.
      ip('SourceIP'),
      ip('RemoteIP'),
      ip('IPAddress'),
      ip('IpAddress'),
      ip('SrcIpAddr'),
      ip('ClientIP'),
      ip('ClientIp'),
      ip('SourceIpAddress'),
      ip('CallerIpAddress'),
      ip('cIP'),
      ip('HostIP'),
      ip('ActorIp'),
      ip('Ipaddr'),
      ip('id_orig_h'),
      ip('SourceIp'),
      ip('LocalIP'),
    ],
  },
  {
    name: 'destination',
    entities: [ip('DestinationIP'), ip('DstIpAddr'), ip('id_resp_h'), ip('DestinationIp')],
  },
  {
    name: 'url',
    entities: [
      single('URL', 'Url', 'RemoteUrl', ['urls', { addressColumn: 'RemoteUrl' }]),
      single('URL', 'Url', 'RequestURL', ['urls', { addressColumn: 'RequestURL' }]),
      single('URL', 'Url', 'Url', ['urls', { addressColumn: 'Url' }]),
    ],
  },
  {
    name: 'domain',
    entities: [
      single('DNS', 'DomainName', 'DnsQuery'),
      { type: 'DNS', identifiers: [['DomainName', 'Name']], beside: 'QueryType' },
    ],
  },
  {
    name: 'mailbox',
    entities: [
      single('Mailbox', 'MailboxPrimaryAddress', 'RecipientEmailAddress', [
        'mailboxes',
        { primaryAddressColumn: 'RecipientEmailAddress' },
      ]),
      single('Mailbox', 'MailboxPrimaryAddress', 'MailboxOwnerUPN', [
        'mailboxes',
        { primaryAddressColumn: 'MailboxOwnerUPN' },
      ]),
    ],
  },
  {
    name: 'application',
    entities: [
      single('CloudApplication', 'Name', 'AppDisplayName'),
      single('CloudApplication', 'Name', 'Application'),
    ],
  },
  {
    name: 'resource',
    entities: [single('AzureResource', 'ResourceId', '_ResourceId')],
  },
];
