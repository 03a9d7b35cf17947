import type { Comparison } from '../../model/correlation/correlation.js';
import { quotientTest } from './bounds.js';
import { minus, plus, scaled, ZERO } from './decimals.js';
import type { Scaled } from './decimals.js';
import type { Measure } from './measure.js';

/** What small numbers may add up to before it is no longer exact to add another. */
const MOST = 2 ** 52;

/** Exact however long it runs: numbers that leave the window take away just what they brought. */
export function summing(
  kind: 'sum' | 'average',
  comparisons: readonly Comparison[],
): () => Measure {
  const test = quotientTest(comparisons);
  return () => {
    let count = 0;
    // The sum is both: small numbers are added fast, and all others have no bound.
    let small = 0;
    let others: Scaled = ZERO;
    const whole = (): Scaled => plus(others, { digits: BigInt(small), scale: 0 });
    const carry = (): void => {
      if (Math.abs(small) < MOST) return;
      others = whole();
      small = 0;
    };
    return {
      add({ numbers }) {
        for (const { isSmall, near, decimal } of numbers) {
          if (isSmall) small += near;
          else others = plus(others, scaled(decimal));
          carry();
        }
        count += numbers.length;
      },
      remove({ numbers }) {
        for (const { isSmall, near, decimal } of numbers) {
          if (isSmall) small -= near;
          else others = minus(others, scaled(decimal));
          carry();
        }
        count -= numbers.length;
        if (count > 0) return;
        small = 0;
        others = ZERO;
      },
      holds() {
        if (count === 0) return false;
        return test(others.digits === 0n ? small : whole(), kind === 'sum' ? 1 : count);
      },
    };
  };
}
