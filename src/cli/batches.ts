import { availableParallelism } from 'node:os';
import { setFlagsFromString } from 'node:v8';
import { Worker } from 'node:worker_threads';
import { convertFile } from './convert-file.js';
import type { FileResult, Job } from './convert-file.js';
import type { Target } from './targets.js';

/** Below so many files, starting a thread costs more than it saves. */
const FEW = 60;
const BATCH = 48;
const MOST_THREADS = 4;
/** Batches that a thread may be ahead. */
const AHEAD = 6;

/**
 * A run over a catalogue takes a second or so, in which code that is optimised early is optimised
 * again and again, on the cores that the threads want. The flag is of V8 10 to 13.
 */
function optimiseLater(): void {
  if (/^1[0-3]\./.test(process.versions.v8)) setFlagsFromString('--interrupt-budget=600000');
}

/**
 * Converts files on several threads, this one among them, and yields what comes of them in the
 * order of the paths. Batch n is done by thread n modulo the number of threads.
 */
export async function* convertFiles(
  paths: readonly string[],
  job: Job,
  targets: readonly Target[],
  jobs: number | null,
): AsyncGenerator<FileResult> {
  const wanted = jobs ?? (paths.length < FEW ? 1 : Math.min(availableParallelism(), MOST_THREADS));
  const batches: (readonly string[])[] = [];
  for (let i = 0; i < paths.length; i += BATCH) batches.push(paths.slice(i, i + BATCH));
  const threads = Math.max(1, Math.min(wanted, batches.length));
  if (paths.length >= FEW) optimiseLater();
  const helpers = Array.from(
    { length: threads - 1 },
    (_, i) =>
      new Helper(
        job,
        batches.filter((_batch, index) => index % threads === i + 1),
      ),
  );
  try {
    for (const [index, batch] of batches.entries()) {
      const helper = helpers[(index % threads) - 1];
      if (helper) yield* await helper.next();
      else for (const path of batch) yield convertFile(path, targets, job);
    }
  } finally {
    await Promise.all(helpers.map((h) => h.close()));
  }
}

/** A thread with batches of its own, a few of which it does ahead of being asked. */
class Helper {
  private readonly worker: Worker;
  private readonly results: (readonly FileResult[])[] = [];
  private waiting: ((results: readonly FileResult[]) => void) | null = null;
  private fail: ((error: Error) => void) | null = null;
  private error: Error | null = null;
  private posted = 0;

  constructor(
    job: Job,
    private readonly batches: readonly (readonly string[])[],
  ) {
    // The build gives this module and the thread's one folder.
    this.worker = new Worker(new URL('./worker.js', import.meta.url), {
      workerData: job,
      resourceLimits: { maxYoungGenerationSizeMb: 32 },
    });
    this.worker.on('message', (results: readonly FileResult[]) => {
      const { waiting } = this;
      this.waiting = this.fail = null;
      if (waiting) waiting(results);
      else this.results.push(results);
    });
    this.worker.on('error', (error) => {
      this.error = error as Error;
      this.fail?.(this.error);
    });
    for (let i = 0; i < AHEAD; i++) this.post();
  }

  private post(): void {
    const batch = this.batches[this.posted++];
    if (batch) this.worker.postMessage(batch);
  }

  next(): Promise<readonly FileResult[]> {
    this.post();
    if (this.error) return Promise.reject(this.error);
    const ready = this.results.shift();
    if (ready) return Promise.resolve(ready);
    return new Promise((resolve, reject) => {
      this.waiting = resolve;
      this.fail = reject;
    });
  }

  async close(): Promise<void> {
    await this.worker.terminate();
  }
}
