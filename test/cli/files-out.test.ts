import { execFileSync, spawn } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { BAD, GOOD, cli, folder, sigmaql } from './command.js';

const SPLUNK = ['-t', 'splunk', '-p', 'none'] as const;
const QUERY = 'Image="*\\\\whoami.exe"\n';

function convert(home: string, ...args: readonly string[]) {
  return sigmaql(['convert', ...args, ...SPLUNK], { cwd: home });
}

function filesOf(home: string): string[] {
  return readdirSync(home, { recursive: true, withFileTypes: true })
    .filter((e) => e.isFile() && e.name !== '.sigmaql-output.json')
    .map((e) => join(e.parentPath, e.name).slice(home.length + 1))
    .sort();
}

const read = (...parts: string[]): string => readFileSync(join(...parts), 'utf8');

describe('one file', () => {
  test.each(['a.yml', 'same.spl', 'hard.spl'])('is never written over an input: %s', (output) => {
    const home = folder({ 'a.yml': GOOD });
    symlinkSync('a.yml', join(home, 'same.spl'));
    linkSync(join(home, 'a.yml'), join(home, 'hard.spl'));
    const run = convert(home, 'a.yml', '-o', output);
    expect(run.status).toBe(2);
    expect(read(home, 'a.yml')).toBe(GOOD);
    expect(run.stderr).toContain(output);
  });

  test.each([
    ['a report over placeholders', 'values.txt', ['--report', 'json=values.txt']],
    ['queries over placeholders', 'values.txt', ['-o', 'values.txt']],
    ['a baseline over a rule', 'a.yml', ['--baseline', 'a.yml', '--update-baseline']],
    [
      'a baseline over the settings',
      'sigmaql.config.yml',
      ['--baseline', 'sigmaql.config.yml', '--update-baseline'],
    ],
    [
      'a baseline over what is none',
      'other.json',
      ['--baseline', 'other.json', '--update-baseline'],
    ],
    ['queries over the baseline', 'known.json', ['--baseline', 'known.json', '-o', 'known.json']],
  ])('is not written: %s', (_, path, flags) => {
    const files = {
      'a.yml': GOOD,
      'values.txt': 'one\n',
      'other.json': '{"a":1}',
      'known.json': '{"version":1,"refused":{}}',
      'sigmaql.config.yml': 'targets: [kql]\n',
    };
    const home = folder(files);
    const run = convert(home, 'a.yml', '--placeholder', 'x=@values.txt', ...flags);
    expect(run).toMatchObject({ status: 2, stdout: '' });
    expect(run.stderr).toContain(path);
    for (const [name, text] of Object.entries(files)) expect(read(home, name)).toBe(text);
  });

  test.each([
    ['-o', 'x.spl', '--report', 'csv=./x.spl'],
    ['--report', 'csv=x.spl', '--report', 'json=x.spl'],
    ['--report', 'csv=x.spl', '--baseline', 'x.spl', '--update-baseline'],
  ])('is not for two outputs: %j', (...flags) => {
    const home = folder({ 'a.yml': GOOD });
    const run = convert(home, 'a.yml', ...flags);
    expect(run).toMatchObject({ status: 2, stdout: '' });
    expect(run.stderr).toContain('named for two outputs');
    expect(filesOf(home)).toEqual(['a.yml']);
  });

  test.each([
    ['', 'It is empty'],
    ['a.yml/', 'a.yml/ cannot be written (ENOTDIR)'],
    ['a.yml/b.spl', 'cannot be written (ENOTDIR)'],
  ])("is not called '%s'", (name, reason) => {
    const run = convert(folder({ 'a.yml': GOOD }), 'a.yml', '-o', name);
    expect(run).toMatchObject({ status: 2, stdout: '' });
    expect(run.stderr).toContain(reason);
  });

  test('is not lost to a report', () => {
    const home = folder({ 'rules/a.yml': GOOD });
    for (const report of ['out/a.spl', 'out/.sigmaql-output.json']) {
      const run = convert(home, 'rules', '-o', 'out/', '--report', `csv=${report}`);
      expect(run.status).toBe(2);
      expect(run.stderr).toContain(`${report} is an output of sigmaql.`);
      expect(read(home, 'out/a.spl')).toContain('whoami');
    }
    expect(convert(home, 'rules', '-o', 'out/', '--report', 'csv=out/r.csv').status).toBe(0);
  });

  test('gets its folder, a report too', () => {
    const home = folder({ 'a.yml': GOOD });
    expect(convert(home, 'a.yml', '-o', 'x/q.spl', '--report', 'csv=y/z/r.csv').status).toBe(0);
    expect(filesOf(home)).toEqual(['a.yml', 'x/q.spl', 'y/z/r.csv']);
  });

  test('stays where every rule is refused, and is said to be stale', () => {
    const home = folder({ 'a.yml': BAD, 'q.spl': 'earlier\n' });
    const run = convert(home, 'a.yml', '-o', 'q.spl');
    expect(run.status).toBe(1);
    expect(run.stderr).toContain('warning[output-stale]');
    expect(read(home, 'q.spl')).toBe('earlier\n');
    expect(existsSync(join(home, 'other.spl'))).toBe(false);
    convert(home, 'a.yml', '-o', 'other.spl');
    expect(existsSync(join(home, 'other.spl'))).toBe(false);
  });

  test('leaves nothing beside it', () => {
    const home = folder({ 'a.yml': GOOD });
    expect(convert(home, 'a.yml', '-o', 'x/q.spl').status).toBe(0);
    expect(filesOf(home)).toEqual(['a.yml', 'x/q.spl']);
  });
});

describe('a folder', () => {
  test.each(['kettle.spl', 'gone.spl'])('is written by no link in it, to %s', (target) => {
    const home = folder({ 'rules/kettle.yml': GOOD, 'elsewhere/kettle.spl': 'notes' });
    mkdirSync(join(home, 'out'));
    symlinkSync(`../elsewhere/${target}`, join(home, 'out/kettle.spl'));
    const run = convert(home, 'rules', '-o', 'out');
    expect(run.status).toBe(2);
    expect(run.stderr).toContain('kettle.spl is a link');
    expect(filesOf(join(home, 'elsewhere'))).toEqual(['kettle.spl']);
    expect(read(home, 'elsewhere/kettle.spl')).toBe('notes');
    expect(readdirSync(join(home, 'out'))).toEqual(['kettle.spl']);
  });

  test.each(['out', 'out/', 'out/.'])('is not a link itself, as %s', (out) => {
    const home = folder({ 'rules/a.yml': GOOD, 'elsewhere/x': '' });
    symlinkSync('elsewhere', join(home, 'out'));
    expect(convert(home, 'rules', '-o', out)).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('is a link') as string,
    });
    expect(filesOf(join(home, 'elsewhere'))).toEqual(['x']);
  });

  test('mirrors the folders that were named, in whatever order', () => {
    const other = GOOD.replace('whoami', 'hostname');
    const home = folder({ 'stove/kettle.yml': GOOD, 'hob/kettle.yml': other });
    const expected = ['hob/kettle.spl', 'stove/kettle.spl'];
    for (const [i, names] of [
      ['stove', 'hob'],
      ['hob', 'stove'],
      ['stove/kettle.yml', 'hob/kettle.yml'],
      ['hob/*.yml', 'stove/*.yml'],
    ].entries()) {
      convert(home, ...names, '-o', `out${i}`);
      expect(filesOf(join(home, `out${i}`))).toEqual(expected);
      expect(read(home, `out${i}/stove/kettle.spl`)).toBe(QUERY);
    }
    convert(home, 'stove', '-o', 'one');
    expect(filesOf(join(home, 'one'))).toEqual(['kettle.spl']);
  });

  test('loses what became of rules that are gone, and nothing else', () => {
    const home = folder({ 'rules/a.yml': GOOD, 'rules/x/b.yml': GOOD, 'rules/c.yml': GOOD });
    convert(home, 'rules', '-o', 'out');
    writeFileSync(join(home, 'out/mine.spl'), 'mine');
    writeFileSync(join(home, 'out/c.spl'), 'changed by hand');
    rmSync(join(home, 'rules/x'), { recursive: true });
    rmSync(join(home, 'rules/c.yml'));
    const run = convert(home, 'rules', '-o', 'out');
    expect(filesOf(join(home, 'out'))).toEqual(['a.spl', 'c.spl', 'mine.spl']);
    expect(existsSync(join(home, 'out/x'))).toBe(false);
    expect(run.stderr).toMatch(/output-edited[^]*c\.spl/);
  });

  test('keeps what other runs wrote into it', () => {
    const home = folder({ 'win/a.yml': GOOD, 'lin/b.yml': GOOD });
    convert(home, 'win', '-o', 'out');
    convert(home, 'lin', '-o', 'out');
    sigmaql(['convert', 'lin', '-t', 'kql', '-p', 'none', '-o', 'out'], { cwd: home });
    expect(filesOf(join(home, 'out'))).toEqual(['a.spl', 'b.kql', 'b.spl']);
  });

  test('keeps the query of a rule that is refused now, and says that it is stale', () => {
    const home = folder({ 'rules/a.yml': GOOD, 'rules/b.yml': GOOD });
    convert(home, 'rules', '-o', 'out');
    writeFileSync(join(home, 'rules/a.yml'), BAD);
    const run = convert(home, 'rules', '-o', 'out');
    expect(run.status).toBe(1);
    expect(run.stderr).toMatch(/output-stale[^]*a\.spl/);
    expect(filesOf(join(home, 'out'))).toEqual(['a.spl', 'b.spl']);
  });

  test('that is being written by another run is left alone', () => {
    const home = folder({ 'rules/a.yml': GOOD, 'out/x': '' });
    const host = execFileSync('hostname', { encoding: 'utf8' }).trim();
    const lock = (pid: number): void => {
      writeFileSync(join(home, 'out/.sigmaql-lock'), JSON.stringify({ pid, host }));
    };
    lock(process.pid);
    const run = convert(home, 'rules', '-o', 'out');
    expect(run.status).toBe(2);
    expect(run.stderr).toContain('Another run is writing');
    // One that has ended holds nothing.
    const ended = spawn(process.execPath, ['-e', '0']);
    return new Promise<void>((done) => {
      ended.on('close', () => {
        lock(ended.pid!);
        expect(convert(home, 'rules', '-o', 'out').status).toBe(0);
        expect(filesOf(join(home, 'out'))).toEqual(['a.spl', 'x']);
        done();
      });
    });
  });

  test.runIf(process.getuid?.() !== 0)('that cannot be written is told in one line', () => {
    const home = folder({ 'rules/a.yml': GOOD, 'out/x': '' });
    chmodSync(join(home, 'out'), 0o555);
    const run = convert(home, 'rules', '-o', 'out');
    expect(run.status).toBe(2);
    expect(run.stderr).toMatch(/^sigmaql: out cannot be written \(EACCES\)\.\n$/);
    const report = convert(home, 'rules', '-o', 'new', '--report', 'csv=out/r.csv');
    expect(report).toMatchObject({ status: 2, stdout: '' });
    expect(report.stderr).toBe('sigmaql: out/r.csv cannot be written (EACCES).\n');
    expect(existsSync(join(home, 'new'))).toBe(false);
  });
});

test('a full disk ends no run in a stack trace, and leaves what was there', () => {
  const home = folder({ 'rules/a.yml': GOOD });
  convert(home, 'rules', '-o', 'out');
  writeFileSync(join(home, 'rules/a.yml'), GOOD.replace('whoami', 'x'.repeat(100_000)));
  // Of files beyond this size the system writes no more.
  const run = execFileSync(
    'sh',
    [
      '-c',
      `ulimit -f 8; trap '' XFSZ; "$0" "$@" 2>&1; echo "status $?"`,
      process.execPath,
      cli,
      'convert',
      'rules',
      ...SPLUNK,
      '-o',
      'out',
    ],
    { cwd: home, encoding: 'utf8' },
  );
  expect(run).toMatch(/^error\[output-failed\]: .*\(EFBIG\)/m);
  expect(run).toMatch(/status 1/);
  expect(run).not.toMatch(/^ +at /m);
  expect(read(home, 'out/a.spl')).toBe(QUERY);
  expect(readdirSync(join(home, 'out')).sort()).toEqual(['.sigmaql-output.json', 'a.spl']);
});

test.each([
  [['convert', 'rules', ...SPLUNK, '--json']],
  [['explain', 'rules', ...SPLUNK]],
  [['list', 'codes']],
  [['match', 'rules', '--events', 'e.jsonl']],
])('standard output that the disk has no room for fails the run: %j', (args) => {
  const home = folder({ 'rules/a.yml': GOOD.replace('whoami', 'x'.repeat(3_000)) });
  writeFileSync(join(home, 'e.jsonl'), `{"Image":"\\\\${'x'.repeat(3_000)}.exe"}\n`);
  const script = `ulimit -f 2; trap '' XFSZ; "$0" "$@" 2>&1 >out.txt; echo "status $?"`;
  const run = execFileSync('sh', ['-c', script, process.execPath, cli, ...args], {
    cwd: home,
    encoding: 'utf8',
  });
  expect(run).toMatch(/^sigmaql: Standard output cannot be written \(EFBIG\)\.\nstatus 1$/m);
});

test('files are written though standard error is closed', async () => {
  const home = folder({ 'rules/a.yml': GOOD, 'rules/b.yml': BAD });
  for (let i = 0; i < 200; i++) writeFileSync(join(home, `rules/bad-${i}.yml`), BAD);
  const args = ['convert', 'rules', ...SPLUNK, '-o', 'out', '--verbose'];
  const child = spawn(process.execPath, [cli, ...args], {
    cwd: home,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  child.stderr.destroy();
  const status = await new Promise((resolve) => child.on('close', resolve));
  expect(status).toBe(1);
  expect(read(home, 'out/a.spl')).toBe(QUERY);
});
