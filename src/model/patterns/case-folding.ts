/**
 * Simple case folding, as Unicode's CaseFolding.txt has it (statuses C and S): one code point to
 * one. Two strings are equal ignoring case if their folded forms are equal.
 * https://www.unicode.org/Public/UCD/latest/ucd/CaseFolding.txt
 */
export function foldCase(text: string): string {
  return NOT_ASCII.test(text) ? foldUnicode(text) : text.toLowerCase();
}

const NOT_ASCII = /[^\x00-\x7f]/;

function foldUnicode(text: string): string {
  return text.replace(CAPITALS_OR_NOT_ASCII, (found) =>
    found.charCodeAt(0) > 0x7f ? foldCodePoint(found) : found.toLowerCase(),
  );
}

const CAPITALS_OR_NOT_ASCII = /[A-Z]+|[^\x00-\x7f]/gu;

/** Dotless i has no folding, though its capital is I. */
const DOTLESS_I = '\u0131';

function foldCodePoint(c: string): string {
  if (c === DOTLESS_I) return c;
  // By way of the capital, since small letters that share one (σ and ς, s and ſ) fold together.
  const upper = c.toUpperCase();
  const lower = (isOneCodePoint(upper) ? upper : c).toLowerCase();
  return isOneCodePoint(lower) ? lower : c;
}

function isOneCodePoint(text: string): boolean {
  return text.length === 1 || (text.length === 2 && text.codePointAt(0)! > 0xffff);
}
