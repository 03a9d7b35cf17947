import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  RE2JS
} from "./chunk-HZQMGT7D.js";
import {
  channelEvents,
  sysmonEvents,
  windowsEvents,
  windowsEventsOf,
  windowsServices
} from "./chunk-RH5UFQMB.js";
import {
  ItemReader,
  parseCondition,
  readYaml,
  require_dist
} from "./chunk-HFOHLGDZ.js";
import {
  decode,
  fromText
} from "./chunk-PIXRQQOE.js";
import {
  isValue,
  itemsOf,
  mapValues,
  overFields,
  plainText,
  rewriteFields,
  rewriteItems,
  runItem,
  splitHashes,
  textOf,
  valuesOf,
  withCondition,
  writtenValue
} from "./chunk-YDPUVWUD.js";
import {
  LOG_SOURCE_KEYS
} from "./chunk-EWLNTRLT.js";
import {
  ANY,
  diagnostic,
  hasPlaceholder,
  nearest,
  numberLiteral,
  parseExpandable,
  parsePattern,
  parseRegex,
  pattern
} from "./chunk-NSDVFCW7.js";
import {
  __toESM
} from "./chunk-EGGDUQTL.js";

// src/pipeline/regex.ts
function readRegex(settings, key) {
  let node = settings.node(key);
  return node?.kind !== "scalar" || node.value === null ? (settings.missing(key), null) : compileRegex(node.text, (message) => settings.fail("pipeline-regex", message, node.span));
}
function compileRegex(source, fail2) {
  try {
    let regex = RE2JS.compile(source);
    return {
      startsWith: (text) => regex.matcher(text).lookingAt(),
      replace: (text, replacement) => replaceAll(regex, text, replacement)
    };
  } catch (error) {
    let reason = error instanceof Error ? error.message : String(error);
    return fail2(
      `This regular expression cannot be used: ${reason}. Look-around and back-references are not there.`
    ), null;
  }
}
function replaceAll(regex, text, replacement) {
  let matcher = regex.matcher(text), names = regex.namedGroups(), out = "", at = 0;
  for (; matcher.find(); )
    out += text.slice(at, matcher.start()), out += replacement.replace(
      /\\(?:(\d{1,2})|g<(\w+)>|([^]))/g,
      (_, number, name, other) => {
        if (other !== void 0) return ESCAPES[other] ?? other;
        let index = number ?? name, group = /^\d+$/.test(index) ? Number(index) : names[index] ?? -1;
        return group >= 0 && group <= matcher.groupCount() ? matcher.group(group) ?? "" : "";
      }
    ), at = matcher.end();
  return out + text.slice(at);
}
var ESCAPES = { n: `
`, t: "	", r: "\r" };

// src/pipeline/conditions/state.ts
function stateTest(settings) {
  let key = settings.required("key"), value = settings.json("val");
  return (_, run) => same(run.state.get(key), value);
}
function same(a, b) {
  return JSON.stringify(a ?? null) === JSON.stringify(b) || a !== void 0 && String(a) === String(b);
}

// src/pipeline/conditions/detection-item.ts
function ofValues(settings, test) {
  let all = settings.choice("cond", ["any", "all"], "any") === "all";
  return (item) => all ? valuesOf(item).every(test) : valuesOf(item).some(test);
}
var itemConditions = {
  match_string(settings) {
    let regex = readRegex(settings, "pattern"), negate = settings.flag("negate");
    return ofValues(
      settings,
      (v) => (v.kind === "string" && (regex?.startsWith(plainText(v.pattern)) ?? !1)) !== negate
    );
  },
  match_value(settings) {
    settings.has("value") || settings.missing("value");
    let wanted = settings.json("value");
    return ofValues(settings, (v) => isValue(v, wanted));
  },
  is_null: (settings) => ofValues(settings, (v) => v.kind === "null"),
  contains_wildcard: (settings) => ofValues(
    settings,
    (v) => v.kind === "string" && v.pattern.some((p) => typeof p == "object" && p.kind !== "placeholder")
  ),
  processing_item_applied(settings) {
    let id = settings.required("processing_item_id");
    return (item, run) => run.appliedToItem.get(item)?.has(id) ?? !1;
  },
  processing_state: stateTest
};

// src/pipeline/conditions/field-name.ts
function includes(settings) {
  let fields = settings.texts("fields");
  if (settings.has("fields") || settings.missing("fields"), settings.choice("mode", ["plain", "re"], "plain") === "plain") return (field) => field !== null && fields.includes(field);
  let regexes = fields.map(
    (f) => compileRegex(f, (message) => settings.fail("pipeline-regex", message, settings.span("fields")))
  );
  return (field) => field !== null && regexes.some((r) => r?.startsWith(field));
}
var fieldConditions = {
  include_fields: (settings) => includes(settings),
  exclude_fields(settings) {
    let test = includes(settings);
    return (field) => !test(field);
  },
  processing_item_applied(settings) {
    let id = settings.required("processing_item_id");
    return (field, run) => field !== null && (run.appliedToField.get(field)?.has(id) ?? !1);
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
  has(key) {
    return this.map.entries.some((e) => e.key.text === key);
  }
  node(key) {
    return this.read.add(key), this.map.entries.find((e) => e.key.text === key)?.value ?? null;
  }
  span(key) {
    return this.map.entries.find((e) => e.key.text === key)?.key.span ?? this.map.span;
  }
  scalar(key) {
    let node = this.node(key);
    return !node || node.kind === "scalar" ? node : (this.fail("pipeline-wrong-type", `\`${key}\` takes one value here.`, node.span), null);
  }
  /** Null if the key is missing. */
  text(key) {
    let scalar = this.scalar(key);
    return scalar && scalar.value !== null ? scalar.text : null;
  }
  required(key) {
    let text = this.text(key);
    return text === null && this.missing(key), text ?? "";
  }
  missing(key) {
    let message = `${capital(this.what)} needs \`${key}\`. Add it.`;
    this.fail("pipeline-missing-key", message, this.map.span);
  }
  flag(key, otherwise = !1) {
    let scalar = this.scalar(key);
    return scalar ? typeof scalar.value == "boolean" ? scalar.value : (this.fail("pipeline-wrong-type", `\`${key}\` is true or false.`, scalar.span), otherwise) : otherwise;
  }
  choice(key, choices, otherwise) {
    let text = this.text(key);
    if (text === null) return otherwise;
    let chosen2 = choices.find((c) => c === text);
    if (chosen2 !== void 0) return chosen2;
    let message = `\`${key}\` cannot be \`${text}\`. It takes: ${choices.join(", ")}.`;
    return this.fail("pipeline-wrong-value", message, this.node(key).span), otherwise;
  }
  /** One text, or a list of them; empty if the key is missing. */
  texts(key) {
    return this.textsOf(this.node(key), key);
  }
  textsOf(node, key) {
    return node ? node.kind === "scalar" ? node.value === null ? [] : [node.text] : node.kind === "list" ? node.items.flatMap((n) => this.textsOf(n, key)) : (this.fail("pipeline-wrong-type", `\`${key}\` takes a text, or a list of texts.`, node.span), []) : [];
  }
  entries(key) {
    let node = this.node(key);
    return node ? node.kind === "map" ? node.entries : (this.fail("pipeline-wrong-type", `\`${key}\` takes a map of names and values.`, node.span), []) : [];
  }
  /** A map from a text to one text or several. The key `null` is the empty text. */
  mapping(key) {
    let mapping = /* @__PURE__ */ new Map();
    for (let { key: from, value } of this.entries(key))
      mapping.set(from.value === null ? "" : from.text, this.textsOf(value, from.text));
    return this.has(key) || this.missing(key), mapping;
  }
  items(key) {
    let node = this.node(key);
    return node ? node.kind === "list" ? node.items : (this.fail("pipeline-wrong-type", `\`${key}\` takes a list.`, node.span), []) : [];
  }
  json(key) {
    let node = this.node(key);
    return node ? jsonOf(node) : null;
  }
  /** The reader of a `type`; null, and a report, if there is none of that name. */
  reader(type, readers, what, { also = [], where = "" } = {}) {
    if (Object.hasOwn(readers, type)) return readers[type];
    let names = [...Object.keys(readers), ...also], like = nearest(type, names), hint = like ? `Did you mean \`${like}\`?` : `There are: ${names.join(", ")}.`, message = `There is no ${what} \`${type}\`${where}. ${hint}`;
    return this.fail(`pipeline-unknown-${what}`, message, this.node("type")?.span ?? this.map.span), null;
  }
  /** Reports the keys that nobody asked for. */
  finish() {
    for (let { key } of this.map.entries) {
      if (this.read.has(key.text)) continue;
      let like = nearest(key.text, this.read), hint = like ? ` Did you mean \`${like}\`?` : ` It takes: ${[...this.read].sort().join(", ")}.`, message = `${capital(this.what)} has no key \`${key.text}\`.${hint}`;
      this.fail("pipeline-unknown-key", message, key.span);
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
      let { value, text } = node;
      return typeof value == "bigint" || (typeof value == "bigint" || typeof value == "number") && numbers === "text" ? text : value;
    }
  }
}

// src/pipeline/conditions/group.ts
function readConditions(settings, prefix, readers) {
  let operator = settings.choice(`${prefix}_cond_op`, ["and", "or"], "and"), negated = settings.flag(`${prefix}_cond_not`), expression = settings.scalar(`${prefix}_cond_expr`), node = settings.node(`${prefix}_conditions`);
  if (!node) return;
  let named = /* @__PURE__ */ new Map(), read = (name, inner) => {
    inner.kind === "map" ? named.set(name, readCondition(inner, settings, readers)) : settings.fail("pipeline-wrong-type", "A condition is a map with a `type`.", inner.span);
  };
  if (node.kind === "list") node.items.forEach((n, i) => read(String(i), n));
  else if (node.kind === "map") for (let { key, value } of node.entries) read(key.text, value);
  else
    settings.fail(
      "pipeline-wrong-type",
      `\`${prefix}_conditions\` takes a list or a map.`,
      node.span
    );
  let test;
  if (expression) {
    let parsed = parseCondition(expression);
    if (settings.diagnostics.push(...parsed.diagnostics), !parsed.condition) return;
    test = evaluator(parsed.condition.expression, named, settings);
  } else {
    let all = [...named.values()];
    test = operator === "and" ? (subject, run) => all.every((t) => t(subject, run)) : (subject, run) => all.some((t) => t(subject, run));
  }
  return negated ? (subject, run) => !test(subject, run) : test;
}
function readCondition(map, outer, readers) {
  let type = map.entries.find((e) => e.key.text === "type")?.value, name = type?.kind === "scalar" ? type.text : "", settings = new Settings(map, `the condition \`${name}\``, outer.diagnostics);
  settings.node("type");
  let reader = settings.reader(name, readers, "condition", { where: " here" });
  if (!reader) return () => !1;
  let test = reader(settings);
  return settings.finish(), test;
}
function evaluator(node, named, settings) {
  switch (node.kind) {
    case "condition-and":
    case "condition-or": {
      let tests = node.operands.map((o) => evaluator(o, named, settings));
      return node.kind === "condition-and" ? (subject, run) => tests.every((t) => t(subject, run)) : (subject, run) => tests.some((t) => t(subject, run));
    }
    case "condition-not": {
      let test = evaluator(node.operand, named, settings);
      return (subject, run) => !test(subject, run);
    }
    case "condition-identifier": {
      let test = named.get(node.name);
      if (test) return test;
      let message = `No condition is named \`${node.name}\`. There are: ${[...named.keys()].join(", ")}.`;
      return settings.fail("pipeline-unknown-name", message, node.span), () => !1;
    }
    case "condition-quantified":
      return settings.fail(
        "pipeline-wrong-value",
        "Conditions of pipelines are linked by and, or and not alone.",
        node.span
      ), () => !1;
  }
}

// src/pipeline/conditions/rule.ts
var ruleConditions = {
  logsource(settings) {
    let wanted = LOG_SOURCE_KEYS.flatMap((key) => {
      let text = settings.text(key);
      return text === null ? [] : [[key, text]];
    });
    return ({ logsource }) => wanted.every(([key, text]) => logsource[key].some((n) => n.text === text));
  },
  contains_field(settings) {
    let field = settings.required("field");
    return (rule) => itemsOf(rule).some((i) => i.field?.text === field);
  },
  contains_detection_item(settings) {
    let field = settings.required("field");
    settings.has("value") || settings.missing("value");
    let value = settings.json("value");
    return (rule) => itemsOf(rule).some(
      (i) => i.field?.text === field && valuesOf(i).some((v) => isValue(v, value))
    );
  },
  is_sigma_rule: () => () => !0,
  is_sigma_correlation_rule: () => () => !1,
  processing_item_applied(settings) {
    let id = settings.required("processing_item_id");
    return (_, run) => run.applied.has(id);
  },
  processing_state: stateTest,
  rule_attribute(settings) {
    let attribute = settings.required("attribute"), value = settings.json("value"), operator = settings.choice(
      "op",
      ["eq", "ne", "gte", "gt", "lte", "lt", "in", "not_in"],
      "eq"
    );
    return (rule, run) => {
      let found = attributeOf(rule, attribute) ?? run.attributes.get(attribute);
      return found != null && compare(attribute, found, operator, value);
    };
  },
  tag(settings) {
    let tag = settings.required("tag").toLowerCase();
    return (rule) => rule.tags.some((t) => t.text.toLowerCase() === tag);
  }
};
function attributeOf(rule, name) {
  let texts = (names) => names.map((n) => n.text);
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
      let entry = rule.document.entries.find((e) => e.key.text === name)?.value;
      return entry?.kind === "scalar" && typeof entry.value != "bigint" ? entry.value : void 0;
    }
  }
}
var ORDERS = {
  level: ["informational", "low", "medium", "high", "critical"],
  status: ["unsupported", "deprecated", "experimental", "test", "stable"]
};
function compare(attribute, found, operator, value) {
  if (Array.isArray(found)) {
    let within = found.some((f) => same(f, value));
    return operator === "in" ? within : operator === "not_in" ? !within : operator === "ne";
  }
  if (operator === "eq") return same(found, value);
  if (operator === "ne") return !same(found, value);
  let order = ORDERS[attribute], rank = (v) => {
    if (order) return order.indexOf(String(v).toLowerCase());
    let text = String(v);
    return /^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : text.replace(/\//g, "-");
  }, [a, b] = [rank(found), rank(value)];
  if (typeof a != typeof b || a === -1 || b === -1) return !1;
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
      return !1;
  }
}

// node_modules/@huggingface/jinja/dist/index.js
var __defProp = Object.defineProperty, __defNormalProp = (obj, key, value) => key in obj ? __defProp(obj, key, { enumerable: !0, configurable: !0, writable: !0, value }) : obj[key] = value, __publicField = (obj, key, value) => (__defNormalProp(obj, typeof key != "symbol" ? key + "" : key, value), value), TOKEN_TYPES = Object.freeze({
  Text: "Text",
  // The text between Jinja statements or expressions
  NumericLiteral: "NumericLiteral",
  // e.g., 123, 1.0
  StringLiteral: "StringLiteral",
  // 'string'
  Identifier: "Identifier",
  // Variables, functions, statements, booleans, etc.
  Equals: "Equals",
  // =
  OpenParen: "OpenParen",
  // (
  CloseParen: "CloseParen",
  // )
  OpenStatement: "OpenStatement",
  // {%
  CloseStatement: "CloseStatement",
  // %}
  OpenExpression: "OpenExpression",
  // {{
  CloseExpression: "CloseExpression",
  // }}
  OpenSquareBracket: "OpenSquareBracket",
  // [
  CloseSquareBracket: "CloseSquareBracket",
  // ]
  OpenCurlyBracket: "OpenCurlyBracket",
  // {
  CloseCurlyBracket: "CloseCurlyBracket",
  // }
  Comma: "Comma",
  // ,
  Dot: "Dot",
  // .
  Colon: "Colon",
  // :
  Pipe: "Pipe",
  // |
  CallOperator: "CallOperator",
  // ()
  AdditiveBinaryOperator: "AdditiveBinaryOperator",
  // + - ~
  MultiplicativeBinaryOperator: "MultiplicativeBinaryOperator",
  // * / // %
  ExponentiationBinaryOperator: "ExponentiationBinaryOperator",
  // **
  ComparisonBinaryOperator: "ComparisonBinaryOperator",
  // < > <= >= == !=
  UnaryOperator: "UnaryOperator",
  // ! - +
  Comment: "Comment"
  // {# ... #}
}), Token = class {
  /**
   * Constructs a new Token.
   * @param {string} value The raw value as seen inside the source code.
   * @param {TokenType} type The type of token.
   */
  constructor(value, type) {
    this.value = value, this.type = type;
  }
};
function isWord(char) {
  return /\w/.test(char);
}
function isInteger(char) {
  return /[0-9]/.test(char);
}
function isWhitespace(char) {
  return /\s/.test(char);
}
var ORDERED_MAPPING_TABLE = [
  // Control sequences
  ["{%", TOKEN_TYPES.OpenStatement],
  ["%}", TOKEN_TYPES.CloseStatement],
  ["{{", TOKEN_TYPES.OpenExpression],
  ["}}", TOKEN_TYPES.CloseExpression],
  // Single character tokens
  ["(", TOKEN_TYPES.OpenParen],
  [")", TOKEN_TYPES.CloseParen],
  ["{", TOKEN_TYPES.OpenCurlyBracket],
  ["}", TOKEN_TYPES.CloseCurlyBracket],
  ["[", TOKEN_TYPES.OpenSquareBracket],
  ["]", TOKEN_TYPES.CloseSquareBracket],
  [",", TOKEN_TYPES.Comma],
  [".", TOKEN_TYPES.Dot],
  [":", TOKEN_TYPES.Colon],
  ["|", TOKEN_TYPES.Pipe],
  // Comparison operators
  ["<=", TOKEN_TYPES.ComparisonBinaryOperator],
  [">=", TOKEN_TYPES.ComparisonBinaryOperator],
  ["==", TOKEN_TYPES.ComparisonBinaryOperator],
  ["!=", TOKEN_TYPES.ComparisonBinaryOperator],
  ["<", TOKEN_TYPES.ComparisonBinaryOperator],
  [">", TOKEN_TYPES.ComparisonBinaryOperator],
  // Arithmetic operators
  ["+", TOKEN_TYPES.AdditiveBinaryOperator],
  ["-", TOKEN_TYPES.AdditiveBinaryOperator],
  ["~", TOKEN_TYPES.AdditiveBinaryOperator],
  ["**", TOKEN_TYPES.ExponentiationBinaryOperator],
  // NOTE: must come before "*" so that "**" is matched first
  ["*", TOKEN_TYPES.MultiplicativeBinaryOperator],
  ["//", TOKEN_TYPES.MultiplicativeBinaryOperator],
  // NOTE: must come before "/" so that "//" is matched first
  ["/", TOKEN_TYPES.MultiplicativeBinaryOperator],
  ["%", TOKEN_TYPES.MultiplicativeBinaryOperator],
  // Assignment operator
  ["=", TOKEN_TYPES.Equals]
], ESCAPE_CHARACTERS = /* @__PURE__ */ new Map([
  ["n", `
`],
  // New line
  ["t", "	"],
  // Horizontal tab
  ["r", "\r"],
  // Carriage return
  ["b", "\b"],
  // Backspace
  ["f", "\f"],
  // Form feed
  ["v", "\v"],
  // Vertical tab
  ["'", "'"],
  // Single quote
  ['"', '"'],
  // Double quote
  ["\\", "\\"]
  // Backslash
]);
function preprocess(template, options = {}) {
  return template.endsWith(`
`) && (template = template.slice(0, -1)), options.lstrip_blocks && (template = template.replace(/^[ \t]*({[#%-])/gm, "$1")), options.trim_blocks && (template = template.replace(/([#%-]})\n/g, "$1")), template.replace(
    /(\s*){%(-?)\s*(?:end)?generation\s*(-?)%}(\s*)/gs,
    (_, before, lstrip, rstrip, after) => (lstrip ? "" : before) + (rstrip ? "" : after)
  );
}
function tokenize(source, options = {}) {
  let tokens = [], src = preprocess(source, options), cursorPosition = 0, curlyBracketDepth = 0, consumeWhile = (predicate) => {
    let str = "";
    for (; predicate(src[cursorPosition]); ) {
      if (src[cursorPosition] === "\\") {
        if (++cursorPosition, cursorPosition >= src.length)
          throw new SyntaxError("Unexpected end of input");
        let escaped2 = src[cursorPosition++];
        if (escaped2 === "x" || escaped2 === "u") {
          let length = escaped2 === "x" ? 2 : 4, hex = src.slice(cursorPosition, cursorPosition + length);
          if (hex.length !== length || /[^0-9a-f]/i.test(hex))
            throw new SyntaxError(`Invalid hexadecimal escape sequence: \\${escaped2}${hex}`);
          str += String.fromCharCode(parseInt(hex, 16)), cursorPosition += length;
          continue;
        }
        let unescaped = ESCAPE_CHARACTERS.get(escaped2);
        if (unescaped === void 0)
          throw new SyntaxError(`Unexpected escaped character: ${escaped2}`);
        str += unescaped;
        continue;
      }
      if (str += src[cursorPosition++], cursorPosition >= src.length)
        throw new SyntaxError("Unexpected end of input");
    }
    return str;
  }, stripTrailingWhitespace = () => {
    let lastToken = tokens.at(-1);
    lastToken && lastToken.type === TOKEN_TYPES.Text && (lastToken.value = lastToken.value.trimEnd(), lastToken.value === "" && tokens.pop());
  }, skipLeadingWhitespace = () => {
    for (; cursorPosition < src.length && isWhitespace(src[cursorPosition]); )
      ++cursorPosition;
  };
  main:
    for (; cursorPosition < src.length; ) {
      let lastTokenType = tokens.at(-1)?.type;
      if (lastTokenType === void 0 || lastTokenType === TOKEN_TYPES.CloseStatement || lastTokenType === TOKEN_TYPES.CloseExpression || lastTokenType === TOKEN_TYPES.Comment) {
        let text = "";
        for (; cursorPosition < src.length && // Keep going until we hit the next Jinja statement or expression
        !(src[cursorPosition] === "{" && (src[cursorPosition + 1] === "%" || src[cursorPosition + 1] === "{" || src[cursorPosition + 1] === "#")); )
          text += src[cursorPosition++];
        if (text.length > 0) {
          tokens.push(new Token(text, TOKEN_TYPES.Text));
          continue;
        }
      }
      if (src[cursorPosition] === "{" && src[cursorPosition + 1] === "#") {
        cursorPosition += 2;
        let stripBefore = src[cursorPosition] === "-";
        stripBefore && ++cursorPosition;
        let comment = "";
        for (; src[cursorPosition] !== "#" || src[cursorPosition + 1] !== "}"; ) {
          if (cursorPosition + 2 >= src.length)
            throw new SyntaxError("Missing end of comment tag");
          comment += src[cursorPosition++];
        }
        let stripAfter = comment.endsWith("-");
        stripAfter && (comment = comment.slice(0, -1)), stripBefore && stripTrailingWhitespace(), tokens.push(new Token(comment, TOKEN_TYPES.Comment)), cursorPosition += 2, stripAfter && skipLeadingWhitespace();
        continue;
      }
      if (src.slice(cursorPosition, cursorPosition + 3) === "{%-") {
        stripTrailingWhitespace(), tokens.push(new Token("{%", TOKEN_TYPES.OpenStatement)), cursorPosition += 3;
        continue;
      }
      if (src.slice(cursorPosition, cursorPosition + 3) === "{{-") {
        stripTrailingWhitespace(), tokens.push(new Token("{{", TOKEN_TYPES.OpenExpression)), curlyBracketDepth = 0, cursorPosition += 3;
        continue;
      }
      if (consumeWhile(isWhitespace), src.slice(cursorPosition, cursorPosition + 3) === "-%}") {
        tokens.push(new Token("%}", TOKEN_TYPES.CloseStatement)), cursorPosition += 3, skipLeadingWhitespace();
        continue;
      }
      if (src.slice(cursorPosition, cursorPosition + 3) === "-}}") {
        tokens.push(new Token("}}", TOKEN_TYPES.CloseExpression)), cursorPosition += 3, skipLeadingWhitespace();
        continue;
      }
      let char = src[cursorPosition];
      if (char === "-" || char === "+") {
        let lastTokenType2 = tokens.at(-1)?.type;
        if (lastTokenType2 === TOKEN_TYPES.Text || lastTokenType2 === void 0)
          throw new SyntaxError(`Unexpected character: ${char}`);
        switch (lastTokenType2) {
          case TOKEN_TYPES.Identifier:
          case TOKEN_TYPES.NumericLiteral:
          case TOKEN_TYPES.StringLiteral:
          case TOKEN_TYPES.CloseParen:
          case TOKEN_TYPES.CloseSquareBracket:
            break;
          default: {
            ++cursorPosition;
            let num = consumeWhile(isInteger);
            if (num.length > 0 && src[cursorPosition] === "." && isInteger(src[cursorPosition + 1])) {
              ++cursorPosition;
              let frac = consumeWhile(isInteger);
              num = `${num}.${frac}`;
            }
            tokens.push(
              new Token(`${char}${num}`, num.length > 0 ? TOKEN_TYPES.NumericLiteral : TOKEN_TYPES.UnaryOperator)
            );
            continue;
          }
        }
      }
      for (let [seq, type] of ORDERED_MAPPING_TABLE) {
        if (seq === "}}" && curlyBracketDepth > 0)
          continue;
        if (src.slice(cursorPosition, cursorPosition + seq.length) === seq) {
          tokens.push(new Token(seq, type)), type === TOKEN_TYPES.OpenExpression ? curlyBracketDepth = 0 : type === TOKEN_TYPES.OpenCurlyBracket ? ++curlyBracketDepth : type === TOKEN_TYPES.CloseCurlyBracket && --curlyBracketDepth, cursorPosition += seq.length;
          continue main;
        }
      }
      if (char === "'" || char === '"') {
        ++cursorPosition;
        let str = consumeWhile((c) => c !== char);
        tokens.push(new Token(str, TOKEN_TYPES.StringLiteral)), ++cursorPosition;
        continue;
      }
      if (isInteger(char)) {
        let num = consumeWhile(isInteger);
        if (tokens.at(-1)?.type !== TOKEN_TYPES.Dot && src[cursorPosition] === "." && isInteger(src[cursorPosition + 1])) {
          ++cursorPosition;
          let frac = consumeWhile(isInteger);
          num = `${num}.${frac}`;
        }
        tokens.push(new Token(num, TOKEN_TYPES.NumericLiteral));
        continue;
      }
      if (isWord(char)) {
        let word = consumeWhile(isWord);
        tokens.push(new Token(word, TOKEN_TYPES.Identifier));
        continue;
      }
      throw new SyntaxError(`Unexpected character: ${char}`);
    }
  return tokens;
}
var Statement = class {
  type = "Statement";
}, Program = class extends Statement {
  constructor(body) {
    super(), this.body = body;
  }
  type = "Program";
}, If = class extends Statement {
  constructor(test, body, alternate) {
    super(), this.test = test, this.body = body, this.alternate = alternate;
  }
  type = "If";
}, For = class extends Statement {
  constructor(loopvar, iterable, body, defaultBlock) {
    super(), this.loopvar = loopvar, this.iterable = iterable, this.body = body, this.defaultBlock = defaultBlock;
  }
  type = "For";
}, Break = class extends Statement {
  type = "Break";
}, Continue = class extends Statement {
  type = "Continue";
}, SetStatement = class extends Statement {
  constructor(assignee, value, body) {
    super(), this.assignee = assignee, this.value = value, this.body = body;
  }
  type = "Set";
}, Macro = class extends Statement {
  constructor(name, args, body) {
    super(), this.name = name, this.args = args, this.body = body;
  }
  type = "Macro";
}, Comment = class extends Statement {
  constructor(value) {
    super(), this.value = value;
  }
  type = "Comment";
}, Expression = class extends Statement {
  type = "Expression";
}, MemberExpression = class extends Expression {
  constructor(object, property, computed) {
    super(), this.object = object, this.property = property, this.computed = computed;
  }
  type = "MemberExpression";
}, CallExpression = class extends Expression {
  constructor(callee, args) {
    super(), this.callee = callee, this.args = args;
  }
  type = "CallExpression";
}, Identifier = class extends Expression {
  /**
   * @param {string} value The name of the identifier
   */
  constructor(value) {
    super(), this.value = value;
  }
  type = "Identifier";
}, Literal = class extends Expression {
  constructor(value) {
    super(), this.value = value;
  }
  type = "Literal";
}, IntegerLiteral = class extends Literal {
  type = "IntegerLiteral";
}, FloatLiteral = class extends Literal {
  type = "FloatLiteral";
}, StringLiteral = class extends Literal {
  type = "StringLiteral";
}, ArrayLiteral = class extends Literal {
  type = "ArrayLiteral";
}, TupleLiteral = class extends Literal {
  type = "TupleLiteral";
}, ObjectLiteral = class extends Literal {
  type = "ObjectLiteral";
}, BinaryExpression = class extends Expression {
  constructor(operator, left, right) {
    super(), this.operator = operator, this.left = left, this.right = right;
  }
  type = "BinaryExpression";
}, FilterExpression = class extends Expression {
  constructor(operand, filter) {
    super(), this.operand = operand, this.filter = filter;
  }
  type = "FilterExpression";
}, FilterStatement = class extends Statement {
  constructor(filter, body) {
    super(), this.filter = filter, this.body = body;
  }
  type = "FilterStatement";
}, SelectExpression = class extends Expression {
  constructor(lhs, test) {
    super(), this.lhs = lhs, this.test = test;
  }
  type = "SelectExpression";
}, TestExpression = class extends Expression {
  constructor(operand, negate, test) {
    super(), this.operand = operand, this.negate = negate, this.test = test;
  }
  type = "TestExpression";
}, UnaryExpression = class extends Expression {
  constructor(operator, argument) {
    super(), this.operator = operator, this.argument = argument;
  }
  type = "UnaryExpression";
}, SliceExpression = class extends Expression {
  constructor(start = void 0, stop = void 0, step = void 0) {
    super(), this.start = start, this.stop = stop, this.step = step;
  }
  type = "SliceExpression";
}, KeywordArgumentExpression = class extends Expression {
  constructor(key, value) {
    super(), this.key = key, this.value = value;
  }
  type = "KeywordArgumentExpression";
}, SpreadExpression = class extends Expression {
  constructor(argument) {
    super(), this.argument = argument;
  }
  type = "SpreadExpression";
}, KeywordSpreadExpression = class extends Expression {
  constructor(argument) {
    super(), this.argument = argument;
  }
  type = "KeywordSpreadExpression";
}, CallStatement = class extends Statement {
  constructor(call, callerArgs, body) {
    super(), this.call = call, this.callerArgs = callerArgs, this.body = body;
  }
  type = "CallStatement";
}, Ternary = class extends Expression {
  constructor(condition, trueExpr, falseExpr) {
    super(), this.condition = condition, this.trueExpr = trueExpr, this.falseExpr = falseExpr;
  }
  type = "Ternary";
};
function parse(tokens) {
  let program = new Program([]), current = 0;
  function expect(type, error) {
    let prev = tokens[current++];
    if (!prev || prev.type !== type)
      throw new Error(`Parser Error: ${error}. ${prev.type} !== ${type}.`);
    return prev;
  }
  function expectIdentifier(name) {
    if (!isIdentifier(name))
      throw new SyntaxError(`Expected ${name}`);
    ++current;
  }
  function parseAny() {
    switch (tokens[current].type) {
      case TOKEN_TYPES.Comment:
        return new Comment(tokens[current++].value);
      case TOKEN_TYPES.Text:
        return parseText();
      case TOKEN_TYPES.OpenStatement:
        return parseJinjaStatement();
      case TOKEN_TYPES.OpenExpression:
        return parseJinjaExpression();
      default:
        throw new SyntaxError(`Unexpected token type: ${tokens[current].type}`);
    }
  }
  function is(...types) {
    return current + types.length <= tokens.length && types.every((type, i) => type === tokens[current + i].type);
  }
  function isStatement(...names) {
    return tokens[current]?.type === TOKEN_TYPES.OpenStatement && tokens[current + 1]?.type === TOKEN_TYPES.Identifier && names.includes(tokens[current + 1]?.value);
  }
  function isIdentifier(...names) {
    return current + names.length <= tokens.length && names.every((name, i) => tokens[current + i].type === "Identifier" && name === tokens[current + i].value);
  }
  function parseText() {
    return new StringLiteral(expect(TOKEN_TYPES.Text, "Expected text token").value);
  }
  function parseJinjaStatement() {
    if (expect(TOKEN_TYPES.OpenStatement, "Expected opening statement token"), tokens[current].type !== TOKEN_TYPES.Identifier)
      throw new SyntaxError(`Unknown statement, got ${tokens[current].type}`);
    let name = tokens[current].value, result;
    switch (name) {
      case "set":
        ++current, result = parseSetStatement();
        break;
      case "if":
        ++current, result = parseIfStatement(), expect(TOKEN_TYPES.OpenStatement, "Expected {% token"), expectIdentifier("endif"), expect(TOKEN_TYPES.CloseStatement, "Expected %} token");
        break;
      case "macro":
        ++current, result = parseMacroStatement(), expect(TOKEN_TYPES.OpenStatement, "Expected {% token"), expectIdentifier("endmacro"), expect(TOKEN_TYPES.CloseStatement, "Expected %} token");
        break;
      case "for":
        ++current, result = parseForStatement(), expect(TOKEN_TYPES.OpenStatement, "Expected {% token"), expectIdentifier("endfor"), expect(TOKEN_TYPES.CloseStatement, "Expected %} token");
        break;
      case "call": {
        ++current;
        let callerArgs = null;
        is(TOKEN_TYPES.OpenParen) && (callerArgs = parseArgs("parameters"));
        let callee = parsePrimaryExpression();
        if (callee.type !== "Identifier")
          throw new SyntaxError("Expected identifier following call statement");
        let callArgs = parseArgs("call");
        expect(TOKEN_TYPES.CloseStatement, "Expected closing statement token");
        let body = [];
        for (; !isStatement("endcall"); )
          body.push(parseAny());
        expect(TOKEN_TYPES.OpenStatement, "Expected '{%'"), expectIdentifier("endcall"), expect(TOKEN_TYPES.CloseStatement, "Expected closing statement token");
        let callExpr = new CallExpression(callee, callArgs);
        result = new CallStatement(callExpr, callerArgs, body);
        break;
      }
      case "break":
        ++current, expect(TOKEN_TYPES.CloseStatement, "Expected closing statement token"), result = new Break();
        break;
      case "continue":
        ++current, expect(TOKEN_TYPES.CloseStatement, "Expected closing statement token"), result = new Continue();
        break;
      case "filter": {
        ++current;
        let filterNode = parsePrimaryExpression();
        filterNode instanceof Identifier && is(TOKEN_TYPES.OpenParen) && (filterNode = parseCallExpression(filterNode)), expect(TOKEN_TYPES.CloseStatement, "Expected closing statement token");
        let filterBody = [];
        for (; !isStatement("endfilter"); )
          filterBody.push(parseAny());
        expect(TOKEN_TYPES.OpenStatement, "Expected '{%'"), expectIdentifier("endfilter"), expect(TOKEN_TYPES.CloseStatement, "Expected '%}'"), result = new FilterStatement(filterNode, filterBody);
        break;
      }
      default:
        throw new SyntaxError(`Unknown statement type: ${name}`);
    }
    return result;
  }
  function parseJinjaExpression() {
    expect(TOKEN_TYPES.OpenExpression, "Expected opening expression token");
    let result = parseExpression();
    return expect(TOKEN_TYPES.CloseExpression, "Expected closing expression token"), result;
  }
  function parseSetStatement() {
    let left = parseExpressionSequence(), value = null, body = [];
    if (is(TOKEN_TYPES.Equals))
      ++current, value = parseExpressionSequence();
    else {
      for (expect(TOKEN_TYPES.CloseStatement, "Expected %} token"); !isStatement("endset"); )
        body.push(parseAny());
      expect(TOKEN_TYPES.OpenStatement, "Expected {% token"), expectIdentifier("endset");
    }
    return expect(TOKEN_TYPES.CloseStatement, "Expected closing statement token"), new SetStatement(left, value, body);
  }
  function parseIfStatement() {
    let test = parseExpression();
    expect(TOKEN_TYPES.CloseStatement, "Expected closing statement token");
    let body = [], alternate = [];
    for (; !isStatement("elif", "else", "endif"); )
      body.push(parseAny());
    if (isStatement("elif")) {
      ++current, ++current;
      let result = parseIfStatement();
      alternate.push(result);
    } else if (isStatement("else"))
      for (++current, ++current, expect(TOKEN_TYPES.CloseStatement, "Expected closing statement token"); !isStatement("endif"); )
        alternate.push(parseAny());
    return new If(test, body, alternate);
  }
  function parseMacroStatement() {
    let name = parsePrimaryExpression();
    if (name.type !== "Identifier")
      throw new SyntaxError("Expected identifier following macro statement");
    let args = parseArgs("parameters");
    expect(TOKEN_TYPES.CloseStatement, "Expected closing statement token");
    let body = [];
    for (; !isStatement("endmacro"); )
      body.push(parseAny());
    return new Macro(name, args, body);
  }
  function parseExpressionSequence(primary = !1) {
    let fn = primary ? parsePrimaryExpression : parseExpression, expressions = [fn()], isTuple = is(TOKEN_TYPES.Comma);
    for (; isTuple && (++current, expressions.push(fn()), !!is(TOKEN_TYPES.Comma)); )
      ;
    return isTuple ? new TupleLiteral(expressions) : expressions[0];
  }
  function parseForStatement() {
    let loopVariable = parseExpressionSequence(!0);
    if (!(loopVariable instanceof Identifier || loopVariable instanceof TupleLiteral))
      throw new SyntaxError(`Expected identifier/tuple for the loop variable, got ${loopVariable.type} instead`);
    if (!isIdentifier("in"))
      throw new SyntaxError("Expected `in` keyword following loop variable");
    ++current;
    let iterable = parseExpression();
    expect(TOKEN_TYPES.CloseStatement, "Expected closing statement token");
    let body = [];
    for (; !isStatement("endfor", "else"); )
      body.push(parseAny());
    let alternative = [];
    if (isStatement("else"))
      for (++current, ++current, expect(TOKEN_TYPES.CloseStatement, "Expected closing statement token"); !isStatement("endfor"); )
        alternative.push(parseAny());
    return new For(loopVariable, iterable, body, alternative);
  }
  function parseExpression() {
    return parseIfExpression();
  }
  function parseIfExpression() {
    let a = parseLogicalOrExpression();
    if (isIdentifier("if")) {
      ++current;
      let test = parseLogicalOrExpression();
      if (isIdentifier("else")) {
        ++current;
        let falseExpr = parseIfExpression();
        return new Ternary(test, a, falseExpr);
      } else
        return new SelectExpression(a, test);
    }
    return a;
  }
  function parseLogicalOrExpression() {
    let left = parseLogicalAndExpression();
    for (; isIdentifier("or"); ) {
      let operator = tokens[current];
      ++current;
      let right = parseLogicalAndExpression();
      left = new BinaryExpression(operator, left, right);
    }
    return left;
  }
  function parseLogicalAndExpression() {
    let left = parseLogicalNegationExpression();
    for (; isIdentifier("and"); ) {
      let operator = tokens[current];
      ++current;
      let right = parseLogicalNegationExpression();
      left = new BinaryExpression(operator, left, right);
    }
    return left;
  }
  function parseLogicalNegationExpression() {
    let right;
    for (; isIdentifier("not"); ) {
      let operator = tokens[current];
      ++current;
      let arg = parseLogicalNegationExpression();
      right = new UnaryExpression(operator, arg);
    }
    return right ?? parseComparisonExpression();
  }
  function parseComparisonExpression() {
    let left = parseAdditiveExpression();
    for (; ; ) {
      let operator;
      if (isIdentifier("not", "in"))
        operator = new Token("not in", TOKEN_TYPES.Identifier), current += 2;
      else if (isIdentifier("in"))
        operator = tokens[current++];
      else if (is(TOKEN_TYPES.ComparisonBinaryOperator))
        operator = tokens[current++];
      else
        break;
      let right = parseAdditiveExpression();
      left = new BinaryExpression(operator, left, right);
    }
    return left;
  }
  function parseAdditiveExpression() {
    let left = parseMultiplicativeExpression();
    for (; is(TOKEN_TYPES.AdditiveBinaryOperator); ) {
      let operator = tokens[current];
      ++current;
      let right = parseMultiplicativeExpression();
      left = new BinaryExpression(operator, left, right);
    }
    return left;
  }
  function parseCallMemberExpression() {
    let member = parseMemberExpression(parsePrimaryExpression());
    return is(TOKEN_TYPES.OpenParen) ? parseCallExpression(member) : member;
  }
  function parseCallExpression(callee) {
    let expression = new CallExpression(callee, parseArgs("call"));
    return expression = parseMemberExpression(expression), is(TOKEN_TYPES.OpenParen) && (expression = parseCallExpression(expression)), expression;
  }
  function parseArgs(mode) {
    expect(TOKEN_TYPES.OpenParen, "Expected opening parenthesis for arguments list");
    let args = parseArgumentsList(mode);
    return expect(TOKEN_TYPES.CloseParen, "Expected closing parenthesis for arguments list"), args;
  }
  function parseArgumentsList(mode) {
    let args = [], parameterNames = /* @__PURE__ */ new Set(), sawKeywordOrDefault = !1, sawSpreadArgument = !1;
    for (; !is(TOKEN_TYPES.CloseParen); ) {
      let isKeywordSpread = is(TOKEN_TYPES.ExponentiationBinaryOperator), isPositionalSpread = is(TOKEN_TYPES.MultiplicativeBinaryOperator) && tokens[current].value === "*";
      if (mode === "parameters" && (isKeywordSpread || isPositionalSpread))
        throw new SyntaxError("Argument unpacking is not allowed in parameter declarations");
      if (isKeywordSpread) {
        if (++current, args.push(new KeywordSpreadExpression(parseExpression())), is(TOKEN_TYPES.Comma) && ++current, !is(TOKEN_TYPES.CloseParen))
          throw new SyntaxError("Expected closing parenthesis: `**` must be applied to the final argument");
        break;
      }
      let argument;
      if (isPositionalSpread) {
        if (sawSpreadArgument)
          throw new SyntaxError("Only one `*` argument unpacking is allowed");
        sawSpreadArgument = !0, ++current;
        let expr = parseExpression();
        argument = new SpreadExpression(expr);
      } else {
        if (argument = parseExpression(), is(TOKEN_TYPES.Equals)) {
          if (++current, !(argument instanceof Identifier))
            throw new SyntaxError(
              mode === "parameters" ? "Expected identifier for parameter declaration" : "Expected identifier for keyword argument"
            );
          let value = parseExpression();
          argument = new KeywordArgumentExpression(argument, value);
        }
        if (mode === "parameters") {
          if (!(argument instanceof Identifier || argument instanceof KeywordArgumentExpression))
            throw new SyntaxError("Expected identifier for parameter declaration");
          let parameterName = argument instanceof Identifier ? argument.value : argument.key.value;
          if (parameterNames.has(parameterName))
            throw new SyntaxError(`Duplicate parameter name: ${parameterName}`);
          parameterNames.add(parameterName);
        }
        if (argument instanceof KeywordArgumentExpression)
          sawKeywordOrDefault = !0;
        else {
          if (sawKeywordOrDefault)
            throw new SyntaxError(
              mode === "call" ? "Positional arguments must come before keyword arguments" : "Non-default argument follows default argument"
            );
          if (sawSpreadArgument)
            throw new SyntaxError("Positional arguments must not follow `*` argument unpacking");
        }
      }
      args.push(argument), is(TOKEN_TYPES.Comma) && ++current;
    }
    return args;
  }
  function parseMemberExpressionArgumentsList() {
    let slices = [], isSlice = !1;
    for (; !is(TOKEN_TYPES.CloseSquareBracket); )
      is(TOKEN_TYPES.Colon) ? (slices.push(void 0), ++current, isSlice = !0) : (slices.push(parseExpression()), is(TOKEN_TYPES.Colon) && (++current, isSlice = !0));
    if (slices.length === 0)
      throw new SyntaxError("Expected at least one argument for member/slice expression");
    if (isSlice) {
      if (slices.length > 3)
        throw new SyntaxError("Expected 0-3 arguments for slice expression");
      return new SliceExpression(...slices);
    }
    return slices[0];
  }
  function parseMemberExpression(object) {
    for (; is(TOKEN_TYPES.Dot) || is(TOKEN_TYPES.OpenSquareBracket); ) {
      let operator = tokens[current];
      ++current;
      let property, computed = operator.type === TOKEN_TYPES.OpenSquareBracket;
      if (computed)
        property = parseMemberExpressionArgumentsList(), expect(TOKEN_TYPES.CloseSquareBracket, "Expected closing square bracket");
      else if (property = parsePrimaryExpression(), property.type !== "Identifier" && property.type !== "IntegerLiteral")
        throw new SyntaxError("Expected identifier or integer following dot operator");
      object = new MemberExpression(object, property, computed);
    }
    return object;
  }
  function parseMultiplicativeExpression() {
    let left = parsePowerExpression();
    for (; is(TOKEN_TYPES.MultiplicativeBinaryOperator); ) {
      let operator = tokens[current++], right = parsePowerExpression();
      left = new BinaryExpression(operator, left, right);
    }
    return left;
  }
  function parsePowerExpression() {
    let left = parseTestExpression();
    for (; is(TOKEN_TYPES.ExponentiationBinaryOperator); ) {
      let operator = tokens[current++], right = parseTestExpression();
      left = new BinaryExpression(operator, left, right);
    }
    return left;
  }
  function parseTestExpression() {
    let operand = parseFilterExpression();
    for (; isIdentifier("is"); ) {
      ++current;
      let negate = isIdentifier("not");
      negate && ++current;
      let filter = parsePrimaryExpression();
      if (!(filter instanceof Identifier))
        throw new SyntaxError("Expected identifier for the test");
      operand = new TestExpression(operand, negate, filter);
    }
    return operand;
  }
  function parseFilterExpression() {
    let operand = parseUnarySignExpression();
    for (; is(TOKEN_TYPES.Pipe); ) {
      ++current;
      let filter = parsePrimaryExpression();
      if (!(filter instanceof Identifier))
        throw new SyntaxError("Expected identifier for the filter");
      is(TOKEN_TYPES.OpenParen) && (filter = parseCallExpression(filter)), operand = new FilterExpression(operand, filter);
    }
    return operand;
  }
  function parseUnarySignExpression() {
    let token = tokens[current];
    if (token && (token.type === TOKEN_TYPES.UnaryOperator || token.type === TOKEN_TYPES.AdditiveBinaryOperator) && (token.value === "-" || token.value === "+")) {
      let operator = tokens[current++], argument = parseUnarySignExpression();
      return new UnaryExpression(operator, argument);
    }
    return parseCallMemberExpression();
  }
  function parsePrimaryExpression() {
    let token = tokens[current++];
    switch (token.type) {
      case TOKEN_TYPES.NumericLiteral: {
        let num = token.value;
        return num.includes(".") ? new FloatLiteral(Number(num)) : new IntegerLiteral(Number(num));
      }
      case TOKEN_TYPES.StringLiteral: {
        let value = token.value;
        for (; is(TOKEN_TYPES.StringLiteral); )
          value += tokens[current++].value;
        return new StringLiteral(value);
      }
      case TOKEN_TYPES.Identifier:
        return new Identifier(token.value);
      case TOKEN_TYPES.OpenParen: {
        let expression = parseExpressionSequence();
        return expect(TOKEN_TYPES.CloseParen, "Expected closing parenthesis, got ${tokens[current].type} instead."), expression;
      }
      case TOKEN_TYPES.OpenSquareBracket: {
        let values = [];
        for (; !is(TOKEN_TYPES.CloseSquareBracket); )
          values.push(parseExpression()), is(TOKEN_TYPES.Comma) && ++current;
        return ++current, new ArrayLiteral(values);
      }
      case TOKEN_TYPES.OpenCurlyBracket: {
        let values = /* @__PURE__ */ new Map();
        for (; !is(TOKEN_TYPES.CloseCurlyBracket); ) {
          let key = parseExpression();
          expect(TOKEN_TYPES.Colon, "Expected colon between key and value in object literal");
          let value = parseExpression();
          values.set(key, value), is(TOKEN_TYPES.Comma) && ++current;
        }
        return ++current, new ObjectLiteral(values);
      }
      default:
        throw new SyntaxError(`Unexpected token: ${token.type}`);
    }
  }
  for (; current < tokens.length; )
    program.body.push(parseAny());
  return program;
}
function range(start, stop, step = 1) {
  if (stop === void 0 && (stop = start, start = 0), step === 0)
    throw new Error("range() step must not be zero");
  let result = [];
  if (step > 0)
    for (let i = start; i < stop; i += step)
      result.push(i);
  else
    for (let i = start; i > stop; i += step)
      result.push(i);
  return result;
}
function slice(array, start, stop, step = 1) {
  let direction = Math.sign(step);
  direction >= 0 ? (start = (start ??= 0) < 0 ? Math.max(array.length + start, 0) : Math.min(start, array.length), stop = (stop ??= array.length) < 0 ? Math.max(array.length + stop, 0) : Math.min(stop, array.length)) : (start = (start ??= array.length - 1) < 0 ? Math.max(array.length + start, -1) : Math.min(start, array.length - 1), stop = (stop ??= -1) < -1 ? Math.max(array.length + stop, -1) : Math.min(stop, array.length - 1));
  let result = [];
  for (let i = start; direction * i < direction * stop; i += step)
    result.push(array[i]);
  return result;
}
function titleCase(value) {
  return value.replace(/\b\w/g, (c) => c.toUpperCase());
}
function strftime_now(format2) {
  return strftime(/* @__PURE__ */ new Date(), format2);
}
function strftime(date, format2) {
  let monthFormatterLong = new Intl.DateTimeFormat(void 0, { month: "long" }), monthFormatterShort = new Intl.DateTimeFormat(void 0, { month: "short" }), pad2 = (n) => n < 10 ? "0" + n : n.toString();
  return format2.replace(/%[YmdbBHM%]/g, (token) => {
    switch (token) {
      case "%Y":
        return date.getFullYear().toString();
      case "%m":
        return pad2(date.getMonth() + 1);
      case "%d":
        return pad2(date.getDate());
      case "%b":
        return monthFormatterShort.format(date);
      case "%B":
        return monthFormatterLong.format(date);
      case "%H":
        return pad2(date.getHours());
      case "%M":
        return pad2(date.getMinutes());
      case "%%":
        return "%";
      default:
        return token;
    }
  });
}
function escapeRegExp(s) {
  return s.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
function replace(str, oldvalue, newvalue, count) {
  if (count === 0)
    return str;
  let remaining = count == null || count < 0 ? 1 / 0 : count, pattern2 = oldvalue.length === 0 ? new RegExp("(?=)", "gu") : new RegExp(escapeRegExp(oldvalue), "gu");
  return str.replaceAll(pattern2, (match) => remaining > 0 ? (--remaining, newvalue) : match);
}
var BreakControl = class extends Error {
}, ContinueControl = class extends Error {
}, EMPTY_BUILTINS = /* @__PURE__ */ new Map(), RuntimeValue = class {
  type = "RuntimeValue";
  value;
  /**
   * A collection of built-in functions for this type.
   */
  get builtins() {
    return EMPTY_BUILTINS;
  }
  /**
   * Creates a new RuntimeValue.
   */
  constructor(value = void 0) {
    this.value = value;
  }
  /**
   * Determines truthiness or falsiness of the runtime value.
   * This function should be overridden by subclasses if it has custom truthiness criteria.
   * @returns {BooleanValue} BooleanValue(true) if the value is truthy, BooleanValue(false) otherwise.
   */
  __bool__() {
    return new BooleanValue(!!this.value);
  }
  toString() {
    return String(this.value);
  }
}, IntegerValue = class extends RuntimeValue {
  type = "IntegerValue";
}, FloatValue = class extends RuntimeValue {
  type = "FloatValue";
  toString() {
    return Object.is(this.value, -0) ? "-0.0" : this.value % 1 === 0 ? this.value.toFixed(1) : this.value.toString();
  }
}, StringValue = class extends RuntimeValue {
  type = "StringValue";
  _builtins;
  get builtins() {
    return this._builtins ??= /* @__PURE__ */ new Map([
      [
        "upper",
        new FunctionValue(() => new StringValue(this.value.toUpperCase()))
      ],
      [
        "lower",
        new FunctionValue(() => new StringValue(this.value.toLowerCase()))
      ],
      [
        "strip",
        new FunctionValue(() => new StringValue(this.value.trim()))
      ],
      [
        "title",
        new FunctionValue(() => new StringValue(titleCase(this.value)))
      ],
      [
        "capitalize",
        new FunctionValue(() => new StringValue(this.value.charAt(0).toUpperCase() + this.value.slice(1)))
      ],
      ["length", new IntegerValue(this.value.length)],
      [
        "rstrip",
        new FunctionValue(() => new StringValue(this.value.trimEnd()))
      ],
      [
        "lstrip",
        new FunctionValue(() => new StringValue(this.value.trimStart()))
      ],
      [
        "startswith",
        new FunctionValue((args) => {
          if (args.length === 0)
            throw new Error("startswith() requires at least one argument");
          let pattern2 = args[0];
          if (pattern2 instanceof StringValue)
            return new BooleanValue(this.value.startsWith(pattern2.value));
          if (pattern2 instanceof ArrayValue) {
            for (let item of pattern2.value) {
              if (!(item instanceof StringValue))
                throw new Error("startswith() tuple elements must be strings");
              if (this.value.startsWith(item.value))
                return new BooleanValue(!0);
            }
            return new BooleanValue(!1);
          }
          throw new Error("startswith() argument must be a string or tuple of strings");
        })
      ],
      [
        "endswith",
        new FunctionValue((args) => {
          if (args.length === 0)
            throw new Error("endswith() requires at least one argument");
          let pattern2 = args[0];
          if (pattern2 instanceof StringValue)
            return new BooleanValue(this.value.endsWith(pattern2.value));
          if (pattern2 instanceof ArrayValue) {
            for (let item of pattern2.value) {
              if (!(item instanceof StringValue))
                throw new Error("endswith() tuple elements must be strings");
              if (this.value.endsWith(item.value))
                return new BooleanValue(!0);
            }
            return new BooleanValue(!1);
          }
          throw new Error("endswith() argument must be a string or tuple of strings");
        })
      ],
      [
        "split",
        // follows Python's `str.split(sep=None, maxsplit=-1)` function behavior
        // https://docs.python.org/3.13/library/stdtypes.html#str.split
        new FunctionValue((args) => {
          let sep = args[0] ?? new NullValue();
          if (!(sep instanceof StringValue || sep instanceof NullValue))
            throw new Error("sep argument must be a string or null");
          let maxsplit = args[1] ?? new IntegerValue(-1);
          if (!(maxsplit instanceof IntegerValue))
            throw new Error("maxsplit argument must be a number");
          let result = [];
          if (sep instanceof NullValue) {
            let text = this.value.trimStart();
            for (let { 0: match, index } of text.matchAll(/\S+/g)) {
              if (maxsplit.value !== -1 && result.length >= maxsplit.value && index !== void 0) {
                result.push(match + text.slice(index + match.length));
                break;
              }
              result.push(match);
            }
          } else {
            if (sep.value === "")
              throw new Error("empty separator");
            result = this.value.split(sep.value), maxsplit.value !== -1 && result.length > maxsplit.value && result.push(result.splice(maxsplit.value).join(sep.value));
          }
          return new ArrayValue(result.map((part) => new StringValue(part)));
        })
      ],
      [
        "replace",
        new FunctionValue((args) => {
          if (args.length < 2)
            throw new Error("replace() requires at least two arguments");
          let oldValue = args[0], newValue = args[1];
          if (!(oldValue instanceof StringValue && newValue instanceof StringValue))
            throw new Error("replace() arguments must be strings");
          let count;
          if (args.length > 2 ? args[2].type === "KeywordArgumentsValue" ? count = args[2].value.get("count") ?? new NullValue() : count = args[2] : count = new NullValue(), !(count instanceof IntegerValue || count instanceof NullValue))
            throw new Error("replace() count argument must be a number or null");
          return new StringValue(replace(this.value, oldValue.value, newValue.value, count.value));
        })
      ]
    ]);
  }
}, BooleanValue = class extends RuntimeValue {
  type = "BooleanValue";
}, NON_ASCII_CHARS = /[\x7f-\uffff]/g;
function makeAsciiSafe(str) {
  return str.replace(NON_ASCII_CHARS, (char) => "\\u" + char.charCodeAt(0).toString(16).padStart(4, "0"));
}
function toJSON(input, options = {}, depth = 0, convertUndefinedToNull = !0) {
  let { indent = null, ensureAscii = !1, separators = null, sortKeys = !1 } = options, itemSeparator, keySeparator;
  switch (separators ? [itemSeparator, keySeparator] = separators : indent ? (itemSeparator = ",", keySeparator = ": ") : (itemSeparator = ", ", keySeparator = ": "), input.type) {
    case "NullValue":
      return "null";
    case "UndefinedValue":
      return convertUndefinedToNull ? "null" : "undefined";
    case "IntegerValue":
    case "FloatValue":
    case "BooleanValue":
      return JSON.stringify(input.value);
    case "StringValue": {
      let result = JSON.stringify(input.value);
      return ensureAscii && (result = makeAsciiSafe(result)), result;
    }
    case "ArrayValue":
    case "NamespaceValue":
    case "ObjectValue": {
      let indentValue = indent ? " ".repeat(indent) : "", basePadding = `
` + indentValue.repeat(depth), childrenPadding = basePadding + indentValue;
      if (input.type === "ArrayValue") {
        let core = input.value.map((x) => toJSON(x, options, depth + 1, convertUndefinedToNull));
        return indent && core.length > 0 ? `[${childrenPadding}${core.join(`${itemSeparator}${childrenPadding}`)}${basePadding}]` : `[${core.join(itemSeparator)}]`;
      } else {
        let entries = Array.from(input.value.entries());
        sortKeys && (entries = entries.sort(([a], [b]) => a.localeCompare(b)));
        let core = entries.map(([key, value]) => {
          let keyStr = JSON.stringify(key);
          ensureAscii && (keyStr = makeAsciiSafe(keyStr));
          let v = `${keyStr}${keySeparator}${toJSON(value, options, depth + 1, convertUndefinedToNull)}`;
          return indent ? `${childrenPadding}${v}` : v;
        });
        return indent && core.length > 0 ? `{${core.join(itemSeparator)}${basePadding}}` : `{${core.join(itemSeparator)}}`;
      }
    }
    default:
      throw new Error(`Cannot convert to JSON: ${input.type}`);
  }
}
var ObjectValue = class extends RuntimeValue {
  type = "ObjectValue";
  _builtins;
  /**
   * NOTE: necessary to override since all JavaScript arrays are considered truthy,
   * while only non-empty Python arrays are consider truthy.
   *
   * e.g.,
   *  - JavaScript:  {} && 5 -> 5
   *  - Python:      {} and 5 -> {}
   */
  __bool__() {
    return new BooleanValue(this.value.size > 0);
  }
  get builtins() {
    return this._builtins ??= /* @__PURE__ */ new Map([
      [
        "get",
        new FunctionValue(([key, defaultValue]) => {
          if (!(key instanceof StringValue))
            throw new Error(`Object key must be a string: got ${key.type}`);
          return this.value.get(key.value) ?? defaultValue ?? new NullValue();
        })
      ],
      ["items", new FunctionValue(() => this.items())],
      ["keys", new FunctionValue(() => this.keys())],
      ["values", new FunctionValue(() => this.values())],
      [
        "dictsort",
        new FunctionValue((args) => {
          let kwargs = /* @__PURE__ */ new Map(), positionalArgs = args.filter((arg) => arg instanceof KeywordArgumentsValue ? (kwargs = arg.value, !1) : !0), caseSensitive = positionalArgs.at(0) ?? kwargs.get("case_sensitive") ?? new BooleanValue(!1);
          if (!(caseSensitive instanceof BooleanValue))
            throw new Error("case_sensitive must be a boolean");
          let by = positionalArgs.at(1) ?? kwargs.get("by") ?? new StringValue("key");
          if (!(by instanceof StringValue))
            throw new Error("by must be a string");
          if (!["key", "value"].includes(by.value))
            throw new Error("by must be either 'key' or 'value'");
          let reverse = positionalArgs.at(2) ?? kwargs.get("reverse") ?? new BooleanValue(!1);
          if (!(reverse instanceof BooleanValue))
            throw new Error("reverse must be a boolean");
          let items = Array.from(this.value.entries()).map(([key, value]) => new ArrayValue([new StringValue(key), value])).sort((a, b) => {
            let index = by.value === "key" ? 0 : 1, aVal = a.value[index], bVal = b.value[index], result = compareRuntimeValues(aVal, bVal, caseSensitive.value);
            return reverse.value ? -result : result;
          });
          return new ArrayValue(items);
        })
      ]
    ]);
  }
  items() {
    return new ArrayValue(
      Array.from(this.value.entries()).map(([key, value]) => new ArrayValue([new StringValue(key), value]))
    );
  }
  keys() {
    return new ArrayValue(Array.from(this.value.keys()).map((key) => new StringValue(key)));
  }
  values() {
    return new ArrayValue(Array.from(this.value.values()));
  }
  toString() {
    return toJSON(this, {}, 0, !1);
  }
}, KeywordArgumentsValue = class extends ObjectValue {
  type = "KeywordArgumentsValue";
}, NamespaceValue = class extends RuntimeValue {
  type = "NamespaceValue";
  toString() {
    return toJSON(this, {}, 0, !1);
  }
}, ArrayValue = class extends RuntimeValue {
  type = "ArrayValue";
  _builtins;
  get builtins() {
    return this._builtins ??= /* @__PURE__ */ new Map([["length", new IntegerValue(this.value.length)]]);
  }
  /**
   * NOTE: necessary to override since all JavaScript arrays are considered truthy,
   * while only non-empty Python arrays are consider truthy.
   *
   * e.g.,
   *  - JavaScript:  [] && 5 -> 5
   *  - Python:      [] and 5 -> []
   */
  __bool__() {
    return new BooleanValue(this.value.length > 0);
  }
  toString() {
    return toJSON(this, {}, 0, !1);
  }
}, TupleValue = class extends ArrayValue {
  type = "TupleValue";
}, FunctionValue = class extends RuntimeValue {
  type = "FunctionValue";
}, NullValue = class extends RuntimeValue {
  type = "NullValue";
}, UndefinedValue = class extends RuntimeValue {
  type = "UndefinedValue";
};
function normalizeNamespaceEntry(pair) {
  let values;
  if (pair instanceof ArrayValue ? values = pair.value : pair instanceof StringValue && (values = Array.from(pair.value, (char) => new StringValue(char))), !values || values.length !== 2)
    throw new Error("namespace expected an object or an iterable of [key, value] pairs");
  let [key, value] = values;
  if (!(key instanceof StringValue))
    throw new Error("namespace keys must be strings");
  return [key, value];
}
var _Environment = class {
  constructor(parent) {
    this.parent = parent;
  }
  /**
   * The variables declared in this environment.
   */
  variables = /* @__PURE__ */ new Map([
    [
      "namespace",
      new FunctionValue((args) => {
        let positional = args.slice(), kwargs;
        if (positional.at(-1) instanceof KeywordArgumentsValue && (kwargs = positional.pop()), positional.length > 1)
          throw new Error(`namespace expected at most 1 argument, got ${positional.length}`);
        let entries = /* @__PURE__ */ new Map();
        if (positional.length === 1) {
          let source = positional[0];
          if (source instanceof ObjectValue)
            for (let [key, value] of source.value)
              entries.set(key, value);
          else if (source instanceof ArrayValue)
            for (let pair of source.value) {
              let [key, value] = normalizeNamespaceEntry(pair);
              entries.set(key.value, value);
            }
          else
            throw new Error(`'${source.type}' object is not iterable`);
        }
        if (kwargs)
          for (let [key, value] of kwargs.value)
            entries.set(key, value);
        return new NamespaceValue(entries);
      })
    ]
  ]);
  tests = _Environment.TESTS;
  /**
   * Set the value of a variable in the current environment.
   */
  set(name, value) {
    return this.declareVariable(name, convertToRuntimeValues(value));
  }
  declareVariable(name, value) {
    if (this.variables.has(name))
      throw new SyntaxError(`Variable already declared: ${name}`);
    return this.variables.set(name, value), value;
  }
  // private assignVariable(name: string, value: AnyRuntimeValue): AnyRuntimeValue {
  // 	const env = this.resolve(name);
  // 	env.variables.set(name, value);
  // 	return value;
  // }
  /**
   * Set variable in the current scope.
   * See https://jinja.palletsprojects.com/en/3.0.x/templates/#assignments for more information.
   */
  setVariable(name, value) {
    return this.variables.set(name, value), value;
  }
  /**
   * Resolve the environment in which the variable is declared.
   * @param {string} name The name of the variable.
   * @returns {Environment} The environment in which the variable is declared.
   */
  resolve(name) {
    if (this.variables.has(name))
      return this;
    if (this.parent)
      return this.parent.resolve(name);
    throw new Error(`Unknown variable: ${name}`);
  }
  lookupVariable(name) {
    try {
      return this.resolve(name).variables.get(name) ?? new UndefinedValue();
    } catch {
      return new UndefinedValue();
    }
  }
}, Environment = _Environment;
__publicField(Environment, "TESTS", /* @__PURE__ */ new Map([
  ["boolean", (operand) => operand.type === "BooleanValue"],
  ["callable", (operand) => operand instanceof FunctionValue],
  [
    "odd",
    (operand) => {
      if (!(operand instanceof IntegerValue))
        throw new Error(`cannot odd on ${operand.type}`);
      return operand.value % 2 !== 0;
    }
  ],
  [
    "even",
    (operand) => {
      if (!(operand instanceof IntegerValue))
        throw new Error(`cannot even on ${operand.type}`);
      return operand.value % 2 === 0;
    }
  ],
  ["false", (operand) => operand.type === "BooleanValue" && !operand.value],
  ["true", (operand) => operand.type === "BooleanValue" && operand.value],
  ["none", (operand) => operand.type === "NullValue"],
  ["string", (operand) => operand.type === "StringValue"],
  ["number", (operand) => operand instanceof IntegerValue || operand instanceof FloatValue],
  ["integer", (operand) => operand instanceof IntegerValue],
  ["iterable", (operand) => operand.type === "ArrayValue" || operand.type === "StringValue"],
  ["mapping", (operand) => operand instanceof ObjectValue],
  [
    "sequence",
    (operand) => operand instanceof ArrayValue || operand instanceof ObjectValue || operand instanceof StringValue
  ],
  [
    "lower",
    (operand) => {
      let str = operand.value;
      return operand.type === "StringValue" && str === str.toLowerCase();
    }
  ],
  [
    "upper",
    (operand) => {
      let str = operand.value;
      return operand.type === "StringValue" && str === str.toUpperCase();
    }
  ],
  ["none", (operand) => operand.type === "NullValue"],
  ["defined", (operand) => operand.type !== "UndefinedValue"],
  ["undefined", (operand) => operand.type === "UndefinedValue"],
  ["equalto", (a, b) => a.value === b.value],
  ["eq", (a, b) => a.value === b.value]
]));
function setupGlobals(env) {
  env.set("false", !1), env.set("true", !0), env.set("none", null), env.set("raise_exception", (args) => {
    throw new Error(args);
  }), env.set("range", range), env.set("strftime_now", strftime_now), env.set("True", !0), env.set("False", !1), env.set("None", null);
}
function isAttributeContainer(value) {
  return value instanceof ObjectValue || value instanceof NamespaceValue;
}
function isNumericLikeValue(value) {
  return value instanceof IntegerValue || value instanceof FloatValue || value instanceof BooleanValue;
}
function getNumericValue(value) {
  return value instanceof BooleanValue ? Number(value.value) : value.value;
}
function getAttributeValue(item, attributePath) {
  let parts = attributePath.split("."), value = item;
  for (let part of parts)
    if (isAttributeContainer(value))
      value = value.value.get(part) ?? new UndefinedValue();
    else if (value instanceof ArrayValue) {
      let index = parseInt(part, 10);
      if (!isNaN(index) && index >= 0 && index < value.value.length)
        value = value.value[index];
      else
        return new UndefinedValue();
    } else
      return new UndefinedValue();
  return value;
}
function compareRuntimeValues(a, b, caseSensitive = !1) {
  if (a instanceof NullValue && b instanceof NullValue)
    return 0;
  if (a instanceof NullValue || b instanceof NullValue)
    throw new Error(`Cannot compare ${a.type} with ${b.type}`);
  if (a instanceof UndefinedValue && b instanceof UndefinedValue)
    return 0;
  if (a instanceof UndefinedValue || b instanceof UndefinedValue)
    throw new Error(`Cannot compare ${a.type} with ${b.type}`);
  if (isNumericLikeValue(a) && isNumericLikeValue(b)) {
    let aNum = getNumericValue(a), bNum = getNumericValue(b);
    return aNum < bNum ? -1 : aNum > bNum ? 1 : 0;
  }
  if (a.type !== b.type)
    throw new Error(`Cannot compare different types: ${a.type} and ${b.type}`);
  if (a.type === "StringValue") {
    let aStr = a.value, bStr = b.value;
    return caseSensitive || (aStr = aStr.toLowerCase(), bStr = bStr.toLowerCase()), aStr < bStr ? -1 : aStr > bStr ? 1 : 0;
  } else
    throw new Error(`Cannot compare type: ${a.type}`);
}
function getParameterDescriptor(argument) {
  if (argument.type === "Identifier")
    return { name: argument.value };
  let keywordArgument = argument;
  return { name: keywordArgument.key.value, defaultValue: keywordArgument.value };
}
function isSpecialMacroArgument(name) {
  return name === "kwargs" || name === "varargs";
}
function findAccessedSpecialMacroArguments(parameters, body) {
  let declared = /* @__PURE__ */ new Set(), accessed = /* @__PURE__ */ new Set(), declareName = (name) => {
    isSpecialMacroArgument(name) && declared.add(name);
  }, declareTarget = (target) => {
    if (target.type === "Identifier")
      declareName(target.value);
    else if (target.type === "TupleLiteral")
      for (let item of target.value)
        declareTarget(item);
  }, declareArgument = (argument) => {
    declareName(getParameterDescriptor(argument).name);
  }, visitArgumentDefaults = (args) => {
    for (let argument of args) {
      let parameter = getParameterDescriptor(argument);
      parameter.defaultValue && visit(parameter.defaultValue);
    }
  }, visitFilter = (filter) => {
    filter.type === "CallExpression" && visit(filter.args);
  }, visit = (node) => {
    if (Array.isArray(node)) {
      for (let item of node)
        visit(item);
      return;
    }
    if (node instanceof Map) {
      for (let [key, value] of node)
        visit(key), visit(value);
      return;
    }
    if (node instanceof Statement)
      switch (node.type) {
        case "For": {
          let statement = node;
          if (declareTarget(statement.loopvar), statement.iterable.type === "SelectExpression") {
            let iterable = statement.iterable;
            visit(iterable.lhs), visit(statement.body), visit(statement.defaultBlock), visit(iterable.test);
            return;
          }
          visit(statement.iterable), visit(statement.body), visit(statement.defaultBlock);
          return;
        }
        case "Set": {
          let statement = node;
          declareTarget(statement.assignee), visit(statement.value), visit(statement.body);
          return;
        }
        case "Macro": {
          let statement = node;
          for (let argument of statement.args)
            declareArgument(argument);
          visitArgumentDefaults(statement.args), visit(statement.body);
          return;
        }
        case "CallStatement": {
          let statement = node;
          visit(statement.call);
          for (let argument of statement.callerArgs ?? [])
            declareArgument(argument);
          visitArgumentDefaults(statement.callerArgs ?? []), visit(statement.body);
          return;
        }
        case "FilterStatement": {
          let statement = node;
          visit(statement.body), visitFilter(statement.filter);
          return;
        }
        case "Identifier": {
          let name = node.value;
          isSpecialMacroArgument(name) && !declared.has(name) && accessed.add(name);
          return;
        }
        case "MemberExpression": {
          let expression = node;
          visit(expression.object), expression.computed && visit(expression.property);
          return;
        }
        case "FilterExpression": {
          let expression = node;
          visit(expression.operand), visitFilter(expression.filter);
          return;
        }
        case "TestExpression":
          visit(node.operand);
          return;
        case "SelectExpression": {
          let expression = node;
          visit(expression.test), visit(expression.lhs);
          return;
        }
        case "KeywordArgumentExpression":
          visit(node.value);
          return;
        default:
          for (let child of Object.values(node))
            visit(child);
      }
  };
  for (let parameter of parameters)
    declareArgument(parameter);
  return visit(body), accessed;
}
var Interpreter = class {
  global;
  constructor(env) {
    this.global = env ?? new Environment();
  }
  /**
   * Run the program.
   */
  run(program) {
    return this.evaluate(program, this.global);
  }
  /**
   * Evaluates expressions following the binary operation type.
   */
  evaluateBinaryExpression(node, environment) {
    let left = this.evaluate(node.left, environment);
    switch (node.operator.value) {
      case "and":
        return left.__bool__().value ? this.evaluate(node.right, environment) : left;
      case "or":
        return left.__bool__().value ? left : this.evaluate(node.right, environment);
    }
    let right = this.evaluate(node.right, environment);
    switch (node.operator.value) {
      case "==":
        return new BooleanValue(left.value == right.value);
      case "!=":
        return new BooleanValue(left.value != right.value);
    }
    if (left instanceof UndefinedValue || right instanceof UndefinedValue) {
      if (right instanceof UndefinedValue && ["in", "not in"].includes(node.operator.value))
        return new BooleanValue(node.operator.value === "not in");
      throw new Error(`Cannot perform operation ${node.operator.value} on undefined values`);
    } else {
      if (left instanceof NullValue || right instanceof NullValue)
        throw new Error("Cannot perform operation on null values");
      if (node.operator.value === "~")
        return new StringValue(left.value.toString() + right.value.toString());
      if (node.operator.value === "**" && isNumericLikeValue(left) && isNumericLikeValue(right)) {
        let a = getNumericValue(left), b = getNumericValue(right);
        if (a === 0 && b < 0)
          throw new Error("0.0 cannot be raised to a negative power");
        let result = a ** b;
        if (!Number.isFinite(result))
          throw new Error("Exponentiation result is not a finite real number");
        return left instanceof FloatValue || right instanceof FloatValue || b < 0 ? new FloatValue(result) : new IntegerValue(result);
      } else if ((left instanceof IntegerValue || left instanceof FloatValue) && (right instanceof IntegerValue || right instanceof FloatValue)) {
        let a = left.value, b = right.value;
        switch (node.operator.value) {
          case "+":
          case "-":
          case "*": {
            let res = node.operator.value === "+" ? a + b : node.operator.value === "-" ? a - b : a * b;
            return left instanceof FloatValue || right instanceof FloatValue ? new FloatValue(res) : new IntegerValue(res);
          }
          case "/":
            return new FloatValue(a / b);
          case "//": {
            let res = Math.floor(a / b);
            return left instanceof FloatValue || right instanceof FloatValue ? new FloatValue(res) : new IntegerValue(res);
          }
          case "%": {
            let rem = a % b;
            return left instanceof FloatValue || right instanceof FloatValue ? new FloatValue(rem) : new IntegerValue(rem);
          }
          case "<":
            return new BooleanValue(a < b);
          case ">":
            return new BooleanValue(a > b);
          case ">=":
            return new BooleanValue(a >= b);
          case "<=":
            return new BooleanValue(a <= b);
        }
      } else if (left instanceof ArrayValue && right instanceof ArrayValue) {
        if (node.operator.value === "+")
          return new ArrayValue(left.value.concat(right.value));
      } else if (right instanceof ArrayValue) {
        let member = right.value.find((x) => x.value === left.value) !== void 0;
        switch (node.operator.value) {
          case "in":
            return new BooleanValue(member);
          case "not in":
            return new BooleanValue(!member);
        }
      }
    }
    if ((left instanceof StringValue || right instanceof StringValue) && node.operator.value === "+")
      return new StringValue(left.value.toString() + right.value.toString());
    if (left instanceof StringValue && right instanceof StringValue)
      switch (node.operator.value) {
        case "in":
          return new BooleanValue(right.value.includes(left.value));
        case "not in":
          return new BooleanValue(!right.value.includes(left.value));
      }
    if (left instanceof StringValue && right instanceof ObjectValue)
      switch (node.operator.value) {
        case "in":
          return new BooleanValue(right.value.has(left.value));
        case "not in":
          return new BooleanValue(!right.value.has(left.value));
      }
    throw new SyntaxError(`Unknown operator "${node.operator.value}" between ${left.type} and ${right.type}`);
  }
  evaluateArguments(args, environment) {
    let positionalArguments = [], keywordArguments = /* @__PURE__ */ new Map(), addKeywordArgument = (key, value) => {
      if (keywordArguments.has(key))
        throw new Error(`Got multiple values for keyword argument '${key}'`);
      keywordArguments.set(key, value);
    };
    for (let argument of args)
      if (argument.type === "SpreadExpression") {
        let spreadNode = argument, val = this.evaluate(spreadNode.argument, environment);
        if (!(val instanceof ArrayValue))
          throw new Error(`Cannot unpack non-iterable type: ${val.type}`);
        for (let item of val.value)
          positionalArguments.push(item);
      } else argument.type !== "KeywordArgumentExpression" && argument.type !== "KeywordSpreadExpression" && positionalArguments.push(this.evaluate(argument, environment));
    for (let argument of args)
      if (argument.type === "KeywordArgumentExpression") {
        let kwarg = argument;
        addKeywordArgument(kwarg.key.value, this.evaluate(kwarg.value, environment));
      } else if (argument.type === "KeywordSpreadExpression") {
        let spreadNode = argument, val = this.evaluate(spreadNode.argument, environment);
        if (!(val instanceof ObjectValue))
          throw new Error(`Argument after ** must be a mapping, not ${val.type}`);
        for (let [key, value] of val.value)
          addKeywordArgument(key, value);
      }
    return [positionalArguments, keywordArguments];
  }
  applyFilter(operand, filterNode, environment) {
    if (filterNode.type === "Identifier") {
      let filter = filterNode;
      if (filter.value === "safe")
        return operand;
      if (filter.value === "tojson")
        return new StringValue(toJSON(operand, {}));
      if (operand instanceof ArrayValue)
        switch (filter.value) {
          case "list":
            return operand;
          case "first":
            return operand.value[0];
          case "last":
            return operand.value[operand.value.length - 1];
          case "length":
            return new IntegerValue(operand.value.length);
          case "reverse":
            return new ArrayValue(operand.value.slice().reverse());
          case "sort":
            return new ArrayValue(operand.value.slice().sort((a, b) => compareRuntimeValues(a, b, !1)));
          case "join":
            return new StringValue(operand.value.map((x) => x.value).join(""));
          case "string":
            return new StringValue(toJSON(operand, {}, 0, !1));
          case "unique": {
            let seen = /* @__PURE__ */ new Set(), output = [];
            for (let item of operand.value)
              seen.has(item.value) || (seen.add(item.value), output.push(item));
            return new ArrayValue(output);
          }
          default:
            throw new Error(`Unknown ArrayValue filter: ${filter.value}`);
        }
      else if (operand instanceof StringValue)
        switch (filter.value) {
          case "length":
          case "upper":
          case "lower":
          case "title":
          case "capitalize": {
            let builtin = operand.builtins.get(filter.value);
            if (builtin instanceof FunctionValue)
              return builtin.value(
                /* no arguments */
                [],
                environment
              );
            if (builtin instanceof IntegerValue)
              return builtin;
            throw new Error(`Unknown StringValue filter: ${filter.value}`);
          }
          case "trim":
            return new StringValue(operand.value.trim());
          case "indent":
            return new StringValue(
              operand.value.split(`
`).map(
                (x, i) => (
                  // By default, don't indent the first line or empty lines
                  i === 0 || x.length === 0 ? x : "    " + x
                )
              ).join(`
`)
            );
          case "join":
          case "string":
            return operand;
          case "int": {
            let val = parseInt(operand.value, 10);
            return new IntegerValue(isNaN(val) ? 0 : val);
          }
          case "float": {
            let val = parseFloat(operand.value);
            return new FloatValue(isNaN(val) ? 0 : val);
          }
          default:
            throw new Error(`Unknown StringValue filter: ${filter.value}`);
        }
      else if (operand instanceof IntegerValue || operand instanceof FloatValue)
        switch (filter.value) {
          case "abs":
            return operand instanceof IntegerValue ? new IntegerValue(Math.abs(operand.value)) : new FloatValue(Math.abs(operand.value));
          case "int":
            return new IntegerValue(Math.floor(operand.value));
          case "float":
            return new FloatValue(operand.value);
          case "string":
            return new StringValue(operand.toString());
          default:
            throw new Error(`Unknown NumericValue filter: ${filter.value}`);
        }
      else if (operand instanceof ObjectValue)
        switch (filter.value) {
          case "items":
            return new ArrayValue(
              Array.from(operand.value.entries()).map(([key, value]) => new ArrayValue([new StringValue(key), value]))
            );
          case "length":
            return new IntegerValue(operand.value.size);
          default: {
            let builtin = operand.builtins.get(filter.value);
            if (builtin)
              return builtin instanceof FunctionValue ? builtin.value([], environment) : builtin;
            throw new Error(`Unknown ObjectValue filter: ${filter.value}`);
          }
        }
      else if (operand instanceof BooleanValue)
        switch (filter.value) {
          case "bool":
            return new BooleanValue(operand.value);
          case "int":
            return new IntegerValue(operand.value ? 1 : 0);
          case "float":
            return new FloatValue(operand.value ? 1 : 0);
          case "string":
            return new StringValue(operand.value ? "true" : "false");
          default:
            throw new Error(`Unknown BooleanValue filter: ${filter.value}`);
        }
      throw new Error(`Cannot apply filter "${filter.value}" to type: ${operand.type}`);
    } else if (filterNode.type === "CallExpression") {
      let filter = filterNode;
      if (filter.callee.type !== "Identifier")
        throw new Error(`Unknown filter: ${filter.callee.type}`);
      let filterName = filter.callee.value;
      if (filterName === "tojson") {
        let [, kwargs] = this.evaluateArguments(filter.args, environment), indent = kwargs.get("indent") ?? new NullValue();
        if (!(indent instanceof IntegerValue || indent instanceof NullValue))
          throw new Error("If set, indent must be a number");
        let ensureAscii = kwargs.get("ensure_ascii") ?? new BooleanValue(!1);
        if (!(ensureAscii instanceof BooleanValue))
          throw new Error("If set, ensure_ascii must be a boolean");
        let sortKeys = kwargs.get("sort_keys") ?? new BooleanValue(!1);
        if (!(sortKeys instanceof BooleanValue))
          throw new Error("If set, sort_keys must be a boolean");
        let separatorsArg = kwargs.get("separators") ?? new NullValue(), separators = null;
        if (separatorsArg instanceof ArrayValue || separatorsArg instanceof TupleValue) {
          if (separatorsArg.value.length !== 2)
            throw new Error("separators must be a tuple of two strings");
          let [itemSep, keySep] = separatorsArg.value;
          if (!(itemSep instanceof StringValue) || !(keySep instanceof StringValue))
            throw new Error("separators must be a tuple of two strings");
          separators = [itemSep.value, keySep.value];
        } else if (!(separatorsArg instanceof NullValue))
          throw new Error("If set, separators must be a tuple of two strings");
        return new StringValue(
          toJSON(operand, {
            indent: indent.value,
            ensureAscii: ensureAscii.value,
            sortKeys: sortKeys.value,
            separators
          })
        );
      } else if (filterName === "join") {
        let value;
        if (operand instanceof StringValue)
          value = Array.from(operand.value);
        else if (operand instanceof ArrayValue)
          value = operand.value.map((x) => x.value);
        else
          throw new Error(`Cannot apply filter "${filterName}" to type: ${operand.type}`);
        let [args, kwargs] = this.evaluateArguments(filter.args, environment), separator = args.at(0) ?? kwargs.get("separator") ?? new StringValue("");
        if (!(separator instanceof StringValue))
          throw new Error("separator must be a string");
        return new StringValue(value.join(separator.value));
      } else if (filterName === "int" || filterName === "float") {
        let [args, kwargs] = this.evaluateArguments(filter.args, environment), defaultValue = args.at(0) ?? kwargs.get("default") ?? (filterName === "int" ? new IntegerValue(0) : new FloatValue(0));
        if (operand instanceof StringValue) {
          let val = filterName === "int" ? parseInt(operand.value, 10) : parseFloat(operand.value);
          return isNaN(val) ? defaultValue : filterName === "int" ? new IntegerValue(val) : new FloatValue(val);
        } else {
          if (operand instanceof IntegerValue || operand instanceof FloatValue)
            return operand;
          if (operand instanceof BooleanValue)
            return filterName === "int" ? new IntegerValue(operand.value ? 1 : 0) : new FloatValue(operand.value ? 1 : 0);
          throw new Error(`Cannot apply filter "${filterName}" to type: ${operand.type}`);
        }
      } else if (filterName === "default") {
        let [args, kwargs] = this.evaluateArguments(filter.args, environment), defaultValue = args[0] ?? new StringValue(""), booleanValue = args[1] ?? kwargs.get("boolean") ?? new BooleanValue(!1);
        if (!(booleanValue instanceof BooleanValue))
          throw new Error("`default` filter flag must be a boolean");
        return operand instanceof UndefinedValue || booleanValue.value && !operand.__bool__().value ? defaultValue : operand;
      }
      if (operand instanceof ArrayValue) {
        switch (filterName) {
          case "sort": {
            let [args, kwargs] = this.evaluateArguments(filter.args, environment), reverse = args.at(0) ?? kwargs.get("reverse") ?? new BooleanValue(!1);
            if (!(reverse instanceof BooleanValue))
              throw new Error("reverse must be a boolean");
            let caseSensitive = args.at(1) ?? kwargs.get("case_sensitive") ?? new BooleanValue(!1);
            if (!(caseSensitive instanceof BooleanValue))
              throw new Error("case_sensitive must be a boolean");
            let attribute = args.at(2) ?? kwargs.get("attribute") ?? new NullValue();
            if (!(attribute instanceof StringValue || attribute instanceof IntegerValue || attribute instanceof NullValue))
              throw new Error("attribute must be a string, integer, or null");
            let getSortValue = (item) => {
              if (attribute instanceof NullValue)
                return item;
              let attrPath = attribute instanceof IntegerValue ? String(attribute.value) : attribute.value;
              return getAttributeValue(item, attrPath);
            };
            return new ArrayValue(
              operand.value.slice().sort((a, b) => {
                let aVal = getSortValue(a), bVal = getSortValue(b), result = compareRuntimeValues(aVal, bVal, caseSensitive.value);
                return reverse.value ? -result : result;
              })
            );
          }
          case "selectattr":
          case "rejectattr": {
            let select = filterName === "selectattr";
            if (operand.value.some((item) => !isAttributeContainer(item)))
              throw new Error(`\`${filterName}\` can only be applied to array of objects`);
            if (filter.args.some((x) => x.type !== "StringLiteral"))
              throw new Error(`arguments of \`${filterName}\` must be strings`);
            let [attr, testName, value] = filter.args.map((x) => this.evaluate(x, environment)), testFunction;
            if (testName) {
              let test = environment.tests.get(testName.value);
              if (!test)
                throw new Error(`Unknown test: ${testName.value}`);
              testFunction = test;
            } else
              testFunction = (...x) => x[0].__bool__().value;
            let filtered = operand.value.filter((item) => {
              let a = item.value.get(attr.value), result = a ? testFunction(a, value) : !1;
              return select ? result : !result;
            });
            return new ArrayValue(filtered);
          }
          case "map": {
            let [, kwargs] = this.evaluateArguments(filter.args, environment);
            if (kwargs.has("attribute")) {
              let attr = kwargs.get("attribute");
              if (!(attr instanceof StringValue))
                throw new Error("attribute must be a string");
              let defaultValue = kwargs.get("default"), mapped = operand.value.map((item) => {
                if (!isAttributeContainer(item))
                  throw new Error("items in map must be an object");
                let value = getAttributeValue(item, attr.value);
                return value instanceof UndefinedValue ? defaultValue ?? new UndefinedValue() : value;
              });
              return new ArrayValue(mapped);
            } else
              throw new Error("`map` expressions without `attribute` set are not currently supported.");
          }
        }
        throw new Error(`Unknown ArrayValue filter: ${filterName}`);
      } else if (operand instanceof StringValue) {
        switch (filterName) {
          case "indent": {
            let [args, kwargs] = this.evaluateArguments(filter.args, environment), width = args.at(0) ?? kwargs.get("width") ?? new IntegerValue(4);
            if (!(width instanceof IntegerValue))
              throw new Error("width must be a number");
            let first = args.at(1) ?? kwargs.get("first") ?? new BooleanValue(!1), blank = args.at(2) ?? kwargs.get("blank") ?? new BooleanValue(!1), lines = operand.value.split(`
`), indent = " ".repeat(width.value), indented = lines.map(
              (x, i) => !first.value && i === 0 || !blank.value && x.length === 0 ? x : indent + x
            );
            return new StringValue(indented.join(`
`));
          }
          case "replace": {
            let replaceFn = operand.builtins.get("replace");
            if (!(replaceFn instanceof FunctionValue))
              throw new Error("replace filter not available");
            let [args, kwargs] = this.evaluateArguments(filter.args, environment);
            return replaceFn.value([...args, new KeywordArgumentsValue(kwargs)], environment);
          }
        }
        throw new Error(`Unknown StringValue filter: ${filterName}`);
      } else if (operand instanceof ObjectValue) {
        let builtin = operand.builtins.get(filterName);
        if (builtin && builtin instanceof FunctionValue) {
          let [args, kwargs] = this.evaluateArguments(filter.args, environment);
          return kwargs.size > 0 && args.push(new KeywordArgumentsValue(kwargs)), builtin.value(args, environment);
        }
        throw new Error(`Unknown ObjectValue filter: ${filterName}`);
      } else
        throw new Error(`Cannot apply filter "${filterName}" to type: ${operand.type}`);
    }
    throw new Error(`Unknown filter: ${filterNode.type}`);
  }
  /**
   * Evaluates expressions following the filter operation type.
   */
  evaluateFilterExpression(node, environment) {
    let operand = this.evaluate(node.operand, environment);
    return this.applyFilter(operand, node.filter, environment);
  }
  /**
   * Evaluates expressions following the test operation type.
   */
  evaluateTestExpression(node, environment) {
    let operand = this.evaluate(node.operand, environment), test = environment.tests.get(node.test.value);
    if (!test)
      throw new Error(`Unknown test: ${node.test.value}`);
    let result = test(operand);
    return new BooleanValue(node.negate ? !result : result);
  }
  /**
   * Evaluates expressions following the select operation type.
   */
  evaluateSelectExpression(node, environment) {
    return this.evaluate(node.test, environment).__bool__().value ? this.evaluate(node.lhs, environment) : new UndefinedValue();
  }
  /**
   * Evaluates expressions following the unary operation type.
   */
  evaluateUnaryExpression(node, environment) {
    let argument = this.evaluate(node.argument, environment);
    switch (node.operator.value) {
      case "not":
        return new BooleanValue(!argument.__bool__().value);
      case "+":
      case "-": {
        let sign = node.operator.value === "-" ? -1 : 1;
        if (argument instanceof IntegerValue || argument instanceof FloatValue || argument instanceof BooleanValue) {
          let value = argument instanceof BooleanValue ? argument.value ? 1 : 0 : argument.value, result = sign * value;
          return argument instanceof FloatValue ? new FloatValue(result) : new IntegerValue(result);
        }
        throw new SyntaxError(`Unknown operator "${node.operator.value}" for ${argument.type}`);
      }
      default:
        throw new SyntaxError(`Unknown operator: ${node.operator.value}`);
    }
  }
  evaluateTernaryExpression(node, environment) {
    return this.evaluate(node.condition, environment).__bool__().value ? this.evaluate(node.trueExpr, environment) : this.evaluate(node.falseExpr, environment);
  }
  evalProgram(program, environment) {
    return this.evaluateBlock(program.body, environment);
  }
  evaluateBlock(statements, environment) {
    let result = "";
    for (let statement of statements) {
      let lastEvaluated = this.evaluate(statement, environment);
      lastEvaluated.type !== "NullValue" && lastEvaluated.type !== "UndefinedValue" && (result += lastEvaluated.toString());
    }
    return new StringValue(result);
  }
  evaluateIdentifier(node, environment) {
    return environment.lookupVariable(node.value);
  }
  evaluateCallExpression(expr, environment) {
    let [args, kwargs] = this.evaluateArguments(expr.args, environment);
    kwargs.size > 0 && args.push(new KeywordArgumentsValue(kwargs));
    let fn = this.evaluate(expr.callee, environment);
    if (fn.type !== "FunctionValue")
      throw new Error(`Cannot call something that is not a function: got ${fn.type}`);
    return fn.value(args, environment);
  }
  evaluateSliceExpression(object, expr, environment) {
    if (!(object instanceof ArrayValue || object instanceof StringValue))
      throw new Error("Slice object must be an array or string");
    let start = this.evaluate(expr.start, environment), stop = this.evaluate(expr.stop, environment), step = this.evaluate(expr.step, environment);
    if (!(start instanceof IntegerValue || start instanceof UndefinedValue))
      throw new Error("Slice start must be numeric or undefined");
    if (!(stop instanceof IntegerValue || stop instanceof UndefinedValue))
      throw new Error("Slice stop must be numeric or undefined");
    if (!(step instanceof IntegerValue || step instanceof UndefinedValue))
      throw new Error("Slice step must be numeric or undefined");
    return object instanceof ArrayValue ? new ArrayValue(slice(object.value, start.value, stop.value, step.value)) : new StringValue(slice(Array.from(object.value), start.value, stop.value, step.value).join(""));
  }
  evaluateMemberExpression(expr, environment) {
    let object = this.evaluate(expr.object, environment), property;
    if (expr.computed) {
      if (expr.property.type === "SliceExpression")
        return this.evaluateSliceExpression(object, expr.property, environment);
      property = this.evaluate(expr.property, environment);
    } else expr.property.type === "IntegerLiteral" ? property = new IntegerValue(expr.property.value) : property = new StringValue(expr.property.value);
    let value;
    if (isAttributeContainer(object)) {
      if (!(property instanceof StringValue))
        throw new Error(`Cannot access property with non-string: got ${property.type}`);
      value = object.value.get(property.value) ?? (object instanceof ObjectValue ? object.builtins.get(property.value) : void 0);
    } else if (object instanceof ArrayValue || object instanceof StringValue)
      if (property instanceof IntegerValue)
        if (object instanceof StringValue) {
          let character = object.value.at(property.value);
          value = character === void 0 ? void 0 : new StringValue(character);
        } else
          value = object.value.at(property.value);
      else if (property instanceof StringValue)
        value = object.builtins.get(property.value);
      else
        throw new Error(`Cannot access property with non-string/non-number: got ${property.type}`);
    else {
      if (!(property instanceof StringValue))
        throw new Error(`Cannot access property with non-string: got ${property.type}`);
      value = object.builtins.get(property.value);
    }
    return value instanceof RuntimeValue ? value : new UndefinedValue();
  }
  evaluateSet(node, environment) {
    let rhs = node.value ? this.evaluate(node.value, environment) : this.evaluateBlock(node.body, environment);
    if (node.assignee.type === "Identifier") {
      let variableName = node.assignee.value;
      environment.setVariable(variableName, rhs);
    } else if (node.assignee.type === "TupleLiteral") {
      let tuple = node.assignee;
      if (!(rhs instanceof ArrayValue))
        throw new Error(`Cannot unpack non-iterable type in set: ${rhs.type}`);
      let arr = rhs.value;
      if (arr.length !== tuple.value.length)
        throw new Error(`Too ${tuple.value.length > arr.length ? "few" : "many"} items to unpack in set`);
      for (let i = 0; i < tuple.value.length; ++i) {
        let elem = tuple.value[i];
        if (elem.type !== "Identifier")
          throw new Error(`Cannot unpack to non-identifier in set: ${elem.type}`);
        environment.setVariable(elem.value, arr[i]);
      }
    } else if (node.assignee.type === "MemberExpression") {
      let member = node.assignee, object = this.evaluate(member.object, environment);
      if (!(object instanceof NamespaceValue))
        throw new Error("cannot assign attribute on non-namespace object");
      if (member.property.type !== "Identifier")
        throw new Error("Cannot assign to member with non-identifier property");
      object.value.set(member.property.value, rhs);
    } else
      throw new Error(`Invalid LHS inside assignment expression: ${JSON.stringify(node.assignee)}`);
    return new NullValue();
  }
  evaluateIf(node, environment) {
    let test = this.evaluate(node.test, environment);
    return this.evaluateBlock(test.__bool__().value ? node.body : node.alternate, environment);
  }
  evaluateFor(node, environment) {
    let scope = new Environment(environment), test, iterable;
    if (node.iterable.type === "SelectExpression") {
      let select = node.iterable;
      iterable = this.evaluate(select.lhs, scope), test = select.test;
    } else
      iterable = this.evaluate(node.iterable, scope);
    if (!(iterable instanceof ArrayValue || iterable instanceof ObjectValue))
      throw new Error(`Expected iterable or object type in for loop: got ${iterable.type}`);
    iterable instanceof ObjectValue && (iterable = iterable.keys());
    let items = [], scopeUpdateFunctions = [];
    for (let i = 0; i < iterable.value.length; ++i) {
      let loopScope = new Environment(scope), current = iterable.value[i], scopeUpdateFunction;
      if (node.loopvar.type === "Identifier")
        scopeUpdateFunction = (scope2) => scope2.setVariable(node.loopvar.value, current);
      else if (node.loopvar.type === "TupleLiteral") {
        let loopvar = node.loopvar;
        if (current.type !== "ArrayValue")
          throw new Error(`Cannot unpack non-iterable type: ${current.type}`);
        let c = current;
        if (loopvar.value.length !== c.value.length)
          throw new Error(`Too ${loopvar.value.length > c.value.length ? "few" : "many"} items to unpack`);
        scopeUpdateFunction = (scope2) => {
          for (let j = 0; j < loopvar.value.length; ++j) {
            if (loopvar.value[j].type !== "Identifier")
              throw new Error(`Cannot unpack non-identifier type: ${loopvar.value[j].type}`);
            scope2.setVariable(loopvar.value[j].value, c.value[j]);
          }
        };
      } else
        throw new Error(`Invalid loop variable(s): ${node.loopvar.type}`);
      test && (scopeUpdateFunction(loopScope), !this.evaluate(test, loopScope).__bool__().value) || (items.push(current), scopeUpdateFunctions.push(scopeUpdateFunction));
    }
    let result = "", noIteration = !0;
    for (let i = 0; i < items.length; ++i) {
      let loop = /* @__PURE__ */ new Map([
        ["index", new IntegerValue(i + 1)],
        ["index0", new IntegerValue(i)],
        ["revindex", new IntegerValue(items.length - i)],
        ["revindex0", new IntegerValue(items.length - i - 1)],
        ["first", new BooleanValue(i === 0)],
        ["last", new BooleanValue(i === items.length - 1)],
        ["length", new IntegerValue(items.length)],
        ["previtem", i > 0 ? items[i - 1] : new UndefinedValue()],
        ["nextitem", i < items.length - 1 ? items[i + 1] : new UndefinedValue()]
      ]);
      scope.setVariable("loop", new ObjectValue(loop)), scopeUpdateFunctions[i](scope);
      try {
        let evaluated = this.evaluateBlock(node.body, scope);
        result += evaluated.value;
      } catch (err) {
        if (err instanceof ContinueControl)
          continue;
        if (err instanceof BreakControl)
          break;
        throw err;
      }
      noIteration = !1;
    }
    if (noIteration) {
      let defaultEvaluated = this.evaluateBlock(node.defaultBlock, scope);
      result += defaultEvaluated.value;
    }
    return new StringValue(result);
  }
  /**
   * Bind every parameter name and special argument before evaluating defaults,
   * preventing unbound parameters from resolving in an outer scope.
   */
  bindMacroArguments(displayName, parameters, specialArguments, args, scope) {
    let positionalArguments = args.slice(), keywordArguments = /* @__PURE__ */ new Map();
    positionalArguments.at(-1) instanceof KeywordArgumentsValue && (keywordArguments = new Map(positionalArguments.pop().value));
    let pendingDefaults = [];
    for (let i = 0; i < parameters.length; ++i) {
      let { name, defaultValue } = getParameterDescriptor(parameters[i]), value = positionalArguments[i];
      value === void 0 && keywordArguments.has(name) && (value = keywordArguments.get(name), keywordArguments.delete(name)), value === void 0 && defaultValue !== void 0 && pendingDefaults.push([name, defaultValue]), scope.setVariable(name, value ?? new UndefinedValue());
    }
    if (specialArguments.has("kwargs"))
      scope.setVariable("kwargs", new ObjectValue(keywordArguments));
    else if (keywordArguments.size > 0)
      throw new Error(`macro ${displayName} takes no keyword argument '${keywordArguments.keys().next().value}'`);
    if (specialArguments.has("varargs"))
      scope.setVariable("varargs", new ArrayValue(positionalArguments.slice(parameters.length)));
    else if (positionalArguments.length > parameters.length)
      throw new Error(`macro ${displayName} takes not more than ${parameters.length} argument(s)`);
    for (let [name, defaultValue] of pendingDefaults)
      scope.setVariable(name, this.evaluate(defaultValue, scope));
  }
  /**
   * See https://jinja.palletsprojects.com/en/3.1.x/templates/#macros for more information.
   */
  evaluateMacro(node, environment) {
    let specialArguments = findAccessedSpecialMacroArguments(node.args, node.body);
    return environment.setVariable(
      node.name.value,
      new FunctionValue((args, scope) => {
        let macroScope = new Environment(scope);
        return this.bindMacroArguments(`'${node.name.value}'`, node.args, specialArguments, args, macroScope), this.evaluateBlock(node.body, macroScope);
      })
    ), new NullValue();
  }
  evaluateCallStatement(node, environment) {
    let parameters = node.callerArgs ?? [], specialArguments = findAccessedSpecialMacroArguments(parameters, node.body), callerFn = new FunctionValue((callerArguments) => {
      let callBlockEnv = new Environment(environment);
      return this.bindMacroArguments("None", parameters, specialArguments, callerArguments, callBlockEnv), this.evaluateBlock(node.body, callBlockEnv);
    }), [macroArgs, macroKwargs] = this.evaluateArguments(node.call.args, environment);
    macroArgs.push(new KeywordArgumentsValue(macroKwargs));
    let fn = this.evaluate(node.call.callee, environment);
    if (fn.type !== "FunctionValue")
      throw new Error(`Cannot call something that is not a function: got ${fn.type}`);
    let newEnv = new Environment(environment);
    return newEnv.setVariable("caller", callerFn), fn.value(macroArgs, newEnv);
  }
  evaluateFilterStatement(node, environment) {
    let rendered = this.evaluateBlock(node.body, environment);
    return this.applyFilter(rendered, node.filter, environment);
  }
  evaluate(statement, environment) {
    if (!statement)
      return new UndefinedValue();
    switch (statement.type) {
      case "Program":
        return this.evalProgram(statement, environment);
      case "Set":
        return this.evaluateSet(statement, environment);
      case "If":
        return this.evaluateIf(statement, environment);
      case "For":
        return this.evaluateFor(statement, environment);
      case "Macro":
        return this.evaluateMacro(statement, environment);
      case "CallStatement":
        return this.evaluateCallStatement(statement, environment);
      case "Break":
        throw new BreakControl();
      case "Continue":
        throw new ContinueControl();
      case "IntegerLiteral":
        return new IntegerValue(statement.value);
      case "FloatLiteral":
        return new FloatValue(statement.value);
      case "StringLiteral":
        return new StringValue(statement.value);
      case "ArrayLiteral":
        return new ArrayValue(statement.value.map((x) => this.evaluate(x, environment)));
      case "TupleLiteral":
        return new TupleValue(statement.value.map((x) => this.evaluate(x, environment)));
      case "ObjectLiteral": {
        let mapping = /* @__PURE__ */ new Map();
        for (let [key, value] of statement.value) {
          let evaluatedKey = this.evaluate(key, environment);
          if (!(evaluatedKey instanceof StringValue))
            throw new Error(`Object keys must be strings: got ${evaluatedKey.type}`);
          mapping.set(evaluatedKey.value, this.evaluate(value, environment));
        }
        return new ObjectValue(mapping);
      }
      case "Identifier":
        return this.evaluateIdentifier(statement, environment);
      case "CallExpression":
        return this.evaluateCallExpression(statement, environment);
      case "MemberExpression":
        return this.evaluateMemberExpression(statement, environment);
      case "UnaryExpression":
        return this.evaluateUnaryExpression(statement, environment);
      case "BinaryExpression":
        return this.evaluateBinaryExpression(statement, environment);
      case "FilterExpression":
        return this.evaluateFilterExpression(statement, environment);
      case "FilterStatement":
        return this.evaluateFilterStatement(statement, environment);
      case "TestExpression":
        return this.evaluateTestExpression(statement, environment);
      case "SelectExpression":
        return this.evaluateSelectExpression(statement, environment);
      case "Ternary":
        return this.evaluateTernaryExpression(statement, environment);
      case "Comment":
        return new NullValue();
      default:
        throw new SyntaxError(`Unknown node type: ${statement.type}`);
    }
  }
};
function convertToRuntimeValues(input) {
  switch (typeof input) {
    case "number":
      return Number.isInteger(input) ? new IntegerValue(input) : new FloatValue(input);
    case "string":
      return new StringValue(input);
    case "boolean":
      return new BooleanValue(input);
    case "undefined":
      return new UndefinedValue();
    case "object":
      return input === null ? new NullValue() : Array.isArray(input) ? new ArrayValue(input.map(convertToRuntimeValues)) : new ObjectValue(
        new Map(Object.entries(input).map(([key, value]) => [key, convertToRuntimeValues(value)]))
      );
    case "function":
      return new FunctionValue((args, _scope) => {
        let result = input(...args.map((x) => x.value)) ?? null;
        return convertToRuntimeValues(result);
      });
    default:
      throw new Error(`Cannot convert to runtime value: ${input}`);
  }
}
var NEWLINE = `
`, OPEN_STATEMENT = "{%- ", CLOSE_STATEMENT = " -%}", PRECEDENCE = Object.freeze({
  CONDITIONAL: 0,
  // a if b else c
  LOGICAL_OR: 1,
  // or
  LOGICAL_AND: 2,
  // and
  LOGICAL_NOT: 3,
  // not a
  COMPARISON: 4,
  // == != < <= > >= in, not in
  ADDITIVE: 5,
  // + -
  MULTIPLICATIVE: 6,
  // * / // %
  EXPONENTIATION: 7,
  // **
  TEST: 8,
  // is
  FILTER: 9,
  // |
  UNARY_SIGN: 10,
  // -a +a
  ATOM: 11
  // literals, identifiers, calls, member accesses
});
function getBinaryOperatorPrecedence(expr) {
  switch (expr.operator.type) {
    case "ExponentiationBinaryOperator":
      return PRECEDENCE.EXPONENTIATION;
    case "MultiplicativeBinaryOperator":
      return PRECEDENCE.MULTIPLICATIVE;
    case "AdditiveBinaryOperator":
      return PRECEDENCE.ADDITIVE;
    case "ComparisonBinaryOperator":
      return PRECEDENCE.COMPARISON;
    case "Identifier":
      return expr.operator.value === "and" ? PRECEDENCE.LOGICAL_AND : expr.operator.value === "in" || expr.operator.value === "not in" ? PRECEDENCE.COMPARISON : PRECEDENCE.LOGICAL_OR;
  }
  return PRECEDENCE.LOGICAL_OR;
}
function getPrecedence(node) {
  switch (node.type) {
    case "SelectExpression":
    case "Ternary":
      return PRECEDENCE.CONDITIONAL;
    case "BinaryExpression":
      return getBinaryOperatorPrecedence(node);
    case "UnaryExpression":
      return node.operator.value === "not" ? PRECEDENCE.LOGICAL_NOT : PRECEDENCE.UNARY_SIGN;
    case "TestExpression":
      return PRECEDENCE.TEST;
    case "FilterExpression":
      return PRECEDENCE.FILTER;
    default:
      return PRECEDENCE.ATOM;
  }
}
function formatOperand(node, minPrecedence) {
  let expr = formatExpression(node);
  return getPrecedence(node) < minPrecedence ? `(${expr})` : expr;
}
function format(program, indent = "	") {
  let indentStr = typeof indent == "number" ? " ".repeat(indent) : indent;
  return formatStatements(program.body, 0, indentStr).replace(/\n$/, "");
}
function createStatement(...text) {
  return OPEN_STATEMENT + text.join(" ") + CLOSE_STATEMENT;
}
function formatStatements(stmts, depth, indentStr) {
  return stmts.map((stmt) => formatStatement(stmt, depth, indentStr)).join(NEWLINE);
}
function formatExpressionList(expressions) {
  return expressions.map((expression) => formatExpression(expression)).join(", ");
}
function formatStatement(node, depth, indentStr) {
  let pad = indentStr.repeat(depth);
  switch (node.type) {
    case "Program":
      return formatStatements(node.body, depth, indentStr);
    case "If":
      return formatIf(node, depth, indentStr);
    case "For":
      return formatFor(node, depth, indentStr);
    case "Set":
      return formatSet(node, depth, indentStr);
    case "Macro":
      return formatMacro(node, depth, indentStr);
    case "Break":
      return pad + createStatement("break");
    case "Continue":
      return pad + createStatement("continue");
    case "CallStatement":
      return formatCallStatement(node, depth, indentStr);
    case "FilterStatement":
      return formatFilterStatement(node, depth, indentStr);
    case "Comment":
      return pad + "{# " + node.value + " #}";
    default:
      return pad + "{{- " + formatExpression(node) + " -}}";
  }
}
function formatIf(node, depth, indentStr) {
  let pad = indentStr.repeat(depth), clauses = [], current = node;
  for (; current && (clauses.push({ test: current.test, body: current.body }), current.alternate.length === 1 && current.alternate[0].type === "If"); )
    current = current.alternate[0];
  let out = pad + createStatement("if", formatExpression(clauses[0].test)) + NEWLINE + formatStatements(clauses[0].body, depth + 1, indentStr);
  for (let i = 1; i < clauses.length; ++i)
    out += NEWLINE + pad + createStatement("elif", formatExpression(clauses[i].test)) + NEWLINE + formatStatements(clauses[i].body, depth + 1, indentStr);
  return current && current.alternate.length > 0 && (out += NEWLINE + pad + createStatement("else") + NEWLINE + formatStatements(current.alternate, depth + 1, indentStr)), out += NEWLINE + pad + createStatement("endif"), out;
}
function formatFor(node, depth, indentStr) {
  let pad = indentStr.repeat(depth), formattedIterable = "";
  if (node.iterable.type === "SelectExpression") {
    let n = node.iterable;
    formattedIterable = `${formatExpression(n.lhs)} if ${formatExpression(n.test)}`;
  } else
    formattedIterable = formatExpression(node.iterable);
  let out = pad + createStatement("for", formatExpression(node.loopvar), "in", formattedIterable) + NEWLINE + formatStatements(node.body, depth + 1, indentStr);
  return node.defaultBlock.length > 0 && (out += NEWLINE + pad + createStatement("else") + NEWLINE + formatStatements(node.defaultBlock, depth + 1, indentStr)), out += NEWLINE + pad + createStatement("endfor"), out;
}
function formatSet(node, depth, indentStr) {
  let pad = indentStr.repeat(depth), left = formatExpression(node.assignee), right = node.value ? formatExpression(node.value) : "", value = pad + createStatement("set", `${left}${node.value ? " = " + right : ""}`);
  return node.body.length === 0 ? value : value + NEWLINE + formatStatements(node.body, depth + 1, indentStr) + NEWLINE + pad + createStatement("endset");
}
function formatMacro(node, depth, indentStr) {
  let pad = indentStr.repeat(depth), args = formatExpressionList(node.args);
  return pad + createStatement("macro", `${node.name.value}(${args})`) + NEWLINE + formatStatements(node.body, depth + 1, indentStr) + NEWLINE + pad + createStatement("endmacro");
}
function formatCallStatement(node, depth, indentStr) {
  let pad = indentStr.repeat(depth), params = node.callerArgs && node.callerArgs.length > 0 ? `(${formatExpressionList(node.callerArgs)})` : "", callExpr = formatExpression(node.call), out = pad + createStatement(`call${params}`, callExpr) + NEWLINE;
  return out += formatStatements(node.body, depth + 1, indentStr) + NEWLINE, out += pad + createStatement("endcall"), out;
}
function formatFilterStatement(node, depth, indentStr) {
  let pad = indentStr.repeat(depth), spec = node.filter.type === "Identifier" ? node.filter.value : formatExpression(node.filter), out = pad + createStatement("filter", spec) + NEWLINE;
  return out += formatStatements(node.body, depth + 1, indentStr) + NEWLINE, out += pad + createStatement("endfilter"), out;
}
function formatExpression(node) {
  switch (node.type) {
    case "SpreadExpression":
      return `*${formatExpression(node.argument)}`;
    case "KeywordSpreadExpression":
      return `**${formatExpression(node.argument)}`;
    case "Identifier":
      return node.value;
    case "IntegerLiteral":
      return `${node.value}`;
    case "FloatLiteral": {
      let value = node.value;
      return Object.is(value, -0) ? "-0.0" : value % 1 === 0 ? value.toFixed(1) : value.toString();
    }
    case "StringLiteral":
      return JSON.stringify(node.value);
    case "BinaryExpression": {
      let n = node, thisPrecedence = getBinaryOperatorPrecedence(n), left = formatOperand(n.left, thisPrecedence), right = formatOperand(n.right, thisPrecedence + 1);
      return `${left} ${n.operator.value} ${right}`;
    }
    case "UnaryExpression": {
      let n = node, operandPrecedence = n.argument.type === "UnaryExpression" ? getPrecedence(n) : PRECEDENCE.ATOM;
      return n.operator.value + (n.operator.value === "not" ? " " : "") + formatOperand(n.argument, operandPrecedence);
    }
    case "CallExpression": {
      let n = node, args = formatExpressionList(n.args);
      return `${formatExpression(n.callee)}(${args})`;
    }
    case "MemberExpression": {
      let n = node, obj = formatOperand(n.object, PRECEDENCE.ATOM), prop = formatExpression(n.property);
      return !n.computed && n.property.type !== "Identifier" && n.property.type !== "IntegerLiteral" && (prop = `(${prop})`), n.computed ? `${obj}[${prop}]` : `${obj}.${prop}`;
    }
    case "FilterExpression": {
      let n = node, operand = formatOperand(n.operand, PRECEDENCE.FILTER);
      return n.filter.type === "CallExpression" ? `${operand} | ${formatExpression(n.filter)}` : `${operand} | ${n.filter.value}`;
    }
    case "SelectExpression": {
      let n = node;
      return `${formatOperand(n.lhs, PRECEDENCE.LOGICAL_OR)} if ${formatOperand(n.test, PRECEDENCE.LOGICAL_OR)}`;
    }
    case "TestExpression": {
      let n = node;
      return `${formatOperand(n.operand, PRECEDENCE.TEST)} is${n.negate ? " not" : ""} ${n.test.value}`;
    }
    case "ArrayLiteral":
    case "TupleLiteral": {
      let elems = formatExpressionList(node.value), brackets = node.type === "ArrayLiteral" ? "[]" : "()";
      return `${brackets[0]}${elems}${brackets[1]}`;
    }
    case "ObjectLiteral":
      return `{${Array.from(node.value.entries()).map(
        ([k, v]) => `${formatExpression(k)}: ${formatExpression(v)}`
      ).join(", ")}}`;
    case "SliceExpression": {
      let n = node, s = n.start ? formatExpression(n.start) : "", t = n.stop ? formatExpression(n.stop) : "", st = n.step ? `:${formatExpression(n.step)}` : "";
      return `${s}:${t}${st}`;
    }
    case "KeywordArgumentExpression": {
      let n = node;
      return `${n.key.value}=${formatExpression(n.value)}`;
    }
    case "Ternary": {
      let n = node;
      return `${formatOperand(n.trueExpr, PRECEDENCE.LOGICAL_OR)} if ${formatOperand(
        n.condition,
        PRECEDENCE.LOGICAL_OR
      )} else ${formatOperand(n.falseExpr, PRECEDENCE.CONDITIONAL)}`;
    }
    default:
      throw new Error(`Unknown expression type: ${node.type}`);
  }
}
var Template = class {
  parsed;
  /**
   * @param {string} template The template string
   */
  constructor(template) {
    let tokens = tokenize(template, {
      lstrip_blocks: !0,
      trim_blocks: !0
    });
    this.parsed = parse(tokens);
  }
  render(items) {
    let env = new Environment();
    if (setupGlobals(env), items)
      for (let [key, value] of Object.entries(items))
        env.set(key, value);
    return new Interpreter(env).run(this.parsed).value;
  }
  format(options) {
    return format(this.parsed, options?.indent || "	");
  }
};

// src/pipeline/output.ts
var import_yaml = __toESM(require_dist(), 1);
var ATTRIBUTES = [
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
  let entries = ATTRIBUTES.map((name) => [name, attributeOf(rule, name) ?? null]), { category, product, service } = rule.logsource, first = (names) => names[0]?.text ?? null, logsource = { category: first(category), product: first(product), service: first(service) };
  return { ...Object.fromEntries(entries), logsource };
}
function readTemplate(settings) {
  if (settings.has("path") || settings.has("vars")) {
    let key = settings.has("path") ? "path" : "vars";
    settings.node("path"), settings.node("vars"), settings.fail(
      "pipeline-refused-key",
      `A template may not read files. Put the text into \`template\` and leave \`${key}\` out.`,
      settings.span(key)
    );
  }
  let node = settings.scalar("template");
  if (!node)
    return settings.missing("template"), null;
  try {
    return new Template(node.text);
  } catch (error) {
    let reason = error instanceof Error ? error.message : String(error);
    return settings.fail("pipeline-template", `The template cannot be read: ${reason}`, node.span), null;
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
    let [prefix, suffix] = [settings.text("prefix") ?? "", settings.text("suffix") ?? ""];
    return (query) => prefix + query + suffix;
  },
  simple_template(settings) {
    let template = settings.required("template");
    return (query, rule) => template.replace(/\{(query|rule(?:\.\w+)*)\}/g, (found, path) => {
      if (path === "query") return query;
      let value = { rule: ruleObject(rule) };
      for (let key of path.split(".")) {
        let holder = value;
        value = holder !== null && typeof holder == "object" && Object.hasOwn(holder, key) ? holder[key] : void 0;
      }
      return value === void 0 ? found : typeof value == "string" ? value : JSON.stringify(value);
    });
  },
  template(settings) {
    let template = readTemplate(settings);
    return (query, rule, run) => render(template, { query, rule: ruleObject(rule), pipeline: pipelineObject(run) });
  },
  json(settings) {
    let node = settings.scalar("json_template"), parsed = null;
    if (!node) settings.missing("json_template");
    else
      try {
        parsed = JSON.parse(node.text);
      } catch {
        settings.fail("pipeline-template", "This is not JSON.", node.span);
      }
    return (query) => JSON.stringify(fill(parsed, query));
  },
  replace(settings) {
    let regex = readRegex(settings, "pattern"), replacement = settings.text("replacement") ?? "";
    return settings.has("replacement") || settings.missing("replacement"), (query) => regex?.replace(query, replacement) ?? query;
  }
};
function fill(json, query) {
  return typeof json == "string" ? json.replaceAll("%QUERY%", () => query) : Array.isArray(json) ? json.map((j) => fill(j, query)) : json === null || typeof json != "object" ? json : Object.fromEntries(Object.entries(json).map(([k, v]) => [k, fill(v, query)]));
}
var finalizers = {
  concat(settings) {
    let separator = settings.text("separator") ?? `
`, [prefix, suffix] = [settings.text("prefix") ?? "", settings.text("suffix") ?? ""];
    return (queries) => prefix + queries.join(separator) + suffix;
  },
  template(settings) {
    let template = readTemplate(settings);
    return (queries, variables) => render(template, { queries, pipeline: { vars: variables } });
  },
  json(settings) {
    let indent = Number(settings.text("indent") ?? 0);
    return (queries) => JSON.stringify(queries, null, Number.isInteger(indent) ? indent : 0);
  },
  yaml(settings) {
    let indent = Number(settings.text("indent") ?? 2);
    return (queries) => (0, import_yaml.stringify)([...queries], {
      indent: Number.isInteger(indent) && indent > 0 ? indent : 2,
      lineWidth: 0
    }).trimEnd();
  }
};

// src/pipeline/sources/read.ts
function readSources(settings) {
  let types = new Map(settings.entries("types").map((e) => [e.key.text, jsonOf(e.value)]));
  return settings.items("sources").flatMap((node) => node.kind === "map" ? [readSource(node, types, settings.diagnostics)] : (settings.fail("pipeline-wrong-type", "A source is a map with a `logsource`.", node.span), []));
}
function readSource(map, common, diagnostics) {
  let settings = new Settings(map, "a source", diagnostics), tables = settings.texts("table"), logSources = readLogSources(settings), where = settings.node("where"), types = settings.entries("types").map((e) => [e.key.text, jsonOf(e.value)]), source = {
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
  return settings.finish(), source;
}
var KNOWN_EVENTS = {
  windows: windowsEvents,
  sysmon: sysmonEvents,
  channels: channelEvents
}, OF_SERVICE = "windows/";
function readLogSources(settings) {
  let own = settings.node("logsource"), entries = (own === null ? [] : own.kind === "list" ? own.items : [own]).flatMap((node) => node.kind === "map" ? [readLogSource(node, settings.diagnostics)] : (settings.fail("pipeline-wrong-type", "A log source is a map of category, product and service.", node.span), []));
  if (!settings.has("logsources"))
    return settings.has("logsource") || settings.missing("logsource"), entries;
  let span = settings.span("logsources"), cased = settings.flag("cased"), events = settings.texts("logsources").flatMap((name) => eventsNamed(name, settings));
  return [...entries, ...events.map((e) => windowsEntry(e, span, cased))];
}
function eventsNamed(name, settings) {
  let events = (Object.hasOwn(KNOWN_EVENTS, name) ? KNOWN_EVENTS[name] : null) ?? (name.startsWith(OF_SERVICE) ? windowsEventsOf(name.slice(OF_SERVICE.length)) : []);
  if (events.length > 0) return events;
  let names = [...Object.keys(KNOWN_EVENTS), ...windowsServices.map((s) => OF_SERVICE + s)], like = nearest(name, names), hint = like ? ` Did you mean \`${like}\`?` : "", message = `\`logsources\` cannot be \`${name}\`. It takes ${Object.keys(KNOWN_EVENTS).join(", ")}, or \`${OF_SERVICE}\` and a service.${hint}`;
  return settings.fail("pipeline-wrong-value", message, settings.node("logsources").span), [];
}
function windowsEntry({ category, service, where, fields }, span, cased) {
  let items = Object.entries(where).map(([field, values]) => ({
    kind: "detection-item",
    field: { text: field, span },
    modifiers: [],
    linking: "any",
    negated: !1,
    values: values.map(
      (v) => typeof v == "number" ? { kind: "number", number: numberLiteral(String(v)), span } : { kind: "string", pattern: [v], cased, span }
    ),
    span
  }));
  return {
    keys: {
      product: ["windows"],
      ...category === void 0 ? {} : { category: [category] },
      ...service === void 0 ? {} : { service: [service] }
    },
    where: { kind: "detection-group", linking: "all", items, span },
    fields: fields ? namesByLower(fields) : null
  };
}
function readLogSource(map, diagnostics) {
  let settings = new Settings(map, "a log source", diagnostics), keys = {};
  for (let key of LOG_SOURCE_KEYS) {
    let texts = settings.texts(key);
    settings.has(key) && (keys[key] = texts.map((t) => t.toLowerCase()));
  }
  let where = settings.node("where"), fields = settings.has("fields") ? namesByLower(settings.texts("fields")) : null;
  return settings.finish(), { keys, where: where && readWhere(where, settings), fields };
}
function namesByLower(names) {
  return new Map(names.map((name) => [name.toLowerCase(), name]));
}
function readWhere(node, settings) {
  let { span } = node;
  if (node.kind === "list")
    return { kind: "detection-group", linking: "any", items: node.items.map((n) => readWhere(n, settings)), span };
  if (node.kind === "map") {
    let reader = new ItemReader(settings.diagnostics);
    return { kind: "detection-group", linking: "all", items: node.entries.flatMap((e) => reader.item(e) ?? []), span };
  }
  return settings.fail("pipeline-wrong-type", "`where` is a map of fields and values.", span), { kind: "detection-group", linking: "all", items: [], span };
}
function readFields(settings) {
  let fields = /* @__PURE__ */ new Map(), lower = /* @__PURE__ */ new Map();
  for (let { key, value } of settings.entries("fields")) {
    let rule = readField(value, key.text, settings);
    rule && (fields.set(key.text, rule), lower.set(key.text.toLowerCase(), rule));
  }
  for (let [name, rule] of lower) fields.has(name) || fields.set(name, rule);
  return fields;
}
function readField(node, name, settings) {
  if (node.kind !== "map")
    return { kind: "renamed", to: settings.textsOf(node, name), affixes: [], values: null };
  let inner = new Settings(node, `the field \`${name}\``, settings.diagnostics), never = inner.texts("never").map((text) => text.toLowerCase()), held = {
    ...inner.flag("cased", !0) ? {} : { cased: !1 },
    ...never.length === 0 ? {} : { never }
  }, rule;
  if (inner.has("hashes")) {
    let algorithms = inner.entries("hashes").map((e) => [e.key.text, scalarText(e.value)]);
    rule = { kind: "hashes", algorithms: new Map(algorithms), ...held };
  } else if (inner.has("as")) rule = { ...readComputed(inner), ...held };
  else {
    let to = inner.texts("to");
    to.length === 0 && inner.missing("to");
    let values = inner.has("values") ? inner.mapping("values") : null;
    rule = {
      kind: "renamed",
      to,
      affixes: readAffixes(inner),
      values: values && new Map([...values].map(([k, v]) => [k.toLowerCase(), v])),
      ...held
    };
  }
  return inner.finish(), rule;
}
function readAffixes(settings) {
  let before = settings.texts("prefix"), after = settings.texts("suffix");
  return Array.from({ length: Math.max(before.length, after.length) }, (_, i) => ({
    before: parsePattern(before[i] ?? ""),
    after: parsePattern(after[i] ?? "")
  }));
}
function scalarText(node) {
  return node.kind === "scalar" ? node.text : "";
}
function readComputed(settings) {
  let without = settings.text("without"), empty = settings.text("empty");
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
  let node = settings.node("others");
  return (node === null ? [] : node.kind === "list" ? node.items : [node]).flatMap((n) => {
    if (n.kind === "map") {
      let inner = new Settings(n, "`others`", settings.diagnostics), read = inner.has("prefix") ? { kind: "prefix", prefix: inner.required("prefix") } : {
        ...readComputed(inner),
        after: inner.text("after"),
        columnFirst: inner.choice("first", ["column", "read"], "read") === "column"
      };
      return inner.finish(), [read];
    }
    return n.kind === "scalar" && (n.text === "keep" || n.text === "column") ? [{ kind: n.text }] : (settings.fail("pipeline-wrong-value", "`others` takes keep, column, a map with `prefix`, or one with `as` and `of`.", n.span), []);
  });
}

// src/pipeline/transformations/cases.ts
var CASE_NAMES = ["lower", "upper", "snake_case"], CASES = {
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
    let names = (field) => step.fieldMatches(field) ? map(field) : null, renamed = rewriteItems(rule, step, (item) => renameItem(item, names, step)), fields = renamed.fields.flatMap((name) => {
      let to = names(name.text);
      return to ? to.map((text) => ({ text, span: name.span })) : [name];
    });
    return fields.every((f, i) => f === renamed.fields[i]) ? renamed : { ...renamed, fields };
  };
}
function renameItem(item, names, step) {
  let referring = mapValues(item, (value) => {
    if (value.kind !== "field-ref") return value;
    let to2 = names(value.field);
    return to2 ? to2.map((field) => ({ ...value, field })) : value;
  }), to = names(item.field?.text ?? null);
  if (!to || to.length === 0) return referring;
  let span = item.field?.span ?? item.span;
  for (let field of to) markField(field, step);
  return overFields(
    referring,
    to.map((text) => ({ text, span, mapped: !0 }))
  );
}
function markField(field, step) {
  let ids = step.appliedToField.get(field) ?? /* @__PURE__ */ new Set();
  step.id !== null && ids.add(step.id), step.appliedToField.set(field, ids);
}
function withFields(change) {
  return (rule) => {
    let texts = change(rule), known = new Map(rule.fields.map((f) => [f.text, f]));
    return { ...rule, fields: texts.map((t) => known.get(t) ?? { text: t, span: rule.span }) };
  };
}
var fieldTexts = (rule) => rule.fields.map((f) => f.text), fieldTransformations = {
  field_name_mapping(settings) {
    let mapping = settings.mapping("mapping");
    return renaming((field) => mapping.get(field ?? "") ?? null);
  },
  field_name_prefix_mapping(settings) {
    let mapping = [...settings.mapping("mapping")];
    return renaming((field) => {
      let found = mapping.find(([prefix]) => field?.startsWith(prefix));
      return found ? found[1].map((to) => to + field.slice(found[0].length)) : null;
    });
  },
  field_name_prefix(settings) {
    let prefix = settings.required("prefix");
    return renaming((field) => field === null ? null : [prefix + field]);
  },
  field_name_suffix(settings) {
    let suffix = settings.required("suffix");
    return renaming((field) => field === null ? null : [field + suffix]);
  },
  field_name_transform(settings) {
    settings.has("transform_func") || settings.missing("transform_func");
    let transform = CASES[settings.choice("transform_func", CASE_NAMES, "lower")], mapping = settings.has("mapping") ? settings.mapping("mapping") : /* @__PURE__ */ new Map(), keywords = settings.flag("apply_keyword");
    return renaming((field) => field === null && !keywords ? null : mapping.get(field ?? "") ?? (field === null ? null : [transform(field)]));
  },
  add_field(settings) {
    let fields = settings.texts("field");
    return fields.length === 0 && settings.missing("field"), withFields((rule) => [...fieldTexts(rule), ...fields]);
  },
  remove_field(settings) {
    let fields = settings.texts("field");
    return fields.length === 0 && settings.missing("field"), withFields((rule) => fieldTexts(rule).filter((f) => !fields.includes(f)));
  },
  set_field(settings) {
    let fields = settings.texts("fields");
    return settings.has("fields") || settings.missing("fields"), withFields(() => fields);
  }
};

// src/pipeline/transformations/nest.ts
function nestReader(items) {
  return (rule, step) => items.reduce((r, item) => runItem(item, r, step), rule);
}

// src/pipeline/transformations/placeholders.ts
var MOST = 1e4;
function chosen(settings) {
  let include = settings.has("include") ? settings.texts("include") : null, exclude = settings.has("exclude") ? settings.texts("exclude") : null;
  return include && exclude && settings.fail(
    "pipeline-wrong-value",
    "Give `include` or `exclude`, not both.",
    settings.span("exclude")
  ), (name) => include ? include.includes(name) : !exclude?.includes(name);
}
function expand(parts, values) {
  let heads = [[]];
  for (let part of parts) {
    let given = typeof part == "object" && part.kind === "placeholder" ? values(part.name) : null;
    if (!given) {
      for (let head of heads) head.push(part);
      continue;
    }
    if (heads.length * given.length > MOST) return null;
    heads = heads.flatMap((head) => given.map((g) => [...head, ...g]));
  }
  return heads.map(pattern);
}
function expanding(settings, values) {
  let isChosen = chosen(settings);
  return (rule, step) => rewriteFields(rule, step, (item) => mapValues(item, (value) => {
    if (value.kind !== "string" || !hasPlaceholder(value.pattern)) return value;
    let patterns = expand(
      value.pattern,
      (name) => isChosen(name) ? values(name, step) : null
    );
    if (!patterns) {
      let message = `The placeholders of this value expand to more than ${MOST} values. Give them fewer.`;
      return step.report(diagnostic("error", "placeholder-too-large", message, value.span)), value;
    }
    return patterns.map((p) => ({ ...value, pattern: p }));
  }));
}
var placeholderTransformations = {
  value_placeholders: (settings) => expanding(settings, (name, step) => {
    let value = Object.hasOwn(step.variables, name) ? step.variables[name] : void 0;
    return value == null ? null : (Array.isArray(value) ? value : [value]).map((v) => parsePattern(String(v)));
  }),
  wildcard_placeholders: (settings) => expanding(settings, () => [[ANY]])
}, refusedTransformations = {
  command_placeholders: "It runs a program while rules are converted. Run it yourself, and give its output with --placeholder or `vars`.",
  file_placeholders: "It reads a file while rules are converted. Put the values into `vars`, or give them with --placeholder.",
  http_placeholders: "It fetches from the network while rules are converted. Fetch the values yourself, and give them with --placeholder or `vars`.",
  query_expression_placeholders: "It writes text of one query language past sigmaql's quoting. Give the values with `value_placeholders`, or edit the query after it.",
  extract_fields: "It changes the events, and not the rule. Extract the fields where the events are stored."
};

// src/pipeline/transformations/rule.ts
var ruleTransformations = {
  add_condition(settings) {
    let entries = settings.entries("conditions");
    entries.length === 0 && settings.missing("conditions");
    let name = settings.text("name"), template = settings.flag("template"), negated = settings.flag("negated"), conditions = entries.map(({ key, value }) => ({
      field: key.text,
      values: scalarsOf(value, settings)
    }));
    return (rule, step) => {
      let { span } = rule.logsource, identifier = name ?? step.freshName(rule), items = conditions.map(({ field, values }) => ({
        kind: "detection-item",
        field: { text: field, span, mapped: !0 },
        modifiers: [],
        linking: "any",
        negated: !1,
        values: values.map(
          (v) => writtenValue(template ? { ...v, text: fillIn(v.text, rule.logsource) } : v, span)
        ),
        span
      }));
      for (let { field } of conditions) markField(field, step);
      if (step.id !== null) for (let i of items) step.appliedToItem.set(i, /* @__PURE__ */ new Set([step.id]));
      return withCondition(rule, {
        kind: "search-identifier",
        name: { text: identifier, span },
        body: { kind: "detection-group", linking: "all", items, span },
        span
      }, negated);
    };
  },
  change_logsource(settings) {
    let given = LOG_SOURCE_KEYS.flatMap((key) => {
      let texts = settings.texts(key);
      return settings.has(key) ? [[key, texts]] : [];
    });
    return (rule) => {
      let { span } = rule.logsource, named = given.map(([key, texts]) => [key, texts.map((text) => ({ text, span }))]), empty = { category: [], product: [], service: [] }, logsource = { ...rule.logsource, ...empty, ...Object.fromEntries(named) };
      return { ...rule, logsource };
    };
  },
  drop_detection_item: () => (rule, step) => rewriteFields(rule, step, () => null),
  set_state(settings) {
    let key = settings.required("key");
    settings.has("val") || settings.missing("val");
    let value = settings.json("val");
    return (rule, step) => (step.state.set(key, value), rule);
  },
  set_custom_attribute(settings) {
    let attribute = settings.required("attribute");
    settings.has("value") || settings.missing("value");
    let value = settings.json("value");
    return (rule, step) => (step.attributes.set(attribute, value), rule);
  },
  rule_failure(settings) {
    let message = settings.required("message");
    return (rule, step) => (fail(step, "pipeline-refused", message, rule.logsource.span), rule);
  },
  detection_item_failure(settings) {
    let message = settings.required("message");
    return (rule, step) => rewriteFields(rule, step, (item) => (fail(step, "pipeline-refused", message, (item.field ?? item).span), item));
  },
  /** A field that no mapping has touched is one that the target does not have. */
  strict_field_mapping_failure(settings) {
    let message = settings.text("message");
    return (rule, step) => {
      for (let item of itemsOf(rule)) {
        if (!step.itemMatches(item)) continue;
        let referred = valuesOf(item).flatMap(
          (v) => v.kind === "field-ref" ? [{ text: v.field, span: v.span }] : []
        );
        for (let { text, span } of [...item.field ? [item.field] : [], ...referred]) {
          if (step.appliedToField.has(text) || !step.fieldMatches(text)) continue;
          let unmapped = `No mapping of this pipeline has the field \`${text}\`. Map it in a pipeline of your own.`;
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
  return node.kind === "scalar" ? [node] : node.kind === "list" ? node.items.flatMap((n) => scalarsOf(n, settings)) : (settings.fail("pipeline-wrong-type", "A condition has a value, or a list of values.", node.span), []);
}
function fillIn(text, logsource) {
  return text.replace(/\$(?:\$|(\w+)|\{(\w+)\})/g, (found, a, b) => {
    let name = a ?? b;
    if (name === void 0) return "$";
    let key = LOG_SOURCE_KEYS.find((k) => k === name);
    return (key && logsource[key][0]?.text) ?? found;
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
    let regex = readRegex(settings, "regex"), replacement = settings.text("replacement");
    replacement === null && settings.missing("replacement");
    let skipSpecial = settings.flag("skip_special"), interpret = settings.flag("interpret_special");
    return onStrings((value) => {
      if (!regex || replacement === null) return value;
      if (!(skipSpecial || value.pattern.some((p) => typeof p == "string" && /[*?]/.test(p)))) {
        let plain = plainText(value.pattern), replaced = regex.replace(plain, replacement);
        if (replaced === plain) return value;
        let own = /\\[*?]/.test(replacement) ? /\\(?![*?])/g : /\\/g, escapedText = replaced.replace(own, "\\\\"), parse2 = hasPlaceholder(value.pattern) ? parseExpandable : parsePattern;
        return withPattern(value, parse2(escapedText));
      }
      let changed = !1, parts = value.pattern.flatMap((p) => {
        if (typeof p != "string") return [p];
        let replaced = regex.replace(p, replacement);
        return replaced === p ? [p] : (changed = !0, interpret ? parsePattern(replaced) : [replaced]);
      });
      return changed ? withPattern(value, pattern(parts)) : value;
    });
  },
  map_string(settings) {
    let mapping = settings.mapping("mapping");
    return onStrings((value) => {
      let to = mapping.get(plainText(value.pattern));
      return to ? to.map((t) => withPattern(value, parsePattern(t))) : value;
    });
  },
  case(settings) {
    let method = settings.choice("method", CASE_NAMES, "lower"), change = CASES[method];
    return onStrings((value) => {
      let parts = pattern(value.pattern.map((p) => typeof p == "string" ? change(p) : p));
      return parts.every((p, i) => p === value.pattern[i]) ? value : withPattern(value, parts);
    });
  },
  set_value(settings) {
    let scalar = settings.scalar("value");
    settings.has("value") || settings.missing("value");
    let force = settings.has("force_type") ? settings.choice("force_type", ["str", "num"], "str") : null;
    return force === "num" && scalar && !numberLiteral(scalar.text) && settings.fail("pipeline-wrong-value", `\`${scalar.text}\` is no number.`, scalar.span), onValues((value) => {
      if (!scalar) return value;
      let { span } = value;
      if (force === "str")
        return { kind: "string", pattern: parsePattern(scalar.text), cased: !1, span };
      let number = force === "num" ? numberLiteral(scalar.text) : null;
      return number ? { kind: "number", number, span } : writtenValue(scalar, span);
    });
  },
  convert_type(settings) {
    settings.has("target_type") || settings.missing("target_type");
    let target = settings.choice("target_type", ["str", "num"], "str");
    return onValues((value, step) => {
      let text = textOf(value);
      if (text === null) return value;
      let { span } = value;
      if (target === "str")
        return value.kind === "number" || value.kind === "boolean" ? { kind: "string", pattern: text === "" ? [] : [text], cased: !1, span } : value;
      if (value.kind === "number") return value;
      let number = numberLiteral(text);
      if (number) return { kind: "number", number, span };
      let message = `The pipeline makes numbers of this field's values, and \`${text}\` is none.`;
      return step.report(diagnostic("error", "pipeline-no-number", message, span)), value;
    });
  },
  regex(settings) {
    let method = settings.choice(
      "method",
      ["plain", "ignore_case_flag", "ignore_case_brackets"],
      "ignore_case_brackets"
    );
    return onStrings((value) => toRegex(value, method) ?? value);
  },
  hashes_fields(settings) {
    let algorithms = settings.texts("valid_hash_algos");
    algorithms.length === 0 && settings.missing("valid_hash_algos");
    let prefix = settings.text("field_prefix") ?? "", drop = settings.flag("drop_algo_prefix"), fieldOf = (algorithm) => algorithms.includes(algorithm) ? prefix + (drop ? "" : algorithm) : null;
    return (rule, step) => rewriteFields(rule, step, (item) => {
      let { node, unknown } = splitHashes(item, fieldOf);
      for (let { text, span } of unknown) {
        let message = `The target has no field for \`${text}\`: of its algorithm this pipeline knows nothing. Remove it, or name the algorithm in \`valid_hash_algos\`.`;
        step.report(diagnostic("error", "pipeline-hash", message, span));
      }
      return node;
    });
  }
};
function withPattern(value, parts) {
  return { ...value, pattern: parts };
}
function toRegex(value, method) {
  if (value.pattern.length === 0 || hasPlaceholder(value.pattern)) return null;
  let source = value.pattern.map((p) => typeof p != "string" ? p.kind === "any" ? ".*" : "." : method === "ignore_case_brackets" ? bracketed(p) : escaped(p)).join(""), flags = {
    ignoreCase: method === "ignore_case_flag",
    multiLine: !1,
    // A wildcard takes line breaks too.
    dotAll: !0
  }, anchored = `\\A${source}\\z`, parsed = parseRegex(anchored, flags);
  return "ast" in parsed ? { kind: "regex", regex: { source: anchored, flags, ast: parsed.ast }, span: value.span } : null;
}
function escaped(text) {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
}
function bracketed(text) {
  return [...text].map((c) => {
    let [lower, upper] = [c.toLowerCase(), c.toUpperCase()];
    return lower !== upper && [...lower].length === 1 && [...upper].length === 1 ? `[${lower}${upper}]` : escaped(c);
  }).join("");
}

// src/pipeline/load.ts
function loadPipeline(text, options = {}) {
  let path = options.path ?? "<text>", decoded = typeof text == "string" ? fromText(text, path) : decode(text, path), diagnostics = [...decoded.diagnostics], [document, second] = readYaml(decoded.file);
  diagnostics.push(...document?.diagnostics ?? []);
  let fail2 = (code, message, span = document?.span) => {
    let place = span ?? { file: decoded.file, start: 0, end: 0 };
    diagnostics.push(diagnostic("error", code, message, place));
  }, pipeline = null;
  return second && fail2(
    "pipeline-several",
    "A file holds one pipeline. Put the others into files of their own.",
    second.span
  ), document?.root?.kind === "map" ? pipeline = new Loader(diagnostics, path).pipeline(document.root) : diagnostics.some((d) => d.severity === "error") || fail2(
    "pipeline-not-a-map",
    "A pipeline is a map with `transformations`, `sources` or `mapping`."
  ), loaded(pipeline, diagnostics);
}
function loadShipped(json, name) {
  let span = { file: { path: name, text: "" }, start: 0, end: 0 }, root = nodeOf(JSON.parse(json), span), diagnostics = [];
  return loaded(new Loader(diagnostics, name).pipeline(root), diagnostics);
}
function loaded(pipeline, diagnostics) {
  let failed = diagnostics.some((d) => d.severity === "error");
  return diagnostics.sort((a, b) => (a.span?.start ?? 0) - (b.span?.start ?? 0)), { pipeline: failed ? null : pipeline, diagnostics };
}
function nodeOf(json, span) {
  if (Array.isArray(json))
    return { kind: "list", span, items: json.map((j) => nodeOf(j, span)) };
  if (json !== null && typeof json == "object") {
    let entries = Object.entries(json).map(([key, value]) => ({
      key: scalarOf(key, span),
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
}, NEST = { also: ["nest"] }, MAX_NESTING = 20, Loader = class {
  constructor(diagnostics, path) {
    this.diagnostics = diagnostics;
    this.path = path;
  }
  diagnostics;
  path;
  depth = 0;
  pipeline(root) {
    let settings = new Settings(root, "a pipeline", this.diagnostics), name = settings.text("name") ?? this.path.replace(/^.*[\\/]/, "").replace(/\.ya?ml$/i, ""), priority = Number(settings.text("priority") ?? 0);
    Number.isNaN(priority) && settings.fail("pipeline-wrong-type", "`priority` is a number.", settings.span("priority"));
    let variables = Object.fromEntries(
      settings.entries("vars").map((e) => [e.key.text, jsonOf(e.value, "text")])
    ), targets = settings.texts("allowed_backends"), items = settings.items("transformations").flatMap((n) => this.item(n) ?? []);
    settings.has("mapping") && items.unshift(mappingItem(settings));
    let postprocessing = settings.items("postprocessing").flatMap((n) => this.postprocessing(n) ?? []), finalizing = settings.items("finalizers").flatMap((n) => this.finalizer(n) ?? []), sources = readSources(settings);
    return settings.finish(), {
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
    let opened = this.open(node, "transformation");
    if (!opened) return null;
    let { settings, type } = opened, id = settings.text("id"), appliesTo = readConditions(settings, "rule", ruleConditions) ?? (() => !0), appliesToItem = readConditions(settings, "detection_item", itemConditions) ?? (() => !0), appliesToField = readConditions(settings, "field_name", fieldConditions) ?? (() => !0), apply = this.transformation(type, settings);
    return apply ? (settings.finish(), {
      id,
      transformation: { type, apply },
      appliesTo,
      appliesToItem,
      appliesToField,
      span: node.span
    }) : null;
  }
  transformation(type, settings) {
    let span = settings.node("type")?.span ?? settings.map.span;
    if (type === "nest") {
      if (this.depth >= MAX_NESTING)
        return settings.fail(
          "pipeline-too-deep",
          `Steps stand within steps more than ${MAX_NESTING} deep.`,
          span
        ), null;
      this.depth++;
      let items = settings.items("items").flatMap((n) => this.item(n) ?? []);
      return this.depth--, nestReader(items);
    }
    if (Object.hasOwn(refusedTransformations, type))
      return settings.fail(
        "pipeline-refused-type",
        `\`${type}\` is refused. ${refusedTransformations[type]}`,
        span
      ), null;
    let reader = settings.reader(type, transformationReaders, "transformation", NEST);
    return reader && reader(settings);
  }
  postprocessing(node) {
    let opened = this.open(node, "postprocessing");
    if (!opened) return null;
    let { settings, type } = opened, id = settings.text("id"), appliesTo = readConditions(settings, "rule", ruleConditions) ?? (() => !0), apply;
    if (type === "nest") {
      let items = settings.items("items").flatMap((n) => this.postprocessing(n) ?? []);
      apply = (query, rule, run) => items.reduce((q, i) => i.appliesTo(rule, run) ? i.apply(q, rule, run) : q, query);
    } else {
      let reader = settings.reader(type, postprocessings, "postprocessing", NEST);
      apply = reader && reader(settings);
    }
    return apply ? (settings.finish(), { id, type, appliesTo, apply }) : null;
  }
  finalizer(node) {
    let opened = this.open(node, "finalizer");
    if (!opened) return null;
    let { settings, type } = opened, apply;
    if (type === "nested") {
      let inner = settings.items("finalizers").flatMap((n) => this.finalizer(n) ?? []);
      apply = (queries, variables) => {
        let output = queries;
        for (let f of inner) output = [f.apply(output, variables)];
        return output.join(`
`);
      };
    } else {
      let reader = settings.reader(type, finalizers, "finalizer", { also: ["nested"] });
      apply = reader && reader(settings);
    }
    return apply ? (settings.finish(), { type, apply }) : null;
  }
  open(node, what) {
    if (node.kind !== "map")
      return this.diagnostics.push(
        diagnostic(
          "error",
          "pipeline-wrong-type",
          `A ${what} is a map with a \`type\`.`,
          node.span
        )
      ), null;
    let type = node.entries.find((e) => e.key.text === "type")?.value, name = type?.kind === "scalar" ? type.text : "", settings = new Settings(node, `the ${what} \`${name}\``, this.diagnostics);
    return settings.node("type"), name === "" && settings.missing("type"), name === "" ? null : { settings, type: name };
  }
};
function mappingItem(settings) {
  return {
    id: null,
    transformation: {
      type: "field_name_mapping",
      apply: fieldTransformations.field_name_mapping(settings)
    },
    appliesTo: () => !0,
    appliesToItem: () => !0,
    appliesToField: () => !0,
    span: settings.span("mapping")
  };
}

export {
  loadPipeline,
  loadShipped
};
