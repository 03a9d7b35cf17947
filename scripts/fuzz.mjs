// A long run of the generated tests: FUZZ_RUNS times as many cases as in `npm test`, from FUZZ_SEED.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const vitest = join(
  dirname(createRequire(import.meta.url).resolve('vitest/package.json')),
  'vitest.mjs',
);
const { FUZZ_RUNS = '20', FUZZ_SEED = '1' } = process.env;
const { status } = spawnSync(
  process.execPath,
  [vitest, 'run', 'test/fuzz', '--testTimeout', '3600000'],
  { stdio: 'inherit', env: { ...process.env, FUZZ_RUNS, FUZZ_SEED } },
);
process.exitCode = status ?? 1;
