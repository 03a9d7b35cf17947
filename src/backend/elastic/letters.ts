import type { StringPattern } from '../../model/patterns/pattern.js';
import { foldsApart, foldsBeyondAscii } from '../../model/regex/code-points.js';

/** Some character of a pattern has another case. */
export function hasLetters(parts: StringPattern): boolean {
  for (const part of parts) {
    if (typeof part !== 'string') continue;
    if (/[A-Za-z]/.test(part) || (BEYOND_ASCII.test(part) && foldsBeyondAscii(part))) return true;
  }
  return false;
}

/** One beyond ASCII has. */
export function hasLettersBeyondAscii(parts: StringPattern): boolean {
  return parts.some((p) => typeof p === 'string' && BEYOND_ASCII.test(p) && foldsBeyondAscii(p));
}

/** One beyond ASCII has, or becomes several characters in lower case, as `İ` does. */
export function changesBeyondAscii(parts: StringPattern): boolean {
  return (
    hasLettersBeyondAscii(parts) || parts.some((p) => typeof p === 'string' && p.includes('İ'))
  );
}

/** Lower-casing keeps some of its letters apart from others that equal them ignoring case. */
export function hasLettersApart(parts: StringPattern): boolean {
  return parts.some(
    (p) => typeof p === 'string' && BEYOND_ASCII.test(p) && [...p].some(foldsApart),
  );
}

/** Letter by letter, as Elasticsearch does. */
export function lowerCased(parts: StringPattern): StringPattern {
  return parts.map((part) => {
    if (typeof part !== 'string') return part;
    if (!BEYOND_ASCII.test(part)) return part.toLowerCase();
    return [...part].map((c) => ([...c.toLowerCase()].length === 1 ? c.toLowerCase() : c)).join('');
  });
}

const BEYOND_ASCII = /[^\0-\x7f]/;
