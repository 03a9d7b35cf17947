import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  resolveOptions
} from "./chunk-CQJ4NSEH.js";
import {
  pipelineNames
} from "./chunk-4ZOU64YT.js";
import {
  chooseBackends,
  loadBackends
} from "./chunk-BFXIZFVL.js";
import {
  readYaml
} from "./chunk-HFOHLGDZ.js";
import {
  decode
} from "./chunk-PIXRQQOE.js";
import {
  codeFrame
} from "./chunk-OYLZ7TWT.js";
import {
  diagnostic,
  nearest
} from "./chunk-NSDVFCW7.js";
import {
  UsageError
} from "./chunk-DRNPWZYJ.js";

// src/cli/settings.ts
import { existsSync, readFileSync } from "node:fs";
var CONFIG_FILES = ["sigmaql.config.yml", "sigmaql.config.yaml", "sigmaql.config.json"];
async function readSettings(flags, allTargets = !1) {
  let config = readConfig(flags.config), pipelines = pipelineNames(flags.pipeline ?? config.list("pipelines")), packages = flags.backend ?? config.list("backends"), backends = await loadBackends(packages), named = flags.target ?? config.list("targets"), chosen = allTargets && named.length === 0 ? backends : chooseBackends(backends, named), format = flags.format ?? config.text("format");
  if (format !== null)
    for (let { name, formats } of chosen) {
      if (formats.some((f) => f.name === format)) continue;
      let names = formats.map((f) => f.name).join(", ");
      throw new UsageError(`${name} has no format '${format}'. It has: ${names}.`);
    }
  let options = {};
  for (let [key, value] of [...config.pairs("options"), ...(flags.option ?? []).map(pair)]) {
    let dot = key.indexOf("."), target = key.slice(0, Math.max(dot, 0));
    if (!backends.some((b) => b.name === target))
      throw new UsageError(`Write -O target.option=value; '${key}' names no target.`);
    (options[target] ??= {})[key.slice(dot + 1)] = value;
  }
  for (let backend of backends)
    try {
      resolveOptions(backend, options[backend.name] ?? {});
    } catch (error) {
      throw error instanceof RangeError ? new UsageError(error.message) : error;
    }
  return {
    targets: chosen.map((b) => b.name),
    packages,
    pipelines,
    format,
    options,
    placeholders: placeholdersOf(flags, config),
    strict: flags.strict ?? config.flag("strict"),
    compact: flags.compact ?? config.flag("compact")
  };
}
function readPlaceholders(flags) {
  return placeholdersOf(flags, readConfig(flags.config));
}
function placeholdersOf(flags, config) {
  let placeholders = {}, given = [...config.pairs("placeholders"), ...(flags.placeholder ?? []).map(pair)];
  for (let [name, value] of given) (placeholders[name] ??= []).push(value);
  return placeholders;
}
function pair(text) {
  let at = text.indexOf("=");
  if (at <= 0) throw new UsageError(`Write NAME=VALUE; '${text}' has no value.`);
  return [text.slice(0, at), text.slice(at + 1)];
}
var KEYS = [
  "targets",
  "backends",
  "pipelines",
  "format",
  "options",
  "placeholders",
  "strict",
  "compact"
];
function readConfig(named) {
  let path = named ?? CONFIG_FILES.find((f) => existsSync(f)), entries = path === void 0 ? [] : readEntries(path), find = (key) => entries.find((e) => e.key.text === key)?.value, texts = (node) => node ? node.kind === "list" ? node.items.flatMap(texts) : node.kind === "scalar" && node.value !== null ? [node.text] : [] : [], pairs = (node, prefix) => node?.kind !== "map" ? texts(node).map((t) => [prefix, t]) : node.entries.flatMap(
    (e) => pairs(e.value, prefix === "" ? e.key.text : `${prefix}.${e.key.text}`)
  );
  return {
    text: (key) => texts(find(key))[0] ?? null,
    flag: (key) => texts(find(key))[0] === "true",
    list: (key) => texts(find(key)),
    pairs: (key) => pairs(find(key), "")
  };
}
function readEntries(path) {
  let bytes;
  try {
    bytes = readFileSync(path);
  } catch {
    throw new UsageError(`The configuration file ${path} cannot be read.`);
  }
  let decoded = decode(bytes, path), [document] = readYaml(decoded.file), problems = [...decoded.diagnostics, ...document?.diagnostics ?? []], entries = document?.root?.kind === "map" ? document.root.entries : [];
  for (let { key } of entries) {
    if (KEYS.includes(key.text)) continue;
    let like = nearest(key.text, KEYS), hint = like ? `Did you mean '${like}'?` : `There are: ${KEYS.join(", ")}.`;
    problems.push(
      diagnostic(
        "error",
        "unknown-setting",
        `There is no setting '${key.text}'. ${hint}`,
        key.span
      )
    );
  }
  if (problems.some((p) => p.severity === "error")) {
    let frames = problems.map((p) => codeFrame(p, { colour: !1 })).join(`
`);
    throw new UsageError(`The configuration cannot be used.
${frames}`);
  }
  return entries;
}

export {
  readSettings,
  readPlaceholders
};
