import {
  ItemReader,
  LOG_SOURCE_KEYS,
  MAX_EVENT_DEPTH,
  MAX_EVENT_SIZE,
  applyPipelines,
  canonicalDecimal,
  codeFrame,
  convert,
  decode,
  diagnostic,
  fileDiagnostic,
  fromText,
  inOrder,
  isValue,
  itemsOf,
  lower,
  mapValues,
  modifiers,
  numberLiteral,
  overFields,
  parse,
  parseCondition,
  parseRegex,
  plainText,
  predicateOf,
  readYaml,
  resolveIdentifiers,
  resolveOptions,
  rewriteFields,
  rewriteItems,
  runItem,
  splitHashes,
  textOf,
  toRecord,
  valuesOf,
  withCondition,
  writtenValue
} from "./shared/chunk-6CHBYLQI.js";
import {
  toRe2
} from "./shared/chunk-7SGYETIS.js";
import {
  ANY,
  hasPlaceholder,
  lineIndexAt,
  lineStarts,
  literalText,
  nearest,
  parseAddress,
  parseExpandable,
  parsePattern,
  pattern,
  positionAt,
  printPattern,
  shapeOf,
  simplify
} from "./shared/chunk-JRTGEL3U.js";

// src/explain.ts
function explain(query) {
  const text = query.queryText;
  if (text === null) return [];
  const parts2 = [];
  const between = (start, end) => {
    if (start < end)
      parts2.push({ text: text.slice(start, end), line: null, column: null, source: "" });
  };
  let at = 0;
  for (const { start, end, span } of query.segments) {
    between(at, start);
    const { line, column } = positionAt(span.file, span.start);
    parts2.push({ text: text.slice(start, end), line, column, source: lineText(span) });
    at = end;
  }
  between(at, text.length);
  return parts2;
}
function lineText(span) {
  const starts = lineStarts(span.file);
  const index = lineIndexAt(span.file, span.start);
  return span.file.text.slice(starts[index], starts[index + 1]).trim();
}

// src/model/fold.ts
function fold(text) {
  return NOT_ASCII.test(text) ? foldUnicode(text) : text.toLowerCase();
}
var NOT_ASCII = /[^\x00-\x7f]/;
function foldUnicode(text) {
  return text.replace(
    CAPITALS_OR_NOT_ASCII,
    (found) => found.charCodeAt(0) > 127 ? foldCodePoint(found) : found.toLowerCase()
  );
}
var CAPITALS_OR_NOT_ASCII = /[A-Z]+|[^\x00-\x7f]/gu;
var DOTLESS_I = "\u0131";
function foldCodePoint(c) {
  if (c === DOTLESS_I) return c;
  const upper = c.toUpperCase();
  const lower2 = (isOneCodePoint(upper) ? upper : c).toLowerCase();
  return isOneCodePoint(lower2) ? lower2 : c;
}
function isOneCodePoint(text) {
  return text.length === 1 || text.length === 2 && text.codePointAt(0) > 65535;
}

// src/match/regex-texts.ts
var MOST = 64;
function requiredTexts(node) {
  switch (node.kind) {
    case "literal":
      return [fold(String.fromCodePoint(node.codePoint))];
    case "class": {
      const only = onlyCharacter(node);
      return only === null ? null : [only];
    }
    case "group":
      return requiredTexts(node.body);
    case "repeat":
      return node.min > 0 ? requiredTexts(node.body) : null;
    case "alternation": {
      const texts = [];
      for (const option of node.options) {
        const required = requiredTexts(option);
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
  let best = null;
  let run = "";
  const offer = (texts) => {
    if (texts && shortest(texts) > (best ? shortest(best) : 0)) best = texts;
  };
  for (const item of items) {
    const character = item.kind === "literal" || item.kind === "class" ? requiredTexts(item) : null;
    if (character) {
      run += character[0];
      continue;
    }
    offer([run]);
    run = "";
    offer(requiredTexts(item));
  }
  offer([run]);
  return best;
}
function shortest(texts) {
  return texts.length === 0 ? 0 : Math.min(...texts.map((t) => t.length));
}
function onlyCharacter(node) {
  if (node.negated) return null;
  const folded = /* @__PURE__ */ new Set();
  for (const item of node.items) {
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
      const clues = [];
      for (const operand of node.kind === "or" ? node.operands : node.options) {
        const anchor = anchorOf(operand);
        if (!anchor) return null;
        for (const clue of anchor) clues.push(clue);
      }
      return clues;
    }
    case "keyword": {
      const text = node.search.kind === "pattern" ? longestText(node.search.pattern) : "";
      return text === "" ? null : [{ kind: "anywhere", text }];
    }
    default:
      return predicateAnchor(node);
  }
}
function predicateAnchor(node) {
  const field = node.field.text;
  switch (node.kind) {
    case "null":
      return null;
    case "string": {
      const [only] = node.pattern;
      if (node.pattern.length === 1 && typeof only === "string") {
        return [{ kind: "equals", field, text: fold(only) }];
      }
      const text = longestText(node.pattern);
      return [text === "" ? { kind: "present", field } : { kind: "contains", field, text }];
    }
    case "regex": {
      const texts = requiredTexts(node.regex.ast);
      if (!texts) return [{ kind: "present", field }];
      return texts.map((text) => ({ kind: "contains", field, text }));
    }
    case "number": {
      const spellings = /* @__PURE__ */ new Set([fold(node.number.source), node.number.decimal]);
      return [...spellings].map((text) => ({ kind: "equals", field, text }));
    }
    default:
      return [{ kind: "present", field }];
  }
}
function longestText(pattern2) {
  let longest = "";
  for (const part of pattern2) {
    if (typeof part === "string" && part.length > longest.length) longest = part;
  }
  return fold(longest);
}
function rarer(a, b) {
  if (!a || !b) return a ?? b;
  return cost(b) < cost(a) ? b : a;
}
function cost(anchor) {
  let sum = 0;
  for (const clue of anchor) {
    if (clue.kind === "present") sum += 100;
    else if (clue.kind === "equals") sum += 1;
    else sum += 1 + 20 / clue.text.length;
  }
  return sum;
}

// src/predicate/kind.ts
var SHAPES = {
  empty: "eq",
  any: "exists",
  equals: "eq",
  startswith: "starts_with",
  endswith: "ends_with",
  contains: "match",
  other: "wildcard"
};
var FIELD_REFS = {
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
      const { search: search2 } = node;
      const text = search2.kind === "regex" ? regexText(search2.regex) : printPattern(search2.pattern);
      return { kind: "keyword", value: text };
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
function ofPattern(parts2) {
  const plain = hasPlaceholder(parts2) ? pattern(parts2.map((p) => typeof p === "object" && "name" in p ? `%${p.name}%` : p)) : parts2;
  const shape = shapeOf(plain);
  const kind = SHAPES[shape.shape];
  switch (shape.shape) {
    case "empty":
      return { kind, value: "" };
    case "any":
      return { kind, value: null };
    case "other":
      return { kind, value: printPattern(parts2) };
    default:
      return { kind, value: shape.text };
  }
}
function regexText({ source, flags }) {
  const letters = `${flags.ignoreCase ? "i" : ""}${flags.multiLine ? "m" : ""}${flags.dotAll ? "s" : ""}`;
  return letters === "" ? source : `(?${letters})${source}`;
}

// src/match/because.ts
function because(expression, event, compiler) {
  const reasons = [];
  collect(expression, true);
  return reasons;
  function collect(node, wanted) {
    switch (node.kind) {
      case "constant":
        return;
      case "not":
        return collect(node.operand, !wanted);
      case "and":
      case "or":
      case "one-of": {
        const operands = node.kind === "one-of" ? node.options : node.operands;
        for (const operand of operands) {
          if (compiler.compile(operand)(event) === wanted) collect(operand, wanted);
          if (!wanted && node.kind === "one-of") return;
        }
        return;
      }
      default:
        reasons.push(describe(node, wanted));
    }
  }
}
function describe(node, wanted) {
  const { kind, value } = kindOf(node);
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
    const known2 = this.values.get(name);
    if (known2 !== void 0 || this.values.has(name)) return known2;
    const found = this.find(name);
    const values = found?.length === 0 ? void 0 : found;
    this.values.set(name, values);
    return values;
  }
  /** The field's strings, and its numbers and booleans as text, folded. */
  foldedTexts(name) {
    let texts = this.folded.get(name);
    if (!texts) {
      const list = [];
      for (const value of this.field(name) ?? []) {
        const text = textOf2(value);
        if (text !== null) list.push(fold(text));
      }
      texts = list;
      this.folded.set(name, texts);
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
    for (const { object, attributes } of this.containers) {
      const direct = own(object, name);
      if (direct !== void 0) return listed(unwrapElement(direct));
      const attribute = attributes?.get(name);
      if (attribute !== void 0) return listed(attribute);
      if (name.includes(".")) {
        const nested = descend(object, name);
        if (nested !== void 0) return nested;
      }
    }
    return void 0;
  }
};
var ATTRIBUTES = "#attributes";
var MAX_DEPTH = 64;
function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
function own(object, name) {
  return Object.hasOwn(object, name) ? object[name] : void 0;
}
function containersOf(json) {
  const whole = { object: json, attributes: null };
  const event = own(json, "Event");
  if (!isObject(event)) return [whole];
  const found = [];
  const data = own(event, "EventData");
  if (isObject(data)) found.push({ object: data, attributes: null });
  const user = own(event, "UserData");
  if (isObject(user)) {
    for (const part of Object.values(user)) {
      if (isObject(part)) found.push({ object: part, attributes: null });
    }
  }
  const system = own(event, "System");
  if (isObject(system)) {
    found.push({ object: system, attributes: attributesOf(system) });
  }
  return [...found, whole];
}
function attributesOf(system) {
  const attributes = /* @__PURE__ */ new Map();
  for (const [element, content] of Object.entries(system)) {
    const of = isObject(content) ? own(content, ATTRIBUTES) : void 0;
    if (!isObject(of)) continue;
    for (const [name, value] of Object.entries(of)) attributes.set(`${element}_${name}`, value);
  }
  return attributes;
}
function unwrapElement(value) {
  return isObject(value) && Object.hasOwn(value, "#text") ? value["#text"] : value;
}
function listed(value) {
  if (!Array.isArray(value)) return [value];
  return value.flat(MAX_DEPTH);
}
function descend(object, path, depth = 0) {
  if (depth > MAX_DEPTH) return void 0;
  if (Array.isArray(object)) {
    const found = object.flatMap((item) => descend(item, path, depth + 1) ?? []);
    return found.length > 0 ? found : void 0;
  }
  if (!isObject(object)) return void 0;
  const direct = own(object, path);
  if (direct !== void 0) return listed(direct);
  for (let dot = path.indexOf("."); dot >= 0; dot = path.indexOf(".", dot + 1)) {
    const inner = own(object, path.slice(0, dot));
    if (inner === void 0) continue;
    const found = descend(inner, path.slice(dot + 1), depth + 1);
    if (found !== void 0) return found;
  }
  return void 0;
}
function textOf2(value) {
  if (typeof value === "string") return value;
  return value === null || typeof value === "object" ? null : String(value);
}
function collectTexts(json) {
  const texts = [];
  const stack = [json];
  for (let value = stack.pop(); value !== void 0; value = stack.pop()) {
    if (value === null) continue;
    if (typeof value === "object") {
      for (const inner of Object.values(value)) if (inner !== void 0) stack.push(inner);
    } else texts.push(String(value));
  }
  return texts;
}

// src/match/regex.ts
import { RE2JS } from "re2js";
var RegexNotSupported = class extends Error {
};
function regexMatcher(regex) {
  const translated = toRe2(regex);
  if (!translated.ok) throw new RegexNotSupported(translated.message);
  const compiled = RE2JS.compile(translated.pattern);
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
    const units = /* @__PURE__ */ new Set();
    for (const literal of literals) {
      for (let i = 0; i < literal.length; i++) units.add(literal.charCodeAt(i));
    }
    this.classes = new Uint16Array(Math.max(...units) + 1);
    this.classCount = 1;
    for (const unit of units) this.classes[unit] = this.classCount++;
    const steps = /* @__PURE__ */ new Map();
    const found = [[]];
    const states = new Int32Array(literals.length);
    const longest = Math.max(...literals.map((l) => l.length));
    for (let depth = 0; depth < longest; depth++) {
      literals.forEach((literal, index) => {
        if (depth >= literal.length) return;
        const step = states[index] * this.classCount + this.classes[literal.charCodeAt(depth)];
        let to = steps.get(step);
        if (to === void 0) steps.set(step, to = found.push([]) - 1);
        states[index] = to;
        if (depth === literal.length - 1) found[to].push(index);
      });
    }
    this.next = new Int32Array(found.length * this.classCount);
    for (const [step, to] of steps) this.next[step] = to;
    this.linkFallbacks(found);
    this.found = found.map((list) => list.length > 0 ? list : null);
  }
  /** Fills in where a state goes when its literal ends or goes on otherwise: breadth first. */
  linkFallbacks(found) {
    const { next, classCount } = this;
    const fallback = new Int32Array(found.length);
    const queue = [];
    for (let c = 0; c < classCount; c++) if (next[c] > 0) queue.push(next[c]);
    for (let i = 0; i < queue.length; i++) {
      const state = queue[i];
      const back = fallback[state];
      if (found[back].length > 0) found[state] = [...found[state], ...found[back]];
      for (let c = 0; c < classCount; c++) {
        const to = next[state * classCount + c];
        const otherwise = next[back * classCount + c];
        if (to === 0) next[state * classCount + c] = otherwise;
        else {
          fallback[to] = otherwise;
          queue.push(to);
        }
      }
    }
  }
  /** Calls back with each literal that occurs, as often as it does. */
  scan(text, onFound) {
    const { classes, classCount, next, found } = this;
    let state = 0;
    for (let i = 0; i < text.length; i++) {
      state = next[state * classCount + (classes[text.charCodeAt(i)] ?? 0)];
      const list = found[state];
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
    if (this.isEmpty()) return;
    if (!this.set) {
      this.set = new LiteralSet([...this.entries.keys()]);
      this.lists = [...this.entries.values()];
    }
    for (const text of texts) {
      this.set.scan(text, (index) => this.lists[index].forEach(onEntry));
    }
  }
};
var RuleIndex = class {
  fields = /* @__PURE__ */ new Map();
  anywhere = new Literals();
  always = [];
  marks;
  round = 0;
  constructor(anchors) {
    this.marks = new Uint32Array(anchors.length);
    anchors.forEach((anchor, entry) => this.add(anchor, entry));
  }
  add(anchor, entry) {
    if (!anchor) {
      this.always.push(entry);
      return;
    }
    for (const clue of anchor) {
      if (clue.kind === "anywhere") {
        this.anywhere.add(clue.text, entry);
        continue;
      }
      let index = this.fields.get(clue.field);
      if (!index) {
        index = { present: [], equals: /* @__PURE__ */ new Map(), literals: new Literals() };
        this.fields.set(clue.field, index);
      }
      if (clue.kind === "present") index.present.push(entry);
      else if (clue.kind === "equals") pushTo(index.equals, clue.text, entry);
      else index.literals.add(clue.text, entry);
    }
  }
  /** In ascending order, each once. */
  candidates(event) {
    const found = [];
    this.round = this.round + 1 >>> 0;
    const mark = (entry) => {
      if (this.marks[entry] === this.round) return;
      this.marks[entry] = this.round;
      found.push(entry);
    };
    this.always.forEach(mark);
    for (const [name, index] of this.fields) {
      if (event.field(name) === void 0) continue;
      index.present.forEach(mark);
      const texts = event.foldedTexts(name);
      for (const text of texts) index.equals.get(text)?.forEach(mark);
      index.literals.scan(texts, mark);
    }
    if (!this.anywhere.isEmpty()) this.anywhere.scan(event.foldedEventTexts(), mark);
    return found.sort((a, b) => a - b);
  }
};
function pushTo(map, key2, entry) {
  const list = map.get(key2);
  if (!list) map.set(key2, [entry]);
  else if (list[list.length - 1] !== entry) list.push(entry);
}

// src/match/glob.ts
function globMatcher(pattern2) {
  const runs = [[]];
  for (const part of pattern2) {
    if (typeof part === "string") runs[runs.length - 1].push(part);
    else if (part.kind === "any") runs.push([]);
    else runs[runs.length - 1].push(ONE_CODE_POINT);
  }
  const first = runs[0];
  const last = runs[runs.length - 1];
  const inner = runs.slice(1, -1);
  if (runs.length === 1) return (text) => fit(first, text, 0) === text.length;
  return (text) => {
    let at = fit(first, text, 0);
    if (at < 0) return false;
    for (const run of inner) {
      at = search(run, text, at);
      if (at < 0) return false;
    }
    return fitAtEnd(last, text, at);
  };
}
var ONE_CODE_POINT = /* @__PURE__ */ Symbol("one code point");
function pointLength(text, at) {
  return (text.codePointAt(at) ?? 0) > 65535 ? 2 : 1;
}
function fit(run, text, at) {
  for (const piece of run) {
    if (typeof piece === "string") {
      if (!text.startsWith(piece, at)) return -1;
      at += piece.length;
    } else {
      if (at >= text.length) return -1;
      at += pointLength(text, at);
    }
  }
  return at;
}
function search(run, text, from) {
  const [head] = run;
  if (head === void 0) return from;
  if (run.length === 1 && typeof head === "string") {
    const found = text.indexOf(head, from);
    return found < 0 ? -1 : found + head.length;
  }
  for (let at = from; at <= text.length; at++) {
    if (typeof head === "string") {
      at = text.indexOf(head, at);
      if (at < 0) return -1;
    }
    if (at > from && isInsidePair(text, at)) continue;
    const end = fit(run, text, at);
    if (end >= 0) return end;
  }
  return -1;
}
function fitAtEnd(run, text, from) {
  let at = text.length;
  for (let i = run.length - 1; i >= 0; i--) {
    const piece = run[i];
    if (typeof piece === "string") {
      at -= piece.length;
      if (at < 0 || !text.startsWith(piece, at)) return false;
    } else {
      at -= isInsidePair(text, at - 1) ? 2 : 1;
    }
    if (at < from) return false;
  }
  return true;
}
function isInsidePair(text, at) {
  return at > 0 && (text.charCodeAt(at) & 64512) === 56320 && (text.charCodeAt(at - 1) & 64512) === 55296;
}

// src/match/number.ts
function decimalOf(value) {
  if (typeof value === "number" || typeof value === "bigint")
    return canonicalDecimal(String(value));
  if (typeof value !== "string") return null;
  const text = value.trim();
  return /^0[xo]/i.test(text) ? null : canonicalDecimal(text);
}
function compareDecimals(left, operator, right) {
  const order = orderOf(left, right);
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
  const [a, b] = [parts(left), parts(right)];
  if (a.whole !== b.whole) return a.whole < b.whole ? -1 : 1;
  if (a.negative !== b.negative) return a.negative ? -1 : 1;
  const length = Math.max(a.fraction.length, b.fraction.length);
  const [x, y] = [a.fraction.padEnd(length, "0"), b.fraction.padEnd(length, "0")];
  if (x === y) return 0;
  return x < y === a.negative ? 1 : -1;
}
function parts(decimal) {
  const [whole, fraction = ""] = decimal.split(".");
  return { whole: BigInt(whole), fraction, negative: decimal.startsWith("-") };
}

// src/match/time.ts
var DATE = /^\s*(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ](\d{1,2}):(\d{1,2})(?::\d{1,2})?)?/;
function timePart(text, part) {
  const found = DATE.exec(text);
  if (!found) return null;
  const [year, month, day, hour, minute] = found.slice(1).map(Number);
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
  const date = new Date(Date.UTC(year, month - 1, day));
  const weekday = date.getUTCDay() || 7;
  const thursday = Date.UTC(year, month - 1, day + 4 - weekday);
  const firstDay = Date.UTC(new Date(thursday).getUTCFullYear(), 0, 1);
  return Math.floor((thursday - firstDay) / (7 * 864e5)) + 1;
}

// src/match/test.ts
var Compiler = class {
  done = /* @__PURE__ */ new Map();
  compile(node) {
    let test = this.done.get(node);
    if (!test) {
      test = this.build(node);
      this.done.set(node, test);
    }
    return test;
  }
  build(node) {
    switch (node.kind) {
      case "constant":
        return () => node.value;
      case "not": {
        const test = this.compile(node.operand);
        return (event) => !test(event);
      }
      case "and": {
        const tests = node.operands.map((o) => this.compile(o));
        return (event) => {
          for (let i = 0; i < tests.length; i++) if (!tests[i](event)) return false;
          return true;
        };
      }
      case "or":
      case "one-of": {
        const operands = node.kind === "or" ? node.operands : node.options;
        const tests = operands.map((o) => this.compile(o));
        return (event) => {
          for (let i = 0; i < tests.length; i++) if (tests[i](event)) return true;
          return false;
        };
      }
      default:
        return predicateTest(node);
    }
  }
};
function predicateTest(predicate) {
  if (predicate.kind === "keyword") {
    const { search: search2 } = predicate;
    if (search2.kind === "regex") {
      const matches2 = regexMatcher(search2.regex);
      return (event) => event.texts().some(matches2);
    }
    const matches = textMatcher(
      [{ kind: "any" }, ...search2.pattern, { kind: "any" }],
      search2.cased
    );
    return search2.cased ? (event) => event.texts().some(matches) : (event) => event.foldedEventTexts().some(matches);
  }
  const field = predicate.field.text;
  switch (predicate.kind) {
    case "string": {
      const matches = textMatcher(predicate.pattern, predicate.cased);
      if (!predicate.cased) {
        return (event) => {
          const texts = event.foldedTexts(field);
          for (let i = 0; i < texts.length; i++) if (matches(texts[i])) return true;
          return false;
        };
      }
      return someText(field, matches);
    }
    case "regex":
      return someText(field, regexMatcher(predicate.regex));
    case "null":
      return (event) => {
        const values = event.field(field);
        return values === void 0 || values.some((v) => v === null);
      };
    case "exists":
      return (event) => event.field(field) !== void 0;
    case "field-ref":
      return fieldRefTest(predicate);
    default: {
      const matches = valueMatcher(predicate);
      return (event) => {
        const values = event.field(field);
        return values !== void 0 && values.some(matches);
      };
    }
  }
}
function someText(field, matches) {
  return (event) => (event.field(field) ?? []).some((value) => {
    const text = textOf2(value);
    return text !== null && matches(text);
  });
}
function textMatcher(pattern2, cased) {
  const parts2 = cased ? pattern2 : pattern2.map((p) => typeof p === "string" ? fold(p) : p);
  const literal = literalText(parts2);
  if (literal !== null) return (text) => text === literal;
  const shape = shapeOf(parts2);
  switch (shape.shape) {
    case "any":
      return () => true;
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
      const { source, decimal } = predicate.number;
      const spelled = fold(source);
      return (value) => typeof value === "string" ? fold(value) === spelled || value === decimal : decimalOf(value) === decimal;
    }
    case "boolean": {
      const spelled = String(predicate.value);
      return (value) => value === predicate.value || typeof value === "string" && fold(value) === spelled;
    }
    case "compare": {
      const { operator, number } = predicate;
      return (value) => {
        const decimal = decimalOf(value);
        return decimal !== null && compareDecimals(decimal, operator, number.decimal);
      };
    }
    case "cidr": {
      const { version, address, prefix } = predicate.network;
      const shift = BigInt((version === 4 ? 32 : 128) - prefix);
      return (value) => {
        if (typeof value !== "string") return false;
        const found = parseAddress(value);
        return found?.version === version && found.address >> shift === address >> shift;
      };
    }
    case "time-part": {
      const { part, operator, number } = predicate;
      return (value) => {
        const found = typeof value === "string" ? timePart(value, part) : null;
        if (found === null) return false;
        if (operator === "eq") return String(found) === number.decimal;
        return compareDecimals(String(found), operator, number.decimal);
      };
    }
  }
}
function fieldRefTest(predicate) {
  const { field, other, match, cased } = predicate;
  const prepare = cased ? (text) => text : fold;
  const holds = {
    equals: (a, b) => a === b,
    contains: (a, b) => a.includes(b),
    startswith: (a, b) => a.startsWith(b),
    endswith: (a, b) => a.endsWith(b)
  }[match];
  const textsOf = (event, name) => (event.field(name) ?? []).flatMap((v) => {
    const text = textOf2(v);
    return text === null ? [] : [prepare(text)];
  });
  return (event) => {
    const others = textsOf(event, other.text);
    return textsOf(event, field.text).some((a) => others.some((b) => holds(a, b)));
  };
}

// src/match/compile.ts
function compile(collections, options = {}) {
  const diagnostics = [];
  const compiler = new Compiler();
  const entries = [];
  for (const collection of [collections].flat()) {
    for (const item of collection.items) {
      if (item.content?.kind !== "rule") continue;
      const rule = item.content;
      rule.detection.conditions.forEach((condition, index2) => {
        const lowered = lower(rule, condition, options.placeholders);
        diagnostics.push(...lowered.diagnostics);
        if (!lowered.expression) return;
        const expression = simplify(lowered.expression, { oneOf: true, pushNegation: false });
        try {
          const test = compiler.compile(expression);
          entries.push({ item, rule, condition: index2, expression, test });
        } catch (error) {
          if (!(error instanceof RegexNotSupported)) throw error;
          diagnostics.push(
            diagnostic("error", "regex-not-matchable", error.message, condition.span)
          );
        }
      });
    }
  }
  const index = new RuleIndex(entries.map((e) => anchorOf(e.expression)));
  return {
    diagnostics,
    match(json) {
      const event = new MatchEvent(json);
      const matches = [];
      let held = [];
      for (const candidate of index.candidates(event)) {
        const entry = entries[candidate];
        if (!entry.test(event)) continue;
        const last = matches[matches.length - 1];
        if (last?.item === entry.item) {
          held.push(entry.condition);
          continue;
        }
        held = [entry.condition];
        const { item, rule, expression } = entry;
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
var strict = new TextDecoder("utf-8", { fatal: true });
var lenient = new TextDecoder("utf-8");
function parseJson(bytes) {
  let text;
  let invalidBytes = false;
  try {
    text = strict.decode(bytes);
  } catch {
    text = lenient.decode(bytes);
    invalidBytes = true;
  }
  try {
    const value = /\d{16}/.test(text) ? parseExactly(text) : JSON.parse(text);
    return { ok: true, value, invalidBytes };
  } catch (error) {
    const at = Number(/position (\d+)/.exec(String(error))?.[1] ?? 0);
    return { ok: false, at: new TextEncoder().encode(text.slice(0, at)).length };
  }
}
var MARK = "whole number ";
var STRING_OR_NUMBER = /"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*/g;
function parseExactly(text) {
  let marked = 0;
  let mark = MARK;
  while (text.includes(mark)) mark += "\xB7";
  const written = text.replace(STRING_OR_NUMBER, (found) => {
    if (!/^-?\d{16,}$/.test(found) || Number.isSafeInteger(Number(found))) return found;
    marked++;
    return `"${mark}${found}"`;
  });
  const plain = JSON.parse(text);
  if (marked === 0) return plain;
  return JSON.parse(
    written,
    (_, value) => typeof value === "string" && value.startsWith(mark) ? BigInt(value.slice(mark.length)) : value
  );
}

// src/match/event-reader.ts
var LF = 10;
var QUOTE = 34;
var COMMA = 44;
var COLON = 58;
var OPEN_LIST = 91;
var BACKSLASH = 92;
var CLOSE_LIST = 93;
var OPEN_MAP = 123;
var CLOSE_MAP = 125;
var SHOWN = 200;
var EventReader = class {
  constructor(path) {
    this.path = path;
  }
  path;
  buffer = new Uint8Array(1 << 16);
  length = 0;
  /** All before it is done with. */
  at = 0;
  line = 1;
  lineStart = 0;
  index = 0;
  inList = false;
  mode = "between";
  transcoder;
  // Of the value being read.
  start = 0;
  startLine = 1;
  startColumn = 0;
  secondLine = -1;
  open = new Uint8Array(MAX_EVENT_DEPTH + 1);
  depth = 0;
  inString = false;
  escaped = false;
  lastByte = 0;
  lineIsBlank = true;
  /** Positions up to here were tried twice, so they are not tried a third time. */
  furthest = -1;
  /** The events that end within this piece. */
  push(bytes) {
    this.append(this.decodeUtf16(bytes));
    const records = [];
    this.scan(records);
    this.drop();
    return records;
  }
  /** What is left when the file ends. */
  end() {
    const records = [];
    while (this.mode === "value") {
      this.fail(records, "event-truncated", "The file ends within this event.", this.length);
      this.scan(records);
    }
    if (this.mode === "scalar") this.finishScalar(records, this.length);
    if (this.inList) {
      const message = "The list of events has no closing bracket; the file may be cut off.";
      records.push(this.unreadable(fileDiagnostic("error", "event-truncated", message, this.path)));
    }
    return records;
  }
  /** Windows tools write UTF-16, and say so with a byte order mark. */
  decodeUtf16(bytes) {
    if (this.transcoder === void 0 && bytes.length > 0) {
      const [a, b] = bytes;
      const label = a === 255 && b === 254 ? "utf-16le" : a === 254 && b === 255 ? "utf-16be" : null;
      this.transcoder = label ? new TextDecoder(label) : null;
    }
    if (!this.transcoder) return bytes;
    return new TextEncoder().encode(this.transcoder.decode(bytes, { stream: true }));
  }
  append(bytes) {
    const needed = this.length + bytes.length;
    if (needed > this.buffer.length) {
      const larger = new Uint8Array(Math.max(needed, this.buffer.length * 2));
      larger.set(this.buffer.subarray(0, this.length));
      this.buffer = larger;
    }
    this.buffer.set(bytes, this.length);
    this.length = needed;
  }
  drop() {
    const keep = this.mode === "value" || this.mode === "scalar" ? this.start : this.at;
    this.buffer.copyWithin(0, keep, this.length);
    this.length -= keep;
    this.at -= keep;
    this.start -= keep;
    this.lineStart -= keep;
    this.secondLine = this.secondLine < 0 ? -1 : this.secondLine - keep;
    this.furthest -= keep;
  }
  scan(records) {
    while (this.at < this.length) {
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
  }
  newLine() {
    this.line++;
    this.lineStart = this.at;
    this.lineIsBlank = true;
  }
  between() {
    const byte = this.buffer[this.at];
    if (byte === LF) {
      this.at++;
      this.newLine();
    } else if (isBlank(byte) || byte === COMMA) this.at++;
    else if (byte === OPEN_LIST && !this.inList) {
      this.inList = true;
      this.at++;
    } else if (byte === CLOSE_LIST && this.inList) {
      this.inList = false;
      this.at++;
    } else {
      this.mode = byte === OPEN_MAP || byte === OPEN_LIST ? "value" : "scalar";
      this.start = this.at;
      this.startLine = this.line;
      this.startColumn = this.at - this.lineStart;
      this.secondLine = -1;
      this.depth = 0;
      this.inString = false;
      this.escaped = false;
      this.lastByte = COLON;
      this.lineIsBlank = false;
    }
  }
  value(records) {
    const { buffer, length } = this;
    while (this.at < length) {
      if (this.at - this.start > MAX_EVENT_SIZE) {
        const mebibytes = MAX_EVENT_SIZE / 1024 / 1024;
        const message = `This event has more than ${mebibytes} MiB. Events that long are not read.`;
        return this.fail(records, "event-too-large", message, this.at, false);
      }
      const byte = buffer[this.at];
      if (this.inString) {
        if (this.escaped) this.escaped = false;
        else if (byte === BACKSLASH) this.escaped = true;
        else if (byte === QUOTE) {
          this.inString = false;
          this.lastByte = QUOTE;
        }
        if (byte === LF) {
          const message = "The line ends within a string: the event is cut off, or is no JSON.";
          return this.fail(records, "event-truncated", message, this.at);
        }
        this.at++;
        continue;
      }
      switch (byte) {
        case LF:
          this.at++;
          this.newLine();
          if (this.secondLine < 0) this.secondLine = this.at;
          continue;
        case QUOTE:
          this.inString = true;
          break;
        case OPEN_MAP:
        case OPEN_LIST:
          if (this.lineIsBlank && byte === OPEN_MAP && !this.mayStartValue()) {
            const message = "Another event starts before this one ends: it is cut off.";
            return this.fail(records, "event-truncated", message, this.at);
          }
          if (this.depth === MAX_EVENT_DEPTH) {
            const message = `Lists and objects stand more than ${MAX_EVENT_DEPTH} deep in this event. Events that deep are not read.`;
            return this.fail(records, "event-too-deep", message, this.at, false);
          }
          this.open[++this.depth] = byte;
          this.lastByte = byte;
          break;
        case CLOSE_MAP:
        case CLOSE_LIST:
          if (this.open[this.depth] !== (byte === CLOSE_MAP ? OPEN_MAP : OPEN_LIST)) {
            return this.fail(records, "event-not-json", NOT_JSON, this.at);
          }
          this.lastByte = byte;
          if (--this.depth === 0) {
            this.at++;
            this.mode = "between";
            this.finishValue(records);
            return;
          }
          break;
        default:
          if (!isBlank(byte)) this.lastByte = byte;
      }
      if (!isBlank(byte)) this.lineIsBlank = false;
      this.at++;
    }
  }
  mayStartValue() {
    if (this.lastByte === COLON) return true;
    if (this.open[this.depth] !== OPEN_LIST) return false;
    return this.lastByte === OPEN_LIST || this.lastByte === COMMA;
  }
  finishValue(records) {
    const parsed = parseJson(this.buffer.subarray(this.start, this.at));
    if (parsed.ok && typeof parsed.value === "object" && !Array.isArray(parsed.value)) {
      records.push({
        kind: "event",
        index: this.index++,
        line: this.startLine,
        json: parsed.value
      });
      if (parsed.invalidBytes) {
        const message = "This event is not UTF-8; the bytes that are none were read as U+FFFD.";
        this.report(records, "event-not-utf8", message, this.at, "warning");
      }
    } else if (parsed.ok) this.report(records, "event-not-an-object", NOT_AN_OBJECT, this.at);
    else this.report(records, "event-not-json", NOT_JSON, this.at, "error", parsed.at);
  }
  /** A number, a string, a word, or what is no JSON at all: to the end of the line or item. */
  scalar(records) {
    while (this.at < this.length) {
      const byte = this.buffer[this.at];
      if (byte === LF) return this.finishScalar(records, this.at);
      if (this.inString) {
        if (this.escaped) this.escaped = false;
        else if (byte === BACKSLASH) this.escaped = true;
        else if (byte === QUOTE) this.inString = false;
      } else if (byte === QUOTE) this.inString = true;
      else if (this.inList && (byte === COMMA || byte === CLOSE_LIST)) {
        return this.finishScalar(records, this.at);
      }
      this.at++;
      if (this.at - this.start > MAX_EVENT_SIZE) {
        this.finishScalar(records, this.at);
        this.mode = "lost";
        return;
      }
    }
  }
  finishScalar(records, end) {
    this.mode = "between";
    const parsed = parseJson(this.buffer.subarray(this.start, end));
    if (parsed.ok) this.report(records, "event-not-an-object", NOT_AN_OBJECT, end);
    else this.report(records, "event-not-json", NOT_JSON, end, "error", parsed.at);
  }
  /** Looks for a line that starts an object no deeper than the bad event did. */
  lost() {
    while (this.at < this.length) {
      const byte = this.buffer[this.at];
      if (byte === LF) {
        this.at++;
        this.newLine();
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
      if (!isBlank(byte)) this.lineIsBlank = false;
      this.at++;
    }
  }
  /** Reports the value being read, and goes back to its second line if that was tried only once. */
  fail(records, code, message, at, again = true) {
    this.report(records, code, message, at);
    this.mode = "lost";
    if (again && this.secondLine >= 0 && at > this.furthest) {
      this.furthest = at;
      this.at = this.secondLine;
      this.line = this.startLine + 1;
      this.lineStart = this.at;
      this.lineIsBlank = true;
    }
  }
  report(records, code, message, end, severity = "error", at = 0) {
    const bytes = this.buffer.subarray(this.start, Math.min(end, this.start + at + SHOWN));
    const before = new TextDecoder().decode(bytes.subarray(0, at));
    const text = new TextDecoder().decode(bytes);
    const margin = " ".repeat(this.startColumn > SHOWN ? 0 : this.startColumn);
    const file = { path: this.path, text: margin + text.trimEnd(), firstLine: this.startLine };
    const start = Math.min(margin.length + before.length, file.text.length);
    const lineEnd = file.text.indexOf("\n", start);
    const stop = at > 0 ? start + 1 : lineEnd < 0 ? file.text.length : lineEnd;
    const found = diagnostic(severity, code, message, { file, start, end: stop });
    const index = severity === "warning" ? this.index - 1 : this.index++;
    records.push({ kind: "unreadable", index, line: this.startLine, diagnostic: found });
  }
  unreadable(found) {
    return { kind: "unreadable", index: this.index, line: this.line, diagnostic: found };
  }
};
var NOT_JSON = "This is not JSON. Events are JSON objects: one a line, one after another, or in a list.";
var NOT_AN_OBJECT = "This is JSON, but no object, so it has no fields. An event is an object.";
function isBlank(byte) {
  return byte === 32 || byte === 9 || byte === 13 || byte === 30 || byte === 239 || byte === 187 || byte === 191;
}

// src/pipeline/regex.ts
import { RE2JS as RE2JS2 } from "re2js";
function readRegex(settings, key2) {
  const node = settings.node(key2);
  if (node?.kind !== "scalar" || node.value === null) {
    settings.missing(key2);
    return null;
  }
  return compileRegex(node.text, (message) => settings.fail("pipeline-regex", message, node.span));
}
function compileRegex(source, fail2) {
  try {
    const regex = RE2JS2.compile(source);
    return {
      startsWith: (text) => regex.matcher(text).lookingAt(),
      replace: (text, replacement) => replaceAll(regex, text, replacement)
    };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    fail2(
      `This regular expression cannot be used: ${reason}. Look-around and back-references are not there.`
    );
    return null;
  }
}
function replaceAll(regex, text, replacement) {
  const matcher = regex.matcher(text);
  const names = regex.namedGroups();
  let out = "";
  let at = 0;
  while (matcher.find()) {
    out += text.slice(at, matcher.start());
    out += replacement.replace(
      /\\(?:(\d{1,2})|g<(\w+)>|([^]))/g,
      (_, number, name, other) => {
        if (other !== void 0) return ESCAPES[other] ?? other;
        const index = number ?? name;
        const group = /^\d+$/.test(index) ? Number(index) : names[index] ?? -1;
        return group >= 0 && group <= matcher.groupCount() ? matcher.group(group) ?? "" : "";
      }
    );
    at = matcher.end();
  }
  return out + text.slice(at);
}
var ESCAPES = { n: "\n", t: "	", r: "\r" };

// src/pipeline/conditions/state.ts
function stateTest(settings) {
  const key2 = settings.required("key");
  const value = settings.json("val");
  return (_, run) => same(run.state.get(key2), value);
}
function same(a, b) {
  return JSON.stringify(a ?? null) === JSON.stringify(b) || a !== void 0 && String(a) === String(b);
}

// src/pipeline/conditions/detection-item.ts
function ofValues(settings, test) {
  const all = settings.choice("cond", ["any", "all"], "any") === "all";
  return (item) => all ? valuesOf(item).every(test) : valuesOf(item).some(test);
}
var itemConditions = {
  match_string(settings) {
    const regex = readRegex(settings, "pattern");
    const negate = settings.flag("negate");
    return ofValues(
      settings,
      (v) => (v.kind === "string" && (regex?.startsWith(plainText(v.pattern)) ?? false)) !== negate
    );
  },
  match_value(settings) {
    if (!settings.has("value")) settings.missing("value");
    const wanted = settings.json("value");
    return ofValues(settings, (v) => isValue(v, wanted));
  },
  is_null: (settings) => ofValues(settings, (v) => v.kind === "null"),
  contains_wildcard: (settings) => ofValues(
    settings,
    (v) => v.kind === "string" && v.pattern.some((p) => typeof p === "object" && p.kind !== "placeholder")
  ),
  processing_item_applied(settings) {
    const id = settings.required("processing_item_id");
    return (item, run) => run.appliedToItem.get(item)?.has(id) ?? false;
  },
  processing_state: stateTest
};

// src/pipeline/conditions/field-name.ts
function includes(settings) {
  const fields = settings.texts("fields");
  if (!settings.has("fields")) settings.missing("fields");
  const mode = settings.choice("mode", ["plain", "re"], "plain");
  if (mode === "plain") return (field) => field !== null && fields.includes(field);
  const regexes = fields.map(
    (f) => compileRegex(f, (message) => settings.fail("pipeline-regex", message, settings.span("fields")))
  );
  return (field) => field !== null && regexes.some((r) => r?.startsWith(field));
}
var fieldConditions = {
  include_fields: (settings) => includes(settings),
  exclude_fields(settings) {
    const test = includes(settings);
    return (field) => !test(field);
  },
  processing_item_applied(settings) {
    const id = settings.required("processing_item_id");
    return (field, run) => field !== null && (run.appliedToField.get(field)?.has(id) ?? false);
  },
  processing_state: stateTest
};

// src/pipeline/settings.ts
var Settings = class {
  constructor(map, what, diagnostics) {
    this.map = map;
    this.what = what;
    this.diagnostics = diagnostics;
  }
  map;
  what;
  diagnostics;
  read = /* @__PURE__ */ new Set();
  fail(code, message, span) {
    this.diagnostics.push(diagnostic("error", code, message, span));
  }
  has(key2) {
    return this.map.entries.some((e) => e.key.text === key2);
  }
  node(key2) {
    this.read.add(key2);
    return this.map.entries.find((e) => e.key.text === key2)?.value ?? null;
  }
  span(key2) {
    return this.map.entries.find((e) => e.key.text === key2)?.key.span ?? this.map.span;
  }
  scalar(key2) {
    const node = this.node(key2);
    if (!node || node.kind === "scalar") return node;
    this.fail("pipeline-wrong-type", `\`${key2}\` takes one value here.`, node.span);
    return null;
  }
  /** Null if the key is missing. */
  text(key2) {
    const scalar = this.scalar(key2);
    return scalar && scalar.value !== null ? scalar.text : null;
  }
  required(key2) {
    const text = this.text(key2);
    if (text === null) this.missing(key2);
    return text ?? "";
  }
  missing(key2) {
    const message = `${capital(this.what)} needs \`${key2}\`. Add it.`;
    this.fail("pipeline-missing-key", message, this.map.span);
  }
  flag(key2, otherwise = false) {
    const scalar = this.scalar(key2);
    if (!scalar) return otherwise;
    if (typeof scalar.value === "boolean") return scalar.value;
    this.fail("pipeline-wrong-type", `\`${key2}\` is true or false.`, scalar.span);
    return otherwise;
  }
  choice(key2, choices, otherwise) {
    const text = this.text(key2);
    if (text === null) return otherwise;
    const chosen2 = choices.find((c) => c === text);
    if (chosen2 !== void 0) return chosen2;
    const message = `\`${key2}\` cannot be \`${text}\`. It takes: ${choices.join(", ")}.`;
    this.fail("pipeline-wrong-value", message, this.node(key2).span);
    return otherwise;
  }
  /** One text, or a list of them; empty if the key is missing. */
  texts(key2) {
    return this.textsOf(this.node(key2), key2);
  }
  textsOf(node, key2) {
    if (!node) return [];
    if (node.kind === "scalar") return node.value === null ? [] : [node.text];
    if (node.kind === "list") return node.items.flatMap((n) => this.textsOf(n, key2));
    this.fail("pipeline-wrong-type", `\`${key2}\` takes a text, or a list of texts.`, node.span);
    return [];
  }
  entries(key2) {
    const node = this.node(key2);
    if (!node) return [];
    if (node.kind === "map") return node.entries;
    this.fail("pipeline-wrong-type", `\`${key2}\` takes a map of names and values.`, node.span);
    return [];
  }
  /** A map from a text to one text or several. The key `null` is the empty text. */
  mapping(key2) {
    const mapping = /* @__PURE__ */ new Map();
    for (const { key: from, value } of this.entries(key2)) {
      mapping.set(from.value === null ? "" : from.text, this.textsOf(value, from.text));
    }
    if (!this.has(key2)) this.missing(key2);
    return mapping;
  }
  items(key2) {
    const node = this.node(key2);
    if (!node) return [];
    if (node.kind === "list") return node.items;
    this.fail("pipeline-wrong-type", `\`${key2}\` takes a list.`, node.span);
    return [];
  }
  json(key2) {
    const node = this.node(key2);
    return node ? jsonOf(node) : null;
  }
  /** The reader of a `type`; null, and a report, if there is none of that name. */
  reader(type, readers, what, { also = [], where = "" } = {}) {
    if (Object.hasOwn(readers, type)) return readers[type];
    const names = [...Object.keys(readers), ...also];
    const like = nearest(type, names);
    const hint = like ? `Did you mean \`${like}\`?` : `There are: ${names.join(", ")}.`;
    const message = `There is no ${what} \`${type}\`${where}. ${hint}`;
    this.fail(`pipeline-unknown-${what}`, message, this.node("type")?.span ?? this.map.span);
    return null;
  }
  /** Reports the keys that nobody asked for. */
  finish() {
    for (const { key: key2 } of this.map.entries) {
      if (this.read.has(key2.text)) continue;
      const like = nearest(key2.text, this.read);
      const hint = like ? ` Did you mean \`${like}\`?` : ` It takes: ${[...this.read].sort().join(", ")}.`;
      const message = `${capital(this.what)} has no key \`${key2.text}\`.${hint}`;
      this.fail("pipeline-unknown-key", message, key2.span);
    }
  }
};
function capital(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
function jsonOf(node, numbers = "value") {
  switch (node.kind) {
    case "list":
      return node.items.map((n) => jsonOf(n, numbers));
    case "map":
      return Object.fromEntries(node.entries.map((e) => [e.key.text, jsonOf(e.value, numbers)]));
    case "scalar": {
      const { value, text } = node;
      const isNumber = typeof value === "bigint" || typeof value === "number";
      return typeof value === "bigint" || isNumber && numbers === "text" ? text : value;
    }
  }
}

// src/pipeline/conditions/group.ts
function readConditions(settings, prefix, readers) {
  const operator = settings.choice(`${prefix}_cond_op`, ["and", "or"], "and");
  const negated = settings.flag(`${prefix}_cond_not`);
  const expression = settings.scalar(`${prefix}_cond_expr`);
  const node = settings.node(`${prefix}_conditions`);
  if (!node) return void 0;
  const named = /* @__PURE__ */ new Map();
  const read = (name, inner) => {
    if (inner.kind === "map") named.set(name, readCondition(inner, settings, readers));
    else settings.fail("pipeline-wrong-type", "A condition is a map with a `type`.", inner.span);
  };
  if (node.kind === "list") node.items.forEach((n, i) => read(String(i), n));
  else if (node.kind === "map") for (const { key: key2, value } of node.entries) read(key2.text, value);
  else
    settings.fail(
      "pipeline-wrong-type",
      `\`${prefix}_conditions\` takes a list or a map.`,
      node.span
    );
  let test;
  if (expression) {
    const parsed = parseCondition(expression);
    settings.diagnostics.push(...parsed.diagnostics);
    if (!parsed.condition) return void 0;
    test = evaluator(parsed.condition.expression, named, settings);
  } else {
    const all = [...named.values()];
    test = operator === "and" ? (subject, run) => all.every((t) => t(subject, run)) : (subject, run) => all.some((t) => t(subject, run));
  }
  return negated ? (subject, run) => !test(subject, run) : test;
}
function readCondition(map, outer, readers) {
  const type = map.entries.find((e) => e.key.text === "type")?.value;
  const name = type?.kind === "scalar" ? type.text : "";
  const settings = new Settings(map, `the condition \`${name}\``, outer.diagnostics);
  settings.node("type");
  const reader = settings.reader(name, readers, "condition", { where: " here" });
  if (!reader) return () => false;
  const test = reader(settings);
  settings.finish();
  return test;
}
function evaluator(node, named, settings) {
  switch (node.kind) {
    case "condition-and":
    case "condition-or": {
      const tests = node.operands.map((o) => evaluator(o, named, settings));
      return node.kind === "condition-and" ? (subject, run) => tests.every((t) => t(subject, run)) : (subject, run) => tests.some((t) => t(subject, run));
    }
    case "condition-not": {
      const test = evaluator(node.operand, named, settings);
      return (subject, run) => !test(subject, run);
    }
    case "condition-identifier": {
      const test = named.get(node.name);
      if (test) return test;
      const message = `No condition is named \`${node.name}\`. There are: ${[...named.keys()].join(", ")}.`;
      settings.fail("pipeline-unknown-name", message, node.span);
      return () => false;
    }
    case "condition-quantified":
      settings.fail(
        "pipeline-wrong-value",
        "Conditions of pipelines are linked by and, or and not alone.",
        node.span
      );
      return () => false;
  }
}

// src/pipeline/conditions/rule.ts
var ruleConditions = {
  logsource(settings) {
    const wanted = LOG_SOURCE_KEYS.flatMap((key2) => {
      const text = settings.text(key2);
      return text === null ? [] : [[key2, text]];
    });
    return ({ logsource }) => wanted.every(([key2, text]) => logsource[key2].some((n) => n.text === text));
  },
  contains_field(settings) {
    const field = settings.required("field");
    return (rule) => itemsOf(rule).some((i) => i.field?.text === field);
  },
  contains_detection_item(settings) {
    const field = settings.required("field");
    if (!settings.has("value")) settings.missing("value");
    const value = settings.json("value");
    return (rule) => itemsOf(rule).some(
      (i) => i.field?.text === field && valuesOf(i).some((v) => isValue(v, value))
    );
  },
  is_sigma_rule: () => () => true,
  is_sigma_correlation_rule: () => () => false,
  processing_item_applied(settings) {
    const id = settings.required("processing_item_id");
    return (_, run) => run.applied.has(id);
  },
  processing_state: stateTest,
  rule_attribute(settings) {
    const attribute = settings.required("attribute");
    const value = settings.json("value");
    const operator = settings.choice(
      "op",
      ["eq", "ne", "gte", "gt", "lte", "lt", "in", "not_in"],
      "eq"
    );
    return (rule, run) => {
      const found = attributeOf(rule, attribute) ?? run.attributes.get(attribute);
      return found !== void 0 && found !== null && compare(attribute, found, operator, value);
    };
  },
  tag(settings) {
    const tag = settings.required("tag").toLowerCase();
    return (rule) => rule.tags.some((t) => t.text.toLowerCase() === tag);
  }
};
function attributeOf(rule, name) {
  const texts = (names) => names.map((n) => n.text);
  switch (name) {
    case "title":
    case "id":
    case "name":
    case "status":
    case "level":
    case "description":
    case "author":
    case "date":
    case "modified":
    case "license":
    case "taxonomy":
      return rule[name];
    case "references":
    case "tags":
    case "fields":
    case "falsepositives":
    case "scope":
      return texts(rule[name]);
    default: {
      const entry = rule.document.entries.find((e) => e.key.text === name)?.value;
      return entry?.kind === "scalar" && typeof entry.value !== "bigint" ? entry.value : void 0;
    }
  }
}
var ORDERS = {
  level: ["informational", "low", "medium", "high", "critical"],
  status: ["unsupported", "deprecated", "experimental", "test", "stable"]
};
function compare(attribute, found, operator, value) {
  if (Array.isArray(found)) {
    const within = found.some((f) => same(f, value));
    return operator === "in" ? within : operator === "not_in" ? !within : operator === "ne";
  }
  if (operator === "eq") return same(found, value);
  if (operator === "ne") return !same(found, value);
  const order = ORDERS[attribute];
  const rank = (v) => {
    if (order) return order.indexOf(String(v).toLowerCase());
    const text = String(v);
    return /^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : text.replace(/\//g, "-");
  };
  const [a, b] = [rank(found), rank(value)];
  if (typeof a !== typeof b || a === -1 || b === -1) return false;
  switch (operator) {
    case "gte":
      return a >= b;
    case "gt":
      return a > b;
    case "lte":
      return a <= b;
    case "lt":
      return a < b;
    default:
      return false;
  }
}

// src/pipeline/output.ts
import { Template } from "@huggingface/jinja";
import { stringify } from "yaml";
var ATTRIBUTES2 = [
  "title",
  "id",
  "name",
  "status",
  "level",
  "description",
  "author",
  "date",
  "modified",
  "license",
  "references",
  "tags",
  "fields",
  "falsepositives"
];
function ruleObject(rule) {
  const entries = ATTRIBUTES2.map((name) => [name, attributeOf(rule, name) ?? null]);
  const { category, product, service } = rule.logsource;
  const first = (names) => names[0]?.text ?? null;
  const logsource = { category: first(category), product: first(product), service: first(service) };
  return { ...Object.fromEntries(entries), logsource };
}
function readTemplate(settings) {
  if (settings.has("path") || settings.has("vars")) {
    const key2 = settings.has("path") ? "path" : "vars";
    settings.node("path");
    settings.node("vars");
    settings.fail(
      "pipeline-refused-key",
      `A template may not read files. Put the text into \`template\` and leave \`${key2}\` out.`,
      settings.span(key2)
    );
  }
  const node = settings.scalar("template");
  if (!node) {
    settings.missing("template");
    return null;
  }
  try {
    return new Template(node.text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    settings.fail("pipeline-template", `The template cannot be read: ${reason}`, node.span);
    return null;
  }
}
function render(template, values) {
  return template ? template.render(values) : "";
}
function pipelineObject(run) {
  return { vars: run.variables, state: Object.fromEntries(run.state) };
}
var postprocessings = {
  embed(settings) {
    const [prefix, suffix] = [settings.text("prefix") ?? "", settings.text("suffix") ?? ""];
    return (query) => prefix + query + suffix;
  },
  simple_template(settings) {
    const template = settings.required("template");
    return (query, rule) => template.replace(/\{(query|rule(?:\.\w+)*)\}/g, (found, path) => {
      if (path === "query") return query;
      let value = { rule: ruleObject(rule) };
      for (const key2 of path.split(".")) {
        const holder = value;
        value = holder !== null && typeof holder === "object" && Object.hasOwn(holder, key2) ? holder[key2] : void 0;
      }
      return value === void 0 ? found : typeof value === "string" ? value : JSON.stringify(value);
    });
  },
  template(settings) {
    const template = readTemplate(settings);
    return (query, rule, run) => render(template, { query, rule: ruleObject(rule), pipeline: pipelineObject(run) });
  },
  json(settings) {
    const node = settings.scalar("json_template");
    let parsed = null;
    if (!node) settings.missing("json_template");
    else {
      try {
        parsed = JSON.parse(node.text);
      } catch {
        settings.fail("pipeline-template", "This is not JSON.", node.span);
      }
    }
    return (query) => JSON.stringify(fill(parsed, query));
  },
  replace(settings) {
    const regex = readRegex(settings, "pattern");
    const replacement = settings.text("replacement") ?? "";
    if (!settings.has("replacement")) settings.missing("replacement");
    return (query) => regex?.replace(query, replacement) ?? query;
  }
};
function fill(json, query) {
  if (typeof json === "string") return json.replaceAll("%QUERY%", () => query);
  if (Array.isArray(json)) return json.map((j) => fill(j, query));
  if (json === null || typeof json !== "object") return json;
  return Object.fromEntries(Object.entries(json).map(([k, v]) => [k, fill(v, query)]));
}
var finalizers = {
  concat(settings) {
    const separator = settings.text("separator") ?? "\n";
    const [prefix, suffix] = [settings.text("prefix") ?? "", settings.text("suffix") ?? ""];
    return (queries) => prefix + queries.join(separator) + suffix;
  },
  template(settings) {
    const template = readTemplate(settings);
    return (queries, variables) => render(template, { queries, pipeline: { vars: variables } });
  },
  json(settings) {
    const indent = Number(settings.text("indent") ?? 0);
    return (queries) => JSON.stringify(queries, null, Number.isInteger(indent) ? indent : 0);
  },
  yaml(settings) {
    const indent = Number(settings.text("indent") ?? 2);
    return (queries) => stringify([...queries], {
      indent: Number.isInteger(indent) && indent > 0 ? indent : 2,
      lineWidth: 0
    }).trimEnd();
  }
};

// src/pipeline/builtin/sysmon.ts
var PROCESS = "RuleName UtcTime ProcessGuid ProcessId Image User";
var FILE = `${PROCESS} TargetFilename`;
var SIGNED = "Hashes Signed Signature SignatureStatus";
var VERSION = "FileVersion Description Product Company OriginalFileName";
var TWO_PROCESSES = "RuleName UtcTime SourceProcessId SourceImage TargetProcessId TargetImage SourceUser TargetUser";
var REGISTRY = `${PROCESS} EventType TargetObject`;
var PIPE = `${PROCESS} EventType PipeName`;
var WMI = "RuleName EventType UtcTime Operation User";
var FIELDS = {
  1: `${PROCESS} ${VERSION} CommandLine CurrentDirectory LogonGuid LogonId TerminalSessionId IntegrityLevel Hashes ParentProcessGuid ParentProcessId ParentImage ParentCommandLine ParentUser`,
  2: `${FILE} CreationUtcTime PreviousCreationUtcTime`,
  3: `${PROCESS} Protocol Initiated SourceIsIpv6 SourceIp SourceHostname SourcePort SourcePortName DestinationIsIpv6 DestinationIp DestinationHostname DestinationPort DestinationPortName`,
  4: "UtcTime State Version SchemaVersion",
  5: PROCESS,
  6: `RuleName UtcTime ImageLoaded ${SIGNED}`,
  7: `${PROCESS} ImageLoaded ${VERSION} ${SIGNED}`,
  8: `${TWO_PROCESSES} SourceProcessGuid TargetProcessGuid NewThreadId StartAddress StartModule StartFunction`,
  9: `${PROCESS} Device`,
  10: `${TWO_PROCESSES} SourceProcessGUID SourceThreadId TargetProcessGUID GrantedAccess CallTrace`,
  11: `${FILE} CreationUtcTime`,
  12: REGISTRY,
  13: `${REGISTRY} Details`,
  14: `${REGISTRY} NewName`,
  15: `${FILE} CreationUtcTime Hash Contents`,
  16: "UtcTime Configuration ConfigurationFileHash",
  17: PIPE,
  18: PIPE,
  19: `${WMI} EventNamespace Name Query`,
  20: `${WMI} Name Type Destination`,
  21: `${WMI} Consumer Filter`,
  22: `${PROCESS} QueryName QueryStatus QueryResults`,
  23: `${FILE} Hashes IsExecutable Archived`,
  24: `${PROCESS} Session ClientInfo Hashes Archived`,
  25: `${PROCESS} Type`,
  26: `${FILE} Hashes IsExecutable`,
  27: `${FILE} Hashes`,
  28: `${FILE} Hashes IsExecutable`,
  29: `${FILE} Hashes`,
  255: "UtcTime ID Description"
};
var SYSMON_FIELDS = Object.fromEntries(
  Object.entries(FIELDS).map(([id, names]) => [id, names.split(" ")])
);

// src/pipeline/builtin/windows.ts
var SYSMON = {
  clipboard_capture: [24],
  create_remote_thread: [8],
  create_stream_hash: [15],
  dns_query: [22],
  driver_load: [6],
  file_block_executable: [27],
  file_block_shredding: [28],
  file_change: [2],
  file_delete: [23, 26],
  file_delete_detected: [26],
  file_event: [11],
  file_executable_detected: [29],
  image_load: [7],
  network_connection: [3],
  pipe_created: [17, 18],
  process_access: [10],
  process_creation: [1],
  process_tampering: [25],
  process_termination: [5],
  raw_access_thread: [9],
  registry_add: [12],
  registry_delete: [12],
  registry_event: [12, 13, 14],
  registry_rename: [14],
  registry_set: [13],
  sysmon_error: [255],
  sysmon_status: [4, 16],
  wmi_event: [19, 20, 21]
};
var EVENT_TYPES = {
  registry_add: ["CreateKey"],
  registry_delete: ["DeleteKey", "DeleteValue"]
};
var POWERSHELL = {
  ps_classic_provider_start: ["powershell-classic", 600],
  ps_classic_script: ["powershell-classic", 800],
  ps_classic_start: ["powershell-classic", 400],
  ps_module: ["powershell", 4103],
  ps_script: ["powershell", 4104]
};
var CHANNELS = {
  application: ["Application"],
  applocker: [
    "Microsoft-Windows-AppLocker/EXE and DLL",
    "Microsoft-Windows-AppLocker/MSI and Script",
    "Microsoft-Windows-AppLocker/Packaged app-Deployment",
    "Microsoft-Windows-AppLocker/Packaged app-Execution"
  ],
  "appmodel-runtime": ["Microsoft-Windows-AppModel-Runtime/Admin"],
  "appxdeployment-server": ["Microsoft-Windows-AppXDeploymentServer/Operational"],
  "appxpackaging-om": ["Microsoft-Windows-AppxPackaging/Operational"],
  bitlocker: ["Microsoft-Windows-BitLocker/BitLocker Management"],
  "bits-client": ["Microsoft-Windows-Bits-Client/Operational"],
  capi2: ["Microsoft-Windows-CAPI2/Operational"],
  "certificateservicesclient-lifecycle-system": [
    "Microsoft-Windows-CertificateServicesClient-Lifecycle-System/Operational"
  ],
  "codeintegrity-operational": ["Microsoft-Windows-CodeIntegrity/Operational"],
  dhcp: ["Microsoft-Windows-DHCP-Server/Operational"],
  "diagnosis-scripted": ["Microsoft-Windows-Diagnosis-Scripted/Operational"],
  "dns-client": ["Microsoft-Windows-DNS-Client/Operational"],
  "dns-server": ["DNS Server"],
  "dns-server-analytic": ["Microsoft-Windows-DNSServer/Analytical"],
  "dns-server-audit": ["Microsoft-Windows-DNSServer/Audit"],
  "driver-framework": ["Microsoft-Windows-DriverFrameworks-UserMode/Operational"],
  "firewall-as": ["Microsoft-Windows-Windows Firewall With Advanced Security/Firewall"],
  "iis-configuration": ["Microsoft-IIS-Configuration/Operational"],
  ldap: ["Microsoft-Windows-LDAP-Client/Debug"],
  ldap_debug: ["Microsoft-Windows-LDAP-Client/Debug"],
  "lsa-server": ["Microsoft-Windows-LSA/Operational"],
  "microsoft-servicebus-client": [
    "Microsoft-ServiceBus-Client/Admin",
    "Microsoft-ServiceBus-Client/Operational"
  ],
  "msexchange-management": ["MSExchange Management"],
  ntlm: ["Microsoft-Windows-NTLM/Operational"],
  openssh: ["OpenSSH/Operational"],
  powershell: ["Microsoft-Windows-PowerShell/Operational", "PowerShellCore/Operational"],
  "powershell-classic": ["Windows PowerShell"],
  "printservice-admin": ["Microsoft-Windows-PrintService/Admin"],
  "printservice-operational": ["Microsoft-Windows-PrintService/Operational"],
  security: ["Security"],
  "security-mitigations": [
    "Microsoft-Windows-Security-Mitigations/Kernel Mode",
    "Microsoft-Windows-Security-Mitigations/User Mode"
  ],
  "shell-core": ["Microsoft-Windows-Shell-Core/Operational"],
  "smbclient-connectivity": ["Microsoft-Windows-SmbClient/Connectivity"],
  "smbclient-security": ["Microsoft-Windows-SmbClient/Security"],
  "smbserver-connectivity": ["Microsoft-Windows-SMBServer/Connectivity"],
  sysmon: ["Microsoft-Windows-Sysmon/Operational"],
  system: ["System"],
  taskscheduler: ["Microsoft-Windows-TaskScheduler/Operational"],
  "terminalservices-localsessionmanager": [
    "Microsoft-Windows-TerminalServices-LocalSessionManager/Operational"
  ],
  vhdmp: ["Microsoft-Windows-VHDMP-Operational"],
  windefend: ["Microsoft-Windows-Windows Defender/Operational"],
  wmi: ["Microsoft-Windows-WMI-Activity/Operational"]
};
var sysmonEvents = Object.entries(SYSMON).map(
  ([category, ids]) => {
    const types = EVENT_TYPES[category];
    const where = { Channel: CHANNELS["sysmon"], EventID: ids };
    return {
      category,
      where: types ? { ...where, EventType: types } : where,
      fields: [...new Set(ids.flatMap((id) => SYSMON_FIELDS[id] ?? []))]
    };
  }
);
var channelEvents = [
  ...Object.entries(POWERSHELL).map(([category, [service, id]]) => ({
    category,
    where: { Channel: CHANNELS[service], EventID: [id] }
  })),
  ...Object.entries(CHANNELS).map(([service, channels]) => ({
    service,
    where: { Channel: channels }
  }))
];
var windowsEvents = [
  ...sysmonEvents.map(({ category, where }) => ({ category, where })),
  ...channelEvents
];
function windowsEventsOf(service) {
  const channels = Object.hasOwn(CHANNELS, service) ? CHANNELS[service] : null;
  return windowsEvents.filter(({ where }) => where["Channel"] === channels);
}
var windowsServices = Object.keys(CHANNELS);

// src/pipeline/sources/read.ts
function readSources(settings) {
  const types = new Map(settings.entries("types").map((e) => [e.key.text, jsonOf(e.value)]));
  return settings.items("sources").flatMap((node) => {
    if (node.kind === "map") return [readSource(node, types, settings.diagnostics)];
    settings.fail("pipeline-wrong-type", "A source is a map with a `logsource`.", node.span);
    return [];
  });
}
function readSource(map, common, diagnostics) {
  const settings = new Settings(map, "a source", diagnostics);
  const tables = settings.texts("table");
  const logSources = readLogSources(settings);
  const where = settings.node("where");
  const types = settings.entries("types").map((e) => [e.key.text, jsonOf(e.value)]);
  const source = {
    name: settings.text("name") ?? (tables.join(" and ") || "the source"),
    tables,
    schema: settings.text("schema"),
    logSources,
    last: settings.flag("last"),
    needs: settings.texts("needs"),
    where: where && readWhere(where, settings),
    fields: readFields(settings),
    others: readOthers(settings),
    keywords: settings.texts("keywords"),
    escapes: settings.has("escapes") ? settings.choice("escapes", ["xml"], "xml") : null,
    types: types.length === 0 ? common : new Map([...common, ...types]),
    state: new Map(settings.entries("state").map((e) => [e.key.text, jsonOf(e.value)])),
    note: settings.text("note"),
    refusal: settings.text("refuse")
  };
  settings.finish();
  return source;
}
var KNOWN_EVENTS = {
  windows: windowsEvents,
  sysmon: sysmonEvents,
  channels: channelEvents
};
var OF_SERVICE = "windows/";
function readLogSources(settings) {
  const own2 = settings.node("logsource");
  const nodes = own2 === null ? [] : own2.kind === "list" ? own2.items : [own2];
  const entries = nodes.flatMap((node) => {
    if (node.kind === "map") return [readLogSource(node, settings.diagnostics)];
    const message = "A log source is a map of category, product and service.";
    settings.fail("pipeline-wrong-type", message, node.span);
    return [];
  });
  if (!settings.has("logsources")) {
    if (!settings.has("logsource")) settings.missing("logsource");
    return entries;
  }
  const span = settings.span("logsources");
  const cased = settings.flag("cased");
  const events2 = settings.texts("logsources").flatMap((name) => eventsNamed(name, settings));
  return [...entries, ...events2.map((e) => windowsEntry(e, span, cased))];
}
function eventsNamed(name, settings) {
  const known2 = Object.hasOwn(KNOWN_EVENTS, name) ? KNOWN_EVENTS[name] : null;
  const events2 = known2 ?? (name.startsWith(OF_SERVICE) ? windowsEventsOf(name.slice(OF_SERVICE.length)) : []);
  if (events2.length > 0) return events2;
  const names = [...Object.keys(KNOWN_EVENTS), ...windowsServices.map((s) => OF_SERVICE + s)];
  const like = nearest(name, names);
  const hint = like ? ` Did you mean \`${like}\`?` : "";
  const message = `\`logsources\` cannot be \`${name}\`. It takes ${Object.keys(KNOWN_EVENTS).join(", ")}, or \`${OF_SERVICE}\` and a service.${hint}`;
  settings.fail("pipeline-wrong-value", message, settings.node("logsources").span);
  return [];
}
function windowsEntry({ category, service, where, fields }, span, cased) {
  const items = Object.entries(where).map(([field, values]) => ({
    kind: "detection-item",
    field: { text: field, span },
    modifiers: [],
    linking: "any",
    negated: false,
    values: values.map(
      (v) => typeof v === "number" ? { kind: "number", number: numberLiteral(String(v)), span } : { kind: "string", pattern: [v], cased, span }
    ),
    span
  }));
  const keys = {
    product: ["windows"],
    ...category === void 0 ? {} : { category: [category] },
    ...service === void 0 ? {} : { service: [service] }
  };
  return {
    keys,
    where: { kind: "detection-group", linking: "all", items, span },
    fields: fields ? namesByLower(fields) : null
  };
}
function readLogSource(map, diagnostics) {
  const settings = new Settings(map, "a log source", diagnostics);
  const keys = {};
  for (const key2 of LOG_SOURCE_KEYS) {
    const texts = settings.texts(key2);
    if (settings.has(key2)) keys[key2] = texts.map((t) => t.toLowerCase());
  }
  const where = settings.node("where");
  const fields = settings.has("fields") ? namesByLower(settings.texts("fields")) : null;
  settings.finish();
  return { keys, where: where && readWhere(where, settings), fields };
}
function namesByLower(names) {
  return new Map(names.map((name) => [name.toLowerCase(), name]));
}
function readWhere(node, settings) {
  const { span } = node;
  if (node.kind === "list") {
    const items = node.items.map((n) => readWhere(n, settings));
    return { kind: "detection-group", linking: "any", items, span };
  }
  if (node.kind === "map") {
    const reader = new ItemReader(settings.diagnostics);
    const items = node.entries.flatMap((e) => reader.item(e) ?? []);
    return { kind: "detection-group", linking: "all", items, span };
  }
  settings.fail("pipeline-wrong-type", "`where` is a map of fields and values.", span);
  return { kind: "detection-group", linking: "all", items: [], span };
}
function readFields(settings) {
  const fields = /* @__PURE__ */ new Map();
  const lower2 = /* @__PURE__ */ new Map();
  for (const { key: key2, value } of settings.entries("fields")) {
    const rule = readField(value, key2.text, settings);
    if (!rule) continue;
    fields.set(key2.text, rule);
    lower2.set(key2.text.toLowerCase(), rule);
  }
  for (const [name, rule] of lower2) if (!fields.has(name)) fields.set(name, rule);
  return fields;
}
function readField(node, name, settings) {
  if (node.kind !== "map") {
    const to = settings.textsOf(node, name);
    return { kind: "renamed", to, affixes: [], values: null };
  }
  const inner = new Settings(node, `the field \`${name}\``, settings.diagnostics);
  const never = inner.texts("never").map((text) => text.toLowerCase());
  const held = {
    ...inner.flag("cased", true) ? {} : { cased: false },
    ...never.length === 0 ? {} : { never }
  };
  let rule;
  if (inner.has("hashes")) {
    const algorithms = inner.entries("hashes").map((e) => [e.key.text, scalarText(e.value)]);
    rule = { kind: "hashes", algorithms: new Map(algorithms), ...held };
  } else if (inner.has("as")) rule = { ...readComputed(inner), ...held };
  else {
    const to = inner.texts("to");
    if (to.length === 0) inner.missing("to");
    const values = inner.has("values") ? inner.mapping("values") : null;
    rule = {
      kind: "renamed",
      to,
      affixes: readAffixes(inner),
      values: values && new Map([...values].map(([k, v]) => [k.toLowerCase(), v])),
      ...held
    };
  }
  inner.finish();
  return rule;
}
function readAffixes(settings) {
  const before = settings.texts("prefix");
  const after = settings.texts("suffix");
  return Array.from({ length: Math.max(before.length, after.length) }, (_, i) => ({
    before: parsePattern(before[i] ?? ""),
    after: parsePattern(after[i] ?? "")
  }));
}
function scalarText(node) {
  return node.kind === "scalar" ? node.text : "";
}
function readComputed(settings) {
  const without = settings.text("without");
  const empty = settings.text("empty");
  return {
    kind: "computed",
    as: settings.required("as"),
    of: settings.required("of"),
    key: settings.text("key"),
    to: settings.text("to"),
    ...without === null ? {} : { without },
    ...empty === null ? {} : { empty }
  };
}
function readOthers(settings) {
  const node = settings.node("others");
  const nodes = node === null ? [] : node.kind === "list" ? node.items : [node];
  return nodes.flatMap((n) => {
    if (n.kind === "map") {
      const inner = new Settings(n, "`others`", settings.diagnostics);
      const read = inner.has("prefix") ? { kind: "prefix", prefix: inner.required("prefix") } : {
        ...readComputed(inner),
        after: inner.text("after"),
        columnFirst: inner.choice("first", ["column", "read"], "read") === "column"
      };
      inner.finish();
      return [read];
    }
    if (n.kind === "scalar" && (n.text === "keep" || n.text === "column"))
      return [{ kind: n.text }];
    const message = "`others` takes keep, column, a map with `prefix`, or one with `as` and `of`.";
    settings.fail("pipeline-wrong-value", message, n.span);
    return [];
  });
}

// src/pipeline/transformations/cases.ts
var CASE_NAMES = ["lower", "upper", "snake_case"];
var CASES = {
  lower: (text) => text.toLowerCase(),
  upper: (text) => text.toUpperCase(),
  snake_case: snakeCase
};
function snakeCase(text) {
  return text.replace(/([a-z0-9])([A-Z])/g, "$1_$2").replace(/([A-Z]+)([A-Z][a-z])/g, "$1_$2").toLowerCase();
}

// src/pipeline/transformations/fields.ts
function renaming(map) {
  return (rule, step) => {
    const names = (field) => step.fieldMatches(field) ? map(field) : null;
    const renamed = rewriteItems(rule, step, (item) => renameItem(item, names, step));
    const fields = renamed.fields.flatMap((name) => {
      const to = names(name.text);
      return to ? to.map((text) => ({ text, span: name.span })) : [name];
    });
    const same2 = fields.every((f, i) => f === renamed.fields[i]);
    return same2 ? renamed : { ...renamed, fields };
  };
}
function renameItem(item, names, step) {
  const referring = mapValues(item, (value) => {
    if (value.kind !== "field-ref") return value;
    const to2 = names(value.field);
    return to2 ? to2.map((field) => ({ ...value, field })) : value;
  });
  const to = names(item.field?.text ?? null);
  if (!to || to.length === 0) return referring;
  const span = item.field?.span ?? item.span;
  for (const field of to) markField(field, step);
  return overFields(
    referring,
    to.map((text) => ({ text, span, mapped: true }))
  );
}
function markField(field, step) {
  const ids = step.appliedToField.get(field) ?? /* @__PURE__ */ new Set();
  if (step.id !== null) ids.add(step.id);
  step.appliedToField.set(field, ids);
}
function withFields(change) {
  return (rule) => {
    const texts = change(rule);
    const known2 = new Map(rule.fields.map((f) => [f.text, f]));
    return { ...rule, fields: texts.map((t) => known2.get(t) ?? { text: t, span: rule.span }) };
  };
}
var fieldTexts = (rule) => rule.fields.map((f) => f.text);
var fieldTransformations = {
  field_name_mapping(settings) {
    const mapping = settings.mapping("mapping");
    return renaming((field) => mapping.get(field ?? "") ?? null);
  },
  field_name_prefix_mapping(settings) {
    const mapping = [...settings.mapping("mapping")];
    return renaming((field) => {
      const found = mapping.find(([prefix]) => field?.startsWith(prefix));
      return found ? found[1].map((to) => to + field.slice(found[0].length)) : null;
    });
  },
  field_name_prefix(settings) {
    const prefix = settings.required("prefix");
    return renaming((field) => field === null ? null : [prefix + field]);
  },
  field_name_suffix(settings) {
    const suffix = settings.required("suffix");
    return renaming((field) => field === null ? null : [field + suffix]);
  },
  field_name_transform(settings) {
    if (!settings.has("transform_func")) settings.missing("transform_func");
    const transform = CASES[settings.choice("transform_func", CASE_NAMES, "lower")];
    const mapping = settings.has("mapping") ? settings.mapping("mapping") : /* @__PURE__ */ new Map();
    const keywords = settings.flag("apply_keyword");
    return renaming((field) => {
      if (field === null && !keywords) return null;
      return mapping.get(field ?? "") ?? (field === null ? null : [transform(field)]);
    });
  },
  add_field(settings) {
    const fields = settings.texts("field");
    if (fields.length === 0) settings.missing("field");
    return withFields((rule) => [...fieldTexts(rule), ...fields]);
  },
  remove_field(settings) {
    const fields = settings.texts("field");
    if (fields.length === 0) settings.missing("field");
    return withFields((rule) => fieldTexts(rule).filter((f) => !fields.includes(f)));
  },
  set_field(settings) {
    const fields = settings.texts("fields");
    if (!settings.has("fields")) settings.missing("fields");
    return withFields(() => fields);
  }
};

// src/pipeline/transformations/nest.ts
function nestReader(items) {
  return (rule, step) => items.reduce((r, item) => runItem(item, r, step), rule);
}

// src/pipeline/transformations/placeholders.ts
var MOST2 = 1e4;
function chosen(settings) {
  const include = settings.has("include") ? settings.texts("include") : null;
  const exclude = settings.has("exclude") ? settings.texts("exclude") : null;
  if (include && exclude) {
    settings.fail(
      "pipeline-wrong-value",
      "Give `include` or `exclude`, not both.",
      settings.span("exclude")
    );
  }
  return (name) => include ? include.includes(name) : !exclude?.includes(name);
}
function expand(parts2, values) {
  let heads = [[]];
  for (const part of parts2) {
    const given = typeof part === "object" && part.kind === "placeholder" ? values(part.name) : null;
    if (!given) {
      for (const head of heads) head.push(part);
      continue;
    }
    if (heads.length * given.length > MOST2) return null;
    heads = heads.flatMap((head) => given.map((g) => [...head, ...g]));
  }
  return heads.map(pattern);
}
function expanding(settings, values) {
  const isChosen = chosen(settings);
  return (rule, step) => rewriteFields(rule, step, (item) => {
    return mapValues(item, (value) => {
      if (value.kind !== "string" || !hasPlaceholder(value.pattern)) return value;
      const patterns = expand(
        value.pattern,
        (name) => isChosen(name) ? values(name, step) : null
      );
      if (!patterns) {
        const message = `The placeholders of this value expand to more than ${MOST2} values. Give them fewer.`;
        step.report(diagnostic("error", "placeholder-too-large", message, value.span));
        return value;
      }
      return patterns.map((p) => ({ ...value, pattern: p }));
    });
  });
}
var placeholderTransformations = {
  value_placeholders: (settings) => expanding(settings, (name, step) => {
    const value = Object.hasOwn(step.variables, name) ? step.variables[name] : void 0;
    if (value === void 0 || value === null) return null;
    const list = Array.isArray(value) ? value : [value];
    return list.map((v) => parsePattern(String(v)));
  }),
  wildcard_placeholders: (settings) => expanding(settings, () => [[ANY]])
};
var refusedTransformations = {
  command_placeholders: "It runs a program while rules are converted. Run it yourself, and give its output with --placeholder or `vars`.",
  file_placeholders: "It reads a file while rules are converted. Put the values into `vars`, or give them with --placeholder.",
  http_placeholders: "It fetches from the network while rules are converted. Fetch the values yourself, and give them with --placeholder or `vars`.",
  query_expression_placeholders: "It writes text of one query language past sigmaql's quoting. Give the values with `value_placeholders`, or edit the query after it.",
  extract_fields: "It changes the events, and not the rule. Extract the fields where the events are stored."
};

// src/pipeline/transformations/rule.ts
var ruleTransformations = {
  add_condition(settings) {
    const entries = settings.entries("conditions");
    if (entries.length === 0) settings.missing("conditions");
    const name = settings.text("name");
    const template = settings.flag("template");
    const negated = settings.flag("negated");
    const conditions = entries.map(({ key: key2, value }) => ({
      field: key2.text,
      values: scalarsOf(value, settings)
    }));
    return (rule, step) => {
      const { span } = rule.logsource;
      const identifier = name ?? step.freshName(rule);
      const items = conditions.map(({ field, values }) => ({
        kind: "detection-item",
        field: { text: field, span, mapped: true },
        modifiers: [],
        linking: "any",
        negated: false,
        values: values.map(
          (v) => writtenValue(template ? { ...v, text: fillIn(v.text, rule.logsource) } : v, span)
        ),
        span
      }));
      for (const { field } of conditions) markField(field, step);
      if (step.id !== null) for (const i of items) step.appliedToItem.set(i, /* @__PURE__ */ new Set([step.id]));
      const body = { kind: "detection-group", linking: "all", items, span };
      const added = {
        kind: "search-identifier",
        name: { text: identifier, span },
        body,
        span
      };
      return withCondition(rule, added, negated);
    };
  },
  change_logsource(settings) {
    const given = LOG_SOURCE_KEYS.flatMap((key2) => {
      const texts = settings.texts(key2);
      return settings.has(key2) ? [[key2, texts]] : [];
    });
    return (rule) => {
      const { span } = rule.logsource;
      const named = given.map(([key2, texts]) => [key2, texts.map((text) => ({ text, span }))]);
      const empty = { category: [], product: [], service: [] };
      const logsource = { ...rule.logsource, ...empty, ...Object.fromEntries(named) };
      return { ...rule, logsource };
    };
  },
  drop_detection_item: () => (rule, step) => rewriteFields(rule, step, () => null),
  set_state(settings) {
    const key2 = settings.required("key");
    if (!settings.has("val")) settings.missing("val");
    const value = settings.json("val");
    return (rule, step) => {
      step.state.set(key2, value);
      return rule;
    };
  },
  set_custom_attribute(settings) {
    const attribute = settings.required("attribute");
    if (!settings.has("value")) settings.missing("value");
    const value = settings.json("value");
    return (rule, step) => {
      step.attributes.set(attribute, value);
      return rule;
    };
  },
  rule_failure(settings) {
    const message = settings.required("message");
    return (rule, step) => {
      fail(step, "pipeline-refused", message, rule.logsource.span);
      return rule;
    };
  },
  detection_item_failure(settings) {
    const message = settings.required("message");
    return (rule, step) => rewriteFields(rule, step, (item) => {
      fail(step, "pipeline-refused", message, (item.field ?? item).span);
      return item;
    });
  },
  /** A field that no mapping has touched is one that the target does not have. */
  strict_field_mapping_failure(settings) {
    const message = settings.text("message");
    return (rule, step) => {
      for (const item of itemsOf(rule)) {
        if (!step.itemMatches(item)) continue;
        const referred = valuesOf(item).flatMap(
          (v) => v.kind === "field-ref" ? [{ text: v.field, span: v.span }] : []
        );
        for (const { text, span } of [...item.field ? [item.field] : [], ...referred]) {
          if (step.appliedToField.has(text) || !step.fieldMatches(text)) continue;
          const unmapped = `No mapping of this pipeline has the field \`${text}\`. Map it in a pipeline of your own.`;
          fail(step, "pipeline-unmapped-field", message ?? unmapped, span);
        }
      }
      return rule;
    };
  }
};
function fail(step, code, message, span) {
  step.report(diagnostic("error", code, message, span));
}
function scalarsOf(node, settings) {
  if (node.kind === "scalar") return [node];
  if (node.kind === "list") return node.items.flatMap((n) => scalarsOf(n, settings));
  settings.fail("pipeline-wrong-type", "A condition has a value, or a list of values.", node.span);
  return [];
}
function fillIn(text, logsource) {
  return text.replace(/\$(?:\$|(\w+)|\{(\w+)\})/g, (found, a, b) => {
    const name = a ?? b;
    if (name === void 0) return "$";
    const key2 = LOG_SOURCE_KEYS.find((k) => k === name);
    return (key2 && logsource[key2][0]?.text) ?? found;
  });
}

// src/pipeline/transformations/values.ts
function onValues(change) {
  return (rule, step) => rewriteFields(rule, step, (item) => mapValues(item, (v) => change(v, step)));
}
function onStrings(change) {
  return onValues((value, step) => value.kind === "string" ? change(value, step) : value);
}
var valueTransformations = {
  replace_string(settings) {
    const regex = readRegex(settings, "regex");
    const replacement = settings.text("replacement");
    if (replacement === null) settings.missing("replacement");
    const skipSpecial = settings.flag("skip_special");
    const interpret = settings.flag("interpret_special");
    return onStrings((value) => {
      if (!regex || replacement === null) return value;
      const apart = skipSpecial || value.pattern.some((p) => typeof p === "string" && /[*?]/.test(p));
      if (!apart) {
        const plain = plainText(value.pattern);
        const replaced = regex.replace(plain, replacement);
        if (replaced === plain) return value;
        const own2 = /\\[*?]/.test(replacement) ? /\\(?![*?])/g : /\\/g;
        const escapedText = replaced.replace(own2, "\\\\");
        const parse2 = hasPlaceholder(value.pattern) ? parseExpandable : parsePattern;
        return withPattern(value, parse2(escapedText));
      }
      let changed = false;
      const parts2 = value.pattern.flatMap((p) => {
        if (typeof p !== "string") return [p];
        const replaced = regex.replace(p, replacement);
        if (replaced === p) return [p];
        changed = true;
        return interpret ? parsePattern(replaced) : [replaced];
      });
      return changed ? withPattern(value, pattern(parts2)) : value;
    });
  },
  map_string(settings) {
    const mapping = settings.mapping("mapping");
    return onStrings((value) => {
      const to = mapping.get(plainText(value.pattern));
      return to ? to.map((t) => withPattern(value, parsePattern(t))) : value;
    });
  },
  case(settings) {
    const method = settings.choice("method", CASE_NAMES, "lower");
    const change = CASES[method];
    return onStrings((value) => {
      const parts2 = pattern(value.pattern.map((p) => typeof p === "string" ? change(p) : p));
      return parts2.every((p, i) => p === value.pattern[i]) ? value : withPattern(value, parts2);
    });
  },
  set_value(settings) {
    const scalar = settings.scalar("value");
    if (!settings.has("value")) settings.missing("value");
    const force = settings.has("force_type") ? settings.choice("force_type", ["str", "num"], "str") : null;
    if (force === "num" && scalar && !numberLiteral(scalar.text)) {
      settings.fail("pipeline-wrong-value", `\`${scalar.text}\` is no number.`, scalar.span);
    }
    return onValues((value) => {
      if (!scalar) return value;
      const { span } = value;
      if (force === "str")
        return { kind: "string", pattern: parsePattern(scalar.text), cased: false, span };
      const number = force === "num" ? numberLiteral(scalar.text) : null;
      return number ? { kind: "number", number, span } : writtenValue(scalar, span);
    });
  },
  convert_type(settings) {
    if (!settings.has("target_type")) settings.missing("target_type");
    const target = settings.choice("target_type", ["str", "num"], "str");
    return onValues((value, step) => {
      const text = textOf(value);
      if (text === null) return value;
      const { span } = value;
      if (target === "str") {
        return value.kind === "number" || value.kind === "boolean" ? { kind: "string", pattern: text === "" ? [] : [text], cased: false, span } : value;
      }
      if (value.kind === "number") return value;
      const number = numberLiteral(text);
      if (number) return { kind: "number", number, span };
      const message = `The pipeline makes numbers of this field's values, and \`${text}\` is none.`;
      step.report(diagnostic("error", "pipeline-no-number", message, span));
      return value;
    });
  },
  regex(settings) {
    const method = settings.choice(
      "method",
      ["plain", "ignore_case_flag", "ignore_case_brackets"],
      "ignore_case_brackets"
    );
    return onStrings((value) => toRegex(value, method) ?? value);
  },
  hashes_fields(settings) {
    const algorithms = settings.texts("valid_hash_algos");
    if (algorithms.length === 0) settings.missing("valid_hash_algos");
    const prefix = settings.text("field_prefix") ?? "";
    const drop = settings.flag("drop_algo_prefix");
    const fieldOf = (algorithm) => algorithms.includes(algorithm) ? prefix + (drop ? "" : algorithm) : null;
    return (rule, step) => rewriteFields(rule, step, (item) => {
      const { node, unknown: unknown2 } = splitHashes(item, fieldOf);
      for (const { text, span } of unknown2) {
        const message = `The target has no field for \`${text}\`: of its algorithm this pipeline knows nothing. Remove it, or name the algorithm in \`valid_hash_algos\`.`;
        step.report(diagnostic("error", "pipeline-hash", message, span));
      }
      return node;
    });
  }
};
function withPattern(value, parts2) {
  return { ...value, pattern: parts2 };
}
function toRegex(value, method) {
  if (value.pattern.length === 0) return null;
  if (hasPlaceholder(value.pattern)) return null;
  const source = value.pattern.map((p) => {
    if (typeof p !== "string") return p.kind === "any" ? ".*" : ".";
    return method === "ignore_case_brackets" ? bracketed(p) : escaped(p);
  }).join("");
  const flags = {
    ignoreCase: method === "ignore_case_flag",
    multiLine: false,
    // A wildcard takes line breaks too.
    dotAll: true
  };
  const anchored = `\\A${source}\\z`;
  const parsed = parseRegex(anchored, flags);
  if (!("ast" in parsed)) return null;
  return { kind: "regex", regex: { source: anchored, flags, ast: parsed.ast }, span: value.span };
}
function escaped(text) {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
}
function bracketed(text) {
  return [...text].map((c) => {
    const [lower2, upper] = [c.toLowerCase(), c.toUpperCase()];
    return lower2 !== upper && [...lower2].length === 1 && [...upper].length === 1 ? `[${lower2}${upper}]` : escaped(c);
  }).join("");
}

// src/pipeline/load.ts
function loadPipeline(text, options = {}) {
  const path = options.path ?? "<text>";
  const decoded = typeof text === "string" ? fromText(text, path) : decode(text, path);
  const diagnostics = [...decoded.diagnostics];
  const [document, second] = readYaml(decoded.file);
  diagnostics.push(...document?.diagnostics ?? []);
  const fail2 = (code, message, span = document?.span) => {
    const place = span ?? { file: decoded.file, start: 0, end: 0 };
    diagnostics.push(diagnostic("error", code, message, place));
  };
  let pipeline = null;
  if (second)
    fail2(
      "pipeline-several",
      "A file holds one pipeline. Put the others into files of their own.",
      second.span
    );
  if (document?.root?.kind === "map")
    pipeline = new Loader(diagnostics, path).pipeline(document.root);
  else if (!diagnostics.some((d) => d.severity === "error")) {
    fail2(
      "pipeline-not-a-map",
      "A pipeline is a map with `transformations`, `sources` or `mapping`."
    );
  }
  return loaded(pipeline, diagnostics);
}
function loadShipped(json, name) {
  const span = { file: { path: name, text: "" }, start: 0, end: 0 };
  const root = nodeOf(JSON.parse(json), span);
  const diagnostics = [];
  return loaded(new Loader(diagnostics, name).pipeline(root), diagnostics);
}
function loaded(pipeline, diagnostics) {
  const failed = diagnostics.some((d) => d.severity === "error");
  diagnostics.sort((a, b) => (a.span?.start ?? 0) - (b.span?.start ?? 0));
  return { pipeline: failed ? null : pipeline, diagnostics };
}
function nodeOf(json, span) {
  if (Array.isArray(json)) {
    return { kind: "list", span, items: json.map((j) => nodeOf(j, span)) };
  }
  if (json !== null && typeof json === "object") {
    const entries = Object.entries(json).map(([key2, value]) => ({
      key: scalarOf(key2, span),
      value: nodeOf(value, span)
    }));
    return { kind: "map", span, entries };
  }
  return scalarOf(json, span);
}
function scalarOf(value, span) {
  return { kind: "scalar", span, value, text: value === null ? "" : String(value), style: "plain" };
}
var transformationReaders = {
  ...fieldTransformations,
  ...ruleTransformations,
  ...valueTransformations,
  ...placeholderTransformations
};
var NEST = { also: ["nest"] };
var MAX_NESTING = 20;
var Loader = class {
  constructor(diagnostics, path) {
    this.diagnostics = diagnostics;
    this.path = path;
  }
  diagnostics;
  path;
  depth = 0;
  pipeline(root) {
    const settings = new Settings(root, "a pipeline", this.diagnostics);
    const name = settings.text("name") ?? this.path.replace(/^.*[\\/]/, "").replace(/\.ya?ml$/i, "");
    const priority = Number(settings.text("priority") ?? 0);
    if (Number.isNaN(priority)) {
      settings.fail("pipeline-wrong-type", "`priority` is a number.", settings.span("priority"));
    }
    const variables = Object.fromEntries(
      settings.entries("vars").map((e) => [e.key.text, jsonOf(e.value, "text")])
    );
    const targets = settings.texts("allowed_backends");
    const items = settings.items("transformations").flatMap((n) => this.item(n) ?? []);
    if (settings.has("mapping")) items.unshift(mappingItem(settings));
    const postprocessing = settings.items("postprocessing").flatMap((n) => this.postprocessing(n) ?? []);
    const finalizing = settings.items("finalizers").flatMap((n) => this.finalizer(n) ?? []);
    const sources = readSources(settings);
    settings.finish();
    return {
      name,
      priority,
      targets,
      variables,
      items,
      sources,
      postprocessing,
      finalizers: finalizing
    };
  }
  item(node) {
    const opened = this.open(node, "transformation");
    if (!opened) return null;
    const { settings, type } = opened;
    const id = settings.text("id");
    const appliesTo = readConditions(settings, "rule", ruleConditions) ?? (() => true);
    const appliesToItem = readConditions(settings, "detection_item", itemConditions) ?? (() => true);
    const appliesToField = readConditions(settings, "field_name", fieldConditions) ?? (() => true);
    const apply = this.transformation(type, settings);
    if (!apply) return null;
    settings.finish();
    return {
      id,
      transformation: { type, apply },
      appliesTo,
      appliesToItem,
      appliesToField,
      span: node.span
    };
  }
  transformation(type, settings) {
    const span = settings.node("type")?.span ?? settings.map.span;
    if (type === "nest") {
      if (this.depth >= MAX_NESTING) {
        settings.fail(
          "pipeline-too-deep",
          `Steps stand within steps more than ${MAX_NESTING} deep.`,
          span
        );
        return null;
      }
      this.depth++;
      const items = settings.items("items").flatMap((n) => this.item(n) ?? []);
      this.depth--;
      return nestReader(items);
    }
    if (Object.hasOwn(refusedTransformations, type)) {
      settings.fail(
        "pipeline-refused-type",
        `\`${type}\` is refused. ${refusedTransformations[type]}`,
        span
      );
      return null;
    }
    const reader = settings.reader(type, transformationReaders, "transformation", NEST);
    return reader && reader(settings);
  }
  postprocessing(node) {
    const opened = this.open(node, "postprocessing");
    if (!opened) return null;
    const { settings, type } = opened;
    const id = settings.text("id");
    const appliesTo = readConditions(settings, "rule", ruleConditions) ?? (() => true);
    let apply;
    if (type === "nest") {
      const items = settings.items("items").flatMap((n) => this.postprocessing(n) ?? []);
      apply = (query, rule, run) => items.reduce((q, i) => i.appliesTo(rule, run) ? i.apply(q, rule, run) : q, query);
    } else {
      const reader = settings.reader(type, postprocessings, "postprocessing", NEST);
      apply = reader && reader(settings);
    }
    if (!apply) return null;
    settings.finish();
    return { id, type, appliesTo, apply };
  }
  finalizer(node) {
    const opened = this.open(node, "finalizer");
    if (!opened) return null;
    const { settings, type } = opened;
    let apply;
    if (type === "nested") {
      const inner = settings.items("finalizers").flatMap((n) => this.finalizer(n) ?? []);
      apply = (queries, variables) => {
        let output = queries;
        for (const f of inner) output = [f.apply(output, variables)];
        return output.join("\n");
      };
    } else {
      const reader = settings.reader(type, finalizers, "finalizer", { also: ["nested"] });
      apply = reader && reader(settings);
    }
    if (!apply) return null;
    settings.finish();
    return { type, apply };
  }
  open(node, what) {
    if (node.kind !== "map") {
      this.diagnostics.push(
        diagnostic(
          "error",
          "pipeline-wrong-type",
          `A ${what} is a map with a \`type\`.`,
          node.span
        )
      );
      return null;
    }
    const type = node.entries.find((e) => e.key.text === "type")?.value;
    const name = type?.kind === "scalar" ? type.text : "";
    const settings = new Settings(node, `the ${what} \`${name}\``, this.diagnostics);
    settings.node("type");
    if (name === "") settings.missing("type");
    return name === "" ? null : { settings, type: name };
  }
};
function mappingItem(settings) {
  return {
    id: null,
    transformation: {
      type: "field_name_mapping",
      apply: fieldTransformations["field_name_mapping"](settings)
    },
    appliesTo: () => true,
    appliesToItem: () => true,
    appliesToField: () => true,
    span: settings.span("mapping")
  };
}

// src/pipeline/finalize.ts
function finalize(queries, pipelines) {
  const ordered = inOrder(pipelines);
  if (!ordered.some((p) => p.finalizers.length > 0)) return null;
  let texts = queries;
  for (const { finalizers: finalizers2, variables } of ordered) {
    for (const finalizer of finalizers2) texts = [finalizer.apply(texts, variables)];
  }
  return texts[0] ?? "";
}

// src/pipeline/shipped.ts
async function shippedPipelines(target, names = target.defaultPipelines ?? []) {
  if (names.length === 0) return [];
  const own2 = await target.pipelines?.() ?? {};
  const { default: builtin } = await import("./shared/pipelines.generated-BTLG7FVP.js");
  return names.map((name) => {
    const json = Object.hasOwn(own2, name) ? own2[name] : Object.hasOwn(builtin, name) ? builtin[name] : void 0;
    const read = json === void 0 ? null : loadShipped(json, name);
    if (read?.pipeline) return read.pipeline;
    const there = [...Object.keys(own2), ...Object.keys(builtin)].join(", ");
    throw new RangeError(
      read ? read.diagnostics[0].message : `There is no pipeline '${name}'. There are: ${there}.`
    );
  });
}

// src/catalog/data/attack-data.ts
function parseAttack(text, version, notice) {
  const objects = /* @__PURE__ */ new Map();
  const tactics = [];
  for (const line of text.split("\n")) {
    const [id = "", middle = "", ...rest] = line.split("|");
    const kind = attackKindOf(id);
    if (!kind) continue;
    const retired = middle.startsWith(">");
    const list = (retired ? middle.slice(1) : middle).split(",").filter((part) => part !== "");
    const object = {
      id,
      kind,
      name: rest.join("|"),
      tactics: retired ? [] : list,
      parent: kind === "sub-technique" ? id.slice(0, id.indexOf(".")) : null,
      retired,
      replacedBy: retired ? list : []
    };
    objects.set(id, object);
    if (kind === "tactic") tactics.push(object);
  }
  return { version, notice, tactics, objects };
}
function attackKindOf(id) {
  if (/^TA\d{4}$/.test(id)) return "tactic";
  if (/^T\d{4}$/.test(id)) return "technique";
  if (/^T\d{4}\.\d{3}$/.test(id)) return "sub-technique";
  if (/^G\d{4}$/.test(id)) return "group";
  if (/^S\d{4}$/.test(id)) return "software";
  return /^C\d{4}$/.test(id) ? "campaign" : null;
}
var FOLDERS = {
  tactic: "tactics",
  technique: "techniques",
  "sub-technique": "techniques",
  group: "groups",
  software: "software",
  campaign: "campaigns"
};
function attackUrl({ id, kind }) {
  return `https://attack.mitre.org/${FOLDERS[kind]}/${id.replace(".", "/")}/`;
}

// src/catalog/data/event-data.ts
function parseEvents(tables) {
  const byChannel = /* @__PURE__ */ new Map();
  const byId = /* @__PURE__ */ new Map();
  const names = /* @__PURE__ */ new Map();
  let channel = "";
  let provider = "";
  let inChannel = /* @__PURE__ */ new Map();
  for (const line of tables.join("\n").split("\n")) {
    const text = line.slice(line.indexOf(" ") + 1);
    if (line.startsWith("# ")) {
      channel = text;
      inChannel = byChannel.get(key(channel)) ?? /* @__PURE__ */ new Map();
      byChannel.set(key(channel), inChannel);
    } else if (line.startsWith("@ ")) {
      const own2 = text.split(", ");
      provider = own2[0];
      names.set(provider, own2);
    } else if (line !== "") {
      const id = Number(line.slice(0, line.indexOf(" ")));
      const definition = { channel, provider, id, meaning: text };
      append(inChannel, id, definition);
      append(byId, id, definition);
    }
  }
  return {
    inChannel: (name, id) => byChannel.get(key(name))?.get(id) ?? [],
    withId: (id) => byId.get(id) ?? [],
    namesOf: (name) => names.get(name) ?? [name]
  };
}
function key(channel) {
  return channel.toLowerCase();
}
function append(map, at, value) {
  const known2 = map.get(at);
  if (known2) known2.push(value);
  else map.set(at, [value]);
}

// src/catalog/data/load.ts
var attack = null;
var events = null;
function loadAttack() {
  return attack ??= import("./shared/attack-WTVM4Q6M.js").then(
    (m) => parseAttack(m.attackText, m.attackVersion, m.attackNotice)
  );
}
function loadEvents() {
  return events ??= import("./shared/events-5NS7SPZ7.js").then((m) => parseEvents(m.eventTables));
}

// src/catalog/inspect/attack.ts
var FORMER_TACTICS = /* @__PURE__ */ new Map([
  ["defense-evasion", ["stealth", "defense-impairment"]]
]);
function attackOf(tags, data) {
  const found = /* @__PURE__ */ new Map();
  for (const { text, span } of tags) {
    const name = /^attack\.(.+)$/i.exec(text.trim())?.[1]?.toLowerCase();
    if (name !== void 0 && !found.has(name)) {
      found.set(name, { tag: text, ...meaningOf(name, data), span });
    }
  }
  return [...found.values()];
}
function meaningOf(name, data) {
  const id = name.toUpperCase();
  const kind = attackKindOf(id);
  if (kind) {
    const object = data.objects.get(id);
    return object ? ofObject(object) : unknown(kind, id);
  }
  if (/\d/.test(name)) return unknown("other", id);
  const short = name.replace(/[_\s]+/g, "-");
  const tactic = data.tactics.find((t) => t.tactics[0] === short);
  if (tactic) return ofObject(tactic);
  const successors = FORMER_TACTICS.get(short);
  if (!successors) return unknown("tactic", null);
  const replacedBy = data.tactics.filter((t) => successors.includes(t.tactics[0]));
  return {
    ...unknown("tactic", null),
    name: "Defense Evasion",
    known: true,
    retired: true,
    replacedBy: replacedBy.map((t) => t.id)
  };
}
function ofObject(object) {
  const { kind, id, name, tactics, parent, retired, replacedBy } = object;
  return { kind, id, name, tactics, parent, known: true, retired, replacedBy };
}
function unknown(kind, id) {
  return {
    kind,
    id,
    name: null,
    tactics: [],
    parent: kind === "sub-technique" && id ? id.slice(0, id.indexOf(".")) : null,
    known: false,
    retired: false,
    replacedBy: []
  };
}

// src/catalog/inspect/channels.ts
var SECURITY_IDS = /* @__PURE__ */ new Map([
  ["network_connection", [5156]],
  ["process_creation", [4688]],
  ["process_termination", [4689]],
  ["registry_add", [4657]],
  ["registry_delete", [4657]],
  ["registry_event", [4657]],
  ["registry_set", [4657]]
]);
var LINUX_CATEGORIES = /* @__PURE__ */ new Set([
  "file_event",
  "network_connection",
  "process_creation",
  "process_termination"
]);
function sourcesOf({ product, category, service }) {
  const names = (list) => list.map((n) => n.text.toLowerCase());
  const products = names(product);
  const sources = [];
  if (products.length === 0 || products.includes("windows")) {
    for (const name of names(service)) sources.push(...eventsOf((e) => e.service === name));
    if (sources.length > 0) return sources;
    for (const name of names(category)) {
      sources.push(...eventsOf((e) => e.category === name));
      const ids = SECURITY_IDS.get(name);
      if (ids) sources.push({ channel: "Security", ids });
    }
  }
  if (products.includes("linux")) {
    for (const name of names(category)) {
      if (!LINUX_CATEGORIES.has(name)) continue;
      for (const { ids } of eventsOf((e) => e.category === name)) {
        sources.push({ channel: "Linux-Sysmon/Operational", ids });
      }
    }
  }
  return sources;
}
function eventsOf(wanted) {
  return windowsEvents.filter(wanted).flatMap(
    ({ where }) => (where["Channel"] ?? []).map((channel) => ({
      channel: String(channel),
      ids: where["EventID"]?.map(Number) ?? null
    }))
  );
}

// src/catalog/inspect/selectors.ts
var EVENT_ID_FIELDS = /* @__PURE__ */ new Set([
  "EventID",
  "EventId",
  "Event_ID",
  "event_id",
  "EventCode",
  "event.code",
  "winlog.event_id"
]);
var CHANNEL_FIELDS = /* @__PURE__ */ new Set([
  "Channel",
  "EventLog",
  "LogName",
  "winlog.channel"
]);
var PROVIDER_FIELDS = /* @__PURE__ */ new Set([
  "Provider_Name",
  "ProviderName",
  "event.provider",
  "winlog.provider_name"
]);
var OTHER_FIELDS = /* @__PURE__ */ new Set(["EventType", "Provider_Guid", "ProviderGuid"]);
function isEventSelector(field) {
  return EVENT_ID_FIELDS.has(field) || CHANNEL_FIELDS.has(field) || PROVIDER_FIELDS.has(field) || OTHER_FIELDS.has(field);
}

// src/catalog/inspect/events.ts
function eventsOf2(rule, predicates, data) {
  const asked = predicates.filter((p) => p.field !== null && !p.negated);
  const providers = asked.filter((p) => PROVIDER_FIELDS.has(p.field));
  const sources = sourcesOf(rule.logsource);
  const channels = sources.length > 0 ? sources : namedChannels(asked);
  const rows = [];
  const selected = asked.filter((p) => EVENT_ID_FIELDS.has(p.field) && p.kind === "eq");
  for (const { stage, values } of selected) {
    const near = providers.filter((p) => p.stage === stage);
    const provided = near.length > 0 ? near : providers;
    for (const id of values.filter((v) => /^\d{1,9}$/.test(v)).map(Number)) {
      rows.push(...ofId(id, channels, provided, data));
    }
  }
  if (rows.length === 0) rows.push(...ofChannels(channels, providers, data));
  return inOrder2(rows, channels);
}
function namedChannels(asked) {
  return asked.filter((p) => CHANNEL_FIELDS.has(p.field) && p.kind === "eq").flatMap((p) => p.values.map((channel) => ({ channel, ids: null })));
}
function ofId(id, channels, providers, data) {
  const meant = channels.filter((c) => c.ids?.includes(id) ?? true);
  const inChannels = meant.flatMap((c) => data.inChannel(c.channel, id));
  const accepts = accepting(providers, data);
  let found = inChannels.filter(accepts);
  if (found.length === 0 && providers.length > 0) found = data.withId(id).filter(accepts);
  if (found.length > 0) return found.map(known);
  return [
    {
      channel: meant.length === 1 ? meant[0].channel : null,
      provider: onlyValue(providers),
      id,
      meaning: null,
      known: false
    }
  ];
}
function ofChannels(channels, providers, data) {
  const provider = onlyValue(providers);
  const any = { provider, id: null, meaning: null, known: true };
  const accepts = accepting(providers, data);
  const rows = channels.flatMap(
    ({ channel, ids }) => ids ? ids.flatMap((id) => data.inChannel(channel, id).filter(accepts).map(known)) : [{ channel, ...any }]
  );
  return rows.length > 0 || provider === null ? rows : [{ channel: null, ...any }];
}
function accepting(providers, data) {
  if (providers.length === 0) return () => true;
  return ({ provider }) => data.namesOf(provider).some((name) => providers.some((p) => fits(p, name)));
}
function known({ channel, provider, id, meaning }) {
  return { channel, provider, id, meaning, known: true };
}
function onlyValue(predicates) {
  const values = predicates.filter((p) => p.kind === "eq").flatMap((p) => p.values);
  return values.length === 1 ? values[0] : null;
}
var TESTS = {
  eq: (text, value) => text === value,
  match: (text, value) => text.includes(value),
  starts_with: (text, value) => text.startsWith(value),
  ends_with: (text, value) => text.endsWith(value)
};
function fits({ kind, values }, name) {
  const test = TESTS[kind];
  return test ? values.some((v) => test(name.toLowerCase(), v.toLowerCase())) : false;
}
function inOrder2(rows, channels) {
  const places = new Map(channels.map((c, index) => [c.channel, index]));
  const placeOf = (row) => places.get(row.channel) ?? channels.length;
  const once = new Map(rows.map((r) => [JSON.stringify([r.channel, r.provider, r.id]), r]));
  return [...once.values()].sort((a, b) => placeOf(a) - placeOf(b) || (a.id ?? 0) - (b.id ?? 0));
}

// src/catalog/inspect/indicators.ts
function indicatorsOf(predicates, corpus) {
  const rows = /* @__PURE__ */ new Map();
  for (const { field, kind, negated, values } of predicates) {
    if (field !== null && isEventSelector(field)) continue;
    const exclusion = negated !== (kind === "ne");
    const key2 = JSON.stringify([field, kind, exclusion]);
    let row = rows.get(key2);
    if (!row) {
      row = { field, kind, values: /* @__PURE__ */ new Set(), exclusion, corpus: null };
      rows.set(key2, row);
    }
    for (const value of values) row.values.add(value);
  }
  return [...rows.values()].sort(byFieldAndKind).map((row) => {
    const values = [...row.values];
    const { field, kind, exclusion } = row;
    const asked = values.length > 0 ? values : [null];
    const counts = corpus && asked.map((value) => corpus(field, kind, value));
    return { field, kind, values, exclusion, corpus: counts };
  });
}
function byFieldAndKind(a, b) {
  return compare2(a.field ?? "", b.field ?? "") || compare2(a.kind, b.kind) || Number(a.exclusion) - Number(b.exclusion);
}
function compare2(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}

// src/catalog/inspect/predicates.ts
function predicatesOf(used) {
  const predicates = [];
  for (const { identifier, negated } of used) {
    const visit = (node) => {
      if (node.kind === "detection-group") node.items.forEach(visit);
      else predicates.push(...ofItem(node, identifier.name.text, negated));
    };
    visit(identifier.body);
  }
  return predicates;
}
function ofItem(item, stage, negated) {
  const groups = /* @__PURE__ */ new Map();
  const groupOf = (kind, turned) => {
    const key2 = `${kind} ${String(turned)}`;
    let group = groups.get(key2);
    if (!group) groups.set(key2, group = { kind, negated: negated !== turned, values: [] });
    return group.values;
  };
  let cased = false;
  for (const written of item.values) {
    for (const value of written.kind === "value-group" ? written.values : [written]) {
      if ("cased" in value && value.cased) cased = true;
      const asked = predicateOf(item.field, value);
      if (!asked || asked.kind === "constant") continue;
      const missing = asked.kind === "not";
      const found = kindOf(missing ? asked.operand : asked);
      const unequal = item.negated && found.kind === "eq";
      const values = groupOf(unequal ? "ne" : found.kind, missing !== (item.negated && !unequal));
      if (found.value !== null) values.push(found.value);
    }
  }
  if (item.values.length === 0) groupOf(item.field ? "eq" : "keyword", item.negated);
  const { field, linking, span } = item;
  return [...groups.values()].map((group) => ({
    stage,
    field: field?.text ?? null,
    kind: group.kind,
    values: group.values,
    negated: group.negated,
    all: linking === "all" && item.values.length > 1,
    cased,
    span
  }));
}

// src/source/tidy-yaml.ts
function tidyYaml({ key: key2, value }) {
  const lines = [];
  writeEntry(key2, value, "", "", lines);
  return lines.join("\n");
}
var STEP = "  ";
function writeEntry(key2, value, head, indent, lines) {
  writeValue(value, `${head}${scalarLines(key2).join(" ")}:`, indent + STEP, lines);
}
function writeValue(node, head, indent, lines) {
  if (node.kind === "scalar") {
    const [first = "", ...rest] = scalarLines(node);
    lines.push(first === "" ? head : `${head} ${first}`);
    for (const line of rest) lines.push(line === "" ? "" : indent + line);
    return;
  }
  const parts2 = node.kind === "map" ? node.entries : node.items;
  if (parts2.length === 0) {
    lines.push(`${head} ${node.kind === "map" ? "{}" : "[]"}`);
    return;
  }
  lines.push(head);
  writeParts(node, indent, indent, lines);
}
function writeParts(node, first, indent, lines) {
  let head = first;
  if (node.kind === "map") {
    for (const { key: key2, value } of node.entries) {
      writeEntry(key2, value, head, indent, lines);
      head = indent;
    }
    return;
  }
  for (const item of node.items) {
    const inner = indent + STEP;
    if (item.kind === "scalar") writeValue(item, `${head}-`, inner, lines);
    else if ((item.kind === "map" ? item.entries : item.items).length === 0) {
      lines.push(`${head}- ${item.kind === "map" ? "{}" : "[]"}`);
    } else writeParts(item, `${head}- `, inner, lines);
    head = indent;
  }
}
function scalarLines(scalar) {
  const { text, style, span } = scalar;
  if (style === "plain" && text === "") return [""];
  const source = span.file.text.slice(span.start, span.end);
  if (style !== "literal" && style !== "folded") {
    return source.split(/\r\n|[\r\n]/).map((line) => line.trim());
  }
  const [header = "", ...below] = source.split(/\r\n|[\r\n]/);
  const chomping = /[+-]/.exec(header)?.[0] ?? "";
  const body = style === "literal" ? text.split("\n") : dedent(below);
  while (body.length > 0 && body[body.length - 1].trim() === "") body.pop();
  const indicator = /^ /.test(body.find((line) => line !== "") ?? "") ? "2" : "";
  return [`${style === "literal" ? "|" : ">"}${indicator}${chomping}`, ...body];
}
function dedent(lines) {
  const filled = lines.filter((line) => line.trim() !== "");
  const common = Math.min(...filled.map((line) => line.length - line.trimStart().length));
  return lines.map((line) => line.trim() === "" ? "" : line.slice(common));
}

// src/catalog/inspect/stages.ts
function usedIdentifiers({ conditions, identifiers }) {
  const byName = new Map(identifiers.map((i) => [i.name.text, i]));
  const negated = /* @__PURE__ */ new Map();
  const use = (identifier, positive) => {
    if (identifier) negated.set(identifier, !positive && (negated.get(identifier) ?? true));
  };
  const visit = (node, positive) => {
    switch (node.kind) {
      case "condition-and":
      case "condition-or":
        for (const operand of node.operands) visit(operand, positive);
        return;
      case "condition-not":
        return visit(node.operand, !positive);
      case "condition-identifier":
        return use(byName.get(node.name), positive);
      case "condition-quantified":
        for (const identifier of resolveIdentifiers(node, identifiers)) use(identifier, positive);
    }
  };
  for (const { expression, aggregation } of conditions) {
    visit(expression, true);
    if (aggregation?.kind === "near") visit(aggregation.expression, true);
  }
  return [...negated].map(([identifier, neg]) => ({ identifier, negated: neg }));
}
function stagesOf(rule, used) {
  const source = sectionOf(rule.document, "detection");
  return [
    ...rule.detection.conditions.map(({ text, span }) => ({
      name: "condition",
      text: text.trim(),
      span
    })),
    ...used.map(({ identifier: { name, span } }) => {
      const entry = source?.entries.find((e) => e.key.text === name.text);
      return { name: name.text, text: entry ? tidyYaml(entry) : `${name.text}:`, span };
    })
  ];
}
function sectionOf(document, name) {
  const found = (document.entries.find((e) => e.key.text === name) ?? document.entries.find((e) => e.key.text.toLowerCase() === name))?.value;
  return found?.kind === "map" ? found : void 0;
}

// src/catalog/inspect/inspect.ts
async function inspector() {
  const [attack2, events2] = await Promise.all([loadAttack(), loadEvents()]);
  return (rule, options = {}) => {
    const used = usedIdentifiers(rule.detection);
    const predicates = predicatesOf(used);
    return {
      rule,
      stages: stagesOf(rule, used),
      predicates,
      indicators: indicatorsOf(predicates, options.corpus ?? null),
      events: eventsOf2(rule, predicates, events2),
      attack: attackOf(rule.tags, attack2)
    };
  };
}
async function inspect(rule, options = {}) {
  return (await inspector())(rule, options);
}

// src/catalog/inspect/record.ts
function inspectionRecord(inspection) {
  const { rule, stages, predicates, indicators, events: events2, attack: attack2 } = inspection;
  const { id, title, level, status } = rule;
  return {
    path: rule.span.file.path,
    rule: { id, title, level, status },
    stages: stages.map(placed),
    predicates: predicates.map(placed),
    indicators,
    events: events2,
    attack: attack2.map(placed)
  };
}
function placed(part) {
  const { span, ...rest } = part;
  return { ...rest, line: positionAt(span.file, span.start).line };
}
export {
  EventReader,
  applyPipelines,
  attackUrl,
  codeFrame,
  compile,
  convert,
  explain,
  finalize,
  inspect,
  inspectionRecord,
  inspector,
  loadAttack,
  loadEvents,
  loadPipeline,
  lower,
  modifiers,
  parse,
  positionAt,
  resolveOptions,
  shippedPipelines,
  simplify,
  toRecord
};
