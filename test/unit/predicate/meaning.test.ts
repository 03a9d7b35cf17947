import { describe, expect, test } from 'vitest';
import { anyOf, meaning, meaningInAnyOrder } from '../../../src/predicate/meaning.js';
import type { Expression } from '../../../src/predicate/predicate.js';
import { and, is as asks, name, not, or, span } from './build.js';

function is(field: string): Expression {
  return { kind: 'string', field: name(field), pattern: ['x'], cased: false, span };
}

test('what all ask is asked once', () => {
  const made = anyOf([and(is('a'), is('x'), is('y')), and(is('b'), is('y'), is('x'))]);
  expect(meaning(made)).toBe(meaning(and(is('x'), is('y'), or(is('a'), is('b')))));
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

describe('a meaning in any order', () => {
  const same = (a: Expression, b: Expression): boolean =>
    meaningInAnyOrder(a) === meaningInAnyOrder(b);
  const any = (...options: ReturnType<typeof asks>[]): Expression => {
    return { kind: 'one-of', field: name('a'), options, span };
  };

  test('is equal for operands in another order, or said twice', () => {
    const [a, b, c] = [asks('a', 'x'), asks('b', 'x'), asks('c', 'x')];
    expect(same(and(a, or(b, c)), and(or(c, b), a))).toBe(true);
    expect(same(or(a, b, a), or(b, a))).toBe(true);
    expect(same(any(asks('a', 'x'), asks('a', 'y')), or(asks('a', 'y'), asks('a', 'x')))).toBe(
      true,
    );
  });

  test('minds letter case where it counts', () => {
    expect(same(asks('a', 'X'), asks('a', 'x'))).toBe(true);
    expect(same(asks('a', 'X', true), asks('a', 'x', true))).toBe(false);
    expect(same(asks('a', 'x', true), asks('a', 'x'))).toBe(false);
  });

  test('differs for other operators, fields and nesting', () => {
    const [a, b, c] = [asks('a', 'x'), asks('b', 'x'), asks('c', 'x')];
    expect(same(and(a, b), or(a, b))).toBe(false);
    expect(same(a, not(a))).toBe(false);
    expect(same(a, b)).toBe(false);
    expect(same(and(a, or(b, c)), or(and(a, b), c))).toBe(false);
  });

  test('of a tree that shares its parts is found at once', () => {
    let tree: Expression = asks('a', 'x');
    for (let i = 0; i < 60; i++) tree = i % 2 ? and(tree, not(tree)) : or(tree, not(tree));
    expect(meaningInAnyOrder(tree)).toMatch(/^[0-9a-f]{16}$/);
  });
});
