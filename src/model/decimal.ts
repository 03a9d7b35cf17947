import { canonicalDecimal } from './modifiers/number.js';
import type { CompareOperator, NumberLiteral } from './value.js';

/**
 * A value's number in plain decimal, as the model writes numbers; null if it is not one. A string
 * is a number only in decimal notation: `0x10` is a string for every target.
 */
export function decimalOf(value: unknown): string | null {
  if (typeof value === 'number' || typeof value === 'bigint')
    return canonicalDecimal(String(value));
  if (typeof value !== 'string') return null;
  const text = value.trim();
  return /^0[xo]/i.test(text) ? null : canonicalDecimal(text);
}

/**
 * What a correlation takes for a number in text, as the source of a regular expression that every
 * target reads in the same way: decimal digits, with a sign, a fraction and an exponent if need be, and
 * nothing around them.
 */
export const NUMBER_IN_TEXT = '[-+]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][-+]?[0-9]{1,2})?';
const WHOLE_NUMBER = new RegExp(`^${NUMBER_IN_TEXT}$`);

/** The number that a value spells for a correlation, in plain decimal; null if it spells none. */
export function numberSpelledBy(value: unknown): string | null {
  return typeof value === 'string' && !WHOLE_NUMBER.test(value) ? null : decimalOf(value);
}

/** What spells a number: the rule's own words and, where they differ, plain decimal. */
export function spellingsOf({ source, decimal }: NumberLiteral): readonly string[] {
  return source === decimal ? [decimal] : [source, decimal];
}

export function compareDecimals(left: string, operator: CompareOperator, right: string): boolean {
  const order = orderOf(left, right);
  switch (operator) {
    case 'lt':
      return order < 0;
    case 'lte':
      return order <= 0;
    case 'gt':
      return order > 0;
    case 'gte':
      return order >= 0;
  }
}

/** Below, equal to or above zero; exact for numbers of any length. */
export function orderOf(left: string, right: string): number {
  const [a, b] = [parts(left), parts(right)];
  if (a.whole !== b.whole) return a.whole < b.whole ? -1 : 1;
  if (a.negative !== b.negative) return a.negative ? -1 : 1;
  const length = Math.max(a.fraction.length, b.fraction.length);
  const [x, y] = [a.fraction.padEnd(length, '0'), b.fraction.padEnd(length, '0')];
  if (x === y) return 0;
  return x < y === a.negative ? 1 : -1;
}

function parts(decimal: string): { whole: bigint; fraction: string; negative: boolean } {
  const [whole, fraction = ''] = decimal.split('.') as [string, string?];
  return { whole: BigInt(whole), fraction, negative: decimal.startsWith('-') };
}

/** Text that a whole number prints as. */
export function isPlainInteger(text: string | null): text is string {
  return text !== null && /^(?:0|-?[1-9]\d*)$/.test(text);
}
