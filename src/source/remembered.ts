/** What was found for a key before, or is found now; it is kept as long as the key is. */
export function once<K extends WeakKey, V>(known: WeakMap<K, V>, key: K, find: (key: K) => V): V {
  let found = known.get(key);
  if (found === undefined) known.set(key, (found = find(key)));
  return found;
}

/**
 * The same for a string. Strings come from rules, so their number has no limit.
 *
 * @param most how many are remembered
 */
export function remembered<T>(known: Map<string, T>, key: string, most: number, find: () => T): T {
  let found = known.get(key);
  if (found === undefined) {
    found = find();
    if (known.size < most) known.set(key, found);
  }
  return found;
}
