import { atom, concat, enclose, join, line, text } from '../../src/backend/index.js';
import type { Doc, Emitted, Span } from '../../src/backend/index.js';

/** `NOT x` binds as AND does: beside AND it stands alone, beside OR it needs parentheses. */
export const AND = 20;

/**
 * What one predicate becomes: queries that belong behind `field:`, one that stands for itself, or
 * what holds for no event.
 */
export type Piece =
  | { readonly kind: 'never'; readonly span: Span }
  | { readonly kind: 'of-field'; readonly field: string; readonly docs: readonly Doc[] }
  | { readonly kind: 'whole'; readonly emitted: Emitted };

export function ofField(field: string, queries: readonly string[], span: Span): Piece {
  return { kind: 'of-field', field, docs: queries.map((q) => text(q, span)) };
}

export function whole(doc: Doc, binding?: number): Piece {
  return { kind: 'whole', emitted: binding === undefined ? atom(doc) : { doc, binding } };
}

export function exists(field: string, span: Span): Piece {
  return whole(text(`_exists_:${field}`, span));
}

export function missing(field: string, span: Span): Piece {
  return whole(text(`NOT _exists_:${field}`, span), AND);
}

export function never(span: Span): Piece {
  return { kind: 'never', span };
}

/** Any of some pieces. Values of one field go into one pair of parentheses: `field:("a" OR b*)`. */
export function anyOf(pieces: readonly Piece[]): Emitted {
  const byField = new Map<string, Doc[]>();
  const wholes: Emitted[] = [];
  const [first] = pieces;
  if (first?.kind === 'never' && pieces.every((p) => p.kind === 'never')) {
    return atom(text('(NOT *:*)', first.span));
  }
  for (const piece of pieces) {
    if (piece.kind === 'never') continue;
    if (piece.kind === 'whole') wholes.push(piece.emitted);
    else {
      const known = byField.get(piece.field);
      if (known) known.push(...piece.docs);
      else byField.set(piece.field, [...piece.docs]);
    }
  }
  const docs: Doc[] = [];
  for (const [field, values] of byField) {
    const [only] = values;
    const value = values.length === 1 ? only! : enclose('(', linked('OR', values), ')');
    docs.push(concat(`${field}:`, value));
  }
  for (const { doc, binding } of wholes) {
    docs.push(binding === AND && pieces.length > 1 ? concat('(', doc, ')') : doc);
  }
  if (wholes.length === 1 && docs.length === 1) return wholes[0]!;
  return docs.length === 1 ? atom(docs[0]!) : atom(enclose('(', linked('OR', docs), ')'));
}

/** Any of some pieces, as one that goes on. */
export function oneOf(pieces: readonly Piece[]): Piece {
  return { kind: 'whole', emitted: anyOf(pieces) };
}

/** All of some pieces. */
export function allOf(pieces: readonly Piece[]): Piece {
  const none = pieces.find((p) => p.kind === 'never');
  if (none) return none;
  const [only] = pieces;
  if (only && pieces.length === 1) return only;
  const docs = pieces.map((p) => anyOf([p]).doc);
  return whole(enclose('(', linked('AND', docs), ')'));
}

export function linked(word: 'AND' | 'OR', docs: readonly Doc[]): Doc {
  return join(concat(line, `${word} `), docs);
}
