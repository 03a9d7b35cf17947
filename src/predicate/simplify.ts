import type { Expression } from './predicate.js';

export interface SimplifyOptions {
  /** Joins an OR of predicates on one field into one `one-of` node. */
  readonly oneOf: boolean;
  /** Pushes negations down to the predicates (De Morgan). */
  readonly pushNegation: boolean;
}

export function simplify(expression: Expression, _options: SimplifyOptions): Expression {
  return expression;
}
