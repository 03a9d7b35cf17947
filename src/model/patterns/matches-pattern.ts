import { foldCase } from './case-folding.js';
import { isAny, shapeOf } from './pattern.js';
import type { PatternPart, StringPattern } from './pattern.js';
import { once } from '../../source/remembered.js';

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

/** Whether a pattern matches all strings that another does, as their parts tell: `*a*` of `b?*a`. */
export function coversPattern(wide: StringPattern, narrow: StringPattern, cased: boolean): boolean {
  return (
    coversAsShaped(wide, narrow, cased) ??
    coversLetters(lettersOf(wide, cased), lettersOf(narrow, cased))
  );
}

/** The same at a lower price; null where letters have to be compared. */
export function coversAsShaped(
  wide: StringPattern,
  narrow: StringPattern,
  cased: boolean,
): boolean | null {
  const [wanted, given] = [stringsOf(wide, cased), stringsOf(narrow, cased)];
  // Each string has to be within one of the other's.
  if (!wanted.every((text) => given.some((other) => other.includes(text)))) return false;
  const { shape } = shapeOf(wide);
  const [text] = wanted;
  if (shape === 'contains') return true;
  if (shape === 'endswith') {
    return typeof narrow.at(-1) === 'string' && given.at(-1)!.endsWith(text!);
  }
  return shape === 'startswith'
    ? typeof narrow[0] === 'string' && given[0]!.startsWith(text!)
    : null;
}

const folded = new WeakMap<StringPattern, readonly string[]>();

/** The strings of a pattern; folded unless case counts. */
export function stringsOf(parts: StringPattern, cased: boolean): readonly string[] {
  const strings = (): string[] => parts.filter((part) => typeof part === 'string');
  return cased ? strings() : once(folded, parts, () => strings().map(foldCase));
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
