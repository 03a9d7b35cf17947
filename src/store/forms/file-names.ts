import type { DetectionItem, ItemValue } from '../../model/detection.js';
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

/** What is asked of a path, and what of the name of the file, which is the last part of it. */
export interface Divided {
  readonly names: readonly Value[];
  readonly paths: DetectionItem['values'];
}

/**
 * Divides the values of an item that asks for a path: the name alone decides whether the path ends
 * in `\a.exe` or in `.exe`. Null where it decides nothing.
 *
 * @param bare whether the column has the name of a path without folders, too
 */
export function divideByName(
  item: DetectionItem,
  separator: string | null,
  bare = true,
): Divided | null {
  if (separator === null) return null;
  const names: Value[] = [];
  const paths: ItemValue[] = [];
  for (const value of item.values) {
    const name = value.kind === 'value-group' ? null : nameIn(value, separator, bare);
    if (name) names.push(name);
    else paths.push(value);
  }
  return names.length > 0 ? { names, paths } : null;
}

function nameIn(value: Value, separator: string, bare: boolean): Value | null {
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
