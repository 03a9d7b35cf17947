import type { LogSource } from '../../model/rule.js';

/** A log that a rule's log source names. */
export interface Source {
  readonly channel: string;
  /** The only events of it that are meant; null for all. */
  readonly ids: readonly number[] | null;
}

const SYSMON = 'Microsoft-Windows-Sysmon/Operational';
const POWERSHELL = ['Microsoft-Windows-PowerShell/Operational', 'PowerShellCore/Operational'];

/**
 * The channels that services of the product `windows` stand for.
 * https://sigmahq.io/sigma-specification/specification/sigma-appendix-taxonomy.html
 */
const SERVICES: Readonly<Record<string, readonly string[]>> = {
  application: ['Application'],
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
  'iis-configuration': ['Microsoft-IIS-Configuration/Operational'],
  ldap: ['Microsoft-Windows-LDAP-Client/Debug'],
  ldap_debug: ['Microsoft-Windows-LDAP-Client/Debug'],
  'lsa-server': ['Microsoft-Windows-LSA/Operational'],
  'microsoft-servicebus-client': ['Microsoft-ServiceBus-Client'],
  'msexchange-management': ['MSExchange Management'],
  ntlm: ['Microsoft-Windows-NTLM/Operational'],
  openssh: ['OpenSSH/Operational'],
  powershell: POWERSHELL,
  'powershell-classic': ['Windows PowerShell'],
  'printservice-admin': ['Microsoft-Windows-PrintService/Admin'],
  'printservice-operational': ['Microsoft-Windows-PrintService/Operational'],
  security: ['Security'],
  'security-mitigations': [
    'Microsoft-Windows-Security-Mitigations/Kernel Mode',
    'Microsoft-Windows-Security-Mitigations/User Mode',
  ],
  'shell-core': ['Microsoft-Windows-Shell-Core/Operational'],
  'smbclient-connectivity': ['Microsoft-Windows-SmbClient/Connectivity'],
  'smbclient-security': ['Microsoft-Windows-SmbClient/Security'],
  'smbserver-connectivity': ['Microsoft-Windows-SMBServer/Connectivity'],
  sysmon: [SYSMON],
  system: ['System'],
  taskscheduler: ['Microsoft-Windows-TaskScheduler/Operational'],
  'terminalservices-localsessionmanager': [
    'Microsoft-Windows-TerminalServices-LocalSessionManager/Operational',
  ],
  vhdmp: ['Microsoft-Windows-VHDMP-Operational'],
  windefend: ['Microsoft-Windows-Windows Defender/Operational'],
  wmi: ['Microsoft-Windows-WMI-Activity/Operational'],
};

/** The events of Sysmon that categories stand for. */
const SYSMON_IDS: Readonly<Record<string, readonly number[]>> = {
  clipboard_capture: [24],
  create_remote_thread: [8],
  create_stream_hash: [15],
  dns_query: [22],
  driver_load: [6],
  file_block_executable: [27],
  file_block_shredding: [28],
  file_change: [2],
  file_delete: [23],
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

/** What Windows itself audits of the same, where it does. */
const SECURITY_IDS: Readonly<Record<string, readonly number[]>> = {
  network_connection: [5156],
  process_creation: [4688],
  process_termination: [4689],
  registry_add: [4657],
  registry_delete: [4657],
  registry_event: [4657],
  registry_set: [4657],
};

const POWERSHELL_CATEGORIES: Readonly<Record<string, readonly Source[]>> = {
  ps_classic_provider_start: [{ channel: 'Windows PowerShell', ids: [600] }],
  ps_classic_script: [{ channel: 'Windows PowerShell', ids: [800] }],
  ps_classic_start: [{ channel: 'Windows PowerShell', ids: [400] }],
  ps_module: POWERSHELL.map((channel) => ({ channel, ids: [4103] })),
  ps_script: POWERSHELL.map((channel) => ({ channel, ids: [4104] })),
};

/** The categories that Sysmon for Linux has events of. */
const LINUX_CATEGORIES: ReadonlySet<string> = new Set([
  'file_event',
  'network_connection',
  'process_creation',
  'process_termination',
]);

/** The logs of a log source, in its own order. Empty where it names none with event ids. */
export function sourcesOf({ product, category, service }: LogSource): readonly Source[] {
  const names = (list: LogSource['product']): string[] => list.map((n) => n.text.toLowerCase());
  const products = names(product);
  const sources: Source[] = [];
  if (products.length === 0 || products.includes('windows')) {
    for (const name of names(service)) {
      for (const channel of own(SERVICES, name) ?? []) sources.push({ channel, ids: null });
    }
    // A service says more than a category that stands beside it.
    if (sources.length > 0) return sources;
    for (const name of names(category)) sources.push(...ofCategory(name));
  }
  if (products.includes('linux')) {
    for (const name of names(category)) {
      const ids = own(SYSMON_IDS, name);
      if (ids && LINUX_CATEGORIES.has(name)) {
        sources.push({ channel: 'Linux-Sysmon/Operational', ids });
      }
    }
  }
  return sources;
}

function ofCategory(name: string): readonly Source[] {
  const sysmon = own(SYSMON_IDS, name);
  const security = own(SECURITY_IDS, name);
  return [
    ...(sysmon ? [{ channel: SYSMON, ids: sysmon }] : []),
    ...(security ? [{ channel: 'Security', ids: security }] : []),
    ...(own(POWERSHELL_CATEGORIES, name) ?? []),
  ];
}

function own<T>(table: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
