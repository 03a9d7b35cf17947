import { describe, expect, test } from 'vitest';
import { eql } from '../../../../backends/eql/index.js';
import { ask } from '../lucene/ask.js';

/** A schema that has these fields, and of which types, of events of one category. */
function schema(types: object): object {
  const names = ['F', 'a', 'b', 'f', 'n', 'o', 't', 'where', 'a.by.c', 'a`b', '_id'];
  const where = { 'event.category|cased': 'process' };
  return { types, where, fields: Object.fromEntries(names.map((n) => [n, n])) };
}

const asked = (source: object, detection: unknown, options: Record<string, string> = {}) =>
  ask({ ...source }, detection, options, eql);

/** What is behind `process where`, of a rule that is converted exactly and without a word. */
function condition(source: object, detection: unknown): string {
  const { query, said } = asked(source, detection);
  expect(said).toEqual([]);
  return query!.replace(/^process where\s+/, '').replace(/\s+/g, ' ');
}

const keyword = schema({ '*': 'keyword' });

describe('strings', () => {
  test.each([
    [{ F: 'aB' }, 'F : "aB"'],
    [{ F: ['aB', 'c*', '12'] }, 'F : ("aB", "c*", "12")'],
    [{ F: ['1', '2'] }, 'F in ("1", "2")'],
    [{ F: '' }, 'F == ""'],
    [{ F: '*' }, 'F != null'],
    [{ F: null }, 'F == null'],
    [{ 'F|cased': 'aB' }, 'F == "aB"'],
    [{ 'F|cased|contains': 'aB' }, 'F like "*aB*"'],
    [{ 'F|cased': ['aB', 'c'] }, 'F in ("aB", "c")'],
    [{ F: 'a?b' }, 'F : "a?b"'],
    // No wildcard can be escaped.
    [{ F: 'a\\*b' }, 'F in~ ("a*b")'],
    [{ F: ['\\*', 'b'] }, 'F in~ ("*") or F : "b"'],
    [{ 'F|contains': 'a\\*1' }, 'F regex~ """.*a\\*1.*"""'],
    [{ 'F|contains|cased': 'a\\?' }, 'F regex """.*a\\?.*"""'],
    // Only ASCII letters are the same in either case.
    [{ F: 'ä1' }, 'F regex "[äÄ]1"'],
    [{ 'F|cased': 'ä1' }, 'F == "ä1"'],
    [{ 'F|re': 'a[bc]' }, 'F regex ".*a[bc].*"'],
    [{ 'F|re|i': ['a[bc]', '"d'] }, 'F regex~ (".*a[bc].*", """.*\\"d.*""")'],
    [{ 'F|re|i': 'a[b-d]' }, 'F regex ".*[aA][B-Db-d].*"'],
    [{ F: 'a"\\\\b\n\u202e' }, 'F : "a\\"\\\\b\\n\\u{202e}"'],
    [{ 'F|cidr': '10.0.0.0/8' }, 'F regex """10\\.[0-9]{1,3}\\.[0-9]{1,3}\\.[0-9]{1,3}"""'],
  ])('%j', (detection, expected) => {
    expect(condition(keyword, detection)).toBe(expected);
  });
});

test('other types', () => {
  const types = schema({ n: 'long', a: 'ip', b: 'boolean', f: 'double' });
  expect(condition(types, { 'n|gte': 5, 'f|lt': 1.5 })).toBe('n >= 5 and f < 1.5');
  expect(condition(types, { n: [80, '443'] })).toBe('n in (80, 443)');
  expect(condition(types, { n: [80, null, '443'] })).toBe('n in (80, 443) or n == null');
  expect(condition(types, { 'n|startswith': '80', b: true })).toBe(
    'string(n) : "80*" and b == true',
  );
  expect(condition(types, { 'a|cidr': ['10.0.0.0/8', 'fe80::/10'], n: '*' })).toBe(
    'cidrMatch(a, "10.0.0.0/8", "fe80::/10") and n != null',
  );
  expect(condition(types, { 'a|startswith': '172.1' })).toBe(
    'cidrMatch(a, "172.1.0.0/16", "172.10.0.0/15", "172.12.0.0/14", "172.16.0.0/14", "172.100.0.0/14", "172.104.0.0/13", "172.112.0.0/12", "172.128.0.0/10", "172.192.0.0/13")',
  );
});

test('of several numbers, the digits of one are compared', () => {
  const types = schema({ n: { type: 'long', several: true } });
  expect(condition(types, { n: 80 })).toBe('n == 80');
  expect(asked(types, { 'n|startswith': '80' })).toEqual({
    query: 'process where string(n) : "80*"',
    said: ['eql-several-values narrower'],
  });
});

test('fields in lower case need no operator that ignores it', () => {
  const lower = schema({ F: { type: 'keyword', lower: true } });
  expect(condition(lower, { F: ['aB', 'C'] })).toBe('F in ("ab", "c")');
  expect(asked(lower, { 'F|cased': 'aB' }).said).toEqual(['elastic-cased wider']);
});

test('what no mapping may hold is optional, and false under a negation', () => {
  const { query } = asked({}, { F: 'a', 'a-b|cased': 'b' });
  expect(query).toBe('any where ?F : "a" and ?`a-b` == "b"');
  const negated = ask({}, { F: 'a' }, { condition: 'not s' }, eql);
  expect(negated.query).toBe('any where not (?F != null and ?F : "a")');
});

test('names', () => {
  expect(condition(keyword, { where: 'a' })).toBe('`where` : "a"');
  expect(condition(keyword, { 'a.by.c': 'a' })).toBe('`a.by.c` : "a"');
  expect(condition(keyword, { 'a`b': 'a' })).toBe('`a``b` : "a"');
  expect(asked(keyword, { _id: 'a' }).said).toEqual(['refused eql-field-name']);
});

test('text is compared as it is in the source, if asked to', () => {
  const text = schema({ t: 'match_only_text', o: 'flattened' });
  const found = asked(text, { 't|contains': 'a-b', o: 'c' }, { text: 'source' });
  expect(found.query).toBe('process where t : "*a-b*" and o : "c"');
  expect(found.said).toEqual(['elastic-runtime-field']);
});

test('a rule that is all open says which targets can express it', () => {
  const text = schema({ t: 'text' });
  const found = asked(text, { 't|contains': 'a' });
  expect(found.said).toEqual(['elastic-left-open wider', 'refused elastic-all-open']);
});

test('what EQL cannot search is left open', () => {
  const text = schema({ t: 'match_only_text', o: 'flattened', F: 'keyword' });
  const found = asked(text, { 't|contains': 'a', o: 'b', F: 'c' });
  expect(found.query).toBe('process where F : "c"');
  expect(found.said).toEqual(['elastic-left-open wider', 'elastic-left-open wider']);
});
