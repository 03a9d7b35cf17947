import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { GOOD, folder, sigmaql } from './command.js';

const SECOND = GOOD.replace('6d0a3f0e', '7e0a3f0e').replace('whoami', 'hostname');
const REFUSED = SECOND.replace('Image|endswith: \\hostname.exe', "Image|re: '(?<=a)b'");

function publish(home: string, ...args: string[]) {
  const targets = ['-t', 'kql,splunk', '-f', 'kql=sentinel,splunk=savedsearches'];
  return sigmaql(['publish', 'rules', ...targets, '-o', 'out', ...args], { cwd: home });
}

function published(): string {
  const home = folder({ 'rules/a.yml': GOOD, 'rules/sub/b.yml': SECOND });
  expect(publish(home)).toMatchObject({ status: 0 });
  return home;
}

/** Every file below a folder with its time and text. */
function snapshot(home: string): Readonly<Record<string, string>> {
  const names = readdirSync(home, { recursive: true, encoding: 'utf8' });
  const files = names.filter((n) => statSync(join(home, n)).isFile()).sort();
  return Object.fromEntries(
    files.map((n) => {
      const path = join(home, n);
      return [n, `${statSync(path).mtimeMs} ${readFileSync(path, 'utf8')}`];
    }),
  );
}

interface Changes {
  readonly changes: readonly { kind: string; name: string; target: string; diff: string[] }[];
}

function changes(home: string): Changes['changes'] {
  return (JSON.parse(readFileSync(join(home, 'out/changes.json'), 'utf8')) as Changes).changes;
}

test('a tree by target, a manifest and the changes', () => {
  const home = published();
  expect(Object.keys(snapshot(join(home, 'out')))).toEqual([
    '.sigmaql-output.json',
    'changes.json',
    'changes.md',
    'kql/a.yaml',
    'kql/sub/b.yaml',
    'manifest.json',
    'splunk/a.conf',
    'splunk/sub/b.conf',
  ]);
  const manifest = JSON.parse(readFileSync(join(home, 'out/manifest.json'), 'utf8')) as object;
  expect(manifest).toMatchObject({
    version: 1,
    tool: expect.any(String) as string,
    sources: {
      'rules/a.yml': {
        queries: [
          { target: 'kql', file: 'kql/a.yaml', fidelity: 'exact', mapping: 'known', limits: [] },
          { target: 'splunk', file: 'splunk/a.conf' },
        ],
      },
    },
  });
  expect(changes(home).map((c) => c.kind)).toEqual(['new', 'new', 'new', 'new']);
});

test('a second run writes nothing and converts nothing', () => {
  const home = published();
  const before = snapshot(join(home, 'out'));
  const run = publish(home);
  expect(run.status).toBe(0);
  expect(run.stderr).toContain('0 of 2 rule files processed');
  expect(snapshot(join(home, 'out'))).toEqual(before);
  expect(publish(home, '--check').status).toBe(0);
});

test('an edit changes only its files, and is told by line', () => {
  const home = published();
  const before = snapshot(join(home, 'out'));
  writeFileSync(join(home, 'rules/a.yml'), GOOD.replace('whoami', 'whoareyou'));
  const check = publish(home, '--check');
  expect(check.status).toBe(1);
  expect(check.stdout).toMatch(/## Changed \(2\)[^]*^ +-.*whoami[^]*^ +\+.*whoareyou/m);
  expect(snapshot(join(home, 'out'))).toEqual(before);
  const run = publish(home);
  expect(run.stderr).toContain('1 of 2 rule files processed');
  const after = snapshot(join(home, 'out'));
  const changed = Object.keys(after).filter((n) => after[n] !== before[n]);
  expect(changed).toEqual([
    '.sigmaql-output.json',
    'changes.json',
    'changes.md',
    'kql/a.yaml',
    'manifest.json',
    'splunk/a.conf',
  ]);
  expect(changes(home).map((c) => `${c.kind} ${c.target}`)).toEqual([
    'changed kql',
    'changed splunk',
  ]);
});

test('what is moved is told, by the id of its rule, with what else is changed', () => {
  const home = published();
  renameSync(join(home, 'rules/a.yml'), join(home, 'rules/z.yml'));
  expect(publish(home).status).toBe(0);
  const moved = { kind: 'moved', from: 'rules/a.yml', path: 'rules/z.yml', diff: [] };
  expect(changes(home)).toMatchObject([moved, moved]);
  expect(readFileSync(join(home, 'out/changes.md'), 'utf8')).toContain(
    '## Moved, and otherwise the same (2)',
  );
  rmSync(join(home, 'rules/z.yml'));
  writeFileSync(join(home, 'rules/y.yml'), GOOD.replace('whoami', 'whoareyou'));
  expect(publish(home).status).toBe(0);
  const [changed] = changes(home);
  expect(changed).toMatchObject({ kind: 'changed', from: 'rules/z.yml', path: 'rules/y.yml' });
  expect(changed!.diff.join('\n')).toMatch(/^-.*whoami[^]*^\+.*whoareyou/m);
});

test('what is gone goes, and what is refused stays and is named', () => {
  const home = published();
  rmSync(join(home, 'rules/a.yml'));
  writeFileSync(join(home, 'rules/sub/b.yml'), REFUSED);
  const run = publish(home);
  expect(run.status).toBe(1);
  expect(run.stderr).toMatch(/Refused: rules\/sub\/b\.yml/);
  expect(run.stderr).toContain(
    '1 of 1 rule files processed; 2 queries: 1 exact, 0 approximate, 1 refused; 1 file: 1 written',
  );
  expect(existsSync(join(home, 'out/kql/a.yaml'))).toBe(false);
  expect(existsSync(join(home, 'out/kql/sub/b.yaml'))).toBe(true);
  expect(changes(home).map((c) => `${c.kind} ${c.target}`)).toContain('refused kql');
  expect(changes(home).map((c) => `${c.kind} ${c.target}`)).toContain('gone kql');
  writeFileSync(join(home, 'rules/sub/b.yml'), SECOND);
  expect(publish(home).status).toBe(0);
});

test('what was refused is known until it is good again, or gone', () => {
  const kinds = (home: string): readonly string[] =>
    changes(home).map((c) => `${c.kind} ${c.target}`);
  const refused = (): string => {
    const home = published();
    writeFileSync(join(home, 'rules/sub/b.yml'), REFUSED);
    expect(publish(home).status).toBe(1);
    expect(kinds(home)).toEqual(['changed splunk', 'refused kql']);
    // Said once, and not at each run after it.
    writeFileSync(join(home, 'rules/a.yml'), GOOD.replace('title: Good', 'title: Better'));
    publish(home);
    expect(kinds(home).some((k) => k.startsWith('refused'))).toBe(false);
    return home;
  };
  const fixed = refused();
  writeFileSync(join(fixed, 'rules/sub/b.yml'), SECOND.replace('hostname', 'systeminfo'));
  publish(fixed);
  expect(kinds(fixed)).toEqual(['changed kql', 'changed splunk']);
  const removed = refused();
  rmSync(join(removed, 'rules/sub/b.yml'));
  publish(removed);
  expect(kinds(removed)).toEqual(['gone kql', 'gone splunk']);
  expect(existsSync(join(removed, 'out/kql/sub/b.yaml'))).toBe(false);
});

test('what was refused and is the same again is a change', () => {
  const home = published();
  writeFileSync(join(home, 'rules/sub/b.yml'), REFUSED);
  publish(home);
  writeFileSync(join(home, 'rules/sub/b.yml'), SECOND);
  expect(publish(home, '--check').stdout).toContain('## Changed (2)');
  publish(home);
  expect(changes(home)).toMatchObject([
    { kind: 'changed', target: 'kql', diff: [] },
    { kind: 'changed', target: 'splunk' },
  ]);
});

test('no other query takes the file of one that is refused', () => {
  const wrong = (rule: string): string => rule.replace('condition: s', 'condition: t');
  const told = (home: string): readonly string[] =>
    readdirSync(join(home, 'out/kql'))
      .sort()
      .map(
        (f) =>
          `${f} ${/where.*?"(\w+)\.exe"/.exec(readFileSync(join(home, 'out/kql', f), 'utf8'))![1]}`,
      );
  const home = folder({ 'rules/a.yml': GOOD });
  publish(home);
  writeFileSync(join(home, 'rules/a.yml'), `${SECOND}---\n${wrong(GOOD)}`);
  publish(home);
  expect(told(home)).toEqual(['a.3.yaml hostname', 'a.yaml whoami']);
  expect(changes(home).map((c) => `${c.kind} ${c.target}`)).toEqual([
    'new kql',
    'new splunk',
    'refused kql',
    'refused splunk',
  ]);
  // Nor is it lost at the next run, and each has its own place in the end.
  publish(home, '--force');
  expect(told(home)).toEqual(['a.3.yaml hostname', 'a.yaml whoami']);
  writeFileSync(join(home, 'rules/a.yml'), `${SECOND}---\n${GOOD}`);
  publish(home);
  expect(told(home)).toEqual(['a.2.yaml whoami', 'a.yaml hostname']);
});

test('all queries of a rule stay that is refused as a whole', () => {
  const several = GOOD.replace('condition: s', 'condition: [s, not s]');
  const home = folder({ 'rules/a.yml': several });
  publish(home);
  writeFileSync(join(home, 'rules/a.yml'), several.replace('[s, not s]', '[s, not t]'));
  publish(home);
  expect(readdirSync(join(home, 'out/kql')).sort()).toEqual(['a.2.yaml', 'a.yaml']);
  rmSync(join(home, 'rules/a.yml'));
  writeFileSync(join(home, 'rules/b.yml'), SECOND);
  publish(home);
  expect(readdirSync(join(home, 'out/kql'))).toEqual(['b.yaml']);
});

test('a target that a run leaves out is named before its files go', () => {
  const home = published();
  const only = ['publish', 'rules', '-t', 'kql', '-f', 'sentinel', '-o', 'out'];
  const { stderr } = sigmaql([...only, '--check'], { cwd: home });
  expect(stderr).toContain('This folder holds 2 queries for splunk, which this run is not for');
  expect(existsSync(join(home, 'out/splunk/a.conf'))).toBe(true);
  expect(sigmaql(only, { cwd: home }).stderr).toContain('2 files: ');
  expect(existsSync(join(home, 'out/splunk/a.conf'))).toBe(false);
});

test('a file that was changed by hand is never overwritten without --force', () => {
  const home = published();
  const file = join(home, 'out/kql/a.yaml');
  writeFileSync(file, 'mine\n');
  for (const args of [[], ['--check'], []]) {
    const run = publish(home, ...args);
    expect(run.status).toBe(1);
    expect(run.stderr).toContain('published-edited');
    expect(readFileSync(file, 'utf8')).toBe('mine\n');
  }
  expect(publish(home, '--force').status).toBe(0);
  expect(readFileSync(file, 'utf8')).toContain('kind: Scheduled');
  expect(publish(home, '--check').status).toBe(0);
});

test('other settings convert everything again', () => {
  const home = published();
  expect(publish(home, '--compact').stderr).toContain('2 of 2 rule files processed');
});

test('files of the whole run', () => {
  const home = folder({ 'rules/a.yml': GOOD, 'rules/b.yml': SECOND });
  const run = (...more: string[]) =>
    sigmaql(['publish', 'rules', '-t', 'splunk', '-f', 'splunk_app', '-o', 'out', ...more], {
      cwd: home,
    });
  expect(run().status).toBe(0);
  const searches = join(home, 'out/splunk/default/savedsearches.conf');
  expect(readFileSync(searches, 'utf8').match(/^\[/gm)).toHaveLength(2);
  const before = snapshot(join(home, 'out'));
  expect(run().status).toBe(0);
  expect(snapshot(join(home, 'out'))).toEqual(before);
  writeFileSync(searches, 'mine');
  expect(run().status).toBe(1);
  expect(run('--force').status).toBe(0);
});

test('a folder with a manifest of something else is left alone', () => {
  const home = folder({ 'rules/a.yml': GOOD, 'out/manifest.json': '{"name":"web app"}' });
  expect(publish(home)).toMatchObject({ status: 2 });
});

test('a run on several threads ends', () => {
  const rules = Array.from({ length: 40 }, (_, i): [string, string] => [
    `rules/r${i}.yml`,
    GOOD.replace('6d0a3f0e', String(10000000 + i)),
  ]);
  const home = folder(Object.fromEntries(rules));
  const run = publish(home, '--jobs', '2');
  expect(run.status).toBe(0);
  expect(run.stderr).toContain('40 of 40 rule files processed; 80 queries: 80 exact');
});

test.each(['plain', 'plain/below'])('%s, which is not a folder, is a usage error', (out) => {
  const home = folder({ 'rules/a.yml': GOOD, plain: 'mine' });
  for (const check of [[], ['--check']]) {
    const args = ['publish', 'rules', '-t', 'kql', '-o', out, ...check];
    const { status, stderr } = sigmaql(args, { cwd: home });
    expect([status, stderr]).toEqual([2, `sigmaql: ${out} cannot be written (ENOTDIR).\n`]);
  }
  expect(readFileSync(join(home, 'plain'), 'utf8')).toBe('mine');
});

test.each(['gone', 'gone/*.yml', 'none'])('without %s, what was published stays', (missing) => {
  const home = published();
  mkdirSync(join(home, 'none'));
  const before = snapshot(join(home, 'out'));
  const args = ['publish', 'rules/sub', missing, '-t', 'kql,splunk', '-o', 'out'];
  const { status, stderr } = sigmaql(args, { cwd: home });
  expect([status, stderr]).toEqual([1, expect.stringContaining('out was left as it is')]);
  expect(snapshot(join(home, 'out'))).toEqual(before);
});
