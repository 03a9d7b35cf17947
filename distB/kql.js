import {
  ATOM,
  atom,
  emitBoolean,
  linkWith
} from "./shared/chunk-UCEDOC3D.js";
import {
  otherCases,
  patternToRegex,
  toRe2
} from "./shared/chunk-7SGYETIS.js";
import {
  ANY,
  columnsOfAll,
  concat,
  enclose,
  hardline,
  indent,
  join,
  line,
  literalText,
  meaning,
  nearest,
  shapeOf,
  simplify,
  text
} from "./shared/chunk-JRTGEL3U.js";

// backends/kql/keywords.ts
var KEYWORDS = new Set(
  "accumulate and anomalychart areachart as asc bagexpansion barchart between bin_legacy bool boolean by byte cachingpolicy callout cancel card char columnchart contains contains_cs containscs cycles dataexport datascope datatable date datetime decimal decodeblocks desc double dynamic earliest encodingpolicy endswith endswith_cs expandoutput extent_tags_retention external_data externaldata filter find first flags float force_remote guid harddelete hardretention has has_all has_any has_cs hasprefix hasprefix_cs hassuffix hassuffix_cs hotcache in int int16 int32 int64 int8 invoke isfuzzy journal kind ladderchart last latest let like likecs linechart long materialize matches mdm missing nooptimization not notcontains notcontainscs notlike notlikecs null of or others pathformat piechart pivotchart print project queries query_results real regex relaxed restricted_view_access row_level_security rowstore rowstore_references rowstore_sealinfo rowstorepolicy rowstores sample scatterchart seal seals search set shards simple softdelete softretention sql stackedareachart startswith startswith_cs statistics storedqueryresultcontainers string tablepurge time timechart timeline timepivot timespan title to toscalar totable treemap typeof uint uint16 uint32 uint64 uint8 ulong union uniqueid unrestrictedviewers uuid verbose viewers views where with_itemindex with_match_id with_source with_step_name withsource writeaheadlog".split(" ")
);
var IDENTIFIER = /^[A-Za-z_][A-Za-z0-9_]*$/;
var TAKEN = /^(?:__.*|true|false|null)$/i;
function isPlainName(name) {
  return IDENTIFIER.test(name) && !KEYWORDS.has(name) && !TAKEN.test(name);
}

// backends/kql/literals.ts
var UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]|(?! )\p{Zs}/u;
var NEEDS_ESCAPE = new RegExp(`["\\\\]|${UNSEEN.source}`, "gu");
var NEEDS_ESCAPE_IN_NAME = new RegExp(`['\\\\]|${UNSEEN.source}`, "gu");
var PLAIN = /^[ !#-[\]-~]*$/;
function stringLiteral(text2) {
  if (PLAIN.test(text2)) return `"${text2}"`;
  if (text2.includes("\\") && !text2.includes('"') && !UNSEEN.test(text2)) return `@"${text2}"`;
  return `"${text2.replace(NEEDS_ESCAPE, escape)}"`;
}
function nameReference(name) {
  return isPlainName(name) ? name : `['${name.replace(NEEDS_ESCAPE_IN_NAME, escape)}']`;
}
function pathReference(segments) {
  const [column = "", ...keys] = segments;
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
    case "\n":
      return "\\n";
    case "\r":
      return "\\r";
    default: {
      let out = "";
      for (let i = 0; i < c.length; i++) {
        out += `\\u${c.charCodeAt(i).toString(16).toUpperCase().padStart(4, "0")}`;
      }
      return out;
    }
  }
}
var LONG_MAX = 2n ** 63n - 1n;
var INTEGER = /^-?\d+$/;
var REAL_DIGITS = 15;
var DECIMAL_DIGITS = 34;
function isLong(number) {
  if (!INTEGER.test(number.decimal) || number.decimal.length > 20) return false;
  const value = BigInt(number.decimal);
  return value <= LONG_MAX && value >= -LONG_MAX;
}
function isPlainNumber(number) {
  if (INTEGER.test(number.decimal)) return isLong(number);
  return digitsOf(number) <= REAL_DIGITS;
}
function numberLiteral(number) {
  if (isPlainNumber(number)) return number.decimal;
  const type = digitsOf(number) <= DECIMAL_DIGITS ? "decimal" : "real";
  return `${type}(${number.decimal})`;
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
  const { type } = column;
  return type === "int" || type === "long" || type === "real" || type === "decimal";
}
function textOf(column) {
  return isText(column) ? column.code : `tostring(${column.code})`;
}
function resolveColumns(expression, columnType, dots) {
  const uses = usesOf(expression);
  const known = /* @__PURE__ */ new Map();
  const segmentsOf = (field) => {
    if (dots === "column" || columnType(field)) return null;
    const segments = field.split(".");
    if (segments.length === 1 || segments.includes("")) return null;
    for (let end = 1; end < segments.length; end++) {
      if (uses.valued.has(segments.slice(0, end).join("."))) return null;
    }
    return segments;
  };
  const bases = /* @__PURE__ */ new Set();
  for (const field of uses.fields) {
    const segments = segmentsOf(field);
    if (segments) bases.add(segments[0]);
  }
  const resolve = (field) => {
    const type = columnType(field);
    if (type) return { field, code: nameReference(field), type, origin: "declared" };
    const segments = segmentsOf(field);
    if (segments) return { field, code: pathReference(segments), type: "dynamic", origin: "path" };
    if (bases.has(field)) {
      return { field, code: nameReference(field), type: "dynamic", origin: "path" };
    }
    return { field, code: nameReference(field), type: uses.types.get(field), origin: "assumed" };
  };
  return (field) => {
    let column = known.get(field);
    if (!column) known.set(field, column = resolve(field));
    return column;
  };
}
function usesOf(expression) {
  const fields = /* @__PURE__ */ new Set();
  const valued = /* @__PURE__ */ new Set();
  const types = /* @__PURE__ */ new Map();
  const digits = /* @__PURE__ */ new Set();
  const seen = /* @__PURE__ */ new Set();
  const note = (predicate2) => {
    const field = predicate2.field.text;
    fields.add(field);
    if (predicate2.kind === "null" || predicate2.kind === "exists") return;
    valued.add(field);
    switch (predicate2.kind) {
      case "number":
      case "compare":
        if (!types.has(field)) types.set(field, "long");
        break;
      case "string": {
        const [first] = predicate2.pattern;
        if (isInteger(literalText(predicate2.pattern))) digits.add(field);
        else if (predicate2.pattern.length > 1 || typeof first === "string") {
          types.set(field, "string");
        }
        break;
      }
      case "regex":
      case "cidr":
        types.set(field, "string");
        break;
      case "field-ref":
        fields.add(predicate2.other.text);
        valued.add(predicate2.other.text);
        break;
    }
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
  for (const field of digits) if (!types.has(field)) types.set(field, "string");
  return { fields, valued, types };
}
function isInteger(text2) {
  return text2 !== null && /^(?:0|-?[1-9]\d*)$/.test(text2);
}
function parseColumns(text2) {
  const types = /* @__PURE__ */ new Map();
  if (text2.trim() === "") return { types };
  for (const part of text2.split(",")) {
    const colon = part.lastIndexOf(":");
    const name = part.slice(0, Math.max(colon, 0)).trim();
    const type = KQL_TYPES.find((t) => t === part.slice(colon + 1).trim());
    if (name === "") return { error: `write each column as NAME:TYPE, not '${part.trim()}'.` };
    if (!type) return { error: `the type of ${name} must be one of ${KQL_TYPES.join(", ")}.` };
    types.set(name, type);
  }
  return { types };
}

// backends/kql/computed.ts
function readingOf(column) {
  const reading = Object.hasOwn(READINGS, column.as) ? READINGS[column.as] : null;
  const read = reading?.(column) ?? null;
  if (read === null) return null;
  const { without, empty, first } = column;
  let value = read;
  if (without !== void 0) {
    const start = stringLiteral(`(?i)^${literal(without)}`);
    value = `replace_regex(${value}, ${start}, "")`;
  }
  if (empty !== void 0) value = `iff(${value} == ${stringLiteral(empty)}, "", ${value})`;
  return first === void 0 ? value : `coalesce(${first}, ${value})`;
}
var XML_NAME = /^[\p{L}_][\p{L}\p{N}_.-]*$/u;
var DATA_NAME = /^[\p{L}_](?:[\p{L}\p{N}_. -]*[\p{L}\p{N}_.-])?$/u;
var BACKSLASH = stringLiteral("\\");
var READINGS = {
  /** What the column holds. */
  column: ({ of }) => nameReference(of),
  /** `<Data Name="key">value</Data>`, as Windows events have it. */
  "xml-data": ({ of, key }) => {
    if (!DATA_NAME.test(key)) return null;
    const element = stringLiteral(`<Data Name=.${literal(key)}.>[^<]*</Data>`);
    return `tostring(parse_xml(extract(${element}, 0, ${nameReference(of)})).Data["#text"])`;
  },
  /** The same, or `<key>value</key>`, as Windows events with user data have it. */
  "xml-field": ({ of, key }) => {
    if (!DATA_NAME.test(key)) return null;
    const name = literal(key);
    const tag = XML_NAME.test(key) ? `(?:Data Name=.${name}.|${name})` : `Data Name=.${name}.`;
    return xmlText(`extract(${stringLiteral(`<${tag}>([^<]*)<`)}, 1, ${nameReference(of)})`);
  },
  /** Every `<Data>` without a name, one a line. */
  "xml-text": ({ of }) => xmlText(`strcat_array(${unnamedData(of)}, "\\n")`),
  /** The `<Data>` without a name that stands at a place; the first is 1. */
  "xml-item": ({ of, key }) => {
    if (!/^[1-9]\d?$/.test(key)) return null;
    return xmlText(`tostring(${unnamedData(of)}[${Number(key) - 1}])`);
  },
  /** A place in JSON that is kept as text; dots are steps. */
  json: ({ of, key }) => `tostring(parse_json(${nameReference(of)})${steps(key.split("."))})`,
  /** A dynamic column as the JSON that it is. */
  "json-text": ({ of }) => `tostring(${nameReference(of)})`,
  /** `;key=value` among the extensions of a message in the Common Event Format. */
  "cef-extension": ({ of, key }) => {
    if (!/^\w+$/.test(key)) return null;
    return `extract(${stringLiteral(`(?:^|;)${key}=([^;]*)`)}, 1, ${nameReference(of)})`;
  },
  /** `key=value` or `key="value"` in a record of Linux's audit daemon. */
  "audit-field": ({ of, key }) => {
    if (!/^\w+$/.test(key)) return null;
    const field = stringLiteral(`(?:^|[ '])${key}="?([^" ']*)`);
    return `extract(${field}, 1, ${nameReference(of)})`;
  },
  /** A file's folder and name in one, where the folder's column may hold both. */
  "file-path": ({ of, key }) => {
    const [folder, name] = [nameReference(of), nameReference(key)];
    const slash = `iff(${folder} startswith "/", "/", ${BACKSLASH})`;
    const whole = `isempty(${name}) or ${folder} endswith strcat(${slash}, ${name})`;
    return `iff(${whole}, ${folder}, strcat(${folder}, ${slash}, ${name}))`;
  },
  /** What follows the last dot of a URL's path. */
  "url-extension": ({ of }) => {
    const path = String.raw`@"^(?:\w+://)?[^/?#]*/(?:[^/?#][^?#]*)?\.([^./?#]+)(?:[?#]|$)"`;
    return `extract(${path}, 1, ${nameReference(of)})`;
  },
  /** What a URL has between its question mark and its fragment. */
  "url-query": ({ of }) => String.raw`extract(@"\?([^#]*)", 1, ${nameReference(of)})`,
  /** Path and query of a request in one. */
  uri: ({ of, key }) => {
    const [path, query2] = [nameReference(of), nameReference(key)];
    return `strcat(${path}, iff(${query2} in ("", "-"), "", strcat("?", ${query2})))`;
  },
  /** A key of the registry as Sysmon writes it. */
  "registry-key": ({ of }) => registryKey(of),
  /** The same with the name of a value, if there is one. */
  "registry-path": ({ of, key }) => {
    const value = nameReference(key);
    return `strcat(${registryKey(of)}, iff(isempty(${value}), "", strcat(${BACKSLASH}, ${value})))`;
  },
  /** The same with the name of a value; the one without a name is called `(Default)`. */
  "registry-value": ({ of, key }) => {
    const value = nameReference(key);
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
  const path = nameReference(of);
  const users = `replace_regex(${path}, "(?i)^HKEY_(?:USERS|CURRENT_USER)", "HKU")`;
  const machine = `replace_regex(${users}, "(?i)^HKEY_LOCAL_MACHINE", "HKLM")`;
  const current = String.raw`@"(?i)^(HKLM\\SYSTEM)\\ControlSet\d+", @"\1\CurrentControlSet"`;
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
    if (!this.first(`${code} ${direction} ${polarity}`)) return;
    this.report.approximate(direction, polarity, code, message, span);
  }
  /** Said once a query for each code. */
  note(code, message, span) {
    if (this.first(code)) this.report.note(code, message, span);
  }
  /** Says, once a query, that a column is taken for a number because the rule compares it with one. */
  assumeNumber(column, span) {
    if (column.origin !== "assumed") return;
    this.note(
      "kql-number-assumed",
      `${column.field} is taken for a column of numbers, as the rule compares it with nothing else. If it holds text, set -O kql.columns=${column.field}:string.`,
      span
    );
  }
  /** Drops the query; what is returned only fills the place. */
  refuse(code, message, span) {
    this.report.refuse(code, message, span);
    return atom(text("false", span));
  }
  /**
   * Something that is null where the rule's predicate is false. `where` drops nulls, which is right
   * until a `not` comes over it: `not(null)` is null and not true.
   * https://learn.microsoft.com/en-us/kusto/query/scalar-data-types/null-values
   */
  nullable(written, polarity) {
    if (polarity === "positive" && !this.nestedNegation) return written;
    return atom(enclose("coalesce(", concat(written.doc, ", false"), ")"));
  }
  first(key) {
    if (this.said.has(key)) return false;
    this.said.add(key);
    return true;
  }
};
function hasNestedNegation(expression) {
  const seen = { outside: /* @__PURE__ */ new Set(), inside: /* @__PURE__ */ new Set() };
  const visit = (node, inside) => {
    const visited = inside ? seen.inside : seen.outside;
    if (visited.has(node)) return false;
    visited.add(node);
    if (node.kind === "not") return inside || visit(node.operand, true);
    if (node.kind !== "and" && node.kind !== "or") return false;
    return node.operands.some((o) => visit(o, inside));
  };
  return visit(expression, false);
}

// backends/kql/dialect.ts
var SYNTAX = {
  and: { word: "and", binding: 20 },
  or: { word: "or", binding: 10 },
  longest: 100,
  not: (operand) => operand.negated?.() ?? atom(enclose("not(", operand.doc, ")")),
  // `a or b and c` is right, and misread.
  explicit: true
};
var TEXT_OPERATORS = {
  equals: { uncased: "=~", cased: "==" },
  contains: { uncased: "contains", cased: "contains_cs" },
  startswith: { uncased: "startswith", cased: "startswith_cs" },
  endswith: { uncased: "endswith", cased: "endswith_cs" }
};
var LIST_OPERATORS = { "=~": "in~", "==": "in" };
var NEGATED = {
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
};
var COMPARISONS = {
  eq: "==",
  lt: "<",
  lte: "<=",
  gt: ">",
  gte: ">="
};
var TIME_PARTS = {
  minute: "minute",
  hour: "hour",
  day: "day",
  week: "week_of_year",
  month: "month",
  year: "year"
};
var RANGE_FUNCTIONS = {
  4: { one: "ipv4_is_in_range", any: "ipv4_is_in_any_range" },
  6: { one: "ipv6_is_in_range", any: "ipv6_is_in_any_range" }
};
function operation(left, operator, right, span) {
  return operationOf(operator, (o) => text(`${left} ${o} ${right}`, span));
}
function operationOf(operator, write) {
  const opposite = NEGATED[operator];
  const doc = write(operator);
  if (!opposite) return { doc, binding: ATOM };
  return { doc, binding: ATOM, negated: () => atom(write(opposite)) };
}
function testCall(call, opposite, argument, span) {
  return {
    doc: text(`${call}(${argument})`, span),
    binding: ATOM,
    negated: () => atom(text(`${opposite}(${argument})`, span))
  };
}

// backends/kql/presence.ts
function writeNull(column, context, polarity, span) {
  if (tellsNull(column)) return testCall("isnull", "isnotnull", column.code, span);
  context.approximate(
    "wider",
    polarity,
    "kql-null-is-empty",
    `a string column of Kusto holds no null, so ${column.field} is tested for being empty, and a value that is present and empty counts as missing. Of a column of another type this is exact: state it with -O kql.columns=NAME:TYPE.`,
    span
  );
  return writeMissingOrEmpty(column, span);
}
function writeExists(column, context, polarity, span) {
  if (column.origin === "path") {
    context.approximate(
      "narrower",
      polarity,
      "kql-null-is-missing",
      `Kusto cannot tell whether ${column.field} is null or missing in its dynamic column, so null counts as missing.`,
      span
    );
  }
  return writePresent(column, context, polarity, span);
}
function writePresent(column, context, polarity, span) {
  if (tellsNull(column)) return testCall("isnotnull", "isnull", column.code, span);
  context.approximate(
    "narrower",
    polarity,
    "kql-empty-is-missing",
    `a string column of Kusto holds no null, so ${column.field} is tested for not being empty, and a value that is present and empty counts as missing. Of a column of another type this is exact: state it with -O kql.columns=NAME:TYPE.`,
    span
  );
  return testCall("isnotempty", "isempty", column.code, span);
}
function writeEmpty(column, context, polarity, span) {
  if (column.type === "dynamic") {
    const isEmpty = `isnotnull(${column.code}) and tostring(${column.code}) == ""`;
    return { doc: text(isEmpty, span), binding: SYNTAX.and.binding };
  }
  if (column.origin === "declared" && !isText(column)) return atom(text("false", span));
  context.approximate(
    "wider",
    polarity,
    "kql-missing-is-empty",
    `a string column of Kusto holds no null, so an event without ${column.field} counts as one in which it is empty.`,
    span
  );
  return writeMissingOrEmpty(column, span);
}
function writeMissingOrEmpty(column, span) {
  return testCall("isempty", "isnotempty", column.code, span);
}
function tellsNull(column) {
  return column.origin !== "assumed" && !isText(column);
}

// backends/kql/implied.ts
function dropImplied(expression, column) {
  const filledRefs = /* @__PURE__ */ new Set();
  const openRefs = /* @__PURE__ */ new Set();
  const isString = (field) => !tellsNull(column(field));
  return { expression: rewrite(expression, /* @__PURE__ */ new Set()), filledRefs };
  function rewrite(node, filled) {
    switch (node.kind) {
      case "and":
        return conjunction(node, filled);
      case "or": {
        const operands = node.operands.map((o) => rewrite(o, filled));
        return link(node, joinMissingAndEmpty(operands), true);
      }
      case "not": {
        const operand = rewrite(node.operand, filled);
        if (operand === node.operand) return node;
        if (operand.kind === "constant") return { ...operand, value: !operand.value };
        return { ...node, operand };
      }
      case "one-of": {
        if (!filled.has(node.field.text)) return node;
        const options = node.options.filter((o) => decided(o, filled) === null);
        if (options.length === node.options.length) return node;
        if (node.options.some((o) => decided(o, filled) === true)) {
          return { kind: "constant", value: true, span: node.span };
        }
        if (options.length === 0) return { kind: "constant", value: false, span: node.span };
        return options.length === 1 ? options[0] : { ...node, options };
      }
      case "constant":
      case "keyword":
        return node;
      case "field-ref":
        if (filled.has(node.other.text) && !openRefs.has(node)) filledRefs.add(node);
        else {
          openRefs.add(node);
          filledRefs.delete(node);
        }
        return node;
      default: {
        const value = decided(node, filled);
        return value === null ? node : { kind: "constant", value, span: node.span };
      }
    }
  }
  function conjunction(node, outer) {
    const filled = new Set(outer);
    const present = /* @__PURE__ */ new Map();
    const notEmpty = /* @__PURE__ */ new Map();
    for (const operand of node.operands) {
      for (const p of predicatesOf(operand)) {
        const field = p.field.text;
        if (!isString(field)) continue;
        if (asksPresence(p)) present.set(field, p);
        else if (needsText(p)) filled.add(field);
      }
      for (const p of excludedBy(operand)) {
        if (p.kind === "null") present.set(p.field.text, p);
        else if (isEmptyText(p)) notEmpty.set(p.field.text, p);
      }
    }
    const asked = [];
    for (const [field, first] of present) {
      const second = notEmpty.get(field);
      if (!second || filled.has(field) || !isString(field)) continue;
      const options = [
        { kind: "null", field: first.field, span: first.span },
        { ...second, span: first.span }
      ];
      const missing = { kind: "one-of", field: first.field, options, span: first.span };
      asked.push({ kind: "not", operand: missing, span: first.span });
      filled.add(field);
    }
    const operands = node.operands.map((o) => rewrite(o, filled));
    return link(node, [...operands, ...asked], false);
  }
  function joinMissingAndEmpty(operands) {
    const parts = operands.map(testAndRest);
    if (parts.filter((p) => p !== null).length < 2) return operands;
    const joined = [];
    const taken = /* @__PURE__ */ new Set();
    operands.forEach((operand, i) => {
      if (taken.has(i)) return;
      const part = parts[i];
      const other = part ? parts.findIndex((p, k) => k > i && !taken.has(k) && p !== null && areOneTest(part, p)) : -1;
      if (!part || other < 0 || operand.kind !== "and") {
        joined.push(operand);
        return;
      }
      taken.add(other);
      const { test } = part;
      const options = [test, parts[other].test];
      const both = { kind: "one-of", field: test.field, options, span: test.span };
      joined.push({ ...operand, operands: operand.operands.map((o) => o === test ? both : o) });
    });
    return joined;
  }
  function testAndRest(node) {
    if (node.kind !== "and") return null;
    const test = node.operands.find(
      (o) => o.kind === "null" || o.kind === "string" && isEmptyText(o)
    );
    if (!test || !isString(test.field.text)) return null;
    return { test, rest: node.operands.filter((o) => o !== test) };
  }
  function decided(p, filled) {
    if (!filled.has(p.field.text)) return null;
    if (asksPresence(p)) return true;
    return p.kind === "null" || isEmptyText(p) ? false : null;
  }
}
function link(node, operands, absorbing) {
  if (operands.length === node.operands.length && operands.every((o, i) => o === node.operands[i])) {
    return node;
  }
  const rest = operands.filter((o) => o.kind !== "constant" || o.value === absorbing);
  const whole = rest.find((o) => o.kind === "constant");
  if (whole) return whole;
  if (rest.length === 0) return { kind: "constant", value: !absorbing, span: node.span };
  return rest.length === 1 ? rest[0] : { ...node, operands: rest };
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
  const alternatives = (node) => {
    if (node.kind === "or") return node.operands.flatMap(alternatives);
    if (node.kind === "one-of") return node.options;
    const isPredicate = !["and", "not", "constant", "keyword"].includes(node.kind);
    return isPredicate ? [node] : [];
  };
  return alternatives(operand.operand);
}
function asksPresence(p) {
  return p.kind === "exists" || p.kind === "string" && shapeOf(p.pattern).shape === "any";
}
function isEmptyText(p) {
  return p.kind === "string" && shapeOf(p.pattern).shape === "empty";
}
function needsText(p) {
  if (p.kind === "string") {
    return p.pattern.some((part) => typeof part === "string" ? part !== "" : part.kind === "one");
  }
  return p.kind === "number" || p.kind === "cidr" || p.kind === "boolean" || p.kind === "compare";
}

// backends/kql/empty-match.ts
function matchesEmpty(node) {
  switch (node.kind) {
    case "literal":
    case "dot":
    case "class":
      return false;
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
      return true;
  }
}

// backends/kql/regex.ts
function toKqlRegex(regex) {
  return toRe2(regex);
}

// backends/kql/text.ts
function writeString(predicate2, context, polarity) {
  const { pattern, cased, span } = predicate2;
  const column = context.column(predicate2.field.text);
  const shape = shapeOf(pattern);
  if (shape.shape === "empty") return writeEmpty(column, context, polarity, span);
  if (shape.shape === "any") return writePresent(column, context, polarity, span);
  warnOfText(column, context, polarity, span);
  const code = textOf(column);
  return shape.shape === "other" || needsRegex(shape.text, cased) ? writePatternRegex(code, pattern, cased, context, span) : writeText(code, shape.shape, shape.text, cased, span);
}
function writeRegex(predicate2, context, polarity) {
  const { regex, span } = predicate2;
  const column = context.column(predicate2.field.text);
  warnOfText(column, context, polarity, span);
  return writeRegexTest(textOf(column), regex, context, polarity, span);
}
function writeKeyword(predicate2, context, polarity) {
  const { search, span } = predicate2;
  if (search.kind === "regex") return writeRegexTest("*", search.regex, context, polarity, span);
  const pattern = trimAny(search.pattern);
  const literal2 = literalText(pattern);
  if (literal2 === "") return atom(text("true", span));
  const written = literal2 === null || needsRegex(literal2, search.cased) ? writePatternRegex("*", [ANY, ...pattern, ANY], search.cased, context, span) : writeText("*", "contains", literal2, search.cased, span);
  return { doc: written.doc, binding: written.binding };
}
function writeFieldRef(predicate2, context, polarity) {
  const { match, cased, span } = predicate2;
  const left = context.column(predicate2.field.text);
  const right = context.column(predicate2.other.text);
  if (match === "equals" && isNumeric(left) && isNumeric(right)) {
    const equal = atom(text(`${left.code} == ${right.code}`, span));
    return context.nullable(equal, polarity);
  }
  warnOfText(left, context, polarity, span);
  warnOfText(right, context, polarity, span);
  const filled = context.filledRefs.has(predicate2);
  const guarded = filled ? [] : right.type === "dynamic" ? [right, left] : [right];
  const guards = guarded.map((column) => {
    if (!isText(column)) return `isnotnull(${column.code})`;
    context.approximate(
      "narrower",
      polarity,
      "kql-field-ref-empty",
      `a string column of Kusto holds no null, so an empty ${column.field} counts as missing.`,
      span
    );
    return `isnotempty(${column.code})`;
  });
  const side = (column) => cased ? textOf(column) : `tolower(${textOf(column)})`;
  const operator = TEXT_OPERATORS[match].cased;
  const test = `${side(left)} ${operator} ${side(right)}`;
  return { doc: text([...guards, test].join(" and "), span), binding: SYNTAX.and.binding };
}
function writeText(code, match, value, cased, span) {
  const operator = TEXT_OPERATORS[match][cased ? "cased" : "uncased"];
  return operation(code, operator, stringLiteral(value), span);
}
function writePatternRegex(code, pattern, cased, context, span) {
  const translated = toKqlRegex(patternToRegex(pattern, cased));
  if (!translated.ok) return context.refuse("regex-unsupported", translated.message, span);
  return operation(code, "matches regex", stringLiteral(translated.pattern), span);
}
function writeRegexTest(code, regex, context, polarity, span) {
  const translated = toKqlRegex(regex);
  if (!translated.ok) return context.refuse("regex-unsupported", translated.message, span);
  for (const { direction, message } of translated.approximations) {
    context.approximate(direction, polarity, "kql-regex", message, span);
  }
  if (matchesEmpty(regex.ast)) {
    context.approximate(
      "wider",
      polarity,
      "kql-regex-matches-empty",
      "the regular expression matches the empty string, which is also what Kusto keeps for a missing value.",
      span
    );
  }
  return operation(code, "matches regex", stringLiteral(translated.pattern), span);
}
function needsRegex(value, cased) {
  if (cased) return false;
  for (const c of value) {
    const codePoint = c.codePointAt(0);
    if (codePoint > 127 && otherCases(codePoint).length > 0) return true;
  }
  return false;
}
function trimAny(pattern) {
  const isAny = (index) => {
    const part = pattern[index];
    return typeof part === "object" && part.kind === "any";
  };
  const start = isAny(0) ? 1 : 0;
  const end = pattern.length > start && isAny(pattern.length - 1) ? -1 : void 0;
  return pattern.slice(start, end);
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
function equalityOf(predicate2, context, polarity) {
  const { span } = predicate2;
  const column = context.column(predicate2.field.text);
  switch (predicate2.kind) {
    case "string": {
      const value = literalText(predicate2.pattern);
      if (value === null || value === "") return null;
      if (isWhole(column) && isInteger(value) && isLong({ source: value, decimal: value })) {
        return { code: column.code, operator: "==", spellings: [value], listable: true, span };
      }
      if (needsRegex(value, predicate2.cased)) return null;
      warnOfText(column, context, polarity, span);
      const operator = predicate2.cased ? "==" : "=~";
      const spellings = [stringLiteral(value)];
      return { code: textOf(column), operator, spellings, listable: true, span };
    }
    case "number":
      return numberEquality(predicate2, column, context, polarity);
    case "boolean": {
      if (column.type === "bool") {
        const spellings2 = [String(predicate2.value)];
        return { code: column.code, operator: "==", spellings: spellings2, listable: true, span };
      }
      if (column.type === "dynamic") warnOfText(column, context, polarity, span);
      const code = column.type === "string" ? column.code : `tostring(${column.code})`;
      const spellings = [stringLiteral(String(predicate2.value))];
      return { code, operator: "=~", spellings, listable: true, span };
    }
    default:
      return null;
  }
}
function numberEquality({ number, span }, column, context, polarity) {
  const tooLong = column.origin === "assumed" && !isPlainNumber(number);
  if (isNumeric(column) && !tooLong) {
    context.assumeNumber(column, span);
    const spellings = [numberLiteral(number)];
    return { code: column.code, operator: "==", spellings, listable: isPlainNumber(number), span };
  }
  if (column.type === "dynamic") warnOfText(column, context, polarity, span);
  const code = isText(column) ? column.code : `tostring(${column.code})`;
  return { code, operator: "=~", spellings: spell(number), listable: true, span };
}
function spell({ source, decimal }) {
  return source === decimal ? [stringLiteral(decimal)] : [stringLiteral(source), stringLiteral(decimal)];
}
function writeEqualities(equalities, field) {
  const [first] = equalities;
  const { code, operator } = first;
  if (equalities.length === 1 && first.spellings.length === 1) {
    return operation(code, operator, first.spellings[0], first.span);
  }
  const values = equalities.flatMap((e) => e.spellings.map((s) => text(s, e.span)));
  return operationOf(
    LIST_OPERATORS[operator],
    (o) => concat(text(`${code} ${o} `, field.span), enclose("(", join(concat(",", line), values), ")"))
  );
}
function isWhole(column) {
  return column.type === "int" || column.type === "long";
}

// backends/kql/numbers.ts
function writeCompare(predicate2, context, polarity) {
  const { operator, number, span } = predicate2;
  const column = context.column(predicate2.field.text);
  if (isNumeric(column)) context.assumeNumber(column, span);
  const side = isNumeric(column) ? column.code : `${conversionFor(number)}(${textOf(column)})`;
  const code = `${side} ${COMPARISONS[operator]} ${numberLiteral(number)}`;
  return context.nullable(atom(text(code, span)), polarity);
}
function conversionFor(number) {
  return number.decimal.replace(/\D/g, "").length > 15 ? "todecimal" : "toreal";
}
function writeTimePart(predicate2, context, polarity) {
  const { part, operator, number, span } = predicate2;
  const column = context.column(predicate2.field.text);
  const side = `datetime_part("${TIME_PARTS[part]}", ${datetimeOf(column)})`;
  const written = operation(side, COMPARISONS[operator], numberLiteral(number), span);
  return operator === "eq" ? written : context.nullable(written, polarity);
}
function datetimeOf(column) {
  if (column.type === "datetime") return column.code;
  const plain = isText(column) || column.type === "dynamic";
  return `todatetime(${plain ? column.code : textOf(column)})`;
}
function writeNetworks(predicates, context, polarity, span) {
  const [first] = predicates;
  const code = textOf(context.column(first.field.text));
  const { version } = first.network;
  const ranges = predicates.map((p) => text(stringLiteral(p.network.text), p.span));
  const call = rangeCall(RANGE_FUNCTIONS[version], code, ranges, span);
  if (version === 4 || !predicates.some(coversIPv4)) return context.nullable(atom(call), polarity);
  const notIPv4 = operation(code, "contains", '":"', span).doc;
  return context.nullable(
    { doc: concat(notIPv4, " and ", call), binding: SYNTAX.and.binding },
    polarity
  );
}
function rangeCall(functions, code, ranges, span) {
  if (ranges.length === 1) return concat(text(`${functions.one}(${code}, `, span), ranges[0], ")");
  return enclose(`${functions.any}(${code}, dynamic([`, join(concat(",", line), ranges), "]))");
}
var MAPPED_IPV4 = 0xffffn << 32n;
function coversIPv4({ network }) {
  const shift = BigInt(128 - Math.min(network.prefix, 96));
  return network.address >> shift === MAPPED_IPV4 >> shift;
}

// backends/kql/predicates.ts
function writePredicate(predicate2, context, polarity) {
  if (predicate2.kind === "keyword") return writeKeyword(predicate2, context, polarity);
  const equality = equalityOf(predicate2, context, polarity);
  if (equality) return writeEqualities([equality], predicate2.field);
  const column = context.column(predicate2.field.text);
  switch (predicate2.kind) {
    case "string":
      return writeString(predicate2, context, polarity);
    case "null":
      return writeNull(column, context, polarity, predicate2.span);
    case "exists":
      return writeExists(column, context, polarity, predicate2.span);
    case "regex":
      return writeRegex(predicate2, context, polarity);
    case "cidr":
      return writeNetworks([predicate2], context, polarity, predicate2.span);
    case "compare":
      return writeCompare(predicate2, context, polarity);
    case "time-part":
      return writeTimePart(predicate2, context, polarity);
    case "field-ref":
      return writeFieldRef(predicate2, context, polarity);
    case "number":
    case "boolean":
      throw new TypeError("every number and boolean is an equality");
  }
}
function writeOneOf(node, context, polarity) {
  const writers = [];
  const equalities = /* @__PURE__ */ new Map();
  const networks = /* @__PURE__ */ new Map();
  const missingOrEmpty = missingAndEmpty(node, context);
  if (missingOrEmpty) {
    const column = context.column(node.field.text);
    writers.push(() => writeMissingOrEmpty(column, missingOrEmpty[0].span));
  }
  for (const option of node.options) {
    if (missingOrEmpty?.includes(option)) continue;
    if (option.kind === "cidr") {
      add(
        networks,
        option.network.version,
        option,
        (list2) => writers.push(() => writeNetworks(list2, context, polarity, node.field.span))
      );
      continue;
    }
    const equality = equalityOf(option, context, polarity);
    if (equality?.listable) {
      add(
        equalities,
        `${equality.operator} ${equality.code}`,
        equality,
        (list2) => writers.push(() => writeEqualities(list2, node.field))
      );
    } else writers.push(() => writePredicate(option, context, polarity));
  }
  return linkWith(
    SYNTAX,
    "or",
    writers.map((write) => write())
  );
}
function missingAndEmpty(node, context) {
  if (tellsNull(context.column(node.field.text))) return null;
  const missing = node.options.find((o) => o.kind === "null");
  const empty = node.options.find((o) => o.kind === "string" && literalText(o.pattern) === "");
  return missing && empty ? [missing, empty] : null;
}
function add(lists, key, value, begin) {
  const known = lists.get(key);
  if (known) known.push(value);
  else {
    const list2 = [value];
    lists.set(key, list2);
    begin(list2);
  }
}

// backends/kql/source.ts
function tableNames(option) {
  return (option ?? "").split(",").map((name) => name.trim()).filter((name) => name !== "");
}
function sourceOf({ options, state, tables }) {
  const chosen = state?.get("query_table");
  const named = tableNames(options["table"]);
  const read = chosen === void 0 ? named.length === 1 ? named : [] : namesIn(chosen);
  const published = tables && columnsOfAll(read, tables);
  const given = columnsOf(state?.get("columns"), published);
  const own = parseColumns(options["columns"] ?? "");
  const declared = "types" in own ? own.types : /* @__PURE__ */ new Map();
  return {
    tables: read,
    computed: given.computed,
    type: (field) => declared.get(field) ?? given.types.get(field) ?? published?.get(field)
  };
}
function asText(column, type) {
  const reference = nameReference(column);
  return type === "string" ? reference : `tostring(${reference})`;
}
function namesIn(chosen) {
  const names = Array.isArray(chosen) ? chosen : [chosen];
  return names.filter((name) => typeof name === "string" && name !== "");
}
function columnsOf(state, published) {
  const types = /* @__PURE__ */ new Map();
  const computed = /* @__PURE__ */ new Map();
  if (state === null || typeof state !== "object") return { types, computed };
  for (const [name, value] of Object.entries(state)) {
    const column = typeof value === "object" ? value : { type: value };
    const type = KQL_TYPES.find((t) => t === column?.type);
    if (type) types.set(name, type);
    const { as, of, key, without, empty, first } = column ?? {};
    if (typeof as === "string" && typeof of === "string" && typeof key === "string") {
      computed.set(name, {
        as,
        of,
        key,
        ...typeof without === "string" ? { without } : {},
        ...typeof empty === "string" ? { empty } : {},
        ...typeof first === "string" ? { first: asText(first, published?.get(first)) } : {}
      });
    }
  }
  return { types, computed };
}
function checkColumns(expression, source, { tables, options }, report) {
  const published = tables && columnsOfAll(source.tables, tables);
  const table = source.tables.join(" and ");
  for (const { text: text2, span } of fieldsOf(expression)) {
    const computed = source.computed.get(text2);
    if (computed) {
      if (readingOf(computed) !== null) continue;
      const message2 = Object.hasOwn(READINGS, computed.as) ? `\`${computed.key}\` is no name that can be looked for in ${computed.of}. Map the field to a column.` : `The pipeline reads this field as \`${computed.as}\`, which does not exist. There are: ${Object.keys(READINGS).join(", ")}.`;
      report.refuse("kql-unreadable-column", message2, span);
      continue;
    }
    if (!published || source.type(text2)) continue;
    const [base = ""] = text2.split(".");
    const isPath = base !== text2 && options["dots"] !== "column";
    if (isPath && source.type(base) === "dynamic") continue;
    if (isPath && source.type(base)) {
      const message2 = `${table}.${base} is no dynamic column, so nothing can be read at \`${text2}\`. If it holds JSON, a pipeline can read it: \`{ as: json, of: ${base} }\`.`;
      report.refuse("kql-no-column", message2, span);
      continue;
    }
    const like = nearest(text2, published.keys());
    const hint = like === null ? "" : ` The nearest is \`${like}\`.`;
    const message = `${table} has no column \`${text2}\`.${hint} Map the field to one that it has in a pipeline (\`mapping\`), read another table with -O kql.table, or declare the column with -O kql.columns=${text2}:string.`;
    report.refuse("kql-no-column", message, span);
  }
}
function fieldsOf(expression) {
  const fields = /* @__PURE__ */ new Map();
  const seen = /* @__PURE__ */ new Set();
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
        fields.set(node.field.text, node.field);
        if (node.kind === "field-ref") fields.set(node.other.text, node.other);
    }
  };
  visit(expression);
  return fields.values();
}

// backends/kql/emit.ts
function emitKql({ rule, expression, options, format }, report, { tables, type, computed }) {
  const dots = options["dots"] === "column" ? "column" : "path";
  const resolved = resolveColumns(expression, type, dots);
  const made = /* @__PURE__ */ new Map();
  for (const [name, column2] of computed) made.set(name, readingOf(column2) ?? '""');
  const inPlace = format === "predicate" || tables.length === 0;
  const column = (field) => {
    const found = resolved(field);
    const code = inPlace ? made.get(field) : void 0;
    return code === void 0 ? found : { ...found, code };
  };
  const needed = dropImplied(expression, column);
  const context = new Context(needed.expression, column, report, needed.filledRefs);
  const write = (node) => emitBoolean(node, SYNTAX, (leaf, polarity) => {
    switch (leaf.kind) {
      case "constant":
        return atom(text(String(leaf.value), leaf.span));
      case "one-of":
        return writeOneOf(leaf, context, polarity);
      default:
        return writePredicate(leaf, context, polarity);
    }
  }).doc;
  if (format === "predicate") return write(needed.expression);
  if (tables.length === 0) {
    const bare = write(needed.expression);
    context.note(
      "kql-no-table",
      "The query has no table: put it after `TABLE | where`, or set -O kql.table=TABLE.",
      rule.logsource.span
    );
    return bare;
  }
  const where = (node) => [hardline, indent("| where ", write(node))];
  const { plain, asksComputed, names } = splitComputed(needed.expression, computed);
  if (!asksComputed) return concat(tableReference(tables), ...where(needed.expression));
  const columns = names.map((n) => `${nameReference(n)} = ${made.get(n)}`);
  return concat(
    tableReference(tables),
    ...plain ? where(plain) : [],
    hardline,
    indent("| extend ", join(concat(",", hardline), columns)),
    ...where(asksComputed)
  );
}
function tableReference(tables) {
  const references = tables.map(
    (t) => t.endsWith("()") ? `${nameReference(t.slice(0, -2))}()` : nameReference(t)
  );
  return references.length === 1 ? references[0] : `union ${references.join(", ")}`;
}
function splitComputed(expression, computed) {
  if (computed.size === 0) return { plain: expression, asksComputed: null, names: [] };
  const names = /* @__PURE__ */ new Set();
  const asks = (node) => {
    const found = [...fieldsOf(node)].filter(({ text: field }) => computed.has(field));
    for (const { text: field } of found) names.add(field);
    return found.length > 0;
  };
  const operands = expression.kind === "and" ? expression.operands : [expression];
  const dear = operands.filter(asks);
  const rest = operands.filter((o) => !dear.includes(o));
  const implied = dear.flatMap((o) => o.kind === "or" ? plainPart(o, asks) ?? [] : []);
  const plain = all([...rest, ...implied], expression);
  return {
    plain: plain && simplify(plain, { oneOf: true, pushNegation: false }),
    asksComputed: all(dear, expression),
    names: [...names]
  };
}
function plainPart(node, asks) {
  if (!asks(node)) return node;
  if (node.kind !== "and" && node.kind !== "or") return null;
  const parts = node.operands.map((o) => plainPart(o, asks));
  const found = parts.flatMap((p) => p ?? []);
  if (found.length === 0 || node.kind === "or" && found.length < parts.length) return null;
  return found.length === 1 ? found[0] : { ...node, operands: found };
}
function all(operands, { span }) {
  if (operands.length < 2) return operands[0] ?? null;
  return { kind: "and", operands, span };
}
function unionOf(queries) {
  const parts = queries.map((q) => concat("(", indent(hardline, q), hardline, ")"));
  return concat("union", indent(hardline, join(concat(",", hardline), parts)));
}

// backends/kql/formats.ts
var query = {
  name: "query",
  description: "The query alone; without kql.table, what goes after `| where`",
  extension: "kql",
  wrap: null
};
var predicate = {
  name: "predicate",
  description: "What goes after `| where`, even where kql.table is set",
  extension: "kql",
  wrap: null
};
var sentinel = {
  name: "sentinel",
  description: "A scheduled analytics rule of Microsoft Sentinel, in YAML",
  extension: "yaml",
  wrap: wrapForSentinel
};
var formats = [query, predicate, sentinel];
var SEVERITIES = {
  informational: "Informational",
  low: "Low",
  medium: "Medium",
  high: "High",
  critical: "High"
};
var TACTICS = {
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
  const tactics = /* @__PURE__ */ new Set();
  const techniques = /* @__PURE__ */ new Set();
  for (const tag of rule.tags) {
    const name = /^attack\.(.*)$/i.exec(tag.text)?.[1]?.toLowerCase().replaceAll("_", "-") ?? "";
    if (Object.hasOwn(TACTICS, name)) tactics.add(TACTICS[name]);
    else if (/^t\d{4}(?:\.\d{3})?$/.test(name)) techniques.add(name.toUpperCase());
  }
  const lines = [];
  if (rule.id) lines.push(`id: ${quote(rule.id)}`);
  lines.push(
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
  );
  return lines.join("\n");
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
  if (!/^[^\s\p{C}][^\p{C}\p{Zl}\p{Zp}]*$/u.test(value.replaceAll("\n", ""))) return quote(value);
  return `|-
${value.replace(/^/gm, "  ")}`;
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
        const parsed = parseColumns(value);
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
  pipelines: async () => (await import("./shared/pipelines.generated-AJS73K32.js")).default,
  defaultPipelines: ["microsoft"],
  tables: async () => (await import("./shared/tables-AZUI5CAR.js")).tables,
  tablesChosen: (options) => tableNames(options["table"]),
  simplify: { oneOf: true, pushNegation: false },
  emit(request, report) {
    const source = sourceOf(request);
    checkColumns(request.expression, source, request, report);
    return emitKql(request, report, source);
  },
  union: (queries, format) => format === "predicate" ? null : unionOf(queries)
};
var plugin = { apiVersion: 1, backends: [kql] };
var kql_default = plugin;
export {
  KQL_TYPES,
  kql_default as default,
  kql,
  plugin,
  toKqlRegex
};
