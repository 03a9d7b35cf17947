import type { YamlMap } from '../source/node.js';
import type { Span } from '../source/span.js';
import type { Detection } from './detection.js';
import type { Name } from './name.js';

export interface Rule {
  readonly kind: 'rule';
  readonly title: string;
  readonly id: string | null;
  readonly name: string | null;
  readonly status: string | null;
  readonly level: string | null;
  readonly description: string | null;
  readonly author: string | null;
  readonly date: string | null;
  readonly modified: string | null;
  readonly license: string | null;
  readonly taxonomy: string | null;
  readonly references: readonly Name[];
  readonly tags: readonly Name[];
  readonly fields: readonly Name[];
  readonly falsepositives: readonly Name[];
  readonly scope: readonly Name[];
  readonly related: readonly { readonly id: string; readonly type: string }[];
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

/**
 * What a rule says of itself, besides its log source and detection.
 * https://github.com/SigmaHQ/sigma-specification/blob/main/specification/sigma-rules-specification.md
 */
export const METADATA_KEYS = [
  'title',
  'id',
  'name',
  'status',
  'level',
  'description',
  'author',
  'date',
  'modified',
  'license',
  'taxonomy',
  'references',
  'tags',
  'fields',
  'falsepositives',
  'scope',
] as const;
