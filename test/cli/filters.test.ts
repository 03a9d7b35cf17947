import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { GOOD, folder, sigmaql } from './command.js';

const NAMED = `name: who\n${GOOD}`;

/** Leaves a user out of the rule. */
function filter(user: string, condition = 'not s'): string {
  return `title: Not ${user}
logsource: { product: windows }
filter:
  rules: [who]
  s: { User: ${user} }
  condition: ${condition}
`;
}

const FILES = {
  'rules/a.yml': NAMED,
  'tuning/f.yml': filter('cook'),
  'tuning/g/h.yml': filter('maid'),
};

describe('--filter', () => {
  test('names files and folders, whose filters have lines of their own', () => {
    const cwd = folder(FILES);
    const args = ['convert', 'rules', '--filter', 'tuning', '-t', 'splunk', '-p', 'none', '--json'];
    const { status, stdout } = sigmaql(args, { cwd });
    expect(status).toBe(0);
    const lines = stdout
      .trim()
      .split('\n')
      .map((l) => JSON.parse(l) as Record<string, unknown>);
    expect(lines.map((l) => [l['path'], l['kind'], l['query']])).toEqual([
      ['rules/a.yml', 'rule', 'Image="*\\\\whoami.exe" NOT User="cook" NOT User="maid"'],
      ['tuning/f.yml', 'filter', null],
      ['tuning/g/h.yml', 'filter', null],
    ]);
  });

  test('gives the same queries as filters among the rules', () => {
    const cwd = folder(FILES);
    const convert = (...args: string[]) =>
      sigmaql(['convert', ...args, '-t', 'kql', '-p', 'none'], { cwd }).stdout;
    expect(convert('rules', '--filter', 'tuning')).toBe(convert('rules', 'tuning'));
    expect(convert('rules', '--filter', 'tuning', '--filter', 'tuning/f.yml')).toBe(
      convert('.', '--filter', 'tuning'),
    );
  });

  test('takes filters alone out of its files', () => {
    const cwd = folder({ ...FILES, 'mixed.yml': `${NAMED}---\n${filter('butler')}` });
    const { stdout, stderr } = sigmaql(
      ['convert', 'rules/a.yml', '--filter', 'mixed.yml', '-t', 'splunk', '-p', 'none', '--json'],
      { cwd },
    );
    const kinds = stdout
      .trim()
      .split('\n')
      .map((l) => (JSON.parse(l) as { kind: string }).kind);
    expect(kinds).toEqual(['rule', 'filter']);
    expect(stderr).toBe('');
  });

  test('is named where it is a reason for a match', () => {
    const keyword = filter('cook').replace(/\bs: .*/, "s: ['scanner']");
    const cwd = folder({
      'a.yml': NAMED,
      'f.yml': keyword,
      'e.json': '{"Image":"C:\\\\whoami.exe"}',
    });
    const { stdout } = sigmaql(
      ['match', 'a.yml', '--filter', 'f.yml', '--events', 'e.json', '--logsource', 'off'],
      { cwd },
    );
    expect(stdout).toMatch(/not keyword scanner +line \d+ of f\.yml/);
  });

  test.each([
    ['convert', 'b.yml'],
    ['publish', 'b.yml'],
    ['convert', 'other'],
    ['convert', 'oth*'],
    ['publish', 'rules/a.yml'],
  ])('%s tells that %s holds no filter', (command, path) => {
    const cwd = folder({ ...FILES, 'b.yml': NAMED, 'other/c.yml': GOOD });
    const args = [command, 'rules', '--filter', path, '-t', 'kql', '-o', 'out'];
    const none = sigmaql(args, { cwd });
    expect([none.status, none.stderr]).toEqual([0, expect.stringContaining('warning[no-filter]')]);
  });

  test.each([
    ['convert rules -t kql -o out', 'tunign'],
    ['publish rules -t kql -o out', 'tunign'],
    ['publish rules -t kql -o out', 'tuning/*.yaml'],
    ['publish rules -t kql -o out', 'empty'],
    ['catalog build rules -t kql -o out', 'tunign'],
    ['catalog serve rules -t kql --port 0', 'tunign'],
    ['explain rules -t kql', 'tunign'],
    ['inspect rules', 'tunign'],
    ['publish rules -t kql -o out --check', 'tunign'],
    ['test rules', 'tunign'],
    ['match rules --events e.json', 'tunign'],
    ['pipeline show rules -t kql -p sentinel', 'tunign'],
  ])('%s refuses to run without the filter %s', (command, path) => {
    const cwd = folder({ ...FILES, 'e.json': '{}\n', 'empty/a.txt': '' });
    const args = [...command.split(' '), '--filter', 'tuning', '--filter', path];
    const { status, stdout, stderr } = sigmaql(args, { cwd });
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(`--filter ${path}: `);
    expect(existsSync(join(cwd, 'out'))).toBe(false);
  });

  test.each([
    'convert rules -t kql -o out',
    'publish rules -t kql -o out',
    'match rules --events e.json',
  ])('%s refuses to run where a filter is not YAML', (command) => {
    const cwd = folder({ ...FILES, 'e.json': '{}\n', 'tuning/x.yml': 'title: x\nfilter: [\n' });
    const { status, stdout, stderr } = sigmaql([...command.split(' '), '--filter', 'tuning'], {
      cwd,
    });
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain('sigmaql: A filter cannot be read');
    expect(stderr).toMatch(/error\[yaml-unclosed-bracket\][^]*tuning\/x\.yml:2:9/);
    expect(existsSync(join(cwd, 'out'))).toBe(false);
  });

  test('of a build leaves what is there where one cannot be found', () => {
    const cwd = folder(FILES);
    const build = (...args: string[]) =>
      sigmaql(['catalog', 'build', 'rules', '-o', 'site', '-t', 'splunk', ...args], { cwd }).status;
    const page = () => readFileSync(join(cwd, 'site/index.html'), 'utf8');
    expect(build('--filter', 'tuning')).toBe(0);
    const before = page();
    expect(build('--filter', 'gone')).toBe(2);
    expect(page()).toBe(before);
  });

  test('with a broken filter refuses the rules that it names, with both places', () => {
    const cwd = folder({
      ...FILES,
      'rules/b.yml': GOOD.replace('6d0a', '7e0a'),
      'f.yml': filter('cook', 'not t'),
    });
    const args = ['convert', 'rules', '--filter', 'f.yml', '-t', 'splunk', '-p', 'none'];
    const { status, stdout, stderr } = sigmaql(args, { cwd });
    expect(status).toBe(1);
    expect(stdout).toBe('Image="*\\\\whoami.exe"\n');
    expect(stderr).toMatch(/error\[filter-cannot-apply\][^]*rules\/a\.yml:1:7[^]*f\.yml:4:11/);
    expect(stderr).toMatch(/error\[undefined-identifier\][^]*f\.yml:6:18/);
  });

  test('writes nothing for filters', () => {
    const cwd = folder(FILES);
    const args = ['convert', 'rules', '--filter', 'tuning', '-t', 'splunk', '-p', 'none'];
    expect(sigmaql([...args, '-o', 'out'], { cwd }).status).toBe(0);
    const made = sigmaql([...args, '--json', '-o', 'out.jsonl'], { cwd });
    expect(made.status).toBe(0);
    expect(sigmaql([...args, '-o', 'tuning/f.yml'], { cwd }).status).toBe(2);
  });

  test('has a page in the catalogue, which links both ways', () => {
    const cwd = folder(FILES);
    const build = (...args: string[]) =>
      sigmaql(['catalog', 'build', 'rules', ...args, '-o', 'site', '-t', 'splunk', '-p', 'none'], {
        cwd,
      });
    const page = (path: string) => readFileSync(join(cwd, 'site', path), 'utf8');
    expect(build('--filter', 'tuning').status).toBe(0);
    const rule = page('rules/6d0a3f0e.html');
    expect(rule).toContain('<a href=../filters/filter-not-cook.html#L1>Not cook</a>');
    expect(rule).toContain('<code>User="maid"</code> <a href=../filters/filter-not-maid.html#L5>');
    expect(page('filters/filter-not-cook.html')).toContain('<a href=../rules/6d0a3f0e.html>');
    expect(page('filters/index.html')).toContain('filter-not-maid.html');
    expect(page('index.html')).toContain('<a href=filters/index.html>2 filters</a>');

    writeFileSync(join(cwd, 'tuning/f.yml'), filter('cook', 'not t'));
    const broken = build('--filter', 'tuning');
    expect(broken.status).toBe(1);
    expect(broken.stderr).toContain('There is no search identifier');
    expect(page('rules/6d0a3f0e.html')).toContain('cannot be applied to it');

    expect(build().status).toBe(0);
    expect(existsSync(join(cwd, 'site/filters'))).toBe(false);
  });

  test('is read by explain, match, inspect and pipeline show', () => {
    const cwd = folder({
      ...FILES,
      'e.jsonl': '{"Image":"C:\\\\whoami.exe","User":"cook"}\n{"Image":"C:\\\\whoami.exe"}\n',
    });
    const run = (command: string[], ...args: string[]) => {
      const { stdout, status } = sigmaql([...command, 'rules', '--filter', 'tuning', ...args], {
        cwd,
      });
      expect(status).toBe(0);
      return stdout;
    };
    const explained = run(['explain'], '-t', 'splunk', '-p', 'none');
    expect(explained).toMatch(/│ 11: Image\|endswith/);
    expect(explained).toContain('tuning/f.yml:5: s: { User: cook }');
    const matched = run(['match'], '--events', 'e.jsonl', '--logsource', 'off');
    expect(matched).toContain('e.jsonl:2: Good (rules/a.yml)');
    expect(matched).toContain('line 5 of tuning/f.yml');
    expect(matched).not.toContain('e.jsonl:1:');
    const inspected = run(['inspect']);
    expect(inspected).toMatch(/filter: s .*tuning\/f\.yml line 5/);
    expect(run(['pipeline', 'show'], '-p', 'windows', '-t', 'splunk')).toContain('filter: s');
  });
});
