import type { Name } from '../model/name.js';
import type { Expression } from '../predicate/predicate.js';
import type { Span } from '../source/span.js';
import { UNMAPPED } from '../store/placement.js';
import type { Placement, Reading } from '../store/placement.js';

/**
 * What a query does around its conditions. A node gives rows: a source those of a store, every other
 * node what it makes of its inputs' rows.
 */
export type Plan = Source | Search | Extend | Union;

/** The events of one place in the store. */
export interface Source {
  readonly kind: 'source';
  readonly placement: Placement;
  /** What the user's pipelines set for the target. */
  readonly state?: ReadonlyMap<string, unknown>;
  readonly span: Span;
}

/** The rows that satisfy every condition; all rows if there is none. */
export interface Search {
  readonly kind: 'search';
  readonly input: Plan;
  readonly conditions: readonly Expression[];
  readonly span: Span;
}

/** The rows with further columns, each read out of another. */
export interface Extend {
  readonly kind: 'extend';
  readonly input: Plan;
  readonly columns: readonly ReadColumn[];
  readonly span: Span;
}

export interface ReadColumn {
  /** What conditions call the column, where one first does. */
  readonly name: Name;
  readonly reading: Reading;
}

/** The rows of all inputs. */
export interface Union {
  readonly kind: 'union';
  readonly inputs: readonly Plan[];
  readonly span: Span;
}

const NONE: ReadonlyMap<string, unknown> = new Map();

/** A search of one place for what satisfies one condition. */
export function searchOf(
  condition: Expression,
  source: Partial<Omit<Source, 'kind'>> = {},
): Search {
  const { span } = condition;
  const { placement = UNMAPPED, state = NONE, span: at = span } = source;
  const input: Source = { kind: 'source', placement, state, span: at };
  return { kind: 'search', input, conditions: [condition], span };
}
