import type { YamlMap } from '../../source/yaml/node.js';
import type { Span } from '../../source/span.js';
import type { Metadata } from '../metadata.js';
import type { Name } from '../name.js';
import type { NumberLiteral } from '../value.js';

/**
 * A rule about the events that other rules match. Its window slides: at each of those events it is
 * the timespan that ends with the event, both ends included. The correlation matches at that event
 * if its test holds for the events in the window that are of the event's group.
 * https://github.com/SigmaHQ/sigma-specification/blob/main/specification/sigma-correlation-rules-specification.md
 */
export interface Correlation extends Metadata {
  readonly kind: 'correlation';
  readonly type: CorrelationType;
  /** Ids or names of rules and correlations, in order; at least one. */
  readonly rules: readonly Name[];
  /** Fields or aliases. An event that lacks one of them is in no group; none: all are in one. */
  readonly groupBy: readonly Name[];
  readonly aliases: readonly Alias[];
  readonly timespan: Timespan;
  readonly test: CorrelationTest;
  /** Whether the rules give queries of their own, too. */
  readonly generate: boolean;
  readonly document: YamlMap;
  readonly span: Span;
}

/** What a correlation may be of, in the order of the specification. */
export const TYPES = [
  'event_count',
  'value_count',
  'value_sum',
  'value_avg',
  'value_percentile',
  'value_median',
  'temporal',
  'temporal_ordered',
] as const;

/** As it was written; `value_min` and `value_max` are of the old aggregations alone. */
export type CorrelationType = (typeof TYPES)[number] | 'value_min' | 'value_max';

export interface Timespan {
  /** As it was written: `15m`. */
  readonly text: string;
  readonly milliseconds: number;
  readonly span: Span;
}

/** What a field that the correlation names is called in the events of each rule. */
export interface Alias {
  readonly name: Name;
  readonly fields: readonly { readonly rule: Name; readonly field: Name }[];
}

/** What must hold in the window. */
export type CorrelationTest =
  EventCountTest | ValueCountTest | ValueShareTest | ValueTest | TemporalTest | TemporalOrderedTest;

/** How many events there are; one that several rules match counts once. */
export interface EventCountTest {
  readonly kind: 'event-count';
  readonly comparisons: readonly Comparison[];
  readonly span: Span;
}

/** How many different values there are; of several fields, how many tuples. */
export interface ValueCountTest {
  readonly kind: 'value-count';
  readonly fields: readonly Name[];
  readonly comparisons: readonly Comparison[];
  readonly span: Span;
}

/**
 * The share of a value, in percent: of the events that have the field, or all of several fields, those
 * that have the value that the event itself has. An event with several values is one of each of them; one
 * that satisfies the comparisons is enough.
 */
export interface ValueShareTest {
  readonly kind: 'value-share';
  readonly fields: readonly Name[];
  readonly comparisons: readonly Comparison[];
  readonly span: Span;
}

/** What comes of the numbers in a field; without any, nothing that a comparison holds for. */
export interface ValueTest {
  readonly kind: 'value';
  readonly statistic: Statistic;
  readonly field: Name;
  readonly comparisons: readonly Comparison[];
  readonly span: Span;
}

/** The fields whose values a test takes. */
export function valueFields(test: CorrelationTest): readonly Name[] {
  switch (test.kind) {
    case 'value-count':
    case 'value-share':
      return test.fields;
    case 'value':
      return [test.field];
    default:
      return [];
  }
}

/** A percentile is that of the nearest rank: more than 0, at most 100; the median is the 50th. */
export type Statistic =
  | { readonly kind: 'sum' | 'average' | 'minimum' | 'maximum' }
  | { readonly kind: 'percentile'; readonly rank: number };

/** Which rules have an event in the window. */
export interface TemporalTest {
  readonly kind: 'temporal';
  readonly expression: RulesExpression;
  readonly span: Span;
}

/** Each rule has an event, none before that of the rule listed before it. */
export interface TemporalOrderedTest {
  readonly kind: 'temporal-ordered';
  readonly span: Span;
}

/** All comparisons must hold. */
export interface Comparison {
  readonly operator: ComparisonOperator;
  readonly number: NumberLiteral;
  readonly span: Span;
}

export const COMPARISON_OPERATORS = ['gt', 'gte', 'lt', 'lte', 'eq', 'neq'] as const;
export type ComparisonOperator = (typeof COMPARISON_OPERATORS)[number];

/** Rules are named by their position in `rules`. */
export type RulesExpression = RuleSeen | RulesOperation | RulesNot | RulesCount;

/** The rule has an event in the window. */
export interface RuleSeen {
  readonly kind: 'rule-seen';
  readonly rule: number;
  readonly span: Span;
}

export interface RulesOperation {
  readonly kind: 'rules-and' | 'rules-or';
  /** Two or more. */
  readonly operands: readonly RulesExpression[];
  readonly span: Span;
}

export interface RulesNot {
  readonly kind: 'rules-not';
  readonly operand: RulesExpression;
  readonly span: Span;
}

/** How many of these rules have an event in the window. */
export interface RulesCount {
  readonly kind: 'rules-count';
  readonly rules: readonly number[];
  readonly comparisons: readonly Comparison[];
  readonly span: Span;
}
