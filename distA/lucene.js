import {
  atom,
  emitBoolean,
  prefixNot
} from "./shared/chunk-R7BO7KZ2.js";
import {
  EVERYTHING,
  Untranslatable,
  complement,
  contains,
  countOf,
  intersect,
  membersOf,
  otherCases,
  patternToRegex,
  translate,
  union,
  withOtherCases
} from "./shared/chunk-7SGYETIS.js";
import {
  ANY,
  concat,
  enclose,
  formatAddress,
  join,
  line,
  literalText,
  parseAddress,
  pattern,
  shapeOf,
  text
} from "./shared/chunk-CWZI4ZMA.js";

// backends/lucene/columns.ts
var FIELD_TYPES = [
  "keyword",
  "wildcard",
  "constant_keyword",
  "flattened",
  "text",
  "match_only_text",
  "ip",
  "boolean",
  "date",
  "byte",
  "short",
  "integer",
  "long",
  "unsigned_long",
  "half_float",
  "float",
  "double",
  "scaled_float"
];
var FLAGS = ["caseless", "lower"];
function columnsOf(state) {
  const columns = /* @__PURE__ */ new Map();
  const readings = /* @__PURE__ */ new Map();
  const wrong = /* @__PURE__ */ new Map();
  if (state === null || typeof state !== "object") return { columns, readings, wrong };
  for (const [name, value] of Object.entries(state)) {
    const given = value;
    const settings = typeof given === "object" && given !== null ? given : { type: given };
    if ("as" in settings) readings.set(name, settings);
    else {
      const column = columnOf(settings);
      if (typeof column === "string") wrong.set(name, column);
      else columns.set(name, column);
    }
  }
  return { columns, readings, wrong };
}
function columnOf(settings) {
  const { type, absent = [], words = "standard", ...flags } = settings;
  const known = FIELD_TYPES.find((t) => t === type);
  if (!known) return `the type ${JSON.stringify(type)}; there are: ${FIELD_TYPES.join(", ")}`;
  for (const [key, value] of Object.entries(flags)) {
    if (!FLAGS.some((f) => f === key)) return `the key ${JSON.stringify(key)}`;
    if (typeof value !== "boolean") return `${key}: ${JSON.stringify(value)}`;
  }
  if (words !== "standard" && words !== "dashed") return `words: ${JSON.stringify(words)}`;
  if (!Array.isArray(absent)) return `absent: ${JSON.stringify(absent)}`;
  return {
    type: known,
    caseless: flags["caseless"] === true,
    lower: flags["lower"] === true,
    absent: absent.map((text2) => String(text2)),
    words
  };
}

// backends/lucene/formats.ts
var SEVERITY = {
  informational: ["low", 10],
  low: ["low", 21],
  medium: ["medium", 47],
  high: ["high", 73],
  critical: ["critical", 99]
};
var formats = [
  {
    name: "query",
    description: "A query_string query, as Kibana and the API take it.",
    extension: "lucene",
    wrap: null
  },
  {
    name: "dsl",
    description: "A search body in Query DSL (JSON).",
    extension: "json",
    wrap: (query) => JSON.stringify(
      { query: { bool: { filter: [{ query_string: { query, analyze_wildcard: false } }] } } },
      null,
      2
    )
  },
  {
    name: "siem_rule",
    description: "A detection rule for Elastic Security (JSON).",
    extension: "json",
    wrap: siemRule
  }
];
function siemRule(query, rule) {
  const [severity, riskScore] = SEVERITY[rule.level ?? ""] ?? ["low", 21];
  return JSON.stringify(
    {
      ...rule.id === null ? {} : { rule_id: rule.id },
      name: rule.title,
      description: rule.description ?? rule.title,
      type: "query",
      language: "lucene",
      query,
      severity,
      risk_score: riskScore,
      tags: rule.tags.map((t) => t.text),
      references: rule.references.map((r) => r.text),
      false_positives: rule.falsepositives.map((f) => f.text),
      author: rule.author === null ? [] : [rule.author],
      from: "now-6m",
      interval: "5m",
      enabled: false
    },
    null,
    2
  );
}

// backends/lucene/piece.ts
var AND = 20;
function ofField(field, queries, span) {
  return { kind: "of-field", field, docs: queries.map((q) => text(q, span)) };
}
function whole(doc, binding) {
  return { kind: "whole", emitted: binding === void 0 ? atom(doc) : { doc, binding } };
}
function exists(field, span) {
  return whole(text(`_exists_:${field}`, span));
}
function missing(field, span) {
  return whole(text(`NOT _exists_:${field}`, span), AND);
}
function never(span) {
  return { kind: "never", span };
}
function anyOf(pieces) {
  const byField = /* @__PURE__ */ new Map();
  const wholes = [];
  const [first] = pieces;
  if (first?.kind === "never" && pieces.every((p) => p.kind === "never")) {
    return atom(text("(NOT *:*)", first.span));
  }
  for (const piece of pieces) {
    if (piece.kind === "never") continue;
    if (piece.kind === "whole") wholes.push(piece.emitted);
    else {
      const known = byField.get(piece.field);
      if (known) known.push(...piece.docs);
      else byField.set(piece.field, [...piece.docs]);
    }
  }
  const docs = [];
  for (const [field, values] of byField) {
    const [only] = values;
    const value = values.length === 1 ? only : enclose("(", linked("OR", values), ")");
    docs.push(concat(`${field}:`, value));
  }
  for (const { doc, binding } of wholes) {
    docs.push(binding === AND && pieces.length > 1 ? concat("(", doc, ")") : doc);
  }
  if (wholes.length === 1 && docs.length === 1) return wholes[0];
  return docs.length === 1 ? atom(docs[0]) : atom(enclose("(", linked("OR", docs), ")"));
}
function oneOf(pieces) {
  return { kind: "whole", emitted: anyOf(pieces) };
}
function allOf(pieces) {
  const none = pieces.find((p) => p.kind === "never");
  if (none) return none;
  const [only] = pieces;
  if (only && pieces.length === 1) return only;
  const docs = pieces.map((p) => anyOf([p]).doc);
  return whole(enclose("(", linked("AND", docs), ")"));
}
function linked(word, docs) {
  return join(concat(line, `${word} `), docs);
}

// backends/lucene/literals.ts
var RESERVED = /[+\-=&|!(){}[\]^"~*?:\\/\s]/g;
var WORDS = /^(?:AND|OR|NOT|TO)$/;
var CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/;
function isWritable(text2) {
  return !CONTROL.test(text2);
}
function fieldName(name, isPattern = false) {
  if (isPattern) return writeName(name, true);
  let written = names.get(name);
  if (written === void 0) {
    written = writeName(name, false);
    if (names.size < MOST_NAMES) names.set(name, written);
  }
  return written;
}
var names = /* @__PURE__ */ new Map();
var MOST_NAMES = 1e4;
function writeName(name, isPattern) {
  if (name === "" || name === "_exists_" || CONTROL.test(name) || /[<>]/.test(name)) return null;
  if (name.includes("*") && !isPattern) return null;
  const escaped2 = name.replace(RESERVED, "\\$&");
  return WORDS.test(name) ? `\\${escaped2}` : escaped2;
}
function phrase(text2) {
  return `"${text2.replace(/["\\]/g, "\\$&")}"`;
}
function wildcardTerm(pattern2) {
  let out = "";
  for (const part of pattern2) {
    if (typeof part !== "string") {
      out += part.kind === "any" ? "*" : "?";
      continue;
    }
    if (/[<>]/.test(part)) return null;
    out += part.replace(RESERVED, "\\$&");
  }
  return WORDS.test(out) ? `\\${out}` : out;
}

// backends/lucene/addresses.ts
function addressQueries(p) {
  switch (p.kind) {
    case "cidr":
      return [phrase(p.network.text)];
    case "string": {
      const literal = literalText(p.pattern);
      if (literal !== null) return parseAddress(literal) ? [phrase(literal)] : [];
      if (p.pattern.some((part) => typeof part === "string" && !/^[\d.:a-f]*$/i.test(part)))
        return [];
      const shape = shapeOf(p.pattern);
      return shape.shape === "startswith" ? beginning(shape.text) : null;
    }
    case "number":
    case "boolean":
      return [];
    default:
      return null;
  }
}
function beginning(text2) {
  if (text2.includes(".")) return beginningOfV4(text2.split("."));
  return beginningOfV6(text2.toLowerCase());
}
function beginningOfV4(parts) {
  const last = parts[parts.length - 1];
  const whole2 = parts.slice(0, -1);
  if (parts.length > 4 || !whole2.every(isPart)) return null;
  if (last === "") return [phrase(`${filled(whole2, "0")}/${whole2.length * 8}`)];
  if (!isPart(last)) return null;
  const first = Number(last);
  const runs = [
    [first, first],
    [first * 10, first * 10 + 9],
    [first * 100, first * 100 + 99]
  ];
  return runs.slice(0, first === 0 ? 1 : 3).filter(([from]) => from <= 255).map(([from, to]) => {
    const low = filled([...whole2, String(from)], "0");
    const high = filled([...whole2, String(Math.min(to, 255))], "255");
    return low === high ? phrase(low) : `[${phrase(low)} TO ${phrase(high)}]`;
  });
}
function isPart(part) {
  return /^(?:0|[1-9]\d{0,2})$/.test(part) && Number(part) <= 255;
}
function filled(parts, rest) {
  return [...parts, ...Array(4 - parts.length).fill(rest)].join(".");
}
function beginningOfV6(text2) {
  const group = /^([1-9a-f][\da-f]{0,3}):$/.exec(text2)?.[1];
  return group === void 0 ? null : [phrase(`${group}::/16`)];
}
function networkRegex({ version, address, prefix }) {
  return version === 4 ? { source: networkV4(address, prefix), wider: false } : networkV6(address, prefix);
}
var PART = "[0-9]{1,3}";
function networkV4(address, prefix) {
  const parts = formatAddress(4, address).split(".").map(Number);
  return parts.map((part, i) => {
    const bits = Math.max(0, Math.min(8, prefix - 8 * i));
    if (bits === 8) return String(part);
    if (bits === 0) return PART;
    const values = Array.from({ length: 2 ** (8 - bits) }, (_, n) => part + n);
    return `(${values.join("|")})`;
  }).join("\\.");
}
function networkV6(address, prefix) {
  if (prefix === 128) {
    const all = Array.from(
      { length: 8 },
      (_, i) => (address >> BigInt(112 - 16 * i) & 0xffffn).toString(16)
    );
    const forms = /* @__PURE__ */ new Set([formatAddress(6, address), all.join(":")]);
    return { source: [...forms].map(anyCase).join("|"), wider: false };
  }
  const bits = Math.min(prefix, 16);
  const first = Number(address >> 112n);
  if (first < 4096) return null;
  const digits = first.toString(16).padStart(4, "0");
  const written = [...digits].map((digit, i) => {
    const known = Math.max(0, Math.min(4, bits - 4 * i));
    const from = parseInt(digit, 16);
    const values = Array.from({ length: 2 ** (4 - known) }, (_, n) => (from + n).toString(16));
    const all = values.map(bothCases).join("");
    return values.length === 16 ? "[0-9a-fA-F]" : all.length === 1 ? all : `[${all}]`;
  });
  return { source: `${written.join("")}:.*`, wider: prefix > 16 };
}
function anyCase(text2) {
  return [...text2].map((c) => /[a-f]/.test(c) ? `[${bothCases(c)}]` : c).join("");
}
function bothCases(digit) {
  return /[a-f]/.test(digit) ? digit + digit.toUpperCase() : digit;
}

// backends/lucene/fits.ts
var LONGEST_FOLDED = 3;
function fits(pattern2, text2, cased) {
  const needed = pattern2.reduce((sum, p) => sum + (typeof p === "string" ? p.length : 0), 0);
  if (needed > LONGEST_FOLDED * text2.length) return false;
  const fold = (s) => cased ? s : s.toLowerCase();
  const wanted = pattern2.flatMap(
    (part) => typeof part === "string" ? [...fold(part)] : [part]
  );
  const given = [...fold(text2)];
  let at = 0;
  let from = 0;
  let star = null;
  while (from < given.length) {
    const part = wanted[at];
    if (part !== void 0 && isAny(part)) {
      star = { at: ++at, from };
    } else if (part !== void 0 && (typeof part === "object" || part === given[from])) {
      at++;
      from++;
    } else {
      if (!star) return false;
      at = star.at;
      from = ++star.from;
    }
  }
  return wanted.slice(at).every(isAny);
}
function isAny(part) {
  return typeof part === "object" && part.kind === "any";
}

// backends/lucene/booleans.ts
function booleanQueries(p) {
  switch (p.kind) {
    case "boolean":
      return [String(p.value)];
    case "string":
      return ["true", "false"].filter((text2) => fits(p.pattern, text2, p.cased));
    case "number":
    case "cidr":
      return [];
    default:
      return null;
  }
}

// backends/lucene/numbers.ts
var LARGEST = {
  byte: 2n ** 7n - 1n,
  short: 2n ** 15n - 1n,
  integer: 2n ** 31n - 1n,
  long: 2n ** 63n - 1n,
  unsigned_long: 2n ** 64n - 1n
};
var WHOLE = /^(?:0|-?[1-9]\d*)$/;
var DECIMAL = /^(?:0|-?(?:0\.\d*[1-9]|[1-9]\d*(?:\.\d*[1-9])?))$/;
function isBeyond(decimal, type) {
  const largest = LARGEST[type];
  if (largest === void 0) return false;
  const whole2 = BigInt(decimal.replace(/\..*/, "") || "0");
  return whole2 > largest || whole2 < (type === "unsigned_long" ? 0n : -largest - 1n);
}
function numberQueries(p, type) {
  const largest = LARGEST[type];
  const written = largest === void 0 ? DECIMAL : WHOLE;
  const equal = (text2) => written.test(text2) && !isBeyond(text2, type) ? [plain(text2)] : [];
  switch (p.kind) {
    case "number":
      return equal(p.number.decimal);
    case "string": {
      const shape = shapeOf(p.pattern);
      if (shape.shape === "equals") return equal(shape.text);
      if (shape.shape === "empty") return [];
      if (shape.shape === "startswith" && largest !== void 0)
        return beginning2(shape.text, largest);
      return null;
    }
    case "boolean":
    case "cidr":
      return [];
    case "compare": {
      const { decimal } = p.number;
      if (!isBeyond(decimal, type)) return [range(p.operator, decimal)];
      return p.operator.startsWith("l") === decimal.startsWith("-") ? [] : ["*"];
    }
    default:
      return null;
  }
}
function beginning2(digits, largest) {
  if (!WHOLE.test(digits)) return /^[-\d]*$/.test(digits) ? null : [];
  if (digits.startsWith("-")) return null;
  if (digits === "0") return ["0"];
  const queries = [];
  for (let low = BigInt(digits), width = 1n; low <= largest; low *= 10n, width *= 10n) {
    const high = low + width - 1n;
    queries.push(width === 1n ? `${low}` : `[${low} TO ${high < largest ? high : largest}]`);
  }
  return queries;
}
function plain(decimal) {
  return /^\d+$/.test(decimal) ? decimal : phrase(decimal);
}
var SIGNS = { lt: "<", lte: "<=", gt: ">", gte: ">=" };
var RANGES = {
  lt: (n) => `[* TO ${n}}`,
  lte: (n) => `[* TO ${n}]`,
  gt: (n) => `{${n} TO *]`,
  gte: (n) => `[${n} TO *]`
};
function range(operator, decimal) {
  if (!decimal.startsWith("-")) return `${SIGNS[operator]}${decimal}`;
  return RANGES[operator](`"${decimal}"`);
}

// backends/lucene/regex-anchors.ts
var ANYTHING = ".*";
var NO_PRINTABLE_ASCII = "[^ -~]?";
var MAX_BRANCHES = 64;
function branchesOf(ast, flags, widen) {
  return flatten([{ node: ast, flags }]).map((nodes) => {
    const { text: open2, rest } = takeStart(nodes);
    const { text: close, rest: inner } = takeEnd(rest, widen);
    const kept = trimOpen(dropCertain(inner), open2 === ANYTHING, close === ANYTHING);
    if (kept.length === 0 && open2 === ANYTHING && close === ANYTHING) {
      return { open: open2, nodes: [], close: "" };
    }
    return { open: open2, nodes: kept, close };
  });
}
function flatten(nodes) {
  const first = nodes.findIndex(({ node }) => node.kind !== "anchor");
  const last = nodes.length - 1 - [...nodes].reverse().findIndex(({ node }) => node.kind !== "anchor");
  if (first < 0) return [nodes];
  for (const index of /* @__PURE__ */ new Set([first, last])) {
    const { node, flags } = nodes[index];
    const opened = open(node, flags, nodes.length === 1);
    if (!opened) continue;
    const branches = opened.flatMap(
      (branch) => flatten([...nodes.slice(0, index), ...branch, ...nodes.slice(index + 1)])
    );
    if (branches.length > MAX_BRANCHES) {
      throw new Untranslatable("The anchors of this pattern stand in too many alternatives.", node);
    }
    return branches;
  }
  return [nodes];
}
function open(node, flags, alone) {
  switch (node.kind) {
    case "sequence":
      return [node.items.map((item) => ({ node: item, flags }))];
    case "alternation":
      if (!alone && !hasAnchor(node)) return null;
      if (alone && !hasAnchor(node)) return null;
      return node.options.map((option) => [{ node: option, flags }]);
    case "group":
      if (node.atomic || !hasAnchor(node.body)) return null;
      return [[{ node: node.body, flags: { ...flags, ...node.flags } }]];
    default:
      return null;
  }
}
function hasAnchor(node) {
  switch (node.kind) {
    case "anchor":
      return true;
    case "alternation":
      return node.options.some(hasAnchor);
    case "sequence":
      return node.items.some(hasAnchor);
    case "group":
    case "repeat":
      return hasAnchor(node.body);
    default:
      return false;
  }
}
function takeStart(nodes) {
  let text2 = ANYTHING;
  let at = 0;
  for (; at < nodes.length; at++) {
    const { node, flags } = nodes[at];
    if (node.kind !== "anchor") break;
    if (node.anchor === "text-start" || node.anchor === "line-start") {
      if (node.anchor === "line-start" && flags.multiLine) refuseLines(node);
      text2 = "";
    } else if (node.anchor === "word-boundary") {
      const side = wordness(nodes[at + 1]?.node);
      if (side === null) refuseBoundary(node);
      if (text2 !== "") text2 = side ? "(.*[^0-9A-Za-z_])?" : ".*[0-9A-Za-z_]";
      else if (!side) refuseBoundary(node);
    } else break;
  }
  return { text: text2, rest: nodes.slice(at) };
}
function takeEnd(nodes, widen) {
  let text2 = ANYTHING;
  let at = nodes.length;
  for (; at > 0; at--) {
    const { node, flags } = nodes[at - 1];
    if (node.kind !== "anchor") break;
    if (["text-end", "line-end", "text-end-or-newline"].includes(node.anchor)) {
      if (node.anchor === "line-end" && flags.multiLine) refuseLines(node);
      text2 = "";
      if (node.anchor !== "text-end") {
        text2 = NO_PRINTABLE_ASCII;
        widen(
          "`$` also fits before a line break at the end, which has no escape in Lucene, so any one character that is no printable ASCII may end the text."
        );
      }
    } else if (node.anchor === "word-boundary") {
      const side = wordness(nodes[at - 2]?.node);
      if (side === null) refuseBoundary(node);
      if (text2 !== "") text2 = side ? "([^0-9A-Za-z_].*)?" : "[0-9A-Za-z_].*";
      else if (!side) refuseBoundary(node);
    } else break;
  }
  return { text: text2, rest: nodes.slice(0, at) };
}
function trimOpen(nodes, openStart, openEnd) {
  const optional = (f) => f?.node.kind === "repeat" && f.node.min === 0;
  let from = 0;
  let to = nodes.length;
  while (openStart && from < to && optional(nodes[from])) from++;
  while (openEnd && to > from && optional(nodes[to - 1])) to--;
  return nodes.slice(from, to);
}
function dropCertain(nodes) {
  return nodes.filter(({ node }, index) => {
    if (node.kind !== "anchor" || node.anchor !== "word-boundary") return true;
    const [before, after] = [nodes[index - 1]?.node, nodes[index + 1]?.node].map(wordness);
    return before === null || after === null || before === after;
  });
}
var WORD = [
  [48, 57],
  [65, 90],
  [95, 95],
  [97, 122]
];
function wordness(node) {
  if (!node) return null;
  if (node.kind === "literal") return contains(WORD, node.codePoint);
  if (node.kind === "repeat") return node.min > 0 ? wordness(node.body) : null;
  if (node.kind === "group") return wordness(node.body);
  if (node.kind === "alternation") {
    const sides = new Set(node.options.map((o) => wordness(firstAndLast(o))));
    return sides.size === 1 ? [...sides][0] : null;
  }
  if (node.kind !== "class") return null;
  const members = membersOf(node);
  if (!members) return null;
  const inWord = (c) => contains(WORD, c);
  if (members.every(([from, to]) => to < 128 && range2(from, to).every(inWord))) return true;
  return members.every(([from, to]) => !range2(from, Math.min(to, 127)).some(inWord)) ? false : null;
}
function firstAndLast(node) {
  if (node.kind !== "sequence") return node;
  const first = node.items[0];
  const last = node.items[node.items.length - 1];
  return first && last && wordness(first) === wordness(last) ? first : void 0;
}
function range2(from, to) {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i);
}
function refuseLines(node) {
  throw new Untranslatable(
    "Lucene cannot look for the ends of lines. Leave the m flag out, or the anchors.",
    node
  );
}
function refuseBoundary(node) {
  throw new Untranslatable(
    "Lucene has no word boundaries, and this one cannot be rewritten. Write the characters around it.",
    node
  );
}

// backends/lucene/regex.ts
var MAX_COUNT = 16;
var CONTROL2 = [
  [0, 31],
  [127, 159]
];
var hasControl = (text2) => /[\u0000-\u001f\u007f-\u009f]/.test(text2);
var BEYOND_ASCII = [[128, 1114111]];
var UPPER = [[65, 90]];
function toLuceneRegex(regex, { fold }) {
  return translate((approximate) => {
    const widen = (message) => approximate({ direction: "wider", message });
    const writer = new Writer(fold, widen);
    const branches = branchesOf(regex.ast, regex.flags, widen).map(({ open: open2, nodes, close }) => {
      const body = nodes.map(({ node, flags }) => writer.print(node, flags, true)).join("");
      return `${open2}${body}${close}`;
    });
    return branches.join("|");
  });
}
function patternInClasses(pattern2) {
  let out = "";
  for (const part of pattern2) {
    if (typeof part !== "string") {
      out += part.kind === "any" ? ".*" : ".";
      continue;
    }
    if (hasControl(part)) return null;
    for (const c of part) out += ASCII_CLASSES[c.codePointAt(0)] ?? inEachCase(c.codePointAt(0));
  }
  return out;
}
function inEachCase(codePoint) {
  const others = otherCases(codePoint);
  const all = [codePoint, ...others].map((c) => escapeOperator(String.fromCodePoint(c)));
  return others.length === 0 ? all[0] : `[${all.join("")}]`;
}
var ASCII_CLASSES = Array.from({ length: 128 }, (_, c) => inEachCase(c));
var Writer = class {
  constructor(fold, widen) {
    this.fold = fold;
    this.widen = widen;
  }
  fold;
  widen;
  /** @param inSequence alternatives need parentheses. */
  print(node, flags, inSequence) {
    switch (node.kind) {
      case "alternation": {
        const text2 = node.options.map((o) => this.print(o, flags, false)).join("|");
        return inSequence ? `(${text2})` : text2;
      }
      case "sequence":
        return node.items.length === 0 ? "()" : node.items.map((i) => this.print(i, flags, true)).join("");
      case "literal":
        return this.literal(node.codePoint, flags);
      case "dot":
        return this.members(flags.dotAll ? EVERYTHING : complement([[10, 10]]), flags);
      case "class": {
        const members = membersOf(node);
        if (members) return this.members(members, flags);
        throw new Untranslatable("Lucene has no Unicode properties. List the characters.", node);
      }
      case "repeat": {
        if (node.mode === "possessive") this.widen("a possessive repetition gives back here.");
        const inner = this.print(node.body, flags, true);
        const whole2 = ["literal", "dot", "class", "group"].includes(node.body.kind);
        return `${whole2 && !/^\(\)$/.test(inner) ? inner : `(${inner})`}${this.count(node)}`;
      }
      case "group": {
        if (node.atomic) this.widen("an atomic group gives back here.");
        const inner = this.print(node.body, { ...flags, ...node.flags }, false);
        return `(${inner})`;
      }
      case "anchor":
        throw new Untranslatable(
          "Lucene has no anchors, and one in the middle of a pattern cannot be rewritten. Put it at an end of the pattern.",
          node
        );
      case "look":
        throw new Untranslatable(
          "Lucene has no look-around. Say what it excludes in a search identifier of its own, under `not`.",
          node
        );
      case "backreference":
        throw new Untranslatable(
          "Lucene has no back-references. Write the alternatives out.",
          node
        );
    }
  }
  /** Every count of a repetition is a state of the automaton, and Elasticsearch takes 10,000. */
  count(node) {
    const { min, max } = node;
    if ((max ?? min) <= MAX_COUNT) return countOf(node);
    this.widen(
      `Lucene would need too many states to count up to ${max ?? min}, so the repetition is left open.`
    );
    return countOf({ ...node, min: Math.min(min, MAX_COUNT), max: null });
  }
  literal(codePoint, flags) {
    if (contains(CONTROL2, codePoint)) return this.members([[codePoint, codePoint]], flags);
    if (this.fold === "lowercase") {
      const c = String.fromCodePoint(codePoint);
      const lower = c.toLowerCase();
      if (otherCases(codePoint).length > 0 && !flags.ignoreCase) this.widen(LOWERED);
      return escapeOperator([...lower].length === 1 ? lower : c);
    }
    if (flags.ignoreCase) return inEachCase(codePoint);
    return escapeOperator(String.fromCodePoint(codePoint));
  }
  members(set, flags) {
    let wanted = flags.ignoreCase ? withOtherCases(set) : set;
    if (this.fold === "lowercase") {
      const lowered = lowerCased(withOtherCases(wanted));
      if (!flags.ignoreCase && withOtherCases(wanted).length !== wanted.length) this.widen(LOWERED);
      wanted = union(lowered, wanted.length === 1 && wanted[0][0] === 0 ? wanted : []);
    }
    return this.writable(wanted);
  }
  /** A control character cannot be written, so the class takes in all of them, or none. */
  writable(set) {
    let wanted = set;
    const controls = intersect(set, CONTROL2);
    if (controls.length > 0 && JSON.stringify(controls) !== JSON.stringify(CONTROL2)) {
      wanted = union(set, CONTROL2);
      const beyond = intersect(set, BEYOND_ASCII);
      if (JSON.stringify(beyond) !== JSON.stringify(BEYOND_ASCII)) {
        wanted = union(wanted, BEYOND_ASCII);
      }
      this.widen(
        "tabs, line breaks and the like have no escape in Lucene, so the class is written with room for more."
      );
    }
    const outside = this.fold === "lowercase" ? withoutUpper(complement(wanted)) : complement(wanted);
    if (outside.length === 0) return ".";
    const open2 = wanted[wanted.length - 1];
    if (!open2) return "[^ -~]&[ -~]";
    if (open2[1] === 1114111 || intersect(wanted, CONTROL2).length > 0)
      return `[^${ranges(outside)}]`;
    const [only] = wanted;
    if (wanted.length === 1 && only && only[0] === only[1]) {
      return escapeOperator(String.fromCodePoint(only[0]));
    }
    return `[${ranges(wanted)}]`;
  }
};
var LOWERED = "the field is indexed lower-cased, so upper and lower case cannot be told apart.";
function lowerCased(set) {
  const moved = intersect(set, UPPER).map(([from, to]) => [from + 32, to + 32]);
  return union(intersect(set, complement(UPPER)), moved);
}
function withoutUpper(set) {
  const across = union(set, UPPER);
  const runsAcross = across.some(([from, to]) => from < 65 && to > 90);
  return runsAcross ? across : intersect(set, complement(UPPER));
}
function ranges(set) {
  return set.map(([from, to]) => {
    const [a, b] = [from, to].map((c) => escapeOperator(String.fromCodePoint(c)));
    return from === to ? a : to === from + 1 ? `${a}${b}` : `${a}-${b}`;
  }).join("");
}
function escapeOperator(c) {
  return /[!-/:-@[-^`{-~]/.test(c) ? `\\${c}` : c;
}

// backends/lucene/values.ts
var MAX_REGEX = 1e3;
var ValueWriter = class {
  constructor(report) {
    this.report = report;
  }
  report;
  /** A pattern for the whole text. Never for a lone `*`, which asks for the field itself. */
  pattern(given, cased, mode, polarity, span) {
    const letters = hasLetters(given);
    const pattern2 = mode === "lower" ? lowerCased2(given) : given;
    if (mode === "regex" && !cased && letters) {
      const plain2 = patternInClasses(pattern2);
      const query = plain2 === null ? this.regex(patternToRegex(pattern2, false), "classes", polarity, span) : this.between(plain2, span);
      return { query, caseless: false };
    }
    const lowered = mode === "normalized" || mode === "lower";
    if (lowered && cased && letters) this.loseCase(mode, polarity, span);
    const caseless = mode === "caseless" && !cased;
    const fold = caseless || lowered ? "lowercase" : "classes";
    const printable = this.printable(pattern2, polarity, span);
    const literal = literalText(printable);
    if (literal !== null) return { query: phrase(literal), caseless };
    const term = wildcardTerm(printable);
    if (term !== null) return { query: term, caseless };
    const regex = patternToRegex(
      printable,
      fold === "lowercase" || cased ? !fold.startsWith("l") : false
    );
    return { query: this.regex(regex, fold, polarity, span), caseless };
  }
  /** A regular expression searched for in the text. */
  search(regex, mode, polarity, span) {
    const caseless = mode === "caseless" && regex.flags.ignoreCase;
    const lowered = mode === "normalized" || mode === "lower" || caseless;
    return {
      query: this.regex(regex, lowered ? "lowercase" : "classes", polarity, span),
      caseless
    };
  }
  number({ source, decimal }, mode, polarity, span) {
    const plain2 = /^\d+$/.test(decimal) ? decimal : phrase(decimal);
    if (source === decimal) return [plain2];
    return [plain2, this.pattern([source], false, mode, polarity, span).query];
  }
  regex(regex, fold, polarity, span) {
    const translated = toLuceneRegex(regex, { fold });
    if (!translated.ok) {
      this.report.refuse("regex-unsupported", translated.message, span);
      return "/()/";
    }
    for (const { direction, message } of translated.approximations) {
      this.report.approximate(direction, polarity, "lucene-regex", message, span);
    }
    return this.between(translated.pattern, span);
  }
  /** A regular expression in Lucene's own words, between slashes. */
  between(pattern2, span) {
    if (pattern2.length > MAX_REGEX) {
      const message = `This makes a regular expression of ${pattern2.length} characters; Elasticsearch takes ${MAX_REGEX} unless index.max_regex_length says more. Raise it, or shorten the value.`;
      this.report.note("lucene-long-regex", message, span);
    }
    return `/${pattern2.replace(/\\\\$/, "[\\\\]")}/`;
  }
  /** Control characters have no escape: each becomes `?`. */
  printable(pattern2, polarity, span) {
    if (pattern2.every((p) => typeof p !== "string" || isWritable(p))) return pattern2;
    const message = "tabs, line breaks and other control characters have no escape in a query; each is written as ?, which is any character.";
    this.report.approximate("wider", polarity, "lucene-control-character", message, span);
    const parts = [];
    for (const part of pattern2) {
      if (typeof part !== "string") parts.push(part);
      else {
        for (const c of part) parts.push(isWritable(c) ? c : { kind: "one" });
      }
    }
    const joined = [];
    for (const part of parts) {
      const last = joined[joined.length - 1];
      if (typeof part === "string" && typeof last === "string")
        joined[joined.length - 1] = last + part;
      else joined.push(part);
    }
    return joined;
  }
  loseCase(mode, polarity, span) {
    const message = mode === "lower" ? "the field holds small letters only, whatever the event has, so `cased` cannot be held to." : "the field is taken to be indexed lower-cased, so `cased` cannot be held to. With -O lucene.case=caseless or regex it can.";
    this.report.approximate("wider", polarity, "lucene-cased", message, span);
  }
};
function hasLetters(pattern2) {
  for (const part of pattern2) {
    if (typeof part !== "string") continue;
    for (const c of part) if (otherCases(c.codePointAt(0)).length > 0) return true;
  }
  return false;
}
function lowerCased2(pattern2) {
  return pattern2.map((part) => {
    if (typeof part !== "string") return part;
    if (!BEYOND_ASCII2.test(part)) return part.toLowerCase();
    return [...part].map((c) => [...c.toLowerCase()].length === 1 ? c.toLowerCase() : c).join("");
  });
}
var BEYOND_ASCII2 = /[^\0-\x7f]/;
function isPresence(predicate) {
  return predicate.kind === "string" && shapeOf(predicate.pattern).shape === "any";
}

// backends/lucene/words.ts
var KINDS = {
  standard: {
    word: /[0-9A-Za-z_]+/g,
    endsBefore: /^[.:,;']*[^0-9A-Za-z_.:,;'\u0080-\uffff]/,
    endsAfter: /[^0-9A-Za-z_.:,;'\u0080-\uffff][.:,;']*$/,
    plain: /^[^\u0080-\uffff]*$/
  },
  dashed: { word: /[-0-9A-Za-z_]+/g, endsBefore: /^./s, endsAfter: /.$/s, plain: /^/ }
};
var MAX_WORD = 255;
function wordQueries(parts, words) {
  const queries = [];
  let phrase2 = [];
  const endPhrase = () => {
    if (phrase2.length > 1) queries.push(`"${phrase2.join(" ")}"`);
    else queries.push(...phrase2.map(escaped));
    phrase2 = [];
  };
  for (const { text: text2, openStart, openEnd, adjoins } of wordsOf(parts, KINDS[words])) {
    const kept = text2.slice(0, MAX_WORD).toLowerCase();
    const open2 = openEnd || kept.length < text2.length;
    if (!adjoins || openStart || open2) endPhrase();
    if (openStart || open2) {
      queries.push(`${openStart ? "*" : ""}${escaped(kept)}${open2 ? "*" : ""}`);
    } else phrase2.push(kept);
  }
  endPhrase();
  return { queries: [...new Set(queries)], exact: isOneWord(parts, words) };
}
function wordsOf(parts, { word, ...kind }) {
  return parts.flatMap((part, index) => {
    if (typeof part !== "string") return [];
    const found = [...part.matchAll(word)];
    const ends = found.map((m) => m.index + m[0].length);
    return found.map((m, i) => {
      const before = part.slice(ends[i - 1] ?? 0, m.index);
      const after = part.slice(ends[i], found[i + 1]?.index ?? part.length);
      const begins = index === 0 && i === 0;
      const finishes = index === parts.length - 1 && i === found.length - 1;
      return {
        text: m[0],
        // Where the text begins or ends, there is nothing that a word could go on with.
        openStart: !kind.endsAfter.test(begins ? ` ${before}` : before),
        openEnd: !kind.endsBefore.test(finishes ? `${after} ` : after),
        adjoins: i > 0 && kind.plain.test(before)
      };
    });
  });
}
function isOneWord(parts, words) {
  const shape = shapeOf(parts);
  if (shape.shape !== "contains" || shape.text.length > MAX_WORD) return false;
  return (words === "dashed" ? /^[-0-9A-Za-z_]+$/ : /^[0-9A-Za-z_]+$/).test(shape.text);
}
function escaped(word) {
  return word.replace(/-/g, "\\-");
}
function certainTexts(regex) {
  const parts = [ANY];
  const visit = (node) => {
    switch (node.kind) {
      case "sequence":
        node.items.forEach(visit);
        break;
      case "literal":
        parts.push(String.fromCodePoint(node.codePoint));
        break;
      case "group":
        visit(node.body);
        break;
      case "repeat":
        parts.push(ANY);
        if (node.min > 0) {
          visit(node.body);
          parts.push(ANY);
        }
        break;
      case "anchor":
        break;
      default:
        parts.push(ANY);
    }
  };
  visit(regex.ast);
  return pattern([...parts, ANY]);
}

// backends/lucene/registry.ts
function registryPiece(p, polarity, report, write) {
  const { span } = p;
  if (p.kind !== "string" && p.kind !== "regex") return write(p);
  if (p.kind === "string" && isPresence(p)) return write(p);
  const types = fieldName(p.field.text.replace(/strings$/, "type")) ?? "field";
  const ofType = (names2) => ofField(types, names2.map(phrase), span);
  const parts = p.kind === "string" ? p.pattern : certainTexts(p.regex);
  const cased = p.kind === "string" && p.cased;
  const numbers = p.kind === "string" ? numbersIn(parts, cased) : [];
  const pieces = numbers.map(
    ({ kind, decimal }) => allOf([
      ofType([kind]),
      write({ kind: "string", field: p.field, pattern: [decimal], cased: false, span })
    ])
  );
  if (pieces.length > 0 && literalText(parts) !== null) return pieces[0];
  const dwords = p.kind === "string" && isEveryDword(parts, cased);
  if (dwords) pieces.push(ofType(["SZ_DWORD"]));
  const told = dwords ? ["SZ_DWORD"] : numbers.map((n) => n.kind);
  if (TEMPLATES.some(({ kind, text: text2 }) => !told.includes(kind) && couldBe(parts, text2))) {
    const message = "numbers of the registry are kept in decimal, where this part of their text is not found.";
    report.approximate("narrower", polarity, "lucene-registry-number", message, span);
  }
  const { doc: isNumber } = anyOf([ofType(TEMPLATES.map((t) => t.kind))]);
  const mixed = p.kind === "string" && couldBeDecimal(parts);
  pieces.push(mixed ? allOf([write(p), whole(concat("NOT ", isNumber), AND)]) : write(p));
  return pieces.length === 1 ? pieces[0] : oneOf(pieces);
}
var TEMPLATES = [
  { kind: "SZ_DWORD", text: "dword (0xhhhhhhhh)" },
  { kind: "SZ_QWORD", text: "qword (0xhhhhhhhh-0xhhhhhhhh)" }
];
function numbersIn(parts, cased) {
  const texts = parts.filter((part) => typeof part === "string");
  const [digits, more] = texts.flatMap((text2) => text2.match(/[0-9a-f]{8}/gi) ?? []);
  if (digits === void 0) return [];
  const high = BigInt(`0x${digits}`);
  if (fits(parts, `DWORD (0x${digits})`, cased))
    return [{ kind: "SZ_DWORD", decimal: String(high) }];
  if (more === void 0 || !fits(parts, `QWORD (0x${digits}-0x${more})`, cased)) return [];
  return [{ kind: "SZ_QWORD", decimal: String((high << 8n) + BigInt(`0x${more}`)) }];
}
function isEveryDword(parts, cased) {
  const shape = shapeOf(parts);
  if (shape.shape !== "startswith") return false;
  const begins = (text2) => text2.startsWith(cased ? shape.text : shape.text.toLowerCase());
  return begins(cased ? "DWORD (0x" : "dword (0x");
}
function couldBe(parts, template) {
  return parts.every((part, i) => {
    if (typeof part !== "string") return true;
    const latest = template.length - part.length;
    const from = i === parts.length - 1 ? latest : 0;
    const to = i === 0 ? 0 : latest;
    for (let at = Math.max(0, from); at <= to; at++) {
      if (stands(part.toLowerCase(), template.slice(at))) return true;
    }
    return false;
  });
}
function stands(text2, template) {
  return [...text2].every((c, i) => template[i] === "h" ? /[0-9a-f]/.test(c) : template[i] === c);
}
function couldBeDecimal(parts) {
  return parts.every((part) => typeof part !== "string" || /^\d+$/.test(part));
}

// backends/lucene/readings.ts
var READINGS = [
  "like",
  "either",
  "registry-data",
  "domain-user",
  "among",
  "within"
];
function readingPiece(p, { as, of, key }, polarity, report, { write, absent }) {
  const { span } = p;
  const field = (text2) => ({ text: text2, span: p.field.span, mapped: true });
  if (!READINGS.some((r) => r === as)) {
    const message2 = `The pipeline reads this field as \`${as}\`, which does not exist. There are: ${READINGS.join(", ")}.`;
    report.refuse("lucene-unreadable-field", message2, p.field.span);
    return never(span);
  }
  if (as === "like") return write({ ...p, field: field(of) });
  if (as === "either") {
    const [first, second] = [of, key].map((name) => ({ ...p, field: field(name) }));
    const none = absent(first);
    if (p.kind === "null" || none)
      return allOf([none ?? write(first), absent(second) ?? write(second)]);
    return oneOf([write(first), write(second)]);
  }
  if (as === "registry-data") {
    const asked2 = { ...p, field: field(of) };
    return absent(asked2) ?? registryPiece(asked2, polarity, report, write);
  }
  if (as === "domain-user") {
    const ofUser = { ...p, field: field(key) };
    if (p.kind === "null" || p.kind === "exists") return write(ofUser);
    if (p.kind !== "string") return null;
    if (isPresence(p)) return write(ofUser);
    const missing2 = absent(ofUser);
    if (missing2) return missing2;
    const ways = split(p.pattern).map(([domain, user]) => {
      const asked2 = [
        { ...p, field: field(of), pattern: domain },
        { ...p, field: field(key), pattern: user }
      ].filter((q) => !isPresence(q));
      return allOf((asked2.length > 0 ? asked2 : [ofUser]).map(write));
    });
    if (ways.length > 0) return oneOf(ways);
    const message2 = `No event has this: \`${p.field.text}\` is always a domain, a backslash and a name.`;
    report.note("lucene-never", message2, span);
    return never(span);
  }
  if (p.kind === "null" || p.kind === "time-part" || p.kind === "field-ref") return null;
  const message = as === "within" ? `\`${p.field.text}\` is looked for anywhere in the text of \`${of}\`.` : `\`${p.field.text}\` is looked for among all the values of \`${of}\`.`;
  report.approximate("wider", polarity, `lucene-${as}`, message, span);
  const asked = { ...p, field: field(of) };
  if (as === "among" || p.kind === "exists" || p.kind === "regex") return write(asked);
  const parts = textOf(p);
  if (!parts) return null;
  return write({
    kind: "string",
    field: field(of),
    pattern: pattern([ANY, ...parts, ANY]),
    cased: p.kind === "string" && p.cased,
    span
  });
}
function textOf(p) {
  switch (p.kind) {
    case "string":
      return p.pattern;
    case "number":
      return [p.number.source];
    case "boolean":
      return [String(p.value)];
    default:
      return null;
  }
}
function split(parts) {
  const literal = parts.filter((p) => typeof p === "string").join("");
  const backslashes = literal.split("\\").length - 1;
  if (backslashes > 1) return [];
  return parts.flatMap((part, i) => {
    const [before, after] = [parts.slice(0, i), parts.slice(i + 1)];
    if (typeof part === "string") {
      const at = part.indexOf("\\");
      if (at < 0) return [];
      const sides = [part.slice(0, at), part.slice(at + 1)];
      return [[pattern([...before, sides[0]]), pattern([sides[1], ...after])]];
    }
    if (backslashes === 1) return [];
    return part.kind === "any" ? [[pattern([...before, ANY]), pattern([ANY, ...after])]] : [[pattern(before), pattern(after)]];
  });
}

// backends/lucene/strings.ts
var StringWriter = class {
  /** @param typed a pipeline knows how fields are indexed */
  constructor(option, typed, report) {
    this.option = option;
    this.typed = typed;
    this.report = report;
    this.values = new ValueWriter(report);
  }
  option;
  typed;
  report;
  reliesOnLowerCase = false;
  values;
  /** Of a field that holds each text as a whole, or of one of which nothing is known. */
  write(p, field, column, polarity) {
    const { span } = p;
    const mode = this.mode(column);
    const inCase = ({ query, caseless }) => ofField(caseless ? `${field}.caseless` : field, [query], span);
    switch (p.kind) {
      case "string":
        this.rely(column, hasLetters(p.pattern));
        return inCase(this.values.pattern(p.pattern, p.cased, mode, polarity, span));
      case "regex":
        this.rely(column, true);
        return inCase(this.values.search(p.regex, mode, polarity, span));
      case "number":
        return ofField(field, this.values.number(p.number, mode, polarity, span), span);
      default:
        throw new TypeError(`no text is asked of by ${p.kind}`);
    }
  }
  /**
   * The fields of an object that is indexed as one: whole values and their beginnings, as they are.
   * https://www.elastic.co/docs/reference/elasticsearch/mapping-reference/flattened
   */
  flattened(p, field, polarity) {
    const { span } = p;
    switch (p.kind) {
      case "number":
        return ofField(field, this.values.number(p.number, "normalized", polarity, span), span);
      case "boolean":
        return ofField(field, [String(p.value)], span);
      case "string": {
        const literal = literalText(p.pattern);
        const begins = shapeOf(p.pattern).shape === "startswith";
        const query = literal === null ? begins ? wildcardTerm(p.pattern) : null : phrase(literal);
        if (query === null) return null;
        if (!p.cased && hasLetters(p.pattern)) {
          const message = `\`${p.field.text}\` is of type flattened, where a text is found only in the case in which it stands.`;
          this.report.approximate("narrower", polarity, "lucene-flattened-case", message, span);
        }
        return ofField(field, [query], span);
      }
      default:
        return null;
    }
  }
  /** Of a text that is kept as its words; null if it has none that could be asked for. */
  words(p, field, column, polarity) {
    const { span } = p;
    const parts = p.kind === "string" ? p.pattern : p.kind === "regex" ? certainTexts(p.regex) : p.kind === "number" ? [p.number.source] : p.kind === "boolean" ? [String(p.value)] : null;
    const { queries, exact } = parts ? wordQueries(parts, column.words) : NO_WORDS;
    if (queries.length === 0) return null;
    if (!exact || p.kind === "string" && p.cased && hasLetters(p.pattern) || p.kind === "regex") {
      const message = `\`${p.field.text}\` is kept as words in small letters: these are looked for, and not what stands between them.`;
      this.report.approximate("wider", polarity, "lucene-words", message, span);
    }
    return allOf(queries.map((q) => ofField(field, [q], span)));
  }
  /** A network in a field of texts; null if it cannot be asked. */
  network({ network, field: { text: text2 }, span }, field, polarity) {
    const regex = networkRegex(network);
    if (!regex) return null;
    if (regex.wider) {
      const message = `\`${text2}\` is a text, so only the first group of the network is looked for.`;
      this.report.approximate("wider", polarity, "lucene-network-text", message, span);
    }
    return ofField(field, [this.values.between(regex.source, span)], span);
  }
  /** A keyword in any field. */
  anywhere(search, polarity, span) {
    const isText = search.kind === "regex" || hasLetters(search.pattern);
    if (!this.typed) this.rely(void 0, isText);
    const own = this.typed || this.option === "caseless" ? "regex" : this.mode(void 0);
    const mode = this.option === "normalized" ? "normalized" : own;
    const { query } = search.kind === "regex" ? this.values.search(search.regex, mode, polarity, span) : this.values.pattern(
      pattern([ANY, ...search.pattern, ANY]),
      search.cased,
      mode,
      polarity,
      span
    );
    return { kind: "whole", emitted: { doc: { kind: "text", text: query, span }, binding: 100 } };
  }
  mode(column) {
    if (this.option !== "auto") return this.option;
    if (!column) return "normalized";
    return column.lower ? "lower" : column.caseless ? "caseless" : "regex";
  }
  rely(column, hasCase) {
    if (this.option === "auto" && !column && hasCase) this.reliesOnLowerCase = true;
  }
};
var NO_WORDS = { queries: [], exact: false };

// backends/lucene/predicates.ts
var PredicateWriter = class {
  constructor(asked, report) {
    this.asked = asked;
    this.report = report;
    const readings = [...asked.columns.readings.values()];
    this.patterns = /* @__PURE__ */ new Set([
      ...readings.flatMap(({ as, of }) => as === "like" ? [of] : []),
      ...asked.keywords.chosen ? [] : asked.keywords.names
    ]);
    this.strings = new StringWriter(asked.case, asked.columns.columns.size > 0, report);
  }
  asked;
  report;
  strings;
  /** Names that stand for those of several fields. */
  patterns;
  /** Whether the query holds only for fields that are indexed lower-cased. */
  get reliesOnLowerCase() {
    return this.strings.reliesOnLowerCase;
  }
  write(node, polarity) {
    if (node.kind === "keyword") return anyOf(this.keyword(node, polarity));
    const options = node.kind === "one-of" ? node.options : [node];
    return anyOf(options.map((o) => this.piece(o, polarity)));
  }
  name(name, span) {
    const written = fieldName(name, this.patterns.has(name));
    if (written !== null) return written;
    this.report.refuse(
      "lucene-field-name",
      "query_string has no way to write this field name: < and > and control characters cannot be escaped, * stands for any text, and _exists_ has a meaning of its own. Rename the field.",
      span
    );
    return "field";
  }
  column(name, span) {
    const wrong = this.asked.columns.wrong.get(name);
    if (wrong !== void 0) {
      const message = `The pipeline's \`types\` say of ${name} what is not known: ${wrong}.`;
      this.report.refuse("lucene-unknown-type", message, span);
    }
    return this.asked.columns.columns.get(name);
  }
  piece(p, polarity) {
    const { span } = p;
    const reading = this.asked.columns.readings.get(p.field.text);
    if (reading) {
      const writer = {
        write: (q) => this.piece(q, polarity),
        absent: (q) => this.absent(q, polarity)
      };
      const piece = readingPiece(p, reading, polarity, this.report, writer);
      const what = "this of a field that it reads out of another";
      return piece ?? this.unsayable(p, what, polarity);
    }
    const field = this.name(p.field.text, p.field.span);
    const column = this.column(p.field.text, p.field.span);
    const absent = this.absent(p, polarity);
    if (absent) return absent;
    switch (p.kind) {
      case "null":
        return missing(field, span);
      case "exists":
        this.report.approximate(
          "narrower",
          polarity,
          "lucene-null-not-indexed",
          "Elasticsearch does not index null, so a field that is present and null counts as missing.",
          span
        );
        return exists(field, span);
      case "time-part":
        return this.unsayable(p, `\`${p.part}\` of a date`, polarity);
      case "field-ref":
        return this.unsayable(p, "a comparison of two fields", polarity);
      case "string":
        if (isPresence(p)) return exists(field, span);
    }
    if (!column) return this.untyped(p, field, polarity);
    return this.orAbsent(p, field, column, polarity, this.ofColumn(p, field, column, polarity));
  }
  ofColumn(p, field, column, polarity) {
    switch (column.type) {
      case "keyword":
      case "wildcard":
      case "constant_keyword":
        return this.ofTexts(p, field, column, polarity);
      case "flattened":
        return this.strings.flattened(p, field, polarity) ?? this.open(p, column, polarity);
      case "text":
      case "match_only_text":
        return this.strings.words(p, field, column, polarity) ?? this.open(p, column, polarity);
      case "ip":
        return this.typed(p, field, column, addressQueries(p), "an address");
      case "boolean":
        return this.typed(p, field, column, booleanQueries(p), "true or false");
      case "date":
        return this.typed(p, field, column, null, "a date");
      default:
        return this.typed(p, field, column, numberQueries(p, column.type), "a number");
    }
  }
  /** Of a field of which nothing is known. */
  untyped(p, field, polarity) {
    const { span } = p;
    const { report } = this;
    switch (p.kind) {
      case "boolean":
        if (this.asked.case !== "normalized" && this.asked.case !== "auto") {
          report.note(
            "lucene-boolean-field",
            `\`${p.field.text}\` must be mapped as a boolean; a keyword field is found only where it holds \`${p.value}\` in small letters.`,
            span
          );
        }
        return ofField(field, [String(p.value)], span);
      case "cidr":
        report.note(
          "lucene-ip-field",
          `\`${p.field.text}\` must be mapped as an ip field; a keyword field does not know networks.`,
          span
        );
        return ofField(field, [`"${p.network.text}"`], span);
      case "compare":
        report.note(
          "lucene-number-field",
          `\`${p.field.text}\` must be mapped as a number; a keyword field compares as text.`,
          span
        );
        return ofField(field, [range(p.operator, p.number.decimal)], span);
      default:
        return this.strings.write(p, field, void 0, polarity);
    }
  }
  ofTexts(p, field, column, polarity) {
    const { span } = p;
    switch (p.kind) {
      case "cidr":
        return this.strings.network(p, field, polarity) ?? this.open(p, column, polarity);
      case "compare": {
        const message = `\`${p.field.text}\` is indexed as ${column.type}, which compares as text: 9 is more than 10 there. Compare a field that is indexed as a number.`;
        this.report.refuse("lucene-compare-texts", message, span);
        return never(span);
      }
      case "boolean": {
        const { field: name, value } = p;
        const asText = {
          kind: "string",
          field: name,
          pattern: [String(value)],
          cased: false,
          span
        };
        return this.strings.write(asText, field, column, polarity);
      }
      default:
        return this.strings.write(p, field, column, polarity);
    }
  }
  /** @param queries empty: no event can have it; null: it cannot be asked */
  typed(p, field, column, queries, what) {
    const { span } = p;
    const name = p.field.text;
    if (queries === null) {
      const message2 = `\`${name}\` is indexed as ${column.type}, so it cannot be searched as a text. Ask for whole values, or map the field to one of type keyword.`;
      this.report.refuse("lucene-no-text", message2, span);
      return never(span);
    }
    if (queries.length > 0) return ofField(field, queries, span);
    if (fitsAbsent(p, column)) return never(span);
    const message = `No event has this: \`${name}\` is indexed as ${column.type}, and this is not ${what} as it is written there.`;
    this.report.note("lucene-never", message, span);
    return never(span);
  }
  /**
   * What is not kept cannot be told from what is missing. Null where the field keeps all that is
   * asked for, or some of it beside what it does not keep.
   */
  absent(p, polarity) {
    const { text: name, span } = p.field;
    const texts = this.asked.columns.columns.get(name)?.absent ?? [];
    if (texts.length === 0) return null;
    const say = (direction) => {
      const listed = texts.map((t) => JSON.stringify(t)).join(" or ");
      const message = `what is ${listed} is not kept in \`${name}\`: the field is missing then.`;
      this.report.approximate(direction, polarity, "lucene-absent", message, p.span);
    };
    if (p.kind === "exists" || p.kind === "string" && isPresence(p)) {
      say("narrower");
      return null;
    }
    const isAbsent = p.kind === "string" && texts.includes(literalText(p.pattern)?.toLowerCase() ?? "*");
    if (!isAbsent && p.kind !== "null") return null;
    say("wider");
    return missing(this.name(name, span), p.span);
  }
  orAbsent(p, field, column, polarity, piece) {
    if (!fitsAbsent(p, column)) return piece;
    const message = `texts that are not kept in \`${p.field.text}\` fit too, so the field may be missing.`;
    this.report.approximate("wider", polarity, "lucene-absent", message, p.span);
    return oneOf([piece, missing(field, p.span)]);
  }
  open(p, column, polarity) {
    return this.unsayable(p, `this of a field of type ${column.type}`, polarity);
  }
  /** What query_string cannot ask is asked more loosely, so that nothing is missed. */
  unsayable(p, what, polarity) {
    const message = `query_string cannot say ${what}, so it is left open here.`;
    const direction = polarity === "positive" ? "wider" : "narrower";
    this.report.approximate(direction, polarity, "lucene-unsayable", message, p.span);
    if (polarity === "negative") return whole(text("(NOT *:*)", p.span));
    const asked = p.kind === "field-ref" ? [p.field, p.other] : p.kind === "null" ? [] : [p.field];
    const names2 = asked.flatMap(({ text: name }) => this.homes(name));
    const present = names2.map((n) => `_exists_:${this.name(n, p.field.span)}`);
    if (present.length === 0) return whole(text("*:*", p.span));
    const all = present.length === 1 ? present[0] : `(${present.join(" AND ")})`;
    return whole(text(all, p.span));
  }
  /** The fields without which an event has no value of this name; those that keep all texts. */
  homes(name) {
    const { columns, readings } = this.asked.columns;
    const reading = readings.get(name);
    if (reading?.as === "either") return [];
    const home = reading?.as === "domain-user" ? reading.key : reading?.of ?? name;
    return (columns.get(home)?.absent.length ?? 0) > 0 ? [] : [home];
  }
  keyword({ search, span }, polarity) {
    const { names: names2, chosen } = this.asked.keywords;
    if (chosen && names2.length > 0) {
      const message = `keywords are looked for in ${names2.join(", ")}, and in no other field.`;
      this.report.approximate("narrower", polarity, "lucene-keyword-field", message, span);
    }
    if (names2.length === 0) return [this.strings.anywhere(search, polarity, span)];
    return names2.map((name) => {
      const field = { text: name, span };
      const p = search.kind === "regex" ? { kind: "regex", field, regex: search.regex, span } : {
        kind: "string",
        field,
        pattern: pattern([ANY, ...search.pattern, ANY]),
        cased: search.cased,
        span
      };
      return this.piece(p, polarity);
    });
  }
};
function fitsAbsent(p, { absent }) {
  if (p.kind !== "string" || literalText(p.pattern) !== null || isPresence(p)) return false;
  return absent.some((text2) => fits(p.pattern, text2, p.cased));
}

// backends/lucene/index.ts
var syntax = {
  and: { word: "AND", binding: AND },
  or: { word: "OR", binding: 10 },
  not: prefixNot("NOT", AND),
  explicit: true
};
var lucene = {
  name: "lucene",
  title: "Elasticsearch Lucene (query_string)",
  options: [
    {
      name: "case",
      description: "How fields meet the case of values: as the pipeline knows of each, and normalized where it does not (auto); indexed lower-cased (normalized), with a .caseless subfield (caseless), or as they are (regex).",
      values: ["auto", "normalized", "caseless", "regex"]
    },
    {
      name: "keyword_field",
      description: "The field that holds the text of the event, for keywords; if not set, the one that the pipeline names, or all fields.",
      values: null,
      default: ""
    }
  ],
  formats,
  pipelines: async () => (await import("./shared/pipelines.generated-B44LGGMG.js")).default,
  defaultPipelines: ["ecs"],
  simplify: { oneOf: true, pushNegation: false },
  emit,
  union: (queries) => linked(
    "OR",
    queries.map((q) => enclose("(", q, ")"))
  )
};
function emit({ rule, expression, options, state }, report) {
  const caseOption = options["case"];
  const asked = {
    case: caseOption,
    columns: columnsOf(state?.get("columns")),
    keywords: keywordFields(options["keyword_field"] ?? "", state?.get("keyword_fields"))
  };
  const sayNormalized = () => {
    report.note(
      "lucene-normalized",
      "The query relies on fields that are indexed lower-cased (a lowercase normalizer). If yours are not, set -O lucene.case=caseless or regex.",
      rule.logsource.span
    );
  };
  if (caseOption === "normalized") sayNormalized();
  const predicates = new PredicateWriter(asked, report);
  const { doc } = emitBoolean(expression, syntax, (node, polarity) => {
    if (node.kind === "constant") return atom(node.value ? "*:*" : "(NOT *:*)");
    return predicates.write(node, polarity);
  });
  if (predicates.reliesOnLowerCase) sayNormalized();
  return doc;
}
function keywordFields(option, state) {
  if (option !== "") return { names: [option], chosen: false };
  const names2 = [state ?? []].flat().filter((name) => typeof name === "string");
  return { names: names2, chosen: true };
}
var plugin = { apiVersion: 1, backends: [lucene] };
var lucene_default = plugin;
export {
  lucene_default as default,
  lucene,
  plugin
};
