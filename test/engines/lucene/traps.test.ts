import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lucene } from '../../../backends/lucene/index.js';
import { convert } from '../../../src/convert/index.js';
import { loadPipeline } from '../../../src/pipeline/load.js';
import { documentOf, missing, runLucene } from './lucene.js';
import type { Fields, LuceneResult } from './lucene.js';
import { readColumn } from '../../../src/store/placement.js';
import type { Column } from '../../../src/store/placement.js';
import { columnsOf, typesOf } from './stored.js';
import { readLibrary } from '../../support/read-library.js';

function queryOf(detection: string, mode: string): string {
  const text = `title: t\nlogsource: {product: p}\ndetection: ${detection}\n`;
  const [query] = convert(readLibrary(text), { backend: lucene, options: { case: mode } });
  if (!query?.text) throw new Error(`refused: ${JSON.stringify(query?.diagnostics[0]?.message)}`);
  return query.text;
}

function selection(map: object, condition = 's'): string {
  return JSON.stringify({ s: map, condition });
}

/** An error is as it is. */
function keptBy(result: LuceneResult | string | undefined): boolean | string | undefined {
  return typeof result === 'object' ? result.kept[0] : result;
}

type Case = readonly [name: string, detection: string, matching: Fields[], missing: Fields[]];

const cases: readonly Case[] = [
  [
    'case is ignored',
    selection({ F: 'Cmd.EXE' }),
    [{ F: 'cmd.exe' }, { F: 'CMD.EXE' }],
    [{ F: 'cmd.ex' }, {}],
  ],
  ['the whole value counts', selection({ F: 'a b' }), [{ F: 'A B' }], [{ F: 'a' }, { F: 'xa b' }]],
  ['a word of the language is a value', selection({ F: 'AND' }), [{ F: 'and' }], [{ F: 'or' }]],
  [
    'contains a word of the language',
    selection({ 'F|contains': ' OR ' }),
    [{ F: 'a or b' }],
    [{ F: 'aorb' }],
  ],
  ['angle brackets', selection({ 'F|contains': ' > ' }), [{ F: 'a > b' }], [{ F: 'a < b' }]],
  [
    'an angle bracket at the start',
    selection({ F: '>x' }),
    [{ F: '>x' }],
    [{ F: 'x' }, { F: 'y' }],
  ],
  [
    'backslashes before a wildcard',
    selection({ 'F|contains': 'C:\\Temp\\' }),
    [{ F: 'c:\\temp\\x' }],
    [{ F: 'c:\\tempx' }],
  ],
  ['a literal star', selection({ F: 'a\\*b' }), [{ F: 'a*b' }], [{ F: 'axb' }]],
  [
    'one character',
    selection({ F: 'a?b' }),
    [{ F: 'axb' }, { F: 'a😀b' }],
    [{ F: 'ab' }, { F: 'axxb' }],
  ],
  ['quotes', selection({ 'F|contains': '"q"' }), [{ F: 'say "Q"!' }], [{ F: 'say q' }]],
  ['slashes and dashes', selection({ F: '-a/b' }), [{ F: '-A/B' }], [{ F: 'a/b' }]],
  ['the empty value', selection({ F: '' }), [{ F: '' }], [{ F: 'x' }, {}]],
  ['null', selection({ F: null }), [{}, { G: 'x' }], [{ F: 'x' }]],
  ['any value', selection({ F: '*' }), [{ F: 'x' }, { F: '' }], [{}]],
  ['several values', selection({ F: 'b' }), [{ F: ['a', 'b'] }], [{ F: ['a', 'c'] }]],
  ['not, of a missing field', selection({ F: 'x' }, 'not s'), [{}, { F: 'y' }], [{ F: 'x' }]],
  [
    'a field name with a blank',
    selection({ 'my field': 'x' }),
    [{ 'my field': 'x' }],
    [{ my: 'x' }],
  ],
  ['a field name that is a word', selection({ NOT: 'x' }), [{ NOT: 'x' }], [{ F: 'x' }]],
  ['a regex is searched for', selection({ 'F|re|i': 'b+\\d' }), [{ F: 'aBB7c' }], [{ F: 'abc' }]],
  [
    'anchors',
    selection({ 'F|re|i': '^a|b$' }),
    [{ F: 'ax' }, { F: 'xb' }],
    [{ F: 'xa' }, { F: 'bx' }],
  ],
  [
    'a keyword',
    JSON.stringify({ s: ['evil one'], condition: 's' }),
    [{ F: 'an Evil One here' }],
    [{ F: 'evil' }],
  ],
  [
    'a list',
    selection({ F: ['a', 'b*', 'c?'] }),
    [{ F: 'a' }, { F: 'bx' }, { F: 'cx' }],
    [{ F: 'c' }],
  ],
  [
    'not beside or',
    JSON.stringify({ a: { A: '1' }, b: { B: '1' }, c: { C: '1' }, condition: 'a or not b and c' }),
    [{ A: '1' }, { C: '1' }, { A: '1', B: '1' }],
    [{ B: '1', C: '1' }, {}],
  ],
  [
    'and beside or',
    JSON.stringify({ a: { A: '1' }, b: { B: '1' }, c: { C: '1' }, condition: '(a or b) and c' }),
    [
      { A: '1', C: '1' },
      { B: '1', C: '1' },
    ],
    [{ A: '1' }, { C: '1' }],
  ],
  [
    'not within not',
    JSON.stringify({ a: { A: '1' }, b: { B: '1' }, condition: 'not (a and not b)' }),
    [{}, { A: '1', B: '1' }],
    [{ A: '1' }],
  ],
];

describe.skipIf(missing !== null)('real Lucene', () => {
  test.each(['normalized', 'regex'])('matches as the rule does, with case %s', async (mode) => {
    const requests = cases.flatMap(([name, detection, matching, others]) => {
      const query = queryOf(detection, mode);
      const request = (wanted: boolean) => (event: Fields) => ({
        name,
        query,
        events: [documentOf(event)],
        wanted,
      });
      return [...matching.map(request(true)), ...others.map(request(false))];
    });
    const results = await runLucene(requests, { lower: mode === 'normalized' });
    const wrong = requests.filter((r, i) => keptBy(results[i]) !== r.wanted);
    expect(wrong.map((r) => ({ ...r, got: results[requests.indexOf(r)] }))).toEqual([]);
  });

  test('a field whose name asks for other fields is refused', () => {
    expect(() => queryOf(selection({ _exists_: 'x' }), 'normalized')).toThrow('refused');
    expect(() => queryOf(selection({ 'F*': 'x' }), 'normalized')).toThrow('refused');
  });

  test('any value and any field name come through, whatever they hold', async () => {
    const text = fc.string({
      unit: fc.oneof(
        fc.constantFrom(...'"\\*?:()[]{}<>/~^&|!+-= ANDORTO', '😀', 'é'),
        fc.string({ minLength: 1, maxLength: 1 }),
      ),
      maxLength: 12,
    });
    const samples = fc.sample(fc.tuple(text, text), { numRuns: 2_000, seed: 20_261_124 });
    const requests = samples.flatMap(([rawName, value]) => {
      const name = `f${rawName.replace(/[|<>*]/g, '_')}`.trim();
      const escaped = value.replace(/[\\*?]/g, '\\$&');
      const rule = readLibrary(
        JSON.stringify({
          title: 't',
          logsource: { product: 'p' },
          detection: { s: { [`${name}|cased`]: escaped }, condition: 's' },
        }),
      );
      const [query] = convert(rule, { backend: lucene, options: { case: 'regex' } });
      if (!query?.text || query.fidelity !== 'exact') return [];
      return [
        { query: query.text, events: [documentOf({ [name]: value })], wanted: true },
        { query: query.text, events: [documentOf({ [name]: `${value}x` })], wanted: false },
        { query: query.text, events: [documentOf({ [`${name}x`]: value })], wanted: false },
      ];
    });
    expect(requests.length).toBeGreaterThan(4_000);
    const results = await runLucene(requests, { lower: false });
    const wrong = requests.filter((r, i) => keptBy(results[i]) !== r.wanted);
    expect(wrong.slice(0, 3).map((r) => ({ ...r, got: results[requests.indexOf(r)] }))).toEqual([]);
  });

  test('no value makes a query that a field of its type refuses', async () => {
    const types = {
      F: 'keyword',
      address: 'ip',
      number: 'long',
      decimal: 'double',
      truth: 'boolean',
      whole: 'flattened',
      words: 'match_only_text',
      script: { type: 'text', words: 'dashed' },
      small: { type: 'keyword', lower: true, absent: ['', '-'] },
    };
    const source = { name: 'a log', logsource: {}, others: 'keep', types };
    const { pipeline } = loadPipeline(JSON.stringify({ name: 'p', sources: [source] }), {
      path: 'p.yml',
    });
    const text = fc.string({
      unit: fc.constantFrom(...'0123456789.:af-', ...'"\\*?()[]{}<>/~^&|!+= TRUErue', '😀', 'é'),
      maxLength: 12,
    });
    const asked = fc.tuple(
      fc.constantFrom(...Object.keys(types)),
      fc.constantFrom('', '|contains', '|startswith', '|endswith', '|cased', '|re', '|cidr', '|gt'),
      text,
    );
    const samples = fc.sample(asked, { numRuns: 3_000, seed: 20_261_125 });
    const queries = samples.flatMap(([name, modifier, value]) => {
      const rule = readLibrary(
        JSON.stringify({
          title: 't',
          logsource: { product: 'p' },
          detection: { s: { [name + modifier]: value }, condition: 's' },
        }),
      );
      const [query] = convert(rule, { backend: lucene, pipelines: [pipeline!] });
      return query?.text ? [query.text] : [];
    });
    expect(queries.length).toBeGreaterThan(1_000);
    const indexed = typesOf(
      columnsOf(
        new Map(Object.entries(types).map(([name, type]) => [name, readColumn(type) as Column])),
      ),
    );
    const results = await runLucene(
      queries.map((query) => ({ query, events: [], types: indexed })),
      { lower: true },
    );
    const refused = queries.filter((_, i) => typeof results[i] === 'string');
    expect(refused.slice(0, 3)).toEqual([]);
  });
});
