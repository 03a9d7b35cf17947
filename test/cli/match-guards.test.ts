import { describe, expect, test } from 'vitest';
import { GOOD, folder, sigmaql } from './command.js';

const of = (detection: string): string =>
  GOOD.replace('Image|endswith: \\whoami.exe', detection).replace(
    /logsource:[^]*?detection/,
    'logsource: {product: p}\ndetection',
  );

describe('one regular expression that the engine cannot run', () => {
  test.each(["'(?:e{1,40}p){30}'", "'a{1001}'", "'(?:a{9}){200}'"])('%s ends no run', (re) => {
    const home = folder({
      'rules/bad.yml': of(`F|re: ${re}`),
      'rules/good.yml': of('Pot: full'),
      'e.jsonl': '{"Pot":"full","F":"x"}\n',
    });
    const run = sigmaql(['match', 'rules', '--events', 'e.jsonl', '--json'], { cwd: home });
    expect(run.status).toBe(1);
    expect(run.stdout.split('\n').filter((l) => l !== '')).toHaveLength(1);
    expect(run.stderr).toMatch(/error\[[\w-]*regex[\w-]*\][^]*bad\.yml:\d+:\d+/);
    expect(run.stderr).not.toMatch(/^ +at /m);
  });
});

describe('numbers are as they are written', () => {
  const events = ['1e308', '1e309', '"1e309"', '-1e309', '1E+400', '100'];
  const home = folder({
    'more.yml': of('Heat|gt: 100'),
    'less.yml': of('Heat|lt: -100'),
    'e.jsonl': events.map((n) => `{"Heat":${n}}\n`).join(''),
    'far.jsonl': '{"Heat":1e1000}\n{"Heat":101}\n',
  });
  const lines = (rule: string, file = 'e.jsonl'): number[] => {
    const { stdout } = sigmaql(['match', rule, '--events', file, '--json'], { cwd: home });
    return [...stdout.matchAll(/"event":(\d+)/g)].map((m) => Number(m[1]));
  };

  test('also those beyond 1e308', () => {
    expect(lines('more.yml')).toEqual([0, 1, 2, 4]);
    expect(lines('less.yml')).toEqual([3]);
  });

  test('and one that is out of reach is an error, never nothing', () => {
    expect(lines('more.yml', 'far.jsonl')).toEqual([1]);
    const run = sigmaql(['match', 'more.yml', '--events', 'far.jsonl'], { cwd: home });
    expect(run.status).toBe(1);
    expect(run.stderr).toContain('error[event-number]');
  });
});
