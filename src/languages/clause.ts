import type { Expression } from '../predicate/predicate.js';
import { cover } from '../source/span.js';
import type { SourceFile, Span } from '../source/span.js';
import { negate } from './reading.js';

/** Half-open offsets in a query. */
export interface Place {
  readonly at: number;
  readonly end: number;
}

/** A condition as a grammar gives it; its leaves are for its reader to say. */
export type Clause<Leaf> = Linked<Leaf> | Negated<Leaf> | Leaf;

interface Linked<Leaf> {
  readonly kind: 'and' | 'or' | 'xor';
  readonly operands: readonly Clause<Leaf>[];
}

interface Negated<Leaf> {
  readonly kind: 'not';
  readonly operand: Clause<Leaf>;
}

/**
 * The expression of a condition; null if nothing is left of it. A tree nests no deeper than the
 * brackets of its query may.
 * @param read the expression of a leaf; null for one that no predicate can say
 */
export function expressionOf<Leaf extends { readonly kind: string }>(
  clause: Clause<Leaf>,
  read: (leaf: Leaf) => Expression | null,
): Expression | null {
  if (isLinked(clause)) {
    const operands = clause.operands.map((o) => expressionOf(o, read));
    return clause.kind === 'xor' ? exclusive(operands) : link(clause.kind, operands);
  }
  if (!isNegated(clause)) return read(clause);
  const operand = expressionOf(clause.operand, read);
  return operand && negate(operand);
}

/** Joins operands: null if there are none, and a single one unchanged. */
export function link(
  kind: 'and' | 'or',
  operands: readonly (Expression | null)[],
): Expression | null {
  const there = operands.filter((o) => o !== null);
  const [first] = there;
  if (!first || there.length === 1) return first ?? null;
  const span = there.reduce((s, o) => cover(s, o.span), first.span);
  return { kind, operands: there, span };
}

function exclusive(operands: readonly (Expression | null)[]): Expression | null {
  const there = operands.filter((o) => o !== null);
  if (there.length === 0) return null;
  return there.reduce((a, b) =>
    link('or', [link('and', [a, negate(b)]), link('and', [negate(a), b])])!,
  );
}

export function spanOf(file: SourceFile, { at, end }: Place): Span {
  return { file, start: at, end };
}

/** @param clause in which every operator has operands */
export function firstLeaf<Leaf extends { readonly kind: string }>(clause: Clause<Leaf>): Leaf {
  let node = clause;
  for (;;) {
    if (isLinked(node)) node = node.operands[0]!;
    else if (isNegated(node)) node = node.operand;
    else return node;
  }
}

function isLinked<Leaf extends { readonly kind: string }>(
  clause: Clause<Leaf>,
): clause is Linked<Leaf> {
  return clause.kind === 'and' || clause.kind === 'or' || clause.kind === 'xor';
}

function isNegated<Leaf extends { readonly kind: string }>(
  clause: Clause<Leaf>,
): clause is Negated<Leaf> {
  return clause.kind === 'not';
}
