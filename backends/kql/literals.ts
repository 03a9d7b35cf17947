import type { NumberLiteral } from '../../src/backend/index.js';
import { KEYWORDS } from './keywords.data.js';

/**
 * Characters that cannot be seen, or that change how their neighbours are seen: controls, format
 * characters, line separators, unusual spaces, halves of surrogate pairs.
 */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]|(?! )\p{Zs}/u;
const NEEDS_ESCAPE = new RegExp(`["\\\\]|${UNSEEN.source}`, 'gu');
const NEEDS_ESCAPE_IN_NAME = new RegExp(`['\\\\]|${UNSEEN.source}`, 'gu');
const PLAIN = /^[ !#-[\]-~]*$/;

/**
 * A string literal whose value is the text: `"…"`, or verbatim `@"…"` where that shows backslashes
 * as they are.
 * https://learn.microsoft.com/en-us/kusto/query/scalar-data-types/string
 */
export function stringLiteral(text: string): string {
  if (PLAIN.test(text)) return `"${text}"`;
  if (text.includes('\\') && !text.includes('"') && !UNSEEN.test(text)) return `@"${text}"`;
  return `"${text.replace(NEEDS_ESCAPE, escape)}"`;
}

/** A part of a string, as it is written inside a literal of the whole. */
export function literalIn(literal: string, part: string): string {
  return literal.startsWith('@') ? part : part.replace(NEEDS_ESCAPE, escape);
}

const IDENTIFIER = /^[A-Za-z_][A-Za-z0-9_]*$/;
/** Two leading underscores are the language's own. Boolean literals come in any case. */
const TAKEN = /^(?:__.*|true|false|null)$/i;

/** Whether a name needs no quotes in a query. */
function isPlainName(name: string): boolean {
  return IDENTIFIER.test(name) && !KEYWORDS.has(name) && !TAKEN.test(name);
}

/**
 * A column or table as a query names it: `Image`, `['field with space']`.
 * https://learn.microsoft.com/en-us/kusto/query/schema-entities/entity-names#reference-identifiers-in-queries
 */
export function nameReference(name: string): string {
  return isPlainName(name) ? name : `['${name.replace(NEEDS_ESCAPE_IN_NAME, escape)}']`;
}

/**
 * A place in a dynamic column: `userIdentity.sessionContext["a b"]`.
 * https://learn.microsoft.com/en-us/kusto/query/scalar-data-types/dynamic#dynamic-object-accessors
 */
export function pathReference(segments: readonly string[]): string {
  const [column = '', ...keys] = segments;
  return nameReference(column) + steps(keys);
}

/** Behind something dynamic, the way to a place in it: `.sessionContext["a b"]`, `.items[0]`. */
export function steps(keys: readonly string[]): string {
  return keys.map(step).join('');
}

function step(key: string): string {
  const [, list = key, index = ''] = /^(.+)(\[\d+\])$/.exec(key) ?? [];
  return `${isPlainName(list) ? `.${list}` : `[${stringLiteral(list)}]`}${index}`;
}

function escape(c: string): string {
  switch (c) {
    case '"':
    case "'":
    case '\\':
      return `\\${c}`;
    case '\t':
      return '\\t';
    case '\n':
      return '\\n';
    case '\r':
      return '\\r';
    default: {
      let out = '';
      for (let i = 0; i < c.length; i++) {
        out += `\\u${c.charCodeAt(i).toString(16).toUpperCase().padStart(4, '0')}`;
      }
      return out;
    }
  }
}

const LONG_MAX = 2n ** 63n - 1n;
const INTEGER = /^-?\d+$/;
/** Significant digits that a `real` and a `decimal` keep. */
const REAL_DIGITS = 15;
const DECIMAL_DIGITS = 34;

/** Whether the number fits a `long`. */
export function isLong(number: NumberLiteral): boolean {
  if (!INTEGER.test(number.decimal) || number.decimal.length > 20) return false;
  const value = BigInt(number.decimal);
  return value <= LONG_MAX && value >= -LONG_MAX;
}

/** Whether the number stays what it is as a bare literal: a `long`, or a `real` that keeps it. */
export function isPlainNumber(number: NumberLiteral): boolean {
  if (INTEGER.test(number.decimal)) return isLong(number);
  return digitsOf(number) <= REAL_DIGITS;
}

/**
 * https://learn.microsoft.com/en-us/kusto/query/scalar-data-types/long
 * https://learn.microsoft.com/en-us/kusto/query/scalar-data-types/decimal
 */
export function numberLiteral(number: NumberLiteral): string {
  if (isPlainNumber(number)) return number.decimal;
  const type = digitsOf(number) <= DECIMAL_DIGITS ? 'decimal' : 'real';
  return `${type}(${number.decimal})`;
}

function digitsOf(number: NumberLiteral): number {
  return number.decimal.replace(/^-?0*\.?0*|\./g, '').length;
}
