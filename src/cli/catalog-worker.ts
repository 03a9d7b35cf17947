import { parentPort, workerData } from 'node:worker_threads';
import { catalogFile, loadCatalogTools } from './catalog-file.js';
import type { CatalogPath } from './catalog-file.js';
import type { Settings } from './settings.js';

/** A thread that reads the files it is handed for a catalogue, one message a batch. */
const loading = loadCatalogTools(workerData as Settings);

parentPort!.on('message', (paths: readonly CatalogPath[]) => {
  void loading.then((tools) => {
    parentPort!.postMessage(paths.map((path) => catalogFile(path, tools)));
  });
});
