import { hintOf, operandKey } from '../keys.js';
import type { Expression } from '../predicate.js';

/** How many more parts may be compared; shared by all conjunctions of a condition. */
export interface Effort {
  left: number;
}

/**
 * Conjuncts without the parts that the others ask or exclude: `a and not (a and b)` is `a and not b`,
 * and `a and (b or (a and c))` is `a and (b or c)`. The same array where nothing changes. A conjunct
 * that the others contradict stays as it is, for what tells of contradictions.
 */
export function withoutAsked(
  operands: readonly Expression[],
  effort: Effort,
): readonly Expression[] {
  if (operands.length < 2 || !operands.some(hasParts)) return operands;
  const hints = new Set(operands.map(hintOf));
  let keys: Map<Expression | string, Expression> | null = null;
  const isAsked = (node: Expression, within: Expression): boolean => {
    if (!hints.has(hintOf(node))) return false;
    keys ??= new Map(operands.map((o) => [operandKey(o), o]));
    const found = keys.get(operandKey(node));
    return found !== undefined && found !== within;
  };

  /** What is left of a part of a conjunct: a truth value where the others decide it. */
  const leftOf = (node: Expression, within: Expression): Expression | boolean => {
    if (effort.left-- <= 0) return node;
    if (node !== within) {
      if (isAsked(node, within)) return true;
      const opposite = node.kind === 'not' ? node.operand : notOf(node);
      if (isAsked(opposite, within)) return false;
    }
    if (node.kind === 'not') {
      const left = leftOf(node.operand, within);
      if (typeof left === 'boolean') return !left;
      return left === node.operand ? node : { ...node, operand: left };
    }
    if (node.kind !== 'and' && node.kind !== 'or') return node;
    const parts: Expression[] = [];
    for (const part of node.operands) {
      const left = leftOf(part, within);
      if (left === (node.kind === 'or')) return left;
      if (typeof left !== 'boolean') parts.push(left);
    }
    if (parts.length === 0) return node.kind === 'and';
    if (parts.length === node.operands.length && parts.every((p, i) => p === node.operands[i]))
      return node;
    return parts.length === 1 ? parts[0]! : { ...node, operands: parts };
  };

  const all = operands.flatMap((operand) => {
    const left = hasParts(operand) ? leftOf(operand, operand) : operand;
    if (typeof left === 'boolean') return left ? [] : [operand];
    return [left];
  });
  const isSame = all.length === operands.length && all.every((o, i) => o === operands[i]);
  return isSame ? operands : all;
}

function hasParts(node: Expression): boolean {
  if (node.kind === 'not') return hasParts(node.operand);
  return node.kind === 'and' || node.kind === 'or';
}

function notOf(operand: Expression): Expression {
  return { kind: 'not', operand, span: operand.span };
}
