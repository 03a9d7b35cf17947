import type { PatternPart, StringPattern } from './pattern.js';

/** Folding a letter makes it no longer than this. */
const LONGEST_FOLDED = 3;

/** Whether a pattern matches a whole string; in time of their lengths multiplied, at most. */
export function matchesPattern(pattern: StringPattern, text: string, cased: boolean): boolean {
  let needed = 0;
  for (const part of pattern) if (typeof part === 'string') needed += part.length;
  if (needed > LONGEST_FOLDED * text.length) return false;
  return coversPattern(pattern, [text], cased);
}

/**
 * Whether a pattern matches all strings that another does, as their parts tell: `*a*` of `b?*a`. In time of
 * their lengths multiplied, at most.
 */
export function coversPattern(wide: StringPattern, narrow: StringPattern, cased: boolean): boolean {
  const fold = (s: string): string => (cased ? s : s.toLowerCase());
  const lettersOf = (parts: StringPattern): readonly PatternPart[] =>
    parts.flatMap((p): readonly PatternPart[] => (typeof p === 'string' ? [...fold(p)] : [p]));
  const wanted = lettersOf(wide);
  const given = lettersOf(narrow);
  let at = 0;
  let from = 0;
  /** The last `*`, and where what follows it was last tried. */
  let star: { readonly at: number; from: number } | null = null;
  while (from < given.length) {
    const part = wanted[at];
    if (part !== undefined && isAny(part)) {
      star = { at: ++at, from };
    } else if (part !== undefined && isMet(part, given[from]!)) {
      at++;
      from++;
    } else {
      if (!star) return false;
      at = star.at;
      from = ++star.from;
    }
  }
  return wanted.slice(at).every(isAny);
}

/** Whether one character is asked that is given, or any one of one that is. */
function isMet(wanted: PatternPart, given: PatternPart): boolean {
  if (typeof wanted === 'string') return wanted === given;
  return wanted.kind === 'one' && (typeof given === 'string' || given.kind === 'one');
}

function isAny(part: PatternPart): boolean {
  return typeof part === 'object' && part.kind === 'any';
}
