import type { LogSource } from '../../model/rule.js';
import type { Value } from '../../model/value.js';
import { tailOf } from './tails.js';

/** What divides the folders of a path on the systems of a log source; null where that is not known. */
export function separatorOf({ product }: LogSource): string | null {
  if (product.length === 0) return null;
  const windows = product.filter((p) => p.text.toLowerCase() === 'windows');
  if (windows.length === product.length) return '\\';
  return windows.length === 0 ? '/' : null;
}

/**
 * What a value that asks for a path asks of the name of the file, which is the last part of it: the
 * name alone decides whether the path ends in `\a.exe` or in `.exe`. Null where it decides nothing.
 *
 * @param bare whether a path without folders is a name, too
 */
export function nameIn(value: Value, separator: string, bare = true): Value | null {
  if (value.kind !== 'string' || value.pattern.length === 0) return null;
  const name = tailOf(value, separator);
  // Nothing was cut off: a path without folders ends so, too.
  if (name === value && !bare) return null;
  // No name has the separator of another system in it.
  const isName = name?.kind === 'string' && !name.pattern.some(isPath);
  return isName ? name : null;
}

function isPath(part: unknown): boolean {
  return typeof part === 'string' && /[\\/]/.test(part);
}
