import { expect, test } from 'vitest';
import { parsePattern } from '../../../../src/model/pattern.js';
import {
  askKeyword,
  askPattern,
  askText,
  wildcardPattern,
} from '../../../../src/catalog/corpus/value.js';

test.each([
  ['', 'eq', ''],
  ['a', 'eq', 'a'],
  ['a*', 'starts_with', 'a'],
  ['*a', 'ends_with', 'a'],
  ['*a*', 'match', 'a'],
  ['*', 'exists', ''],
  ['a*b', 'wildcard', 'a*b'],
  ['a?', 'wildcard', 'a?'],
  ['a\\\\*', 'starts_with', 'a\\'],
])('%s asks %s', (text, kind, value) => {
  expect(askPattern(parsePattern(text))).toEqual({ kind, value });
});

test('wildcards of other languages become Sigma’s', () => {
  const like = { any: '%', one: '_', escape: '\\' };
  expect(askPattern(wildcardPattern('a%b\\_c*\\d_', like))).toEqual({
    kind: 'wildcard',
    value: 'a*b_c\\*\\d?',
  });
});

test('keywords lose the wildcards at their ends', () => {
  expect(askKeyword(parsePattern('**a*b*'))).toEqual({ kind: 'keyword', value: 'a*b' });
  expect(askKeyword(parsePattern('*'))).toBeNull();
});

test('a network in a text is one', () => {
  expect(askText('10.1.1.1/8')).toEqual({ kind: 'cidr', value: '10.0.0.0/8' });
  expect(askText('10.1.1.1')).toEqual({ kind: 'eq', value: '10.1.1.1' });
  expect(askText('a/b')).toEqual({ kind: 'eq', value: 'a/b' });
});
