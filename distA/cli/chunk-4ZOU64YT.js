import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  PipelineShelf,
  chooseBackends,
  loadBackends
} from "./chunk-BFXIZFVL.js";
import {
  UsageError
} from "./chunk-DRNPWZYJ.js";

// src/cli/targets.ts
import { existsSync } from "node:fs";
async function loadTargets(settings) {
  let all = await loadBackends(settings.packages), shelf = new PipelineShelf(all), named = settings.pipelines && await shelf.load(settings.pipelines);
  return Promise.all(
    chooseBackends(all, settings.targets).map(async (backend) => ({
      backend,
      pipelines: await pipelinesFor(backend, named, shelf),
      tables: await backend.tables?.()
    }))
  );
}
async function pipelinesFor(backend, named, shelf) {
  if (named?.length === 0) return [];
  let own = named?.filter((p) => p.targets.length === 0 || p.targets.includes(backend.name));
  return own && own.length > 0 ? own : shelf.load(backend.defaultPipelines ?? []);
}
function pipelineNames(names) {
  let split = names.flatMap((n) => existsSync(n) ? [n] : n.split(",")).map((n) => n.trim()).filter((n) => n !== "");
  if (split.length === 0) return null;
  let others = split.filter((n) => n !== "none");
  if (others.length > 0 && others.length < split.length)
    throw new UsageError("-p takes names and files, or `none` alone.");
  return others;
}

export {
  loadTargets,
  pipelineNames
};
