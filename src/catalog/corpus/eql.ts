import { collect } from './expression.js';
import type { Dialect, Expression, Literal } from './expression.js';
import * as parser from './eql-parser.generated.js';
import { parseQuery } from './parsing.js';
import { nothingYet, readingOf, refused } from './reading.js';
import type { QueryReader } from './reading.js';

interface EventFilter {
  /** Null for `any`. */
  readonly category: Literal | null;
  readonly condition: Expression;
  /** Of an event that must not happen. */
  readonly negated: boolean;
  readonly at: number;
}

interface Query {
  /** Of a sequence, each of its events. */
  readonly events: readonly EventFilter[];
  /** What pipes filter. */
  readonly conditions: readonly Expression[];
}

/**
 * https://www.elastic.co/docs/reference/query-languages/eql/eql-syntax
 * https://www.elastic.co/docs/reference/query-languages/eql/eql-function-ref
 */
const EQL: Dialect = {
  operators: {
    '==': { question: 'eq' },
    '!=': { question: 'eq', negated: true },
    ':': { question: 'wildcard' },
    '<': { question: 'lt' },
    '<=': { question: 'lte' },
    '>': { question: 'gt' },
    '>=': { question: 'gte' },
    in: { question: 'eq' },
    'in~': { question: 'eq' },
    like: { question: 'wildcard' },
    'like~': { question: 'wildcard' },
    regex: { question: 'regex' },
    'regex~': { question: 'regex' },
  },
  functions: {
    startswith: { question: 'starts_with' },
    endswith: { question: 'ends_with' },
    stringcontains: { question: 'match' },
    wildcard: { question: 'wildcard' },
    match: { question: 'regex' },
    matchlite: { question: 'regex' },
    cidrmatch: { question: 'cidr' },
    arraycontains: { question: 'eq' },
  },
  transparent: new Set(['string', 'number']),
  wildcards: { any: '*', one: '?', escape: null },
  times: new Set(['@timestamp']),
};

const NONE: ReadonlySet<string> = new Set();

/** Reads Elastic's Event Query Language: events, sequences and samples. */
export const readEql: QueryReader = (text) => {
  const parsed = parseQuery<Query>(parser, text);
  if ('problem' in parsed) return refused(parsed.problem.message, parsed.problem.at);
  const gathered = nothingYet();
  for (const { category, condition, negated, at } of parsed.tree.events) {
    const context = category && category.value.toLowerCase();
    if (category) {
      const { value } = category;
      gathered.findings.push({ field: 'event.category', context, kind: 'eq', value, negated, at });
    }
    collect(condition, EQL, { context, negated, aggregates: NONE }, gathered);
  }
  for (const condition of parsed.tree.conditions) {
    collect(condition, EQL, { context: null, negated: false, aggregates: NONE }, gathered);
  }
  return readingOf(gathered);
};
