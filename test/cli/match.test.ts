import { describe, expect, test } from 'vitest';
import { GOOD, folder, sigmaql } from './command.js';

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
    process: { executable: 'C:\\whoami.exe' },
  };
  const home = folder({ 'good.yml': GOOD, 'e.jsonl': `${JSON.stringify(event)}\n` });
  const run = (...flags: string[]): ReturnType<typeof sigmaql> =>
    sigmaql(['match', 'good.yml', '--events', 'e.jsonl', '--json', ...flags], { cwd: home });

  test('takes events under the names that a pipeline gives', () => {
    expect(JSON.parse(run('-p', 'ecs-windows').stdout)).toMatchObject({
      because: [
        { field: 'winlog.channel' },
        { field: 'event.code' },
        { field: 'process.executable' },
      ],
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
