import { parentPort, workerData } from 'node:worker_threads';
import { catalogFile, catalogReader, loadCatalogTools } from './file.js';
import type { LinkedFile } from '../input/linked-files.js';
import type { Settings } from '../settings.js';

/** A thread that reads the files it is handed for a catalogue, one message a batch. */
const loading = loadCatalogTools(workerData as Settings);

const read = catalogReader();

parentPort!.on('message', (files: readonly LinkedFile[]) => {
  void loading.then((tools) => {
    parentPort!.postMessage(files.map((file) => catalogFile(file, tools, read)));
  });
});
