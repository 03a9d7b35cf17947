import type { Comparison, ComparisonOperator } from '../../model/correlation/correlation.js';
import { countable, orderOfCountable, orderOfScaled, scaled, times } from './decimals.js';
import type { Countable, Scaled } from './decimals.js';

/*
 * Comparisons made ready for what they are tested with, since they are tested at every event.
 */

/** Of whole numbers within 2^53. */
export function wholeTest(comparisons: readonly Comparison[]): (number: number) => boolean {
  let [least, most] = [-Infinity, Infinity];
  const others = new Set<number>();
  for (const { operator, number } of comparisons) {
    const bound = scaled(number.decimal);
    const [floor, ceiling] = [Number(floorOf(bound)), -Number(floorOf(negated(bound)))];
    if (operator === 'gt') least = Math.max(least, floor + 1);
    if (operator === 'gte' || operator === 'eq') least = Math.max(least, ceiling);
    if (operator === 'lt') most = Math.min(most, ceiling - 1);
    if (operator === 'lte' || operator === 'eq') most = Math.min(most, floor);
    if (operator === 'neq' && floor === ceiling) others.add(floor);
  }
  return (number) => number >= least && number <= most && !others.has(number);
}

/** Of one of the numbers themselves. */
export function numberTest(comparisons: readonly Comparison[]): (number: Countable) => boolean {
  const bounds = comparisons.map((c) => [c.operator, countable(c.number.decimal)] as const);
  return (number) => bounds.every(([o, bound]) => satisfies(o, orderOfCountable(number, bound)));
}

/**
 * Of a sum, of whole numbers within 2^53 or of any, over a count: an average against a bound is the sum
 * against as many bounds.
 */
export function quotientTest(
  comparisons: readonly Comparison[],
): (sum: number | Scaled, count: number) => boolean {
  const bounds = comparisons.map(({ operator, number: { decimal } }) => {
    const exact = scaled(decimal);
    return { operator, exact, whole: exact.scale === 0 ? Number(decimal) : NaN };
  });
  return (sum, count) =>
    bounds.every(({ operator, exact, whole }) => {
      const product = whole * count;
      if (typeof sum === 'number' && Math.abs(product) <= Number.MAX_SAFE_INTEGER) {
        return satisfies(operator, sum - product);
      }
      const of = typeof sum === 'number' ? { digits: BigInt(sum), scale: 0 } : sum;
      return satisfies(operator, orderOfScaled(of, times(exact, count)));
    });
}

/** Of what share one count is of another, in percent. */
export function shareTest(
  comparisons: readonly Comparison[],
): (count: number, all: number) => boolean {
  const test = quotientTest(comparisons);
  return (count, all) => test(100 * count, all);
}

function satisfies(operator: ComparisonOperator, order: number): boolean {
  switch (operator) {
    case 'gt':
      return order > 0;
    case 'gte':
      return order >= 0;
    case 'lt':
      return order < 0;
    case 'lte':
      return order <= 0;
    case 'eq':
      return order === 0;
    case 'neq':
      return order !== 0;
  }
}

function negated(of: Scaled): Scaled {
  return { ...of, digits: -of.digits };
}

function floorOf({ digits, scale }: Scaled): bigint {
  const unit = 10n ** BigInt(scale);
  const cut = digits / unit;
  return digits < 0n && cut * unit !== digits ? cut - 1n : cut;
}
