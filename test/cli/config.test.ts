import { existsSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { GOOD, folder, sigmaql } from './command.js';

const PLUGIN = `import { writeFileSync } from 'node:fs';
writeFileSync('ran.txt', '');
export default { apiVersion: 1, backends: [] };
`;
const FIELDS = 'mapping:\n  Image: program\n';

describe('a configuration that was found', () => {
  const files = {
    'a.yml': GOOD,
    'plugin.mjs': PLUGIN,
    'sigmaql.config.yml': 'backends: [./plugin.mjs]\ntargets: [splunk]\n',
  };

  test.each([
    ['convert', 'a.yml'],
    ['explain', 'a.yml'],
    ['catalog', 'build', 'a.yml', '-o', 'site'],
  ])('runs no code: %s', (...args) => {
    const home = folder(files);
    const run = sigmaql(args, { cwd: home });
    expect(run.status).toBe(2);
    expect(run.stderr).toMatch(/^error\[config-untrusted\]: .*--trust-config.*--config/m);
    expect(existsSync(join(home, 'ran.txt'))).toBe(false);
  });

  test('runs it once the user says so', () => {
    for (const more of [
      ['--trust-config'],
      ['--config', 'sigmaql.config.yml'],
      ['--backend', './plugin.mjs'],
    ]) {
      const home = folder(files);
      expect(sigmaql(['convert', 'a.yml', ...more], { cwd: home }).status).toBe(0);
      expect(existsSync(join(home, 'ran.txt'))).toBe(true);
    }
  });

  test('does not keep a command from running that loads no backends', () => {
    const home = folder({ ...files, 'e.jsonl': '{"Image":"C:\\\\whoami.exe"}\n' });
    const run = sigmaql(['match', 'a.yml', '--events', 'e.jsonl'], { cwd: home });
    expect(run.stderr).not.toContain('config-untrusted');
  });

  test.each(['../fields.yml', 'link.yml'])('names no file outside its folder: %s', (name) => {
    const outer = folder({
      'fields.yml': FIELDS,
      'home/a.yml': GOOD,
      'home/sigmaql.config.yml': `targets: [splunk]\npipelines: ${name}\n`,
    });
    const home = join(outer, 'home');
    symlinkSync('../fields.yml', join(home, 'link.yml'));
    const run = sigmaql(['convert', 'a.yml'], { cwd: home });
    expect(run.status).toBe(2);
    expect(run.stderr).toContain('error[config-untrusted]');
    const trusted = sigmaql(['convert', 'a.yml', '--trust-config'], { cwd: home });
    expect(trusted.stdout).toContain('program=');
  });

  test('is a regular file', () => {
    const outer = folder({ 'secret.yml': 'password: tea\n', 'home/a.yml': GOOD });
    const home = join(outer, 'home');
    symlinkSync('../secret.yml', join(home, 'sigmaql.config.yml'));
    const run = sigmaql(['convert', 'a.yml', '-t', 'splunk'], { cwd: home });
    expect(run.status).toBe(2);
    expect(run.stderr).not.toContain('tea');
  });

  test('is not missed where it is a link that leads nowhere', () => {
    const home = folder({ 'a.yml': GOOD });
    symlinkSync('nowhere.yml', join(home, 'sigmaql.config.yml'));
    const run = sigmaql(['convert', 'a.yml', '-t', 'splunk'], { cwd: home });
    expect(run).toMatchObject({ status: 2, stdout: '' });
    expect(run.stderr).toContain('sigmaql.config.yml is not a regular file');
  });

  test('is one', () => {
    const home = folder({
      'a.yml': GOOD,
      'sigmaql.config.json': '{"strict":true}',
      'sigmaql.config.yml': 'targets: [kql]\n',
    });
    const run = sigmaql(['convert', 'a.yml'], { cwd: home });
    expect(run).toMatchObject({ status: 2, stdout: '' });
    expect(run.stderr).toContain('sigmaql.config.yml and sigmaql.config.json. Remove one');
    const named = sigmaql(['convert', 'a.yml', '--config', 'sigmaql.config.yml'], { cwd: home });
    expect(named.status).toBe(0);
  });
});

test('paths in a configuration are relative to it', () => {
  const home = folder({
    'sigmaql.config.yml': 'targets: [splunk]\npipelines: [fields.yml]\n',
    'fields.yml': FIELDS,
    'sub/a.yml': GOOD,
  });
  const run = sigmaql(['convert', 'a.yml', '--config', '../sigmaql.config.yml'], {
    cwd: join(home, 'sub'),
  });
  expect(run).toMatchObject({ status: 0, stdout: 'program="*\\\\whoami.exe"\n' });
});

describe('formats', () => {
  const of = (config: string, ...args: string[]) => {
    const home = folder({ 'a.yml': GOOD, 'sigmaql.config.yml': config });
    return sigmaql(['convert', 'a.yml', ...args], { cwd: home });
  };

  test('are given for each target', () => {
    const run = of('targets: [kql, splunk]\nformat: {kql: sentinel, splunk: savedsearches}\n');
    expect(run.status).toBe(0);
    expect(run.stdout).toContain('queryFrequency');
    expect(run.stdout).toContain('enableSched');
    const flagged = of('', '-t', 'kql,splunk', '-f', 'kql=sentinel');
    expect(flagged.stdout).toContain('queryFrequency');
  });

  test.each([
    ['format: sentinel\n', "splunk has no format 'sentinel'"],
    [
      'format: {kqll: sentinel}\n',
      "The configuration gives a format for 'kqll', which is not a target. Did",
    ],
  ])('that a target does not have are refused: %s', (config, message) => {
    const run = of(`targets: [kql, splunk]\n${config}`);
    expect(run.status).toBe(2);
    expect(run.stderr).toContain(message);
  });
});

describe('settings', () => {
  test.each(['true', 'True', 'TRUE'])('strict: %s is true', (word) => {
    const home = folder({
      'a.yml': GOOD.replace('Image|endswith: \\whoami.exe', 'Image: null'),
      'sigmaql.config.yml': `strict: ${word}\n`,
    });
    expect(sigmaql(['convert', 'a.yml', '-t', 'kql'], { cwd: home }).status).toBe(1);
  });

  test.each([
    ['strict: yes', 1],
    ['compact: "true"', 1],
    ['compact: 1', 1],
    ['targets: {kql: true}', 1],
    ['targets:\n  - kql\n  - 5', 3],
    ['options: kql', 1],
    ['options:\n  kql: [table]', 2],
    ['placeholders:\n  a: {b: c}', 2],
    ['- strict', 1],
    ['strict: true\n---\nstrict: false', 3],
    ['stricct: true', 1],
  ])('%j is an error at its place', (config, line) => {
    const home = folder({ 'a.yml': GOOD, 'sigmaql.config.yml': `${config}\n` });
    const run = sigmaql(['convert', 'a.yml', '-t', 'kql'], { cwd: home });
    expect(run.status).toBe(2);
    expect(run.stderr).toContain(`sigmaql.config.yml:${line}:`);
  });

  test('may have any name of a placeholder', () => {
    const text = GOOD.replace('Image|endswith: \\whoami.exe', "User|expand: '%constructor%'");
    const home = folder({
      'a.yml': text,
      'sigmaql.config.yml': 'placeholders: {constructor: [x]}\n',
    });
    const run = sigmaql(['convert', 'a.yml', '-t', 'splunk', '-p', 'none'], { cwd: home });
    expect(run).toMatchObject({ status: 0, stdout: 'User="x"\n' });
  });
});

test('options as -O has them are told as a map of the target', () => {
  const of = (options: string) => {
    const home = folder({ 'a.yml': GOOD, 'sigmaql.config.yml': `options: {${options}}\n` });
    return sigmaql(['convert', 'a.yml', '-t', 'splunk'], { cwd: home }).stderr;
  };
  expect(of('splunk.index: main')).toContain('write `splunk: {index: …}`');
  expect(of('index: main')).toContain('write `splunk: {index: main}`');
});

test('a folder of pipelines is relative to the configuration', () => {
  const home = folder({
    'sigmaql.config.yml': 'targets: [splunk]\npipelines: [mine/]\n',
    'mine/fields.yml': FIELDS,
    'sub/a.yml': GOOD,
  });
  const run = sigmaql(['convert', 'a.yml', '--config', '../sigmaql.config.yml'], {
    cwd: join(home, 'sub'),
  });
  expect(run).toMatchObject({ status: 0, stdout: 'program="*\\\\whoami.exe"\n' });
});
