import { concat, enclose, group, line, sequence } from './doc.js';
import type { Doc } from './doc.js';

/** Part of a query and how tightly its outermost operator binds. */
export interface Emitted {
  readonly doc: Doc;
  readonly binding: number;
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

/** Links operands that are already written; a single one is returned as it is. */
export function linkWith(
  syntax: BooleanSyntax,
  kind: 'and' | 'or',
  operands: readonly Emitted[],
): Emitted {
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
  return { doc: group(sequence(parts)), binding: operator.binding };
}

export function parenthesise(doc: Doc): Doc {
  return enclose('(', doc, ')');
}

/** `not (a)` or `not a`: a prefix operator that takes an atom, or anything in parentheses. */
export function prefixNot(word: string, binding: number): BooleanSyntax['not'] {
  return (operand) => ({
    doc: concat(`${word} `, operand.binding === ATOM ? operand.doc : parenthesise(operand.doc)),
    binding,
  });
}
