import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  loadPipeline,
  loadShipped
} from "./chunk-UINJBMGG.js";
import "./chunk-HZQMGT7D.js";
import "./chunk-RH5UFQMB.js";
import "./chunk-HFOHLGDZ.js";
import "./chunk-PIXRQQOE.js";
import "./chunk-YDPUVWUD.js";
import "./chunk-EWLNTRLT.js";
import "./chunk-NSDVFCW7.js";
import "./chunk-W2LK6FW7.js";
import "./chunk-EGGDUQTL.js";
export {
  loadPipeline,
  loadShipped
};
