/*
 * The interpreter hands over strings and numbers as they are, lists as arrays of its own values, and maps
 * as a `Map` of them. What it takes back is made of values of JavaScript alone.
 */

/** The interpreter hands over the values of lists as its own. */
export function plain(value: unknown): unknown {
  return value !== null && typeof value === 'object' && 'value' in value ? value.value : value;
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return value !== null && typeof value === 'object';
}

/** The same as it was before the interpreter took it. */
export function native(value: unknown): unknown {
  const own = plain(value);
  if (Array.isArray(own)) return own.map(native);
  if (!(own instanceof Map)) return own;
  return Object.fromEntries([...own].map(([key, inner]) => [String(key), native(inner)]));
}

export function items(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as readonly unknown[]) : [];
}

export function less(a: unknown, b: unknown): boolean {
  return typeof a === 'number' && typeof b === 'number' ? a < b : string(a) < string(b);
}

export function string(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return value;
    case 'boolean':
      return value ? 'True' : 'False';
    case 'number':
    case 'bigint':
      return String(value);
    default:
      return value === null || value === undefined ? 'None' : JSON.stringify(value);
  }
}

/** What Python takes for false. */
export function isEmpty(value: unknown): boolean {
  const isObjectOfNone = isObject(value) && Object.keys(value).length === 0;
  return value === '' || value === 0 || value === false || isObjectOfNone;
}

/** The items of a list, the characters of a string, the keys of a map. */
export function values(value: unknown): unknown[] {
  if (typeof value === 'string') return [...value];
  if (Array.isArray(value)) return value.map(native);
  const whole = native(value);
  return whole !== null && typeof whole === 'object' ? Object.keys(whole) : [];
}

/** Whether two values that the interpreter hands over are equal. */
export function equal(left: unknown, right: unknown): boolean {
  return same(native(left), native(right));
}

/** As Python compares: within a type, and lists and maps by what they hold. */
export function same(a: unknown, b: unknown): boolean {
  if (!isObject(a) || !isObject(b)) return scalar(a) === scalar(b);
  const keys = Object.keys(a);
  return (
    Array.isArray(a) === Array.isArray(b) &&
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && same(a[key], b[key]))
  );
}

/** True is 1 and false is 0, and what is missing is `None`. */
function scalar(value: unknown): unknown {
  return typeof value === 'boolean' ? Number(value) : (value ?? null);
}
