import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  UsageError
} from "./chunk-DRNPWZYJ.js";

// src/cli/batches.ts
import { availableParallelism } from "node:os";
import { setFlagsFromString } from "node:v8";
import { Worker } from "node:worker_threads";
var FEW = 60, BATCH = 32, MOST_THREADS = 4, AHEAD = 2, MOST_WAITING = 32;
function optimiseLater() {
  /^1[0-3]\./.test(process.versions.v8) && setFlagsFromString("--interrupt-budget=1200000");
}
async function* inBatches(work) {
  let { items, here, thread, jobs } = work, wanted = jobs ?? (items.length < FEW ? 1 : Math.min(availableParallelism(), MOST_THREADS)), batches = [];
  for (let i = 0; i < items.length; i += BATCH) batches.push(items.slice(i, i + BATCH));
  let threads = Math.max(1, Math.min(wanted, batches.length));
  if (items.length >= FEW && optimiseLater(), threads === 1) {
    for (let item of items) yield here(item);
    return;
  }
  let shared = new Shared(batches.length), helpers = Array.from(
    { length: threads - 1 },
    () => new Helper(thread, batches, shared)
  );
  try {
    for (let index = 0; index < batches.length; index++)
      for (; ; ) {
        let ready = shared.take(index);
        if (ready) {
          yield* ready;
          break;
        }
        let next = shared.isAhead(index) ? null : shared.assign();
        next === null ? await shared.arrival() : (shared.put(next, batches[next].map(here)), await new Promise((go) => setImmediate(go)));
      }
  } finally {
    await Promise.all(helpers.map((h) => h.close()));
  }
}
var Shared = class {
  constructor(count) {
    this.count = count;
  }
  count;
  done = /* @__PURE__ */ new Map();
  assigned = 0;
  error = null;
  waiting = null;
  /** The next batch that is nobody's, which is the caller's now; null if there is none. */
  assign() {
    return this.assigned < this.count ? this.assigned++ : null;
  }
  /** Whether so much is done beyond a batch that its results should be waited for. */
  isAhead(index) {
    return this.done.size > MOST_WAITING && this.assigned > index;
  }
  put(index, results) {
    this.done.set(index, results), this.waiting?.go(), this.waiting = null;
  }
  take(index) {
    let results = this.done.get(index);
    return this.done.delete(index), results;
  }
  /** Throws what a thread failed with. */
  arrival() {
    return this.error ? Promise.reject(this.error) : new Promise((go, fail) => this.waiting = { go, fail });
  }
  fail(error) {
    this.error = error, this.waiting?.fail(error);
  }
};
function readJobs(text) {
  if (text === void 0) return null;
  let jobs = Number(text);
  if (Number.isInteger(jobs) && jobs > 0) return jobs;
  throw new UsageError("--jobs takes a whole number from 1.");
}
var Helper = class {
  constructor({ module, data }, batches, shared) {
    this.batches = batches;
    this.shared = shared;
    this.worker = new Worker(module, {
      workerData: data,
      resourceLimits: { maxYoungGenerationSizeMb: 32 }
    }), this.worker.on("message", (results) => {
      this.post(), shared.put(this.posted.shift(), results);
    }), this.worker.on("error", (error) => {
      shared.fail(error);
    });
    for (let i = 0; i < AHEAD; i++) this.post();
  }
  batches;
  shared;
  worker;
  posted = [];
  post() {
    let index = this.shared.assign();
    index !== null && (this.posted.push(index), this.worker.postMessage(this.batches[index]));
  }
  async close() {
    await this.worker.terminate();
  }
};

export {
  inBatches,
  readJobs
};
