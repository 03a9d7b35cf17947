import { hashOf } from '../source/hash.js';
import { foldExpression } from './fold.js';
import type { Expression } from './predicate.js';
import { predicateKey } from './keys.js';

/** The same text for trees that ask the same in the same order, wherever they stand in a rule. */
export function meaning(node: Expression | readonly Expression[]): string {
  return JSON.stringify(node, (key, value: unknown) => {
    if (key === 'span' || key === 'ast' || key === 'mapped') return undefined;
    return typeof value === 'bigint' ? String(value) : value;
  });
}

/**
 * A name for what a tree asks, the same for trees that differ in the order of operands, in letter
 * case that does not count, or in how often they say a thing. Give it a simplified tree.
 */
export function meaningInAnyOrder(expression: Expression): string {
  return foldExpression<string>(expression, {
    and: (operands) => hashOf(`and ${anyOrder(operands)}`),
    or: (operands) => hashOf(`or ${anyOrder(operands)}`),
    not: (operand) => hashOf(`not ${operand}`),
    constant: ({ value }) => hashOf(String(value)),
    predicate: (node) => hashOf(predicateKey(node)),
  });
}

function anyOrder(keys: readonly string[]): string {
  return [...new Set(keys)].sort().join(' ');
}

/** Any of some trees, with what all of them ask asked once: `x and a or x and b` is `x and (a or b)`. */
export function anyOf(trees: readonly Expression[]): Expression {
  const [first, ...others] = trees;
  if (!first) throw new TypeError('any of nothing');
  if (others.length === 0) return first;
  const { span } = first;
  const parts = trees.map((tree) => conjuncts(tree).map((part) => ({ part, key: meaning(part) })));
  const shared = parts[0]!.filter(({ key }) => parts.every((p) => p.some((o) => o.key === key)));
  const keys = new Set(shared.map((s) => s.key));
  const rests = parts.map((p) => p.filter(({ key }) => !keys.has(key)).map(({ part }) => part));
  const common = shared.map((s) => s.part);
  if (rests.some((r) => r.length === 0)) return all(common, span);
  const alternatives = new Map(rests.map((r) => [meaning(r), all(r, span)]));
  const operands = [...alternatives.values()];
  const either: Expression = operands.length === 1 ? operands[0]! : { kind: 'or', operands, span };
  return all([...common, either], span);
}

function conjuncts(tree: Expression): readonly Expression[] {
  return tree.kind === 'and' ? tree.operands.flatMap(conjuncts) : [tree];
}

function all(operands: readonly Expression[], span: Expression['span']): Expression {
  if (operands.length === 1) return operands[0]!;
  return operands.length === 0
    ? { kind: 'constant', value: true, span }
    : { kind: 'and', operands, span };
}
