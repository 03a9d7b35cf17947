import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  Diagnostics,
  flushOut,
  wantsColour,
  writeOut
} from "./chunk-V2PW5UNZ.js";
import {
  inspectionRecord,
  inspector
} from "./chunk-GQ3J5MR5.js";
import "./chunk-RH5UFQMB.js";
import "./chunk-OYN5MF4I.js";
import "./chunk-VU7UZY2M.js";
import {
  parse
} from "./chunk-SVNJ44EP.js";
import {
  findInputs,
  readInput
} from "./chunk-PG4WC7ZB.js";
import "./chunk-HFOHLGDZ.js";
import "./chunk-PIXRQQOE.js";
import {
  visible,
  widthOf
} from "./chunk-OYLZ7TWT.js";
import "./chunk-TFEGJOVY.js";
import {
  LOG_SOURCE_KEYS
} from "./chunk-EWLNTRLT.js";
import "./chunk-NSDVFCW7.js";
import {
  positionAt
} from "./chunk-W2LK6FW7.js";
import "./chunk-EGGDUQTL.js";

// src/cli/table.ts
var GAP = "  ";
function table(rows) {
  let widths = [];
  for (let row of rows)
    for (let [i, cell] of row.slice(0, -1).entries())
      widths[i] = Math.max(widths[i] ?? 0, widthOf(cell));
  return rows.map(
    (row) => row.map((cell, i) => cell + " ".repeat(Math.max(0, (widths[i] ?? 0) - widthOf(cell)))).join(GAP).trimEnd()
  );
}

// src/cli/inspect-text.ts
function inspectionText(inspection, colour) {
  let { rule } = inspection, heading = (text) => colour ? `\x1B[1m${text}\x1B[0m` : text;
  return [
    [visible(rule.title), headLines(rule)],
    ...stageSections(inspection),
    ["Predicates", predicateLines(inspection)],
    ["Indicators", indicatorLines(inspection)],
    ["Events", eventLines(inspection)],
    ["ATT&CK", attackLines(inspection)]
  ].map(([title, lines]) => [heading(title), ...lines.map((l) => `  ${l}`.trimEnd())].join(`
`)).join(`

`).concat(`
`);
}
function headLines(rule) {
  let source = LOG_SOURCE_KEYS.flatMap((key) => {
    let names = rule.logsource[key].map((n) => n.text).join(" or ");
    return names === "" ? [] : [`${key} ${names}`];
  }), state = [rule.status, rule.level].filter((s) => s !== null);
  return [rule.span.file.path, state.join(", "), source.join(", ")].filter((line) => line !== "").map(visible);
}
function stageSections({ rule, stages }) {
  let conditions = rule.detection.conditions.length;
  return stages.map(({ name, text, span }, index) => [`Stage ${Math.max(0, index - conditions + 1)}: ${visible(name)} (line ${lineOf(span)})`, text.split(`
`).map(visible)]);
}
var NONE = ["None."], SHOWN_VALUES = 4;
function predicateLines({ predicates }) {
  return predicates.length === 0 ? NONE : table(
    predicates.map(({ stage, field, kind, values, negated, all, cased, span }) => {
      let words = [negated ? "not" : "", kind, all ? "all" : "", cased ? "cased" : ""], more = values.length - SHOWN_VALUES, shown = [...values.slice(0, SHOWN_VALUES), ...more > 0 ? [`\u2026 ${more} more`] : []];
      return [
        visible(stage),
        shownField(field),
        words.filter((w) => w !== "").join(" "),
        `line ${lineOf(span)}`,
        shown.map(visible).join(", ")
      ];
    })
  );
}
function indicatorLines({ indicators }) {
  return indicators.length === 0 ? NONE : table(
    indicators.flatMap(({ field, kind, values, exclusion }) => {
      let [first = "", ...rest] = values.map(visible);
      return [[shownField(field), exclusion ? `${kind}, excluded` : kind, first], ...rest.map((value) => ["", "", value])];
    })
  );
}
function eventLines({ events }) {
  return events.length === 0 ? NONE : table(
    events.map(({ channel, provider, id, meaning, known }) => [
      visible(channel ?? "(any log)"),
      visible(provider ?? "(any provider)"),
      id === null ? "any" : String(id),
      known ? meaning ?? "any event" : "unknown to us"
    ])
  );
}
function attackLines({ attack }) {
  return attack.length === 0 ? NONE : table(
    attack.map(({ tag, id, name, kind, tactics, known, retired, replacedBy }) => {
      let now = replacedBy.length > 0 ? `, now ${replacedBy.join(" and ")}` : "", state = retired ? `withdrawn${now}` : "", about = known ? name : kind === "tactic" ? "no tactic of this name" : "unknown to us", where = kind === "tactic" ? "" : tactics.join(", ");
      return [visible(tag), visible(id ?? ""), about ?? "", state || where];
    })
  );
}
function shownField(field) {
  return field === null ? "(keywords)" : visible(field);
}
function lineOf({ file, start }) {
  return positionAt(file, start).line;
}

// src/cli/inspect.ts
async function inspectCommand(names, flags) {
  let inspect = await inspector(), diagnostics = new Diagnostics(flags.verbose ?? !1, wantsColour(process.stderr)), colour = wantsColour(process.stdout), failed = !1, report = (list) => {
    for (let d of list)
      d.severity === "error" && (failed = !0), diagnostics.addPlain(d);
  }, inputs = await findInputs(names);
  report(inputs.diagnostics);
  let before = "";
  for (let { path } of inputs.files) {
    let input = readInput(path);
    if (!(input instanceof Uint8Array)) {
      report([input]);
      continue;
    }
    let parsed = parse(input, { path: path === "-" ? "<stdin>" : path });
    report(parsed.diagnostics);
    for (let { content } of parsed.collection.items) {
      if (content?.kind !== "rule") continue;
      let inspection = inspect(content);
      flags.json ? await writeOut(`${JSON.stringify(inspectionRecord(inspection))}
`) : await writeOut(before + inspectionText(inspection, colour)), before = `

`;
    }
  }
  return await flushOut(), diagnostics.finish(), failed ? 1 : 0;
}
export {
  inspectCommand
};
