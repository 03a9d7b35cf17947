import { describe, expect, test } from 'vitest';
import { readKuery } from '../../../src/languages/kuery/read.js';
import { said } from './said.js';

describe('Kibana’s query language', () => {
  test.each([
    ['a:b', ['a eq "b"']],
    ['a : "b c"', ['a eq "b c"']],
    ['a:b c', ['a eq "b c"']],
    ['a:*', ['a exists ""']],
    ['a:null', ['a null ""']],
    ['a:"null"', ['a eq "null"']],
    ['a:true', ['a eq "true"']],
    ['a:b*', ['a starts_with "b"']],
    ['a:*b', ['a ends_with "b"']],
    ['a:*b*', ['a match "b"']],
    ['a:b*c', ['a wildcard "b*c"']],
    ['a:"b*"', ['a eq "b*"']],
    ['a:b\\*', ['a eq "b*"']],
    ['a:b?*', ['a starts_with "b?"']],
    ['a:C\\:\\\\Temp\\\\*', ['a starts_with "C:\\\\Temp\\\\"']],
    ['a >= 5', ['a gte "5"']],
    ['a<5', ['a lt "5"']],
    ['a:10.0.0.0/8', ['a cidr "10.0.0.0/8"']],
    ['a:"FE80::/10"', ['a cidr "fe80::/10"']],
    ['a:/etc/passwd', ['a eq "/etc/passwd"']],
    ['a:(b or "c" or d*)', ['a eq "b"', 'a eq "c"', 'a starts_with "d"']],
    ['a:(b and not c)', ['a eq "b"', 'a not eq "c"']],
    ['not a:(b or not c)', ['a not eq "b"', 'a eq "c"']],
    ['NOT NOT a:b', ['a eq "b"']],
    ['not (a:b or c:d) and e:f', ['a not eq "b"', 'c not eq "d"', 'e eq "f"']],
    ['a:{ b:c and d:{ e:f } }', ['a.b eq "c"', 'a.d.e eq "f"']],
    ['process.*:b', ['process.* eq "b"']],
    ['"b c" or d', ['keyword "b c"', 'keyword "d"']],
    ['*:b', ['keyword "b"']],
    ['*:*', []],
    ['*', []],
    ['', []],
    ['  ', []],
    ['a:\\u0062', ['a eq "b"']],
    ['a:android', ['a eq "android"']],
    ['order:1', ['order eq "1"']],
  ])('%s', (query, expected) => {
    expect(said(readKuery, query)).toEqual(expected);
  });

  test.each([
    ['a:(b or', 7, 'The query ends where more is expected.'],
    ['a:b)', 3, 'The query does not parse from `)` on.'],
    ['a:"b', 4, 'The query ends where more is expected.'],
    ['a: and b', 3, 'The query does not parse from `and` on.'],
  ])('%s is refused at its place', (query, at, message) => {
    expect(said(readKuery, query)).toEqual([`problem at ${at}: ${message}`]);
  });

  test('brackets nest a hundred deep and no deeper', () => {
    const deep = (n: number): string => `${'('.repeat(n)}a:b${')'.repeat(n)}`;
    expect(said(readKuery, deep(100))).toEqual(['a eq "b"']);
    expect(said(readKuery, deep(101))).toEqual([
      'problem at 101: Brackets nest deeper than 100 levels.',
    ]);
  });
});
