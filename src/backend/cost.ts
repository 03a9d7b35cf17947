import { foldExpression, predicatesOf } from '../predicate/fold.js';
import type { Expression, Predicate } from '../predicate/predicate.js';
import { conjuncts } from '../plan/stages.js';
import type { Span } from '../source/span.js';

/**
 * What a product does to test a condition, the cheapest first: it picks the events' place, looks up a
 * whole value, looks up a beginning, goes through values, runs a pattern over each, or computes first
 * what to compare.
 */
export const COST_CLASSES = ['source', 'term', 'prefix', 'scan', 'pattern', 'computed'] as const;

export type CostClass = (typeof COST_CLASSES)[number];

export interface Cost {
  readonly class: CostClass;
  /** Why, for people: a clause in lower case. */
  readonly why: string;
}

/** A predicate's cost, and the place of the rule that it is from. */
export interface PartCost extends Cost {
  readonly span: Span;
}

export type CostModel = (node: Predicate) => Cost;

/** No index tells what is not there, so a negation costs no less than going through values. */
const LEAST_NEGATED = COST_CLASSES.indexOf('scan');

/** Conjuncts by what their dearest predicate costs; those of equal cost stay in the rule's order. */
export function cheapestFirst(
  conditions: readonly Expression[],
  costOf: CostModel,
): readonly Expression[] {
  const parts = conditions.flatMap(conjuncts);
  if (parts.length < 2) return conditions;
  const ranks = new Map(parts.map((part) => [part, rankOf(part, costOf)]));
  const isSorted = parts.every((p, i) => i === 0 || ranks.get(parts[i - 1]!)! <= ranks.get(p)!);
  return isSorted ? conditions : parts.toSorted((a, b) => ranks.get(a)! - ranks.get(b)!);
}

function rankOf(node: Expression, costOf: CostModel): number {
  const dearest = (ranks: readonly number[]): number => ranks.reduce((a, b) => Math.max(a, b), 0);
  return foldExpression<number>(node, {
    and: dearest,
    or: dearest,
    not: (rank) => Math.max(rank, LEAST_NEGATED),
    constant: () => 0,
    predicate: (predicate) => COST_CLASSES.indexOf(costOf(predicate).class),
  });
}

/** What each predicate costs, in order. */
export function partCosts(
  conditions: readonly Expression[],
  costOf: CostModel,
): readonly PartCost[] {
  return conditions.flatMap((condition) =>
    predicatesOf(condition).map(({ predicate }) => ({
      ...costOf(predicate),
      span: predicate.span,
    })),
  );
}

/** The dearest; of several the first. Null if there is none. */
export function dearestOf<C extends Cost>(costs: readonly C[]): C | null {
  const rank = (cost: Cost): number => COST_CLASSES.indexOf(cost.class);
  return costs.reduce<C | null>((a, b) => (a && rank(a) >= rank(b) ? a : b), null);
}
