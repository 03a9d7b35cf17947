import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { BAD, GOOD, folder, sigmaql } from './command.js';

const LOOKBEHIND = GOOD.replace('6d0a3f0e', '7e0a3f0e').replace(
  'Image|endswith: \\whoami.exe',
  "Image|re: '(?<=a)b'",
);
const UNMAPPED = GOOD.replace('product: windows', 'product: teapot').replace(
  'category: process_creation',
  'service: spout',
);

function convert(home: string, ...args: string[]) {
  return sigmaql(['convert', 'rules', '-t', 'kql', ...args], { cwd: home });
}

const lastLine = (text: string): string => text.trimEnd().split('\n').at(-1)!;

describe('what fails a run', () => {
  const refused = { 'rules/a.yml': GOOD, 'rules/b.yml': LOOKBEHIND };

  test('a refusal, which the last line names', () => {
    const run = convert(folder(refused));
    expect(run.status).toBe(1);
    expect(lastLine(run.stderr)).toMatch(/^Refused: rules\/b\.yml \([a-z0-9-]+\)\.$/);
  });

  test('many, each on a line of its own, the first of them unless all are wanted', () => {
    const names = Array.from({ length: 12 }, (_, i) => `rules/r${String(i).padStart(2, '0')}.yml`);
    const home = folder(Object.fromEntries(names.map((name) => [name, LOOKBEHIND])));
    const linesOf = (...args: string[]): readonly string[] => {
      const lines = convert(home, ...args)
        .stderr.trimEnd()
        .split('\n');
      return lines.slice(lines.indexOf('Refused, 12 rule files:') + 1);
    };
    const all = names.map((name) => expect.stringContaining(`  ${name} (`) as string);
    expect(linesOf()).toEqual([...all.slice(0, 10), '  and 2 more (--verbose names them all)']);
    expect(linesOf('--verbose')).toEqual(all);
  });

  test('not with -s, which lists it all the same', () => {
    const run = convert(folder(refused), '-s');
    expect(run.status).toBe(0);
    expect(lastLine(run.stderr)).toMatch(/^Refused, as accepted: rules\/b\.yml/);
  });

  test('a rule that cannot be read, even with -s', () => {
    expect(convert(folder({ ...refused, 'rules/c.yml': BAD }), '-s').status).toBe(1);
  });

  test('not what a baseline accepts, but what is new', () => {
    const home = folder(refused);
    expect(convert(home, '--baseline', 'known.json', '--update-baseline').status).toBe(0);
    expect(convert(home, '--baseline', 'known.json').status).toBe(0);
    writeFileSync(join(home, 'rules/c.yml'), LOOKBEHIND.replace('7e0a', '8e0a'));
    const run = convert(home, '--baseline', 'known.json');
    expect(run.status).toBe(1);
    expect(lastLine(run.stderr)).toMatch(/^Refused: rules\/c\.yml/);
    writeFileSync(join(home, 'known.json'), '{"version":1,"refused":{}}');
    expect(convert(home, '--baseline', 'known.json').status).toBe(1);
  });

  test.each([
    ['{', 'is not JSON'],
    ['{"version":1,"refused":{"a":"b"}}', 'has no list of codes'],
    ['[]', 'has no `refused`'],
  ])('a baseline %s is an error', (text, message) => {
    const run = convert(folder({ ...refused, 'known.json': text }), '--baseline', 'known.json');
    expect(run.status).toBe(2);
    expect(run.stderr).toContain(message);
  });

  test('what --fail-on names', () => {
    const home = folder({ 'rules/a.yml': UNMAPPED, 'rules/b.yml': GOOD });
    const args = ['-p', 'none', '-t', 'splunk'];
    const run = (...more: string[]) =>
      sigmaql(['convert', 'rules', ...args, ...more], { cwd: home });
    expect(run().status).toBe(0);
    expect(run('--fail-on', 'unmapped').status).toBe(1);
    expect(run('--fail-on', 'limits,approximate').status).toBe(0);
    expect(run('--fail-on', 'everything').status).toBe(2);
  });
});

test('-q says nothing of what went well', () => {
  const run = convert(
    folder({ 'rules/a.yml': GOOD, 'rules/b.yml': GOOD.replace('6d', '7d') }),
    '-q',
  );
  expect(run).toMatchObject({ status: 0, stderr: '' });
});

describe('reports', () => {
  const title = 'title: "a\\n::error::b <x> \\u001b[2J"';
  const home = folder({
    'rules/a.yml': GOOD,
    'rules/b, c.yml': LOOKBEHIND.replace('title: Good', title).replace(
      'level: high',
      'level: "::x\\n::error::y"',
    ),
  });
  const read = (name: string): string => readFileSync(join(home, name), 'utf8');

  test('SARIF with a place for every diagnostic', () => {
    convert(home, '--report', 'sarif=r.sarif');
    const log = JSON.parse(read('r.sarif')) as {
      version: string;
      runs: { tool: { driver: { rules: { id: string }[] } }; results: object[] }[];
    };
    expect(log.version).toBe('2.1.0');
    const [run] = log.runs;
    expect(run!.results.length).toBeGreaterThan(0);
    for (const result of run!.results as { ruleId: string; ruleIndex: number }[]) {
      expect(run!.tool.driver.rules[result.ruleIndex]).toMatchObject({
        id: result.ruleId,
        shortDescription: { text: expect.stringMatching(/\w/) as string },
      });
      expect(result).toMatchObject({
        locations: [{ physicalLocation: { region: { startLine: expect.any(Number) as number } } }],
      });
    }
    expect(JSON.stringify(log)).toContain('"rules/b%2C%20c.yml"');
  });

  test('annotations that no rule can forge', () => {
    const { stderr } = convert(home, '-q', '--report', 'github=a.txt');
    expect(stderr).not.toContain('\n::error::y');
    const lines = read('a.txt').trimEnd().split('\n');
    for (const line of lines) {
      expect(line).toMatch(/^::(?:error|warning) file=rules\/(?:a|b%2C c)\.yml,line=\d+,/);
      expect(line).not.toContain('\u001b');
    }
  });

  test('JUnit with a case for each query', () => {
    convert(home, '--report', 'junit=j.xml', '-t', 'splunk');
    const text = read('j.xml');
    expect(text).toContain('<testsuites tests="4" failures="1">');
    expect(text.match(/<testcase /g)).toHaveLength(4);
    expect(text).toContain('&#10;::error::b &#60;x&#62; \ufffd[2J');
  });

  test('tables of all queries', () => {
    convert(home, '--report', 'csv=t.csv', '--report', 'json=t.json');
    expect(JSON.parse(read('t.json'))).toMatchObject([
      { path: 'rules/a.yml', fidelity: 'exact', rule_id: expect.any(String) as string },
      { path: 'rules/b, c.yml', fidelity: 'refused' },
    ]);
    expect(read('t.csv')).toMatch(/^path,rule_id,title,[^]*\r\n"rules\/b, c\.yml",/);
  });

  test.each([
    ['html=x', "no report 'html'"],
    ['sarif', 'needs a file'],
    ['csv=-', 'goes to a file'],
    ['csv=rules/a.yml', 'is also an input'],
  ])('--report %s is an error', (report, message) => {
    const run = convert(home, '--report', report);
    expect(run.status).toBe(2);
    expect(run.stderr).toContain(message);
  });
});
