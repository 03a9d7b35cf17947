import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readConfigFile } from '../../src/cli/config/config.js';
import { SETTINGS, configSchema } from '../../src/cli/config/settings.js';
import { UsageError } from '../../src/cli/usage-error.js';
import { GOOD, folder, sigmaql } from './command.js';

const isValid = new Ajv({ allowUnionTypes: true }).compile(configSchema());

function isRead(content: unknown): boolean {
  const path = join(folder({ 'c.json': JSON.stringify(content) }), 'c.json');
  try {
    readConfigFile(path, { config: path });
    return true;
  } catch (error) {
    if (error instanceof UsageError) return false;
    throw error;
  }
}

describe('the schema', () => {
  const scalar = fc.constantFrom<unknown>('', 'kql', 'true', 1, 0.5, true, false, null);
  const { value } = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      scalar,
      fc.array(tie('value'), { maxLength: 2 }),
      fc.dictionary(fc.constantFrom('kql', 'a'), tie('value'), { maxKeys: 2 }),
    ),
  }));
  const settings = fc.dictionary(fc.constantFrom(...Object.keys(SETTINGS), 'other'), value, {
    maxKeys: 3,
  });
  const config = fc
    .tuple(settings, fc.option(fc.dictionary(fc.constantFrom('dev', 'prod'), settings)))
    .map(([own, profiles]) => (profiles === null ? own : { ...own, profiles }));

  test('says the same as the reader', () => {
    fc.assert(
      fc.property(fc.oneof(config, fc.record({ $schema: value }), value), (content) => {
        // An empty file sets nothing; no editor validates it.
        fc.pre(content !== null);
        expect(isRead(content)).toBe(isValid(content));
      }),
      { numRuns: 1500 },
    );
  });

  test('takes the example of every setting', () => {
    for (const [name, { example }] of Object.entries(SETTINGS)) {
      const content = { [name]: parse(example) as unknown };
      expect(isValid(content)).toBe(true);
      expect(isRead(content)).toBe(true);
    }
  });

  test('comes with the package', () => {
    const built = join(import.meta.dirname, '../../dist/config.schema.json');
    expect(JSON.parse(readFileSync(built, 'utf8'))).toEqual(configSchema());
    expect(JSON.parse(sigmaql(['config', 'schema']).stdout)).toEqual(configSchema());
  });
});

describe('config init', () => {
  test('writes a configuration that is valid, and its schema', () => {
    const cwd = folder({});
    expect(sigmaql(['config', 'init'], { cwd })).toMatchObject({ status: 0, stderr: '' });
    expect(sigmaql(['config', 'check'], { cwd }).stdout).toBe('sigmaql.config.yml is valid.\n');
    const text = readFileSync(join(cwd, 'sigmaql.config.yml'), 'utf8');
    const [, schema = ''] = /^# yaml-language-server: \$schema=\.\/(\S+)\n/.exec(text) ?? [];
    expect(JSON.parse(readFileSync(join(cwd, schema), 'utf8'))).toEqual(configSchema());
  });

  test('writes settings that can be used as they are', () => {
    const cwd = folder({});
    sigmaql(['config', 'init'], { cwd });
    const path = join(cwd, 'sigmaql.config.yml');
    const text = readFileSync(path, 'utf8').replace(/^# ([a-z]+: )/gm, '$1');
    const content = parse(text) as object;
    expect(Object.keys(content).sort()).toEqual([...Object.keys(SETTINGS), 'profiles'].sort());
    expect(isValid(content)).toBe(true);
    writeFileSync(path, text.replace(/^backends.*$/m, ''));
    expect(sigmaql(['config', 'check'], { cwd })).toMatchObject({ status: 0 });
  });

  test('names the schema of a package that is installed', () => {
    const schema = 'node_modules/sigmaql/dist/config.schema.json';
    const cwd = folder({ [schema]: '{}' });
    sigmaql(['config', 'init'], { cwd });
    expect(readFileSync(join(cwd, 'sigmaql.config.yml'), 'utf8')).toContain(
      `$schema=./${schema}\n`,
    );
    expect(existsSync(join(cwd, 'sigmaql.config.schema.json'))).toBe(false);
  });

  test('overwrites nothing', () => {
    const cwd = folder({ 'sigmaql.config.yaml': 'strict: true\n' });
    expect(sigmaql(['config', 'init'], { cwd }).status).toBe(2);
    expect(existsSync(join(cwd, 'sigmaql.config.yml'))).toBe(false);
  });
});

describe('config check', () => {
  const check = (config: string, files: Record<string, string> = {}) =>
    sigmaql(['config', 'check'], { cwd: folder({ ...files, 'sigmaql.config.yml': config }) });

  test.each([
    ['stict: true\n', "Did you mean 'strict'?"],
    ['targets: kqll\n', "Did you mean 'kql'?"],
    ['targets: kql\nformat: savedsearches\n', "kql has no format 'savedsearches'"],
    ['options: {kql: {tabel: x}}\n', 'tabel'],
    ['options: {kql: {table: [a, b]}}\n', 'options.kql.table'],
    ['format: [query, sentinel]\n', '`format`'],
    ['pipelines: nowhere.yml\n', "There is no pipeline or file 'nowhere.yml'"],
    ['backends: ./plugin.mjs\n', 'config-untrusted'],
    ['profiles: {dev: {strct: true}}\n', "Did you mean 'strict'?"],
    ['profiles: {dev: {profiles: {}}}\n', 'profiles'],
    ['profiles: {dev: {targets: kqll}}\n', 'In the profile dev: '],
    ['profiles: {dev: {backends: ./plugin.mjs}}\n', 'config-untrusted'],
  ])('reports %j', (config, message) => {
    const run = check(config);
    expect(run.status).toBe(2);
    expect(run.stderr).toContain(message);
  });

  test('accepts a format whose target the command line will name', () => {
    expect(check('format: savedsearches\n').status).toBe(0);
  });

  test('shows what was doubtful and read all the same', () => {
    const run = check('targets: [kql\n');
    expect(run.status).toBe(0);
    expect(run.stderr).toContain('sigmaql.config.yml:1:10');
    expect(run.stdout).toBe('sigmaql.config.yml has no errors, but warnings.\n');
  });

  test('takes the name of a file', () => {
    const cwd = folder({ 'other.yml': 'stict: true\n' });
    expect(sigmaql(['config', 'check', 'other.yml'], { cwd }).stderr).toContain('other.yml:1:1');
  });

  test('needs a configuration', () => {
    expect(sigmaql(['config', 'check'], { cwd: folder({}) }).status).toBe(2);
  });
});

describe('a profile', () => {
  const config = `targets: [splunk]
pipelines: none
placeholders: {who: [a, b], where: [x]}
options: {splunk: {index: main, search: where}}
profiles:
  dev: {}
  prod:
    options: {splunk: {index: prod}}
    placeholders: {who: c}
  other: {targets: lucene, backends: ./plugin.mjs}
`;
  const rule = GOOD.replace('Image|endswith: \\whoami.exe', "User|expand: '%who%%where%'");
  const cwd = folder({ 'a.yml': rule, 'sigmaql.config.yml': config });
  const run = (...args: string[]) => sigmaql(['convert', 'a.yml', ...args], { cwd });

  test('replaces settings, options and placeholders that it has, and no others', () => {
    const base = run();
    expect(base.stdout).toContain('index="main"');
    expect(base.stdout).toMatch(/\^ax.*\^bx/s);
    expect(run('--profile', 'dev').stdout).toBe(base.stdout);
    const prod = run('--profile', 'prod').stdout;
    expect(prod).toContain('index="prod"');
    expect(prod).toContain('cx');
    expect(prod).not.toContain('ax');
    expect(prod).toContain('| where');
  });

  test('gives way to the command line, one placeholder at a time', () => {
    const given = run('--placeholder', 'who=d', '--placeholder', 'who=e').stdout;
    expect(given).toMatch(/\^dx.*\^ex/s);
    expect(given).not.toContain('ax');
    expect(run('--profile', 'prod', '--placeholder', 'where=y').stdout).toContain('cy');
  });

  test('has no more rights than the file', () => {
    expect(run('--profile', 'other')).toMatchObject({ status: 2 });
    expect(run('--profile', 'other').stderr).toContain('config-untrusted');
  });

  test('that is unknown is an error', () => {
    const unknown = run('--profile', 'prd');
    expect(unknown.status).toBe(2);
    expect(unknown.stderr).toContain("Did you mean 'prod'?");
    const none = sigmaql(['convert', 'a.yml', '-t', 'kql', '--profile', 'x'], {
      cwd: folder({ 'a.yml': GOOD }),
    });
    expect(none.status).toBe(2);
  });
});

describe('in a folder above', () => {
  /** A repository in a folder with a configuration that is not its own. */
  const repository = (files: Record<string, string>) => {
    const outer = folder({ 'sigmaql.config.yml': 'strict: maybe\n', ...files });
    execFileSync('git', ['init', '-q', join(outer, 'repo')]);
    mkdirSync(join(outer, 'repo/sub/deep'), { recursive: true });
    writeFileSync(join(outer, 'repo/sub/deep/a.yml'), GOOD);
    return { outer, cwd: join(outer, 'repo/sub/deep') };
  };
  const convert = (cwd: string, ...args: string[]) =>
    sigmaql(['convert', 'a.yml', ...args], { cwd });

  test('a configuration is found, the nearest one, with paths relative to it', () => {
    const { cwd } = repository({
      'repo/sigmaql.config.yml': 'targets: [kql]\n',
      'repo/sub/sigmaql.config.yml': 'targets: [splunk]\npipelines: [fields.yml]\n',
      'repo/sub/fields.yml': 'mapping:\n  Image: program\n',
    });
    expect(convert(cwd)).toMatchObject({ status: 0, stdout: 'program="*\\\\whoami.exe"\n' });
  });

  test('it is looked for up to the root of the repository only', () => {
    const { cwd } = repository({});
    expect(convert(cwd, '-t', 'kql').status).toBe(0);
    expect(convert(cwd).stderr).toContain('No target is given');
  });

  test('it is not looked for outside a repository', () => {
    const cwd = join(folder({ 'sigmaql.config.yml': 'strict: maybe\n', 'sub/a.yml': GOOD }), 'sub');
    expect(convert(cwd, '-t', 'kql').status).toBe(0);
  });

  test.each([
    ['backends: ./plugin.mjs\n', 'config-untrusted'],
    ['pipelines: ../fields.yml\n', 'config-untrusted'],
  ])('it has no more rights there: %j', (config, code) => {
    const { cwd } = repository({
      'repo/sigmaql.config.yml': `targets: splunk\n${config}`,
      'fields.yml': 'mapping:\n  Image: program\n',
    });
    expect(convert(cwd)).toMatchObject({ status: 2 });
    expect(convert(cwd).stderr).toContain(code);
  });

  test('it must be a regular file', () => {
    const { outer, cwd } = repository({ 'secret.yml': 'password: tea\n' });
    symlinkSync('../secret.yml', join(outer, 'repo/sigmaql.config.yml'));
    const run = convert(cwd, '-t', 'kql');
    expect(run.status).toBe(2);
    expect(run.stderr).not.toContain('tea');
  });

  test('no output replaces it', () => {
    const { outer, cwd } = repository({ 'repo/sigmaql.config.yml': 'targets: [splunk]\n' });
    expect(convert(cwd, '-o', '../../sigmaql.config.yml').status).toBe(2);
    const kept = readFileSync(join(outer, 'repo/sigmaql.config.yml'), 'utf8');
    expect(kept).toBe('targets: [splunk]\n');
  });
});
