import type { ConditionExpression, ConditionIdentifier, ConditionQuantified } from './ast.js';

/** What a condition names, in order: search identifiers, and quantified patterns of them. */
export function leavesOf(
  expression: ConditionExpression,
): readonly (ConditionIdentifier | ConditionQuantified)[] {
  switch (expression.kind) {
    case 'condition-and':
    case 'condition-or':
      return expression.operands.flatMap(leavesOf);
    case 'condition-not':
      return leavesOf(expression.operand);
    default:
      return [expression];
  }
}
