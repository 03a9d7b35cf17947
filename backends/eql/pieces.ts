import { atom, concat, enclose, join, line, text, textFrame } from '../../src/backend/index.js';
import type { Doc, Emitted, Frame, Span } from '../../src/backend/index.js';

/** What a field is compared by: an operator before a value or a list of them, or a function. */
export type Operator = ':' | '==' | 'in~' | 'like' | 'regex' | 'regex~' | 'cidrMatch' | Order;

type Order = '<' | '<=' | '>' | '>=';

/** Part of a condition: what holds for every event or none, a comparison of a field, or what joins them. */
export type Piece =
  | { readonly kind: 'constant'; readonly value: boolean; readonly span: Span }
  | Comparison
  | {
      readonly kind: 'presence';
      readonly field: string;
      readonly isThere: boolean;
      readonly span: Span;
    }
  | {
      readonly kind: 'linked';
      readonly operator: 'and' | 'or';
      readonly operands: readonly Piece[];
      readonly clauses: number;
    }
  | { readonly kind: 'not'; readonly operand: Piece; readonly clauses: number };

/** One of these values. */
interface Comparison {
  readonly kind: 'comparison';
  /** What is compared: a field, or a function of one. */
  readonly subject: string;
  /** A field without which the comparison has to be false, since null would stay null under a `not`. */
  readonly guard: string | null;
  readonly operator: Operator;
  readonly values: readonly Doc[];
  /** No value has wildcards or letters, so `==` asks the same as `:`, and costs less. */
  readonly isPlain: boolean;
  readonly span: Span;
}

const TEXTS = textFrame({ and: 'and', or: 'or', not: 'not', true: 'true', false: 'false' });

/** Joins pieces: values that a field is compared with in the same way are one list. */
export const pieceFrame: Frame<Piece, Piece> = {
  leaf: (piece) => piece,
  constant: (value, span) => ({ kind: 'constant', value, span }),
  and: (pieces) => link('and', pieces),
  or: (pieces) => link('or', pieces),
  not(piece) {
    if (piece.kind === 'constant') return { ...piece, value: !piece.value };
    if (piece.kind === 'presence') return { ...piece, isThere: !piece.isThere };
    if (piece.kind === 'linked' && piece.operator === 'or' && piece.operands.some(isPresence)) {
      const others = piece.operands.filter((p) => !isPresence(p));
      const opposite = piece.operands.filter(isPresence).map((p) => pieceFrame.not(p));
      return link(
        'and',
        others.length === 0 ? opposite : [...opposite, pieceFrame.not(link('or', others))],
      );
    }
    return { kind: 'not', operand: piece, clauses: clausesOf(piece) };
  },
};

function isPresence(piece: Piece): boolean {
  return piece.kind === 'presence';
}

export function comparison(
  { code, isOptional }: { readonly code: string; readonly isOptional: boolean },
  operator: Operator,
  values: readonly string[],
  { span, isNegated }: { readonly span: Span; readonly isNegated: boolean },
  {
    subject = code,
    isPlain = false,
  }: { readonly subject?: string; readonly isPlain?: boolean } = {},
): Piece {
  const guard = isOptional && isNegated ? code : null;
  const docs = values.map((v) => text(v, span));
  return { kind: 'comparison', subject, guard, operator, values: docs, isPlain, span };
}

function link(operator: 'and' | 'or', pieces: readonly Piece[]): Piece {
  const absorbing = operator === 'or';
  const parts: Piece[] = [];
  const lists = new Map<string, { readonly at: number; readonly values: Doc[] }>();
  const all = pieces.flatMap((p) =>
    p.kind === 'linked' && p.operator === operator ? p.operands : p,
  );
  for (const piece of all) {
    if (piece.kind === 'constant') {
      if (piece.value === absorbing) return piece;
      continue;
    }
    const key = keyOf(operator, piece);
    const list = key === null ? undefined : lists.get(key);
    if (!list) {
      const values = piece.kind === 'comparison' ? [...piece.values] : [];
      if (key !== null) lists.set(key, { at: parts.length, values });
      parts.push(piece.kind === 'comparison' ? { ...piece, values } : piece);
    } else if (piece.kind === 'comparison') {
      for (const value of piece.values) list.values.push(value);
      const known = parts[list.at] as Comparison;
      if (!piece.isPlain && known.isPlain) parts[list.at] = { ...known, isPlain: false };
    }
  }
  const [first, ...others] = parts;
  if (!first) return { ...(pieces[0] as Extract<Piece, { kind: 'constant' }>), value: !absorbing };
  if (others.length === 0) return first;
  const clauses = parts.reduce((sum, piece) => sum + clausesOf(piece), 0);
  return { kind: 'linked', operator, operands: parts, clauses };
}

/** What these compare with is no list. */
const ORDER = /^[<>]/;

/** Pieces of one key are said once, or in one list; null for what is said by itself. */
function keyOf(operator: 'and' | 'or', piece: Piece): string | null {
  if (piece.kind === 'presence') return `${piece.isThere ? 'any' : 'null'} ${piece.field}`;
  const isList = operator === 'or' && piece.kind === 'comparison' && !ORDER.test(piece.operator);
  return isList ? `${piece.operator} ${piece.subject}` : null;
}

export function emitted(piece: Piece): Emitted {
  switch (piece.kind) {
    case 'constant':
      return TEXTS.constant(piece.value, piece.span);
    case 'presence':
      return atom(text(`${piece.field} ${piece.isThere ? '!=' : '=='} null`, piece.span));
    case 'comparison': {
      const { guard, span } = piece;
      const asked = atom(compared(piece));
      if (guard === null) return asked;
      return TEXTS.and([atom(text(`${guard} != null`, span)), asked]);
    }
    case 'linked':
      return TEXTS[piece.operator](piece.operands.map(emitted));
    case 'not':
      return TEXTS.not(emitted(piece.operand));
  }
}

/** How many clauses Elasticsearch makes of it: a list of values that are compared as they are is one. */
export function clausesOf(piece: Piece): number {
  if (piece.kind === 'linked' || piece.kind === 'not') return piece.clauses;
  const isOne = piece.kind !== 'comparison' || piece.isPlain || !/[:~]|like/.test(piece.operator);
  return isOne ? 1 : piece.values.length;
}

/** https://www.elastic.co/docs/reference/query-languages/eql/eql-syntax#eql-syntax-lookup-operators */
function compared({ subject, operator: given, values: all, isPlain }: Comparison): Doc {
  const operator = isPlain ? '==' : given;
  const values = distinct(all);
  const between = concat(',', line);
  if (operator === 'cidrMatch') {
    return enclose('cidrMatch(', join(between, [subject, ...values]), ')');
  }
  const list = join(between, values);
  const [only] = values;
  if (values.length === 1 && operator !== 'in~') return concat(`${subject} ${operator} `, only!);
  return enclose(`${subject} ${operator === '==' ? 'in' : operator} (`, list, ')');
}

function distinct(docs: readonly Doc[]): readonly Doc[] {
  const seen = new Set<unknown>();
  return docs.filter((doc) => {
    const key = typeof doc !== 'string' && doc.kind === 'text' ? doc.text : doc;
    return !seen.has(key) && seen.add(key);
  });
}
