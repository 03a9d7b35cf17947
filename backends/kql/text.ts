import {
  ANY,
  atom,
  literalText,
  matchesEmpty,
  otherCases,
  patternToRegex,
  shapeOf,
  text,
  toRe2,
} from '../../src/backend/index.js';
import type {
  FieldRefMatch,
  FieldRefPredicate,
  KeywordPredicate,
  Polarity,
  Regex,
  RegexPredicate,
  Span,
  StringPattern,
  StringPredicate,
} from '../../src/backend/index.js';
import { codes } from './codes.js';
import { isNumeric, isText, textOf } from './columns.js';
import type { Column } from './columns.js';
import type { Context } from './context.js';
import { operation, SYNTAX, TEXT_OPERATORS } from './dialect.js';
import type { Written } from './dialect.js';
import { stringLiteral } from './literals.js';
import { writeEmpty, writePresent } from './presence.js';

export function writeString(
  predicate: StringPredicate,
  context: Context,
  polarity: Polarity,
): Written {
  const { pattern, cased, span } = predicate;
  const column = context.column(predicate.field.text);
  const shape = shapeOf(pattern);
  if (shape.shape === 'empty') return writeEmpty(column, context, polarity, span);
  if (shape.shape === 'any') return writePresent(column, context, polarity, span);
  warnOfText(column, context, polarity, span);
  const code = textOf(column);
  return shape.shape === 'other' || needsRegex(shape.text, cased)
    ? writePatternRegex(code, pattern, cased, context, span)
    : writeText(code, shape.shape, shape.text, cased, span);
}

export function writeRegex(
  predicate: RegexPredicate,
  context: Context,
  polarity: Polarity,
): Written {
  const { regex, span } = predicate;
  const column = context.column(predicate.field.text);
  warnOfText(column, context, polarity, span);
  return writeRegexTest(textOf(column), regex, context, polarity, span);
}

/**
 * `*` stands for every column: the event's text contains what one of them contains.
 * https://learn.microsoft.com/en-us/kusto/query/where-operator
 */
export function writeKeyword(
  predicate: KeywordPredicate,
  context: Context,
  polarity: Polarity,
): Written {
  const { search, span } = predicate;
  if (search.kind === 'regex') return writeRegexTest('*', search.regex, context, polarity, span);
  const pattern = trimAny(search.pattern);
  const literal = literalText(pattern);
  if (literal === '') return atom(text('true', span));
  const written =
    literal === null || needsRegex(literal, search.cased)
      ? writePatternRegex('*', [ANY, ...pattern, ANY], search.cased, context, span)
      : writeText('*', 'contains', literal, search.cased, span);
  // `* !contains` would be true where one column of many does not contain it.
  return { doc: written.doc, binding: written.binding };
}

/**
 * Operators that ignore case do so for ASCII alone, so both sides are lower-cased.
 * https://learn.microsoft.com/en-us/kusto/query/equals-operator
 */
export function writeFieldRef(
  predicate: FieldRefPredicate,
  context: Context,
  polarity: Polarity,
): Written {
  const { match, cased, span } = predicate;
  const left = context.column(predicate.field.text);
  const right = context.column(predicate.other.text);
  if (match === 'equals' && isNumeric(left) && isNumeric(right)) {
    // Two nulls compare to null.
    const equal = atom(text(`${left.code} == ${right.code}`, span));
    return context.nullable(equal, polarity);
  }
  warnOfText(left, context, polarity, span);
  warnOfText(right, context, polarity, span);
  // Where the other field is empty, what is missing must not count as equal to it.
  const filled = context.filledRefs.has(predicate);
  // Only a text or something dynamic can be there and print as nothing.
  const guarded = filled ? [] : right.type === 'dynamic' ? [right, left] : [right];
  const guards = guarded.map((column) => {
    if (!isText(column)) return `isnotnull(${column.code})`;
    context.approximate(
      'narrower',
      polarity,
      codes['kql-field-ref-empty']({ field: column.field }),
      span,
    );
    return `isnotempty(${column.code})`;
  });
  const side = (column: Column): string => (cased ? textOf(column) : `tolower(${textOf(column)})`);
  const operator = TEXT_OPERATORS[match].cased;
  const test = `${side(left)} ${operator} ${side(right)}`;
  return { doc: text([...guards, test].join(' and '), span), binding: SYNTAX.and.binding };
}

function writeText(
  code: string,
  match: FieldRefMatch,
  value: string,
  cased: boolean,
  span: Span,
): Written {
  const operator = TEXT_OPERATORS[match][cased ? 'cased' : 'uncased'];
  return operation(code, operator, stringLiteral(value), span);
}

/** A string with wildcards: the whole value is matched, line breaks included. */
function writePatternRegex(
  code: string,
  pattern: StringPattern,
  cased: boolean,
  context: Context,
  span: Span,
): Written {
  const translated = toRe2(patternToRegex(pattern, cased));
  // The pattern has none of the constructs that can be refused.
  if (!translated.ok) return context.refuse(translated.finding, span);
  return operation(code, 'matches regex', stringLiteral(translated.pattern), span);
}

/**
 * Kusto's documentation has named RE2 and, of late, reads like Rust's `regex`: what both take.
 * https://learn.microsoft.com/en-us/kusto/query/regex
 */
function writeRegexTest(
  code: string,
  regex: Regex,
  context: Context,
  polarity: Polarity,
  span: Span,
): Written {
  const translated = toRe2(regex);
  if (!translated.ok) return context.refuse(translated.finding, span);
  for (const { direction, finding } of translated.approximations) {
    context.approximate(direction, polarity, finding, span);
  }
  if (matchesEmpty(regex.ast)) {
    context.approximate('wider', polarity, codes['kql-regex-matches-empty'](), span);
  }
  return operation(code, 'matches regex', stringLiteral(translated.pattern), span);
}

/**
 * Whether ignoring case needs a regular expression: Kusto's operators do it for ASCII alone, its
 * regular expressions for all of Unicode.
 * https://learn.microsoft.com/en-us/kusto/query/equals-operator
 */
export function needsRegex(value: string, cased: boolean): boolean {
  if (cased) return false;
  for (const c of value) {
    const codePoint = c.codePointAt(0)!;
    if (codePoint > 0x7f && otherCases(codePoint).length > 0) return true;
  }
  return false;
}

function trimAny(pattern: StringPattern): StringPattern {
  const isAny = (index: number): boolean => {
    const part = pattern[index];
    return typeof part === 'object' && part.kind === 'any';
  };
  const start = isAny(0) ? 1 : 0;
  const end = pattern.length > start && isAny(pattern.length - 1) ? -1 : undefined;
  return pattern.slice(start, end);
}

/** Says what is lost where a column that is no string is compared as text. */
export function warnOfText(column: Column, context: Context, polarity: Polarity, span: Span): void {
  switch (column.type) {
    case 'dynamic':
      if (column.origin === 'path') {
        context.note(codes['kql-dynamic-path']({ field: column.field }), span);
        break;
      }
      context.approximate(
        'narrower',
        polarity,
        codes['kql-dynamic-list']({ field: column.field }),
        span,
      );
      break;
    case 'real':
    case 'decimal':
    case 'datetime':
    case 'timespan':
      context.approximate(
        'narrower',
        polarity,
        codes['kql-printed-form']({ field: column.field, type: column.type }),
        span,
      );
      break;
  }
}
