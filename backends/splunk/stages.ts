import type { Expression, FieldPredicate, OneOf, Span } from '../../src/backend/index.js';
import type { Fits } from './search.js';

/** A query's two parts; every expression of both must hold. */
export interface Stages {
  readonly search: readonly Expression[];
  readonly where: readonly Expression[];
}

/** Gives each operand of the outermost AND to `search` where that says it exactly, else to `where`. */
export function splitStages(expression: Expression, fits: Fits): Stages {
  const stages: { search: Expression[]; where: Expression[] } = { search: [], where: [] };
  for (const conjunct of conjuncts(expression)) {
    if (fits(conjunct)) stages.search.push(conjunct);
    else {
      const parts = splitNegation(conjunct, fits);
      if (parts.search) stages.search.push(parts.search);
      stages.where.push(parts.where);
    }
  }
  return stages;
}

export function conjuncts(expression: Expression): readonly Expression[] {
  return expression.kind === 'and' ? expression.operands.flatMap(conjuncts) : [expression];
}

/** `NOT (a OR b)` is `NOT a AND NOT b`, so that what `search` can say of it is said there. */
function splitNegation(
  node: Expression,
  fits: Fits,
): { search: Expression | null; where: Expression } {
  if (node.kind !== 'not') return { search: null, where: node };
  const { operand, span } = node;
  if (operand.kind !== 'or' && operand.kind !== 'one-of') return { search: null, where: node };
  const inside: Expression[] = [];
  const outside: Expression[] = [];
  for (const alternative of operand.kind === 'or' ? operand.operands : [operand]) {
    if (fits(alternative)) inside.push(alternative);
    else if (alternative.kind !== 'one-of') outside.push(alternative);
    else {
      inside.push(...oneOf(alternative, alternative.options.filter(fits)));
      outside.push(
        ...oneOf(
          alternative,
          alternative.options.filter((o) => !fits(o)),
        ),
      );
    }
  }
  if (inside.length === 0) return { search: null, where: node };
  return { search: noneOf(inside, span), where: noneOf(outside, span) };
}

function oneOf(node: OneOf, options: readonly FieldPredicate[]): readonly Expression[] {
  return options.length > 1 ? [{ ...node, options }] : options;
}

function noneOf(operands: readonly Expression[], span: Span): Expression {
  const only = operands[0]!;
  if (operands.length > 1) return { kind: 'not', operand: { kind: 'or', operands, span }, span };
  return only.kind === 'not' ? only.operand : { kind: 'not', operand: only, span };
}
