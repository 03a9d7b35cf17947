import type { FieldPredicate, KeywordPredicate } from '../../../predicate/predicate.js';
import type { PredicateContext } from '../../dialect/context.js';
import { writePart } from '../../dialect/write.js';
import { print } from '../../doc.js';
import { elasticColumn } from '../fields.js';
import { queryStringDialect } from './dialect.js';
import { emitted } from './pieces.js';

/**
 * What a predicate asks, as a query for `query_string` on one line, for a language that can hold
 * one in a string; a boolean where every event satisfies it, or none. Strings of unknown types are taken
 * to be stored as they were written.
 */
export function askIndex(
  p: FieldPredicate | KeywordPredicate,
  context: PredicateContext,
): string | boolean {
  const { query } = context;
  const column =
    p.kind === 'keyword' ? null : elasticColumn(query.placement.columns.get(p.field.text));
  const options = { ...query.options, case: column ? 'auto' : 'regex', within: 'string' };
  const piece = writePart(queryStringDialect, p, { ...query, options }, context);
  if (piece.kind === 'constant') return piece.value;
  return print(emitted(piece).doc, { width: Infinity, compact: true }).text;
}
