import { isAny } from '../../model/patterns/pattern.js';
import type { StringPattern } from '../../model/patterns/pattern.js';
import type { Value } from '../../model/value.js';

/**
 * A path, and the same path with the name of its file once more at the end, as some events have it:
 * `C:\a.exe\a.exe`. A pattern that matches the second by itself is enough.
 */
export function withRepeatedName(value: Value): Value | readonly Value[] {
  if (value.kind !== 'string') return value;
  const name = nameIn(value.pattern);
  if (!name) return value;
  const [last, ...before] = [...value.pattern].reverse();
  const [first, ...rest] = name;
  // Two strings side by side are one.
  const joined =
    typeof last === 'string' && typeof first === 'string' ? [last + first] : [last!, first!];
  return [value, { ...value, pattern: [...before.reverse(), ...joined, ...rest] }];
}

/** Whether a value depends on how a path ends, in a way that does not tell the name of its file. */
export function asksEnd(value: Value): boolean {
  if (value.kind === 'regex') return /(?:^|[^\\])(?:\\\\)*(?:\$|\\z)/i.test(value.regex.source);
  return value.kind === 'field-ref';
}

/** The end of a path from its last separator on; null where any string may follow the separator, or precede it. */
function nameIn(pattern: StringPattern): StringPattern | null {
  const name: StringPattern[number][] = [];
  for (let i = pattern.length - 1; i >= 0; i--) {
    const part = pattern[i]!;
    if (typeof part === 'object') {
      if (part.kind === 'any') return null;
      name.unshift(part);
      continue;
    }
    const at = Math.max(part.lastIndexOf('\\'), part.lastIndexOf('/'));
    if (at < 0) {
      name.unshift(part);
      continue;
    }
    const isAfterAny = at === 0 && i > 0 && isAny(pattern[i - 1]);
    const isEmpty = at === part.length - 1 && name.length === 0;
    return isAfterAny || isEmpty ? null : [part.slice(at), ...name];
  }
  return null;
}
