import { setFlagsFromString } from 'node:v8';
// The build compiles the code of threads with them, too.
import ONE_RUN from './one-run-flags.json';

/** Below so many files, a run is over before the compiler matters. */
const FEWEST_FILES = 60;

/**
 * A run over a catalogue takes a second or so, in which code that is optimised early is optimised
 * again and again, on the cores that the threads need, and in which inlining takes longer than it
 * saves. Left to itself, V8 lets the heap of each thread grow by as much again as is in use. The
 * flags belong to V8 10 to 13 and to the whole process, so only a command that ends with its run sets
 * them, before it starts a thread.
 */
export function tuneForOneRun(files: number): void {
  if (files < FEWEST_FILES || !HAS_FLAGS) return;
  for (const flag of ONE_RUN) setFlagsFromString(flag);
}

/** V8's own values of them. */
const LONG_RUN = [
  '--interrupt-budget=67584',
  '--max-inlined-bytecode-size-cumulative=920',
  '--heap-growing-percent=0',
];

/** For what goes on as long as there are events: the same code again and again, which optimising pays for. */
export function tuneForStream(): void {
  if (!HAS_FLAGS) return;
  for (const flag of LONG_RUN) setFlagsFromString(flag);
}

const HAS_FLAGS = /^1[0-3]\./.test(process.versions.v8);

/** In bytes. */
const LARGE = 400_000;

/**
 * What is made of a large file takes hundreds of times its size, and V8 lets a heap of that size grow
 * by as much again before it collects. From here on it collects earlier.
 */
export function tuneForFile(size: number): void {
  if (size >= LARGE && HAS_FLAGS) setFlagsFromString('--heap-growing-percent=10');
}
