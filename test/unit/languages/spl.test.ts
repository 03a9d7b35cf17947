import { describe, expect, test } from 'vitest';
import { readSpl } from '../../../src/languages/spl/read.js';
import { said } from './said.js';

const COMPUTED = 'note: A condition on a computed value is left out.';
const AGGREGATE =
  'note: A condition on what was counted up is left out: it speaks of several events.';

describe('the terms of a search', () => {
  test.each([
    ['a=b', ['a eq "b"']],
    ['a = "b c"', ['a eq "b c"']],
    ['search a=b', ['a eq "b"']],
    ['| search a=b | search c=d', ['a eq "b"', 'c eq "d"']],
    ['a!=b', ['a not eq "b"']],
    ['NOT a!=b', ['a eq "b"']],
    ['a>5 b<=6', ['a gt "5"', 'b lte "6"']],
    ['a=*', ['a exists ""']],
    ['a=b*', ['a starts_with "b"']],
    ['a="*b*"', ['a match "b"']],
    ['a=b?', ['a eq "b?"']],
    ['a="C:\\\\b\\\\*"', ['a starts_with "C:\\\\b\\\\"']],
    ['a="\\"b\\" \\d"', ['a eq "\\"b\\" \\\\d"']],
    ['a=10.0.0.0/8', ['a cidr "10.0.0.0/8"']],
    ['a IN (b, "c d", e*)', ['a eq "b"', 'a eq "c d"', 'a starts_with "e"']],
    ['NOT a IN(b,c) d=e', ['a not eq "b"', 'a not eq "c"', 'd eq "e"']],
    ['NOT (a=b OR c=d) e', ['a not eq "b"', 'c not eq "d"', 'keyword "e"']],
    ['a=b OR c=d AND e=f', ['a eq "b"', 'c eq "d"', 'e eq "f"']],
    ['"b c" *d* NOT e', ['keyword "b c"', 'keyword "d"', 'not keyword "e"']],
    ['TERM(10.0.0.1) a=CASE(Admin)', ['keyword "10.0.0.1"', 'a eq "Admin"']],
    ['index=main earliest=-1d latest=now time=5', ['index eq "main"', 'time eq "5"']],
    ['killed by=b', ['keyword "killed"', 'by eq "b"']],
    ['a{}.b=c', ['a{}.b eq "c"']],
    ['', []],
  ])('%s', (query, expected) => {
    expect(said(readSpl, query)).toEqual(expected);
  });

  test('macros are noted, each once', () => {
    expect(said(readSpl, '`m` a=b `n("x|y", "`")` | `m`')).toEqual([
      'a eq "b"',
      'note: The macro m is not expanded.',
      'note: The macro n is not expanded.',
    ]);
  });

  test('subsearches are read where they stand', () => {
    expect(
      said(readSpl, 'a=b NOT [search c=d | fields e] f=[| inputlookup g | search h=i]'),
    ).toEqual(['a eq "b"', 'c not eq "d"', 'h eq "i"']);
    expect(
      said(readSpl, 'a=b | join x [ search c=d ] | append [| tstats count where e=f by g]'),
    ).toEqual(['a eq "b"', 'c eq "d"', 'e eq "f"']);
  });

  test('of tstats, what stands between `where` and `by`', () => {
    const query =
      '| tstats count as n from datamodel=E.P where P.a=b (P.c="d" OR P.c=by*) by P.by span=1h | where n > 5';
    expect(said(readSpl, query)).toEqual([
      'P.a eq "b"',
      'P.c eq "d"',
      'P.c starts_with "by"',
      AGGREGATE,
    ]);
    expect(said(readSpl, '| tstats count from datamodel=E by a | search b=c')).toEqual([
      'b eq "c"',
    ]);
  });

  test('what other commands say is passed over', () => {
    const query =
      'a=b ```c=d``` | rex field=x "(?<y>a|[^]]+)" | eval z=if(q="r", 1, 2) | table "x y" | search e=f';
    expect(said(readSpl, query)).toEqual(['a eq "b"', 'e eq "f"']);
  });

  test('what was counted up is no field of an event', () => {
    expect(
      said(readSpl, 'a=b | stats count dc(c) as d, values(e) by f | search count>1 d=2 f=g'),
    ).toEqual(['a eq "b"', 'f eq "g"', AGGREGATE]);
  });
});

describe('where', () => {
  test.each([
    ['a="b"', ['a eq "b"']],
    ['a==5 AND b!="c"', ['a eq "5"', 'b not eq "c"']],
    ['"b"=a', ['a eq "b"']],
    ['\'a b\'="c"', ['a b eq "c"']],
    ['a=b', ['a fieldref "b"']],
    ['a>=-1', ['a gte "-1"']],
    ['a LIKE "%b"', ['a ends_with "b"']],
    ['a NOT LIKE "b%"', ['a not starts_with "b"']],
    ['like(a, "%b\\%c%")', ['a match "b%c"']],
    ['like(a, "b_c")', ['a wildcard "b?c"']],
    ['match(a, "b\\\\\\\\c\\d")', ['a regex "b\\\\\\\\c\\\\d"']],
    ['cidrmatch("10.0.0.0/8", a)', ['a cidr "10.0.0.0/8"']],
    ['a IN ("b", 3)', ['a eq "b"', 'a eq "3"']],
    ['NOT in(a, "b")', ['a not eq "b"']],
    ['isnull(a) OR isnotnull(b)', ['a null ""', 'b exists ""']],
    ['lower(a)="b"', ['a eq "b"']],
    ['not (a="b" or c="d")', ['a not eq "b"', 'c not eq "d"']],
    ['match(a, "b")==false()', [COMPUTED]],
    ['like(a, "b%")=false', ['a not starts_with "b"']],
    ['len(a)>5', [COMPUTED]],
    ['a > b', [COMPUTED]],
    ['a.b="c" AND d." ".e="f"', ['a.b eq "c"', COMPUTED]],
    ['_time > 5', []],
    ['a="b" AND `m`', ['a eq "b"', 'note: The macro m is not expanded.']],
  ])('%s', (condition, expected) => {
    expect(said(readSpl, `| where ${condition}`)).toEqual(expected);
  });
});

test.each([
  ['| regex a="b|c"', ['a regex "b|c"']],
  ['| regex a!="b"', ['a not regex "b"']],
  ['| regex "b"', ['keyword "b"']],
])('%s', (query, expected) => {
  expect(said(readSpl, query)).toEqual(expected);
});

test.each([
  ['(a=b', 4, 'The query ends where more is expected.'],
  ['a=b | where', 11, 'The query ends where more is expected.'],
  ['a=b | where c=', 14, 'The query ends where more is expected.'],
  ['a="b', 4, 'The query ends where more is expected.'],
  ['a=b ] c=d', 4, 'The query does not parse from `]` on.'],
  ['| tstats count where (a=b by c', 26, 'The query does not parse from `by` on.'],
])('%s is refused at its place', (query, at, message) => {
  expect(said(readSpl, query)).toEqual([`problem at ${at}: ${message}`]);
});
