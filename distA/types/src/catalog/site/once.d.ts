/** What was made of a key before, or what is made of it now. */
export declare function once<K extends WeakKey, V>(known: WeakMap<K, V>, key: K, make: (key: K) => V): V;
