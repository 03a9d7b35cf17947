import { ATOM, atom, enclose, text } from '../../src/backend/index.js';
import type {
  BooleanSyntax,
  CompareOperator,
  Doc,
  Emitted,
  FieldRefMatch,
  Span,
  TimePart,
} from '../../src/backend/index.js';

/** A piece of query that may know a plainer negation than `not(…)`. */
export interface Written extends Emitted {
  readonly negated?: () => Emitted;
}

/**
 * `and` binds tighter than `or`; `not` is a function. A query is refused as too complex where a
 * chain of operators is too long, so long chains are folded.
 * https://learn.microsoft.com/en-us/kusto/query/logical-operators
 * https://learn.microsoft.com/en-us/kusto/concepts/query-limits#limit-on-query-complexity
 */
export const SYNTAX: BooleanSyntax = {
  and: { word: 'and', binding: 20 },
  or: { word: 'or', binding: 10 },
  longest: 100,
  not: (operand: Written) => operand.negated?.() ?? atom(enclose('not(', operand.doc, ')')),
  // `a or b and c` is right, and misread.
  explicit: true,
};

/**
 * None of these is `has`, which compares whole terms.
 * https://learn.microsoft.com/en-us/kusto/query/datatypes-string-operators
 */
export const TEXT_OPERATORS: Readonly<
  Record<FieldRefMatch, { readonly uncased: string; readonly cased: string }>
> = {
  equals: { uncased: '=~', cased: '==' },
  contains: { uncased: 'contains', cased: 'contains_cs' },
  startswith: { uncased: 'startswith', cased: 'startswith_cs' },
  endswith: { uncased: 'endswith', cased: 'endswith_cs' },
};

/**
 * What an equality becomes for several values.
 * https://learn.microsoft.com/en-us/kusto/query/in-operator
 */
export const LIST_OPERATORS = { '=~': 'in~', '==': 'in' } as const;

const NEGATED: Readonly<Record<string, string>> = {
  '=~': '!~',
  '==': '!=',
  'in~': '!in~',
  in: '!in',
  contains: '!contains',
  contains_cs: '!contains_cs',
  startswith: '!startswith',
  startswith_cs: '!startswith_cs',
  endswith: '!endswith',
  endswith_cs: '!endswith_cs',
};

/** https://learn.microsoft.com/en-us/kusto/query/numerical-operators */
export const COMPARISONS: Readonly<Record<CompareOperator | 'eq', string>> = {
  eq: '==',
  lt: '<',
  lte: '<=',
  gt: '>',
  gte: '>=',
};

/**
 * `week_of_year` is the ISO week, `weekofyear` is not.
 * https://learn.microsoft.com/en-us/kusto/query/datetime-part-function
 */
export const TIME_PARTS: Readonly<Record<TimePart, string>> = {
  minute: 'minute',
  hour: 'hour',
  day: 'day',
  week: 'week_of_year',
  month: 'month',
  year: 'year',
};

/**
 * Both give null for what is no address.
 * https://learn.microsoft.com/en-us/kusto/query/ipv4-is-in-range-function
 * https://learn.microsoft.com/en-us/kusto/query/ipv6-is-in-any-range-function
 */
export const RANGE_FUNCTIONS = {
  4: { one: 'ipv4_is_in_range', any: 'ipv4_is_in_any_range' },
  6: { one: 'ipv6_is_in_range', any: 'ipv6_is_in_any_range' },
} as const;

/** `left operator right`, of one place of the rule. */
export function operation(left: string, operator: string, right: string, span: Span): Written {
  return operationOf(operator, (o) => text(`${left} ${o} ${right}`, span));
}

/** An operation that knows its negation; `write` is called with the operator that it gets. */
export function operationOf(operator: string, write: (operator: string) => Doc): Written {
  const opposite = NEGATED[operator];
  const doc = write(operator);
  if (!opposite) return { doc, binding: ATOM };
  return { doc, binding: ATOM, negated: () => atom(write(opposite)) };
}

/** A call and the call that says the opposite: `isempty(F)`, `isnotempty(F)`. */
export function testCall(call: string, opposite: string, argument: string, span: Span): Written {
  return {
    doc: text(`${call}(${argument})`, span),
    binding: ATOM,
    negated: () => atom(text(`${opposite}(${argument})`, span)),
  };
}
