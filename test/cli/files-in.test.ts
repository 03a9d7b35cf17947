import { execFileSync, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { GOOD, cli, folder, sigmaql } from './command.js';

const SPLUNK = ['-t', 'splunk', '-p', 'none'] as const;
const QUERY = 'Image="*\\\\whoami.exe"\n';
const EVENT = '{"Image":"C:\\\\whoami.exe"}\n';

/** A folder with a rule, and a file outside of it that nobody named. */
function withSecret(): { home: string; outer: string } {
  const outer = folder({
    'rules/a.yml': GOOD,
    'outside/secret.yml': 'password: tea-at-four\n',
    'outside/rules/b.yml': GOOD.replace('whoami', 'hostname'),
  });
  return { outer, home: join(outer, 'rules') };
}

describe('links among the rules', () => {
  test.each([['rules'], ['rules/*.yml'], ['rules/**/*.yml']])(
    'are not followed out of %s, and nothing of what they lead to is shown',
    (name) => {
      const { outer, home } = withSecret();
      symlinkSync('../outside/secret.yml', join(home, 'settings.yml'));
      const run = sigmaql(['convert', name, ...SPLUNK], { cwd: outer });
      expect(run.status).toBe(1);
      expect(run.stdout).toBe(QUERY);
      expect(run.stderr).toContain('error[link-outside]');
      expect(run.stderr).toContain('settings.yml');
      expect(run.stderr).not.toContain('tea-at-four');
    },
  );

  test('to folders elsewhere are told and not followed', () => {
    const { outer, home } = withSecret();
    symlinkSync('../outside/rules', join(home, 'more'));
    const run = sigmaql(['convert', 'rules', ...SPLUNK], { cwd: outer });
    expect(run).toMatchObject({ status: 0, stdout: QUERY });
    expect(run.stderr).toContain('warning[folder-link-outside]');
  });

  test('are followed within the folders that were named, and where they are named', () => {
    const { outer, home } = withSecret();
    symlinkSync('a.yml', join(home, 'c.yml'));
    symlinkSync('../outside/rules', join(home, 'more'));
    symlinkSync('../outside/rules/b.yml', join(home, 'b.yml'));
    const both = sigmaql(['convert', 'rules', 'outside/rules', ...SPLUNK], { cwd: outer });
    expect(both.status).toBe(0);
    expect(both.stdout.match(/^# /gm)).toHaveLength(2);
    const named = sigmaql(['convert', 'rules/b.yml', ...SPLUNK], { cwd: outer });
    expect(named.stdout).toContain('hostname');
  });

  test('in circles take no longer than their folders', () => {
    const { outer, home } = withSecret();
    const names = Array.from({ length: 14 }, (_, i) => `d${i}`);
    for (const name of names) mkdirSync(join(home, name));
    for (const name of names) {
      for (const other of names) symlinkSync(`../${other}`, join(home, name, `to-${other}`));
    }
    const run = sigmaql(['convert', 'rules', ...SPLUNK], { cwd: outer });
    expect(run).toMatchObject({ status: 0, stdout: QUERY });
  });
});

test.each(['.', '*.yml', '**/*.yml'])(
  'the configuration and the tests beside rules are no rules: %s',
  (name) => {
    const home = folder({
      'a.yml': GOOD,
      'a.test.yml': 'match: []\n',
      'sigmaql.config.yml': 'targets: [splunk]\npipelines: none\n',
    });
    expect(sigmaql(['convert', name], { cwd: home })).toMatchObject({ status: 0, stdout: QUERY });
  },
);

test('what a run wrote among the rules is not read as rules by the next', () => {
  const home = folder({ 'rules/a.yml': GOOD });
  const args = ['convert', 'rules', '-t', 'kql', '-f', 'sentinel', '-o', 'rules/out', '-q'];
  expect(sigmaql(args, { cwd: home }).status).toBe(0);
  const again = sigmaql(args, { cwd: home });
  expect(again.status).toBe(0);
  expect(again.stderr).not.toContain('out/a.yaml');
  const named = sigmaql(['convert', 'rules/out/a.yaml', ...SPLUNK], { cwd: home });
  expect(named.stderr).toContain('out/a.yaml');
});

test.each(['r*', '*/win', '{rules,other}'])('the pattern %s names folders', (name) => {
  const home = folder({ 'rules/win/deep/a.yml': GOOD, 'rules/win/b.json': '{}' });
  expect(sigmaql(['convert', name, ...SPLUNK], { cwd: home })).toMatchObject({
    status: 0,
    stdout: QUERY,
  });
});

test('a link to nothing is told as one, in a folder and by its name', () => {
  const { outer, home } = withSecret();
  symlinkSync('nowhere', join(home, 'x.yml'));
  for (const name of ['rules', 'rules/x.yml']) {
    const run = sigmaql(['convert', name, 'rules/a.yml', ...SPLUNK], { cwd: outer });
    expect(run).toMatchObject({ status: 1, stdout: QUERY });
    expect(run.stderr).toContain('error[broken-link]');
    expect(run.stderr).not.toContain('Did you mean');
  }
});

test.runIf(process.platform === 'linux')('a name that is not UTF-8 costs no other file', () => {
  const { outer, home } = withSecret();
  const name = Buffer.concat([Buffer.from(`${home}/`), Buffer.from([0xff]), Buffer.from('.yml')]);
  writeFileSync(name, GOOD);
  mkdirSync(Buffer.concat([Buffer.from(`${home}/`), Buffer.from([0xfe])]));
  const run = sigmaql(['convert', 'rules', ...SPLUNK, '-o', 'out'], { cwd: outer });
  expect(run.status).toBe(1);
  expect(run.stderr.match(/error\[file-name\]/g)).toHaveLength(2);
  expect(readFileSync(join(outer, 'out/a.spl'), 'utf8')).toBe(QUERY);
});

describe('what is not a regular file', () => {
  test('is told and not opened', async () => {
    const { outer, home } = withSecret();
    execFileSync('mkfifo', [join(home, 'pipe.yml'), join(home, 'pipe.json')]);
    const socket = createServer().listen(join(home, 'socket.yml'));
    symlinkSync('/dev/zero', join(home, 'zero.yml'));
    writeFileSync(join(outer, 'e.jsonl'), EVENT);
    for (const args of [
      ['convert', 'rules', ...SPLUNK],
      ['inspect', 'rules'],
      ['match', 'rules', '--events', 'e.jsonl'],
      ['catalog', 'build', 'rules', '-o', 'site', '-t', 'splunk', '-p', 'none'],
    ]) {
      const run = sigmaql(args, { cwd: outer });
      expect(run.status, args[0]).toBe(1);
      expect(run.stderr).toMatch(/error\[not-a-file\]: This is a named pipe[^]*pipe\.yml/);
      expect(run.stderr).toMatch(/error\[not-a-file\]: This is a socket[^]*socket\.yml/);
    }
    await new Promise((done) => socket.close(done));
    const events = sigmaql(['match', 'rules/a.yml', '--events', 'rules'], { cwd: outer });
    expect(events).toMatchObject({ status: 2 });
    expect(events.stderr).toContain('pipe.json');
  });

  test('is read if it is a pipe that the user named', async () => {
    const home = mkdtempSync(join(tmpdir(), 'sigmaql-pipe-'));
    const pipe = join(home, 'rule');
    execFileSync('mkfifo', [pipe]);
    const run = spawn(process.execPath, [cli, 'convert', pipe, ...SPLUNK]);
    let out = '';
    run.stdout.on('data', (text) => (out += String(text)));
    writeFileSync(pipe, GOOD);
    await new Promise((done) => run.on('close', done));
    expect(out).toBe(QUERY);
  });
});

test('a file that is too large is told, and the others are converted', () => {
  const { outer, home } = withSecret();
  writeFileSync(join(home, 'large.yml'), '');
  truncateSync(join(home, 'large.yml'), 1 << 30);
  const run = sigmaql(['convert', 'rules', ...SPLUNK], { cwd: outer });
  expect(run).toMatchObject({ status: 1, stdout: QUERY });
  expect(run.stderr).toContain('error[file-too-large]');
});

describe('events', () => {
  const of = (name: string, content: string | Uint8Array) => {
    const home = folder({ 'a.yml': GOOD });
    writeFileSync(join(home, name), content);
    return sigmaql(['match', 'a.yml', '--events', name], { cwd: home });
  };

  test('that are none at all are wrong use', () => {
    const home = folder({ 'a.yml': GOOD, 'events/e.txt': 'Image\n' });
    const run = sigmaql(['match', 'a.yml', '--events', 'events'], { cwd: home });
    expect(run.status).toBe(2);
    expect(run.stderr).toContain('error[empty-folder]');
  });

  test.each<[string, string | Uint8Array, string]>([
    ['e.evtx', 'ElfFile\0\0\0\0\0', 'event-file-evtx'],
    ['e.xml', '\ufeff<?xml version="1.0"?>\n<Events/>', 'event-file-xml'],
    ['e.zip', new Uint8Array([0x50, 0x4b, 0x03, 0x04, 0x14, 0, 0, 0]), 'event-file-compressed'],
    ['e.gz', new Uint8Array([0x1f, 0x8b, 8, 0, 0]), 'event-file-gzip'],
  ])('%s are told in one line', (name, content, code) => {
    const run = of(name, content);
    expect(run.status).toBe(1);
    expect(run.stderr).toMatch(
      new RegExp(`^error\\[${code}\\].*\\n  --> ${name}\\n(?:  = help: .*\\n)?\\n0 of 0`),
    );
  });

  test('may be compressed with gzip', () => {
    const zipped = gzipSync(EVENT);
    expect(of('e.json.gz', zipped).stderr).toContain('1 of 1 event matched');
    const home = folder({ 'a.yml': GOOD, 'events/e.txt': '' });
    writeFileSync(join(home, 'events/e.json.gz'), Buffer.concat([zipped, zipped]));
    const run = sigmaql(['match', 'a.yml', '--events', 'events'], { cwd: home });
    expect(run.stderr).toContain('2 of 2 events matched');
    const cut = of('e.json.gz', gzipSync(EVENT.repeat(9_000)).subarray(0, -9));
    expect(cut.status).toBe(1);
    expect(cut.stderr).toContain('error[event-file-gzip]');
    expect(cut.stderr).toMatch(/\n[1-9][\d,]+ of /);
  });

  test('in JSON are tried, whatever else a line may look like', () => {
    expect(of('e.json', ` \n${EVENT}`).stderr).toContain('1 of 1 event matched');
    expect(of('e.json', '5\n').stderr).toContain('event-not-an-object');
  });
});
