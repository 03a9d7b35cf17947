import type { CorpusLanguage } from './entry.js';

/**
 * How a field holds what its canonical field holds: as it is; only the last part of its path; or as
 * text that is searched by words, where equality means that the words are contained.
 */
export type Holding = 'whole' | 'file-name' | 'words';

export interface CanonicalField {
  /** Sigma's name for it, or the field's own where Sigma has none. */
  readonly name: string;
  readonly holding: Holding;
}

/** Which field is meant by a name, in a language and at a place such as a table. */
export type CanonicalFieldOf = (
  language: CorpusLanguage,
  field: string,
  context: string | null,
) => CanonicalField;

type Names = Partial<Record<CorpusLanguage, string>>;

/**
 * Names for one and the same field, by Sigma's. Before a colon stands the context that a name needs:
 * `Device*` are Defender's tables that tell of what a process did, where the process that acts is
 * Sigma's `Image`; in DeviceProcessEvents it is the parent.
 *
 * https://learn.microsoft.com/en-us/defender-xdr/advanced-hunting-schema-tables
 * https://learn.microsoft.com/en-us/azure/azure-monitor/reference/tables/securityevent
 * https://learn.microsoft.com/en-us/azure/sentinel/normalization-about-schemas
 * https://www.elastic.co/docs/reference/ecs/ecs-field-reference
 * https://help.splunk.com/en/splunk-cloud-platform/common-information-model/6.0/data-models/endpoint
 * https://splunk.github.io/splunk-add-on-for-microsoft-windows/
 */
const WHOLE: Readonly<Record<string, Names>> = {
  Image: {
    sigma: 'NewProcessName',
    kusto:
      'NewProcessName DeviceProcessEvents:FolderPath Device*:InitiatingProcessFolderPath imProcessCreate:TargetProcessName _Im_ProcessCreate:TargetProcessName',
    elastic: 'process.executable winlog.event_data.NewProcessName',
    splunk: 'process_path New_Process_Name NewProcessName',
  },
  ParentImage: {
    sigma: 'ParentProcessName',
    kusto:
      'ParentProcessName DeviceProcessEvents:InitiatingProcessFolderPath imProcessCreate:ActingProcessName _Im_ProcessCreate:ActingProcessName',
    elastic: 'process.parent.executable winlog.event_data.ParentProcessName',
    splunk: 'parent_process_path Creator_Process_Name ParentProcessName',
  },
  CommandLine: {
    sigma: 'ProcessCommandLine',
    kusto:
      'ProcessCommandLine Device*:InitiatingProcessCommandLine imProcessCreate:TargetProcessCommandLine _Im_ProcessCreate:TargetProcessCommandLine',
    elastic: 'process.command_line process.command_line.text process.command_line.caseless',
    splunk: 'process Process_Command_Line',
  },
  ParentCommandLine: {
    kusto:
      'DeviceProcessEvents:InitiatingProcessCommandLine imProcessCreate:ActingProcessCommandLine _Im_ProcessCreate:ActingProcessCommandLine',
    elastic: 'process.parent.command_line',
    splunk: 'parent_process',
  },
  OriginalFileName: {
    kusto:
      'ProcessVersionInfoOriginalFileName Device*:InitiatingProcessVersionInfoOriginalFileName',
    elastic: 'process.pe.original_file_name file.pe.original_file_name dll.pe.original_file_name',
    splunk: 'original_file_name',
  },
  Product: {
    kusto: 'ProcessVersionInfoProductName Device*:InitiatingProcessVersionInfoProductName',
    elastic: 'process.pe.product file.pe.product',
  },
  Company: {
    kusto: 'ProcessVersionInfoCompanyName Device*:InitiatingProcessVersionInfoCompanyName',
    elastic: 'process.pe.company file.pe.company',
  },
  Description: {
    kusto: 'ProcessVersionInfoFileDescription Device*:InitiatingProcessVersionInfoFileDescription',
    elastic: 'process.pe.description file.pe.description',
  },
  CurrentDirectory: { elastic: 'process.working_directory', splunk: 'process_current_directory' },
  IntegrityLevel: {
    kusto: 'ProcessIntegrityLevel Device*:InitiatingProcessIntegrityLevel',
    elastic: 'process.Ext.token.integrity_level_name winlog.event_data.IntegrityLevel',
    splunk: 'process_integrity_level',
  },
  ProcessId: { elastic: 'process.pid', splunk: 'process_id' },
  ParentProcessId: { elastic: 'process.parent.pid', splunk: 'parent_process_id' },
  TargetFilename: {
    kusto: 'DeviceFileEvents:FolderPath imFileEvent:TargetFilePath _Im_FileEvent:TargetFilePath',
    elastic: 'file.path',
    splunk: 'file_path',
  },
  ImageLoaded: {
    kusto: 'DeviceImageLoadEvents:FolderPath',
    elastic: 'dll.path library:file.path',
    splunk: 'loaded_file_path',
  },
  TargetObject: {
    elastic: 'registry.path',
    splunk: 'registry_path',
  },
  RegistryKey: { elastic: 'registry.key', splunk: 'registry_key_name' },
  RegistryValueName: { elastic: 'registry.value', splunk: 'registry_value_name' },
  Details: {
    kusto: 'RegistryValueData',
    elastic: 'registry.data.strings',
    splunk: 'registry_value_data',
  },
  DestinationIp: {
    sigma: 'dst_ip DestinationIP DestAddress',
    kusto: 'RemoteIP DestinationIP DestAddress DstIpAddr',
    elastic: 'destination.ip',
    splunk: 'dest_ip',
  },
  DestinationPort: {
    sigma: 'dst_port DestPort',
    kusto: 'RemotePort DestPort DstPortNumber',
    elastic: 'destination.port',
    splunk: 'dest_port',
  },
  DestinationHostname: {
    kusto: 'DeviceNetworkEvents:RemoteUrl DestinationHostName DstHostname',
    elastic: 'destination.domain',
  },
  SourceIp: {
    sigma: 'src_ip SourceIP SourceAddress',
    kusto: 'LocalIP SourceIP SourceAddress SrcIpAddr',
    elastic: 'source.ip',
    splunk: 'src_ip',
  },
  SourcePort: {
    sigma: 'src_port',
    kusto: 'LocalPort SrcPortNumber',
    elastic: 'source.port',
    splunk: 'src_port',
  },
  QueryName: {
    sigma: 'dns:query',
    kusto: 'DnsEvents:Name DnsQuery',
    elastic: 'dns.question.name',
    splunk: 'DNS.query query',
  },
  'c-uri': { elastic: 'url.original', splunk: 'url' },
  'c-useragent': {
    sigma: 'cs-user-agent UserAgent',
    kusto: 'UserAgent HttpUserAgent csUserAgent',
    elastic: 'user_agent.original',
    splunk: 'http_user_agent',
  },
  'cs-method': {
    kusto: 'csMethod HttpRequestMethod RequestMethod',
    elastic: 'http.request.method',
    splunk: 'http_method',
  },
  EventID: {
    kusto: 'EventID',
    elastic: 'event.code winlog.event_id',
    splunk: 'EventCode signature_id',
  },
  Channel: { kusto: 'Event:EventLog', elastic: 'winlog.channel' },
  Provider_Name: {
    kusto: 'Event:Source WindowsEvent:Provider EventSourceName',
    elastic: 'winlog.provider_name',
    splunk: 'SourceName',
  },
  ServiceName: { elastic: 'service.name winlog.event_data.ServiceName', splunk: 'service_name' },
  ServiceFileName: {
    sigma: 'ImagePath',
    kusto: 'ImagePath',
    elastic: 'winlog.event_data.ImagePath winlog.event_data.ServiceFileName',
    splunk: 'Service_File_Name ImagePath service_path',
  },
  AuthenticationPackageName: { splunk: 'Authentication_Package' },
  PipeName: { splunk: 'pipe_name' },
  md5: { kusto: 'MD5', elastic: 'process.hash.md5 file.hash.md5' },
  sha1: { kusto: 'SHA1', elastic: 'process.hash.sha1 file.hash.sha1' },
  sha256: { kusto: 'SHA256', elastic: 'process.hash.sha256 file.hash.sha256' },
};

/** Names for the last part of the path that the field holds. */
const FILE_NAME: Readonly<Record<string, Names>> = {
  Image: {
    kusto:
      'DeviceProcessEvents:FileName SecurityEvent:Process WindowsEvent:Process Device*:InitiatingProcessFileName',
    elastic: 'process.name',
    splunk: 'process_name',
  },
  ParentImage: {
    kusto: 'DeviceProcessEvents:InitiatingProcessFileName Device*:InitiatingProcessParentFileName',
    elastic: 'process.parent.name',
    splunk: 'parent_process_name',
  },
  TargetFilename: {
    kusto: 'DeviceFileEvents:FileName',
    elastic: 'file.name',
    splunk: 'file_name',
  },
  ImageLoaded: {
    kusto: 'DeviceImageLoadEvents:FileName',
    elastic: 'dll.name library:file.name',
    splunk: 'loaded_file',
  },
};

/** Names for the text that the field holds, taken apart into words. */
const WORDS: Readonly<Record<string, Names>> = {
  ScriptBlockText: { elastic: 'powershell.file.script_block_text' },
  message: { elastic: 'message' },
};

/** Bags of properties: what they hold is named by the property. */
const BAGS: Partial<Record<CorpusLanguage, RegExp>> = {
  kusto: /^(?:EventData|AdditionalFields|RawEventData|EventProperties)\./i,
  elastic: /^winlog\.(?:event_data|user_data)\./i,
  // The nodes of data models.
  splunk:
    /^(?:Processes|Registry|Filesystem|Services|Ports|All_Traffic|Web|DNS|Authentication|All_Changes|All_Email|All_Risk|IDS_Attacks|All_Certificates)\./,
};

/** `Object_Name`, as Splunk's add-on reads it from the text of a Windows event. */
const TITLE_CASE = /^[A-Z][A-Za-z0-9]*(?:_[A-Z][A-Za-z0-9]*)+$/;

const known = index();

/** The default: the names above, and beyond them the last property's own name. */
export const canonicalField: CanonicalFieldOf = (language, field, context) => {
  const found = lookUp(language, field, context);
  if (found) return found;
  const bag = BAGS[language];
  const bare = bag ? field.replace(bag, '') : field;
  const named = language === 'splunk' && TITLE_CASE.test(bare) ? bare.replaceAll('_', '') : bare;
  const other = named === field ? undefined : lookUp(language, named, context);
  // What is left is the name that its source gave it, which is the one that Sigma's rules use.
  return other ?? lookUp('sigma', named, null) ?? { name: named, holding: 'whole' };
};

function lookUp(
  language: CorpusLanguage,
  field: string,
  context: string | null,
): CanonicalField | undefined {
  const at = (place: string): CanonicalField | undefined =>
    known.get(keyOf(language, `${place}${field}`));
  if (context !== null) {
    const own = at(`${context}:`);
    if (own) return own;
    const acting = context === 'DeviceProcessEvents' ? undefined : at('Device*:');
    if (acting && /^Device[A-Z]/.test(context)) return acting;
  }
  return at('');
}

function index(): ReadonlyMap<string, CanonicalField> {
  const found = new Map<string, CanonicalField>();
  const add = (table: Readonly<Record<string, Names>>, holding: Holding): void => {
    for (const [name, names] of Object.entries(table)) {
      const field = { name, holding };
      for (const [language, list] of Object.entries(names)) {
        for (const other of list.split(' ')) {
          found.set(keyOf(language as CorpusLanguage, other), field);
        }
      }
      // Sysmon's names come through to every language.
      if (holding === 'whole') found.set(keyOf('sigma', name), field);
    }
  };
  add(WHOLE, 'whole');
  add(FILE_NAME, 'file-name');
  add(WORDS, 'words');
  return found;
}

function keyOf(language: CorpusLanguage, name: string): string {
  return `${language} ${name.toLowerCase()}`;
}
