import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { chooseBackends, loadBackends } from './backends.js';
import { convertFile } from './convert-file.js';
import type { FileResult, Job } from './convert-file.js';

/** Below so many files, starting a thread costs more than it saves. */
const FEW = 60;
const BATCH = 48;
const MOST_THREADS = 4;
/** Batches that may wait for a slower one before them, a thread. */
const AHEAD = 4;

/** Converts files on several threads, and yields what comes of them in the order of the paths. */
export async function* convertFiles(
  paths: readonly string[],
  job: Job,
  jobs: number | null,
): AsyncGenerator<FileResult> {
  const threads = jobs ?? Math.min(availableParallelism(), MOST_THREADS);
  if (threads < 2 || (jobs === null && paths.length < FEW)) {
    const all = await loadBackends(job.settings.packages);
    const backends = chooseBackends(all, job.settings.targets);
    for (const path of paths) yield convertFile(path, backends, job);
    return;
  }
  const batches: (readonly string[])[] = [];
  for (let i = 0; i < paths.length; i += BATCH) batches.push(paths.slice(i, i + BATCH));
  const pool = new Pool(Math.min(threads, batches.length), job);
  try {
    const pending: Promise<readonly FileResult[]>[] = [];
    let next = 0;
    const fill = (): void => {
      while (next < batches.length && pending.length < threads * AHEAD) {
        pending.push(pool.run(batches[next++]!));
      }
    };
    fill();
    for (let first = pending.shift(); first; first = pending.shift()) {
      const results = await first;
      fill();
      yield* results;
    }
  } finally {
    await pool.close();
  }
}

interface Task {
  readonly batch: readonly string[];
  readonly resolve: (results: readonly FileResult[]) => void;
  readonly reject: (error: Error) => void;
}

class Pool {
  private readonly idle: Worker[] = [];
  private readonly all: Worker[] = [];
  private readonly queue: Task[] = [];
  private readonly busy = new Map<Worker, Task>();

  constructor(threads: number, job: Job) {
    // The build puts both this module and the thread's into folders of their own.
    const file = import.meta.url.endsWith('.ts')
      ? new URL('./worker.ts', import.meta.url)
      : new URL('./worker.js', import.meta.url);
    for (let i = 0; i < threads; i++) {
      const worker = new Worker(file, {
        workerData: job,
        resourceLimits: { maxYoungGenerationSizeMb: 32 },
      });
      worker.on('message', (results: readonly FileResult[]) => {
        const task = this.busy.get(worker);
        this.busy.delete(worker);
        this.idle.push(worker);
        task?.resolve(results);
        this.next();
      });
      worker.on('error', (error) => {
        this.busy.get(worker)?.reject(error as Error);
      });
      this.all.push(worker);
      this.idle.push(worker);
    }
  }

  run(batch: readonly string[]): Promise<readonly FileResult[]> {
    return new Promise((resolve, reject) => {
      this.queue.push({ batch, resolve, reject });
      this.next();
    });
  }

  private next(): void {
    const worker = this.queue.length > 0 ? this.idle.shift() : undefined;
    if (!worker) return;
    const task = this.queue.shift()!;
    this.busy.set(worker, task);
    worker.postMessage(task.batch);
  }

  async close(): Promise<void> {
    await Promise.all(this.all.map((w) => w.terminate()));
  }
}
