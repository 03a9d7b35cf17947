import { describe, expect, test } from 'vitest';
import { clausesOfDsl, clausesOfEql, clausesOfEsql } from './read-elastic.js';
import { clausesOfKql, clausesOfLucene, clausesOfSpl } from './read.js';
import { needless } from './twice.js';

describe('the checker', () => {
  test.each([
    ['KQL', clausesOfKql, 'T\n| where a == 1 and (b == 2 and a == 1)'],
    ['KQL', clausesOfKql, 'T\n| where a in~ ("x", "y", "x")'],
    ['SPL', clausesOfSpl, 'a="x" (b="y" OR c="z" OR b="y")'],
    ['Lucene', clausesOfLucene, 'a:"x" AND (b:"y" AND a:"x")'],
    [
      'DSL',
      clausesOfDsl,
      '{"bool":{"must_not":[{"exists":{"field":"a"}},{"exists":{"field":"a"}}]}}',
    ],
    ['EQL', clausesOfEql, 'any where a == "x or y" and (b == 1 or a == "x or y" or b == 1)'],
    ['ES|QL', clausesOfEsql, 'FROM a\n| WHERE f(a, (1)) AND NOT b == """and""" AND f(a, (1))'],
  ])('finds what %s says twice', (_, clausesOf, query) => {
    expect(needless(clausesOf(query)!).twice).toHaveLength(1);
  });

  test.each([
    ['KQL', clausesOfKql, 'T\n| where not(a != 1)'],
    ['SPL', clausesOfSpl, 'NOT (a="x" OR (b="y" OR NOT c=*))'],
    ['Lucene', clausesOfLucene, 'a:b AND NOT ((NOT _exists_:c) OR d:e)'],
    [
      'DSL',
      clausesOfDsl,
      '{"bool":{"must_not":[{"bool":{"must_not":[{"exists":{"field":"a"}}]}}]}}',
    ],
    ['EQL', clausesOfEql, 'any where not (not a == 1 and not b == 2)'],
    ['ES|QL', clausesOfEsql, 'FROM a\n| WHERE NOT (a IS NULL OR NOT b == 1)'],
  ])('finds what %s negates twice', (_, clausesOf, query) => {
    expect(needless(clausesOf(query)!).doubled).toHaveLength(1);
  });

  test('leaves an exclusion with an exception as it is', () => {
    expect(needless(clausesOfSpl('a="x" NOT (b="y" NOT c="z")')).doubled).toEqual([]);
  });
});
