import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  convert
} from "./chunk-CQJ4NSEH.js";
import {
  parse
} from "./chunk-SVNJ44EP.js";
import {
  readInput
} from "./chunk-PG4WC7ZB.js";
import {
  codeFrame
} from "./chunk-OYLZ7TWT.js";
import {
  toRecord
} from "./chunk-NSDVFCW7.js";

// src/cli/convert-file.ts
function noCounts() {
  return { rules: 0, exact: 0, approximate: 0, refused: 0, unread: 0 };
}
function convertFile(path, targets, job) {
  let counts = noCounts(), shown = path === "-" ? "<stdin>" : path, input = readInput(path);
  if (!(input instanceof Uint8Array))
    return counts.unread = 1, { path: shown, lines: "", queries: [], messages: messages([input], job), counts };
  let { settings } = job, parsed = parse(input, { path: shown });
  counts.rules = parsed.collection.items.length;
  let queries = targets.map((target) => convert(parsed.collection, optionsFor(target, settings))), results = [], lines = "", told = parsed.diagnostics.filter((d) => isTold(d, job)), once = /* @__PURE__ */ new Set();
  for (let query of inRuleOrder(queries)) {
    if (counts[query.fidelity]++, job.json) lines += `${JSON.stringify(record(query, shown))}
`;
    else if (query.text !== null) {
      let { backend } = targets.find((t) => t.backend.name === query.target);
      results.push({
        target: query.target,
        title: query.item.heading.title ?? "",
        extension: backend.formats.find((f) => f.name === query.format).extension,
        text: query.text
      });
    }
    for (let d of query.diagnostics) {
      if (!isTold(d, job)) continue;
      let key = `${d.code} ${d.span?.start ?? 0} ${d.span?.end ?? 0} ${d.message}`;
      once.has(key) || told.push(d), once.add(key);
    }
  }
  return { path: shown, lines, queries: results, messages: messages(told, job), counts };
}
var optionsOf = /* @__PURE__ */ new WeakMap();
function optionsFor(target, settings) {
  let known = optionsOf.get(settings);
  known || optionsOf.set(settings, known = /* @__PURE__ */ new Map());
  let options = known.get(target);
  if (!options) {
    let { backend, pipelines, tables } = target;
    options = {
      backend,
      tables,
      ...settings.format === null ? {} : { format: settings.format },
      options: settings.options[backend.name] ?? {},
      placeholders: settings.placeholders,
      pipelines,
      strict: settings.strict,
      compact: settings.compact
    }, known.set(target, options);
  }
  return options;
}
function inRuleOrder(byTarget) {
  let byItem = /* @__PURE__ */ new Map();
  for (let query of byTarget.flat()) {
    let known = byItem.get(query.item);
    known ? known.push(query) : byItem.set(query.item, [query]);
  }
  return [...byItem.values()].flat();
}
function record(query, path) {
  let { id, title, level, status } = query.item.heading;
  return {
    path,
    rule: { id, title, level, status },
    target: query.target,
    format: query.format,
    pipelines: query.pipelines,
    query: query.text,
    fidelity: query.fidelity,
    diagnostics: [...query.item.diagnostics, ...query.diagnostics].map(toRecord)
  };
}
function isTold(d, { json }) {
  return !json || d.span === null || d.severity === "error";
}
function messages(diagnostics, job) {
  return diagnostics.map((d) => ({
    severity: d.severity,
    code: d.code,
    message: d.message,
    frame: d.span && (job.json || d.severity === "note" && !job.verbose) ? "" : codeFrame(d, { colour: job.colour })
  }));
}

export {
  noCounts,
  convertFile,
  optionsFor
};
