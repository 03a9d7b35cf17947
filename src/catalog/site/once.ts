/** Computes a value once per key. */
export function once<K extends WeakKey, V>(known: WeakMap<K, V>, key: K, make: (key: K) => V): V {
  let made = known.get(key);
  if (made === undefined) known.set(key, (made = make(key)));
  return made;
}
