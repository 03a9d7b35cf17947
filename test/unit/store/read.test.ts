import { describe, expect, test } from 'vitest';
import { applyPipelines } from '../../../src/pipeline/apply.js';
import { describeRule } from '../../../src/pipeline/describe.js';
import { loadPipeline } from '../../../src/pipeline/load.js';
import { columnsIn } from './placed.js';
import { readLibrary } from '../../support/read-library.js';

interface Asked {
  readonly logsource?: object;
  readonly detection?: object | readonly string[];
}

function read(sources: readonly object[], { logsource, detection }: Asked = {}, rest = {}) {
  const named = sources.map((s, i) => ({ name: `source ${i + 1}`, ...s }));
  const { pipeline, diagnostics } = loadPipeline(
    JSON.stringify({ name: 'p', ...rest, sources: named }),
    {
      path: 'p.yml',
    },
  );
  if (!pipeline) throw new Error(diagnostics.map((d) => d.message).join('\n'));
  const rule = {
    title: 't',
    logsource: logsource ?? { product: 'windows', service: 'security' },
    detection: { s: detection ?? { A: 1 }, condition: 's' },
  };
  const [item] = readLibrary(JSON.stringify(rule)).documents;
  if (item?.content?.kind !== 'rule') throw new Error('no rule');
  const [made] = applyPipelines(item.content, [pipeline], { target: { name: 'lucene' } });
  const said = made.diagnostics.map((d) => d.message);
  return {
    chosen: /^Reads (source \d)/.exec(said[0] ?? '')?.[1] ?? null,
    lines: describeRule(made.rule).filter((l) => !/^(logsource|condition)/.test(l)),
    keywords: made.placement.keywords,
    columns: columnsIn(made.placement),
    said,
  };
}

describe('log sources that need no list', () => {
  test('are those of one service, or of several', () => {
    const kept = { others: 'keep' };
    const sources = [
      { logsources: 'windows/sysmon', ...kept },
      { logsources: ['windows/wmi', 'windows/powershell'], ...kept },
      { logsources: 'windows', ...kept },
    ];
    const chosen = (logsource: object) => read(sources, { logsource }).chosen;
    expect(chosen({ product: 'windows', service: 'sysmon' })).toBe('source 1');
    expect(chosen({ product: 'windows', category: 'registry_set' })).toBe('source 1');
    expect(chosen({ product: 'windows', service: 'wmi' })).toBe('source 2');
    expect(chosen({ product: 'windows', category: 'ps_script' })).toBe('source 2');
    expect(chosen({ product: 'windows', service: 'security' })).toBe('source 3');
  });

  test('are those of one category of a service', () => {
    const kept = { fields: { CommandLine: 'cmd', ImageLoaded: 'lib' }, others: 'keep' };
    const sources = [{ logsources: 'windows/sysmon/image_load', ...kept }];
    const of = (category: string) =>
      read(sources, { logsource: { product: 'windows', category } }).chosen;
    expect(of('image_load')).toBe('source 1');
    expect(of('dns_query')).toBeNull();
  });

  test('have their conditions, in the case of their channels if it is said', () => {
    const asked = { logsource: { product: 'windows', category: 'dns_query' } };
    const source = {
      logsources: 'windows/sysmon',
      fields: { Channel: 'log', EventID: 'id' },
      others: 'keep',
    };
    expect(read([source], asked).lines).toEqual([
      's: A = 1',
      '_sigmaql_1: log = "Microsoft-Windows-Sysmon/Operational"',
      '_sigmaql_1: id = 22',
    ]);
    expect(read([{ ...source, cased: true }], asked).lines[1]).toBe(
      '_sigmaql_1: log = cased "Microsoft-Windows-Sysmon/Operational"',
    );
  });

  test('cannot be of a service that does not exist', () => {
    expect(() => read([{ logsources: 'windows/sysmoon', others: 'keep' }])).toThrow(
      'windows/sysmoon',
    );
  });
});

test('an empty list is a key that the rule must not name', () => {
  const source = { logsource: { product: 'windows', category: [] }, others: 'keep' };
  expect(read([source]).chosen).toBe('source 1');
  const named = { logsource: { product: 'windows', category: 'dns_query' } };
  expect(read([source], named).chosen).toBeNull();
});

test('a name with an empty list is one that the source does not have', () => {
  const first = { logsource: {}, fields: { A: [] }, others: 'keep' };
  expect(read([first, { logsource: {}, others: 'keep' }]).chosen).toBe('source 2');
  expect(read([first]).said[0]).toContain('`A`');
});

describe('the fields for keywords', () => {
  const source = { logsource: {}, others: 'keep', keywords: ['message', 'log'] };

  test('are told where a rule has keywords', () => {
    expect(read([source], { detection: ['x'] }).keywords).toEqual(['message', 'log']);
    expect(read([source]).keywords).toEqual([]);
  });

  test('come with their types', () => {
    const typed = { ...source, types: { message: 'text' } };
    expect(read([typed], { detection: ['x'] }).columns).toEqual({ message: 'text' });
  });
});

describe('types', () => {
  const asked = { detection: { A: 1, B: 2, 'C.D': 3 } };

  test('are told of the fields that are asked for', () => {
    const source = {
      logsource: {},
      fields: { A: 'a' },
      others: 'keep',
      types: { a: 'ip', 'C.*': 'long', Z: 'date' },
    };
    expect(read([source], asked).columns).toEqual({ a: 'ip', 'C.D': 'long' });
  });

  test('are those of the whole file, and of a source before them; null is none', () => {
    const source = { logsource: {}, others: 'keep', types: { A: 'ip', B: null } };
    const all = { types: { '*': 'keyword', A: 'text' } };
    expect(read([source], asked, all).columns).toEqual({ A: 'ip', 'C.D': 'keyword' });
  });

  test('are told of what a source asks itself, and of what is read out of another field', () => {
    const source = {
      logsource: {},
      where: { dataset: 'x' },
      fields: { A: { as: 'either', of: 'one', key: 'two' } },
      others: 'keep',
      types: { dataset: 'keyword', one: 'ip', two: 'long' },
    };
    expect(read([source], { detection: { A: 1 } }).columns).toEqual({
      A: { type: 'string', as: 'either', of: 'one', key: 'two' },
      dataset: 'keyword',
      one: 'ip',
      two: 'long',
    });
  });
});
