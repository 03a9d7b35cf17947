import { describe, expect, test } from 'vitest';
import { folder, GOOD, sigmaql } from './command.js';

const RULE = GOOD.replace('Image|endswith: \\whoami.exe', "User|expand: '%who%'");

test('the name of a placeholder may be in percent signs, and another is told of', () => {
  const run = (given: string) =>
    sigmaql(['convert', 'a.yml', '-t', 'splunk', '-p', 'none', '--placeholder', given], {
      cwd: folder({ 'a.yml': RULE }),
    });
  expect(run('%who%=alice').stdout.trim()).toBe('User="alice"');
  expect(run('Who=alice').stderr).toContain('Values are given for %Who%');
});

describe('the values of a placeholder in a file', () => {
  const run = (values: string | Uint8Array) =>
    sigmaql(['convert', 'a.yml', '-t', 'splunk', '-p', 'none', '--placeholder', 'who=@who.txt'], {
      cwd: folder({ 'a.yml': RULE, 'who.txt': values }),
    });

  test.each([
    ['UTF-8', Buffer.from('alice\nbob\n')],
    ['UTF-8 with a mark', Buffer.from('\ufeffalice\r\nbob\r\n')],
    ['UTF-16, as PowerShell writes it', Buffer.from('\ufeffalice\r\nbob\r\n', 'utf16le')],
  ])('may be in %s', (_, values) => {
    expect(run(values).stdout.trim()).toBe('User IN ("alice", "bob")');
  });

  test.each([
    ['another encoding', Buffer.from('andr\u00e9\n', 'latin1'), 'not valid UTF-8'],
    ['a NUL', 'a\0b', 'NUL'],
    ['nothing', '\n', 'has no values'],
  ])('are refused with %s', (_, values, message) => {
    const { status, stderr } = run(values);
    expect(status).toBe(2);
    expect(stderr).toContain(message);
  });
});
