import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { sigmaql } from './command.js';

const script = sigmaql(['completion', 'bash']).stdout;

/** What bash offers for the last word. */
function offered(...words: string[]): string[] {
  const typed = words.map((w) => `'${w}'`).join(' ');
  const { stdout, stderr } = spawnSync('bash', ['--norc', '-s'], {
    encoding: 'utf8',
    input: `${script}
COMP_WORDS=(sigmaql ${typed}); COMP_CWORD=${words.length}
_sigmaql
printf '%s\\n' "\${COMPREPLY[@]}"`,
  });
  expect(stderr).toBe('');
  return stdout.split('\n').filter((line) => line !== '');
}

describe('bash', () => {
  test('subcommands, and those of subcommands', () => {
    expect(offered('con')).toEqual(['convert', 'config']);
    expect(offered('catalog', '')).toEqual(['build', 'serve']);
  });

  test('options of a subcommand, after its arguments too', () => {
    expect(offered('convert', 'rule.yml', '--str')).toEqual(['--strict']);
    expect(offered('catalog', 'build', '--strict')).toEqual([]);
  });

  test('values of options and arguments', () => {
    expect(offered('convert', '-t', 's')).toEqual(['splunk']);
    expect(offered('match', '--logsource', '')).toEqual(['auto', 'off']);
    expect(offered('convert', '--fail-on', 'un')).toEqual(['unmapped']);
    expect(offered('pipeline', 'show', '-p', 'microsoft-')).toEqual(['microsoft-xdr']);
    expect(offered('list', 'co')).toEqual(['codes']);
  });

  test('file names are left to the shell', () => {
    expect(script).toContain('complete -o default');
    expect(offered('convert', '')).toEqual([]);
    expect(offered('convert', '-o', '')).toEqual([]);
  });
});

test('zsh reads the script of bash', () => {
  expect(sigmaql(['completion', 'zsh']).stdout).toMatch(
    /^autoload .*bashcompinit\n_sigmaql\(\) \{\n/,
  );
});

test('fish has a line for each subcommand, option and list of values', () => {
  const lines = sigmaql(['completion', 'fish']).stdout.split('\n');
  expect(lines).toContain(
    "complete -c sigmaql -n '__fish_use_subcommand' -f -a list -d 'List targets, formats, pipelines, modifiers, diagnostic codes or checks.'",
  );
  expect(lines).toContain(
    "complete -c sigmaql -n '__fish_seen_subcommand_from convert' -l strict -d 'refuse queries that are approximate, unmapped, misspelt or over a limit'",
  );
  expect(lines.some((l) => l.includes("-s t -l target -x -a 'kql splunk"))).toBe(true);
});

test('an unknown shell is a usage error', () => {
  const { status, stderr } = sigmaql(['completion', 'tcsh']);
  expect(status).toBe(2);
  expect(stderr).toBe("sigmaql: There is no completion for 'tcsh'. Use one of: bash, zsh, fish.\n");
});
