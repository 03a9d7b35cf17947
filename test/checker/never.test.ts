import { describe, expect, test } from 'vitest';
import { never } from './never.js';
import type { Clause } from './never.js';
import { clausesOfDsl, clausesOfEql, clausesOfEsql } from './read-elastic.js';
import { clausesOfKql, clausesOfLucene, clausesOfSpl } from './read.js';

describe('the checker', () => {
  const leaf = (field: string, ...values: string[]): Clause => ({
    kind: 'leaf',
    field,
    values,
    text: `${field} ${values.join()}`,
  });
  const and = (...operands: Clause[]): Clause => ({ kind: 'and', operands });
  const or = (...operands: Clause[]): Clause => ({ kind: 'or', operands });
  const not = (operand: Clause): Clause => ({ kind: 'not', operand });

  test('finds two values of one field, whatever stands between', () => {
    expect(never(and(leaf('EventID', '1'), leaf('EventID', '4688')))?.kind).toBe('field');
    const either = or(leaf('EventID', '1', '3'), and(leaf('EventID', '5'), leaf('Image', 'x')));
    expect(never(and(leaf('EventID', '4'), either))?.what).toBe('EventID');
    expect(never(and(leaf('EventID', '5'), either))).toBeNull();
    expect(
      never(and(leaf('Channel', 'System'), not(leaf('Channel', 'system', 'x')))),
    ).not.toBeNull();
  });

  test('finds what is asked for and ruled out', () => {
    expect(never(and(leaf('Image', 'x'), not(leaf('Image', 'x'))))?.kind).toBe('itself');
    expect(never(and(leaf('Image', 'x'), not(leaf('Image', 'y'))))).toBeNull();
    expect(never(and(leaf('Image', 'x'), leaf('Image', 'y')))).toBeNull();
  });

  test('finds what is nothing', () => {
    expect(never(and(leaf('Image', 'x'), { kind: 'constant', value: false }))?.kind).toBe(
      'constant',
    );
    expect(never(not({ kind: 'constant', value: true }))).not.toBeNull();
  });

  test.each([
    ['KQL', clausesOfKql, 'T\n| where EventID == 1 and EventID in (2, 3)'],
    ['KQL', clausesOfKql, 'T\n| where EventID == 1\n| where not(EventID == 1)'],
    ['SPL', clausesOfSpl, 'EventCode=1 AND EventCode IN (2, 3)'],
    ['SPL', clausesOfSpl, 'source="a" AND NOT source IN ("A", "b")'],
    ['Lucene', clausesOfLucene, 'event.code:1 AND event.code:(2 OR 3)'],
    ['Lucene', clausesOfLucene, 'winlog.channel:"Security" AND winlog.channel:/[sS][yY]/'],
    ['Lucene', clausesOfLucene, 'NOT _exists_:a AND NOT (NOT _exists_:a)'],
    ['DSL', clausesOfDsl, '{"bool":{"filter":{"term":{"a":"b"}},"must_not":[{"term":{"a":"b"}}]}}'],
    [
      'DSL',
      clausesOfDsl,
      '{"bool":{"filter":[{"term":{"event.code":"1"}},{"terms":{"event.code":["2"]}}]}}',
    ],
    ['EQL', clausesOfEql, 'any where event.code == "1" and event.code : ("2", "3")'],
    ['EQL', clausesOfEql, 'any where ?a : "b*" and not ?a : "b*"'],
    [
      'ES|QL',
      clausesOfEsql,
      'FROM i | WHERE event.code == "1" AND TO_LOWER(TO_STRING(event.code)) IN ("2", "3")',
    ],
    [
      'ES|QL',
      clausesOfEsql,
      'FROM i | WHERE a LIKE "x" AND (b == "y" OR c : "z") AND NOT COALESCE(a LIKE "x", FALSE)',
    ],
    ['ES|QL', clausesOfEsql, 'FROM i | WHERE QSTR("event.code:1 AND event.code:2")'],
  ])('reads %s', (_, read, query) => {
    expect(read(query)!.map(never)).not.toContain(null);
  });
});
