import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  hasPlaceholder,
  pattern,
  printPattern,
  shapeOf
} from "./chunk-NSDVFCW7.js";

// src/predicate/kind.ts
var SHAPES = {
  empty: "eq",
  any: "exists",
  equals: "eq",
  startswith: "starts_with",
  endswith: "ends_with",
  contains: "match",
  other: "wildcard"
}, FIELD_REFS = {
  equals: "fieldref",
  contains: "fieldref match",
  startswith: "fieldref starts_with",
  endswith: "fieldref ends_with"
};
function kindOf(node) {
  switch (node.kind) {
    case "string":
      return ofPattern(node.pattern);
    case "keyword": {
      let { search } = node;
      return { kind: "keyword", value: search.kind === "regex" ? regexText(search.regex) : printPattern(search.pattern) };
    }
    case "number":
      return { kind: "eq", value: node.number.source };
    case "boolean":
      return { kind: "eq", value: String(node.value) };
    case "null":
      return { kind: "null", value: null };
    case "exists":
      return { kind: "exists", value: null };
    case "regex":
      return { kind: "regex", value: regexText(node.regex) };
    case "cidr":
      return { kind: "cidr", value: node.network.text };
    case "compare":
      return { kind: node.operator, value: node.number.source };
    case "time-part":
      return { kind: `${node.part} ${node.operator}`, value: node.number.source };
    case "field-ref":
      return { kind: FIELD_REFS[node.match], value: node.other.text };
  }
}
function ofPattern(parts) {
  let plain = hasPlaceholder(parts) ? pattern(parts.map((p) => typeof p == "object" && "name" in p ? `%${p.name}%` : p)) : parts, shape = shapeOf(plain), kind = SHAPES[shape.shape];
  switch (shape.shape) {
    case "empty":
      return { kind, value: "" };
    case "any":
      return { kind, value: null };
    case "other":
      return { kind, value: printPattern(parts) };
    default:
      return { kind, value: shape.text };
  }
}
function regexText({ source, flags }) {
  let letters = `${flags.ignoreCase ? "i" : ""}${flags.multiLine ? "m" : ""}${flags.dotAll ? "s" : ""}`;
  return letters === "" ? source : `(?${letters})${source}`;
}

export {
  kindOf
};
