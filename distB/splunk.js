import {
  ATOM,
  atom,
  emitBoolean,
  linkWith,
  negate,
  prefixNot
} from "./shared/chunk-UCEDOC3D.js";
import {
  contains,
  escapeCodePoint,
  flagLetters,
  membersOf,
  patternToRegex,
  printClass,
  printRegex,
  translate
} from "./shared/chunk-7SGYETIS.js";
import {
  ANY,
  concat,
  enclose,
  hardline,
  indent,
  join,
  line,
  pattern,
  shapeOf,
  text
} from "./shared/chunk-JRTGEL3U.js";

// backends/splunk/literals.ts
var CONTROL = /[\u0000-\u001f\u007f]/;
function quote(text2) {
  const escaped = text2.includes("\\") ? text2.replaceAll("\\", "\\\\") : text2;
  return `"${escaped.includes('"') ? escaped.replaceAll('"', '\\"') : escaped}"`;
}
function fitsSearch(text2) {
  return !text2.includes("*") && !text2.includes("```") && !CONTROL.test(text2);
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
]);
var SEARCH_WORDS = /* @__PURE__ */ new Set(["and", "or", "not", "in", "by", "term", "case"]);
function searchField({ text: name, mapped }) {
  const lower = name.toLowerCase();
  if (SEARCH_MODIFIERS.has(lower) || name.startsWith("_")) return null;
  if (DEFAULT_FIELDS.has(name) && !mapped) return null;
  if (/^[a-z][a-z0-9_.]*$/i.test(name)) return SEARCH_WORDS.has(lower) ? `"${name}"` : name;
  if (name === "" || name.includes("::") || /["\\`]/.test(name) || !fitsSearch(name)) return null;
  return `"${name}"`;
}
var EVAL_WORDS = /* @__PURE__ */ new Set(["and", "or", "not", "xor", "like", "in", "true", "false", "null"]);
function evalField(name) {
  if (/^[a-z_][a-z0-9_]*$/i.test(name) && !EVAL_WORDS.has(name.toLowerCase())) return name;
  return name === "" || /['\\`]/.test(name) || CONTROL.test(name) ? null : `'${name}'`;
}

// backends/splunk/computed.ts
var XML_NAME = /^[\p{L}_][\p{L}\p{N}_.-]*$/u;
var JSON_PATH = /^[\p{L}\p{N}_@:.{}-]+$/u;
var GROUP = /^[A-Za-z][A-Za-z0-9_]{0,31}$/;
var READINGS = {
  /** `<Data Name='key'>value</Data>`, as Windows events have it. */
  "xml-data": ({ of, key }, name) => XML_NAME.test(key) ? rex(of, `<Data Name=.${literal(key)}.>`, name) : null,
  /** `<key>value</key>`, as Windows events with user data have it. */
  "xml-element": ({ of, key }, name) => XML_NAME.test(key) ? rex(of, `<${literal(key)}(?: [^>]*)?>`, name) : null,
  /** Every `<Data>` without a name. */
  "xml-text": ({ of }, name) => rex(of, "<Data>", name),
  /** A place in JSON; an object or an array is its text. */
  json: ({ of, key }, name) => JSON_PATH.test(key) ? `spath input=${of} output=${name} path=${quote(key)}` : null
};
function rex(of, before, name) {
  return `rex field=${of} max_match=0 ${quote(`${before}(?<${name}>[^<]*)<`)}`;
}
function literal(name) {
  return name.replaceAll(".", "[.]");
}
function computedFields(state) {
  const computed = /* @__PURE__ */ new Map();
  if (state === null || typeof state !== "object") return computed;
  for (const [name, value] of Object.entries(state)) {
    const { as, of, key } = value ?? {};
    if (typeof as === "string" && typeof of === "string" && typeof key === "string") {
      computed.set(name, { as, of, key });
    }
  }
  return computed;
}
function readingCommand({ text: text2, span }, field, report) {
  const reading = Object.hasOwn(READINGS, field.as) ? READINGS[field.as] : null;
  const isNamed = GROUP.test(text2) && /^[A-Za-z_]\w*$/.test(field.of);
  const command = isNamed ? reading?.(field, text2) : null;
  if (command) return command;
  const message = !reading ? `The pipeline reads this field as \`${field.as}\`, which does not exist. There are: ${Object.keys(READINGS).join(", ")}.` : isNamed ? `\`${field.key}\` is no name that can be looked for in ${field.of}. Map the field to one that is there.` : `Splunk cannot read \`${text2}\` out of ${field.of}: the names of both are letters, digits and underscores, the first no longer than 32. Call it otherwise with \`to\`.`;
  report.refuse("splunk-unreadable-field", message, span);
  return "where true()";
}

// backends/splunk/fields.ts
function fieldsOf(expression) {
  const fields = /* @__PURE__ */ new Map();
  const seen = /* @__PURE__ */ new Set();
  const add = (name) => {
    if (!fields.has(name.text)) fields.set(name.text, name);
  };
  const visit = (node) => {
    if (seen.has(node)) return;
    seen.add(node);
    switch (node.kind) {
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
        add(node.field);
        if (node.kind === "field-ref") add(node.other);
    }
  };
  visit(expression);
  return fields;
}

// backends/splunk/formats.ts
var query = {
  name: "query",
  description: "The search alone",
  extension: "spl",
  wrap: null
};
var savedSearches = {
  name: "savedsearches",
  description: "A stanza of savedsearches.conf for each query",
  extension: "conf",
  wrap: (search, rule) => {
    const lines = [`[${stanzaName(search, rule)}]`];
    const description = oneLine(rule.description ?? "");
    if (description !== "") lines.push(`description = ${description}`);
    lines.push(
      "enableSched = 0",
      "cron_schedule = 0 * * * *",
      "dispatch.earliest_time = -65m@m",
      "dispatch.latest_time = -5m@m",
      `alert.severity = ${SEVERITIES[rule.level ?? ""] ?? 3}`,
      `search = ${search.replaceAll("\n", "\\\n")}`,
      ""
    );
    return lines.join("\n");
  }
};
var SEVERITIES = {
  informational: 2,
  low: 2,
  medium: 3,
  high: 4,
  critical: 5
};
function stanzaName(search, rule) {
  const title = oneLine(rule.title).replaceAll("[", "(").replaceAll("]", ")");
  const name = title === "" ? "Untitled rule" : title;
  return rule.detection.conditions.length > 1 ? `${name} (${checksum(search)})` : name;
}
function oneLine(value) {
  const flat = value.replace(/[\u0000-\u0020\u007f\u0085\u2028\u2029]+/g, " ").trim();
  return flat.endsWith("\\") ? `${flat}.` : flat;
}
function checksum(value) {
  let hash = 2166136261;
  for (let i = 0; i < value.length; i++) {
    hash = Math.imul(hash ^ value.charCodeAt(i), 16777619);
  }
  return (hash >>> 0).toString(16).padStart(8, "0");
}

// backends/splunk/indexes.ts
function split(value) {
  return value.split(",").map((name) => name.trim()).filter((name) => name !== "");
}
function checkIndexes(value) {
  const names = split(value);
  if (names.length === 0 && value !== "") return "it names no index.";
  const wrong = names.find((name) => !/^[a-zA-Z0-9_*-]+$/.test(name));
  return wrong === void 0 ? null : `an index name has letters, digits, underscores and dashes only, and '${wrong}' has others.`;
}
function indexTerm(value) {
  const names = split(value).map(quote);
  return atom(names.length === 1 ? `index=${names[0]}` : `index IN (${names.join(", ")})`);
}

// backends/splunk/search.ts
var SEARCH_SYNTAX = {
  and: { word: "AND", binding: 1 },
  or: { word: "OR", binding: 2 },
  not: prefixNot("NOT", ATOM),
  explicit: true
};
function fitsInSearch(made) {
  const fits2 = (node) => fitsBefore(node, fits2, made);
  return fits2;
}
function fitsBefore(node, fits2, made) {
  switch (node.kind) {
    case "and":
    case "or":
      return node.operands.every(fits2);
    case "not":
      return fits2(node.operand);
    case "one-of":
      return node.options.every(fits2);
    case "constant":
      return true;
    case "keyword":
      return false;
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
      return true;
    case "compare":
      return false;
    case "regex":
    case "time-part":
    case "field-ref":
      return false;
  }
}
function fitsPattern(node) {
  const shape = shapeOf(node.pattern);
  switch (shape.shape) {
    case "any":
      return true;
    case "equals":
      return fitsSearch(shape.text) && !looksLikeNetwork(shape.text);
    case "startswith":
    case "endswith":
    case "contains":
      return fitsSearch(shape.text);
    case "empty":
    case "other":
      return false;
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
      const operand = withoutNull(node.operand);
      return operand.kind === "not" ? operand.operand : { ...node, operand };
    }
    case "null":
      return { kind: "not", operand: { ...node, kind: "exists" }, span: node.span };
    case "one-of": {
      const missing = node.options.find((o) => o.kind === "null");
      if (!missing) return node;
      const options = node.options.filter((o) => o.kind !== "null");
      const rest = options.length > 1 ? [{ ...node, options }] : options;
      return { kind: "or", operands: [...rest, withoutNull(missing)], span: node.span };
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
      return oneOf(node);
    case "keyword":
      throw new TypeError("A keyword does not fit in search.");
    default:
      return comparison(node);
  }
}
function comparison(node) {
  const field = searchField(node.field);
  const [first, ...more] = values(node);
  if (more.length > 0) return list(field, node, [node]);
  return atom(text(`${field}=${first}`, node.span));
}
function values(node) {
  switch (node.kind) {
    case "string": {
      const shape = shapeOf(node.pattern);
      switch (shape.shape) {
        case "equals":
          return [quote(shape.text)];
        case "startswith":
          return [quote(`${shape.text}*`)];
        case "endswith":
          return [quote(`*${shape.text}`)];
        case "contains":
          return [quote(`*${shape.text}*`)];
        default:
          return ["*"];
      }
    }
    case "number":
      return spellings(node.number).map((n) => /^[0-9]+$/.test(n) ? n : quote(n));
    case "boolean":
      return [quote(String(node.value))];
    case "cidr":
      return [quote(node.network.text)];
    default:
      return ["*"];
  }
}
function spellings(number) {
  const { decimal, source } = number;
  return source === decimal ? [decimal] : [source, decimal];
}
function oneOf(node) {
  const listed = [];
  const apart = [];
  for (const option of node.options) {
    const isText = option.kind === "number" || option.kind === "boolean";
    const isPattern = option.kind === "string" && shapeOf(option.pattern).shape !== "any";
    if (isText || isPattern) listed.push(option);
    else apart.push(comparison(option));
  }
  if (listed.length === 0) return linkWith(SEARCH_SYNTAX, "or", apart);
  const [only] = listed;
  const field = searchField(node.field);
  const first = listed.length === 1 ? comparison(only) : list(field, node, listed);
  return linkWith(SEARCH_SYNTAX, "or", [first, ...apart]);
}
function list(field, node, options) {
  const items = [];
  for (const option of options) {
    for (const value of values(option)) items.push(text(value, option.span));
  }
  const open = concat(text(field, node.field.span), " IN (");
  return atom(enclose(open, join(concat(",", line), items), ")"));
}

// backends/splunk/stages.ts
function splitStages(expression, fits2) {
  const stages = { search: [], where: [] };
  for (const conjunct of conjuncts(expression)) {
    if (fits2(conjunct)) stages.search.push(conjunct);
    else {
      const parts = splitNegation(conjunct, fits2);
      if (parts.search) stages.search.push(parts.search);
      stages.where.push(parts.where);
    }
  }
  return stages;
}
function conjuncts(expression) {
  return expression.kind === "and" ? expression.operands.flatMap(conjuncts) : [expression];
}
function splitNegation(node, fits2) {
  if (node.kind !== "not") return { search: null, where: node };
  const { operand, span } = node;
  if (operand.kind !== "or" && operand.kind !== "one-of") return { search: null, where: node };
  const inside = [];
  const outside = [];
  for (const alternative of operand.kind === "or" ? operand.operands : [operand]) {
    if (fits2(alternative)) inside.push(alternative);
    else if (alternative.kind !== "one-of") outside.push(alternative);
    else {
      inside.push(...oneOf2(alternative, alternative.options.filter(fits2)));
      outside.push(
        ...oneOf2(
          alternative,
          alternative.options.filter((o) => !fits2(o))
        )
      );
    }
  }
  if (inside.length === 0) return { search: null, where: node };
  return { search: noneOf(inside, span), where: noneOf(outside, span) };
}
function oneOf2(node, options) {
  return options.length > 1 ? [{ ...node, options }] : options;
}
function noneOf(operands, span) {
  const only = operands[0];
  if (operands.length > 1) return { kind: "not", operand: { kind: "or", operands, span }, span };
  return only.kind === "not" ? only.operand : { kind: "not", operand: only, span };
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
      return true;
    default:
      return false;
  }
}
function isNothing(pattern2) {
  const source = pattern2.map((p) => {
    if (typeof p === "string") return p.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
    return p.kind === "one" ? "." : ".*";
  });
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
      return NOTHING.includes(String.fromCodePoint(node.codePoint).toLowerCase()) ? 1 : Infinity;
    case "class": {
      const members = membersOf(node);
      const isIn = (c) => !members || contains(members, c.codePointAt(0));
      return [...NOTHING, ...NOTHING.toUpperCase()].some(isIn) ? 1 : Infinity;
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
      special(node, print) {
        if (node.kind === "backreference") {
          return typeof node.to === "number" ? `\\g{${node.to}}` : `\\k<${node.to}>`;
        }
        const mark = node.direction === "ahead" ? "" : "<";
        return `(?${mark}${node.negated ? "!" : "="}${print(node.body)})`;
      },
      repeatMode: ({ mode }) => ({ greedy: "", lazy: "?", possessive: "+" })[mode],
      groupOpening(node) {
        if (node.atomic) return "(?>";
        const letters = flagLetters(node);
        if (letters !== "") return `(?${letters}:`;
        if (!node.capture) return "(?:";
        return node.capture.name === null ? "(" : `(?<${node.capture.name}>`;
      }
    })
  );
}
var SHORT = { digit: "d", word: "w", space: "s" };
function classText(node) {
  const [item] = node.items;
  if (node.items.length === 1 && item) {
    const negated = node.negated !== (item.kind !== "range" && item.negated);
    if (item.kind === "property") return `\\${negated ? "P" : "p"}{${item.name}}`;
    const short = item.kind === "set" ? SHORT[item.set] : void 0;
    if (short) return `\\${negated ? short.toUpperCase() : short}`;
  }
  const members = membersOf(node);
  if (members) return printClass(members);
  const parts = node.items.map((i) => {
    if (i.kind === "property") return `\\${i.negated ? "P" : "p"}{${i.name}}`;
    const inner = membersOf({ ...node, negated: false, items: [i] });
    return printClass(inner).replace(/^\[\^?|\]$/g, "");
  });
  return `[${node.negated ? "^" : ""}${parts.join("")}]`;
}

// backends/splunk/where.ts
var WHERE_SYNTAX = {
  and: { word: "AND", binding: 2 },
  or: { word: "OR", binding: 1 },
  not: prefixNot("NOT", ATOM),
  explicit: true
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
      const field = fieldName(node.field, report);
      const tests = spellings(node.number).map((s) => found(field, pcreOf([s], false)));
      return any(tests.map((t) => atom(text(t, node.span))));
    }
    default:
      return atom(text(predicate(node, polarity, report), node.span));
  }
}
function any(alternatives) {
  return linkWith(WHERE_SYNTAX, "or", alternatives);
}
function predicate(node, polarity, report) {
  if (node.kind === "keyword") {
    const { search } = node;
    if (search.kind === "regex") return found("_raw", regex(search.regex, node, polarity, report));
    return like("_raw", pattern([ANY, ...search.pattern, ANY]), search.cased);
  }
  const field = fieldName(node.field, report);
  switch (node.kind) {
    case "null":
      return `isnull(${field})`;
    case "exists":
      return `isnotnull(${field})`;
    case "string":
      return like(field, node.pattern, node.cased);
    case "boolean":
      return found(field, pcreOf([String(node.value)], false));
    case "regex":
      return found(field, regex(node.regex, node, polarity, report));
    case "cidr":
      return holds(`cidrmatch(${quote(node.network.text)}, ${field})`);
    case "compare":
      return compare(node, field, polarity, report);
    case "time-part":
      return timePart(node, field, polarity, report);
    case "field-ref":
      return fieldRef(node, field, report);
  }
}
function like(field, parts, cased) {
  if (shapeOf(parts).shape === "any") return `isnotnull(${field})`;
  return found(field, pcreOf(parts, cased));
}
function pcreOf(parts, cased) {
  const translated = toPcre(patternToRegex(parts, cased));
  return translated.ok ? translated.pattern : NEVER;
}
var NEVER = "(?!)";
function regex(asked, node, polarity, report) {
  const translated = toPcre(asked);
  if (!translated.ok) {
    report.refuse("splunk-regex", translated.message, node.span);
    return NEVER;
  }
  for (const { direction, message } of translated.approximations) {
    report.approximate(direction, polarity, "splunk-regex", message, node.span);
  }
  return translated.pattern;
}
function fieldName(name, report) {
  const written = evalField(name.text);
  if (written !== null) return written;
  report.refuse(
    "splunk-field-name",
    "Splunk has no way to write this field name: quotation marks, backslashes and control characters cannot be escaped in it. Map the field to another name in a pipeline.",
    name.span
  );
  return "field";
}
function found(field, pcre) {
  return `isnotnull(mvfind(${field}, ${quote(pcre.replaceAll("`", "\\x60"))}))`;
}
function holds(condition) {
  return `isnotnull(mvfilter(${condition}))`;
}
var OPERATORS = { lt: "<", lte: "<=", gt: ">", gte: ">=", eq: "==" };
var EXACT_DIGITS = 15;
function compare(node, field, polarity, report) {
  const { decimal } = node.number;
  if (decimal.replace(/[^0-9]/g, "").length > EXACT_DIGITS) {
    const message = `Splunk compares numbers with a precision of ${EXACT_DIGITS} digits, so values next to ${decimal} may be on its wrong side.`;
    report.approximate("wider", polarity, "splunk-number-precision", message, node.span);
    report.approximate("narrower", polarity, "splunk-number-precision", message, node.span);
  }
  return holds(`tonumber(${field}) ${OPERATORS[node.operator]} ${decimal}`);
}
var PLACES = {
  year: [1, 4],
  month: [6, 2],
  day: [9, 2],
  hour: [12, 2],
  minute: [15, 2]
};
var TIME_VARIABLES = {
  year: "%Y",
  month: "%m",
  day: "%d",
  week: "%V",
  hour: "%H",
  minute: "%M"
};
function timePart(node, field, polarity, report) {
  const asked = `${OPERATORS[node.operator]} ${node.number.decimal}`;
  const variable = quote(TIME_VARIABLES[node.part]);
  if (field === "_time") {
    report.note(
      "splunk-time-zone",
      `The ${node.part} of _time is that of the time zone of the user who runs the search.`,
      node.span
    );
    return holds(`tonumber(strftime(_time, ${variable})) ${asked}`);
  }
  report.approximate(
    "narrower",
    polarity,
    "splunk-time-format",
    "the field is read as a time in ISO 8601 (2026-01-31T23:59:00Z); values in another format never match.",
    node.span
  );
  const clock = node.part === "hour" || node.part === "minute" ? "[T ]\\d\\d:\\d\\d" : "";
  const isTime = `match(${field}, ${quote(`^\\d{4}-\\d\\d-\\d\\d${clock}`)})`;
  if (node.part === "week") {
    const day = `strptime(substr(${field}, 1, 10), "%Y-%m-%d")`;
    return holds(`${isTime} AND tonumber(strftime(${day}, ${variable})) ${asked}`);
  }
  const [start, length] = PLACES[node.part];
  return holds(`${isTime} AND tonumber(substr(${field}, ${start}, ${length})) ${asked}`);
}
function fieldRef(node, field, report) {
  const other = fieldName(node.other, report);
  const fold = (name) => node.cased ? name : `lower(${name})`;
  const [a, b] = [fold(field), fold(other)];
  let test;
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
  const operands = expressions.map((e) => emitWhere(e, report));
  return concat("| where ", indent(linkWith(WHERE_SYNTAX, "and", operands).doc));
}

// backends/splunk/tstats.ts
function emitTstats(model, { expression, options, state }, report) {
  judge(expression, "positive", report);
  const fields = [...fieldsOf(expression).values()].filter((f) => isOfModel(f, model, report));
  const { search, where } = splitStages(
    expression,
    options["search"] === "where" ? asksNode : fits
  );
  const terms = search.filter((e) => !isTrue(e)).map(emitSearch);
  if (options["index"]) terms.unshift(indexTerm(options["index"]));
  const by = /* @__PURE__ */ new Map();
  for (const name of addedTo(state?.get("data_model_by"))) by.set(name, name);
  for (const name of fields) by.set(name.text, text(name.text, name.span));
  by.delete(NODE);
  const clauses = [
    `fillnull_value="${NOTHING}" count min(_time) as firstTime max(_time) as lastTime`,
    `from datamodel=${model}`
  ];
  if (terms.length > 0) {
    clauses.push(concat("where ", indent(linkWith(SEARCH_SYNTAX, "and", terms).doc)));
  }
  if (by.size > 0) clauses.push(concat("by ", join(" ", [...by.values()])));
  const tstats = concat("| tstats summariesonly=false ", indent(join(hardline, clauses)));
  return where.length === 0 ? tstats : concat(tstats, hardline, whereCommand(where, report));
}
var NODE = "nodename";
var asksNode = (node) => "field" in node && node.field.text === NODE;
function addedTo(state) {
  return Array.isArray(state) ? state.filter((n) => typeof n === "string") : [];
}
var NO_FIELDS = /* @__PURE__ */ new Set();
var fitsAsSearch = fitsInSearch(NO_FIELDS);
var fits = (node) => fitsAsSearch(node) && !asksNetwork(node);
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
  const [, dataset = model] = model.split(".");
  if (name === NODE || name.startsWith(`${dataset}.`) && /^\w+\.\w+$/.test(name)) return true;
  const message = `The data model ${model} has no field \`${name}\`. Map it to one of its fields, such as ${dataset}.dest, or convert the rule without a data model.`;
  report.refuse("splunk-not-in-data-model", message, span);
  return false;
}
function judge(node, polarity, report) {
  switch (node.kind) {
    case "and":
    case "or":
      for (const operand of node.operands) judge(operand, polarity, report);
      return;
    case "not":
      judge(node.operand, negate(polarity), report);
      return;
    case "one-of":
      for (const option of node.options) judge(option, polarity, report);
      return;
    case "constant":
      return;
    case "keyword": {
      const message = "A data model has fields alone, and not the text of the event that a keyword is looked for in. Convert the rule without a data model.";
      report.refuse("splunk-keyword-in-data-model", message, node.span);
      return;
    }
    default:
      if (asksPresence(node)) {
        const message = `A data model has \`${NOTHING}\` where an event has no value, so it cannot say whether \`${node.field.text}\` is missing, empty or there at all. Convert the rule without a data model.`;
        report.refuse("splunk-presence-in-data-model", message, node.span);
      } else if (mayHoldOfNothing(node)) {
        const message = `a data model has \`${NOTHING}\` where an event has no \`${node.field.text}\`, and this may find it.`;
        report.approximate("wider", polarity, "splunk-unknown-in-data-model", message, node.span);
      }
  }
}
function asksPresence(node) {
  if (node.kind === "null" || node.kind === "exists") return true;
  if (node.kind !== "string") return false;
  return node.pattern.every((p) => typeof p !== "string" && p.kind === "any");
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
  formats: [query, savedSearches],
  pipelines: async () => (await import("./shared/pipelines.generated-UY3IQ56E.js")).default,
  defaultPipelines: ["splunk"],
  simplify: { oneOf: true, pushNegation: false },
  emit
};
var plugin = { apiVersion: 1, backends: [splunk] };
function emit(request, report) {
  const { expression, options, state } = request;
  const model = state?.get("data_model");
  if (typeof model === "string") return emitTstats(model, request, report);
  const fields = fieldsOf(expression);
  noteDefaultFields(fields.values(), report);
  const computed = computedFields(state?.get("columns"));
  const stages = options["search"] === "where" && expression.kind !== "constant" ? { search: [], where: conjuncts(expression) } : splitStages(expression, fitsInSearch(computed));
  const terms = stages.search.map(emitSearch);
  if (options["index"]) terms.unshift(indexTerm(options["index"]));
  const search = terms.length > 0 ? linkWith(SEARCH_SYNTAX, "and", terms).doc : "*";
  const commands = [];
  for (const name of fields.values()) {
    const field = computed.get(name.text);
    if (field) commands.push(text(`| ${readingCommand(name, field, report)}`, name.span));
  }
  if (stages.where.length > 0) commands.push(whereCommand(stages.where, report));
  return join(hardline, [search, ...commands]);
}
function noteDefaultFields(names, report) {
  for (const { text: name, span, mapped } of names) {
    if (mapped || !isDefaultField(name)) continue;
    const message = `Splunk gives every event a field \`${name}\` of its own. If the events' own field is meant, map it to the name that your field extraction gives it.`;
    report.note("splunk-default-field", message, span);
  }
}
var splunk_default = plugin;
export {
  splunk_default as default,
  plugin,
  splunk
};
