import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const seed = readFileSync(join(root, 'test/catalog/seed.yml'), 'utf8');

function sigmaql(args: readonly string[], files: Readonly<Record<string, string>>, input = '') {
  const cwd = mkdtempSync(join(tmpdir(), 'sigmaql-inspect-'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(cwd, name, '..'), { recursive: true });
    writeFileSync(join(cwd, name), text);
  }
  return spawnSync(process.execPath, [join(root, 'dist/cli.cjs'), 'inspect', ...args], {
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
    cwd,
    input,
  });
}

describe('sigmaql inspect', () => {
  test('shows what a rule is made of', () => {
    const run = sigmaql(['seed.yml'], { 'seed.yml': seed });
    expect(run.status).toBe(0);
    expect(run.stdout).toBe(readFileSync(join(root, 'test/catalog/seed.inspect.txt'), 'utf8'));
  });

  test('prints one JSON object a line for each rule, whatever becomes of the others', () => {
    const bad = seed.replace(/condition: .*/, 'condition: nothing');
    const run = sigmaql(['.', '--json'], { 'a.yml': seed, 'b.yml': bad, 'deep/c.yml': seed });
    const lines = run.stdout.trimEnd().split('\n');
    const golden = readFileSync(join(root, 'test/catalog/seed.inspect.json'), 'utf8');
    expect(lines.map((l) => JSON.parse(l) as unknown)).toEqual(
      ['a.yml', 'deep/c.yml'].map((path) => ({ ...(JSON.parse(golden) as object), path })),
    );
    expect(run.stderr).toContain('error[undefined-identifier]');
    expect(run.status).toBe(1);
  });

  test('reads standard input, and globs', () => {
    const read = (args: string[], input = ''): string =>
      sigmaql([...args, '--json'], { 'x/a.yml': seed }, input).stdout;
    expect(JSON.parse(read(['-'], seed))).toMatchObject({ path: '<stdin>' });
    expect(JSON.parse(read(['x/*.yml']))).toMatchObject({ path: 'x/a.yml' });
  });

  test.each([
    [[], 2, 'missing required argument'],
    [['gone.yml'], 1, 'file-not-found'],
    [['a.yml', '--jsn'], 2, '--json'],
  ] as const)('%j', (args, status, said) => {
    const run = sigmaql(args, { 'a.yml': seed });
    expect(run.status).toBe(status);
    expect(run.stderr).toContain(said);
  });

  test('lets no rule write to the terminal', () => {
    const evil = seed.replace('PSexec service installation', '"\\e[2J\\u202eevil"');
    const run = sigmaql(['evil.yml'], { 'evil.yml': evil });
    expect(run.stdout).toContain('\\u{1b}[2J\\u{202e}evil');
  });
});
