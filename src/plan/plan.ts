import type { ComparisonOperator, Timespan } from '../model/correlation/correlation.js';
import type { DetectionNode } from '../model/detection.js';
import type { Name } from '../model/name.js';
import type { Expression } from '../predicate/predicate.js';
import type { Span } from '../source/span.js';
import { UNMAPPED } from '../store/placement.js';
import type { Placement, Reading } from '../store/placement.js';

/**
 * What a query does around its conditions. A node gives rows: a source those of a store, every other
 * node what it makes of its inputs' rows.
 */
export type Plan = Source | Search | Extend | Union | Correlating;

/** The events of one place in the store. */
export interface Source {
  readonly kind: 'source';
  readonly placement: Placement;
  /** What the source requires of the events of each rule that is searched for there; without it, `placement` tells. */
  readonly required?: readonly (readonly DetectionNode[])[];
  /** What the user's pipelines set for the target. */
  readonly state?: ReadonlyMap<string, unknown>;
  /** The fields that the results should show, as they are called here; none: all that there are. */
  readonly shown?: readonly ShownField[];
  readonly span: Span;
}

/** A field that a rule lists. */
export interface ShownField extends Name {
  /** The place takes it without being known to have it. */
  readonly assumed?: true;
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

/** What relates the events of several searches, or several events of one. */
export type Correlating = Events | Aggregate | Sequence | Having;

/**
 * The rows as events of a correlation: their time, columns under names that are the same for all
 * inputs of a union, and which rules they are of. A row of a correlation counts as many events
 * as happened at its time.
 */
export interface Events {
  readonly kind: 'events';
  readonly input: Plan;
  readonly columns: readonly EventColumn[];
  readonly flags: readonly EventFlag[];
  /** An event that another input of the union has in the same group is no row here. */
  readonly twins: readonly Twin[];
  readonly span: Span;
}

/** How an event shows that another input has it, too. */
export interface Twin {
  /** What the other input asks. */
  readonly holds: Expression;
  /** Columns that events are grouped by which are other fields there; all others are the same. */
  readonly columns: readonly Pick<EventColumn, 'name' | 'ignoresCase' | 'fields'>[];
}

export interface EventColumn {
  readonly name: string;
  /** An event that lacks one that it is grouped by is no row. */
  readonly grouped: boolean;
  /** Whether what counts of its values are the numbers that they spell. */
  readonly numeric: boolean;
  /** Whether the events that have a value are counted, each once, so that no value is twice in one. */
  readonly shared: boolean;
  /** Whether values that differ only in case are one, since some inputs do not have them as events do. */
  readonly ignoresCase: boolean;
  /** Fields of the input; the first that an event has. */
  readonly fields: readonly [Name, ...Name[]];
}

/** Whether an event is of a rule. */
export interface EventFlag {
  readonly name: string;
  /** Null: every row is. */
  readonly holds: Expression | null;
  /** Where the correlation names the rule. */
  readonly span: Span;
}

/**
 * A row for each group and time at which it has events, and of a share for each value that one of those
 * has. The measures are of the window that ends with that time, both ends included.
 */
export interface Aggregate {
  readonly kind: 'aggregate';
  readonly input: Plan;
  /** Columns, and where the correlation names them. */
  readonly group: readonly Name[];
  readonly timespan: Timespan;
  /** At least one; `distinct` and `share` are always alone. */
  readonly measures: readonly Measure[];
  readonly span: Span;
}

/** A column of the window's events; the numbers of a column are those that its values spell. */
export type Measure =
  | { readonly name: string; readonly kind: 'count' }
  /** Different values; of several columns, different tuples. */
  | { readonly name: string; readonly kind: 'distinct'; readonly columns: readonly string[] }
  /** Events that have the row's value; of several columns, the tuple. `of` is for those with any value. */
  | {
      readonly name: string;
      readonly kind: 'share';
      readonly of: string;
      /** For the values of a time whose rows satisfy the test. */
      readonly values: string;
      readonly columns: readonly string[];
    }
  | { readonly name: string; readonly kind: 'sum' | 'numbers'; readonly column: string }
  /** How many numbers are less than the bound, or at most the bound. */
  | {
      readonly name: string;
      readonly kind: 'less' | 'at-most';
      readonly column: string;
      readonly bound: string;
    };

/**
 * A row for each group and time at which it has events, with the last time, until then, of each step:
 * of an event with its flag. Of an ordered sequence it is the last time at which the first step of
 * what leads to the step was.
 */
export interface Sequence {
  readonly kind: 'sequence';
  readonly input: Plan;
  readonly group: readonly Name[];
  /** How long ago a step may be. */
  readonly timespan: Timespan;
  readonly ordered: boolean;
  readonly steps: readonly SequenceStep[];
  readonly span: Span;
}

export interface SequenceStep {
  readonly flag: string;
  /** The column that the time goes to; null where there is none. */
  readonly name: string;
}

/** The rows of a correlation for which a test holds; of a share, one for each group and time of those. */
export interface Having {
  readonly kind: 'having';
  readonly input: Plan;
  readonly test: HavingTest;
  readonly span: Span;
}

export type HavingTest =
  | { readonly kind: 'all' | 'any'; readonly operands: readonly HavingTest[] }
  | {
      readonly kind: 'compare';
      readonly left: Amount;
      readonly operator: ComparisonOperator;
      readonly right: Amount;
      readonly span: Span;
    }
  /** Whether the time in a column is there and at most so long ago, or the opposite of that. */
  | {
      readonly kind: 'recent';
      readonly column: string;
      readonly timespan: Timespan;
      readonly negated: boolean;
      readonly span: Span;
    };

export type Amount =
  | { readonly kind: 'number'; readonly decimal: string }
  /** The column times a number. */
  | { readonly kind: 'column'; readonly column: string; readonly times?: string }
  | { readonly kind: 'quotient'; readonly column: string; readonly by: string }
  /** How many of these columns hold a recent time. */
  | {
      readonly kind: 'recent-count';
      readonly columns: readonly string[];
      readonly timespan: Timespan;
    };

/** How far before a match, in milliseconds, the events may be that it depends on; 0 without a correlation. */
export function reachOf(plan: Plan): number {
  switch (plan.kind) {
    case 'source':
      return 0;
    case 'union':
      return Math.max(...plan.inputs.map(reachOf));
    case 'aggregate':
    case 'sequence':
      return plan.timespan.milliseconds + reachOf(plan.input);
    default:
      return reachOf(plan.input);
  }
}

/** Where the events of a node come from; of several places, the first. */
export function sourceOf(plan: Plan): Source {
  switch (plan.kind) {
    case 'source':
      return plan;
    case 'union':
      return sourceOf(plan.inputs[0]!);
    default:
      return sourceOf(plan.input);
  }
}

/** Every search of a source, in order. */
export function searchesOf(plan: Plan): readonly Search[] {
  switch (plan.kind) {
    case 'source':
      return [];
    case 'union':
      return plan.inputs.flatMap(searchesOf);
    case 'search':
      return [plan];
    default:
      return searchesOf(plan.input);
  }
}

const NONE: ReadonlyMap<string, unknown> = new Map();

/** A search of one place for what satisfies one condition. */
export function searchOf(
  condition: Expression,
  source: Partial<Omit<Source, 'kind'>> = {},
): Search {
  const { span } = condition;
  const { placement = UNMAPPED, state = NONE, span: at = span, ...rest } = source;
  const input: Source = { kind: 'source', placement, state, span: at, ...rest };
  return { kind: 'search', input, conditions: [condition], span };
}
