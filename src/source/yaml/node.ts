import type { Span } from '../span.js';

/**
 * A YAML document as plain nodes: aliases are resolved, and every node has its span.
 * An alias's nodes carry the span of the anchored text.
 */
export type YamlNode = YamlMap | YamlList | YamlScalar;

export type ScalarStyle = 'plain' | 'single' | 'double' | 'literal' | 'folded';

export interface YamlScalar {
  readonly kind: 'scalar';
  readonly span: Span;
  /** As YAML 1.2's core schema resolves it; a number may have lost digits, `text` has them. */
  readonly value: string | number | bigint | boolean | null;
  /** The decoded text: quotes, escapes and folds undone; of a number, its digits as written. */
  readonly text: string;
  readonly style: ScalarStyle;
}

export interface YamlEntry {
  readonly key: YamlScalar;
  readonly value: YamlNode;
}

export interface YamlMap {
  readonly kind: 'map';
  readonly span: Span;
  /** In source order; keys are unique. */
  readonly entries: readonly YamlEntry[];
  /** Entries whose key appears before them in the map: only where the reader asked to keep them. */
  readonly repeated?: readonly YamlEntry[];
}

export interface YamlList {
  readonly kind: 'list';
  readonly span: Span;
  readonly items: readonly YamlNode[];
}

export function entry(map: YamlMap, key: string): YamlEntry | undefined {
  return map.entries.find((e) => e.key.text === key);
}
