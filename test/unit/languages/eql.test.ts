import { describe, expect, test } from 'vitest';
import { readEql } from '../../../src/languages/eql/read.js';
import { said } from './said.js';

const COMPUTED = 'note: A condition on a computed value is left out.';

describe('EQL', () => {
  test.each([
    ['a == "b"', ['a eq "b"']],
    ['a != "b"', ['a not eq "b"']],
    ['"b" == a', ['a eq "b"']],
    ['5 < a', ['a gt "5"']],
    ['a >= -1.5', ['a gte "-1.5"']],
    ['a == "b*"', ['a eq "b*"']],
    ['a : "b*"', ['a starts_with "b"']],
    ['a : ("b", "*c*", "d?e")', ['a eq "b"', 'a match "c"', 'a wildcard "d?e"']],
    ['not a : "b"', ['a not eq "b"']],
    ['a like~ ("*b", "c")', ['a ends_with "b"', 'a eq "c"']],
    ['a not like "b*"', ['a not starts_with "b"']],
    ['a regex "b.*"', ['a regex "^b"']],
    ['a regex~ "b.*"', ['a regex "(?i)^b"']],
    ['a in ("b", 2, true)', ['a eq "b"', 'a eq "2"', 'a eq "true"']],
    ['a not in~ ("b")', ['a not eq "b"']],
    ['a == null', ['a null ""']],
    ['a != null', ['a not null ""']],
    ['a', ['a eq "true"']],
    ['not not a', ['a eq "true"']],
    ['true', []],
    ['?a.b == "c"', ['a.b eq "c"']],
    ['`a-b`.c == "d"', ['a-b.c eq "d"']],
    ['```a```.`b``c` == "d"', ['`a`.b`c eq "d"']],
    ['a[0].b == "c"', ['a.b eq "c"']],
    ['a == b', ['a fieldref "b"']],
    ['a == """C:\\b"""', ['a eq "C:\\\\b"']],
    ['a == "C:\\\\b\\u{41}"', ['a eq "C:\\\\bA"']],
    ["a == ?'C:\\b'", ['a eq "C:\\\\b"']],
    ['wildcard(a, "b*", "*c")', ['a starts_with "b"', 'a ends_with "c"']],
    ['startsWith~(a, "b") == false', ['a not starts_with "b"']],
    ['endswith(string(a), "b")', ['a ends_with "b"']],
    ['stringContains(a, "b")', ['a match "b"']],
    ['match(a, "b", "c")', ['a regex "^b$"', 'a regex "^c$"']],
    ['cidrMatch(a, "10.1.0.0/8")', ['a cidr "10.0.0.0/8"']],
    ['length(a) > 5 and b == 1', ['b eq "1"', COMPUTED]],
    ['a + 1 == 2', [COMPUTED]],
    ['a == concat(b, "c")', [COMPUTED]],
    ['a < b', [COMPUTED]],
    ['@timestamp > "2026"', []],
    ['not (a == 1 or not (b == 2 and c == 3))', ['a not eq "1"', 'b eq "2"', 'c eq "3"']],
    ['a == 1 // b == 2\n and /* c */ d == 3', ['a eq "1"', 'd eq "3"']],
    ['child of [process where a == "b"]', ['event.category eq "process"', 'a eq "b"']],
    [
      'android == 1 and notes == 2 and inner == 3',
      ['android eq "1"', 'notes eq "2"', 'inner eq "3"'],
    ],
  ])('any where %s', (condition, expected) => {
    expect(said(readEql, `any where ${condition}`)).toEqual(expected);
  });

  test('the category is a predicate, and the context of the others', () => {
    expect(said(readEql, 'Process where a == "b"')).toEqual([
      'process:event.category eq "Process"',
      'process:a eq "b"',
    ]);
  });

  test('of a sequence, each event counts; one that must be missing, or that ends it, is negated', () => {
    const query = `sequence by host.id, user.id with maxspan=1m
      [file where a == 1] by b
      ![process where a == 2] with runs=3
      until [network where not a == 3]
      | filter c == 4 | head 5`;
    expect(said(readEql, query)).toEqual([
      'file:event.category eq "file"',
      'file:a eq "1"',
      'process:event.category not eq "process"',
      'process:a not eq "2"',
      'network:event.category not eq "network"',
      'network:a eq "3"',
      'c eq "4"',
    ]);
  });

  test('of a sample too', () => {
    expect(said(readEql, 'sample by a [any where b == 1] [any where c == 2]')).toEqual([
      'b eq "1"',
      'c eq "2"',
    ]);
  });

  test.each([
    ['process where a ==', 18, 'The query ends where more is expected.'],
    ['process a == 1', 8, 'The query does not parse from `a` on.'],
    ['process where a : ("b"', 22, 'The query ends where more is expected.'],
    ['process where (a == 1))', 22, 'The query does not parse from `)` on.'],
    ['', 0, 'The query ends where more is expected.'],
  ])('%s is refused at its place', (query, at, message) => {
    expect(said(readEql, query)).toEqual([`problem at ${at}: ${message}`]);
  });
});
