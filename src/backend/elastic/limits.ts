import { isTooComplex, mayBeTooComplex } from '../../model/regex/dialects/lucene.js';
import type { Regex } from '../../model/regex/ast.js';
import type { QueryContext, PredicateContext } from '../dialect/context.js';
import { elasticCodes } from './codes.js';
import { isOpenSearch } from './opensearch.js';

/**
 * The states that Elasticsearch lets the automaton of a pattern have.
 * https://www.elastic.co/docs/reference/query-languages/query-dsl/query-dsl-regexp-query
 */
const MAX_STATES = 10_000;

/** How many patterns of one query are estimated at most, so that no rule takes long. */
const MOST_ESTIMATES = 100;

const estimated = new WeakMap<QueryContext, number>();

/** Reports a pattern whose automaton Elasticsearch would refuse. */
export function withinStates(regex: Regex, context: PredicateContext): void {
  if (!mayBeTooComplex(regex)) return;
  const before = estimated.get(context.query) ?? 0;
  if (before >= MOST_ESTIMATES) return;
  estimated.set(context.query, before + 1);
  if (isTooComplex(regex)) context.limit(elasticCodes['elastic-states']({ max: MAX_STATES }));
}

/**
 * The longest regular expression that Elasticsearch takes, unless an index sets its own.
 * https://www.elastic.co/docs/reference/elasticsearch/index-settings/index-modules
 */
export const MAX_REGEX = 1_000;

/** Between slashes. A backslash right before the closing one would be read as escaping it. */
export function closed(regex: string): string {
  return `/${regex.endsWith('\\\\') ? `${regex.slice(0, -2)}[\\\\]` : regex}/`;
}

/** Reports a regular expression that is too long. */
export function withinLength(regex: string, context: PredicateContext): void {
  if (regex.length <= MAX_REGEX) return;
  context.limit(elasticCodes['elastic-long-regex']({ length: regex.length, max: MAX_REGEX }));
}

/**
 * The fewest clauses that a cluster takes in one query; from 8.1 on, more memory allows more.
 * https://www.elastic.co/docs/reference/elasticsearch/configuration-reference/search-settings
 */
export const MAX_CLAUSES = 1_024;

/** Reports a query of too many clauses. */
export function withinClauses(clauses: number, context: QueryContext): void {
  const { report, rule, reported, options } = context;
  if (clauses > MAX_CLAUSES && !reported.has('clauses')) {
    reported.add('clauses');
    const code = isOpenSearch(options) ? 'opensearch-clauses' : 'elastic-clauses';
    const finding = elasticCodes[code]({ clauses, max: MAX_CLAUSES });
    report.limit(finding, rule.logsource.span);
  }
}
