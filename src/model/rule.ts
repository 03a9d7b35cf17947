import type { YamlMap } from '../source/node.js';
import type { Span } from '../source/span.js';
import type { Detection } from './detection.js';
import type { Metadata } from './metadata.js';
import type { Name } from './name.js';

export interface Rule extends Metadata {
  readonly kind: 'rule';
  readonly logsource: LogSource;
  readonly detection: Detection;
  /** The document that the rule was read from (after `action` collections were merged). */
  readonly document: YamlMap;
  readonly span: Span;
}

/** What names a log source, in the order of the specification. */
export const LOG_SOURCE_KEYS = ['category', 'product', 'service'] as const;

/** Each list means any of its names; an empty list means not stated. Real catalogues write lists. */
export interface LogSource {
  readonly kind: 'logsource';
  readonly category: readonly Name[];
  readonly product: readonly Name[];
  readonly service: readonly Name[];
  readonly definition: string | null;
  readonly span: Span;
}
