import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  ANY
} from "./chunk-NSDVFCW7.js";

// src/predicate/from-value.ts
function predicateOf(field, value) {
  if (value.kind === "string")
    return stringPredicate(field, value.pattern, value.cased, value.span);
  if (field === null) return keyword(value);
  let { span } = value;
  switch (value.kind) {
    case "number":
      return { kind: "number", field, number: value.number, span };
    case "boolean":
      return { kind: "boolean", field, value: value.value, span };
    case "null":
      return { kind: "null", field, span };
    case "exists": {
      let exists = { kind: "exists", field, span };
      return value.expected ? exists : { kind: "not", operand: exists, span };
    }
    case "regex":
      return { kind: "regex", field, regex: value.regex, span };
    case "cidr":
      return { kind: "cidr", field, network: value.network, span };
    case "compare":
      return { kind: "compare", field, operator: value.operator, number: value.number, span };
    case "time-part": {
      let { part, operator, number } = value;
      return { kind: "time-part", field, part, operator, number, span };
    }
    case "field-ref": {
      let other = { text: value.field, span };
      return { kind: "field-ref", field, other, match: value.match, cased: value.cased, span };
    }
  }
}
function keyword(value) {
  let { span } = value;
  switch (value.kind) {
    case "number":
      return stringPredicate(null, [value.number.source], !1, span);
    case "boolean":
      return stringPredicate(null, [String(value.value)], !1, span);
    case "regex":
      return { kind: "keyword", search: { kind: "regex", regex: value.regex }, span };
    default:
      return null;
  }
}
function stringPredicate(field, parts, cased, span) {
  if (field) return { kind: "string", field, pattern: parts, cased, span };
  let start = 0, end = parts.length;
  for (; start < end && parts[start] === ANY; ) start++;
  for (; end > start && parts[end - 1] === ANY; ) end--;
  return start === end ? { kind: "constant", value: !0, span } : { kind: "keyword", search: { kind: "pattern", pattern: parts.slice(start, end), cased }, span };
}

export {
  predicateOf,
  stringPredicate
};
