import { describe, expect, test } from 'vitest';
import type { CorpusLanguage, CorpusPredicate } from '../../../../src/catalog/corpus/entry.js';
import { canonicalField } from '../../../../src/catalog/corpus/field-names.js';
import { indicatorOf, keyOf } from '../../../../src/catalog/corpus/indicator.js';

type Kind = CorpusPredicate['kind'];

function key(
  language: CorpusLanguage,
  field: string | null,
  kind: Kind,
  value: string,
  negated = false,
) {
  const [context, name] = field?.includes(':') ? field.split(':') : [null, field];
  return keyOf(indicatorOf(language, { field: name!, context: context!, kind, value, negated }));
}

describe('one thing said in two ways is one indicator', () => {
  test.each([
    [key('sigma', 'Image', 'ends_with', '\\a.exe'), key('elastic', 'process.name', 'eq', 'A.exe')],
    [
      key('sigma', 'Image', 'ends_with', '/bash'),
      key('splunk', 'Processes.process_name', 'eq', 'bash'),
    ],
    [
      key('sigma', 'Image', 'eq', 'C:\\a'),
      key('kusto', 'DeviceProcessEvents:FolderPath', 'eq', 'c:\\A'),
    ],
    [key('sigma', 'Image', 'eq', 'a'), key('sigma', 'NewProcessName', 'eq', 'a')],
    [key('sigma', 'Image', 'eq', 'a'), key('elastic', 'process.executable', 'eq', 'a')],
    [
      key('sigma', 'ParentImage', 'eq', 'a'),
      key('kusto', 'DeviceProcessEvents:InitiatingProcessFolderPath', 'eq', 'a'),
    ],
    [
      key('sigma', 'Image', 'eq', 'a'),
      key('kusto', 'DeviceNetworkEvents:InitiatingProcessFolderPath', 'eq', 'a'),
    ],
    [key('sigma', 'A', 'ne', 'b'), key('kusto', 'A', 'eq', 'b', true)],
    [key('sigma', 'A', 'null', '', true), key('elastic', 'a', 'exists', '')],
    [
      key('sigma', 'ScriptBlockText', 'match', 'x'),
      key('elastic', 'powershell.file.script_block_text', 'eq', 'X'),
    ],
    [key('sigma', 'A', 'fieldref', 'Image'), key('elastic', 'a', 'fieldref', 'process.executable')],
    [key('sigma', null, 'keyword', 'Straße Σς'), key('splunk', null, 'keyword', 'sTRAßE σσ')],
  ])('%j is %j', (a, b) => {
    expect(a).toBe(b);
  });

  test.each([
    [key('sigma', 'Image', 'eq', 'a'), key('sigma', 'Image', 'eq', 'a', true)],
    [key('sigma', 'Image', 'eq', 'a'), key('sigma', 'Image', 'match', 'a')],
    [key('sigma', 'Image', 'regex', '\\s'), key('sigma', 'Image', 'regex', '\\S')],
    [key('sigma', 'Image', 'eq', 'a'), key('sigma', 'Image', 'eq', 'a ')],
    [key('sigma', 'Image', 'match', 'a'), key('elastic', 'process.name', 'match', 'a')],
    [key('sigma', 'Image', 'eq', ''), key('elastic', 'process.name', 'eq', '')],
    [
      key('sigma', 'Image', 'ends_with', '\\b\\a.exe'),
      key('elastic', 'process.name', 'eq', 'a.exe'),
    ],
    [
      key('sigma', 'ImageLoaded', 'eq', 'a'),
      key('kusto', 'DeviceProcessEvents:FolderPath', 'eq', 'a'),
    ],
    [key('sigma', 'ProcessName', 'eq', 'a'), key('splunk', 'process_name', 'eq', 'a')],
    [key('sigma', null, 'keyword', 'a'), key('sigma', 'keyword', 'eq', 'a')],
  ])('%j is not %j', (a, b) => {
    expect(a).not.toBe(b);
  });
});

test.each([
  ['kusto', 'NewProcessName', null, 'Image'],
  ['kusto', 'EventData.Image', 'WindowsEvent', 'Image'],
  ['kusto', 'EventData.ObjectServer', null, 'ObjectServer'],
  ['kusto', 'FolderPath', null, 'FolderPath'],
  ['kusto', 'FolderPath', 'DeviceImageLoadEvents', 'ImageLoaded'],
  ['kusto', 'FileName', 'DeviceFileEvents', 'TargetFilename'],
  ['kusto', 'InitiatingProcessCommandLine', 'DeviceEvents', 'CommandLine'],
  ['kusto', 'InitiatingProcessCommandLine', null, 'InitiatingProcessCommandLine'],
  ['kusto', 'TargetProcessName', '_Im_ProcessCreate', 'Image'],
  ['kusto', 'ActingProcessName', 'imProcessCreate', 'ParentImage'],
  ['kusto', 'IPAddress', 'Elsewhere', 'IPAddress'],
  ['kusto', 'CallerIpAddress', 'AzureActivity', 'callerIpAddress'],
  ['splunk', 'Filesystem.process_path', null, 'Image'],
  ['elastic', 'process.hash.sha256', 'process', 'sha256'],
  ['kusto', 'TargetResources.displayName', 'AuditLogs', 'TargetResources.displayName'],
  ['elastic', 'winlog.event_data.ObjectServer', null, 'ObjectServer'],
  ['elastic', 'winlog.event_data.NewProcessName', null, 'Image'],
  ['elastic', 'file.path', 'library', 'ImageLoaded'],
  ['elastic', 'file.path', 'file', 'TargetFilename'],
  ['splunk', 'Object_Server', null, 'ObjectServer'],
  ['splunk', 'New_Process_Name', null, 'Image'],
  ['splunk', 'Registry.registry_path', null, 'TargetObject'],
  ['splunk', 'All_Traffic.dest_port', null, 'DestinationPort'],
  ['splunk', 'requestParameters.userName', null, 'requestParameters.userName'],
  ['sigma', 'dst_port', 'firewall', 'DestinationPort'],
  ['sigma', 'query', 'dns', 'QueryName'],
  ['sigma', 'query', null, 'query'],
] as const)('%s: %s in %s is %s', (language, field, context, name) => {
  expect(canonicalField(language, field, context).name).toBe(name);
});
