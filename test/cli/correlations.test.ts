// What a correlation looks like where a person reads it: beside its query, taken apart, in the catalogue.
import { describe, expect, test } from 'vitest';
import { folder, sigmaql } from './command.js';

const RULE = `title: Failed Logon
name: failed
logsource: { product: windows, service: security }
detection:
  s: { EventID: 4625 }
  condition: s
`;

const COUNT = `title: Many Failed Logons
name: many
correlation:
  type: event_count
  rules: [failed]
  group-by: [TargetUserName]
  timespan: 10m
  condition:
    gte: 10
`;

const CHAIN = `title: Failures on Many Accounts
correlation:
  type: value_count
  rules:
    - many
  group-by:
    - Source
  aliases:
    Source:
      many: TargetUserName
  timespan: 1h
  condition:
    field: TargetUserName
    gt: 3
`;

const FILES = { 'rules/failed.yml': RULE, 'rules/many.yml': COUNT, 'rules/chain.yml': CHAIN };

describe('explain of a correlation', () => {
  test.each([
    ['kql', 'event_count >= 10', '10m'],
    ['splunk', 'event_count>=10', '600'],
  ])('shows each part in %s beside the document that asks for it', (target, test, window) => {
    const cwd = folder(FILES);
    const args = ['explain', 'rules', '-t', target, '-p', 'none', '-O', 'kql.table=T', '--json'];
    const { stdout } = sigmaql(args, { cwd });
    const [line] = stdout.trim().split('\n');
    const { parts } = JSON.parse(line!) as {
      parts: readonly { text: string; path: string | null; line: number | null; source: string }[];
    };
    const places = parts.map(({ text, path, line: at }) => [text.trim(), `${path}:${at}`] as const);
    const placeOf = (text: string): readonly string[] =>
      places.flatMap(([written, place]) => (written === text ? [place] : []));
    expect(placeOf(test)).toEqual(['rules/many.yml:9']);
    expect(placeOf(window)[0]).toBe('rules/many.yml:7');
    expect(placeOf('TargetUserName')).toContain('rules/many.yml:6');
    expect(placeOf('Source')).toContain('rules/chain.yml:7');
    expect(parts.map((p) => p.path)).toContain('rules/failed.yml');
    expect(
      places.some(
        ([text, place]) => /value_count ?> ?3/.test(text) && place === 'rules/chain.yml:14',
      ),
    ).toBe(true);
  });

  test('of order shows the rules, in text with their files', () => {
    const ordered = `title: Failure, Then Success
correlation:
  type: temporal_ordered
  rules:
    - failed
    - succeeded
  timespan: 5m
`;
    const success = RULE.replace('failed', 'succeeded').replace('4625', '4624');
    const cwd = folder({ 'a.yml': RULE, 'b.yml': success, 'c.yml': ordered });
    const { stdout } = sigmaql(['explain', '.', '-t', 'splunk', '-p', 'none'], { cwd });
    expect(stdout).toMatch(/failed=if\( +│ 5: - failed/);
    expect(stdout).toMatch(/4625.*│ a\.yml:5: s: \{ EventID: 4625 \}/);
    expect(stdout).toMatch(/last_succeeded<=300 +│ 6: - succeeded\n +│ 7: timespan: 5m/);
  });
});
