import { describe, expect, test } from 'vitest';
import { kql } from '../backends/kql/index.js';
import { lucene } from '../backends/lucene/index.js';
import { splunk } from '../backends/splunk/index.js';
import { defaultsOf, firstQuery } from './support/defaults.js';

/* Which events a rule is asked of, by what its log source and its own conditions say: on every target. */

const backends = [kql, splunk, lucene];
const settings = await defaultsOf(backends);

/** What the query of each target has to have in it. */
type Asked = Readonly<Record<'kql' | 'splunk' | 'lucene', readonly string[]>>;
/** The error that each target refuses the rule with. */
type Refused = string;

const idIn = (id: number | undefined) => ({
  kql: id === undefined ? [] : [`EventID == ${id}`],
  splunk: id === undefined ? [] : [`EventCode=${id}`],
  lucene: id === undefined ? [] : [`event.code:${id}`],
});

/** Lucene reads plain words without quotes. */
const quoted = (text: string): string => (/^[A-Za-z]+$/.test(text) ? text : `"${text}"`);

const log = (channel: string, id?: number): Asked => ({
  kql: [`EventLog == "${channel}"`, ...idIn(id).kql],
  splunk: [`XmlWinEventLog:${channel}`, ...idIn(id).splunk],
  lucene: [`winlog.channel:${quoted(channel)}`, ...idIn(id).lucene],
});

const security = (id: number): Asked => ({
  ...log('Security', id),
  kql: ['SecurityEvent |', ...idIn(id).kql],
});
const sysmon = (id: number): Asked => log('Microsoft-Windows-Sysmon/Operational', id);

const category = (name: string, more = {}) => ({ product: 'windows', category: name, ...more });
const windows = (service: string | readonly string[]) => ({ product: 'windows', service });

const CONTRADICTS = 'source-contradicts-rule';

const VARIANTS: readonly (readonly [object, unknown, Asked | Refused])[] = [
  [
    category('process_creation'),
    { EventID: 4688, 'ParentImage|endswith': '\\stove.exe' },
    security(4688),
  ],
  [category('process_creation'), { EventID: '4688', Image: 'kettle.exe' }, security(4688)],
  [category('process_creation'), { Channel: 'Security', Image: 'kettle.exe' }, security(4688)],
  [category('process_creation'), { Channel: 'security', Image: 'kettle.exe' }, security(4688)],
  [
    category('process_creation'),
    { Provider_Name: 'Microsoft-Windows-Security-Auditing', Image: 'a' },
    security(4688),
  ],
  [
    category('process_creation'),
    { Provider_Name: 'Microsoft-Windows-Sysmon', Image: 'a' },
    sysmon(1),
  ],
  [category('process_creation'), { NewProcessName: 'a', ParentProcessName: 'b' }, security(4688)],
  [category('process_creation'), { MandatoryLabel: 'S-1-16-12288' }, security(4688)],
  [category('process_creation'), { EventID: 4689, Image: 'a' }, CONTRADICTS],
  [category('process_creation'), { EventID: 3, Image: 'a' }, CONTRADICTS],
  [category('process_creation'), { Channel: 'System', Image: 'a' }, CONTRADICTS],
  [category('process_creation', { service: 'security' }), { Image: 'a' }, security(4688)],
  [category('process_creation', { service: 'sysmon' }), { Image: 'a' }, sysmon(1)],
  [
    category('process_creation', { service: 'system' }),
    { Image: 'a' },
    'source-contradicts-itself',
  ],
  [
    category('process_creation', { service: 'powershell' }),
    { Image: 'a' },
    'source-contradicts-itself',
  ],
  [category('process_termination'), { ProcessName: 'a' }, security(4689)],
  [category('process_termination'), { EventID: 4689, Image: 'a' }, security(4689)],
  [category('network_connection'), { EventID: 5156, DestinationPort: 4444 }, security(5156)],
  [category('network_connection'), { DestAddress: '192.0.2.1', DestPort: 4444 }, security(5156)],
  [category('network_connection'), { EventID: 5158, SourcePort: 4444 }, CONTRADICTS],
  [
    category('network_connection'),
    { Channel: 'Microsoft-Windows-Sysmon/Operational', DestinationPort: 1 },
    sysmon(3),
  ],
  [category('registry_set'), { EventID: 4657, ObjectValueName: 'a' }, security(4657)],
  [category('registry_set'), { ObjectValueName: 'a', OperationType: '%%1905' }, security(4657)],
  [category('registry_event'), { EventID: 13, TargetObject: 'a' }, sysmon(13)],
  [category('registry_event'), { EventID: 12, TargetObject: 'a' }, sysmon(12)],
  [category('registry_add'), { EventID: 13, TargetObject: 'a' }, CONTRADICTS],
  [category('registry_delete'), { EventType: 'SetValue', TargetObject: 'a' }, CONTRADICTS],
  [category('registry_set'), { EventID: 14, TargetObject: 'a' }, CONTRADICTS],
  [category('file_event'), { EventID: 23, TargetFilename: 'a' }, CONTRADICTS],
  [category('file_event'), { EventID: 15, TargetFilename: 'a' }, CONTRADICTS],
  [category('file_delete'), { EventID: 26, TargetFilename: 'a' }, sysmon(26)],
  [category('file_access'), { 'ObjectName|contains': 'a', AccessMask: '0x2' }, security(4663)],
  [category('image_load'), { Channel: 'System', ImageLoaded: 'a' }, CONTRADICTS],
  [category('image_load'), { EventID: 6, ImageLoaded: 'a' }, CONTRADICTS],
  [category('driver_load'), { EventID: 6, ImageLoaded: 'a' }, sysmon(6)],
  [category('create_remote_thread'), { EventID: 10, SourceImage: 'a' }, CONTRADICTS],
  [category('process_access'), { EventID: 10, SourceImage: 'a' }, sysmon(10)],
  [category('wmi_event'), { EventID: 19, Query: 'a' }, sysmon(19)],
  [
    category('dns_query'),
    { Provider_Name: 'Microsoft-Windows-DNS-Client', QueryName: 'a' },
    CONTRADICTS,
  ],
  [category('ps_script'), { EventID: 4103, ScriptBlockText: 'a' }, CONTRADICTS],
  [category('ps_module'), { Channel: 'Windows PowerShell', Payload: 'a' }, CONTRADICTS],
  [
    category('ps_script'),
    { Provider_Name: 'Service Control Manager', ScriptBlockText: 'a' },
    CONTRADICTS,
  ],
  [windows('powershell'), { Channel: 'System', ScriptBlockText: 'a' }, CONTRADICTS],
  [
    windows('powershell'),
    { Provider_Name: 'Microsoft-Windows-Kettle', ScriptBlockText: 'a' },
    CONTRADICTS,
  ],
  [windows('security'), { Channel: 'System', EventID: 1102 }, CONTRADICTS],
  [windows('security'), { Channel: ['Security', 'System'], EventID: 1102 }, security(1102)],
  [windows('security'), { Channel: 'Security', EventID: 4624 }, security(4624)],
  [windows('system'), { Channel: 'System', EventID: 7045 }, log('System', 7045)],
  [windows('system'), { Provider_Name: 'Microsoft-Windows-Sysmon', EventID: 1 }, CONTRADICTS],
  [windows('Security'), { EventID: 4624 }, security(4624)],
  [
    windows('task-scheduler'),
    { EventID: 106 },
    log('Microsoft-Windows-TaskScheduler/Operational', 106),
  ],
  [windows('Bits Client'), { EventID: 59 }, log('Microsoft-Windows-Bits-Client/Operational', 59)],
  [windows('sysmon, security'), { EventID: 4688, CommandLine: 'a' }, security(4688)],
  [windows(['sysmon', 'security']), { EventID: 4688, CommandLine: 'a' }, security(4688)],
  [windows('process_creation'), { EventID: 1, Image: 'a' }, sysmon(1)],
  [category('ProcessCreation'), { EventID: 1, Image: 'a' }, sysmon(1)],
  [
    { product: 'Windows', category: 'Process Creation' },
    { EventID: 4688, Image: 'a' },
    security(4688),
  ],
  [{ product: 'windows' }, { Channel: 'Security', EventID: 4624 }, security(4624)],
  [{ product: 'windows' }, { Channel: 'System', EventID: 7045 }, log('System', 7045)],
  [{}, { Channel: 'Security', EventID: 4624 }, security(4624)],
  [windows('security'), [{ EventID: 4624 }, { EventID: 1, Channel: 'System' }], security(4624)],
];

describe.each(backends.map((b) => b.name as keyof Asked))('%s', (target) => {
  test.each(VARIANTS)('%j %j', (logsource, selection, expected) => {
    const rule = { logsource, detection: { s: selection, condition: 's' } };
    const { text, diagnostics } = firstQuery(rule, settings.get(target)!);
    if (typeof expected === 'string') {
      const errors = diagnostics.filter((d) => d.severity === 'error');
      expect([text, ...errors.map((d) => d.code)]).toEqual([null, expected]);
      expect(errors[0]!.span).not.toBeNull();
    } else for (const part of expected[target]) expect(text).toContain(part);
  });
});

describe('a name that is near one that is known', () => {
  test.each([
    [windows('printservice'), 'service printservice-admin or printservice-operational'],
    [windows('bits'), 'service bits-client'],
    [windows('sysmn'), 'service sysmon'],
    [category('process'), 'category process_creation'],
    [category('registry'), 'category registry_event'],
    [category('process_create'), 'category process_creation'],
    [{ product: 'win', category: 'process_creation' }, 'product windows'],
    [{ product: 'linx', category: 'process_creation' }, 'product linux'],
    [{ product: 'linux', service: 'audit' }, 'service auditd'],
    [{ product: 'linux', service: 'syslogd' }, 'service syslog'],
    [{ product: 'aws', service: 'cloudtrial' }, 'service cloudtrail'],
    [{ product: 'azure', service: 'signinlog' }, 'service signinlogs'],
  ])('%j', (logsource, like) => {
    for (const { name } of backends) {
      const rule = { logsource, detection: { s: { A: 'b' }, condition: 's' } };
      const { mapping, diagnostics } = firstQuery(rule, settings.get(name)!);
      expect(mapping).not.toBe('known');
      expect(diagnostics.map((d) => d.message).join(' ')).toContain(`Did you mean the ${like}?`);
    }
  });
});
