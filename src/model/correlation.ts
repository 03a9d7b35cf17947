import type { YamlMap } from '../source/node.js';
import type { Span } from '../source/span.js';
import type { Name } from './name.js';

/**
 * A rule about the events that other rules match.
 * https://github.com/SigmaHQ/sigma-specification/blob/main/specification/sigma-correlation-rules-specification.md
 */
export interface Correlation {
  readonly kind: 'correlation';
  /** Ids or names of rules and correlations, in order. */
  readonly rules: readonly Name[];
  readonly document: YamlMap;
  readonly span: Span;
}
