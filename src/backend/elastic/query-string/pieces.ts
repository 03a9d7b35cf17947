import { concat, enclose, join, line, text } from '../../doc.js';
import { atom, linkWith, prefixNot } from '../../boolean.js';
import type { Doc } from '../../doc.js';
import type { Frame } from '../../dialect/frame.js';
import type { BooleanSyntax, Emitted } from '../../boolean.js';
import type { Span } from '../../../source/span.js';
import { joinedAlternatives } from './alternatives.js';
import type { Alternative } from './alternatives.js';

/**
 * A condition: what holds for every event or none, queries that belong behind `field:`, a test for
 * some value of a field, or one that is complete.
 */
export type Piece =
  | { readonly kind: 'constant'; readonly value: boolean; readonly span: Span }
  | OfField
  | {
      readonly kind: 'exists';
      readonly field: string;
      readonly isThere: boolean;
      readonly span: Span;
    }
  | {
      readonly kind: 'whole';
      readonly emitted: Emitted;
      readonly joins?: Joined;
      /** The same, where it has tests for missing fields. */
      readonly parts?: Joined;
    };

interface OfField {
  readonly kind: 'of-field';
  readonly field: string;
  readonly values: readonly FieldValue[];
}

export interface Joined {
  readonly kind: 'and' | 'or';
  readonly pieces: readonly Piece[];
}

/** Whether all that satisfies a piece has a value of a field. */
export function requiresField(piece: Piece, field: string): boolean {
  switch (piece.kind) {
    case 'constant':
      return false;
    case 'of-field':
      return piece.field === field;
    case 'exists':
      return piece.isThere && piece.field === field;
    case 'whole': {
      if (!piece.joins) return false;
      const { kind, pieces } = piece.joins;
      const requires = (p: Piece): boolean => requiresField(p, field);
      return kind === 'and' ? pieces.some(requires) : pieces.every(requires);
    }
  }
}

/**
 * Mixed operators always get parentheses: query_string has no real precedence, and takes
 * `a OR NOT b` for `a AND NOT b`. `NOT x` is written beside AND without parentheses.
 */
const SYNTAX: BooleanSyntax = {
  and: { word: 'AND', binding: 20 },
  or: { word: 'OR', binding: 10 },
  not: prefixNot('NOT', 20),
  explicit: true,
};

/** A query of one value, or a string in any letter case, which may be written together with others. */
export type FieldValue = Doc | Alternative;

/** Joins pieces: values of one field go into one pair of parentheses, and nothing is said twice. */
export const pieceFrame: Frame<Piece, Piece> = {
  leaf: (piece) => piece,
  constant: (value, span) => ({ kind: 'constant', value, span }),
  and: (pieces) => link('and', pieces),
  or: (pieces) => link('or', pieces),
  not(piece) {
    if (piece.kind === 'constant') return { ...piece, value: !piece.value };
    const opposite = oppositeOf(piece);
    if (opposite) return opposite;
    return { kind: 'whole', emitted: SYNTAX.not(emitted(piece)) };
  },
};

/** What needs no `NOT` of its own: `NOT ((NOT _exists_:a) OR b)` is `_exists_:a AND NOT b`. */
function oppositeOf(piece: Piece): Piece | null {
  if (piece.kind === 'exists') return { ...piece, isThere: !piece.isThere };
  if (piece.kind !== 'whole' || !piece.parts) return null;
  const { kind, pieces } = piece.parts;
  const positive = pieces.flatMap((p) => (isNegation(p) ? [oppositeOf(p)!] : []));
  const others = pieces.filter((p) => !isNegation(p));
  if (others.length === 0) return link(kind === 'or' ? 'and' : 'or', positive);
  if (kind === 'and') return null;
  return link('and', [...positive, pieceFrame.not(link('or', others))]);
}

/** Of missing fields only. */
function isNegation(piece: Piece): boolean {
  if (piece.kind === 'exists') return !piece.isThere;
  return piece.kind === 'whole' && (piece.parts?.pieces.every(isNegation) ?? false);
}

export function ofField(
  field: string,
  queries: readonly (string | Alternative)[],
  span: Span,
): Piece {
  const values = queries.map((q) => (typeof q === 'string' ? text(q, span) : q));
  return { kind: 'of-field', field, values };
}

export function exists(field: string, isThere: boolean, span: Span): Piece {
  return { kind: 'exists', field, isThere, span };
}

function link(kind: 'and' | 'or', pieces: readonly Piece[]): Piece {
  const absorbing = kind === 'or';
  const parts: Piece[] = [];
  const valuesOf = new Map<string, FieldValue[]>();
  const tested = new Set<string>();
  for (const piece of pieces.flatMap((p) => partsOf(p, kind))) {
    if (piece.kind === 'constant') {
      if (piece.value === absorbing) return piece;
    } else if (piece.kind === 'of-field' && kind === 'or') {
      const known = valuesOf.get(piece.field);
      const values: FieldValue[] = known ?? [];
      for (const value of piece.values) values.push(value);
      if (known) continue;
      valuesOf.set(piece.field, values);
      parts.push({ ...piece, values });
    } else if (piece.kind === 'exists') {
      const test = `${String(piece.isThere)} ${piece.field}`;
      if (!tested.has(test)) parts.push(piece);
      tested.add(test);
    } else parts.push(piece);
  }
  const [first] = parts;
  if (!first) return { ...(pieces[0] as Extract<Piece, { kind: 'constant' }>), value: !absorbing };
  if (parts.length === 1) return first;
  const joined = emittedTogether(kind, parts);
  const isKept = parts.some(isNegation);
  const joins: Joined = { kind, pieces: parts };
  return { kind: 'whole', emitted: joined, joins, ...(isKept ? { parts: joins } : {}) };
}

/** Values that one field must all have are written once behind its name, as any of several are. */
function emittedTogether(kind: 'and' | 'or', parts: readonly Piece[]): Emitted {
  const valuesOf = new Map<string, Doc[]>();
  const written = parts.flatMap((piece): readonly (() => Emitted)[] => {
    const value = kind === 'and' && piece.kind === 'of-field' ? onlyValue(piece) : null;
    if (value === null || piece.kind !== 'of-field') return [() => emitted(piece)];
    const known = valuesOf.get(piece.field);
    if (known) known.push(value);
    const values = known ?? [value];
    valuesOf.set(piece.field, values);
    return known ? [] : [() => emittedOf(piece.field, 'AND', values)];
  });
  const all = written.map((write) => write());
  return all.length === 1 ? all[0]! : linkWith(SYNTAX, kind, all);
}

function onlyValue({ values }: OfField): Doc | null {
  const all = distinctTexts(written(values));
  return all.length === 1 ? all[0]! : null;
}

function emittedOf(field: string, word: 'AND' | 'OR', values: readonly Doc[]): Emitted {
  const all = distinctTexts(values);
  const value = all.length === 1 ? all[0]! : enclose('(', linked(word, all), ')');
  return atom(concat(`${field}:`, value));
}

function partsOf(piece: Piece, kind: 'and' | 'or'): readonly Piece[] {
  return piece.kind === 'whole' && piece.joins?.kind === kind ? piece.joins.pieces : [piece];
}

export function emitted(piece: Piece): Emitted {
  switch (piece.kind) {
    case 'constant':
      return atom(text(piece.value ? '*:*' : '(NOT *:*)', piece.span));
    case 'exists': {
      const asked = `_exists_:${piece.field}`;
      if (piece.isThere) return atom(text(asked, piece.span));
      return { doc: text(`NOT ${asked}`, piece.span), binding: SYNTAX.and.binding };
    }
    case 'of-field':
      return emittedOf(piece.field, 'OR', written(piece.values));
    case 'whole':
      return piece.emitted;
  }
}

function written(values: readonly FieldValue[]): readonly Doc[] {
  const groups = new Map<string, Alternative[]>();
  const docs: (Doc | Alternative[])[] = [];
  for (const value of values) {
    if (typeof value === 'string' || value.kind !== 'alternative') {
      docs.push(value);
      continue;
    }
    const key = `${value.before} ${value.after}`;
    const group = groups.get(key) ?? [];
    if (group.length === 0) docs.push(group);
    group.push(value);
    groups.set(key, group);
  }
  return docs.flatMap((doc) => (Array.isArray(doc) ? joinedAlternatives(doc) : doc));
}

function distinctTexts(docs: readonly Doc[]): readonly Doc[] {
  if (docs.length < 2) return docs;
  const seen = new Set<string>();
  return docs.filter((doc) => {
    if (typeof doc === 'string' || doc.kind !== 'text') return true;
    if (seen.has(doc.text)) return false;
    seen.add(doc.text);
    return true;
  });
}

export function linked(word: 'AND' | 'OR', docs: readonly Doc[]): Doc {
  return join(concat(line, `${word} `), docs);
}
