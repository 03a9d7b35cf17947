import type { YamlMap } from '../source/yaml/node.js';
import type { Span } from '../source/span.js';
import type { Detection } from './detection.js';
import type { LogSource } from './log-source.js';
import type { Metadata } from './metadata.js';
import type { Name } from './name.js';

/**
 * A condition to add to other rules.
 * https://github.com/SigmaHQ/sigma-specification/blob/main/specification/sigma-filters-specification.md
 */
export interface Filter extends Metadata {
  readonly kind: 'filter';
  /** Ids or names of rules, or every rule of the log source. */
  readonly rules: readonly Name[] | AnyRule;
  /** Rules whose log source is not within it are not filtered; null if it could not be read. */
  readonly logsource: LogSource | null;
  /**
   * With one condition, which the rules must meet beside their own. Null if the filter has errors; then
   * the rules that it applies to cannot be used.
   */
  readonly detection: Detection | null;
  readonly document: YamlMap;
  readonly span: Span;
}

/** `rules: any`. */
export interface AnyRule {
  readonly kind: 'any';
  readonly span: Span;
}
