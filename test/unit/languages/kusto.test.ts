import { describe, expect, test } from 'vitest';
import { kustoReader } from '../../../src/languages/kusto/read.js';
import { kusto } from '../../support/kusto.js';
import { said as saidBy } from './said.js';

const said = (query: string): readonly string[] => saidBy(kustoReader(kusto), query);

const COMPUTED = 'note: A condition on a computed value is left out.';
const AGGREGATE =
  'note: A condition on what was counted up is left out: it speaks of several events.';

describe('conditions', () => {
  test.each([
    ['a == "b"', ['T:a eq "b"']],
    ['a =~ "b"', ['T:a eq "b"']],
    ['a != "b" and c !~ "d" and e <> 1', ['T:a not eq "b"', 'T:c not eq "d"', 'T:e not eq "1"']],
    ['a in ("b", 2)', ['T:a eq "b"', 'T:a eq "2"']],
    ['a !in~ ("b")', ['T:a not eq "b"']],
    ['a has "b" or a has_cs "c"', ['T:a match "b"', 'T:a match "c"']],
    ['a !contains "b"', ['T:a not match "b"']],
    ['a hasprefix "b" and c hassuffix "d"', ['T:a match "b"', 'T:c match "d"']],
    ['a startswith_cs "b"', ['T:a starts_with "b"']],
    ['a !endswith "b"', ['T:a not ends_with "b"']],
    ['a has_any ("b", "c")', ['T:a match "b"', 'T:a match "c"']],
    ['a has_all (dynamic(["b", "c"]))', ['T:a match "b"', 'T:a match "c"']],
    ['a matches regex @"b\\d"', ['T:a regex "b\\\\d"']],
    ['a between (1 .. 5)', ['T:a gte "1"', 'T:a lte "5"']],
    ['a !between (1 .. 5)', ['T:a not gte "1"', 'T:a not lte "5"']],
    ['a > 5 and 6 >= b', ['T:a gt "5"', 'T:b lte "6"']],
    ['"b" in~ (a, c)', ['T:a eq "b"', 'T:c eq "b"']],
    ['a == -1', ['T:a eq "-1"']],
    ['a == long(5) and b == true', ['T:a eq "5"', 'T:b eq "true"']],
    ['a == \'b\\\\c\' and d == @"e\\f" "g"', ['T:a eq "b\\\\c"', 'T:d eq "e\\\\fg"']],
    ['isempty(a) or isnull(b)', ['T:a null ""', 'T:b null ""']],
    ['isnotempty(a) or isnotnull(b)', ['T:a exists ""', 'T:b exists ""']],
    ['ipv4_is_in_range(a, "10.1.2.3/8")', ['T:a cidr "10.0.0.0/8"']],
    [
      'ipv4_is_in_any_range(a, "10.0.0.0/8", "172.16.0.0/12")',
      ['T:a cidr "10.0.0.0/8"', 'T:a cidr "172.16.0.0/12"'],
    ],
    ['set_has_element(dynamic(["b"]), a)', ['T:a eq "b"']],
    ['not(a == 1 or not(b == 2))', ['T:a not eq "1"', 'T:b eq "2"']],
    ['(a has "b") == false', ['T:a not match "b"']],
    ['a', ['T:a eq "true"']],
    ['tostring(tolower(a)) == "b"', ['T:a eq "b"']],
    ['a.b["c"][0].d == 1', ['T:a.b.c.d eq "1"']],
    ['tostring(parse_json(a).b) == "c"', ['T:a.b eq "c"']],
    ['column_ifexists("a", "") has "b"', ['T:a match "b"']],
    ["['a b'] == 1", ['T:a b eq "1"']],
    ['a == b', ['T:a fieldref "b"']],
    ['* has "b"', ['keyword "b"']],
    ['strlen(a) > 5 and b == 1', ['T:b eq "1"', COMPUTED]],
    ['a + 1 == 2 or a < b', [COMPUTED]],
    ['TimeGenerated > ago(1d) and Timestamp between (ago(2d) .. now())', []],
    ['ingestion_time() > ago(1d)', []],
    ['a == toscalar(U | where b == 1 | project c)', ['U:b eq "1"', COMPUTED]],
    ['a in ((U | where b == 1))', ['U:b eq "1"', COMPUTED]],
  ])('%s', (condition, expected) => {
    expect(said(`T | where ${condition}`)).toEqual(expected);
  });

  test('a long row of them is no deep tree', () => {
    const many = Array.from({ length: 3000 }, (_, i) => `a == ${i}`).join(' or ');
    expect(said(`T | where ${many}`)).toHaveLength(3000);
  });
});

describe('names', () => {
  test('constants stand for their values', () => {
    const lets = `let one = "b"; let many = dynamic(["c", "d"]); let packed = pack_array("e");
      let table = datatable(x: string)["f", "g"];`;
    expect(said(`${lets} T | where a == one or a in (many) or a has_any (packed, table)`)).toEqual([
      'T:a eq "b"',
      'T:a eq "c"',
      'T:a eq "d"',
      'T:a match "e"',
      'T:a match "f"',
      'T:a match "g"',
    ]);
  });

  test('what is no constant is noted', () => {
    const note = 'note: The values of far are not in the query.';
    const lets = 'let far = externaldata(x: string)["https://example.org/list.csv"];';
    expect(said(`${lets} T | where a in (far) and b == 1`)).toEqual(['T:b eq "1"', note]);
    expect(said('let f = (far: string) { T | where a == far and b == 1 }; f("x")')).toEqual([
      'T:b eq "1"',
      note,
    ]);
  });

  test('a column under a new name is the column', () => {
    const query = `T | extend b = tostring(a.x), c = strcat(a, "!") | project-rename d = b
      | where d == 1 and c == 2 | project e = d | where e == 3`;
    expect(said(query)).toEqual(['T:a.x eq "1"', 'T:c eq "2"', 'T:a.x eq "3"']);
  });

  test('what was counted up is no field of an event', () => {
    const query = `T | summarize n = count(), dcount(a), s = countif(b == 1) by c, d = e
      | where n > 5 and dcount_a > 2 and s > 1 and d == "f"`;
    expect(said(query)).toEqual(['T:b eq "1"', 'T:e eq "f"', AGGREGATE]);
  });

  test('rows keep their table through let, materialize and brackets', () => {
    const query = `let x = materialize(T | where a == 1 | extend b = c);
      let y = x | where b == 2; (y) | where b == 3`;
    expect(said(query)).toEqual(['T:a eq "1"', 'T:c eq "2"', 'T:c eq "3"']);
    expect(said('let x = T; x | where a == 1')).toEqual(['T:a eq "1"']);
  });

  test('tables of other places have their own name', () => {
    expect(said('workspace("w").T | where a == 1')).toEqual(['T:a eq "1"']);
    expect(said('_Im_Dns(starttime=ago(1d)) | where a == 1')).toEqual(['_Im_Dns:a eq "1"']);
  });
});

describe('operators', () => {
  test('each table of a union is read, and what follows belongs to none', () => {
    expect(said('union (T | where a == 1), (U | where a == 2) | where a == 3')).toEqual([
      'T:a eq "1"',
      'U:a eq "2"',
      'a eq "3"',
    ]);
    expect(said('T | where a == 1 | union (U | where a == 2)')).toEqual([
      'T:a eq "1"',
      'U:a eq "2"',
    ]);
  });

  test('what an anti join finds is left out', () => {
    const query = (kind: string): string =>
      `T | join kind=${kind} (U | where a == 1) on b | where c == 2`;
    expect(said(query('inner'))).toEqual(['U:a eq "1"', 'T:c eq "2"']);
    expect(said(query('leftanti'))).toEqual(['U:a not eq "1"', 'T:c eq "2"']);
    expect(said(query('rightsemi'))).toEqual(['U:a eq "1"', 'T:c eq "2"']);
  });

  test('columns that are conditions count; what is only worked out does not', () => {
    const query = `T | extend a = b has "c", d = not(e in ("f")), g = iff(h == 1, "x", "y")
      | extend i = toint(j == 2)`;
    expect(said(query)).toEqual(['T:b match "c"', 'T:e not eq "f"']);
  });

  test('search looks anywhere', () => {
    expect(said('search in (T) "*a*" and not("b") and c == "d" and e:"f"')).toEqual([
      'keyword "a"',
      'not keyword "b"',
      'c eq "d"',
      'e match "f"',
    ]);
  });
});

test.each([
  ['T | where a == "b', 17],
  ['T | where', 9],
  ['T | where (a == 1', 17],
])('%s is refused at its place', (query, at) => {
  const [problem] = said(query);
  expect(problem).toMatch(new RegExp(`^problem at ${at}: Microsoft's parser says: `));
});

test('brackets nest a hundred deep and no deeper; those in texts and comments do not count', () => {
  const deep = (n: number): string => `T | where ${'('.repeat(n)}a == 1${')'.repeat(n)}`;
  expect(said(deep(100))).toEqual(['T:a eq "1"']);
  expect(said(deep(101))).toEqual(['problem at 0: Brackets nest deeper than 100 levels.']);
  const text = '('.repeat(200);
  expect(said(`T // ${text}\n| where a == "${text}" or b == @'${text}\\'`)).toHaveLength(2);
});
