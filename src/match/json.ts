import { canonicalDecimal } from '../model/modifiers/number.js';

export type ParsedJson =
  | { readonly ok: true; readonly value: unknown; readonly invalidBytes: boolean }
  /** @property at the byte at which it stops being JSON; 0 if unknown */
  | { readonly ok: false; readonly at: number; readonly reason?: 'number' };

const strict = new TextDecoder('utf-8', { fatal: true });
const lenient = new TextDecoder('utf-8');

/** Begins a number that a JavaScript number may not hold: of many digits, or with a large exponent. */
const INEXACT = /(?:^|[\s:,[])-?(?:\d{16}|\d[\d.]*e\+?\d{3})/i;

class NumberTooLarge extends Error {}

/**
 * Reads JSON; a whole number beyond 2^53, or beyond what a JavaScript number may be, becomes a
 * bigint, so that no digit is lost.
 */
export function parseJson(bytes: Uint8Array): ParsedJson {
  let text: string;
  let invalidBytes = false;
  try {
    text = strict.decode(bytes);
  } catch {
    text = lenient.decode(bytes);
    invalidBytes = true;
  }
  try {
    const value: unknown = INEXACT.test(text) ? parseExactly(text) : JSON.parse(text);
    return { ok: true, value, invalidBytes };
  } catch (error) {
    if (error instanceof NumberTooLarge) return { ok: false, at: 0, reason: 'number' };
    const at = Number(/position (\d+)/.exec(String(error))?.[1] ?? 0);
    return { ok: false, at: new TextEncoder().encode(text.slice(0, at)).length };
  }
}

const MARK = 'whole number ';
const STRING_OR_NUMBER = /"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*/g;

/** Large whole numbers become marked strings for the reading, and bigints after it. */
function parseExactly(text: string): unknown {
  let marked = 0;
  let mark = MARK;
  while (text.includes(mark)) mark += '·';
  const written = text.replace(STRING_OR_NUMBER, (found) => {
    const exact = exactly(found);
    if (exact === null) return found;
    marked++;
    return `"${mark}${exact}"`;
  });
  // Of the text as it stands, for the place of an error.
  const plain: unknown = JSON.parse(text);
  if (marked === 0) return plain;
  return JSON.parse(written, (_, value: unknown) =>
    typeof value === 'string' && value.startsWith(mark) ? BigInt(value.slice(mark.length)) : value,
  );
}

/** The digits of a whole number that a JavaScript number does not hold; null for anything else. */
function exactly(found: string): string | null {
  const number = Number(found);
  if (/^-?\d{16,}$/.test(found)) return Number.isSafeInteger(number) ? null : found;
  if (found.startsWith('"') || Number.isNaN(number) || Number.isFinite(number)) return null;
  const decimal = canonicalDecimal(found);
  if (decimal === null || decimal.includes('.')) throw new NumberTooLarge();
  return decimal;
}
