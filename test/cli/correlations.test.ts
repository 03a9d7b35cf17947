// What a correlation looks like where a person reads it: beside its query, taken apart, in the catalogue.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
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
    ['kql', ['-O', 'kql.table=T'], 'event_count >= 10', '10m'],
    ['splunk', [], 'event_count>=10', '600'],
  ])('shows each part in %s beside the document that asks for it', (target, more, test, window) => {
    const cwd = folder(FILES);
    const args = ['explain', 'rules', '-t', target, '-p', 'none', ...more, '--json'];
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
    expect(stdout).toMatch(/failed=if\([ │]+5: - failed/);
    expect(stdout).toMatch(/4625.*│ a\.yml:5: s: \{ EventID: 4625 \}/);
    expect(stdout).toMatch(/last_succeeded<=300[ │]+6: - succeeded\n[ │]+7: timespan: 5m/);
  });
});

describe('inspect of a correlation', () => {
  interface Link {
    readonly title: string;
    readonly path: string;
    readonly line: number;
  }
  interface Rec {
    readonly path: string;
    readonly kind?: string;
    readonly rules?: readonly { readonly reference: string; readonly document: Link | null }[];
    readonly correlations: readonly Link[];
  }

  test('tells what it relates and how, with links both ways', () => {
    const cwd = folder(FILES);
    const { stdout, status } = sigmaql(['inspect', 'rules', '--json'], { cwd });
    expect(status).toBe(0);
    const records = stdout
      .trim()
      .split('\n')
      .map((l) => JSON.parse(l) as Rec);
    const of = (path: string): Rec => records.find((r) => r.path === path)!;
    expect(of('rules/chain.yml')).toMatchObject({
      kind: 'correlation',
      rule: { title: 'Failures on Many Accounts' },
      type: 'value_count',
      rules: [{ reference: 'many', line: 5, document: { path: 'rules/many.yml', line: 1 } }],
      groupBy: ['Source'],
      timespan: '1h',
      condition: {
        fields: ['TargetUserName'],
        percentile: null,
        comparisons: [{ operator: 'gt', number: '3' }],
        expression: null,
      },
      aliases: [{ name: 'Source', fields: [{ rule: 'many', field: 'TargetUserName' }] }],
      generate: false,
      correlations: [],
    });
    expect(of('rules/many.yml').correlations).toMatchObject([{ path: 'rules/chain.yml' }]);
    expect(of('rules/failed.yml').correlations).toMatchObject([
      { title: 'Many Failed Logons', path: 'rules/many.yml', line: 1 },
    ]);
    expect(of('rules/failed.yml').kind).toBeUndefined();
  });

  test('as text', () => {
    const cwd = folder(FILES);
    const { stdout } = sigmaql(['inspect', 'rules'], { cwd });
    expect(stdout).toContain(`Failures on Many Accounts
  rules/chain.yml
  value_count within 1h

Rules
  many  line 5  Many Failed Logons (rules/many.yml line 1)

Group by
  Source

Condition
  TargetUserName gt 3

Aliases
  Source  many  TargetUserName
`);
    expect(stdout).toContain('  serves Many Failed Logons (rules/many.yml line 1)\n');
  });

  test.each([
    ['type: temporal_ordered\n  rules: [a, b]', 'every rule, in this order'],
    ['type: temporal\n  rules: [a, b]', 'a and b'],
    ['type: temporal\n  rules: [a, b]\n  condition: a and not (b or c)\n', 'a and not (b or c)'],
    ['type: temporal\n  rules: [a, b, c]\n  condition: { gte: 2 }', 'gte 2 of (a, b, c)'],
    [
      'type: value_percentile\n  rules: a\n  condition: { field: n, percentile: 95, gt: 7 }',
      'n percentile 95 gt 7',
    ],
    [
      'type: value_percentile\n  rules: a\n  condition: { field: [n, m], lte: 1 }',
      'share of n, m in percent lte 1',
    ],
  ])('says the condition of %j', (section, said) => {
    const listed = section.includes('or c') ? section.replace('[a, b]', '[a, b, c]') : section;
    const rules = ['a', 'b', 'c'].map((name) => RULE.replace('name: failed', `name: ${name}`));
    const text = [`title: C\ncorrelation:\n  timespan: 1m\n  ${listed}\n`, ...rules].join('---\n');
    const { stdout } = sigmaql(['inspect', '-'], { input: text });
    expect(stdout).toContain(`Condition\n  ${said}\n`);
  });

  test('says that a rule is not found, and shows nothing that a terminal would obey', () => {
    const text = COUNT.replace('[failed]', '["fai\\e[2Jled"]');
    const { stdout, status } = sigmaql(['inspect', '-'], { input: text });
    expect(status).toBe(1);
    expect(stdout).toMatch(/fai\\u\{1b\}\[2Jled +line 5 +not found/);
    const twice = sigmaql(['inspect', '-'], { input: [COUNT, RULE, RULE].join('---\n') });
    expect(twice.stdout).toMatch(/failed +line 5 +several have this name/);
  });

  test('names the rule beside it where another file has one of that name', () => {
    const text = `${COUNT}---\n${RULE}`;
    const cwd = folder({ 'a.yml': text, 'b.yml': text });
    const { stdout } = sigmaql(['inspect', 'a.yml', 'b.yml'], { cwd });
    expect(stdout.match(/failed +line 5 +.*\((?:a|b)\.yml line \d+\)/g)).toHaveLength(2);
  });
});

describe('a correlation in the catalogue', () => {
  const build = (files: Readonly<Record<string, string>>) => {
    const cwd = folder(files);
    const args = ['catalog', 'build', 'rules', '-o', 'site', '-t', 'splunk', '-p', 'none'];
    const { status } = sigmaql(args, { cwd });
    return { status, page: (path: string) => readFileSync(join(cwd, 'site', path), 'utf8') };
  };

  test('has a page with its query, and links to its rules, which link back', () => {
    const { status, page } = build(FILES);
    expect(status).toBe(0);
    const chain = page('rules/chain.html');
    expect(chain).toContain('Correlation</span> Failures on Many Accounts</h1>');
    expect(chain).toContain('<a href=../rules/many.html>Many Failed Logons</a>');
    expect(chain).toContain('TargetUserName gt 3');
    expect(chain).toContain('TargetUserName in many');
    expect(chain).toContain('streamstats sum(w_change) as value_count');
    expect(chain).toContain(
      'From a rule: <code>EventID=4625</code> <a href=../rules/failed.html>line 5 of <bdi class=path>rules/failed.yml</bdi></a>',
    );
    const many = page('rules/many.html');
    expect(many).toContain('<a href=../rules/chain.html>Failures on Many Accounts</a>');
    expect(many).toContain('It serves correlations and has no query of its own.');
    const failed = page('rules/failed.html');
    expect(failed).toContain('<dt>Serves<dd><a href=../rules/many.html>Many Failed Logons</a>');
    expect(failed).not.toContain('chain.html');
  });

  test('shows what is of one line of a rule as one part', () => {
    const { page } = build({
      'rules/logon.yml': `title: Logon
name: logon
logsource: { product: windows, service: security }
detection: { s: { EventID: 4624, LogonType: [3, 10] }, condition: s }
`,
      'rules/many.yml': `title: Many
correlation: { type: event_count, rules: logon, timespan: 5m, condition: { gte: 9 } }
`,
    });
    expect(page('rules/many.html').match(/From a rule: <code>.*?<\/code>/g)).toEqual([
      'From a rule: <code>EventID=4624 LogonType IN (3, 10)</code>',
    ]);
  });

  test('counts as a rule, is found, and is no duplicate of another', () => {
    const twin = CHAIN.replace('title: Failures', 'title: More Failures');
    const { page } = build({ ...FILES, 'rules/twin.yml': twin });
    expect(page('assets/rules.js')).toContain('More Failures on Many Accounts');
    expect(page('by/all.html')).toContain('twin.html');
    expect(page('unread.html')).not.toContain('twin');
    expect(page('duplicates.html')).not.toContain('twin');
  });

  test('says which rule is not found, or is several', () => {
    const twice = { 'rules/a.yml': RULE, 'rules/b.yml': RULE };
    const { page: other } = build({ 'rules/many.yml': COUNT, ...twice });
    expect(other('rules/many.html')).toContain('<code>failed</code> (several have this name)');
    const { page } = build({ 'rules/many.yml': COUNT });
    expect(page('rules/many.html')).toContain('<code>failed</code> (not found)');
    expect(page('rules/many.html')).toContain('<b class=refused>refused</b>');
  });
});
