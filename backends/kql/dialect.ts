import {
  ANY,
  atom,
  concat,
  foldsBeyondAscii,
  isAny,
  matchesEmpty,
  pattern,
  patternToRegex,
  shapeOf,
  text,
  toRe2,
} from '../../src/backend/index.js';
import type {
  Dialect,
  KeywordPredicate,
  PredicateContext,
  Regex,
  Row,
  StringPredicate,
  TextPredicate,
  TextShape,
} from '../../src/backend/index.js';
import { codes } from './codes.js';
import type { Indexed } from './cost.js';
import { isNumeric, isText, reportText, tellsNull, textOf } from './columns.js';
import type { Column } from './columns.js';
import { frame } from './frame.js';
import { equality, list, networks, noteAssumed, partOf } from './lists.js';
import { numberLiteral, stringLiteral } from './literals.js';
import { orMissing } from './stored.js';
import { AND, nullable, operation, testCall } from './written.js';
import type { Written } from './written.js';

type Kql = Dialect<string | Written, Written, Column>;

/**
 * Conditions of `where`. `and` binds tighter than `or`; `not` is a function. A query is refused as
 * too complex where a chain of operators is too long, so long chains are folded.
 * https://learn.microsoft.com/en-us/kusto/query/logical-operators
 * https://learn.microsoft.com/en-us/kusto/concepts/query-limits#limit-on-query-complexity
 */
export function dialectFor(
  column: (field: string) => Column,
  keywords: readonly string[],
  indexed: Indexed | null = null,
): Kql {
  const inText: Pick<Kql, 'keyword'> =
    keywords.length > 0 ? { keyword: (node, context) => keywordIn(keywords, node, context) } : {};
  return {
    ...ROWS,
    ...inText,
    ...(indexed ? { text: withTerm(indexed) } : {}),
    field: ({ text: name, blank }) => (blank ? { ...column(name), blank } : column(name)),
  };
}

/** A list of its own: the placement's would be reported as some of the event's fields. */
function keywordIn(
  columns: readonly string[],
  { search }: KeywordPredicate,
  context: PredicateContext,
): { readonly fields: readonly string[] } {
  const joined = columns.filter((name) => JOINED.has(name));
  const slots = { fields: joined.join(', ') };
  if (joined.length > 0) {
    if (search.kind === 'regex') context.approximate('both', codes['kql-keyword-values'](slots));
    else if (search.pattern.slice(1, -1).some(isAny))
      context.approximate('wider', codes['kql-keyword-values'](slots));
  }
  return { fields: [...columns] };
}

/**
 * Columns with all values of an event, one after another.
 * https://learn.microsoft.com/en-us/azure/azure-monitor/reference/tables/event
 */
const JOINED = new Set(['EventData', 'RenderedDescription']);

const ONCE = { once: true };

/** https://learn.microsoft.com/en-us/kusto/query/numerical-operators */
const COMPARISONS = { eq: '==', lt: '<', lte: '<=', gt: '>', gte: '>=' } as const;

const ROWS: Omit<Kql, 'field'> = {
  frame,

  text: {
    equals: orMissing(
      (field, node, context) => equality(field, node, context) ?? ofPattern(field, node, context),
    ),
    startswith: orMissing(compareText('startswith')),
    endswith: orMissing(compareText('endswith')),
    contains: orMissing(compareText('contains')),

    empty(field, _, context) {
      const { code } = field;
      if (field.type === 'dynamic') {
        const both = text(`isnotnull(${code}) and tostring(${code}) == ""`, context.span);
        return { doc: both, binding: AND };
      }
      // No number, date or the like is the empty string.
      if (field.origin === 'declared' && !isText(field)) return 'false';
      if (!field.blank) {
        context.approximate('wider', codes['kql-missing-is-empty']({ field: field.field }), ONCE);
      }
      return testCall('isempty', 'isnotempty', code, context.span);
    },
  },
  wildcard: orMissing(ofPattern),

  regex(field, { regex }, context) {
    reportText(field, context);
    return regexTest(textOf(field), regex, context);
  },
  number: equality,
  boolean: equality,
  cidr: networks,
  list,

  /** https://learn.microsoft.com/en-us/kusto/query/toreal-function gives null for what is not a number. */
  compare(field, { operator, number }, context) {
    noteAssumed(field, context);
    // A `real` keeps whole numbers up to 2^53 apart.
    const conversion = number.decimal.replace(/\D/g, '').length > 15 ? 'todecimal' : 'toreal';
    const side = isNumeric(field) ? field.code : `${conversion}(${textOf(field)})`;
    const code = `${side} ${COMPARISONS[operator]} ${numberLiteral(number)}`;
    return nullable(atom(text(code, context.span)), context);
  },

  /*
   * A string column has no null: a value that was missing when the event was stored is the empty
   * string. `isnull` of a string is always false, so only `isempty` is of use there.
   * https://learn.microsoft.com/en-us/kusto/query/isempty-function
   */
  missing(field, _, context) {
    if (field.list) return listTest('in', field, context);
    if (tellsNull(field)) return testCall('isnull', 'isnotnull', field.code, context.span);
    if (!field.blank) {
      context.approximate('wider', codes['kql-null-is-empty'](asString(field)), ONCE);
    }
    return testCall('isempty', 'isnotempty', field.code, context.span);
  },
  present(field, node, context) {
    if (field.list) return listTest('!in', field, context);
    if (node.kind === 'exists' && field.origin === 'path') {
      context.approximate('narrower', codes['kql-null-is-missing']({ field: field.field }), ONCE);
    }
    if (tellsNull(field)) return testCall('isnotnull', 'isnull', field.code, context.span);
    if (!field.blank) {
      context.approximate('narrower', codes['kql-empty-is-missing'](asString(field)), ONCE);
    }
    return testCall('isnotempty', 'isempty', field.code, context.span);
  },

  /** A null is equal to nothing, and to `<` and its like it is neither. */
  timePart(field, node, context) {
    const same = equality(field, node, context);
    if (same) return same;
    const { part, operator, number } = node;
    const test = `${partOf(field, part)} ${COMPARISONS[operator]} ${numberLiteral(number)}`;
    return nullable(atom(text(test, context.span)), context);
  },

  /**
   * Operators that ignore case do so for ASCII alone, so both sides are lower-cased.
   * https://learn.microsoft.com/en-us/kusto/query/equals-operator
   */
  fieldRef(left, { other: right, match, cased, filled }, context) {
    if (match === 'equals' && isNumeric(left) && isNumeric(right)) {
      // Two nulls compare to null.
      return nullable(atom(text(`${left.code} == ${right.code}`, context.span)), context);
    }
    reportText(left, context);
    reportText(right, context);
    // Where the other field is empty, what is missing must not count as equal to it. Only a string
    // or something dynamic can be there and print as nothing.
    const guarded = filled ? [] : right.type === 'dynamic' ? [right, left] : [right];
    const guards = guarded.map((column) => {
      if (!isText(column)) return `isnotnull(${column.code})`;
      context.approximate('narrower', codes['kql-field-ref-empty']({ field: column.field }), ONCE);
      return `isnotempty(${column.code})`;
    });
    const [a, b] = [left, right].map((c) => (cased ? textOf(c) : `tolower(${textOf(c)})`));
    const test = `${a!} ${textOperator(match, true)} ${b!}`;
    return { doc: text([...guards, test].join(' and '), context.span), binding: AND };
  },

  /**
   * `*` is every column: the event's text contains what one of them contains. Only where no column
   * is known to hold the text.
   * https://learn.microsoft.com/en-us/kusto/query/where-operator
   */
  keyword({ search }, context) {
    if (search.kind === 'regex') return regexTest('*', search.regex, context);
    const { cased } = search;
    const anywhere = pattern([ANY, ...search.pattern, ANY]);
    const shape = shapeOf(anywhere);
    if (shape.shape === 'any') return 'true';
    const written =
      shape.shape === 'contains' && (cased || !foldsBeyondAscii(shape.text))
        ? operation('*', textOperator('contains', cased), stringLiteral(shape.text), context.span)
        : regexTest('*', patternToRegex(anywhere, cased), context);
    // `* !contains` would be true where one column of many does not contain it.
    return written && atom(written.doc);
  },
};

/**
 * `has` looks a term up in the index, and is no more than what the string contains.
 * https://learn.microsoft.com/en-us/kusto/query/has-operator
 */
function withTerm({ pattern: of, term }: Indexed): NonNullable<Kql['text']> {
  const contains = compareText('contains');
  return {
    ...ROWS.text,
    contains(field, node, context) {
      const scanned = contains(field, node, context);
      if (node.pattern !== of || scanned === null || typeof scanned === 'string') return scanned;
      const found = operation(textOf(field), 'has', stringLiteral(term), context.span);
      return { doc: concat(found.doc, ' and ', scanned.doc), binding: AND };
    },
  };
}

/** Whether a list has nothing in it, which a list of nothing has not either: it is not null. */
function listTest(operator: 'in' | '!in', field: Column, { span }: PredicateContext): Written {
  return operation(textOf(field), operator, '("", "[]")', span);
}

/** A column is taken for one of strings where nobody says otherwise. */
function asString({ field, origin }: Column): { readonly field: string; readonly hint: string } {
  const hint = ' If the column is of another type, declare it: then the test is exact.';
  return { field, hint: origin === 'assumed' ? hint : '' };
}

/**
 * None of these is `has`, which compares whole terms.
 * https://learn.microsoft.com/en-us/kusto/query/datatypes-string-operators
 */
function textOperator(shape: TextShape, cased: boolean): string {
  if (shape === 'equals') return cased ? '==' : '=~';
  return cased ? `${shape}_cs` : shape;
}

function compareText(shape: TextShape): Row<Written, Column, TextPredicate> {
  return (field, node, context) => {
    if (!node.cased && foldsBeyondAscii(node.text)) return ofPattern(field, node, context);
    reportText(field, context);
    const operator = textOperator(shape, node.cased);
    return operation(textOf(field), operator, stringLiteral(node.text), context.span);
  };
}

/** The whole value is matched, line breaks included. */
function ofPattern(field: Column, node: StringPredicate, context: PredicateContext) {
  reportText(field, context);
  return regexTest(textOf(field), patternToRegex(node.pattern, node.cased), context);
}

/**
 * Kusto's documentation has named RE2 and, of late, reads like Rust's `regex`: what both take.
 * https://learn.microsoft.com/en-us/kusto/query/regex
 */
function regexTest(code: string, regex: Regex, context: PredicateContext): Written | null {
  const re2 = context.pattern(toRe2(regex), ONCE);
  if (re2 === null) return null;
  if (matchesEmpty(regex.ast)) {
    context.approximate('wider', codes['kql-regex-matches-empty'](), ONCE);
  }
  return operation(code, 'matches regex', stringLiteral(re2), context.span);
}
