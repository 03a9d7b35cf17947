import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  fold
} from "./chunk-EHCMFXI3.js";
import {
  RE2JS
} from "./chunk-HZQMGT7D.js";
import {
  readPlaceholders
} from "./chunk-X6G3XE2U.js";
import {
  Diagnostics,
  flushOut,
  thousands,
  wantsColour,
  writeOut
} from "./chunk-V2PW5UNZ.js";
import {
  kindOf
} from "./chunk-OYN5MF4I.js";
import {
  lower
} from "./chunk-CQJ4NSEH.js";
import "./chunk-VU7UZY2M.js";
import "./chunk-4ZOU64YT.js";
import {
  parse
} from "./chunk-SVNJ44EP.js";
import {
  simplify,
  toRe2
} from "./chunk-BFXIZFVL.js";
import {
  findInputs,
  readInput,
  unreadable
} from "./chunk-PG4WC7ZB.js";
import "./chunk-HFOHLGDZ.js";
import {
  parseAddress
} from "./chunk-PIXRQQOE.js";
import {
  visible
} from "./chunk-OYLZ7TWT.js";
import "./chunk-4PC5COSH.js";
import "./chunk-TFEGJOVY.js";
import "./chunk-4DGM5UVP.js";
import "./chunk-YDPUVWUD.js";
import "./chunk-EWLNTRLT.js";
import {
  canonicalDecimal,
  diagnostic,
  fileDiagnostic,
  literalText,
  shapeOf
} from "./chunk-NSDVFCW7.js";
import {
  positionAt
} from "./chunk-W2LK6FW7.js";
import {
  UsageError
} from "./chunk-DRNPWZYJ.js";
import "./chunk-EGGDUQTL.js";

// src/cli/match.ts
import { createReadStream, readdirSync, statSync } from "node:fs";
import { join } from "node:path";

// src/match/regex-texts.ts
var MOST = 64;
function requiredTexts(node) {
  switch (node.kind) {
    case "literal":
      return [fold(String.fromCodePoint(node.codePoint))];
    case "class": {
      let only = onlyCharacter(node);
      return only === null ? null : [only];
    }
    case "group":
      return requiredTexts(node.body);
    case "repeat":
      return node.min > 0 ? requiredTexts(node.body) : null;
    case "alternation": {
      let texts = [];
      for (let option of node.options) {
        let required = requiredTexts(option);
        if (!required || texts.length + required.length > MOST) return null;
        texts.push(...required);
      }
      return texts;
    }
    case "sequence":
      return ofSequence(node.items);
    default:
      return null;
  }
}
function ofSequence(items) {
  let best = null, run = "", offer = (texts) => {
    texts && shortest(texts) > (best ? shortest(best) : 0) && (best = texts);
  };
  for (let item of items) {
    let character = item.kind === "literal" || item.kind === "class" ? requiredTexts(item) : null;
    if (character) {
      run += character[0];
      continue;
    }
    offer([run]), run = "", offer(requiredTexts(item));
  }
  return offer([run]), best;
}
function shortest(texts) {
  return texts.length === 0 ? 0 : Math.min(...texts.map((t) => t.length));
}
function onlyCharacter(node) {
  if (node.negated) return null;
  let folded = /* @__PURE__ */ new Set();
  for (let item of node.items) {
    if (item.kind !== "range" || item.from !== item.to) return null;
    folded.add(fold(String.fromCodePoint(item.from)));
  }
  return folded.size === 1 ? [...folded][0] : null;
}

// src/match/anchor.ts
function anchorOf(node) {
  switch (node.kind) {
    case "constant":
      return node.value ? null : [];
    case "not":
      return null;
    case "and":
      return node.operands.map(anchorOf).reduce(rarer, null);
    case "or":
    case "one-of": {
      let clues = [];
      for (let operand of node.kind === "or" ? node.operands : node.options) {
        let anchor = anchorOf(operand);
        if (!anchor) return null;
        for (let clue of anchor) clues.push(clue);
      }
      return clues;
    }
    case "keyword": {
      let text = node.search.kind === "pattern" ? longestText(node.search.pattern) : "";
      return text === "" ? null : [{ kind: "anywhere", text }];
    }
    default:
      return predicateAnchor(node);
  }
}
function predicateAnchor(node) {
  let field = node.field.text;
  switch (node.kind) {
    case "null":
      return null;
    case "string": {
      let [only] = node.pattern;
      if (node.pattern.length === 1 && typeof only == "string")
        return [{ kind: "equals", field, text: fold(only) }];
      let text = longestText(node.pattern);
      return [text === "" ? { kind: "present", field } : { kind: "contains", field, text }];
    }
    case "regex": {
      let texts = requiredTexts(node.regex.ast);
      return texts ? texts.map((text) => ({ kind: "contains", field, text })) : [{ kind: "present", field }];
    }
    case "number":
      return [.../* @__PURE__ */ new Set([fold(node.number.source), node.number.decimal])].map((text) => ({ kind: "equals", field, text }));
    default:
      return [{ kind: "present", field }];
  }
}
function longestText(pattern) {
  let longest = "";
  for (let part of pattern)
    typeof part == "string" && part.length > longest.length && (longest = part);
  return fold(longest);
}
function rarer(a, b) {
  return !a || !b ? a ?? b : cost(b) < cost(a) ? b : a;
}
function cost(anchor) {
  let sum = 0;
  for (let clue of anchor)
    clue.kind === "present" ? sum += 100 : clue.kind === "equals" ? sum += 1 : sum += 1 + 20 / clue.text.length;
  return sum;
}

// src/match/because.ts
function because(expression, event, compiler) {
  let reasons = [];
  return collect(expression, !0), reasons;
  function collect(node, wanted) {
    switch (node.kind) {
      case "constant":
        return;
      case "not":
        return collect(node.operand, !wanted);
      case "and":
      case "or":
      case "one-of": {
        let operands = node.kind === "one-of" ? node.options : node.operands;
        for (let operand of operands)
          if (compiler.compile(operand)(event) === wanted && collect(operand, wanted), !wanted && node.kind === "one-of") return;
        return;
      }
      default:
        reasons.push(describe(node, wanted));
    }
  }
}
function describe(node, wanted) {
  let { kind, value } = kindOf(node);
  return {
    field: node.kind === "keyword" ? null : node.field.text,
    predicate: wanted ? kind : `not ${kind}`,
    value: value ?? "",
    line: positionAt(node.span.file, node.span.start).line
  };
}

// src/match/event.ts
var MatchEvent = class {
  constructor(json) {
    this.json = json;
    this.containers = containersOf(json);
  }
  json;
  containers;
  values = /* @__PURE__ */ new Map();
  folded = /* @__PURE__ */ new Map();
  allTexts;
  allFolded;
  /** Every value of a field; undefined if the event does not have it, or an empty list in it. */
  field(name) {
    let known = this.values.get(name);
    if (known !== void 0 || this.values.has(name)) return known;
    let found = this.find(name), values = found?.length === 0 ? void 0 : found;
    return this.values.set(name, values), values;
  }
  /** The field's strings, and its numbers and booleans as text, folded. */
  foldedTexts(name) {
    let texts = this.folded.get(name);
    if (!texts) {
      let list = [];
      for (let value of this.field(name) ?? []) {
        let text = textOf(value);
        text !== null && list.push(fold(text));
      }
      texts = list, this.folded.set(name, texts);
    }
    return texts;
  }
  /** Every text of the event, which is what keywords are looked for in. */
  texts() {
    return this.allTexts ??= collectTexts(this.json);
  }
  foldedEventTexts() {
    return this.allFolded ??= this.texts().map(fold);
  }
  find(name) {
    for (let { object, attributes } of this.containers) {
      let direct = own(object, name);
      if (direct !== void 0) return listed(unwrapElement(direct));
      let attribute = attributes?.get(name);
      if (attribute !== void 0) return listed(attribute);
      if (name.includes(".")) {
        let nested = descend(object, name);
        if (nested !== void 0) return nested;
      }
    }
  }
}, ATTRIBUTES = "#attributes", MAX_DEPTH = 64;
function isObject(value) {
  return typeof value == "object" && value !== null && !Array.isArray(value);
}
function own(object, name) {
  return Object.hasOwn(object, name) ? object[name] : void 0;
}
function containersOf(json) {
  let whole = { object: json, attributes: null }, event = own(json, "Event");
  if (!isObject(event)) return [whole];
  let found = [], data = own(event, "EventData");
  isObject(data) && found.push({ object: data, attributes: null });
  let user = own(event, "UserData");
  if (isObject(user))
    for (let part of Object.values(user))
      isObject(part) && found.push({ object: part, attributes: null });
  let system = own(event, "System");
  return isObject(system) && found.push({ object: system, attributes: attributesOf(system) }), [...found, whole];
}
function attributesOf(system) {
  let attributes = /* @__PURE__ */ new Map();
  for (let [element, content] of Object.entries(system)) {
    let of = isObject(content) ? own(content, ATTRIBUTES) : void 0;
    if (isObject(of))
      for (let [name, value] of Object.entries(of)) attributes.set(`${element}_${name}`, value);
  }
  return attributes;
}
function unwrapElement(value) {
  return isObject(value) && Object.hasOwn(value, "#text") ? value["#text"] : value;
}
function listed(value) {
  return Array.isArray(value) ? value.flat(MAX_DEPTH) : [value];
}
function descend(object, path, depth = 0) {
  if (depth > MAX_DEPTH) return;
  if (Array.isArray(object)) {
    let found = object.flatMap((item) => descend(item, path, depth + 1) ?? []);
    return found.length > 0 ? found : void 0;
  }
  if (!isObject(object)) return;
  let direct = own(object, path);
  if (direct !== void 0) return listed(direct);
  for (let dot = path.indexOf("."); dot >= 0; dot = path.indexOf(".", dot + 1)) {
    let inner = own(object, path.slice(0, dot));
    if (inner === void 0) continue;
    let found = descend(inner, path.slice(dot + 1), depth + 1);
    if (found !== void 0) return found;
  }
}
function textOf(value) {
  return typeof value == "string" ? value : value === null || typeof value == "object" ? null : String(value);
}
function collectTexts(json) {
  let texts = [], stack = [json];
  for (let value = stack.pop(); value !== void 0; value = stack.pop())
    if (value !== null)
      if (typeof value == "object")
        for (let inner of Object.values(value)) inner !== void 0 && stack.push(inner);
      else texts.push(String(value));
  return texts;
}

// src/match/regex.ts
var RegexNotSupported = class extends Error {
};
function regexMatcher(regex) {
  let translated = toRe2(regex);
  if (!translated.ok) throw new RegexNotSupported(translated.message);
  let compiled = RE2JS.compile(translated.pattern);
  return (text) => compiled.test(text);
}

// src/match/literals.ts
var LiteralSet = class {
  /** By code unit; code units that no literal has are all of class 0. */
  classes;
  classCount;
  next;
  found;
  /** @param literals none of them empty; results are their indexes. */
  constructor(literals) {
    let units = /* @__PURE__ */ new Set();
    for (let literal of literals)
      for (let i = 0; i < literal.length; i++) units.add(literal.charCodeAt(i));
    this.classes = new Uint16Array(Math.max(...units) + 1), this.classCount = 1;
    for (let unit of units) this.classes[unit] = this.classCount++;
    let steps = /* @__PURE__ */ new Map(), found = [[]], states = new Int32Array(literals.length), longest = Math.max(...literals.map((l) => l.length));
    for (let depth = 0; depth < longest; depth++)
      literals.forEach((literal, index) => {
        if (depth >= literal.length) return;
        let step = states[index] * this.classCount + this.classes[literal.charCodeAt(depth)], to = steps.get(step);
        to === void 0 && steps.set(step, to = found.push([]) - 1), states[index] = to, depth === literal.length - 1 && found[to].push(index);
      });
    this.next = new Int32Array(found.length * this.classCount);
    for (let [step, to] of steps) this.next[step] = to;
    this.linkFallbacks(found), this.found = found.map((list) => list.length > 0 ? list : null);
  }
  /** Fills in where a state goes when its literal ends or goes on otherwise: breadth first. */
  linkFallbacks(found) {
    let { next, classCount } = this, fallback = new Int32Array(found.length), queue = [];
    for (let c = 0; c < classCount; c++) next[c] > 0 && queue.push(next[c]);
    for (let i = 0; i < queue.length; i++) {
      let state = queue[i], back = fallback[state];
      found[back].length > 0 && (found[state] = [...found[state], ...found[back]]);
      for (let c = 0; c < classCount; c++) {
        let to = next[state * classCount + c], otherwise = next[back * classCount + c];
        to === 0 ? next[state * classCount + c] = otherwise : (fallback[to] = otherwise, queue.push(to));
      }
    }
  }
  /** Calls back with each literal that occurs, as often as it does. */
  scan(text, onFound) {
    let { classes, classCount, next, found } = this, state = 0;
    for (let i = 0; i < text.length; i++) {
      state = next[state * classCount + (classes[text.charCodeAt(i)] ?? 0)];
      let list = found[state];
      if (list) for (let f = 0; f < list.length; f++) onFound(list[f]);
    }
  }
};

// src/match/rule-index.ts
var Literals = class {
  entries = /* @__PURE__ */ new Map();
  set = null;
  lists = [];
  add(text, entry) {
    pushTo(this.entries, text, entry);
  }
  isEmpty() {
    return this.entries.size === 0;
  }
  scan(texts, onEntry) {
    if (!this.isEmpty()) {
      this.set || (this.set = new LiteralSet([...this.entries.keys()]), this.lists = [...this.entries.values()]);
      for (let text of texts)
        this.set.scan(text, (index) => this.lists[index].forEach(onEntry));
    }
  }
}, RuleIndex = class {
  fields = /* @__PURE__ */ new Map();
  anywhere = new Literals();
  always = [];
  marks;
  round = 0;
  constructor(anchors) {
    this.marks = new Uint32Array(anchors.length), anchors.forEach((anchor, entry) => this.add(anchor, entry));
  }
  add(anchor, entry) {
    if (!anchor) {
      this.always.push(entry);
      return;
    }
    for (let clue of anchor) {
      if (clue.kind === "anywhere") {
        this.anywhere.add(clue.text, entry);
        continue;
      }
      let index = this.fields.get(clue.field);
      index || (index = { present: [], equals: /* @__PURE__ */ new Map(), literals: new Literals() }, this.fields.set(clue.field, index)), clue.kind === "present" ? index.present.push(entry) : clue.kind === "equals" ? pushTo(index.equals, clue.text, entry) : index.literals.add(clue.text, entry);
    }
  }
  /** In ascending order, each once. */
  candidates(event) {
    let found = [];
    this.round = this.round + 1 >>> 0;
    let mark = (entry) => {
      this.marks[entry] !== this.round && (this.marks[entry] = this.round, found.push(entry));
    };
    this.always.forEach(mark);
    for (let [name, index] of this.fields) {
      if (event.field(name) === void 0) continue;
      index.present.forEach(mark);
      let texts = event.foldedTexts(name);
      for (let text of texts) index.equals.get(text)?.forEach(mark);
      index.literals.scan(texts, mark);
    }
    return this.anywhere.isEmpty() || this.anywhere.scan(event.foldedEventTexts(), mark), found.sort((a, b) => a - b);
  }
};
function pushTo(map, key, entry) {
  let list = map.get(key);
  list ? list[list.length - 1] !== entry && list.push(entry) : map.set(key, [entry]);
}

// src/match/glob.ts
function globMatcher(pattern) {
  let runs = [[]];
  for (let part of pattern)
    typeof part == "string" ? runs[runs.length - 1].push(part) : part.kind === "any" ? runs.push([]) : runs[runs.length - 1].push(ONE_CODE_POINT);
  let first = runs[0], last = runs[runs.length - 1], inner = runs.slice(1, -1);
  return runs.length === 1 ? (text) => fit(first, text, 0) === text.length : (text) => {
    let at = fit(first, text, 0);
    if (at < 0) return !1;
    for (let run of inner)
      if (at = search(run, text, at), at < 0) return !1;
    return fitAtEnd(last, text, at);
  };
}
var ONE_CODE_POINT = /* @__PURE__ */ Symbol("one code point");
function pointLength(text, at) {
  return (text.codePointAt(at) ?? 0) > 65535 ? 2 : 1;
}
function fit(run, text, at) {
  for (let piece of run)
    if (typeof piece == "string") {
      if (!text.startsWith(piece, at)) return -1;
      at += piece.length;
    } else {
      if (at >= text.length) return -1;
      at += pointLength(text, at);
    }
  return at;
}
function search(run, text, from) {
  let [head] = run;
  if (head === void 0) return from;
  if (run.length === 1 && typeof head == "string") {
    let found = text.indexOf(head, from);
    return found < 0 ? -1 : found + head.length;
  }
  for (let at = from; at <= text.length; at++) {
    if (typeof head == "string" && (at = text.indexOf(head, at), at < 0))
      return -1;
    if (at > from && isInsidePair(text, at)) continue;
    let end = fit(run, text, at);
    if (end >= 0) return end;
  }
  return -1;
}
function fitAtEnd(run, text, from) {
  let at = text.length;
  for (let i = run.length - 1; i >= 0; i--) {
    let piece = run[i];
    if (typeof piece == "string") {
      if (at -= piece.length, at < 0 || !text.startsWith(piece, at)) return !1;
    } else
      at -= isInsidePair(text, at - 1) ? 2 : 1;
    if (at < from) return !1;
  }
  return !0;
}
function isInsidePair(text, at) {
  return at > 0 && (text.charCodeAt(at) & 64512) === 56320 && (text.charCodeAt(at - 1) & 64512) === 55296;
}

// src/match/number.ts
function decimalOf(value) {
  if (typeof value == "number" || typeof value == "bigint")
    return canonicalDecimal(String(value));
  if (typeof value != "string") return null;
  let text = value.trim();
  return /^0[xo]/i.test(text) ? null : canonicalDecimal(text);
}
function compareDecimals(left, operator, right) {
  let order = orderOf(left, right);
  switch (operator) {
    case "lt":
      return order < 0;
    case "lte":
      return order <= 0;
    case "gt":
      return order > 0;
    case "gte":
      return order >= 0;
  }
}
function orderOf(left, right) {
  let [a, b] = [parts(left), parts(right)];
  if (a.whole !== b.whole) return a.whole < b.whole ? -1 : 1;
  if (a.negative !== b.negative) return a.negative ? -1 : 1;
  let length = Math.max(a.fraction.length, b.fraction.length), [x, y] = [a.fraction.padEnd(length, "0"), b.fraction.padEnd(length, "0")];
  return x === y ? 0 : x < y === a.negative ? 1 : -1;
}
function parts(decimal) {
  let [whole, fraction = ""] = decimal.split(".");
  return { whole: BigInt(whole), fraction, negative: decimal.startsWith("-") };
}

// src/match/time.ts
var DATE = /^\s*(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ](\d{1,2}):(\d{1,2})(?::\d{1,2})?)?/;
function timePart(text, part) {
  let found = DATE.exec(text);
  if (!found) return null;
  let [year, month, day, hour, minute] = found.slice(1).map(Number);
  switch (part) {
    case "year":
      return year;
    case "month":
      return month;
    case "day":
      return day;
    case "hour":
      return Number.isNaN(hour) ? 0 : hour;
    case "minute":
      return Number.isNaN(minute) ? 0 : minute;
    case "week":
      return isoWeek(year, month, day);
  }
}
function isoWeek(year, month, day) {
  let weekday = new Date(Date.UTC(year, month - 1, day)).getUTCDay() || 7, thursday = Date.UTC(year, month - 1, day + 4 - weekday), firstDay = Date.UTC(new Date(thursday).getUTCFullYear(), 0, 1);
  return Math.floor((thursday - firstDay) / (7 * 864e5)) + 1;
}

// src/match/test.ts
var Compiler = class {
  done = /* @__PURE__ */ new Map();
  compile(node) {
    let test = this.done.get(node);
    return test || (test = this.build(node), this.done.set(node, test)), test;
  }
  build(node) {
    switch (node.kind) {
      case "constant":
        return () => node.value;
      case "not": {
        let test = this.compile(node.operand);
        return (event) => !test(event);
      }
      case "and": {
        let tests = node.operands.map((o) => this.compile(o));
        return (event) => {
          for (let i = 0; i < tests.length; i++) if (!tests[i](event)) return !1;
          return !0;
        };
      }
      case "or":
      case "one-of": {
        let tests = (node.kind === "or" ? node.operands : node.options).map((o) => this.compile(o));
        return (event) => {
          for (let i = 0; i < tests.length; i++) if (tests[i](event)) return !0;
          return !1;
        };
      }
      default:
        return predicateTest(node);
    }
  }
};
function predicateTest(predicate) {
  if (predicate.kind === "keyword") {
    let { search: search2 } = predicate;
    if (search2.kind === "regex") {
      let matches2 = regexMatcher(search2.regex);
      return (event) => event.texts().some(matches2);
    }
    let matches = textMatcher(
      [{ kind: "any" }, ...search2.pattern, { kind: "any" }],
      search2.cased
    );
    return search2.cased ? (event) => event.texts().some(matches) : (event) => event.foldedEventTexts().some(matches);
  }
  let field = predicate.field.text;
  switch (predicate.kind) {
    case "string": {
      let matches = textMatcher(predicate.pattern, predicate.cased);
      return predicate.cased ? someText(field, matches) : (event) => {
        let texts = event.foldedTexts(field);
        for (let i = 0; i < texts.length; i++) if (matches(texts[i])) return !0;
        return !1;
      };
    }
    case "regex":
      return someText(field, regexMatcher(predicate.regex));
    case "null":
      return (event) => {
        let values = event.field(field);
        return values === void 0 || values.some((v) => v === null);
      };
    case "exists":
      return (event) => event.field(field) !== void 0;
    case "field-ref":
      return fieldRefTest(predicate);
    default: {
      let matches = valueMatcher(predicate);
      return (event) => {
        let values = event.field(field);
        return values !== void 0 && values.some(matches);
      };
    }
  }
}
function someText(field, matches) {
  return (event) => (event.field(field) ?? []).some((value) => {
    let text = textOf(value);
    return text !== null && matches(text);
  });
}
function textMatcher(pattern, cased) {
  let parts2 = cased ? pattern : pattern.map((p) => typeof p == "string" ? fold(p) : p), literal = literalText(parts2);
  if (literal !== null) return (text) => text === literal;
  let shape = shapeOf(parts2);
  switch (shape.shape) {
    case "any":
      return () => !0;
    case "startswith":
      return (text) => text.startsWith(shape.text);
    case "endswith":
      return (text) => text.endsWith(shape.text);
    case "contains":
      return (text) => text.includes(shape.text);
    default:
      return globMatcher(parts2);
  }
}
function valueMatcher(predicate) {
  switch (predicate.kind) {
    case "number": {
      let { source, decimal } = predicate.number, spelled = fold(source);
      return (value) => typeof value == "string" ? fold(value) === spelled || value === decimal : decimalOf(value) === decimal;
    }
    case "boolean": {
      let spelled = String(predicate.value);
      return (value) => value === predicate.value || typeof value == "string" && fold(value) === spelled;
    }
    case "compare": {
      let { operator, number } = predicate;
      return (value) => {
        let decimal = decimalOf(value);
        return decimal !== null && compareDecimals(decimal, operator, number.decimal);
      };
    }
    case "cidr": {
      let { version, address, prefix } = predicate.network, shift = BigInt((version === 4 ? 32 : 128) - prefix);
      return (value) => {
        if (typeof value != "string") return !1;
        let found = parseAddress(value);
        return found?.version === version && found.address >> shift === address >> shift;
      };
    }
    case "time-part": {
      let { part, operator, number } = predicate;
      return (value) => {
        let found = typeof value == "string" ? timePart(value, part) : null;
        return found === null ? !1 : operator === "eq" ? String(found) === number.decimal : compareDecimals(String(found), operator, number.decimal);
      };
    }
  }
}
function fieldRefTest(predicate) {
  let { field, other, match, cased } = predicate, prepare = cased ? (text) => text : fold, holds = {
    equals: (a, b) => a === b,
    contains: (a, b) => a.includes(b),
    startswith: (a, b) => a.startsWith(b),
    endswith: (a, b) => a.endsWith(b)
  }[match], textsOf = (event, name) => (event.field(name) ?? []).flatMap((v) => {
    let text = textOf(v);
    return text === null ? [] : [prepare(text)];
  });
  return (event) => {
    let others = textsOf(event, other.text);
    return textsOf(event, field.text).some((a) => others.some((b) => holds(a, b)));
  };
}

// src/match/compile.ts
function compile(collections, options = {}) {
  let diagnostics = [], compiler = new Compiler(), entries = [];
  for (let collection of [collections].flat())
    for (let item of collection.items) {
      if (item.content?.kind !== "rule") continue;
      let rule = item.content;
      rule.detection.conditions.forEach((condition, index2) => {
        let lowered = lower(rule, condition, options.placeholders);
        if (diagnostics.push(...lowered.diagnostics), !lowered.expression) return;
        let expression = simplify(lowered.expression, { oneOf: !0, pushNegation: !1 });
        try {
          let test = compiler.compile(expression);
          entries.push({ item, rule, condition: index2, expression, test });
        } catch (error) {
          if (!(error instanceof RegexNotSupported)) throw error;
          diagnostics.push(
            diagnostic("error", "regex-not-matchable", error.message, condition.span)
          );
        }
      });
    }
  let index = new RuleIndex(entries.map((e) => anchorOf(e.expression)));
  return {
    diagnostics,
    match(json) {
      let event = new MatchEvent(json), matches = [], held = [];
      for (let candidate of index.candidates(event)) {
        let entry = entries[candidate];
        if (!entry.test(event)) continue;
        if (matches[matches.length - 1]?.item === entry.item) {
          held.push(entry.condition);
          continue;
        }
        held = [entry.condition];
        let { item, rule, expression } = entry;
        matches.push({
          item,
          rule,
          conditions: held,
          because: () => because(expression, event, compiler)
        });
      }
      return matches;
    }
  };
}

// src/match/json.ts
var strict = new TextDecoder("utf-8", { fatal: !0 }), lenient = new TextDecoder("utf-8");
function parseJson(bytes) {
  let text, invalidBytes = !1;
  try {
    text = strict.decode(bytes);
  } catch {
    text = lenient.decode(bytes), invalidBytes = !0;
  }
  try {
    return { ok: !0, value: /\d{16}/.test(text) ? parseExactly(text) : JSON.parse(text), invalidBytes };
  } catch (error) {
    let at = Number(/position (\d+)/.exec(String(error))?.[1] ?? 0);
    return { ok: !1, at: new TextEncoder().encode(text.slice(0, at)).length };
  }
}
var MARK = "whole number ", STRING_OR_NUMBER = /"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*/g;
function parseExactly(text) {
  let marked = 0, mark = MARK;
  for (; text.includes(mark); ) mark += "\xB7";
  let written = text.replace(STRING_OR_NUMBER, (found) => !/^-?\d{16,}$/.test(found) || Number.isSafeInteger(Number(found)) ? found : (marked++, `"${mark}${found}"`)), plain = JSON.parse(text);
  return marked === 0 ? plain : JSON.parse(
    written,
    (_, value) => typeof value == "string" && value.startsWith(mark) ? BigInt(value.slice(mark.length)) : value
  );
}

// src/match/event-reader.ts
var LF = 10, QUOTE = 34, COMMA = 44, COLON = 58, OPEN_LIST = 91, BACKSLASH = 92, CLOSE_LIST = 93, OPEN_MAP = 123, CLOSE_MAP = 125, SHOWN = 200, EventReader = class {
  constructor(path) {
    this.path = path;
  }
  path;
  buffer = new Uint8Array(65536);
  length = 0;
  /** All before it is done with. */
  at = 0;
  line = 1;
  lineStart = 0;
  index = 0;
  inList = !1;
  mode = "between";
  transcoder;
  // Of the value being read.
  start = 0;
  startLine = 1;
  startColumn = 0;
  secondLine = -1;
  open = new Uint8Array(201);
  depth = 0;
  inString = !1;
  escaped = !1;
  lastByte = 0;
  lineIsBlank = !0;
  /** Positions up to here were tried twice, so they are not tried a third time. */
  furthest = -1;
  /** The events that end within this piece. */
  push(bytes) {
    this.append(this.decodeUtf16(bytes));
    let records = [];
    return this.scan(records), this.drop(), records;
  }
  /** What is left when the file ends. */
  end() {
    let records = [];
    for (; this.mode === "value"; )
      this.fail(records, "event-truncated", "The file ends within this event.", this.length), this.scan(records);
    return this.mode === "scalar" && this.finishScalar(records, this.length), this.inList && records.push(this.unreadable(fileDiagnostic("error", "event-truncated", "The list of events has no closing bracket; the file may be cut off.", this.path))), records;
  }
  /** Windows tools write UTF-16, and say so with a byte order mark. */
  decodeUtf16(bytes) {
    if (this.transcoder === void 0 && bytes.length > 0) {
      let [a, b] = bytes, label = a === 255 && b === 254 ? "utf-16le" : a === 254 && b === 255 ? "utf-16be" : null;
      this.transcoder = label ? new TextDecoder(label) : null;
    }
    return this.transcoder ? new TextEncoder().encode(this.transcoder.decode(bytes, { stream: !0 })) : bytes;
  }
  append(bytes) {
    let needed = this.length + bytes.length;
    if (needed > this.buffer.length) {
      let larger = new Uint8Array(Math.max(needed, this.buffer.length * 2));
      larger.set(this.buffer.subarray(0, this.length)), this.buffer = larger;
    }
    this.buffer.set(bytes, this.length), this.length = needed;
  }
  drop() {
    let keep = this.mode === "value" || this.mode === "scalar" ? this.start : this.at;
    this.buffer.copyWithin(0, keep, this.length), this.length -= keep, this.at -= keep, this.start -= keep, this.lineStart -= keep, this.secondLine = this.secondLine < 0 ? -1 : this.secondLine - keep, this.furthest -= keep;
  }
  scan(records) {
    for (; this.at < this.length; )
      switch (this.mode) {
        case "between":
          this.between();
          break;
        case "value":
          this.value(records);
          break;
        case "scalar":
          this.scalar(records);
          break;
        case "lost":
          this.lost();
      }
  }
  newLine() {
    this.line++, this.lineStart = this.at, this.lineIsBlank = !0;
  }
  between() {
    let byte = this.buffer[this.at];
    byte === LF ? (this.at++, this.newLine()) : isBlank(byte) || byte === COMMA ? this.at++ : byte === OPEN_LIST && !this.inList ? (this.inList = !0, this.at++) : byte === CLOSE_LIST && this.inList ? (this.inList = !1, this.at++) : (this.mode = byte === OPEN_MAP || byte === OPEN_LIST ? "value" : "scalar", this.start = this.at, this.startLine = this.line, this.startColumn = this.at - this.lineStart, this.secondLine = -1, this.depth = 0, this.inString = !1, this.escaped = !1, this.lastByte = COLON, this.lineIsBlank = !1);
  }
  value(records) {
    let { buffer, length } = this;
    for (; this.at < length; ) {
      if (this.at - this.start > 16777216) {
        let message = `This event has more than ${16777216 / 1024 / 1024} MiB. Events that long are not read.`;
        return this.fail(records, "event-too-large", message, this.at, !1);
      }
      let byte = buffer[this.at];
      if (this.inString) {
        if (this.escaped ? this.escaped = !1 : byte === BACKSLASH ? this.escaped = !0 : byte === QUOTE && (this.inString = !1, this.lastByte = QUOTE), byte === LF)
          return this.fail(records, "event-truncated", "The line ends within a string: the event is cut off, or is no JSON.", this.at);
        this.at++;
        continue;
      }
      switch (byte) {
        case LF:
          this.at++, this.newLine(), this.secondLine < 0 && (this.secondLine = this.at);
          continue;
        case QUOTE:
          this.inString = !0;
          break;
        case OPEN_MAP:
        case OPEN_LIST:
          if (this.lineIsBlank && byte === OPEN_MAP && !this.mayStartValue())
            return this.fail(records, "event-truncated", "Another event starts before this one ends: it is cut off.", this.at);
          if (this.depth === 200) {
            let message = `Lists and objects stand more than ${200} deep in this event. Events that deep are not read.`;
            return this.fail(records, "event-too-deep", message, this.at, !1);
          }
          this.open[++this.depth] = byte, this.lastByte = byte;
          break;
        case CLOSE_MAP:
        case CLOSE_LIST:
          if (this.open[this.depth] !== (byte === CLOSE_MAP ? OPEN_MAP : OPEN_LIST))
            return this.fail(records, "event-not-json", NOT_JSON, this.at);
          if (this.lastByte = byte, --this.depth === 0) {
            this.at++, this.mode = "between", this.finishValue(records);
            return;
          }
          break;
        default:
          isBlank(byte) || (this.lastByte = byte);
      }
      isBlank(byte) || (this.lineIsBlank = !1), this.at++;
    }
  }
  mayStartValue() {
    return this.lastByte === COLON ? !0 : this.open[this.depth] !== OPEN_LIST ? !1 : this.lastByte === OPEN_LIST || this.lastByte === COMMA;
  }
  finishValue(records) {
    let parsed = parseJson(this.buffer.subarray(this.start, this.at));
    parsed.ok && typeof parsed.value == "object" && !Array.isArray(parsed.value) ? (records.push({
      kind: "event",
      index: this.index++,
      line: this.startLine,
      json: parsed.value
    }), parsed.invalidBytes && this.report(records, "event-not-utf8", "This event is not UTF-8; the bytes that are none were read as U+FFFD.", this.at, "warning")) : parsed.ok ? this.report(records, "event-not-an-object", NOT_AN_OBJECT, this.at) : this.report(records, "event-not-json", NOT_JSON, this.at, "error", parsed.at);
  }
  /** A number, a string, a word, or what is no JSON at all: to the end of the line or item. */
  scalar(records) {
    for (; this.at < this.length; ) {
      let byte = this.buffer[this.at];
      if (byte === LF) return this.finishScalar(records, this.at);
      if (this.inString)
        this.escaped ? this.escaped = !1 : byte === BACKSLASH ? this.escaped = !0 : byte === QUOTE && (this.inString = !1);
      else if (byte === QUOTE) this.inString = !0;
      else if (this.inList && (byte === COMMA || byte === CLOSE_LIST))
        return this.finishScalar(records, this.at);
      if (this.at++, this.at - this.start > 16777216) {
        this.finishScalar(records, this.at), this.mode = "lost";
        return;
      }
    }
  }
  finishScalar(records, end) {
    this.mode = "between";
    let parsed = parseJson(this.buffer.subarray(this.start, end));
    parsed.ok ? this.report(records, "event-not-an-object", NOT_AN_OBJECT, end) : this.report(records, "event-not-json", NOT_JSON, end, "error", parsed.at);
  }
  /** Looks for a line that starts an object no deeper than the bad event did. */
  lost() {
    for (; this.at < this.length; ) {
      let byte = this.buffer[this.at];
      if (byte === LF) {
        this.at++, this.newLine();
        continue;
      }
      if (this.lineIsBlank && byte === OPEN_MAP && this.at - this.lineStart <= this.startColumn) {
        this.mode = "between";
        return;
      }
      if (this.lineIsBlank && byte === CLOSE_LIST && this.inList) {
        this.mode = "between";
        return;
      }
      isBlank(byte) || (this.lineIsBlank = !1), this.at++;
    }
  }
  /** Reports the value being read, and goes back to its second line if that was tried only once. */
  fail(records, code, message, at, again = !0) {
    this.report(records, code, message, at), this.mode = "lost", again && this.secondLine >= 0 && at > this.furthest && (this.furthest = at, this.at = this.secondLine, this.line = this.startLine + 1, this.lineStart = this.at, this.lineIsBlank = !0);
  }
  report(records, code, message, end, severity = "error", at = 0) {
    let bytes = this.buffer.subarray(this.start, Math.min(end, this.start + at + SHOWN)), before = new TextDecoder().decode(bytes.subarray(0, at)), text = new TextDecoder().decode(bytes), margin = " ".repeat(this.startColumn > SHOWN ? 0 : this.startColumn), file = { path: this.path, text: margin + text.trimEnd(), firstLine: this.startLine }, start = Math.min(margin.length + before.length, file.text.length), lineEnd = file.text.indexOf(`
`, start), stop = at > 0 ? start + 1 : lineEnd < 0 ? file.text.length : lineEnd, found = diagnostic(severity, code, message, { file, start, end: stop }), index = severity === "warning" ? this.index - 1 : this.index++;
    records.push({ kind: "unreadable", index, line: this.startLine, diagnostic: found });
  }
  unreadable(found) {
    return { kind: "unreadable", index: this.index, line: this.line, diagnostic: found };
  }
}, NOT_JSON = "This is not JSON. Events are JSON objects: one a line, one after another, or in a list.", NOT_AN_OBJECT = "This is JSON, but no object, so it has no fields. An event is an object.";
function isBlank(byte) {
  return byte === 32 || byte === 9 || byte === 13 || byte === 30 || byte === 239 || byte === 187 || byte === 191;
}

// src/cli/match.ts
async function matchCommand(names, flags) {
  if (names.includes("-") && flags.events.includes("-"))
    throw new UsageError("Rules and events cannot both come from standard input.");
  let placeholders = readPlaceholders(flags), diagnostics = new Diagnostics(flags.verbose ?? !1, wantsColour(process.stderr)), failed = !1, report = (list) => {
    for (let d of list)
      d.severity === "error" && (failed = !0), diagnostics.addPlain(d);
  }, inputs = await findInputs(names);
  report(inputs.diagnostics);
  let collections = [];
  for (let { path } of inputs.files) {
    let input = readInput(path);
    if (!(input instanceof Uint8Array)) {
      report([input]);
      continue;
    }
    let parsed = parse(input, { path: path === "-" ? "<stdin>" : path });
    report(parsed.diagnostics), collections.push(parsed.collection);
  }
  let matcher = compile(collections, { placeholders });
  report(matcher.diagnostics);
  let counts = { events: 0, matched: 0, rules: /* @__PURE__ */ new Set() };
  for (let path of eventFiles(flags.events, report))
    for await (let record of readEvents(path))
      if (!("kind" in record)) report([record]);
      else if (record.kind === "unreadable") report([record.diagnostic]);
      else {
        counts.events++;
        let matches = matcher.match(record.json);
        matches.length > 0 && counts.matched++;
        for (let match of matches) {
          counts.rules.add(match.item);
          let line = flags.json ? asJson(match, record, path) : asText(match, record, path);
          await writeOut(line);
        }
      }
  if (await flushOut(), diagnostics.finish(), !flags.json) {
    let { events, matched, rules } = counts;
    process.stderr.write(
      `${thousands(matched)} of ${count(events, "event")} matched, by ${count(rules.size, "rule")}.
`
    );
  }
  return failed ? 1 : 0;
}
function count(n, noun) {
  return `${thousands(n)} ${noun}${n === 1 ? "" : "s"}`;
}
function* eventFiles(names, report) {
  for (let name of names) {
    let inside = null;
    try {
      name !== "-" && statSync(name).isDirectory() && (inside = readdirSync(name, { recursive: !0, encoding: "utf8" }).filter((f) => /\.(?:json|jsonl|ndjson|log)$/i.test(f)).sort());
    } catch (error) {
      report([unreadable(name, error)]);
      continue;
    }
    if (!inside) yield name;
    else for (let file of inside) yield join(name, file);
  }
}
async function* readEvents(path) {
  let reader = new EventReader(shown(path)), stream = path === "-" ? process.stdin : createReadStream(path);
  try {
    for await (let piece of stream) yield* reader.push(piece);
  } catch (error) {
    yield unreadable(path, error);
    return;
  }
  yield* reader.end();
}
function shown(path) {
  return path === "-" ? "<stdin>" : path;
}
function asJson(match, record, events) {
  let { id, title } = match.item.heading, line = {
    path: match.item.span.file.path,
    rule: { id, title },
    event: record.index,
    because: match.because(),
    events: shown(events),
    line: record.line
  };
  return `${JSON.stringify(line)}
`;
}
function asText(match, record, events) {
  let title = visible(match.item.heading.title ?? ""), lines = [
    `${visible(shown(events))}:${record.line}: ${title} (${visible(match.item.span.file.path)})`
  ], rows = match.because().map(({ field, predicate, value, line }) => ({ said: visible([field ?? "keyword", field === null ? "" : predicate, value].filter((part) => part !== "").join(" ")), line })), width = Math.min(90, Math.max(0, ...rows.map((r) => r.said.length)));
  for (let { said, line } of rows) lines.push(`    ${said.padEnd(width)}  line ${line}`);
  return `${lines.join(`
`)}
`;
}
export {
  matchCommand
};
