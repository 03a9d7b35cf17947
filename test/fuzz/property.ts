import fc from 'fast-check';
import { test } from 'vitest';

/** How long one property may keep the runner from hearing anything of it, in milliseconds. */
const TURN = 500;

/**
 * A property that is tried shortly in each test run, longer by `npm run fuzz`.
 *
 * @param few cases of a short run
 */
export function property<T>(
  name: string,
  few: number,
  arbitrary: fc.Arbitrary<T>,
  body: (value: T) => void | Promise<void>,
): void {
  const { FUZZ_RUNS: factor } = process.env;
  test(name, async () => {
    let turn = performance.now();
    const tried = fc.asyncProperty(arbitrary, async (value) => {
      if (performance.now() - turn > TURN) {
        await new Promise((resolve) => setImmediate(resolve));
        turn = performance.now();
      }
      await body(value);
    });
    await fc.assert(tried, {
      numRuns: Math.ceil(few * Number(factor ?? 1)),
      asyncReporter: async (details) => {
        if (details.failed) {
          const message = await fc.asyncDefaultReportMessage(details);
          throw new Error(message, { cause: details.errorInstance });
        }
        if (factor !== undefined) console.log(`${details.numRuns} cases: ${name}`);
      },
    });
  });
}
