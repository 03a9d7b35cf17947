import type { Span } from '../source/span.js';

/** A name with the place where it was written. */
export interface Name {
  readonly text: string;
  readonly span: Span;
  /** It was given by a pipeline, which knows the target's own names, and not by the rule. */
  readonly mapped?: true;
  /** Of a column in which the empty string means nothing else than that there is no value. */
  readonly blank?: true;
}
