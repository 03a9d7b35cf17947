import { hintOf, operandKey } from '../keys.js';
import type { Expression } from '../predicate.js';

/**
 * Alternatives without what the others answer: of `a or b or (c and (a or b))` the last is left out, and
 * `a or (not a and b)` is `a or b`, for what is asked second only matters where the first does not hold.
 */
export function withoutAnswered(operands: readonly Expression[]): readonly Expression[] {
  if (operands.length < 2 || !operands.some((o) => partsOf(o).length > 1)) return operands;
  const hints = new Set(operands.map(hintOf));
  let keys: ReadonlySet<Expression | string> | undefined;
  /** Each of them is an alternative by itself. */
  const areAlternatives = (nodes: readonly Expression[]): boolean =>
    nodes.every((node) => hints.has(hintOf(node))) &&
    nodes.every((node) => (keys ??= new Set(operands.map(operandKey))).has(operandKey(node)));
  let isSame = true;
  const left = operands.flatMap((operand): readonly Expression[] => {
    const parts = partsOf(operand);
    if (parts.length < 2) return [operand];
    const open = parts.filter((part) => !areAlternatives(negationOf(part)));
    // One that is an alternative itself is what both have in common.
    const isCovered = parts.some((part) => {
      const options = optionsOf(part);
      return options.length > 1 && areAlternatives(options);
    });
    if (!isCovered && (open.length === parts.length || open.length === 0)) return [operand];
    isSame = false;
    if (isCovered) return [];
    return [open.length === 1 ? open[0]! : { kind: 'and', operands: open, span: operand.span }];
  });
  return isSame ? operands : left;
}

/** All of these hold where it does; a negated list is a negation of each of its options. */
function partsOf(node: Expression): readonly Expression[] {
  if (node.kind === 'and') return node.operands;
  if (node.kind !== 'not' || node.operand.kind !== 'or') return [node];
  return node.operand.operands.map((operand) => negated(operand));
}

/** One of these holds where it does. */
function optionsOf(node: Expression): readonly Expression[] {
  if (node.kind === 'or') return node.operands;
  return node.kind === 'one-of' ? node.options : [node];
}

/** One of these holds where it does not. */
function negationOf(node: Expression): readonly Expression[] {
  return node.kind === 'not' ? optionsOf(node.operand) : [negated(node)];
}

function negated(operand: Expression): Expression {
  return operand.kind === 'not' ? operand.operand : { kind: 'not', operand, span: operand.span };
}
