import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  positionAt
} from "./chunk-W2LK6FW7.js";

// src/source/diagnostic.ts
function diagnostic(severity, code, message, span) {
  return Object.freeze({ code, severity, message, path: span.file.path, span });
}
function fileDiagnostic(severity, code, message, path) {
  return Object.freeze({ code, severity, message, path, span: null });
}
function toRecord(d) {
  let start = d.span ? positionAt(d.span.file, d.span.start) : { line: 1, column: 1 }, end = d.span ? positionAt(d.span.file, d.span.end) : start;
  return {
    code: d.code,
    severity: d.severity,
    message: d.message,
    path: d.path,
    line: start.line,
    column: start.column,
    endLine: end.line,
    endColumn: end.column,
    ...d.direction ? { direction: d.direction } : {}
  };
}

// src/model/suggest.ts
function nearest(name, candidates) {
  if (name.length > 64) return null;
  let wanted = name.toLowerCase(), best = null, bestDistance = (wanted.length < 2 ? 0 : Math.max(1, Math.floor(wanted.length / 3))) + 1, looked = 0;
  for (let candidate of candidates) {
    if (++looked > 1e3) break;
    if (Math.abs(candidate.length - wanted.length) >= bestDistance) continue;
    let distance = editDistance(wanted, candidate.toLowerCase());
    distance < bestDistance && (best = candidate, bestDistance = distance);
  }
  return best;
}
function editDistance(a, b) {
  let before = [], last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    let row = [i];
    for (let j = 1; j <= b.length; j++) {
      let cost = a[i - 1] === b[j - 1] ? 0 : 1, least = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + cost);
      i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] && (least = Math.min(least, before[j - 2] + 1)), row.push(least);
    }
    before = last, last = row;
  }
  return last[b.length];
}

// src/model/pattern.ts
var ANY = Object.freeze({ kind: "any" }), ONE = Object.freeze({ kind: "one" });
function hasPlaceholder(parts) {
  return parts.some((p) => typeof p == "object" && p.kind === "placeholder");
}
function pattern(parts) {
  let out = [];
  for (let part of parts) {
    let last = out[out.length - 1];
    if (typeof part == "string") {
      if (part === "") continue;
      typeof last == "string" ? out[out.length - 1] = last + part : out.push(part);
    } else part.kind === "any" ? (typeof last != "object" || last.kind !== "any") && out.push(ANY) : out.push(part);
  }
  return Object.freeze(out);
}
function parsePattern(text) {
  return text.includes("*") || text.includes("?") || text.includes("\\\\") ? readParts(text, !1) : Object.freeze(text === "" ? [] : [text]);
}
function parseExpandable(text) {
  return text.includes("%") ? readParts(text, !0) : parsePattern(text);
}
function readParts(text, expand) {
  let parts = [], literal = "";
  for (let i = 0; i < text.length; i++) {
    let c = text[i], special = null;
    if (c === "\\" && isEscaped(text[i + 1], expand)) {
      literal += text[++i];
      continue;
    }
    c === "*" ? special = ANY : c === "?" ? special = ONE : expand && c === "%" && (special = placeholderAt(text, i), special && (i += special.name.length + 1)), special ? (parts.push(literal, special), literal = "") : literal += c;
  }
  return parts.push(literal), pattern(parts);
}
function isEscaped(c, expand) {
  return c === "*" || c === "?" || c === "\\" || expand && c === "%";
}
var PLACEHOLDER = /%([\p{L}\p{N}_.-]+)%/uy;
function placeholderAt(text, at) {
  PLACEHOLDER.lastIndex = at;
  let found = PLACEHOLDER.exec(text);
  return found && { kind: "placeholder", name: found[1] };
}
function printPattern(parts) {
  let expand = hasPlaceholder(parts), special = (part) => typeof part != "object" ? "" : part.kind === "placeholder" ? `%${part.name}%` : part.kind === "any" ? "*" : "?", out = "";
  return parts.forEach((part, index) => {
    if (out += special(part), typeof part != "string") return;
    let following = special(parts[index + 1])[0];
    for (let i = 0; i < part.length; i++) {
      let c = part[i], needed = isEscaped(c === "\\" ? part[i + 1] ?? following : c, expand);
      out += needed ? `\\${c}` : c;
    }
  }), out;
}
function literalText(parts) {
  return parts.length === 0 ? "" : parts.length === 1 && typeof parts[0] == "string" ? parts[0] : null;
}
function shapeOf(parts) {
  let [a, b, c] = parts, isAny = (p) => typeof p == "object" && p.kind === "any";
  switch (parts.length) {
    case 0:
      return { shape: "empty" };
    case 1:
      return typeof a == "string" ? { shape: "equals", text: a } : { shape: isAny(a) ? "any" : "other" };
    case 2:
      return typeof a == "string" && isAny(b) ? { shape: "startswith", text: a } : isAny(a) && typeof b == "string" ? { shape: "endswith", text: b } : { shape: "other" };
    case 3:
      return isAny(a) && typeof b == "string" && isAny(c) ? { shape: "contains", text: b } : { shape: "other" };
    default:
      return { shape: "other" };
  }
}

// src/model/modifiers/number.ts
var DECIMAL = /^([+-]?)(\d*)(?:\.(\d*))?(?:e([+-]?\d{1,3}))?$/i;
function canonicalDecimal(text) {
  if (/^[+-]?\d{1,15}$/.test(text)) return String(Number(text) || 0);
  if (/^0x[\da-f]{1,400}$/i.test(text) || /^0o[0-7]{1,400}$/i.test(text))
    return String(BigInt(text));
  if (text.length > 1e3) return null;
  let found = DECIMAL.exec(text);
  if (!found) return null;
  let [, sign, whole = "", fraction = "", exponent = "0"] = found;
  if (whole + fraction === "") return null;
  let digits = whole + fraction, point = whole.length + Number(exponent);
  point < 0 && (digits = "0".repeat(-point) + digits, point = 0), digits = digits.padEnd(point, "0");
  let integer = BigInt(digits.slice(0, point) || "0").toString(), rest = digits.slice(point).replace(/0+$/, ""), unsigned = rest === "" ? integer : `${integer}.${rest}`;
  return sign === "-" && unsigned !== "0" ? `-${unsigned}` : unsigned;
}
function numberLiteral(source) {
  let decimal = canonicalDecimal(source);
  return decimal === null ? null : { source, decimal };
}

// src/model/regex/escape.ts
var SETS = {
  d: "digit",
  w: "word",
  s: "space",
  h: "horizontal-space",
  v: "vertical-space"
}, ANCHORS = {
  b: "word-boundary",
  B: "not-word-boundary",
  A: "text-start",
  z: "text-end",
  Z: "text-end-or-newline"
}, CONTROLS = { n: 10, r: 13, t: 9, f: 12, e: 27, a: 7 }, POSIX = /* @__PURE__ */ new Set([
  "alpha",
  "alnum",
  "ascii",
  "blank",
  "cntrl",
  "digit",
  "graph",
  "lower",
  "print",
  "punct",
  "space",
  "upper",
  "word",
  "xdigit"
]);
function fail(message, start, end) {
  throw new RegexSyntaxError(message, start, end);
}
function parseEscape(cursor, groups) {
  let start = cursor.at, { source } = cursor, c = source[start + 1];
  if (c === void 0)
    return fail("A backslash ends the pattern. Write \\\\ for the character.", start, start + 1);
  let anchor = ANCHORS[c];
  if (anchor)
    return cursor.at += 2, { kind: "anchor", anchor };
  if (c === "R")
    return cursor.at += 2, { kind: "line-break" };
  if (c === "N" && source[start + 2] !== "{")
    return cursor.at += 2, { kind: "item", item: { kind: "range", from: 10, to: 10 }, negated: !0 };
  let rest = source.slice(start, start + 80), reference = /^\\(?:k(?:<(\w+)>|\{(\w+)\}|'(\w+)')|g(?:(\d+)|\{(\w+)\}))/.exec(rest);
  if (reference) {
    cursor.at += reference[0].length;
    let to = reference.slice(1).find((x) => x !== void 0);
    return { kind: "backreference", to: /^\d+$/.test(to) ? Number(to) : to };
  }
  let digits = /^\\([1-9]\d{0,2})/.exec(rest)?.[1];
  return digits !== void 0 && (Number(digits) < 10 || Number(digits) <= groups) ? (cursor.at += 1 + digits.length, { kind: "backreference", to: Number(digits) }) : commonEscape(cursor);
}
function commonEscape(cursor) {
  let start = cursor.at, { source } = cursor, c = source[start + 1], set = SETS[c.toLowerCase()];
  if (set) {
    cursor.at += 2;
    let negated = c !== c.toLowerCase();
    return { kind: "item", item: { kind: "set", set, negated: !1 }, negated };
  }
  let control = CONTROLS[c];
  if (control !== void 0)
    return cursor.at += 2, { kind: "literal", codePoint: control };
  let rest = source.slice(start, start + 80), code = /^\\(?:x\{([\da-f]{1,6})\}|x([\da-f]{0,2})|o\{([0-7]{1,7})\}|(0[0-7]{0,2}|[1-7][0-7]{1,2}))/i.exec(
    rest
  );
  if (code) {
    let [whole, braced, short, octal, digits] = code;
    cursor.at += whole.length;
    let codePoint2 = octal !== void 0 || digits !== void 0 ? parseInt(octal ?? digits, 8) : parseInt(braced ?? (short === "" ? "0" : short), 16);
    return codePoint2 > 1114111 && fail("There is no such character.", start, cursor.at), { kind: "literal", codePoint: codePoint2 };
  }
  let property = /^\\([pP])(?:\{(\^?)([A-Za-z_& ]+)\}|([A-Z]))/.exec(rest);
  if (property) {
    cursor.at += property[0].length;
    let negated = property[1] === "P" != (property[2] === "^");
    return { kind: "item", item: { kind: "property", name: property[3] ?? property[4], negated: !1 }, negated };
  }
  if (c === "c" && /^\\c[\x20-\x7e]/.test(rest))
    return cursor.at += 3, { kind: "literal", codePoint: rest[2].toUpperCase().charCodeAt(0) ^ 64 };
  if (c === "u" && /^\\u[\da-f]{4}/i.test(rest))
    return fail(`PCRE has no \\u. Write \\x{${rest.slice(2, 6)}}.`, start, start + 6);
  if (/[A-Za-z0-9]/.test(c))
    return fail(
      `There is no escape \\${c} here. Write ${c} alone, or \\\\${c} after a backslash.`,
      start,
      start + 2
    );
  let codePoint = source.codePointAt(start + 1);
  return cursor.at += codePoint > 65535 ? 3 : 2, { kind: "literal", codePoint };
}
function parseClass(cursor) {
  let start = cursor.at, { source } = cursor;
  cursor.at++;
  let negated = source[cursor.at] === "^";
  negated && cursor.at++;
  let items = [];
  for (let first = !0; ; first = !1) {
    let c = source[cursor.at];
    if (c === void 0 && fail("This bracket is never closed. Write \\[ for the character.", start, start + 1), c === "]" && !first)
      return cursor.at++, { negated, items };
    let posix = /^\[:(\^?)([a-z]+):\]/.exec(source.slice(cursor.at, cursor.at + 16));
    if (posix) {
      POSIX.has(posix[2]) || fail(`There is no class [:${posix[2]}:].`, cursor.at, cursor.at + posix[0].length), items.push({ kind: "set", set: posix[2], negated: posix[1] === "^" }), cursor.at += posix[0].length;
      continue;
    }
    items.push(classRange(cursor));
  }
}
function classRange(cursor) {
  let start = cursor.at, from = classAtom(cursor);
  if (typeof from != "number") return from;
  let { source } = cursor;
  if (source[cursor.at] !== "-" || source[cursor.at + 1] === "]" || cursor.at + 1 >= source.length)
    return { kind: "range", from, to: from };
  cursor.at++;
  let before = cursor.at, to = classAtom(cursor);
  return typeof to != "number" ? (cursor.at = before - 1, { kind: "range", from, to: from }) : (to < from && fail("This range is the wrong way round.", start, cursor.at), { kind: "range", from, to });
}
function classAtom(cursor) {
  let { source } = cursor;
  if (source[cursor.at] === "\\") {
    if (source[cursor.at + 1] === "b")
      return cursor.at += 2, 8;
    if (source[cursor.at + 1] === void 0)
      return fail("A backslash ends the pattern.", cursor.at, cursor.at + 1);
    let escape = commonEscape(cursor);
    return escape.kind === "literal" ? escape.codePoint : escape.kind === "item" && escape.item.kind !== "range" ? { ...escape.item, negated: escape.negated } : fail("This escape cannot stand in brackets.", cursor.at - 2, cursor.at);
  }
  let codePoint = source.codePointAt(cursor.at);
  return cursor.at += codePoint > 65535 ? 2 : 1, codePoint;
}

// src/model/regex/parse.ts
var MAX_DEPTH = 250, MAX_REPEAT = 65535;
function parseRegex(source, _flags) {
  try {
    return { ast: new RegexParser(source).parse() };
  } catch (error) {
    if (!(error instanceof RegexSyntaxError)) throw error;
    let { message, start, end } = error;
    return { error: { message, start, end } };
  }
}
var RegexSyntaxError = class extends Error {
  constructor(message, start, end) {
    super(message);
    this.start = start;
    this.end = end;
  }
  start;
  end;
}, RegexParser = class {
  constructor(source) {
    this.source = source;
  }
  source;
  at = 0;
  depth = 0;
  groups = 0;
  parse() {
    let ast = this.alternation();
    return this.at < this.source.length && this.fail("This parenthesis closes nothing. Write \\) for the character.", this.at), ast;
  }
  fail(message, start, end = start + 1) {
    throw new RegexSyntaxError(message, start, end);
  }
  eat(text) {
    return this.source.startsWith(text, this.at) ? (this.at += text.length, !0) : !1;
  }
  /** Up to the group's end. Flags set within it hold up to there, in later branches too. */
  alternation() {
    let start = this.at, active = null, options = [];
    do {
      let branch = this.sequence(active);
      options.push(branch.node), active = branch.flags;
    } while (this.eat("|"));
    return options.length === 1 ? options[0] : { kind: "alternation", options, start, end: this.at };
  }
  sequence(flags) {
    let start = this.at, done = [], items = [], from = start, close = () => {
      flags && items.length > 0 ? done.push(flagGroup(flags, sequenceOf(items, from, this.at))) : done.push(...items), items = [], from = this.at;
    };
    for (; this.at < this.source.length && !"|)".includes(this.source[this.at]); ) {
      let change = this.inlineFlags();
      if (change) {
        close(), flags = { ...flags, ...change };
        continue;
      }
      this.skipComment() || this.skipQuoteMarks(items) || items.push(this.quantified(this.term()));
    }
    return close(), { node: sequenceOf(done, start, this.at), flags };
  }
  /** `(?i)` on its own; `(?i:…)` is a group. */
  inlineFlags() {
    let found = /^\(\?([a-z^]*)(?:-([a-z]+))?\)/i.exec(this.source.slice(this.at, this.at + 24));
    if (!found) return null;
    let change = this.flagChange(found[1], found[2] ?? "");
    return this.at += found[0].length, change;
  }
  flagChange(on, off) {
    let change = {};
    for (let [letters, value] of [
      [on, !0],
      [off, !1]
    ])
      for (let letter of letters)
        letter === "i" ? change.ignoreCase = value : letter === "m" ? change.multiLine = value : letter === "s" ? change.dotAll = value : this.fail(
          `The flag \`${letter}\` is not supported; i, m and s are.`,
          this.at,
          this.at + 4
        );
    return change;
  }
  skipComment() {
    if (!this.source.startsWith("(?#", this.at)) return !1;
    let end = this.source.indexOf(")", this.at);
    return end < 0 && this.fail("This comment is never closed.", this.at, this.at + 3), this.at = end + 1, !0;
  }
  /** `\Q…\E` is text as it stands. */
  skipQuoteMarks(items) {
    if (this.eat("\\E")) return !0;
    if (!this.eat("\\Q")) return !1;
    let end = this.source.indexOf("\\E", this.at), stop = end < 0 ? this.source.length : end;
    for (; this.at < stop; ) items.push(this.literal());
    end >= 0 && (this.at += 2);
    let last = items.pop();
    return last && items.push(this.quantified(last)), !0;
  }
  literal() {
    let start = this.at, codePoint = this.source.codePointAt(start);
    return this.at += codePoint > 65535 ? 2 : 1, { kind: "literal", codePoint, start, end: this.at };
  }
  term() {
    let start = this.at, c = this.source[start];
    switch (c) {
      case ".":
        return this.at++, { kind: "dot", start, end: this.at };
      case "^":
      case "$":
        return this.at++, this.anchor(c === "^" ? "line-start" : "line-end", start);
      case "(":
        return this.group();
      case "[": {
        let { negated, items } = parseClass(this);
        return { kind: "class", negated, items, start, end: this.at };
      }
      case "*":
      case "+":
      case "?":
        return this.fail(
          `Nothing stands before \`${c}\` to repeat. Write \\${c} for the character.`,
          start
        );
      case "\\":
        return this.escape();
      default:
        return this.literal();
    }
  }
  anchor(anchor, start) {
    return { kind: "anchor", anchor, start, end: this.at };
  }
  escape() {
    let start = this.at, escape = parseEscape(this, this.groups), at = { start, end: this.at };
    switch (escape.kind) {
      case "literal":
        return { kind: "literal", codePoint: escape.codePoint, ...at };
      case "item":
        return { kind: "class", negated: escape.negated, items: [escape.item], ...at };
      case "anchor":
        return { kind: "anchor", anchor: escape.anchor, ...at };
      case "backreference":
        return { kind: "backreference", to: escape.to, ...at };
      case "line-break":
        return { kind: "group", capture: null, atomic: !1, flags: null, body: { kind: "alternation", options: [
          sequenceOf(
            [13, 10].map((codePoint) => ({ kind: "literal", codePoint, ...at })),
            at.start,
            at.end
          ),
          { kind: "class", negated: !1, items: [{ kind: "set", set: "vertical-space", negated: !1 }], ...at }
        ], ...at }, ...at };
    }
  }
  group() {
    let start = this.at;
    this.at++, ++this.depth > MAX_DEPTH && this.fail(`Groups nest deeper than ${MAX_DEPTH}. Flatten the pattern.`, start);
    let opening = this.groupOpening(start), body = this.alternation();
    this.eat(")") || this.fail("This parenthesis is never closed. Write \\( for the character.", start), this.depth--;
    let at = { start, end: this.at };
    return opening.kind === "look" ? { ...opening, body, ...at } : { kind: "group", ...opening.of, body, ...at };
  }
  groupOpening(start) {
    let plain = { capture: null, atomic: !1, flags: null };
    if (!this.eat("?"))
      return this.source[this.at] === "*" && this.fail("Verbs such as (*SKIP) are not supported.", start, start + 2), { kind: "plain", of: { ...plain, capture: { index: ++this.groups, name: null } } };
    if (this.eat(":")) return { kind: "plain", of: plain };
    if (this.eat(">")) return { kind: "plain", of: { ...plain, atomic: !0 } };
    if (this.eat("=")) return { kind: "look", direction: "ahead", negated: !1 };
    if (this.eat("!")) return { kind: "look", direction: "ahead", negated: !0 };
    if (this.eat("<=")) return { kind: "look", direction: "behind", negated: !1 };
    if (this.eat("<!")) return { kind: "look", direction: "behind", negated: !0 };
    let rest = this.source.slice(this.at, this.at + 80), named = /^P?<([A-Za-z_]\w*)>|^'([A-Za-z_]\w*)'/.exec(rest);
    if (named) {
      this.at += named[0].length;
      let name = named[1] ?? named[2];
      return { kind: "plain", of: { ...plain, capture: { index: ++this.groups, name } } };
    }
    let flags = /^([a-z^]*)(?:-([a-z]+))?:/i.exec(rest);
    if (flags) {
      let change = this.flagChange(flags[1], flags[2] ?? "");
      return this.at += flags[0].length, { kind: "plain", of: { ...plain, flags: change } };
    }
    return this.fail("This kind of group is not supported.", start, start + 3);
  }
  quantified(body) {
    let node = body;
    for (; ; ) {
      let start = this.at, count = this.count();
      if (!count || (node.kind === "repeat" && node.start === body.start && node !== body && this.fail("A repetition cannot be repeated. Put it in parentheses.", start), node.kind === "anchor" && count.max === null && count.min > 0)) return node;
      let mode = this.eat("?") ? "lazy" : this.eat("+") ? "possessive" : "greedy";
      node = { kind: "repeat", body: node, ...count, mode, start: body.start, end: this.at };
    }
  }
  count() {
    if (this.eat("*")) return { min: 0, max: null };
    if (this.eat("+")) return { min: 1, max: null };
    if (this.eat("?")) return { min: 0, max: 1 };
    let found = /^\{(\d{1,9})(,(\d{1,9})?)?\}/.exec(this.source.slice(this.at, this.at + 24));
    if (!found) return null;
    let min = Number(found[1]), max = found[2] === void 0 ? min : found[3] === void 0 ? null : Number(found[3]);
    return (min > MAX_REPEAT || (max ?? 0) > MAX_REPEAT || max !== null && max < min) && this.fail(
      "This count is too large, or its bounds are the wrong way round.",
      this.at,
      this.at + found[0].length
    ), this.at += found[0].length, { min, max };
  }
};
function sequenceOf(items, start, end) {
  return items.length === 1 ? items[0] : { kind: "sequence", items, start, end };
}
function flagGroup(flags, body) {
  let { start, end } = body;
  return { kind: "group", capture: null, atomic: !1, flags, body, start, end };
}

// src/model/modifiers/draft.ts
function valueOf(scalar, expand) {
  let { value, text, span } = scalar;
  switch (typeof value) {
    case "boolean":
      return { kind: "boolean", value, span };
    case "number":
    case "bigint": {
      let number = numberLiteral(text);
      if (number) return { kind: "number", number, span };
      break;
    }
    case "object":
      return { kind: "null", span };
  }
  return { kind: "string", pattern: expand ? parseExpandable(text) : parsePattern(text), cased: !1, span };
}
function asString(draft, scalar) {
  let { span } = draft;
  switch (draft.kind) {
    case "string":
      return draft;
    case "number":
    case "boolean":
      return { kind: "string", pattern: [scalar.text], cased: !1, span };
    case "bytes":
      return bytesAsString(draft);
    default:
      return null;
  }
}
function bytesAsString({ bytes, cased, span }) {
  let text = binaryText(bytes);
  return { kind: "string", pattern: text === "" ? [] : [text], cased, span };
}
function binaryText(bytes) {
  let text = "";
  for (let byte of bytes) text += String.fromCharCode(byte);
  return text;
}
function finish(draft) {
  return draft.kind === "bytes" ? bytesAsString(draft) : draft;
}
var KINDS = {
  string: "this text",
  number: "a number",
  boolean: "true or false",
  null: "null",
  exists: "the outcome of `exists`",
  regex: "a regular expression",
  cidr: "a network",
  compare: "a comparison",
  "time-part": "a part of a date",
  "field-ref": "a reference to a field",
  bytes: "encoded bytes"
};
function describe(draft) {
  return KINDS[draft.kind];
}

export {
  diagnostic,
  fileDiagnostic,
  toRecord,
  nearest,
  ANY,
  ONE,
  hasPlaceholder,
  pattern,
  parsePattern,
  parseExpandable,
  printPattern,
  literalText,
  shapeOf,
  canonicalDecimal,
  numberLiteral,
  valueOf,
  asString,
  binaryText,
  finish,
  describe,
  parseRegex
};
