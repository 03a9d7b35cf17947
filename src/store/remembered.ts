/**
 * What was found for a key before, or is found now. Keys come from rules, so their number has no limit.
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
