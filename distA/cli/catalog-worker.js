import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  catalogFile,
  loadCatalogTools
} from "./chunk-UZLTPEOG.js";
import "./chunk-GQ3J5MR5.js";
import "./chunk-RH5UFQMB.js";
import "./chunk-OYN5MF4I.js";
import "./chunk-GPZISDT3.js";
import "./chunk-CQJ4NSEH.js";
import "./chunk-VU7UZY2M.js";
import "./chunk-4ZOU64YT.js";
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
import "./chunk-UZXH5WHX.js";
import "./chunk-EGGDUQTL.js";

// src/cli/catalog-worker.ts
import { parentPort, workerData } from "node:worker_threads";
var loading = loadCatalogTools(workerData);
parentPort.on("message", (paths) => {
  loading.then((tools) => {
    parentPort.postMessage(paths.map((path) => catalogFile(path, tools)));
  });
});
