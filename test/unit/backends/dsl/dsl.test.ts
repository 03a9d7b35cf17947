import { describe, expect, test } from 'vitest';
import { convert } from '../../../../src/convert/index.js';
import { loadPipeline } from '../../../../src/pipeline/load.js';
import { readLibrary } from '../../../support/read-library.js';
import { dsl } from '../../../../backends/dsl/index.js';
import { ask } from '../lucene/ask.js';

/** The query, as JSON has it, of a rule that is converted exactly and without a word. */
function query(source: object, detection: unknown, options: Record<string, string> = {}): unknown {
  const { query: text, said } = ask({ ...source }, detection, options, dsl);
  expect(said).toEqual([]);
  return JSON.parse(text!);
}

const said = (source: object, detection: unknown): readonly string[] =>
  ask({ ...source }, detection, {}, dsl).said;

const insensitive = (value: string): object => ({ value, case_insensitive: true });
const keyword = { types: { '*': 'keyword' } };

describe('strings', () => {
  test.each([
    [{ F: 'aB' }, { term: { F: insensitive('aB') } }],
    [{ F: '12' }, { term: { F: '12' } }],
    [{ F: '' }, { term: { F: '' } }],
    [{ 'F|cased': 'aB' }, { term: { F: 'aB' } }],
    [{ 'F|startswith': 'a*b' }, { wildcard: { F: insensitive('a*b*') } }],
    [{ 'F|startswith': '\\\\a' }, { prefix: { F: insensitive('\\a') } }],
    [{ 'F|endswith': '\\*?a' }, { wildcard: { F: insensitive('*\\*?a') } }],
    [{ F: '*' }, { exists: { field: 'F' } }],
    [{ F: null }, { bool: { must_not: [{ exists: { field: 'F' } }] } }],
    [{ F: ['1', '2'] }, { terms: { F: ['1', '2'] } }],
    [{ 'F|re': 'a[bc]' }, { regexp: { F: '.*a[bc].*' } }],
  ])('%j', (detection, expected) => {
    expect(query(keyword, detection)).toEqual(expected);
  });

  test('letters beyond ASCII have classes, since case_insensitive leaves them', () => {
    expect(query(keyword, { F: 'ä1' })).toEqual({ regexp: { F: '[äÄ]1' } });
  });

  test('fields in lower case need no flag', () => {
    const lower = { types: { F: { type: 'keyword', lower: true } } };
    expect(query(lower, { F: ['aB', 'C'] })).toEqual({ terms: { F: ['ab', 'c'] } });
    const caseless = { types: { F: { type: 'keyword', caseless: true } } };
    expect(query(caseless, { F: 'aB' })).toEqual({ term: { 'F.caseless': 'ab' } });
    expect(query({}, { F: 'aB' }, { case: 'normalized' })).toEqual({ term: { F: 'ab' } });
  });
});

test('a key of a flattened field takes no regular expression', () => {
  const flattened = (detection: unknown) => ask({ types: { F: 'flattened' } }, detection, {}, dsl);
  const { query: found, said } = flattened({ F: 'Zoë' });
  expect(JSON.parse(found!)).toEqual({ term: { F: insensitive('Zoë') } });
  expect(said).toEqual(['dsl-flattened-case narrower']);
  expect(JSON.parse(flattened({ 'F|startswith': 'Éa' }).query!)).toEqual({
    prefix: { F: insensitive('Éa') },
  });
  expect(flattened({ 'F|cased': 'Zoë' }).said).toEqual([]);
});

describe('text as it is in the source', () => {
  const types = { t: { type: 'text', lower: true }, o: 'flattened', k: 'keyword' };
  const source = (detection: unknown) => ask({ types }, detection, { text: 'source' }, dsl);

  test('is compared as a whole', () => {
    const found = source({ 't|contains': 'a-B c', o: 'D', k: '1' });
    expect(found.said).toEqual(['elastic-runtime-field']);
    expect(JSON.parse(found.query!)).toEqual({
      bool: {
        filter: [
          { wildcard: { t: insensitive('*a-B c*') } },
          { term: { o: insensitive('D') } },
          { term: { k: '1' } },
        ],
      },
    });
  });

  test.each([
    [{ t: 'a', k: 'b' }, { t: { type: 'keyword' } }],
    [{ k: 'b' }, {}],
  ])('%j is searched with runtime fields', (detection, expected) => {
    const { pipeline } = loadPipeline(
      JSON.stringify({
        name: 'p',
        sources: [{ name: 'a log', logsource: {}, types, others: 'keep' }],
      }),
      { path: 'p.yml' },
    );
    const rule = {
      title: 't',
      logsource: { product: 'p' },
      detection: { s: detection, condition: 's' },
    };
    const [query] = convert(readLibrary(JSON.stringify(rule)), {
      backend: dsl,
      pipelines: [pipeline!],
      format: 'search',
      options: { text: 'source' },
    });
    const { runtime_mappings: mappings } = JSON.parse(query!.text!) as {
      runtime_mappings?: object;
    };
    expect(mappings ?? {}).toEqual(expected);
  });
});

test('other types', () => {
  const types = { types: { n: 'long', a: 'ip', b: 'boolean', t: 'text' } };
  expect(query(types, { 'n|gte': 5 })).toEqual({ range: { n: { gte: 5 } } });
  expect(query(types, { 'n|startswith': '99999999999999999' })).toEqual({
    bool: {
      should: [
        { term: { n: '99999999999999999' } },
        { range: { n: { gte: '999999999999999990', lte: '999999999999999999' } } },
      ],
    },
  });
  expect(query(types, { 'a|cidr': '10.0.0.0/8' })).toEqual({ term: { a: '10.0.0.0/8' } });
  // Elasticsearch refuses ::ffff:10.0.0.0/104, and an address is the same in both forms there.
  expect(ask(types, { 'a|cidr': '::ffff:10.0.0.0/104' }, {}, dsl)).toEqual({
    query: expect.stringContaining('"10.0.0.0/8"') as unknown,
    said: ['elastic-mapped-addresses wider'],
  });
  expect(said(types, { 'a|cidr': '::/0' })).toEqual(['elastic-mapped-addresses wider']);
  expect(query(types, { b: true })).toEqual({ term: { b: 'true' } });
  expect(query(types, { 't|contains': 'word' })).toEqual({ wildcard: { t: '*word*' } });
});

describe('conditions', () => {
  const of = (condition: string): unknown => query(keyword, { a: '1', b: '2' }, { condition });

  test('become as few bool queries as there can be', () => {
    const [a, b] = [{ term: { a: '1' } }, { term: { b: '2' } }];
    expect(of('s')).toEqual({ bool: { filter: [a, b] } });
    expect(of('not s')).toEqual({ bool: { must_not: [{ bool: { filter: [a, b] } }] } });
    expect(of('not not s')).toEqual({ bool: { filter: [a, b] } });
    expect(query(keyword, [{ a: '1' }, { b: '2' }], { condition: 'not s' })).toEqual({
      bool: { must_not: [a, b] },
    });
    expect(query(keyword, { a: '1', 'b|neq': '2' })).toEqual({
      bool: { filter: [a], must_not: [b] },
    });
  });
});

test('fields whose names are like another are named in query_string alone', () => {
  const like = { ...keyword, fields: { F: { as: 'like', of: 'data.*.name' } } };
  expect(query(like, { F: null })).toEqual({
    bool: { must_not: [{ exists: { field: 'data.*.name' } }] },
  });
  expect(said(like, { F: 'a' })).toEqual([]);
  expect(query(like, { F: '1"\n2' })).toEqual({
    query_string: { query: 'data.\\*.name:"1\\"\\u000a2"' },
  });
});

test('a rule of which nothing is left is refused, and one of which something is not', () => {
  const pair = { 'A|fieldref': 'B' };
  const absent = { types: { '*': { type: 'keyword', absent: ['-'] } } };
  const left = ['elastic-left-open wider'];
  const all = [...left, 'refused elastic-all-open'];
  expect(said(absent, pair)).toEqual(all);
  expect(said(absent, [pair, { C: 'x' }])).toEqual(all);
  expect(said(absent, { ...pair, C: 'x' })).toEqual(left);
  const not = { condition: 'not s' };
  expect(ask(absent, pair, not, dsl).said).toEqual(all);
  expect(ask(absent, { ...pair, C: 'x' }, not, dsl).said).toEqual(all);
  expect(ask(absent, [pair, { C: 'x' }], not, dsl).said).toEqual(left);
  expect(said(absent, { ...pair, 'C|neq': 'x' })).toEqual(all);
  expect(said(absent, { ...pair, D: 'y', 'C|neq': 'x' })).toEqual(left);
});

test('what has no place in Query DSL is refused', () => {
  expect(said(keyword, { _index: '1' })).toEqual(['refused dsl-field-name']);
  expect(said(keyword, { 'data.*': '1' })).toEqual(['refused dsl-field-name']);
  expect(said(keyword, ['word'])).toEqual(['refused dsl-keywords']);
});

test('characters that a reader would not see have their numbers', () => {
  const { query: text } = ask(keyword, { F: 'a\u202eb' }, {}, dsl);
  expect(text).toContain('a\\u202eb');
  expect(JSON.parse(text!)).toEqual({ term: { F: insensitive('a\u202eb') } });
});
