import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  inOrder
} from "./chunk-4PC5COSH.js";
import "./chunk-TFEGJOVY.js";
import "./chunk-4DGM5UVP.js";
import "./chunk-YDPUVWUD.js";
import "./chunk-EWLNTRLT.js";
import "./chunk-NSDVFCW7.js";
import "./chunk-W2LK6FW7.js";
import "./chunk-EGGDUQTL.js";

// src/pipeline/finalize.ts
function finalize(queries, pipelines) {
  let ordered = inOrder(pipelines);
  if (!ordered.some((p) => p.finalizers.length > 0)) return null;
  let texts = queries;
  for (let { finalizers, variables } of ordered)
    for (let finalizer of finalizers) texts = [finalizer.apply(texts, variables)];
  return texts[0] ?? "";
}
export {
  finalize
};
