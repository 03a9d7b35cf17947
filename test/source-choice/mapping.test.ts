import { describe, expect, test } from 'vitest';
import { loadPipeline } from '../../src/pipeline/load.js';
import { ALL, PROCESS, SECURITY, ask, query } from './ask.js';
import type { TargetName } from './ask.js';

describe('no pattern of a rule is about what a pipeline adds', () => {
  const security = { product: 'windows', service: 'security' };
  const [kqlSource, splunkSource] = ['SecurityEvent | where ', `${SECURITY} `];

  test.each(['1 of *', '1 of a*', 'all of *', 'all of them', '1 of ??*'])('%s', (condition) => {
    const detection = { ab: { EventID: 4625 }, condition };
    expect(query('kql', security, detection)).toBe(`${kqlSource}EventID == 4625`);
    expect(query('splunk', security, detection)).toBe(`${splunkSource}EventCode=4625`);
    expect(query('lucene', security, detection)).toBe(
      'winlog.channel:Security AND event.code:4625',
    );
  });

  test('not 1 of *', () => {
    const detection = { ab: { EventID: 4625 }, condition: 'not 1 of *' };
    expect(query('kql', security, detection)).toBe(`${kqlSource}EventID != 4625`);
    expect(query('splunk', security, detection)).toBe(`${splunkSource}NOT EventCode=4625`);
  });

  test('whatever a step calls it', () => {
    const text =
      'transformations:\n  - { type: add_condition, conditions: { index: tea }, name: sel_added }';
    const { pipeline } = loadPipeline(text, { path: 'p.yml' });
    const detection = { sel: { A: 1 }, condition: '1 of sel*' };
    const { text: made } = ask('splunk', {}, detection, { pipelines: [pipeline!] });
    expect(made).toBe('index="tea" A=1');
  });
});

describe('the mapping of a query', () => {
  const mapping = (target: TargetName, logsource: object, detection: object) =>
    ask(target, logsource, detection).mapping;

  test('is known where the source has each field', () => {
    const detection = { s: { Image: 'x', CommandLine: 'y' }, condition: 's' };
    for (const target of ALL) expect(mapping(target, PROCESS, detection)).toBe('known');
  });

  test('is assumed where the source keeps any field', () => {
    const logsource = { product: 'windows', service: 'security' };
    const detection = { s: { EventID: 4624, Teapot: 'x' }, condition: 's' };
    expect(mapping('lucene', logsource, detection)).toBe('assumed');
    expect(mapping('splunk', logsource, detection)).toBe('assumed');
  });

  test('is unmapped, and refused if strict, where there is no source', () => {
    const logsource = { product: 'kettlebrand', service: 'spout' };
    const detection = { s: { state: 'boiling' }, condition: 's' };
    for (const target of ['splunk', 'lucene'] as const) {
      expect(mapping(target, logsource, detection)).toBe('unmapped');
      const strict = ask(target, logsource, detection, { strict: true });
      expect([strict.text, strict.mapping]).toEqual([null, null]);
      expect(strict.diagnostics.map((d) => d.code)).toContain('mapping-unmapped');
    }
  });

  test('is unmapped without pipelines, which strict leaves to the user', () => {
    const detection = { s: { Image: 'x' }, condition: 's' };
    const bare = ask('splunk', PROCESS, detection, { pipelines: [], strict: true });
    expect([bare.text, bare.mapping]).toEqual(['Image="x"', 'unmapped']);
  });

  test('of a pipeline of the user is told by what it does with the log source', () => {
    const detection = { s: { Image: 'x' }, condition: 's' };
    const of = (text: string) =>
      ask('splunk', PROCESS, detection, { pipelines: [loadPipeline(text).pipeline!] });
    const renames = of('{ name: p, mapping: { Image: exe } }');
    expect(renames.mapping).toBe('unmapped');
    expect(renames.diagnostics.map((d) => d.code)).toContain('pipeline-no-source');
    const added = of(
      '{ name: p, transformations: [{ type: add_condition, conditions: { index: main } }] }',
    );
    expect(added.mapping).toBe('assumed');
  });
});
