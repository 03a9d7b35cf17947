import type { Comparison } from '../../model/correlation.js';
import { scaled } from './decimals.js';
import type { Scaled } from './decimals.js';

/** Comparisons made ready for whole numbers that are counted, which are tested at every event. */
export function countTest(comparisons: readonly Comparison[]): (count: number) => boolean {
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
  return (count) => count >= least && count <= most && !others.has(count);
}

/** The same for what share one count is of another, in percent. */
export function shareTest(
  comparisons: readonly Comparison[],
): (count: number, all: number) => boolean {
  const bounds = comparisons.map(({ operator, number }) => {
    const { digits, scale } = scaled(number.decimal);
    return { operator, percentage: digits, whole: 100n * 10n ** BigInt(scale) };
  });
  return (count, all) =>
    bounds.every(({ operator, percentage, whole }) => {
      const left = whole * BigInt(count);
      const right = percentage * BigInt(all);
      return {
        gt: left > right,
        gte: left >= right,
        lt: left < right,
        lte: left <= right,
        eq: left === right,
        neq: left !== right,
      }[operator];
    });
}

function negated(of: Scaled): Scaled {
  return { ...of, digits: -of.digits };
}

function floorOf({ digits, scale }: Scaled): bigint {
  const unit = 10n ** BigInt(scale);
  const cut = digits / unit;
  return digits < 0n && cut * unit !== digits ? cut - 1n : cut;
}
