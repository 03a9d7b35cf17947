import { describe, expect, test } from 'vitest';
import { readLucene } from '../../../src/languages/lucene/read.js';
import { said } from './said.js';

describe('query_string', () => {
  test.each([
    ['a:b', ['a eq "b"']],
    ['a:"b c"~2^3', ['a eq "b c"']],
    ['a:b~1 AND c^2', ['a eq "b"', 'keyword "c"']],
    ['a:b*', ['a starts_with "b"']],
    ['a:*b?', ['a wildcard "*b?"']],
    ['a:b\\*', ['a eq "b*"']],
    ['a:C\\:\\\\b', ['a eq "C:\\\\b"']],
    ['a\\ b:c', ['a b eq "c"']],
    ['a:*', ['a exists ""']],
    ['_exists_:a', ['a exists ""']],
    ['NOT _exists_:a', ['a not exists ""']],
    ['*:*', []],
    ['a:/b.*\\/c/', ['a regex "(?s)^b.*/c$"']],
    ['/b/', ['keyword "b"']],
    ['a:[1 TO 5}', ['a gte "1"', 'a lt "5"']],
    ['a:{* TO "x y"]', ['note: An order of values that are not numbers is left out.']],
    ['a:>=5 b:<"2"', ['a gte "5"', 'b lt "2"']],
    ['a:10.0.0.0\\/8', ['a cidr "10.0.0.0/8"']],
    ['a:(b OR "c d" -e)', ['a eq "b"', 'a eq "c d"', 'a not eq "e"']],
    ['a:(b OR c:d)', ['a eq "b"', 'c eq "d"']],
    ['+a:b -c:d !e:f', ['a eq "b"', 'c not eq "d"', 'e not eq "f"']],
    ['NOT (a:b || !c:d) && e', ['a not eq "b"', 'c eq "d"', 'keyword "e"']],
    ['a:b-c+d', ['a eq "b-c+d"']],
    ['ANDROID NOTE', ['keyword "ANDROID"', 'keyword "NOTE"']],
    ['a:x&y|z', ['a eq "x&y|z"']],
    [
      'a:b OR c:d AND e:f',
      [
        'c eq "d"',
        'e eq "f"',
        'note: What an OR makes optional beside a required clause is left out: it only ranks.',
      ],
    ],
    ['', []],
  ])('%s', (query, expected) => {
    expect(said(readLucene, query)).toEqual(expected);
  });

  test.each([
    ['a:(b', 4, 'The query ends where more is expected.'],
    ['a:b AND', 7, 'The query ends where more is expected.'],
    ['a:C:\\x', 3, 'The query does not parse from `:` on.'],
    ['a:b/c', 5, 'The query ends where more is expected.'],
  ])('%s is refused at its place', (query, at, message) => {
    expect(said(readLucene, query)).toEqual([`problem at ${at}: ${message}`]);
  });
});
