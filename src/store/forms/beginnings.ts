import { coversPattern, lettersOf } from '../../model/patterns/matches-pattern.js';
import { isAny, pattern } from '../../model/patterns/pattern.js';
import type { StringPattern } from '../../model/patterns/pattern.js';
import type { Value } from '../../model/value.js';

/** How some events begin a path, by the whole parts with which others begin it. */
export type Beginnings = ReadonlyMap<string, StringPattern>;

/** A string, and the same as it is where events begin it otherwise, if the string says how it begins. */
export function withBeginnings(value: Value, beginnings: Beginnings): Value | readonly Value[] {
  if (value.kind !== 'string') return value;
  const { pattern: asked, cased } = value;
  const others: StringPattern[] = [];
  for (const [had, stored] of beginnings) {
    for (const rest of restsAfter(asked, had, cased)) {
      const other = pattern([...stored, ...rest]);
      if (!coversPattern(asked, other, cased)) others.push(other);
    }
  }
  if (others.length === 0) return value;
  return [value, ...others.map((other) => ({ ...value, pattern: other }))];
}

/** Whether a regular expression may ask how a path begins, by a part that some events write otherwise. */
export function asksBeginning(value: Value, beginnings: Beginnings): boolean {
  if (value.kind !== 'regex') return false;
  const source = value.regex.source.toLowerCase();
  return [...beginnings.keys()].some((had) =>
    source.includes(had.slice(had.lastIndexOf('\\') + 1).toLowerCase()),
  );
}

/** What a pattern asks of the rest of a path that begins with these whole parts: each is enough. */
function restsAfter(
  asked: StringPattern,
  beginning: string,
  cased: boolean,
): readonly StringPattern[] {
  const letters = lettersOf(asked, cased);
  let reached = new Set([0]);
  for (const letter of lettersOf([beginning], cased)) {
    const next = new Set<number>();
    // A set is walked with what is added to it on the way.
    for (const at of reached) {
      const part = letters[at];
      if (typeof part === 'string' ? part === letter : part?.kind === 'one') next.add(at + 1);
      else if (isAny(part)) {
        next.add(at);
        reached.add(at + 1);
      }
    }
    reached = next;
  }
  const written = lettersOf(asked, true);
  return [...reached]
    .map((at) => pattern(written.slice(at)))
    .filter(([first]) => typeof first !== 'string' || first.startsWith('\\'));
}
