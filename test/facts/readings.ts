import type { Row } from '../engines/kql/evaluate.js';
import {
  HASHES,
  IMAGE,
  IMPHASH,
  MD5,
  SHA1,
  SHA256,
  details,
  hashes,
  keys,
  paths,
  users,
} from './asked.js';
import type { Json } from './asked.js';

/** One event as its product writes it, and as each store keeps it. */
export interface StoredEverywhere {
  readonly name: string;
  readonly logsource: Json;
  /** What tells it from others, so that a rule always asks for something. */
  readonly telling: Json;
  readonly raw: Json;
  readonly rows?: Readonly<Record<string, Row>>;
  readonly inSplunk?: Json;
  readonly inElastic?: Json;
  readonly asked: readonly Json[];
}

const SYSMON = 'Microsoft-Windows-Sysmon/Operational';
const xml = (text: string): string => text.replaceAll('&', '&amp;');
const eventData = (data: Readonly<Record<string, string>>): string =>
  `<DataItem><EventData>${Object.entries(data)
    .map(([name, value]) => `<Data Name="${name}">${xml(value)}</Data>`)
    .join('')}</EventData></DataItem>`;
const inLog = (
  channel: string,
  id: number,
  data: Readonly<Record<string, string>>,
  provider = 'Microsoft-Windows-Sysmon',
): Json => ({
  Event: {
    System: { Provider: { '#attributes': { Name: provider } }, EventID: id, Channel: channel },
    EventData: data,
  },
});
const inSplunkLog = (
  channel: string,
  id: number,
  data: Readonly<Record<string, string>>,
): Json => ({
  source: `XmlWinEventLog:${channel}`,
  sourcetype: 'XmlWinEventLog',
  EventCode: String(id),
  ...Object.fromEntries(Object.entries(data).map(([k, v]) => [k, xml(v)])),
});

const process = {
  CommandLine: 'kettle.exe --boil "now"',
  Image: IMAGE,
  ParentImage: 'C:\\Windows\\explorer.exe',
  User: 'NT AUTHORITY\\SYSTEM',
  IntegrityLevel: 'System',
  Hashes: HASHES,
};

const registry = (details: string): Readonly<Record<string, string>> => ({
  EventType: 'SetValue',
  Image: IMAGE,
  TargetObject: 'HKLM\\System\\CurrentControlSet\\Services\\kettle\\Start',
  Details: details,
  User: 'NT AUTHORITY\\SYSTEM',
});

function registryEvent(name: string, text: string, row: Row, elastic: Json): StoredEverywhere {
  const data = registry(text);
  return {
    name: `a registry value, ${name}`,
    logsource: { product: 'windows', category: 'registry_set' },
    telling: { 'Image|endswith': '.exe' },
    raw: inLog(SYSMON, 13, data),
    rows: {
      DeviceRegistryEvents: {
        ActionType: 'RegistryValueSet',
        RegistryKey: 'HKEY_LOCAL_MACHINE\\SYSTEM\\ControlSet001\\Services\\kettle',
        RegistryValueName: 'Start',
        InitiatingProcessFolderPath: IMAGE,
        InitiatingProcessFileName: 'kettle.exe',
        ...row,
      },
      Event: {
        EventLog: SYSMON,
        Source: 'Microsoft-Windows-Sysmon',
        EventID: 13,
        EventData: eventData(data),
      },
    },
    inSplunk: inSplunkLog(SYSMON, 13, data),
    inElastic: {
      host: { os: { type: 'windows' } },
      event: { category: ['configuration', 'registry'], type: ['change'], code: '13' },
      winlog: { channel: SYSMON, event_data: { EventType: 'SetValue' } },
      process: { executable: IMAGE, name: 'kettle.exe' },
      user: { domain: 'NT AUTHORITY', name: 'SYSTEM' },
      registry: { path: data['TargetObject'], data: elastic },
    },
    asked: [...keys, ...details],
  };
}

const PROVIDER = 'Service Control Manager';

const service = {
  ServiceName: 'Kettle & Co',
  ImagePath: 'C:\\ProgramData\\Kettle\\kettle.exe',
  ServiceType: 'user mode service',
};

const connection = {
  Image: IMAGE,
  Initiated: 'true',
  Protocol: 'tcp',
  SourceIp: '10.1.2.3',
  SourcePort: '51000',
  DestinationIp: '192.0.2.25',
  DestinationPort: '4443',
  DestinationHostname: 'kettle.example',
  User: 'NT AUTHORITY\\SYSTEM',
};

export const EVENTS: readonly StoredEverywhere[] = [
  {
    name: 'a process',
    logsource: { product: 'windows', category: 'process_creation' },
    telling: { 'CommandLine|contains': 'boil' },
    // Single digests are what the taxonomy's fields are for.
    raw: inLog(SYSMON, 1, { ...process, Imphash: IMPHASH, md5: MD5, sha1: SHA1, sha256: SHA256 }),
    rows: {
      DeviceProcessEvents: {
        ActionType: 'ProcessCreated',
        FileName: 'kettle.exe',
        FolderPath: IMAGE,
        ProcessCommandLine: process.CommandLine,
        InitiatingProcessFileName: 'explorer.exe',
        InitiatingProcessFolderPath: process.ParentImage,
        AccountDomain: 'nt authority',
        AccountName: 'system',
        ProcessIntegrityLevel: 'System',
        MD5: MD5.toLowerCase(),
        SHA1: SHA1.toLowerCase(),
        SHA256: SHA256.toLowerCase(),
      },
      Event: {
        EventLog: SYSMON,
        Source: 'Microsoft-Windows-Sysmon',
        EventID: 1,
        EventData: eventData(process),
      },
    },
    inSplunk: { ...inSplunkLog(SYSMON, 1, process), MD5, SHA1, SHA256, IMPHASH },
    inElastic: {
      host: { os: { type: 'windows' } },
      event: { category: ['process'], type: ['start'], code: '1' },
      winlog: { channel: SYSMON, event_data: { IntegrityLevel: 'System' } },
      process: {
        executable: IMAGE,
        name: 'kettle.exe',
        command_line: process.CommandLine,
        parent: { executable: process.ParentImage, name: 'explorer.exe' },
        hash: { md5: MD5.toLowerCase(), sha1: SHA1.toLowerCase(), sha256: SHA256.toLowerCase() },
        pe: { imphash: IMPHASH.toLowerCase() },
        Ext: { token: { integrity_level_name: 'system' } },
      },
      user: { domain: 'NT AUTHORITY', name: 'SYSTEM' },
    },
    asked: [...hashes, ...paths, ...users],
  },
  registryEvent(
    'a number',
    'DWORD (0x00000004)',
    { RegistryValueType: 'Dword', RegistryValueData: '4' },
    { type: 'SZ_DWORD', strings: ['4'] },
  ),
  registryEvent(
    'a string',
    'C:\\Temp\\kettle.exe',
    { RegistryValueType: 'String', RegistryValueData: 'C:\\Temp\\kettle.exe' },
    { type: 'REG_SZ', strings: ['C:\\Temp\\kettle.exe'] },
  ),
  registryEvent(
    'digits',
    '4',
    { RegistryValueType: 'String', RegistryValueData: '4' },
    { type: 'REG_SZ', strings: ['4'] },
  ),
  {
    name: 'a connection',
    logsource: { product: 'windows', category: 'network_connection' },
    telling: { 'Image|endswith': '.exe', Initiated: 'true' },
    raw: inLog(SYSMON, 3, connection),
    rows: {
      DeviceNetworkEvents: {
        ActionType: 'ConnectionSuccess',
        InitiatingProcessFolderPath: IMAGE,
        InitiatingProcessFileName: 'kettle.exe',
        LocalIP: '10.1.2.3',
        LocalPort: 51000,
        RemoteIP: '192.0.2.25',
        RemotePort: 4443,
        RemoteUrl: 'kettle.example',
        Protocol: 'Tcp',
        InitiatingProcessAccountDomain: 'nt authority',
        InitiatingProcessAccountName: 'system',
      },
      Event: {
        EventLog: SYSMON,
        Source: 'Microsoft-Windows-Sysmon',
        EventID: 3,
        EventData: eventData(connection),
      },
    },
    inSplunk: inSplunkLog(SYSMON, 3, connection),
    inElastic: {
      host: { os: { type: 'windows' } },
      event: { category: ['network'], type: ['start', 'connection', 'protocol'], code: '3' },
      winlog: { channel: SYSMON },
      process: { executable: IMAGE, name: 'kettle.exe' },
      network: { direction: 'egress', transport: 'tcp' },
      source: { ip: '10.1.2.3', port: 51000 },
      destination: { ip: '192.0.2.25', port: 4443, domain: 'kettle.example' },
      user: { domain: 'NT AUTHORITY', name: 'SYSTEM' },
    },
    asked: [
      { DestinationIp: '192.0.2.25' },
      { 'DestinationIp|startswith': '192.0.' },
      { 'DestinationIp|startswith': '192.' },
      { 'DestinationIp|startswith': '19' },
      { 'DestinationIp|cidr': '192.0.2.0/24' },
      { 'DestinationIp|cidr': ['10.0.0.0/8', '127.0.0.0/8'] },
      { 'DestinationIp|cidr': '2001:db8::/32' },
      { DestinationIp: ['127.0.0.1', '192.0.2.25'] },
      { 'DestinationIp|neq': '192.0.2.25' },
      { DestinationIp: 'kettle.example' },
      { DestinationIp: '*' },
      { DestinationIp: null },
      { DestinationPort: 4443 },
      { DestinationPort: '4443' },
      { DestinationPort: [80, 4443] },
      { 'DestinationPort|gte': 4000 },
      { 'DestinationPort|lt': 4000 },
      { 'DestinationPort|startswith': '44' },
      { 'DestinationPort|endswith': '443' },
      { DestinationHostname: 'KETTLE.example' },
      { 'DestinationHostname|endswith': '.example' },
      { Protocol: 'tcp' },
      { Protocol: 'TCP' },
      { Protocol: 'udp' },
      { Initiated: true },
      { Initiated: 'True' },
      { Initiated: 'false' },
      { 'SourceIp|cidr': '10.0.0.0/8' },
      { SourcePort: 51000 },
      { User: 'NT AUTHORITY\\SYSTEM' },
      { 'User|contains': 'AUTHORI' },
      { 'Image|startswith': 'C:\\Users\\' },
      { 'Image|contains': ' & ' },
    ],
  },
  {
    name: 'a service',
    logsource: { product: 'windows', service: 'system' },
    telling: { EventID: 7045 },
    raw: inLog('System', 7045, service, PROVIDER),
    rows: {
      Event: { EventLog: 'System', Source: PROVIDER, EventID: 7045, EventData: eventData(service) },
    },
    inSplunk: { ...inSplunkLog('System', 7045, service), Name: `'${PROVIDER}'` },
    inElastic: {
      event: { code: '7045' },
      winlog: { channel: 'System', provider_name: PROVIDER, event_data: service },
    },
    asked: [
      { Provider_Name: PROVIDER },
      { Provider_Name: PROVIDER.toUpperCase() },
      { 'Provider_Name|contains': 'Control' },
      { 'Provider_Name|startswith': 'Service' },
      { 'Provider_Name|endswith': 'Manager' },
      { 'Provider_Name|endswith': 'Control' },
      { Provider_Name: 'Service*Manager' },
      { Provider_Name: [PROVIDER, 'Kettle'] },
      { Provider_Name: ['Kettle', 'Stove'] },
      { 'Provider_Name|neq': PROVIDER },
      { 'Provider_Name|re': '^Service Control' },
      { Provider_Name: '*' },
      { ServiceName: 'Kettle & Co' },
      { 'ServiceName|contains': ' & ' },
      { 'ServiceName|startswith': 'kettle' },
      { 'ImagePath|endswith': '\\kettle.exe' },
      { 'ImagePath|contains': 'ProgramData' },
      { 'ImagePath|re': 'Kettle\\\\[a-z]+\\.exe' },
      { Channel: 'System' },
      { Channel: 'Security' },
    ],
  },
  {
    name: 'a request through a proxy',
    logsource: { category: 'proxy' },
    telling: { 'cs-method': 'GET' },
    raw: {
      'cs-method': 'GET',
      'c-uri': 'http://kettle.example/brew/boil.php?now=1',
      'c-uri-stem': '/brew/boil.php',
      'c-uri-query': 'now=1',
      'c-uri-extension': 'php',
      'cs-host': 'kettle.example',
      'c-useragent': 'Kettle/1.0 (tea)',
      'sc-status': 200,
    },
    rows: {
      CommonSecurityLog: {
        RequestMethod: 'GET',
        RequestURL: 'http://kettle.example/brew/boil.php?now=1',
        DestinationHostName: 'kettle.example',
        RequestClientApplication: 'Kettle/1.0 (tea)',
      },
      ASimWebSessionLogs: {
        EventType: 'HTTPsession',
        EventResultDetails: '200',
        HttpRequestMethod: 'GET',
        HttpHost: 'kettle.example',
        HttpUserAgent: 'Kettle/1.0 (tea)',
        Url: 'http://kettle.example/brew/boil.php?now=1',
      },
    },
    inSplunk: {
      tag: ['web', 'proxy'],
      http_method: 'GET',
      url: 'http://kettle.example/brew/boil.php?now=1',
      uri_path: '/brew/boil.php',
      uri_query: 'now=1',
      url_domain: 'kettle.example',
      http_user_agent: 'Kettle/1.0 (tea)',
      status: '200',
    },
    inElastic: {
      event: { category: ['web'] },
      http: { request: { method: 'GET' }, response: { status_code: 200 } },
      url: {
        original: 'http://kettle.example/brew/boil.php?now=1',
        path: '/brew/boil.php',
        query: 'now=1',
        extension: 'php',
        domain: 'kettle.example',
      },
      user_agent: { original: 'Kettle/1.0 (tea)' },
    },
    asked: [
      { 'c-uri': 'http://kettle.example/brew/boil.php?now=1' },
      { 'c-uri|contains': '/brew/' },
      { 'c-uri|contains': 'boil.php\\?now' },
      { 'c-uri|endswith': '.php\\?now=1' },
      { 'c-uri|endswith': '.php' },
      { 'c-uri|startswith': 'http://kettle' },
      { 'c-uri|re': 'boil\\.php\\?now=\\d$' },
      { 'c-uri|contains|all': ['brew', 'now'] },
      { 'c-uri': '*/brew/*now=?' },
      { 'c-uri-stem': '/brew/boil.php' },
      { 'c-uri-stem|endswith': 'boil.php' },
      { 'c-uri-query': 'now=1' },
      { 'c-uri-query|contains': 'now' },
      { 'c-uri-query|startswith': 'now' },
      { 'c-uri-query|contains': 'brew' },
      { 'c-uri-extension': 'php' },
      { 'c-uri-extension': ['exe', 'php'] },
      { 'c-uri-extension': 'exe' },
      { 'cs-host': 'KETTLE.example' },
      { 'cs-host|endswith': '.example' },
      { 'cs-host|endswith': 'kettle' },
      { 'c-useragent|contains': '(tea' },
      { 'c-useragent': 'Kettle/1.0 (tea)' },
      { 'c-useragent|startswith': 'kettle' },
      { 'sc-status': 200 },
      { 'sc-status': '200' },
      { 'sc-status|gte': 400 },
    ],
  },
];
