import { isAny } from '../../model/patterns/pattern.js';
import type { Value } from '../../model/value.js';

/**
 * What a value is of a field that holds only what follows the last `separator` of a string, such as
 * the name of a file without its folder; null where that does not decide it.
 */
export function tailOf(value: Value, separator: string): Value | null {
  // The part is missing, or empty, where the whole is.
  if (value.kind === 'null' || value.kind === 'exists') return value;
  if (value.kind !== 'string') return null;
  if (value.pattern.length === 0) return value;
  const [first, text, ...more] = value.pattern;
  if (!isAny(first)) return null;
  if (typeof text !== 'string' || more.length > 0) return null;
  const at = text.lastIndexOf(separator);
  if (at < 0) return value;
  return at === 0 && text.length > 1 ? { ...value, pattern: [text.slice(1)] } : null;
}
