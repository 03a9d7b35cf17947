import type { Worker } from 'node:worker_threads';

/** Items that a thread has been given and has not finished, at most. */
const MAX_POSTED = 3;
/** Finished items for each thread that wait for an earlier one, at most. */
const MAX_WAITING = 8;

/** What is to be done with each item of a stream, here and in threads alike. */
export interface StreamWork<Item, Result> {
  readonly items: AsyncIterable<Item>;
  readonly here: (item: Item) => Result;
  /** The memory that an item takes to the thread that gets it, so that it is not copied. */
  readonly memoryOf: (item: Item) => readonly ArrayBuffer[];
  /** Those that were started for it; they are ended with the work. */
  readonly threads: readonly Worker[];
}

/**
 * Does the work on this thread and others, and yields what comes of it in the order of the items. Items
 * are taken from the stream only as fast as they are done.
 */
export async function* inOrder<Item, Result>({
  items,
  here,
  memoryOf,
  threads,
}: StreamWork<Item, Result>): AsyncGenerator<Result> {
  const done = new Map<number, Result>();
  const signal = new Signal();
  const pools = threads.map((worker) => new Posted<Item, Result>(worker, done, signal));
  const source = items[Symbol.asyncIterator]();
  const most = (threads.length + 1) * MAX_WAITING;
  let asked: Promise<IteratorResult<Item>> | null = null;
  let got: IteratorResult<Item> | null = null;
  let [given, taken, ended] = [0, 0, false];
  try {
    for (;;) {
      signal.check();
      if (done.has(taken)) {
        const result = done.get(taken)!;
        done.delete(taken++);
        yield result;
        continue;
      }
      if (ended && taken === given) return;
      if (ended || given - taken >= most) {
        await signal.raised();
        continue;
      }
      asked ??= source.next().then((next) => (got = next));
      if (got === null) await Promise.race([asked, signal.raised()]);
      const next = got as IteratorResult<Item> | null;
      if (next === null) continue;
      [asked, got] = [null, null];
      if (next.done === true) {
        ended = true;
        continue;
      }
      const index = given++;
      const free = pools.find((p) => p.isFree);
      if (free) free.post(index, next.value, memoryOf(next.value));
      else {
        done.set(index, here(next.value));
        // Lets what the threads have done come in.
        await new Promise((go) => setImmediate(go));
      }
    }
  } finally {
    await source.return?.();
    await Promise.all(threads.map((t) => t.terminate()));
  }
}

/** Something has come of a thread. */
class Signal {
  private error: Error | null = null;
  private wake: (() => void) | null = null;
  private waiting: Promise<void> | null = null;

  raised(): Promise<void> {
    return (this.waiting ??= new Promise((go) => (this.wake = go)));
  }

  raise(): void {
    this.wake?.();
    [this.wake, this.waiting] = [null, null];
  }

  fail(error: Error): void {
    this.error = error;
    this.raise();
  }

  /** Throws what a thread failed with. */
  check(): void {
    if (this.error) throw this.error;
  }
}

/** What a thread has been given. */
class Posted<Item, Result> {
  private readonly indexes: number[] = [];

  constructor(
    private readonly worker: Worker,
    done: Map<number, Result>,
    signal: Signal,
  ) {
    worker.on('message', (result: Result) => {
      done.set(this.indexes.shift()!, result);
      signal.raise();
    });
    worker.on('error', (error) => signal.fail(error as Error));
  }

  get isFree(): boolean {
    return this.indexes.length < MAX_POSTED;
  }

  post(index: number, item: Item, memory: readonly ArrayBuffer[]): void {
    this.indexes.push(index);
    this.worker.postMessage(item, memory);
  }
}
