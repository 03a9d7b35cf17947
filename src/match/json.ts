import { canonicalDecimal } from '../model/modifiers/number.js';
import { MAX_EVENT_DEPTH } from '../source/limits.js';

export type ParsedJson =
  | { readonly ok: true; readonly value: unknown; readonly invalidBytes: boolean }
  /** @property at the byte at which it stops being JSON; 0 if unknown */
  | { readonly ok: false; readonly at: number; readonly reason?: 'number' | 'depth' };

const strict = new TextDecoder('utf-8', { fatal: true });
const lenient = new TextDecoder('utf-8');

class NumberTooLarge extends Error {}

/**
 * Reads JSON that is nested no deeper than an event may be. A whole number beyond 2^53, or beyond what a
 * JavaScript number may be, becomes a bigint, so that no digit is lost.
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
    const parsed: unknown = JSON.parse(text);
    const trouble = troubleIn(parsed, 0);
    if (trouble === 'depth') return { ok: false, at: 0, reason: 'depth' };
    return { ok: true, value: trouble === 'number' ? parseExactly(text) : parsed, invalidBytes };
  } catch (error) {
    if (error instanceof NumberTooLarge) return { ok: false, at: 0, reason: 'number' };
    const at = Number(/position (\d+)/.exec(String(error))?.[1] ?? 0);
    return { ok: false, at: new TextEncoder().encode(text.slice(0, at)).length };
  }
}

/** What lies in the way of taking a value as it is: a number that lost digits, or its depth. */
function troubleIn(value: unknown, depth: number): 'number' | 'depth' | null {
  if (typeof value === 'number')
    return Math.abs(value) <= Number.MAX_SAFE_INTEGER ? null : 'number';
  if (typeof value !== 'object' || value === null) return null;
  if (depth === MAX_EVENT_DEPTH) return 'depth';
  let found: 'number' | null = null;
  for (const key in value) {
    const trouble = troubleIn((value as Readonly<Record<string, unknown>>)[key], depth + 1);
    if (trouble === 'depth') return trouble;
    found ??= trouble;
  }
  return found;
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
