import {
  ANY,
  atom,
  enclose,
  matchesEmpty,
  pattern,
  patternToRegex,
  shapeOf,
  text,
  textFrame,
  toRe2,
} from '../../src/backend/index.js';
import type {
  ComparePredicate,
  CompareOperator,
  Dialect,
  ExistsPredicate,
  FieldRefRow,
  KeywordPredicate,
  PredicateContext,
  Regex,
  Row,
  StringPredicate,
  TextPredicate,
  TextShape,
  TimePart,
  TimePartPredicate,
} from '../../src/backend/index.js';
import { codes } from './codes.js';
import { isNumeric, isText, reportText, tellsNull, textOf } from './columns.js';
import type { Column } from './columns.js';
import { equality, foldsBeyondAscii, listOf, networks, noteAssumed } from './lists.js';
import { numberLiteral, stringLiteral } from './literals.js';
import { nullable, operation, testCall } from './written.js';
import type { Written } from './written.js';

type KqlRow<P> = Row<string | Written, Column, P>;

/**
 * Conditions of `where`. `and` binds tighter than `or`; `not` is a function. A query is refused as
 * too complex where a chain of operators is too long, so long chains are folded.
 * https://learn.microsoft.com/en-us/kusto/query/logical-operators
 * https://learn.microsoft.com/en-us/kusto/concepts/query-limits#limit-on-query-complexity
 */
export function dialectFor(
  column: (field: string) => Column,
): Dialect<string | Written, Written, Column> {
  return {
    frame: textFrame<Written>({
      and: 'and',
      or: 'or',
      not: (operand) => operand.negated?.() ?? atom(enclose('not(', operand.doc, ')')),
      true: 'true',
      false: 'false',
      longest: 100,
    }),
    field: (name) => column(name.text),
    text: {
      equals: (field, node, context) =>
        equality(field, node, context) ?? ofPattern(field, node, context),
      startswith: compareText('startswith'),
      endswith: compareText('endswith'),
      contains: compareText('contains'),
      empty: isEmpty,
    },
    wildcard: ofPattern,
    regex(field, { regex }, context) {
      reportText(field, context);
      return regexTest(textOf(field), regex, context);
    },
    number: equality,
    boolean: equality,
    compare,
    cidr: networks,
    missing: isMissing,
    present: isPresent,
    timePart,
    fieldRef,
    keyword,
    list: listOf(column),
  };
}

const ONCE = { once: true };

/**
 * None of these is `has`, which compares whole terms.
 * https://learn.microsoft.com/en-us/kusto/query/datatypes-string-operators
 */
function textOperator(shape: TextShape, cased: boolean): string {
  if (shape === 'equals') return cased ? '==' : '=~';
  return cased ? `${shape}_cs` : shape;
}

function compareText(shape: TextShape): KqlRow<TextPredicate> {
  return (field, node, context) => {
    if (!node.cased && foldsBeyondAscii(node.text)) return ofPattern(field, node, context);
    reportText(field, context);
    const operator = textOperator(shape, node.cased);
    return operation(textOf(field), operator, stringLiteral(node.text), context.span);
  };
}

/** The whole value is matched, line breaks included. */
function ofPattern(
  field: Column,
  node: StringPredicate,
  context: PredicateContext,
): Written | null {
  reportText(field, context);
  return regexTest(textOf(field), patternToRegex(node.pattern, node.cased), context);
}

/**
 * Kusto's documentation has named RE2 and, of late, reads like Rust's `regex`: what both take.
 * https://learn.microsoft.com/en-us/kusto/query/regex
 */
function regexTest(code: string, regex: Regex, context: PredicateContext): Written | null {
  const pattern = context.pattern(toRe2(regex), ONCE);
  if (pattern === null) return null;
  if (matchesEmpty(regex.ast)) {
    context.approximate('wider', codes['kql-regex-matches-empty'](), ONCE);
  }
  return operation(code, 'matches regex', stringLiteral(pattern), context.span);
}

/*
 * A string column has no null: a value that was missing when the event was stored is the empty
 * string. `isnull` of a string is always false, so only `isempty` is of use there.
 * https://learn.microsoft.com/en-us/kusto/query/isempty-function
 */

function isMissing(field: Column, _: unknown, context: PredicateContext): Written {
  const { code } = field;
  if (tellsNull(field)) return testCall('isnull', 'isnotnull', code, context.span);
  context.approximate('wider', codes['kql-null-is-empty']({ field: field.field }), ONCE);
  return testCall('isempty', 'isnotempty', code, context.span);
}

function isPresent(
  field: Column,
  node: ExistsPredicate | StringPredicate,
  context: PredicateContext,
): Written {
  const { code } = field;
  if (node.kind === 'exists' && field.origin === 'path') {
    context.approximate('narrower', codes['kql-null-is-missing']({ field: field.field }), ONCE);
  }
  if (tellsNull(field)) return testCall('isnotnull', 'isnull', code, context.span);
  context.approximate('narrower', codes['kql-empty-is-missing']({ field: field.field }), ONCE);
  return testCall('isnotempty', 'isempty', code, context.span);
}

function isEmpty(field: Column, _: unknown, context: PredicateContext): Written {
  const { code } = field;
  if (field.type === 'dynamic') {
    const both = text(`isnotnull(${code}) and tostring(${code}) == ""`, context.span);
    return { doc: both, binding: AND };
  }
  // No number, date or the like is the empty string.
  if (field.origin === 'declared' && !isText(field)) return atom(text('false', context.span));
  context.approximate('wider', codes['kql-missing-is-empty']({ field: field.field }), ONCE);
  return testCall('isempty', 'isnotempty', code, context.span);
}

/** How tightly `and` binds in a text frame. */
const AND = 20;

/** https://learn.microsoft.com/en-us/kusto/query/numerical-operators */
const COMPARISONS: Readonly<Record<CompareOperator | 'eq', string>> = {
  eq: '==',
  lt: '<',
  lte: '<=',
  gt: '>',
  gte: '>=',
};

/** https://learn.microsoft.com/en-us/kusto/query/toreal-function gives null for what is not a number. */
function compare(
  field: Column,
  { operator, number }: ComparePredicate,
  context: PredicateContext,
): Written {
  noteAssumed(field, context);
  // A `real` keeps whole numbers up to 2^53 apart.
  const conversion = number.decimal.replace(/\D/g, '').length > 15 ? 'todecimal' : 'toreal';
  const side = isNumeric(field) ? field.code : `${conversion}(${textOf(field)})`;
  const code = `${side} ${COMPARISONS[operator]} ${numberLiteral(number)}`;
  return nullable(atom(text(code, context.span)), context);
}

/**
 * `week_of_year` is the ISO week, `weekofyear` is not.
 * https://learn.microsoft.com/en-us/kusto/query/datetime-part-function
 */
function timePart(
  field: Column,
  { part, operator, number }: TimePartPredicate,
  context: PredicateContext,
): Written {
  const name: Exclude<TimePart, 'week'> | 'week_of_year' = part === 'week' ? 'week_of_year' : part;
  const plain = isText(field) || field.type === 'dynamic' || field.type === 'datetime';
  const value = plain ? field.code : textOf(field);
  const time = field.type === 'datetime' ? value : `todatetime(${value})`;
  const side = `datetime_part("${name}", ${time})`;
  const written = operation(side, COMPARISONS[operator], numberLiteral(number), context.span);
  // A null is equal to nothing, and to `<` and its like it is neither.
  return operator === 'eq' ? written : nullable(written, context);
}

/**
 * Operators that ignore case do so for ASCII alone, so both sides are lower-cased.
 * https://learn.microsoft.com/en-us/kusto/query/equals-operator
 */
function fieldRef(
  left: Column,
  { other: right, match, cased, filled }: FieldRefRow<Column>,
  context: PredicateContext,
): Written {
  const { span } = context;
  if (match === 'equals' && isNumeric(left) && isNumeric(right)) {
    // Two nulls compare to null.
    return nullable(atom(text(`${left.code} == ${right.code}`, span)), context);
  }
  reportText(left, context);
  reportText(right, context);
  // Where the other field is empty, what is missing must not count as equal to it. Only a string or
  // something dynamic can be there and print as nothing.
  const guarded = filled ? [] : right.type === 'dynamic' ? [right, left] : [right];
  const guards = guarded.map((column) => {
    if (!isText(column)) return `isnotnull(${column.code})`;
    context.approximate('narrower', codes['kql-field-ref-empty']({ field: column.field }), ONCE);
    return `isnotempty(${column.code})`;
  });
  const side = (column: Column): string => (cased ? textOf(column) : `tolower(${textOf(column)})`);
  const test = `${side(left)} ${textOperator(match, true)} ${side(right)}`;
  return { doc: text([...guards, test].join(' and '), span), binding: AND };
}

/**
 * `*` stands for every column: the event's text contains what one of them contains.
 * https://learn.microsoft.com/en-us/kusto/query/where-operator
 */
function keyword({ search }: KeywordPredicate, context: PredicateContext): Written | null {
  if (search.kind === 'regex') return regexTest('*', search.regex, context);
  const { cased } = search;
  const anywhere = pattern([ANY, ...search.pattern, ANY]);
  const shape = shapeOf(anywhere);
  const written =
    shape.shape === 'contains' && (cased || !foldsBeyondAscii(shape.text))
      ? operation('*', textOperator('contains', cased), stringLiteral(shape.text), context.span)
      : regexTest('*', patternToRegex(anywhere, cased), context);
  // `* !contains` would be true where one column of many does not contain it.
  return written && atom(written.doc);
}
