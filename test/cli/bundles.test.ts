import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { GOOD, folder, sigmaql } from './command.js';

const SECOND = GOOD.replace('6d0a3f0e', '7e0a3f0e').replace('whoami', 'hostname');
const RULES = { 'rules/a.yml': GOOD, 'rules/b.yml': SECOND };

function written(file: string, ...args: string[]): string {
  const home = folder(RULES);
  expect(sigmaql(['convert', 'rules', ...args, '-o', file], { cwd: home })).toMatchObject({
    status: 0,
  });
  return readFileSync(join(home, file), 'utf8');
}

test('documents of one file stand apart as YAML has it', () => {
  const text = written('all.yaml', '-t', 'kql', '-f', 'sentinel');
  const ids = parseAllDocuments(text).map((d) => (d.toJS() as { id: string }).id);
  expect(ids).toHaveLength(2);
  expect(new Set(ids).size).toBe(2);
  const home = folder(RULES);
  const { stdout } = sigmaql(['convert', 'rules', '-t', 'kql', '-f', 'sentinel'], { cwd: home });
  expect(stdout).toBe(text);
});

test('rules of Elastic are NDJSON, in a file and on standard output', () => {
  const lines = written('all.ndjson', '-t', 'lucene', '-f', 'siem_rule').trimEnd().split('\n');
  expect(lines).toHaveLength(2);
  const ids = lines.map((line) => (JSON.parse(line) as { rule_id: string }).rule_id);
  expect(new Set(ids).size).toBe(2);
});

test('a format of one file goes into a file and to standard output, a format of several does not', () => {
  const text = written('all.ndjson', '-t', 'eql', '-f', 'siem_rule_ndjson');
  expect(text.trimEnd().split('\n')).toHaveLength(2);
  const convert = (...args: string[]) =>
    sigmaql(['convert', 'rules', ...args], { cwd: folder(RULES) });
  expect(convert('-t', 'eql', '-f', 'siem_rule_ndjson').stdout).toBe(text);
  const several = convert('-t', 'splunk', '-f', 'splunk_app');
  expect(several).toMatchObject({ status: 2, stdout: '' });
  expect(several.stderr).toContain('consists of several files');
  const beside = convert('-t', 'eql,kql', '-f', 'eql=siem_rule_ndjson');
  expect(beside).toMatchObject({ status: 2, stdout: '' });
  expect(beside.stderr).toContain('Choose one target');
});

test('queries are headed by comments of their language', () => {
  expect(written('all.kql', '-t', 'kql')).toMatch(/^\/\/ rules\/a\.yml: Good$[^]*^\/\/ rules\/b/m);
  expect(written('all.spl', '-t', 'splunk')).toMatch(/^```rules\/a\.yml: Good```$/m);
});

test('a title cannot end its comment', () => {
  const title = 'title: "x```\\n| delete"';
  const home = folder({ ...RULES, 'rules/a.yml': GOOD.replace('title: Good', title) });
  sigmaql(['convert', 'rules', '-t', 'splunk', '-o', 'all.spl'], { cwd: home });
  expect(readFileSync(join(home, 'all.spl'), 'utf8')).toMatch(
    /^```rules\/a\.yml: x'''\\u\{a\}\| delete```\n/,
  );
});

test.each([
  [['-t', 'lucene'], 'cannot hold several queries'],
  [['-t', 'kql,splunk'], 'cannot hold queries of several targets'],
])('%j: one file would not be told apart', (args, message) => {
  const home = folder(RULES);
  const run = sigmaql(['convert', 'rules', ...args, '-o', 'all.txt'], { cwd: home });
  expect(run.status).toBe(2);
  expect(run.stderr).toContain(message);
  expect(existsSync(join(home, 'all.txt'))).toBe(false);
});

test('the second of two queries keeps its name where the first is refused', () => {
  const two = GOOD.replace('condition: s', 'condition: [s, t]').replace(
    '  s:',
    "  t: {'Image|re': '(?<=a)b'}\n  s:",
  );
  const home = folder({ 'a.yml': two.replace('[s, t]', '[t, s]') });
  sigmaql(['convert', 'a.yml', '-t', 'kql', '-o', 'out'], { cwd: home });
  expect(existsSync(join(home, 'out/a.2.kql'))).toBe(true);
  expect(existsSync(join(home, 'out/a.kql'))).toBe(false);
});
