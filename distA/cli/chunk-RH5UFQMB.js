import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);

// src/pipeline/builtin/sysmon.ts
var PROCESS = "RuleName UtcTime ProcessGuid ProcessId Image User", FILE = `${PROCESS} TargetFilename`, SIGNED = "Hashes Signed Signature SignatureStatus", VERSION = "FileVersion Description Product Company OriginalFileName", TWO_PROCESSES = "RuleName UtcTime SourceProcessId SourceImage TargetProcessId TargetImage SourceUser TargetUser", REGISTRY = `${PROCESS} EventType TargetObject`, PIPE = `${PROCESS} EventType PipeName`, WMI = "RuleName EventType UtcTime Operation User", FIELDS = {
  1: `${PROCESS} ${VERSION} CommandLine CurrentDirectory LogonGuid LogonId TerminalSessionId IntegrityLevel Hashes ParentProcessGuid ParentProcessId ParentImage ParentCommandLine ParentUser`,
  2: `${FILE} CreationUtcTime PreviousCreationUtcTime`,
  3: `${PROCESS} Protocol Initiated SourceIsIpv6 SourceIp SourceHostname SourcePort SourcePortName DestinationIsIpv6 DestinationIp DestinationHostname DestinationPort DestinationPortName`,
  4: "UtcTime State Version SchemaVersion",
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
  16: "UtcTime Configuration ConfigurationFileHash",
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
  255: "UtcTime ID Description"
}, SYSMON_FIELDS = Object.fromEntries(
  Object.entries(FIELDS).map(([id, names]) => [id, names.split(" ")])
);

// src/pipeline/builtin/windows.ts
var SYSMON = {
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
  wmi_event: [19, 20, 21]
}, EVENT_TYPES = {
  registry_add: ["CreateKey"],
  registry_delete: ["DeleteKey", "DeleteValue"]
}, POWERSHELL = {
  ps_classic_provider_start: ["powershell-classic", 600],
  ps_classic_script: ["powershell-classic", 800],
  ps_classic_start: ["powershell-classic", 400],
  ps_module: ["powershell", 4103],
  ps_script: ["powershell", 4104]
}, CHANNELS = {
  application: ["Application"],
  applocker: [
    "Microsoft-Windows-AppLocker/EXE and DLL",
    "Microsoft-Windows-AppLocker/MSI and Script",
    "Microsoft-Windows-AppLocker/Packaged app-Deployment",
    "Microsoft-Windows-AppLocker/Packaged app-Execution"
  ],
  "appmodel-runtime": ["Microsoft-Windows-AppModel-Runtime/Admin"],
  "appxdeployment-server": ["Microsoft-Windows-AppXDeploymentServer/Operational"],
  "appxpackaging-om": ["Microsoft-Windows-AppxPackaging/Operational"],
  bitlocker: ["Microsoft-Windows-BitLocker/BitLocker Management"],
  "bits-client": ["Microsoft-Windows-Bits-Client/Operational"],
  capi2: ["Microsoft-Windows-CAPI2/Operational"],
  "certificateservicesclient-lifecycle-system": [
    "Microsoft-Windows-CertificateServicesClient-Lifecycle-System/Operational"
  ],
  "codeintegrity-operational": ["Microsoft-Windows-CodeIntegrity/Operational"],
  dhcp: ["Microsoft-Windows-DHCP-Server/Operational"],
  "diagnosis-scripted": ["Microsoft-Windows-Diagnosis-Scripted/Operational"],
  "dns-client": ["Microsoft-Windows-DNS-Client/Operational"],
  "dns-server": ["DNS Server"],
  "dns-server-analytic": ["Microsoft-Windows-DNSServer/Analytical"],
  "dns-server-audit": ["Microsoft-Windows-DNSServer/Audit"],
  "driver-framework": ["Microsoft-Windows-DriverFrameworks-UserMode/Operational"],
  "firewall-as": ["Microsoft-Windows-Windows Firewall With Advanced Security/Firewall"],
  "iis-configuration": ["Microsoft-IIS-Configuration/Operational"],
  ldap: ["Microsoft-Windows-LDAP-Client/Debug"],
  ldap_debug: ["Microsoft-Windows-LDAP-Client/Debug"],
  "lsa-server": ["Microsoft-Windows-LSA/Operational"],
  "microsoft-servicebus-client": [
    "Microsoft-ServiceBus-Client/Admin",
    "Microsoft-ServiceBus-Client/Operational"
  ],
  "msexchange-management": ["MSExchange Management"],
  ntlm: ["Microsoft-Windows-NTLM/Operational"],
  openssh: ["OpenSSH/Operational"],
  powershell: ["Microsoft-Windows-PowerShell/Operational", "PowerShellCore/Operational"],
  "powershell-classic": ["Windows PowerShell"],
  "printservice-admin": ["Microsoft-Windows-PrintService/Admin"],
  "printservice-operational": ["Microsoft-Windows-PrintService/Operational"],
  security: ["Security"],
  "security-mitigations": [
    "Microsoft-Windows-Security-Mitigations/Kernel Mode",
    "Microsoft-Windows-Security-Mitigations/User Mode"
  ],
  "shell-core": ["Microsoft-Windows-Shell-Core/Operational"],
  "smbclient-connectivity": ["Microsoft-Windows-SmbClient/Connectivity"],
  "smbclient-security": ["Microsoft-Windows-SmbClient/Security"],
  "smbserver-connectivity": ["Microsoft-Windows-SMBServer/Connectivity"],
  sysmon: ["Microsoft-Windows-Sysmon/Operational"],
  system: ["System"],
  taskscheduler: ["Microsoft-Windows-TaskScheduler/Operational"],
  "terminalservices-localsessionmanager": [
    "Microsoft-Windows-TerminalServices-LocalSessionManager/Operational"
  ],
  vhdmp: ["Microsoft-Windows-VHDMP-Operational"],
  windefend: ["Microsoft-Windows-Windows Defender/Operational"],
  wmi: ["Microsoft-Windows-WMI-Activity/Operational"]
}, sysmonEvents = Object.entries(SYSMON).map(
  ([category, ids]) => {
    let types = EVENT_TYPES[category], where = { Channel: CHANNELS.sysmon, EventID: ids };
    return {
      category,
      where: types ? { ...where, EventType: types } : where,
      fields: [...new Set(ids.flatMap((id) => SYSMON_FIELDS[id] ?? []))]
    };
  }
), channelEvents = [
  ...Object.entries(POWERSHELL).map(([category, [service, id]]) => ({
    category,
    where: { Channel: CHANNELS[service], EventID: [id] }
  })),
  ...Object.entries(CHANNELS).map(([service, channels]) => ({
    service,
    where: { Channel: channels }
  }))
], windowsEvents = [
  ...sysmonEvents.map(({ category, where }) => ({ category, where })),
  ...channelEvents
];
function windowsEventsOf(service) {
  let channels = Object.hasOwn(CHANNELS, service) ? CHANNELS[service] : null;
  return windowsEvents.filter(({ where }) => where.Channel === channels);
}
var windowsServices = Object.keys(CHANNELS);

export {
  sysmonEvents,
  channelEvents,
  windowsEvents,
  windowsEventsOf,
  windowsServices
};
