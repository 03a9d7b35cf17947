import { describe, expect, test } from 'vitest';
import { toLuceneRegex } from '../../../../src/model/regex/dialects/lucene.js';
import { isTooComplex, mayBeTooComplex } from '../../../../src/model/regex/dialects/lucene.js';
import { determinizedEffort } from '../../../../src/model/regex/determinized-effort.js';
import { parseRegex } from '../../../../src/model/regex/parse.js';
import type { Regex } from '../../../../src/model/regex/ast.js';

const flags = { ignoreCase: false, multiLine: false, dotAll: true };

function regex(source: string): Regex {
  const parsed = parseRegex(source, flags);
  if (!('ast' in parsed)) throw new Error(source);
  return { source, flags, ast: parsed.ast };
}

test.each([
  ['abc', 4],
  // It may always be at the start, too.
  ['.*a', 1 + 1 + 2],
  ['(a|b)c', 1 + 2 + 1],
  // What it remembers: for each of the last characters, whether it was an a.
  ['.*a.{3}', 1 + (2 ** 4 + 4 * 2 ** 3)],
  ['a{2,4}', 5],
  ['(ab){3}', 7],
  ['.*[a-z]{200,}.*', 41_007],
])('%s takes %i', (source, effort) => {
  expect(determinizedEffort(regex(source).ast, 100_000)).toBe(effort);
});

test.each([
  '.*[a-z]{400,}.*',
  'a{5000}',
  '(?=a)b',
  'a\\b',
  '((a{500}){500}){500}',
  '((){9999}){9999}',
])('%s takes too much, or is not estimated', (source) => {
  expect(determinizedEffort(regex(source).ast, 100_000)).toBe(Infinity);
});

describe('what Elasticsearch 8.19 runs', () => {
  // Each was tried there.
  test.each([
    ['[A-Za-z0-9+/]{200,}', '.*[A-Za-z0-9+\\/]{200,}.*'],
    ['^[a-z0-9]{30,}\\z', '[a-z0-9]{30,}'],
    ['\\b[0-9a-f]{64}\\b', '(.*[^0-9A-Za-z_])?[a-f0-9]{64}([^0-9A-Za-z_].*)?'],
    ['([0-9a-f]{2} ){40}', '.*([a-f0-9]{2} ){40}.*'],
    ['^.{5,200}\\z', '.{5,200}'],
  ])('%s is counted', (source, pattern) => {
    expect(toLuceneRegex(regex(source), 'kept')).toEqual({ ok: true, pattern, approximations: [] });
    expect(isTooComplex(regex(source))).toBe(false);
  });

  test('what it refuses is written with a count that it takes', () => {
    const made = toLuceneRegex(regex('[a-z]{400,}'), 'kept');
    expect(made).toMatchObject({ ok: true, pattern: '.*[a-z]{16,}.*' });
    expect(made.ok && made.approximations.map((a) => a.finding.code)).toEqual([
      'lucene-regex-repetition',
    ]);
    expect(isTooComplex(regex('[a-z]{400,}'))).toBe(false);
  });

  test.each(['a.{12}b', '(a|bc).{30}c', '[^ ]{16}a.{16}b.{16}c|x'])('it refuses %s', (source) => {
    expect(mayBeTooComplex(regex(source))).toBe(true);
    expect(isTooComplex(regex(source))).toBe(true);
  });

  test.each(['a.{8}b', 'abc', 'a.*b.*c', '\\\\[a-z]{3}\\.exe\\z'])('it runs %s', (source) => {
    expect(isTooComplex(regex(source))).toBe(false);
  });
});
