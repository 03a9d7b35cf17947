import type { ConditionExpression } from './ast.js';

/** Writes a condition with no needless parentheses; parsed again, it is the same tree. */
export function printCondition(node: ConditionExpression): string {
  switch (node.kind) {
    case 'condition-identifier':
      return node.name;
    case 'condition-quantified':
      return `${node.count} of ${node.pattern ?? 'them'}`;
    case 'condition-not':
      return `not ${operand(node.operand, false)}`;
    case 'condition-and':
      return node.operands.map((o) => operand(o, true)).join(' and ');
    case 'condition-or':
      return node.operands.map((o) => operand(o, true)).join(' or ');
  }

  function operand(inner: ConditionExpression, linked: boolean): string {
    const text = printCondition(inner);
    const loose =
      inner.kind === 'condition-or' ||
      (inner.kind === 'condition-and' && (!linked || node.kind === 'condition-and')) ||
      (inner.kind === 'condition-not' && !linked);
    return loose ? `(${text})` : text;
  }
}
