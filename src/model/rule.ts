import type { YamlMap } from '../source/yaml/node.js';
import type { Span } from '../source/span.js';
import type { Detection } from './detection.js';
import type { Filter } from './filter.js';
import type { LogSource } from './log-source.js';
import type { Metadata } from './metadata.js';

export { LOG_SOURCE_KEYS } from './log-source.js';
export type { LogSource };

export interface Rule extends Metadata {
  readonly kind: 'rule';
  readonly logsource: LogSource;
  readonly detection: Detection;
  /** Those whose conditions linking has ANDed to the rule's. */
  readonly filters: readonly Filter[];
  /** The document that the rule was read from (after `action` collections were merged). */
  readonly document: YamlMap;
  readonly span: Span;
}
