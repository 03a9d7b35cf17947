import { parentPort, workerData } from 'node:worker_threads';
import { convertFile } from './convert-file.js';
import { load } from './load.js';
import type { Job } from './convert-file.js';

/** A thread that converts the files it is handed, one message a batch. */
const job = workerData as Job;
const loading = load(job);

parentPort!.on('message', (paths: readonly string[]) => {
  void loading.then((loaded) => {
    parentPort!.postMessage(paths.map((path) => convertFile(path, loaded, job)));
  });
});
