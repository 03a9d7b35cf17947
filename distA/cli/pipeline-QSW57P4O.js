import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  loadPipeline
} from "./chunk-UINJBMGG.js";
import "./chunk-HZQMGT7D.js";
import {
  wantsColour,
  writeOut
} from "./chunk-V2PW5UNZ.js";
import "./chunk-RH5UFQMB.js";
import {
  loadTargets,
  pipelineNames
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
import {
  applyPipelines
} from "./chunk-4PC5COSH.js";
import "./chunk-TFEGJOVY.js";
import "./chunk-4DGM5UVP.js";
import "./chunk-YDPUVWUD.js";
import {
  LOG_SOURCE_KEYS
} from "./chunk-EWLNTRLT.js";
import {
  printPattern,
  toRecord
} from "./chunk-NSDVFCW7.js";
import "./chunk-W2LK6FW7.js";
import "./chunk-DRNPWZYJ.js";
import "./chunk-EGGDUQTL.js";

// src/model/condition/print.ts
function printCondition(node) {
  switch (node.kind) {
    case "condition-identifier":
      return node.name;
    case "condition-quantified":
      return `${node.count} of ${node.pattern ?? "them"}`;
    case "condition-not": {
      let { operand } = node;
      return operand.kind === "condition-identifier" || operand.kind === "condition-quantified" ? `not ${printCondition(operand)}` : `not (${printCondition(operand)})`;
    }
    case "condition-and":
      return node.operands.map((o) => o.kind === "condition-or" ? `(${printCondition(o)})` : printCondition(o)).join(" and ");
    case "condition-or":
      return node.operands.map(printCondition).join(" or ");
  }
}

// src/pipeline/describe.ts
function describeRule(rule) {
  let { logsource, detection, fields } = rule;
  return [
    ...LOG_SOURCE_KEYS.flatMap(
      (key) => logsource[key].map((n) => `logsource ${key}: ${n.text}`)
    ),
    ...detection.identifiers.flatMap((i) => describeNode(i.body, i.name.text)),
    ...detection.conditions.map((c) => `condition: ${printCondition(c.expression)}`),
    ...fields.map((f) => `fields: ${f.text}`)
  ];
}
function describeNode(node, path) {
  return node.kind === "detection-item" ? [`${path}: ${describeItem(node)}`] : node.items.flatMap(
    (n, i) => describeNode(n, node.linking === "any" && node.items.length > 1 ? `${path} or ${i + 1}` : path)
  );
}
function describeItem(item) {
  let shown = item.values.map(
    (v) => v.kind === "value-group" ? `(${v.values.map(describeValue).join(" or ")})` : describeValue(v)
  ).join(item.linking === "all" ? " and " : ", ");
  return `${item.negated ? "not " : ""}${item.field?.text ?? "keyword"} = ${shown === "" ? "(no value)" : shown}`;
}
function describeValue(value) {
  switch (value.kind) {
    case "string":
      return `${value.cased ? "cased " : ""}${JSON.stringify(printPattern(value.pattern))}`;
    case "number":
      return value.number.source;
    case "boolean":
      return String(value.value);
    case "null":
      return "null";
    case "exists":
      return value.expected ? "exists" : "does not exist";
    case "regex":
      return `/${value.regex.source}/`;
    case "cidr":
      return value.network.text;
    case "compare":
      return `${value.operator} ${value.number.source}`;
    case "time-part":
      return `${value.part} ${value.operator} ${value.number.source}`;
    case "field-ref":
      return `${value.match} the field ${value.field}`;
  }
}

// src/cli/pipeline.ts
async function pipelineCheckCommand(paths, flags) {
  let colour = wantsColour(process.stderr), failed = !1;
  for (let path of paths) {
    let input = readInput(path), diagnostics = input instanceof Uint8Array ? loadPipeline(input, { path }).diagnostics : [input];
    for (let d of diagnostics)
      d.severity === "error" && (failed = !0), flags.json ? await writeOut(`${JSON.stringify(toRecord(d))}
`) : process.stderr.write(`${codeFrame(d, { colour })}

`);
    !flags.json && diagnostics.length === 0 && await writeOut(`${visible(path)}: nothing is wrong.
`);
  }
  return failed ? 1 : 0;
}
async function pipelineShowCommand(path, flags) {
  let [target] = await loadTargets({
    packages: [],
    targets: [flags.target],
    pipelines: pipelineNames(flags.pipeline ?? [])
  }), { pipelines, tables } = target, colour = wantsColour(process.stderr), report = (list) => {
    for (let d of list) process.stderr.write(`${codeFrame(d, { colour })}

`);
    return list.some((d) => d.severity === "error");
  }, input = readInput(path);
  if (!(input instanceof Uint8Array)) return report([input]) ? 1 : 0;
  let parsed = parse(input, { path: path === "-" ? "<stdin>" : path }), failed = report(parsed.diagnostics);
  for (let { content } of parsed.collection.items) {
    if (content?.kind !== "rule") continue;
    let step = 0, out = [visible(content.title)], { diagnostics, state } = applyPipelines(content, pipelines, {
      target: flags.target,
      tables,
      onStep: (item, before, after) => {
        out.push(`${++step}. ${titleOf(item)}`), out.push(...sideBySide(describeRule(before), describeRule(after)));
      }
    });
    step === 0 && out.push("No step changes this rule.");
    for (let [key, value] of state) out.push(`state ${visible(key)} = ${JSON.stringify(value)}`);
    await writeOut(`${out.join(`
`)}
`), failed = report(diagnostics) || failed;
  }
  return failed ? 1 : 0;
}
function titleOf(item) {
  return item === "sources" ? item : `${item.transformation.type}${item.id === null ? "" : ` (${visible(item.id)})`}`;
}
function sideBySide(before, after) {
  let gone = before.filter((l) => !after.includes(l)).map(visible), come = after.filter((l) => !before.includes(l)).map(visible), width = Math.min(70, Math.max(0, ...gone.map((l) => l.length)));
  return Array.from(
    { length: Math.max(gone.length, come.length) },
    (_, i) => `   ${(gone[i] ?? "").padEnd(width)}  \u2192  ${come[i] ?? ""}`.trimEnd()
  );
}
export {
  pipelineCheckCommand,
  pipelineShowCommand
};
