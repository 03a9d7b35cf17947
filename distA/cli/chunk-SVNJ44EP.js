import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  ItemReader,
  parseCondition,
  readYaml
} from "./chunk-HFOHLGDZ.js";
import {
  decode,
  fromText
} from "./chunk-PIXRQQOE.js";
import {
  checkConditions
} from "./chunk-TFEGJOVY.js";
import {
  diagnostic,
  nearest
} from "./chunk-NSDVFCW7.js";
import {
  positionAt
} from "./chunk-W2LK6FW7.js";

// src/source/node.ts
function entry(map, key) {
  return map.entries.find((e) => e.key.text === key);
}

// src/source/plain-yaml.ts
function readPlainYaml(file) {
  let reader = new PlainReader(file);
  try {
    return reader.read();
  } catch (error) {
    if (error === NOT_PLAIN) return null;
    throw error;
  }
}
var NOT_PLAIN = /* @__PURE__ */ Symbol("not plain"), KEY = /[A-Za-z_][A-Za-z0-9_|./-]*(?: [A-Za-z0-9_|.]+)*(?=:(?: |\n|$))/y, PLAIN_START = /[^\s,[\]{}#&*!|>'"%@`?:-]|[-:?](?=[^\s,[\]{}])/y, INTEGER = /^[-+]?[0-9]+$/, BASED = /^(?:0o[0-7]+|0x[0-9a-fA-F]+)$/, FLOAT = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/, SPECIAL_FLOAT = /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/, NOT_IN_PLAIN = ["	", "\r", "\xA0", "\u2007", "\u202F"], MAX_DEPTH = 100, PlainReader = class {
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
    let { text } = this;
    if (NOT_IN_PLAIN.some((c) => text.includes(c)) || /^(?:---|\.\.\.|%)/m.test(text) || (this.nextLine(0), this.at >= text.length || this.indentation !== 0)) throw NOT_PLAIN;
    let root = this.block(0);
    if (this.at < text.length || root.kind !== "map") throw NOT_PLAIN;
    return root;
  }
  span(start, end) {
    return { file: this.file, start, end };
  }
  /** Goes to the first character of the next line that holds something. */
  nextLine(from) {
    let { text } = this, start = from;
    for (; ; ) {
      let at = start;
      for (; text.charCodeAt(at) === 32; ) at++;
      let c = text.charCodeAt(at);
      if (at >= text.length || c !== 10 && c !== 35) {
        this.lineStart = start, this.indentation = at - start, this.at = at;
        return;
      }
      let end = text.indexOf(`
`, at);
      if (end < 0) {
        this.at = this.lineStart = text.length, this.indentation = 0;
        return;
      }
      start = end + 1;
    }
  }
  endOfLine(at) {
    let end = this.text.indexOf(`
`, at);
    return end < 0 ? this.text.length : end;
  }
  isItem() {
    let next = this.text.charCodeAt(this.at + 1);
    return this.text.charCodeAt(this.at) === 45 && (next === 32 || next === 10);
  }
  block(indentation) {
    if (++this.depth > MAX_DEPTH) throw NOT_PLAIN;
    let node = this.isItem() ? this.list(indentation) : this.map(indentation);
    return this.depth--, node;
  }
  list(indentation) {
    let start = this.at, items = [];
    for (; this.at < this.text.length && this.indentation === indentation && this.isItem(); ) {
      let at = this.at + 1;
      for (; this.text.charCodeAt(at) === 32; ) at++;
      if (at >= this.endOfLine(this.at) || this.text[at] === "#") throw NOT_PLAIN;
      KEY.lastIndex = at, KEY.test(this.text) ? (this.indentation = at - this.lineStart, this.at = at, items.push(this.map(this.indentation))) : items.push(this.scalar(at, indentation));
    }
    if (this.at < this.text.length && this.indentation > indentation) throw NOT_PLAIN;
    return { kind: "list", span: this.span(start, items[items.length - 1].span.end), items };
  }
  map(indentation) {
    let start = this.at, entries = [], seen = /* @__PURE__ */ new Set();
    for (; this.at < this.text.length && this.indentation === indentation; ) {
      let keyStart = this.at;
      if (KEY.lastIndex = keyStart, !KEY.test(this.text)) break;
      let keyEnd = KEY.lastIndex, name = this.text.slice(keyStart, keyEnd);
      if (seen.has(name) || typeof resolve(name) != "string") throw NOT_PLAIN;
      seen.add(name);
      let key2 = {
        kind: "scalar",
        span: this.span(keyStart, keyEnd),
        value: name,
        text: name,
        style: "plain"
      };
      entries.push({ key: key2, value: this.value(keyEnd + 1, indentation, key2) });
    }
    if (entries.length === 0 || this.at < this.text.length && this.indentation > indentation)
      throw NOT_PLAIN;
    let { key, value } = entries[entries.length - 1], end = Math.max(key.span.end + 1, value.span.end);
    return { kind: "map", span: this.span(start, end), entries };
  }
  /** What follows a key's colon, on its line or below it. */
  value(from, indentation, key) {
    let { text } = this, at = from;
    for (; text.charCodeAt(at) === 32; ) at++;
    let c = text.charCodeAt(at);
    if (at < text.length && c !== 10 && !(c === 35 && at > from))
      return this.scalar(at, indentation);
    this.nextLine(this.endOfLine(at) + 1);
    let inside = this.at < text.length;
    return inside && this.indentation > indentation ? this.block(this.indentation) : inside && this.indentation === indentation && this.isItem() ? this.block(indentation) : { kind: "scalar", span: key.span, value: null, text: "", style: "plain" };
  }
  /** @param indentation of the key or dash: what goes on below it is not plain. */
  scalar(at, indentation) {
    let { text } = this, c = text[at], lineEnd = this.endOfLine(at);
    if (c === "|") return this.literal(at, lineEnd, indentation);
    let end, value, style;
    if (c === "'" || c === '"') {
      if (end = this.closingQuote(at, lineEnd, c), value = text.slice(at + 1, end - 1), c === "'") value = value.includes("'") ? value.replaceAll("''", "'") : value;
      else if (value.includes("\\")) throw NOT_PLAIN;
      style = c === "'" ? "single" : "double";
    } else {
      if (PLAIN_START.lastIndex = at, !PLAIN_START.test(text)) throw NOT_PLAIN;
      end = lineEnd, value = text.slice(at, end);
      let comment = value.indexOf(" #");
      for (comment >= 0 && (end = at + comment); text.charCodeAt(end - 1) === 32; ) end--;
      if (value = text.slice(at, end), value.includes(": ") || value.endsWith(":")) throw NOT_PLAIN;
      style = "plain";
    }
    if (!/^ *(?: #.*)?$/.test(text.slice(end, lineEnd)) || (this.nextLine(lineEnd + 1), this.at < text.length && this.indentation > indentation)) throw NOT_PLAIN;
    let resolved = style === "plain" ? resolve(value) : value;
    return { kind: "scalar", span: this.span(at, end), value: resolved, text: value, style };
  }
  closingQuote(at, lineEnd, quote) {
    for (let i = at + 1; i < lineEnd; i++)
      if (this.text[i] === quote)
        if (quote === "'" && this.text[i + 1] === "'") i++;
        else return i + 1;
    throw NOT_PLAIN;
  }
  /** `|` alone: lines as they are, their common indentation gone, one line break at the end. */
  literal(at, lineEnd, indentation) {
    let { text } = this;
    if (lineEnd !== at + 1) throw NOT_PLAIN;
    let lines = [], inner = -1, start = lineEnd + 1, end = start;
    for (; start < text.length; ) {
      let stop = this.endOfLine(start), first = start;
      for (; first < stop && text.charCodeAt(first) === 32; ) first++;
      if (first === stop) {
        if (first - start > Math.max(inner, 0)) throw NOT_PLAIN;
        lines.push("");
      } else {
        if (first - start <= indentation) break;
        if (inner < 0 && (inner = first - start), first - start < inner) throw NOT_PLAIN;
        lines.push(text.slice(start + inner, stop)), end = stop + 1;
      }
      start = stop + 1;
    }
    if (inner < 0) throw NOT_PLAIN;
    for (; lines[lines.length - 1] === ""; ) lines.pop();
    let value = `${lines.join(`
`)}
`;
    if (end > text.length || (this.nextLine(start), this.at < text.length && this.indentation > indentation)) throw NOT_PLAIN;
    return { kind: "scalar", span: this.span(at, end), value, text: value, style: "literal" };
  }
};
function resolve(text) {
  switch (text) {
    case "~":
    case "null":
    case "Null":
    case "NULL":
      return null;
    case "true":
    case "True":
    case "TRUE":
      return !0;
    case "false":
    case "False":
    case "FALSE":
      return !1;
  }
  let c = text.charCodeAt(0);
  return c > 57 || c < 43 ? text : INTEGER.test(text) || BASED.test(text) || FLOAT.test(text) ? Number(text) : SPECIAL_FLOAT.test(text) ? NaN : text;
}

// src/model/action.ts
function mergeCollections(documents) {
  let global = null, previous = null, merged = [];
  for (let document of documents) {
    let { root } = document, action = root?.kind === "map" ? entry(root, "action") : void 0;
    if (root?.kind !== "map" || !action && !global) {
      merged.push(document), root?.kind === "map" && (previous = root);
      continue;
    }
    let own = without(root, "action");
    switch (action?.value.kind === "scalar" ? action.value.text : void 0) {
      case void 0:
        action ? merged.push(withProblem(document, unknownAction(action))) : (previous = mergeMaps(global, own), merged.push({ ...document, root: previous }));
        break;
      case "global":
        global = mergeMaps(global, own);
        break;
      case "reset":
        global = null, own.entries.length > 0 && (previous = own, merged.push({ ...document, root: own }));
        break;
      case "repeat":
        if (previous)
          previous = mergeMaps(previous, own), merged.push({ ...document, root: previous });
        else {
          let problem = diagnostic("error", "repeat-without-rule", "`action: repeat` repeats the document before it, and there is none.", action.key.span);
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
  return diagnostic("error", "unknown-action", "`action` may be global, reset or repeat.", action.value.span);
}
function withProblem(document, problem) {
  return { ...document, root: null, diagnostics: [...document.diagnostics, problem] };
}
function without(map, key) {
  return { ...map, entries: map.entries.filter((e) => e.key.text !== key) };
}
function mergeMaps(base, over) {
  if (!base) return over;
  let entries = base.entries.map((e) => {
    let later = entry(over, e.key.text);
    return later ? e.value.kind === "map" && later.value.kind === "map" ? { key: later.key, value: mergeMaps(e.value, later.value) } : later : e;
  }), added = over.entries.filter((e) => !entry(base, e.key.text));
  return { kind: "map", span: over.span, entries: [...entries, ...added] };
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
    let identifiers = [], conditionEntry = null, timeframeEntry = null;
    for (let entry2 of this.map.entries)
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
    let conditions = conditionEntry ? this.conditions(conditionEntry) : null;
    conditionEntry || this.missingCondition();
    let aggregates = conditions?.some((c) => c.aggregation) ?? !1, timeframe = timeframeEntry && this.timeframe(timeframeEntry, aggregates);
    if (conditions && this.diagnostics.push(...checkConditions(conditions, identifiers)), this.diagnostics.some((d) => d.severity === "error") || !conditions) return { detection: null, diagnostics: this.diagnostics };
    let { span } = this.map;
    return { detection: { kind: "detection", identifiers, conditions, timeframe, span }, diagnostics: this.diagnostics };
  }
  report(severity, code, message, span) {
    this.diagnostics.push(diagnostic(severity, code, message, span));
  }
  /** The key's text; `condition` and `timeframe` in any case, if there is no other of the name. */
  keyOf({ key }) {
    let lower = key.text.toLowerCase();
    return key.text === lower || lower !== "condition" && lower !== "timeframe" || this.map.entries.some((e) => e.key.text === lower) ? key.text : (this.report("warning", "key-case", `Write this key as \`${lower}\`.`, key.span), lower);
  }
  identifier({ key, value }) {
    let name = { text: key.text, span: key.span }, body = this.body(value, name), span = { file: key.span.file, start: key.span.start, end: value.span.end };
    return { kind: "search-identifier", name, body, span };
  }
  /** @param needed whether a condition's meaning hangs on it. */
  timeframe({ key, value }, needed) {
    if (value.kind === "scalar" && /^\d+[smhdwMy]$/.test(value.text))
      return { text: value.text, span: value.span };
    let message = "A timeframe is a number and a unit (s, m, h, d, w, M or y), such as `15m`.", span = value.kind === "scalar" && value.value !== null ? value.span : key.span;
    return this.report(needed ? "error" : "warning", "bad-timeframe", message, span), null;
  }
  missingCondition() {
    for (let { key, value } of this.map.entries) {
      let maps = value.kind === "list" ? value.items : [value];
      for (let inner of maps) {
        let stray = inner.kind === "map" && inner.entries.find((e) => e.key.text === "condition");
        if (!stray) continue;
        let message2 = `This \`condition\` is part of \`${key.text}\`. Indent it less, so that it stands beside it.`;
        this.report("error", "condition-indented", message2, stray.key.span);
        return;
      }
    }
    let span = this.map.entries[0]?.key.span ?? this.map.span;
    this.report("error", "missing-condition", "`detection` has no `condition`. Add one, such as `condition: selection`.", span);
  }
  /** Null if one of them has an error. */
  conditions({ key, value }) {
    let nodes = value.kind === "list" ? value.items : [value], conditions = [];
    nodes.length === 0 && this.report("error", "missing-condition", "The list of conditions is empty. Write one, such as `- selection`.", key.span);
    for (let node of nodes) {
      if (node.kind !== "scalar" || node.value === null) {
        let message = "A condition is a text, such as `selection and not filter`.", span = node.kind === "scalar" ? key.span : node.span;
        this.report("error", "bad-condition", message, span);
        continue;
      }
      let parsed = parseCondition(node);
      this.diagnostics.push(...parsed.diagnostics), parsed.condition && conditions.push(parsed.condition);
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
        return node.value !== null ? this.items.keywords([node], node.span) : this.empty(
          "is empty. Give it fields or keywords, or remove it",
          name,
          // What is not there has no place of its own.
          node.text === "" ? name.span : node.span
        );
    }
  }
  allOf(map, name) {
    if (map.entries.length === 0)
      return this.empty("is an empty map, which would match every event. Give it fields, or remove it", name, map.span);
    let items = map.entries.flatMap((e) => this.items.item(e) ?? []);
    return link("all", items, map.span);
  }
  anyOf(list, name) {
    let { items, span } = list;
    if (items.length === 0) {
      let message = `\`${name.text}\` is an empty list, which never matches. Give it entries, or remove it.`;
      return this.report("warning", "empty-list", message, span), link("any", [], span);
    }
    let scalars = items.filter((i) => i.kind === "scalar");
    if (scalars.length === items.length) return this.items.keywords(scalars, span);
    let bodies = items.map(
      (item) => item.kind === "scalar" ? this.items.keywords([item], item.span) : this.body(item, name)
    );
    return link("any", bodies, span);
  }
  /** Stands in the place of what could not be read. */
  empty(what, name, span) {
    return this.report("error", "empty-identifier", `\`${name.text}\` ${what}.`, span), link("any", [], span);
  }
};
function link(linking, items, span) {
  return items.length === 1 ? items[0] : { kind: "detection-group", linking, items, span };
}

// src/model/read-rule.ts
var STATUSES = ["stable", "test", "experimental", "deprecated", "unsupported"], LEVELS = ["informational", "low", "medium", "high", "critical"], ID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i, DATE = /^\d{4}[-/]\d{1,2}[-/]\d{1,2}$/;
function readRule(document) {
  return new RuleReader(document).read();
}
var RuleReader = class {
  constructor(document) {
    this.document = document;
    for (let e of document.entries) {
      let name = e.key.text, lower = name.toLowerCase();
      name !== lower && KNOWN.has(lower) && !this.entries.has(lower) ? (this.report("warning", "key-case", `Write this key as '${lower}'.`, e.key.span), this.entries.set(lower, e)) : this.entries.set(name, e);
    }
  }
  document;
  diagnostics = [];
  entries = /* @__PURE__ */ new Map();
  read() {
    let { document } = this, title = this.text("title");
    title === null && !this.entries.has("title") && this.report("warning", "missing-title", "The rule has no title. Give it one.", this.head());
    let status = this.text("status");
    this.known("status", status, STATUSES);
    let level = this.text("level");
    this.known("level", level, LEVELS);
    let id = this.text("id");
    this.wellFormed("id", id, ID, "An id should be a UUID.");
    let date = this.text("date");
    this.wellFormed("date", date, DATE, "Write the date as YYYY-MM-DD.");
    let modified = this.text("modified");
    this.wellFormed("modified", modified, DATE, "Write the date as YYYY-MM-DD.");
    let tags = this.list("tags");
    for (let tag of tags)
      tag.text.includes(".") || this.report("note", "tag-namespace", "A tag has a namespace before a dot, such as attack.t1059.", tag.span);
    let rest = {
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
    }, logsource = this.logsource(), detection = this.detection();
    return this.diagnostics.some((d) => d.severity === "error") || !logsource || !detection ? { rule: null, diagnostics: this.diagnostics } : { rule: {
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
    }, diagnostics: this.diagnostics };
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
    let found = this.entries.get(key);
    if (!found) return null;
    let { value } = found;
    if (value.kind === "scalar") return value.value === null ? null : value.text;
    let items = value.kind === "list" ? scalarTexts(value.items) : null;
    if (items && key === "author") return items.join(", ");
    let what = value.kind === "list" ? "a list" : "a map";
    return this.report("error", "wrong-type", `'${key}' must be a text, not ${what}.`, value.span), null;
  }
  known(key, value, names) {
    if (value === null || names.includes(value)) return;
    let message = `'${value}' is no ${key} of the specification. It has: ${names.join(", ")}.`;
    this.report("warning", `unknown-${key}`, message, this.entries.get(key).value.span);
  }
  wellFormed(key, value, form, message) {
    value === null || form.test(value) || this.report("warning", `bad-${key}`, message, this.entries.get(key).value.span);
  }
  /** A list of scalars; a scalar alone is a list of one. */
  list(key) {
    let found = this.entries.get(key);
    return found ? this.names(key, found.value) : [];
  }
  names(key, node) {
    if (node.kind === "scalar")
      return node.value === null ? [] : [{ text: node.text, span: node.span }];
    if (node.kind === "map")
      return this.report("error", "wrong-type", `'${key}' must be a list of texts, not a map.`, node.span), [];
    let names = [];
    for (let item of node.items)
      if (item.kind === "scalar")
        item.value !== null && names.push({ text: item.text, span: item.span });
      else {
        let message = `An entry of '${key}' must be a text. Is a colon in it unquoted?`;
        this.report("warning", "wrong-entry", message, item.span);
      }
    return names;
  }
  related() {
    let node = this.entries.get("related")?.value;
    if (!node || node.kind === "scalar" && node.value === null) return [];
    let items = node.kind === "list" ? node.items : [node], related = [];
    for (let item of items) {
      let [id, type] = ["id", "type"].map((key) => {
        let e = item.kind === "map" ? item.entries.find((x) => x.key.text === key) : void 0;
        return e?.value.kind === "scalar" ? e.value.text : null;
      });
      id && type ? related.push({ id, type }) : this.report("warning", "bad-related", "An entry of `related` has an `id` and a `type`.", item.span);
    }
    return related;
  }
  /** A section that is not there; a key of nearly its name may be meant for it. */
  missing(section, remedy) {
    let strangers = this.document.entries.filter((e) => !KNOWN.has(e.key.text.toLowerCase())), like = nearest(
      section,
      strangers.map((e) => e.key.text)
    ), stranger = strangers.find((e) => e.key.text === like), hint = stranger ? `Is \`${stranger.key.text}\` meant to be it?` : remedy, span = stranger?.key.span ?? this.head();
    this.report("error", `missing-${section}`, `The rule has no \`${section}\`. ${hint}`, span);
  }
  logsource() {
    let found = this.entries.get("logsource");
    if (!found)
      return this.missing("logsource", "Add one with `product`, `category` or `service`."), null;
    let { value } = found;
    if (value.kind !== "map")
      return this.report(
        "error",
        "wrong-type",
        "`logsource` must be a map with `product`, `category` or `service`.",
        value.kind === "scalar" ? found.key.span : value.span
      ), null;
    let part = (key) => {
      let e = value.entries.find((x) => x.key.text.toLowerCase() === key);
      if (!e) return [];
      if (e.value.kind === "list") {
        let message = `A list of ${key} names is read as any of them; the specification has one name.`;
        this.report("note", "logsource-list", message, e.key.span);
      }
      return this.names(`logsource.${key}`, e.value);
    }, category = part("category"), product = part("product"), service = part("service");
    category.length + product.length + service.length === 0 && this.report("warning", "empty-logsource", "`logsource` names no `product`, `category` or `service`, so it fits any log.", found.key.span);
    let definition = value.entries.find((e) => e.key.text === "definition")?.value;
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
    let found = this.entries.get("detection");
    if (!found)
      return this.missing("detection", "Add search identifiers and a `condition` under it."), null;
    if (found.value.kind !== "map") {
      let message = "`detection` must be a map of search identifiers and a `condition`.", span = found.value.kind === "scalar" ? found.key.span : found.value.span;
      return this.report("error", "wrong-type", message, span), null;
    }
    if (!found.value.entries.some((e) => e.key.text === "condition")) {
      let stray = this.entries.get("condition");
      if (stray)
        return this.report("error", "condition-outside", "This `condition` stands beside `detection`. Indent it, so that it is in it.", stray.key.span), null;
    }
    let read = readDetection(found.value);
    return this.diagnostics.push(...read.diagnostics), read.detection;
  }
}, KNOWN = /* @__PURE__ */ new Set([
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
  let texts = [];
  for (let node of nodes) {
    if (node.kind !== "scalar") return null;
    texts.push(node.text);
  }
  return texts;
}

// src/model/parse.ts
function parse(text, options = {}) {
  let { file, diagnostics: encoding } = readText(text, options.path ?? "<text>");
  if (encoding.some((d) => d.severity === "error"))
    return { collection: { items: [{ span: { file, start: 0, end: 0 }, heading: NOTHING, content: null, diagnostics: encoding }] }, diagnostics: encoding };
  let items = mergeCollections(readDocuments(file)).map(readDocument);
  if (items.length === 0) {
    let span = { file, start: 0, end: Math.min(1, file.text.length) }, empty = diagnostic("warning", "no-rules", "There is no rule in this file.", span);
    return { collection: { items }, diagnostics: [empty] };
  }
  let checked = withDuplicateIds(items);
  return { collection: { items: checked }, diagnostics: checked.flatMap((i) => i.diagnostics) };
}
function readDocuments(file) {
  let root = readPlainYaml(file);
  return root ? [{ root, partial: root, span: root.span, diagnostics: [] }] : readYaml(file);
}
function readText(text, path) {
  return typeof text == "string" ? fromText(text, path) : decode(text, path);
}
var NOTHING = { id: null, title: null, level: null, status: null };
function readDocument({ root, partial, span, diagnostics }) {
  if (!root) return { span, heading: headingOf(partial), content: null, diagnostics };
  if (root.kind !== "map") {
    let message = `A rule is a map with \`title\`, \`logsource\` and \`detection\`; this is ${root.kind === "list" ? "a list" : "a single value"}.`, problem = diagnostic("error", "not-a-map", message, span);
    return { span, heading: NOTHING, content: null, diagnostics: [...diagnostics, problem] };
  }
  let heading = headingOf(root);
  if (!entry(root, "detection")) {
    let correlation = entry(root, "correlation");
    if (correlation) {
      let problem = diagnostic(
        "error",
        "correlation-not-converted",
        "Correlation rules are not converted yet. Convert the rules that it refers to, and correlate their alerts.",
        correlation.key.span
      );
      return { span, heading, content: { kind: "correlation", span }, diagnostics: [...diagnostics, problem] };
    }
    let filter = entry(root, "filter");
    if (filter) {
      let problem = diagnostic("warning", "filter-not-applied", "Filters are not applied yet. Until then, write the exclusion into the rules themselves.", filter.key.span);
      return { span, heading, content: { kind: "filter", span }, diagnostics: [...diagnostics, problem] };
    }
  }
  let read = readRule(root);
  return { span, heading, content: read.rule, diagnostics: [...diagnostics, ...read.diagnostics] };
}
function headingOf(root) {
  if (root?.kind !== "map") return NOTHING;
  let exact = (key) => scalarText(entry(root, key)?.value), text = exact("title") !== null ? exact : (key) => scalarText(anyCase(root, key));
  return { id: text("id"), title: text("title"), level: text("level"), status: text("status") };
}
function anyCase(map, key) {
  return map.entries.find((e) => e.key.text.toLowerCase() === key)?.value;
}
function scalarText(node) {
  return node?.kind === "scalar" && node.value !== null ? node.text : null;
}
function withDuplicateIds(items) {
  if (items.length < 2) return items;
  let seen = /* @__PURE__ */ new Map();
  return items.map((item) => {
    let { id } = item.heading, first = id === null ? void 0 : seen.get(id);
    if (id === null || item.content?.kind !== "rule") return item;
    if (!first)
      return seen.set(id, item), item;
    let { line } = positionAt(first.span.file, first.span.start), at = entry(item.content.document, "id")?.value.span ?? item.span, message = `The rule in line ${line} has this id too. Give each rule an id of its own.`, problem = diagnostic("warning", "duplicate-id", message, at);
    return { ...item, diagnostics: [...item.diagnostics, problem] };
  });
}

export {
  entry,
  parse
};
