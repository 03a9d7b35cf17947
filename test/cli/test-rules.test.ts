import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { GOOD, folder, sigmaql } from './command.js';

const MATCH = '{Image: "C:\\\\whoami.exe"}';
const OTHER = '{Image: "C:\\\\hostname.exe"}';

function run(files: Readonly<Record<string, string>>, ...args: string[]) {
  const home = folder(files);
  return { home, ...sigmaql(['test', 'rules', ...args], { cwd: home }) };
}

describe('beside a rule', () => {
  test('events that it must match and must not', () => {
    const text = `match: [${MATCH}, events.jsonl]\nno_match: [${OTHER}]\n`;
    const made = run({
      'rules/a.yml': GOOD,
      'rules/a.test.yml': text,
      'rules/events.jsonl': '{"Image":"\\\\whoami.exe"}\n{"Image":"x\\\\WHOAMI.EXE"}\n',
    });
    expect(made).toMatchObject({ status: 0 });
    expect(made.stderr).toContain('3 tests: 3 passed, 0 failed.');
  });

  test('events of a rule that is gone, or has another name', () => {
    const files = { 'rules/a.yml': GOOD, 'rules/a.test.yml': `match: [${MATCH}]\n` };
    const made = run({ ...files, 'rules/deep/b.test.yaml': 'match: []\n' }, '--junit', 'out.xml');
    expect(made.status).toBe(1);
    expect(made.stderr).toContain('error[test-without-rule]');
    expect(made.stderr).toContain('  --> rules/deep/b.test.yaml\n');
    expect(made.stderr).toContain('2 tests: 1 passed, 1 failed.');
    expect(readFileSync(join(made.home, 'out.xml'), 'utf8')).toContain('failures="1"');
    expect(run({ ...files, 'more/c.test.yml': 'match: []\n' }).status).toBe(0);
  });

  test('what it misses is told by predicate and line', () => {
    const made = run(
      { 'rules/a.yml': GOOD, 'rules/a.test.yml': `match: [${OTHER}]\nno_match: [${MATCH}]\n` },
      '--junit',
      'out.xml',
    );
    expect(made.status).toBe(1);
    expect(made.stdout).toMatch(
      /FAILED rules\/a\.yml: Good: match 1\n {4}0 of 1 event matched, not 1\./,
    );
    expect(made.stdout).toMatch(/line 10: Image not ends_with \\whoami\.exe/);
    expect(made.stdout).toMatch(
      /no_match 1\n {4}1 of 1 event matched, not 0\.\n {4}line 10: Image/,
    );
    const xml = readFileSync(join(made.home, 'out.xml'), 'utf8');
    expect(xml).toContain('<testsuites tests="2" failures="2">');
  });

  test('a file of events that cannot be read, or has none, is named', () => {
    const events = '{"Image":"\\\\whoami.exe"}\n{"Image":\n';
    const made = run({
      'rules/a.yml': GOOD,
      'rules/a.test.yml': 'match: [cut.jsonl, none.json]\n',
      'rules/cut.jsonl': events,
      'rules/none.json': '[]',
    });
    expect(made.status).toBe(1);
    expect(made.stdout).toContain('rules/cut.jsonl:2: The file ends inside this event.');
    expect(made.stdout).toContain('There is no event to try in rules/none.json.');
  });

  test('the rule of several is named', () => {
    const two = `${GOOD}---\n${GOOD.replace('6d0a', '7d0a').replace('Good', 'Second').replace('whoami', 'hostname')}`;
    const named = run({
      'rules/a.yml': two,
      'rules/a.test.yml': `rule: Second\nmatch: [${OTHER}]\n`,
    });
    expect(named.status).toBe(0);
    const unnamed = run({ 'rules/a.yml': two, 'rules/a.test.yml': `match: [${OTHER}]\n` });
    expect(unnamed.status).toBe(1);
    expect(unnamed.stderr).toContain('test-setting');
  });

  test.each([
    ['match: [../../etc/passwd]', 'test-setting'],
    ['match: [gone.json]', 'test-file-not-found'],
    ['matches: []', 'test-setting'],
    ['- a', 'test-not-a-map'],
    ['match: []\n---\n- a', 'test-not-a-map'],
    ['match: [', 'yaml-unclosed-bracket'],
  ])('%s is an error', (text, code) => {
    const made = run({ 'rules/a.yml': GOOD, 'rules/a.test.yml': text });
    expect(made.status).toBe(1);
    expect(made.stderr).toContain(code);
    expect(made.stderr.match(/^error/gm)).toHaveLength(1);
  });

  test('each document has the tests of a rule', () => {
    const two = `${GOOD}---\n${GOOD.replace('Good', 'Other').replace('f001', 'f002')}`;
    const made = run({
      'rules/a.yml': two,
      'rules/a.test.yml': `rule: Good\nmatch: [${MATCH}]\n---\nrule: Other\nmatch: [${OTHER}]\n---\n`,
    });
    expect(made.status).toBe(1);
    expect(made.stdout).toMatch(/^FAILED rules\/a\.yml: Other: match 1$/m);
    expect(made.stderr).toContain('2 tests: 1 passed, 1 failed.');
  });

  test('a report is not written over what is read', () => {
    const made = run({ 'rules/a.yml': GOOD }, '--junit', 'rules/a.yml');
    expect([made.status, made.stderr]).toEqual([2, expect.stringContaining('is also an input')]);
  });

  test('a link to elsewhere and a pipe are not read', () => {
    const home = folder({
      'rules/a.yml': GOOD,
      'rules/a.test.yml': 'match: [link.json, pipe.json]\n',
      'secret.json': MATCH,
    });
    symlinkSync('../secret.json', join(home, 'rules/link.json'));
    execFileSync('mkfifo', [join(home, 'rules/pipe.json')]);
    const made = sigmaql(['test', 'rules'], { cwd: home });
    expect(made.status).toBe(1);
    expect(made.stderr.match(/test-file-not-found/g)).toHaveLength(2);
  });

  test('rules without any test fail the run', () => {
    expect(run({ 'rules/a.yml': GOOD }).status).toBe(2);
  });

  test('a file of tests is no rule', () => {
    const home = folder({ 'rules/a.yml': GOOD, 'rules/a.test.yml': `match: [${MATCH}]\n` });
    const made = sigmaql(['convert', 'rules', '-t', 'splunk'], { cwd: home });
    expect(made.status).toBe(0);
  });
});

const corpus = join(import.meta.dirname, '../../../shared/corpus');

/** What SigmaHQ's info.yml has where it is not one match. */
const COUNTS: Readonly<Record<string, string>> = {
  '0b9ad457-2554-44c1-82c2-d56a99c42377': '    match_count: 3\n',
  '7124aebe-4cd7-4ccb-8df0-6d6b93c96795': '',
};

const INFO = `id: 11111111-1111-4111-8111-111111111111
description: N/A
regression_tests_info:
  - name: Positive Detection Test
    type: evtx
    provider: Microsoft-Windows-Sysmon
    match_count: 1
    path: regression_data/a/a.evtx
`;

describe("SigmaHQ's regression data", () => {
  const rule = `${GOOD}regression_tests_path: regression_data/a/info.yml\n`;
  const event = (image: string): string =>
    JSON.stringify({
      Event: {
        System: { EventID: 1, Channel: 'Microsoft-Windows-Sysmon/Operational' },
        EventData: { Image: image },
      },
    });

  test('is found from the rule, and read as JSON beside the log', () => {
    const made = run({
      'rules/win/a.yml': rule,
      'regression_data/a/info.yml': INFO,
      'regression_data/a/a.json': event('C:\\whoami.exe'),
    });
    expect(made).toMatchObject({ status: 0 });
  });

  test('fails with the reason', () => {
    const made = run({
      'rules/win/a.yml': rule,
      'regression_data/a/info.yml': INFO,
      'regression_data/a/a.json': event('C:\\other.exe'),
    });
    expect(made.status).toBe(1);
    expect(made.stdout).toContain('Image not ends_with');
  });

  test.each(['../../outside/info.yml', '/etc/hosts', 'gone/info.yml'])('%s is an error', (path) => {
    const made = run({ 'rules/a.yml': `${GOOD}regression_tests_path: ${path}\n` });
    expect(made.status).toBe(1);
    expect(made.stderr).toContain('test-file-not-found');
  });

  test.skipIf(!existsSync(corpus))(
    'every recorded attack passes, and one that is cut down fails',
    () => {
      const events = new Map(
        readdirSync(join(corpus, 'events')).map((name) => [
          name.replace('.json', ''),
          readFileSync(join(corpus, 'events', name), 'utf8'),
        ]),
      );
      const files: Record<string, string> = {};
      for (const path of readdirSync(join(corpus, 'sigmahq'), {
        recursive: true,
        encoding: 'utf8',
      })) {
        if (!path.endsWith('.yml')) continue;
        const text = readFileSync(join(corpus, 'sigmahq', path), 'utf8');
        const id = /^id: (\S+)/m.exec(text)?.[1] ?? '';
        const event = events.get(id);
        if (event === undefined) continue;
        const folder = `regression_data/${id}`;
        files[`rules/${id}.yml`] =
          `${text.replace(/^#? ?regression_tests_path:.*\n?/gm, '').trimEnd()}\nregression_tests_path: ${folder}/info.yml\n`;
        files[`${folder}/info.yml`] = INFO.replaceAll(
          'regression_data/a/a',
          `${folder}/${id}`,
        ).replace(/    match_count: 1\n/, COUNTS[id] ?? '$&');
        files[`${folder}/${id}.json`] = event;
      }
      expect(Object.keys(files)).toHaveLength(3 * events.size);
      const whole = run(files);
      expect(whole).toMatchObject({ status: 0, stdout: '' });
      const cut = Object.keys(files).find((name) => name.endsWith('.json'))!;
      files[cut] = files[cut]!.replace(/"EventData": ?\{/, '"EventData":{},"Other":{');
      const broken = run(files);
      expect(broken.status).toBe(1);
      expect(broken.stdout.match(/^FAILED /gm)).toHaveLength(1);
      expect(broken.stdout).toMatch(/0 of 1 event matched, not 1\.\n {4}line \d+: /);
    },
  );
});

describe('beside a correlation', () => {
  const RELATED = `${GOOD.replace('title: Good', 'title: Good\nname: good')}---
title: Many
correlation: {type: event_count, rules: [good], group-by: [User], timespan: 1m, condition: {gte: 2}}
`;
  const at = (second: number, user = 'bob'): string =>
    `{Image: 'C:\\whoami.exe', User: ${user}, UtcTime: '2026-11-30 10:00:${second}'}`;
  const runOf = (tests: string, rule = RELATED) =>
    run({ 'rules/a.yml': rule, 'rules/a.test.yml': tests }, '--junit', 'out.xml');

  test('the events of an item are a stream, in any order', () => {
    const home = {
      'rules/a.yml': RELATED,
      'rules/a.test.yml': `rule: Many
match:
  - [${at(40)}, ${at(10)}]
  - events.jsonl
no_match:
  - [${at(10)}]
  - [${at(10)}, ${at(20, 'eve')}]
`,
      'rules/events.jsonl': [10, 20]
        .map((s) =>
          JSON.stringify({ Image: 'x\\whoami.exe', User: 'a', UtcTime: `2026-11-30 10:00:${s}` }),
        )
        .join('\n'),
    };
    const made = run(home);
    expect(made.stderr).toContain('4 tests: 4 passed, 0 failed.');
    expect(made.status).toBe(0);
  });

  test('where it does not hold, how many events are of each rule', () => {
    const other = `{Image: 'C:\\hostname.exe', User: bob, UtcTime: '2026-11-30 10:00:20'}`;
    const made = runOf(`rule: Many\nmatch: [[${at(10)}, ${other}]]\n`);
    expect(made.status).toBe(1);
    expect(made.stdout).toContain(
      'FAILED rules/a.yml: Many: match 1\n    It does not hold anywhere in 2 events.\n    good matches 1 event (1).\n',
    );
  });

  test('where it holds and must not, when and for whom', () => {
    const made = runOf(`rule: Many\nno_match: [[${at(10)}, ${at(20)}]]\n`);
    expect(made.status).toBe(1);
    expect(made.stdout).toContain(
      '    It holds 1 time in 2 events, not 0 times.\n    2026-11-30T10:00:20.000Z: User bob, events 1, 2\n',
    );
  });

  test('an event without a time is told', () => {
    const untimed = `{Image: 'C:\\whoami.exe', User: bob}`;
    const made = runOf(`rule: Many\nmatch: [[${untimed}, ${untimed}]]\n`);
    expect(made.stdout).toContain('    Event 1: This event has no time that can be read');
  });

  test('events without a time prove nothing', () => {
    const untimed = `{Image: 'C:\\whoami.exe', User: bob}`;
    const made = runOf(`rule: Many\nno_match: [[${untimed}, ${untimed}]]\n`);
    expect(made.status).toBe(1);
    expect(made.stdout).toContain(
      'FAILED rules/a.yml: Many: no_match 1\n    Event 1: This event has no time that can be read',
    );
  });

  test('an event alone is not a stream', () => {
    const made = runOf(`rule: Many\nmatch: [${at(10)}, ${at(20)}]\n`);
    expect(made.status).toBe(1);
    expect(made.stderr).toContain(
      'error[test-setting]: `match` must be a list whose items are lists',
    );
  });

  test('of one that another correlation refers to', () => {
    const chain = `${RELATED.replace('title: Many', 'title: Many\nname: many')}---
title: Twice
correlation: {type: event_count, rules: [many], timespan: 1h, condition: {gte: 2}}
`;
    const twice = `[${at(10)}, ${at(20)}, ${at(30)}]`;
    const made = runOf(
      `rule: many\nmatch: [[${at(10)}, ${at(20)}]]\n---\nrule: Twice\nmatch: [${twice}]\n`,
      chain,
    );
    expect(made.stderr).toContain('2 tests: 2 passed, 0 failed.');
  });

  test('a rule with an aggregation is one', () => {
    const old = GOOD.replace(
      /condition: (\w+)/,
      'condition: $1 | count() by User >= 2\n  timeframe: 1m',
    );
    const made = runOf(`match: [[${at(10)}, ${at(20)}]]\nno_match: [[${at(10)}]]\n`, old);
    expect(made.stderr).toContain('2 tests: 2 passed, 0 failed.');
  });
});
