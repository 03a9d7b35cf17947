import type { FieldPredicate, KeywordPredicate } from '../../../predicate/predicate.js';
import type { PredicateContext } from '../../dialect/context.js';
import { writePart } from '../../dialect/write.js';
import { print } from '../../doc.js';
import { elasticColumn } from '../fields.js';
import { queryStringDialect } from './dialect.js';
import { emitted, pieceFrame } from './pieces.js';
import type { Piece } from './pieces.js';

/** What a predicate asks of the index. Strings of unknown types are taken to be stored as they were written. */
export function askIndex(p: FieldPredicate | KeywordPredicate, context: PredicateContext): Piece {
  const { query } = context;
  const column =
    p.kind === 'keyword' ? null : elasticColumn(query.placement.columns.get(p.field.text));
  const options = { ...query.options, case: column ? 'auto' : 'regex', within: 'string' };
  return writePart(queryStringDialect, p, { ...query, options }, context);
}

/** A query for `query_string` on one line, for a language that can hold one in a string. */
export function queryStringOf(piece: Piece): string {
  return print(emitted(piece).doc, { width: Infinity, compact: true }).text;
}

/** What satisfies one of several queries. */
export const anyOf = (pieces: readonly Piece[]): Piece => pieceFrame.or(pieces);
