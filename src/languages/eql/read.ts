import { comparisonOf } from '../comparison.js';
import type { Comparison, Dialect, Literal } from '../comparison.js';
import { link, spanOf } from '../clause.js';
import { parseQuery } from '../parsing.js';
import { addCondition, nothingYet, readingOf, refused } from '../reading.js';
import type { QueryReader } from '../reading.js';
import { pattern } from '../../model/patterns/pattern.js';
import { stringPredicate } from '../../predicate/from-value.js';
import * as parser from './parser.generated.js';

interface EventFilter {
  /** Null for `any`. */
  readonly category: Literal | null;
  readonly condition: Comparison;
  /** Of an event that must not happen. */
  readonly negated: boolean;
}

interface Query {
  /** Of a sequence, each of its events. */
  readonly events: readonly EventFilter[];
  /** What pipes filter. */
  readonly conditions: readonly Comparison[];
}

/**
 * https://www.elastic.co/docs/reference/query-languages/eql/eql-syntax
 * https://www.elastic.co/docs/reference/query-languages/eql/eql-function-ref
 */
const EQL: Dialect = {
  operators: {
    '==': { question: 'eq', cased: true },
    '!=': { question: 'eq', cased: true, negated: true },
    ':': { question: 'wildcard' },
    '<': { question: 'lt' },
    '<=': { question: 'lte' },
    '>': { question: 'gt' },
    '>=': { question: 'gte' },
    in: { question: 'eq', cased: true },
    'in~': { question: 'eq' },
    like: { question: 'wildcard', cased: true },
    'like~': { question: 'wildcard' },
    regex: { question: 'lucene-regex', cased: true },
    'regex~': { question: 'lucene-regex' },
  },
  functions: {
    startswith: { question: 'starts_with', cased: true },
    endswith: { question: 'ends_with', cased: true },
    stringcontains: { question: 'match', cased: true },
    wildcard: { question: 'wildcard', cased: true },
    match: { question: 'lucene-regex', cased: true },
    matchlite: { question: 'lucene-regex', cased: true },
    cidrmatch: { question: 'cidr' },
    arraycontains: { question: 'eq', cased: true },
  },
  transparent: new Set(['string', 'number']),
  wildcards: { any: '*', one: '?', escape: null },
  times: new Set(['@timestamp']),
};

const NOT_COUNTED = { aggregates: new Set<string>() };

/** Reads Elastic's Event Query Language: events, sequences and samples. */
export const readEql: QueryReader = (query) => {
  const parsed = parseQuery<Query>(parser, query.text);
  if ('problem' in parsed) return refused(parsed.problem.message, parsed.problem.at);
  const gathered = nothingYet(query);
  for (const { category, condition, negated } of parsed.tree.events) {
    const asked = comparisonOf(condition, EQL, NOT_COUNTED, gathered);
    const source = category && category.value.toLowerCase();
    addCondition(gathered, source, link('and', [category && isOf(category), asked]), negated);
  }
  for (const condition of parsed.tree.conditions) {
    addCondition(gathered, null, comparisonOf(condition, EQL, NOT_COUNTED, gathered));
  }
  return readingOf(gathered);

  function isOf(category: Literal) {
    const span = spanOf(query, category);
    const field = { text: 'event.category', span };
    return stringPredicate(field, pattern([category.value]), false, span);
  }
};
