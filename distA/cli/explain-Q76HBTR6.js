import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  readSettings
} from "./chunk-X6G3XE2U.js";
import {
  wantsColour,
  writeOut
} from "./chunk-V2PW5UNZ.js";
import {
  convert
} from "./chunk-CQJ4NSEH.js";
import "./chunk-VU7UZY2M.js";
import {
  loadTargets
} from "./chunk-4ZOU64YT.js";
import {
  parse
} from "./chunk-SVNJ44EP.js";
import "./chunk-BFXIZFVL.js";
import {
  readInput
} from "./chunk-PG4WC7ZB.js";
import "./chunk-HFOHLGDZ.js";
import "./chunk-PIXRQQOE.js";
import {
  codeFrame,
  visible
} from "./chunk-OYLZ7TWT.js";
import "./chunk-4PC5COSH.js";
import "./chunk-TFEGJOVY.js";
import "./chunk-4DGM5UVP.js";
import "./chunk-YDPUVWUD.js";
import "./chunk-EWLNTRLT.js";
import "./chunk-NSDVFCW7.js";
import {
  lineIndexAt,
  lineStarts,
  positionAt
} from "./chunk-W2LK6FW7.js";
import "./chunk-DRNPWZYJ.js";
import "./chunk-EGGDUQTL.js";

// src/explain.ts
function explain(query) {
  let text = query.queryText;
  if (text === null) return [];
  let parts = [], between = (start, end) => {
    start < end && parts.push({ text: text.slice(start, end), line: null, column: null, source: "" });
  }, at = 0;
  for (let { start, end, span } of query.segments) {
    between(at, start);
    let { line, column } = positionAt(span.file, span.start);
    parts.push({ text: text.slice(start, end), line, column, source: lineText(span) }), at = end;
  }
  return between(at, text.length), parts;
}
function lineText(span) {
  let starts = lineStarts(span.file), index = lineIndexAt(span.file, span.start);
  return span.file.text.slice(starts[index], starts[index + 1]).trim();
}

// src/cli/explain.ts
async function explainCommand(path, flags) {
  let settings = await readSettings(flags), targets = await loadTargets(settings), colour = wantsColour(process.stderr), input = readInput(path);
  if (!(input instanceof Uint8Array))
    return process.stderr.write(`${codeFrame(input, { colour })}
`), 1;
  let { collection, diagnostics } = parse(input, { path: path === "-" ? "<stdin>" : path }), report = (list) => {
    for (let d of list) process.stderr.write(`${codeFrame(d, { colour })}

`);
    return list.some((d) => d.severity === "error");
  }, failed = report(diagnostics);
  for (let { backend, pipelines, tables } of targets) {
    let queries = convert(collection, {
      backend,
      options: settings.options[backend.name] ?? {},
      placeholders: settings.placeholders,
      pipelines,
      tables,
      width: 60
    });
    for (let query of queries) {
      let text = flags.json ? `${JSON.stringify({ target: query.target, fidelity: query.fidelity, parts: explain(query) })}
` : table(query);
      await writeOut(text), failed = report(query.diagnostics) || failed;
    }
  }
  return failed ? 1 : 0;
}
function table(query) {
  let rows = [{ text: "", lines: /* @__PURE__ */ new Map() }];
  for (let part of explain(query))
    part.text.split(`
`).forEach((text, index) => {
      index > 0 && rows.push({ text: "", lines: /* @__PURE__ */ new Map() });
      let row = rows[rows.length - 1];
      row.text += text, part.line !== null && text.trim() !== "" && row.lines.set(part.line, part.source);
    });
  let width = Math.min(72, Math.max(0, ...rows.map((r) => r.text.length))), title = `${visible(query.item.heading.title ?? "")} [${query.target}, ${query.fidelity}]`, body = rows.flatMap(({ text, lines }) => {
    let [first, ...rest] = [...lines].map(([line, source]) => `${line}: ${visible(source)}`);
    return [first === void 0 ? text : `${text.padEnd(width)}  \u2502 ${first}`, ...rest.map((r) => `${" ".repeat(width)}  \u2502 ${r}`)];
  });
  return `${title}
${body.join(`
`)}

`;
}
export {
  explainCommand
};
