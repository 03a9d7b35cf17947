import { describe, expect, test } from 'vitest';
import { esql } from '../../../../backends/esql/index.js';
import { ask } from '../lucene/ask.js';

const TYPES = {
  'event.category': { type: 'keyword', several: true },
  low: { type: 'keyword', lower: true, several: true },
  a: 'ip',
  bool: 'boolean',
  time: 'date',
  then: 'date',
  all: { type: 'ip', several: true },
  ports: { type: 'long', several: true },
  n: 'long',
  small: 'byte',
  real: 'double',
  f: 'flattened',
  t: 'text',
  words: { type: 'text', several: true },
  K: 'keyword',
  kept: { type: 'keyword', absent: ['', '-'] },
  address: { type: 'ip', absent: ['', '-'] },
  port: { type: 'long', absent: ['', '-'] },
};

/** The condition of a rule. */
function where(detection: unknown, options: Record<string, string> = {}): string {
  const { query } = ask({ types: TYPES }, detection, options, esql);
  return query!.replace(/^.*\n\| WHERE /, '').replace(/\s+/g, ' ');
}

describe('numbers', () => {
  const never = { query: null, said: ['elastic-never', 'refused elastic-matches-nothing'] };

  test.each([{ small: 300 }, { small: '300' }, { n: true }, { n: 1.5 }, { real: 'a' }])(
    '%j is not a value of its type',
    (detection) => {
      expect(ask({ types: TYPES }, detection, {}, esql)).toEqual(never);
    },
  );

  test.each([{ 'real|startswith': '12' }, { real: '1*' }, { 'real|re': '^12' }])(
    '%j is asked of what TO_STRING does not write',
    (detection) => {
      const refused = { query: null, said: ['refused elastic-no-text'] };
      expect(ask({ types: TYPES }, detection, {}, esql)).toEqual(refused);
    },
  );

  test('are compared as text where the type is not known', () => {
    const asked = ask({}, { x: [3, 4], y: 5 }, { values: 'single' }, esql);
    expect(asked.query).toContain('TO_STRING(x) IN ("3", "4") AND TO_STRING(y) == "5"');
    expect(asked.said).toEqual(['esql-number-field']);
  });
});

describe('columns', () => {
  test.each([
    [{ K: 'aB' }, 'TO_LOWER(K) == "ab"'],
    [{ K: ['aB', 'C'] }, 'TO_LOWER(K) IN ("ab", "c")'],
    [{ 'K|cased': ['aB', 'C'] }, 'K IN ("aB", "C")'],
    [{ kept: ['-', 'Ab'] }, '(kept IS NULL OR TO_LOWER(kept) == "ab")'],
    [{ address: '-' }, 'address IS NULL'],
    [{ address: ['-', '::1'] }, '(address IS NULL OR address == "::1")'],
    [{ port: [0, '-'] }, '(port == 0 OR port IS NULL)'],
    [{ 'K|endswith': ['\\a', '\\b'] }, 'TO_LOWER(K) LIKE ("""*\\\\a""", """*\\\\b""")'],
    [{ 'K|contains': ['a', 'b'] }, '(TO_LOWER(K) LIKE "*a*" OR TO_LOWER(K) LIKE "*b*")'],
    [{ 'K|re': 'a\\sb$' }, 'K RLIKE ".*a[\\t-\\r ]b\\n?"'],
    [{ 't|contains': 'a' }, 'TO_LOWER(t) LIKE "*a*"'],
    [{ a: ['0:0:0:0:0:0:0:1', '10.0.0.1'] }, 'a IN ("0:0:0:0:0:0:0:1", "10.0.0.1")'],
    [{ 'a|startswith': '::ffff:10.' }, 'CIDR_MATCH(a, "10.0.0.0/8")'],
    [{ 'a|startswith': ['10.', 'fe80:'] }, 'CIDR_MATCH(a, "10.0.0.0/8", "fe80::/16")'],
    [
      { 'a|startswith': '10.0.0.25' },
      'CIDR_MATCH(a, "10.0.0.25/32", "10.0.0.250/31", "10.0.0.252/30")',
    ],
    [{ a: '10.0.0.?' }, 'CIDR_MATCH(a, "10.0.0.0/29", "10.0.0.8/31")'],
    [{ a: '10.0.*.1' }, 'TO_STRING(a) LIKE "10.0.*.1"'],
    [{ real: ['12', '0.5'] }, 'real IN (12, 0.5)'],
    [{ small: [3, 300, true] }, 'small == 3'],
    [{ 'a|endswith': '.1' }, 'TO_STRING(a) LIKE "*.1"'],
    [{ 'a|cidr': '10.0.0.0/8' }, 'CIDR_MATCH(a, "10.0.0.0/8")'],
    [{ 'a|cidr': ['10.0.0.0/8', '::1/128'] }, 'CIDR_MATCH(a, "10.0.0.0/8", "::1/128")'],
    [{ 'K|cidr': ['10.0.0.0/8', '::1'] }, 'CIDR_MATCH(TO_IP(K), "10.0.0.0/8", "::1/128")'],
    [{ 'a|fieldref': 'address' }, 'a == address'],
    [{ 'n|fieldref': 'port' }, 'n == port'],
    [{ 'time|fieldref': 'then' }, 'time == then'],
    [
      { 'n|fieldref|startswith': 'port' },
      'STARTS_WITH(TO_LOWER(TO_STRING(n)), TO_LOWER(TO_STRING(port)))',
    ],
    [{ bool: 'False' }, 'bool == false'],
    [{ bool: ['true', false] }, '(bool == true OR bool == false)'],
    [{ 'bool|startswith': 'f' }, 'bool == false'],
    [{ 'K|hour': [22, 23] }, 'DATE_EXTRACT("hour_of_day", TO_DATETIME(K)) IN (22, 23)'],
    [{ 'time|hour': 5 }, 'DATE_EXTRACT("hour_of_day", time) == 5'],
    [{ 'n|gte': 5 }, 'n >= 5'],
    [{ K: null }, 'K IS NULL'],
    [{ K: 'aä' }, 'K RLIKE "[aA][äÄ]"'],
    [{ K: ['İ', 'é*', '你'] }, '(K RLIKE "İ" OR K RLIKE "[éÉ].*" OR K == "你")'],
    [{ K: ['ß', 'x'] }, '(K RLIKE "[ßẞ]" OR TO_LOWER(K) == "x")'],
  ])('%j', (detection, expected) => {
    expect(where(detection)).toBe(expected.startsWith('(') ? expected.slice(1, -1) : expected);
  });
});

describe('what may hold several values, or has no column, is asked of the index', () => {
  test.each([
    [{ 'event.category|cased': 'process' }, 'event.category : "process"'],
    [{ 'event.category': 'process' }, 'QSTR("event.category:/[pP][rR][oO][cC][eE][sS][sS]/")'],
    [{ low: 'Ab' }, 'low : "ab"'],
    [{ 'all|cidr': '10.0.0.0/8' }, 'all : "10.0.0.0/8"'],
    [{ 'ports|gte': 5 }, 'QSTR("ports:>=5")'],
    [{ ports: [80, 443, '8080'] }, 'QSTR("ports:(80 OR 443 OR 8080)")'],
    [{ 'f|cased': ['aB', 'C'] }, 'QSTR("""f:("aB" OR "C")""")'],
    [{ 'f|cased': 'aB' }, 'QSTR("f:\\"aB\\"")'],
    [{ 'words|cased': 'a/b' }, 'QSTR("words:\\"a b\\"")'],
    [{ words: '/' }, 'QSTR("_exists_:words")'],
  ])('%j', (detection, expected) => {
    expect(where(detection)).toBe(expected);
  });
});

test.each([
  { 'time|startswith': '2024' },
  { 'time|re': '^2024' },
  { time: 5 },
  { 'time|gt': 5 },
  { 'time|cidr': '10.0.0.0/8' },
  { 'time|fieldref': 'K' },
  { 'K|fieldref|startswith': 'time' },
])('%j asks of a time what it was written like', (detection) => {
  const refused = { query: null, said: ['refused elastic-date'] };
  expect(ask({ types: TYPES }, detection, {}, esql)).toEqual(refused);
});

describe('what no event satisfies', () => {
  test('is left out beside what some do', () => {
    expect(where({ a: ['localhost', '10.0.0.1'] })).toBe('a == "10.0.0.1"');
    expect(where({ K: 'x', 'a|neq': 'localhost' })).toBe('TO_LOWER(K) == "x"');
    expect(where({ n: 5, 'port|cidr|neq': '10.0.0.0/8' })).toBe('n == 5');
    expect(where({ bool: [true, 1], 'a|neq': 1 })).toBe('bool == true');
  });

  test('is refused if the rule requires it', () => {
    const { query, said } = ask({ types: TYPES }, { K: 'x', a: 'localhost' }, {}, esql);
    expect(query).toBeNull();
    expect(said).toContain('refused elastic-matches-nothing');
  });
});

describe('a negation is of what is never null', () => {
  test.each([
    [{ K: 'a', 'n|gte': 5 }, 'NOT COALESCE(TO_LOWER(K) == "a" AND n >= 5, FALSE)'],
    [{ 'event.category|cased': 'a' }, 'NOT event.category : "a"'],
    [{ K: 'a', low: 'b' }, 'NOT (COALESCE(TO_LOWER(K) == "a", FALSE) AND low : "b")'],
    [{ K: '*' }, 'K IS NULL'],
    [{ K: ['a', null] }, 'K IS NOT NULL AND NOT COALESCE(TO_LOWER(K) == "a", FALSE)'],
    [[{ K: 'a' }, { n: null }], 'n IS NOT NULL AND NOT COALESCE(TO_LOWER(K) == "a", FALSE)'],
    [{ kept: ['', '-'] }, 'kept IS NOT NULL'],
  ])('%j', (detection, expected) => {
    expect(where(detection, { condition: 'not s' })).toBe(expected);
  });
});

test('a regular expression that finds a value that is not stored says so', () => {
  const said = (source: string) => ask({ types: TYPES }, { 'kept|re': source }, {}, esql).said;
  expect(said('^[a-]?$')).toContain('esql-absent-values narrower');
  expect(said('^[a-][a-]$')).toEqual([]);
});

test('from 9.5 on, a field that no index has is null', () => {
  const { query, said } = ask({}, { 'F|fieldref': 'G' }, { version: '9.5' }, esql);
  expect(query).toMatch(
    /^SET unmapped_fields="nullify";\nFROM logs-\* METADATA _id, _index, _version\n/,
  );
  expect(said).not.toContain('esql-unknown-column');
  expect(ask({}, { 'F|fieldref': 'G' }, {}, esql).said).toContain('esql-unknown-column');
});
