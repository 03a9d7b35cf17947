import { describe, expect, test } from 'vitest';
import { defused } from '../../src/cli/terminal.js';
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
