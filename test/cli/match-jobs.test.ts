import { expect, test } from 'vitest';
import { GOOD, folder, sigmaql } from './command.js';

const event = (n: number): string =>
  JSON.stringify({
    EventID: 1,
    Image: n % 40 === 0 ? 'C:\\whoami.exe' : 'C:\\tea.exe',
    CommandLine: `tea ${'x'.repeat(n % 300)} ${n}`,
  });
const lines = Array.from({ length: 6_000 }, (_, n) => event(n));
const home = folder({
  'good.yml': GOOD,
  'a.jsonl': [
    ...lines.slice(0, 2_500),
    '{"EventID": 1, "Image',
    '{"Records": [{"Image": "C:\\\\whoami.exe"}, {"Image": "C:\\\\whoami.exe"}]}',
    'no event',
    ...lines.slice(2_500),
  ].join('\n'),
  'b.json': `[\n${lines.join(',\n')}\n]`,
  'c.csv': `Image,EventID\n${`C:\\whoami.exe,1\n${'C:\\tea.exe,1\n'.repeat(99)}`.repeat(180)}`,
});

test('sigmaql match --jobs prints the same with any number of threads', () => {
  const run = (...flags: string[]) =>
    sigmaql(['match', 'good.yml', '--events', '.', ...flags], { cwd: home });
  for (const form of [[], ['--json']]) {
    const [one, three] = ['1', '3'].map((jobs) => run(...form, '--jobs', jobs));
    expect(one!.stdout.length).toBeGreaterThan(20_000);
    expect(three).toEqual(one);
    expect(one!.status).toBe(1);
  }
  expect(run('--jobs', '2').stderr).toContain('of 30,002 events matched, by 1 rule.');
});

test('sigmaql match --jobs counts correlations on one thread, and says so', () => {
  const correlation = `${GOOD}name: good
---
title: Twice
correlation: {type: event_count, rules: [good], timespan: 1h, condition: {gte: 2}}
`;
  const where = folder({
    'rules.yml': correlation,
    'e.jsonl': [1, 2].map((s) => `{"_time":${s},"Image":"C:\\\\whoami.exe"}\n`).join(''),
  });
  const { stdout, stderr } = sigmaql(
    ['match', 'rules.yml', '--events', 'e.jsonl', '--jobs', '2', '--verbose'],
    { cwd: where },
  );
  expect(stdout).toContain('2 events in the window');
  expect(stderr).toContain('note[jobs-with-correlations]');
});

test('sigmaql match --jobs takes a whole number', () => {
  expect(sigmaql(['match', 'good.yml', '--events', '.', '--jobs', '0'], { cwd: home }).status).toBe(
    2,
  );
});
