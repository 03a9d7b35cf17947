import {
  ANY,
  anyOf,
  columnsOfAll,
  hasPlaceholder,
  lineIndexAt,
  lineStarts,
  literalText,
  nearest,
  parseExpandable,
  parseNetwork,
  parsePattern,
  pattern,
  positionAt,
  print,
  printPattern,
  simplify
} from "./chunk-CWZI4ZMA.js";

// src/source/diagnostic.ts
function diagnostic(severity, code, message, span) {
  return Object.freeze({ code, severity, message, path: span.file.path, span });
}
function fileDiagnostic(severity, code, message, path) {
  return Object.freeze({ code, severity, message, path, span: null });
}
function toRecord(d) {
  const start = d.span ? positionAt(d.span.file, d.span.start) : { line: 1, column: 1 };
  const end = d.span ? positionAt(d.span.file, d.span.end) : start;
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

// src/model/rule.ts
var LOG_SOURCE_KEYS = ["category", "product", "service"];

// src/pipeline/run.ts
function runItem(item, rule, run) {
  if (!item.appliesTo(rule, run)) return rule;
  if (item.id !== null) run.applied.add(item.id);
  return item.transformation.apply(rule, {
    ...run,
    id: item.id,
    itemMatches: (i) => item.appliesToItem(i, run),
    fieldMatches: (field) => item.appliesToField(field, run),
    freshName
  });
}
function freshName(rule) {
  const names = new Set(rule.detection.identifiers.map((i) => i.name.text));
  let n = 1;
  while (names.has(`_sigmaql_${n}`)) n++;
  return `_sigmaql_${n}`;
}

// src/model/condition/resolve.ts
function resolveIdentifiers({ pattern: pattern2 }, identifiers) {
  if (pattern2 === null) return identifiers.filter((i) => !i.name.text.startsWith("_"));
  return identifiers.filter((i) => fits(pattern2, i.name.text));
}
function fits(pattern2, name) {
  let p = 0;
  let star = -1;
  let resume = 0;
  let n = 0;
  while (n < name.length) {
    if (pattern2[p] === "*") {
      star = p++;
      resume = n;
    } else if (p < pattern2.length && (pattern2[p] === "?" || pattern2[p] === name[n])) {
      p++;
      n++;
    } else if (star >= 0) {
      p = star + 1;
      n = ++resume;
    } else return false;
  }
  while (pattern2[p] === "*") p++;
  return p === pattern2.length;
}
var MAX_SUGGESTIONS = 20;
function checkConditions(conditions, identifiers) {
  const diagnostics = [];
  const byName = new Map(identifiers.map((i) => [i.name.text, i]));
  const used = /* @__PURE__ */ new Set();
  const undefinedNames = /* @__PURE__ */ new Set();
  const visit2 = (node) => {
    switch (node.kind) {
      case "condition-and":
      case "condition-or":
        node.operands.forEach(visit2);
        break;
      case "condition-not":
        visit2(node.operand);
        break;
      case "condition-identifier": {
        const found = byName.get(node.name);
        if (found) used.add(found);
        else if (!undefinedNames.has(node.name)) {
          undefinedNames.add(node.name);
          const suggests = undefinedNames.size <= MAX_SUGGESTIONS;
          const like = suggests ? nearest(node.name, byName.keys()) : null;
          const hint = like ? `Did you mean \`${like}\`?` : "Define it under `detection`, or correct the name.";
          const message = `There is no search identifier \`${node.name}\`. ${hint}`;
          diagnostics.push(diagnostic("error", "undefined-identifier", message, node.span));
        }
        break;
      }
      case "condition-quantified":
        diagnostics.push(...checkQuantified(node, identifiers, used));
    }
  };
  for (const { expression, aggregation } of conditions) {
    visit2(expression);
    if (aggregation?.kind === "near") visit2(aggregation.expression);
  }
  for (const identifier of identifiers) {
    if (used.has(identifier)) continue;
    const message = `No condition uses \`${identifier.name.text}\`. Name it in the condition, or remove it.`;
    diagnostics.push(diagnostic("warning", "unused-identifier", message, identifier.name.span));
  }
  return diagnostics;
}
function checkQuantified(node, identifiers, used) {
  const found = resolveIdentifiers(node, identifiers);
  for (const identifier of found) used.add(identifier);
  if (found.length === 0) {
    const message = node.pattern === null ? "`them` leaves out what begins with `_`, and there is no other search identifier. Name them, or define one." : `The pattern \`${node.pattern}\` fits no search identifier, so it can never match. Correct it, or define one.`;
    return [diagnostic("error", "pattern-matches-nothing", message, node.span)];
  }
  if (node.count === 0) {
    const message = "`0 of` always holds. Write `1 of` or `not 1 of`.";
    return [diagnostic("error", "quantifier-zero", message, node.span)];
  }
  if (node.count !== "all" && node.count > found.length) {
    const many = found.length === 1 ? "one search identifier fits" : `${found.length} search identifiers fit`;
    const message = `Only ${many}, so \`${node.count} of\` can never match. Lower the number.`;
    return [diagnostic("error", "quantifier-never-matches", message, node.span)];
  }
  return [];
}

// src/pipeline/rewrite.ts
function rewriteItems(rule, step, rewrite) {
  let changed = false;
  const visit2 = (node) => {
    if (node.kind === "detection-item") {
      if (!step.itemMatches(node)) return node;
      const result = rewrite(node);
      if (result !== node) changed = true;
      mark(node, result, step);
      return result;
    }
    const items = node.items.flatMap((n) => visit2(n) ?? []);
    if (items.length === node.items.length && items.every((n, i) => n === node.items[i]))
      return node;
    return items.length === 0 && node.items.length > 0 ? null : { ...node, items };
  };
  const identifiers = rule.detection.identifiers.map((identifier) => {
    const body = visit2(identifier.body);
    if (body === identifier.body) return identifier;
    const empty = {
      kind: "detection-group",
      linking: "all",
      items: [],
      span: identifier.span
    };
    return { ...identifier, body: body ?? empty };
  });
  if (!changed) return rule;
  return { ...rule, detection: { ...rule.detection, identifiers } };
}
function rewriteFields(rule, step, rewrite) {
  return rewriteItems(
    rule,
    step,
    (item) => step.fieldMatches(item.field?.text ?? null) ? rewrite(item) : item
  );
}
function mark(before, after, step) {
  const ids = new Set(step.appliedToItem.get(before));
  if (step.id !== null) ids.add(step.id);
  const visit2 = (node) => {
    if (!node) return;
    if (node.kind === "detection-item") {
      if (node !== before || step.id !== null) step.appliedToItem.set(node, ids);
    } else node.items.forEach(visit2);
  };
  visit2(after);
}
function mapValues(item, map) {
  let changed = false;
  const mapped = (value) => {
    const result = map(value);
    if (result !== value) changed = true;
    return Array.isArray(result) ? result : [result];
  };
  const values = item.values.flatMap((value) => {
    if (value.kind === "value-group") {
      return [{ ...value, values: value.values.flatMap(mapped) }];
    }
    const several = mapped(value);
    if (several.length === 1 || item.linking === "any") return several;
    return [{ kind: "value-group", values: several, span: value.span }];
  });
  return changed ? { ...item, values } : item;
}
function valuesOf(item) {
  return item.values.flatMap((v) => v.kind === "value-group" ? v.values : [v]);
}
function overFields(item, fields) {
  const { span, negated } = item;
  if (fields.length === 1) return { ...item, field: fields[0] };
  const group = (linking, items) => items.length === 1 ? items[0] : { kind: "detection-group", linking, items, span };
  const over = (values, linking) => group(
    linking,
    fields.map((field) => ({ ...item, field, values }))
  );
  const holds = (values) => over(values, negated ? "all" : "any");
  const missing = item.values.filter(isOfMissing);
  if (missing.length === 0) return holds(item.values);
  const absent = over(missing, negated ? "any" : "all");
  if (missing.length === item.values.length) return absent;
  const either = item.linking === "any" !== negated ? "any" : "all";
  return group(either, [holds(item.values.filter((v) => !isOfMissing(v))), absent]);
}
function isOfMissing(value) {
  return value.kind === "null" || value.kind === "exists" && !value.expected;
}
function itemsOf(rule) {
  const visit2 = (node) => node.kind === "detection-item" ? [node] : node.items.flatMap(visit2);
  return rule.detection.identifiers.flatMap((i) => visit2(i.body));
}
function withCondition(rule, added, negated) {
  const { span } = added;
  const named2 = { kind: "condition-identifier", name: added.name.text, span };
  const first = negated ? { kind: "condition-not", operand: named2, span } : named2;
  const conditions = rule.detection.conditions.map((condition) => ({
    ...condition,
    expression: {
      kind: "condition-and",
      operands: [first, condition.expression],
      span: condition.span
    }
  }));
  const identifiers = [...rule.detection.identifiers, added];
  return { ...rule, detection: { ...rule.detection, identifiers, conditions } };
}

// src/model/modifiers/number.ts
var DECIMAL = /^([+-]?)(\d*)(?:\.(\d*))?(?:e([+-]?\d{1,3}))?$/i;
function canonicalDecimal(text2) {
  if (/^[+-]?\d{1,15}$/.test(text2)) return String(Number(text2) || 0);
  if (/^0x[\da-f]{1,400}$/i.test(text2) || /^0o[0-7]{1,400}$/i.test(text2))
    return String(BigInt(text2));
  if (text2.length > 1e3) return null;
  const found = DECIMAL.exec(text2);
  if (!found) return null;
  const [, sign, whole = "", fraction = "", exponent = "0"] = found;
  if (whole + fraction === "") return null;
  let digits = whole + fraction;
  let point = whole.length + Number(exponent);
  if (point < 0) {
    digits = "0".repeat(-point) + digits;
    point = 0;
  }
  digits = digits.padEnd(point, "0");
  const integer = BigInt(digits.slice(0, point) || "0").toString();
  const rest = digits.slice(point).replace(/0+$/, "");
  const unsigned = rest === "" ? integer : `${integer}.${rest}`;
  return sign === "-" && unsigned !== "0" ? `-${unsigned}` : unsigned;
}
function numberLiteral(source) {
  const decimal = canonicalDecimal(source);
  return decimal === null ? null : { source, decimal };
}

// src/model/modifiers/draft.ts
function valueOf(scalar, expand) {
  const { value, text: text2, span } = scalar;
  switch (typeof value) {
    case "boolean":
      return { kind: "boolean", value, span };
    case "number":
    case "bigint": {
      const number = numberLiteral(text2);
      if (number) return { kind: "number", number, span };
      break;
    }
    case "object":
      return { kind: "null", span };
  }
  const pattern2 = expand ? parseExpandable(text2) : parsePattern(text2);
  return { kind: "string", pattern: pattern2, cased: false, span };
}
function asString(draft, scalar) {
  const { span } = draft;
  switch (draft.kind) {
    case "string":
      return draft;
    case "number":
    case "boolean":
      return { kind: "string", pattern: [scalar.text], cased: false, span };
    case "bytes":
      return bytesAsString(draft);
    default:
      return null;
  }
}
function bytesAsString({ bytes, cased, span }) {
  const text2 = binaryText(bytes);
  return { kind: "string", pattern: text2 === "" ? [] : [text2], cased, span };
}
function binaryText(bytes) {
  let text2 = "";
  for (const byte of bytes) text2 += String.fromCharCode(byte);
  return text2;
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

// src/pipeline/values.ts
function plainText(pattern2) {
  return pattern2.map((p) => {
    if (typeof p === "string") return p;
    return p.kind === "placeholder" ? `%${p.name}%` : p.kind === "any" ? "*" : "?";
  }).join("");
}
function writtenValue(scalar, span) {
  return { ...valueOf(scalar, false), span };
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
      return typeof wanted === "string" && [plainText(value.pattern), printPattern(value.pattern)].includes(wanted);
    case "number":
      return typeof wanted === "number" && Number(value.number.decimal) === wanted;
    case "boolean":
      return value.value === wanted;
    case "null":
      return wanted === null;
    default:
      return false;
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
  const byField = /* @__PURE__ */ new Map();
  const unknown = [];
  for (const value of valuesOf(item)) {
    const text2 = value.kind === "string" ? plainText(value.pattern).replace(/^\*+|\*+$/g, "") : "";
    const [, named2, rest] = /^(\w+)[=|](.*)$/.exec(text2) ?? [];
    const hash = rest ?? text2;
    const algorithm = named2?.toUpperCase() ?? LENGTHS[hash.length] ?? "";
    const field = fieldOf(algorithm);
    if (field === null || value.kind !== "string") {
      unknown.push({ text: text2, span: value.span });
      continue;
    }
    const values = byField.get(field) ?? [];
    values.push({ ...value, pattern: parsePattern(hash) });
    byField.set(field, values);
  }
  const span = item.field?.span ?? item.span;
  const items = [...byField].map(([text2, values]) => ({
    ...item,
    field: { text: text2, span, mapped: true },
    values
  }));
  if (items.length === 0) return { node: item, unknown };
  if (items.length === 1) return { node: items[0], unknown };
  const all = item.linking === "all" !== item.negated;
  const node = {
    kind: "detection-group",
    linking: all ? "all" : "any",
    items,
    span: item.span
  };
  return { node, unknown };
}

// src/model/regex/escape.ts
var SETS = {
  d: "digit",
  w: "word",
  s: "space",
  h: "horizontal-space",
  v: "vertical-space"
};
var ANCHORS = {
  b: "word-boundary",
  B: "not-word-boundary",
  A: "text-start",
  z: "text-end",
  Z: "text-end-or-newline"
};
var CONTROLS = { n: 10, r: 13, t: 9, f: 12, e: 27, a: 7 };
var POSIX = /* @__PURE__ */ new Set([
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
  const start = cursor.at;
  const { source } = cursor;
  const c = source[start + 1];
  if (c === void 0) {
    return fail("A backslash ends the pattern. Write \\\\ for the character.", start, start + 1);
  }
  const anchor = ANCHORS[c];
  if (anchor) {
    cursor.at += 2;
    return { kind: "anchor", anchor };
  }
  if (c === "R") {
    cursor.at += 2;
    return { kind: "line-break" };
  }
  if (c === "N" && source[start + 2] !== "{") {
    cursor.at += 2;
    return { kind: "item", item: { kind: "range", from: 10, to: 10 }, negated: true };
  }
  const rest = source.slice(start, start + 80);
  const reference = /^\\(?:k(?:<(\w+)>|\{(\w+)\}|'(\w+)')|g(?:(\d+)|\{(\w+)\}))/.exec(rest);
  if (reference) {
    cursor.at += reference[0].length;
    const to = reference.slice(1).find((x) => x !== void 0);
    return { kind: "backreference", to: /^\d+$/.test(to) ? Number(to) : to };
  }
  const digits = /^\\([1-9]\d{0,2})/.exec(rest)?.[1];
  if (digits !== void 0 && (Number(digits) < 10 || Number(digits) <= groups)) {
    cursor.at += 1 + digits.length;
    return { kind: "backreference", to: Number(digits) };
  }
  return commonEscape(cursor);
}
function commonEscape(cursor) {
  const start = cursor.at;
  const { source } = cursor;
  const c = source[start + 1];
  const set = SETS[c.toLowerCase()];
  if (set) {
    cursor.at += 2;
    const negated = c !== c.toLowerCase();
    return { kind: "item", item: { kind: "set", set, negated: false }, negated };
  }
  const control = CONTROLS[c];
  if (control !== void 0) {
    cursor.at += 2;
    return { kind: "literal", codePoint: control };
  }
  const rest = source.slice(start, start + 80);
  const code = /^\\(?:x\{([\da-f]{1,6})\}|x([\da-f]{0,2})|o\{([0-7]{1,7})\}|(0[0-7]{0,2}|[1-7][0-7]{1,2}))/i.exec(
    rest
  );
  if (code) {
    const [whole, braced, short, octal, digits] = code;
    cursor.at += whole.length;
    const codePoint2 = octal !== void 0 || digits !== void 0 ? parseInt(octal ?? digits, 8) : parseInt(braced ?? (short === "" ? "0" : short), 16);
    if (codePoint2 > 1114111) fail("There is no such character.", start, cursor.at);
    return { kind: "literal", codePoint: codePoint2 };
  }
  const property = /^\\([pP])(?:\{(\^?)([A-Za-z_& ]+)\}|([A-Z]))/.exec(rest);
  if (property) {
    cursor.at += property[0].length;
    const negated = property[1] === "P" !== (property[2] === "^");
    const name = property[3] ?? property[4];
    return { kind: "item", item: { kind: "property", name, negated: false }, negated };
  }
  if (c === "c" && /^\\c[\x20-\x7e]/.test(rest)) {
    cursor.at += 3;
    return { kind: "literal", codePoint: rest[2].toUpperCase().charCodeAt(0) ^ 64 };
  }
  if (c === "u" && /^\\u[\da-f]{4}/i.test(rest)) {
    return fail(`PCRE has no \\u. Write \\x{${rest.slice(2, 6)}}.`, start, start + 6);
  }
  if (/[A-Za-z0-9]/.test(c)) {
    return fail(
      `There is no escape \\${c} here. Write ${c} alone, or \\\\${c} after a backslash.`,
      start,
      start + 2
    );
  }
  const codePoint = source.codePointAt(start + 1);
  cursor.at += codePoint > 65535 ? 3 : 2;
  return { kind: "literal", codePoint };
}
function parseClass(cursor) {
  const start = cursor.at;
  const { source } = cursor;
  cursor.at++;
  const negated = source[cursor.at] === "^";
  if (negated) cursor.at++;
  const items = [];
  for (let first = true; ; first = false) {
    const c = source[cursor.at];
    if (c === void 0)
      fail("This bracket is never closed. Write \\[ for the character.", start, start + 1);
    if (c === "]" && !first) {
      cursor.at++;
      return { negated, items };
    }
    const posix = /^\[:(\^?)([a-z]+):\]/.exec(source.slice(cursor.at, cursor.at + 16));
    if (posix) {
      if (!POSIX.has(posix[2])) {
        fail(`There is no class [:${posix[2]}:].`, cursor.at, cursor.at + posix[0].length);
      }
      items.push({ kind: "set", set: posix[2], negated: posix[1] === "^" });
      cursor.at += posix[0].length;
      continue;
    }
    items.push(classRange(cursor));
  }
}
function classRange(cursor) {
  const start = cursor.at;
  const from = classAtom(cursor);
  if (typeof from !== "number") return from;
  const { source } = cursor;
  if (source[cursor.at] !== "-" || source[cursor.at + 1] === "]" || cursor.at + 1 >= source.length) {
    return { kind: "range", from, to: from };
  }
  cursor.at++;
  const before = cursor.at;
  const to = classAtom(cursor);
  if (typeof to !== "number") {
    cursor.at = before - 1;
    return { kind: "range", from, to: from };
  }
  if (to < from) fail("This range is the wrong way round.", start, cursor.at);
  return { kind: "range", from, to };
}
function classAtom(cursor) {
  const { source } = cursor;
  if (source[cursor.at] === "\\") {
    if (source[cursor.at + 1] === "b") {
      cursor.at += 2;
      return 8;
    }
    if (source[cursor.at + 1] === void 0) {
      return fail("A backslash ends the pattern.", cursor.at, cursor.at + 1);
    }
    const escape = commonEscape(cursor);
    if (escape.kind === "literal") return escape.codePoint;
    if (escape.kind === "item" && escape.item.kind !== "range") {
      return { ...escape.item, negated: escape.negated };
    }
    return fail("This escape cannot stand in brackets.", cursor.at - 2, cursor.at);
  }
  const codePoint = source.codePointAt(cursor.at);
  cursor.at += codePoint > 65535 ? 2 : 1;
  return codePoint;
}

// src/model/regex/parse.ts
var MAX_DEPTH = 250;
var MAX_REPEAT = 65535;
function parseRegex(source, _flags) {
  try {
    return { ast: new RegexParser(source).parse() };
  } catch (error) {
    if (!(error instanceof RegexSyntaxError)) throw error;
    const { message, start, end } = error;
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
};
var RegexParser = class {
  constructor(source) {
    this.source = source;
  }
  source;
  at = 0;
  depth = 0;
  groups = 0;
  parse() {
    const ast = this.alternation();
    if (this.at < this.source.length) {
      this.fail("This parenthesis closes nothing. Write \\) for the character.", this.at);
    }
    return ast;
  }
  fail(message, start, end = start + 1) {
    throw new RegexSyntaxError(message, start, end);
  }
  eat(text2) {
    if (!this.source.startsWith(text2, this.at)) return false;
    this.at += text2.length;
    return true;
  }
  /** Up to the group's end. Flags set within it hold up to there, in later branches too. */
  alternation() {
    const start = this.at;
    let active = null;
    const options = [];
    do {
      const branch = this.sequence(active);
      options.push(branch.node);
      active = branch.flags;
    } while (this.eat("|"));
    if (options.length === 1) return options[0];
    return { kind: "alternation", options, start, end: this.at };
  }
  sequence(flags) {
    const start = this.at;
    const done = [];
    let items = [];
    let from = start;
    const close = () => {
      if (flags && items.length > 0) done.push(flagGroup(flags, sequenceOf(items, from, this.at)));
      else done.push(...items);
      items = [];
      from = this.at;
    };
    while (this.at < this.source.length && !"|)".includes(this.source[this.at])) {
      const change = this.inlineFlags();
      if (change) {
        close();
        flags = { ...flags, ...change };
        continue;
      }
      if (this.skipComment() || this.skipQuoteMarks(items)) continue;
      items.push(this.quantified(this.term()));
    }
    close();
    return { node: sequenceOf(done, start, this.at), flags };
  }
  /** `(?i)` on its own; `(?i:…)` is a group. */
  inlineFlags() {
    const found = /^\(\?([a-z^]*)(?:-([a-z]+))?\)/i.exec(this.source.slice(this.at, this.at + 24));
    if (!found) return null;
    const change = this.flagChange(found[1], found[2] ?? "");
    this.at += found[0].length;
    return change;
  }
  flagChange(on, off) {
    const change = {};
    for (const [letters, value] of [
      [on, true],
      [off, false]
    ]) {
      for (const letter of letters) {
        if (letter === "i") change.ignoreCase = value;
        else if (letter === "m") change.multiLine = value;
        else if (letter === "s") change.dotAll = value;
        else
          this.fail(
            `The flag \`${letter}\` is not supported; i, m and s are.`,
            this.at,
            this.at + 4
          );
      }
    }
    return change;
  }
  skipComment() {
    if (!this.source.startsWith("(?#", this.at)) return false;
    const end = this.source.indexOf(")", this.at);
    if (end < 0) this.fail("This comment is never closed.", this.at, this.at + 3);
    this.at = end + 1;
    return true;
  }
  /** `\Q…\E` is text as it stands. */
  skipQuoteMarks(items) {
    if (this.eat("\\E")) return true;
    if (!this.eat("\\Q")) return false;
    const end = this.source.indexOf("\\E", this.at);
    const stop = end < 0 ? this.source.length : end;
    while (this.at < stop) items.push(this.literal());
    if (end >= 0) this.at += 2;
    const last = items.pop();
    if (last) items.push(this.quantified(last));
    return true;
  }
  literal() {
    const start = this.at;
    const codePoint = this.source.codePointAt(start);
    this.at += codePoint > 65535 ? 2 : 1;
    return { kind: "literal", codePoint, start, end: this.at };
  }
  term() {
    const start = this.at;
    const c = this.source[start];
    switch (c) {
      case ".":
        this.at++;
        return { kind: "dot", start, end: this.at };
      case "^":
      case "$":
        this.at++;
        return this.anchor(c === "^" ? "line-start" : "line-end", start);
      case "(":
        return this.group();
      case "[": {
        const { negated, items } = parseClass(this);
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
    const start = this.at;
    const escape = parseEscape(this, this.groups);
    const at2 = { start, end: this.at };
    switch (escape.kind) {
      case "literal":
        return { kind: "literal", codePoint: escape.codePoint, ...at2 };
      case "item":
        return { kind: "class", negated: escape.negated, items: [escape.item], ...at2 };
      case "anchor":
        return { kind: "anchor", anchor: escape.anchor, ...at2 };
      case "backreference":
        return { kind: "backreference", to: escape.to, ...at2 };
      case "line-break": {
        const pair = sequenceOf(
          [13, 10].map((codePoint) => ({ kind: "literal", codePoint, ...at2 })),
          at2.start,
          at2.end
        );
        const item = { kind: "set", set: "vertical-space", negated: false };
        const options = [
          pair,
          { kind: "class", negated: false, items: [item], ...at2 }
        ];
        const body = { kind: "alternation", options, ...at2 };
        return { kind: "group", capture: null, atomic: false, flags: null, body, ...at2 };
      }
    }
  }
  group() {
    const start = this.at;
    this.at++;
    if (++this.depth > MAX_DEPTH) {
      this.fail(`Groups nest deeper than ${MAX_DEPTH}. Flatten the pattern.`, start);
    }
    const opening2 = this.groupOpening(start);
    const body = this.alternation();
    if (!this.eat(")"))
      this.fail("This parenthesis is never closed. Write \\( for the character.", start);
    this.depth--;
    const at2 = { start, end: this.at };
    if (opening2.kind === "look") return { ...opening2, body, ...at2 };
    return { kind: "group", ...opening2.of, body, ...at2 };
  }
  groupOpening(start) {
    const plain = { capture: null, atomic: false, flags: null };
    if (!this.eat("?")) {
      if (this.source[this.at] === "*") {
        this.fail("Verbs such as (*SKIP) are not supported.", start, start + 2);
      }
      return { kind: "plain", of: { ...plain, capture: { index: ++this.groups, name: null } } };
    }
    if (this.eat(":")) return { kind: "plain", of: plain };
    if (this.eat(">")) return { kind: "plain", of: { ...plain, atomic: true } };
    if (this.eat("=")) return { kind: "look", direction: "ahead", negated: false };
    if (this.eat("!")) return { kind: "look", direction: "ahead", negated: true };
    if (this.eat("<=")) return { kind: "look", direction: "behind", negated: false };
    if (this.eat("<!")) return { kind: "look", direction: "behind", negated: true };
    const rest = this.source.slice(this.at, this.at + 80);
    const named2 = /^P?<([A-Za-z_]\w*)>|^'([A-Za-z_]\w*)'/.exec(rest);
    if (named2) {
      this.at += named2[0].length;
      const name = named2[1] ?? named2[2];
      return { kind: "plain", of: { ...plain, capture: { index: ++this.groups, name } } };
    }
    const flags = /^([a-z^]*)(?:-([a-z]+))?:/i.exec(rest);
    if (flags) {
      const change = this.flagChange(flags[1], flags[2] ?? "");
      this.at += flags[0].length;
      return { kind: "plain", of: { ...plain, flags: change } };
    }
    return this.fail("This kind of group is not supported.", start, start + 3);
  }
  quantified(body) {
    let node = body;
    for (; ; ) {
      const start = this.at;
      const count = this.count();
      if (!count) return node;
      if (node.kind === "repeat" && node.start === body.start && node !== body) {
        this.fail("A repetition cannot be repeated. Put it in parentheses.", start);
      }
      if (node.kind === "anchor" && count.max === null && count.min > 0) return node;
      const mode = this.eat("?") ? "lazy" : this.eat("+") ? "possessive" : "greedy";
      node = { kind: "repeat", body: node, ...count, mode, start: body.start, end: this.at };
    }
  }
  count() {
    if (this.eat("*")) return { min: 0, max: null };
    if (this.eat("+")) return { min: 1, max: null };
    if (this.eat("?")) return { min: 0, max: 1 };
    const found = /^\{(\d{1,9})(,(\d{1,9})?)?\}/.exec(this.source.slice(this.at, this.at + 24));
    if (!found) return null;
    const min = Number(found[1]);
    const max = found[2] === void 0 ? min : found[3] === void 0 ? null : Number(found[3]);
    if (min > MAX_REPEAT || (max ?? 0) > MAX_REPEAT || max !== null && max < min) {
      this.fail(
        "This count is too large, or its bounds are the wrong way round.",
        this.at,
        this.at + found[0].length
      );
    }
    this.at += found[0].length;
    return { min, max };
  }
};
function sequenceOf(items, start, end) {
  if (items.length === 1) return items[0];
  return { kind: "sequence", items, start, end };
}
function flagGroup(flags, body) {
  const { start, end } = body;
  return { kind: "group", capture: null, atomic: false, flags, body, start, end };
}

// src/pipeline/sources/escapes.ts
var ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };
var SPECIAL = /[&<>]/;
function withXmlEscapes(value) {
  if (value.kind === "regex") {
    const regex = escapedRegex(value.regex);
    return regex === value.regex ? value : { ...value, regex };
  }
  if (value.kind !== "string") return value;
  const isSpecial = (part) => typeof part === "string" && SPECIAL.test(part);
  if (!value.pattern.some(isSpecial)) return value;
  const pattern2 = value.pattern.map((p) => typeof p === "string" ? escaped(p) : p);
  return [value, { ...value, pattern: pattern2 }];
}
function escaped(text2) {
  return text2.replace(/[&<>]/g, (c) => ENTITIES[c]);
}
function escapedRegex(regex) {
  if (!SPECIAL.test(regex.source)) return regex;
  const edits = [];
  collect(regex.ast, edits);
  if (edits.length === 0) return regex;
  let source = regex.source;
  for (const { start, end, entities } of edits.sort((a, b) => b.start - a.start)) {
    const alternatives = [source.slice(start, end), ...entities].join("|");
    source = `${source.slice(0, start)}(?:${alternatives})${source.slice(end)}`;
  }
  const parsed = parseRegex(source, regex.flags);
  return "ast" in parsed ? { ...regex, source, ast: parsed.ast } : regex;
}
function collect(node, edits) {
  switch (node.kind) {
    case "alternation":
      for (const option of node.options) collect(option, edits);
      break;
    case "sequence":
      for (const item of node.items) collect(item, edits);
      break;
    case "group":
    case "repeat":
      collect(node.body, edits);
      break;
    case "look":
      if (node.direction === "ahead") collect(node.body, edits);
      break;
    case "literal":
    case "class": {
      const entities = Object.keys(ENTITIES).filter((c) => isIn(node, c.charCodeAt(0)));
      if (entities.length === 0) break;
      edits.push({ ...node, entities: entities.map((c) => ENTITIES[c]) });
      break;
    }
  }
}
function isIn(node, codePoint) {
  if (node.kind === "literal") return node.codePoint === codePoint;
  if (node.kind !== "class" || node.negated) return false;
  return node.items.some((i) => i.kind === "range" && i.from <= codePoint && codePoint <= i.to);
}

// src/pipeline/sources/fields.ts
var FieldReader = class {
  constructor(source, entry2, run) {
    this.source = source;
    this.entry = entry2;
    const names = source.schema === null ? source.tables : [source.schema];
    this.table = run.tables && columnsOfAll(names, run.tables);
  }
  source;
  entry;
  missing = [];
  hasKeywords = false;
  table;
  computed = /* @__PURE__ */ new Map();
  used = /* @__PURE__ */ new Set();
  item(written) {
    const item = this.source.escapes === "xml" ? mapValues(written, withXmlEscapes) : written;
    const { field } = item;
    if (field === null) {
      this.hasKeywords = true;
      for (const name of this.source.keywords) this.used.add(name);
      return item;
    }
    const rule = this.ruleFor(field);
    if (!rule) return this.lacks(item, field, null);
    const unheld = unheldBy(rule, item);
    if (unheld !== null) return this.lacks(item, field, unheld);
    switch (rule.kind) {
      case "renamed":
        return this.renamed(item, field, rule);
      case "computed":
        return this.referring({ ...item, field: this.compute(field, rule) });
      case "hashes": {
        const split2 = splitHashes(item, (algorithm) => rule.algorithms.get(algorithm) ?? null);
        const [unknown] = split2.unknown;
        if (unknown) return this.lacks(item, field, `no field for ${unknown.text}`);
        for (const name of rule.algorithms.values()) this.used.add(name);
        return split2.node;
      }
    }
  }
  /** What a field is called here; null if it is not one name or several. */
  names(field) {
    const rule = this.ruleFor(field);
    if (rule?.kind === "renamed" && rule.values === null) return this.named(field, rule);
    return rule?.kind === "computed" ? [this.compute(field, rule)] : null;
  }
  /** Names to look among for one that was meant. */
  knownNames() {
    const own = this.entry.fields?.values() ?? [];
    return this.table?.keys() ?? [...this.source.fields.keys(), ...own];
  }
  /** Fields of the target's own that are asked for beside the rule's. */
  heed(node) {
    if (node.kind === "detection-group") node.items.forEach((n) => this.heed(n));
    else if (node.field) this.used.add(node.field.text);
  }
  /** What the target must know of the fields that were asked for: their types, and how to read them. */
  columns() {
    const columns = new Map(this.computed);
    for (const name of this.used) {
      if (columns.has(name)) continue;
      const type = typeFor(name, this.source.types) ?? this.table?.get(name);
      if (type !== void 0 && type !== null) columns.set(name, type);
    }
    return columns;
  }
  ruleFor({ text: text2, mapped }) {
    const { fields } = this.source;
    if (mapped && (!this.table || this.table.has(text2))) return keep(text2);
    const named2 = fields.get(text2) ?? fields.get(text2.toLowerCase());
    if (named2) return named2.kind === "renamed" && named2.to.length === 0 ? null : named2;
    if (!this.entry.fields) return this.otherwise(text2);
    const own = this.entry.fields.get(text2.toLowerCase());
    return own === void 0 ? null : this.otherwise(own);
  }
  otherwise(name) {
    for (const other of this.source.others) {
      switch (other.kind) {
        case "keep":
          return keep(name);
        case "prefix":
          return keep(other.prefix + name);
        case "column": {
          const column = columnNamed(name, this.table);
          if (column !== null) return keep(column);
          break;
        }
        case "computed":
          if (other.after === null || name.startsWith(other.after)) {
            return this.otherComputed(name, other);
          }
      }
    }
    return null;
  }
  otherComputed(name, other) {
    const key = other.key ?? name.slice(other.after?.length ?? 0);
    const column = other.columnFirst && this.table?.has(name) ? { column: name } : {};
    return { ...other, key, ...column };
  }
  renamed(item, field, rule) {
    const values = rule.values && this.called(item, field, rule.values);
    if (rule.values && !values) return item;
    let changed = values ?? item;
    if (rule.affixes.length > 0) {
      const surrounded = this.surrounded(changed, rule.affixes);
      if (!surrounded) return this.lacks(item, field, "only texts can be looked for");
      changed = surrounded;
    }
    return overFields(this.referring(changed), this.named(field, rule));
  }
  /** Values as the source calls them; null, and a report, where it has no word for one of them. */
  called(item, field, words) {
    const unknown = valuesOf(item).find((v) => wordFor(v, words) === void 0);
    if (unknown) {
      this.lacks(item, field, `no word for ${textOf(unknown) ?? "what is asked of it"}`);
      return null;
    }
    return mapValues(
      item,
      (value) => wordFor(value, words).map((text2) => ({
        kind: "string",
        pattern: [text2],
        cased: false,
        span: value.span
      }))
    );
  }
  surrounded(item, affixes) {
    if (valuesOf(item).some((v) => v.kind !== "string" && v.kind !== "number")) return null;
    return mapValues(item, (value) => {
      const { span } = value;
      const parts = value.kind === "string" ? value.pattern : [textOf(value) ?? ""];
      const cased = value.kind === "string" && value.cased;
      return affixes.map(({ before, after }) => ({
        kind: "string",
        pattern: pattern([...before, ...parts, ...after]),
        cased,
        span
      }));
    });
  }
  /** References to other fields, under the names that those have here. */
  referring(item) {
    if (!item.values.some((v) => v.kind === "field-ref" || v.kind === "value-group")) return item;
    return mapValues(item, (value) => {
      if (value.kind !== "field-ref") return value;
      const other = { text: value.field, span: value.span };
      const names = this.names(other);
      if (!names) {
        this.missing.push({ field: value.field, span: value.span, reason: null });
        return value;
      }
      return names.map(({ text: text2 }) => ({ ...value, field: text2 }));
    });
  }
  named({ span, mapped }, { to, kept: kept2 }) {
    return to.map((text2) => {
      this.used.add(text2);
      return kept2 && !mapped ? { text: text2, span } : { text: text2, span, mapped: true };
    });
  }
  /**
   * Under a name that no column of the table has, so that the query can give it one; or under that
   * of the column which goes before what is read, and whose place it takes.
   */
  compute({ text: text2, span }, rule) {
    const { as, of, key, to, without: without2, empty, column: first } = rule;
    const column = {
      type: "string",
      as,
      of,
      key: key ?? text2,
      ...without2 === void 0 ? {} : { without: without2 },
      ...empty === void 0 ? {} : { empty },
      ...first === void 0 ? {} : { first }
    };
    const spelt = to ?? (key?.toLowerCase() === text2.toLowerCase() ? key : text2);
    const plain = first ?? spelt.replace(/\W+/g, "_");
    const base = first === void 0 && this.table?.has(plain) ? `${of}_${plain}` : plain;
    let name = base;
    for (let n = 2; this.computed.has(name) && !isSame(this.computed.get(name), column); n++) {
      name = `${base}_${n}`;
    }
    this.computed.set(name, column);
    this.used.add(of);
    if (key !== null) this.used.add(key);
    return { text: name, span, mapped: true };
  }
  lacks(item, field, reason) {
    this.missing.push({ field: field.text, span: field.span, reason });
    return item;
  }
};
var MOST_NAMES = 1e4;
var kept = /* @__PURE__ */ new Map();
function keep(name) {
  let rule = kept.get(name);
  if (!rule) {
    rule = { kind: "renamed", to: [name], affixes: [], values: null, kept: true };
    if (kept.size < MOST_NAMES) kept.set(name, rule);
  }
  return rule;
}
function isSame(a, b) {
  return JSON.stringify(a) === JSON.stringify(b);
}
function wordFor(value, words) {
  const text2 = value.kind === "string" ? literalText(value.pattern) : textOf(value);
  return text2 === null ? void 0 : words.get(text2.toLowerCase());
}
function unheldBy({ cased = true, never: never2 = [] }, item) {
  if (cased && never2.length === 0) return null;
  for (const value of valuesOf(item)) {
    if (!cased && heedsCase(value)) return "it does not keep upper and lower case apart";
    const text2 = value.kind === "string" ? plainText(value.pattern) : null;
    if (text2 !== null && never2.some((mask) => fits2(text2.toLowerCase(), mask)))
      return `a text such as \`${text2}\` is never there`;
  }
  return null;
}
function heedsCase(value) {
  if (value.kind === "regex") return !value.regex.flags.ignoreCase;
  return (value.kind === "string" || value.kind === "field-ref") && value.cased;
}
function fits2(text2, mask) {
  const starts = mask.startsWith("*");
  const ends = mask.endsWith("*");
  const middle = mask.slice(starts ? 1 : 0, ends ? -1 : void 0);
  if (starts && ends) return text2.includes(middle);
  if (starts) return text2.endsWith(middle);
  return ends ? text2.startsWith(middle) : text2 === middle;
}
function columnNamed(name, table) {
  if (!table) return null;
  if (table.has(name)) return name;
  const lower2 = name.toLowerCase();
  for (const column of table.keys()) if (column.toLowerCase() === lower2) return column;
  return null;
}
var typesOf = /* @__PURE__ */ new WeakMap();
function typeFor(name, types) {
  if (types.size === 0) return void 0;
  let known = typesOf.get(types);
  if (!known) typesOf.set(types, known = /* @__PURE__ */ new Map());
  if (known.has(name)) return known.get(name);
  const type = findType(name, types);
  if (known.size < MOST_NAMES) known.set(name, type);
  return type;
}
function findType(name, types) {
  const exact = types.get(name);
  if (exact !== void 0) return exact;
  for (let end = name.length; end >= 0; end--) {
    const type = types.get(`${name.slice(0, end)}*`);
    if (type !== void 0) return type;
  }
  return void 0;
}

// src/pipeline/sources/needs.ts
function asksAlways({ detection }, field) {
  const { identifiers, conditions } = detection;
  const wanted = field.toLowerCase();
  const inBody = (node) => {
    if (node.kind === "detection-item") {
      return node.field?.text.toLowerCase() === wanted && !node.negated;
    }
    return node.linking === "all" ? node.items.some(inBody) : everyOf(node.items, inBody);
  };
  const inCondition = (node) => {
    switch (node.kind) {
      case "condition-and":
        return node.operands.some(inCondition);
      case "condition-or":
        return everyOf(node.operands, inCondition);
      case "condition-not":
        return false;
      case "condition-identifier": {
        const named2 = identifiers.find((i) => i.name.text === node.name);
        return named2 !== void 0 && inBody(named2.body);
      }
      case "condition-quantified": {
        const bodies = resolveIdentifiers(node, identifiers).map((i) => i.body);
        const needed = node.count === "all" ? bodies.length : node.count;
        return bodies.filter(inBody).length > bodies.length - needed;
      }
    }
  };
  return everyOf(conditions, ({ expression }) => inCondition(expression));
}
function everyOf(items, holds) {
  return items.length > 0 && items.every(holds);
}

// src/pipeline/sources/choose.ts
function chooseSource(rule, sources, run) {
  const { candidates, name } = candidatesFor(rule, sources, run);
  if (candidates.length === 0) {
    const { span } = rule.logsource;
    const [table, ...others] = run.tablesChosen;
    if (table !== void 0 && others.length === 0) {
      run.state.set("query_table", table);
      const message = `Reads ${table}, as you chose. The pipeline knows no events of ${name} there, so fields keep their names.`;
      run.report(diagnostic("note", "source-chosen", message, span));
      return { rule, source: null };
    }
    run.report(
      diagnostic("error", "source-unknown", unknownMessage(rule, name, sources, run), span)
    );
    return { rule, source: null };
  }
  const used = usedIdentifiers(rule);
  const tried = [];
  for (const { source, entry: entry2 } of candidates) {
    const attempt = attemptWith(source, entry2, rule, used, run);
    if (attempt.missing.length === 0) {
      return { rule: forSource(rule, name, attempt, tried, run), source: { source, entry: entry2 } };
    }
    tried.push(attempt);
    if (source.last) break;
  }
  refuse(tried, run);
  return { rule, source: null };
}
var candidatesOf = /* @__PURE__ */ new WeakMap();
var MOST_REMEMBERED = 1e3;
function candidatesFor({ logsource }, sources, { tablesChosen }) {
  let known = candidatesOf.get(sources);
  if (!known) candidatesOf.set(sources, known = /* @__PURE__ */ new Map());
  const key = keyOf(logsource, tablesChosen);
  let found = known.get(key);
  if (!found) {
    const candidates = sources.flatMap((source) => {
      if (source.refusal !== null) return [];
      const entry2 = source.logSources.find((e) => isOf(logsource, e));
      const chosenSource = entry2 && amongChosen(source, tablesChosen);
      return chosenSource ? [{ source: chosenSource, entry: entry2 }] : [];
    });
    found = { name: named(logsource), candidates };
    if (known.size < MOST_REMEMBERED) known.set(key, found);
  }
  return found;
}
function keyOf(logsource, tables) {
  let key = "";
  for (const part of LOG_SOURCE_KEYS) {
    for (const { text: text2 } of logsource[part]) key += `${text2.length}:${text2}`;
    key += "/";
  }
  for (const text2 of tables) key += `${text2.length}:${text2}`;
  return key;
}
function amongChosen(source, chosen) {
  if (chosen.length === 0) return source;
  const bare = (table) => table.replace(/\(\)$/, "");
  const tables = source.tables.filter((t) => chosen.some((c) => bare(c) === bare(t)));
  if (tables.length === 0) return null;
  if (tables.length === source.tables.length) return source;
  const name = source.name === source.tables.join(" and ") ? tables.join(" and ") : source.name;
  return { ...source, tables, name };
}
function isOf(logsource, { keys }) {
  return LOG_SOURCE_KEYS.every((key) => {
    const wanted = keys[key];
    if (!wanted) return true;
    const given = logsource[key];
    return wanted.length === 0 ? given.length === 0 : given.some((n) => wanted.includes(n.text.toLowerCase()));
  });
}
function unknownMessage(rule, what, sources, run) {
  if (run.tablesChosen.length > 0) {
    return `The pipeline knows no events of ${what} in ${run.tablesChosen.join(", ")}. Choose another table, or convert with \`-p none\`.`;
  }
  const known = sources.find(
    (s) => s.refusal !== null && s.logSources.some((e) => isOf(rule.logsource, e))
  );
  const why = known ? ` ${known.refusal}` : "";
  const tables = sources.some((s) => s.tables.length > 0);
  const help = tables ? `Name the table that you keep it in (-O ${run.target}.table=\u2026), or write` : "Write";
  return `The pipeline knows no source for ${what}.${why} ${help} \`sources\` in a pipeline of your own.`;
}
function named(logsource) {
  const parts = LOG_SOURCE_KEYS.flatMap((key) => logsource[key].map((n) => `${key} ${n.text}`));
  return parts.join(", ") || "a log source without a name";
}
var NEEDED = "only for rules that always ask for it";
function attemptWith(source, entry2, rule, used, run) {
  const reader = new FieldReader(source, entry2, run);
  const identifiers = rule.detection.identifiers.map((identifier) => {
    if (!used.has(identifier)) return identifier;
    const body = mapItems(identifier.body, (item) => reader.item(item));
    return body === identifier.body ? identifier : { ...identifier, body };
  });
  const { span } = rule.logsource;
  const unmet = source.needs.filter((field) => !asksAlways(rule, field)).map((field) => ({ field, span, reason: NEEDED }));
  const missing = [...reader.missing, ...unmet];
  return { source, entry: entry2, reader, identifiers, missing };
}
function forSource(rule, name, attempt, tried, run) {
  const { source, entry: entry2, reader, identifiers } = attempt;
  const { span } = rule.logsource;
  const fields = rule.fields.flatMap((f) => reader.names(f) ?? [f]);
  const detection = { ...rule.detection, identifiers };
  let made = { ...rule, fields, detection };
  const conditions = [
    ...entry2.where ? [mapItems(at(entry2.where, span), (item) => reader.item(item))] : [],
    ...source.where ? [at(source.where, span, true)] : []
  ];
  if (conditions.length > 0) {
    const fresh = { text: freshName(made), span };
    const body = conditions.length === 1 ? conditions[0] : { kind: "detection-group", linking: "all", items: conditions, span };
    made = withCondition(made, { kind: "search-identifier", name: fresh, body, span }, false);
  }
  if (source.where) reader.heed(source.where);
  const [table, ...more] = source.tables;
  if (table !== void 0) run.state.set("query_table", more.length === 0 ? table : source.tables);
  const columns = reader.columns();
  if (columns.size > 0) run.state.set("columns", Object.fromEntries(columns));
  if (reader.hasKeywords && source.keywords.length > 0) {
    run.state.set("keyword_fields", source.keywords);
  }
  for (const [key, value] of source.state) run.state.set(key, value);
  const why = tried.map((t) => `${t.source.name} has no ${listOf(t.missing)}`).join("; ");
  const note = source.note === null ? "" : ` ${source.note}`;
  const message = `Reads ${source.name} for ${name}${why === "" ? "" : `: ${why}`}.${note}`;
  run.report(diagnostic("note", "source-chosen", message, span));
  return made;
}
function listOf(missing) {
  const { line } = positionAt(missing[0].span.file, missing[0].span.start);
  const more = missing.length > 1 ? ` and ${missing.length - 1} more` : "";
  return `\`${missing[0].field}\` (line ${line})${more}`;
}
function refuse(tried, run) {
  const best = tried.reduce((a, b) => distanceOf(b) < distanceOf(a) ? b : a);
  for (const { field, span, reason } of best.missing) {
    const parts = tried.map((attempt) => whyNot(attempt, field));
    const tables = [...new Set(parts)].join(", ");
    const [what, help] = reason === NEEDED ? [
      `is for rules that do not always ask for \`${field}\``,
      "Ask for it in every way that the rule can be satisfied."
    ] : [
      reason === null ? `has the field \`${field}\`` : `holds this of \`${field}\``,
      `Map it to a field that is there, in a pipeline of your own: \`mapping: {${field}: \u2026}\`.`
    ];
    const message = `No source of this log source ${what}. Tried: ${tables}. ${help}`;
    run.report(diagnostic("error", "field-not-in-source", message, span));
  }
}
function distanceOf({ missing }) {
  return missing.length + (missing.some((m) => m.reason === NEEDED) ? 1e3 : 0);
}
function whyNot({ source, reader, missing }, field) {
  const here = missing.find((m) => m.field === field);
  if (!here) return `${source.name} (has it, but no \`${missing[0].field}\`)`;
  if (here.reason !== null) return `${source.name} (${here.reason})`;
  const like = nearest(field, reader.knownNames());
  return like === null || like === field ? source.name : `${source.name} (nearest: \`${like}\`)`;
}
function usedIdentifiers(rule) {
  const { identifiers, conditions } = rule.detection;
  const used = /* @__PURE__ */ new Set();
  const visit2 = (node) => {
    switch (node.kind) {
      case "condition-and":
      case "condition-or":
        node.operands.forEach(visit2);
        break;
      case "condition-not":
        visit2(node.operand);
        break;
      case "condition-identifier": {
        const named2 = identifiers.find((i) => i.name.text === node.name);
        if (named2) used.add(named2);
        break;
      }
      case "condition-quantified":
        for (const i of resolveIdentifiers(node, identifiers)) used.add(i);
    }
  };
  for (const { expression } of conditions) visit2(expression);
  return used;
}
function mapItems(node, map) {
  if (node.kind === "detection-item") return map(node);
  const items = node.items.map((n) => mapItems(n, map));
  return items.every((n, i) => n === node.items[i]) ? node : { ...node, items };
}
function at(node, span, mapped = false) {
  if (node.kind === "detection-group") {
    return { ...node, items: node.items.map((n) => at(n, span, mapped)), span };
  }
  const field = node.field && {
    text: node.field.text,
    span,
    ...mapped ? { mapped: true } : {}
  };
  const values = node.values.map(
    (v) => v.kind === "value-group" ? { ...v, values: v.values.map((inner) => ({ ...inner, span })), span } : { ...v, span }
  );
  return { ...node, field, values, span };
}

// src/pipeline/apply.ts
function inOrder(pipelines) {
  return [...pipelines].sort((a, b) => a.priority - b.priority);
}
function applyPipelines(rule, pipelines, options) {
  if (pipelines.length === 0) return { ...UNTOUCHED, rule };
  const { target, onStep } = options;
  const diagnostics = [];
  const { ordered, variables, sources } = prepare(pipelines, target);
  const run = newRun(options, variables, diagnostics);
  let current = rule;
  for (const pipeline of ordered) {
    if (pipeline.targets.length > 0 && !pipeline.targets.includes(target)) {
      const message = `The pipeline ${pipeline.name} is for ${pipeline.targets.join(", ")}, and not for ${target}. Leave it out, or add ${target} to its \`allowed_backends\`.`;
      diagnostics.push(
        diagnostic("error", "pipeline-not-for-target", message, rule.logsource.span)
      );
      continue;
    }
    for (const item of pipeline.items) {
      const before = current;
      current = runItem(item, before, run);
      if (current !== before) onStep?.(item, before, current);
    }
  }
  const { state } = run;
  if (sources.length === 0) return { rule: current, state, diagnostics, run, source: null };
  const chosen = chooseSource(current, sources, run);
  onStep?.("sources", current, chosen.rule);
  return { rule: chosen.rule, state, diagnostics, run, source: chosen.source };
}
var preparedOf = /* @__PURE__ */ new WeakMap();
function prepare(pipelines, target) {
  let prepared = preparedOf.get(pipelines);
  if (prepared?.target === target) return prepared;
  const ordered = inOrder(pipelines);
  const variables = Object.assign({}, ...ordered.map((p) => p.variables));
  prepared = { target, ordered, variables, sources: sourcesOf(ordered, target) };
  preparedOf.set(pipelines, prepared);
  return prepared;
}
function sourcesOf(pipelines, target) {
  const [first, ...others] = pipelines.filter(
    (p) => p.sources.length > 0 && (p.targets.length === 0 || p.targets.includes(target))
  );
  if (!first) return [];
  return others.length === 0 ? first.sources : [first, ...others].flatMap((p) => p.sources);
}
function newRun({ target, tables, tablesChosen = [] }, variables, diagnostics) {
  return {
    target,
    variables,
    state: /* @__PURE__ */ new Map(),
    attributes: /* @__PURE__ */ new Map(),
    applied: /* @__PURE__ */ new Set(),
    appliedToItem: /* @__PURE__ */ new Map(),
    appliedToField: /* @__PURE__ */ new Map(),
    report: (d) => diagnostics.push(d),
    tables,
    tablesChosen
  };
}
var UNTOUCHED = {
  state: /* @__PURE__ */ new Map(),
  diagnostics: [],
  run: newRun({ target: "" }, {}, []),
  source: null
};
var MOST_VARIANTS = 32;
function variantsOf(rule) {
  let variants = [rule.logsource];
  for (const key of LOG_SOURCE_KEYS) {
    if (rule.logsource[key].length < 2) continue;
    variants = variants.flatMap((v) => v[key].map((name) => ({ ...v, [key]: [name] })));
    if (variants.length > MOST_VARIANTS) return null;
  }
  return variants.length === 1 ? [rule] : variants.map((logsource) => ({ ...rule, logsource }));
}
function postprocess(query, { rule, run }, pipelines) {
  let text2 = query;
  for (const pipeline of pipelines) {
    for (const item of pipeline.postprocessing) {
      if (!item.appliesTo(rule, run)) continue;
      if (item.id !== null) run.applied.add(item.id);
      text2 = item.apply(text2, rule, run);
    }
  }
  return text2;
}

// src/predicate/from-value.ts
function predicateOf(field, value) {
  if (value.kind === "string") {
    return stringPredicate(field, value.pattern, value.cased, value.span);
  }
  if (field === null) return keyword(value);
  const { span } = value;
  switch (value.kind) {
    case "number":
      return { kind: "number", field, number: value.number, span };
    case "boolean":
      return { kind: "boolean", field, value: value.value, span };
    case "null":
      return { kind: "null", field, span };
    case "exists": {
      const exists = { kind: "exists", field, span };
      return value.expected ? exists : { kind: "not", operand: exists, span };
    }
    case "regex":
      return { kind: "regex", field, regex: value.regex, span };
    case "cidr":
      return { kind: "cidr", field, network: value.network, span };
    case "compare":
      return { kind: "compare", field, operator: value.operator, number: value.number, span };
    case "time-part": {
      const { part, operator, number } = value;
      return { kind: "time-part", field, part, operator, number, span };
    }
    case "field-ref": {
      const other = { text: value.field, span };
      return { kind: "field-ref", field, other, match: value.match, cased: value.cased, span };
    }
  }
}
function keyword(value) {
  const { span } = value;
  switch (value.kind) {
    case "number":
      return stringPredicate(null, [value.number.source], false, span);
    case "boolean":
      return stringPredicate(null, [String(value.value)], false, span);
    case "regex":
      return { kind: "keyword", search: { kind: "regex", regex: value.regex }, span };
    default:
      return null;
  }
}
function stringPredicate(field, parts, cased, span) {
  if (field) return { kind: "string", field, pattern: parts, cased, span };
  let start = 0;
  let end = parts.length;
  while (start < end && parts[start] === ANY) start++;
  while (end > start && parts[end - 1] === ANY) end--;
  if (start === end) return { kind: "constant", value: true, span };
  const search = { kind: "pattern", pattern: parts.slice(start, end), cased };
  return { kind: "keyword", search, span };
}

// src/predicate/lower.ts
var EXPANSION_LIMIT = 1e4;
function lower(rule, condition, placeholders = {}) {
  const lowering = new Lowering(rule, placeholders);
  if (condition.aggregation) {
    lowering.fail(
      condition.aggregation.kind === "near" ? "near-not-converted" : "aggregation-not-converted",
      condition.aggregation.kind === "near" ? "The old `near` has no single-event meaning and is not converted. Write a temporal correlation rule instead." : "The old aggregation after `|` is not converted yet. Write a correlation rule (event_count, value_count) instead.",
      condition.aggregation.span
    );
  }
  const expression = lowering.condition(condition.expression);
  const failed = lowering.diagnostics.some((d) => d.severity === "error");
  return { expression: failed ? null : expression, diagnostics: lowering.diagnostics };
}
var Lowering = class {
  constructor(rule, placeholders) {
    this.rule = rule;
    this.placeholders = placeholders;
    this.identifiers = new Map(rule.detection.identifiers.map((i) => [i.name.text, i]));
  }
  rule;
  placeholders;
  diagnostics = [];
  identifiers;
  done = /* @__PURE__ */ new Map();
  fail(code, message, span) {
    this.diagnostics.push(diagnostic("error", code, message, span));
  }
  condition(node) {
    const { span } = node;
    switch (node.kind) {
      case "condition-and":
      case "condition-or":
        return link(
          node.kind === "condition-and" ? "and" : "or",
          node.operands.map((o) => this.condition(o)),
          span
        );
      case "condition-not":
        return { kind: "not", operand: this.condition(node.operand), span };
      case "condition-identifier": {
        const identifier = this.identifiers.get(node.name);
        return identifier ? this.identifier(identifier) : never(span);
      }
      case "condition-quantified": {
        const operands = resolveIdentifiers(node, this.rule.detection.identifiers).map(
          (i) => this.identifier(i)
        );
        if (node.count === "all") return link("and", operands, span);
        if (node.count > 1 && combinations(operands.length, node.count) > EXPANSION_LIMIT) {
          this.fail(
            "quantifier-too-large",
            `\`${node.count} of\` ${operands.length} search identifiers has too many combinations. Split the rule.`,
            span
          );
          return never(span);
        }
        return atLeast(node.count, operands, span);
      }
    }
  }
  identifier(identifier) {
    let expression = this.done.get(identifier);
    if (!expression) {
      expression = this.node(identifier.body);
      this.done.set(identifier, expression);
    }
    return expression;
  }
  node(node) {
    if (node.kind === "detection-item") return this.item(node);
    const operands = node.items.map((n) => this.node(n));
    return link(node.linking === "all" ? "and" : "or", operands, node.span);
  }
  item(item) {
    const operands = [];
    for (const value of item.values) {
      if (value.kind === "value-group") {
        const alternatives = value.values.map((v) => this.value(item.field, v));
        operands.push(link("or", alternatives, value.span));
      } else operands.push(this.value(item.field, value));
    }
    const linked = operands.length === 0 ? never(item.span) : link(item.linking === "all" ? "and" : "or", operands, item.span);
    return item.negated ? { kind: "not", operand: linked, span: item.span } : linked;
  }
  value(field, value) {
    if (value.kind === "string") {
      const patterns = this.expand(value.pattern, value.span);
      const alternatives = patterns.map((p) => stringPredicate(field, p, value.cased, value.span));
      return link("or", alternatives, value.span);
    }
    const predicate = predicateOf(field, value);
    if (predicate) return predicate;
    this.fail(
      "keyword-needs-text",
      "A keyword is searched for in the text of the whole event, so it must be a string, a number or a regular expression. Name a field.",
      value.span
    );
    return never(value.span);
  }
  /** Every pattern that comes of giving the placeholders their values. */
  expand(parts, span) {
    if (!hasPlaceholder(parts)) return [parts];
    let heads = [[]];
    for (const part of parts) {
      if (typeof part === "string" || part.kind !== "placeholder") {
        for (const head of heads) head.push(part);
        continue;
      }
      const values = Object.hasOwn(this.placeholders, part.name) ? this.placeholders[part.name] : void 0;
      if (!values) {
        this.fail(
          "placeholder-unresolved",
          `The placeholder %${part.name}% has no values here. Give it some: --placeholder '${part.name}=VALUE' on the command line, \`placeholders\` in the library.`,
          span
        );
        return [];
      }
      if (heads.length * values.length > EXPANSION_LIMIT) {
        this.fail(
          "placeholder-too-large",
          `The placeholders of this value expand to more than ${EXPANSION_LIMIT} values. Give them fewer.`,
          span
        );
        return [];
      }
      const patterns = values.map(parsePattern);
      heads = heads.flatMap((head) => patterns.map((p) => [...head, ...p]));
    }
    return heads.map(pattern);
  }
};
function never(span) {
  return { kind: "constant", value: false, span };
}
function link(kind, operands, span) {
  if (operands.length === 1) return operands[0];
  if (operands.length === 0) return { kind: "constant", value: kind === "and", span };
  return { kind, operands, span };
}
function combinations(k, n) {
  let ways = 1;
  for (let i = 1; i <= Math.min(n, k - n); i++) {
    ways = ways * (k - Math.min(n, k - n) + i) / i;
    if (ways * n > EXPANSION_LIMIT) return Infinity;
  }
  return ways * n;
}
function atLeast(n, operands, span) {
  if (n <= 0) return { kind: "constant", value: true, span };
  if (n > operands.length) return never(span);
  if (n === 1) return link("or", operands, span);
  if (n === operands.length) return link("and", operands, span);
  const ways = [];
  for (let i = 0; i + n <= operands.length; i++) {
    const rest = atLeast(n - 1, operands.slice(i + 1), span);
    ways.push({ kind: "and", operands: [operands[i], rest], span });
  }
  return link("or", ways, span);
}

// src/convert.ts
function convert(collection, options) {
  const settings = settingsOnce(options);
  const queries = [];
  for (const item of collection.items) {
    if (item.content?.kind === "filter") continue;
    if (item.content?.kind !== "rule") {
      queries.push(refused(item, settings, []));
      continue;
    }
    const variants = process(item.content, settings);
    item.content.detection.conditions.forEach((_, index) => {
      queries.push(convertCondition(item, variants, index, settings));
    });
  }
  return queries;
}
var settingsOf = /* @__PURE__ */ new WeakMap();
function settingsOnce(options) {
  let settings = settingsOf.get(options);
  if (!settings) settingsOf.set(options, settings = resolveSettings(options));
  return settings;
}
function resolveSettings(options) {
  const { backend, format } = options;
  const chosenFormat = format === void 0 ? backend.formats[0] : backend.formats.find((f) => f.name === format);
  if (!chosenFormat) {
    const names = backend.formats.map((f) => f.name).join(", ");
    throw new RangeError(`${backend.name} has no format '${format}'. It has: ${names}.`);
  }
  const backendOptions = resolveOptions(backend, options.options ?? {});
  const pipelines = inOrder(options.pipelines ?? []);
  const tablesChosen = backend.tablesChosen?.(backendOptions) ?? [];
  const pipelineNames = pipelines.map((p) => p.name);
  return { ...options, pipelines, pipelineNames, chosenFormat, backendOptions, tablesChosen };
}
function resolveOptions(backend, given) {
  const resolved = {};
  for (const option of backend.options) {
    resolved[option.name] = option.values?.[0] ?? option.default ?? "";
  }
  for (const [name, value] of Object.entries(given)) {
    const option = backend.options.find((o) => o.name === name);
    if (!option) {
      const names = backend.options.map((o) => o.name).join(", ") || "none";
      throw new RangeError(`${backend.name} has no option '${name}'. It has: ${names}.`);
    }
    const where = `${backend.name}.${name}`;
    if (option.values && !option.values.includes(value)) {
      throw new RangeError(`${where} cannot be '${value}'. It takes: ${option.values.join(", ")}.`);
    }
    const wrong = option.check?.(value);
    if (wrong) throw new RangeError(`${where} cannot be '${value}': ${wrong}`);
    resolved[name] = value;
  }
  return resolved;
}
function process(rule, settings) {
  const { pipelines, backend, tables, tablesChosen } = settings;
  const options = { target: backend.name, tables, tablesChosen };
  const variants = pipelines.length === 0 ? [rule] : variantsOf(rule);
  if (variants) return variants.map((v) => applyPipelines(v, pipelines, options));
  const message = "The log source names too many combinations for the pipelines. Split the rule.";
  const tooMany = diagnostic("error", "logsource-too-large", message, rule.logsource.span);
  return [{ ...applyPipelines(rule, [], options), diagnostics: [tooMany] }];
}
function convertCondition(item, variants, index, settings) {
  const { backend, chosenFormat } = settings;
  const [processed] = variants;
  const { rule } = processed;
  const lowered = variants.map(
    (v) => lowerFor(v.rule, v.rule.detection.conditions[index], settings)
  );
  const before = distinct([...variants, ...lowered].flatMap((v) => v.diagnostics));
  const trees = lowered.flatMap((l) => l.expression ?? []);
  if (trees.length < variants.length || before.some((d) => d.severity === "error")) {
    return refused(item, settings, before);
  }
  const report = new Reporter(settings.strict ?? false);
  const branches = branchesOf(variants, trees).map(
    ({ state, tree }) => backend.emit(
      {
        rule,
        expression: simplified(tree, settings),
        options: settings.backendOptions,
        format: chosenFormat.name,
        state,
        tables: settings.tables
      },
      report
    )
  );
  const doc = branches.length === 1 ? branches[0] : backend.union?.(branches, chosenFormat.name);
  if (!doc) {
    const message = `The rule's log sources are kept in different places, and ${backend.name} has no way to ask several at once in the format ${chosenFormat.name}. Convert it with a pipeline for one of them.`;
    report.refuse("pipeline-several-states", message, rule.logsource.span);
  }
  const diagnostics = [...before, ...report.diagnostics];
  if (report.refused || !doc) return refused(item, settings, diagnostics);
  const printed = print(doc, {
    width: settings.width ?? 100,
    compact: settings.compact ?? false
  });
  const queryText = postprocess(printed.text, processed, settings.pipelines);
  return {
    item,
    target: backend.name,
    format: chosenFormat.name,
    pipelines: settings.pipelineNames,
    text: chosenFormat.wrap ? chosenFormat.wrap(queryText, rule) : queryText,
    queryText,
    fidelity: report.approximated ? "approximate" : "exact",
    diagnostics,
    segments: moved(printed, queryText)
  };
}
function branchesOf(variants, trees) {
  if (variants.length === 1) return [{ state: variants[0].state, tree: trees[0] }];
  const byState = /* @__PURE__ */ new Map();
  variants.forEach(({ state }, i) => {
    const key = JSON.stringify([...state]);
    const known = byState.get(key);
    if (known) known.trees.push(trees[i]);
    else byState.set(key, { state, trees: [trees[i]] });
  });
  return [...byState.values()].map((b) => ({ state: b.state, tree: anyOf(b.trees) }));
}
function distinct(diagnostics) {
  if (diagnostics.length < 2) return diagnostics;
  const known = /* @__PURE__ */ new Map();
  for (const d of diagnostics) {
    const key = `${d.code} ${d.span?.start ?? 0} ${d.span?.end ?? 0} ${d.message}`;
    if (!known.has(key)) known.set(key, d);
  }
  return [...known.values()];
}
function moved({ text: text2, segments }, within) {
  if (within === text2) return segments;
  const by = within.indexOf(text2);
  if (by <= 0) return by === 0 ? segments : [];
  return segments.map((s) => ({ ...s, start: s.start + by, end: s.end + by }));
}
var loweredOf = /* @__PURE__ */ new WeakMap();
var simplifiedOf = /* @__PURE__ */ new WeakMap();
var NO_PLACEHOLDERS = {};
function lowerFor(rule, condition, settings) {
  const { pipelines, placeholders } = settings;
  return pipelines.length > 0 ? lower(rule, condition, placeholders) : lowerOnce(rule, condition, placeholders);
}
function lowerOnce(rule, condition, placeholders = NO_PLACEHOLDERS) {
  const known = loweredOf.get(condition);
  if (known?.placeholders === placeholders) return known.lowered;
  const lowered = lower(rule, condition, placeholders);
  loweredOf.set(condition, { placeholders, lowered });
  return lowered;
}
function simplified(tree, { pipelines, backend }) {
  return pipelines.length > 0 ? simplify(tree, backend.simplify) : simplifyOnce(tree, backend.simplify);
}
function simplifyOnce(expression, options) {
  let known = simplifiedOf.get(expression);
  if (!known) simplifiedOf.set(expression, known = /* @__PURE__ */ new Map());
  const key = `${options.oneOf} ${options.pushNegation}`;
  let simple = known.get(key);
  if (!simple) known.set(key, simple = simplify(expression, options));
  return simple;
}
function refused(item, settings, diagnostics) {
  return {
    item,
    target: settings.backend.name,
    format: settings.chosenFormat.name,
    pipelines: settings.pipelineNames,
    text: null,
    queryText: null,
    fidelity: "refused",
    diagnostics,
    segments: []
  };
}
var Reporter = class {
  constructor(strict) {
    this.strict = strict;
  }
  strict;
  diagnostics = [];
  refused = false;
  approximated = false;
  seen = /* @__PURE__ */ new Set();
  approximate(direction, polarity, code, message, span) {
    const opposite = direction === "wider" ? "narrower" : "wider";
    const effect = polarity === "positive" ? direction : opposite;
    this.approximated = true;
    if (this.strict) this.refused = true;
    const lead = effect === "wider" ? "May match more than the rule" : "May miss what the rule matches";
    this.add(this.strict ? "error" : "warning", code, `${lead}: ${message}`, span, effect);
  }
  refuse(code, message, span) {
    this.refused = true;
    this.add("error", code, message, span);
  }
  note(code, message, span) {
    this.add("note", code, message, span);
  }
  add(severity, code, message, span, direction) {
    const key = `${code} ${span.start} ${span.end} ${message}`;
    if (this.seen.has(key)) return;
    this.seen.add(key);
    const made = diagnostic(severity, code, message, span);
    this.diagnostics.push(direction ? { ...made, direction } : made);
  }
};

// src/model/modifiers/resolve.ts
var MEANT = /* @__PURE__ */ new Map([
  ["regex", "re"],
  ["regexp", "re"],
  ["not", "neq"],
  ["ne", "neq"],
  ["le", "lte"],
  ["ge", "gte"]
]);
var MAX_MODIFIERS = 16;
var OF_THE_ITEM = /* @__PURE__ */ new Set(["all", "neq"]);
function resolveModifiers(table, modifiers2, names, hasField, report) {
  if (modifiers2.length > MAX_MODIFIERS) {
    const { span } = modifiers2[MAX_MODIFIERS];
    report(
      "error",
      "too-many-modifiers",
      `A field takes ${MAX_MODIFIERS} modifiers at most.`,
      span
    );
    return [];
  }
  const found = [];
  modifiers2.forEach((written, index) => {
    const name = names[index];
    const modifier = table.get(name);
    if (!modifier) {
      if (name === "") {
        const message = "A modifier is missing after this `|`. Name one, or remove the `|`.";
        report("error", "empty-modifier", message, written.span);
      } else {
        const like = MEANT.get(name) ?? nearest(name, table.keys());
        const hint = like ? `Did you mean \`${like}\`?` : "`sigmaql list modifiers` lists them.";
        const message = `There is no modifier \`${written.text}\`. ${hint}`;
        report("error", "unknown-modifier", message, written.span);
      }
      return;
    }
    if (written.text !== name) {
      report("warning", "modifier-spelling", `Write this modifier as \`${name}\`.`, written.span);
    }
    if (modifier.needsField && !hasField) {
      const message = `\`${name}\` asks something of a field, and keywords have none. Name a field before it.`;
      report("error", "modifier-needs-field", message, written.span);
    } else if (names.indexOf(name) < index) {
      report(
        "error",
        "repeated-modifier",
        `\`${name}\` stands here twice. Remove one.`,
        written.span
      );
    } else {
      const clash = clashOf(table, modifier, names, index);
      if (clash !== void 0) {
        const message = `\`${name}\` cannot follow \`${clash}\`. ${modifier.instead(clash)}`;
        report("error", "illegal-chain", message, written.span);
      }
    }
    found.push(modifier);
  });
  return found;
}
function clashOf(table, modifier, names, index) {
  if (OF_THE_ITEM.has(modifier.name)) return void 0;
  for (let i = 0; i < index; i++) {
    const before = names[i];
    const harmless = OF_THE_ITEM.has(before) || !table.has(before);
    if (!harmless && before !== modifier.name && !modifier.follows.includes(before)) return before;
  }
  return void 0;
}

// src/model/modifiers/chain.ts
var NONE = Object.freeze([]);
function applyModifiers(table, modifiers2, scalars, hasField) {
  if (modifiers2.length === 0) {
    const values2 = scalars.map((s) => valueOf(s, false));
    return { values: values2, linking: "any", negated: false, diagnostics: NONE };
  }
  const diagnostics = [];
  let failed = false;
  const report = (severity, code, message, span) => {
    failed ||= severity === "error";
    diagnostics.push(diagnostic(severity, code, message, span));
  };
  const names = modifiers2.map((m) => m.text.trim().toLowerCase());
  const resolved = resolveModifiers(table, modifiers2, names, hasField, report);
  const expand = names.includes("expand");
  const chain = {
    scalars,
    drafts: scalars.map((s) => [valueOf(s, expand)]),
    linking: "any",
    negated: false,
    written: modifiers2,
    names,
    index: 0,
    report
  };
  for (const [index, modifier] of resolved.entries()) {
    if (failed) break;
    chain.index = index;
    modifier.apply(chain);
  }
  const values = chain.drafts.map((drafts, index) => {
    if (drafts.length === 1) return finish(drafts[0]);
    return { kind: "value-group", values: drafts.map(finish), span: scalars[index].span };
  });
  return { values, linking: chain.linking, negated: chain.negated, diagnostics };
}
function spanOf(chain) {
  return chain.written[chain.index].span;
}
function mapDrafts(chain, change, refusal2) {
  chain.drafts = chain.drafts.map((drafts, index) => {
    const scalar = chain.scalars[index];
    const made = [];
    for (const draft of drafts) {
      const changed = change(draft, scalar);
      if (changed === null) {
        chain.report("error", "wrong-value", refusal2(draft), draft.span);
        return drafts;
      }
      if ("kind" in changed) made.push(changed);
      else for (const each of changed) made.push(each);
    }
    return made;
  });
}

// src/model/modifiers/cidr.ts
var cidr = [
  {
    name: "cidr",
    heading: "IP (Internet Protocol) Modifiers",
    description: "The address in the field is within the network, IPv4 or IPv6.",
    needsField: true,
    follows: [],
    instead: (before) => `It takes a network as it is written, such as 10.0.0.0/8. Remove \`${before}\`.`,
    apply(chain) {
      mapDrafts(
        chain,
        (draft, scalar) => {
          if (draft.kind !== "string") return null;
          const parsed = parseNetwork(scalar.text.trim());
          if (!parsed) {
            const message = "This is no network. Write it as 10.0.0.0/8 or fe80::/10.";
            chain.report("error", "bad-network", message, draft.span);
            return draft;
          }
          const { network, masked } = parsed;
          if (masked) {
            const message = `The address has bits beyond its prefix, so it is read as ${network.text}. Write it so.`;
            chain.report("warning", "network-host-bits", message, draft.span);
          }
          return { kind: "cidr", network, span: draft.span };
        },
        (draft) => `\`cidr\` takes a network such as 10.0.0.0/8, not ${describe(draft)}.`
      );
    }
  }
];

// src/model/modifiers/groups.ts
var WILDCARDS = ["startswith", "endswith", "contains"];
var FLAGS = ["i", "m", "s", "ignorecase", "multiline", "dotall"];
var UTF16 = ["utf16", "utf16le", "utf16be", "wide"];
var BASE64 = ["base64", "base64offset"];
var COMPARISONS = ["lt", "lte", "gt", "gte"];
var TIME_PARTS = ["minute", "hour", "day", "week", "month", "year"];

// src/model/modifiers/encoding.ts
var heading = "Encoding";
function insteadOf(name, before) {
  if (WILDCARDS.includes(before)) {
    return `Wildcards cannot be encoded. Write \`|${name}|${before}\`.`;
  }
  if (before === "expand") return "Placeholders get their values after it. Encode the values.";
  if (BASE64.includes(before)) return `Write \`|${name}|${before}\`, if that is what you mean.`;
  return "It takes text. Remove one of the two.";
}
function mapBytes(chain, name, encode) {
  mapDrafts(
    chain,
    (draft, scalar) => {
      if (draft.kind === "bytes") return encode(draft.bytes, draft.cased, draft);
      const value = literalOf(draft, scalar);
      return value && encode(new TextEncoder().encode(value.text), value.cased, draft);
    },
    (draft) => refusal(name, draft)
  );
}
function literalOf(draft, scalar) {
  const value = asString(draft, scalar);
  const text2 = value && literalText(value.pattern);
  return text2 === null ? null : { text: text2, cased: value.cased };
}
function refusal(name, draft) {
  return draft.kind === "string" ? `\`${name}\` cannot encode wildcards. Remove them, or write \`\\*\` and \`\\?\` for the characters; for part of a field write \`|${name}|contains\`.` : `\`${name}\` takes text, not ${describe(draft)}.`;
}
function text(value, { span }, cased) {
  return { kind: "string", pattern: value === "" ? [] : [value], cased, span };
}
function utf16(name, description, encode) {
  return {
    name,
    heading,
    description,
    follows: ["cased", "windash"],
    instead: (before) => UTF16.includes(before) ? "The value is in UTF-16 already. Keep one of the two." : insteadOf(name, before),
    apply(chain) {
      mapDrafts(
        chain,
        (draft, scalar) => {
          const value = literalOf(draft, scalar);
          if (!value) return null;
          const bytes = Uint8Array.from(encode(value.text));
          return { kind: "bytes", bytes, cased: value.cased, span: draft.span };
        },
        (draft) => refusal(name, draft)
      );
    }
  };
}
function units(value, littleEndian) {
  const bytes = [];
  for (let i = 0; i < value.length; i++) {
    const unit = value.charCodeAt(i);
    if (littleEndian) bytes.push(unit & 255, unit >> 8);
    else bytes.push(unit >> 8, unit & 255);
  }
  return bytes;
}
var HEAD = [0, 2, 3];
var TAIL = [0, 3, 2];
function base64At(bytes, offset) {
  const shifted = new Uint8Array(offset + bytes.length);
  shifted.set(bytes, offset);
  const encoded = btoa(binaryText(shifted));
  return encoded.slice(HEAD[offset], encoded.length - TAIL[shifted.length % 3]);
}
var encoding = [
  {
    name: "base64",
    heading,
    description: "The value in Base64.",
    follows: ["cased", "windash", "base64", ...UTF16],
    instead: (before) => insteadOf("base64", before),
    apply(chain) {
      mapBytes(
        chain,
        "base64",
        (bytes, cased, draft) => text(btoa(binaryText(bytes)), draft, cased)
      );
    }
  },
  {
    name: "base64offset",
    heading,
    description: "The value somewhere within Base64 text, at each of the three offsets.",
    follows: ["cased", "windash", "base64", ...UTF16],
    instead: (before) => insteadOf("base64offset", before),
    apply(chain) {
      if (!WILDCARDS.some((m) => chain.names.indexOf(m) > chain.index)) {
        const message = "What `base64offset` makes stands within longer text, so it hardly ever is the whole field. Add `contains` after it.";
        chain.report("warning", "base64offset-without-contains", message, spanOf(chain));
      }
      mapBytes(chain, "base64offset", (bytes, cased, draft) => {
        const texts = [0, 1, 2].map((offset) => base64At(bytes, offset));
        if (texts.includes("")) {
          const message = "This value is too short to be recognised within Base64. Two bytes are the least.";
          chain.report("error", "base64offset-too-short", message, draft.span);
          return draft;
        }
        return texts.map((t) => text(t, draft, cased));
      });
    }
  },
  utf16("utf16le", "The value in UTF-16, little end first.", (t) => units(t, true)),
  utf16("utf16be", "The value in UTF-16, big end first.", (t) => units(t, false)),
  utf16("utf16", "The value in UTF-16, little end first, after a byte order mark.", (t) => [
    255,
    254,
    ...units(t, true)
  ]),
  utf16("wide", "The same as utf16le.", (t) => units(t, true))
];

// src/model/modifiers/generic.ts
var heading2 = "Generic Modifiers";
var TEXT = ["cased", "windash", "expand", "fieldref", ...UTF16, ...BASE64];
function anchored(name, description) {
  const anywhere = name === "contains";
  const surround = (parts) => {
    const out = name === "startswith" ? [] : [ANY];
    for (const part of parts) out.push(part);
    if (name !== "endswith") out.push(ANY);
    return pattern(out);
  };
  return {
    name,
    heading: heading2,
    description,
    // Keywords are found anywhere in an event's text: it has no start and no end of interest.
    needsField: !anywhere,
    follows: anywhere ? [...TEXT, "re", ...FLAGS] : TEXT,
    instead(before) {
      if (WILDCARDS.includes(before)) return "Keep one of the two.";
      if (before === "re" || FLAGS.includes(before)) {
        return `A regular expression is searched for anywhere. Remove \`${name}\` and write ${name === "startswith" ? "^" : "$"} in the expression.`;
      }
      return "It takes text. Remove one of the two.";
    },
    apply(chain) {
      mapDrafts(
        chain,
        (draft, scalar) => {
          if (draft.kind === "field-ref") return { ...draft, match: name };
          if (draft.kind === "regex") return draft;
          const value = asString(draft, scalar);
          if (!value) return null;
          const { cased, span } = value;
          return { kind: "string", pattern: surround(value.pattern), cased, span };
        },
        (draft) => `\`${name}\` takes text, not ${describe(draft)}.`
      );
      if (chain.drafts[0]?.[0]?.kind === "regex") {
        warnOfRedundance(chain, "contains");
      }
    }
  };
}
function warnOfRedundance(chain, name) {
  const index = chain.names.indexOf(name);
  const is = name === "contains" ? "searched for anywhere" : "case-sensitive";
  const message = `\`${name}\` changes nothing here: a regular expression is ${is} as it is. Remove it.`;
  chain.report("warning", "redundant-modifier", message, chain.written[index].span);
}
var generic = [
  {
    name: "all",
    heading: heading2,
    description: "Every value of the list must match, not only one of them.",
    follows: [],
    instead: () => "",
    apply(chain) {
      chain.linking = "all";
      if (chain.scalars.length === 1) {
        const message = "`all` has one value only, so it changes nothing. Remove it.";
        chain.report("warning", "all-single-value", message, spanOf(chain));
      }
    }
  },
  anchored("startswith", "The field begins with the value."),
  anchored("endswith", "The field ends with the value."),
  anchored("contains", "The value stands anywhere in the field."),
  {
    name: "exists",
    heading: heading2,
    description: "The field is there (true) or is not (false), whatever it holds.",
    needsField: true,
    follows: [],
    instead: (before) => `It takes true or false and no text. Remove \`${before}\`.`,
    apply: applyExists
  },
  {
    name: "cased",
    heading: heading2,
    description: "Upper and lower case differ.",
    follows: [...TEXT, ...WILDCARDS, "re", "m", "s", "multiline", "dotall"],
    instead: (before) => FLAGS.includes(before) ? `\`${before}\` ignores case. Keep one of the two.` : "Case matters to text only. Remove one of the two.",
    apply(chain) {
      mapDrafts(
        chain,
        (draft) => {
          switch (draft.kind) {
            case "string":
            case "bytes":
            case "field-ref":
              return { ...draft, cased: true };
            case "number":
            case "boolean":
            case "null":
            case "regex":
              return draft;
            default:
              return null;
          }
        },
        (draft) => `\`cased\` takes text, not ${describe(draft)}.`
      );
      if (chain.drafts[0]?.[0]?.kind === "regex") {
        warnOfRedundance(chain, "cased");
      }
    }
  },
  {
    name: "neq",
    heading: heading2,
    description: "The field is different from every value.",
    follows: [],
    instead: () => "",
    apply(chain) {
      chain.negated = true;
    }
  }
];
function applyExists(chain) {
  mapDrafts(
    chain,
    (draft, scalar) => {
      const { span } = draft;
      if (draft.kind === "boolean") return { kind: "exists", expected: draft.value, span };
      const word = draft.kind === "string" ? scalar.text.trim().toLowerCase() : "";
      const expected = word === "true" || word === "yes";
      if (!expected && word !== "false" && word !== "no") return null;
      const message = `This is text, read as ${String(expected)}. Write ${String(expected)} without quotes.`;
      chain.report("warning", "exists-value", message, span);
      return { kind: "exists", expected, span };
    },
    (draft) => `\`exists\` takes true or false, not ${describe(draft)}.`
  );
}

// src/model/modifiers/numeric.ts
function compare(name, description) {
  return {
    name,
    heading: "Numeric Modifiers",
    description,
    needsField: true,
    follows: TIME_PARTS,
    instead: (before) => COMPARISONS.includes(before) ? "For two bounds write the field twice, once with each." : `It takes a number as it is written. Remove \`${before}\`.`,
    apply(chain) {
      mapDrafts(
        chain,
        (draft, scalar) => {
          const { span } = draft;
          if (draft.kind === "time-part") return { ...draft, operator: name };
          if (draft.kind !== "number" && draft.kind !== "string") return null;
          const number = numberLiteral(scalar.text.trim());
          return number && { kind: "compare", operator: name, number, span };
        },
        (draft) => `\`${name}\` takes a number, not ${describe(draft)}.`
      );
    }
  };
}
var numeric = [
  compare("lt", "The field is less than the number."),
  compare("lte", "The field is less than or equal to the number."),
  compare("gt", "The field is greater than the number."),
  compare("gte", "The field is greater than or equal to the number.")
];

// src/source/offset-map.ts
function sourceOffset(scalar, offset) {
  const map = mapOf(scalar);
  if (offset < map.starts.length) return map.starts[Math.max(offset, 0)];
  return map.ends[map.ends.length - 1] ?? map.empty;
}
function spanWithin(scalar, start, end) {
  const from = sourceOffset(scalar, start);
  if (end <= start) return { file: scalar.span.file, start: from, end: from };
  const { ends, empty } = mapOf(scalar);
  const to = ends[Math.min(end, ends.length) - 1] ?? empty;
  return { file: scalar.span.file, start: from, end: Math.max(from, to) };
}
var origins = /* @__PURE__ */ new WeakMap();
function setOrigin(scalar, origin) {
  origins.set(scalar, origin);
}
var maps = /* @__PURE__ */ new WeakMap();
function mapOf(scalar) {
  const known = maps.get(scalar);
  if (known) return known;
  const origin = origins.get(scalar);
  const { file, start, end } = scalar.span;
  const walker = origin ? new Walker(origin.text, origin.start, origin.end, scalar.text) : new Walker(file.text, start, end, scalar.text);
  const map = walker.walk(origin?.style ?? scalar.style);
  const made = origin ? {
    starts: map.starts.map(origin.toFile),
    ends: map.ends.map(origin.toFile),
    empty: origin.toFile(map.empty)
  } : map;
  maps.set(scalar, made);
  return made;
}
var isBlank = (c) => c === " " || c === "	";
var Walker = class {
  constructor(text2, start, end, decoded) {
    this.text = text2;
    this.start = start;
    this.end = end;
    this.decoded = decoded;
  }
  text;
  start;
  end;
  decoded;
  starts = [];
  ends = [];
  walk(style) {
    const { starts, ends } = this;
    if (style === "literal" || style === "folded") {
      this.block(style === "folded");
      while (starts.length < this.decoded.length) this.emit(1, this.end, this.end);
      return { starts, ends, empty: this.end };
    }
    const quoted = style !== "plain";
    const last = this.text[this.end - 1];
    const closed = quoted && this.end - this.start > 1 && (last === '"' || last === "'");
    this.flow(style, this.start + (quoted ? 1 : 0), closed ? this.end - 1 : this.end);
    while (starts.length < this.decoded.length) this.emit(1, this.end, this.end);
    return { starts, ends, empty: this.start + (quoted ? 1 : 0) };
  }
  emit(count, start, end) {
    for (let i = 0; i < count; i++) {
      this.starts.push(start);
      this.ends.push(end);
    }
  }
  /** The length of the line break at an offset: 0 if there is none. */
  lineBreak(at2) {
    const c = this.text[at2];
    if (c === "\n") return 1;
    if (c === "\r") return this.text[at2 + 1] === "\n" ? 2 : 0;
    return 0;
  }
  flow(style, from, to) {
    const { text: text2 } = this;
    let i = from;
    while (i < to) {
      const c = text2[i];
      if (isBlank(c)) {
        let j = i;
        while (j < to && isBlank(text2[j])) j++;
        if (j >= to || this.lineBreak(j) === 0) for (; i < j; i++) this.emit(1, i, i + 1);
        i = j;
      } else if (this.lineBreak(i) > 0) i = this.fold(i, to);
      else if (style === "single" && c === "'" && text2[i + 1] === "'") {
        this.emit(1, i, i + 2);
        i += 2;
      } else if (style === "double" && c === "\\") i = this.escape(i, to);
      else {
        this.emit(1, i, i + 1);
        i++;
      }
    }
  }
  /** One line break is a space; of several, each but the first is a line feed. */
  fold(from, to) {
    const breaks = [];
    let i = from;
    while (i < to) {
      const length = this.lineBreak(i);
      if (length === 0) break;
      breaks.push({ at: i, length });
      i += length;
      while (i < to && isBlank(this.text[i])) i++;
    }
    for (const { at: at2, length } of breaks.length === 1 ? breaks : breaks.slice(1)) {
      this.emit(1, at2, at2 + length);
    }
    return i;
  }
  escape(at2, to) {
    const { text: text2 } = this;
    const lineBreak = this.lineBreak(at2 + 1);
    if (lineBreak > 0) {
      let i = at2 + 1 + lineBreak;
      while (i < to && isBlank(text2[i])) i++;
      return i;
    }
    const digits = { x: 2, u: 4, U: 8 }[text2[at2 + 1] ?? ""];
    const end = at2 + 2 + (digits ?? 0);
    const beyondPlane0 = digits === 8 && parseInt(text2.slice(at2 + 2, end), 16) > 65535;
    this.emit(beyondPlane0 ? 2 : 1, at2, end);
    return end;
  }
  block(folded) {
    const { text: text2, decoded } = this;
    let at2 = text2.indexOf("\n", this.start) + 1;
    if (at2 === 0) return;
    const indent = this.blockIndent(at2);
    let separator = "";
    let breaks = [];
    let moreIndentedBefore = false;
    let started = false;
    let contentLength = decoded.length;
    while (decoded[contentLength - 1] === "\n") contentLength--;
    let end = at2;
    while (this.starts.length < contentLength && at2 < text2.length) {
      end = text2.indexOf("\n", at2);
      const next = end < 0 ? text2.length : end + 1;
      if (end < 0) end = text2.length;
      if (text2[end - 1] === "\r") end--;
      let content = at2;
      while (content < end && content - at2 < indent && text2[content] === " ") content++;
      const empty = content === end;
      if (!started && (empty || isOnlySpaces(text2, content, end))) {
        for (let i = content; i < end; i++) this.emit(1, i, i + 1);
        this.emit(1, end, next);
      } else {
        started = true;
        const moreIndented = isBlank(text2[content]);
        if (!folded || moreIndented) {
          if (folded && separator === " ") separator = "\n";
          else if (folded && !moreIndentedBefore && separator === "\n") separator = "\n\n";
          this.separate(separator, breaks);
          for (let i = content; i < end; i++) this.emit(1, i, i + 1);
          separator = "\n";
          breaks = [[end, next]];
          moreIndentedBefore = moreIndented;
        } else if (empty) {
          if (separator === "\n") this.separate("\n", breaks.splice(0, 1));
          else separator = "\n";
          breaks.push([end, next]);
        } else {
          this.separate(separator, breaks);
          for (let i = content; i < end; i++) this.emit(1, i, i + 1);
          separator = " ";
          breaks = [[end, next]];
          moreIndentedBefore = false;
        }
      }
      at2 = next;
    }
    this.blankLines(end);
  }
  /** Where a block has no more text, YAML keeps line breaks at most. */
  blankLines(from) {
    for (let i = from; this.starts.length < this.decoded.length && i < this.text.length; i++) {
      const length = this.lineBreak(i);
      if (length === 0) continue;
      this.emit(1, i, i + length);
      i += length - 1;
    }
  }
  separate(separator, breaks) {
    for (let i = 0; i < separator.length; i++) {
      const place = breaks[Math.min(i, breaks.length - 1)];
      if (place) this.emit(1, place[0], place[1]);
      else this.emit(1, this.end, this.end);
    }
  }
  /** How many columns of each line are indentation: what the first line with text has lost. */
  blockIndent(from) {
    const { text: text2, decoded } = this;
    let inText = 0;
    let inSource = 0;
    for (let i = 0; i < decoded.length && (decoded[i] === " " || decoded[i] === "\n"); i++) {
      inText = decoded[i] === " " ? inText + 1 : 0;
    }
    for (let i = from; i < text2.length; i++) {
      if (text2[i] === " ") inSource++;
      else if (this.lineBreak(i) > 0) inSource = text2[i] === "\r" ? inSource : 0;
      else break;
    }
    return inSource - inText;
  }
};
function isOnlySpaces(text2, from, to) {
  for (let i = from; i < to; i++) if (text2[i] !== " ") return false;
  return true;
}

// src/model/modifiers/regular-expression.ts
var heading3 = "Regular Expression";
var NO_FLAGS = { ignoreCase: false, multiLine: false, dotAll: false };
function flag(name, set, description) {
  const casing = set === "ignoreCase" ? [] : ["cased"];
  return {
    name,
    heading: heading3,
    description,
    follows: ["re", "contains", ...casing, ...FLAGS],
    instead: (before) => before === "cased" ? `\`${name}\` ignores case. Keep one of the two.` : `It belongs to a regular expression. Write \`|re|${name}\`, or remove it.`,
    apply(chain) {
      if (!chain.names.slice(0, chain.index).includes("re")) {
        const message = `\`${name}\` belongs to a regular expression. Write \`|re|${name}\`.`;
        chain.report("error", "flag-without-re", message, spanOf(chain));
        return;
      }
      mapDrafts(
        chain,
        (draft) => {
          if (draft.kind !== "regex") return null;
          const flags = { ...draft.regex.flags, [set]: true };
          return { ...draft, regex: { ...draft.regex, flags } };
        },
        (draft) => `\`${name}\` takes a regular expression, not ${describe(draft)}.`
      );
    }
  };
}
var I = "Upper and lower case are equal.";
var M = "^ and $ match at every line.";
var S = "The dot matches line breaks too.";
var regularExpression = [
  {
    name: "re",
    heading: heading3,
    description: "The value is a regular expression (PCRE), searched for anywhere, case-sensitive.",
    follows: ["contains", "cased"],
    instead: (before) => FLAGS.includes(before) ? `Flags stand after it. Write \`|re|${before}\`.` : `It takes its value as it is written. Say it in the expression, and remove \`${before}\`.`,
    apply(chain) {
      mapDrafts(
        chain,
        (draft, scalar) => {
          if (draft.kind !== "string" && draft.kind !== "number" && draft.kind !== "boolean") {
            return null;
          }
          const source = scalar.text;
          const parsed = parseRegex(source, NO_FLAGS);
          if ("error" in parsed) {
            const { message, start, end } = parsed.error;
            chain.report("error", "bad-regex", message, spanWithin(scalar, start, end));
            return draft;
          }
          const regex = { source, flags: NO_FLAGS, ast: parsed.ast };
          return { kind: "regex", regex, span: draft.span };
        },
        (draft) => `\`re\` takes a regular expression, not ${describe(draft)}.`
      );
      for (const name of ["contains", "cased"]) {
        if (chain.names.slice(0, chain.index).includes(name)) warnOfRedundance(chain, name);
      }
    }
  },
  flag("i", "ignoreCase", I),
  flag("m", "multiLine", M),
  flag("s", "dotAll", S),
  flag("ignorecase", "ignoreCase", I),
  flag("multiline", "multiLine", M),
  flag("dotall", "dotAll", S)
];

// src/model/modifiers/specific.ts
var heading4 = "Specific Modifiers";
var specific = [
  {
    name: "expand",
    heading: heading4,
    description: "Placeholders (%name%) in the value are replaced with values of yours.",
    follows: ["cased", "windash", ...WILDCARDS],
    instead: (before) => before === "re" ? "Placeholders have no place in a regular expression. Remove one of the two." : `Placeholders stand in plain text. Remove \`${before}\`.`,
    // The values were read with their placeholders: a later look could not tell `\\%` from `\%`.
    apply(chain) {
      const found = chain.drafts.some(
        (drafts) => drafts.some((d) => d.kind === "string" && hasPlaceholder(d.pattern))
      );
      if (!found && chain.scalars.length > 0) {
        const message = "`expand` finds no placeholder such as %name% in the values. Write one, or remove it.";
        chain.report("warning", "expand-without-placeholder", message, spanOf(chain));
      }
    }
  },
  {
    name: "fieldref",
    heading: heading4,
    description: "The value names another field of the same event, to compare with.",
    needsField: true,
    follows: ["cased", ...WILDCARDS],
    instead: (before) => `It takes the name of a field as it is written. Remove \`${before}\`.`,
    apply(chain) {
      const match = chain.names.slice(0, chain.index).find((n) => WILDCARDS.includes(n));
      mapDrafts(
        chain,
        (draft, scalar) => {
          const { kind, span } = draft;
          if (kind !== "string" && kind !== "number" && kind !== "boolean") return null;
          const field = literalText(parsePattern(scalar.text));
          if (field === null || field === "") return null;
          const cased = kind === "string" && draft.cased;
          return { kind: "field-ref", field, match: match ?? "equals", cased, span };
        },
        (draft) => {
          if (draft.kind !== "string") {
            return `\`fieldref\` takes the name of a field, not ${describe(draft)}.`;
          }
          return draft.pattern.length === 0 ? "`fieldref` takes the name of a field, and this is empty." : "`fieldref` takes the name of a field, without wildcards. For a part of it write `|fieldref|contains` and its like.";
        }
      );
    }
  }
];

// src/model/modifiers/string.ts
var DASHES = ["-", "/", "\u2013", "\u2014", "\u2015"];
var FLAG = /(?<![\p{L}\p{N}_])([-/\u2013\u2014\u2015])(?=[\p{L}\p{N}_])/gu;
var MAX_FLAGS = 4;
var string = [
  {
    name: "windash",
    heading: "String Modifiers",
    description: "A flag may begin with -, /, en dash, em dash or horizontal bar.",
    follows: ["cased", "expand", ...WILDCARDS],
    instead(before) {
      if (BASE64.includes(before) || UTF16.includes(before)) {
        return `What is encoded has no flags. Write \`|windash|${before}\`.`;
      }
      return before === "re" ? "Write the dashes into the expression, such as [-/]." : "It takes text. Remove one of the two.";
    },
    apply(chain) {
      mapDrafts(
        chain,
        (draft) => {
          if (draft.kind === "number" || draft.kind === "boolean") return draft;
          if (draft.kind !== "string") return null;
          const variants = permutations(draft.pattern);
          if (!variants) {
            const message = `\`windash\` on more than ${MAX_FLAGS} flags makes too many values. Split the value.`;
            chain.report("error", "windash-too-many", message, draft.span);
            return draft;
          }
          return variants.map((parts) => ({ ...draft, pattern: parts }));
        },
        (draft) => `\`windash\` takes text, not ${describe(draft)}.`
      );
    }
  }
];
function permutations(parts) {
  let heads = [[]];
  let flags = 0;
  for (const part of parts) {
    const pieces = typeof part === "string" ? part.split(FLAG) : [part];
    for (const [index, piece] of pieces.entries()) {
      if (index % 2 === 0) {
        for (const head of heads) head.push(piece);
        continue;
      }
      if (++flags > MAX_FLAGS) return null;
      const dashes = [piece, ...DASHES.filter((d) => d !== piece)];
      heads = heads.flatMap((head) => dashes.map((dash) => [...head, dash]));
    }
  }
  return heads.map(pattern);
}

// src/model/modifiers/time.ts
function timePart(part, least, most) {
  return {
    name: part,
    heading: "Time Modifiers",
    description: `The ${part} of the date in the field, a number from ${least} to ${most}.`,
    needsField: true,
    follows: COMPARISONS,
    instead: (before) => TIME_PARTS.includes(before) ? "For two parts of a date write the field twice, once with each." : `It takes a number as it is written. Remove \`${before}\`.`,
    apply(chain) {
      mapDrafts(
        chain,
        (draft, scalar) => {
          const { kind, span } = draft;
          if (kind !== "number" && kind !== "string" && kind !== "compare") return null;
          const number = numberLiteral(scalar.text.trim());
          if (!number) return null;
          const value = Number(number.decimal);
          if (!Number.isInteger(value) || value < least || value > most) {
            const message = `The ${part} of a date is a whole number from ${least} to ${most}.`;
            chain.report("error", "time-out-of-range", message, span);
          }
          const operator = kind === "compare" ? draft.operator : "eq";
          return { kind: "time-part", part, operator, number, span };
        },
        (draft) => `\`${part}\` takes a number, not ${describe(draft)}.`
      );
    }
  };
}
var time = [
  timePart("minute", 0, 59),
  timePart("hour", 0, 23),
  timePart("day", 1, 31),
  // ISO 8601 gives some years a week 53.
  timePart("week", 1, 53),
  timePart("month", 1, 12),
  timePart("year", 1, 9999)
];

// src/model/modifiers/index.ts
var modifiers = [
  ...generic,
  ...string,
  ...regularExpression,
  ...encoding,
  ...numeric,
  ...time,
  ...cidr,
  ...specific
];
var modifiersByName = new Map(
  modifiers.map((m) => [m.name, m])
);

// src/source/limits.ts
var MAX_FILE_SIZE = 16 * 1024 * 1024;
var MAX_DOCUMENT_SIZE = 1024 * 1024;
var MAX_YAML_DEPTH = 200;
var MAX_ALIASED_NODES = 1e5;
var MAX_YAML_DIAGNOSTICS = 50;
var MAX_REPAIRED_SIZE = 64 * 1024;
var MAX_REPAIR_TURNS = 12;
var MAX_EVENT_SIZE = 16 * 1024 * 1024;
var MAX_EVENT_DEPTH = 200;

// src/source/decode.ts
var REPLACEMENT = "\uFFFD";
function decode(bytes, path) {
  if (bytes.length > MAX_FILE_SIZE) return refuseSize(bytes.length, path);
  const encoding2 = encodingOf(bytes);
  const text2 = decoderOf(encoding2).decode(bytes);
  const checked = checkText({ path, text: text2 });
  if (!text2.includes(REPLACEMENT)) return checked;
  const at2 = encoding2 === "utf-8" ? firstInvalid(bytes, text2) : text2.indexOf(REPLACEMENT);
  if (at2 < 0) return checked;
  const { file } = checked;
  const message = encoding2 === "utf-8" ? "This is not UTF-8, so the text from here on cannot be trusted. Save the file as UTF-8." : "This is not valid UTF-16. Save the file as UTF-8.";
  const invalid = diagnostic("error", "invalid-encoding", message, {
    file,
    start: at2,
    end: at2 + 1
  });
  return { file, diagnostics: [invalid, ...checked.diagnostics] };
}
function fromText(text2, path) {
  if (text2.length > MAX_FILE_SIZE) return refuseSize(text2.length, path);
  return checkText({ path, text: text2.charCodeAt(0) === 65279 ? text2.slice(1) : text2 });
}
var decoders = /* @__PURE__ */ new Map();
function decoderOf(encoding2) {
  let decoder = decoders.get(encoding2);
  if (!decoder) decoders.set(encoding2, decoder = new TextDecoder(encoding2));
  return decoder;
}
function refuseSize(size, path) {
  return { file: { path, text: "" }, diagnostics: [fileTooLarge(size, path)] };
}
function fileTooLarge(size, path) {
  const mebibytes = (n) => (n / 1024 / 1024).toFixed(0);
  const message = `The file has ${mebibytes(size)} MiB; no more than ${mebibytes(MAX_FILE_SIZE)} MiB are read. Is it a file of rules? If so, split it.`;
  return fileDiagnostic("error", "file-too-large", message, path);
}
function encodingOf(bytes) {
  const [a, b, c, d] = bytes;
  if (a === 255 && b === 254) return "utf-16le";
  if (a === 254 && b === 255) return "utf-16be";
  if (bytes.length >= 4 && bytes.length % 2 === 0) {
    if (a !== 0 && b === 0 && c !== 0 && d === 0) return "utf-16le";
    if (a === 0 && b !== 0 && c === 0 && d !== 0) return "utf-16be";
  }
  return "utf-8";
}
function firstInvalid(bytes, text2) {
  let at2 = bytes[0] === 239 && bytes[1] === 187 && bytes[2] === 191 ? 3 : 0;
  for (let i = 0; i < text2.length; i++) {
    const c = text2.charCodeAt(i);
    if (c === 65533) {
      if (bytes[at2] !== 239 || bytes[at2 + 1] !== 191 || bytes[at2 + 2] !== 189) return i;
      at2 += 3;
    } else if (c < 128) at2 += 1;
    else if (c < 2048) at2 += 2;
    else at2 += (c & 63488) === 55296 ? 2 : 3;
  }
  return -1;
}
var CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;
function checkText(file) {
  const diagnostics = [];
  let others = false;
  for (const match of file.text.matchAll(CONTROL)) {
    const span = { file, start: match.index, end: match.index + 1 };
    if (match[0] === "\0") {
      const message2 = "A NUL character stands here; no text file holds one. Delete it.";
      diagnostics.push(diagnostic("error", "binary-file", message2, span));
      break;
    }
    if (others) continue;
    others = true;
    const code = match[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
    const message = `The control character U+${code} stands here, unseen. It is read as a part of the value. Delete it, or write it as an escape in double quotes.`;
    diagnostics.push(diagnostic("warning", "control-character", message, span));
  }
  return { file, diagnostics };
}

// src/source/node.ts
function entry(map, key) {
  return map.entries.find((e) => e.key.text === key);
}

// src/source/plain-yaml.ts
function readPlainYaml(file) {
  const reader = new PlainReader(file);
  try {
    return reader.read();
  } catch (error) {
    if (error === NOT_PLAIN) return null;
    throw error;
  }
}
var NOT_PLAIN = /* @__PURE__ */ Symbol("not plain");
var KEY = /[A-Za-z_][A-Za-z0-9_|./-]*(?: [A-Za-z0-9_|.]+)*(?=:(?: |\n|$))/y;
var PLAIN_START = /[^\s,[\]{}#&*!|>'"%@`?:-]|[-:?](?=[^\s,[\]{}])/y;
var INTEGER = /^[-+]?[0-9]+$/;
var BASED = /^(?:0o[0-7]+|0x[0-9a-fA-F]+)$/;
var FLOAT = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;
var SPECIAL_FLOAT = /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/;
var NOT_IN_PLAIN = ["	", "\r", "\xA0", "\u2007", "\u202F"];
var MAX_DEPTH2 = 100;
var PlainReader = class {
  constructor(file) {
    this.file = file;
    this.text = file.text;
  }
  file;
  text;
  /** Of the line that is to be read next: where it starts, its indentation, its first character. */
  lineStart = 0;
  indentation = 0;
  at = 0;
  depth = 0;
  read() {
    const { text: text2 } = this;
    if (NOT_IN_PLAIN.some((c) => text2.includes(c)) || /^(?:---|\.\.\.|%)/m.test(text2)) {
      throw NOT_PLAIN;
    }
    this.nextLine(0);
    if (this.at >= text2.length || this.indentation !== 0) throw NOT_PLAIN;
    const root = this.block(0);
    if (this.at < text2.length || root.kind !== "map") throw NOT_PLAIN;
    return root;
  }
  span(start, end) {
    return { file: this.file, start, end };
  }
  /** Goes to the first character of the next line that holds something. */
  nextLine(from) {
    const { text: text2 } = this;
    let start = from;
    for (; ; ) {
      let at2 = start;
      while (text2.charCodeAt(at2) === 32) at2++;
      const c = text2.charCodeAt(at2);
      if (at2 >= text2.length || c !== 10 && c !== 35) {
        this.lineStart = start;
        this.indentation = at2 - start;
        this.at = at2;
        return;
      }
      const end = text2.indexOf("\n", at2);
      if (end < 0) {
        this.at = this.lineStart = text2.length;
        this.indentation = 0;
        return;
      }
      start = end + 1;
    }
  }
  endOfLine(at2) {
    const end = this.text.indexOf("\n", at2);
    return end < 0 ? this.text.length : end;
  }
  isItem() {
    const next = this.text.charCodeAt(this.at + 1);
    return this.text.charCodeAt(this.at) === 45 && (next === 32 || next === 10);
  }
  block(indentation2) {
    if (++this.depth > MAX_DEPTH2) throw NOT_PLAIN;
    const node = this.isItem() ? this.list(indentation2) : this.map(indentation2);
    this.depth--;
    return node;
  }
  list(indentation2) {
    const start = this.at;
    const items = [];
    while (this.at < this.text.length && this.indentation === indentation2 && this.isItem()) {
      let at2 = this.at + 1;
      while (this.text.charCodeAt(at2) === 32) at2++;
      if (at2 >= this.endOfLine(this.at) || this.text[at2] === "#") throw NOT_PLAIN;
      KEY.lastIndex = at2;
      if (KEY.test(this.text)) {
        this.indentation = at2 - this.lineStart;
        this.at = at2;
        items.push(this.map(this.indentation));
      } else items.push(this.scalar(at2, indentation2));
    }
    if (this.at < this.text.length && this.indentation > indentation2) throw NOT_PLAIN;
    return { kind: "list", span: this.span(start, items[items.length - 1].span.end), items };
  }
  map(indentation2) {
    const start = this.at;
    const entries = [];
    const seen = /* @__PURE__ */ new Set();
    while (this.at < this.text.length && this.indentation === indentation2) {
      const keyStart = this.at;
      KEY.lastIndex = keyStart;
      if (!KEY.test(this.text)) break;
      const keyEnd = KEY.lastIndex;
      const name = this.text.slice(keyStart, keyEnd);
      if (seen.has(name) || typeof resolve(name) !== "string") throw NOT_PLAIN;
      seen.add(name);
      const key2 = {
        kind: "scalar",
        span: this.span(keyStart, keyEnd),
        value: name,
        text: name,
        style: "plain"
      };
      entries.push({ key: key2, value: this.value(keyEnd + 1, indentation2, key2) });
    }
    if (entries.length === 0 || this.at < this.text.length && this.indentation > indentation2) {
      throw NOT_PLAIN;
    }
    const { key, value } = entries[entries.length - 1];
    const end = Math.max(key.span.end + 1, value.span.end);
    return { kind: "map", span: this.span(start, end), entries };
  }
  /** What follows a key's colon, on its line or below it. */
  value(from, indentation2, key) {
    const { text: text2 } = this;
    let at2 = from;
    while (text2.charCodeAt(at2) === 32) at2++;
    const c = text2.charCodeAt(at2);
    if (at2 < text2.length && c !== 10 && !(c === 35 && at2 > from))
      return this.scalar(at2, indentation2);
    this.nextLine(this.endOfLine(at2) + 1);
    const inside = this.at < text2.length;
    if (inside && this.indentation > indentation2) return this.block(this.indentation);
    if (inside && this.indentation === indentation2 && this.isItem()) return this.block(indentation2);
    return { kind: "scalar", span: key.span, value: null, text: "", style: "plain" };
  }
  /** @param indentation of the key or dash: what goes on below it is not plain. */
  scalar(at2, indentation2) {
    const { text: text2 } = this;
    const c = text2[at2];
    const lineEnd = this.endOfLine(at2);
    if (c === "|") return this.literal(at2, lineEnd, indentation2);
    let end;
    let value;
    let style;
    if (c === "'" || c === '"') {
      end = this.closingQuote(at2, lineEnd, c);
      value = text2.slice(at2 + 1, end - 1);
      if (c === "'") value = value.includes("'") ? value.replaceAll("''", "'") : value;
      else if (value.includes("\\")) throw NOT_PLAIN;
      style = c === "'" ? "single" : "double";
    } else {
      PLAIN_START.lastIndex = at2;
      if (!PLAIN_START.test(text2)) throw NOT_PLAIN;
      end = lineEnd;
      value = text2.slice(at2, end);
      const comment = value.indexOf(" #");
      if (comment >= 0) end = at2 + comment;
      while (text2.charCodeAt(end - 1) === 32) end--;
      value = text2.slice(at2, end);
      if (value.includes(": ") || value.endsWith(":")) throw NOT_PLAIN;
      style = "plain";
    }
    if (!/^ *(?: #.*)?$/.test(text2.slice(end, lineEnd))) throw NOT_PLAIN;
    this.nextLine(lineEnd + 1);
    if (this.at < text2.length && this.indentation > indentation2) throw NOT_PLAIN;
    const resolved = style === "plain" ? resolve(value) : value;
    return { kind: "scalar", span: this.span(at2, end), value: resolved, text: value, style };
  }
  closingQuote(at2, lineEnd, quote2) {
    for (let i = at2 + 1; i < lineEnd; i++) {
      if (this.text[i] !== quote2) continue;
      if (quote2 === "'" && this.text[i + 1] === "'") i++;
      else return i + 1;
    }
    throw NOT_PLAIN;
  }
  /** `|` alone: lines as they are, their common indentation gone, one line break at the end. */
  literal(at2, lineEnd, indentation2) {
    const { text: text2 } = this;
    if (lineEnd !== at2 + 1) throw NOT_PLAIN;
    const lines = [];
    let inner = -1;
    let start = lineEnd + 1;
    let end = start;
    while (start < text2.length) {
      const stop = this.endOfLine(start);
      let first = start;
      while (first < stop && text2.charCodeAt(first) === 32) first++;
      if (first === stop) {
        if (first - start > Math.max(inner, 0)) throw NOT_PLAIN;
        lines.push("");
      } else {
        if (first - start <= indentation2) break;
        if (inner < 0) inner = first - start;
        if (first - start < inner) throw NOT_PLAIN;
        lines.push(text2.slice(start + inner, stop));
        end = stop + 1;
      }
      start = stop + 1;
    }
    if (inner < 0) throw NOT_PLAIN;
    while (lines[lines.length - 1] === "") lines.pop();
    const value = `${lines.join("\n")}
`;
    if (end > text2.length) throw NOT_PLAIN;
    this.nextLine(start);
    if (this.at < text2.length && this.indentation > indentation2) throw NOT_PLAIN;
    return { kind: "scalar", span: this.span(at2, end), value, text: value, style: "literal" };
  }
};
function resolve(text2) {
  switch (text2) {
    case "~":
    case "null":
    case "Null":
    case "NULL":
      return null;
    case "true":
    case "True":
    case "TRUE":
      return true;
    case "false":
    case "False":
    case "FALSE":
      return false;
  }
  const c = text2.charCodeAt(0);
  if (c > 57 || c < 43) return text2;
  if (INTEGER.test(text2)) return Number(text2);
  if (BASED.test(text2) || FLOAT.test(text2)) return Number(text2);
  return SPECIAL_FLOAT.test(text2) ? NaN : text2;
}

// src/source/yaml.ts
import { Composer, Lexer, Parser } from "yaml";

// src/source/repair.ts
function applyRepairs(original, repairs) {
  const edits = repairs.flatMap((r) => r.edits).sort((a, b) => a.start - b.start || a.end - b.end);
  const starts = [];
  const parts = [];
  let length = 0;
  let at2 = 0;
  const add = (text2, from, replaced) => {
    starts.push({ repaired: length, original: from, replaced });
    parts.push(text2);
    length += text2.length;
  };
  for (const edit of edits) {
    if (edit.start < at2) continue;
    add(original.slice(at2, edit.start), at2, false);
    add(edit.text, edit.start, true);
    at2 = edit.end;
  }
  add(original.slice(at2), at2, false);
  return {
    text: parts.join(""),
    toOriginal: (offset) => {
      let low = 0;
      let high = starts.length - 1;
      while (low < high) {
        const middle = low + high + 1 >> 1;
        if (starts[middle].repaired <= offset) low = middle;
        else high = middle - 1;
      }
      const start = starts[low];
      return start.replaced ? start.original : start.original + offset - start.repaired;
    }
  };
}
var ODD_INDENT = /^ *[\t\u00a0\u200b\u2060\ufeff][ \t\u00a0\u200b\u2060\ufeff]*/;
var PLAIN_STRING = "this value as a plain string (put it in single quotes)";
function hangsOnTabs(line) {
  return /^ *\t/.test(line);
}
function repairLine(line, start, tabWidth) {
  const odd = ODD_INDENT.exec(line);
  if (odd) return indentation(odd[0], start, tabWidth);
  const at2 = valueStart(line);
  const tab = () => {
    const i = start + line.indexOf("	");
    if (i < start) return null;
    const edits = [{ start: i, end: i + 1, text: " " }];
    return { edits, reading: "a tab as a space", start: i, end: i + 1 };
  };
  if (at2 === null) return tab();
  let end = line.length;
  while (end > at2 && (line[end - 1] === " " || line[end - 1] === "	")) end--;
  const value = line.slice(at2, end);
  const from = start + at2;
  if (value.startsWith('"')) return doubleQuoted(value, from);
  if (value.startsWith("'")) return apostrophes(value, from);
  if (isPlainString(value)) {
    const edits = [{ start: from, end: from, text: "'" }];
    for (let i = 0; i < value.length; i++) {
      if (value[i] === "'") edits.push({ start: from + i, end: from + i, text: "'" });
    }
    edits.push({ start: start + end, end: start + end, text: "'" });
    return { edits, reading: PLAIN_STRING, start: from, end: start + end };
  }
  return tab();
}
function indentation(written, start, tabWidth) {
  let width = 0;
  for (const c of written) {
    if (c === " " || c === "\xA0") width++;
    else if (c === "	") width += tabWidth - width % tabWidth;
  }
  const end = start + written.length;
  const what = written.includes("	") ? `a tab in the indentation as ${tabWidth === 4 ? "four" : tabWidth} spaces` : "an invisible character in the indentation as none";
  return { edits: [{ start, end, text: " ".repeat(width) }], reading: what, start, end };
}
var isBlank2 = (c) => c === void 0 || c === " " || c === "	";
function valueStart(line) {
  let at2 = 0;
  let dashes = false;
  const skip = () => {
    while (at2 < line.length && isBlank2(line[at2])) at2++;
  };
  skip();
  while (line[at2] === "-" && isBlank2(line[at2 + 1])) {
    dashes = true;
    at2++;
    skip();
  }
  const first = at2;
  if (!/["'#[\]{},&*!|>%@`]/.test(line[at2] ?? "#")) {
    for (let i = at2; i < line.length; i++) {
      if (line[i] === "#" && isBlank2(line[i - 1])) break;
      if (line[i] !== ":" || !isBlank2(line[i + 1])) continue;
      at2 = i + 1;
      skip();
      return at2 < line.length ? at2 : null;
    }
  }
  return dashes && first < line.length ? first : null;
}
function isPlainString(value) {
  if (value.includes(" #")) return false;
  const c = value[0];
  switch (c) {
    case "*":
    case "%":
    case "@":
    case "`":
    case "&":
    case ",":
    case "]":
    case "}":
      return true;
    case "!":
      return !value.startsWith("!!");
    case "|":
    case ">":
      return !/^[|>][-+1-9]{0,2}$/.test(value);
    case "[":
    case "{": {
      const close = value.indexOf(c === "[" ? "]" : "}");
      return close > 0 && close + 1 < value.length && !/["',]|[\]}]\s*:?$/.test(value);
    }
    default:
      return !/^[-?:](?:[ \t]|$)/.test(value) && /:[ \t]|\t|:$/.test(value);
  }
}
var HEX_ESCAPE = /^(?:x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8})/;
var PATH = /^(?:[A-Za-z]:|[*?]|%\w+%)\\/;
function doubleQuoted(value, from) {
  const raw = [];
  const escapes = [];
  let i = 1;
  for (; i < value.length && value[i] !== '"'; i++) {
    if (value[i] !== "\\") continue;
    const next = value[i + 1];
    if (next === void 0) return null;
    if (next === '"' && i + 2 === value.length) raw.push(i);
    else if (next === "\\" || next === '"') i++;
    else if ("0abtnvfre /N_LP	".includes(next) || HEX_ESCAPE.test(value.slice(i + 1, i + 10))) {
      escapes.push(i);
    } else raw.push(i);
  }
  if (raw.length === 0 || !/^"(?:[ \t]+#.*)?$/.test(value.slice(i))) return null;
  if (escapes.length > 0 && !PATH.test(value.slice(1))) return null;
  const backslashes = [...raw, ...escapes].sort((a, b) => a - b);
  const first = from + backslashes[0];
  return {
    edits: backslashes.map((r) => ({ start: from + r, end: from + r, text: "\\" })),
    reading: "a backslash in double quotes as a backslash",
    start: first,
    end: first + 1
  };
}
function apostrophes(value, from) {
  if (value.length < 3 || !value.endsWith("'")) return null;
  const edits = [];
  for (let i = 1; i < value.length - 1; i++) {
    if (value[i] !== "'") continue;
    if (value[i + 1] === "'" && i + 2 < value.length) i++;
    else if (/^[\p{L}\p{N}]'[\p{L}\p{N}]$/u.test(value.slice(i - 1, i + 2))) {
      edits.push({ start: from + i, end: from + i, text: "'" });
    } else return null;
  }
  const [first] = edits;
  if (!first) return null;
  const reading = "a quote between letters as an apostrophe (write '' for it)";
  return { edits, reading, start: first.start, end: first.start + 1 };
}

// src/source/yaml-errors.ts
import { isCollection, isScalar, visit } from "yaml";
var EXPLANATIONS = {
  TAB_AS_INDENT: "A tab indents this line. Indent with spaces.",
  BAD_INDENT: "This line is indented unlike its neighbours. Align it with the other keys.",
  MISSING_CHAR: "A closing quote, bracket or brace is missing.",
  MULTILINE_IMPLICIT_KEY: "A key must stand on one line. Is a colon, or a closing quote, missing?",
  BLOCK_AS_IMPLICIT_KEY: "Keys within one line. Put a value that holds a colon and a blank in single quotes.",
  UNEXPECTED_TOKEN: "This does not belong here. Is this line or one before it indented unlike its neighbours? Or does a value with special characters need single quotes?",
  BAD_SCALAR_START: "A value cannot begin with this character. Put it in single quotes.",
  BAD_DQ_ESCAPE: "A backslash in double quotes begins an escape. Use single quotes.",
  BAD_ALIAS: "A value cannot begin with * or & unless it is quoted. Put it in single quotes."
};
function isConsequence({ code, message }) {
  return code === "UNEXPECTED_TOKEN" && message.includes("in YAML stream");
}
function explain(error) {
  const plain = error.message.split("\n")[0].replace(/[.:]?\s*$/, "");
  return `${explanationOf(error) ?? "Not valid YAML."} (YAML: ${plain})`;
}
function explanationOf({ code, message }) {
  if (isUnclosed(message)) {
    if (message.includes("quote")) {
      const hint = message.includes('"quote') ? "A backslash before a quote keeps it from closing; single quotes know no such escapes." : "Within single quotes, write '' for one.";
      return `The quote that opens here is not closed. ${hint}`;
    }
    return "The bracket that opens here is not closed. If it is part of a text, put all of it in single quotes.";
  }
  if (code === "MISSING_CHAR") {
    if (message.startsWith("Implicit map keys")) {
      return "A colon and a blank are missing after this name. Or, if it belongs to the text above, indent it more.";
    }
    if (message.startsWith("Sequence item")) {
      return "This stands among the items of a list, without a dash. Add one, or indent it otherwise.";
    }
    if (message.startsWith("Tags and anchors")) return EXPLANATIONS["BAD_ALIAS"];
    if (message.startsWith("Missing")) return "A comma is missing between the brackets.";
    if (message.startsWith("Comments")) return "A blank is missing before the comment.";
    if (message.startsWith("Block scalar")) return EXPLANATIONS["BAD_INDENT"];
  }
  return EXPLANATIONS[code];
}
function isUnclosed(message) {
  return /^Missing closing|^(?:Flow|Block) (?:map|sequence).*end with a/.test(message);
}
function opening(error, documents) {
  if (!isUnclosed(error.message)) return null;
  let found = null;
  for (const document of documents) {
    visit(document, {
      Node: (_key, node) => {
        const range = node.range;
        if (!range || range[1] !== error.pos[0]) return;
        const isQuoted = isScalar(node) && node.type?.startsWith("QUOTE");
        if (isQuoted || isCollection(node) && node.flow) found = [range[0], range[0] + 1];
      }
    });
  }
  return found;
}

// src/source/yaml-nodes.ts
import { isAlias, isMap, isScalar as isScalar2, isSeq } from "yaml";
function toNodes(contents, placement) {
  const reader = new NodeReader(placement);
  return { node: reader.node(contents, 0), diagnostics: reader.diagnostics };
}
var STYLES = {
  PLAIN: "plain",
  QUOTE_SINGLE: "single",
  QUOTE_DOUBLE: "double",
  BLOCK_LITERAL: "literal",
  BLOCK_FOLDED: "folded"
};
var YAML_TAG = "tag:yaml.org,2002:";
var NodeReader = class {
  constructor(placement) {
    this.placement = placement;
  }
  placement;
  diagnostics = [];
  /** Null while the anchored node is being read. */
  anchors = /* @__PURE__ */ new Map();
  expanded = 0;
  bombed = false;
  size = 0;
  /** The deepest level since an anchor was begun. */
  deepest = 0;
  span(start, end) {
    const { file, toFile } = this.placement;
    return { file, start: toFile(start), end: toFile(end) };
  }
  report(severity, code, message, [start, end]) {
    const span = this.span(start, Math.max(end, start + 1));
    this.diagnostics.push(diagnostic(severity, code, message, span));
  }
  rangeOf(node) {
    return node.range ? [node.range[0], node.range[1]] : [0, 0];
  }
  node(node, depth) {
    this.deepest = Math.max(this.deepest, depth);
    if (isAlias(node)) return this.alias(node.source, this.rangeOf(node), depth);
    const anchor = node.anchor;
    if (!anchor) return this.content(node, depth);
    this.anchors.set(anchor, null);
    const sizeBefore = this.size;
    const deepestBefore = this.deepest;
    this.deepest = depth;
    const made = this.content(node, depth);
    const height = this.deepest - depth;
    this.anchors.set(anchor, { node: made, size: this.size - sizeBefore, height });
    this.deepest = Math.max(this.deepest, deepestBefore);
    return made;
  }
  content(node, depth) {
    this.size++;
    const [start, end] = this.rangeOf(node);
    if (isScalar2(node)) return this.scalar(node);
    if (isMap(node)) {
      this.checkTag(node.tag, "map", start);
      return this.map(node, depth);
    }
    if (isSeq(node)) {
      this.checkTag(node.tag, "seq", start);
      const items = node.items.map((i) => this.node(i, depth + 1));
      return { kind: "list", span: this.span(start, end), items };
    }
    return this.nothing(start);
  }
  checkTag(tag, kind, start) {
    if (tag !== void 0 && tag !== "!" && tag !== YAML_TAG + kind) this.badTag(tag, start);
  }
  badTag(tag, at2) {
    const shown = tag.startsWith(YAML_TAG) ? `!!${tag.slice(YAML_TAG.length)}` : tag;
    const message = `The tag ${shown} has no meaning in a rule. If it is part of the value, put all of it in single quotes; else remove it.`;
    this.report("error", "yaml-tag", message, [Math.max(0, at2 - 1), at2]);
  }
  scalar(node) {
    const [start, end] = this.rangeOf(node);
    const style = STYLES[node.type ?? "PLAIN"] ?? "plain";
    const text2 = node.source ?? "";
    if (style === "plain" && text2 === "") {
      const meant = this.markAlone(node, start);
      if (meant) return meant;
    }
    const value = this.valueOf(node, text2, style, start);
    if (style === "plain" && NO_BREAK_COLON.test(text2)) {
      const message = "A no-break space follows the colon, so this is one text, not a name and its value. Type a space in its stead.";
      this.report("warning", "no-break-space", message, [start, end]);
    }
    const { file, text: source, repaired, toFile } = this.placement;
    const span = this.span(start, end);
    if (!repaired) return { kind: "scalar", span, value, text: text2, style };
    const bare = style === "single" && file.text[span.start] !== "'";
    const made = { kind: "scalar", span, value, text: text2, style: bare ? "plain" : style };
    setOrigin(made, { text: source, start, end, style, toFile });
    return made;
  }
  valueOf(node, text2, style, start) {
    const value = node.value;
    const { tag } = node;
    if (tag === void 0) return value;
    const type = value === null ? "null" : typeof value;
    switch (tag) {
      case "!":
      case `${YAML_TAG}str`:
        return text2;
      case `${YAML_TAG}int`:
      case `${YAML_TAG}float`:
        if (type === "number") return value;
        break;
      case `${YAML_TAG}bool`:
        if (type === "boolean") return value;
        break;
      case `${YAML_TAG}null`:
        if (type === "null") return value;
    }
    this.badTag(tag, start);
    return style === "plain" && text2 === "" ? null : text2;
  }
  /** `&lt;x` or `!x` before nothing: to YAML an anchor or a tag, to its author a text. */
  markAlone(node, at2) {
    const { text: text2 } = this.placement;
    let mark2 = null;
    if (node.anchor !== void 0 && !text2.includes(`*${node.anchor}`)) mark2 = `&${node.anchor}`;
    else if (node.tag !== void 0 && /^!./.test(node.tag)) mark2 = node.tag;
    if (mark2 === null) return null;
    const start = text2.lastIndexOf(mark2, at2);
    if (start < 0 || text2.slice(start + mark2.length, at2).trim() !== "") return null;
    const end = start + mark2.length;
    const message = `YAML takes this for ${mark2[0] === "&" ? "an anchor" : "a tag"}, but there is nothing behind it. It was read as the string '${mark2}'; put it in single quotes.`;
    this.report("warning", "unquoted-string", message, [start, end]);
    return { kind: "scalar", span: this.span(start, end), value: mark2, text: mark2, style: "plain" };
  }
  nothing(at2) {
    return { kind: "scalar", span: this.span(at2, at2), value: null, text: "", style: "plain" };
  }
  alias(name, range, depth) {
    const known = this.anchors.get(name);
    const [start, end] = range;
    if (known === null) {
      const message = `*${name} stands within &${name}, so it would never end. If it is a wildcard, put the value in single quotes.`;
      this.report("error", "cyclic-alias", message, range);
      return this.nothing(start);
    }
    if (!known) {
      const text2 = `*${name}`;
      const message = `Nothing is anchored as &${name}, so this was read as the string '${text2}'. Put it in single quotes.`;
      this.report("warning", "unquoted-wildcard", message, range);
      return { kind: "scalar", span: this.span(start, end), value: text2, text: text2, style: "plain" };
    }
    this.expanded += known.size;
    this.size += known.size;
    const reach = depth + known.height;
    this.deepest = Math.max(this.deepest, reach);
    if (this.expanded > MAX_ALIASED_NODES || reach > MAX_YAML_DEPTH) {
      if (!this.bombed) {
        const message = `The aliases of this document expand to more than ${MAX_ALIASED_NODES} nodes, or ${MAX_YAML_DEPTH} levels. Write the values out.`;
        this.report("error", "alias-bomb", message, range);
      }
      this.bombed = true;
      return this.nothing(start);
    }
    return known.node;
  }
  map(node, depth) {
    const entries = [];
    const merged = [];
    const seen = /* @__PURE__ */ new Map();
    for (const pair of node.items) {
      const keyNode = pair.key;
      if (!keyNode || !(isScalar2(keyNode) || isAlias(keyNode))) {
        const range = keyNode ? this.rangeOf(keyNode) : this.rangeOf(node);
        const message = "A key must be a plain name, not a list or a map. Put it in quotes.";
        this.report("error", "yaml-key", message, range);
        continue;
      }
      const key = this.node(keyNode, depth + 1);
      if (key.kind !== "scalar") continue;
      const value = pair.value ? this.node(pair.value, depth + 1) : this.nullAfter(key);
      if (key.text === "<<" && key.style === "plain") {
        const sources = value.kind === "list" ? value.items : [value];
        for (const source of sources) {
          if (source.kind === "map") for (const e of source.entries) merged.push(e);
          else {
            const message = "`<<` merges another map into this one, so its value must be an alias of a map. A field of this name is written '<<', in quotes.";
            this.diagnostics.push(diagnostic("error", "yaml-merge", message, key.span));
          }
        }
        continue;
      }
      const first = seen.get(key.text);
      if (first) {
        const { line } = positionAt(this.placement.file, first.span.start);
        const message = `The key '${key.text}' stands here already, in line ${line}; only one of the two would count. Merge them, or rename one.`;
        this.diagnostics.push(diagnostic("error", "duplicate-key", message, key.span));
        continue;
      }
      seen.set(key.text, key);
      entries.push({ key, value });
    }
    for (const entry2 of merged) {
      if (seen.has(entry2.key.text)) continue;
      seen.set(entry2.key.text, entry2.key);
      entries.push(entry2);
    }
    const [start, end] = this.rangeOf(node);
    return { kind: "map", span: this.span(start, end), entries };
  }
  nullAfter(key) {
    return { kind: "scalar", span: key.span, value: null, text: "", style: "plain" };
  }
};
var NO_BREAK_COLON = /^[\w|.-]+:[\u00a0\u2007\u202f]/;

// src/source/yaml.ts
function readYaml(file) {
  const documents = [];
  for (const [start, end] of split(file.text)) documents.push(...new Part(file, start, end).read());
  return documents;
}
var MARKER = /^(?:---|\.\.\.)(?=[ \t\r\n]|$)/gm;
var PRELUDE = /^(?:[ \t]*(?:#.*)?|%.*)$/;
function split(text2) {
  const parts = [];
  let from = 0;
  for (const { index } of text2.matchAll(MARKER)) {
    if (text2[index] === ".") {
      parts.push([from, index + 3]);
      from = index + 3;
    } else if (!isPrelude(text2, from, index)) {
      parts.push([from, index]);
      from = index;
    }
  }
  parts.push([from, text2.length]);
  return parts;
}
function isPrelude(text2, from, to) {
  for (let i = from; i < to; ) {
    const lineFeed = text2.indexOf("\n", i);
    const end = lineFeed < 0 || lineFeed > to ? to : lineFeed;
    if (!PRELUDE.test(text2.slice(i, text2[end - 1] === "\r" ? end - 1 : end))) return false;
    i = end + 1;
  }
  return true;
}
var OPTIONS = {
  uniqueKeys: false,
  prettyErrors: false,
  logLevel: "silent",
  resolveKnownTags: false
};
function compose(text2) {
  const parser = new Parser();
  const composer = new Composer(OPTIONS);
  const documents = [];
  for (const lexeme of new Lexer().lex(text2)) {
    for (const token of parser.next(lexeme)) documents.push(...composer.next(token));
    if (parser.stack.length > MAX_YAML_DEPTH + 1) {
      return { documents, errors: [], tooDeep: Math.min(parser.offset, text2.length) };
    }
  }
  for (const token of parser.end()) documents.push(...composer.next(token));
  documents.push(...composer.end());
  const errors = documents.flatMap((d) => d.errors);
  if (documents.length === 0) errors.push(...composer.streamInfo().errors);
  return { documents, errors, tooDeep: null };
}
var Part = class {
  constructor(file, base, end) {
    this.base = base;
    this.file = file;
    const whole = base === 0 && end === file.text.length;
    const text2 = whole ? file.text : file.text.slice(base, end);
    const unified = text2.includes("\r") ? text2.replace(/\r(?!\n)/g, "\n") : text2;
    this.own = unified === file.text ? file : { path: file.path, text: unified };
  }
  base;
  file;
  /** The part by itself, with line feeds where only carriage returns end its lines. */
  own;
  read() {
    const { text: text2 } = this.own;
    if (text2.length > MAX_DOCUMENT_SIZE) {
      const message = "This document has more than a million characters, which is no rule. Split it, or leave it out.";
      return [this.refused("document-too-large", message, 0)];
    }
    const base = this.base;
    const strict = { ...compose(text2), text: text2, toFile: (o) => o + base, repairs: [] };
    const reading = strict.errors.length > 0 ? this.repair(strict) ?? strict : strict;
    if (reading.tooDeep !== null) {
      const message = `The YAML nests deeper than ${MAX_YAML_DEPTH} levels. Flatten it.`;
      return [this.refused("yaml-too-deep", message, reading.tooDeep)];
    }
    return this.documents(reading);
  }
  span(start, end) {
    const limit = this.file.text.length;
    return { file: this.file, start: Math.min(start, limit), end: Math.min(end, limit) };
  }
  refused(code, message, at2) {
    const span = this.span(this.base + at2, this.base + at2 + 1);
    const diagnostics = [diagnostic("error", code, message, span)];
    return { root: null, partial: null, span, diagnostics };
  }
  documents(reading) {
    const { documents, toFile } = reading;
    const found = this.diagnostics(reading);
    const failed = reading.errors.length > 0;
    const placement = { file: this.file, text: reading.text, repaired: reading.repairs.length > 0 };
    const made = [];
    for (const { contents } of documents) {
      const read = contents && toNodes(contents, { ...placement, toFile });
      const partial = read && !isNothing(read.node) ? read.node : null;
      if (!partial && !failed) continue;
      const diagnostics = failed ? [] : read?.diagnostics ?? [];
      const whole = !failed && !diagnostics.some((d) => d.severity === "error");
      const span2 = partial?.span ?? this.span(this.base, this.base + 1);
      made.push({ root: whole ? partial : null, partial, span: span2, diagnostics });
    }
    if (found.length === 0) return made;
    const [first, ...others] = made;
    if (first) return [{ ...first, diagnostics: [...found, ...first.diagnostics] }, ...others];
    const span = found[0].span;
    return failed ? [{ root: null, partial: null, span, diagnostics: found }] : [];
  }
  /** What YAML itself says, a line at a time, and what was repaired. */
  diagnostics(reading) {
    const { file, base } = this;
    const found = [];
    for (const { start, end, reading: how } of reading.repairs.slice(0, MAX_YAML_DIAGNOSTICS)) {
      const span = this.span(base + start, base + Math.max(end, start + 1));
      const message = `This is not valid YAML; it was read with ${how}.`;
      found.push(diagnostic("warning", "yaml-repaired", message, span));
    }
    const lines = /* @__PURE__ */ new Set();
    for (const error of reading.errors.slice(0, 4 * MAX_YAML_DIAGNOSTICS)) {
      if (lines.size > 0 && isConsequence(error)) continue;
      const [from, to] = opening(error, reading.documents) ?? error.pos;
      const start = reading.toFile(from);
      const span = this.span(start, Math.max(reading.toFile(to), start + 1));
      const line = lineIndexAt(file, span.start);
      if (lines.has(line)) continue;
      lines.add(line);
      found.push(diagnostic("error", "yaml-syntax", explain(error), span));
      if (found.length >= MAX_YAML_DIAGNOSTICS) break;
    }
    for (const { warnings } of reading.documents) {
      for (const { code, message, pos } of warnings) {
        if (code === "TAG_RESOLVE_FAILED") continue;
        const span = this.span(reading.toFile(pos[0]), reading.toFile(pos[1]));
        found.push(diagnostic("warning", "yaml-warning", `${message}.`, span));
      }
    }
    return found;
  }
  /** Null if what YAML refuses has no reading, or more than one. */
  repair(strict) {
    if (this.own.text.length > MAX_REPAIRED_SIZE) return null;
    const usual = this.repairWith(strict, 4);
    const starts = lineStarts(this.own);
    if (!starts.some((s, i) => hangsOnTabs(this.own.text.slice(s, starts[i + 1])))) return usual;
    const readings = [usual, this.repairWith(strict, 2), this.repairWith(strict, 8)].filter((r) => r !== null).map((reading) => ({ reading, ...this.shape(reading) }));
    const fewest = Math.min(...readings.map((r) => r.empty));
    const whole = readings.filter((r) => r.empty === fewest);
    return whole.every((r) => r.shape === whole[0].shape) ? whole[0]?.reading ?? null : null;
  }
  /** What a reading says, and how many names it leaves without a value. */
  shape(reading) {
    const parts = [];
    let empty = 0;
    const add = (node) => {
      if (node.kind === "scalar") {
        if (isNothing(node)) empty++;
        parts.push(JSON.stringify(node.text), " ");
      } else if (node.kind === "list") {
        parts.push("[");
        node.items.forEach(add);
        parts.push("]");
      } else {
        parts.push("{");
        for (const { key, value } of node.entries) {
          add(key);
          add(value);
        }
        parts.push("}");
      }
    };
    for (const document of this.documents(reading)) if (document.partial) add(document.partial);
    return { shape: parts.join(""), empty };
  }
  /** Repairs one stumbling block after the other; null if some of them has no plain reading. */
  repairWith(strict, tabWidth) {
    const { own, base } = this;
    const starts = lineStarts(own);
    const repairs = /* @__PURE__ */ new Map();
    const tryLine = (index) => {
      if (index < 0 || index >= starts.length || repairs.has(index)) return false;
      const line = own.text.slice(starts[index], starts[index + 1]).replace(/\r?\n$/, "");
      const repair = repairLine(line, starts[index], tabWidth);
      if (repair) repairs.set(index, repair);
      return repair !== null;
    };
    let reading = strict;
    for (let turn = 0; turn < MAX_REPAIR_TURNS; turn++) {
      const before = repairs.size;
      for (const [i, error] of reading.errors.entries()) {
        if (i > 0 && !OF_ONE_LINE.has(error.code)) continue;
        const at2 = lineIndexAt(own, Math.min(reading.toFile(error.pos[0]) - base, own.text.length));
        if (!tryLine(at2) && i === 0) tryLine(at2 - 1);
      }
      if (repairs.size === before) return null;
      const all = [...repairs.values()].sort((a, b) => a.start - b.start);
      const { text: text2, toOriginal } = applyRepairs(own.text, all);
      const toFile = (offset) => toOriginal(offset) + base;
      reading = { ...compose(text2), text: text2, toFile, repairs: all };
      if (reading.errors.length === 0) return reading;
    }
    return null;
  }
};
var OF_ONE_LINE = /* @__PURE__ */ new Set([
  "TAB_AS_INDENT",
  "BAD_SCALAR_START",
  "BAD_DQ_ESCAPE",
  "BAD_ALIAS",
  "BLOCK_AS_IMPLICIT_KEY"
]);
function isNothing(node) {
  return node.kind === "scalar" && node.style === "plain" && node.text === "";
}

// src/model/action.ts
function mergeCollections(documents) {
  let global = null;
  let previous = null;
  const merged = [];
  for (const document of documents) {
    const { root } = document;
    const action = root?.kind === "map" ? entry(root, "action") : void 0;
    if (root?.kind !== "map" || !action && !global) {
      merged.push(document);
      if (root?.kind === "map") previous = root;
      continue;
    }
    const own = without(root, "action");
    switch (action?.value.kind === "scalar" ? action.value.text : void 0) {
      case void 0:
        if (action) merged.push(withProblem(document, unknownAction(action)));
        else {
          previous = mergeMaps(global, own);
          merged.push({ ...document, root: previous });
        }
        break;
      case "global":
        global = mergeMaps(global, own);
        break;
      case "reset":
        global = null;
        if (own.entries.length > 0) {
          previous = own;
          merged.push({ ...document, root: own });
        }
        break;
      case "repeat":
        if (previous) {
          previous = mergeMaps(previous, own);
          merged.push({ ...document, root: previous });
        } else {
          const message = "`action: repeat` repeats the document before it, and there is none.";
          const problem = diagnostic("error", "repeat-without-rule", message, action.key.span);
          merged.push(withProblem(document, problem));
        }
        break;
      default:
        merged.push(withProblem(document, unknownAction(action)));
    }
  }
  return merged;
}
function unknownAction(action) {
  const message = "`action` may be global, reset or repeat.";
  return diagnostic("error", "unknown-action", message, action.value.span);
}
function withProblem(document, problem) {
  return { ...document, root: null, diagnostics: [...document.diagnostics, problem] };
}
function without(map, key) {
  return { ...map, entries: map.entries.filter((e) => e.key.text !== key) };
}
function mergeMaps(base, over) {
  if (!base) return over;
  const entries = base.entries.map((e) => {
    const later = entry(over, e.key.text);
    if (!later) return e;
    const both = e.value.kind === "map" && later.value.kind === "map";
    return both ? { key: later.key, value: mergeMaps(e.value, later.value) } : later;
  });
  const added = over.entries.filter((e) => !entry(base, e.key.text));
  return { kind: "map", span: over.span, entries: [...entries, ...added] };
}

// src/model/condition/explain.ts
var MAX_DEPTH3 = 1e3;
function checkParentheses(text2) {
  const open = [];
  const unbalanced = (at2, message) => ({
    code: "unbalanced-parenthesis",
    message,
    start: at2,
    end: at2 + 1
  });
  for (let i = 0; i < text2.length; i++) {
    if (text2[i] === "(") {
      open.push(i);
      if (open.length > MAX_DEPTH3) {
        const message = `The condition nests deeper than ${MAX_DEPTH3} parentheses. Split it up.`;
        return { code: "condition-too-deep", message, start: i, end: i + 1 };
      }
    } else if (text2[i] === ")" && open.pop() === void 0) {
      return unbalanced(i, "This parenthesis closes nothing. Remove it, or open one before it.");
    }
  }
  const last = open.pop();
  if (last === void 0) return null;
  return unbalanced(last, "This parenthesis is never closed. Close it, or remove it.");
}
function explainSyntax(text2, offset) {
  const before = wordBefore(text2, offset);
  const word = wordAt(text2, offset);
  const at2 = { code: "bad-condition", start: offset, end: offset + word.length };
  const pipe = text2.lastIndexOf("|", offset - 1);
  if (pipe >= 0) return explainTail(text2, pipe, at2);
  if (word === "") return { ...at2, message: explainEnd(before) };
  const stray = STRAY[word[0]];
  if (stray && !QUANTITY.test(before)) {
    return { ...at2, message: `${quote(word)} cannot stand here. ${stray}` };
  }
  return { ...at2, message: explainWord(word, before) };
}
var STRAY = {
  "&": "Write `and`.",
  "!": "Write `not`.",
  "|": "For alternatives write `or`.",
  ",": "Link search identifiers with `and` or `or`.",
  "=": "A condition names search identifiers; write fields and values under one of them.",
  "<": "A condition names search identifiers; write fields and values under one of them.",
  ">": "A condition names search identifiers; write fields and values under one of them.",
  '"': "Search identifiers stand without quotes.",
  "'": "Search identifiers stand without quotes.",
  "`": "Search identifiers stand without quotes.",
  "*": "A pattern needs a quantifier: write `1 of selection*` or `all of selection*`.",
  "?": "A pattern needs a quantifier: write `1 of selection?` or `all of selection?`."
};
var QUANTITY = /^(?:all|any|\d+)$/i;
var LINK = /^(?:and|or|not)$/i;
var EXPECTED = "Expected a search identifier";
function explainEnd(before) {
  if (before === "") return "The condition is empty. Name the search identifiers that must match.";
  if (/^of$/i.test(before)) {
    return `Expected \`them\` or a pattern such as \`selection*\` after ${quote(before)}, where the condition ends.`;
  }
  return `${EXPECTED} after ${quote(before)}, where the condition ends.`;
}
function explainWord(word, before) {
  const after = before === "" ? "here" : `after ${quote(before)}`;
  if (/^of$/i.test(before)) {
    return `Expected \`them\` or a pattern such as \`selection*\` ${after}, not ${quote(word)}.`;
  }
  if (/^of$/i.test(word)) {
    return `${quote(`${before} of`.trim())} is no quantifier. Write \`1 of\`, \`all of\`, \`any of\` or a number.`;
  }
  if (QUANTITY.test(before)) {
    return `Expected \`of\` after ${quote(before)}: write ${quote(`${before} of ${word}`)}.`;
  }
  if (word === ")" && before.endsWith("(")) {
    return `${EXPECTED} between these parentheses. Name one, or remove them.`;
  }
  if (LINK.test(before) || LINK.test(word) || before.endsWith("(") || before === "") {
    return `${EXPECTED} ${after}, not ${quote(word)}.`;
  }
  return `Expected \`and\` or \`or\` ${after}, not ${quote(word)}.`;
}
function explainTail(text2, pipe, at2) {
  let start = pipe + 1;
  while (start < text2.length && isBlank3(text2[start])) start++;
  const name = wordAt(text2, start);
  if (name === "") {
    const message = "Expected an aggregation after `|`, such as `count() by Computer > 5`.";
    return { ...at2, start: pipe, end: pipe + 1, message };
  }
  if (name.startsWith("|")) {
    return { ...at2, start: pipe, end: start + 1, message: `Write \`or\` for \`||\`.` };
  }
  if (!/^(?:count|sum|min|max|avg|near)$/i.test(name)) {
    const message = `There is no aggregation ${quote(name)}. Write \`count\`, \`sum\`, \`min\`, \`max\`, \`avg\` or \`near\`; for alternatives write \`or\`.`;
    return { ...at2, start, end: start + name.length, message };
  }
  const word = text2.slice(at2.start, at2.end);
  const found = word === "" ? "The aggregation ends too early" : `${quote(word)} cannot stand here`;
  const form = /^near$/i.test(name) ? "`near` is followed by search identifiers: `| near selection1 and selection2`." : `Write it as \`| ${name.toLowerCase()}(field) by group > 5\`, with nothing after it.`;
  return { ...at2, message: `${found}. ${form}` };
}
function isBlank3(c) {
  return c === " " || c === "	" || c === "\r" || c === "\n" || c === "\xA0";
}
function isWord(c) {
  return !isBlank3(c) && c !== "(" && c !== ")";
}
function wordAt(text2, offset) {
  let end = offset;
  while (end < text2.length && isWord(text2[end])) end++;
  return text2.slice(offset, end === offset ? offset + 1 : end);
}
function wordBefore(text2, offset) {
  let end = offset;
  while (end > 0 && isBlank3(text2[end - 1])) end--;
  let start = end;
  while (start > 0 && isWord(text2[start - 1])) start--;
  return text2.slice(start === end && end > 0 ? end - 1 : start, end);
}
var SHOWN = 60;
function quote(word) {
  return `\`${word.length > SHOWN ? `${word.slice(0, SHOWN)}\u2026` : word}\``;
}

// src/model/condition/parser.generated.js
var peg$SyntaxError = class extends SyntaxError {
  constructor(message, expected, found, location) {
    super(message);
    this.expected = expected;
    this.found = found;
    this.location = location;
    this.name = "SyntaxError";
  }
  format(sources) {
    let str = "Error: " + this.message;
    if (this.location) {
      let src = null;
      const st = sources.find((s2) => s2.source === this.location.source);
      if (st) {
        src = st.text.split(/\r\n|\n|\r/g);
      }
      const s = this.location.start;
      const offset_s = this.location.source && typeof this.location.source.offset === "function" ? this.location.source.offset(s) : s;
      const loc = this.location.source + ":" + offset_s.line + ":" + offset_s.column;
      if (src) {
        const e = this.location.end;
        const filler = "".padEnd(offset_s.line.toString().length, " ");
        const line = src[s.line - 1];
        const last = s.line === e.line ? e.column : line.length + 1;
        const hatLen = last - s.column || 1;
        str += "\n --> " + loc + "\n" + filler + " |\n" + offset_s.line + " | " + line + "\n" + filler + " | " + "".padEnd(s.column - 1, " ") + "".padEnd(hatLen, "^");
      } else {
        str += "\n at " + loc;
      }
    }
    return str;
  }
  static buildMessage(expected, found) {
    function hex(ch) {
      return ch.codePointAt(0).toString(16).toUpperCase();
    }
    const nonPrintable = Object.prototype.hasOwnProperty.call(RegExp.prototype, "unicode") ? new RegExp("[\\p{C}\\p{Mn}\\p{Mc}]", "gu") : null;
    function unicodeEscape(s) {
      if (nonPrintable) {
        return s.replace(nonPrintable, (ch) => "\\u{" + hex(ch) + "}");
      }
      return s;
    }
    function literalEscape(s) {
      return unicodeEscape(s.replace(/\\/g, "\\\\").replace(/"/g, '\\"').replace(/\0/g, "\\0").replace(/\t/g, "\\t").replace(/\n/g, "\\n").replace(/\r/g, "\\r").replace(/[\x00-\x0F]/g, (ch) => "\\x0" + hex(ch)).replace(/[\x10-\x1F\x7F-\x9F]/g, (ch) => "\\x" + hex(ch)));
    }
    function classEscape(s) {
      return unicodeEscape(s.replace(/\\/g, "\\\\").replace(/\]/g, "\\]").replace(/\^/g, "\\^").replace(/-/g, "\\-").replace(/\0/g, "\\0").replace(/\t/g, "\\t").replace(/\n/g, "\\n").replace(/\r/g, "\\r").replace(/[\x00-\x0F]/g, (ch) => "\\x0" + hex(ch)).replace(/[\x10-\x1F\x7F-\x9F]/g, (ch) => "\\x" + hex(ch)));
    }
    const DESCRIBE_EXPECTATION_FNS = {
      literal(expectation) {
        return '"' + literalEscape(expectation.text) + '"';
      },
      class(expectation) {
        const escapedParts = expectation.parts.map(
          (part) => Array.isArray(part) ? classEscape(part[0]) + "-" + classEscape(part[1]) : classEscape(part)
        );
        return "[" + (expectation.inverted ? "^" : "") + escapedParts.join("") + "]" + (expectation.unicode ? "u" : "");
      },
      any() {
        return "any character";
      },
      end() {
        return "end of input";
      },
      other(expectation) {
        return expectation.description;
      }
    };
    function describeExpectation(expectation) {
      return DESCRIBE_EXPECTATION_FNS[expectation.type](expectation);
    }
    function describeExpected(expected2) {
      const descriptions = expected2.map(describeExpectation);
      descriptions.sort();
      if (descriptions.length > 0) {
        let j = 1;
        for (let i = 1; i < descriptions.length; i++) {
          if (descriptions[i - 1] !== descriptions[i]) {
            descriptions[j] = descriptions[i];
            j++;
          }
        }
        descriptions.length = j;
      }
      switch (descriptions.length) {
        case 1:
          return descriptions[0];
        case 2:
          return descriptions[0] + " or " + descriptions[1];
        default:
          return descriptions.slice(0, -1).join(", ") + ", or " + descriptions[descriptions.length - 1];
      }
    }
    function describeFound(found2) {
      return found2 ? '"' + literalEscape(found2) + '"' : "end of input";
    }
    return "Expected " + describeExpected(expected) + " but " + describeFound(found) + " found.";
  }
};
function peg$parse(input, options) {
  options = options !== void 0 ? options : {};
  const peg$FAILED = {};
  const peg$source = options.grammarSource;
  const peg$startRuleFunctions = {
    Condition: peg$parseCondition
  };
  let peg$startRuleFunction = peg$parseCondition;
  const peg$c0 = "and";
  const peg$c1 = "or";
  const peg$c2 = "(";
  const peg$c3 = ")";
  const peg$c4 = "not";
  const peg$c5 = "of";
  const peg$c6 = "all";
  const peg$c7 = "any";
  const peg$c8 = "them";
  const peg$c9 = "|";
  const peg$c10 = "near";
  const peg$c11 = "count";
  const peg$c12 = "sum";
  const peg$c13 = "min";
  const peg$c14 = "max";
  const peg$c15 = "avg";
  const peg$c16 = "*";
  const peg$c17 = "by";
  const peg$c18 = "-";
  const peg$c19 = ".";
  const peg$c20 = ",";
  const peg$c21 = ">=";
  const peg$c22 = "<=";
  const peg$c23 = "!=";
  const peg$c24 = "==";
  const peg$c25 = "=";
  const peg$c26 = ">";
  const peg$c27 = "<";
  const peg$r0 = /^[0-9]/;
  const peg$r1 = /^[^ \t\r\n\xA0()|*?<>=!&,"'`]/;
  const peg$r2 = /^[*?]/;
  const peg$r3 = /^[^ \t\r\n()|<>=!,]/;
  const peg$r4 = /^[ \t\r\n\xA0]/;
  const peg$e0 = peg$literalExpectation("and", true);
  const peg$e1 = peg$literalExpectation("or", true);
  const peg$e2 = peg$literalExpectation("(", false);
  const peg$e3 = peg$literalExpectation(")", false);
  const peg$e4 = peg$literalExpectation("not", true);
  const peg$e5 = peg$literalExpectation("of", true);
  const peg$e6 = peg$classExpectation([["0", "9"]], false, false, false);
  const peg$e7 = peg$literalExpectation("all", true);
  const peg$e8 = peg$literalExpectation("any", true);
  const peg$e9 = peg$literalExpectation("them", true);
  const peg$e10 = peg$classExpectation([" ", "	", "\r", "\n", "\xA0", "(", ")", "|", "*", "?", "<", ">", "=", "!", "&", ",", '"', "'", "`"], true, false, false);
  const peg$e11 = peg$classExpectation(["*", "?"], false, false, false);
  const peg$e12 = peg$literalExpectation("|", false);
  const peg$e13 = peg$literalExpectation("near", true);
  const peg$e14 = peg$literalExpectation("count", true);
  const peg$e15 = peg$literalExpectation("sum", true);
  const peg$e16 = peg$literalExpectation("min", true);
  const peg$e17 = peg$literalExpectation("max", true);
  const peg$e18 = peg$literalExpectation("avg", true);
  const peg$e19 = peg$literalExpectation("*", false);
  const peg$e20 = peg$literalExpectation("by", true);
  const peg$e21 = peg$literalExpectation("-", false);
  const peg$e22 = peg$literalExpectation(".", false);
  const peg$e23 = peg$literalExpectation(",", false);
  const peg$e24 = peg$classExpectation([" ", "	", "\r", "\n", "(", ")", "|", "<", ">", "=", "!", ","], true, false, false);
  const peg$e25 = peg$literalExpectation(">=", false);
  const peg$e26 = peg$literalExpectation("<=", false);
  const peg$e27 = peg$literalExpectation("!=", false);
  const peg$e28 = peg$literalExpectation("==", false);
  const peg$e29 = peg$literalExpectation("=", false);
  const peg$e30 = peg$literalExpectation(">", false);
  const peg$e31 = peg$literalExpectation("<", false);
  const peg$e32 = peg$classExpectation([" ", "	", "\r", "\n", "\xA0"], false, false, false);
  function peg$f0(expression, aggregation) {
    return { expression, aggregation };
  }
  function peg$f1(first, operator, operand) {
    return { operator, operand };
  }
  function peg$f2(first, rest) {
    return build(first, rest);
  }
  function peg$f3() {
    return "and";
  }
  function peg$f4() {
    return "or";
  }
  function peg$f5(nots, node) {
    const { start, end } = range();
    if (nots.length % 2 === 0) return { node, start, end };
    return { node: at2({ kind: "condition-not", operand: node }), start, end };
  }
  function peg$f6(count, pattern2) {
    return at2({ kind: "condition-quantified", count, pattern: pattern2 });
  }
  function peg$f7(digits) {
    return Number(digits);
  }
  function peg$f8() {
    return "all";
  }
  function peg$f9() {
    return 1;
  }
  function peg$f10() {
    return null;
  }
  function peg$f11(name) {
    return at2({ kind: "condition-identifier", name });
  }
  function peg$f12(tail) {
    return tail;
  }
  function peg$f13(expression) {
    return at2({ kind: "near", expression });
  }
  function peg$f14(name) {
    return null;
  }
  function peg$f15(name, field, groupBy, operator, threshold) {
    const called = name.toLowerCase();
    return at2({ kind: "aggregation", function: called, field, groupBy, operator, threshold });
  }
  function peg$f16(text3) {
    return at2({ text: text3 });
  }
  function peg$f17(text3) {
    return at2({ text: text3 });
  }
  function peg$f18() {
    return "gte";
  }
  function peg$f19() {
    return "lte";
  }
  function peg$f20() {
    return "neq";
  }
  function peg$f21() {
    return "eq";
  }
  function peg$f22() {
    return "eq";
  }
  function peg$f23() {
    return "gt";
  }
  function peg$f24() {
    return "lt";
  }
  let peg$currPos = options.peg$currPos | 0;
  let peg$savedPos = peg$currPos;
  const peg$posDetailsCache = [{ line: 1, column: 1 }];
  let peg$maxFailPos = peg$currPos;
  let peg$maxFailExpected = options.peg$maxFailExpected || [];
  let peg$silentFails = options.peg$silentFails | 0;
  let peg$result;
  if (options.startRule) {
    if (!(options.startRule in peg$startRuleFunctions)) {
      throw new Error(`Can't start parsing from rule "` + options.startRule + '".');
    }
    peg$startRuleFunction = peg$startRuleFunctions[options.startRule];
  }
  function text2() {
    return input.substring(peg$savedPos, peg$currPos);
  }
  function offset() {
    return peg$savedPos;
  }
  function range() {
    return {
      source: peg$source,
      start: peg$savedPos,
      end: peg$currPos
    };
  }
  function location() {
    return peg$computeLocation(peg$savedPos, peg$currPos);
  }
  function expected(description, location2) {
    location2 = location2 !== void 0 ? location2 : peg$computeLocation(peg$savedPos, peg$currPos);
    throw peg$buildStructuredError(
      [peg$otherExpectation(description)],
      input.substring(peg$savedPos, peg$currPos),
      location2
    );
  }
  function error(message, location2) {
    location2 = location2 !== void 0 ? location2 : peg$computeLocation(peg$savedPos, peg$currPos);
    throw peg$buildSimpleError(message, location2);
  }
  function peg$getUnicode(pos = peg$currPos) {
    const cp = input.codePointAt(pos);
    if (cp === void 0) {
      return "";
    }
    return String.fromCodePoint(cp);
  }
  function peg$literalExpectation(text3, ignoreCase) {
    return { type: "literal", text: text3, ignoreCase };
  }
  function peg$classExpectation(parts, inverted, ignoreCase, unicode) {
    return { type: "class", parts, inverted, ignoreCase, unicode };
  }
  function peg$anyExpectation() {
    return { type: "any" };
  }
  function peg$endExpectation() {
    return { type: "end" };
  }
  function peg$otherExpectation(description) {
    return { type: "other", description };
  }
  function peg$computePosDetails(pos) {
    let details = peg$posDetailsCache[pos];
    let p;
    if (details) {
      return details;
    } else {
      if (pos >= peg$posDetailsCache.length) {
        p = peg$posDetailsCache.length - 1;
      } else {
        p = pos;
        while (!peg$posDetailsCache[--p]) {
        }
      }
      details = peg$posDetailsCache[p];
      details = {
        line: details.line,
        column: details.column
      };
      while (p < pos) {
        if (input.charCodeAt(p) === 10) {
          details.line++;
          details.column = 1;
        } else {
          details.column++;
        }
        p++;
      }
      peg$posDetailsCache[pos] = details;
      return details;
    }
  }
  function peg$computeLocation(startPos, endPos, offset2) {
    const startPosDetails = peg$computePosDetails(startPos);
    const endPosDetails = peg$computePosDetails(endPos);
    const res = {
      source: peg$source,
      start: {
        offset: startPos,
        line: startPosDetails.line,
        column: startPosDetails.column
      },
      end: {
        offset: endPos,
        line: endPosDetails.line,
        column: endPosDetails.column
      }
    };
    if (offset2 && peg$source && typeof peg$source.offset === "function") {
      res.start = peg$source.offset(res.start);
      res.end = peg$source.offset(res.end);
    }
    return res;
  }
  function peg$fail(expected2) {
    if (peg$currPos < peg$maxFailPos) {
      return;
    }
    if (peg$currPos > peg$maxFailPos) {
      peg$maxFailPos = peg$currPos;
      peg$maxFailExpected = [];
    }
    peg$maxFailExpected.push(expected2);
  }
  function peg$buildSimpleError(message, location2) {
    return new peg$SyntaxError(message, null, null, location2);
  }
  function peg$buildStructuredError(expected2, found, location2) {
    return new peg$SyntaxError(
      peg$SyntaxError.buildMessage(expected2, found),
      expected2,
      found,
      location2
    );
  }
  function peg$parseCondition() {
    let s0, s1, s2, s3, s4, s5;
    s0 = peg$currPos;
    s1 = peg$parse_();
    s2 = peg$parseExpression();
    if (s2 !== peg$FAILED) {
      s3 = peg$parse_();
      s4 = peg$parseTail();
      if (s4 === peg$FAILED) {
        s4 = null;
      }
      s5 = peg$parse_();
      peg$savedPos = s0;
      s0 = peg$f0(s2, s4);
    } else {
      peg$currPos = s0;
      s0 = peg$FAILED;
    }
    return s0;
  }
  function peg$parseExpression() {
    let s0, s1, s2, s3, s4, s5, s6, s7;
    s0 = peg$currPos;
    s1 = peg$parseOperand();
    if (s1 !== peg$FAILED) {
      s2 = [];
      s3 = peg$currPos;
      s4 = peg$parse_();
      s5 = peg$parseOperator();
      if (s5 !== peg$FAILED) {
        s6 = peg$parse_();
        s7 = peg$parseOperand();
        if (s7 !== peg$FAILED) {
          peg$savedPos = s3;
          s3 = peg$f1(s1, s5, s7);
        } else {
          peg$currPos = s3;
          s3 = peg$FAILED;
        }
      } else {
        peg$currPos = s3;
        s3 = peg$FAILED;
      }
      while (s3 !== peg$FAILED) {
        s2.push(s3);
        s3 = peg$currPos;
        s4 = peg$parse_();
        s5 = peg$parseOperator();
        if (s5 !== peg$FAILED) {
          s6 = peg$parse_();
          s7 = peg$parseOperand();
          if (s7 !== peg$FAILED) {
            peg$savedPos = s3;
            s3 = peg$f1(s1, s5, s7);
          } else {
            peg$currPos = s3;
            s3 = peg$FAILED;
          }
        } else {
          peg$currPos = s3;
          s3 = peg$FAILED;
        }
      }
      peg$savedPos = s0;
      s0 = peg$f2(s1, s2);
    } else {
      peg$currPos = s0;
      s0 = peg$FAILED;
    }
    return s0;
  }
  function peg$parseOperator() {
    let s0, s1, s2, s3;
    s0 = peg$currPos;
    s1 = input.substr(peg$currPos, 3);
    if (s1.toLowerCase() === peg$c0) {
      peg$currPos += 3;
    } else {
      s1 = peg$FAILED;
      if (peg$silentFails === 0) {
        peg$fail(peg$e0);
      }
    }
    if (s1 !== peg$FAILED) {
      s2 = peg$currPos;
      peg$silentFails++;
      s3 = peg$parseNameCharacter();
      peg$silentFails--;
      if (s3 === peg$FAILED) {
        s2 = void 0;
      } else {
        peg$currPos = s2;
        s2 = peg$FAILED;
      }
      if (s2 !== peg$FAILED) {
        peg$savedPos = s0;
        s0 = peg$f3();
      } else {
        peg$currPos = s0;
        s0 = peg$FAILED;
      }
    } else {
      peg$currPos = s0;
      s0 = peg$FAILED;
    }
    if (s0 === peg$FAILED) {
      s0 = peg$currPos;
      s1 = input.substr(peg$currPos, 2);
      if (s1.toLowerCase() === peg$c1) {
        peg$currPos += 2;
      } else {
        s1 = peg$FAILED;
        if (peg$silentFails === 0) {
          peg$fail(peg$e1);
        }
      }
      if (s1 !== peg$FAILED) {
        s2 = peg$currPos;
        peg$silentFails++;
        s3 = peg$parseNameCharacter();
        peg$silentFails--;
        if (s3 === peg$FAILED) {
          s2 = void 0;
        } else {
          peg$currPos = s2;
          s2 = peg$FAILED;
        }
        if (s2 !== peg$FAILED) {
          peg$savedPos = s0;
          s0 = peg$f4();
        } else {
          peg$currPos = s0;
          s0 = peg$FAILED;
        }
      } else {
        peg$currPos = s0;
        s0 = peg$FAILED;
      }
    }
    return s0;
  }
  function peg$parseOperand() {
    let s0, s1, s2, s3, s4, s5, s6, s7;
    s0 = peg$currPos;
    s1 = [];
    s2 = peg$currPos;
    s3 = peg$parseNot();
    if (s3 !== peg$FAILED) {
      s4 = peg$parse_();
      s2 = s3;
    } else {
      peg$currPos = s2;
      s2 = peg$FAILED;
    }
    while (s2 !== peg$FAILED) {
      s1.push(s2);
      s2 = peg$currPos;
      s3 = peg$parseNot();
      if (s3 !== peg$FAILED) {
        s4 = peg$parse_();
        s2 = s3;
      } else {
        peg$currPos = s2;
        s2 = peg$FAILED;
      }
    }
    s2 = peg$parseQuantified();
    if (s2 === peg$FAILED) {
      s2 = peg$parseIdentifier();
      if (s2 === peg$FAILED) {
        s2 = peg$currPos;
        if (input.charCodeAt(peg$currPos) === 40) {
          s3 = peg$c2;
          peg$currPos++;
        } else {
          s3 = peg$FAILED;
          if (peg$silentFails === 0) {
            peg$fail(peg$e2);
          }
        }
        if (s3 !== peg$FAILED) {
          s4 = peg$parse_();
          s5 = peg$parseExpression();
          if (s5 !== peg$FAILED) {
            s6 = peg$parse_();
            if (input.charCodeAt(peg$currPos) === 41) {
              s7 = peg$c3;
              peg$currPos++;
            } else {
              s7 = peg$FAILED;
              if (peg$silentFails === 0) {
                peg$fail(peg$e3);
              }
            }
            if (s7 !== peg$FAILED) {
              s2 = s5;
            } else {
              peg$currPos = s2;
              s2 = peg$FAILED;
            }
          } else {
            peg$currPos = s2;
            s2 = peg$FAILED;
          }
        } else {
          peg$currPos = s2;
          s2 = peg$FAILED;
        }
      }
    }
    if (s2 !== peg$FAILED) {
      peg$savedPos = s0;
      s0 = peg$f5(s1, s2);
    } else {
      peg$currPos = s0;
      s0 = peg$FAILED;
    }
    return s0;
  }
  function peg$parseNot() {
    let s0, s1, s2, s3;
    s0 = peg$currPos;
    s1 = input.substr(peg$currPos, 3);
    if (s1.toLowerCase() === peg$c4) {
      peg$currPos += 3;
    } else {
      s1 = peg$FAILED;
      if (peg$silentFails === 0) {
        peg$fail(peg$e4);
      }
    }
    if (s1 !== peg$FAILED) {
      s2 = peg$currPos;
      peg$silentFails++;
      s3 = peg$parseNameCharacter();
      peg$silentFails--;
      if (s3 === peg$FAILED) {
        s2 = void 0;
      } else {
        peg$currPos = s2;
        s2 = peg$FAILED;
      }
      if (s2 !== peg$FAILED) {
        s1 = [s1, s2];
        s0 = s1;
      } else {
        peg$currPos = s0;
        s0 = peg$FAILED;
      }
    } else {
      peg$currPos = s0;
      s0 = peg$FAILED;
    }
    return s0;
  }
  function peg$parseQuantified() {
    let s0, s1, s2, s3, s4, s5, s6;
    s0 = peg$currPos;
    s1 = peg$parseCount();
    if (s1 !== peg$FAILED) {
      s2 = peg$parse_();
      s3 = input.substr(peg$currPos, 2);
      if (s3.toLowerCase() === peg$c5) {
        peg$currPos += 2;
      } else {
        s3 = peg$FAILED;
        if (peg$silentFails === 0) {
          peg$fail(peg$e5);
        }
      }
      if (s3 !== peg$FAILED) {
        s4 = peg$currPos;
        peg$silentFails++;
        s5 = peg$parseNameCharacter();
        peg$silentFails--;
        if (s5 === peg$FAILED) {
          s4 = void 0;
        } else {
          peg$currPos = s4;
          s4 = peg$FAILED;
        }
        if (s4 !== peg$FAILED) {
          s5 = peg$parse_();
          s6 = peg$parsePattern();
          if (s6 !== peg$FAILED) {
            peg$savedPos = s0;
            s0 = peg$f6(s1, s6);
          } else {
            peg$currPos = s0;
            s0 = peg$FAILED;
          }
        } else {
          peg$currPos = s0;
          s0 = peg$FAILED;
        }
      } else {
        peg$currPos = s0;
        s0 = peg$FAILED;
      }
    } else {
      peg$currPos = s0;
      s0 = peg$FAILED;
    }
    return s0;
  }
  function peg$parseCount() {
    let s0, s1, s2, s3;
    s0 = peg$currPos;
    s1 = peg$currPos;
    s2 = [];
    s3 = input.charAt(peg$currPos);
    if (peg$r0.test(s3)) {
      peg$currPos++;
    } else {
      s3 = peg$FAILED;
      if (peg$silentFails === 0) {
        peg$fail(peg$e6);
      }
    }
    if (s3 !== peg$FAILED) {
      while (s3 !== peg$FAILED) {
        s2.push(s3);
        s3 = input.charAt(peg$currPos);
        if (peg$r0.test(s3)) {
          peg$currPos++;
        } else {
          s3 = peg$FAILED;
          if (peg$silentFails === 0) {
            peg$fail(peg$e6);
          }
        }
      }
    } else {
      s2 = peg$FAILED;
    }
    if (s2 !== peg$FAILED) {
      s1 = input.substring(s1, peg$currPos);
    } else {
      s1 = s2;
    }
    if (s1 !== peg$FAILED) {
      s2 = peg$currPos;
      peg$silentFails++;
      s3 = peg$parseNameCharacter();
      peg$silentFails--;
      if (s3 === peg$FAILED) {
        s2 = void 0;
      } else {
        peg$currPos = s2;
        s2 = peg$FAILED;
      }
      if (s2 !== peg$FAILED) {
        peg$savedPos = s0;
        s0 = peg$f7(s1);
      } else {
        peg$currPos = s0;
        s0 = peg$FAILED;
      }
    } else {
      peg$currPos = s0;
      s0 = peg$FAILED;
    }
    if (s0 === peg$FAILED) {
      s0 = peg$currPos;
      s1 = input.substr(peg$currPos, 3);
      if (s1.toLowerCase() === peg$c6) {
        peg$currPos += 3;
      } else {
        s1 = peg$FAILED;
        if (peg$silentFails === 0) {
          peg$fail(peg$e7);
        }
      }
      if (s1 !== peg$FAILED) {
        s2 = peg$currPos;
        peg$silentFails++;
        s3 = peg$parseNameCharacter();
        peg$silentFails--;
        if (s3 === peg$FAILED) {
          s2 = void 0;
        } else {
          peg$currPos = s2;
          s2 = peg$FAILED;
        }
        if (s2 !== peg$FAILED) {
          peg$savedPos = s0;
          s0 = peg$f8();
        } else {
          peg$currPos = s0;
          s0 = peg$FAILED;
        }
      } else {
        peg$currPos = s0;
        s0 = peg$FAILED;
      }
      if (s0 === peg$FAILED) {
        s0 = peg$currPos;
        s1 = input.substr(peg$currPos, 3);
        if (s1.toLowerCase() === peg$c7) {
          peg$currPos += 3;
        } else {
          s1 = peg$FAILED;
          if (peg$silentFails === 0) {
            peg$fail(peg$e8);
          }
        }
        if (s1 !== peg$FAILED) {
          s2 = peg$currPos;
          peg$silentFails++;
          s3 = peg$parseNameCharacter();
          peg$silentFails--;
          if (s3 === peg$FAILED) {
            s2 = void 0;
          } else {
            peg$currPos = s2;
            s2 = peg$FAILED;
          }
          if (s2 !== peg$FAILED) {
            peg$savedPos = s0;
            s0 = peg$f9();
          } else {
            peg$currPos = s0;
            s0 = peg$FAILED;
          }
        } else {
          peg$currPos = s0;
          s0 = peg$FAILED;
        }
      }
    }
    return s0;
  }
  function peg$parsePattern() {
    let s0, s1, s2, s3, s4, s5;
    s0 = peg$currPos;
    s1 = input.substr(peg$currPos, 4);
    if (s1.toLowerCase() === peg$c8) {
      peg$currPos += 4;
    } else {
      s1 = peg$FAILED;
      if (peg$silentFails === 0) {
        peg$fail(peg$e9);
      }
    }
    if (s1 !== peg$FAILED) {
      s2 = peg$currPos;
      peg$silentFails++;
      s3 = peg$parsePatternCharacter();
      peg$silentFails--;
      if (s3 === peg$FAILED) {
        s2 = void 0;
      } else {
        peg$currPos = s2;
        s2 = peg$FAILED;
      }
      if (s2 !== peg$FAILED) {
        peg$savedPos = s0;
        s0 = peg$f10();
      } else {
        peg$currPos = s0;
        s0 = peg$FAILED;
      }
    } else {
      peg$currPos = s0;
      s0 = peg$FAILED;
    }
    if (s0 === peg$FAILED) {
      s0 = peg$currPos;
      s1 = peg$currPos;
      peg$silentFails++;
      s2 = peg$currPos;
      s3 = peg$parseReserved();
      if (s3 !== peg$FAILED) {
        s4 = peg$currPos;
        peg$silentFails++;
        s5 = peg$parsePatternCharacter();
        peg$silentFails--;
        if (s5 === peg$FAILED) {
          s4 = void 0;
        } else {
          peg$currPos = s4;
          s4 = peg$FAILED;
        }
        if (s4 !== peg$FAILED) {
          s3 = [s3, s4];
          s2 = s3;
        } else {
          peg$currPos = s2;
          s2 = peg$FAILED;
        }
      } else {
        peg$currPos = s2;
        s2 = peg$FAILED;
      }
      peg$silentFails--;
      if (s2 === peg$FAILED) {
        s1 = void 0;
      } else {
        peg$currPos = s1;
        s1 = peg$FAILED;
      }
      if (s1 !== peg$FAILED) {
        s2 = peg$currPos;
        s3 = [];
        s4 = peg$parsePatternCharacter();
        if (s4 !== peg$FAILED) {
          while (s4 !== peg$FAILED) {
            s3.push(s4);
            s4 = peg$parsePatternCharacter();
          }
        } else {
          s3 = peg$FAILED;
        }
        if (s3 !== peg$FAILED) {
          s2 = input.substring(s2, peg$currPos);
        } else {
          s2 = s3;
        }
        if (s2 !== peg$FAILED) {
          s0 = s2;
        } else {
          peg$currPos = s0;
          s0 = peg$FAILED;
        }
      } else {
        peg$currPos = s0;
        s0 = peg$FAILED;
      }
    }
    return s0;
  }
  function peg$parseIdentifier() {
    let s0, s1, s2, s3, s4, s5;
    s0 = peg$currPos;
    s1 = peg$currPos;
    peg$silentFails++;
    s2 = peg$currPos;
    s3 = peg$parseReserved();
    if (s3 !== peg$FAILED) {
      s4 = peg$currPos;
      peg$silentFails++;
      s5 = peg$parseNameCharacter();
      peg$silentFails--;
      if (s5 === peg$FAILED) {
        s4 = void 0;
      } else {
        peg$currPos = s4;
        s4 = peg$FAILED;
      }
      if (s4 !== peg$FAILED) {
        s3 = [s3, s4];
        s2 = s3;
      } else {
        peg$currPos = s2;
        s2 = peg$FAILED;
      }
    } else {
      peg$currPos = s2;
      s2 = peg$FAILED;
    }
    peg$silentFails--;
    if (s2 === peg$FAILED) {
      s1 = void 0;
    } else {
      peg$currPos = s1;
      s1 = peg$FAILED;
    }
    if (s1 !== peg$FAILED) {
      s2 = peg$currPos;
      s3 = [];
      s4 = peg$parseNameCharacter();
      if (s4 !== peg$FAILED) {
        while (s4 !== peg$FAILED) {
          s3.push(s4);
          s4 = peg$parseNameCharacter();
        }
      } else {
        s3 = peg$FAILED;
      }
      if (s3 !== peg$FAILED) {
        s2 = input.substring(s2, peg$currPos);
      } else {
        s2 = s3;
      }
      if (s2 !== peg$FAILED) {
        peg$savedPos = s0;
        s0 = peg$f11(s2);
      } else {
        peg$currPos = s0;
        s0 = peg$FAILED;
      }
    } else {
      peg$currPos = s0;
      s0 = peg$FAILED;
    }
    return s0;
  }
  function peg$parseReserved() {
    let s0;
    s0 = input.substr(peg$currPos, 3);
    if (s0.toLowerCase() === peg$c0) {
      peg$currPos += 3;
    } else {
      s0 = peg$FAILED;
      if (peg$silentFails === 0) {
        peg$fail(peg$e0);
      }
    }
    if (s0 === peg$FAILED) {
      s0 = input.substr(peg$currPos, 2);
      if (s0.toLowerCase() === peg$c1) {
        peg$currPos += 2;
      } else {
        s0 = peg$FAILED;
        if (peg$silentFails === 0) {
          peg$fail(peg$e1);
        }
      }
      if (s0 === peg$FAILED) {
        s0 = input.substr(peg$currPos, 3);
        if (s0.toLowerCase() === peg$c4) {
          peg$currPos += 3;
        } else {
          s0 = peg$FAILED;
          if (peg$silentFails === 0) {
            peg$fail(peg$e4);
          }
        }
      }
    }
    return s0;
  }
  function peg$parseNameCharacter() {
    let s0;
    s0 = input.charAt(peg$currPos);
    if (peg$r1.test(s0)) {
      peg$currPos++;
    } else {
      s0 = peg$FAILED;
      if (peg$silentFails === 0) {
        peg$fail(peg$e10);
      }
    }
    return s0;
  }
  function peg$parsePatternCharacter() {
    let s0;
    s0 = peg$parseNameCharacter();
    if (s0 === peg$FAILED) {
      s0 = input.charAt(peg$currPos);
      if (peg$r2.test(s0)) {
        peg$currPos++;
      } else {
        s0 = peg$FAILED;
        if (peg$silentFails === 0) {
          peg$fail(peg$e11);
        }
      }
    }
    return s0;
  }
  function peg$parseTail() {
    let s0, s1, s2, s3;
    s0 = peg$currPos;
    if (input.charCodeAt(peg$currPos) === 124) {
      s1 = peg$c9;
      peg$currPos++;
    } else {
      s1 = peg$FAILED;
      if (peg$silentFails === 0) {
        peg$fail(peg$e12);
      }
    }
    if (s1 !== peg$FAILED) {
      s2 = peg$parse_();
      s3 = peg$parseNear();
      if (s3 === peg$FAILED) {
        s3 = peg$parseAggregation();
      }
      if (s3 !== peg$FAILED) {
        peg$savedPos = s0;
        s0 = peg$f12(s3);
      } else {
        peg$currPos = s0;
        s0 = peg$FAILED;
      }
    } else {
      peg$currPos = s0;
      s0 = peg$FAILED;
    }
    return s0;
  }
  function peg$parseNear() {
    let s0, s1, s2, s3, s4;
    s0 = peg$currPos;
    s1 = input.substr(peg$currPos, 4);
    if (s1.toLowerCase() === peg$c10) {
      peg$currPos += 4;
    } else {
      s1 = peg$FAILED;
      if (peg$silentFails === 0) {
        peg$fail(peg$e13);
      }
    }
    if (s1 !== peg$FAILED) {
      s2 = peg$currPos;
      peg$silentFails++;
      s3 = peg$parseNameCharacter();
      peg$silentFails--;
      if (s3 === peg$FAILED) {
        s2 = void 0;
      } else {
        peg$currPos = s2;
        s2 = peg$FAILED;
      }
      if (s2 !== peg$FAILED) {
        s3 = peg$parse_();
        s4 = peg$parseExpression();
        if (s4 !== peg$FAILED) {
          peg$savedPos = s0;
          s0 = peg$f13(s4);
        } else {
          peg$currPos = s0;
          s0 = peg$FAILED;
        }
      } else {
        peg$currPos = s0;
        s0 = peg$FAILED;
      }
    } else {
      peg$currPos = s0;
      s0 = peg$FAILED;
    }
    return s0;
  }
  function peg$parseAggregation() {
    let s0, s1, s2, s3, s4, s5, s6, s7, s8, s9, s10, s11, s12, s13;
    s0 = peg$currPos;
    s1 = input.substr(peg$currPos, 5);
    if (s1.toLowerCase() === peg$c11) {
      peg$currPos += 5;
    } else {
      s1 = peg$FAILED;
      if (peg$silentFails === 0) {
        peg$fail(peg$e14);
      }
    }
    if (s1 === peg$FAILED) {
      s1 = input.substr(peg$currPos, 3);
      if (s1.toLowerCase() === peg$c12) {
        peg$currPos += 3;
      } else {
        s1 = peg$FAILED;
        if (peg$silentFails === 0) {
          peg$fail(peg$e15);
        }
      }
      if (s1 === peg$FAILED) {
        s1 = input.substr(peg$currPos, 3);
        if (s1.toLowerCase() === peg$c13) {
          peg$currPos += 3;
        } else {
          s1 = peg$FAILED;
          if (peg$silentFails === 0) {
            peg$fail(peg$e16);
          }
        }
        if (s1 === peg$FAILED) {
          s1 = input.substr(peg$currPos, 3);
          if (s1.toLowerCase() === peg$c14) {
            peg$currPos += 3;
          } else {
            s1 = peg$FAILED;
            if (peg$silentFails === 0) {
              peg$fail(peg$e17);
            }
          }
          if (s1 === peg$FAILED) {
            s1 = input.substr(peg$currPos, 3);
            if (s1.toLowerCase() === peg$c15) {
              peg$currPos += 3;
            } else {
              s1 = peg$FAILED;
              if (peg$silentFails === 0) {
                peg$fail(peg$e18);
              }
            }
          }
        }
      }
    }
    if (s1 !== peg$FAILED) {
      s2 = peg$parse_();
      if (input.charCodeAt(peg$currPos) === 40) {
        s3 = peg$c2;
        peg$currPos++;
      } else {
        s3 = peg$FAILED;
        if (peg$silentFails === 0) {
          peg$fail(peg$e2);
        }
      }
      if (s3 !== peg$FAILED) {
        s4 = peg$parse_();
        s5 = peg$currPos;
        if (input.charCodeAt(peg$currPos) === 42) {
          s6 = peg$c16;
          peg$currPos++;
        } else {
          s6 = peg$FAILED;
          if (peg$silentFails === 0) {
            peg$fail(peg$e19);
          }
        }
        if (s6 !== peg$FAILED) {
          peg$savedPos = s5;
          s6 = peg$f14(s1);
        }
        s5 = s6;
        if (s5 === peg$FAILED) {
          s5 = peg$parseField();
        }
        if (s5 === peg$FAILED) {
          s5 = null;
        }
        s6 = peg$parse_();
        if (input.charCodeAt(peg$currPos) === 41) {
          s7 = peg$c3;
          peg$currPos++;
        } else {
          s7 = peg$FAILED;
          if (peg$silentFails === 0) {
            peg$fail(peg$e3);
          }
        }
        if (s7 !== peg$FAILED) {
          s8 = peg$currPos;
          s9 = peg$parse_();
          s10 = input.substr(peg$currPos, 2);
          if (s10.toLowerCase() === peg$c17) {
            peg$currPos += 2;
          } else {
            s10 = peg$FAILED;
            if (peg$silentFails === 0) {
              peg$fail(peg$e20);
            }
          }
          if (s10 !== peg$FAILED) {
            s11 = peg$currPos;
            peg$silentFails++;
            s12 = peg$parseNameCharacter();
            peg$silentFails--;
            if (s12 === peg$FAILED) {
              s11 = void 0;
            } else {
              peg$currPos = s11;
              s11 = peg$FAILED;
            }
            if (s11 !== peg$FAILED) {
              s12 = peg$parse_();
              s13 = peg$parseFields();
              if (s13 !== peg$FAILED) {
                s8 = s13;
              } else {
                peg$currPos = s8;
                s8 = peg$FAILED;
              }
            } else {
              peg$currPos = s8;
              s8 = peg$FAILED;
            }
          } else {
            peg$currPos = s8;
            s8 = peg$FAILED;
          }
          if (s8 === peg$FAILED) {
            s8 = null;
          }
          s9 = peg$parse_();
          s10 = peg$parseComparison();
          if (s10 !== peg$FAILED) {
            s11 = peg$parse_();
            s12 = peg$parseThreshold();
            if (s12 !== peg$FAILED) {
              peg$savedPos = s0;
              s0 = peg$f15(s1, s5, s8, s10, s12);
            } else {
              peg$currPos = s0;
              s0 = peg$FAILED;
            }
          } else {
            peg$currPos = s0;
            s0 = peg$FAILED;
          }
        } else {
          peg$currPos = s0;
          s0 = peg$FAILED;
        }
      } else {
        peg$currPos = s0;
        s0 = peg$FAILED;
      }
    } else {
      peg$currPos = s0;
      s0 = peg$FAILED;
    }
    return s0;
  }
  function peg$parseThreshold() {
    let s0, s1, s2, s3, s4, s5, s6, s7;
    s0 = peg$currPos;
    s1 = peg$currPos;
    if (input.charCodeAt(peg$currPos) === 45) {
      s2 = peg$c18;
      peg$currPos++;
    } else {
      s2 = peg$FAILED;
      if (peg$silentFails === 0) {
        peg$fail(peg$e21);
      }
    }
    if (s2 === peg$FAILED) {
      s2 = null;
    }
    s3 = [];
    s4 = input.charAt(peg$currPos);
    if (peg$r0.test(s4)) {
      peg$currPos++;
    } else {
      s4 = peg$FAILED;
      if (peg$silentFails === 0) {
        peg$fail(peg$e6);
      }
    }
    if (s4 !== peg$FAILED) {
      while (s4 !== peg$FAILED) {
        s3.push(s4);
        s4 = input.charAt(peg$currPos);
        if (peg$r0.test(s4)) {
          peg$currPos++;
        } else {
          s4 = peg$FAILED;
          if (peg$silentFails === 0) {
            peg$fail(peg$e6);
          }
        }
      }
    } else {
      s3 = peg$FAILED;
    }
    if (s3 !== peg$FAILED) {
      s4 = peg$currPos;
      if (input.charCodeAt(peg$currPos) === 46) {
        s5 = peg$c19;
        peg$currPos++;
      } else {
        s5 = peg$FAILED;
        if (peg$silentFails === 0) {
          peg$fail(peg$e22);
        }
      }
      if (s5 !== peg$FAILED) {
        s6 = [];
        s7 = input.charAt(peg$currPos);
        if (peg$r0.test(s7)) {
          peg$currPos++;
        } else {
          s7 = peg$FAILED;
          if (peg$silentFails === 0) {
            peg$fail(peg$e6);
          }
        }
        if (s7 !== peg$FAILED) {
          while (s7 !== peg$FAILED) {
            s6.push(s7);
            s7 = input.charAt(peg$currPos);
            if (peg$r0.test(s7)) {
              peg$currPos++;
            } else {
              s7 = peg$FAILED;
              if (peg$silentFails === 0) {
                peg$fail(peg$e6);
              }
            }
          }
        } else {
          s6 = peg$FAILED;
        }
        if (s6 !== peg$FAILED) {
          s5 = [s5, s6];
          s4 = s5;
        } else {
          peg$currPos = s4;
          s4 = peg$FAILED;
        }
      } else {
        peg$currPos = s4;
        s4 = peg$FAILED;
      }
      if (s4 === peg$FAILED) {
        s4 = null;
      }
      s2 = [s2, s3, s4];
      s1 = s2;
    } else {
      peg$currPos = s1;
      s1 = peg$FAILED;
    }
    if (s1 !== peg$FAILED) {
      s0 = input.substring(s0, peg$currPos);
    } else {
      s0 = s1;
    }
    return s0;
  }
  function peg$parseField() {
    let s0, s1, s2, s3;
    s0 = peg$currPos;
    s1 = peg$currPos;
    s2 = [];
    s3 = peg$parseFieldCharacter();
    if (s3 !== peg$FAILED) {
      while (s3 !== peg$FAILED) {
        s2.push(s3);
        s3 = peg$parseFieldCharacter();
      }
    } else {
      s2 = peg$FAILED;
    }
    if (s2 !== peg$FAILED) {
      s1 = input.substring(s1, peg$currPos);
    } else {
      s1 = s2;
    }
    if (s1 !== peg$FAILED) {
      peg$savedPos = s0;
      s1 = peg$f16(s1);
    }
    s0 = s1;
    return s0;
  }
  function peg$parseFields() {
    let s0, s1, s2, s3, s4, s5, s6, s7, s8, s9, s10;
    s0 = peg$currPos;
    s1 = peg$currPos;
    s2 = peg$currPos;
    s3 = [];
    s4 = peg$parseFieldCharacter();
    if (s4 !== peg$FAILED) {
      while (s4 !== peg$FAILED) {
        s3.push(s4);
        s4 = peg$parseFieldCharacter();
      }
    } else {
      s3 = peg$FAILED;
    }
    if (s3 !== peg$FAILED) {
      s4 = [];
      s5 = peg$currPos;
      s6 = peg$parse_();
      if (input.charCodeAt(peg$currPos) === 44) {
        s7 = peg$c20;
        peg$currPos++;
      } else {
        s7 = peg$FAILED;
        if (peg$silentFails === 0) {
          peg$fail(peg$e23);
        }
      }
      if (s7 !== peg$FAILED) {
        s8 = peg$parse_();
        s9 = [];
        s10 = peg$parseFieldCharacter();
        if (s10 !== peg$FAILED) {
          while (s10 !== peg$FAILED) {
            s9.push(s10);
            s10 = peg$parseFieldCharacter();
          }
        } else {
          s9 = peg$FAILED;
        }
        if (s9 !== peg$FAILED) {
          s6 = [s6, s7, s8, s9];
          s5 = s6;
        } else {
          peg$currPos = s5;
          s5 = peg$FAILED;
        }
      } else {
        peg$currPos = s5;
        s5 = peg$FAILED;
      }
      while (s5 !== peg$FAILED) {
        s4.push(s5);
        s5 = peg$currPos;
        s6 = peg$parse_();
        if (input.charCodeAt(peg$currPos) === 44) {
          s7 = peg$c20;
          peg$currPos++;
        } else {
          s7 = peg$FAILED;
          if (peg$silentFails === 0) {
            peg$fail(peg$e23);
          }
        }
        if (s7 !== peg$FAILED) {
          s8 = peg$parse_();
          s9 = [];
          s10 = peg$parseFieldCharacter();
          if (s10 !== peg$FAILED) {
            while (s10 !== peg$FAILED) {
              s9.push(s10);
              s10 = peg$parseFieldCharacter();
            }
          } else {
            s9 = peg$FAILED;
          }
          if (s9 !== peg$FAILED) {
            s6 = [s6, s7, s8, s9];
            s5 = s6;
          } else {
            peg$currPos = s5;
            s5 = peg$FAILED;
          }
        } else {
          peg$currPos = s5;
          s5 = peg$FAILED;
        }
      }
      s3 = [s3, s4];
      s2 = s3;
    } else {
      peg$currPos = s2;
      s2 = peg$FAILED;
    }
    if (s2 !== peg$FAILED) {
      s1 = input.substring(s1, peg$currPos);
    } else {
      s1 = s2;
    }
    if (s1 !== peg$FAILED) {
      peg$savedPos = s0;
      s1 = peg$f17(s1);
    }
    s0 = s1;
    return s0;
  }
  function peg$parseFieldCharacter() {
    let s0;
    s0 = input.charAt(peg$currPos);
    if (peg$r3.test(s0)) {
      peg$currPos++;
    } else {
      s0 = peg$FAILED;
      if (peg$silentFails === 0) {
        peg$fail(peg$e24);
      }
    }
    return s0;
  }
  function peg$parseComparison() {
    let s0, s1;
    s0 = peg$currPos;
    if (input.substr(peg$currPos, 2) === peg$c21) {
      s1 = peg$c21;
      peg$currPos += 2;
    } else {
      s1 = peg$FAILED;
      if (peg$silentFails === 0) {
        peg$fail(peg$e25);
      }
    }
    if (s1 !== peg$FAILED) {
      peg$savedPos = s0;
      s1 = peg$f18();
    }
    s0 = s1;
    if (s0 === peg$FAILED) {
      s0 = peg$currPos;
      if (input.substr(peg$currPos, 2) === peg$c22) {
        s1 = peg$c22;
        peg$currPos += 2;
      } else {
        s1 = peg$FAILED;
        if (peg$silentFails === 0) {
          peg$fail(peg$e26);
        }
      }
      if (s1 !== peg$FAILED) {
        peg$savedPos = s0;
        s1 = peg$f19();
      }
      s0 = s1;
      if (s0 === peg$FAILED) {
        s0 = peg$currPos;
        if (input.substr(peg$currPos, 2) === peg$c23) {
          s1 = peg$c23;
          peg$currPos += 2;
        } else {
          s1 = peg$FAILED;
          if (peg$silentFails === 0) {
            peg$fail(peg$e27);
          }
        }
        if (s1 !== peg$FAILED) {
          peg$savedPos = s0;
          s1 = peg$f20();
        }
        s0 = s1;
        if (s0 === peg$FAILED) {
          s0 = peg$currPos;
          if (input.substr(peg$currPos, 2) === peg$c24) {
            s1 = peg$c24;
            peg$currPos += 2;
          } else {
            s1 = peg$FAILED;
            if (peg$silentFails === 0) {
              peg$fail(peg$e28);
            }
          }
          if (s1 !== peg$FAILED) {
            peg$savedPos = s0;
            s1 = peg$f21();
          }
          s0 = s1;
          if (s0 === peg$FAILED) {
            s0 = peg$currPos;
            if (input.charCodeAt(peg$currPos) === 61) {
              s1 = peg$c25;
              peg$currPos++;
            } else {
              s1 = peg$FAILED;
              if (peg$silentFails === 0) {
                peg$fail(peg$e29);
              }
            }
            if (s1 !== peg$FAILED) {
              peg$savedPos = s0;
              s1 = peg$f22();
            }
            s0 = s1;
            if (s0 === peg$FAILED) {
              s0 = peg$currPos;
              if (input.charCodeAt(peg$currPos) === 62) {
                s1 = peg$c26;
                peg$currPos++;
              } else {
                s1 = peg$FAILED;
                if (peg$silentFails === 0) {
                  peg$fail(peg$e30);
                }
              }
              if (s1 !== peg$FAILED) {
                peg$savedPos = s0;
                s1 = peg$f23();
              }
              s0 = s1;
              if (s0 === peg$FAILED) {
                s0 = peg$currPos;
                if (input.charCodeAt(peg$currPos) === 60) {
                  s1 = peg$c27;
                  peg$currPos++;
                } else {
                  s1 = peg$FAILED;
                  if (peg$silentFails === 0) {
                    peg$fail(peg$e31);
                  }
                }
                if (s1 !== peg$FAILED) {
                  peg$savedPos = s0;
                  s1 = peg$f24();
                }
                s0 = s1;
              }
            }
          }
        }
      }
    }
    return s0;
  }
  function peg$parse_() {
    let s0, s1;
    s0 = [];
    s1 = input.charAt(peg$currPos);
    if (peg$r4.test(s1)) {
      peg$currPos++;
    } else {
      s1 = peg$FAILED;
      if (peg$silentFails === 0) {
        peg$fail(peg$e32);
      }
    }
    while (s1 !== peg$FAILED) {
      s0.push(s1);
      s1 = input.charAt(peg$currPos);
      if (peg$r4.test(s1)) {
        peg$currPos++;
      } else {
        s1 = peg$FAILED;
        if (peg$silentFails === 0) {
          peg$fail(peg$e32);
        }
      }
    }
    return s0;
  }
  const at2 = (node) => {
    const { start, end } = range();
    return { ...node, span: options.span(start, end) };
  };
  function link3(kind, operands) {
    const [first] = operands;
    if (operands.length === 1) return first;
    const nodes = [];
    for (const { node } of operands) {
      if (node.kind === kind) for (const inner of node.operands) nodes.push(inner);
      else nodes.push(node);
    }
    const { start } = first;
    const { end } = operands[operands.length - 1];
    return { node: { kind, operands: nodes, span: options.span(start, end) }, start, end };
  }
  function build(first, rest) {
    const alternatives = [];
    let together = [first];
    for (const { operator, operand } of rest) {
      if (operator === "or") {
        alternatives.push(link3("condition-and", together));
        together = [operand];
      } else together.push(operand);
    }
    alternatives.push(link3("condition-and", together));
    return link3("condition-or", alternatives).node;
  }
  peg$result = peg$startRuleFunction();
  const peg$success = peg$result !== peg$FAILED && peg$currPos === input.length;
  function peg$throw() {
    if (peg$result !== peg$FAILED && peg$currPos < input.length) {
      peg$fail(peg$endExpectation());
    }
    throw peg$buildStructuredError(
      peg$maxFailExpected,
      peg$maxFailPos < input.length ? peg$getUnicode(peg$maxFailPos) : null,
      peg$maxFailPos < input.length ? peg$computeLocation(peg$maxFailPos, peg$maxFailPos + 1) : peg$computeLocation(peg$maxFailPos, peg$maxFailPos)
    );
  }
  if (options.peg$library) {
    return (
      /** @type {any} */
      {
        peg$result,
        peg$currPos,
        peg$FAILED,
        peg$maxFailExpected,
        peg$maxFailPos,
        peg$success,
        peg$throw: peg$success ? void 0 : peg$throw
      }
    );
  }
  if (peg$success) {
    return peg$result;
  } else {
    peg$throw();
  }
}

// src/model/condition/parse.ts
function parseCondition(scalar) {
  const { text: text2 } = scalar;
  const refuse2 = ({ code, message, start, end }) => ({
    condition: null,
    diagnostics: [diagnostic("error", code, message, spanWithin(scalar, start, end))]
  });
  const problem = checkParentheses(text2);
  if (problem) return refuse2(problem);
  try {
    const parsed = peg$parse(text2, {
      span: (start, end) => spanWithin(scalar, start, end)
    });
    const condition = { kind: "condition", text: text2, ...parsed, span: scalar.span };
    return { condition, diagnostics: [] };
  } catch (error) {
    if (!(error instanceof peg$SyntaxError)) throw error;
    return refuse2(explainSyntax(text2, error.location.start.offset));
  }
}

// src/model/item-reader.ts
var ItemReader = class {
  /** @param diagnostics where problems are added. */
  constructor(diagnostics) {
    this.diagnostics = diagnostics;
  }
  diagnostics;
  report(severity, code, message, span) {
    this.diagnostics.push(diagnostic(severity, code, message, span));
  }
  /** Values without a field. */
  keywords(scalars, span) {
    return this.apply(null, [], scalars, span);
  }
  /** `field|modifiers: values`. Null where there is a map among the values. */
  item({ key, value }) {
    const scalars = [];
    if (!this.collect(value, key, scalars)) return null;
    if (scalars.length === 0) {
      const message = `\`${key.text}\` has an empty list of values, which never matches. Give it values, or remove it.`;
      this.report("warning", "empty-list", message, value.span);
    }
    const end = Math.max(key.span.end, value.span.end);
    const span = { file: key.span.file, start: key.span.start, end };
    if (!key.text.includes("|")) {
      return this.apply(this.field({ text: key.text, span: key.span }), [], scalars, span);
    }
    const [first, ...modifiers2] = splitKey(key);
    const field = first.text === "" ? null : this.field(first);
    return this.apply(field, modifiers2, scalars, span);
  }
  apply(field, modifiers2, scalars, span) {
    const { values, linking, negated, diagnostics } = applyModifiers(
      modifiersByName,
      modifiers2,
      scalars,
      field !== null
    );
    for (const d of diagnostics) this.diagnostics.push(d);
    if (field === null) this.checkKeywords(scalars);
    return { kind: "detection-item", field, modifiers: modifiers2, linking, negated, values, span };
  }
  checkKeywords(scalars) {
    for (const { value, text: text2, span } of scalars) {
      if (value === null) {
        const message = "A keyword is a text to search the event for, and null is none. Remove it.";
        this.report("error", "null-keyword", message, span);
      } else if (/^\**$/.test(text2)) {
        const message = "This keyword is found in every event. Write a text to search for.";
        this.report("warning", "empty-keyword", message, span);
      }
    }
  }
  field(name) {
    const text2 = name.text.trim();
    if (text2 === "") {
      const message = "The name of a field is missing here. Write it before the colon.";
      this.report("error", "empty-field", message, name.span);
    } else if (text2 !== name.text) {
      const message = `There are blanks around this field's name; it is read as \`${text2}\`. Remove them.`;
      this.report("warning", "blank-around-field", message, name.span);
    }
    return { text: text2, span: name.span };
  }
  /** The values of a field; lists in lists are one list. False where there is a map among them. */
  collect(node, key, found) {
    switch (node.kind) {
      case "scalar":
        found.push(node);
        return true;
      case "list":
        return node.items.every((item) => this.collect(item, key, found));
      case "map": {
        const [field] = key.text.split("|");
        const inner = node.entries[0]?.key.text ?? "name";
        const message = modifiersByName.has(inner) ? `A field has values, not a map. A modifier stands behind the field: write \`${key.text}|${inner}\`.` : `A field has values, not a map. For a field within \`${field}\` write \`${field}.${inner}\`.`;
        this.report("error", "nested-map", message, node.span);
        return false;
      }
    }
  }
};
function splitKey(key) {
  const { file, start: from, end: to } = key.span;
  const verbatim = to - from === key.text.length && file.text.startsWith(key.text, from);
  const names = [];
  let at2 = 0;
  for (const text2 of key.text.split("|")) {
    const end = at2 + text2.length;
    const start = text2 === "" && at2 > 0 ? at2 - 1 : at2;
    const span = verbatim ? { file, start: from + start, end: from + end } : spanWithin(key, start, end);
    names.push({ text: text2, span });
    at2 = end + 1;
  }
  return names;
}

// src/model/detection-reader.ts
function readDetection(map) {
  return new DetectionReader(map).read();
}
var DetectionReader = class {
  constructor(map) {
    this.map = map;
  }
  map;
  diagnostics = [];
  items = new ItemReader(this.diagnostics);
  read() {
    const identifiers = [];
    let conditionEntry = null;
    let timeframeEntry = null;
    for (const entry2 of this.map.entries) {
      switch (this.keyOf(entry2)) {
        case "condition":
          conditionEntry = entry2;
          break;
        case "timeframe":
          timeframeEntry = entry2;
          break;
        default:
          identifiers.push(this.identifier(entry2));
      }
    }
    const conditions = conditionEntry ? this.conditions(conditionEntry) : null;
    if (!conditionEntry) this.missingCondition();
    const aggregates = conditions?.some((c) => c.aggregation) ?? false;
    const timeframe = timeframeEntry && this.timeframe(timeframeEntry, aggregates);
    if (conditions) this.diagnostics.push(...checkConditions(conditions, identifiers));
    const failed = this.diagnostics.some((d) => d.severity === "error");
    if (failed || !conditions) return { detection: null, diagnostics: this.diagnostics };
    const { span } = this.map;
    const detection = { kind: "detection", identifiers, conditions, timeframe, span };
    return { detection, diagnostics: this.diagnostics };
  }
  report(severity, code, message, span) {
    this.diagnostics.push(diagnostic(severity, code, message, span));
  }
  /** The key's text; `condition` and `timeframe` in any case, if there is no other of the name. */
  keyOf({ key }) {
    const lower2 = key.text.toLowerCase();
    if (key.text === lower2 || lower2 !== "condition" && lower2 !== "timeframe") return key.text;
    if (this.map.entries.some((e) => e.key.text === lower2)) return key.text;
    this.report("warning", "key-case", `Write this key as \`${lower2}\`.`, key.span);
    return lower2;
  }
  identifier({ key, value }) {
    const name = { text: key.text, span: key.span };
    const body = this.body(value, name);
    const span = { file: key.span.file, start: key.span.start, end: value.span.end };
    return { kind: "search-identifier", name, body, span };
  }
  /** @param needed whether a condition's meaning hangs on it. */
  timeframe({ key, value }, needed) {
    if (value.kind === "scalar" && /^\d+[smhdwMy]$/.test(value.text)) {
      return { text: value.text, span: value.span };
    }
    const message = "A timeframe is a number and a unit (s, m, h, d, w, M or y), such as `15m`.";
    const span = value.kind === "scalar" && value.value !== null ? value.span : key.span;
    this.report(needed ? "error" : "warning", "bad-timeframe", message, span);
    return null;
  }
  missingCondition() {
    for (const { key, value } of this.map.entries) {
      const maps2 = value.kind === "list" ? value.items : [value];
      for (const inner of maps2) {
        const stray = inner.kind === "map" && inner.entries.find((e) => e.key.text === "condition");
        if (!stray) continue;
        const message2 = `This \`condition\` is part of \`${key.text}\`. Indent it less, so that it stands beside it.`;
        this.report("error", "condition-indented", message2, stray.key.span);
        return;
      }
    }
    const span = this.map.entries[0]?.key.span ?? this.map.span;
    const message = "`detection` has no `condition`. Add one, such as `condition: selection`.";
    this.report("error", "missing-condition", message, span);
  }
  /** Null if one of them has an error. */
  conditions({ key, value }) {
    const nodes = value.kind === "list" ? value.items : [value];
    const conditions = [];
    if (nodes.length === 0) {
      const message = "The list of conditions is empty. Write one, such as `- selection`.";
      this.report("error", "missing-condition", message, key.span);
    }
    for (const node of nodes) {
      if (node.kind !== "scalar" || node.value === null) {
        const message = "A condition is a text, such as `selection and not filter`.";
        const span = node.kind === "scalar" ? key.span : node.span;
        this.report("error", "bad-condition", message, span);
        continue;
      }
      const parsed = parseCondition(node);
      this.diagnostics.push(...parsed.diagnostics);
      if (parsed.condition) conditions.push(parsed.condition);
    }
    return conditions.length === nodes.length && nodes.length > 0 ? conditions : null;
  }
  body(node, name) {
    switch (node.kind) {
      case "map":
        return this.allOf(node, name);
      case "list":
        return this.anyOf(node, name);
      case "scalar":
        if (node.value !== null) return this.items.keywords([node], node.span);
        return this.empty(
          "is empty. Give it fields or keywords, or remove it",
          name,
          // What is not there has no place of its own.
          node.text === "" ? name.span : node.span
        );
    }
  }
  allOf(map, name) {
    if (map.entries.length === 0) {
      const what = "is an empty map, which would match every event. Give it fields, or remove it";
      return this.empty(what, name, map.span);
    }
    const items = map.entries.flatMap((e) => this.items.item(e) ?? []);
    return link2("all", items, map.span);
  }
  anyOf(list, name) {
    const { items, span } = list;
    if (items.length === 0) {
      const message = `\`${name.text}\` is an empty list, which never matches. Give it entries, or remove it.`;
      this.report("warning", "empty-list", message, span);
      return link2("any", [], span);
    }
    const scalars = items.filter((i) => i.kind === "scalar");
    if (scalars.length === items.length) return this.items.keywords(scalars, span);
    const bodies = items.map(
      (item) => item.kind === "scalar" ? this.items.keywords([item], item.span) : this.body(item, name)
    );
    return link2("any", bodies, span);
  }
  /** Stands in the place of what could not be read. */
  empty(what, name, span) {
    this.report("error", "empty-identifier", `\`${name.text}\` ${what}.`, span);
    return link2("any", [], span);
  }
};
function link2(linking, items, span) {
  if (items.length === 1) return items[0];
  return { kind: "detection-group", linking, items, span };
}

// src/model/read-rule.ts
var STATUSES = ["stable", "test", "experimental", "deprecated", "unsupported"];
var LEVELS = ["informational", "low", "medium", "high", "critical"];
var ID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;
var DATE = /^\d{4}[-/]\d{1,2}[-/]\d{1,2}$/;
function readRule(document) {
  return new RuleReader(document).read();
}
var RuleReader = class {
  constructor(document) {
    this.document = document;
    for (const e of document.entries) {
      const name = e.key.text;
      const lower2 = name.toLowerCase();
      if (name !== lower2 && KNOWN.has(lower2) && !this.entries.has(lower2)) {
        this.report("warning", "key-case", `Write this key as '${lower2}'.`, e.key.span);
        this.entries.set(lower2, e);
      } else this.entries.set(name, e);
    }
  }
  document;
  diagnostics = [];
  entries = /* @__PURE__ */ new Map();
  read() {
    const { document } = this;
    const title = this.text("title");
    if (title === null && !this.entries.has("title")) {
      this.report("warning", "missing-title", "The rule has no title. Give it one.", this.head());
    }
    const status = this.text("status");
    this.known("status", status, STATUSES);
    const level = this.text("level");
    this.known("level", level, LEVELS);
    const id = this.text("id");
    this.wellFormed("id", id, ID, "An id should be a UUID.");
    const date = this.text("date");
    this.wellFormed("date", date, DATE, "Write the date as YYYY-MM-DD.");
    const modified = this.text("modified");
    this.wellFormed("modified", modified, DATE, "Write the date as YYYY-MM-DD.");
    const tags = this.list("tags");
    for (const tag of tags) {
      if (!tag.text.includes(".")) {
        const message = "A tag has a namespace before a dot, such as attack.t1059.";
        this.report("note", "tag-namespace", message, tag.span);
      }
    }
    const rest = {
      name: this.text("name"),
      description: this.text("description"),
      author: this.text("author"),
      license: this.text("license"),
      taxonomy: this.text("taxonomy"),
      references: this.list("references"),
      fields: this.list("fields"),
      falsepositives: this.list("falsepositives"),
      scope: this.list("scope"),
      related: this.related()
    };
    const logsource = this.logsource();
    const detection = this.detection();
    const failed = this.diagnostics.some((d) => d.severity === "error");
    if (failed || !logsource || !detection) return { rule: null, diagnostics: this.diagnostics };
    const rule = {
      kind: "rule",
      title: title ?? "",
      id,
      status,
      level,
      date,
      modified,
      tags,
      ...rest,
      logsource,
      detection,
      document,
      span: document.span
    };
    return { rule, diagnostics: this.diagnostics };
  }
  report(severity, code, message, span) {
    this.diagnostics.push(diagnostic(severity, code, message, span));
  }
  /** A place for what is missing: the first key. */
  head() {
    return this.document.entries[0]?.key.span ?? this.document.span;
  }
  /** A scalar's text; null where the key is absent, empty or of a wrong type. */
  text(key) {
    const found = this.entries.get(key);
    if (!found) return null;
    const { value } = found;
    if (value.kind === "scalar") return value.value === null ? null : value.text;
    const items = value.kind === "list" ? scalarTexts(value.items) : null;
    if (items && key === "author") return items.join(", ");
    const what = value.kind === "list" ? "a list" : "a map";
    this.report("error", "wrong-type", `'${key}' must be a text, not ${what}.`, value.span);
    return null;
  }
  known(key, value, names) {
    if (value === null || names.includes(value)) return;
    const message = `'${value}' is no ${key} of the specification. It has: ${names.join(", ")}.`;
    this.report("warning", `unknown-${key}`, message, this.entries.get(key).value.span);
  }
  wellFormed(key, value, form, message) {
    if (value === null || form.test(value)) return;
    this.report("warning", `bad-${key}`, message, this.entries.get(key).value.span);
  }
  /** A list of scalars; a scalar alone is a list of one. */
  list(key) {
    const found = this.entries.get(key);
    return found ? this.names(key, found.value) : [];
  }
  names(key, node) {
    if (node.kind === "scalar") {
      return node.value === null ? [] : [{ text: node.text, span: node.span }];
    }
    if (node.kind === "map") {
      this.report("error", "wrong-type", `'${key}' must be a list of texts, not a map.`, node.span);
      return [];
    }
    const names = [];
    for (const item of node.items) {
      if (item.kind === "scalar") {
        if (item.value !== null) names.push({ text: item.text, span: item.span });
      } else {
        const message = `An entry of '${key}' must be a text. Is a colon in it unquoted?`;
        this.report("warning", "wrong-entry", message, item.span);
      }
    }
    return names;
  }
  related() {
    const node = this.entries.get("related")?.value;
    if (!node || node.kind === "scalar" && node.value === null) return [];
    const items = node.kind === "list" ? node.items : [node];
    const related = [];
    for (const item of items) {
      const [id, type] = ["id", "type"].map((key) => {
        const e = item.kind === "map" ? item.entries.find((x) => x.key.text === key) : void 0;
        return e?.value.kind === "scalar" ? e.value.text : null;
      });
      if (id && type) related.push({ id, type });
      else {
        const message = "An entry of `related` has an `id` and a `type`.";
        this.report("warning", "bad-related", message, item.span);
      }
    }
    return related;
  }
  /** A section that is not there; a key of nearly its name may be meant for it. */
  missing(section, remedy) {
    const strangers = this.document.entries.filter((e) => !KNOWN.has(e.key.text.toLowerCase()));
    const like = nearest(
      section,
      strangers.map((e) => e.key.text)
    );
    const stranger = strangers.find((e) => e.key.text === like);
    const hint = stranger ? `Is \`${stranger.key.text}\` meant to be it?` : remedy;
    const span = stranger?.key.span ?? this.head();
    this.report("error", `missing-${section}`, `The rule has no \`${section}\`. ${hint}`, span);
  }
  logsource() {
    const found = this.entries.get("logsource");
    if (!found) {
      this.missing("logsource", "Add one with `product`, `category` or `service`.");
      return null;
    }
    const { value } = found;
    if (value.kind !== "map") {
      const message = "`logsource` must be a map with `product`, `category` or `service`.";
      this.report(
        "error",
        "wrong-type",
        message,
        value.kind === "scalar" ? found.key.span : value.span
      );
      return null;
    }
    const part = (key) => {
      const e = value.entries.find((x) => x.key.text.toLowerCase() === key);
      if (!e) return [];
      if (e.value.kind === "list") {
        const message = `A list of ${key} names is read as any of them; the specification has one name.`;
        this.report("note", "logsource-list", message, e.key.span);
      }
      return this.names(`logsource.${key}`, e.value);
    };
    const category = part("category");
    const product = part("product");
    const service = part("service");
    if (category.length + product.length + service.length === 0) {
      const message = "`logsource` names no `product`, `category` or `service`, so it fits any log.";
      this.report("warning", "empty-logsource", message, found.key.span);
    }
    const definition = value.entries.find((e) => e.key.text === "definition")?.value;
    return {
      kind: "logsource",
      category,
      product,
      service,
      definition: definition?.kind === "scalar" ? definition.text : null,
      span: value.span
    };
  }
  detection() {
    const found = this.entries.get("detection");
    if (!found) {
      this.missing("detection", "Add search identifiers and a `condition` under it.");
      return null;
    }
    if (found.value.kind !== "map") {
      const message = "`detection` must be a map of search identifiers and a `condition`.";
      const span = found.value.kind === "scalar" ? found.key.span : found.value.span;
      this.report("error", "wrong-type", message, span);
      return null;
    }
    if (!found.value.entries.some((e) => e.key.text === "condition")) {
      const stray = this.entries.get("condition");
      if (stray) {
        const message = "This `condition` stands beside `detection`. Indent it, so that it is in it.";
        this.report("error", "condition-outside", message, stray.key.span);
        return null;
      }
    }
    const read = readDetection(found.value);
    this.diagnostics.push(...read.diagnostics);
    return read.detection;
  }
};
var KNOWN = /* @__PURE__ */ new Set([
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
  "taxonomy",
  "references",
  "tags",
  "fields",
  "falsepositives",
  "scope",
  "related",
  "logsource",
  "detection"
]);
function scalarTexts(nodes) {
  const texts = [];
  for (const node of nodes) {
    if (node.kind !== "scalar") return null;
    texts.push(node.text);
  }
  return texts;
}

// src/model/parse.ts
function parse(text2, options = {}) {
  const { file, diagnostics: encoding2 } = readText(text2, options.path ?? "<text>");
  if (encoding2.some((d) => d.severity === "error")) {
    const span = { file, start: 0, end: 0 };
    const item = { span, heading: NOTHING, content: null, diagnostics: encoding2 };
    return { collection: { items: [item] }, diagnostics: encoding2 };
  }
  const documents = mergeCollections(readDocuments(file));
  const items = documents.map(readDocument);
  if (items.length === 0) {
    const span = { file, start: 0, end: Math.min(1, file.text.length) };
    const empty = diagnostic("warning", "no-rules", "There is no rule in this file.", span);
    return { collection: { items }, diagnostics: [empty] };
  }
  const checked = withDuplicateIds(items);
  return { collection: { items: checked }, diagnostics: checked.flatMap((i) => i.diagnostics) };
}
function readDocuments(file) {
  const root = readPlainYaml(file);
  return root ? [{ root, partial: root, span: root.span, diagnostics: [] }] : readYaml(file);
}
function readText(text2, path) {
  return typeof text2 === "string" ? fromText(text2, path) : decode(text2, path);
}
var NOTHING = { id: null, title: null, level: null, status: null };
function readDocument({ root, partial, span, diagnostics }) {
  if (!root) return { span, heading: headingOf(partial), content: null, diagnostics };
  if (root.kind !== "map") {
    const what = root.kind === "list" ? "a list" : "a single value";
    const message = `A rule is a map with \`title\`, \`logsource\` and \`detection\`; this is ${what}.`;
    const problem = diagnostic("error", "not-a-map", message, span);
    return { span, heading: NOTHING, content: null, diagnostics: [...diagnostics, problem] };
  }
  const heading5 = headingOf(root);
  if (!entry(root, "detection")) {
    const correlation = entry(root, "correlation");
    if (correlation) {
      const message = "Correlation rules are not converted yet. Convert the rules that it refers to, and correlate their alerts.";
      const problem = diagnostic(
        "error",
        "correlation-not-converted",
        message,
        correlation.key.span
      );
      const content = { kind: "correlation", span };
      return { span, heading: heading5, content, diagnostics: [...diagnostics, problem] };
    }
    const filter = entry(root, "filter");
    if (filter) {
      const message = "Filters are not applied yet. Until then, write the exclusion into the rules themselves.";
      const problem = diagnostic("warning", "filter-not-applied", message, filter.key.span);
      const content = { kind: "filter", span };
      return { span, heading: heading5, content, diagnostics: [...diagnostics, problem] };
    }
  }
  const read = readRule(root);
  return { span, heading: heading5, content: read.rule, diagnostics: [...diagnostics, ...read.diagnostics] };
}
function headingOf(root) {
  if (root?.kind !== "map") return NOTHING;
  const exact = (key) => scalarText(entry(root, key)?.value);
  const text2 = exact("title") !== null ? exact : (key) => scalarText(anyCase(root, key));
  return { id: text2("id"), title: text2("title"), level: text2("level"), status: text2("status") };
}
function anyCase(map, key) {
  return map.entries.find((e) => e.key.text.toLowerCase() === key)?.value;
}
function scalarText(node) {
  return node?.kind === "scalar" && node.value !== null ? node.text : null;
}
function withDuplicateIds(items) {
  if (items.length < 2) return items;
  const seen = /* @__PURE__ */ new Map();
  return items.map((item) => {
    const { id } = item.heading;
    const first = id === null ? void 0 : seen.get(id);
    if (id === null || item.content?.kind !== "rule") return item;
    if (!first) {
      seen.set(id, item);
      return item;
    }
    const { line } = positionAt(first.span.file, first.span.start);
    const at2 = entry(item.content.document, "id")?.value.span ?? item.span;
    const message = `The rule in line ${line} has this id too. Give each rule an id of its own.`;
    const problem = diagnostic("warning", "duplicate-id", message, at2);
    return { ...item, diagnostics: [...item.diagnostics, problem] };
  });
}

// src/source/visible.ts
var INVISIBLE = /[\u0000-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ud800-\udfff\ufe00-\ufe0d\ufeff\uffa0\ufff0-\ufffb\u{e0000}-\u{e0fff}]/gu;
function visible(text2) {
  return text2.replace(/\t/g, "    ").replace(INVISIBLE, (c) => `\\u{${c.codePointAt(0).toString(16)}}`);
}

// src/source/code-frame.ts
var MAX_COLUMNS = 120;
var COLOURS = { error: "31", warning: "33", note: "36" };
function codeFrame(d, options) {
  const paint = (codes, text2) => options.colour ? `\x1B[${codes}m${text2}\x1B[0m` : text2;
  const head = `${paint(`1;${COLOURS[d.severity]}`, `${d.severity}[${d.code}]`)}: ${visible(d.message)}`;
  const path = visible(d.path);
  if (!d.span) return path === "" ? head : `${head}
  --> ${path}`;
  const { file } = d.span;
  const start = positionAt(file, d.span.start);
  const first = lineIndexAt(file, d.span.start);
  const last = Math.max(first, lineIndexAt(file, Math.max(d.span.start, d.span.end - 1)));
  const context = options.context ?? 1;
  const total = lineStarts(file).length;
  const from = Math.max(0, first - context);
  const to = Math.min(total - 1, last + context);
  const firstLine = file.firstLine ?? 1;
  const gutter = String(to + firstLine).length;
  const lines = [head, `${" ".repeat(gutter)}--> ${path}:${start.line}:${start.column}`];
  for (let index = from; index <= to; index++) {
    if (index > first + 2 && index < last - 1) {
      if (index === first + 3) lines.push(paint("34", `${" ".repeat(gutter)} \u22EE`));
      continue;
    }
    const { text: text2, caret } = frameLine(file, index, d.span.start, d.span.end);
    const number = String(index + firstLine).padStart(gutter);
    lines.push(`${paint("34", `${number} |`)}${text2 === "" ? "" : ` ${text2}`}`);
    if (caret) {
      lines.push(`${paint("34", `${" ".repeat(gutter)} |`)} ${paint(COLOURS[d.severity], caret)}`);
    }
  }
  return lines.join("\n");
}
function frameLine(file, index, start, end) {
  const starts = lineStarts(file);
  const lineStart = starts[index];
  const line = file.text.slice(lineStart, starts[index + 1]).replace(/[\r\n]+$/, "");
  const cells = [];
  let offset = lineStart;
  const skip = Math.max(0, Math.min(start - lineStart, line.length) - 60);
  offset += skip;
  for (const c of line.slice(skip, skip + MAX_COLUMNS)) {
    const shown = visible(c);
    cells.push({
      shown,
      width: widthOf(shown),
      marked: offset >= start && offset < Math.max(end, start + 1)
    });
    offset += c.length;
  }
  const before = skip > 0 ? "\u2026" : "";
  const after = line.length > skip + MAX_COLUMNS ? "\u2026" : "";
  const text2 = before + cells.map((c) => c.shown).join("") + after;
  const within = start <= lineStart + line.length && Math.max(end, start + 1) > lineStart;
  if (!within) return { text: text2, caret: null };
  let caret = " ".repeat(before.length);
  for (const cell of cells) caret += (cell.marked ? "^" : " ").repeat(cell.width);
  caret = caret.trimEnd();
  if (!caret.includes("^")) caret = `${" ".repeat(widthOf(text2))}^`;
  return { text: text2.trimEnd(), caret };
}
function widthOf(text2) {
  let width = 0;
  for (const c of text2) {
    if (/\p{M}/u.test(c)) continue;
    width += /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u.test(
      c
    ) ? 2 : 1;
  }
  return width;
}

export {
  LOG_SOURCE_KEYS,
  diagnostic,
  fileDiagnostic,
  toRecord,
  runItem,
  resolveIdentifiers,
  rewriteItems,
  rewriteFields,
  mapValues,
  valuesOf,
  overFields,
  itemsOf,
  withCondition,
  canonicalDecimal,
  numberLiteral,
  plainText,
  writtenValue,
  textOf,
  isValue,
  splitHashes,
  parseRegex,
  inOrder,
  applyPipelines,
  predicateOf,
  lower,
  convert,
  resolveOptions,
  MAX_EVENT_SIZE,
  MAX_EVENT_DEPTH,
  decode,
  fromText,
  readYaml,
  parseCondition,
  modifiers,
  ItemReader,
  parse,
  codeFrame
};
