import { describe, expect, test } from 'vitest';
import { dsl } from '../backends/dsl/index.js';
import { eql } from '../backends/eql/index.js';
import { esql } from '../backends/esql/index.js';
import { kql } from '../backends/kql/index.js';
import { lucene } from '../backends/lucene/index.js';
import { splunk } from '../backends/splunk/index.js';
import type { Query } from '../src/convert/index.js';
import { loadPipeline } from '../src/pipeline/load.js';
import { defaultsOf, firstQuery } from './defaults.js';

/* What a rule itself says of its events chooses the source, on every target alike. */

const targets = { kql, splunk, lucene, dsl, eql, esql };
type TargetName = keyof typeof targets;
const settings = await defaultsOf(Object.values(targets));

function ask(target: TargetName, logsource: object, detection: object, rest = {}): Query {
  return firstQuery({ logsource, detection }, { ...settings.get(target)!, ...rest });
}

const query = (target: TargetName, logsource: object, detection: object) =>
  ask(target, logsource, detection).text;

function errors(target: TargetName, logsource: object, detection: object) {
  const { text, diagnostics } = ask(target, logsource, detection);
  expect(text).toBeNull();
  return diagnostics.filter((d) => d.severity === 'error');
}

const ELASTIC: readonly TargetName[] = ['lucene', 'dsl', 'eql', 'esql'];
const ALL: readonly TargetName[] = ['kql', 'splunk', 'lucene'];
const PROCESS = { product: 'windows', category: 'process_creation' };
const SECURITY = 'source IN (WinEventLog:Security, XmlWinEventLog:Security)';
const SYSMON =
  'source IN (WinEventLog:Microsoft-Windows-Sysmon/Operational, XmlWinEventLog:Microsoft-Windows-Sysmon/Operational)';

describe('the event id of an audit event', () => {
  test('chooses the Security log for a category of Sysmon', () => {
    const detection = { s: { EventID: 4688, Image: 'tea.exe' }, condition: 's' };
    expect(query('kql', PROCESS, detection)).toBe(
      'SecurityEvent | where EventID == 4688 and NewProcessName =~ "tea.exe"',
    );
    expect(query('splunk', PROCESS, detection)).toBe(
      `${SECURITY} EventCode=4688 NewProcessName="tea.exe"`,
    );
    expect(query('lucene', PROCESS, detection)).toBe(
      'winlog.channel:"Security" AND event.code:4688 AND process.executable:/[tT][eE][aA]\\.[eE][xX][eE]/',
    );
  });

  test("takes the event's own names too, in any case, and no field that it never has", () => {
    const detection = { s: { EventID: 4688, newprocessname: 'tea.exe' }, condition: 's' };
    expect(query('splunk', PROCESS, detection)).toContain('NewProcessName="tea.exe"');
    for (const target of ALL) {
      const [error] = errors(target, PROCESS, {
        s: { EventID: 4688, OriginalFileName: 'tea.exe' },
        condition: 's',
      });
      expect([error!.code, error!.span!.start > 0]).toEqual(['field-not-in-source', true]);
    }
  });

  test('of two sources asks each for its own half', () => {
    const detection = {
      a: { EventID: 1, Image: 'tea.exe' },
      b: { EventID: 4688, NewProcessName: 'pot.exe' },
      condition: 'a or b',
    };
    expect(query('kql', PROCESS, detection)).toMatch(
      /^union \( Event \| where EventLog == "Microsoft-Windows-Sysmon\/Operational" and EventID == 1 .*"tea.exe" \), \( SecurityEvent \| where EventID == 4688 and NewProcessName =~ "pot.exe" \)$/,
    );
    expect(query('splunk', PROCESS, detection)).toBe(
      `(${SYSMON} EventCode=1 Image="tea.exe") OR (${SECURITY} EventCode=4688 NewProcessName="pot.exe")`,
    );
  });

  test('of another source under a negation asks for no other source', () => {
    const detection = { a: { Image: 'tea.exe' }, b: { EventID: 4688 }, condition: 'a and not b' };
    expect(query('splunk', PROCESS, detection)).toBe(`${SYSMON} EventCode=1 Image="tea.exe"`);
  });
});

describe('the events of a category of Sysmon', () => {
  const EVERY = Object.keys(targets) as TargetName[];
  const lacking = [
    ['process_access', 'TargetImage', 'CommandLine'],
    ['process_access', 'TargetImage', 'md5'],
    ['dns_query', 'QueryName', 'commandline'],
    ['network_connection', 'DestinationHostname', 'ParentImage'],
    ['create_remote_thread', 'StartModule', 'CommandLine'],
    ['file_event', 'CreationUtcTime', 'CommandLine'],
    ['file_event', 'CreationUtcTime', 'ParentImage'],
    ['registry_set', 'Details', 'Parent Image'],
    ['pipe_created', 'PipeName', 'CommandLine'],
    ['process_creation', 'ParentUser', 'TargetFilename'],
    ['driver_load', 'ImageLoaded', 'Company'],
    ['image_load', 'Signed', 'TargetFilename'],
  ] as const;

  test.each(EVERY)('have no field of another event, in %s', (target) => {
    for (const [category, own, other] of lacking) {
      const value = other === 'md5' ? '0'.repeat(32) : 'tea';
      const detection = { s: { [own]: 'pot', [other]: value }, condition: 's' };
      // The tables of Defender have the process of each event, so what keeps Sysmon's is asked.
      const options = target === 'kql' ? { table: 'Event' } : {};
      const { text, diagnostics } = ask(target, { product: 'windows', category }, detection, {
        options,
      });
      const found = diagnostics.filter((d) => d.severity === 'error');
      expect([category, text, found.length]).toEqual([category, null, 1]);
      expect(found[0]!.message).toContain(`\`${other}\``);
    }
  });

  test.each(EVERY)('have their own, and the properties of every event, in %s', (target) => {
    const s = { TargetImage: 'pot', CallTrace: 'tea', Computer: 'kitchen' };
    const logsource = { product: 'windows', category: 'process_access' };
    expect(ask(target, logsource, { s, condition: 's' }).mapping).toBe('known');
    const version = { s: { ParentUser: 'pot', Version: 5 }, condition: 's' };
    expect(ask(target, PROCESS, version).text).toMatch(/\bversion\b/i);
  });

  test('of the service may be any, so any field of theirs is', () => {
    const s = { TargetImage: 'pot', CommandLine: 'tea' };
    const logsource = { product: 'windows', service: 'sysmon' };
    expect(ask('lucene', logsource, { s, condition: 's' }).mapping).toBe('known');
  });
});

describe('what the log source rules out', () => {
  test.each(ALL)('is refused with both places: an id of another category, in %s', (target) => {
    const [error] = errors(
      target,
      { product: 'windows', category: 'file_event' },
      { s: { EventID: 15, TargetFilename: 'x' }, condition: 's' },
    );
    expect(error!.code).toBe('source-contradicts-rule');
    expect(error!.message).toContain('only has EventID 11');
    expect(error!.related!.map((r) => r.message)).toEqual(['the log source says EventID 11']);
  });

  test.each(ALL)('is refused with both places: the channel of another service, in %s', (target) => {
    const [error] = errors(
      target,
      { product: 'windows', service: 'security' },
      { s: { Channel: 'System', EventID: 7045 }, condition: 's' },
    );
    expect(error!.code).toBe('source-contradicts-rule');
    expect(error!.message).toContain('only has Channel Security');
  });

  test('is dropped from a list of log sources', () => {
    const logsource = { product: 'windows', service: ['sysmon', 'security'] };
    expect(query('splunk', logsource, { s: { EventID: 4688 }, condition: 's' })).toBe(
      `${SECURITY} EventCode=4688`,
    );
  });

  test('is what a filter that always holds leaves', () => {
    const detection = { a: { A: 'x' }, b: { Channel: 'Security' }, condition: 'a and not b' };
    const [error] = errors('splunk', { product: 'windows', service: 'security' }, detection);
    expect(error!.code).toBe('source-contradicts-rule');
  });
});

test('what Sysmon has no event of is asked of the Security log', () => {
  const logsource = { product: 'windows', category: 'file_access' };
  const detection = { s: { FileName: 'a.db', Image: 'tea.exe' }, condition: 's' };
  expect(query('kql', logsource, detection)).toBe(
    'SecurityEvent | where EventID == 4663 and ObjectType == "File" and ObjectName =~ "a.db" and ProcessName =~ "tea.exe"',
  );
});

describe('a service beside a category', () => {
  test('selects the events of that log', () => {
    const logsource = { ...PROCESS, service: 'security' };
    const detection = { s: { CommandLine: 'x' }, condition: 's' };
    expect(query('kql', logsource, detection)).toBe(
      'SecurityEvent | where EventID == 4688 and CommandLine =~ "x"',
    );
    expect(query('splunk', logsource, detection)).toBe(
      `${SECURITY} EventCode=4688 CommandLine="x"`,
    );
  });
});

describe('a channel that the rule names', () => {
  test('chooses the source as the service would, and is asked for once', () => {
    const detection = {
      s: {
        Channel: 'Microsoft-Windows-PowerShell/Operational',
        EventID: 4104,
        ScriptBlockText: 'x',
      },
      condition: 's',
    };
    const logsource = { product: 'windows' };
    expect(query('kql', logsource, detection)).toMatch(
      /^Event \| where EventLog == "Microsoft-Windows-PowerShell\/Operational" and EventID == 4104 \|/,
    );
    expect(query('lucene', logsource, detection)).toBe(
      'winlog.channel:"Microsoft-Windows-PowerShell/Operational" AND event.code:4104 AND powershell.file.script_block_text:x',
    );
  });

  test('and that the service names as well is left out', () => {
    const logsource = { product: 'windows', service: 'system' };
    const detection = { s: { Channel: 'System', EventID: 7045 }, condition: 's' };
    expect(query('kql', logsource, detection)).toBe(
      'Event | where EventLog == "System" and EventID == 7045',
    );
  });

  test('may be one of no service that is known', () => {
    const detection = { s: { Channel: 'Kettle/Operational', EventID: 1 }, condition: 's' };
    expect(query('kql', { product: 'windows' }, detection)).toBe(
      'Event | where EventLog =~ "Kettle/Operational" and EventID == 1',
    );
  });
});

test('a product rules out the table of another', () => {
  const logsource = { category: 'webserver', product: 'nginx' };
  const [error] = errors('kql', logsource, { s: { 'cs-method': 'BREW' }, condition: 's' });
  expect(error!.code).toBe('source-table-unknown');
  const iis = { category: 'webserver', product: 'iis' };
  expect(query('kql', iis, { s: { 'cs-method': 'BREW' }, condition: 's' })).toContain('W3CIISLog');
});

describe('one field that a source does not have', () => {
  test.each(ALL)('is refused at its line with the nearest name, in %s', (target) => {
    const found = errors(
      target,
      { product: 'linux', category: 'process_creation' },
      { s: { Image: 'a' }, f: { ComandLine: 'b' }, condition: 's and not f' },
    );
    expect(found.map((d) => d.code)).toEqual(['field-not-in-source']);
    expect(found[0]!.message).toContain('`ComandLine`');
    expect(found[0]!.message).toContain('Did you mean `CommandLine`?');
  });

  test('leaves the others the names that the source has for them', () => {
    const logsource = { product: 'windows', category: 'ps_script' };
    const detection = {
      a: { ScriptBlockText: 'x' },
      b: { HostApplication: 'y' },
      condition: 'a or b',
    };
    expect(query('lucene', logsource, detection)).toContain(
      'powershell.file.script_block_text:x OR process.command_line:',
    );
    const proxy = { s: { 'cs-host': 'a', 'cs-cookie': 'b' }, condition: 's' };
    const [error] = errors('lucene', { category: 'proxy' }, proxy);
    expect([error!.code, error!.message.includes('`cs-cookie`')]).toEqual([
      'field-not-in-source',
      true,
    ]);
  });

  test('is said where the source may have any', () => {
    const { text, diagnostics } = ask(
      'lucene',
      { product: 'windows', service: 'sysmon' },
      { s: { Imagge: 'a', CommandLine: 'b' }, condition: 's' },
    );
    expect(text).toContain('process.command_line');
    const note = diagnostics.find((d) => d.code === 'field-assumed');
    expect(note!.message).toContain('Did you mean `Image`?');
  });
});

describe('no pattern of a rule is about what a pipeline adds', () => {
  const security = { product: 'windows', service: 'security' };
  const [kqlSource, splunkSource] = ['SecurityEvent | where ', `${SECURITY} `];

  test.each(['1 of *', '1 of a*', 'all of *', 'all of them', '1 of ??*'])('%s', (condition) => {
    const detection = { ab: { EventID: 4625 }, condition };
    expect(query('kql', security, detection)).toBe(`${kqlSource}EventID == 4625`);
    expect(query('splunk', security, detection)).toBe(`${splunkSource}EventCode=4625`);
    expect(query('lucene', security, detection)).toBe(
      'winlog.channel:"Security" AND event.code:4625',
    );
  });

  test('not 1 of *', () => {
    const detection = { ab: { EventID: 4625 }, condition: 'not 1 of *' };
    expect(query('kql', security, detection)).toBe(`${kqlSource}EventID != 4625`);
    expect(query('splunk', security, detection)).toBe(`${splunkSource}NOT EventCode=4625`);
  });

  test('whatever a step calls it', () => {
    const text =
      'transformations:\n  - { type: add_condition, conditions: { index: tea }, name: sel_added }';
    const { pipeline } = loadPipeline(text, { path: 'p.yml' });
    const detection = { sel: { A: 1 }, condition: '1 of sel*' };
    const { text: made } = ask('splunk', {}, detection, { pipelines: [pipeline!] });
    expect(made).toBe('index="tea" A=1');
  });
});

test('a colon in place of a bar is told', () => {
  const detection = { s: { 'Image:endswith': 'tea.exe' }, condition: 's' };
  for (const target of ALL) {
    const { diagnostics } = ask(target, PROCESS, detection);
    expect(diagnostics.map((d) => d.message).join()).toContain('Did you mean `Image|endswith`?');
  }
});

test('both directions of a connection are asked for where the rule says none', () => {
  const logsource = { product: 'windows', category: 'network_connection' };
  const detection = { s: { DestinationPort: 4444 }, condition: 's' };
  expect(query('kql', logsource, detection)).toBe(
    'union ( DeviceNetworkEvents | where ActionType in ("ConnectionSuccess", "ConnectionRequest") and RemotePort == 4444 ), ( DeviceNetworkEvents | where ActionType == "InboundConnectionAccepted" and LocalPort == 4444 )',
  );
});

test('a category that is written as a service is read as one', () => {
  const logsource = { product: 'windows', service: 'process_creation' };
  const { text, diagnostics } = ask('splunk', logsource, { s: { Image: 'x' }, condition: 's' });
  expect(text).toContain('EventCode=1');
  expect(diagnostics.map((d) => d.code)).toContain('category-as-service');
});

test('a service that is written as a category is read as one', () => {
  const logsource = { product: 'windows', category: 'security' };
  for (const target of ALL) {
    const detection = { s: { EventID: 5142 }, condition: 's' };
    const { text, diagnostics } = ask(target, logsource, detection);
    expect(text).toMatch(/Security/);
    expect(diagnostics.map((d) => d.code)).toContain('service-as-category');
  }
});

describe('of a log source that nothing knows', () => {
  const logsource = { product: 'windows', category: 'teapots' };
  const channel = 'Kettle-Windows-Spout/Operational';

  test.each([
    ['kql', `Event | where EventLog =~ "${channel}"`],
    ['splunk', `source IN (WinEventLog:${channel}, XmlWinEventLog:${channel})`],
    ['lucene', 'winlog.channel:/[Kk][eE][tT]'],
  ] as const)('the channel chooses the events for %s', (target, written) => {
    const detection = { s: { Channel: channel, EventID: 7 }, condition: 's' };
    const { text, diagnostics } = ask(target, logsource, detection);
    expect(text).toContain(written);
    expect(diagnostics.map((d) => d.code)).toContain('source-name-unknown');
  });

  test('a channel that the rule selects in part does not', () => {
    const detection = { s: { Channel: channel }, t: { EventID: 7 }, condition: 's or t' };
    expect(errors('kql', logsource, detection)[0]!.code).toBe('source-table-unknown');
  });
});

describe('what every Windows event has', () => {
  const channel = { product: 'windows', service: 'powershell-classic' };

  test.each([
    ['kql', 'EventData contains "steam"'],
    ['splunk', 'EventData_Xml="*steam*"'],
    ['lucene', 'message:*steam*'],
  ] as const)('all data of an event are where %s keeps them', (target, written) => {
    const detection = { s: { EventID: 800, 'EventData|contains': 'steam' }, condition: 's' };
    const text = query(target, channel, detection)!;
    expect(text).toContain(written);
    expect(text).not.toContain('Name=.EventData.');
  });

  test('among named data, any of them', () => {
    const logsource = { product: 'windows', service: 'application' };
    const detection = { s: { 'EventData|contains': '1' }, condition: 's' };
    expect(query('lucene', logsource, detection)).toContain('winlog.event_data.\\*:*1*');
  });

  test('the number of a record is a field of Elastic, and a column of what keeps it', () => {
    const sysmon = { product: 'windows', service: 'sysmon' };
    const detection = { s: { EventID: 1, EventRecordID: 4 }, condition: 's' };
    expect(query('lucene', sysmon, detection)).toContain('winlog.record_id:4');
    for (const logsource of [sysmon, PROCESS]) {
      expect(query('splunk', logsource, detection)).toContain('EventRecordID=4');
    }
    expect(query('kql', sysmon, detection)).toMatch(/^WindowsEvent .*EventRecordId =~ "4"/);
  });
});

test.each([
  ['printservice', 'printservice-admin or printservice-operational'],
  ['bits', 'bits-client'],
])('the service %s is suggested as %s', (service, like) => {
  const [error] = errors('kql', { product: 'windows', service }, { s: { A: 1 }, condition: 's' });
  expect(error!.message).toContain(`Did you mean the service ${like}?`);
});

describe('the mapping of a query', () => {
  const mapping = (target: TargetName, logsource: object, detection: object) =>
    ask(target, logsource, detection).mapping;

  test('is known where the source has each field', () => {
    const detection = { s: { Image: 'x', CommandLine: 'y' }, condition: 's' };
    for (const target of ALL) expect(mapping(target, PROCESS, detection)).toBe('known');
  });

  test('is assumed where the source keeps any field', () => {
    const logsource = { product: 'windows', service: 'security' };
    const detection = { s: { EventID: 4663, Teapot: 'x' }, condition: 's' };
    expect(mapping('lucene', logsource, detection)).toBe('assumed');
    expect(mapping('splunk', logsource, detection)).toBe('assumed');
  });

  test('is unmapped, and refused if strict, where there is no source', () => {
    const logsource = { product: 'kettlebrand', service: 'spout' };
    const detection = { s: { state: 'boiling' }, condition: 's' };
    for (const target of ['splunk', 'lucene'] as const) {
      expect(mapping(target, logsource, detection)).toBe('unmapped');
      const strict = ask(target, logsource, detection, { strict: true });
      expect([strict.text, strict.mapping]).toEqual([null, null]);
      expect(strict.diagnostics.map((d) => d.code)).toContain('mapping-unmapped');
    }
  });

  test('is unmapped without pipelines, which strict leaves to the user', () => {
    const detection = { s: { Image: 'x' }, condition: 's' };
    const bare = ask('splunk', PROCESS, detection, { pipelines: [], strict: true });
    expect([bare.text, bare.mapping]).toEqual(['Image="x"', 'unmapped']);
  });

  test('of a pipeline of the user is told by what it does with the log source', () => {
    const detection = { s: { Image: 'x' }, condition: 's' };
    const of = (text: string) =>
      ask('splunk', PROCESS, detection, { pipelines: [loadPipeline(text).pipeline!] });
    const renames = of('{ name: p, mapping: { Image: exe } }');
    expect(renames.mapping).toBe('unmapped');
    expect(renames.diagnostics.map((d) => d.code)).toContain('pipeline-no-source');
    const added = of(
      '{ name: p, transformations: [{ type: add_condition, conditions: { index: main } }] }',
    );
    expect(added.mapping).toBe('assumed');
  });
});

describe('what is known of all events of a source', () => {
  test.each(ALL)('decides comparisons and patterns on it, in %s', (target) => {
    const dns = { product: 'windows', category: 'dns_query' };
    const s = { QueryName: 'tea.example' };
    const [error] = errors(target, dns, { s: { ...s, 'EventID|gt': 22 }, condition: 's' });
    expect(error!.code).toBe('source-contradicts-rule');
    expect(query(target, dns, { s: { ...s, 'EventID|gte': 22 }, condition: 's' })).toBe(
      query(target, dns, { s: { ...s, EventID: 22 }, condition: 's' }),
    );
  });

  test.each(ALL)('leaves the channels that a pattern matches, in %s', (target) => {
    const powershell = { product: 'windows', service: 'powershell' };
    const s = { EventID: 4104, ScriptBlockText: 'tea' };
    const [named, matched] = ['Channel', 'Channel|re'].map((field) =>
      query(target, powershell, {
        s: { ...s, [field]: 'Microsoft-Windows-PowerShell/Operational' },
        condition: 's',
      }),
    );
    expect(matched).toBe(named);
    expect(matched).not.toContain('PowerShellCore');
  });

  test.each(ALL)('rules out a provider that only writes to another channel, in %s', (target) => {
    const s = { Provider_Name: 'Microsoft-Windows-Security-Auditing', Image: 'tea.exe' };
    expect(query(target, PROCESS, { s, condition: 's' })).toContain('4688');
    const [error] = errors(
      target,
      { product: 'windows', category: 'image_load' },
      { s: { Provider_Name: s.Provider_Name, ImageLoaded: 'tea.dll' }, condition: 's' },
    );
    expect(error!.message).toContain('only has Channel Microsoft-Windows-Sysmon/Operational');
  });

  test.each(ALL)('is asked for beside no source of any event, in %s', (target) => {
    const made = ask(
      target,
      { product: 'windows', category: 'registry_event' },
      { s: { EventID: [13, 15], TargetObject: 'tea' }, condition: 's' },
    );
    expect(made.mapping).toBe('known');
    expect(made.text).toMatch(/(EventID ==|EventCode=|event\.code:) ?13\b/);
    expect(made.text).not.toContain('15');
  });
});

describe('several channels that a rule names', () => {
  test.each(ALL)('are each asked for by their own source, in %s', (target) => {
    const made = ask(
      target,
      { product: 'windows' },
      {
        a: { Channel: 'System', EventID: 104 },
        b: { Channel: 'Security', EventID: 1102 },
        condition: 'a or b',
      },
    );
    expect(made.mapping).toBe('known');
    expect(made.text).not.toMatch(/\bChannel\b/);
  });

  test.each(ALL)('by a pattern may be any, in %s', (target) => {
    const s = { 'Channel|endswith': 'TaskScheduler/Operational', EventID: 106 };
    expect(ask(target, { product: 'windows' }, { s, condition: 's' }).mapping).not.toBe('unmapped');
  });
});

describe('a log source', () => {
  test.each(ALL)('whose service has no event of its category is refused, in %s', (target) => {
    const [error] = errors(
      target,
      { product: 'windows', category: 'ps_script', service: 'powershell-classic' },
      { s: { ScriptBlockText: 'tea' }, condition: 's' },
    );
    expect(error!.code).toBe('source-contradicts-itself');
  });

  test.each(ALL)('with other separators in a name is read, in %s', (target) => {
    const s = { ScriptBlockText: 'tea' };
    const made = ask(target, { product: 'windows', service: 'Power Shell' }, { s, condition: 's' });
    expect(made.text).toBe(
      query(target, { product: 'windows', service: 'powershell' }, { s, condition: 's' }),
    );
    expect(made.diagnostics.map((d) => d.code)).toContain('source-name-spelling');
  });

  test.each(ALL)('that is the error log of a web server is not its access log, in %s', (target) => {
    const detection = { k: ['tea'], condition: 'k' };
    for (const product of ['apache', 'nginx']) {
      const error = query(target, { product, service: 'error' }, detection);
      expect(error).toBe(query(target, { service: product }, detection));
      const both = { category: 'webserver', product, service: 'error' };
      expect(query(target, both, detection)).toBe(error);
    }
  });

  test.each(ALL)('of a web server has the names of proxies too, in %s', (target) => {
    const of = (field: string) =>
      query(
        target,
        { category: 'webserver' },
        {
          s: { [field]: '/tea' },
          condition: 's',
        },
      )?.replaceAll('cs_uri', 'c_uri');
    expect(of('c-uri-query')).toBe(of('cs-uri-query'));
    expect(of('c-uri')).toBe(of('cs-uri'));
  });
});

test("an antivirus product is not another vendor's", () => {
  const sophos = { category: 'antivirus', product: 'sophos' };
  const made = ask('lucene', sophos, { s: { Signature: 'tea' }, condition: 's' });
  expect([made.mapping, made.text?.includes('endpoint.alerts')]).toEqual(['unmapped', false]);
});

describe('a field that only other events of a source have', () => {
  const INTEGRITY = { IntegrityLevel: 'High' };
  test.each([
    [{ product: 'windows', category: 'ps_module' }, { ScriptBlockText: 'x' }, null],
    [{ product: 'windows', category: 'ps_module' }, { scriptblockid: 'x' }, null],
    [{ product: 'windows', category: 'ps_script' }, { Payload: 'x' }, null],
    [{ product: 'linux', category: 'process_creation' }, INTEGRITY, 'windows'],
    [{ product: 'macos', category: 'process_creation' }, INTEGRITY, 'windows'],
    [{ product: 'linux', category: 'file_event' }, INTEGRITY, null],
    [{ product: 'macos', category: 'file_delete' }, INTEGRITY, null],
  ])('%j has no %j', (logsource, selection, of) => {
    const detection = { s: selection, condition: 's' };
    for (const target of ALL) {
      const found = errors(target, logsource, detection).map((d) => d.code);
      expect([target, ...found]).toEqual([target, 'field-not-in-source']);
      if (of !== null) query(target, { ...logsource, product: of }, detection);
    }
  });
});

test.each<TargetName>(['kql', 'splunk', ...ELASTIC])(
  'the address of a client is known, in %s',
  (target) => {
    const mapping = (logsource: object, field: string) =>
      ask(target, logsource, { s: { [field]: '192.0.2.7' }, condition: 's' }).mapping;
    expect(mapping({ category: 'proxy' }, 'c-ip')).toBe('known');
    if (!ELASTIC.includes(target)) return;
    expect(mapping({ product: 'm365', service: 'audit' }, 'ClientIP')).toBe('known');
  },
);

describe('audit logs of Microsoft 365', () => {
  test.each(ELASTIC)('have alerts by their names, in %s', (target) => {
    const s = { eventSource: 'SecurityComplianceCenter', eventName: 'Kettle boils' };
    const made = ask(
      target,
      { product: 'm365', service: 'threat_detection' },
      { s, condition: 's' },
      { strict: true },
    );
    expect(made.mapping).toBe('known');
    expect(made.text).toMatch(/event\.action\W+AlertTriggered/);
    expect(made.text).toContain('rule.name');
  });

  const audit = { product: 'm365', service: 'audit' };
  const asked = (target: TargetName, s: object) => query(target, audit, { s, condition: 's' })!;

  test.each(ELASTIC)('have operations under both of their names, in %s', (target) => {
    const added = asked(target, { Operation: ['Add user.', 'Steep'] });
    expect(added).toContain('added-user-account');
    expect(added).toMatch(/add user|\[uU\]\[sS\]\[eE\]\[rR\]/i);
    expect(added).not.toContain('deleted-user-account');
    expect(asked(target, { Operation: 'Steep' })).not.toContain('-user-account');
  });

  test('have none that only its other name satisfies', () => {
    expect(asked('lucene', { 'Operation|contains': 'group' })).toBe(
      'event.dataset:"o365.audit" AND event.action:/.*[gG][rR][oO][uU][pP].*/ AND NOT event.action:("added-users-to-group" OR "added-group-account-to")',
    );
    expect(asked('lucene', { 'Operation|neq': 'TeamCreated' })).toBe(
      'event.dataset:"o365.audit" AND NOT event.action:/[Tt][eE][aA][mM][Cc][rR][eE][aA][tT][eE][dD]/ AND NOT event.action:"added-group-account-to"',
    );
    expect(asked('lucene', { 'Operation|exists': true })).not.toContain('-account');
  });
});
