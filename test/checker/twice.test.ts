import { describe, expect, test } from 'vitest';
import { ruleFolders } from '../engines/rules.js';
import { printTable } from '../engines/tally.js';
import { queriesIn, readers } from './queries.js';
import { clausesOfDsl, clausesOfEql, clausesOfEsql } from './read-elastic.js';
import { clausesOfKql, clausesOfLucene, clausesOfSpl } from './read.js';
import { needless } from './twice.js';

/*
 * Nothing is said twice, and nothing is negated twice, whatever a rule says or several of its fields
 * become: the text of each query is read again, and looked through.
 */

describe.each(readers)('$name', ({ backend, read }) => {
  test('says nothing twice, and negates nothing twice', { timeout: 600_000 }, async () => {
    let queries = 0;
    const twice: string[] = [];
    const doubled: string[] = [];
    for await (const { path, query } of queriesIn(ruleFolders, backend)) {
      const clauses = read(query);
      if (clauses === null) continue;
      queries++;
      const found = needless(clauses);
      if (found.twice.length > 0) twice.push(`${path}: ${found.twice[0]!}\n${query}`);
      if (found.doubled.length > 0) doubled.push(`${path}: ${found.doubled[0]!}\n${query}`);
    }
    printTable('Said twice', [
      `${backend.name}: of ${queries} queries ${twice.length} repeat, ${doubled.length} negate twice`,
    ]);
    expect(twice.slice(0, 5), 'said twice').toEqual([]);
    expect(doubled.slice(0, 5), 'negated twice').toEqual([]);
  });
});

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
