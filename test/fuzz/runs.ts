/** How long a property is tried: shortly in each test run, longer by `npm run fuzz`. */
export function runs(few: number): { readonly numRuns: number; readonly seed?: number } {
  const seed = process.env['FUZZ_SEED'];
  const factor = Number(process.env['FUZZ_RUNS'] ?? 1);
  return {
    numRuns: Math.ceil(few * factor),
    ...(seed === undefined ? {} : { seed: Number(seed) }),
  };
}
