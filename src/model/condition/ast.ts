import type { Span } from '../../source/span.js';
import type { Name } from '../name.js';

export interface Condition {
  readonly kind: 'condition';
  readonly text: string;
  readonly expression: ConditionExpression;
  /** The old `| count(field) by group > N` or `| near a and b` tail. */
  readonly aggregation: Aggregation | Near | null;
  /** What filters have ANDed to the expression, which is all that an event must meet. */
  readonly added?: readonly ConditionExpression[];
  readonly span: Span;
}

export type ConditionExpression =
  ConditionOperation | ConditionNot | ConditionIdentifier | ConditionQuantified;

export interface ConditionOperation {
  readonly kind: 'condition-and' | 'condition-or';
  /** Two or more. */
  readonly operands: readonly ConditionExpression[];
  readonly span: Span;
}

export interface ConditionNot {
  readonly kind: 'condition-not';
  readonly operand: ConditionExpression;
  readonly span: Span;
}

export interface ConditionIdentifier {
  readonly kind: 'condition-identifier';
  readonly name: string;
  readonly span: Span;
}

/** `1 of`, `any of`, `3 of`, `all of` with `them` or a pattern. */
export interface ConditionQuantified {
  readonly kind: 'condition-quantified';
  /** At least so many; `all` for all of them. `1 of` and `any of` are 1. */
  readonly count: number | 'all';
  /** Null is `them`. `*` is any run, `?` one character. */
  readonly pattern: string | null;
  /**
   * The search identifiers that it may match, where those of other documents are next to them; all if
   * not given.
   */
  readonly among?: ReadonlySet<string>;
  readonly span: Span;
}

export type AggregationFunction = 'count' | 'sum' | 'min' | 'max' | 'avg';

export interface Aggregation {
  readonly kind: 'aggregation';
  readonly function: AggregationFunction;
  readonly field: Name | null;
  readonly groupBy: Name | null;
  readonly operator: 'lt' | 'lte' | 'gt' | 'gte' | 'eq' | 'neq';
  readonly threshold: string;
  readonly span: Span;
}

export interface Near {
  readonly kind: 'near';
  readonly expression: ConditionExpression;
  readonly span: Span;
}
