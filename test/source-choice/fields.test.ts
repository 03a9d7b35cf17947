import { describe, expect, test } from 'vitest';
import { ALL, ELASTIC, EVERY, PROCESS, ask, errors, query } from './ask.js';
import type { TargetName } from './ask.js';

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
    'DeviceNetworkEvents | where (ActionType in ("ConnectionSuccess", "ConnectionRequest") and RemotePort == 4444) or (ActionType == "InboundConnectionAccepted" and LocalPort == 4444)',
  );
  const network = { s: { 'DestinationIp|cidr': '10.0.0.0/8' }, condition: 's' };
  expect(query('kql', logsource, network)).toMatch(/^union .* = replace_regex\(LocalIP/);
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
    expect(query('kql', sysmon, detection)).toMatch(/^WindowsEvent .*EventRecordId == "4"/);
  });
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
      'event.dataset:o365.audit AND event.action:/.*[gG][rR][oO][uU][pP].*/ AND NOT event.action:("added-users-to-group" OR "added-group-account-to")',
    );
    expect(asked('lucene', { 'Operation|neq': 'TeamCreated' })).toBe(
      'event.dataset:o365.audit AND NOT event.action:/[Tt][eE][aA][mM][Cc][rR][eE][aA][tT][eE][dD]/ AND NOT event.action:"added-group-account-to"',
    );
    expect(asked('lucene', { 'Operation|exists': true })).not.toContain('-account');
  });
});

test.each(EVERY)('a digest of a file stream is one of its list, in %s', (target) => {
  const logsource = { product: 'windows', category: 'create_stream_hash' };
  const Imphash = '0123456789abcdef0123456789abcdef';
  const made = ask(target, logsource, { s: { Imphash }, condition: 's' });
  expect([made.mapping, made.text]).toEqual(['known', expect.stringContaining(Imphash)]);
});

test.each(EVERY)('where a client of Okta is, is known, in %s', (target) => {
  for (const part of ['city', 'country', 'state']) {
    const s = { [`client.geographicalContext.${part}`]: 'Kettleton' };
    const made = ask(target, { product: 'okta', service: 'okta' }, { s, condition: 's' });
    expect(made.mapping).toBe('known');
  }
});

test.each(ELASTIC)('the type and code of ICMP are no ports, in %s', (target) => {
  const conn = (s: object) =>
    query(target, { product: 'zeek', service: 'conn' }, { s, condition: 's' });
  const icmp = conn({ proto: 'ICMP', 'id.orig_p': 8, 'id.resp_p': 0 });
  expect(icmp).toMatch(/icmp\.type.*8.*icmp\.code.*0/s);
  expect(icmp).not.toContain('.port');
  expect(conn({ proto: 'tcp', 'id.resp_p': 8 })).not.toContain('icmp');
  // Whatever else a rule selects has ports.
  expect(conn({ proto: ['tcp', 'icmp'], 'id.resp_p': 8 })).toContain('destination.port');
});

describe('what the Exchange part of the Microsoft 365 audit log has', () => {
  const exchange = { product: 'm365', service: 'exchange' };
  const detection = { s: { Operation: 'New-InboxRule', ClientIP: '192.0.2.7' }, condition: 's' };

  test.each([
    ['splunk', 'Operation="New-InboxRule" ClientIP="192.0.2.7"'],
    ['dsl', '{ "term": { "client.ip": "192.0.2.7" } }'],
  ] as const)('is what all of the log has, in %s', (target, expected) => {
    const { text, fidelity } = ask(target, exchange, detection);
    expect(text!.replaceAll(/\s+/g, ' ')).toContain(expected);
    expect(fidelity).toBe('exact');
  });

  test('is parameters with names and values, in splunk', () => {
    const parameter = { s: { 'Parameters|contains': 'DeleteMessage' }, condition: 's' };
    expect(query('splunk', exchange, parameter)).toContain(
      'path="Parameters{}" | search Parameters="*DeleteMessage*"',
    );
  });
});

test.each([
  ['block', 'blocked'],
  ['blocked', 'blocked'],
  ['teardown', 'teardown'],
  ['forward', 'allowed'],
])('Splunk has a word for the action %s of a firewall', (action, word) => {
  const detection = { s: { action }, condition: 's' };
  expect(query('splunk', { category: 'firewall' }, detection)).toContain(`action="${word}"`);
});

describe('a field of Windows with a dot', () => {
  const SECURITY_LOG = { product: 'windows', service: 'security' };

  test.each(['EventData', 'Event.EventData', 'UserData.EventXML', 'EventXML', 'winlog.event_data'])(
    'is what %s holds',
    (container) => {
      const asked = { s: { EventID: 4688, [`${container}.CommandLine`]: 'x' }, condition: 's' };
      const plain = { s: { EventID: 4688, CommandLine: 'x' }, condition: 's' };
      for (const target of EVERY) {
        expect(query(target, SECURITY_LOG, asked)).toBe(query(target, SECURITY_LOG, plain));
      }
    },
  );

  test('is refused if no event has it', () => {
    const asked = { s: { 'kettle.temperature': 'x' }, condition: 's' };
    for (const target of EVERY) {
      expect(errors(target, SECURITY_LOG, asked)[0]!.code).toBe('field-not-in-source');
    }
  });

  test("is the store's own, if the source has it under that name", () => {
    const asked = { s: { 'process.command_line': 'x', 'event.code': 4688 }, condition: 's' };
    expect(query('lucene', SECURITY_LOG, asked)).toContain('process.command_line:/[xX]/');
    expect(errors('splunk', SECURITY_LOG, asked)[0]!.code).toBe('field-not-in-source');
  });
});
