// Checks what can be checked without running anything, on all processors: each of these takes long
// on one of them. What a check says is printed in one piece, when it ends.
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';

/** Scripts of package.json, what takes longest first. */
const waiting = ['lint', 'types', 'format:check'];

/** Whether it found nothing. */
const run = (script) =>
  new Promise((ended) => {
    const check = spawn(`npm run ${script}`, { shell: true, stdio: ['ignore', 'pipe', 'pipe'] });
    const said = [];
    for (const output of [check.stdout, check.stderr]) output.on('data', (data) => said.push(data));
    check.on('close', (code) => {
      process.stdout.write(Buffer.concat(said));
      ended(code === 0);
    });
  });

const inTurn = async () => {
  let passed = true;
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    passed = (await run(next)) && passed;
  }
  return passed;
};

const all = await Promise.all(Array.from({ length: availableParallelism() }, inTurn));
process.exitCode = all.every(Boolean) ? 0 : 1;
