// A long run of the generated tests, in one process: FUZZ_RUNS times as many cases as in `npm test`, from
// FUZZ_SEED. Says at the end how many of each kind there were.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const vitest = join(
  dirname(createRequire(import.meta.url).resolve('vitest/package.json')),
  'vitest.mjs',
);
const { FUZZ_RUNS = '20', FUZZ_SEED = '1' } = process.env;
const child = spawn(
  process.execPath,
  [vitest, 'run', 'test/fuzz', '--no-file-parallelism', '--testTimeout', '100000000'],
  {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, FUZZ_RUNS, FUZZ_SEED, NO_COLOR: '1' },
  },
);
let said = '';
child.stdout.setEncoding('utf8').on('data', (piece) => {
  process.stdout.write(piece);
  said += piece;
});
child.on('close', (status) => {
  const cases = [...said.matchAll(/^(\d+) cases: (.*)$/gm)].map(([, n, name]) => [Number(n), name]);
  console.log('\nCases:');
  for (const [n, name] of cases) console.log(`${n.toLocaleString('en').padStart(12)}  ${name}`);
  const all = cases.reduce((sum, [n]) => sum + n, 0);
  console.log(
    `${all.toLocaleString('en').padStart(12)}  in all; ${status === 0 ? 'no' : 'some'} failures`,
  );
  process.exitCode = status ?? 1;
});
