import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  parsePattern,
  printPattern,
  valueOf
} from "./chunk-NSDVFCW7.js";

// src/pipeline/run.ts
function runItem(item, rule, run) {
  return item.appliesTo(rule, run) ? (item.id !== null && run.applied.add(item.id), item.transformation.apply(rule, {
    ...run,
    id: item.id,
    itemMatches: (i) => item.appliesToItem(i, run),
    fieldMatches: (field) => item.appliesToField(field, run),
    freshName
  })) : rule;
}
function freshName(rule) {
  let names = new Set(rule.detection.identifiers.map((i) => i.name.text)), n = 1;
  for (; names.has(`_sigmaql_${n}`); ) n++;
  return `_sigmaql_${n}`;
}

// src/pipeline/rewrite.ts
function rewriteItems(rule, step, rewrite) {
  let changed = !1, visit = (node) => {
    if (node.kind === "detection-item") {
      if (!step.itemMatches(node)) return node;
      let result = rewrite(node);
      return result !== node && (changed = !0), mark(node, result, step), result;
    }
    let items = node.items.flatMap((n) => visit(n) ?? []);
    return items.length === node.items.length && items.every((n, i) => n === node.items[i]) ? node : items.length === 0 && node.items.length > 0 ? null : { ...node, items };
  }, identifiers = rule.detection.identifiers.map((identifier) => {
    let body = visit(identifier.body);
    if (body === identifier.body) return identifier;
    let empty = {
      kind: "detection-group",
      linking: "all",
      items: [],
      span: identifier.span
    };
    return { ...identifier, body: body ?? empty };
  });
  return changed ? { ...rule, detection: { ...rule.detection, identifiers } } : rule;
}
function rewriteFields(rule, step, rewrite) {
  return rewriteItems(
    rule,
    step,
    (item) => step.fieldMatches(item.field?.text ?? null) ? rewrite(item) : item
  );
}
function mark(before, after, step) {
  let ids = new Set(step.appliedToItem.get(before));
  step.id !== null && ids.add(step.id);
  let visit = (node) => {
    node && (node.kind === "detection-item" ? (node !== before || step.id !== null) && step.appliedToItem.set(node, ids) : node.items.forEach(visit));
  };
  visit(after);
}
function mapValues(item, map) {
  let changed = !1, mapped = (value) => {
    let result = map(value);
    return result !== value && (changed = !0), Array.isArray(result) ? result : [result];
  }, values = item.values.flatMap((value) => {
    if (value.kind === "value-group")
      return [{ ...value, values: value.values.flatMap(mapped) }];
    let several = mapped(value);
    return several.length === 1 || item.linking === "any" ? several : [{ kind: "value-group", values: several, span: value.span }];
  });
  return changed ? { ...item, values } : item;
}
function valuesOf(item) {
  return item.values.flatMap((v) => v.kind === "value-group" ? v.values : [v]);
}
function overFields(item, fields) {
  let { span, negated } = item;
  if (fields.length === 1) return { ...item, field: fields[0] };
  let group = (linking, items) => items.length === 1 ? items[0] : { kind: "detection-group", linking, items, span }, over = (values, linking) => group(
    linking,
    fields.map((field) => ({ ...item, field, values }))
  ), holds = (values) => over(values, negated ? "all" : "any"), missing = item.values.filter(isOfMissing);
  if (missing.length === 0) return holds(item.values);
  let absent = over(missing, negated ? "any" : "all");
  if (missing.length === item.values.length) return absent;
  let either = item.linking === "any" !== negated ? "any" : "all";
  return group(either, [holds(item.values.filter((v) => !isOfMissing(v))), absent]);
}
function isOfMissing(value) {
  return value.kind === "null" || value.kind === "exists" && !value.expected;
}
function itemsOf(rule) {
  let visit = (node) => node.kind === "detection-item" ? [node] : node.items.flatMap(visit);
  return rule.detection.identifiers.flatMap((i) => visit(i.body));
}
function withCondition(rule, added, negated) {
  let { span } = added, named = { kind: "condition-identifier", name: added.name.text, span }, first = negated ? { kind: "condition-not", operand: named, span } : named, conditions = rule.detection.conditions.map((condition) => ({
    ...condition,
    expression: {
      kind: "condition-and",
      operands: [first, condition.expression],
      span: condition.span
    }
  })), identifiers = [...rule.detection.identifiers, added];
  return { ...rule, detection: { ...rule.detection, identifiers, conditions } };
}

// src/pipeline/values.ts
function plainText(pattern) {
  return pattern.map((p) => typeof p == "string" ? p : p.kind === "placeholder" ? `%${p.name}%` : p.kind === "any" ? "*" : "?").join("");
}
function writtenValue(scalar, span) {
  return { ...valueOf(scalar, !1), span };
}
function textOf(value) {
  switch (value.kind) {
    case "string":
      return plainText(value.pattern);
    case "number":
      return value.number.source;
    case "boolean":
      return String(value.value);
    case "regex":
      return value.regex.source;
    case "cidr":
      return value.network.text;
    default:
      return null;
  }
}
function isValue(value, wanted) {
  switch (value.kind) {
    case "string":
      return typeof wanted == "string" && [plainText(value.pattern), printPattern(value.pattern)].includes(wanted);
    case "number":
      return typeof wanted == "number" && Number(value.number.decimal) === wanted;
    case "boolean":
      return value.value === wanted;
    case "null":
      return wanted === null;
    default:
      return !1;
  }
}

// src/pipeline/hashes.ts
var LENGTHS = {
  32: "MD5",
  40: "SHA1",
  64: "SHA256",
  128: "SHA512"
};
function splitHashes(item, fieldOf) {
  let byField = /* @__PURE__ */ new Map(), unknown = [];
  for (let value of valuesOf(item)) {
    let text = value.kind === "string" ? plainText(value.pattern).replace(/^\*+|\*+$/g, "") : "", [, named, rest] = /^(\w+)[=|](.*)$/.exec(text) ?? [], hash = rest ?? text, algorithm = named?.toUpperCase() ?? LENGTHS[hash.length] ?? "", field = fieldOf(algorithm);
    if (field === null || value.kind !== "string") {
      unknown.push({ text, span: value.span });
      continue;
    }
    let values = byField.get(field) ?? [];
    values.push({ ...value, pattern: parsePattern(hash) }), byField.set(field, values);
  }
  let span = item.field?.span ?? item.span, items = [...byField].map(([text, values]) => ({
    ...item,
    field: { text, span, mapped: !0 },
    values
  }));
  return items.length === 0 ? { node: item, unknown } : items.length === 1 ? { node: items[0], unknown } : { node: {
    kind: "detection-group",
    linking: item.linking === "all" !== item.negated ? "all" : "any",
    items,
    span: item.span
  }, unknown };
}

export {
  runItem,
  freshName,
  rewriteItems,
  rewriteFields,
  mapValues,
  valuesOf,
  overFields,
  itemsOf,
  withCondition,
  plainText,
  writtenValue,
  textOf,
  isValue,
  splitHashes
};
