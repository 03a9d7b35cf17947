/** What needs a field to be of some kind: a mapping, a type. */
export interface Needs<T> {
  readonly item: T;
  /** By the field's name, as the store tells names apart. */
  readonly kinds: ReadonlyMap<string, string>;
}

/** Divides items, so that those of one part agree on the kind of every field; at most so many in each. */
export function inOneStore<T>(all: readonly Needs<T>[], most: number): readonly (readonly T[])[] {
  const parts: { items: T[]; kinds: Map<string, string> }[] = [];
  for (const { item, kinds } of all) {
    const fits = (part: (typeof parts)[number]): boolean =>
      part.items.length < most &&
      [...kinds].every(([name, kind]) => (part.kinds.get(name) ?? kind) === kind);
    let part = parts.find(fits);
    if (!part) parts.push((part = { items: [], kinds: new Map() }));
    part.items.push(item);
    for (const [name, kind] of kinds) part.kinds.set(name, kind);
  }
  return parts.map((p) => p.items);
}
