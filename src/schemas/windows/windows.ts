import { AUDIT } from './audit.js';
import type { AuditField } from './audit.js';
import { CHANNEL_FIELDS, POWERSHELL_FIELDS } from './channel-fields.js';
import { SECURITY_FIELDS } from './security.js';
import { SYSMON_FIELDS } from './sysmon.js';

/** The fields of the data of an event. */
export interface EventFields {
  readonly names: readonly string[];
  /** Its documentation lists them all: it has no others. */
  readonly areAll: boolean;
}

/** Events of Windows that a log source stands for, in Sigma's fields. */
export interface WindowsEvents {
  readonly category?: string;
  readonly service?: string;
  readonly where: Readonly<Record<string, readonly (string | number)[]>>;
  /** What holds of all of them, and need not be asked for. */
  readonly holds?: Readonly<Record<string, readonly (string | number)[]>>;
  /** The fields of their data, as they are written there; not given where they may be any. */
  readonly fields?: readonly string[];
  /** Fields that their data is known to have. */
  readonly known?: readonly string[];
  /** Fields of other events of the channel that these do not have, whatever a source calls them. */
  readonly lacks?: readonly string[];
  readonly byEvent?: ReadonlyMap<string, EventFields>;
  /** What the names of the category are among `fields`. */
  readonly aliases?: Readonly<Record<string, AuditField>>;
}

/**
 * What Sysmon's event ids are called as categories. A file may be deleted with a copy kept, or
 * without; keys of the registry are made and deleted under one id.
 * https://learn.microsoft.com/en-us/sysinternals/downloads/sysmon#events
 */
const SYSMON: Readonly<Record<string, readonly number[]>> = {
  clipboard_capture: [24],
  create_remote_thread: [8],
  create_stream_hash: [15],
  dns_query: [22],
  driver_load: [6],
  file_block_executable: [27],
  file_block_shredding: [28],
  file_change: [2],
  file_delete: [23, 26],
  file_delete_detected: [26],
  file_event: [11],
  file_executable_detected: [29],
  image_load: [7],
  network_connection: [3],
  pipe_created: [17, 18],
  process_access: [10],
  process_creation: [1],
  process_tampering: [25],
  process_termination: [5],
  raw_access_thread: [9],
  registry_add: [12],
  registry_delete: [12],
  registry_event: [12, 13, 14],
  registry_rename: [14],
  registry_set: [13],
  sysmon_error: [255],
  sysmon_status: [4, 16],
  wmi_event: [19, 20, 21],
};

const EVENT_TYPES: Readonly<Record<string, readonly string[]>> = {
  registry_add: ['CreateKey'],
  registry_delete: ['DeleteKey', 'DeleteValue'],
};

/**
 * PowerShell's event ids as categories.
 * https://learn.microsoft.com/en-us/powershell/module/microsoft.powershell.core/about/about_logging_windows
 */
const POWERSHELL: Readonly<Record<string, readonly [service: string, id: number]>> = {
  ps_classic_provider_start: ['powershell-classic', 600],
  ps_classic_script: ['powershell-classic', 800],
  ps_classic_start: ['powershell-classic', 400],
  ps_module: ['powershell', 4103],
  ps_script: ['powershell', 4104],
};

/** The channels that are called a service in rules. */
export const CHANNELS: Readonly<Record<string, readonly string[]>> = {
  application: ['Application'],
  'application-experience': [
    'Microsoft-Windows-Application-Experience/Program-Compatibility-Assistant',
    'Microsoft-Windows-Application-Experience/Program-Telemetry',
  ],
  applocker: [
    'Microsoft-Windows-AppLocker/EXE and DLL',
    'Microsoft-Windows-AppLocker/MSI and Script',
    'Microsoft-Windows-AppLocker/Packaged app-Deployment',
    'Microsoft-Windows-AppLocker/Packaged app-Execution',
  ],
  'appmodel-runtime': ['Microsoft-Windows-AppModel-Runtime/Admin'],
  'appxdeployment-server': ['Microsoft-Windows-AppXDeploymentServer/Operational'],
  'appxpackaging-om': ['Microsoft-Windows-AppxPackaging/Operational'],
  bitlocker: ['Microsoft-Windows-BitLocker/BitLocker Management'],
  'bits-client': ['Microsoft-Windows-Bits-Client/Operational'],
  capi2: ['Microsoft-Windows-CAPI2/Operational'],
  'certificateservicesclient-lifecycle-system': [
    'Microsoft-Windows-CertificateServicesClient-Lifecycle-System/Operational',
  ],
  'codeintegrity-operational': ['Microsoft-Windows-CodeIntegrity/Operational'],
  dhcp: ['Microsoft-Windows-DHCP-Server/Operational'],
  'diagnosis-scripted': ['Microsoft-Windows-Diagnosis-Scripted/Operational'],
  'dns-client': ['Microsoft-Windows-DNS-Client/Operational'],
  'dns-server': ['DNS Server'],
  'dns-server-analytic': ['Microsoft-Windows-DNSServer/Analytical'],
  'dns-server-audit': ['Microsoft-Windows-DNSServer/Audit'],
  'driver-framework': ['Microsoft-Windows-DriverFrameworks-UserMode/Operational'],
  'firewall-as': ['Microsoft-Windows-Windows Firewall With Advanced Security/Firewall'],
  // For this one and kernel-event-tracing, Sigma's taxonomy names the provider; these are its channels.
  // https://github.com/nasbench/EVTX-ETW-Resources
  'hyper-v-worker': [
    'Microsoft-Windows-Hyper-V-Worker-Admin',
    'Microsoft-Windows-Hyper-V-Worker-Analytic',
    'Microsoft-Windows-Hyper-V-Worker-Operational',
  ],
  'iis-configuration': ['Microsoft-IIS-Configuration/Operational'],
  'kernel-event-tracing': [
    'Microsoft-Windows-Kernel-EventTracing/Admin',
    'Microsoft-Windows-Kernel-EventTracing/Analytic',
  ],
  'kernel-shimengine': [
    'Microsoft-Windows-Kernel-ShimEngine/Diagnostic',
    'Microsoft-Windows-Kernel-ShimEngine/Operational',
  ],
  ldap: ['Microsoft-Windows-LDAP-Client/Debug'],
  ldap_debug: ['Microsoft-Windows-LDAP-Client/Debug'],
  'lsa-server': ['Microsoft-Windows-LSA/Operational'],
  'microsoft-servicebus-client': [
    'Microsoft-ServiceBus-Client/Admin',
    'Microsoft-ServiceBus-Client/Operational',
  ],
  'msexchange-management': ['MSExchange Management'],
  ntfs: ['Microsoft-Windows-Ntfs/Operational'],
  ntlm: ['Microsoft-Windows-NTLM/Operational'],
  openssh: ['OpenSSH/Operational'],
  powershell: ['Microsoft-Windows-PowerShell/Operational', 'PowerShellCore/Operational'],
  'powershell-classic': ['Windows PowerShell'],
  'printservice-admin': ['Microsoft-Windows-PrintService/Admin'],
  'printservice-operational': ['Microsoft-Windows-PrintService/Operational'],
  security: ['Security'],
  'security-mitigations': [
    'Microsoft-Windows-Security-Mitigations/Kernel Mode',
    'Microsoft-Windows-Security-Mitigations/User Mode',
  ],
  sense: ['Microsoft-Windows-SENSE/Operational'],
  'servicebus-client': [
    'Microsoft-ServiceBus-Client/Admin',
    'Microsoft-ServiceBus-Client/Operational',
  ],
  'shell-core': ['Microsoft-Windows-Shell-Core/Operational'],
  'smbclient-connectivity': ['Microsoft-Windows-SmbClient/Connectivity'],
  'smbclient-security': ['Microsoft-Windows-SmbClient/Security'],
  'smbserver-connectivity': ['Microsoft-Windows-SMBServer/Connectivity'],
  sysmon: ['Microsoft-Windows-Sysmon/Operational'],
  system: ['System'],
  taskscheduler: ['Microsoft-Windows-TaskScheduler/Operational'],
  'terminalservices-localsessionmanager': [
    'Microsoft-Windows-TerminalServices-LocalSessionManager/Operational',
  ],
  vhdmp: ['Microsoft-Windows-VHDMP-Operational'],
  windefend: ['Microsoft-Windows-Windows Defender/Operational'],
  // https://github.com/nasbench/EVTX-ETW-Resources
  winrm: ['Microsoft-Windows-WinRM/Operational'],
  wmi: ['Microsoft-Windows-WMI-Activity/Operational'],
};

/** Read out of the list of hashes of an event that has one. */
const DIGESTS = ['md5', 'sha1', 'sha256', 'sha512', 'Imphash'];

/**
 * What every event says of itself, beside its data.
 * https://learn.microsoft.com/en-us/windows/win32/wes/eventschema-systempropertiestype-complextype
 */
export const EVENT_PROPERTIES: readonly string[] =
  'Channel Computer EventID EventRecordID Keywords Level Opcode Provider_Name Task TimeCreated Version'.split(
    ' ',
  );

/** Data of one event that is called like a property of every event. */
const PROPERTIES: ReadonlySet<string> = new Set(['Version']);

const SYSMON_DATA: ReadonlySet<string> = new Set(Object.values(SYSMON_FIELDS).flat());

function lackedBySysmon(fields: readonly string[]): readonly string[] {
  const own = new Set(fields.map((name) => name.toLowerCase()));
  const others = [...SYSMON_DATA].filter((n) => !own.has(n.toLowerCase()) && !PROPERTIES.has(n));
  return own.has('hashes') || own.has('hash') ? others : [...others, ...DIGESTS];
}

/** Sysmon's categories, with the fields that its events have. */
export const sysmonEvents: readonly WindowsEvents[] = Object.entries(SYSMON).map(
  ([category, ids]) => {
    const types = EVENT_TYPES[category];
    const where = { Channel: CHANNELS['sysmon']!, EventID: ids };
    const fields = [...new Set(ids.flatMap((id) => SYSMON_FIELDS[id] ?? []))];
    return {
      category,
      where: types ? { ...where, EventType: types } : where,
      fields,
      get lacks() {
        return lackedBySysmon(fields);
      },
    };
  },
);

/** Fields that the events of a service are known to have. */
const KNOWN: ReadonlyMap<string, readonly string[]> = new Map([
  ...CHANNEL_FIELDS,
  ['security', SECURITY_FIELDS],
  ['sysmon', [...SYSMON_DATA]],
]);

/** Of services of which the fields of each event are known. */
const BY_EVENT: ReadonlyMap<string, ReadonlyMap<string, EventFields>> = new Map([
  ['powershell', fieldsByEvent([...POWERSHELL_FIELDS], false)],
  [
    'security',
    fieldsByEvent(
      AUDIT.map(({ id, fields }) => [id, fields]),
      true,
    ),
  ],
  ['sysmon', fieldsByEvent(Object.entries(SYSMON_FIELDS), false)],
]);

function fieldsByEvent(
  events: readonly (readonly [id: number | string, names: readonly string[]])[],
  areAll: boolean,
): ReadonlyMap<string, EventFields> {
  return new Map(events.map(([id, names]) => [String(id), { names, areAll }]));
}

/** PowerShell's categories, and the channels that are called a service in rules. */
export const channelEvents: readonly WindowsEvents[] = [
  ...Object.entries(POWERSHELL).map(([category, [service, id]]) => ({
    category,
    where: { Channel: CHANNELS[service]!, EventID: [id] },
    ...ofPowerShell(service, id),
  })),
  ...Object.entries(CHANNELS).map(([service, channels]) => ({
    service,
    where: { Channel: channels },
    ...(service === 'sysmon' ? { holds: { EventID: Object.keys(SYSMON_FIELDS).map(Number) } } : {}),
    ...knownIn(service),
  })),
];

/** What is known of the whole channel, where the events of an id are not told from the others. */
function ofPowerShell(service: string, id: number): Pick<WindowsEvents, 'known' | 'lacks'> {
  const known = POWERSHELL_FIELDS.get(id);
  if (!known) return knownIn(service);
  const all = [...POWERSHELL_FIELDS.values()].flat();
  return { known, lacks: all.filter((name) => !known.includes(name)) };
}

function knownIn(service: string): Pick<WindowsEvents, 'known' | 'byEvent'> {
  const known = KNOWN.get(service);
  const byEvent = BY_EVENT.get(service);
  return { ...(known ? { known } : {}), ...(byEvent ? { byEvent } : {}) };
}

/**
 * What the Security log audits of Sysmon's categories, and what they are called there. Rules whose
 * own event id or service asks for them are for these, and those that ask for a field of theirs.
 */
export const auditEvents: readonly WindowsEvents[] = AUDIT.map(
  ({ category, id, where, fields, aliases }) => ({
    category,
    where: { Channel: CHANNELS['security']!, EventID: [id], ...where },
    fields,
    get lacks() {
      const own = new Set([...fields, ...Object.keys(aliases)].map((n) => n.toLowerCase()));
      return SECURITY_FIELDS.filter((n) => !own.has(n.toLowerCase()));
    },
    aliases,
  }),
);

/**
 * Every log source of Windows that has events of its own, categories before services. Any field may
 * be asked for, since other agents than Sysmon write events of its categories too.
 */
export const windowsEvents: readonly WindowsEvents[] = [
  ...sysmonEvents.map(({ category, where, fields }) => ({
    category: category!,
    where,
    known: fields!,
  })),
  ...channelEvents,
  ...auditEvents,
];

/**
 * Those that are kept in the channels of one service, and where a category is given, only its. Other
 * agents do not write there, so fields of another event's are missing from them.
 *
 * @returns an empty list if there is no such service, or no such category of it
 */
export function windowsEventsOf(service: string, category?: string): readonly WindowsEvents[] {
  const channels = Object.hasOwn(CHANNELS, service) ? CHANNELS[service] : null;
  return windowsEvents
    .filter((e) => e.where['Channel'] === channels && (category ?? e.category) === e.category)
    .map((e) => ({
      ...e,
      lacks: sysmonEvents.find((s) => s.where === e.where)?.lacks ?? e.lacks ?? [],
    }));
}

export const windowsServices: readonly string[] = Object.keys(CHANNELS);

/** The channels of a service, in lower case; empty if no service is called so. */
export function windowsChannelsOf(service: string): readonly string[] {
  return Object.hasOwn(CHANNELS, service) ? CHANNELS[service]!.map((c) => c.toLowerCase()) : [];
}

/** Whether some event of a category is in one of the channels, in lower case; null if none is called so. */
export function isOfChannels(category: string, channels: readonly string[]): boolean | null {
  const own = windowsEvents.filter((e) => e.category === category);
  if (own.length === 0) return null;
  return own.some(({ where }) =>
    where['Channel']?.some((c) => channels.includes(String(c).toLowerCase())),
  );
}

/** Providers that write to one channel alone. */
const PROVIDERS: ReadonlyMap<string, string> = new Map([
  ['linux-sysmon', 'linux-sysmon/operational'],
  ['microsoft-windows-powershell', 'microsoft-windows-powershell/operational'],
  ['microsoft-windows-security-auditing', 'security'],
  ['microsoft-windows-sysmon', 'microsoft-windows-sysmon/operational'],
  ['microsoft-windows-windows defender', 'microsoft-windows-windows defender/operational'],
  ['powershell', 'windows powershell'],
  ['powershellcore', 'powershellcore/operational'],
  ['service control manager', 'system'],
]);

/** The channel of a provider, both in lower case; undefined where it may be of several. */
export function windowsChannelOf(provider: string): string | undefined {
  return PROVIDERS.get(provider);
}

/** Channels that many providers write to. */
const SHARED: ReadonlySet<string> = new Set(['security', 'system']);

const SOLE_PROVIDERS: ReadonlyMap<string, string> = new Map(
  [...PROVIDERS].flatMap(([provider, channel]) =>
    SHARED.has(channel) ? [] : [[channel, provider]],
  ),
);

/** The one provider that writes to a channel, both in lower case; undefined where there may be others. */
export function soleProviderOf(channel: string): string | undefined {
  return SOLE_PROVIDERS.get(channel);
}

/** The services whose channels are among some, which are in lower case. */
export function servicesOf(channels: readonly string[]): readonly string[] {
  return windowsServices.filter((s) => windowsChannelsOf(s).some((c) => channels.includes(c)));
}

/**
 * Events whose data has a field that is called like one that every event has: where a map asks for
 * the id of one, the data is meant. Event 104 says which log was cleared.
 * https://learn.microsoft.com/en-us/troubleshoot/windows-server/performance/event-logs-cleared
 */
const DATA_NAMES: ReadonlyMap<string, readonly string[]> = new Map([['channel', ['104']]]);

/** @param eventIds that the name is asked for together with; null where they are not known */
export function isDataName(name: string, eventIds: readonly string[] | null): boolean {
  const ids = DATA_NAMES.get(name);
  return ids !== undefined && eventIds !== null && eventIds.every((id) => ids.includes(id));
}
