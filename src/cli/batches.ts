import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { UsageError } from './usage-error.js';

/**
 * With fewer files, starting a thread takes longer than it saves: each has code of its own to load
 * and to warm up.
 */
const MIN_FOR_THREADS = 400;
const BATCH = 16;
const MAX_THREADS = 4;
/** Batches a thread has been given and has not finished, at most. */
const MAX_POSTED = 4;
/** Finished batches that wait for an earlier one, at most. */
const MAX_WAITING = 64;

type Here<Item, Result> = (item: Item) => Result;

/** What is to be done with each of many files, here and in threads alike. */
export interface Work<Item, Result> {
  readonly count: number;
  /** What they are, asked once threads have been started: finding it out may take as long as that. */
  readonly items: () => readonly Item[];
  /** A promise where it is yet to be loaded: threads are started meanwhile. */
  readonly here: Here<Item, Result> | Promise<Here<Item, Result>>;
  /** A module that answers each batch of items with their results, and what it is told first. */
  readonly thread: { readonly module: string; readonly data: unknown };
  /** Threads to use; null for as many as are worth it. */
  readonly jobs: number | null;
}

/**
 * Does the work on several threads, this one among them, and yields what comes of it in the order of
 * the items. Whoever is free takes the next batch.
 */
export async function* inBatches<Item, Result>(work: Work<Item, Result>): AsyncGenerator<Result> {
  const { count, thread, jobs } = work;
  const requested =
    jobs ?? (count < MIN_FOR_THREADS ? 1 : Math.min(availableParallelism(), MAX_THREADS));
  const threads = Math.max(1, Math.min(requested, Math.ceil(count / BATCH)));
  if (threads === 1) {
    const items = work.items();
    const here = await work.here;
    for (const item of items) yield here(item);
    return;
  }
  const shared = new Shared<Result>(Math.ceil(count / BATCH));
  const helpers = Array.from(
    { length: threads - 1 },
    () => new Helper<Item, Result>(thread, shared),
  );
  try {
    const items = work.items();
    const batches: (readonly Item[])[] = [];
    for (let i = 0; i < count; i += BATCH) batches.push(items.slice(i, i + BATCH));
    for (const helper of helpers) helper.start(batches);
    const here = await work.here;
    for (let index = 0; index < batches.length; index++) {
      for (;;) {
        const ready = shared.take(index);
        if (ready) {
          yield* ready;
          for (const helper of helpers) helper.fill();
          break;
        }
        // What is awaited is done here if it is nobody's, however much waits behind it.
        const next = shared.isFull && shared.isAssigned(index) ? null : shared.assign();
        if (next === null) await shared.arrival();
        else {
          shared.put(next, batches[next]!.map(here));
          // Lets what the threads have done come in, and hands them more.
          await new Promise((go) => setImmediate(go));
        }
      }
    }
  } finally {
    await Promise.all(helpers.map((h) => h.close()));
  }
}

/** Which batches are whose, and what has come of them. */
class Shared<Result> {
  private readonly done = new Map<number, readonly Result[]>();
  private assigned = 0;
  private error: Error | null = null;
  private waiting: { readonly go: () => void; readonly fail: (e: Error) => void } | null = null;

  constructor(private readonly count: number) {}

  /** The next batch that is nobody's, which is the caller's now; null if there is none. */
  assign(): number | null {
    return this.assigned < this.count ? this.assigned++ : null;
  }

  isAssigned(index: number): boolean {
    return index < this.assigned;
  }

  /** Whether so much waits to be taken that nothing more should be begun: who reads it may be slow. */
  get isFull(): boolean {
    return this.done.size > MAX_WAITING;
  }

  put(index: number, results: readonly Result[]): void {
    this.done.set(index, results);
    this.waiting?.go();
    this.waiting = null;
  }

  take(index: number): readonly Result[] | undefined {
    const results = this.done.get(index);
    this.done.delete(index);
    return results;
  }

  /** Throws what a thread failed with. */
  arrival(): Promise<void> {
    if (this.error) return Promise.reject(this.error);
    return new Promise((go, fail) => (this.waiting = { go, fail }));
  }

  fail(error: Error): void {
    this.error = error;
    this.waiting?.fail(error);
  }
}

/** `--jobs`; null where it was not given. */
export function readJobs(text: string | undefined): number | null {
  if (text === undefined) return null;
  const jobs = Number(text);
  if (Number.isInteger(jobs) && jobs > 0) return jobs;
  throw new UsageError('--jobs must be a whole number of at least 1.');
}

/** A thread that is handed batches, a few more than the one that it is at. */
class Helper<Item, Result> {
  private readonly worker: Worker;
  private readonly posted: number[] = [];
  private batches: readonly (readonly Item[])[] = [];

  constructor(
    { module, data }: Work<Item, Result>['thread'],
    private readonly shared: Shared<Result>,
  ) {
    this.worker = new Worker(module, {
      workerData: data,
      resourceLimits: { maxYoungGenerationSizeMb: 24 },
    });
    this.worker.on('message', (results: readonly Result[]) => {
      shared.put(this.posted.shift()!, results);
      this.fill();
    });
    this.worker.on('error', (error) => {
      shared.fail(error as Error);
    });
  }

  start(batches: readonly (readonly Item[])[]): void {
    this.batches = batches;
    this.fill();
  }

  /** Hands the thread as many batches as it should have. */
  fill(): void {
    while (this.posted.length < MAX_POSTED && !this.shared.isFull) {
      const index = this.shared.assign();
      if (index === null) return;
      this.posted.push(index);
      this.worker.postMessage(this.batches[index]!);
    }
  }

  async close(): Promise<void> {
    await this.worker.terminate();
  }
}
