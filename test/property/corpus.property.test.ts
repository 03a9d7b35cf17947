import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readEql } from '../../src/languages/eql/read.js';
import { readKuery } from '../../src/languages/kuery/read.js';
import { kustoReader } from '../../src/languages/kusto/read.js';
import { readLucene } from '../../src/languages/lucene/read.js';
import { readCorpus } from '../../src/catalog/corpus/read.js';
import type { QueryReader } from '../../src/languages/reading.js';
import { readSpl } from '../../src/languages/spl/read.js';
import { predicatesOf } from '../../src/catalog/corpus/predicates.js';
import type { Expression } from '../../src/predicate/predicate.js';
import type { Span } from '../../src/source/span.js';
import { kusto } from '../support/kusto.js';

interface Language {
  readonly name: string;
  readonly read: QueryReader;
  /** Pieces that its grammar knows; joined at random they are nearly queries. */
  readonly pieces: readonly string[];
  readonly begin: readonly string[];
}

const shared = [
  'a',
  'b.c',
  '"d"',
  "'e'",
  '5',
  '(',
  ')',
  '[',
  ']',
  ',',
  ' ',
  '\n',
  ' and ',
  ' or ',
  ' not ',
];
const languages: readonly Language[] = [
  {
    name: 'kuery',
    read: readKuery,
    pieces: [...shared, ':', ': ', '*', '\\', '<=', '{', '}', '"', 'NOT ', '\\u00e4'],
    begin: ['', 'a:('],
  },
  {
    name: 'lucene',
    read: readLucene,
    pieces: [
      ...shared,
      ':',
      '*',
      '?',
      '\\',
      ' AND ',
      ' OR ',
      'NOT ',
      '-',
      '+',
      '~2',
      '^',
      '/',
      '/x/',
      ' TO ',
      '"',
      '_exists_:',
    ],
    begin: ['', 'a:(', 'a:['],
  },
  {
    name: 'eql',
    read: readEql,
    pieces: [
      ...shared,
      ' where ',
      ' == ',
      ' != ',
      ' : ',
      ' in ',
      ' in~ ',
      ' like ',
      '?',
      '`',
      '/*',
      '*/',
      '//',
      '"""',
      ' by ',
      'any',
      'sequence ',
      'until ',
      'null',
      'true',
      '-',
      '+',
      '~',
      '|',
    ],
    begin: ['', 'any where ', 'any where a : (', 'sequence by a [any where '],
  },
  {
    name: 'spl',
    read: readSpl,
    pieces: [
      ...shared,
      '=',
      '!=',
      ' IN ',
      ' AND ',
      ' OR ',
      'NOT ',
      '`',
      '```',
      '|',
      '| where ',
      '| search ',
      '| tstats count where ',
      ' by ',
      '| regex ',
      '| stats count',
      '\\',
      '"',
      '*',
      '%',
      ' LIKE ',
      'match(',
    ],
    begin: ['', 'a=', '| where ', '| tstats count where ', '[search '],
  },
  {
    name: 'kusto',
    read: kustoReader(kusto),
    pieces: [
      ...shared,
      ' == ',
      ' =~ ',
      ' in~ ',
      ' has ',
      ' has_any ',
      ' between ',
      ' .. ',
      '|',
      '| where ',
      '| extend x = ',
      '| summarize ',
      'countif(',
      'not(',
      'tostring(',
      'let ',
      ' = ',
      ';',
      '.',
      '*',
      '//',
      '@"',
      'dynamic([',
      '| join kind=leftanti (',
      'union ',
      'search ',
      'datatable(a:string)[',
    ],
    begin: ['', 'T | where ', 'T | extend a = ', 'let a = ', 'T | where a in ('],
  },
];

function texts({ pieces, begin }: Language): fc.Arbitrary<string> {
  const near = fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((p) => p.join(''));
  const start = fc.constantFrom(...begin);
  return fc.oneof(
    fc.tuple(start, near).map((t) => t.join('')),
    fc.tuple(start, fc.string({ unit: 'binary', maxLength: 200 })).map((t) => t.join('')),
  );
}

function spansOf(node: Expression): Span[] {
  switch (node.kind) {
    case 'and':
    case 'or':
      return [node.span, ...node.operands.flatMap(spansOf)];
    case 'one-of':
      return [node.span, ...node.options.flatMap(spansOf)];
    case 'not':
      return [node.span, ...spansOf(node.operand)];
    case 'constant':
    case 'keyword':
      return [node.span];
    default:
      return [node.span, node.field.span];
  }
}

describe.each(languages)('$name', (language) => {
  test('no text makes its reader throw, and every place is within the text', () => {
    fc.assert(
      fc.property(texts(language), (text) => {
        const { conditions, notes, problem } = language.read({ path: 'query', text });
        for (const { at } of [...notes, ...(problem ? [problem] : [])]) {
          expect(at).toBeGreaterThanOrEqual(0);
          expect(at).toBeLessThanOrEqual(text.length);
        }
        if (problem) expect(conditions).toEqual([]);
        for (const { expression, source } of conditions) {
          for (const span of spansOf(expression)) {
            expect(span.file.text).toBe(text);
            expect(span.start).toBeGreaterThanOrEqual(0);
            expect(span.end).toBeGreaterThanOrEqual(span.start);
            expect(span.end).toBeLessThanOrEqual(text.length);
          }
          for (const { kind, value, field } of predicatesOf(expression, source)) {
            expect(typeof value).toBe('string');
            expect(field === null).toBe(kind === 'keyword');
          }
        }
      }),
      { numRuns: 1500 },
    );
  });

  // A reader that looks at each piece again for every piece before it would take minutes here.
  test('no row of pieces makes it hang', () => {
    for (const begin of language.begin) {
      for (const piece of language.pieces) {
        const size = language.name === 'kusto' ? 4_000 : 40_000;
        const text = begin + piece.repeat(size / piece.length);
        const start = performance.now();
        language.read({ path: 'query', text });
        const taken = performance.now() - start;
        expect(taken, `${begin}${piece}…`).toBeLessThan(5_000);
      }
    }
  });
});

test('no file of any kind makes the corpus throw', () => {
  const name = fc.constantFrom('a.yml', 'a.kql', 'a.toml', 'a.json', 'a.ndjson', 'a.yaml', 'a');
  const line = fc.constantFrom(
    'title: t',
    'detection:',
    '  s: {a: b}',
    '  condition: s',
    'query: |',
    '  T | where a == 1',
    'search: a=b',
    '[rule]',
    'query = """a:b"""',
    "query = '''a:",
    '{"type":"query","name":"n","risk_score":1,"query":"a:b"}',
    '{',
    '---',
    '\t- x',
  );
  const content = fc.oneof(
    fc.array(line).map((l) => l.join('\n')),
    fc.string({ unit: 'binary' }),
    fc.uint8Array(),
  );
  fc.assert(
    fc.property(name, content, (path, text) => {
      const { rules, others } = readCorpus([{ path, content: text }], { kusto: () => kusto });
      expect(rules.length + others.length).toBeGreaterThan(0);
      for (const r of rules) expect(r.problem === null || r.predicates.length === 0).toBe(true);
    }),
    { numRuns: 500 },
  );
});
