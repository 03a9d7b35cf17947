import { atom, concat, enclose, text, textFrame } from '../../src/backend/index.js';
import { anyOf, MAX_CLAUSES, queryStringOf } from '../../src/backend/elastic/index.js';
import type { Code, Doc, Emitted, Frame, Span } from '../../src/backend/index.js';
import type { Piece } from '../../src/backend/elastic/index.js';
import { quote } from './literals.js';

/** A condition, and what has to be known of it to negate it. */
export interface Condition extends Emitted {
  /** What every event satisfies, or none. */
  readonly constant?: { readonly value: boolean; readonly span: Span };
  /** The same, and never null; not given for one that never is. */
  readonly sure?: Emitted;
  /**
   * It searches the index, which a function cannot have as an argument: what it is as a test of one row,
   * never null; null if it is none. Not given for what is one.
   */
  readonly ofRow?: Emitted | null;
  /** What it asks of the index. */
  readonly asked?: { readonly piece: Piece; readonly span: Span };
  /** What its negation is without `NOT`. */
  readonly opposite?: Doc;
}

const words = textFrame<Condition>({
  and: 'AND',
  or: 'OR',
  not: 'NOT',
  true: 'TRUE',
  false: 'FALSE',
  // A statement may be 300 expressions deep, and each link of a chain is one deeper.
  longest: 100,
});

/** `NOT` of null is null, so a negation is of what is not null. */
export const frame: Frame<Code, Condition> = {
  ...words,
  constant,
  and: joined(words.and, true),
  or: (operands) => joined(words.or, false)(searchedOnce(operands)),
  not: (operand) => {
    const { sure = operand, ofRow, opposite } = operand;
    if (operand.constant) return constant(!operand.constant.value, operand.constant.span);
    if (opposite) return atom(opposite);
    const parts = apart(operand);
    if (parts) return { ...frame.and(parts.map((part) => frame.not(part))), spreads: true };
    if (ofRow !== undefined) return { ...words.not(sure), ofRow: ofRow && words.not(ofRow) };
    return words.not(sure === operand ? sure : orFalse(operand.doc));
  },
};

/** Alternatives of which some have an opposite, such as `F IS NULL`, and the rest, which has none. */
function apart({ chain }: Condition): readonly Condition[] | null {
  if (chain?.kind !== 'or') return null;
  const operands = chain.operands as readonly Condition[];
  const rest = operands.filter((o) => !o.opposite);
  if (rest.length === operands.length) return null;
  const others = rest.length > 0 ? [frame.or(rest)] : [];
  return [...operands.filter((o) => o.opposite), ...others];
}

export function constant(value: boolean, span: Span): Condition {
  return { ...words.constant(value, span), constant: { value, span } };
}

/** https://www.elastic.co/docs/reference/query-languages/esql/functions-operators/search-functions#esql-qstr */
export function search(piece: Piece, span: Span): Condition {
  if (piece.kind === 'constant') return constant(piece.value, span);
  const call = text(`QSTR(${quote(queryStringOf(piece))})`, span);
  return { ...atom(call), ofRow: null, asked: { piece, span } };
}

/** Values of one field are one search, where the first of them was. */
function searchedOnce(operands: readonly Condition[]): readonly Condition[] {
  const searches = new Map<string, NonNullable<Condition['asked']>[]>();
  const fieldOf = ({ asked }: Condition): string | null =>
    asked?.piece.kind === 'of-field' ? asked.piece.field : null;
  for (const operand of operands) {
    const field = fieldOf(operand);
    if (field !== null) searches.set(field, [...(searches.get(field) ?? []), operand.asked!]);
  }
  return operands.flatMap((operand) => {
    const asked = searches.get(fieldOf(operand) ?? '') ?? [];
    if (asked.length < 2 || asked.length > MAX_CLAUSES) return [operand];
    if (asked[0] !== operand.asked) return [];
    return [search(anyOf(asked.map(({ piece }) => piece)), operand.asked!.span)];
  });
}

/** @param neutral the constant that changes nothing; the other decides */
function joined(
  join: Frame<Code, Condition>['and'],
  neutral: boolean,
): Frame<Code, Condition>['and'] {
  return (given) => {
    const kept = given.filter((o) => o.constant?.value !== neutral);
    const decides = kept.find((o) => o.constant);
    if (decides) return decides;
    const operands = kept.length > 0 ? kept : given.slice(0, 1);
    if (operands.length === 1) return operands[0]!;
    return {
      ...join(operands),
      ...(operands.some((o) => o.sure) ? { sure: join(operands.map((o) => o.sure ?? o)) } : {}),
      ...(operands.some((o) => o.ofRow !== undefined) ? { ofRow: rowOf(operands, join) } : {}),
    };
  };
}

function rowOf(
  operands: readonly Condition[],
  join: Frame<Code, Condition>['and'],
): Emitted | null {
  const rows = operands.map(({ ofRow, ...test }) => (ofRow === undefined ? test : ofRow));
  return rows.includes(null) ? null : join(rows.flatMap((r) => r ?? []));
}

export function orFalse(doc: Doc): Emitted {
  return atom(enclose('COALESCE(', concat(doc, ', FALSE'), ')'));
}
