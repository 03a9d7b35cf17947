import type { StringPattern } from './pattern.js';
import type { Value } from '../value.js';

/** A pattern as pipelines see it: wildcards as `*` and `?`, nothing escaped. */
export function plainText(pattern: StringPattern): string {
  return pattern
    .map((p) => {
      if (typeof p === 'string') return p;
      return p.kind === 'placeholder' ? `%${p.name}%` : p.kind === 'any' ? '*' : '?';
    })
    .join('');
}

/** A value as text, for conditions and conversions; null if it has none. */
export function textOf(value: Value): string | null {
  switch (value.kind) {
    case 'string':
      return plainText(value.pattern);
    case 'number':
      return value.number.source;
    case 'boolean':
      return String(value.value);
    case 'regex':
      return value.regex.source;
    case 'cidr':
      return value.network.text;
    default:
      return null;
  }
}
