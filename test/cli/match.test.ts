import { describe, expect, test } from 'vitest';
import { BAD, GOOD, folder, sigmaql } from './command.js';

const SYSTEM =
  '{"Event":{"System":{"Channel":"System","EventID":1},"EventData":{"Image":"C:\\\\whoami.exe"}}}\n';
const SYSMON = SYSTEM.replace('"System",', '"Microsoft-Windows-Sysmon/Operational",');

describe('sigmaql match compares log sources', () => {
  const home = folder({ 'good.yml': GOOD, 'e.jsonl': SYSTEM + SYSMON });
  const run = (...flags: string[]): ReturnType<typeof sigmaql> =>
    sigmaql(['match', 'good.yml', '--events', 'e.jsonl', ...flags], { cwd: home });

  test('unless it is told not to', () => {
    expect(run().stderr).toContain(
      '1 of 2 events matched, by 1 rule. Read as: Windows event log (2).',
    );
    expect(run('--logsource', 'auto').stdout).toContain('e.jsonl:2: Good');
    expect(run('--logsource', 'off').stderr).toContain('2 of 2 events matched');
  });

  test('and takes no other word', () => {
    expect(run('--logsource', 'none')).toMatchObject({ status: 2 });
  });

  test('and says what an event was read as', () => {
    expect(JSON.parse(run('--json').stdout)).toMatchObject({
      event: 1,
      shape: 'Windows event log',
    });
  });
});

describe('sigmaql match -p', () => {
  const event = {
    event: { code: '1' },
    winlog: { channel: 'Microsoft-Windows-Sysmon/Operational' },
    process: { executable: 'C:\\whoami.exe', name: 'whoami.exe' },
  };
  const home = folder({ 'good.yml': GOOD, 'e.jsonl': `${JSON.stringify(event)}\n` });
  const run = (...flags: string[]): ReturnType<typeof sigmaql> =>
    sigmaql(['match', 'good.yml', '--events', 'e.jsonl', '--json', ...flags], { cwd: home });

  test('takes events under the names that a pipeline gives', () => {
    expect(JSON.parse(run('-p', 'ecs-windows').stdout)).toMatchObject({
      because: [{ field: 'winlog.channel' }, { field: 'event.code' }, { field: 'process.name' }],
    });
    expect(run('-p', 'none').stdout).not.toBe('');
    expect(run('-p', 'cim').stdout).toBe('');
  });

  test('says which pipelines no target has together', () => {
    const { status, stderr } = run('-p', 'ecs,splunk');
    expect(stderr).toContain('ecs (the store elastic), splunk (the store splunk)');
    expect(status).toBe(2);
    expect(run('-p', 'default').status).toBe(2);
  });
});

describe('sigmaql match of correlations', () => {
  const rules = `title: Failed
name: failed
logsource: {product: kettle}
detection:
  s: {Result: failed}
  condition: s
---
title: Many failed
correlation:
  type: event_count
  rules: [failed]
  group-by: [User]
  timespan: 10s
  condition: {gte: 3}
`;
  const lines = [1, 4, 9, 30].map((s) =>
    JSON.stringify({ _time: 1_700_000_000 + s, Result: 'failed', User: 'x' }),
  );
  const events = [...lines, '{"Result": "failed"}', ''].join('\n');
  const home = folder({ 'c.yml': rules, 'e.jsonl': events });
  const run = (...flags: string[]): ReturnType<typeof sigmaql> =>
    sigmaql(['match', 'c.yml', '--events', 'e.jsonl', ...flags], { cwd: home });

  test('tells the group and the events in the window', () => {
    const { status, stdout, stderr } = run('--json');
    expect(status).toBe(1);
    expect(stderr).toContain('event-without-time');
    expect(JSON.parse(stdout)).toMatchObject({
      rule: { title: 'Many failed' },
      group: { User: 'x' },
      event: 2,
      events: [0, 1, 2].map((event) => ({ events: 'e.jsonl', event, line: event + 1 })),
    });
    const { stdout: text, stderr: said } = run();
    expect(text).toContain('3 events in the window: 1, 2, 3');
    expect(said).toContain('0 of 5 events matched. 1 match of 1 correlation.');
  });

  test('takes a timespan as the lateness, and a field as the time', () => {
    expect(run('--lateness', '5x')).toMatchObject({ status: 2 });
    expect(run('--time-field', '')).toMatchObject({ status: 2 });
  });
});

test('sigmaql match -q shows matches and errors only', () => {
  const warned = GOOD.replace('status: test', 'status: unheard');
  const home = folder({ 'good.yml': warned, 'bad.yml': BAD, 'e.jsonl': `${SYSMON}not an event\n` });
  const run = (...rules: string[]) =>
    sigmaql(['match', ...rules, '--events', 'e.jsonl', '-q'], { cwd: home });
  const wrong = run('good.yml', 'bad.yml');
  expect(wrong.status).toBe(1);
  expect(wrong.stdout).toContain('e.jsonl:1: Good');
  expect(wrong.stderr.match(/^\w+(?=\[)/gm)).toEqual(['error', 'error']);
  expect(wrong.stderr).not.toMatch(/^\d+ of/m);
});
