import { operandsOf } from './fold.js';
import type { Expression } from './predicate.js';

/**
 * How many predicates a tree writes; one that it shares counts wherever it appears.
 * @param most more are not counted: the result is then greater than this
 */
export function sizeOf(expression: Expression, most: number): number {
  let size = 0;
  const left: Expression[] = [expression];
  for (let node = left.pop(); node && size <= most; node = left.pop()) {
    const operands = operandsOf(node);
    if (operands.length === 0) size++;
    for (let i = 0; i < operands.length; i++) left.push(operands[i]!);
  }
  return size;
}
