import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { BAD, GOOD, folder, sigmaql } from './command.js';

const root = join(import.meta.dirname, '../..');

describe('sigmaql convert', () => {
  test('prints one query alone as it is', () => {
    const home = folder({ 'a.yml': GOOD });
    const run = sigmaql(['convert', 'a.yml', '-t', 'splunk', '-p', 'none'], { cwd: home });
    expect(run).toMatchObject({ status: 0, stdout: 'Image="*\\\\whoami.exe"\n' });
  });

  test('heads each of several queries', () => {
    const home = folder({ 'a.yml': GOOD });
    const { stdout } = sigmaql(['convert', 'a.yml', '-t', 'splunk,lucene', '-p', 'none'], {
      cwd: home,
    });
    expect(stdout).toBe(
      '# a.yml: Good [splunk]\nImage="*\\\\whoami.exe"\n\n# a.yml: Good [lucene]\nImage:*\\\\whoami.exe\n\n',
    );
  });

  test('converts the others when one rule is bad, and says so in the exit status', () => {
    const home = folder({ 'a.yml': BAD, 'b.yml': GOOD });
    const { status, stdout, stderr } = sigmaql(['convert', '.', '-t', 'splunk'], { cwd: home });
    expect(status).toBe(1);
    expect(stdout).toContain('whoami');
    expect(stderr).toContain('error[undefined-identifier]');
    expect(stderr).toContain('a.yml:11:14');
    expect(stderr).toContain('^');
  });

  test('prints JSON lines of a stable shape', () => {
    const home = folder({ 'a.yml': GOOD, 'b.yml': BAD });
    const { status, stdout } = sigmaql(['convert', '.', '-t', 'kql', '--json'], { cwd: home });
    const [good, bad] = stdout
      .trim()
      .split('\n')
      .map((l) => JSON.parse(l) as Record<string, unknown>);
    expect(status).toBe(1);
    expect(good).toMatchObject({
      path: 'a.yml',
      rule: {
        id: '6d0a3f0e-26f5-4b2e-9a52-5bd0d5f1f001',
        title: 'Good',
        level: 'high',
        status: 'test',
      },
      target: 'kql',
      format: 'query',
      pipelines: ['microsoft'],
      query:
        'DeviceProcessEvents\n| where ActionType == "ProcessCreated" and FileName =~ "whoami.exe"',
      fidelity: 'exact',
    });
    expect(bad).toMatchObject({ query: null, fidelity: 'refused' });
    expect((bad!['diagnostics'] as object[])[0]).toEqual({
      code: 'undefined-identifier',
      severity: 'error',
      message: expect.any(String) as string,
      path: 'b.yml',
      line: 11,
      column: 14,
      endLine: 11,
      endColumn: 15,
    });
  });

  test('reads standard input', () => {
    const run = sigmaql(['convert', '-', '-t', 'lucene', '-p', 'none'], { input: GOOD });
    expect(run).toMatchObject({ status: 0, stdout: 'Image:*\\\\whoami.exe\n' });
  });

  test('takes globs', () => {
    const home = folder({ 'x/a.yml': GOOD, 'x/b.yml': BAD });
    expect(sigmaql(['convert', 'x/a*.yml', '-t', 'splunk'], { cwd: home }).status).toBe(0);
  });

  test('refuses approximations with --strict', () => {
    const text = GOOD.replace('Image|endswith: \\whoami.exe', 'Image: null');
    const home = folder({ 'a.yml': text });
    expect(sigmaql(['convert', 'a.yml', '-t', 'kql'], { cwd: home }).status).toBe(0);
    const strict = sigmaql(['convert', 'a.yml', '-t', 'kql', '--strict'], { cwd: home });
    expect(strict).toMatchObject({ status: 1, stdout: '' });
  });

  test('writes a tree that mirrors the rules, one file each', () => {
    const home = folder({ 'rules/win/a.yml': GOOD, 'rules/lin/b.yml': GOOD });
    sigmaql(['convert', 'rules', '-t', 'kql,splunk', '-o', 'out'], { cwd: home });
    const files = readdirSync(join(home, 'out'), { recursive: true }).map(String).sort();
    expect(files.filter((f) => /\w\.\w+$/.test(f))).toEqual([
      '.sigmaql-output.json',
      'kql/lin/b.kql',
      'kql/win/a.kql',
      'splunk/lin/b.spl',
      'splunk/win/a.spl',
    ]);
  });

  test('writes nothing outside of the folder, not even by a link', () => {
    const home = folder({ 'rules/sub/a.yml': GOOD });
    const outside = folder({});
    mkdirSync(join(home, 'out'));
    symlinkSync(outside, join(home, 'out/sub'));
    const run = sigmaql(['convert', 'rules', '-t', 'kql', '-o', 'out'], { cwd: home });
    expect(run.status).toBe(2);
    expect(readdirSync(outside)).toEqual([]);
    sigmaql(
      ['convert', '../' + home.split('/').pop()! + '/rules/sub/a.yml', '-t', 'kql', '-o', 'out2'],
      {
        cwd: home,
      },
    );
    expect(existsSync(join(home, 'out2/a.kql'))).toBe(true);
  });

  test.each([
    [['convert', 'nothing.yml', '-t', 'kql'], 1, 'file-not-found'],
    [['convert', 'empty', '-t', 'kql'], 1, 'empty-folder'],
    [['convert', 'x*.yml', '-t', 'kql'], 1, 'no-match'],
    [['convert', 'loop', '-t', 'kql'], 0, 'folder-loop'],
    [['convert', 'loop', '-t', 'kql', '--placeholder', '=y'], 2, "'=y' has no name"],
    [['convert', 'loop', '-t', 'kql', '-O', 'klq.time=x'], 2, "Did you mean 'kql.time'?"],
    [['pipeline', 'check', 'a.yaml'], 1, 'Did you mean a.yml?'],
    [['convert', 'a.yml', '-t', 'kql', '-o', '-'], 2, 'Leave it out to print'],
    [['convert', 'a.yml'], 2, 'No target is given.'],
    [['convert', 'a.yml', '-t', 'kustos'], 2, 'no target'],
    [['convert', 'a.yml', '-t', ','], 2, 'No target is given.'],
    [['convert', 'a.yml', '-t', 'splnk'], 2, "'splunk'"],
    [['convert', 'a.yml', '-t', 'kql', '-f', 'x'], 2, 'no format'],
    [['convert', 'a.yml', '-t', 'kql', '-O', 'kql.x=y'], 2, 'no option'],
    [['convert', 'a.yml', '-t', 'kql', '-O', 'splunk.index=x'], 2, '-O splunk.index has no effect'],
    [['convert', 'a.yml', '-t', 'kql', '-f', 'splunk=query'], 2, '-f splunk has no effect'],
    [['convert', 'a.yml', '-t', 'kql', '-f', 'klq=query'], 2, "Did you mean 'kql'?"],
    [['convert', 'a.yml', '-t', 'kql', '-f', 'kql=query,kusto=sentinel'], 2, 'two formats'],
    [['convert', 'a.yml', '-t', 'kql', '-f', 'splunk=query', '-f', 'kql=query'], 2, 'no effect'],
    [['convert', 'a.yml', '-t', 'lucene', '-O', 'lucene.case=x'], 2, 'normalized'],
    [['convert', 'a.yml', '-t', 'kql', '-p', 'sysmn'], 2, 'pipeline'],
    [['list', 'target'], 2, "'targets'"],
    [['list', 'formats', 'kqll'], 2, "Did you mean 'kql'?"],
    [['list', 'codes', 'condition-coma'], 2, "Did you mean 'condition-comma'?"],
    [['convert', 'a.yml', '-t', 'kql', '-o', '/dev/null'], 2, 'redirect standard output'],
    [['frobnicate'], 2, 'unknown command'],
  ])('%j gives exit status %i and a word about it', (args, status, message) => {
    const home = folder({ 'a.yml': GOOD, 'loop/a.yml': GOOD });
    mkdirSync(join(home, 'empty'));
    symlinkSync('.', join(home, 'loop/again'));
    const run = sigmaql(args, { cwd: home });
    expect(run.stderr).toContain(message);
    expect(run.status).toBe(status);
    expect(run.stderr).not.toMatch(/^\s+at /m);
  });

  test.each(['convert loop -t kql -q', 'publish loop -t kql -o out -q'])(
    '%s shows errors only',
    (command) => {
      const home = folder({ 'loop/a.yml': GOOD });
      symlinkSync('.', join(home, 'loop/again'));
      const run = sigmaql(command.split(' '), { cwd: home });
      expect([run.status, run.stderr]).toEqual([0, '']);
    },
  );

  test('takes its defaults from a configuration file, and refuses what it does not know', () => {
    const home = folder({
      'a.yml': GOOD,
      'sigmaql.config.yml': 'targets: [kql]\noptions:\n  kql:\n    table: SecurityEvent\n',
    });
    expect(sigmaql(['convert', 'a.yml'], { cwd: home }).stdout).toContain('SecurityEvent\n| where');
    writeFileSync(join(home, 'sigmaql.config.yml'), 'target: kql\n');
    const run = sigmaql(['convert', 'a.yml'], { cwd: home });
    expect(run.status).toBe(2);
    expect(run.stderr).toContain("Did you mean 'targets'?");
  });

  test('writes the same bytes whatever the number of threads', () => {
    const rules = join(root, 'rules');
    const runs = ['1', '2', '3'].map((n) =>
      sigmaql(['convert', rules, '-t', 'kql,splunk,lucene', '--json', '--jobs', n]),
    );
    expect(runs[0]!.stdout.length).toBeGreaterThan(10_000);
    expect(runs[1]!.stdout).toBe(runs[0]!.stdout);
    expect(runs[2]!.stdout).toBe(runs[0]!.stdout);
  });
});

test('sigmaql explain puts the rule beside the query', () => {
  const home = folder({ 'a.yml': GOOD });
  const { stdout, status } = sigmaql(['explain', 'a.yml', '-t', 'kql'], { cwd: home });
  expect(status).toBe(0);
  expect(stdout).toContain('10: Image|endswith: \\whoami.exe');
});

test('sigmaql explain tells what each part costs, and why the dearest does', () => {
  const home = folder({ 'a.yml': GOOD });
  const { stdout } = sigmaql(['explain', 'a.yml', '-t', 'splunk'], { cwd: home });
  expect(stdout).toMatch(/\\\\whoami\.exe"\s+│ scan\s+│ 10: /);
  expect(stdout).toContain('\nMost expensive: line 10 (scan): ');
  const { stdout: kusto } = sigmaql(['explain', 'a.yml', '-t', 'kql'], { cwd: home });
  expect(kusto).toMatch(/"ProcessCreated"\s+│ source\s+│ /);
  expect(kusto).toMatch(/FileName =~ "whoami\.exe"\s+│ term\s+│ 10: /);
  expect(kusto).toContain('\nMost expensive: line 10 (term): ');
});

describe('sigmaql match', () => {
  const EVENTS = [
    '{"Image":"C:\\\\x\\\\WHOAMI.exe"}',
    'no event',
    '{"Image":"C:\\\\x\\\\cmd.exe"}',
    '{"Image":"D:\\\\whoami.exe"}',
  ].join('\n');

  test('says which rules match, where and why', () => {
    const home = folder({ 'a.yml': GOOD, 'events.jsonl': EVENTS });
    const run = sigmaql(['match', 'a.yml', '--events', 'events.jsonl'], { cwd: home });
    expect(run.stdout).toBe(
      [
        'events.jsonl:1: Good (a.yml)',
        '    Image ends_with \\whoami.exe  line 10',
        'events.jsonl:4: Good (a.yml)',
        '    Image ends_with \\whoami.exe  line 10',
        '',
      ].join('\n'),
    );
    expect(run.stderr).toContain('--> events.jsonl:2:1');
    expect(run.stderr).toContain('2 of 3 events matched, by 1 rule.');
    expect(run.status).toBe(1);
  });

  test('reads events from standard input and prints JSON', () => {
    const home = folder({ 'a.yml': GOOD });
    const run = sigmaql(['match', '.', '--events', '-', '--json'], { cwd: home, input: EVENTS });
    const lines = run.stdout.trimEnd().split('\n');
    expect(lines.map((l) => JSON.parse(l) as unknown)).toEqual(
      [
        [0, 1],
        [3, 4],
      ].map(([event, line]) => ({
        path: 'a.yml',
        rule: { id: '6d0a3f0e-26f5-4b2e-9a52-5bd0d5f1f001', title: 'Good' },
        event,
        because: [
          {
            field: 'Image',
            predicate: 'ends_with',
            value: '\\whoami.exe',
            path: 'a.yml',
            line: 10,
          },
        ],
        events: '<stdin>',
        line,
        shape: 'fields',
      })),
    );
  });

  test('takes a folder of events, and a bad rule loses no other', () => {
    const home = folder({
      'rules/a.yml': GOOD,
      'rules/b.yml': BAD,
      'events/1.json': `[${EVENTS.split('\n')[0]}]`,
      'events/deep/2.ndjson': EVENTS.split('\n')[3]!,
      'events/notes.txt': 'none',
    });
    const run = sigmaql(['match', 'rules', '--events', 'events', '--json'], { cwd: home });
    expect(run.stdout.trimEnd().split('\n')).toHaveLength(2);
    expect(run.stderr).toContain('rules/b.yml:');
    expect(run.status).toBe(1);
  });

  test.each([
    [['match', 'a.yml'], 2, '--events'],
    [['match', '-', '--events', '-'], 2, 'standard input'],
    [['match', 'a.yml', '--events', '-', '--events', '-'], 0, '0 of 0 events matched.'],
    [['match', 'a.yml', '--events', 'none.json'], 2, 'No event was found in this file.'],
    [['match', '-', '-', '--events', 'a.yml'], 1, 'event-not-json'],
    [['match', 'a.yml', '--events', 'gone.json'], 2, 'gone.json'],
  ])('%j', (args, status, said) => {
    const files = { 'a.yml': GOOD, 'none.json': '' };
    const run = sigmaql(args, { cwd: folder(files), input: '' });
    expect(run.status).toBe(status);
    expect(run.stderr).toContain(said);
  });
});

test('sigmaql list names what there is', () => {
  expect(sigmaql(['list', 'targets']).stdout).toMatch(/kql[^]*splunk[^]*lucene/);
  expect(sigmaql(['list', 'modifiers']).stdout).toContain('base64offset');
  expect(sigmaql(['list', 'formats', 'es-qs']).stdout).toMatch(/^(?:lucene -f [^\n]+\n)+$/);
  expect(sigmaql(['list', 'codes', 'condition-comma']).stdout).toMatch(
    /^condition-comma +[^\n]+\n$/,
  );
});

test('the packed package works in an empty folder', { timeout: 300_000 }, () => {
  const home = folder({ 'a.yml': GOOD });
  const env = { ...process.env, CI: '' };
  const npm = (args: readonly string[], cwd: string): string =>
    execFileSync('npm', args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], env });
  npm(['pack', '--ignore-scripts', '--pack-destination', home], root);
  const tarball = readdirSync(home).find((f) => f.endsWith('.tgz'))!;
  writeFileSync(join(home, 'package.json'), '{"type":"module"}');
  npm(['install', `./${tarball}`], home);
  const bin = join(home, 'node_modules/.bin/sigmaql');
  expect(
    execFileSync(bin, ['convert', 'a.yml', '-t', 'splunk', '-p', 'none'], {
      cwd: home,
      encoding: 'utf8',
    }),
  ).toBe('Image="*\\\\whoami.exe"\n');
  writeFileSync(
    join(home, 'use.ts'),
    `import { readFileSync } from 'node:fs';
import { parse, link, convert, type Query } from 'sigmaql';
import { kql } from 'sigmaql/kql';
import { splunk } from 'sigmaql/splunk';
import { lucene } from 'sigmaql/lucene';
import type { Backend } from 'sigmaql/backend';
const all: Backend[] = [kql, splunk, lucene];
const { documents } = parse(readFileSync('a.yml', 'utf8'), { path: 'a.yml' });
const queries: Query[] = all.flatMap((backend) => convert(link(documents), { backend }));
console.log(queries.map((q) => q.fidelity).join());
`,
  );
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  const types = join(root, 'node_modules/@types');
  const base = [
    '--strict',
    '--skipLibCheck',
    '--target',
    'es2022',
    '--typeRoots',
    types,
    '--types',
    'node',
  ];
  execFileSync(process.execPath, [tsc, ...base, '--module', 'nodenext', 'use.ts'], { cwd: home });
  expect(execFileSync(process.execPath, ['use.js'], { cwd: home, encoding: 'utf8' })).toBe(
    'exact,exact,exact\n',
  );
  expect(readFileSync(join(home, 'node_modules/sigmaql/LICENSE'), 'utf8')).toContain('Apache');
});
