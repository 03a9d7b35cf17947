import { expect, test } from 'vitest';
import { equals, luceneRegex, matches } from '../../../src/languages/predicates.js';
import { parsePattern } from '../../../src/model/patterns/pattern.js';
import { wildcardPattern } from '../../../src/model/patterns/wildcards.js';
import { kindOf } from '../../../src/predicate/kind.js';
import type { Expression, Predicate } from '../../../src/predicate/predicate.js';

const span = { file: { path: 'query', text: '' }, start: 0, end: 0 };
const field = { text: 'a', span };

const asked = (expression: Expression) => kindOf(expression as Predicate);

test.each([
  ['', 'eq', ''],
  ['a', 'eq', 'a'],
  ['12', 'eq', '12'],
  ['a*', 'starts_with', 'a'],
  ['*a', 'ends_with', 'a'],
  ['*a*', 'match', 'a'],
  ['*', 'exists', null],
  ['a*b', 'wildcard', 'a*b'],
  ['a?', 'wildcard', 'a?'],
  ['a\\\\*', 'starts_with', 'a\\'],
])('%s asks %s', (text, kind, value) => {
  expect(asked(matches(field, parsePattern(text), span))).toEqual({ kind, value });
});

test("wildcards of other languages become Sigma's", () => {
  const like = { any: '%', one: '_', escape: '\\' };
  expect(asked(matches(field, wildcardPattern('a%b\\_c*\\d_', like), span))).toEqual({
    kind: 'wildcard',
    value: 'a*b_c\\*\\d?',
  });
});

test('keywords lose the wildcards at their ends', () => {
  expect(asked(matches(null, parsePattern('**a*b*'), span))).toEqual({
    kind: 'keyword',
    value: 'a*b',
  });
  expect(matches(null, parsePattern('*'), span)).toMatchObject({ kind: 'constant', value: true });
});

test('a string that spells a network or a number is one', () => {
  expect(equals(field, '10.1.1.1/8', span)).toMatchObject({ network: { text: '10.0.0.0/8' } });
  expect(equals(field, '10.1.1.1', span)).toMatchObject({ kind: 'string' });
  expect(equals(field, 'a/b', span)).toMatchObject({ kind: 'string' });
  expect(equals(field, '4688', span)).toMatchObject({ kind: 'number' });
  expect(equals(field, '007', span)).toMatchObject({ kind: 'string' });
});

test.each([
  ['a', '^a$'],
  ['a.*', '^a'],
  ['.*a', 'a$'],
  ['.*a.*', 'a'],
  ['.*a|b.*', '(?s)^(?:.*a|b.*)$'],
  ['a\\.*', '^a\\.*$'],
  ['a.b', '(?s)^a.b$'],
  ['a$b[^c]', '^a\\$b[^c]$'],
  ['a@b', null],
  ['a(', null],
])('the regular expression %s of Lucene is %s', (source, expected) => {
  const made = luceneRegex(field, source, span);
  expect(made.kind === 'regex' ? asked(made).value : null).toBe(expected);
});
