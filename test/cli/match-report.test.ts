import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { BAD, GOOD, folder, sigmaql } from './command.js';

const OTHER = GOOD.replace('6d0a3f0e', '7d0a3f0e')
  .replace('Good', 'Other')
  .replace('whoami', 'hostname');
const EVENTS =
  '{"Image":"C:\\\\a.exe"}\n{"Image":"C:\\\\whoami.exe"}\n{"Image":"\\\\WHOAMI.exe"}\nbroken\n';

function match(...args: string[]) {
  const home = folder({
    'rules/a.yml': GOOD,
    'rules/b.yml': OTHER,
    'rules/c.yml': BAD,
    'e.jsonl': EVENTS,
  });
  return { home, ...sigmaql(['match', 'rules', '--events', 'e.jsonl', ...args], { cwd: home }) };
}

test('SARIF has every match at its event, and what was wrong', () => {
  const { home } = match('--report', 'sarif=out.sarif');
  const { runs } = JSON.parse(readFileSync(join(home, 'out.sarif'), 'utf8')) as {
    runs: {
      results: {
        ruleId: string;
        locations: {
          physicalLocation: { artifactLocation: { uri: string }; region: { startLine: number } };
        }[];
      }[];
    }[];
  };
  const found = runs[0]!.results.map(({ ruleId, locations: [at] }) => {
    const { artifactLocation, region } = at!.physicalLocation;
    return `${ruleId} ${artifactLocation.uri}:${region.startLine}`;
  });
  expect(found).toContain('rule-matched e.jsonl:2');
  expect(found).toContain('rule-matched e.jsonl:3');
  expect(found.filter((f) => f.startsWith('rule-matched'))).toHaveLength(2);
  expect(found.some((f) => f.includes('rules/c.yml'))).toBe(true);
  expect(found.some((f) => f.endsWith('e.jsonl:4'))).toBe(true);
  expect(new Set(found).size).toBe(found.length);
});

test('JUnit has a case for each rule', () => {
  const { home } = match('--report', 'junit=out.xml');
  const xml = readFileSync(join(home, 'out.xml'), 'utf8');
  expect(xml).toContain('<testsuites tests="3" failures="2">');
  expect(xml).toContain('Matches 2 events, the first at e.jsonl:2.');
  expect(xml).toContain('<testcase classname="rules/b.yml" name="Other"/>');
});

test.each(['match', 'convert'])('JUnit of %s has a case for a file that is not YAML', (command) => {
  const home = folder({ 'rules/a.yml': GOOD, 'rules/b.yml': 'title: [\n', 'e.json': '{}' });
  const more = command === 'match' ? ['--events', 'e.json'] : ['-t', 'splunk'];
  sigmaql([command, 'rules', ...more, '--report', 'junit=out.xml'], { cwd: home });
  const xml = readFileSync(join(home, 'out.xml'), 'utf8');
  expect(xml).toContain('<testsuites tests="2" failures="1">');
  expect(xml).toMatch(
    /<testcase classname="rules\/b.yml" name="rules\/b.yml[^]*yaml-unclosed-bracket/,
  );
});

test('annotations go to the log, and nothing of a rule begins a line of them', () => {
  const { stderr } = match('--report', 'github');
  expect(stderr).toMatch(
    /^::warning file=e\.jsonl,line=2,.*The rule Good \(rules\/a\.yml\) matches/m,
  );
});

test.each([
  ['csv=out.csv', 'sarif, junit or github'],
  ['sarif', 'needs a file'],
  ['sarif=-', 'goes to a file'],
  ['sarif=rules/a.yml', 'is also an input'],
])('%s is a usage error', (report, said) => {
  const { home, status, stdout, stderr } = match('--report', report);
  expect([status, stdout]).toEqual([2, '']);
  expect(stderr).toContain(said);
  expect(existsSync(join(home, 'out.csv'))).toBe(false);
  expect(readFileSync(join(home, 'rules/a.yml'), 'utf8')).toBe(GOOD);
});
