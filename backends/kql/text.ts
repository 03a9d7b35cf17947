import {
  ANY,
  atom,
  concat,
  literalText,
  otherCases,
  shapeOf,
  text,
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
import { patternToRegex } from '../../src/backend/regex.js';
import { isNumeric, isText, textOf } from './columns.js';
import type { Column } from './columns.js';
import type { Context } from './context.js';
import { operation, SYNTAX, TEXT_OPERATORS } from './dialect.js';
import type { Written } from './dialect.js';
import { stringLiteral } from './literals.js';
import { writeEmpty, writePresent } from './presence.js';
import { toKqlRegex } from './regex.js';

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
  if (isText(right)) {
    context.approximate(
      'narrower',
      polarity,
      'kql-empty-is-missing',
      `a string column of Kusto holds no null, so an empty ${right.field} counts as missing.`,
      span,
    );
  }
  const side = (column: Column): string => (cased ? textOf(column) : `tolower(${textOf(column)})`);
  const operator = TEXT_OPERATORS[match].cased;
  return {
    doc: concat(
      text(`isnotempty(${right.code})`, span),
      text(` and ${side(left)} ${operator} ${side(right)}`, span),
    ),
    binding: SYNTAX.and.binding,
  };
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

/** A wildcard string: a regular expression for the whole text. */
function writePatternRegex(
  code: string,
  pattern: StringPattern,
  cased: boolean,
  context: Context,
  span: Span,
): Written {
  return writeRegexTest(code, patternToRegex(pattern, cased), context, 'positive', span);
}

/** https://learn.microsoft.com/en-us/kusto/query/matches-regex-operator */
function writeRegexTest(
  code: string,
  regex: Regex,
  context: Context,
  polarity: Polarity,
  span: Span,
): Written {
  const translated = toKqlRegex(regex);
  if (!translated.ok) return context.refuse('regex-unsupported', translated.message, span);
  for (const { direction, message } of translated.approximations) {
    context.approximate(direction, polarity, 'kql-regex', message, span);
  }
  return atom(text(`${code} matches regex ${stringLiteral(translated.pattern)}`, span));
}

/** Kusto's operators ignore case for ASCII alone; beyond it, a regular expression does. */
function needsRegex(value: string, cased: boolean): boolean {
  if (cased) return false;
  for (const c of value) {
    const codePoint = c.codePointAt(0)!;
    if (codePoint > 127 && otherCases(codePoint).length > 0) return true;
  }
  return false;
}

export function isPlainEquality({ pattern, cased }: StringPredicate): string | null {
  const literal = literalText(pattern);
  return literal === null || literal === '' || needsRegex(literal, cased) ? null : literal;
}

/** A list in a dynamic column becomes its JSON as text. */
function warnOfText(column: Column, context: Context, _polarity: Polarity, span: Span): void {
  if (column.type !== 'dynamic') return;
  context.note(
    'kql-dynamic-text',
    `${column.field} is compared as text; where it holds a list, that is the list's JSON.`,
    span,
  );
}

function trimAny(pattern: StringPattern): StringPattern {
  let start = 0;
  let end = pattern.length;
  while (start < end && pattern[start] === ANY) start++;
  while (end > start && pattern[end - 1] === ANY) end--;
  return pattern.slice(start, end);
}
