import type { CorpusLanguage } from './entry.js';
import schemaFields from './schema-fields.generated.js';
import sigmaNames from './sigma-names.json';

/**
 * How a field holds the value of its canonical field: unchanged; only the last part of its path; or as
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
 * Names for a field, by Sigma's name, that our schemas do not map or map to several of Sigma's
 * names. Before a colon is the context that a name needs: `Device*` are Defender's tables of process
 * activity, where the acting process is Sigma's `Image`; in DeviceProcessEvents it is the parent.
 *
 * https://learn.microsoft.com/en-us/defender-xdr/advanced-hunting-schema-tables
 * https://learn.microsoft.com/en-us/azure/sentinel/normalization-about-schemas
 * https://www.elastic.co/docs/reference/ecs/ecs-field-reference
 * https://help.splunk.com/en/splunk-cloud-platform/common-information-model/6.0/data-models/endpoint
 * https://splunk.github.io/splunk-add-on-for-microsoft-windows/
 */
const WHOLE: Readonly<Record<string, Names>> = {
  Image: {
    kusto: 'Device*:InitiatingProcessFolderPath',
  },
  ParentImage: {
    splunk: 'Creator_Process_Name',
  },
  CommandLine: {
    kusto: 'Device*:InitiatingProcessCommandLine',
    elastic: 'process.command_line.text process.command_line.caseless',
    splunk: 'process',
  },
  OriginalFileName: {
    kusto: 'Device*:InitiatingProcessVersionInfoOriginalFileName',
    elastic: 'dll.pe.original_file_name',
  },
  Product: { kusto: 'Device*:InitiatingProcessVersionInfoProductName' },
  Company: { kusto: 'Device*:InitiatingProcessVersionInfoCompanyName' },
  Description: { kusto: 'Device*:InitiatingProcessVersionInfoFileDescription' },
  IntegrityLevel: { kusto: 'Device*:InitiatingProcessIntegrityLevel' },
  TargetFilename: {
    elastic: 'file.path',
    splunk: 'file_path',
  },
  ImageLoaded: { elastic: 'dll.path library:file.path', splunk: 'loaded_file_path' },
  RegistryKey: { elastic: 'registry.key', splunk: 'registry_key_name' },
  RegistryValueName: { elastic: 'registry.value', splunk: 'registry_value_name' },
  Details: { kusto: 'RegistryValueData', elastic: 'registry.data.strings' },
  DestinationIp: { kusto: 'RemoteIP' },
  DestinationPort: { kusto: 'RemotePort' },
  DestinationHostname: {
    kusto: 'DeviceNetworkEvents:RemoteUrl DestinationHostName DstHostname',
    elastic: 'destination.domain',
  },
  SourceIp: { kusto: 'LocalIP SrcIpAddr' },
  SourcePort: { kusto: 'LocalPort' },
  QueryName: {
    sigma: 'dns:query',
    kusto: 'DnsEvents:Name DnsQuery',
    elastic: 'dns.question.name',
    splunk: 'DNS.query query',
  },
  'c-uri': { elastic: 'url.original', splunk: 'url' },
  'c-useragent': { elastic: 'user_agent.original' },
  'cs-method': { elastic: 'http.request.method' },
  Channel: { elastic: 'winlog.channel' },
  EventID: { elastic: 'event.code winlog.event_id', splunk: 'signature_id' },
  Provider_Name: { splunk: 'SourceName' },
  ServiceName: { elastic: 'service.name', splunk: 'service_name' },
  ServiceFileName: { splunk: 'service_path' },
  AuthenticationPackageName: { splunk: 'Authentication_Package' },
  PipeName: { splunk: 'pipe_name' },
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
    known.get(keyOf(language, `${place}${field}`)) ?? bySchema(language, `${place}${field}`);
  if (context !== null) {
    const own = at(`${context}:`);
    if (own) return own;
    const acting = context === 'DeviceProcessEvents' ? undefined : at('Device*:');
    if (acting && /^Device[A-Z]/.test(context)) return acting;
  }
  // A column of a table that is known is that table's.
  return language === 'kusto' && context !== null ? known.get(keyOf(language, field)) : at('');
}

/** What the schemas of stores call Sigma's fields, read backwards. */
function bySchema(language: CorpusLanguage, place: string): CanonicalField | undefined {
  if (language === 'sigma') return undefined;
  const names = schemaFields[language];
  const key = place.toLowerCase();
  return Object.hasOwn(names, key) ? { name: names[key]!, holding: 'whole' } : undefined;
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
    }
  };
  // One of Sigma's names is that of Sysmon's events, whatever the taxonomy of a log source says.
  for (const [other, name] of Object.entries(sigmaNames)) {
    for (const each of [other, name]) found.set(keyOf('sigma', each), { name, holding: 'whole' });
  }
  for (const name of Object.keys(WHOLE))
    found.set(keyOf('sigma', name), { name, holding: 'whole' });
  add(WHOLE, 'whole');
  add(FILE_NAME, 'file-name');
  add(WORDS, 'words');
  return found;
}

function keyOf(language: CorpusLanguage, name: string): string {
  return `${language} ${name.toLowerCase()}`;
}
