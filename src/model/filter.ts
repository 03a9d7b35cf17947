import type { YamlMap } from '../source/node.js';
import type { Span } from '../source/span.js';
import type { Name } from './name.js';
import type { LogSource } from './rule.js';

/**
 * A condition to add to other rules.
 * https://github.com/SigmaHQ/sigma-specification/blob/main/specification/sigma-filters-specification.md
 */
export interface Filter {
  readonly kind: 'filter';
  /** Ids or names of rules, or every rule of the log source. */
  readonly rules: readonly Name[] | AnyRule;
  readonly logsource: Pick<LogSource, 'category' | 'product' | 'service'>;
  readonly document: YamlMap;
  readonly span: Span;
}

/** `rules: any`. */
export interface AnyRule {
  readonly kind: 'any';
  readonly span: Span;
}
