import type { Rule } from '../../model/rule.js';
import type { Diagnostic } from '../../source/diagnostic.js';
import type { Candidate } from './candidates.js';
import type { Placement } from '../placement.js';
import type { Tables } from '../tables.js';

/** What the choice of a source depends on besides the rule, and where it goes. */
export interface Choosing {
  readonly target: string;
  /** What is known of the store's tables, if anything is. */
  readonly tables: Tables | undefined;
  /** Tables that sources may read; empty: all. */
  readonly tablesChosen: readonly string[];
  readonly report: (diagnostic: Diagnostic) => void;
}

export interface Chosen {
  readonly rule: Rule;
  /** Null where the rule was left as it was. */
  readonly source: Candidate | null;
  readonly placement: Placement | null;
}
