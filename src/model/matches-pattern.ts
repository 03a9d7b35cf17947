import type { PatternPart, StringPattern } from './pattern.js';

/** Folding a letter makes it no longer than this. */
const LONGEST_FOLDED = 3;

/** Whether a pattern matches a whole string; in time of their lengths multiplied, at most. */
export function matchesPattern(pattern: StringPattern, text: string, cased: boolean): boolean {
  let needed = 0;
  for (const part of pattern) if (typeof part === 'string') needed += part.length;
  if (needed > LONGEST_FOLDED * text.length) return false;
  const fold = (s: string): string => (cased ? s : s.toLowerCase());
  const wanted = pattern.flatMap((part): readonly PatternPart[] =>
    typeof part === 'string' ? [...fold(part)] : [part],
  );
  const given = [...fold(text)];
  let at = 0;
  let from = 0;
  /** The last `*`, and where what follows it was last tried. */
  let star: { readonly at: number; from: number } | null = null;
  while (from < given.length) {
    const part = wanted[at];
    if (part !== undefined && isAny(part)) {
      star = { at: ++at, from };
    } else if (part !== undefined && (typeof part === 'object' || part === given[from])) {
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

function isAny(part: PatternPart): boolean {
  return typeof part === 'object' && part.kind === 'any';
}
