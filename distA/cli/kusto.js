import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  kustoParser
} from "./chunk-UZXH5WHX.js";
import "./chunk-EGGDUQTL.js";

// src/cli/kusto.ts
import { createRequire } from "node:module";
function loadKusto() {
  let require2 = createRequire(import.meta.url);
  for (let name of ["bridge.min", "Kusto.Language.Bridge.min"])
    require2(`../kusto/${name}.cjs`);
  return kustoParser(globalThis);
}
export {
  loadKusto
};
