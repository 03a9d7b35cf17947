import { parentPort, workerData } from 'node:worker_threads';
import { convertFile } from './convert-file.js';
import type { Job } from './convert-file.js';
import { loadTargets } from './targets.js';

/** A thread that converts the files it is handed, one message a batch. */
const job = workerData as Job;
const loading = loadTargets(job.settings);

parentPort!.on('message', (paths: readonly string[]) => {
  void loading.then((targets) => {
    parentPort!.postMessage(paths.map((path) => convertFile(path, targets, job)));
  });
});
