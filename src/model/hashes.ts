import type { DetectionItem, DetectionNode } from './detection.js';
import { parsePattern } from './pattern.js';
import type { Value } from './value.js';
import type { Span } from '../source/span.js';
import { valuesOf } from './rewrite.js';
import { plainText } from './plain-text.js';

/** Algorithms by the length of what they print in hexadecimal. */
const LENGTHS: Readonly<Record<number, string>> = {
  32: 'MD5',
  40: 'SHA1',
  64: 'SHA256',
  128: 'SHA512',
};

export interface SplitHashes {
  readonly node: DetectionNode;
  /** Values of which no field is known. */
  readonly unknown: readonly { readonly text: string; readonly span: Span }[];
}

/** `Hashes: SHA1=…` becomes a test of the field for that algorithm. */
export function splitHashes(
  item: DetectionItem,
  fieldOf: (algorithm: string) => string | null,
): SplitHashes {
  const byField = new Map<string, Value[]>();
  const unknown: { text: string; span: Span }[] = [];
  for (const value of valuesOf(item)) {
    const text = value.kind === 'string' ? plainText(value.pattern).replace(/^\*+|\*+$/g, '') : '';
    const [, named, rest] = /^(\w+)[=|](.*)$/.exec(text) ?? [];
    const hash = rest ?? text;
    const algorithm = named?.toUpperCase() ?? LENGTHS[hash.length] ?? '';
    const field = fieldOf(algorithm);
    if (field === null || value.kind !== 'string') {
      unknown.push({ text, span: value.span });
      continue;
    }
    const values = byField.get(field) ?? [];
    values.push({ ...value, pattern: parsePattern(hash) });
    byField.set(field, values);
  }
  const span = item.field?.span ?? item.span;
  const items = [...byField].map(([text, values]): DetectionItem => ({
    ...item,
    field: { text, span, mapped: true },
    values,
  }));
  if (items.length === 0) return { node: item, unknown };
  if (items.length === 1) return { node: items[0]!, unknown };
  const all = (item.linking === 'all') !== item.negated;
  const node = {
    kind: 'detection-group',
    linking: all ? 'all' : 'any',
    items,
    span: item.span,
  } as const;
  return { node, unknown };
}
