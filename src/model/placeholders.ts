import { pattern } from './patterns/pattern.js';
import type { PatternPart, StringPattern } from './patterns/pattern.js';

/** One value of a rule expands to so many patterns at most. */
export const MAX_EXPANSION = 10_000;

/** The names of a pattern's placeholders, in order. */
export function placeholdersIn(parts: StringPattern): readonly string[] {
  return parts.flatMap((p) => (typeof p === 'object' && p.kind === 'placeholder' ? [p.name] : []));
}

/**
 * Every pattern that results from giving placeholders their values. One that has none (null) stays a
 * placeholder. Null if there are too many patterns.
 */
export function expandPlaceholders(
  parts: StringPattern,
  valuesOf: (name: string) => readonly StringPattern[] | null,
): readonly StringPattern[] | null {
  let heads: PatternPart[][] = [[]];
  for (const part of parts) {
    const values =
      typeof part === 'object' && part.kind === 'placeholder' ? valuesOf(part.name) : null;
    if (!values) {
      for (const head of heads) head.push(part);
      continue;
    }
    if (heads.length * values.length > MAX_EXPANSION) return null;
    heads = heads.flatMap((head) => values.map((value) => [...head, ...value]));
  }
  return heads.map(pattern);
}
