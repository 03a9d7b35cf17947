/**
 * Fields of PowerShell's events, by their id.
 * https://learn.microsoft.com/en-us/powershell/module/microsoft.powershell.core/about/about_logging_windows
 * https://github.com/nasbench/EVTX-ETW-Resources
 */
export const POWERSHELL_FIELDS: ReadonlyMap<number, readonly string[]> = new Map([
  [4103, ['ContextInfo', 'Payload', 'UserData']],
  [4104, ['MessageNumber', 'MessageTotal', 'Path', 'ScriptBlockId', 'ScriptBlockText']],
]);

/**
 * Fields of the data of events of some channels, by the service that a channel is called in rules,
 * spelled as in the manifests of their providers. The System log has events of many providers: of
 * these, the ones of the Service Control Manager and of the Event Log service are here.
 * https://github.com/nasbench/EVTX-ETW-Resources
 */
const NAMES: Readonly<Record<string, string>> = {
  // https://github.com/splunk/security_content/blob/develop/data_sources/windows_event_log_system_7045.yml
  system:
    'AccountName ImagePath ServiceName ServiceType StartType ' +
    'HiveName HiveNameLength KeysUpdated DirtyPages ' +
    'param1 param2 param3 param4 param5 param6 param7 Binary',
  taskscheduler:
    'ActionName Command CurrentQuota EnginePID ErrorDescription InstanceId LogPoint Path Priority ' +
    'ProcessID QueuedTaskInstanceId ResultCode RunningTaskInstanceId TaskCount TaskEngineName ' +
    'TaskInstanceId TaskName TaskPath ThreadID UserContext UserName',
  'bits-client':
    'ErrorCode JobGuid LocalName Owner RemoteName Title bytesTotal bytesTransferred fileCount ' +
    'fileLength fileTime hr jobId jobName jobOwner jobTitle name peer processId processPath proxy ' +
    'proxyServerList string string2 string3 transferId url',
  'codeintegrity-operational':
    'CatalogNameBuffer FileNameBuffer ProcessNameBuffer RequestedPolicy RequirementType Status',
  'dns-client':
    'Address AddressLength DnsServerIpAddress Index Interface QueryName QueryOptions QueryResults ' +
    'QueryStatus QueryType ServerList',
  'firewall-as':
    'Action Active ApplicationPath Direction EdgeTraversal EmbeddedContext Flags LocalAddresses ' +
    'LocalPorts LooseSourceMapped ModifyingApplication ModifyingUser Origin Profiles Protocol ' +
    'RemoteAddresses RemotePorts RuleId RuleName RuleStatus SchemaVersion SecurityOptions ServiceName',
  'appxdeployment-server':
    'CategoryName CheckResult DeploymentOperation ErrorCode ErrorMessage ErrorString ErrorText ' +
    'ExtendedData ExtensionName FileName ManifestPath MountPoint PackageFullName PackageMoniker ' +
    'PackageName PackageUri Path PublisherName SignatureOrigin SummaryError',
  'appxpackaging-om':
    'actualValue attributeName1 attributeName2 columnNumber elementName errorCode expectedValue ' +
    'fieldName fieldValue fullValue lineNumber name reason subjectName value xmlNamespace',
  // https://github.com/elastic/integrations/tree/main/packages/windows/data_stream/powershell
  'powershell-classic':
    'CommandLine CommandName CommandPath CommandType DetailSequence DetailTotal EngineVersion ' +
    'HostApplication HostId HostName HostVersion NewEngineState NewProviderState PipelineId ' +
    'PreviousEngineState ProviderName RunspaceId ScriptName SequenceNumber UserId',
  'diagnosis-scripted': 'PackageId PackagePath ResolutionId RootCauseId Status',
  ntlm:
    'CallerPID ClientDomainName ClientLUID ClientUserName DomainName MechanismOID ProcessName ' +
    'SChannelName SChannelType TargetName UserName WorkstationName',
};

/**
 * Fields of the data of Defender's events, whose names have spaces.
 * https://learn.microsoft.com/en-us/defender-endpoint/troubleshoot-microsoft-defender-antivirus
 */
export const DEFENDER_FIELDS: readonly string[] = (
  'Action ID,Action Name,Additional Actions ID,Additional Actions String,Category ID,' +
  'Category Name,Detection ID,Detection Time,Detection User,Domain,Engine Version,Error Code,' +
  'Error Description,Execution ID,Execution Name,Feature Name,FWLink,ID,Inhertiance Flags,' +
  'Involved File,New Value,Old Value,Origin ID,Origin Name,Parent Commandline,Path,' +
  'Post Clean Status,Pre Execution Status,Process Name,Product Name,Product Version,Reason,' +
  'Remediation User,RuleType,Security intelligence Version,Severity ID,Severity Name,SID,' +
  'Signature Version,Source ID,Source Name,State,Status Code,Status Description,' +
  'Target Commandline,Threat ID,Threat Name,Timestamp,Type ID,Type Name,User,Value'
).split(',');

export const CHANNEL_FIELDS: ReadonlyMap<string, readonly string[]> = new Map([
  ['powershell', [...POWERSHELL_FIELDS.values()].flat()],
  ['windefend', DEFENDER_FIELDS],
  ...Object.entries(NAMES).map(([service, names]) => [service, names.split(' ')] as const),
]);
