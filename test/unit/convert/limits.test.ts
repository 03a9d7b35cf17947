import { describe, expect, test } from 'vitest';
import { kql } from '../../../backends/kql/index.js';
import { lucene } from '../../../backends/lucene/index.js';
import type { Backend } from '../../../src/backend/contract.js';
import { documentLines } from '../../../src/cli/convert/record.js';
import { convert } from '../../../src/convert/index.js';
import type { ConvertOptions, Query } from '../../../src/convert/index.js';
import { readLibrary } from '../../support/read-library.js';

function queryOf(
  backend: Backend,
  selection: unknown,
  options: Partial<ConvertOptions> = {},
): Query {
  const detection = { s: selection, condition: 's' };
  const rule = { title: 't', logsource: { product: 'shop' }, detection };
  return convert(readLibrary(JSON.stringify(rule)), { backend, ...options })[0]!;
}

const limitsOf = (query: Query): readonly string[] => query.limits.map((l) => l.code);

const names = (count: number): string[] =>
  Array.from({ length: count }, (_, i) => `till-${String(i).padStart(5, '0')}`);

interface Case {
  readonly what: string;
  readonly backend: Backend;
  readonly within: unknown;
  readonly beyond: unknown;
  readonly code: string;
  readonly options?: Partial<ConvertOptions>;
}

const CASES: readonly Case[] = [
  {
    what: 'clauses',
    backend: lucene,
    within: { Till: names(1_024) },
    beyond: { Till: names(1_025) },
    code: 'elastic-clauses',
  },
  {
    what: 'the states of a wildcard pattern',
    backend: lucene,
    within: { 'Note|contains': `a${'?'.repeat(11)}b` },
    beyond: { 'Note|contains': `a${'?'.repeat(12)}b` },
    code: 'elastic-states',
  },
  {
    what: 'the states of a regular expression',
    backend: lucene,
    within: { 'Note|re|s': '1.{11}2' },
    beyond: { 'Note|re|s': '1.{6}[^2].{5}2' },
    code: 'elastic-states',
  },
  {
    what: 'the length of a regular expression',
    backend: lucene,
    within: { 'Note|re': `^${'[12]'.repeat(225)}` },
    beyond: { 'Note|re': `^${'[12]'.repeat(300)}` },
    code: 'elastic-long-regex',
  },
  {
    what: 'the characters of a rule in Sentinel',
    backend: kql,
    within: { Till: names(500) },
    beyond: { Till: names(700) },
    code: 'kql-sentinel-length',
    options: { format: 'sentinel', options: { table: 'Tills' } },
  },
];

describe.each(CASES)('$what', ({ backend, within, beyond, code, options }) => {
  test('up to the limit, nothing is said', () => {
    const query = queryOf(backend, within, { ...options, strict: true });
    expect(query).toMatchObject({ fidelity: 'exact', limits: [] });
  });

  test('beyond it, a warning that leaves the query exact', () => {
    const query = queryOf(backend, beyond, options);
    expect(query.fidelity).toBe('exact');
    expect(query.limits).toMatchObject([{ code, severity: 'warning' }]);
    expect(query.diagnostics).toContain(query.limits[0]);
    expect(JSON.parse(documentLines(query.document, [query]))).toMatchObject({ limits: [code] });
  });

  test('under --strict, a refusal', () => {
    const query = queryOf(backend, beyond, { ...options, strict: true });
    expect(query).toMatchObject({ text: null, fidelity: 'refused' });
    expect(query.limits).toMatchObject([{ code, severity: 'error' }]);
  });
});

test('a query for people may be longer than a rule of Sentinel', () => {
  expect(limitsOf(queryOf(kql, { Till: names(700) }))).toEqual([]);
});
