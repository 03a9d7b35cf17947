import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { linkFiles, readLinked } from '../../src/cli/input/linked-files.js';
import { ruleReader } from '../../src/cli/input/rule-files.js';
import type { RuleFile } from '../../src/cli/input/rule-files.js';
import { GOOD, folder, sigmaql } from './command.js';

const ID = '6d0a3f0e-26f5-4b2e-9a52-5bd0d5f1f001';
const OTHER = GOOD.replace(ID, ID.replace('6d', '7e'));

/** Which files are read together with each, by name. */
function together(files: Readonly<Record<string, string | Uint8Array>>): string[] {
  const home = folder({});
  for (const [name, text] of Object.entries(files)) writeFileSync(join(home, name), text);
  const names = Object.keys(files);
  const linked = linkFiles(
    names.map((name) => fileAt(join(home, name))),
    ruleReader(),
  );
  return linked.map((file) =>
    [...file.before, file, ...file.after].map(({ path }) => path.slice(home.length + 1)).join(' '),
  );
}

function fileAt(path: string): RuleFile {
  return { path, shown: path, filtersOnly: false };
}

function correlation(...rules: string[]): string {
  return `title: C\ncorrelation:\n  type: temporal\n  rules: [${rules.join(', ')}]\n  timespan: 5m\n`;
}

test('a file is converted as it was when the run looked at it', () => {
  const home = folder({ 'a.yml': GOOD, 'b.yml': OTHER });
  const paths = ['a.yml', 'b.yml'].map((name) => join(home, name));
  const [first] = linkFiles(paths.map(fileAt), ruleReader());
  writeFileSync(paths[0]!, 'gone');
  const linked = readLinked(first!, ruleReader());
  expect('documents' in linked && linked.documents[0]?.kind).toBe('rule');
});

describe('files are read together', () => {
  test('not at all where nothing ties them', () => {
    expect(together({ 'a.yml': GOOD, 'b.yml': OTHER })).toEqual(['a.yml', 'b.yml']);
  });

  test('that share an id, and the later that shares a name with the first', () => {
    const named = `name: "n"\n${OTHER}`;
    expect(together({ 'a.yml': GOOD, 'b.yml': GOOD, 'c.yml': named, 'd.yml': `${named}` })).toEqual(
      ['a.yml b.yml', 'a.yml b.yml', 'c.yml d.yml', 'c.yml d.yml'],
    );
  });

  test('that a correlation ties, and those that it leads to, with their filters', () => {
    const made = together({
      'a.yml': `name: outer\n${correlation('inner')}`,
      'b.yml': GOOD,
      'c.yml': `name: inner\n${correlation(ID)}`,
      'd.yml': OTHER,
      'e.yml': `filter:\n  rules: [${ID}]\n`,
    });
    expect(made).toEqual([
      'a.yml b.yml c.yml e.yml',
      // A rule that serves a correlation gives no query of its own.
      'b.yml c.yml e.yml',
      'a.yml b.yml c.yml e.yml',
      'd.yml',
      'b.yml e.yml',
    ]);
  });

  test('that have a name like one that nothing is called, which is suggested', () => {
    const files = {
      'a.yml': correlation('failed_logn'),
      'b.yml': `name: failed_logon\n${GOOD}`,
      'c.yml': `filter:\n  rules: [faild_logon]\n`,
      'd.yml': `name: other\n${OTHER}`,
    };
    expect(together(files)).toEqual(['a.yml b.yml', 'b.yml', 'b.yml c.yml', 'd.yml']);
    const home = folder(files);
    const { stderr } = sigmaql(['convert', home, '-t', 'kql']);
    expect(stderr).toContain("'failed_logn'. Did you mean 'failed_logon'?");
  });

  test('that a correlation with errors ties, so that no rule is taken to be missing', () => {
    const broken = correlation(ID).replace('temporal', 'unknown');
    expect(together({ 'a.yml': broken, 'b.yml': GOOD, 'c.yml': OTHER })).toEqual([
      'a.yml b.yml',
      'a.yml b.yml',
      'c.yml',
    ]);
  });

  test('that have a filter of any rule, with all others, and with one that it applies to', () => {
    const made = together({
      'a.yml': GOOD.replace('windows', 'linux'),
      'b.yml': OTHER,
      'c.yml': OTHER.replaceAll('7', '8'),
      'e.yml': `logsource: { product: windows }\nfilter: { rules: any }\n`,
      'f.yml': `logsource: { product: zeek }\nfilter: { rules: any }\n`,
    });
    expect(made).toEqual([
      'a.yml e.yml f.yml',
      'b.yml e.yml f.yml',
      'c.yml e.yml f.yml',
      'b.yml e.yml f.yml',
      'e.yml f.yml',
    ]);
  });

  test.each([
    ["name: 'it''s'", "[it's]"],
    ['name: Töpfe', '[Töpfe]'],
    ['name: "a\\x20b"', "['a b']"],
    ['name: >-\n  a\n  b', "['a b']"],
    ['name: a b # c', "['a b']"],
    ["'name': n", '[n]'],
    ['name:\n  n', '[n]'],
  ])('by a name that is written %s', (name, rules) => {
    const made = together({
      'a.yml': `${name}\n${GOOD}`,
      'e.yml': `logsource: { product: windows }\nfilter: { rules: ${rules} }\n`,
    });
    expect(made).toEqual(['a.yml e.yml', 'a.yml e.yml']);
  });
});

const ANY = 'rules: any';

/** However it is written, a filter of any rule is found. */
const FILTERS: readonly (string | Uint8Array)[] = [
  `filter:\n  ${ANY}\n`,
  `filter  :\r\n  ${ANY}\r\n`,
  `# one\r\r  filter:\r    ${ANY}\r`,
  `{title: x, filter: {${ANY}}}\n`,
  `{"title": "x",\n"filter": {"rules": "any"}}\n`,
  `  title: x\n  filter:\n    ${ANY}\n`,
  `title: a\n---\n# x\n  title: x\n  filter:\n    ${ANY}\n`,
  `title: a\n--- {filter: {${ANY}}}\n`,
  `---\n\n\n # c\n  title: x\n  Filter: {${ANY}}\n`,
  `--- \n!!map\nfilter:\n  ${ANY}\n`,
  `'filter':\n  ${ANY}\n`,
  `"filter":\n  ${ANY}\n`,
  `"\\x66ilter":\n  ${ANY}\n`,
  `? filter\n: ${ANY}\n`,
  `\uFEFFfilter:\n  ${ANY}\n`,
  `action: global\nfilter:\n  ${ANY}\n---\ntitle: y\n`,
  Buffer.from(`\uFEFFfilter:\n  ${ANY}\n`, 'utf16le'),
];

test.each(FILTERS.map((text) => [JSON.stringify(text.toString()), text] as const))(
  'the filter %s ties all rules to its file',
  (_, text) => {
    expect(together({ 'a.yml': GOOD, 'f.yml': text })).toEqual(['a.yml f.yml', 'f.yml']);
  },
);

test('a file that is read among others gives its own documents', () => {
  const home = folder({ 'a.yml': GOOD, 'b.yml': `${GOOD}---\n${OTHER}`, 'c.yml': GOOD });
  const paths = ['a.yml', 'b.yml', 'c.yml'].map((name) => join(home, name));
  const [first, second, third] = paths.map(fileAt);
  const linked = { ...second!, before: [first!], after: [third!] };
  const read = readLinked(linked, ruleReader());
  if ('code' in read) throw new Error(read.message);
  expect(read.documents.map((d) => d.span.file.path)).toEqual([paths[1], paths[1]]);
  expect(read.documents.map((d) => d.diagnostics.map((e) => e.code))).toEqual([
    ['duplicate-id'],
    [],
  ]);
});

describe('the command', () => {
  const files = {
    'a.yml': GOOD,
    'b.yml': OTHER,
    'filters/f.yml': `title: F\nlogsource: { product: windows }\nfilter:\n  rules: [${ID}]\n  s: { User: a }\n  condition: not s\n`,
    'old.yml': `action: global\n${GOOD}---\naction: reset\n`,
  };

  function records(
    args: readonly string[],
    given: Readonly<Record<string, string>>,
    more: object = {},
  ) {
    const { status, stdout } = sigmaql(['convert', ...args, '--json'], {
      cwd: folder(given),
      ...more,
    });
    const lines = stdout
      .trimEnd()
      .split('\n')
      .map((l) => JSON.parse(l) as Record<string, unknown>);
    return { status, lines };
  }

  function codesOf({ diagnostics }: Record<string, unknown>): string[] {
    return (diagnostics as { code: string }[]).map((d) => d.code);
  }

  test('filters a rule that a filter of another file names, on any number of threads', () => {
    // Enough for threads to be handed some.
    const fillers = Array.from({ length: 60 }, (_, i) => [`z/${i}.yml`, '# none\n'] as const);
    const many = { ...files, ...Object.fromEntries(fillers) };
    for (const jobs of ['1', '3']) {
      const { status, lines } = records(['.', '-t', 'kql', '-p', 'none', '--jobs', jobs], many);
      expect(status).toBe(0);
      const heads = lines.map((l) => [l['path'], l['kind'], l['fidelity'], l['target']]);
      expect(heads.slice(0, 5)).toEqual([
        ['a.yml', 'rule', 'exact', 'kql'],
        ['b.yml', 'rule', 'exact', 'kql'],
        ['filters/f.yml', 'filter', null, null],
        ['old.yml', 'template', null, null],
        ['old.yml', 'template', null, null],
      ]);
      expect(lines.map((l) => l['query']).slice(0, 3)).toEqual([
        expect.stringMatching(/ and User !~ "a"$/),
        expect.not.stringContaining('User'),
        null,
      ]);
      expect(codesOf(lines[2]!)).toEqual([]);
      expect(codesOf(lines[3]!)).toEqual(['no-rules']);
    }
  });

  test('knows a filter that comes by standard input', () => {
    const args = ['a.yml', 'b.yml', '-', '-t', 'kql', '-p', 'none', '--jobs', '4'];
    const { lines } = records(args, files, { input: files['filters/f.yml'] });
    expect(lines.map((l) => String(l['query']).includes('User'))).toEqual([true, false, false]);
  });

  test('tells an id that two files have, at the second', () => {
    const { status, lines } = records(['.', '-t', 'splunk', '-p', 'none'], {
      'a.yml': GOOD,
      'b.yml': GOOD,
    });
    expect(status).toBe(0);
    expect(lines.map(codesOf)).toEqual([[], ['duplicate-id']]);
    expect(lines[1]!['diagnostics']).toMatchObject([{ related: [{ path: 'a.yml', line: 2 }] }]);
  });

  test('has a line for a file that cannot be read as a rule', () => {
    const { status, lines } = records(['.', '-t', 'kql,splunk'], {
      'a.yml': '# none\n',
      'b.yml': '- 1\n',
    });
    expect(status).toBe(1);
    expect(lines.map((l) => [l['kind'], l['target'], l['query']])).toEqual([
      ['empty', null, null],
      ['unreadable', 'kql', null],
      ['unreadable', 'splunk', null],
    ]);
  });

  test('matches no event that a filter of another file leaves out', () => {
    const home = folder({ ...files, 'e.jsonl': '{"Image":"C:\\\\whoami.exe","User":"a"}\n' });
    const { status, stdout } = sigmaql(
      ['match', 'a.yml', 'b.yml', 'filters', '--events', 'e.jsonl'],
      { cwd: home },
    );
    expect(status).toBe(0);
    expect(stdout).toContain('(b.yml)');
    expect(stdout).not.toContain('(a.yml)');
  });
});
