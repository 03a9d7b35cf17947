import { parentPort, workerData } from 'node:worker_threads';
import { fileConverter } from './file.js';
import type { Job } from './file.js';
import type { LinkedFile } from '../input/linked-files.js';
import { loadTargets } from '../targets.js';

/** A thread that converts the files it is handed, one message a batch. */
const job = workerData as Job;
const loading = loadTargets(job.settings).then((targets) => fileConverter(targets, job));

parentPort!.on('message', (files: readonly LinkedFile[]) => {
  void loading.then((convert) => {
    parentPort!.postMessage(files.map(convert));
  });
});
