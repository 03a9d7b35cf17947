import { describe, expect, test } from 'vitest';
import { splunk } from '../../backends/splunk/index.js';
import { shippedPipelines } from '../../src/pipeline/shipped.js';
import { ALL, EVERY, PROCESS, SECURITY, SYSMON, ask, errors, query } from './ask.js';

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
      'winlog.channel:Security AND event.code:4688 AND process.executable:/[tT][eE][aA]\\.[eE][xX][eE]/',
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

  test('has the fields that its documentation lists and no others, by the service too', () => {
    const service = { product: 'windows', service: 'security' };
    const asked = (fields: object) => ({ s: fields, condition: 's' });
    for (const target of EVERY) {
      for (const [id, name] of [
        [4688, 'OriginalFileName'],
        [4688, 'LogonType'],
        [4689, 'CommandLine'],
        [[4688, 4689], 'ShareName'],
        [5156, 'Invented'],
      ] as const) {
        const [error] = errors(target, service, asked({ EventID: id, [name]: 'tea.exe' }));
        expect([error!.code, error!.message]).toEqual([
          'field-not-in-source',
          expect.stringContaining(`\`${name}\``),
        ]);
      }
      const known = asked({ EventID: [4688, 4689], ParentProcessName: 'a', ProcessName: 'b' });
      expect(ask(target, service, known).mapping).toBe('known');
      expect(ask(target, service, asked({ EventID: 5156, filterorigin: 'a' })).mapping).toBe(
        'known',
      );
      // Of these, what else they may have is not known.
      const other = asked({ EventID: [4688, 1102], OriginalFileName: 'tea.exe' });
      expect(ask(target, service, other).mapping).toBe('assumed');
    }
  });

  test("keeps the names of an event's properties where those of its data are kept", async () => {
    const pipelines = await shippedPipelines(splunk, ['windows']);
    const detection = {
      s: { EventID: 4688, Computer: 'pot', NewProcessName: 'tea.exe' },
      condition: 's',
    };
    const service = { product: 'windows', service: 'security' };
    expect(ask('splunk', service, detection, { pipelines }).text).toBe(
      'Channel="Security" EventID=4688 Computer="pot" NewProcessName="tea.exe"',
    );
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
    expect(error!.message).toContain('EventID is always 11');
    expect(error!.related!.map((r) => r.message)).toEqual(['the log source says EventID 11']);
  });

  test.each(ALL)('is refused with both places: the channel of another service, in %s', (target) => {
    const [error] = errors(
      target,
      { product: 'windows', service: 'security' },
      { s: { Channel: 'System', EventID: 7045 }, condition: 's' },
    );
    expect(error!.code).toBe('source-contradicts-rule');
    expect(error!.message).toContain('Channel is always Security');
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
    expect(error!.message).toContain('Channel is always Microsoft-Windows-Sysmon/Operational');
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

describe('the event ids that a rule of a whole service selects', () => {
  test.each(EVERY)('have no field of its other events, in %s', (target) => {
    for (const [service, EventID, field, category] of [
      ['powershell', 4103, 'ScriptBlockText', 'ps_script'],
      ['powershell', 4104, 'ContextInfo', 'ps_module'],
      ['sysmon', 1, 'TargetFilename', 'file_event'],
      ['sysmon', [3, 22], 'Details', 'registry_set'],
    ] as const) {
      const detection = { s: { EventID, [field]: 'tea' }, condition: 's' };
      const [error] = errors(target, { product: 'windows', service }, detection);
      expect([error!.code, error!.message]).toEqual([
        'field-not-in-source',
        expect.stringContaining(category),
      ]);
    }
  });

  test.each(EVERY)('are each asked for with their own fields, in %s', (target) => {
    const a = { EventID: 1, Image: 'tea' };
    const b = { EventID: 11, TargetFilename: 'pot' };
    const logsource = { product: 'windows', service: 'sysmon' };
    const made = ask(target, logsource, { a, b, condition: 'a or b' });
    expect([made.text !== null, made.mapping]).toEqual([true, 'known']);
  });
});

test.each(EVERY)('a detection of Defender may be asked of its own log, in %s', (target) => {
  const logsource = { product: 'windows', category: 'antivirus', service: 'windefend' };
  const s = { EventID: 1116, 'ThreatName|contains': 'tea' };
  expect(query(target, logsource, { s, condition: 's' })).toMatch(/Threat[ _]Name/);
});
