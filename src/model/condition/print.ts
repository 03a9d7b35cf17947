import type { ConditionExpression } from './ast.js';

/** Writes a condition with no needless parentheses; parsed again, it is the same tree. */
export function printCondition(node: ConditionExpression): string {
  switch (node.kind) {
    case 'condition-identifier':
      return node.name;
    case 'condition-quantified':
      return `${node.count} of ${node.pattern ?? 'them'}`;
    case 'condition-not': {
      const { operand } = node;
      const binds =
        operand.kind === 'condition-identifier' || operand.kind === 'condition-quantified';
      return binds ? `not ${printCondition(operand)}` : `not (${printCondition(operand)})`;
    }
    case 'condition-and':
      return node.operands
        .map((o) => (o.kind === 'condition-or' ? `(${printCondition(o)})` : printCondition(o)))
        .join(' and ');
    case 'condition-or':
      return node.operands.map(printCondition).join(' or ');
  }
}
