import { concat, enclose, group, line, print, sequence, widthOf } from './doc.js';
import type { Doc } from './doc.js';

/** Part of a query and how tightly its outermost operator binds. */
export interface Emitted {
  readonly doc: Doc;
  readonly binding: number;
  /** What it joins, where it is a chain of one operator. */
  readonly chain?: Chain;
  /** What it negates, where it is a negation. */
  readonly negates?: Emitted;
  /** It is a chain that another of the same operator takes in, operand by operand. */
  readonly spreads?: true;
}

interface Chain {
  readonly kind: 'and' | 'or';
  readonly operands: readonly Emitted[];
}

/** Binds tighter than every operator: a comparison, a call, something in parentheses. */
export const ATOM = 100;

export function atom(doc: Doc): Emitted {
  return { doc, binding: ATOM };
}

export interface BooleanSyntax {
  readonly and: BooleanOperator;
  readonly or: BooleanOperator;
  /** Writes a negation; calls `parenthesise` where the operand needs it. */
  readonly not: (operand: Emitted) => Emitted;
  /** Parentheses wherever `and` meets `or`, even where binding makes them needless. */
  readonly explicit?: boolean;
  /**
   * For a target that takes a chain of one operator for a tree as deep as the chain is long, and
   * refuses deep trees: longer chains are put into groups of so many, in parentheses. 2 or more.
   */
  readonly longest?: number;
}

export interface BooleanOperator {
  /** As written, without spaces: `and`; empty where the language implies it between operands. */
  readonly word: string;
  /** Higher binds tighter; below `ATOM`. */
  readonly binding: number;
}

/** Links operands that are already written, equal ones once; a single one is returned as it is. */
export function linkWith(
  syntax: BooleanSyntax,
  kind: 'and' | 'or',
  given: readonly Emitted[],
): Emitted {
  const operands = once(
    kind,
    given.flatMap((o) => (o.spreads && o.chain?.kind === kind ? o.chain.operands : [o])),
  );
  const [only] = operands;
  if (only && operands.length === 1) return only;
  const { longest } = syntax;
  if (longest !== undefined && operands.length > longest) {
    const groups: Emitted[] = [];
    for (let i = 0; i < operands.length; i += longest) {
      const linked = linkWith(syntax, kind, operands.slice(i, i + longest));
      groups.push(linked.binding === ATOM ? linked : atom(parenthesise(linked.doc)));
    }
    return linkWith(syntax, kind, groups);
  }
  const operator = syntax[kind];
  const between = operator.word === '' ? '' : `${operator.word} `;
  const parts: Doc[] = [];
  for (const operand of operands) {
    if (parts.length > 0) parts.push(line, between);
    const tight = syntax.explicit
      ? operand.binding === ATOM || operand.binding === operator.binding
      : operand.binding >= operator.binding;
    parts.push(tight ? operand.doc : parenthesise(operand.doc));
  }
  return { doc: group(sequence(parts)), binding: operator.binding, chain: { kind, operands } };
}

/** The negation, which is none of a negation: `not (not a or b)` is `a and not b`. */
export function negated(syntax: BooleanSyntax, operand: Emitted): Emitted {
  return oppositeOf(syntax, operand) ?? { ...syntax.not(operand), negates: operand };
}

/** What needs no `not` around all of it; null if there is nothing of that kind. */
function oppositeOf(syntax: BooleanSyntax, operand: Emitted): Emitted | null {
  const { chain, negates = null } = operand;
  if (negates || !chain) return negates;
  const { kind } = chain;
  const positive: Emitted[] = [];
  const others: Emitted[] = [];
  for (const part of flat(kind, chain.operands)) {
    const opposite = isNegation(part) ? oppositeOf(syntax, part) : null;
    if (opposite) positive.push(opposite);
    else others.push(part);
  }
  if (positive.length === 0) return null;
  if (others.length === 0) return linkWith(syntax, kind === 'or' ? 'and' : 'or', positive);
  if (kind === 'and') return null;
  const excluded = negated(syntax, linkWith(syntax, 'or', others));
  return { ...linkWith(syntax, 'and', [...positive, excluded]), spreads: true };
}

function isNegation({ negates, chain }: Emitted): boolean {
  return negates !== undefined || (chain?.operands.every(isNegation) ?? false);
}

function flat(kind: 'and' | 'or', operands: readonly Emitted[]): readonly Emitted[] {
  return operands.flatMap((o) => (o.chain?.kind === kind ? flat(kind, o.chain.operands) : [o]));
}

/** Without what another operand, or a part of one that is a chain of the same operator, says as well. */
function once(kind: 'and' | 'or', operands: readonly Emitted[]): readonly Emitted[] {
  if (operands.length < 2) return operands;
  const parts = flat(kind, operands);
  const widths = new Set<number>();
  const shared = new Set<number>();
  for (const { doc } of parts) {
    const width = widthOf(doc);
    if (widths.has(width)) shared.add(width);
    widths.add(width);
  }
  if (shared.size === 0) return operands;
  const texts = new Set<string>();
  const distinct = parts.filter(({ doc }) => {
    if (!shared.has(widthOf(doc))) return true;
    const { text } = print(doc, { width: 0, compact: true });
    return !texts.has(text) && texts.add(text);
  });
  return distinct.length === parts.length ? operands : distinct;
}

function parenthesise(doc: Doc): Doc {
  return enclose('(', doc, ')');
}

/** `not (a)` or `not a`: a prefix operator that takes an atom, or anything in parentheses. */
export function prefixNot(word: string, binding: number): BooleanSyntax['not'] {
  return (operand) => ({
    doc: concat(`${word} `, operand.binding === ATOM ? operand.doc : parenthesise(operand.doc)),
    binding,
  });
}
