import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  convertFile
} from "./chunk-GPZISDT3.js";
import "./chunk-CQJ4NSEH.js";
import "./chunk-VU7UZY2M.js";
import {
  loadTargets
} from "./chunk-4ZOU64YT.js";
import "./chunk-SVNJ44EP.js";
import "./chunk-BFXIZFVL.js";
import "./chunk-PG4WC7ZB.js";
import "./chunk-HFOHLGDZ.js";
import "./chunk-PIXRQQOE.js";
import "./chunk-OYLZ7TWT.js";
import "./chunk-4PC5COSH.js";
import "./chunk-TFEGJOVY.js";
import "./chunk-4DGM5UVP.js";
import "./chunk-YDPUVWUD.js";
import "./chunk-EWLNTRLT.js";
import "./chunk-NSDVFCW7.js";
import "./chunk-W2LK6FW7.js";
import "./chunk-DRNPWZYJ.js";
import "./chunk-EGGDUQTL.js";

// src/cli/worker.ts
import { parentPort, workerData } from "node:worker_threads";
var job = workerData, loading = loadTargets(job.settings);
parentPort.on("message", (paths) => {
  loading.then((targets) => {
    parentPort.postMessage(paths.map((path) => convertFile(path, targets, job)));
  });
});
