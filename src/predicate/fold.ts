import { foldTree } from '../model/tree.js';
import type { And, Constant, Expression, FieldPredicate, Not, OneOf, Or } from './predicate.js';
import type { Predicate } from './predicate.js';

/** What each kind of node gives, from what its operands gave. */
export interface ExpressionFold<T> {
  and(operands: readonly T[], node: And): T;
  /** A `one-of` is an OR whose operands are of one field. */
  or(operands: readonly T[], node: Or | OneOf): T;
  not(operand: T, node: Not): T;
  constant(node: Constant): T;
  predicate(node: Predicate): T;
}

/** @param done as `foldTree` takes it: a search identifier that is named twice is one node */
export function foldExpression<T>(
  root: Expression,
  fold: ExpressionFold<T>,
  done = new Map<Expression, T>(),
): T {
  const step = (node: Expression, operands: readonly T[]): T => {
    switch (node.kind) {
      case 'and':
        return fold.and(operands, node);
      case 'or':
      case 'one-of':
        return fold.or(operands, node);
      case 'not':
        return fold.not(operands[0]!, node);
      case 'constant':
        return fold.constant(node);
      default:
        return fold.predicate(node);
    }
  };
  return foldTree(root, operandsOf, step, done);
}

/** The expression with each predicate on a field, or list of them on one field, as `change` has it. */
export function mapFields(
  root: Expression,
  change: (node: FieldPredicate | OneOf) => Expression,
): Expression {
  switch (root.kind) {
    case 'and':
    case 'or':
      return { ...root, operands: root.operands.map((o) => mapFields(o, change)) };
    case 'not':
      return { ...root, operand: mapFields(root.operand, change) };
    case 'constant':
    case 'keyword':
      return root;
    default:
      return change(root);
  }
}

const NONE: readonly Expression[] = [];

export function operandsOf(node: Expression): readonly Expression[] {
  switch (node.kind) {
    case 'and':
    case 'or':
      return node.operands;
    case 'one-of':
      return node.options;
    case 'not':
      return [node.operand];
    default:
      return NONE;
  }
}

export function isPredicate(node: Expression): node is Predicate {
  switch (node.kind) {
    case 'and':
    case 'or':
    case 'one-of':
    case 'not':
    case 'constant':
      return false;
    default:
      return true;
  }
}

export function isFieldPredicate(node: Expression): node is FieldPredicate {
  return isPredicate(node) && node.kind !== 'keyword';
}

/** Every predicate in order; one that the tree holds more than once comes once. */
export function eachPredicate(root: Expression, visit: (predicate: Predicate) => void): void {
  const seen = new Set<Expression>();
  const stack: Expression[] = [root];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (seen.has(node)) continue;
    seen.add(node);
    if (isPredicate(node)) {
      visit(node);
      continue;
    }
    const operands = operandsOf(node);
    for (let i = operands.length - 1; i >= 0; i--) stack.push(operands[i]!);
  }
}

/**
 * Every predicate in order, with whether an odd number of NOTs is above it. One that the tree holds
 * more than once comes once for either.
 */
export function predicatesOf(
  root: Expression,
): readonly { readonly predicate: Predicate; readonly negated: boolean }[] {
  const found: { predicate: Predicate; negated: boolean }[] = [];
  const seen = { plain: new Set<Expression>(), negated: new Set<Expression>() };
  const stack: { node: Expression; negated: boolean }[] = [{ node: root, negated: false }];
  for (let next = stack.pop(); next; next = stack.pop()) {
    const { node, negated } = next;
    const met = negated ? seen.negated : seen.plain;
    if (met.has(node)) continue;
    met.add(node);
    if (isPredicate(node)) {
      found.push({ predicate: node, negated });
      continue;
    }
    const within = negated !== (node.kind === 'not');
    const operands = operandsOf(node);
    for (let i = operands.length - 1; i >= 0; i--) {
      stack.push({ node: operands[i]!, negated: within });
    }
  }
  return found;
}
