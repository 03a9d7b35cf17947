import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadBackends } from '../../src/cli/backends.js';
import { allShipped } from '../../src/cli/pipelines.js';
import {
  COMMAND_HINTS,
  FLAG_HINTS,
  FORMAT_ALIASES,
  PIPELINE_ALIASES,
  PIPELINE_HINTS,
  TARGET_ALIASES,
  TARGET_HINTS,
} from '../../src/cli/sigma-cli.js';
import { GOOD, folder, sigmaql } from './command.js';

const page = readFileSync(join(import.meta.dirname, '../../docs/coming-from-sigma-cli.md'), 'utf8');
const home = folder({ 'a.yml': GOOD, 'own/a.yml': GOOD });
const run = (...args: string[]) => sigmaql(['convert', 'a.yml', ...args], { cwd: home });

/** The pairs in the table below a heading. */
function pairsBelow(heading: string): ReadonlyMap<string, string> {
  const section = page.split(`## ${heading}\n`)[1]!.split('\n## ')[0]!;
  return new Map(
    [...section.matchAll(/^\| `([^`]+)` +\| `([^`]+)` +\|$/gm)].map((m) => [m[1]!, m[2]!]),
  );
}

describe('names of sigma-cli', () => {
  test.each([
    ['Targets', TARGET_ALIASES],
    ['Formats', FORMAT_ALIASES],
    ['Pipelines', PIPELINE_ALIASES],
  ])('are on the page: %s', (heading, aliases) => {
    const others = [...pairsBelow(heading)].filter(([theirs, ours]) => theirs !== ours);
    expect(others.sort()).toEqual([...aliases].sort());
  });

  test('mean something that exists, and hide nothing of ours', async () => {
    const backends = await loadBackends([]);
    const targets = backends.map((b) => b.name);
    const pipelines = (await allShipped(backends)).map((p) => p.name);
    const formats = backends.flatMap((b) => b.formats.map((f) => f.name));
    for (const [known, aliases] of [
      [targets, TARGET_ALIASES],
      [pipelines, PIPELINE_ALIASES],
      [formats, FORMAT_ALIASES],
    ] as const) {
      for (const [theirs, ours] of aliases) {
        expect(known).toContain(ours);
        expect(known).not.toContain(theirs);
      }
    }
  });

  test.each([...TARGET_ALIASES])('are targets: %s', (theirs, ours) => {
    expect(run('--target', theirs).stdout).toBe(run('-t', ours).stdout);
  });

  test('are targets in options and formats, and count once', () => {
    const named = run('-t', 'kusto,kql', '-O', 'kusto.table=Event', '-f', 'kusto=sentinel');
    expect(named).toMatchObject({ status: 0 });
    expect(named.stdout).toBe(run('-t', 'kql', '-O', 'kql.table=Event', '-f', 'sentinel').stdout);
  });

  test.each([
    ['splunk', 'splunk_windows', 'splunk-windows'],
    ['splunk', 'windows-logsources', 'windows'],
    ['kusto', 'microsoft_xdr', 'microsoft-xdr'],
    ['kusto', 'microsoft_xdr_pipeline', 'microsoft-xdr'],
    ['kusto', 'azure_monitor', 'sentinel'],
    ['lucene', 'ecs_windows', 'ecs-windows'],
  ])('are pipelines of %s: %s', (target, theirs, ours) => {
    const named = run('-t', target, '-p', theirs);
    expect(named.status).toBe(0);
    expect(named.stdout).toBe(run('-t', target, '-p', ours).stdout);
  });

  test('give way to files', () => {
    const cwd = folder({ 'a.yml': GOOD, splunk_windows: 'mapping:\n  Image: program\n' });
    const named = sigmaql(['convert', 'a.yml', '-t', 'splunk', '-p', 'splunk_windows'], { cwd });
    expect(named.stdout).toContain('program=');
  });

  test('are formats', () => {
    expect(run('-t', 'lucene', '-f', 'default').stdout).toBe(run('-t', 'lucene').stdout);
    const saved = run('-t', 'lucene', '-f', 'kibana_ndjson');
    expect(saved.status).toBe(0);
    expect(saved.stdout).toBe(run('-t', 'lucene', '-f', 'kibana').stdout);
  });

  test.each([...PIPELINE_HINTS])(
    'without a counterpart are errors that name ours: %s',
    (name, hint) => {
      const refused = run('-t', 'splunk', '-p', name);
      expect(refused.status).toBe(2);
      expect(refused.stderr).toContain(hint);
    },
  );

  test.each([...TARGET_HINTS])('of targets that are not here are errors, too: %s', (name, hint) => {
    const refused = run('-t', name);
    expect(refused.status).toBe(2);
    expect(refused.stderr).toContain(hint);
  });
});

describe('what sigma-cli has and sigmaql has not', () => {
  test.each([...COMMAND_HINTS])('is advised on, as a command: %s', (name, advice) => {
    const refused = sigmaql([name, 'a.yml'], { cwd: home });
    expect(refused).toMatchObject({ status: 2, stdout: '' });
    expect(refused.stderr).toBe(`error: unknown command '${name}'. ${advice}\n`);
  });

  test.each([...FLAG_HINTS])('is advised on, as a flag: %s', (name, advice) => {
    const refused = run('-t', 'splunk', name, 'x');
    expect(refused).toMatchObject({ status: 2, stdout: '' });
    expect(refused.stderr).toBe(`error: unknown option '${name}'. ${advice}\n`);
  });

  test('is all on the page', () => {
    const rows = [...page.matchAll(/^\| (`(?:-|sigma )[^|]*) \| (?:not needed|none|a glob|`)/gm)];
    const theirs = rows.flatMap(([, cell]) => [...cell!.matchAll(/`(?:sigma )?([^ `]+)[^`]*`/g)]);
    const hints = [...COMMAND_HINTS.keys(), ...FLAG_HINTS.keys()];
    const ours = ['convert', 'list', '-O'];
    const known = new Set([...hints, ...ours]);
    expect(theirs.map(([, name]) => name!).filter((name) => !known.has(name))).toEqual([]);
  });

  test.each([
    ['splunk', 'data_model', 'Use the pipeline: -p cim.'],
    ['lucene', 'eql', 'Use the target: -t eql.'],
    ['kql', 'SENTINEL', "Did you mean 'sentinel'?"],
  ])('may be another format of %s: %s', (target, format, advice) => {
    const refused = run('-t', target, '-f', format);
    expect(refused.status).toBe(2);
    expect(refused.stderr).toContain(`${target} has no format '${format}'. ${advice} Use one of: `);
  });
});

describe('--without-pipeline', () => {
  test('is -p none', () => {
    const bare = run('-t', 'splunk', '--without-pipeline');
    expect(bare).toMatchObject({ status: 0, stdout: 'Image="*\\\\whoami.exe"\n' });
    expect(run('-t', 'splunk', '--without-pipeline', '-p', 'none').stdout).toBe(bare.stdout);
  });

  test('leaves out the pipelines of the configuration', () => {
    const cwd = folder({ 'a.yml': GOOD, 'sigmaql.config.yml': 'pipelines: ../elsewhere.yml\n' });
    const args = ['convert', 'a.yml', '-t', 'splunk', '--without-pipeline'];
    expect(sigmaql(args, { cwd })).toMatchObject({ status: 0 });
  });

  test('cannot be combined with a pipeline', () => {
    expect(run('-t', 'splunk', '--without-pipeline', '-p', 'cim').status).toBe(2);
  });
});
