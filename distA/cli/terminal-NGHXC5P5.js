import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  Diagnostics,
  Progress,
  flushOut,
  thousands,
  wantsColour,
  writeOut
} from "./chunk-V2PW5UNZ.js";
import "./chunk-OYLZ7TWT.js";
import "./chunk-W2LK6FW7.js";
import "./chunk-EGGDUQTL.js";
export {
  Diagnostics,
  Progress,
  flushOut,
  thousands,
  wantsColour,
  writeOut
};
