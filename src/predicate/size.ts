import { foldExpression } from './fold.js';
import type { Expression } from './predicate.js';

/** How many predicates a tree writes; one that it shares counts wherever it appears. */
export function sizeOf(expression: Expression): number {
  const sum = (sizes: readonly number[]): number => sizes.reduce((a, b) => a + b, 0);
  return foldExpression(expression, {
    and: sum,
    or: sum,
    not: (size) => size,
    constant: () => 1,
    predicate: () => 1,
  });
}
