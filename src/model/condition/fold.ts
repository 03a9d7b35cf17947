import { foldTree } from '../tree.js';
import type {
  ConditionExpression,
  ConditionIdentifier,
  ConditionNot,
  ConditionOperation,
  ConditionQuantified,
} from './ast.js';

export type ConditionLeaf = ConditionIdentifier | ConditionQuantified;

/** What each kind of node gives, from what its operands gave. */
export interface ConditionFold<T> {
  and(operands: readonly T[], node: ConditionOperation): T;
  or(operands: readonly T[], node: ConditionOperation): T;
  not(operand: T, node: ConditionNot): T;
  identifier(node: ConditionIdentifier): T;
  quantified(node: ConditionQuantified): T;
}

export function foldCondition<T>(root: ConditionExpression, fold: ConditionFold<T>): T {
  return foldTree<ConditionExpression, T>(root, operandsOf, (node, operands) => {
    switch (node.kind) {
      case 'condition-and':
        return fold.and(operands, node);
      case 'condition-or':
        return fold.or(operands, node);
      case 'condition-not':
        return fold.not(operands[0]!, node);
      case 'condition-identifier':
        return fold.identifier(node);
      case 'condition-quantified':
        return fold.quantified(node);
    }
  });
}

/** What a condition names, in order: search identifiers, and quantified patterns of them. */
export function leavesOf(
  root: ConditionExpression,
): readonly { readonly leaf: ConditionLeaf; readonly negated: boolean }[] {
  const leaves: { leaf: ConditionLeaf; negated: boolean }[] = [];
  const stack: { node: ConditionExpression; negated: boolean }[] = [{ node: root, negated: false }];
  for (let next = stack.pop(); next; next = stack.pop()) {
    const { node, negated } = next;
    if (node.kind === 'condition-identifier' || node.kind === 'condition-quantified') {
      leaves.push({ leaf: node, negated });
      continue;
    }
    const within = negated !== (node.kind === 'condition-not');
    const operands = operandsOf(node);
    for (let i = operands.length - 1; i >= 0; i--) {
      stack.push({ node: operands[i]!, negated: within });
    }
  }
  return leaves;
}

const NONE: readonly ConditionExpression[] = [];

function operandsOf(node: ConditionExpression): readonly ConditionExpression[] {
  switch (node.kind) {
    case 'condition-and':
    case 'condition-or':
      return node.operands;
    case 'condition-not':
      return [node.operand];
    default:
      return NONE;
  }
}
