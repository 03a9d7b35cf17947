import type { Span } from '../source/span.js';

/** A name with the place where it was written. */
export interface Name {
  readonly text: string;
  readonly span: Span;
  /** It was given by a pipeline, which knows the target's own names, and not by the rule. */
  readonly mapped?: true;
  /** Of a column in which the empty string means nothing else than that there is no value. */
  readonly blank?: true;
  /** The source that was chosen has no such field. */
  readonly lacking?: true;
}

/** Where each name comes first. */
export function firstPlaces(names: readonly Name[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  for (const [i, { text }] of names.entries()) if (!places.has(text)) places.set(text, i);
  return places;
}
