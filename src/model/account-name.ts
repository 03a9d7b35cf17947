import { ANY, hasPlaceholder, pattern } from './patterns/pattern.js';
import type { StringPattern } from './patterns/pattern.js';

/**
 * What a name such as `DOMAIN\\user` asks of its domain and of its user: each way is enough. None: where
 * it has more than one backslash, nothing that can be one, or a placeholder without a value.
 */
export function splitAccount(
  parts: StringPattern,
): readonly (readonly [domain: StringPattern, user: StringPattern])[] {
  if (hasPlaceholder(parts)) return [];
  const literal = parts.filter((p) => typeof p === 'string').join('');
  const backslashes = literal.split('\\').length - 1;
  if (backslashes > 1) return [];
  return parts.flatMap((part, i): (readonly [StringPattern, StringPattern])[] => {
    const [before, after] = [parts.slice(0, i), parts.slice(i + 1)];
    if (typeof part === 'string') {
      const at = part.indexOf('\\');
      if (at < 0) return [];
      const sides = [part.slice(0, at), part.slice(at + 1)] as const;
      return [[pattern([...before, sides[0]]), pattern([sides[1], ...after])]];
    }
    if (backslashes === 1) return [];
    return part.kind === 'any'
      ? [[pattern([...before, ANY]), pattern([ANY, ...after])]]
      : [[pattern(before), pattern(after)]];
  });
}
