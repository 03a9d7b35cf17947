import { availableParallelism } from 'node:os';
import { setFlagsFromString } from 'node:v8';
import { Worker } from 'node:worker_threads';
import { UsageError } from './usage-error.js';

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

/** What is to be done with each of many files, here and in threads alike. */
export interface Work<Item, Result> {
  readonly items: readonly Item[];
  readonly here: (item: Item) => Result;
  /** A module that answers each batch of items with their results, and what it is told first. */
  readonly thread: { readonly module: URL; readonly data: unknown };
  /** Threads to use; null for as many as are worth it. */
  readonly jobs: number | null;
}

/**
 * Does the work on several threads, this one among them, and yields what comes of it in the order of
 * the items. Batch n is done by thread n modulo the number of threads.
 */
export async function* inBatches<Item, Result>(work: Work<Item, Result>): AsyncGenerator<Result> {
  const { items, here, thread, jobs } = work;
  const wanted = jobs ?? (items.length < FEW ? 1 : Math.min(availableParallelism(), MOST_THREADS));
  const batches: (readonly Item[])[] = [];
  for (let i = 0; i < items.length; i += BATCH) batches.push(items.slice(i, i + BATCH));
  const threads = Math.max(1, Math.min(wanted, batches.length));
  if (items.length >= FEW) optimiseLater();
  const helpers = Array.from(
    { length: threads - 1 },
    (_, i) =>
      new Helper<Item, Result>(
        thread,
        batches.filter((_batch, index) => index % threads === i + 1),
      ),
  );
  try {
    for (const [index, batch] of batches.entries()) {
      const helper = helpers[(index % threads) - 1];
      if (helper) yield* await helper.next();
      else for (const item of batch) yield here(item);
    }
  } finally {
    await Promise.all(helpers.map((h) => h.close()));
  }
}

/** `--jobs`; null where it was not given. */
export function readJobs(text: string | undefined): number | null {
  if (text === undefined) return null;
  const jobs = Number(text);
  if (Number.isInteger(jobs) && jobs > 0) return jobs;
  throw new UsageError('--jobs takes a whole number from 1.');
}

/** A thread with batches of its own, a few of which it does ahead of being asked. */
class Helper<Item, Result> {
  private readonly worker: Worker;
  private readonly results: (readonly Result[])[] = [];
  private waiting: ((results: readonly Result[]) => void) | null = null;
  private fail: ((error: Error) => void) | null = null;
  private error: Error | null = null;
  private posted = 0;

  constructor(
    { module, data }: Work<Item, Result>['thread'],
    private readonly batches: readonly (readonly Item[])[],
  ) {
    this.worker = new Worker(module, {
      workerData: data,
      resourceLimits: { maxYoungGenerationSizeMb: 32 },
    });
    this.worker.on('message', (results: readonly Result[]) => {
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

  next(): Promise<readonly Result[]> {
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
