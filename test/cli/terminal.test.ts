import { afterEach, describe, expect, test, vi } from 'vitest';
import { defused, wantsColour } from '../../src/cli/terminal/terminal.js';
import { jsonOf } from '../../src/cli/terminal/json-line.js';
import { GOOD, folder, sigmaql } from './command.js';

describe('what a rule says in a log', () => {
  const loud = `heat\\n::error title=Kettle::it boils over\\n\\u001b[2J##vso[task.setvariable variable=x]y`;
  const text = GOOD.replace('Image|endswith: \\whoami.exe', `"${loud}": 1.5`);

  test.each([
    ['convert', 'a.yml', '-t', 'kql,splunk,lucene', '-p', 'none'],
    ['convert', 'a.yml', '-t', 'kql', '-p', 'none', '--verbose'],
    ['inspect', 'a.yml'],
  ])('is no command of the log, nor of a terminal: %s %s', (...args) => {
    const home = folder({ 'a.yml': text });
    const { stderr } = sigmaql(args, { cwd: home });
    expect(stderr).not.toMatch(/^\s*::/m);
    expect(stderr).not.toContain('\u001b');
    expect(stderr).not.toContain('##vso[');
  });

  test.each([
    ['explain', 'a.yml', '-t', 'kql', '-p', 'none'],
    ['inspect', 'a.yml'],
    ['match', 'a.yml', '--events', 'e.json'],
    ['pipeline', 'show', 'a.yml', '-t', 'kql', '-p', 'windows'],
    ['test', 'a.yml'],
  ])('nor where it is what was asked for: %s %s', (...args) => {
    const home = folder({
      'a.yml': text.replace(/title: .*/, 'title: "::error::boils ##vso[task.complete]"'),
      'e.json':
        '{"heat\\n::error title=Kettle::it boils over\\n\\u001b[2J##vso[task.setvariable variable=x]y":1.5}',
      'a.test.yml': 'match: [{Image: "::error::x"}]',
    });
    const { stdout } = sigmaql(args, { cwd: home });
    expect(stdout).toContain(':error::boils #\\u{23}vso[');
    expect(stdout).not.toMatch(/^\s*::/m);
    expect(stdout).not.toContain('\u001b');
    expect(stdout).not.toContain('##vso[');
  });

  test('a record escapes what a terminal would obey, and says the same', () => {
    const record = { title: 'a\u009b31m\u202eb ##vso[x] \u{e0041}é', path: '##[error]' };
    const json = jsonOf(record);
    expect(json).toBe(
      '{"title":"a\\u009b31m\\u202eb #\\u0023vso[x] \\udb40\\udc41é","path":"#\\u0023[error]"}',
    );
    expect(JSON.parse(json)).toEqual(record);
  });

  test('neither by the name of a file, nor where it is told after ten of a kind', () => {
    const name = 'a\n::error::x\u001b.yml';
    const bad = GOOD.replace('condition: s', `condition: "\\n::error::y"`);
    const files = Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`rules/${i}.yml`, bad]));
    const home = folder({ ...files, [`rules/${name}`]: bad });
    for (const args of [
      ['convert', 'rules', '-t', 'kql'],
      ['convert', `gone${name}`, '-t', 'kql'],
      ['convert', 'rules', '-t', `kql\n::error::z`],
      ['convert', 'rules', '-t', 'kql', '-p', `x\n::error::z`],
      ['catalog', 'build', 'rules', '-o', `site${name}`],
    ]) {
      const { stderr } = sigmaql(args, { cwd: home });
      expect(stderr, args.join(' ')).not.toMatch(/^\s*::/m);
      expect(stderr).not.toContain('\u001b');
    }
  });
});

test('lines that are commands are defused', () => {
  expect(defused('a::b\n  ::error::c\n##[error]d ##vso[x] # ##')).toBe(
    'a::b\n  \\u{3a}:error::c\n#\\u{23}[error]d #\\u{23}vso[x] # ##',
  );
});

test.each(['constructor', 'toString', '__proto__', 'valueOf'])(
  'a level named %s is like any word that is no level',
  (level) => {
    const home = folder({
      'a.yml': GOOD.replace('level: high', `level: ${level}`),
      'b.yml': GOOD.replace('level: high', 'level: whatever'),
    });
    for (const format of ['kql=sentinel', 'splunk=savedsearches', 'lucene=siem_rule']) {
      const run = (path: string) =>
        sigmaql(['convert', path, '-t', format.split('=')[0]!, '-f', format], { cwd: home });
      const [a, b] = [run('a.yml'), run('b.yml')];
      expect(a.status).toBe(b.status);
      expect(a.stdout).toBe(b.stdout);
      expect(a.stdout).not.toBe('');
    }
  },
);

describe('colour', () => {
  const terminal = { isTTY: true } as NodeJS.WriteStream;
  const wanted = (set: Readonly<Record<string, string>>, stream = terminal): boolean => {
    const all = { NO_COLOR: '', FORCE_COLOR: '', TERM: 'xterm', ...set };
    for (const [name, value] of Object.entries(all)) vi.stubEnv(name, value);
    return wantsColour(stream);
  };
  afterEach(() => vi.unstubAllEnvs());

  test('is for terminals that read it', () => {
    expect(wanted({})).toBe(true);
    expect(wanted({ TERM: 'dumb' })).toBe(false);
    expect(wanted({}, {} as NodeJS.WriteStream)).toBe(false);
  });

  test('is what the environment says', () => {
    expect(wanted({ NO_COLOR: '1', FORCE_COLOR: '1' })).toBe(false);
    expect(wanted({ FORCE_COLOR: '1', TERM: 'dumb' })).toBe(true);
    expect(wanted({ FORCE_COLOR: '0' })).toBe(false);
  });
});
