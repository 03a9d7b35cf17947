import { parentPort, workerData } from 'node:worker_threads';
import { chooseBackends, loadBackends } from './backends.js';
import { convertFile } from './convert-file.js';
import type { Job } from './convert-file.js';

/** A thread that converts the files it is handed, one message a batch. */
const job = workerData as Job;
const loaded = loadBackends(job.settings.packages).then((all) =>
  chooseBackends(all, job.settings.targets),
);

parentPort!.on('message', (paths: readonly string[]) => {
  void loaded.then((backends) => {
    parentPort!.postMessage(paths.map((path) => convertFile(path, backends, job)));
  });
});
