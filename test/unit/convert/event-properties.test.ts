import { expect, test } from 'vitest';
import { kql } from '../../../backends/kql/index.js';
import { lucene } from '../../../backends/lucene/index.js';
import { splunk } from '../../../backends/splunk/index.js';
import { defaultsOf, firstQuery } from '../../support/defaults.js';

const settings = await defaultsOf([kql, splunk, lucene]);

/** What a query asks beside the log source, or the code of what refuses it. */
function asked(target: string, service: string, selection: object): string {
  const logsource = { product: 'windows', ...(service === '' ? {} : { service }) };
  const rule = { logsource, detection: { selection, condition: 'selection' } };
  const { text, diagnostics } = firstQuery(rule, settings.get(target)!);
  return text ?? diagnostics.find((d) => d.severity === 'error')!.code;
}

/** What an event says of itself is not part of its data, and each store has other names for it. */
test.each([
  [
    'security',
    'Security_UserID',
    'S-1-5-18',
    'SystemUserId',
    'UserID="\'S-1-5-18\'"',
    'winlog.user.identifier',
  ],
  [
    'security',
    'UserID',
    'S-1-5-18',
    'SystemUserId',
    'UserID="\'S-1-5-18\'"',
    'winlog.user.identifier',
  ],
  [
    'security',
    'Execution_ProcessID',
    4,
    'SystemProcessId == 4',
    'ProcessID="\'4\'"',
    'winlog.process.pid:4',
  ],
  [
    'sysmon',
    'Execution_ThreadID',
    8,
    'WindowsEvent',
    'ThreadID="\'8\'"',
    'winlog.process.thread.id:8',
  ],
  [
    'system',
    'Provider_Guid',
    '{0}',
    'field-not-in-source',
    'Guid="\'{0}\'"',
    'winlog.provider_guid',
  ],
  ['sysmon', 'ComputerName', 'a', 'Computer =~ "a"', 'ComputerName="a"', 'winlog.computer_name'],
  ['sysmon', 'Level', 4, 'EventLevel == 4', 'Level=4', 'log.level:information'],
  ['system', 'Opcode', 1, 'Opcode == "1"', 'Opcode=1', 'field-not-in-source'],
  ['system', 'EventCode', 7045, 'EventID == 7045', 'EventCode=7045', 'event.code:7045'],
])('%s: %s', (service, field, value, ofKql, ofSplunk, ofElastic) => {
  const selection = { [field]: value };
  expect(asked('kql', service, selection)).toContain(ofKql);
  expect(asked('splunk', service, selection)).toContain(ofSplunk);
  expect(asked('lucene', service, selection)).toContain(ofElastic);
});

test.each(['Image|endswith', 'NewProcessName|endswith', 'IpAddress', 'ScriptBlockText|contains'])(
  'what one log keeps elsewhere is not asked of all logs: %s',
  (field) => {
    const selection = { EventID: 1, [field]: '10.0.0.1' };
    expect(asked('lucene', '', selection)).toBe('field-not-in-source');
  },
);

test.each([
  [{ EventID: 1, RuleName: '-' }, 'NOT _exists_:rule.name'],
  [{ EventID: 13, Details: '-' }, 'NOT _exists_:registry.data.strings'],
  [{ EventID: 1, 'Image|endswith': 'kettle.exe' }, 'process.executable:'],
  [{ EventID: 1, 'Image|endswith': '\\kettle.exe' }, 'process.name:'],
  [{ EventID: 10, SourceThreadId: 8 }, 'process.thread.id:8'],
])('Elastic leaves out what says nothing, and takes names out of paths: %j', (selection, query) => {
  expect(asked('lucene', 'sysmon', selection)).toContain(query);
});
