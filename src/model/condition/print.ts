import type { ConditionExpression } from './ast.js';
import { foldCondition } from './fold.js';

/** Writes a condition with no needless parentheses; parsed again, it is the same tree. */
export function printCondition(root: ConditionExpression): string {
  return foldCondition<string>(root, {
    and: (operands, node) =>
      operands
        .map((text, i) => (node.operands[i]!.kind === 'condition-or' ? `(${text})` : text))
        .join(' and '),
    or: (operands) => operands.join(' or '),
    not(operand, node) {
      const { kind } = node.operand;
      const binds = kind === 'condition-identifier' || kind === 'condition-quantified';
      return binds ? `not ${operand}` : `not (${operand})`;
    },
    identifier: ({ name }) => name,
    quantified: ({ count, pattern }) => `${count} of ${pattern ?? 'them'}`,
  });
}
