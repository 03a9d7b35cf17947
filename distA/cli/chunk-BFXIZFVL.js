import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  readInput
} from "./chunk-PG4WC7ZB.js";
import {
  formatAddress,
  parseAddress
} from "./chunk-PIXRQQOE.js";
import {
  codeFrame
} from "./chunk-OYLZ7TWT.js";
import {
  columnsOfAll
} from "./chunk-4DGM5UVP.js";
import {
  ANY,
  literalText,
  nearest,
  pattern,
  shapeOf
} from "./chunk-NSDVFCW7.js";
import {
  cover
} from "./chunk-W2LK6FW7.js";
import {
  UsageError
} from "./chunk-DRNPWZYJ.js";

// src/cli/backends.ts
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

// src/backend/contract.ts
function negate(polarity) {
  return polarity === "positive" ? "negative" : "positive";
}

// src/backend/doc.ts
var line = Object.freeze({ kind: "line", flat: " ", hard: !1 }), softline = Object.freeze({ kind: "line", flat: "", hard: !1 }), hardline = Object.freeze({ kind: "line", flat: " ", hard: !0 });
function widthOf(doc) {
  if (typeof doc == "string") return doc.length;
  switch (doc.kind) {
    case "text":
      return doc.text.length;
    case "line":
      return doc.hard ? 1 / 0 : doc.flat.length;
    default:
      return doc.width;
  }
}
function text(value, span) {
  return { kind: "text", text: value, span };
}
function concat(...parts) {
  let width = 0;
  for (let part of parts) width += widthOf(part);
  return { kind: "concat", parts, width };
}
function indent(...parts) {
  let body = parts.length === 1 ? parts[0] : concat(...parts);
  return { kind: "indent", body, width: widthOf(body) };
}
function group(...parts) {
  let body = parts.length === 1 ? parts[0] : concat(...parts);
  return { kind: "group", body, width: widthOf(body) };
}
function join(separator, docs) {
  let parts = [];
  for (let doc of docs)
    parts.length > 0 && parts.push(separator), parts.push(doc);
  return concat(...parts);
}
function enclose(open2, body, close) {
  return group(open2, indent(softline, body), softline, close);
}
function print(doc, options) {
  let segments = [], out = "", column = 0, stack = [
    { doc, indentation: 0, flat: options.compact }
  ];
  for (let top = stack.pop(); top; top = stack.pop()) {
    let { indentation, flat } = top, d = top.doc;
    if (typeof d == "string") {
      out += d, column += d.length;
      continue;
    }
    switch (d.kind) {
      case "text":
        segments.push({ start: out.length, end: out.length + d.text.length, span: d.span }), out += d.text, column += d.text.length;
        break;
      case "concat":
        for (let i = d.parts.length - 1; i >= 0; i--)
          stack.push({ doc: d.parts[i], indentation, flat });
        break;
      case "line":
        flat ? (out += d.flat, column += d.flat.length) : (out += `
` + " ".repeat(indentation), column = indentation);
        break;
      case "indent":
        stack.push({ doc: d.body, indentation: indentation + 2, flat });
        break;
      case "group":
        stack.push({
          doc: d.body,
          indentation,
          flat: flat || column + d.width <= options.width
        });
        break;
    }
  }
  return { text: out, segments };
}

// src/backend/boolean.ts
var ATOM = 100;
function atom(doc) {
  return { doc, binding: ATOM };
}
function emitBoolean(expression, syntax2, leaf3, polarity = "positive") {
  switch (expression.kind) {
    case "and":
    case "or": {
      let emitted = expression.operands.map((o) => emitBoolean(o, syntax2, leaf3, polarity));
      return linkWith(syntax2, expression.kind, emitted);
    }
    case "not":
      return syntax2.not(emitBoolean(expression.operand, syntax2, leaf3, negate(polarity)));
    default:
      return leaf3(expression, polarity);
  }
}
function linkWith(syntax2, kind, operands) {
  let [only] = operands;
  if (only && operands.length === 1) return only;
  let { longest } = syntax2;
  if (longest !== void 0 && operands.length > longest) {
    let groups = [];
    for (let i = 0; i < operands.length; i += longest) {
      let linked2 = linkWith(syntax2, kind, operands.slice(i, i + longest));
      groups.push(linked2.binding === ATOM ? linked2 : atom(parenthesise(linked2.doc)));
    }
    return linkWith(syntax2, kind, groups);
  }
  let operator = syntax2[kind], parts = [];
  for (let operand of operands) {
    parts.length > 0 && parts.push(line, `${operator.word} `);
    let tight = syntax2.explicit ? operand.binding === ATOM || operand.binding === operator.binding : operand.binding >= operator.binding;
    parts.push(tight ? operand.doc : parenthesise(operand.doc));
  }
  return { doc: group(...parts), binding: operator.binding };
}
function parenthesise(doc) {
  return enclose("(", doc, ")");
}
function prefixNot(word, binding) {
  return (operand) => ({
    doc: concat(`${word} `, operand.binding === ATOM ? operand.doc : parenthesise(operand.doc)),
    binding
  });
}

// src/source/hash.ts
function hashOf(text2) {
  let a = 3735928559, b = 1103547991;
  for (let i = 0; i < text2.length; i++) {
    let c = text2.charCodeAt(i);
    a = Math.imul(a ^ c, 2654435761), b = Math.imul(b ^ c, 1597334677);
  }
  return [mix(a, b), mix(b, a)].map((n) => (n >>> 0).toString(16).padStart(8, "0")).join("");
}
function mix(a, b) {
  let once = Math.imul(a ^ a >>> 16, 2246822507) ^ Math.imul(b ^ b >>> 13, 3266489909);
  return once ^ once >>> 16;
}

// src/predicate/simplify.ts
function simplify(expression, options) {
  let done = /* @__PURE__ */ new Map(), negated = /* @__PURE__ */ new Map();
  function visit(node) {
    if (node.kind !== "and" && node.kind !== "or" && node.kind !== "not") return node;
    let result = done.get(node);
    return result || (result = node.kind === "not" ? negate2(node.operand, node) : combine(node, node.operands, visit), done.set(node, result)), result;
  }
  function negate2(node, at) {
    if (node.kind === "not") return visit(node.operand);
    if (options.pushNegation && (node.kind === "and" || node.kind === "or")) {
      let result = negated.get(node);
      if (!result) {
        let opposite = { ...node, kind: node.kind === "and" ? "or" : "and" };
        result = combine(opposite, node.operands, (o) => negate2(o, o)), negated.set(node, result);
      }
      return result;
    }
    let operand = visit(node);
    return operand.kind === "constant" ? { ...operand, value: !operand.value } : operand.kind === "not" ? operand.operand : { kind: "not", operand, span: at.span };
  }
  function combine(node, operands, each) {
    let { kind, span } = node, absorbing = kind === "or", [only] = operands;
    if (only && operands.length === 1) return each(only);
    let flat = [], seen = /* @__PURE__ */ new Set(), add2 = (operand) => {
      let key = operandKey(operand);
      seen.has(key) || (seen.add(key), flat.push(operand));
    };
    for (let operand of operands) {
      let simple = each(operand);
      if (simple.kind === "constant") {
        if (simple.value === absorbing) return { ...simple, span };
      } else simple.kind === kind ? simple.operands.forEach(add2) : simple.kind === "one-of" && kind === "or" ? simple.options.forEach(add2) : add2(simple);
    }
    if (flat.length === 0) return { kind: "constant", value: !absorbing, span };
    let parts = kind === "or" && options.oneOf ? groupByField(flat) : flat;
    return parts.length === 1 ? parts[0] : { kind, operands: parts, span };
  }
  return visit(expression);
}
function groupByField(operands) {
  if (operands.length === 1) return operands;
  let groups = /* @__PURE__ */ new Map();
  for (let operand of operands) {
    if (!isFieldPredicate(operand)) continue;
    let known = groups.get(operand.field.text);
    known ? known.push(operand) : groups.set(operand.field.text, [operand]);
  }
  let out = [];
  for (let operand of operands) {
    if (!isFieldPredicate(operand)) {
      out.push(operand);
      continue;
    }
    let options = groups.get(operand.field.text);
    options.length === 1 ? out.push(operand) : options[0] === operand && out.push(oneOf(options));
  }
  return out;
}
function oneOf(options) {
  let first = options[0], span = options.reduce((s, o) => cover(s, o.span), first.span);
  return { kind: "one-of", field: first.field, options, span };
}
function isFieldPredicate(node) {
  switch (node.kind) {
    case "and":
    case "or":
    case "not":
    case "constant":
    case "one-of":
    case "keyword":
      return !1;
    default:
      return !0;
  }
}
function operandKey(node) {
  switch (node.kind) {
    case "and":
    case "or":
    case "constant":
    case "one-of":
      return node;
    case "not": {
      let key = operandKey(node.operand);
      return typeof key == "string" ? `not ${key}` : node;
    }
    default:
      return predicateKey(node);
  }
}
var SEPARATOR = "\0";
function predicateKey(node) {
  if (node.kind === "keyword") {
    let { search } = node;
    return search.kind === "regex" ? `keyword-regex${SEPARATOR}${regexKey(search.regex)}` : `keyword${SEPARATOR}${patternKey(search.pattern, search.cased)}`;
  }
  return `${node.kind}${SEPARATOR}${node.field.text}${SEPARATOR}${demandKey(node)}`;
}
function demandKey(node) {
  switch (node.kind) {
    case "string":
      return patternKey(node.pattern, node.cased);
    case "number":
      return node.number.source;
    case "boolean":
      return String(node.value);
    case "null":
    case "exists":
      return "";
    case "regex":
      return regexKey(node.regex);
    case "cidr":
      return node.network.text;
    case "compare":
      return `${node.operator} ${node.number.decimal}`;
    case "time-part":
      return `${node.part} ${node.operator} ${node.number.decimal}`;
    case "field-ref":
      return `${node.match} ${String(node.cased)} ${node.other.text}`;
  }
}
function patternKey(parts, cased) {
  let key = cased ? "cased" : "";
  for (let part of parts)
    key += SEPARATOR, typeof part == "string" ? key += `=${cased ? part : part.toLowerCase()}` : key += part.kind === "placeholder" ? `%${part.name}` : part.kind;
  return key;
}
function regexKey(regex2) {
  let { ignoreCase, multiLine, dotAll } = regex2.flags;
  return `${ignoreCase ? "i" : ""}${multiLine ? "m" : ""}${dotAll ? "s" : ""}/${regex2.source}`;
}

// src/predicate/meaning.ts
function meaning(node) {
  return JSON.stringify(node, (key, value) => {
    if (!(key === "span" || key === "ast" || key === "mapped"))
      return typeof value == "bigint" ? String(value) : value;
  });
}
function meaningInAnyOrder(expression) {
  let done = /* @__PURE__ */ new Map(), visit = (node) => {
    let key = done.get(node);
    return key === void 0 && done.set(node, key = hashOf(textOf3(node))), key;
  }, textOf3 = (node) => {
    switch (node.kind) {
      case "and":
      case "or":
        return `${node.kind} ${anyOrder(node.operands.map(visit))}`;
      case "one-of":
        return `or ${anyOrder(node.options.map(visit))}`;
      case "not":
        return `not ${visit(node.operand)}`;
      case "constant":
        return String(node.value);
      default:
        return predicateKey(node);
    }
  };
  return visit(expression);
}
function anyOrder(keys) {
  return [...new Set(keys)].sort().join(" ");
}
function anyOf(trees) {
  let [first, ...others] = trees;
  if (!first) throw new TypeError("any of nothing");
  if (others.length === 0) return first;
  let { span } = first, parts = trees.map((tree) => conjuncts(tree).map((part) => ({ part, key: meaning(part) }))), shared = parts[0].filter(({ key }) => parts.every((p) => p.some((o) => o.key === key))), keys = new Set(shared.map((s) => s.key)), rests = parts.map((p) => p.filter(({ key }) => !keys.has(key)).map(({ part }) => part)), common = shared.map((s) => s.part);
  if (rests.some((r) => r.length === 0)) return all(common, span);
  let operands = [...new Map(rests.map((r) => [meaning(r), all(r, span)])).values()], either = operands.length === 1 ? operands[0] : { kind: "or", operands, span };
  return all([either, ...common], span);
}
function conjuncts(tree) {
  return tree.kind === "and" ? tree.operands.flatMap(conjuncts) : [tree];
}
function all(operands, span) {
  return operands.length === 1 ? operands[0] : operands.length === 0 ? { kind: "constant", value: !0, span } : { kind: "and", operands, span };
}

// src/backend/code-points.ts
var EVERYTHING = [[0, 1114111]], SETS = {
  digit: [[48, 57]],
  word: [
    [48, 57],
    [65, 90],
    [95, 95],
    [97, 122]
  ],
  space: [
    [9, 13],
    [32, 32]
  ],
  "horizontal-space": [
    [9, 9],
    [32, 32],
    [160, 160],
    [5760, 5760],
    [6158, 6158],
    [8192, 8202],
    [8239, 8239],
    [8287, 8287],
    [12288, 12288]
  ],
  "vertical-space": [
    [10, 13],
    [133, 133],
    [8232, 8233]
  ],
  alpha: [
    [65, 90],
    [97, 122]
  ],
  alnum: [
    [48, 57],
    [65, 90],
    [97, 122]
  ],
  ascii: [[0, 127]],
  blank: [
    [9, 9],
    [32, 32]
  ],
  cntrl: [
    [0, 31],
    [127, 127]
  ],
  graph: [[33, 126]],
  lower: [[97, 122]],
  print: [[32, 126]],
  punct: [
    [33, 47],
    [58, 64],
    [91, 96],
    [123, 126]
  ],
  upper: [[65, 90]],
  xdigit: [
    [48, 57],
    [65, 70],
    [97, 102]
  ]
};
function union(...sets) {
  let sorted = sets.flat().sort((a, b) => a[0] - b[0]), out = [];
  for (let [from, to] of sorted) {
    let last = out[out.length - 1];
    last && from <= last[1] + 1 ? last[1] = Math.max(last[1], to) : out.push([from, to]);
  }
  return out;
}
function complement(set) {
  let out = [], at = 0;
  for (let [from, to] of set)
    from > at && out.push([at, from - 1]), at = to + 1;
  return at <= 1114111 && out.push([at, 1114111]), out;
}
function intersect(a, b) {
  return complement(union(complement(a), complement(b)));
}
function contains(set, codePoint) {
  return set.some(([from, to]) => from <= codePoint && codePoint <= to);
}
function membersOf(node) {
  let sets = [];
  for (let item of node.items) {
    let set = itemMembers(item);
    if (!set) return null;
    sets.push(set);
  }
  let all3 = union(...sets);
  return node.negated ? complement(all3) : all3;
}
function itemMembers(item) {
  if (item.kind === "property") return null;
  let set = item.kind === "range" ? [[item.from, item.to]] : SETS[item.set];
  return item.kind === "set" && item.negated ? complement(set) : set;
}
function otherCases(codePoint) {
  return codePoint < 128 ? ASCII_CASES[codePoint] : findCases(codePoint);
}
var ASCII_CASES = Array.from({ length: 128 }, (_, c) => findCases(c));
function findCases(codePoint) {
  let c = String.fromCodePoint(codePoint), found2 = /* @__PURE__ */ new Set();
  for (let other of [c.toLowerCase(), c.toUpperCase(), c.toUpperCase().toLowerCase()]) {
    let point = other.codePointAt(0);
    other === String.fromCodePoint(point) && point !== codePoint && found2.add(point);
  }
  return [...found2].sort((a, b) => a - b);
}
function withOtherCases(set) {
  let added = [];
  for (let [from, to] of set) {
    for (let c = Math.max(from, 65); c <= Math.min(to, 122); c++)
      for (let other of otherCases(c)) added.push([other, other]);
    if (from > 127 && to - from < 256)
      for (let c = from; c <= to; c++) for (let o of otherCases(c)) added.push([o, o]);
  }
  return union(set, added);
}

// src/backend/regex.ts
var Untranslatable = class extends Error {
  constructor(message, node) {
    super(message);
    this.node = node;
  }
  node;
};
function translate(work) {
  let approximations = /* @__PURE__ */ new Map();
  try {
    return { ok: !0, pattern: work((a) => approximations.set(`${a.direction} ${a.message}`, a)), approximations: [...approximations.values()] };
  } catch (error) {
    if (!(error instanceof Untranslatable)) throw error;
    let { start, end } = error.node;
    return { ok: !1, message: error.message, start, end };
  }
}
function printRegex(regex2, dialect) {
  let { ignoreCase, multiLine, dotAll } = regex2.flags, letters = `${ignoreCase ? "i" : ""}${multiLine ? "m" : ""}${dotAll ? "s" : ""}`, body = print2(regex2.ast, regex2.flags);
  return letters === "" ? body : `(?${letters})${body}`;
  function print2(node, flags) {
    switch (node.kind) {
      case "alternation":
        return node.options.map((o) => print2(o, flags)).join("|");
      case "sequence":
        return node.items.map((i) => i.kind === "alternation" ? `(?:${print2(i, flags)})` : print2(i, flags)).join("");
      case "literal":
        return dialect.literal(node.codePoint);
      case "dot":
        return ".";
      case "class":
        return dialect.class(node);
      case "anchor":
        return dialect.anchor(node, flags);
      case "repeat": {
        let inner = print2(node.body, flags);
        return `${["literal", "dot", "class", "group"].includes(node.body.kind) ? inner : `(?:${inner})`}${countOf(node)}${dialect.repeatMode(node)}`;
      }
      case "group": {
        let inner = print2(node.body, { ...flags, ...node.flags });
        return `${dialect.groupOpening(node)}${inner})`;
      }
      default:
        return dialect.special(node, (n) => print2(n, flags));
    }
  }
}
function countOf({ min, max }) {
  return max === null ? min === 0 ? "*" : min === 1 ? "+" : `{${min},}` : min === 0 && max === 1 ? "?" : min === max ? `{${min}}` : `{${min},${max}}`;
}
function flagLetters(node) {
  let { ignoreCase, multiLine, dotAll } = node.flags ?? {}, named = [
    ["i", ignoreCase],
    ["m", multiLine],
    ["s", dotAll]
  ], on = named.flatMap(([letter, value]) => value === !0 ? [letter] : []).join(""), off = named.flatMap(([letter, value]) => value === !1 ? [letter] : []).join("");
  return off === "" ? on : `${on}-${off}`;
}
function patternToRegex(pattern2, cased) {
  let at = { start: 0, end: 0 }, items = [{ kind: "anchor", anchor: "text-start", ...at }];
  pattern2.forEach((part, index) => {
    if (typeof part == "string")
      for (let c of part) items.push({ kind: "literal", codePoint: c.codePointAt(0), ...at });
    else part.kind === "one" ? items.push({ kind: "dot", ...at }) : index === 0 ? items.pop() : index < pattern2.length - 1 && items.push({
      kind: "repeat",
      body: { kind: "dot", ...at },
      min: 0,
      max: null,
      mode: "greedy",
      ...at
    });
  });
  let last = pattern2[pattern2.length - 1];
  return (typeof last != "object" || last.kind !== "any") && items.push({ kind: "anchor", anchor: "text-end", ...at }), { source: "", flags: { ignoreCase: !cased, multiLine: !1, dotAll: !0 }, ast: { kind: "sequence", items, ...at } };
}

// src/backend/re2.ts
var MAX_REPEAT = 1e3, WORD_BOUNDARY = "a word boundary may also count letters outside of ASCII as letters of a word.";
function toRe2(regex2) {
  return translate(
    (approximate) => printRegex(regex2, {
      literal: (codePoint) => escapeCodePoint(codePoint),
      class(node) {
        let members = membersOf(node);
        if (members) return printClass(members);
        throw new Untranslatable(
          "Unicode properties are not supported here. List the characters.",
          node
        );
      },
      anchor(node, flags) {
        switch (node.anchor) {
          case "line-start":
            return "^";
          // Perl's $ also matches before a line break that ends the text.
          case "line-end":
            return flags.multiLine ? "$" : "\\n?$";
          case "text-start":
            return flags.multiLine ? "\\A" : "^";
          case "text-end":
            return flags.multiLine ? "\\z" : "$";
          case "text-end-or-newline":
            return "\\n?\\z";
          default:
            for (let direction of ["wider", "narrower"])
              approximate({ direction, message: WORD_BOUNDARY });
            return node.anchor === "word-boundary" ? "\\b" : "\\B";
        }
      },
      special(node) {
        throw new Untranslatable(
          node.kind === "look" ? "This engine has no look-around. Say what it excludes in a search identifier of its own, under `not`." : "This engine has no back-references. Write the alternatives out.",
          node
        );
      },
      repeatMode(node) {
        if (node.min > MAX_REPEAT || (node.max ?? 0) > MAX_REPEAT)
          throw new Untranslatable(`This engine repeats up to ${MAX_REPEAT} times.`, node);
        return node.mode === "possessive" && approximate({ direction: "wider", message: "a possessive repetition gives back here." }), "";
      },
      groupOpening(node) {
        node.atomic && approximate({ direction: "wider", message: "an atomic group gives back here." });
        let letters = flagLetters(node);
        return letters !== "" ? `(?${letters}:` : node.capture ? "(" : "(?:";
      }
    })
  );
}
function printClass(members) {
  let outside = complement(members);
  return members.length > 0 && (outside.length < members.length || members[0][0] === 0) && outside.length > 0 ? `[^${ranges(outside)}]` : members.length === 0 ? "[^\\x00-\\x{10FFFF}]" : `[${ranges(members)}]`;
}
function ranges(set) {
  return set.map(([from, to]) => {
    let [a, b] = [escapeCodePoint(from), escapeCodePoint(to)];
    return from === to ? a : to === from + 1 ? `${a}${b}` : `${a}-${b}`;
  }).join("");
}
var CONTROLS = { 9: "\\t", 10: "\\n", 12: "\\f", 13: "\\r" };
function escapeCodePoint(codePoint) {
  let control = CONTROLS[codePoint];
  if (control) return control;
  let c = String.fromCodePoint(codePoint);
  return codePoint < 32 || codePoint === 127 ? `\\x${codePoint.toString(16).padStart(2, "0")}` : codePoint < 128 ? /[\\^$.|?*+()[\]{}-]/.test(c) ? `\\${c}` : c : /[\p{L}\p{N}\p{P}\p{S}]/u.test(c) ? c : `\\x{${codePoint.toString(16)}}`;
}

// backends/kql/keywords.ts
var KEYWORDS = new Set(
  "accumulate and anomalychart areachart as asc bagexpansion barchart between bin_legacy bool boolean by byte cachingpolicy callout cancel card char columnchart contains contains_cs containscs cycles dataexport datascope datatable date datetime decimal decodeblocks desc double dynamic earliest encodingpolicy endswith endswith_cs expandoutput extent_tags_retention external_data externaldata filter find first flags float force_remote guid harddelete hardretention has has_all has_any has_cs hasprefix hasprefix_cs hassuffix hassuffix_cs hotcache in int int16 int32 int64 int8 invoke isfuzzy journal kind ladderchart last latest let like likecs linechart long materialize matches mdm missing nooptimization not notcontains notcontainscs notlike notlikecs null of or others pathformat piechart pivotchart print project queries query_results real regex relaxed restricted_view_access row_level_security rowstore rowstore_references rowstore_sealinfo rowstorepolicy rowstores sample scatterchart seal seals search set shards simple softdelete softretention sql stackedareachart startswith startswith_cs statistics storedqueryresultcontainers string tablepurge time timechart timeline timepivot timespan title to toscalar totable treemap typeof uint uint16 uint32 uint64 uint8 ulong union uniqueid unrestrictedviewers uuid verbose viewers views where with_itemindex with_match_id with_source with_step_name withsource writeaheadlog".split(" ")
), IDENTIFIER = /^[A-Za-z_][A-Za-z0-9_]*$/, TAKEN = /^(?:__.*|true|false|null)$/i;
function isPlainName(name) {
  return IDENTIFIER.test(name) && !KEYWORDS.has(name) && !TAKEN.test(name);
}

// backends/kql/literals.ts
var UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]|(?! )\p{Zs}/u, NEEDS_ESCAPE = new RegExp(`["\\\\]|${UNSEEN.source}`, "gu"), NEEDS_ESCAPE_IN_NAME = new RegExp(`['\\\\]|${UNSEEN.source}`, "gu"), PLAIN = /^[ !#-[\]-~]*$/;
function stringLiteral(text2) {
  return PLAIN.test(text2) ? `"${text2}"` : text2.includes("\\") && !text2.includes('"') && !UNSEEN.test(text2) ? `@"${text2}"` : `"${text2.replace(NEEDS_ESCAPE, escape)}"`;
}
function nameReference(name) {
  return isPlainName(name) ? name : `['${name.replace(NEEDS_ESCAPE_IN_NAME, escape)}']`;
}
function pathReference(segments) {
  let [column = "", ...keys] = segments;
  return nameReference(column) + steps(keys);
}
function steps(keys) {
  return keys.map((k) => isPlainName(k) ? `.${k}` : `[${stringLiteral(k)}]`).join("");
}
function escape(c) {
  switch (c) {
    case '"':
    case "'":
    case "\\":
      return `\\${c}`;
    case "	":
      return "\\t";
    case `
`:
      return "\\n";
    case "\r":
      return "\\r";
    default: {
      let out = "";
      for (let i = 0; i < c.length; i++)
        out += `\\u${c.charCodeAt(i).toString(16).toUpperCase().padStart(4, "0")}`;
      return out;
    }
  }
}
var LONG_MAX = 2n ** 63n - 1n, INTEGER = /^-?\d+$/, REAL_DIGITS = 15, DECIMAL_DIGITS = 34;
function isLong(number) {
  if (!INTEGER.test(number.decimal) || number.decimal.length > 20) return !1;
  let value = BigInt(number.decimal);
  return value <= LONG_MAX && value >= -LONG_MAX;
}
function isPlainNumber(number) {
  return INTEGER.test(number.decimal) ? isLong(number) : digitsOf(number) <= REAL_DIGITS;
}
function numberLiteral(number) {
  return isPlainNumber(number) ? number.decimal : `${digitsOf(number) <= DECIMAL_DIGITS ? "decimal" : "real"}(${number.decimal})`;
}
function digitsOf(number) {
  return number.decimal.replace(/^-?0*\.?0*|\./g, "").length;
}

// backends/kql/columns.ts
var KQL_TYPES = [
  "string",
  "int",
  "long",
  "real",
  "bool",
  "datetime",
  "dynamic",
  "guid",
  "timespan",
  "decimal"
];
function isText(column) {
  return column.type === "string" || column.type === void 0;
}
function isNumeric(column) {
  let { type } = column;
  return type === "int" || type === "long" || type === "real" || type === "decimal";
}
function textOf(column) {
  return isText(column) ? column.code : `tostring(${column.code})`;
}
function resolveColumns(expression, columnType, dots) {
  let uses = usesOf(expression), known = /* @__PURE__ */ new Map(), segmentsOf = (field) => {
    if (dots === "column" || columnType(field)) return null;
    let segments = field.split(".");
    if (segments.length === 1 || segments.includes("")) return null;
    for (let end = 1; end < segments.length; end++)
      if (uses.valued.has(segments.slice(0, end).join("."))) return null;
    return segments;
  }, bases = /* @__PURE__ */ new Set();
  for (let field of uses.fields) {
    let segments = segmentsOf(field);
    segments && bases.add(segments[0]);
  }
  let resolve2 = (field) => {
    let type = columnType(field);
    if (type) return { field, code: nameReference(field), type, origin: "declared" };
    let segments = segmentsOf(field);
    return segments ? { field, code: pathReference(segments), type: "dynamic", origin: "path" } : bases.has(field) ? { field, code: nameReference(field), type: "dynamic", origin: "path" } : { field, code: nameReference(field), type: uses.types.get(field), origin: "assumed" };
  };
  return (field) => {
    let column = known.get(field);
    return column || known.set(field, column = resolve2(field)), column;
  };
}
function usesOf(expression) {
  let fields = /* @__PURE__ */ new Set(), valued = /* @__PURE__ */ new Set(), types = /* @__PURE__ */ new Map(), digits = /* @__PURE__ */ new Set(), seen = /* @__PURE__ */ new Set(), note = (predicate3) => {
    let field = predicate3.field.text;
    if (fields.add(field), !(predicate3.kind === "null" || predicate3.kind === "exists"))
      switch (valued.add(field), predicate3.kind) {
        case "number":
        case "compare":
          types.has(field) || types.set(field, "long");
          break;
        case "string": {
          let [first] = predicate3.pattern;
          isInteger(literalText(predicate3.pattern)) ? digits.add(field) : (predicate3.pattern.length > 1 || typeof first == "string") && types.set(field, "string");
          break;
        }
        case "regex":
        case "cidr":
          types.set(field, "string");
          break;
        case "field-ref":
          fields.add(predicate3.other.text), valued.add(predicate3.other.text);
          break;
      }
  }, visit = (node) => {
    if (!seen.has(node))
      switch (seen.add(node), node.kind) {
        case "and":
        case "or":
          node.operands.forEach(visit);
          break;
        case "not":
          visit(node.operand);
          break;
        case "one-of":
          node.options.forEach(note);
          break;
        case "constant":
        case "keyword":
          break;
        default:
          note(node);
      }
  };
  visit(expression);
  for (let field of digits) types.has(field) || types.set(field, "string");
  return { fields, valued, types };
}
function isInteger(text2) {
  return text2 !== null && /^(?:0|-?[1-9]\d*)$/.test(text2);
}
function parseColumns(text2) {
  let types = /* @__PURE__ */ new Map();
  if (text2.trim() === "") return { types };
  for (let part of text2.split(",")) {
    let colon = part.lastIndexOf(":"), name = part.slice(0, Math.max(colon, 0)).trim(), type = KQL_TYPES.find((t) => t === part.slice(colon + 1).trim());
    if (name === "") return { error: `write each column as NAME:TYPE, not '${part.trim()}'.` };
    if (!type) return { error: `the type of ${name} must be one of ${KQL_TYPES.join(", ")}.` };
    types.set(name, type);
  }
  return { types };
}

// backends/kql/computed.ts
function readingOf(column) {
  let read = (Object.hasOwn(READINGS, column.as) ? READINGS[column.as] : null)?.(column) ?? null;
  if (read === null) return null;
  let { without, empty, first } = column, value = read;
  if (without !== void 0) {
    let start = stringLiteral(`(?i)^${literal(without)}`);
    value = `replace_regex(${value}, ${start}, "")`;
  }
  return empty !== void 0 && (value = `iff(${value} == ${stringLiteral(empty)}, "", ${value})`), first === void 0 ? value : `coalesce(${first}, ${value})`;
}
var XML_NAME = /^[\p{L}_][\p{L}\p{N}_.-]*$/u, DATA_NAME = /^[\p{L}_](?:[\p{L}\p{N}_. -]*[\p{L}\p{N}_.-])?$/u, BACKSLASH = stringLiteral("\\"), READINGS = {
  /** What the column holds. */
  column: ({ of }) => nameReference(of),
  /** `<Data Name="key">value</Data>`, as Windows events have it. */
  "xml-data": ({ of, key }) => DATA_NAME.test(key) ? `tostring(parse_xml(extract(${stringLiteral(`<Data Name=.${literal(key)}.>[^<]*</Data>`)}, 0, ${nameReference(of)})).Data["#text"])` : null,
  /** The same, or `<key>value</key>`, as Windows events with user data have it. */
  "xml-field": ({ of, key }) => {
    if (!DATA_NAME.test(key)) return null;
    let name = literal(key), tag = XML_NAME.test(key) ? `(?:Data Name=.${name}.|${name})` : `Data Name=.${name}.`;
    return xmlText(`extract(${stringLiteral(`<${tag}>([^<]*)<`)}, 1, ${nameReference(of)})`);
  },
  /** Every `<Data>` without a name, one a line. */
  "xml-text": ({ of }) => xmlText(`strcat_array(${unnamedData(of)}, "\\n")`),
  /** The `<Data>` without a name that stands at a place; the first is 1. */
  "xml-item": ({ of, key }) => /^[1-9]\d?$/.test(key) ? xmlText(`tostring(${unnamedData(of)}[${Number(key) - 1}])`) : null,
  /** A place in JSON that is kept as text; dots are steps. */
  json: ({ of, key }) => `tostring(parse_json(${nameReference(of)})${steps(key.split("."))})`,
  /** A dynamic column as the JSON that it is. */
  "json-text": ({ of }) => `tostring(${nameReference(of)})`,
  /** `;key=value` among the extensions of a message in the Common Event Format. */
  "cef-extension": ({ of, key }) => /^\w+$/.test(key) ? `extract(${stringLiteral(`(?:^|;)${key}=([^;]*)`)}, 1, ${nameReference(of)})` : null,
  /** `key=value` or `key="value"` in a record of Linux's audit daemon. */
  "audit-field": ({ of, key }) => /^\w+$/.test(key) ? `extract(${stringLiteral(`(?:^|[ '])${key}="?([^" ']*)`)}, 1, ${nameReference(of)})` : null,
  /** A file's folder and name in one, where the folder's column may hold both. */
  "file-path": ({ of, key }) => {
    let [folder, name] = [nameReference(of), nameReference(key)], slash = `iff(${folder} startswith "/", "/", ${BACKSLASH})`;
    return `iff(${`isempty(${name}) or ${folder} endswith strcat(${slash}, ${name})`}, ${folder}, strcat(${folder}, ${slash}, ${name}))`;
  },
  /** What follows the last dot of a URL's path. */
  "url-extension": ({ of }) => `extract(${String.raw`@"^(?:\w+://)?[^/?#]*/(?:[^/?#][^?#]*)?\.([^./?#]+)(?:[?#]|$)"`}, 1, ${nameReference(of)})`,
  /** What a URL has between its question mark and its fragment. */
  "url-query": ({ of }) => String.raw`extract(@"\?([^#]*)", 1, ${nameReference(of)})`,
  /** Path and query of a request in one. */
  uri: ({ of, key }) => {
    let [path, query3] = [nameReference(of), nameReference(key)];
    return `strcat(${path}, iff(${query3} in ("", "-"), "", strcat("?", ${query3})))`;
  },
  /** A key of the registry as Sysmon writes it. */
  "registry-key": ({ of }) => registryKey(of),
  /** The same with the name of a value, if there is one. */
  "registry-path": ({ of, key }) => {
    let value = nameReference(key);
    return `strcat(${registryKey(of)}, iff(isempty(${value}), "", strcat(${BACKSLASH}, ${value})))`;
  },
  /** The same with the name of a value; the one without a name is called `(Default)`. */
  "registry-value": ({ of, key }) => {
    let value = nameReference(key);
    return `strcat(${registryKey(of)}, ${BACKSLASH}, iff(isempty(${value}), "(Default)", ${value}))`;
  }
};
function xmlText(text2) {
  return `tostring(parse_xml(strcat("<v>", ${text2}, "</v>")).v)`;
}
function unnamedData(of) {
  return `extract_all(@"<Data>([^<]*)</Data>", ${nameReference(of)})`;
}
function registryKey(of) {
  let machine = `replace_regex(${`replace_regex(${nameReference(of)}, "(?i)^HKEY_(?:USERS|CURRENT_USER)", "HKU")`}, "(?i)^HKEY_LOCAL_MACHINE", "HKLM")`, current = String.raw`@"(?i)^(HKLM\\SYSTEM)\\ControlSet\d+", @"\1\CurrentControlSet"`;
  return `replace_regex(${machine}, ${current})`;
}
function literal(text2) {
  return text2.replace(/[\\.+*?()|[\]{}^$]/g, "\\$&");
}

// backends/kql/context.ts
var Context = class {
  constructor(expression, column, report, filledRefs = /* @__PURE__ */ new Set()) {
    this.column = column;
    this.report = report;
    this.filledRefs = filledRefs;
    this.nestedNegation = hasNestedNegation(expression);
  }
  column;
  report;
  filledRefs;
  said = /* @__PURE__ */ new Set();
  nestedNegation;
  /** Said once a query for each code and each effect on the query. */
  approximate(direction, polarity, code, message, span) {
    this.first(`${code} ${direction} ${polarity}`) && this.report.approximate(direction, polarity, code, message, span);
  }
  /** Said once a query for each code. */
  note(code, message, span) {
    this.first(code) && this.report.note(code, message, span);
  }
  /** Says, once a query, that a column is taken for a number because the rule compares it with one. */
  assumeNumber(column, span) {
    column.origin === "assumed" && this.note(
      "kql-number-assumed",
      `${column.field} is taken for a column of numbers, as the rule compares it with nothing else. If it holds text, set -O kql.columns=${column.field}:string.`,
      span
    );
  }
  /** Drops the query; what is returned only fills the place. */
  refuse(code, message, span) {
    return this.report.refuse(code, message, span), atom(text("false", span));
  }
  /**
   * Something that is null where the rule's predicate is false. `where` drops nulls, which is right
   * until a `not` comes over it: `not(null)` is null and not true.
   * https://learn.microsoft.com/en-us/kusto/query/scalar-data-types/null-values
   */
  nullable(written, polarity) {
    return polarity === "positive" && !this.nestedNegation ? written : atom(enclose("coalesce(", concat(written.doc, ", false"), ")"));
  }
  first(key) {
    return this.said.has(key) ? !1 : (this.said.add(key), !0);
  }
};
function hasNestedNegation(expression) {
  let seen = { outside: /* @__PURE__ */ new Set(), inside: /* @__PURE__ */ new Set() }, visit = (node, inside) => {
    let visited = inside ? seen.inside : seen.outside;
    return visited.has(node) ? !1 : (visited.add(node), node.kind === "not" ? inside || visit(node.operand, !0) : node.kind !== "and" && node.kind !== "or" ? !1 : node.operands.some((o) => visit(o, inside)));
  };
  return visit(expression, !1);
}

// backends/kql/dialect.ts
var SYNTAX = {
  and: { word: "and", binding: 20 },
  or: { word: "or", binding: 10 },
  longest: 100,
  not: (operand) => operand.negated?.() ?? atom(enclose("not(", operand.doc, ")")),
  // `a or b and c` is right, and misread.
  explicit: !0
}, TEXT_OPERATORS = {
  equals: { uncased: "=~", cased: "==" },
  contains: { uncased: "contains", cased: "contains_cs" },
  startswith: { uncased: "startswith", cased: "startswith_cs" },
  endswith: { uncased: "endswith", cased: "endswith_cs" }
}, LIST_OPERATORS = { "=~": "in~", "==": "in" }, NEGATED = {
  "=~": "!~",
  "==": "!=",
  "in~": "!in~",
  in: "!in",
  contains: "!contains",
  contains_cs: "!contains_cs",
  startswith: "!startswith",
  startswith_cs: "!startswith_cs",
  endswith: "!endswith",
  endswith_cs: "!endswith_cs"
}, COMPARISONS = {
  eq: "==",
  lt: "<",
  lte: "<=",
  gt: ">",
  gte: ">="
}, TIME_PARTS = {
  minute: "minute",
  hour: "hour",
  day: "day",
  week: "week_of_year",
  month: "month",
  year: "year"
}, RANGE_FUNCTIONS = {
  4: { one: "ipv4_is_in_range", any: "ipv4_is_in_any_range" },
  6: { one: "ipv6_is_in_range", any: "ipv6_is_in_any_range" }
};
function operation(left, operator, right, span) {
  return operationOf(operator, (o) => text(`${left} ${o} ${right}`, span));
}
function operationOf(operator, write) {
  let opposite = NEGATED[operator], written = { doc: write(operator), binding: ATOM };
  return opposite ? { ...written, negated: () => atom(write(opposite)) } : written;
}
function testCall(call, opposite, argument, span) {
  return {
    ...atom(text(`${call}(${argument})`, span)),
    negated: () => atom(text(`${opposite}(${argument})`, span))
  };
}

// backends/kql/presence.ts
function writeNull(column, context, polarity, span) {
  return tellsNull(column) ? testCall("isnull", "isnotnull", column.code, span) : (context.approximate(
    "wider",
    polarity,
    "kql-null-is-empty",
    `a string column of Kusto holds no null, so ${column.field} is tested for being empty, and a value that is present and empty counts as missing. Of a column of another type this is exact: state it with -O kql.columns=NAME:TYPE.`,
    span
  ), writeMissingOrEmpty(column, span));
}
function writeExists(column, context, polarity, span) {
  return column.origin === "path" && context.approximate(
    "narrower",
    polarity,
    "kql-null-is-missing",
    `Kusto cannot tell whether ${column.field} is null or missing in its dynamic column, so null counts as missing.`,
    span
  ), writePresent(column, context, polarity, span);
}
function writePresent(column, context, polarity, span) {
  return tellsNull(column) ? testCall("isnotnull", "isnull", column.code, span) : (context.approximate(
    "narrower",
    polarity,
    "kql-empty-is-missing",
    `a string column of Kusto holds no null, so ${column.field} is tested for not being empty, and a value that is present and empty counts as missing. Of a column of another type this is exact: state it with -O kql.columns=NAME:TYPE.`,
    span
  ), testCall("isnotempty", "isempty", column.code, span));
}
function writeEmpty(column, context, polarity, span) {
  if (column.type === "dynamic") {
    let isEmpty = `isnotnull(${column.code}) and tostring(${column.code}) == ""`;
    return { doc: text(isEmpty, span), binding: SYNTAX.and.binding };
  }
  return column.origin === "declared" && !isText(column) ? atom(text("false", span)) : (context.approximate(
    "wider",
    polarity,
    "kql-missing-is-empty",
    `a string column of Kusto holds no null, so an event without ${column.field} counts as one in which it is empty.`,
    span
  ), writeMissingOrEmpty(column, span));
}
function writeMissingOrEmpty(column, span) {
  return testCall("isempty", "isnotempty", column.code, span);
}
function tellsNull(column) {
  return column.origin !== "assumed" && !isText(column);
}

// backends/kql/implied.ts
function dropImplied(expression, column) {
  let filledRefs = /* @__PURE__ */ new Set(), openRefs = /* @__PURE__ */ new Set(), isString = (field) => !tellsNull(column(field));
  return { expression: rewrite(expression, /* @__PURE__ */ new Set()), filledRefs };
  function rewrite(node, filled2) {
    switch (node.kind) {
      case "and":
        return conjunction(node, filled2);
      case "or": {
        let operands = node.operands.map((o) => rewrite(o, filled2));
        return link(node, joinMissingAndEmpty(operands), !0);
      }
      case "not": {
        let operand = rewrite(node.operand, filled2);
        return operand === node.operand ? node : operand.kind === "constant" ? { ...operand, value: !operand.value } : { ...node, operand };
      }
      case "one-of": {
        if (!filled2.has(node.field.text)) return node;
        let options = node.options.filter((o) => decided(o, filled2) === null);
        return options.length === node.options.length ? node : node.options.some((o) => decided(o, filled2) === !0) ? { kind: "constant", value: !0, span: node.span } : options.length === 0 ? { kind: "constant", value: !1, span: node.span } : options.length === 1 ? options[0] : { ...node, options };
      }
      case "constant":
      case "keyword":
        return node;
      case "field-ref":
        return filled2.has(node.other.text) && !openRefs.has(node) ? filledRefs.add(node) : (openRefs.add(node), filledRefs.delete(node)), node;
      default: {
        let value = decided(node, filled2);
        return value === null ? node : { kind: "constant", value, span: node.span };
      }
    }
  }
  function conjunction(node, outer) {
    let filled2 = new Set(outer), present = /* @__PURE__ */ new Map(), notEmpty = /* @__PURE__ */ new Map();
    for (let operand of node.operands) {
      for (let p of predicatesOf(operand)) {
        let field = p.field.text;
        isString(field) && (asksPresence(p) ? present.set(field, p) : needsText(p) && filled2.add(field));
      }
      for (let p of excludedBy(operand))
        p.kind === "null" ? present.set(p.field.text, p) : isEmptyText(p) && notEmpty.set(p.field.text, p);
    }
    let asked = [];
    for (let [field, first] of present) {
      let second = notEmpty.get(field);
      if (!second || filled2.has(field) || !isString(field)) continue;
      let options = [
        { kind: "null", field: first.field, span: first.span },
        { ...second, span: first.span }
      ], missing2 = { kind: "one-of", field: first.field, options, span: first.span };
      asked.push({ kind: "not", operand: missing2, span: first.span }), filled2.add(field);
    }
    let operands = node.operands.map((o) => rewrite(o, filled2));
    return link(node, [...operands, ...asked], !1);
  }
  function joinMissingAndEmpty(operands) {
    let parts = operands.map(testAndRest);
    if (parts.filter((p) => p !== null).length < 2) return operands;
    let joined = [], taken = /* @__PURE__ */ new Set();
    return operands.forEach((operand, i) => {
      if (taken.has(i)) return;
      let part = parts[i], other = part ? parts.findIndex((p, k) => k > i && !taken.has(k) && p !== null && areOneTest(part, p)) : -1;
      if (!part || other < 0 || operand.kind !== "and") {
        joined.push(operand);
        return;
      }
      taken.add(other);
      let { test } = part, options = [test, parts[other].test], both = { kind: "one-of", field: test.field, options, span: test.span };
      joined.push({ ...operand, operands: operand.operands.map((o) => o === test ? both : o) });
    }), joined;
  }
  function testAndRest(node) {
    if (node.kind !== "and") return null;
    let test = node.operands.find(
      (o) => o.kind === "null" || o.kind === "string" && isEmptyText(o)
    );
    return !test || !isString(test.field.text) ? null : { test, rest: node.operands.filter((o) => o !== test) };
  }
  function decided(p, filled2) {
    return filled2.has(p.field.text) ? asksPresence(p) ? !0 : p.kind === "null" || isEmptyText(p) ? !1 : null : null;
  }
}
function link(node, operands, absorbing) {
  if (operands.length === node.operands.length && operands.every((o, i) => o === node.operands[i]))
    return node;
  let rest = operands.filter((o) => o.kind !== "constant" || o.value === absorbing), whole2 = rest.find((o) => o.kind === "constant");
  return whole2 || (rest.length === 0 ? { kind: "constant", value: !absorbing, span: node.span } : rest.length === 1 ? rest[0] : { ...node, operands: rest });
}
function areOneTest(a, b) {
  return a.test.kind !== b.test.kind && a.test.field.text === b.test.field.text && meaning(a.rest) === meaning(b.rest);
}
function predicatesOf(operand) {
  switch (operand.kind) {
    case "and":
      return operand.operands.flatMap(predicatesOf);
    case "or":
    case "not":
    case "constant":
    case "keyword":
      return [];
    case "one-of":
      return operand.options.every(needsText) ? [operand.options[0]] : [];
    default:
      return [operand];
  }
}
function excludedBy(operand) {
  if (operand.kind !== "not") return [];
  let alternatives = (node) => node.kind === "or" ? node.operands.flatMap(alternatives) : node.kind === "one-of" ? node.options : !["and", "not", "constant", "keyword"].includes(node.kind) ? [node] : [];
  return alternatives(operand.operand);
}
function asksPresence(p) {
  return p.kind === "exists" || p.kind === "string" && shapeOf(p.pattern).shape === "any";
}
function isEmptyText(p) {
  return p.kind === "string" && shapeOf(p.pattern).shape === "empty";
}
function needsText(p) {
  return p.kind === "string" ? p.pattern.some((part) => typeof part == "string" ? part !== "" : part.kind === "one") : p.kind === "number" || p.kind === "cidr" || p.kind === "boolean" || p.kind === "compare";
}

// backends/kql/empty-match.ts
function matchesEmpty(node) {
  switch (node.kind) {
    case "literal":
    case "dot":
    case "class":
      return !1;
    case "anchor":
      return node.anchor !== "word-boundary";
    case "alternation":
      return node.options.some(matchesEmpty);
    case "sequence":
      return node.items.every(matchesEmpty);
    case "group":
      return matchesEmpty(node.body);
    case "repeat":
      return node.min === 0 || matchesEmpty(node.body);
    case "look":
    case "backreference":
      return !0;
  }
}

// backends/kql/regex.ts
function toKqlRegex(regex2) {
  return toRe2(regex2);
}

// backends/kql/text.ts
function writeString(predicate3, context, polarity) {
  let { pattern: pattern2, cased, span } = predicate3, column = context.column(predicate3.field.text), shape = shapeOf(pattern2);
  if (shape.shape === "empty") return writeEmpty(column, context, polarity, span);
  if (shape.shape === "any") return writePresent(column, context, polarity, span);
  warnOfText(column, context, polarity, span);
  let code = textOf(column);
  return shape.shape === "other" || needsRegex(shape.text, cased) ? writePatternRegex(code, pattern2, cased, context, span) : writeText(code, shape.shape, shape.text, cased, span);
}
function writeRegex(predicate3, context, polarity) {
  let { regex: regex2, span } = predicate3, column = context.column(predicate3.field.text);
  return warnOfText(column, context, polarity, span), writeRegexTest(textOf(column), regex2, context, polarity, span);
}
function writeKeyword(predicate3, context, polarity) {
  let { search, span } = predicate3;
  if (search.kind === "regex") return writeRegexTest("*", search.regex, context, polarity, span);
  let pattern2 = trimAny(search.pattern), literal3 = literalText(pattern2);
  if (literal3 === "") return atom(text("true", span));
  let written = literal3 === null || needsRegex(literal3, search.cased) ? writePatternRegex("*", [ANY, ...pattern2, ANY], search.cased, context, span) : writeText("*", "contains", literal3, search.cased, span);
  return { doc: written.doc, binding: written.binding };
}
function writeFieldRef(predicate3, context, polarity) {
  let { match, cased, span } = predicate3, left = context.column(predicate3.field.text), right = context.column(predicate3.other.text);
  if (match === "equals" && isNumeric(left) && isNumeric(right)) {
    let equal = atom(text(`${left.code} == ${right.code}`, span));
    return context.nullable(equal, polarity);
  }
  warnOfText(left, context, polarity, span), warnOfText(right, context, polarity, span);
  let guards = (context.filledRefs.has(predicate3) ? [] : right.type === "dynamic" ? [right, left] : [right]).map((column) => isText(column) ? (context.approximate(
    "narrower",
    polarity,
    "kql-field-ref-empty",
    `a string column of Kusto holds no null, so an empty ${column.field} counts as missing.`,
    span
  ), `isnotempty(${column.code})`) : `isnotnull(${column.code})`), side = (column) => cased ? textOf(column) : `tolower(${textOf(column)})`, operator = TEXT_OPERATORS[match].cased, test = `${side(left)} ${operator} ${side(right)}`;
  return { doc: text([...guards, test].join(" and "), span), binding: SYNTAX.and.binding };
}
function writeText(code, match, value, cased, span) {
  let operator = TEXT_OPERATORS[match][cased ? "cased" : "uncased"];
  return operation(code, operator, stringLiteral(value), span);
}
function writePatternRegex(code, pattern2, cased, context, span) {
  let translated = toKqlRegex(patternToRegex(pattern2, cased));
  return translated.ok ? operation(code, "matches regex", stringLiteral(translated.pattern), span) : context.refuse("regex-unsupported", translated.message, span);
}
function writeRegexTest(code, regex2, context, polarity, span) {
  let translated = toKqlRegex(regex2);
  if (!translated.ok) return context.refuse("regex-unsupported", translated.message, span);
  for (let { direction, message } of translated.approximations)
    context.approximate(direction, polarity, "kql-regex", message, span);
  return matchesEmpty(regex2.ast) && context.approximate(
    "wider",
    polarity,
    "kql-regex-matches-empty",
    "the regular expression matches the empty string, which is also what Kusto keeps for a missing value.",
    span
  ), operation(code, "matches regex", stringLiteral(translated.pattern), span);
}
function needsRegex(value, cased) {
  if (cased) return !1;
  for (let c of value) {
    let codePoint = c.codePointAt(0);
    if (codePoint > 127 && otherCases(codePoint).length > 0) return !0;
  }
  return !1;
}
function trimAny(pattern2) {
  let isAny2 = (index) => {
    let part = pattern2[index];
    return typeof part == "object" && part.kind === "any";
  }, start = isAny2(0) ? 1 : 0, end = pattern2.length > start && isAny2(pattern2.length - 1) ? -1 : void 0;
  return pattern2.slice(start, end);
}
function warnOfText(column, context, polarity, span) {
  switch (column.type) {
    case "dynamic":
      if (column.origin === "path") {
        context.note(
          "kql-dynamic-path",
          `${column.field} is read as a place in a dynamic column that holds one value. If it is a column of that name, set -O kql.dots=column.`,
          span
        );
        break;
      }
      context.approximate(
        "narrower",
        polarity,
        "kql-dynamic-list",
        `where ${column.field} holds a list, its JSON text is compared and not each of its values.`,
        span
      );
      break;
    case "real":
    case "decimal":
    case "datetime":
    case "timespan":
      context.approximate(
        "narrower",
        polarity,
        "kql-printed-form",
        `${column.field} is a ${column.type} column: the text is compared with the form in which Kusto prints it, which may not be the one that the rule spells.`,
        span
      );
      break;
  }
}

// backends/kql/equality.ts
function equalityOf(predicate3, context, polarity) {
  let { span } = predicate3, column = context.column(predicate3.field.text);
  switch (predicate3.kind) {
    case "string": {
      let value = literalText(predicate3.pattern);
      if (value === null || value === "") return null;
      if (isWhole(column) && isInteger(value) && isLong({ source: value, decimal: value }))
        return { code: column.code, operator: "==", spellings: [value], listable: !0, span };
      if (needsRegex(value, predicate3.cased)) return null;
      warnOfText(column, context, polarity, span);
      let operator = predicate3.cased ? "==" : "=~", spellings2 = [stringLiteral(value)];
      return { code: textOf(column), operator, spellings: spellings2, listable: !0, span };
    }
    case "number":
      return numberEquality(predicate3, column, context, polarity);
    case "boolean": {
      if (column.type === "bool") {
        let spellings3 = [String(predicate3.value)];
        return { code: column.code, operator: "==", spellings: spellings3, listable: !0, span };
      }
      column.type === "dynamic" && warnOfText(column, context, polarity, span);
      let code = column.type === "string" ? column.code : `tostring(${column.code})`, spellings2 = [stringLiteral(String(predicate3.value))];
      return { code, operator: "=~", spellings: spellings2, listable: !0, span };
    }
    default:
      return null;
  }
}
function numberEquality({ number, span }, column, context, polarity) {
  let tooLong = column.origin === "assumed" && !isPlainNumber(number);
  if (isNumeric(column) && !tooLong) {
    context.assumeNumber(column, span);
    let spellings2 = [numberLiteral(number)];
    return { code: column.code, operator: "==", spellings: spellings2, listable: isPlainNumber(number), span };
  }
  return column.type === "dynamic" && warnOfText(column, context, polarity, span), { code: isText(column) ? column.code : `tostring(${column.code})`, operator: "=~", spellings: spell(number), listable: !0, span };
}
function spell({ source, decimal }) {
  return source === decimal ? [stringLiteral(decimal)] : [stringLiteral(source), stringLiteral(decimal)];
}
function writeEqualities(equalities, field) {
  let [first] = equalities, { code, operator } = first;
  if (equalities.length === 1 && first.spellings.length === 1)
    return operation(code, operator, first.spellings[0], first.span);
  let values2 = equalities.flatMap((e) => e.spellings.map((s) => text(s, e.span)));
  return operationOf(
    LIST_OPERATORS[operator],
    (o) => concat(text(`${code} ${o} `, field.span), enclose("(", join(concat(",", line), values2), ")"))
  );
}
function isWhole(column) {
  return column.type === "int" || column.type === "long";
}

// backends/kql/numbers.ts
function writeCompare(predicate3, context, polarity) {
  let { operator, number, span } = predicate3, column = context.column(predicate3.field.text);
  isNumeric(column) && context.assumeNumber(column, span);
  let code = `${isNumeric(column) ? column.code : `${conversionFor(number)}(${textOf(column)})`} ${COMPARISONS[operator]} ${numberLiteral(number)}`;
  return context.nullable(atom(text(code, span)), polarity);
}
function conversionFor(number) {
  return number.decimal.replace(/\D/g, "").length > 15 ? "todecimal" : "toreal";
}
function writeTimePart(predicate3, context, polarity) {
  let { part, operator, number, span } = predicate3, column = context.column(predicate3.field.text), side = `datetime_part("${TIME_PARTS[part]}", ${datetimeOf(column)})`, written = operation(side, COMPARISONS[operator], numberLiteral(number), span);
  return operator === "eq" ? written : context.nullable(written, polarity);
}
function datetimeOf(column) {
  return column.type === "datetime" ? column.code : `todatetime(${isText(column) || column.type === "dynamic" ? column.code : textOf(column)})`;
}
function writeNetworks(predicates, context, polarity, span) {
  let [first] = predicates, code = textOf(context.column(first.field.text)), { version } = first.network, ranges3 = predicates.map((p) => text(stringLiteral(p.network.text), p.span)), call = rangeCall(RANGE_FUNCTIONS[version], code, ranges3, span);
  if (version === 4 || !predicates.some(coversIPv4)) return context.nullable(atom(call), polarity);
  let notIPv4 = operation(code, "contains", '":"', span).doc;
  return context.nullable(
    { doc: concat(notIPv4, " and ", call), binding: SYNTAX.and.binding },
    polarity
  );
}
function rangeCall(functions, code, ranges3, span) {
  return ranges3.length === 1 ? concat(text(`${functions.one}(${code}, `, span), ranges3[0], ")") : enclose(`${functions.any}(${code}, dynamic([`, join(concat(",", line), ranges3), "]))");
}
var MAPPED_IPV4 = 0xffffn << 32n;
function coversIPv4({ network }) {
  let shift = BigInt(128 - Math.min(network.prefix, 96));
  return network.address >> shift === MAPPED_IPV4 >> shift;
}

// backends/kql/predicates.ts
function writePredicate(predicate3, context, polarity) {
  if (predicate3.kind === "keyword") return writeKeyword(predicate3, context, polarity);
  let equality = equalityOf(predicate3, context, polarity);
  if (equality) return writeEqualities([equality], predicate3.field);
  let column = context.column(predicate3.field.text);
  switch (predicate3.kind) {
    case "string":
      return writeString(predicate3, context, polarity);
    case "null":
      return writeNull(column, context, polarity, predicate3.span);
    case "exists":
      return writeExists(column, context, polarity, predicate3.span);
    case "regex":
      return writeRegex(predicate3, context, polarity);
    case "cidr":
      return writeNetworks([predicate3], context, polarity, predicate3.span);
    case "compare":
      return writeCompare(predicate3, context, polarity);
    case "time-part":
      return writeTimePart(predicate3, context, polarity);
    case "field-ref":
      return writeFieldRef(predicate3, context, polarity);
    case "number":
    case "boolean":
      throw new TypeError("every number and boolean is an equality");
  }
}
function writeOneOf(node, context, polarity) {
  let writers = [], equalities = /* @__PURE__ */ new Map(), networks = /* @__PURE__ */ new Map(), missingOrEmpty = missingAndEmpty(node, context);
  if (missingOrEmpty) {
    let column = context.column(node.field.text);
    writers.push(() => writeMissingOrEmpty(column, missingOrEmpty[0].span));
  }
  for (let option of node.options) {
    if (missingOrEmpty?.includes(option)) continue;
    if (option.kind === "cidr") {
      add(
        networks,
        option.network.version,
        option,
        (list3) => writers.push(() => writeNetworks(list3, context, polarity, node.field.span))
      );
      continue;
    }
    let equality = equalityOf(option, context, polarity);
    equality?.listable ? add(
      equalities,
      `${equality.operator} ${equality.code}`,
      equality,
      (list3) => writers.push(() => writeEqualities(list3, node.field))
    ) : writers.push(() => writePredicate(option, context, polarity));
  }
  return linkWith(
    SYNTAX,
    "or",
    writers.map((write) => write())
  );
}
function missingAndEmpty(node, context) {
  if (tellsNull(context.column(node.field.text))) return null;
  let missing2 = node.options.find((o) => o.kind === "null"), empty = node.options.find((o) => o.kind === "string" && literalText(o.pattern) === "");
  return missing2 && empty ? [missing2, empty] : null;
}
function add(lists, key, value, begin) {
  let known = lists.get(key);
  if (known) known.push(value);
  else {
    let list3 = [value];
    lists.set(key, list3), begin(list3);
  }
}

// backends/kql/source.ts
function tableNames(option) {
  return (option ?? "").split(",").map((name) => name.trim()).filter((name) => name !== "");
}
function sourceOf({ options, state, tables }) {
  let chosen = state?.get("query_table"), named = tableNames(options.table), read = chosen === void 0 ? named.length === 1 ? named : [] : namesIn(chosen), published = tables && columnsOfAll(read, tables), given = columnsOf(state?.get("columns"), published), own = parseColumns(options.columns ?? ""), declared = "types" in own ? own.types : /* @__PURE__ */ new Map();
  return {
    tables: read,
    computed: given.computed,
    type: (field) => declared.get(field) ?? given.types.get(field) ?? published?.get(field)
  };
}
function asText(column, type) {
  let reference = nameReference(column);
  return type === "string" ? reference : `tostring(${reference})`;
}
function namesIn(chosen) {
  return (Array.isArray(chosen) ? chosen : [chosen]).filter((name) => typeof name == "string" && name !== "");
}
function columnsOf(state, published) {
  let types = /* @__PURE__ */ new Map(), computed = /* @__PURE__ */ new Map();
  if (state === null || typeof state != "object") return { types, computed };
  for (let [name, value] of Object.entries(state)) {
    let column = typeof value == "object" ? value : { type: value }, type = KQL_TYPES.find((t) => t === column?.type);
    type && types.set(name, type);
    let { as, of, key, without, empty, first } = column ?? {};
    typeof as == "string" && typeof of == "string" && typeof key == "string" && computed.set(name, {
      as,
      of,
      key,
      ...typeof without == "string" ? { without } : {},
      ...typeof empty == "string" ? { empty } : {},
      ...typeof first == "string" ? { first: asText(first, published?.get(first)) } : {}
    });
  }
  return { types, computed };
}
function checkColumns(expression, source, { tables, options }, report) {
  let published = tables && columnsOfAll(source.tables, tables), table = source.tables.join(" and ");
  for (let { text: text2, span } of fieldsOf(expression)) {
    let computed = source.computed.get(text2);
    if (computed) {
      if (readingOf(computed) !== null) continue;
      let message2 = Object.hasOwn(READINGS, computed.as) ? `\`${computed.key}\` is no name that can be looked for in ${computed.of}. Map the field to a column.` : `The pipeline reads this field as \`${computed.as}\`, which does not exist. There are: ${Object.keys(READINGS).join(", ")}.`;
      report.refuse("kql-unreadable-column", message2, span);
      continue;
    }
    if (!published || source.type(text2)) continue;
    let [base = ""] = text2.split("."), isPath = base !== text2 && options.dots !== "column";
    if (isPath && source.type(base) === "dynamic") continue;
    if (isPath && source.type(base)) {
      let message2 = `${table}.${base} is no dynamic column, so nothing can be read at \`${text2}\`. If it holds JSON, a pipeline can read it: \`{ as: json, of: ${base} }\`.`;
      report.refuse("kql-no-column", message2, span);
      continue;
    }
    let like2 = nearest(text2, published.keys()), hint = like2 === null ? "" : ` The nearest is \`${like2}\`.`, message = `${table} has no column \`${text2}\`.${hint} Map the field to one that it has in a pipeline (\`mapping\`), read another table with -O kql.table, or declare the column with -O kql.columns=${text2}:string.`;
    report.refuse("kql-no-column", message, span);
  }
}
function fieldsOf(expression) {
  let fields = /* @__PURE__ */ new Map(), seen = /* @__PURE__ */ new Set(), visit = (node) => {
    if (!seen.has(node))
      switch (seen.add(node), node.kind) {
        case "and":
        case "or":
          node.operands.forEach(visit);
          break;
        case "not":
          visit(node.operand);
          break;
        case "one-of":
          node.options.forEach(visit);
          break;
        case "constant":
        case "keyword":
          break;
        default:
          fields.set(node.field.text, node.field), node.kind === "field-ref" && fields.set(node.other.text, node.other);
      }
  };
  return visit(expression), fields.values();
}

// backends/kql/emit.ts
function emitKql({ rule, expression, options, format }, report, { tables, type, computed }) {
  let dots = options.dots === "column" ? "column" : "path", resolved = resolveColumns(expression, type, dots), made = /* @__PURE__ */ new Map();
  for (let [name, column2] of computed) made.set(name, readingOf(column2) ?? '""');
  let inPlace = format === "predicate" || tables.length === 0, column = (field) => {
    let found2 = resolved(field), code = inPlace ? made.get(field) : void 0;
    return code === void 0 ? found2 : { ...found2, code };
  }, needed = dropImplied(expression, column), context = new Context(needed.expression, column, report, needed.filledRefs), write = (node) => emitBoolean(node, SYNTAX, (leaf3, polarity) => {
    switch (leaf3.kind) {
      case "constant":
        return atom(text(String(leaf3.value), leaf3.span));
      case "one-of":
        return writeOneOf(leaf3, context, polarity);
      default:
        return writePredicate(leaf3, context, polarity);
    }
  }).doc;
  if (format === "predicate") return write(needed.expression);
  if (tables.length === 0) {
    let bare = write(needed.expression);
    return context.note(
      "kql-no-table",
      "The query has no table: put it after `TABLE | where`, or set -O kql.table=TABLE.",
      rule.logsource.span
    ), bare;
  }
  let where = (node) => [hardline, indent("| where ", write(node))], { plain: plain2, asksComputed, names: names2 } = splitComputed(needed.expression, computed);
  if (!asksComputed) return concat(tableReference(tables), ...where(needed.expression));
  let columns = names2.map((n) => `${nameReference(n)} = ${made.get(n)}`);
  return concat(
    tableReference(tables),
    ...plain2 ? where(plain2) : [],
    hardline,
    indent("| extend ", join(concat(",", hardline), columns)),
    ...where(asksComputed)
  );
}
function tableReference(tables) {
  let references = tables.map(
    (t) => t.endsWith("()") ? `${nameReference(t.slice(0, -2))}()` : nameReference(t)
  );
  return references.length === 1 ? references[0] : `union ${references.join(", ")}`;
}
function splitComputed(expression, computed) {
  if (computed.size === 0) return { plain: expression, asksComputed: null, names: [] };
  let names2 = /* @__PURE__ */ new Set(), asks = (node) => {
    let found2 = [...fieldsOf(node)].filter(({ text: field }) => computed.has(field));
    for (let { text: field } of found2) names2.add(field);
    return found2.length > 0;
  }, operands = expression.kind === "and" ? expression.operands : [expression], dear = operands.filter(asks), rest = operands.filter((o) => !dear.includes(o)), implied = dear.flatMap((o) => o.kind === "or" ? plainPart(o, asks) ?? [] : []), plain2 = all2([...rest, ...implied], expression);
  return {
    plain: plain2 && simplify(plain2, { oneOf: !0, pushNegation: !1 }),
    asksComputed: all2(dear, expression),
    names: [...names2]
  };
}
function plainPart(node, asks) {
  if (!asks(node)) return node;
  if (node.kind !== "and" && node.kind !== "or") return null;
  let parts = node.operands.map((o) => plainPart(o, asks)), found2 = parts.flatMap((p) => p ?? []);
  return found2.length === 0 || node.kind === "or" && found2.length < parts.length ? null : found2.length === 1 ? found2[0] : { ...node, operands: found2 };
}
function all2(operands, { span }) {
  return operands.length < 2 ? operands[0] ?? null : { kind: "and", operands, span };
}
function unionOf(queries) {
  let parts = queries.map((q) => concat("(", indent(hardline, q), hardline, ")"));
  return concat("union", indent(hardline, join(concat(",", hardline), parts)));
}

// backends/kql/formats.ts
var query = {
  name: "query",
  description: "The query alone; without kql.table, what goes after `| where`",
  extension: "kql",
  wrap: null
}, predicate = {
  name: "predicate",
  description: "What goes after `| where`, even where kql.table is set",
  extension: "kql",
  wrap: null
}, sentinel = {
  name: "sentinel",
  description: "A scheduled analytics rule of Microsoft Sentinel, in YAML",
  extension: "yaml",
  wrap: wrapForSentinel
}, formats = [query, predicate, sentinel], SEVERITIES = {
  informational: "Informational",
  low: "Low",
  medium: "Medium",
  high: "High",
  critical: "High"
}, TACTICS = {
  reconnaissance: "Reconnaissance",
  "resource-development": "ResourceDevelopment",
  "initial-access": "InitialAccess",
  execution: "Execution",
  persistence: "Persistence",
  "privilege-escalation": "PrivilegeEscalation",
  "defense-evasion": "DefenseEvasion",
  stealth: "DefenseEvasion",
  "defense-impairment": "DefenseEvasion",
  "credential-access": "CredentialAccess",
  discovery: "Discovery",
  "lateral-movement": "LateralMovement",
  collection: "Collection",
  "command-and-control": "CommandAndControl",
  exfiltration: "Exfiltration",
  impact: "Impact",
  "impair-process-control": "ImpairProcessControl",
  "inhibit-response-function": "InhibitResponseFunction"
};
function wrapForSentinel(text2, rule) {
  let tactics = /* @__PURE__ */ new Set(), techniques = /* @__PURE__ */ new Set();
  for (let tag of rule.tags) {
    let name = /^attack\.(.*)$/i.exec(tag.text)?.[1]?.toLowerCase().replaceAll("_", "-") ?? "";
    Object.hasOwn(TACTICS, name) ? tactics.add(TACTICS[name]) : /^t\d{4}(?:\.\d{3})?$/.test(name) && techniques.add(name.toUpperCase());
  }
  let lines = [];
  return rule.id && lines.push(`id: ${quote(rule.id)}`), lines.push(
    `name: ${quote(rule.title)}`,
    `description: ${quote(rule.description ?? rule.title)}`,
    `severity: ${SEVERITIES[rule.level?.toLowerCase() ?? ""] ?? "Medium"}`,
    "status: Available",
    "requiredDataConnectors: []",
    "queryFrequency: 1h",
    "queryPeriod: 1h",
    "triggerOperator: gt",
    "triggerThreshold: 0",
    ...list("tactics", tactics),
    ...list("relevantTechniques", techniques),
    `query: ${block(text2)}`,
    "entityMappings: []",
    "version: 1.0.0",
    "kind: Scheduled",
    ""
  ), lines.join(`
`);
}
function list(key, items) {
  return items.size === 0 ? [`${key}: []`] : [`${key}:`, ...[...items].map((i) => `  - ${i}`)];
}
function quote(value) {
  return JSON.stringify(value).replace(
    /[^ -~]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`
  );
}
function block(value) {
  return /^[^\s\p{C}][^\p{C}\p{Zl}\p{Zp}]*$/u.test(value.replaceAll(`
`, "")) ? `|-
${value.replace(/^/gm, "  ")}` : quote(value);
}

// backends/kql/index.ts
var kql = {
  name: "kql",
  title: "Microsoft Kusto (KQL)",
  options: [
    {
      name: "table",
      description: "The table to read, such as SecurityEvent, or the tables that a pipeline may choose from. Without any, and without a pipeline, only what goes after `| where` is written.",
      values: null,
      default: ""
    },
    {
      name: "columns",
      description: "Types of columns, such as EventID:int,AdditionalFields:dynamic. A column that is not named is taken for a string, or for a number where the rule compares it with numbers alone.",
      values: null,
      default: "",
      check: (value) => {
        let parsed = parseColumns(value);
        return "error" in parsed ? parsed.error : null;
      }
    },
    {
      name: "dots",
      description: "What a dot in a field name means: a step into a dynamic column (path), or part of the name (column). A field named in kql.columns is always a column.",
      values: ["path", "column"]
    }
  ],
  formats,
  pipelines: async () => (await import("./pipelines.generated-YJ2ESYMX.js")).default,
  defaultPipelines: ["microsoft"],
  tables: async () => (await import("./tables-ZGJTFFBP.js")).tables,
  tablesChosen: (options) => tableNames(options.table),
  simplify: { oneOf: !0, pushNegation: !1 },
  emit(request, report) {
    let source = sourceOf(request);
    return checkColumns(request.expression, source, request, report), emitKql(request, report, source);
  },
  union: (queries, format) => format === "predicate" ? null : unionOf(queries)
};

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
], FLAGS = ["caseless", "lower"];
function columnsOf2(state) {
  let columns = /* @__PURE__ */ new Map(), readings = /* @__PURE__ */ new Map(), wrong = /* @__PURE__ */ new Map();
  if (state === null || typeof state != "object") return { columns, readings, wrong };
  for (let [name, value] of Object.entries(state)) {
    let given = value, settings = typeof given == "object" && given !== null ? given : { type: given };
    if ("as" in settings) readings.set(name, settings);
    else {
      let column = columnOf(settings);
      typeof column == "string" ? wrong.set(name, column) : columns.set(name, column);
    }
  }
  return { columns, readings, wrong };
}
function columnOf(settings) {
  let { type, absent = [], words = "standard", ...flags } = settings, known = FIELD_TYPES.find((t) => t === type);
  if (!known) return `the type ${JSON.stringify(type)}; there are: ${FIELD_TYPES.join(", ")}`;
  for (let [key, value] of Object.entries(flags)) {
    if (!FLAGS.some((f) => f === key)) return `the key ${JSON.stringify(key)}`;
    if (typeof value != "boolean") return `${key}: ${JSON.stringify(value)}`;
  }
  return words !== "standard" && words !== "dashed" ? `words: ${JSON.stringify(words)}` : Array.isArray(absent) ? {
    type: known,
    caseless: flags.caseless === !0,
    lower: flags.lower === !0,
    absent: absent.map((text2) => String(text2)),
    words
  } : `absent: ${JSON.stringify(absent)}`;
}

// backends/lucene/formats.ts
var SEVERITY = {
  informational: ["low", 10],
  low: ["low", 21],
  medium: ["medium", 47],
  high: ["high", 73],
  critical: ["critical", 99]
}, formats2 = [
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
    wrap: (query3) => JSON.stringify(
      { query: { bool: { filter: [{ query_string: { query: query3, analyze_wildcard: !1 } }] } } },
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
function siemRule(query3, rule) {
  let [severity, riskScore] = SEVERITY[rule.level ?? ""] ?? ["low", 21];
  return JSON.stringify(
    {
      ...rule.id === null ? {} : { rule_id: rule.id },
      name: rule.title,
      description: rule.description ?? rule.title,
      type: "query",
      language: "lucene",
      query: query3,
      severity,
      risk_score: riskScore,
      tags: rule.tags.map((t) => t.text),
      references: rule.references.map((r) => r.text),
      false_positives: rule.falsepositives.map((f) => f.text),
      author: rule.author === null ? [] : [rule.author],
      from: "now-6m",
      interval: "5m",
      enabled: !1
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
function anyOf2(pieces) {
  let byField = /* @__PURE__ */ new Map(), wholes = [], [first] = pieces;
  if (first?.kind === "never" && pieces.every((p) => p.kind === "never"))
    return atom(text("(NOT *:*)", first.span));
  for (let piece of pieces)
    if (piece.kind !== "never")
      if (piece.kind === "whole") wholes.push(piece.emitted);
      else {
        let known = byField.get(piece.field);
        known ? known.push(...piece.docs) : byField.set(piece.field, [...piece.docs]);
      }
  let docs = [];
  for (let [field, values2] of byField) {
    let [only] = values2, value = values2.length === 1 ? only : enclose("(", linked("OR", values2), ")");
    docs.push(concat(`${field}:`, value));
  }
  for (let { doc, binding } of wholes)
    docs.push(binding === AND && pieces.length > 1 ? concat("(", doc, ")") : doc);
  return wholes.length === 1 && docs.length === 1 ? wholes[0] : docs.length === 1 ? atom(docs[0]) : atom(enclose("(", linked("OR", docs), ")"));
}
function oneOf2(pieces) {
  return { kind: "whole", emitted: anyOf2(pieces) };
}
function allOf(pieces) {
  let none = pieces.find((p) => p.kind === "never");
  if (none) return none;
  let [only] = pieces;
  if (only && pieces.length === 1) return only;
  let docs = pieces.map((p) => anyOf2([p]).doc);
  return whole(enclose("(", linked("AND", docs), ")"));
}
function linked(word, docs) {
  return join(concat(line, `${word} `), docs);
}

// backends/lucene/literals.ts
var RESERVED = /[+\-=&|!(){}[\]^"~*?:\\/\s]/g, WORDS = /^(?:AND|OR|NOT|TO)$/, CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/;
function isWritable(text2) {
  return !CONTROL.test(text2);
}
function fieldName(name, isPattern = !1) {
  if (isPattern) return writeName(name, !0);
  let written = names.get(name);
  return written === void 0 && (written = writeName(name, !1), names.size < MOST_NAMES && names.set(name, written)), written;
}
var names = /* @__PURE__ */ new Map(), MOST_NAMES = 1e4;
function writeName(name, isPattern) {
  if (name === "" || name === "_exists_" || CONTROL.test(name) || /[<>]/.test(name) || name.includes("*") && !isPattern) return null;
  let escaped2 = name.replace(RESERVED, "\\$&");
  return WORDS.test(name) ? `\\${escaped2}` : escaped2;
}
function phrase(text2) {
  return `"${text2.replace(/["\\]/g, "\\$&")}"`;
}
function wildcardTerm(pattern2) {
  let out = "";
  for (let part of pattern2) {
    if (typeof part != "string") {
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
      let literal3 = literalText(p.pattern);
      if (literal3 !== null) return parseAddress(literal3) ? [phrase(literal3)] : [];
      if (p.pattern.some((part) => typeof part == "string" && !/^[\d.:a-f]*$/i.test(part)))
        return [];
      let shape = shapeOf(p.pattern);
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
  return text2.includes(".") ? beginningOfV4(text2.split(".")) : beginningOfV6(text2.toLowerCase());
}
function beginningOfV4(parts) {
  let last = parts[parts.length - 1], whole2 = parts.slice(0, -1);
  if (parts.length > 4 || !whole2.every(isPart)) return null;
  if (last === "") return [phrase(`${filled(whole2, "0")}/${whole2.length * 8}`)];
  if (!isPart(last)) return null;
  let first = Number(last);
  return [
    [first, first],
    [first * 10, first * 10 + 9],
    [first * 100, first * 100 + 99]
  ].slice(0, first === 0 ? 1 : 3).filter(([from]) => from <= 255).map(([from, to]) => {
    let low = filled([...whole2, String(from)], "0"), high = filled([...whole2, String(Math.min(to, 255))], "255");
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
  let group2 = /^([1-9a-f][\da-f]{0,3}):$/.exec(text2)?.[1];
  return group2 === void 0 ? null : [phrase(`${group2}::/16`)];
}
function networkRegex({ version, address, prefix }) {
  return version === 4 ? { source: networkV4(address, prefix), wider: !1 } : networkV6(address, prefix);
}
var PART = "[0-9]{1,3}";
function networkV4(address, prefix) {
  return formatAddress(4, address).split(".").map(Number).map((part, i) => {
    let bits = Math.max(0, Math.min(8, prefix - 8 * i));
    return bits === 8 ? String(part) : bits === 0 ? PART : `(${Array.from({ length: 2 ** (8 - bits) }, (_, n) => part + n).join("|")})`;
  }).join("\\.");
}
function networkV6(address, prefix) {
  if (prefix === 128) {
    let all3 = Array.from(
      { length: 8 },
      (_, i) => (address >> BigInt(112 - 16 * i) & 0xffffn).toString(16)
    );
    return { source: [.../* @__PURE__ */ new Set([formatAddress(6, address), all3.join(":")])].map(anyCase).join("|"), wider: !1 };
  }
  let bits = Math.min(prefix, 16), first = Number(address >> 112n);
  return first < 4096 ? null : { source: `${[...first.toString(16).padStart(4, "0")].map((digit, i) => {
    let known = Math.max(0, Math.min(4, bits - 4 * i)), from = parseInt(digit, 16), values2 = Array.from({ length: 2 ** (4 - known) }, (_, n) => (from + n).toString(16)), all3 = values2.map(bothCases).join("");
    return values2.length === 16 ? "[0-9a-fA-F]" : all3.length === 1 ? all3 : `[${all3}]`;
  }).join("")}:.*`, wider: prefix > 16 };
}
function anyCase(text2) {
  return [...text2].map((c) => /[a-f]/.test(c) ? `[${bothCases(c)}]` : c).join("");
}
function bothCases(digit) {
  return /[a-f]/.test(digit) ? digit + digit.toUpperCase() : digit;
}

// backends/lucene/fits.ts
function fits(pattern2, text2, cased) {
  if (pattern2.reduce((sum, p) => sum + (typeof p == "string" ? p.length : 0), 0) > 3 * text2.length) return !1;
  let fold = (s) => cased ? s : s.toLowerCase(), wanted = pattern2.flatMap(
    (part) => typeof part == "string" ? [...fold(part)] : [part]
  ), given = [...fold(text2)], at = 0, from = 0, star = null;
  for (; from < given.length; ) {
    let part = wanted[at];
    if (part !== void 0 && isAny(part))
      star = { at: ++at, from };
    else if (part !== void 0 && (typeof part == "object" || part === given[from]))
      at++, from++;
    else {
      if (!star) return !1;
      at = star.at, from = ++star.from;
    }
  }
  return wanted.slice(at).every(isAny);
}
function isAny(part) {
  return typeof part == "object" && part.kind === "any";
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
}, WHOLE = /^(?:0|-?[1-9]\d*)$/, DECIMAL = /^(?:0|-?(?:0\.\d*[1-9]|[1-9]\d*(?:\.\d*[1-9])?))$/;
function isBeyond(decimal, type) {
  let largest = LARGEST[type];
  if (largest === void 0) return !1;
  let whole2 = BigInt(decimal.replace(/\..*/, "") || "0");
  return whole2 > largest || whole2 < (type === "unsigned_long" ? 0n : -largest - 1n);
}
function numberQueries(p, type) {
  let largest = LARGEST[type], written = largest === void 0 ? DECIMAL : WHOLE, equal = (text2) => written.test(text2) && !isBeyond(text2, type) ? [plain(text2)] : [];
  switch (p.kind) {
    case "number":
      return equal(p.number.decimal);
    case "string": {
      let shape = shapeOf(p.pattern);
      return shape.shape === "equals" ? equal(shape.text) : shape.shape === "empty" ? [] : shape.shape === "startswith" && largest !== void 0 ? beginning2(shape.text, largest) : null;
    }
    case "boolean":
    case "cidr":
      return [];
    case "compare": {
      let { decimal } = p.number;
      return isBeyond(decimal, type) ? p.operator.startsWith("l") === decimal.startsWith("-") ? [] : ["*"] : [range(p.operator, decimal)];
    }
    default:
      return null;
  }
}
function beginning2(digits, largest) {
  if (!WHOLE.test(digits)) return /^[-\d]*$/.test(digits) ? null : [];
  if (digits.startsWith("-")) return null;
  if (digits === "0") return ["0"];
  let queries = [];
  for (let low = BigInt(digits), width = 1n; low <= largest; low *= 10n, width *= 10n) {
    let high = low + width - 1n;
    queries.push(width === 1n ? `${low}` : `[${low} TO ${high < largest ? high : largest}]`);
  }
  return queries;
}
function plain(decimal) {
  return /^\d+$/.test(decimal) ? decimal : phrase(decimal);
}
var SIGNS = { lt: "<", lte: "<=", gt: ">", gte: ">=" }, RANGES = {
  lt: (n) => `[* TO ${n}}`,
  lte: (n) => `[* TO ${n}]`,
  gt: (n) => `{${n} TO *]`,
  gte: (n) => `[${n} TO *]`
};
function range(operator, decimal) {
  return decimal.startsWith("-") ? RANGES[operator](`"${decimal}"`) : `${SIGNS[operator]}${decimal}`;
}

// backends/lucene/regex-anchors.ts
var ANYTHING = ".*", NO_PRINTABLE_ASCII = "[^ -~]?", MAX_BRANCHES = 64;
function branchesOf(ast, flags, widen) {
  return flatten([{ node: ast, flags }]).map((nodes) => {
    let { text: open2, rest } = takeStart(nodes), { text: close, rest: inner } = takeEnd(rest, widen), kept = trimOpen(dropCertain(inner), open2 === ANYTHING, close === ANYTHING);
    return kept.length === 0 && open2 === ANYTHING && close === ANYTHING ? { open: open2, nodes: [], close: "" } : { open: open2, nodes: kept, close };
  });
}
function flatten(nodes) {
  let first = nodes.findIndex(({ node }) => node.kind !== "anchor"), last = nodes.length - 1 - [...nodes].reverse().findIndex(({ node }) => node.kind !== "anchor");
  if (first < 0) return [nodes];
  for (let index of /* @__PURE__ */ new Set([first, last])) {
    let { node, flags } = nodes[index], opened = open(node, flags, nodes.length === 1);
    if (!opened) continue;
    let branches = opened.flatMap(
      (branch) => flatten([...nodes.slice(0, index), ...branch, ...nodes.slice(index + 1)])
    );
    if (branches.length > MAX_BRANCHES)
      throw new Untranslatable("The anchors of this pattern stand in too many alternatives.", node);
    return branches;
  }
  return [nodes];
}
function open(node, flags, alone) {
  switch (node.kind) {
    case "sequence":
      return [node.items.map((item) => ({ node: item, flags }))];
    case "alternation":
      return !alone && !hasAnchor(node) || alone && !hasAnchor(node) ? null : node.options.map((option) => [{ node: option, flags }]);
    case "group":
      return node.atomic || !hasAnchor(node.body) ? null : [[{ node: node.body, flags: { ...flags, ...node.flags } }]];
    default:
      return null;
  }
}
function hasAnchor(node) {
  switch (node.kind) {
    case "anchor":
      return !0;
    case "alternation":
      return node.options.some(hasAnchor);
    case "sequence":
      return node.items.some(hasAnchor);
    case "group":
    case "repeat":
      return hasAnchor(node.body);
    default:
      return !1;
  }
}
function takeStart(nodes) {
  let text2 = ANYTHING, at = 0;
  for (; at < nodes.length; at++) {
    let { node, flags } = nodes[at];
    if (node.kind !== "anchor") break;
    if (node.anchor === "text-start" || node.anchor === "line-start")
      node.anchor === "line-start" && flags.multiLine && refuseLines(node), text2 = "";
    else if (node.anchor === "word-boundary") {
      let side = wordness(nodes[at + 1]?.node);
      side === null && refuseBoundary(node), text2 !== "" ? text2 = side ? "(.*[^0-9A-Za-z_])?" : ".*[0-9A-Za-z_]" : side || refuseBoundary(node);
    } else break;
  }
  return { text: text2, rest: nodes.slice(at) };
}
function takeEnd(nodes, widen) {
  let text2 = ANYTHING, at = nodes.length;
  for (; at > 0; at--) {
    let { node, flags } = nodes[at - 1];
    if (node.kind !== "anchor") break;
    if (["text-end", "line-end", "text-end-or-newline"].includes(node.anchor))
      node.anchor === "line-end" && flags.multiLine && refuseLines(node), text2 = "", node.anchor !== "text-end" && (text2 = NO_PRINTABLE_ASCII, widen(
        "`$` also fits before a line break at the end, which has no escape in Lucene, so any one character that is no printable ASCII may end the text."
      ));
    else if (node.anchor === "word-boundary") {
      let side = wordness(nodes[at - 2]?.node);
      side === null && refuseBoundary(node), text2 !== "" ? text2 = side ? "([^0-9A-Za-z_].*)?" : "[0-9A-Za-z_].*" : side || refuseBoundary(node);
    } else break;
  }
  return { text: text2, rest: nodes.slice(0, at) };
}
function trimOpen(nodes, openStart, openEnd) {
  let optional = (f) => f?.node.kind === "repeat" && f.node.min === 0, from = 0, to = nodes.length;
  for (; openStart && from < to && optional(nodes[from]); ) from++;
  for (; openEnd && to > from && optional(nodes[to - 1]); ) to--;
  return nodes.slice(from, to);
}
function dropCertain(nodes) {
  return nodes.filter(({ node }, index) => {
    if (node.kind !== "anchor" || node.anchor !== "word-boundary") return !0;
    let [before, after] = [nodes[index - 1]?.node, nodes[index + 1]?.node].map(wordness);
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
    let sides = new Set(node.options.map((o) => wordness(firstAndLast(o))));
    return sides.size === 1 ? [...sides][0] : null;
  }
  if (node.kind !== "class") return null;
  let members = membersOf(node);
  if (!members) return null;
  let inWord = (c) => contains(WORD, c);
  return members.every(([from, to]) => to < 128 && range2(from, to).every(inWord)) ? !0 : members.every(([from, to]) => !range2(from, Math.min(to, 127)).some(inWord)) ? !1 : null;
}
function firstAndLast(node) {
  if (node.kind !== "sequence") return node;
  let first = node.items[0], last = node.items[node.items.length - 1];
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
var MAX_COUNT = 16, CONTROL2 = [
  [0, 31],
  [127, 159]
], hasControl = (text2) => /[\u0000-\u001f\u007f-\u009f]/.test(text2), BEYOND_ASCII = [[128, 1114111]], UPPER = [[65, 90]];
function toLuceneRegex(regex2, { fold }) {
  return translate((approximate) => {
    let widen = (message) => approximate({ direction: "wider", message }), writer = new Writer(fold, widen);
    return branchesOf(regex2.ast, regex2.flags, widen).map(({ open: open2, nodes, close }) => {
      let body = nodes.map(({ node, flags }) => writer.print(node, flags, !0)).join("");
      return `${open2}${body}${close}`;
    }).join("|");
  });
}
function patternInClasses(pattern2) {
  let out = "";
  for (let part of pattern2) {
    if (typeof part != "string") {
      out += part.kind === "any" ? ".*" : ".";
      continue;
    }
    if (hasControl(part)) return null;
    for (let c of part) out += ASCII_CLASSES[c.codePointAt(0)] ?? inEachCase(c.codePointAt(0));
  }
  return out;
}
function inEachCase(codePoint) {
  let others = otherCases(codePoint), all3 = [codePoint, ...others].map((c) => escapeOperator(String.fromCodePoint(c)));
  return others.length === 0 ? all3[0] : `[${all3.join("")}]`;
}
var ASCII_CLASSES = Array.from({ length: 128 }, (_, c) => inEachCase(c)), Writer = class {
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
        let text2 = node.options.map((o) => this.print(o, flags, !1)).join("|");
        return inSequence ? `(${text2})` : text2;
      }
      case "sequence":
        return node.items.length === 0 ? "()" : node.items.map((i) => this.print(i, flags, !0)).join("");
      case "literal":
        return this.literal(node.codePoint, flags);
      case "dot":
        return this.members(flags.dotAll ? EVERYTHING : complement([[10, 10]]), flags);
      case "class": {
        let members = membersOf(node);
        if (members) return this.members(members, flags);
        throw new Untranslatable("Lucene has no Unicode properties. List the characters.", node);
      }
      case "repeat": {
        node.mode === "possessive" && this.widen("a possessive repetition gives back here.");
        let inner = this.print(node.body, flags, !0);
        return `${["literal", "dot", "class", "group"].includes(node.body.kind) && !/^\(\)$/.test(inner) ? inner : `(${inner})`}${this.count(node)}`;
      }
      case "group":
        return node.atomic && this.widen("an atomic group gives back here."), `(${this.print(node.body, { ...flags, ...node.flags }, !1)})`;
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
    let { min, max } = node;
    return (max ?? min) <= MAX_COUNT ? countOf(node) : (this.widen(
      `Lucene would need too many states to count up to ${max ?? min}, so the repetition is left open.`
    ), countOf({ ...node, min: Math.min(min, MAX_COUNT), max: null }));
  }
  literal(codePoint, flags) {
    if (contains(CONTROL2, codePoint)) return this.members([[codePoint, codePoint]], flags);
    if (this.fold === "lowercase") {
      let c = String.fromCodePoint(codePoint), lower = c.toLowerCase();
      return otherCases(codePoint).length > 0 && !flags.ignoreCase && this.widen(LOWERED), escapeOperator([...lower].length === 1 ? lower : c);
    }
    return flags.ignoreCase ? inEachCase(codePoint) : escapeOperator(String.fromCodePoint(codePoint));
  }
  members(set, flags) {
    let wanted = flags.ignoreCase ? withOtherCases(set) : set;
    if (this.fold === "lowercase") {
      let lowered = lowerCased(withOtherCases(wanted));
      !flags.ignoreCase && withOtherCases(wanted).length !== wanted.length && this.widen(LOWERED), wanted = union(lowered, wanted.length === 1 && wanted[0][0] === 0 ? wanted : []);
    }
    return this.writable(wanted);
  }
  /** A control character cannot be written, so the class takes in all of them, or none. */
  writable(set) {
    let wanted = set, controls = intersect(set, CONTROL2);
    if (controls.length > 0 && JSON.stringify(controls) !== JSON.stringify(CONTROL2)) {
      wanted = union(set, CONTROL2);
      let beyond = intersect(set, BEYOND_ASCII);
      JSON.stringify(beyond) !== JSON.stringify(BEYOND_ASCII) && (wanted = union(wanted, BEYOND_ASCII)), this.widen(
        "tabs, line breaks and the like have no escape in Lucene, so the class is written with room for more."
      );
    }
    let outside = this.fold === "lowercase" ? withoutUpper(complement(wanted)) : complement(wanted);
    if (outside.length === 0) return ".";
    let open2 = wanted[wanted.length - 1];
    if (!open2) return "[^ -~]&[ -~]";
    if (open2[1] === 1114111 || intersect(wanted, CONTROL2).length > 0)
      return `[^${ranges2(outside)}]`;
    let [only] = wanted;
    return wanted.length === 1 && only && only[0] === only[1] ? escapeOperator(String.fromCodePoint(only[0])) : `[${ranges2(wanted)}]`;
  }
}, LOWERED = "the field is indexed lower-cased, so upper and lower case cannot be told apart.";
function lowerCased(set) {
  let moved = intersect(set, UPPER).map(([from, to]) => [from + 32, to + 32]);
  return union(intersect(set, complement(UPPER)), moved);
}
function withoutUpper(set) {
  let across = union(set, UPPER);
  return across.some(([from, to]) => from < 65 && to > 90) ? across : intersect(set, complement(UPPER));
}
function ranges2(set) {
  return set.map(([from, to]) => {
    let [a, b] = [from, to].map((c) => escapeOperator(String.fromCodePoint(c)));
    return from === to ? a : to === from + 1 ? `${a}${b}` : `${a}-${b}`;
  }).join("");
}
function escapeOperator(c) {
  return /[!-/:-@[-^`{-~]/.test(c) ? `\\${c}` : c;
}

// backends/lucene/values.ts
var MAX_REGEX = 1e3, ValueWriter = class {
  constructor(report) {
    this.report = report;
  }
  report;
  /** A pattern for the whole text. Never for a lone `*`, which asks for the field itself. */
  pattern(given, cased, mode, polarity, span) {
    let letters = hasLetters(given), pattern2 = mode === "lower" ? lowerCased2(given) : given;
    if (mode === "regex" && !cased && letters) {
      let plain2 = patternInClasses(pattern2);
      return { query: plain2 === null ? this.regex(patternToRegex(pattern2, !1), "classes", polarity, span) : this.between(plain2, span), caseless: !1 };
    }
    let lowered = mode === "normalized" || mode === "lower";
    lowered && cased && letters && this.loseCase(mode, polarity, span);
    let caseless = mode === "caseless" && !cased, fold = caseless || lowered ? "lowercase" : "classes", printable = this.printable(pattern2, polarity, span), literal3 = literalText(printable);
    if (literal3 !== null) return { query: phrase(literal3), caseless };
    let term = wildcardTerm(printable);
    if (term !== null) return { query: term, caseless };
    let regex2 = patternToRegex(
      printable,
      fold === "lowercase" || cased ? !fold.startsWith("l") : !1
    );
    return { query: this.regex(regex2, fold, polarity, span), caseless };
  }
  /** A regular expression searched for in the text. */
  search(regex2, mode, polarity, span) {
    let caseless = mode === "caseless" && regex2.flags.ignoreCase, lowered = mode === "normalized" || mode === "lower" || caseless;
    return {
      query: this.regex(regex2, lowered ? "lowercase" : "classes", polarity, span),
      caseless
    };
  }
  number({ source, decimal }, mode, polarity, span) {
    let plain2 = /^\d+$/.test(decimal) ? decimal : phrase(decimal);
    return source === decimal ? [plain2] : [plain2, this.pattern([source], !1, mode, polarity, span).query];
  }
  regex(regex2, fold, polarity, span) {
    let translated = toLuceneRegex(regex2, { fold });
    if (!translated.ok)
      return this.report.refuse("regex-unsupported", translated.message, span), "/()/";
    for (let { direction, message } of translated.approximations)
      this.report.approximate(direction, polarity, "lucene-regex", message, span);
    return this.between(translated.pattern, span);
  }
  /** A regular expression in Lucene's own words, between slashes. */
  between(pattern2, span) {
    if (pattern2.length > MAX_REGEX) {
      let message = `This makes a regular expression of ${pattern2.length} characters; Elasticsearch takes ${MAX_REGEX} unless index.max_regex_length says more. Raise it, or shorten the value.`;
      this.report.note("lucene-long-regex", message, span);
    }
    return `/${pattern2.replace(/\\\\$/, "[\\\\]")}/`;
  }
  /** Control characters have no escape: each becomes `?`. */
  printable(pattern2, polarity, span) {
    if (pattern2.every((p) => typeof p != "string" || isWritable(p))) return pattern2;
    this.report.approximate("wider", polarity, "lucene-control-character", "tabs, line breaks and other control characters have no escape in a query; each is written as ?, which is any character.", span);
    let parts = [];
    for (let part of pattern2)
      if (typeof part != "string") parts.push(part);
      else
        for (let c of part) parts.push(isWritable(c) ? c : { kind: "one" });
    let joined = [];
    for (let part of parts) {
      let last = joined[joined.length - 1];
      typeof part == "string" && typeof last == "string" ? joined[joined.length - 1] = last + part : joined.push(part);
    }
    return joined;
  }
  loseCase(mode, polarity, span) {
    let message = mode === "lower" ? "the field holds small letters only, whatever the event has, so `cased` cannot be held to." : "the field is taken to be indexed lower-cased, so `cased` cannot be held to. With -O lucene.case=caseless or regex it can.";
    this.report.approximate("wider", polarity, "lucene-cased", message, span);
  }
};
function hasLetters(pattern2) {
  for (let part of pattern2)
    if (typeof part == "string") {
      for (let c of part) if (otherCases(c.codePointAt(0)).length > 0) return !0;
    }
  return !1;
}
function lowerCased2(pattern2) {
  return pattern2.map((part) => typeof part != "string" ? part : BEYOND_ASCII2.test(part) ? [...part].map((c) => [...c.toLowerCase()].length === 1 ? c.toLowerCase() : c).join("") : part.toLowerCase());
}
var BEYOND_ASCII2 = /[^\0-\x7f]/;
function isPresence(predicate3) {
  return predicate3.kind === "string" && shapeOf(predicate3.pattern).shape === "any";
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
}, MAX_WORD = 255;
function wordQueries(parts, words) {
  let queries = [], phrase2 = [], endPhrase = () => {
    phrase2.length > 1 ? queries.push(`"${phrase2.join(" ")}"`) : queries.push(...phrase2.map(escaped)), phrase2 = [];
  };
  for (let { text: text2, openStart, openEnd, adjoins } of wordsOf(parts, KINDS[words])) {
    let kept = text2.slice(0, MAX_WORD).toLowerCase(), open2 = openEnd || kept.length < text2.length;
    (!adjoins || openStart || open2) && endPhrase(), openStart || open2 ? queries.push(`${openStart ? "*" : ""}${escaped(kept)}${open2 ? "*" : ""}`) : phrase2.push(kept);
  }
  return endPhrase(), { queries: [...new Set(queries)], exact: isOneWord(parts, words) };
}
function wordsOf(parts, { word, ...kind }) {
  return parts.flatMap((part, index) => {
    if (typeof part != "string") return [];
    let found2 = [...part.matchAll(word)], ends = found2.map((m) => m.index + m[0].length);
    return found2.map((m, i) => {
      let before = part.slice(ends[i - 1] ?? 0, m.index), after = part.slice(ends[i], found2[i + 1]?.index ?? part.length), begins = index === 0 && i === 0, finishes = index === parts.length - 1 && i === found2.length - 1;
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
  let shape = shapeOf(parts);
  return shape.shape !== "contains" || shape.text.length > MAX_WORD ? !1 : (words === "dashed" ? /^[-0-9A-Za-z_]+$/ : /^[0-9A-Za-z_]+$/).test(shape.text);
}
function escaped(word) {
  return word.replace(/-/g, "\\-");
}
function certainTexts(regex2) {
  let parts = [ANY], visit = (node) => {
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
        parts.push(ANY), node.min > 0 && (visit(node.body), parts.push(ANY));
        break;
      case "anchor":
        break;
      default:
        parts.push(ANY);
    }
  };
  return visit(regex2.ast), pattern([...parts, ANY]);
}

// backends/lucene/registry.ts
function registryPiece(p, polarity, report, write) {
  let { span } = p;
  if (p.kind !== "string" && p.kind !== "regex" || p.kind === "string" && isPresence(p)) return write(p);
  let types = fieldName(p.field.text.replace(/strings$/, "type")) ?? "field", ofType = (names2) => ofField(types, names2.map(phrase), span), parts = p.kind === "string" ? p.pattern : certainTexts(p.regex), cased = p.kind === "string" && p.cased, numbers = p.kind === "string" ? numbersIn(parts, cased) : [], pieces = numbers.map(
    ({ kind, decimal }) => allOf([
      ofType([kind]),
      write({ kind: "string", field: p.field, pattern: [decimal], cased: !1, span })
    ])
  );
  if (pieces.length > 0 && literalText(parts) !== null) return pieces[0];
  let dwords = p.kind === "string" && isEveryDword(parts, cased);
  dwords && pieces.push(ofType(["SZ_DWORD"]));
  let told = dwords ? ["SZ_DWORD"] : numbers.map((n) => n.kind);
  TEMPLATES.some(({ kind, text: text2 }) => !told.includes(kind) && couldBe(parts, text2)) && report.approximate("narrower", polarity, "lucene-registry-number", "numbers of the registry are kept in decimal, where this part of their text is not found.", span);
  let { doc: isNumber } = anyOf2([ofType(TEMPLATES.map((t) => t.kind))]), mixed = p.kind === "string" && couldBeDecimal(parts);
  return pieces.push(mixed ? allOf([write(p), whole(concat("NOT ", isNumber), AND)]) : write(p)), pieces.length === 1 ? pieces[0] : oneOf2(pieces);
}
var TEMPLATES = [
  { kind: "SZ_DWORD", text: "dword (0xhhhhhhhh)" },
  { kind: "SZ_QWORD", text: "qword (0xhhhhhhhh-0xhhhhhhhh)" }
];
function numbersIn(parts, cased) {
  let texts = parts.filter((part) => typeof part == "string"), [digits, more] = texts.flatMap((text2) => text2.match(/[0-9a-f]{8}/gi) ?? []);
  if (digits === void 0) return [];
  let high = BigInt(`0x${digits}`);
  return fits(parts, `DWORD (0x${digits})`, cased) ? [{ kind: "SZ_DWORD", decimal: String(high) }] : more === void 0 || !fits(parts, `QWORD (0x${digits}-0x${more})`, cased) ? [] : [{ kind: "SZ_QWORD", decimal: String((high << 8n) + BigInt(`0x${more}`)) }];
}
function isEveryDword(parts, cased) {
  let shape = shapeOf(parts);
  return shape.shape !== "startswith" ? !1 : ((text2) => text2.startsWith(cased ? shape.text : shape.text.toLowerCase()))(cased ? "DWORD (0x" : "dword (0x");
}
function couldBe(parts, template) {
  return parts.every((part, i) => {
    if (typeof part != "string") return !0;
    let latest = template.length - part.length, from = i === parts.length - 1 ? latest : 0, to = i === 0 ? 0 : latest;
    for (let at = Math.max(0, from); at <= to; at++)
      if (stands(part.toLowerCase(), template.slice(at))) return !0;
    return !1;
  });
}
function stands(text2, template) {
  return [...text2].every((c, i) => template[i] === "h" ? /[0-9a-f]/.test(c) : template[i] === c);
}
function couldBeDecimal(parts) {
  return parts.every((part) => typeof part != "string" || /^\d+$/.test(part));
}

// backends/lucene/readings.ts
var READINGS2 = [
  "like",
  "either",
  "registry-data",
  "domain-user",
  "among",
  "within"
];
function readingPiece(p, { as, of, key }, polarity, report, { write, absent }) {
  let { span } = p, field = (text2) => ({ text: text2, span: p.field.span, mapped: !0 });
  if (!READINGS2.some((r) => r === as)) {
    let message2 = `The pipeline reads this field as \`${as}\`, which does not exist. There are: ${READINGS2.join(", ")}.`;
    return report.refuse("lucene-unreadable-field", message2, p.field.span), never(span);
  }
  if (as === "like") return write({ ...p, field: field(of) });
  if (as === "either") {
    let [first, second] = [of, key].map((name) => ({ ...p, field: field(name) })), none = absent(first);
    return p.kind === "null" || none ? allOf([none ?? write(first), absent(second) ?? write(second)]) : oneOf2([write(first), write(second)]);
  }
  if (as === "registry-data") {
    let asked2 = { ...p, field: field(of) };
    return absent(asked2) ?? registryPiece(asked2, polarity, report, write);
  }
  if (as === "domain-user") {
    let ofUser = { ...p, field: field(key) };
    if (p.kind === "null" || p.kind === "exists") return write(ofUser);
    if (p.kind !== "string") return null;
    if (isPresence(p)) return write(ofUser);
    let missing2 = absent(ofUser);
    if (missing2) return missing2;
    let ways = split(p.pattern).map(([domain, user]) => {
      let asked2 = [
        { ...p, field: field(of), pattern: domain },
        { ...p, field: field(key), pattern: user }
      ].filter((q) => !isPresence(q));
      return allOf((asked2.length > 0 ? asked2 : [ofUser]).map(write));
    });
    if (ways.length > 0) return oneOf2(ways);
    let message2 = `No event has this: \`${p.field.text}\` is always a domain, a backslash and a name.`;
    return report.note("lucene-never", message2, span), never(span);
  }
  if (p.kind === "null" || p.kind === "time-part" || p.kind === "field-ref") return null;
  let message = as === "within" ? `\`${p.field.text}\` is looked for anywhere in the text of \`${of}\`.` : `\`${p.field.text}\` is looked for among all the values of \`${of}\`.`;
  report.approximate("wider", polarity, `lucene-${as}`, message, span);
  let asked = { ...p, field: field(of) };
  if (as === "among" || p.kind === "exists" || p.kind === "regex") return write(asked);
  let parts = textOf2(p);
  return parts ? write({
    kind: "string",
    field: field(of),
    pattern: pattern([ANY, ...parts, ANY]),
    cased: p.kind === "string" && p.cased,
    span
  }) : null;
}
function textOf2(p) {
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
  let backslashes = parts.filter((p) => typeof p == "string").join("").split("\\").length - 1;
  return backslashes > 1 ? [] : parts.flatMap((part, i) => {
    let [before, after] = [parts.slice(0, i), parts.slice(i + 1)];
    if (typeof part == "string") {
      let at = part.indexOf("\\");
      if (at < 0) return [];
      let sides = [part.slice(0, at), part.slice(at + 1)];
      return [[pattern([...before, sides[0]]), pattern([sides[1], ...after])]];
    }
    return backslashes === 1 ? [] : part.kind === "any" ? [[pattern([...before, ANY]), pattern([ANY, ...after])]] : [[pattern(before), pattern(after)]];
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
  reliesOnLowerCase = !1;
  values;
  /** Of a field that holds each text as a whole, or of one of which nothing is known. */
  write(p, field, column, polarity) {
    let { span } = p, mode = this.mode(column), inCase = ({ query: query3, caseless }) => ofField(caseless ? `${field}.caseless` : field, [query3], span);
    switch (p.kind) {
      case "string":
        return this.rely(column, hasLetters(p.pattern)), inCase(this.values.pattern(p.pattern, p.cased, mode, polarity, span));
      case "regex":
        return this.rely(column, !0), inCase(this.values.search(p.regex, mode, polarity, span));
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
    let { span } = p;
    switch (p.kind) {
      case "number":
        return ofField(field, this.values.number(p.number, "normalized", polarity, span), span);
      case "boolean":
        return ofField(field, [String(p.value)], span);
      case "string": {
        let literal3 = literalText(p.pattern), begins = shapeOf(p.pattern).shape === "startswith", query3 = literal3 === null ? begins ? wildcardTerm(p.pattern) : null : phrase(literal3);
        if (query3 === null) return null;
        if (!p.cased && hasLetters(p.pattern)) {
          let message = `\`${p.field.text}\` is of type flattened, where a text is found only in the case in which it stands.`;
          this.report.approximate("narrower", polarity, "lucene-flattened-case", message, span);
        }
        return ofField(field, [query3], span);
      }
      default:
        return null;
    }
  }
  /** Of a text that is kept as its words; null if it has none that could be asked for. */
  words(p, field, column, polarity) {
    let { span } = p, parts = p.kind === "string" ? p.pattern : p.kind === "regex" ? certainTexts(p.regex) : p.kind === "number" ? [p.number.source] : p.kind === "boolean" ? [String(p.value)] : null, { queries, exact } = parts ? wordQueries(parts, column.words) : NO_WORDS;
    if (queries.length === 0) return null;
    if (!exact || p.kind === "string" && p.cased && hasLetters(p.pattern) || p.kind === "regex") {
      let message = `\`${p.field.text}\` is kept as words in small letters: these are looked for, and not what stands between them.`;
      this.report.approximate("wider", polarity, "lucene-words", message, span);
    }
    return allOf(queries.map((q) => ofField(field, [q], span)));
  }
  /** A network in a field of texts; null if it cannot be asked. */
  network({ network, field: { text: text2 }, span }, field, polarity) {
    let regex2 = networkRegex(network);
    if (!regex2) return null;
    if (regex2.wider) {
      let message = `\`${text2}\` is a text, so only the first group of the network is looked for.`;
      this.report.approximate("wider", polarity, "lucene-network-text", message, span);
    }
    return ofField(field, [this.values.between(regex2.source, span)], span);
  }
  /** A keyword in any field. */
  anywhere(search, polarity, span) {
    let isText2 = search.kind === "regex" || hasLetters(search.pattern);
    this.typed || this.rely(void 0, isText2);
    let own = this.typed || this.option === "caseless" ? "regex" : this.mode(void 0), mode = this.option === "normalized" ? "normalized" : own, { query: query3 } = search.kind === "regex" ? this.values.search(search.regex, mode, polarity, span) : this.values.pattern(
      pattern([ANY, ...search.pattern, ANY]),
      search.cased,
      mode,
      polarity,
      span
    );
    return { kind: "whole", emitted: { doc: { kind: "text", text: query3, span }, binding: 100 } };
  }
  mode(column) {
    return this.option !== "auto" ? this.option : column ? column.lower ? "lower" : column.caseless ? "caseless" : "regex" : "normalized";
  }
  rely(column, hasCase) {
    this.option === "auto" && !column && hasCase && (this.reliesOnLowerCase = !0);
  }
}, NO_WORDS = { queries: [], exact: !1 };

// backends/lucene/predicates.ts
var PredicateWriter = class {
  constructor(asked, report) {
    this.asked = asked;
    this.report = report;
    let readings = [...asked.columns.readings.values()];
    this.patterns = /* @__PURE__ */ new Set([
      ...readings.flatMap(({ as, of }) => as === "like" ? [of] : []),
      ...asked.keywords.chosen ? [] : asked.keywords.names
    ]), this.strings = new StringWriter(asked.case, asked.columns.columns.size > 0, report);
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
    if (node.kind === "keyword") return anyOf2(this.keyword(node, polarity));
    let options = node.kind === "one-of" ? node.options : [node];
    return anyOf2(options.map((o) => this.piece(o, polarity)));
  }
  name(name, span) {
    let written = fieldName(name, this.patterns.has(name));
    return written !== null ? written : (this.report.refuse(
      "lucene-field-name",
      "query_string has no way to write this field name: < and > and control characters cannot be escaped, * stands for any text, and _exists_ has a meaning of its own. Rename the field.",
      span
    ), "field");
  }
  column(name, span) {
    let wrong = this.asked.columns.wrong.get(name);
    if (wrong !== void 0) {
      let message = `The pipeline's \`types\` say of ${name} what is not known: ${wrong}.`;
      this.report.refuse("lucene-unknown-type", message, span);
    }
    return this.asked.columns.columns.get(name);
  }
  piece(p, polarity) {
    let { span } = p, reading = this.asked.columns.readings.get(p.field.text);
    if (reading) {
      let writer = {
        write: (q) => this.piece(q, polarity),
        absent: (q) => this.absent(q, polarity)
      };
      return readingPiece(p, reading, polarity, this.report, writer) ?? this.unsayable(p, "this of a field that it reads out of another", polarity);
    }
    let field = this.name(p.field.text, p.field.span), column = this.column(p.field.text, p.field.span), absent = this.absent(p, polarity);
    if (absent) return absent;
    switch (p.kind) {
      case "null":
        return missing(field, span);
      case "exists":
        return this.report.approximate(
          "narrower",
          polarity,
          "lucene-null-not-indexed",
          "Elasticsearch does not index null, so a field that is present and null counts as missing.",
          span
        ), exists(field, span);
      case "time-part":
        return this.unsayable(p, `\`${p.part}\` of a date`, polarity);
      case "field-ref":
        return this.unsayable(p, "a comparison of two fields", polarity);
      case "string":
        if (isPresence(p)) return exists(field, span);
    }
    return column ? this.orAbsent(p, field, column, polarity, this.ofColumn(p, field, column, polarity)) : this.untyped(p, field, polarity);
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
    let { span } = p, { report } = this;
    switch (p.kind) {
      case "boolean":
        return this.asked.case !== "normalized" && this.asked.case !== "auto" && report.note(
          "lucene-boolean-field",
          `\`${p.field.text}\` must be mapped as a boolean; a keyword field is found only where it holds \`${p.value}\` in small letters.`,
          span
        ), ofField(field, [String(p.value)], span);
      case "cidr":
        return report.note(
          "lucene-ip-field",
          `\`${p.field.text}\` must be mapped as an ip field; a keyword field does not know networks.`,
          span
        ), ofField(field, [`"${p.network.text}"`], span);
      case "compare":
        return report.note(
          "lucene-number-field",
          `\`${p.field.text}\` must be mapped as a number; a keyword field compares as text.`,
          span
        ), ofField(field, [range(p.operator, p.number.decimal)], span);
      default:
        return this.strings.write(p, field, void 0, polarity);
    }
  }
  ofTexts(p, field, column, polarity) {
    let { span } = p;
    switch (p.kind) {
      case "cidr":
        return this.strings.network(p, field, polarity) ?? this.open(p, column, polarity);
      case "compare": {
        let message = `\`${p.field.text}\` is indexed as ${column.type}, which compares as text: 9 is more than 10 there. Compare a field that is indexed as a number.`;
        return this.report.refuse("lucene-compare-texts", message, span), never(span);
      }
      case "boolean": {
        let { field: name, value } = p, asText2 = {
          kind: "string",
          field: name,
          pattern: [String(value)],
          cased: !1,
          span
        };
        return this.strings.write(asText2, field, column, polarity);
      }
      default:
        return this.strings.write(p, field, column, polarity);
    }
  }
  /** @param queries empty: no event can have it; null: it cannot be asked */
  typed(p, field, column, queries, what) {
    let { span } = p, name = p.field.text;
    if (queries === null) {
      let message2 = `\`${name}\` is indexed as ${column.type}, so it cannot be searched as a text. Ask for whole values, or map the field to one of type keyword.`;
      return this.report.refuse("lucene-no-text", message2, span), never(span);
    }
    if (queries.length > 0) return ofField(field, queries, span);
    if (fitsAbsent(p, column)) return never(span);
    let message = `No event has this: \`${name}\` is indexed as ${column.type}, and this is not ${what} as it is written there.`;
    return this.report.note("lucene-never", message, span), never(span);
  }
  /**
   * What is not kept cannot be told from what is missing. Null where the field keeps all that is
   * asked for, or some of it beside what it does not keep.
   */
  absent(p, polarity) {
    let { text: name, span } = p.field, texts = this.asked.columns.columns.get(name)?.absent ?? [];
    if (texts.length === 0) return null;
    let say = (direction) => {
      let message = `what is ${texts.map((t) => JSON.stringify(t)).join(" or ")} is not kept in \`${name}\`: the field is missing then.`;
      this.report.approximate(direction, polarity, "lucene-absent", message, p.span);
    };
    return p.kind === "exists" || p.kind === "string" && isPresence(p) ? (say("narrower"), null) : !(p.kind === "string" && texts.includes(literalText(p.pattern)?.toLowerCase() ?? "*")) && p.kind !== "null" ? null : (say("wider"), missing(this.name(name, span), p.span));
  }
  orAbsent(p, field, column, polarity, piece) {
    if (!fitsAbsent(p, column)) return piece;
    let message = `texts that are not kept in \`${p.field.text}\` fit too, so the field may be missing.`;
    return this.report.approximate("wider", polarity, "lucene-absent", message, p.span), oneOf2([piece, missing(field, p.span)]);
  }
  open(p, column, polarity) {
    return this.unsayable(p, `this of a field of type ${column.type}`, polarity);
  }
  /** What query_string cannot ask is asked more loosely, so that nothing is missed. */
  unsayable(p, what, polarity) {
    let message = `query_string cannot say ${what}, so it is left open here.`, direction = polarity === "positive" ? "wider" : "narrower";
    if (this.report.approximate(direction, polarity, "lucene-unsayable", message, p.span), polarity === "negative") return whole(text("(NOT *:*)", p.span));
    let present = (p.kind === "field-ref" ? [p.field, p.other] : p.kind === "null" ? [] : [p.field]).flatMap(({ text: name }) => this.homes(name)).map((n) => `_exists_:${this.name(n, p.field.span)}`);
    if (present.length === 0) return whole(text("*:*", p.span));
    let all3 = present.length === 1 ? present[0] : `(${present.join(" AND ")})`;
    return whole(text(all3, p.span));
  }
  /** The fields without which an event has no value of this name; those that keep all texts. */
  homes(name) {
    let { columns, readings } = this.asked.columns, reading = readings.get(name);
    if (reading?.as === "either") return [];
    let home = reading?.as === "domain-user" ? reading.key : reading?.of ?? name;
    return (columns.get(home)?.absent.length ?? 0) > 0 ? [] : [home];
  }
  keyword({ search, span }, polarity) {
    let { names: names2, chosen } = this.asked.keywords;
    if (chosen && names2.length > 0) {
      let message = `keywords are looked for in ${names2.join(", ")}, and in no other field.`;
      this.report.approximate("narrower", polarity, "lucene-keyword-field", message, span);
    }
    return names2.length === 0 ? [this.strings.anywhere(search, polarity, span)] : names2.map((name) => {
      let field = { text: name, span }, p = search.kind === "regex" ? { kind: "regex", field, regex: search.regex, span } : {
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
  return p.kind !== "string" || literalText(p.pattern) !== null || isPresence(p) ? !1 : absent.some((text2) => fits(p.pattern, text2, p.cased));
}

// backends/lucene/index.ts
var syntax = {
  and: { word: "AND", binding: AND },
  or: { word: "OR", binding: 10 },
  not: prefixNot("NOT", AND),
  explicit: !0
}, lucene = {
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
  formats: formats2,
  pipelines: async () => (await import("./pipelines.generated-ZFKU4ZW2.js")).default,
  defaultPipelines: ["ecs"],
  simplify: { oneOf: !0, pushNegation: !1 },
  emit,
  union: (queries) => linked(
    "OR",
    queries.map((q) => enclose("(", q, ")"))
  )
};
function emit({ rule, expression, options, state }, report) {
  let caseOption = options.case, asked = {
    case: caseOption,
    columns: columnsOf2(state?.get("columns")),
    keywords: keywordFields(options.keyword_field ?? "", state?.get("keyword_fields"))
  }, sayNormalized = () => {
    report.note(
      "lucene-normalized",
      "The query relies on fields that are indexed lower-cased (a lowercase normalizer). If yours are not, set -O lucene.case=caseless or regex.",
      rule.logsource.span
    );
  };
  caseOption === "normalized" && sayNormalized();
  let predicates = new PredicateWriter(asked, report), { doc } = emitBoolean(expression, syntax, (node, polarity) => node.kind === "constant" ? atom(node.value ? "*:*" : "(NOT *:*)") : predicates.write(node, polarity));
  return predicates.reliesOnLowerCase && sayNormalized(), doc;
}
function keywordFields(option, state) {
  return option !== "" ? { names: [option], chosen: !1 } : { names: [state ?? []].flat().filter((name) => typeof name == "string"), chosen: !0 };
}

// backends/splunk/literals.ts
var CONTROL3 = /[\u0000-\u001f\u007f]/;
function quote2(text2) {
  let escaped2 = text2.includes("\\") ? text2.replaceAll("\\", "\\\\") : text2;
  return `"${escaped2.includes('"') ? escaped2.replaceAll('"', '\\"') : escaped2}"`;
}
function fitsSearch(text2) {
  return !text2.includes("*") && !text2.includes("```") && !CONTROL3.test(text2);
}
function looksLikeNetwork(text2) {
  return /^[0-9a-f.:]+\/[0-9]+$/i.test(text2);
}
var DEFAULT_FIELDS = /* @__PURE__ */ new Set([
  "eventtype",
  "host",
  "index",
  "linecount",
  "punct",
  "source",
  "sourcetype",
  "splunk_server",
  "splunk_server_group",
  "tag"
]);
function isDefaultField(name) {
  return DEFAULT_FIELDS.has(name);
}
var SEARCH_MODIFIERS = /* @__PURE__ */ new Set([
  "daysago",
  "earliest",
  "enddaysago",
  "endhoursago",
  "endminutesago",
  "endmonthsago",
  "endtime",
  "endtimeu",
  "eventtypetag",
  "hosttag",
  "hoursago",
  "latest",
  "minutesago",
  "monthsago",
  "savedsearch",
  "savedsplunk",
  "search",
  "searchtimespandays",
  "searchtimespanhours",
  "searchtimespanminutes",
  "searchtimespanmonths",
  "sourcetypetag",
  "startdaysago",
  "starthoursago",
  "startminutesago",
  "startmonthsago",
  "starttime",
  "starttimeu",
  "timeformat"
]), SEARCH_WORDS = /* @__PURE__ */ new Set(["and", "or", "not", "in", "by", "term", "case"]);
function searchField({ text: name, mapped }) {
  let lower = name.toLowerCase();
  return SEARCH_MODIFIERS.has(lower) || name.startsWith("_") || DEFAULT_FIELDS.has(name) && !mapped ? null : /^[a-z][a-z0-9_.]*$/i.test(name) ? SEARCH_WORDS.has(lower) ? `"${name}"` : name : name === "" || name.includes("::") || /["\\`]/.test(name) || !fitsSearch(name) ? null : `"${name}"`;
}
var EVAL_WORDS = /* @__PURE__ */ new Set(["and", "or", "not", "xor", "like", "in", "true", "false", "null"]);
function evalField(name) {
  return /^[a-z_][a-z0-9_]*$/i.test(name) && !EVAL_WORDS.has(name.toLowerCase()) ? name : name === "" || /['\\`]/.test(name) || CONTROL3.test(name) ? null : `'${name}'`;
}

// backends/splunk/computed.ts
var XML_NAME2 = /^[\p{L}_][\p{L}\p{N}_.-]*$/u, JSON_PATH = /^[\p{L}\p{N}_@:.{}-]+$/u, GROUP = /^[A-Za-z][A-Za-z0-9_]{0,31}$/, READINGS3 = {
  /** `<Data Name='key'>value</Data>`, as Windows events have it. */
  "xml-data": ({ of, key }, name) => XML_NAME2.test(key) ? rex(of, `<Data Name=.${literal2(key)}.>`, name) : null,
  /** `<key>value</key>`, as Windows events with user data have it. */
  "xml-element": ({ of, key }, name) => XML_NAME2.test(key) ? rex(of, `<${literal2(key)}(?: [^>]*)?>`, name) : null,
  /** Every `<Data>` without a name. */
  "xml-text": ({ of }, name) => rex(of, "<Data>", name),
  /** A place in JSON; an object or an array is its text. */
  json: ({ of, key }, name) => JSON_PATH.test(key) ? `spath input=${of} output=${name} path=${quote2(key)}` : null
};
function rex(of, before, name) {
  return `rex field=${of} max_match=0 ${quote2(`${before}(?<${name}>[^<]*)<`)}`;
}
function literal2(name) {
  return name.replaceAll(".", "[.]");
}
function computedFields(state) {
  let computed = /* @__PURE__ */ new Map();
  if (state === null || typeof state != "object") return computed;
  for (let [name, value] of Object.entries(state)) {
    let { as, of, key } = value ?? {};
    typeof as == "string" && typeof of == "string" && typeof key == "string" && computed.set(name, { as, of, key });
  }
  return computed;
}
function readingCommand({ text: text2, span }, field, report) {
  let reading = Object.hasOwn(READINGS3, field.as) ? READINGS3[field.as] : null, isNamed = GROUP.test(text2) && /^[A-Za-z_]\w*$/.test(field.of), command = isNamed ? reading?.(field, text2) : null;
  if (command) return command;
  let message = reading ? isNamed ? `\`${field.key}\` is no name that can be looked for in ${field.of}. Map the field to one that is there.` : `Splunk cannot read \`${text2}\` out of ${field.of}: the names of both are letters, digits and underscores, the first no longer than 32. Call it otherwise with \`to\`.` : `The pipeline reads this field as \`${field.as}\`, which does not exist. There are: ${Object.keys(READINGS3).join(", ")}.`;
  return report.refuse("splunk-unreadable-field", message, span), "where true()";
}

// backends/splunk/fields.ts
function fieldsOf2(expression) {
  let fields = /* @__PURE__ */ new Map(), seen = /* @__PURE__ */ new Set(), add2 = (name) => {
    fields.has(name.text) || fields.set(name.text, name);
  }, visit = (node) => {
    if (!seen.has(node))
      switch (seen.add(node), node.kind) {
        case "and":
        case "or":
          node.operands.forEach(visit);
          break;
        case "not":
          visit(node.operand);
          break;
        case "one-of":
          node.options.forEach(visit);
          break;
        case "constant":
        case "keyword":
          break;
        default:
          add2(node.field), node.kind === "field-ref" && add2(node.other);
      }
  };
  return visit(expression), fields;
}

// backends/splunk/formats.ts
var query2 = {
  name: "query",
  description: "The search alone",
  extension: "spl",
  wrap: null
}, savedSearches = {
  name: "savedsearches",
  description: "A stanza of savedsearches.conf for each query",
  extension: "conf",
  wrap: (search, rule) => {
    let lines = [`[${stanzaName(search, rule)}]`], description = oneLine(rule.description ?? "");
    return description !== "" && lines.push(`description = ${description}`), lines.push(
      "enableSched = 0",
      "cron_schedule = 0 * * * *",
      "dispatch.earliest_time = -65m@m",
      "dispatch.latest_time = -5m@m",
      `alert.severity = ${SEVERITIES2[rule.level ?? ""] ?? 3}`,
      `search = ${search.replaceAll(`
`, `\\
`)}`,
      ""
    ), lines.join(`
`);
  }
}, SEVERITIES2 = {
  informational: 2,
  low: 2,
  medium: 3,
  high: 4,
  critical: 5
};
function stanzaName(search, rule) {
  let title = oneLine(rule.title).replaceAll("[", "(").replaceAll("]", ")"), name = title === "" ? "Untitled rule" : title;
  return rule.detection.conditions.length > 1 ? `${name} (${checksum(search)})` : name;
}
function oneLine(value) {
  let flat = value.replace(/[\u0000-\u0020\u007f\u0085\u2028\u2029]+/g, " ").trim();
  return flat.endsWith("\\") ? `${flat}.` : flat;
}
function checksum(value) {
  let hash = 2166136261;
  for (let i = 0; i < value.length; i++)
    hash = Math.imul(hash ^ value.charCodeAt(i), 16777619);
  return (hash >>> 0).toString(16).padStart(8, "0");
}

// backends/splunk/indexes.ts
function split2(value) {
  return value.split(",").map((name) => name.trim()).filter((name) => name !== "");
}
function checkIndexes(value) {
  let names2 = split2(value);
  if (names2.length === 0 && value !== "") return "it names no index.";
  let wrong = names2.find((name) => !/^[a-zA-Z0-9_*-]+$/.test(name));
  return wrong === void 0 ? null : `an index name has letters, digits, underscores and dashes only, and '${wrong}' has others.`;
}
function indexTerm(value) {
  let names2 = split2(value).map(quote2);
  return atom(names2.length === 1 ? `index=${names2[0]}` : `index IN (${names2.join(", ")})`);
}

// backends/splunk/search.ts
var SEARCH_SYNTAX = {
  and: { word: "AND", binding: 1 },
  or: { word: "OR", binding: 2 },
  not: prefixNot("NOT", ATOM),
  explicit: !0
};
function fitsInSearch(made) {
  let fits3 = (node) => fitsBefore(node, fits3, made);
  return fits3;
}
function fitsBefore(node, fits3, made) {
  switch (node.kind) {
    case "and":
    case "or":
      return node.operands.every(fits3);
    case "not":
      return fits3(node.operand);
    case "one-of":
      return node.options.every(fits3);
    case "constant":
      return !0;
    case "keyword":
      return !1;
    default:
      return !made.has(node.field.text) && searchField(node.field) !== null && fitsPredicate(node);
  }
}
function fitsPredicate(node) {
  switch (node.kind) {
    case "string":
      return !node.cased && fitsPattern(node);
    case "number":
    case "boolean":
    case "cidr":
    case "null":
    case "exists":
      return !0;
    case "compare":
      return !1;
    case "regex":
    case "time-part":
    case "field-ref":
      return !1;
  }
}
function fitsPattern(node) {
  let shape = shapeOf(node.pattern);
  switch (shape.shape) {
    case "any":
      return !0;
    case "equals":
      return fitsSearch(shape.text) && !looksLikeNetwork(shape.text);
    case "startswith":
    case "endswith":
    case "contains":
      return fitsSearch(shape.text);
    case "empty":
    case "other":
      return !1;
  }
}
function emitSearch(expression) {
  return emitBoolean(withoutNull(expression), SEARCH_SYNTAX, leaf);
}
function withoutNull(node) {
  switch (node.kind) {
    case "and":
    case "or":
      return { ...node, operands: node.operands.map(withoutNull) };
    case "not": {
      let operand = withoutNull(node.operand);
      return operand.kind === "not" ? operand.operand : { ...node, operand };
    }
    case "null":
      return { kind: "not", operand: { ...node, kind: "exists" }, span: node.span };
    case "one-of": {
      let missing2 = node.options.find((o) => o.kind === "null");
      if (!missing2) return node;
      let options = node.options.filter((o) => o.kind !== "null");
      return { kind: "or", operands: [...options.length > 1 ? [{ ...node, options }] : options, withoutNull(missing2)], span: node.span };
    }
    default:
      return node;
  }
}
function leaf(node) {
  switch (node.kind) {
    case "constant":
      return atom(text(node.value ? "*" : "NOT *", node.span));
    case "one-of":
      return oneOf3(node);
    case "keyword":
      throw new TypeError("A keyword does not fit in search.");
    default:
      return comparison(node);
  }
}
function comparison(node) {
  let field = searchField(node.field), [first, ...more] = values(node);
  return more.length > 0 ? list2(field, node, [node]) : atom(text(`${field}=${first}`, node.span));
}
function values(node) {
  switch (node.kind) {
    case "string": {
      let shape = shapeOf(node.pattern);
      switch (shape.shape) {
        case "equals":
          return [quote2(shape.text)];
        case "startswith":
          return [quote2(`${shape.text}*`)];
        case "endswith":
          return [quote2(`*${shape.text}`)];
        case "contains":
          return [quote2(`*${shape.text}*`)];
        default:
          return ["*"];
      }
    }
    case "number":
      return spellings(node.number).map((n) => /^[0-9]+$/.test(n) ? n : quote2(n));
    case "boolean":
      return [quote2(String(node.value))];
    case "cidr":
      return [quote2(node.network.text)];
    default:
      return ["*"];
  }
}
function spellings(number) {
  let { decimal, source } = number;
  return source === decimal ? [decimal] : [source, decimal];
}
function oneOf3(node) {
  let listed = [], apart = [];
  for (let option of node.options) {
    let isText2 = option.kind === "number" || option.kind === "boolean", isPattern = option.kind === "string" && shapeOf(option.pattern).shape !== "any";
    isText2 || isPattern ? listed.push(option) : apart.push(comparison(option));
  }
  if (listed.length === 0) return linkWith(SEARCH_SYNTAX, "or", apart);
  let [only] = listed, field = searchField(node.field), first = listed.length === 1 ? comparison(only) : list2(field, node, listed);
  return linkWith(SEARCH_SYNTAX, "or", [first, ...apart]);
}
function list2(field, node, options) {
  let items = [];
  for (let option of options)
    for (let value of values(option)) items.push(text(value, option.span));
  let open2 = concat(text(field, node.field.span), " IN (");
  return atom(enclose(open2, join(concat(",", line), items), ")"));
}

// backends/splunk/stages.ts
function splitStages(expression, fits3) {
  let stages = { search: [], where: [] };
  for (let conjunct of conjuncts2(expression))
    if (fits3(conjunct)) stages.search.push(conjunct);
    else {
      let parts = splitNegation(conjunct, fits3);
      parts.search && stages.search.push(parts.search), stages.where.push(parts.where);
    }
  return stages;
}
function conjuncts2(expression) {
  return expression.kind === "and" ? expression.operands.flatMap(conjuncts2) : [expression];
}
function splitNegation(node, fits3) {
  if (node.kind !== "not") return { search: null, where: node };
  let { operand, span } = node;
  if (operand.kind !== "or" && operand.kind !== "one-of") return { search: null, where: node };
  let inside = [], outside = [];
  for (let alternative of operand.kind === "or" ? operand.operands : [operand])
    fits3(alternative) ? inside.push(alternative) : alternative.kind !== "one-of" ? outside.push(alternative) : (inside.push(...oneOf4(alternative, alternative.options.filter(fits3))), outside.push(
      ...oneOf4(
        alternative,
        alternative.options.filter((o) => !fits3(o))
      )
    ));
  return inside.length === 0 ? { search: null, where: node } : { search: noneOf(inside, span), where: noneOf(outside, span) };
}
function oneOf4(node, options) {
  return options.length > 1 ? [{ ...node, options }] : options;
}
function noneOf(operands, span) {
  let only = operands[0];
  return operands.length > 1 ? { kind: "not", operand: { kind: "or", operands, span }, span } : only.kind === "not" ? only.operand : { kind: "not", operand: only, span };
}

// backends/splunk/nothing.ts
var NOTHING = "unknown";
function mayHoldOfNothing(node) {
  switch (node.kind) {
    case "string":
      return isNothing(node.pattern);
    case "regex":
      return shortest(node.regex.ast) <= NOTHING.length;
    case "field-ref":
      return !0;
    default:
      return !1;
  }
}
function isNothing(pattern2) {
  let source = pattern2.map((p) => typeof p == "string" ? p.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&") : p.kind === "one" ? "." : ".*");
  return new RegExp(`^${source.join("")}$`, "is").test(NOTHING);
}
function shortest(node) {
  switch (node.kind) {
    case "alternation":
      return Math.min(...node.options.map(shortest));
    case "sequence":
      return node.items.reduce((sum, item) => sum + shortest(item), 0);
    case "group":
      return shortest(node.body);
    case "repeat":
      return node.min === 0 ? 0 : node.min * shortest(node.body);
    case "literal":
      return NOTHING.includes(String.fromCodePoint(node.codePoint).toLowerCase()) ? 1 : 1 / 0;
    case "class": {
      let members = membersOf(node), isIn = (c) => !members || contains(members, c.codePointAt(0));
      return [...NOTHING, ...NOTHING.toUpperCase()].some(isIn) ? 1 : 1 / 0;
    }
    case "dot":
      return 1;
    case "anchor":
    case "look":
    case "backreference":
      return 0;
  }
}

// backends/splunk/regex.ts
var ANCHORS = {
  "line-start": "^",
  "line-end": "$",
  "text-start": "\\A",
  "text-end": "\\z",
  "text-end-or-newline": "\\Z",
  "word-boundary": "\\b",
  "not-word-boundary": "\\B"
};
function toPcre(regex2) {
  return translate(
    () => printRegex(regex2, {
      literal: escapeCodePoint,
      class: classText,
      anchor: (node, flags) => node.anchor === "text-start" && !flags.multiLine ? "^" : ANCHORS[node.anchor],
      special(node, print2) {
        return node.kind === "backreference" ? typeof node.to == "number" ? `\\g{${node.to}}` : `\\k<${node.to}>` : `(?${node.direction === "ahead" ? "" : "<"}${node.negated ? "!" : "="}${print2(node.body)})`;
      },
      repeatMode: ({ mode }) => ({ greedy: "", lazy: "?", possessive: "+" })[mode],
      groupOpening(node) {
        if (node.atomic) return "(?>";
        let letters = flagLetters(node);
        return letters !== "" ? `(?${letters}:` : node.capture ? node.capture.name === null ? "(" : `(?<${node.capture.name}>` : "(?:";
      }
    })
  );
}
var SHORT = { digit: "d", word: "w", space: "s" };
function classText(node) {
  let [item] = node.items;
  if (node.items.length === 1 && item) {
    let negated = node.negated !== (item.kind !== "range" && item.negated);
    if (item.kind === "property") return `\\${negated ? "P" : "p"}{${item.name}}`;
    let short = item.kind === "set" ? SHORT[item.set] : void 0;
    if (short) return `\\${negated ? short.toUpperCase() : short}`;
  }
  let members = membersOf(node);
  if (members) return printClass(members);
  let parts = node.items.map((i) => {
    if (i.kind === "property") return `\\${i.negated ? "P" : "p"}{${i.name}}`;
    let inner = membersOf({ ...node, negated: !1, items: [i] });
    return printClass(inner).replace(/^\[\^?|\]$/g, "");
  });
  return `[${node.negated ? "^" : ""}${parts.join("")}]`;
}

// backends/splunk/where.ts
var WHERE_SYNTAX = {
  and: { word: "AND", binding: 2 },
  or: { word: "OR", binding: 1 },
  not: prefixNot("NOT", ATOM),
  explicit: !0
};
function emitWhere(expression, report) {
  return emitBoolean(expression, WHERE_SYNTAX, (node, polarity) => leaf2(node, polarity, report));
}
function leaf2(node, polarity, report) {
  switch (node.kind) {
    case "constant":
      return atom(text(node.value ? "true()" : "false()", node.span));
    case "one-of":
      return any(node.options.map((o) => leaf2(o, polarity, report)));
    case "number": {
      let field = fieldName2(node.field, report), tests = spellings(node.number).map((s) => found(field, pcreOf([s], !1)));
      return any(tests.map((t) => atom(text(t, node.span))));
    }
    default:
      return atom(text(predicate2(node, polarity, report), node.span));
  }
}
function any(alternatives) {
  return linkWith(WHERE_SYNTAX, "or", alternatives);
}
function predicate2(node, polarity, report) {
  if (node.kind === "keyword") {
    let { search } = node;
    return search.kind === "regex" ? found("_raw", regex(search.regex, node, polarity, report)) : like("_raw", pattern([ANY, ...search.pattern, ANY]), search.cased);
  }
  let field = fieldName2(node.field, report);
  switch (node.kind) {
    case "null":
      return `isnull(${field})`;
    case "exists":
      return `isnotnull(${field})`;
    case "string":
      return like(field, node.pattern, node.cased);
    case "boolean":
      return found(field, pcreOf([String(node.value)], !1));
    case "regex":
      return found(field, regex(node.regex, node, polarity, report));
    case "cidr":
      return holds(`cidrmatch(${quote2(node.network.text)}, ${field})`);
    case "compare":
      return compare(node, field, polarity, report);
    case "time-part":
      return timePart(node, field, polarity, report);
    case "field-ref":
      return fieldRef(node, field, report);
  }
}
function like(field, parts, cased) {
  return shapeOf(parts).shape === "any" ? `isnotnull(${field})` : found(field, pcreOf(parts, cased));
}
function pcreOf(parts, cased) {
  let translated = toPcre(patternToRegex(parts, cased));
  return translated.ok ? translated.pattern : NEVER;
}
var NEVER = "(?!)";
function regex(asked, node, polarity, report) {
  let translated = toPcre(asked);
  if (!translated.ok)
    return report.refuse("splunk-regex", translated.message, node.span), NEVER;
  for (let { direction, message } of translated.approximations)
    report.approximate(direction, polarity, "splunk-regex", message, node.span);
  return translated.pattern;
}
function fieldName2(name, report) {
  let written = evalField(name.text);
  return written !== null ? written : (report.refuse(
    "splunk-field-name",
    "Splunk has no way to write this field name: quotation marks, backslashes and control characters cannot be escaped in it. Map the field to another name in a pipeline.",
    name.span
  ), "field");
}
function found(field, pcre) {
  return `isnotnull(mvfind(${field}, ${quote2(pcre.replaceAll("`", "\\x60"))}))`;
}
function holds(condition) {
  return `isnotnull(mvfilter(${condition}))`;
}
var OPERATORS = { lt: "<", lte: "<=", gt: ">", gte: ">=", eq: "==" }, EXACT_DIGITS = 15;
function compare(node, field, polarity, report) {
  let { decimal } = node.number;
  if (decimal.replace(/[^0-9]/g, "").length > EXACT_DIGITS) {
    let message = `Splunk compares numbers with a precision of ${EXACT_DIGITS} digits, so values next to ${decimal} may be on its wrong side.`;
    report.approximate("wider", polarity, "splunk-number-precision", message, node.span), report.approximate("narrower", polarity, "splunk-number-precision", message, node.span);
  }
  return holds(`tonumber(${field}) ${OPERATORS[node.operator]} ${decimal}`);
}
var PLACES = {
  year: [1, 4],
  month: [6, 2],
  day: [9, 2],
  hour: [12, 2],
  minute: [15, 2]
}, TIME_VARIABLES = {
  year: "%Y",
  month: "%m",
  day: "%d",
  week: "%V",
  hour: "%H",
  minute: "%M"
};
function timePart(node, field, polarity, report) {
  let asked = `${OPERATORS[node.operator]} ${node.number.decimal}`, variable = quote2(TIME_VARIABLES[node.part]);
  if (field === "_time")
    return report.note(
      "splunk-time-zone",
      `The ${node.part} of _time is that of the time zone of the user who runs the search.`,
      node.span
    ), holds(`tonumber(strftime(_time, ${variable})) ${asked}`);
  report.approximate(
    "narrower",
    polarity,
    "splunk-time-format",
    "the field is read as a time in ISO 8601 (2026-01-31T23:59:00Z); values in another format never match.",
    node.span
  );
  let clock = node.part === "hour" || node.part === "minute" ? "[T ]\\d\\d:\\d\\d" : "", isTime = `match(${field}, ${quote2(`^\\d{4}-\\d\\d-\\d\\d${clock}`)})`;
  if (node.part === "week") {
    let day = `strptime(substr(${field}, 1, 10), "%Y-%m-%d")`;
    return holds(`${isTime} AND tonumber(strftime(${day}, ${variable})) ${asked}`);
  }
  let [start, length] = PLACES[node.part];
  return holds(`${isTime} AND tonumber(substr(${field}, ${start}, ${length})) ${asked}`);
}
function fieldRef(node, field, report) {
  let other = fieldName2(node.other, report), fold = (name) => node.cased ? name : `lower(${name})`, [a, b] = [fold(field), fold(other)], test;
  switch (node.match) {
    case "equals":
      test = `"=".${a} == "=".${b}`;
      break;
    case "startswith":
      test = `"=".substr(${a}, 1, len(${b})) == "=".${b}`;
      break;
    case "endswith":
      test = `len(${b}) == 0 OR "=".substr(${a}, -len(${b})) == "=".${b}`;
      break;
    case "contains":
      test = `len(${b}) == 0 OR mvcount(split(${a}, ${b})) > 1`;
      break;
  }
  return `isnotnull(mvmap(${field}, mvmap(${other}, if(${test}, 1, null()))))`;
}
function whereCommand(expressions, report) {
  let operands = expressions.map((e) => emitWhere(e, report));
  return concat("| where ", indent(linkWith(WHERE_SYNTAX, "and", operands).doc));
}

// backends/splunk/tstats.ts
function emitTstats(model, { expression, options, state }, report) {
  judge(expression, "positive", report);
  let fields = [...fieldsOf2(expression).values()].filter((f) => isOfModel(f, model, report)), { search, where } = splitStages(
    expression,
    options.search === "where" ? asksNode : fits2
  ), terms = search.filter((e) => !isTrue(e)).map(emitSearch);
  options.index && terms.unshift(indexTerm(options.index));
  let by = /* @__PURE__ */ new Map();
  for (let name of addedTo(state?.get("data_model_by"))) by.set(name, name);
  for (let name of fields) by.set(name.text, text(name.text, name.span));
  by.delete(NODE);
  let clauses = [
    `fillnull_value="${NOTHING}" count min(_time) as firstTime max(_time) as lastTime`,
    `from datamodel=${model}`
  ];
  terms.length > 0 && clauses.push(concat("where ", indent(linkWith(SEARCH_SYNTAX, "and", terms).doc))), by.size > 0 && clauses.push(concat("by ", join(" ", [...by.values()])));
  let tstats = concat("| tstats summariesonly=false ", indent(join(hardline, clauses)));
  return where.length === 0 ? tstats : concat(tstats, hardline, whereCommand(where, report));
}
var NODE = "nodename", asksNode = (node) => "field" in node && node.field.text === NODE;
function addedTo(state) {
  return Array.isArray(state) ? state.filter((n) => typeof n == "string") : [];
}
var NO_FIELDS = /* @__PURE__ */ new Set(), fitsAsSearch = fitsInSearch(NO_FIELDS), fits2 = (node) => fitsAsSearch(node) && !asksNetwork(node);
function asksNetwork(node) {
  switch (node.kind) {
    case "and":
    case "or":
      return node.operands.some(asksNetwork);
    case "not":
      return asksNetwork(node.operand);
    case "one-of":
      return node.options.some(asksNetwork);
    default:
      return node.kind === "cidr";
  }
}
function isTrue(node) {
  return node.kind === "constant" && node.value;
}
function isOfModel({ text: name, span }, model, report) {
  let [, dataset = model] = model.split(".");
  if (name === NODE || name.startsWith(`${dataset}.`) && /^\w+\.\w+$/.test(name)) return !0;
  let message = `The data model ${model} has no field \`${name}\`. Map it to one of its fields, such as ${dataset}.dest, or convert the rule without a data model.`;
  return report.refuse("splunk-not-in-data-model", message, span), !1;
}
function judge(node, polarity, report) {
  switch (node.kind) {
    case "and":
    case "or":
      for (let operand of node.operands) judge(operand, polarity, report);
      return;
    case "not":
      judge(node.operand, negate(polarity), report);
      return;
    case "one-of":
      for (let option of node.options) judge(option, polarity, report);
      return;
    case "constant":
      return;
    case "keyword": {
      report.refuse("splunk-keyword-in-data-model", "A data model has fields alone, and not the text of the event that a keyword is looked for in. Convert the rule without a data model.", node.span);
      return;
    }
    default:
      if (asksPresence2(node)) {
        let message = `A data model has \`${NOTHING}\` where an event has no value, so it cannot say whether \`${node.field.text}\` is missing, empty or there at all. Convert the rule without a data model.`;
        report.refuse("splunk-presence-in-data-model", message, node.span);
      } else if (mayHoldOfNothing(node)) {
        let message = `a data model has \`${NOTHING}\` where an event has no \`${node.field.text}\`, and this may find it.`;
        report.approximate("wider", polarity, "splunk-unknown-in-data-model", message, node.span);
      }
  }
}
function asksPresence2(node) {
  return node.kind === "null" || node.kind === "exists" ? !0 : node.kind !== "string" ? !1 : node.pattern.every((p) => typeof p != "string" && p.kind === "any");
}

// backends/splunk/index.ts
var splunk = {
  name: "splunk",
  title: "Splunk SPL",
  options: [
    {
      name: "search",
      description: "auto: what `search` says exactly is said there, the rest in `where`; where: all in `where`",
      values: ["auto", "where"]
    },
    {
      name: "index",
      description: "Indexes to search, separated by commas; wildcards are allowed",
      values: null,
      default: "",
      check: checkIndexes
    }
  ],
  formats: [query2, savedSearches],
  pipelines: async () => (await import("./pipelines.generated-OHNC5HRN.js")).default,
  defaultPipelines: ["splunk"],
  simplify: { oneOf: !0, pushNegation: !1 },
  emit: emit2
};
function emit2(request, report) {
  let { expression, options, state } = request, model = state?.get("data_model");
  if (typeof model == "string") return emitTstats(model, request, report);
  let fields = fieldsOf2(expression);
  noteDefaultFields(fields.values(), report);
  let computed = computedFields(state?.get("columns")), stages = options.search === "where" && expression.kind !== "constant" ? { search: [], where: conjuncts2(expression) } : splitStages(expression, fitsInSearch(computed)), terms = stages.search.map(emitSearch);
  options.index && terms.unshift(indexTerm(options.index));
  let search = terms.length > 0 ? linkWith(SEARCH_SYNTAX, "and", terms).doc : "*", commands = [];
  for (let name of fields.values()) {
    let field = computed.get(name.text);
    field && commands.push(text(`| ${readingCommand(name, field, report)}`, name.span));
  }
  return stages.where.length > 0 && commands.push(whereCommand(stages.where, report)), join(hardline, [search, ...commands]);
}
function noteDefaultFields(names2, report) {
  for (let { text: name, span, mapped } of names2) {
    if (mapped || !isDefaultField(name)) continue;
    let message = `Splunk gives every event a field \`${name}\` of its own. If the events' own field is meant, map it to the name that your field extraction gives it.`;
    report.note("splunk-default-field", message, span);
  }
}

// src/cli/backends.ts
async function loadBackends(packages) {
  let backends = [kql, splunk, lucene];
  for (let name of packages) {
    let plugin = await importPlugin(name);
    if (plugin?.apiVersion !== 1 || !Array.isArray(plugin.backends))
      throw new UsageError(
        `'${name}' is no package of targets: its default export must be { apiVersion: 1, backends: [...] }.`
      );
    backends.push(...plugin.backends);
  }
  return backends;
}
async function importPlugin(name) {
  let here = createRequire(resolve("package.json")), file;
  try {
    file = here.resolve(/^[./]/.test(name) ? resolve(name) : name);
  } catch {
    throw new UsageError(
      `There is no package or file '${name}' here. Install it, or correct the name.`
    );
  }
  return (await import(pathToFileURL(file).href)).default;
}
function chooseBackends(backends, names2) {
  let all3 = backends.map((b) => b.name), wanted = [
    ...new Set(names2.flatMap((n) => n.split(",")).map((n) => n.trim().toLowerCase()))
  ];
  if (wanted.length === 0)
    throw new UsageError(`Name a target with -t: ${all3.join(", ")}; several by comma.`);
  return wanted.map((name) => {
    let found2 = backends.find((b) => b.name === name);
    if (found2) return found2;
    let like2 = nearest(name, all3), hint = like2 ? ` Did you mean '${like2}'?` : "";
    throw new UsageError(`There is no target '${name}'.${hint} Targets: ${all3.join(", ")}.`);
  });
}

// src/cli/pipelines.ts
import { existsSync } from "node:fs";
var PipelineShelf = class {
  constructor(backends) {
    this.backends = backends;
  }
  backends;
  loaded = /* @__PURE__ */ new Map();
  /** Throws a `UsageError` for one that cannot be used. */
  async load(names2) {
    let { loadPipeline, loadShipped } = await import("./load-7F4BSAKQ.js"), pipelines = [];
    for (let name of names2) {
      let known = this.loaded.get(name), isFile = !known && existsSync(name), read = known ? { pipeline: known, diagnostics: [] } : isFile ? loadPipeline(bytesOf(name), { path: name }) : loadShipped(await this.shipped(name), name);
      if (!read.pipeline) {
        let frames = read.diagnostics.map((d) => codeFrame(d, { colour: !1 })).join(`

`);
        throw new UsageError(`The pipeline ${name} cannot be used.
${frames}`);
      }
      this.loaded.set(name, read.pipeline), pipelines.push(read.pipeline);
    }
    return pipelines;
  }
  async shipped(name) {
    let all3 = await allShipped(this.backends), known = all3.find((p) => p.name === name);
    if (known) return known.json;
    let names2 = all3.map((p) => p.name), like2 = nearest(name, names2), hint = like2 ? ` Did you mean '${like2}'?` : "";
    throw new UsageError(
      `There is no pipeline '${name}', nor a file of that name.${hint} Pipelines: ${names2.join(", ")}, or none.`
    );
  }
};
function bytesOf(path) {
  let input = readInput(path);
  if (!(input instanceof Uint8Array)) throw new UsageError(codeFrame(input, { colour: !1 }));
  return input;
}
async function allShipped(backends) {
  let { default: builtin } = await import("./pipelines.generated-XLFK7NFP.js");
  return [
    ...(await Promise.all(
      backends.map(
        async (backend) => Object.entries(await backend.pipelines?.() ?? {}).map(([name, json]) => ({
          name,
          backend,
          json
        }))
      )
    )).flat(),
    ...Object.entries(builtin).map(([name, json]) => ({ name, backend: null, json }))
  ];
}

export {
  print,
  hashOf,
  simplify,
  meaningInAnyOrder,
  anyOf,
  toRe2,
  loadBackends,
  chooseBackends,
  PipelineShelf,
  allShipped
};
