import { expect, test } from 'vitest';
import { foldExpression, predicatesOf } from '../../../src/predicate/fold.js';
import type { Expression } from '../../../src/predicate/predicate.js';
import { and, is, not, or } from './build.js';

const leaf = is('F', '1');

function count(root: Expression): { readonly predicates: number; readonly steps: number } {
  let steps = 0;
  const sum = (operands: readonly number[]): number => {
    steps++;
    return operands.reduce((a, b) => a + b, 0);
  };
  const predicates = foldExpression<number>(root, {
    and: sum,
    or: sum,
    not: (n) => sum([n]),
    constant: () => 0,
    predicate: () => 1,
  });
  return { predicates, steps };
}

test('a tree may be deeper than the call stack', () => {
  let tree: Expression = leaf;
  for (let i = 0; i < 100_000; i++) tree = not(tree);
  expect(count(tree)).toEqual({ predicates: 1, steps: 100_000 });
  expect(predicatesOf(tree)).toEqual([{ predicate: leaf, negated: false }]);
});

test('what a tree holds many times is done once', () => {
  let tree: Expression = leaf;
  for (let i = 0; i < 50; i++) tree = or(tree, tree);
  expect(count(tree)).toEqual({ predicates: 2 ** 50, steps: 50 });
  expect(predicatesOf(tree)).toHaveLength(1);
});

test('a predicate under an odd number of NOTs is negated, and may be both', () => {
  const excluded = not(leaf);
  expect(predicatesOf(and(excluded, leaf, excluded)).map((p) => p.negated)).toEqual([true, false]);
});
