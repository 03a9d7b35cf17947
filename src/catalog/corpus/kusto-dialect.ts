import type { Dialect, Test } from './expression.js';

/** What operators ask; a term that `has` finds stands by itself, and is contained all the same. */
const QUESTIONS = {
  in: 'eq',
  'in~': 'eq',
  has: 'match',
  has_cs: 'match',
  has_any: 'match',
  has_all: 'match',
  hasprefix: 'match',
  hasprefix_cs: 'match',
  hassuffix: 'match',
  hassuffix_cs: 'match',
  contains: 'match',
  contains_cs: 'match',
  startswith: 'starts_with',
  startswith_cs: 'starts_with',
  endswith: 'ends_with',
  endswith_cs: 'ends_with',
} as const;

/**
 * https://learn.microsoft.com/en-us/kusto/query/datatypes-string-operators
 * https://learn.microsoft.com/en-us/kusto/query/scalar-functions
 */
export const KUSTO: Dialect = {
  operators: {
    '==': { question: 'eq' },
    '=~': { question: 'eq' },
    '!=': { question: 'eq', negated: true },
    '<>': { question: 'eq', negated: true },
    '!~': { question: 'eq', negated: true },
    ':': { question: 'match' },
    '<': { question: 'lt' },
    '<=': { question: 'lte' },
    '>': { question: 'gt' },
    '>=': { question: 'gte' },
    'matches regex': { question: 'regex' },
    ...Object.fromEntries(
      Object.entries(QUESTIONS).flatMap(([name, question]): [string, Test][] => [
        [name, { question }],
        [`!${name}`, { question, negated: true }],
      ]),
    ),
  },
  functions: {
    isempty: { question: 'null' },
    isnull: { question: 'null' },
    isnotempty: { question: 'exists' },
    isnotnull: { question: 'exists' },
    notempty: { question: 'exists' },
    notnull: { question: 'exists' },
    ipv4_is_in_range: { question: 'cidr' },
    ipv4_is_in_any_range: { question: 'cidr' },
    ipv4_is_match: { question: 'cidr' },
    ipv6_is_in_range: { question: 'cidr' },
    ipv6_is_in_any_range: { question: 'cidr' },
    ipv6_is_match: { question: 'cidr' },
    has_ipv4: { question: 'match' },
    has_any_ipv4: { question: 'match' },
    has_ipv4_prefix: { question: 'match' },
    has_any_ipv4_prefix: { question: 'match' },
    set_has_element: { question: 'eq', subject: 1 },
  },
  transparent: new Set([
    'tostring',
    'tolower',
    'toupper',
    'toint',
    'tolong',
    'todouble',
    'toreal',
    'tobool',
    'toguid',
    'todynamic',
    'parse_json',
  ]),
  wildcards: { any: '*', one: null, escape: null },
  times: new Set(['timegenerated', 'timestamp', 'ingestion_time']),
};
