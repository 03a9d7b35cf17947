import { foldCase } from './case-folding.js';
import { isAny } from './pattern.js';
import type { PatternPart, StringPattern } from './pattern.js';

/** A pattern, letter by letter; folded unless case counts. */
export type Letters = readonly PatternPart[];

export function lettersOf(parts: StringPattern, cased: boolean): Letters {
  return parts.flatMap((part): Letters =>
    typeof part === 'string' ? [...(cased ? part : foldCase(part))] : [part],
  );
}

/** Whether a pattern matches a whole string; in time of their lengths multiplied, at most. */
export function matchesPattern(pattern: StringPattern, text: string, cased: boolean): boolean {
  let needed = 0;
  for (const part of pattern) if (typeof part === 'string') needed += part.length;
  // Folding takes one code point to one, which may be of two units.
  if (needed > 2 * text.length) return false;
  return coversLetters(lettersOf(pattern, cased), lettersOf([text], cased));
}

/** Whether each string of a pattern is within one of another, which it cannot cover otherwise. */
export function hasStringsOf(narrow: StringPattern, wide: StringPattern, cased: boolean): boolean {
  return wide.every((part) => {
    if (typeof part !== 'string') return true;
    const text = cased ? part : foldCase(part);
    return narrow.some(
      (other) => typeof other === 'string' && (cased ? other : foldCase(other)).includes(text),
    );
  });
}

/** Whether a pattern matches all strings that another does, as their parts tell: `*a*` of `b?*a`. */
export function coversPattern(wide: StringPattern, narrow: StringPattern, cased: boolean): boolean {
  if (!hasStringsOf(narrow, wide, cased)) return false;
  return coversLetters(lettersOf(wide, cased), lettersOf(narrow, cased));
}

/** The same of patterns that are taken apart; in time of their lengths multiplied, at most. */
export function coversLetters(wide: Letters, narrow: Letters): boolean {
  let at = 0;
  let from = 0;
  /** The last `*`, and where what follows it was last tried. */
  let star: { readonly at: number; from: number } | null = null;
  while (from < narrow.length) {
    const part = wide[at];
    if (isAny(part)) {
      star = { at: ++at, from };
    } else if (part !== undefined && isMet(part, narrow[from]!)) {
      at++;
      from++;
    } else {
      if (!star) return false;
      at = star.at;
      from = ++star.from;
    }
  }
  return wide.slice(at).every(isAny);
}

/** Whether one character is asked that is given, or any one of one that is. */
function isMet(wanted: PatternPart, given: PatternPart): boolean {
  if (typeof wanted === 'string') return wanted === given;
  return wanted.kind === 'one' && (typeof given === 'string' || given.kind === 'one');
}
