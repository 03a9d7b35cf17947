import { expect, test } from 'vitest';
import { anyOf, meaning } from '../../../src/predicate/meaning.js';
import type { Expression } from '../../../src/predicate/predicate.js';
import { and, name, or, span } from './build.js';

function is(field: string): Expression {
  return { kind: 'string', field: name(field), pattern: ['x'], cased: false, span };
}

test('what all ask is asked once', () => {
  const made = anyOf([and(is('a'), is('x'), is('y')), and(is('b'), is('y'), is('x'))]);
  expect(meaning(made)).toBe(meaning(and(or(is('a'), is('b')), is('x'), is('y'))));
});

test('an alternative that asks for nothing more decides', () => {
  expect(meaning(anyOf([and(is('a'), is('x')), is('x')]))).toBe(meaning(is('x')));
});

test('equal alternatives are one', () => {
  expect(meaning(anyOf([is('a'), is('a')]))).toBe(meaning(is('a')));
});

test('nothing in common', () => {
  expect(meaning(anyOf([is('a'), is('b')]))).toBe(meaning(or(is('a'), is('b'))));
});
