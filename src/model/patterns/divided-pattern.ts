import { foldCase } from './case-folding.js';
import { ANY } from './pattern.js';
import type { StringPattern } from './pattern.js';

/** Longer parts are not worth the time that it takes to compare them. */
const LONGEST = 200;

/**
 * Patterns without inner wildcards all of which a value has just where it has the whole one: `a*b` is
 * `a*` and `*b`, as those cannot share a letter of a value. Null where they could (`aba*ba`), where their
 * order would be lost (`*a*b*`), or where there is nothing to divide.
 */
export function dividedPattern(whole: StringPattern): readonly StringPattern[] | null {
  const texts = whole.filter((p) => typeof p === 'string');
  if (texts.length < 2 || !whole.every((p) => typeof p === 'string' || p.kind === 'any'))
    return null;
  const last = whole.length - 1;
  const parts = whole.flatMap((text, i): readonly StringPattern[] => {
    if (typeof text !== 'string') return [];
    return [[...(i > 0 ? [ANY] : []), text, ...(i < last ? [ANY] : [])]];
  });
  if (parts.filter((p) => p.length === 3).length > 1) return null;
  const folded = texts.map(foldCase);
  const isApart = folded.every((text, i) => i === 0 || areApart(folded[i - 1]!, text));
  return isApart ? parts : null;
}

/** Whether no end of the first is a beginning of the second, and neither is within the other. */
function areApart(a: string, b: string): boolean {
  const shorter = Math.min(a.length, b.length);
  if (shorter > LONGEST || a.includes(b) || b.includes(a)) return false;
  for (let n = 1; n < shorter; n++) if (a.endsWith(b.slice(0, n))) return false;
  return true;
}
