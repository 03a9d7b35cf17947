import type { Dialect, Test } from '../comparison.js';

/** What operators ask, each with a negated form; a whole term that `has` finds is contained. */
const QUESTIONS: Readonly<Record<string, Test>> = {
  in: { question: 'eq', cased: true },
  'in~': { question: 'eq' },
  has: { question: 'match' },
  has_cs: { question: 'match', cased: true },
  has_any: { question: 'match' },
  has_all: { question: 'match', all: true },
  hasprefix: { question: 'match' },
  hasprefix_cs: { question: 'match', cased: true },
  hassuffix: { question: 'match' },
  hassuffix_cs: { question: 'match', cased: true },
  contains: { question: 'match' },
  contains_cs: { question: 'match', cased: true },
  startswith: { question: 'starts_with' },
  startswith_cs: { question: 'starts_with', cased: true },
  endswith: { question: 'ends_with' },
  endswith_cs: { question: 'ends_with', cased: true },
};

/**
 * https://learn.microsoft.com/en-us/kusto/query/datatypes-string-operators
 * https://learn.microsoft.com/en-us/kusto/query/scalar-functions
 */
export const KUSTO: Dialect = {
  operators: {
    '==': { question: 'eq', cased: true },
    '=~': { question: 'eq' },
    '!=': { question: 'eq', cased: true, negated: true },
    '<>': { question: 'eq', cased: true, negated: true },
    '!~': { question: 'eq', negated: true },
    ':': { question: 'match' },
    '<': { question: 'lt' },
    '<=': { question: 'lte' },
    '>': { question: 'gt' },
    '>=': { question: 'gte' },
    'matches regex': { question: 'regex' },
    ...Object.fromEntries(
      Object.entries(QUESTIONS).flatMap(([name, test]): [string, Test][] => [
        [name, test],
        [`!${name}`, { ...test, negated: true }],
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
    set_has_element: { question: 'eq', cased: true, subject: 1 },
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
