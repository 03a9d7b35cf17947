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

/** A name as it was written, whatever has been made of it since. */
export function writtenAs({ text, span }: Name): string {
  const written = span.file.text.slice(span.start, span.end);
  return written.replace(/^(['"])(.*)\1$/s, '$2') || text;
}

/** Of names that a pipeline has made of others: one for each of those that gave none but the missing ones. */
export function whollyMissing(names: readonly Name[], missing: readonly Name[]): readonly Name[] {
  const gone = new Set(missing);
  const done = new Set(names.flatMap((n) => (gone.has(n) ? [] : n.span.start)));
  return missing.filter(({ span: { start } }) => {
    const isFirst = !done.has(start);
    done.add(start);
    return isFirst;
  });
}
