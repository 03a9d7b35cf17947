import { describe, expect, test } from 'vitest';
import { ALL, PROCESS, SECURITY, ask, errors, query } from './ask.js';

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

test('of several sources, the one of most events says why the rule has none', () => {
  const asked = { s: { Channel: 'Kettle/Operational', EventID: 7 }, condition: 's' };
  const [error] = errors('lucene', { product: 'windows', service: 'security' }, asked);
  expect(error!.message).toContain('in the Security log, Channel is always Security');
});
