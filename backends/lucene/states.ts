import { determinizedStates } from '../../src/backend/index.js';
import type { PredicateContext, QueryContext, Regex } from '../../src/backend/index.js';
import { codes } from './codes.js';

/**
 * The states that query_string lets the automaton of a pattern have.
 * https://www.elastic.co/docs/reference/query-languages/query-dsl/query-dsl-query-string-query
 */
const MAX_STATES = 10_000;

/** The states that are counted for one query at most, so that no rule takes long. */
const BUDGET = 10 * MAX_STATES;

const counted = new WeakMap<QueryContext, number>();

/** Reports a pattern whose automaton Elasticsearch would refuse. */
export function withinStates({ ast }: Regex, context: PredicateContext): void {
  const before = counted.get(context.query) ?? 0;
  if (before >= BUDGET) return;
  const states = determinizedStates(ast, MAX_STATES);
  counted.set(context.query, before + states);
  if (states > MAX_STATES) context.limit(codes['lucene-states']({ max: MAX_STATES }));
}
