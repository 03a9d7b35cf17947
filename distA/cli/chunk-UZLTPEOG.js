import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  inspectionRecord,
  inspector
} from "./chunk-GQ3J5MR5.js";
import {
  kindOf
} from "./chunk-OYN5MF4I.js";
import {
  optionsFor
} from "./chunk-GPZISDT3.js";
import {
  convert,
  lower
} from "./chunk-CQJ4NSEH.js";
import {
  loadTargets
} from "./chunk-4ZOU64YT.js";
import {
  entry,
  parse
} from "./chunk-SVNJ44EP.js";
import {
  hashOf,
  meaningInAnyOrder,
  simplify
} from "./chunk-BFXIZFVL.js";
import {
  readInput
} from "./chunk-PG4WC7ZB.js";
import {
  readYaml
} from "./chunk-HFOHLGDZ.js";
import {
  decode,
  fromText,
  parseNetwork,
  spanWithin
} from "./chunk-PIXRQQOE.js";
import {
  LOG_SOURCE_KEYS
} from "./chunk-EWLNTRLT.js";
import {
  ANY,
  ONE,
  pattern,
  printPattern,
  shapeOf,
  toRecord
} from "./chunk-NSDVFCW7.js";
import {
  lineIndexAt,
  lineStarts,
  positionAt
} from "./chunk-W2LK6FW7.js";
import {
  bracketDepth,
  children,
  items,
  outermost
} from "./chunk-UZXH5WHX.js";
import {
  __export
} from "./chunk-EGGDUQTL.js";

// node_modules/smol-toml/dist/error.js
function getLineColFromPtr(string, ptr) {
  let lines = string.slice(0, ptr).split(/\r?\n/);
  return [lines.length, lines.pop().length + 1];
}
function makeCodeBlock(string, line, column) {
  let lines = string.split(/\r?\n/), codeblock = "", numberLen = (Math.log10(line + 1) | 0) + 1;
  for (let i = line - 1; i <= line + 1; i++) {
    let l = lines[i - 1];
    l && (codeblock += i.toString().padEnd(numberLen, " "), codeblock += ":  ", codeblock += l, codeblock += `
`, i === line && (codeblock += " ".repeat(numberLen + column + 2), codeblock += `^
`));
  }
  return codeblock;
}
var TomlError = class _TomlError extends Error {
  line;
  column;
  codeblock;
  constructor(message, options) {
    let [line, column] = getLineColFromPtr(options.toml, options.ptr), codeblock = makeCodeBlock(options.toml, line, column);
    super(`Invalid TOML document: ${message}

${codeblock}`, options), this.line = line, this.column = column, this.codeblock = codeblock;
  }
  /** @internal */
  static x(message, ctx, ptr) {
    throw new _TomlError(message, { toml: ctx.s, ptr: ptr ?? ctx.p });
  }
};

// node_modules/smol-toml/dist/primitive.js
function parseString(ctx) {
  let startPtr = ctx.p, c = ctx.s.charCodeAt(ctx.p++), first = c, isLiteral2 = c === 39, isMultiline = c === ctx.s.charCodeAt(ctx.p) && c === ctx.s.charCodeAt(ctx.p + 1);
  isMultiline && ((c = ctx.s.charCodeAt(ctx.p += 2)) === 10 ? ctx.p++ : c === 13 && ctx.s.charCodeAt(ctx.p + 1) === 10 && (ctx.p += 2));
  let parsed = "", sliceStart = ctx.p, state = 0;
  for (; ctx.p < ctx.s.length; ctx.p++)
    if (c = ctx.s.charCodeAt(ctx.p), isMultiline && (c === 10 || c === 13 && ctx.s.charCodeAt(ctx.p + 1) === 10))
      state = state && 3;
    else if (c < 32 && c !== 9 || c === 127)
      TomlError.x("control characters are not allowed in strings", ctx);
    else if ((!state || state === 3) && c === first && (!isMultiline || ctx.s.charCodeAt(ctx.p + 1) === first && ctx.s.charCodeAt(ctx.p + 2) === first)) {
      if (isMultiline && (ctx.s.charCodeAt(ctx.p + 3) === first && ctx.p++, ctx.s.charCodeAt(ctx.p + 3) === first && ctx.p++), !state) {
        let s = ctx.s.slice(sliceStart, ctx.p);
        parsed = parsed ? parsed + s : s;
      }
      return ctx.p += isMultiline ? 3 : 1, parsed;
    } else if (!state)
      !isLiteral2 && c === 92 && (parsed += ctx.s.slice(sliceStart, sliceStart = ctx.p), state = 1);
    else if (state === 1)
      if (c === 120 || c === 117 || c === 85) {
        let errPtr = ctx.p++ - 1, value = 0, len = c === 120 ? 2 : c === 117 ? 4 : 8;
        for (let j = 0; j < len; j++, ctx.p++) {
          let hex = ctx.s.charCodeAt(ctx.p), digit = (
            /* 0-9 */
            hex >= 48 && hex <= 57 ? hex - 48 : (
              /* A-F */
              hex >= 65 && hex <= 70 ? hex - 65 + 10 : (
                /* a-f */
                hex >= 97 && hex <= 102 ? hex - 97 + 10 : -1
              )
            )
          );
          digit < 0 && TomlError.x("invalid non-hex character in unicode escape", ctx), value = value << 4 | digit;
        }
        (value < 0 || value > 1114111 || value >= 55296 && value <= 57343) && TomlError.x("invalid unicode escape", ctx, errPtr), parsed += String.fromCodePoint(value), sliceStart = ctx.p--, state = 0;
      } else isMultiline && (c === 32 || c === 9) ? state = 2 : (c === 98 ? parsed += "\b" : c === 116 ? parsed += "	" : c === 110 ? parsed += `
` : c === 102 ? parsed += "\f" : c === 114 ? parsed += "\r" : c === 101 ? parsed += "\x1B" : c === 34 ? parsed += '"' : c === 92 ? parsed += "\\" : TomlError.x("unrecognised escape sequence", ctx), sliceStart = ctx.p + 1, state = 0);
    else c !== 32 && c !== 9 && (state === 2 && TomlError.x("invalid escape: only line-ending whitespace may be escaped", ctx, sliceStart), state = !isLiteral2 && c === 92 ? 1 : 0, sliceStart = ctx.p);
  TomlError.x("unfinished string", ctx, startPtr);
}

// node_modules/smol-toml/dist/date.js
var DATE_TIME_RE = /^(\d{4}-\d{2}-\d{2})?[Tt ]?(?:(\d{2}):\d{2}(?::\d{2}(?:\.\d+)?)?)?(Z|z|[-+]\d{2}:\d{2})?$/i, TomlDate = class _TomlDate extends Date {
  #hasDate = !1;
  #hasTime = !1;
  #offset = null;
  constructor(date, fasttype, unsafeDelim) {
    let hasDate = !0, hasTime = !0, offset = "Z", c;
    if (typeof date == "string")
      if (fasttype)
        prep: {
          if (fasttype < 3) {
            if (+date.slice(11, 13) > 23) {
              date = "";
              break prep;
            }
            fasttype === 2 ? (offset = null, date += "Z") : (c = date.charCodeAt(date.length - 1)) !== 90 && c !== 122 && (offset = date.slice(date.length - 6)), unsafeDelim && (date = date.slice(0, 10) + "T" + date.slice(11));
          } else fasttype === 4 && (date = +date.slice(0, 2) > 23 ? "" : `0000-01-01T${date}Z`);
          hasDate = fasttype !== 4, hasTime = fasttype !== 3;
        }
      else {
        let match = date.match(DATE_TIME_RE);
        match ? (match[1] || (hasDate = !1, date = `0000-01-01T${date}`), hasTime = !!match[2], hasTime && date[10] === " " && (date = date.replace(" ", "T")), match[2] && +match[2] > 23 ? date = "" : (offset = match[3] || null, !offset && hasTime && (date += "Z"))) : date = "";
      }
    super(date), isNaN(this.getTime()) || (this.#hasDate = hasDate, this.#hasTime = hasTime, this.#offset = offset);
  }
  isDateTime() {
    return this.#hasDate && this.#hasTime;
  }
  isLocal() {
    return !this.#hasDate || !this.#hasTime || !this.#offset;
  }
  isDate() {
    return this.#hasDate && !this.#hasTime;
  }
  isTime() {
    return this.#hasTime && !this.#hasDate;
  }
  isValid() {
    return this.#hasDate || this.#hasTime;
  }
  toISOString() {
    let iso = super.toISOString();
    if (this.isDate())
      return iso.slice(0, 10);
    if (this.isTime())
      return iso.slice(11, 23);
    if (this.#offset === null)
      return iso.slice(0, -1);
    if (this.#offset === "Z" || this.#offset === "z")
      return iso;
    let offset = +this.#offset.slice(1, 3) * 60 + +this.#offset.slice(4, 6);
    return offset = this.#offset[0] === "-" ? offset : -offset, new Date(this.getTime() - offset * 6e4).toISOString().slice(0, -1) + this.#offset;
  }
  static wrapAsOffsetDateTime(jsDate, offset = "Z") {
    let date = new _TomlDate(jsDate);
    return date.#offset = offset, date;
  }
  static wrapAsLocalDateTime(jsDate) {
    let date = new _TomlDate(jsDate);
    return date.#offset = null, date;
  }
  static wrapAsLocalDate(jsDate) {
    let date = new _TomlDate(jsDate);
    return date.#hasTime = !1, date.#offset = null, date;
  }
  static wrapAsLocalTime(jsDate) {
    let date = new _TomlDate(jsDate);
    return date.#hasDate = !1, date.#offset = null, date;
  }
};

// node_modules/smol-toml/dist/extract.js
function isDigit(char, base = 10) {
  return base === 16 ? char > 47 && char < 58 || char > 64 && char < 71 || char > 96 && char < 103 : char > 47 && char < 48 + base;
}
function isEndOfValue(char, delim) {
  return char === 32 || char === 9 || char === 10 || char === 13 || // Structure end or next value delimiter
  delim && (char === delim || char === 44) || // Comment
  char === 35;
}
function extractValue(ctx, end) {
  let errPtr = ctx.p, c = ctx.s.charCodeAt(ctx.p);
  if (c === 91 || c === 123) {
    ctx.d-- || TomlError.x("document contains excessively nested structures. aborting.", ctx);
    let value = c === 91 ? parseArray(ctx) : parseInlineTable(ctx);
    return ctx.d++, value;
  }
  return c === 34 || c === 39 ? parseString(ctx) : c === 116 ? ((ctx.s.charCodeAt(++ctx.p) !== 114 || ctx.s.charCodeAt(++ctx.p) !== 117 || ctx.s.charCodeAt(++ctx.p) !== 101) && TomlError.x("invalid value", ctx, errPtr), ctx.p++, !0) : c === 102 ? ((ctx.s.charCodeAt(++ctx.p) !== 97 || ctx.s.charCodeAt(++ctx.p) !== 108 || ctx.s.charCodeAt(++ctx.p) !== 115 || ctx.s.charCodeAt(++ctx.p) !== 101) && TomlError.x("invalid value", ctx, errPtr), ctx.p++, !1) : c === 43 || c === 45 ? parseNumber(ctx, ctx.p, ctx.s.charCodeAt(++ctx.p), 44 - c, end) : ctx.s.charCodeAt(ctx.p + 4) === 45 && ctx.s.charCodeAt(ctx.p + 7) === 45 ? parseDate(ctx, c, end) : ctx.s.charCodeAt(ctx.p + 2) === 58 ? parseTime(ctx, c, end) : parseNumber(ctx, ctx.p, c, 0, end);
}
function parseNumber(ctx, startPtr, startChr, sign, endChr) {
  let c = startChr, state = 0, hasUnderscores = !1;
  if (c === 105)
    return (ctx.s.charCodeAt(++ctx.p) !== 110 || ctx.s.charCodeAt(++ctx.p) !== 102) && TomlError.x("invalid value", ctx, startPtr), ctx.p++, (sign || 1) / 0;
  if (c === 110)
    return (ctx.s.charCodeAt(++ctx.p) !== 97 || ctx.s.charCodeAt(++ctx.p) !== 110) && TomlError.x("invalid value", ctx, startPtr), ctx.p++, NaN;
  if (c === 48) {
    if (++ctx.p >= ctx.s.length || isEndOfValue(c = ctx.s.charCodeAt(ctx.p), endChr))
      return ctx.bi === !0 ? 0n : 0;
    if (!sign) {
      if (c === 120)
        return parseIntegerBaseN(ctx, startPtr, 16, endChr);
      if (c === 98)
        return parseIntegerBaseN(ctx, startPtr, 2, endChr);
      if (c === 111)
        return parseIntegerBaseN(ctx, startPtr, 8, endChr);
    }
    c === 46 ? state = 2 : c === 101 || c === 69 ? state = 4 : TomlError.x("illegal leading zero", ctx, startPtr);
  } else isDigit(c) || TomlError.x("invalid value", ctx, startPtr);
  for (; ++ctx.p < ctx.s.length && (c = ctx.s.charCodeAt(ctx.p), !isEndOfValue(c, endChr)); )
    state || (state = 1), c === 95 ? (state & 1 || TomlError.x("illegal underscore", ctx), state += 11, hasUnderscores = !0) : state === 1 && c === 46 ? state = 2 : (state === 1 || state === 3) && (c === 101 || c === 69) ? state = 4 : state === 4 && (c === 43 || c === 45) ? state = 6 : isDigit(c) ? state > 9 ? state -= 11 : state & 1 || state++ : TomlError.x("illegal character in numeric literal", ctx);
  if (!state) {
    let val = (startChr - 48) * (sign || 1);
    return ctx.bi === !0 ? BigInt(val) : val;
  }
  state & 1 || TomlError.x("unfinished numeric value", ctx, startPtr);
  let str = ctx.s.slice(startPtr, ctx.p);
  return hasUnderscores && (str = str.replaceAll("_", "")), state > 1 ? parseFloat(str) : parseInteger(ctx, str, 10, startPtr);
}
function parseIntegerBaseN(ctx, startPtr, base, endChr) {
  let c, underscore = 1;
  for (; ++ctx.p < ctx.s.length && (c = ctx.s.charCodeAt(ctx.p), !isEndOfValue(c, endChr)); )
    c === 95 ? (underscore & 1 && TomlError.x("illegal underscore", ctx), underscore = 3) : isDigit(c, base) ? underscore & 1 && underscore-- : TomlError.x("illegal character in numeric literal", ctx);
  underscore & 1 && TomlError.x("unfinished numeric value", ctx);
  let str = ctx.s.slice(startPtr + 2, ctx.p);
  return underscore && (str = str.replaceAll("_", "")), parseInteger(ctx, str, base, startPtr);
}
function parseInteger(ctx, str, base, startPtr) {
  if (ctx.bi !== !0)
    int: {
      let val = parseInt(str, base);
      if (!Number.isSafeInteger(val)) {
        if (ctx.bi)
          break int;
        TomlError.x("integer value cannot be represented losslessly", ctx, startPtr);
      }
      return val;
    }
  return BigInt(base === 10 ? str : (base === 2 ? "0b" : base === 8 ? "0o" : "0x") + str);
}
function parseDate(ctx, c, endChr) {
  let startPtr = ctx.p++, unsafeSeparator;
  if (!isDigit(c) || !isDigit(ctx.s.charCodeAt(ctx.p++)) || !isDigit(ctx.s.charCodeAt(ctx.p++)) || !isDigit(ctx.s.charCodeAt(ctx.p++)))
    return parseNumber(ctx, ctx.p = startPtr, c, 0, endChr);
  if (ctx.p += 5, isDigit(ctx.s.charCodeAt(ctx.p++)) || TomlError.x("invalid date-time: date part is malformed", ctx, startPtr), ctx.p >= ctx.s.length || ((c = ctx.s.charCodeAt(ctx.p)) !== 32 || (unsafeSeparator = !0, !isDigit(ctx.s.charCodeAt(ctx.p + 1)))) && c !== 84 && c !== 116) {
    let t2 = ctx.s.slice(startPtr, ctx.p);
    return readDate(ctx, t2, 3, !1, startPtr);
  }
  if (ctx.s.charCodeAt(ctx.p += 3) !== 58 && TomlError.x("invalid date-time: time part is malformed", ctx, startPtr), ctx.s.charCodeAt(ctx.p += 3) === 58 && (ctx.p += 3), ctx.s.charCodeAt(ctx.p) === 46)
    for (; isDigit(ctx.s.charCodeAt(++ctx.p)); )
      ;
  if (c = ctx.s.charCodeAt(ctx.p)) {
    if (c === 90 || c === 122) {
      let t2 = ctx.s.slice(startPtr, ++ctx.p);
      return readDate(ctx, t2, 1, unsafeSeparator, startPtr, "[+00:00]");
    }
    if (c === 43 || c === 45) {
      let t2 = ctx.s.slice(startPtr, ctx.p += 6);
      return readDate(ctx, t2, 1, unsafeSeparator, startPtr, !ctx.ld && "[" + ctx.s.slice(ctx.p - 6, ctx.p) + "]");
    }
  }
  let t = ctx.s.slice(startPtr, ctx.p);
  return readDate(ctx, t, 2, unsafeSeparator, startPtr);
}
function parseTime(ctx, c, endChr) {
  let start = ctx.p;
  if (!isDigit(c) || !isDigit(ctx.s.charCodeAt(++ctx.p)))
    return parseNumber(ctx, --ctx.p, c, 0, endChr);
  if (ctx.s.charCodeAt(ctx.p += 4) === 58 && (ctx.p += 3), ctx.s.charCodeAt(ctx.p) === 46)
    for (; isDigit(ctx.s.charCodeAt(++ctx.p)); )
      ;
  let t = ctx.s.slice(start, ctx.p);
  return readDate(ctx, t, 4, !1, start);
}
function readDate(ctx, str, type, unsafeDelim, errPtr, temporalSuffix) {
  if (ctx.ld) {
    let date = new TomlDate(str, type, unsafeDelim);
    return date.isValid() || TomlError.x("invalid date", ctx, errPtr), date;
  }
  try {
    switch (temporalSuffix && (str += temporalSuffix), type) {
      case 1:
        return Temporal.ZonedDateTime.from(str);
      case 2:
        return Temporal.PlainDateTime.from(str);
      case 3:
        return Temporal.PlainDate.from(str);
      case 4:
        return Temporal.PlainTime.from(str);
    }
  } catch (e) {
    TomlError.x(e instanceof Error ? e.message : "" + e, ctx, errPtr);
  }
}

// node_modules/smol-toml/dist/util.js
function skipComment(ctx) {
  for (; ctx.p < ctx.s.length; ctx.p++) {
    let c = ctx.s.charCodeAt(ctx.p);
    if (c === 10)
      break;
    if (c === 13 && ctx.s.charCodeAt(ctx.p + 1) === 10) {
      ctx.p++;
      break;
    }
    (c < 32 && c !== 9 || c === 127) && TomlError.x("control characters are not allowed in comments", ctx);
  }
}
function skipVoid(ctx, banNewLines, banComments) {
  let c;
  for (; ctx.p < ctx.s.length; ) {
    for (; ctx.p < ctx.s.length && ((c = ctx.s.charCodeAt(ctx.p)) === 32 || c === 9 || !banNewLines && (c === 10 || c === 13 && ctx.s.charCodeAt(ctx.p + 1) === 10)); )
      ctx.p++;
    if (banComments || c !== 35)
      break;
    skipComment(ctx);
  }
}

// node_modules/smol-toml/dist/struct.js
function parseKey(ctx, end = 61) {
  let startPtr, state = 0, parsed = [], sliceStart, c = ctx.s.charCodeAt(startPtr = ctx.p);
  do {
    if (c === end)
      return state || TomlError.x("unexpected end of key", ctx), state === 1 && parsed.push(ctx.s.slice(sliceStart, ctx.p)), ctx.p++, parsed;
    c === 46 ? (state || TomlError.x("illegal empty bare key", ctx), state === 1 && parsed.push(ctx.s.slice(sliceStart, ctx.p)), state = 0) : !state && (c === 34 || c === 39) ? (c === ctx.s.charCodeAt(ctx.p + 1) && c === ctx.s.charCodeAt(ctx.p + 2) && TomlError.x("illegal quoted key: multiline strings are not allowed", ctx), parsed.push(parseString(ctx)), state = 2, ctx.p--) : c === 32 || c === 9 ? state === 1 && (parsed.push(ctx.s.slice(sliceStart, ctx.p)), state = 2) : state === 2 || c < 48 && c !== 45 || c > 57 && c < 65 || c > 90 && c < 97 && c !== 95 || c > 122 ? TomlError.x("illegal character in key", ctx) : state || (state = 1, sliceStart = ctx.p);
  } while (c = ctx.s.charCodeAt(++ctx.p));
  TomlError.x("incomplete key-value: cannot find end of key", ctx, startPtr);
}
function parseInlineTable(ctx) {
  let startPtr = ctx.p++, res = /* @__PURE__ */ Object.create(null), seen = /* @__PURE__ */ new Set(), c;
  for (; ctx.p < ctx.s.length; ) {
    if (skipVoid(ctx), (c = ctx.s.charCodeAt(ctx.p)) === 125)
      return ctx.p++, res;
    let k, t = res, hasOwn = !1, errPtr = ctx.p, key = parseKey(ctx);
    for (let i = 0; i < key.length; i++) {
      i && (t = hasOwn ? t[k] : t[k] = /* @__PURE__ */ Object.create(null)), k = key[i], (hasOwn = Object.hasOwn(t, k)) && (typeof t[k] != "object" || seen.has(t[k])) && TomlError.x("trying to redefine an already defined value", ctx, errPtr);
      let unsafe = k === "__proto__";
      if (ctx.uk && (unsafe || k === "constructor")) {
        t = ctx.uk !== 1 && TomlError.x("document contains an unsafe property", ctx, errPtr);
        break;
      }
      !hasOwn && unsafe && Object.defineProperty(t, k, { enumerable: !0, configurable: !0, writable: !0 });
    }
    hasOwn && TomlError.x("trying to redefine an already defined value", ctx, errPtr), skipVoid(ctx, !0, !0);
    let value = extractValue(
      ctx,
      125
      /* } */
    );
    if (t && typeof (t[k] = value) == "object" && seen.add(value), skipVoid(ctx), (c = ctx.s.charCodeAt(ctx.p++)) === 125)
      return res;
    c !== 44 && TomlError.x("expected comma or end of structure", ctx, ctx.p - 1);
  }
  TomlError.x("unfinished table", ctx, startPtr);
}
function parseArray(ctx) {
  let startPtr = ctx.p++, res = [], c;
  for (; ctx.p < ctx.s.length; ) {
    if (skipVoid(ctx), (c = ctx.s.charCodeAt(ctx.p)) === 93)
      return ctx.p++, res;
    if (res.push(extractValue(
      ctx,
      93
      /* ] */
    )), skipVoid(ctx), (c = ctx.s.charCodeAt(ctx.p++)) === 93)
      return res;
    c !== 44 && TomlError.x("expected comma or end of structure", ctx, ctx.p - 1);
  }
  TomlError.x("unfinished array", ctx, startPtr);
}

// node_modules/smol-toml/dist/parse.js
function peekTable(ctx, key, table, meta, type) {
  let t = table, m = meta, k, hasOwn = !1, state;
  for (let i = 0; i < key.length; i++) {
    if (i) {
      if (t = hasOwn ? t[k] : t[k] = /* @__PURE__ */ Object.create(null), m = (state = m[k]).c, type === 0 && (state.t === 1 || state.t === 2))
        return null;
      if (state.t === 2) {
        let l = t.length - 1;
        t = t[l], m = m[l].c;
      }
    }
    if (k = key[i], (hasOwn = Object.hasOwn(t, k)) && m[k]?.t === 0 && m[k]?.d)
      return null;
    if (!hasOwn) {
      let unsafe = k === "__proto__";
      if (ctx.uk && (unsafe || k === "constructor"))
        return !1;
      unsafe && (Object.defineProperty(t, k, { enumerable: !0, configurable: !0, writable: !0 }), Object.defineProperty(m, k, { enumerable: !0, configurable: !0, writable: !0 })), m[k] = {
        t: i < key.length - 1 && type === 2 ? 3 : type,
        d: !1,
        i: 0,
        c: /* @__PURE__ */ Object.create(null)
      };
    }
  }
  if (state = m[k], state.t !== type && !(type === 1 && state.t === 3) || (type === 2 && (state.d || (state.d = !0, t[k] = []), t[k].push(t = /* @__PURE__ */ Object.create(null)), state.c[state.i++] = state = { t: 1, d: !1, i: 0, c: /* @__PURE__ */ Object.create(null) }), state.d))
    return null;
  if (state.d = !0, type === 1)
    t = hasOwn ? t[k] : t[k] = /* @__PURE__ */ Object.create(null);
  else if (type === 0 && hasOwn)
    return null;
  return [k, t, state.c];
}
function validateTablePeek(ctx, peek, ptr) {
  (peek === null || ctx.uk === 2) && TomlError.x(peek === null ? "trying to redefine an already defined table or value" : "document contains an unsafe property", ctx, ptr);
}
function parse2(toml, options = {}) {
  let ctx = {
    s: toml,
    p: 0,
    d: options.maxDepth ?? 1e3,
    bi: options.integersAsBigInt ?? !1,
    ld: options.useLegacyDate ?? !0,
    uk: options.unsafeKeyBehaviour === "throw" ? 2 : options.unsafeKeyBehaviour === "drop" ? 1 : 0
  }, res = /* @__PURE__ */ Object.create(null), meta = /* @__PURE__ */ Object.create(null), tmp, skipping = !1, tbl = res, m = meta;
  for (toml.charCodeAt(0) === 65279 && ctx.p++, skipVoid(ctx); ctx.p < toml.length; ) {
    if (toml.charCodeAt(ctx.p) === 91) {
      let isTableArray = toml.charCodeAt(++ctx.p) === 91;
      tmp = ctx.p += +isTableArray, skipping = !1;
      let k = parseKey(
        ctx,
        93
        /* ] */
      );
      isTableArray && (toml.charCodeAt(ctx.p) !== 93 && TomlError.x("expected end of table array declaration", ctx), ctx.p++);
      let p = peekTable(
        ctx,
        k,
        res,
        meta,
        isTableArray ? 2 : 1
        /* Type.EXPLICIT */
      );
      p ? (m = p[2], tbl = p[1]) : (validateTablePeek(ctx, p, tmp), skipping = !0);
    } else {
      tmp = ctx.p;
      let k = parseKey(ctx), p = peekTable(
        ctx,
        k,
        tbl,
        m,
        0
        /* Type.DOTTED */
      );
      !p && !skipping && validateTablePeek(ctx, p, tmp), skipVoid(ctx, !0, !0);
      let v = extractValue(ctx, void 0);
      p && !skipping && (p[1][p[0]] = v);
    }
    skipVoid(ctx, !0), ctx.p < toml.length && (tmp = toml.charCodeAt(ctx.p)) !== 10 && (tmp !== 13 || toml.charCodeAt(ctx.p + 1) !== 10) && TomlError.x("each key-value declaration must be followed by an end-of-line", ctx), skipVoid(ctx);
  }
  return res;
}

// node_modules/smol-toml/dist/stringify.js
var HAS_WELLFORMED = !!"".isWellFormed;

// src/catalog/corpus/clause.ts
function eachLeaf(clause, negated, each) {
  if (isLinked(clause)) for (let o of clause.operands) eachLeaf(o, negated, each);
  else isNegated(clause) ? eachLeaf(clause.operand, !negated, each) : each(clause, negated);
}
function mapLeaves(clause, change) {
  return isLinked(clause) ? { kind: clause.kind, operands: clause.operands.map((o) => mapLeaves(o, change)) } : isNegated(clause) ? { kind: "not", operand: mapLeaves(clause.operand, change) } : change(clause);
}
function firstLeaf(clause) {
  let node = clause;
  for (; ; )
    if (isLinked(node)) node = node.operands[0];
    else if (isNegated(node)) node = node.operand;
    else return node;
}
function isLinked(clause) {
  return clause.kind === "and" || clause.kind === "or";
}
function isNegated(clause) {
  return clause.kind === "not";
}

// src/catalog/corpus/reading.ts
var MAX_QUERY_SIZE = 128 * 1024, MAX_QUERY_DEPTH = 100;
function refused(message, at = 0) {
  return { findings: [], notes: [], problem: { message, at } };
}
function nothingYet() {
  return { findings: [], notes: /* @__PURE__ */ new Map() };
}
function addNote({ notes }, message, at) {
  notes.has(message) || notes.set(message, at);
}
function readingOf({ findings, notes }) {
  let remarks = [...notes].map(([message, at]) => ({ message, at }));
  return remarks.sort((a, b) => a.at - b.at), { findings, notes: remarks, problem: null };
}
var TOO_LARGE = `The query has more than ${MAX_QUERY_SIZE / 1024} KiB, which is no query of a rule.`;
function lineAt(file, offset) {
  return lineIndexAt(file, offset) + (file.firstLine ?? 1);
}
function unreadRule(head, path, problem) {
  return { ...ruleOf(head, path), predicates: [], notes: [], problem };
}
function readQuery(head, query, read) {
  let { file, text, toFile, start } = query, lineOf2 = (at) => lineAt(file, toFile?.(at) ?? start), { findings, notes, problem } = text.length > MAX_QUERY_SIZE ? refused(TOO_LARGE) : read(text);
  return {
    ...ruleOf(head, file.path),
    predicates: once(
      [...findings].sort((a, b) => a.at - b.at).map(({ field, context, kind, value, negated, at }) => ({ field, context, kind, value, negated, line: lineOf2(at) }))
    ),
    notes: notes.map(({ message, at }) => ({ message, line: lineOf2(at) })),
    problem: problem && placed(problem, query)
  };
}
function once(predicates) {
  let seen = /* @__PURE__ */ new Set();
  return predicates.filter((p) => {
    let key = JSON.stringify([p.field, p.context, p.kind, p.value, p.negated]);
    return seen.has(key) ? !1 : (seen.add(key), !0);
  });
}
function ruleOf({ language, position, id, title }, path) {
  return { language, path, position, id, title };
}
function placed({ message, at }, { text, file, toFile }) {
  let { line, column } = toFile ? positionAt(file, toFile(at)) : positionAt({ path: file.path, text }, at);
  return `${toFile ? "Line" : "Line of the query"} ${line}, column ${column}: ${message}`;
}

// src/catalog/corpus/value.ts
var SHAPE_KINDS = {
  empty: "eq",
  any: "exists",
  equals: "eq",
  startswith: "starts_with",
  endswith: "ends_with",
  contains: "match",
  other: "wildcard"
};
function askPattern(parts) {
  let shape = shapeOf(parts), value = "text" in shape ? shape.text : shape.shape === "other" ? printPattern(parts) : "";
  return { kind: SHAPE_KINDS[shape.shape], value };
}
function askKeyword(parts) {
  let start = 0, end = parts.length;
  for (; start < end && parts[start] === ANY; ) start++;
  for (; end > start && parts[end - 1] === ANY; ) end--;
  return start === end ? null : { kind: "keyword", value: printPattern(parts.slice(start, end)) };
}
function wildcardPattern(text, { any, one, escape }) {
  let parts = [], literal = "";
  for (let i = 0; i < text.length; i++) {
    let c = text[i], next = text[i + 1];
    c === escape && next !== void 0 && (next === any || next === one || next === escape) ? (literal += next, i++) : c === any || c === one ? (parts.push(literal, c === any ? ANY : ONE), literal = "") : literal += c;
  }
  return parts.push(literal), pattern(parts);
}
function askText(text) {
  if (!text.includes("/")) return { kind: "eq", value: text };
  let network = parseNetwork(text);
  return network ? { kind: "cidr", value: network.network.text } : { kind: "eq", value: text };
}
function askNetwork(text) {
  return { kind: "cidr", value: parseNetwork(text)?.network.text ?? text };
}

// src/catalog/corpus/expression.ts
var COMPUTED = "A condition on a computed value is left out.", AGGREGATE = "A condition on what was counted up is left out: it speaks of several events.";
function collect(expression, dialect, { context, negated, aggregates }, gathered) {
  eachLeaf(expression, negated, operand);
  function operand(node, negative) {
    switch (node.kind) {
      case "compare":
        return comparison(node, negative);
      case "call":
        return call(node, negative);
      case "field":
        return find(node, { kind: "eq", value: "true" }, negative, node.at);
      case "literal":
        return;
      case "computed":
        return remark(node, gathered);
    }
  }
  function comparison(node, negative) {
    let test = ownEntry(dialect.operators, node.operator);
    if (!test) return remark({ kind: "computed", at: node.at }, gathered);
    let subject = unwrap(node.subject, dialect), truth = node.values.length === 1 ? node.values[0] : null;
    if (subject.kind === "field") return ask3(subject, test, node.values, negative, node.at);
    if (isLiteral(truth, "boolean") && (test.question === "eq" || test.question === "text")) {
      let opposite = truth.value === "false" != (test.negated === !0);
      return eachLeaf(node.subject, negative !== opposite, operand);
    }
    if (isLiteral(subject)) {
      let turned = { ...test, question: TURNED[test.question] ?? test.question }, fields = node.values.map((v) => unwrap(v, dialect));
      if (fields.every((f) => f.kind === "field") && isSymmetric(turned.question)) {
        for (let field of fields) ask3(field, turned, [subject], negative, node.at);
        return;
      }
    }
    remark(subject.kind === "computed" ? subject : { kind: "computed", at: node.at }, gathered);
  }
  function call(node, negative) {
    let test = ownEntry(dialect.functions, node.name), at = test?.subject ?? 0, subject = node.operands[at] && unwrap(node.operands[at], dialect);
    if (!test || subject?.kind !== "field")
      return remark({ kind: "computed", at: node.at }, gathered);
    let values = node.operands.filter((_, i) => i !== at);
    ask3(subject, test, values, negative, node.at);
  }
  function ask3(field, test, values, negative, at) {
    if (dialect.times.has(field.name.toLowerCase())) return;
    if (aggregates.has(field.name))
      return remark({ kind: "computed", message: AGGREGATE, at: field.at }, gathered);
    let opposite = negative !== (test.negated ?? !1);
    if (test.question === "exists" || test.question === "null")
      return find(field, { kind: test.question, value: "" }, opposite, at);
    for (let given of values) {
      let value = unwrap(given, dialect), place = value.kind === "literal" ? value.at : at;
      value.kind === "field" && !ORDERED.has(test.question) ? find(field, { kind: "fieldref", value: value.name }, opposite, at) : value.kind !== "literal" ? remark(value.kind === "computed" ? value : { kind: "computed", at: place }, gathered) : find(field, answer(test.question, value, dialect), opposite, place);
    }
  }
  function find({ name }, asked, negative, at) {
    gathered.findings.push({ field: name, context, ...asked, negated: negative, at });
  }
}
function remark({ message = COMPUTED, at }, gathered) {
  addNote(gathered, message, at);
}
function answer(question, { type, value }, dialect) {
  if (type === "null") return { kind: "null", value: "" };
  switch (question) {
    case "wildcard":
      return askPattern(wildcardPattern(value, dialect.wildcards));
    case "cidr":
      return askNetwork(value);
    case "text":
      return askText(value);
    default:
      return { kind: question, value };
  }
}
function unwrap(expression, { transparent }) {
  let node = expression;
  for (; node.kind === "call" && transparent.has(node.name) && node.operands.length > 0; )
    node = node.operands[0];
  return node.kind === "field" || node.kind === "literal" || node.kind === "computed" ? node : { kind: "computed", at: firstLeaf(node).at };
}
var ORDERED = /* @__PURE__ */ new Set(["gt", "gte", "lt", "lte"]), TURNED = { gt: "lt", gte: "lte", lt: "gt", lte: "gte" };
function isSymmetric(question) {
  return question === "eq" || question === "text" || ORDERED.has(question);
}
function isLiteral(node, type) {
  return node?.kind === "literal" && (type === void 0 || node.type === type);
}
function ownEntry(table, key) {
  return Object.hasOwn(table, key) ? table[key] : void 0;
}

// src/catalog/corpus/eql-parser.generated.js
var eql_parser_generated_exports = {};
__export(eql_parser_generated_exports, {
  StartRules: () => peg$allowedStartRules,
  SyntaxError: () => peg$SyntaxError,
  parse: () => peg$parse
});
var peg$SyntaxError = class extends SyntaxError {
  constructor(message, expected, found, location) {
    super(message), this.expected = expected, this.found = found, this.location = location, this.name = "SyntaxError";
  }
  format(sources) {
    let str = "Error: " + this.message;
    if (this.location) {
      let src = null, st = sources.find((s2) => s2.source === this.location.source);
      st && (src = st.text.split(/\r\n|\n|\r/g));
      let s = this.location.start, offset_s = this.location.source && typeof this.location.source.offset == "function" ? this.location.source.offset(s) : s, loc = this.location.source + ":" + offset_s.line + ":" + offset_s.column;
      if (src) {
        let e = this.location.end, filler = "".padEnd(offset_s.line.toString().length, " "), line = src[s.line - 1], hatLen = (s.line === e.line ? e.column : line.length + 1) - s.column || 1;
        str += `
 --> ` + loc + `
` + filler + ` |
` + offset_s.line + " | " + line + `
` + filler + " | " + "".padEnd(s.column - 1, " ") + "".padEnd(hatLen, "^");
      } else
        str += `
 at ` + loc;
    }
    return str;
  }
  static buildMessage(expected, found) {
    function hex(ch) {
      return ch.codePointAt(0).toString(16).toUpperCase();
    }
    let nonPrintable = Object.prototype.hasOwnProperty.call(RegExp.prototype, "unicode") ? new RegExp("[\\p{C}\\p{Mn}\\p{Mc}]", "gu") : null;
    function unicodeEscape(s) {
      return nonPrintable ? s.replace(nonPrintable, (ch) => "\\u{" + hex(ch) + "}") : s;
    }
    function literalEscape(s) {
      return unicodeEscape(s.replace(/\\/g, "\\\\").replace(/"/g, '\\"').replace(/\0/g, "\\0").replace(/\t/g, "\\t").replace(/\n/g, "\\n").replace(/\r/g, "\\r").replace(/[\x00-\x0F]/g, (ch) => "\\x0" + hex(ch)).replace(/[\x10-\x1F\x7F-\x9F]/g, (ch) => "\\x" + hex(ch)));
    }
    function classEscape(s) {
      return unicodeEscape(s.replace(/\\/g, "\\\\").replace(/\]/g, "\\]").replace(/\^/g, "\\^").replace(/-/g, "\\-").replace(/\0/g, "\\0").replace(/\t/g, "\\t").replace(/\n/g, "\\n").replace(/\r/g, "\\r").replace(/[\x00-\x0F]/g, (ch) => "\\x0" + hex(ch)).replace(/[\x10-\x1F\x7F-\x9F]/g, (ch) => "\\x" + hex(ch)));
    }
    let DESCRIBE_EXPECTATION_FNS = {
      literal(expectation) {
        return '"' + literalEscape(expectation.text) + '"';
      },
      class(expectation) {
        let escapedParts = expectation.parts.map(
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
      let descriptions = expected2.map(describeExpectation);
      if (descriptions.sort(), descriptions.length > 0) {
        let j = 1;
        for (let i = 1; i < descriptions.length; i++)
          descriptions[i - 1] !== descriptions[i] && (descriptions[j] = descriptions[i], j++);
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
  let peg$FAILED = {}, peg$source = options.grammarSource, peg$startRuleFunctions = {
    Query: peg$parseQuery
  }, peg$startRuleFunction = peg$parseQuery, peg$c0 = "|", peg$c1 = "sequence", peg$c2 = "join", peg$c3 = "by", peg$c4 = "with", peg$c5 = "sample", peg$c6 = "until", peg$c7 = "!", peg$c8 = "[", peg$c9 = "]", peg$c10 = "fork", peg$c11 = "=", peg$c12 = "true", peg$c13 = "false", peg$c14 = ",", peg$c15 = "where", peg$c16 = "any", peg$c17 = "filter", peg$c18 = "head", peg$c19 = "tail", peg$c20 = "unique_count", peg$c21 = "unique", peg$c22 = "count", peg$c23 = "sort", peg$c24 = "or", peg$c25 = "and", peg$c26 = "not", peg$c27 = "==", peg$c28 = "!=", peg$c29 = "<=", peg$c30 = ">=", peg$c31 = "(", peg$c32 = ":", peg$c33 = "in", peg$c34 = "like", peg$c35 = "regex", peg$c36 = "~", peg$c37 = "-", peg$c38 = "null", peg$c39 = "child", peg$c40 = "descendant", peg$c41 = "event", peg$c42 = "of", peg$c43 = ")", peg$c44 = "?", peg$c45 = ".", peg$c46 = "`", peg$c47 = '"""', peg$c48 = '"', peg$c49 = '?"', peg$c50 = '\\"', peg$c51 = "?'", peg$c52 = "\\'", peg$c53 = "'", peg$c54 = "\\", peg$c55 = "n", peg$c56 = "t", peg$c57 = "r", peg$c58 = "b", peg$c59 = "f", peg$c60 = "u", peg$c61 = "{", peg$c62 = "}", peg$c63 = "e", peg$c64 = "//", peg$c65 = "/*", peg$c66 = "*/", peg$r0 = /^[[!]/, peg$r1 = /^[0-1]/, peg$r2 = /^[0-9a-z.]/i, peg$r3 = /^[<>]/, peg$r4 = /^[\-+*\/%]/, peg$r5 = /^[^`\r\n]/, peg$r6 = /^[0-9]/, peg$r7 = /^[a-z_@]/i, peg$r8 = /^[a-z0-9_@]/i, peg$r9 = /^[^"\r\n]/, peg$r10 = /^[^'\r\n]/, peg$r11 = /^[^"\\\r\n]/, peg$r12 = /^[^'\\\r\n]/, peg$r13 = /^[0-9a-f]/i, peg$r14 = /^[\-+]/, peg$r15 = /^[ \t\r\n]/, peg$r16 = /^[^\r\n]/, peg$e0 = peg$literalExpectation("|", !1), peg$e1 = peg$literalExpectation("sequence", !0), peg$e2 = peg$literalExpectation("join", !0), peg$e3 = peg$literalExpectation("by", !0), peg$e4 = peg$literalExpectation("with", !0), peg$e5 = peg$classExpectation(["[", "!"], !1, !1, !1), peg$e6 = peg$literalExpectation("sample", !0), peg$e7 = peg$literalExpectation("until", !0), peg$e8 = peg$literalExpectation("!", !1), peg$e9 = peg$literalExpectation("[", !1), peg$e10 = peg$literalExpectation("]", !1), peg$e11 = peg$literalExpectation("fork", !0), peg$e12 = peg$literalExpectation("=", !1), peg$e13 = peg$literalExpectation("true", !1), peg$e14 = peg$literalExpectation("false", !1), peg$e15 = peg$classExpectation([["0", "1"]], !1, !1, !1), peg$e16 = peg$literalExpectation(",", !1), peg$e17 = peg$classExpectation([["0", "9"], ["a", "z"], "."], !1, !0, !1), peg$e18 = peg$literalExpectation("where", !0), peg$e19 = peg$literalExpectation("any", !0), peg$e20 = peg$literalExpectation("filter", !0), peg$e21 = peg$literalExpectation("head", !0), peg$e22 = peg$literalExpectation("tail", !0), peg$e23 = peg$literalExpectation("unique_count", !0), peg$e24 = peg$literalExpectation("unique", !0), peg$e25 = peg$literalExpectation("count", !0), peg$e26 = peg$literalExpectation("sort", !0), peg$e27 = peg$literalExpectation("or", !0), peg$e28 = peg$literalExpectation("and", !0), peg$e29 = peg$literalExpectation("not", !0), peg$e30 = peg$literalExpectation("==", !1), peg$e31 = peg$literalExpectation("!=", !1), peg$e32 = peg$literalExpectation("<=", !1), peg$e33 = peg$literalExpectation(">=", !1), peg$e34 = peg$classExpectation(["<", ">"], !1, !1, !1), peg$e35 = peg$literalExpectation("(", !1), peg$e36 = peg$literalExpectation(":", !1), peg$e37 = peg$literalExpectation("in", !0), peg$e38 = peg$literalExpectation("like", !0), peg$e39 = peg$literalExpectation("regex", !0), peg$e40 = peg$literalExpectation("~", !1), peg$e41 = peg$classExpectation(["-", "+", "*", "/", "%"], !1, !1, !1), peg$e42 = peg$literalExpectation("-", !1), peg$e43 = peg$literalExpectation("true", !0), peg$e44 = peg$literalExpectation("false", !0), peg$e45 = peg$literalExpectation("null", !0), peg$e46 = peg$literalExpectation("child", !0), peg$e47 = peg$literalExpectation("descendant", !0), peg$e48 = peg$literalExpectation("event", !0), peg$e49 = peg$literalExpectation("of", !0), peg$e50 = peg$literalExpectation(")", !1), peg$e51 = peg$literalExpectation("?", !1), peg$e52 = peg$literalExpectation(".", !1), peg$e53 = peg$literalExpectation("`", !1), peg$e54 = peg$classExpectation(["`", "\r", `
`], !0, !1, !1), peg$e55 = peg$classExpectation([["0", "9"]], !1, !1, !1), peg$e56 = peg$classExpectation([["a", "z"], "_", "@"], !1, !0, !1), peg$e57 = peg$classExpectation([["a", "z"], ["0", "9"], "_", "@"], !1, !0, !1), peg$e58 = peg$literalExpectation('"""', !1), peg$e59 = peg$anyExpectation(), peg$e60 = peg$literalExpectation('"', !1), peg$e61 = peg$literalExpectation('?"', !1), peg$e62 = peg$literalExpectation('\\"', !1), peg$e63 = peg$classExpectation(['"', "\r", `
`], !0, !1, !1), peg$e64 = peg$literalExpectation("?'", !1), peg$e65 = peg$literalExpectation("\\'", !1), peg$e66 = peg$classExpectation(["'", "\r", `
`], !0, !1, !1), peg$e67 = peg$literalExpectation("'", !1), peg$e68 = peg$classExpectation(['"', "\\", "\r", `
`], !0, !1, !1), peg$e69 = peg$classExpectation(["'", "\\", "\r", `
`], !0, !1, !1), peg$e70 = peg$literalExpectation("\\", !1), peg$e71 = peg$literalExpectation("n", !1), peg$e72 = peg$literalExpectation("t", !1), peg$e73 = peg$literalExpectation("r", !1), peg$e74 = peg$literalExpectation("b", !1), peg$e75 = peg$literalExpectation("f", !1), peg$e76 = peg$literalExpectation("u", !1), peg$e77 = peg$literalExpectation("{", !1), peg$e78 = peg$classExpectation([["0", "9"], ["a", "f"]], !1, !0, !1), peg$e79 = peg$literalExpectation("}", !1), peg$e80 = peg$literalExpectation("e", !0), peg$e81 = peg$classExpectation(["-", "+"], !1, !1, !1), peg$e82 = peg$classExpectation([" ", "	", "\r", `
`], !1, !1, !1), peg$e83 = peg$literalExpectation("//", !1), peg$e84 = peg$classExpectation(["\r", `
`], !0, !1, !1), peg$e85 = peg$literalExpectation("/*", !1), peg$e86 = peg$literalExpectation("*/", !1);
  function peg$f0(events, pipes) {
    return { events, conditions: pipes.filter((p) => p !== null) };
  }
  function peg$f1(events, last) {
    return last === null ? events : [...events, last[1]];
  }
  function peg$f2(events) {
    return events;
  }
  function peg$f3(event) {
    return { ...event, negated: !event.negated };
  }
  function peg$f4(missing) {
    return enter();
  }
  function peg$f5(missing, events) {
    return leave();
  }
  function peg$f6(missing, events) {
    return { ...events[0], negated: missing !== null };
  }
  function peg$f7(category, condition) {
    return [{ category, condition, negated: !1, at: offset() }];
  }
  function peg$f8() {
    return null;
  }
  function peg$f9(name) {
    return literal("text", name, offset());
  }
  function peg$f10() {
    return null;
  }
  function peg$f11() {
    return null;
  }
  function peg$f12(first, rest) {
    return link("or", [first, ...rest]);
  }
  function peg$f13(first, rest) {
    return link("and", [first, ...rest]);
  }
  function peg$f14(nots, operand) {
    return nots.length % 2 === 0 ? operand : { kind: "not", operand };
  }
  function peg$f15(subject, rest) {
    if (rest === null) return subject;
    let compare = { kind: "compare", operator: rest.operator, subject, values: rest.values, at: offset() };
    return rest.negated ? { kind: "not", operand: compare } : compare;
  }
  function peg$f16(operator, value) {
    return { operator, values: [value], negated: !1 };
  }
  function peg$f17(not, operator, value) {
    return [value];
  }
  function peg$f18(not, operator, values) {
    return { operator: operator.toLowerCase(), values, negated: not !== null };
  }
  function peg$f19(first, rest) {
    return rest.length === 0 ? first : { kind: "computed", at: offset() };
  }
  function peg$f20(number) {
    return { ...number, value: `-${number.value}` };
  }
  function peg$f21(name) {
    return literal("boolean", name.toLowerCase(), offset());
  }
  function peg$f22() {
    return literal("null", "", offset());
  }
  function peg$f23(event) {
    return asCondition(event);
  }
  function peg$f24(name, operands) {
    return { kind: "call", name: name.toLowerCase(), operands, at: offset() };
  }
  function peg$f25(name) {
    return { kind: "field", name, at: offset() };
  }
  function peg$f26() {
    return enter();
  }
  function peg$f27() {
    return leave();
  }
  function peg$f28(first, rest) {
    return [first, ...rest].join(".");
  }
  function peg$f29(text2) {
    return literal("text", text2, offset());
  }
  function peg$f30(text2) {
    return literal("text", text2, offset());
  }
  function peg$f31(text2) {
    return literal("text", text2, offset());
  }
  function peg$f32(parts) {
    return literal("text", parts.join(""), offset());
  }
  function peg$f33(parts) {
    return literal("text", parts.join(""), offset());
  }
  function peg$f34() {
    return `
`;
  }
  function peg$f35() {
    return "	";
  }
  function peg$f36() {
    return "\r";
  }
  function peg$f37() {
    return "\b";
  }
  function peg$f38() {
    return "\f";
  }
  function peg$f39(digits) {
    return parseInt(digits, 16) > 1114111 ? "\uFFFD" : String.fromCodePoint(parseInt(digits, 16));
  }
  function peg$f40(digits) {
    return String.fromCharCode(parseInt(digits, 16));
  }
  function peg$f41(text2) {
    return literal("number", text2, offset());
  }
  let peg$currPos = options.peg$currPos | 0, peg$savedPos = peg$currPos, peg$posDetailsCache = [{ line: 1, column: 1 }], peg$maxFailPos = peg$currPos, peg$maxFailExpected = options.peg$maxFailExpected || [], peg$silentFails = options.peg$silentFails | 0, peg$result;
  if (options.startRule) {
    if (!(options.startRule in peg$startRuleFunctions))
      throw new Error(`Can't start parsing from rule "` + options.startRule + '".');
    peg$startRuleFunction = peg$startRuleFunctions[options.startRule];
  }
  function text() {
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
    throw location2 = location2 !== void 0 ? location2 : peg$computeLocation(peg$savedPos, peg$currPos), peg$buildStructuredError(
      [peg$otherExpectation(description)],
      input.substring(peg$savedPos, peg$currPos),
      location2
    );
  }
  function error(message, location2) {
    throw location2 = location2 !== void 0 ? location2 : peg$computeLocation(peg$savedPos, peg$currPos), peg$buildSimpleError(message, location2);
  }
  function peg$getUnicode(pos = peg$currPos) {
    let cp = input.codePointAt(pos);
    return cp === void 0 ? "" : String.fromCodePoint(cp);
  }
  function peg$literalExpectation(text2, ignoreCase) {
    return { type: "literal", text: text2, ignoreCase };
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
    let details = peg$posDetailsCache[pos], p;
    if (details)
      return details;
    if (pos >= peg$posDetailsCache.length)
      p = peg$posDetailsCache.length - 1;
    else
      for (p = pos; !peg$posDetailsCache[--p]; )
        ;
    for (details = peg$posDetailsCache[p], details = {
      line: details.line,
      column: details.column
    }; p < pos; )
      input.charCodeAt(p) === 10 ? (details.line++, details.column = 1) : details.column++, p++;
    return peg$posDetailsCache[pos] = details, details;
  }
  function peg$computeLocation(startPos, endPos, offset2) {
    let startPosDetails = peg$computePosDetails(startPos), endPosDetails = peg$computePosDetails(endPos), res = {
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
    return offset2 && peg$source && typeof peg$source.offset == "function" && (res.start = peg$source.offset(res.start), res.end = peg$source.offset(res.end)), res;
  }
  function peg$fail(expected2) {
    peg$currPos < peg$maxFailPos || (peg$currPos > peg$maxFailPos && (peg$maxFailPos = peg$currPos, peg$maxFailExpected = []), peg$maxFailExpected.push(expected2));
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
  function peg$parseQuery() {
    let s0, s1, s2, s3, s4, s5, s6, s7, s8;
    if (s0 = peg$currPos, s1 = peg$parse_(), s2 = peg$parseSequence(), s2 === peg$FAILED && (s2 = peg$parseSample(), s2 === peg$FAILED && (s2 = peg$parseEvent())), s2 !== peg$FAILED) {
      for (s3 = [], s4 = peg$currPos, s5 = peg$parse_(), input.charCodeAt(peg$currPos) === 124 ? (s6 = peg$c0, peg$currPos++) : (s6 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e0)), s6 !== peg$FAILED ? (s7 = peg$parse_(), s8 = peg$parsePipe(), s8 !== peg$FAILED ? s4 = s8 : (peg$currPos = s4, s4 = peg$FAILED)) : (peg$currPos = s4, s4 = peg$FAILED); s4 !== peg$FAILED; )
        s3.push(s4), s4 = peg$currPos, s5 = peg$parse_(), input.charCodeAt(peg$currPos) === 124 ? (s6 = peg$c0, peg$currPos++) : (s6 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e0)), s6 !== peg$FAILED ? (s7 = peg$parse_(), s8 = peg$parsePipe(), s8 !== peg$FAILED ? s4 = s8 : (peg$currPos = s4, s4 = peg$FAILED)) : (peg$currPos = s4, s4 = peg$FAILED);
      s4 = peg$parse_(), peg$savedPos = s0, s0 = peg$f0(s2, s3);
    } else
      peg$currPos = s0, s0 = peg$FAILED;
    return s0;
  }
  function peg$parseSequence() {
    let s0, s1, s2, s3, s4, s5, s6, s7, s8;
    if (s0 = peg$currPos, s1 = input.substr(peg$currPos, 8), s1.toLowerCase() === peg$c1 ? peg$currPos += 8 : (s1 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e1)), s1 === peg$FAILED && (s1 = input.substr(peg$currPos, 4), s1.toLowerCase() === peg$c2 ? peg$currPos += 4 : (s1 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e2))), s1 !== peg$FAILED) {
      if (s2 = peg$currPos, peg$silentFails++, s3 = peg$currPos, s4 = [], s5 = peg$parseSpace(), s5 !== peg$FAILED)
        for (; s5 !== peg$FAILED; )
          s4.push(s5), s5 = peg$parseSpace();
      else
        s4 = peg$FAILED;
      if (s4 !== peg$FAILED ? (s5 = input.substr(peg$currPos, 2), s5.toLowerCase() === peg$c3 ? peg$currPos += 2 : (s5 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e3)), s5 === peg$FAILED && (s5 = input.substr(peg$currPos, 4), s5.toLowerCase() === peg$c4 ? peg$currPos += 4 : (s5 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e4))), s5 !== peg$FAILED ? (s6 = peg$parseEnd(), s6 !== peg$FAILED ? (s4 = [s4, s5, s6], s3 = s4) : (peg$currPos = s3, s3 = peg$FAILED)) : (peg$currPos = s3, s3 = peg$FAILED)) : (peg$currPos = s3, s3 = peg$FAILED), s3 === peg$FAILED && (s3 = peg$currPos, s4 = peg$parse_(), s5 = input.charAt(peg$currPos), peg$r0.test(s5) ? peg$currPos++ : (s5 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e5)), s5 !== peg$FAILED ? (s4 = [s4, s5], s3 = s4) : (peg$currPos = s3, s3 = peg$FAILED)), peg$silentFails--, s3 !== peg$FAILED ? (peg$currPos = s2, s2 = void 0) : s2 = peg$FAILED, s2 !== peg$FAILED) {
        for (s3 = [], s4 = peg$currPos, s5 = peg$parse_(), s6 = peg$parseBy(), s6 === peg$FAILED && (s6 = peg$parseWith()), s6 !== peg$FAILED ? (s5 = [s5, s6], s4 = s5) : (peg$currPos = s4, s4 = peg$FAILED); s4 !== peg$FAILED; )
          s3.push(s4), s4 = peg$currPos, s5 = peg$parse_(), s6 = peg$parseBy(), s6 === peg$FAILED && (s6 = peg$parseWith()), s6 !== peg$FAILED ? (s5 = [s5, s6], s4 = s5) : (peg$currPos = s4, s4 = peg$FAILED);
        for (s4 = peg$parse_(), s5 = peg$currPos, s6 = [], s7 = peg$parseBracketed(); s7 !== peg$FAILED; )
          s6.push(s7), s7 = peg$currPos, s8 = peg$parse_(), s8 = peg$parseBracketed(), s8 === peg$FAILED ? (peg$currPos = s7, s7 = peg$FAILED) : s7 = s8;
        s6.length < 1 ? (peg$currPos = s5, s5 = peg$FAILED) : s5 = s6, s5 !== peg$FAILED ? (s6 = peg$currPos, s7 = peg$parse_(), s8 = peg$parseUntil(), s8 !== peg$FAILED ? (s7 = [s7, s8], s6 = s7) : (peg$currPos = s6, s6 = peg$FAILED), s6 === peg$FAILED && (s6 = null), peg$savedPos = s0, s0 = peg$f1(s5, s6)) : (peg$currPos = s0, s0 = peg$FAILED);
      } else
        peg$currPos = s0, s0 = peg$FAILED;
    } else
      peg$currPos = s0, s0 = peg$FAILED;
    return s0;
  }
  function peg$parseSample() {
    let s0, s1, s2, s3, s4, s5, s6, s7;
    if (s0 = peg$currPos, s1 = input.substr(peg$currPos, 6), s1.toLowerCase() === peg$c5 ? peg$currPos += 6 : (s1 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e6)), s1 !== peg$FAILED) {
      for (s2 = [], s3 = peg$currPos, s4 = peg$parse_(), s5 = peg$parseBy(), s5 !== peg$FAILED ? (s4 = [s4, s5], s3 = s4) : (peg$currPos = s3, s3 = peg$FAILED); s3 !== peg$FAILED; )
        s2.push(s3), s3 = peg$currPos, s4 = peg$parse_(), s5 = peg$parseBy(), s5 !== peg$FAILED ? (s4 = [s4, s5], s3 = s4) : (peg$currPos = s3, s3 = peg$FAILED);
      for (s3 = peg$parse_(), s4 = peg$currPos, s5 = [], s6 = peg$parseBracketed(); s6 !== peg$FAILED; )
        s5.push(s6), s6 = peg$currPos, s7 = peg$parse_(), s7 = peg$parseBracketed(), s7 === peg$FAILED ? (peg$currPos = s6, s6 = peg$FAILED) : s6 = s7;
      s5.length < 1 ? (peg$currPos = s4, s4 = peg$FAILED) : s4 = s5, s4 !== peg$FAILED ? (peg$savedPos = s0, s0 = s4) : (peg$currPos = s0, s0 = peg$FAILED);
    } else
      peg$currPos = s0, s0 = peg$FAILED;
    return s0;
  }
  function peg$parseUntil() {
    let s0, s1, s2, s3, s4;
    return s0 = peg$currPos, s1 = input.substr(peg$currPos, 5), s1.toLowerCase() === peg$c6 ? peg$currPos += 5 : (s1 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e7)), s1 !== peg$FAILED ? (s2 = peg$currPos, s3 = peg$parse_(), s4 = peg$parseBy(), s4 !== peg$FAILED ? (s3 = [s3, s4], s2 = s3) : (peg$currPos = s2, s2 = peg$FAILED), s2 === peg$FAILED && (s2 = null), s3 = peg$parse_(), s4 = peg$parseBracketed(), s4 !== peg$FAILED ? (peg$savedPos = s0, s0 = peg$f3(s4)) : (peg$currPos = s0, s0 = peg$FAILED)) : (peg$currPos = s0, s0 = peg$FAILED), s0;
  }
  function peg$parseBracketed() {
    let s0, s1, s2, s3, s4, s5, s6, s7, s8, s9, s10, s11, s12, s13, s14, s15, s16;
    if (s0 = peg$currPos, input.charCodeAt(peg$currPos) === 33 ? (s1 = peg$c7, peg$currPos++) : (s1 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e8)), s1 === peg$FAILED && (s1 = null), input.charCodeAt(peg$currPos) === 91 ? (s2 = peg$c8, peg$currPos++) : (s2 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e9)), s2 !== peg$FAILED)
      if (peg$savedPos = peg$currPos, s3 = peg$f4(s1), s3 ? s3 = void 0 : s3 = peg$FAILED, s3 !== peg$FAILED)
        if (s4 = peg$parse_(), s5 = peg$parseEvent(), s5 !== peg$FAILED)
          if (s6 = peg$parse_(), input.charCodeAt(peg$currPos) === 93 ? (s7 = peg$c9, peg$currPos++) : (s7 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e10)), s7 !== peg$FAILED)
            if (peg$savedPos = peg$currPos, s8 = peg$f5(s1, s5), s8 ? s8 = void 0 : s8 = peg$FAILED, s8 !== peg$FAILED) {
              for (s9 = [], s10 = peg$currPos, s11 = peg$parse_(), s12 = peg$parseBy(), s12 === peg$FAILED && (s12 = peg$parseWith(), s12 === peg$FAILED && (s12 = peg$currPos, s13 = input.substr(peg$currPos, 4), s13.toLowerCase() === peg$c10 ? peg$currPos += 4 : (s13 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e11)), s13 !== peg$FAILED ? (s14 = peg$currPos, input.charCodeAt(peg$currPos) === 61 ? (s15 = peg$c11, peg$currPos++) : (s15 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e12)), s15 !== peg$FAILED ? (input.substr(peg$currPos, 4) === peg$c12 ? (s16 = peg$c12, peg$currPos += 4) : (s16 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e13)), s16 === peg$FAILED && (input.substr(peg$currPos, 5) === peg$c13 ? (s16 = peg$c13, peg$currPos += 5) : (s16 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e14)), s16 === peg$FAILED && (s16 = input.charAt(peg$currPos), peg$r1.test(s16) ? peg$currPos++ : (s16 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e15)))), s16 !== peg$FAILED ? (s15 = [s15, s16], s14 = s15) : (peg$currPos = s14, s14 = peg$FAILED)) : (peg$currPos = s14, s14 = peg$FAILED), s14 === peg$FAILED && (s14 = null), s13 = [s13, s14], s12 = s13) : (peg$currPos = s12, s12 = peg$FAILED))), s12 !== peg$FAILED ? (s11 = [s11, s12], s10 = s11) : (peg$currPos = s10, s10 = peg$FAILED); s10 !== peg$FAILED; )
                s9.push(s10), s10 = peg$currPos, s11 = peg$parse_(), s12 = peg$parseBy(), s12 === peg$FAILED && (s12 = peg$parseWith(), s12 === peg$FAILED && (s12 = peg$currPos, s13 = input.substr(peg$currPos, 4), s13.toLowerCase() === peg$c10 ? peg$currPos += 4 : (s13 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e11)), s13 !== peg$FAILED ? (s14 = peg$currPos, input.charCodeAt(peg$currPos) === 61 ? (s15 = peg$c11, peg$currPos++) : (s15 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e12)), s15 !== peg$FAILED ? (input.substr(peg$currPos, 4) === peg$c12 ? (s16 = peg$c12, peg$currPos += 4) : (s16 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e13)), s16 === peg$FAILED && (input.substr(peg$currPos, 5) === peg$c13 ? (s16 = peg$c13, peg$currPos += 5) : (s16 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e14)), s16 === peg$FAILED && (s16 = input.charAt(peg$currPos), peg$r1.test(s16) ? peg$currPos++ : (s16 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e15)))), s16 !== peg$FAILED ? (s15 = [s15, s16], s14 = s15) : (peg$currPos = s14, s14 = peg$FAILED)) : (peg$currPos = s14, s14 = peg$FAILED), s14 === peg$FAILED && (s14 = null), s13 = [s13, s14], s12 = s13) : (peg$currPos = s12, s12 = peg$FAILED))), s12 !== peg$FAILED ? (s11 = [s11, s12], s10 = s11) : (peg$currPos = s10, s10 = peg$FAILED);
              peg$savedPos = s0, s0 = peg$f6(s1, s5);
            } else
              peg$currPos = s0, s0 = peg$FAILED;
          else
            peg$currPos = s0, s0 = peg$FAILED;
        else
          peg$currPos = s0, s0 = peg$FAILED;
      else
        peg$currPos = s0, s0 = peg$FAILED;
    else
      peg$currPos = s0, s0 = peg$FAILED;
    return s0;
  }
  function peg$parseBy() {
    let s0, s1, s2, s3, s4, s5, s6, s7, s8, s9, s10;
    if (s0 = peg$currPos, s1 = input.substr(peg$currPos, 2), s1.toLowerCase() === peg$c3 ? peg$currPos += 2 : (s1 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e3)), s1 !== peg$FAILED)
      if (s2 = peg$parseEnd(), s2 !== peg$FAILED) {
        for (s3 = peg$parse_(), s4 = peg$currPos, s5 = [], s6 = peg$parseValue(); s6 !== peg$FAILED; )
          s5.push(s6), s6 = peg$currPos, s7 = peg$currPos, s8 = peg$parse_(), input.charCodeAt(peg$currPos) === 44 ? (s9 = peg$c14, peg$currPos++) : (s9 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e16)), s9 !== peg$FAILED ? (s10 = peg$parse_(), s8 = [s8, s9, s10], s7 = s8) : (peg$currPos = s7, s7 = peg$FAILED), s7 !== peg$FAILED ? (s7 = peg$parseValue(), s7 === peg$FAILED ? (peg$currPos = s6, s6 = peg$FAILED) : s6 = s7) : s6 = s7;
        s5.length < 1 ? (peg$currPos = s4, s4 = peg$FAILED) : s4 = s5, s4 !== peg$FAILED ? (s1 = [s1, s2, s3, s4], s0 = s1) : (peg$currPos = s0, s0 = peg$FAILED);
      } else
        peg$currPos = s0, s0 = peg$FAILED;
    else
      peg$currPos = s0, s0 = peg$FAILED;
    return s0;
  }
  function peg$parseWith() {
    let s0, s1, s2, s3, s4, s5, s6, s7, s8, s9, s10;
    if (s0 = peg$currPos, s1 = input.substr(peg$currPos, 4), s1.toLowerCase() === peg$c4 ? peg$currPos += 4 : (s1 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e4)), s1 !== peg$FAILED)
      if (s2 = peg$parseEnd(), s2 !== peg$FAILED)
        if (s3 = peg$parse_(), s4 = peg$parseIdentifier(), s4 !== peg$FAILED)
          if (s5 = peg$parse_(), input.charCodeAt(peg$currPos) === 61 ? (s6 = peg$c11, peg$currPos++) : (s6 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e12)), s6 !== peg$FAILED) {
            if (s7 = peg$parse_(), s8 = peg$currPos, s9 = [], s10 = input.charAt(peg$currPos), peg$r2.test(s10) ? peg$currPos++ : (s10 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e17)), s10 !== peg$FAILED)
              for (; s10 !== peg$FAILED; )
                s9.push(s10), s10 = input.charAt(peg$currPos), peg$r2.test(s10) ? peg$currPos++ : (s10 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e17));
            else
              s9 = peg$FAILED;
            s9 !== peg$FAILED ? s8 = input.substring(s8, peg$currPos) : s8 = s9, s8 !== peg$FAILED ? (s1 = [s1, s2, s3, s4, s5, s6, s7, s8], s0 = s1) : (peg$currPos = s0, s0 = peg$FAILED);
          } else
            peg$currPos = s0, s0 = peg$FAILED;
        else
          peg$currPos = s0, s0 = peg$FAILED;
      else
        peg$currPos = s0, s0 = peg$FAILED;
    else
      peg$currPos = s0, s0 = peg$FAILED;
    return s0;
  }
  function peg$parseEvent() {
    let s0, s1, s2, s3, s4, s5, s6;
    return s0 = peg$currPos, s1 = peg$parseCategory(), s1 !== peg$FAILED ? (s2 = peg$parse_(), s3 = input.substr(peg$currPos, 5), s3.toLowerCase() === peg$c15 ? peg$currPos += 5 : (s3 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e18)), s3 !== peg$FAILED ? (s4 = peg$parseEnd(), s4 !== peg$FAILED ? (s5 = peg$parse_(), s6 = peg$parseOr(), s6 !== peg$FAILED ? (peg$savedPos = s0, s0 = peg$f7(s1, s6)) : (peg$currPos = s0, s0 = peg$FAILED)) : (peg$currPos = s0, s0 = peg$FAILED)) : (peg$currPos = s0, s0 = peg$FAILED)) : (peg$currPos = s0, s0 = peg$FAILED), s0;
  }
  function peg$parseCategory() {
    let s0, s1, s2;
    return s0 = peg$currPos, s1 = input.substr(peg$currPos, 3), s1.toLowerCase() === peg$c16 ? peg$currPos += 3 : (s1 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e19)), s1 !== peg$FAILED ? (s2 = peg$parseEnd(), s2 !== peg$FAILED ? (peg$savedPos = s0, s0 = peg$f8()) : (peg$currPos = s0, s0 = peg$FAILED)) : (peg$currPos = s0, s0 = peg$FAILED), s0 === peg$FAILED && (s0 = peg$parseString(), s0 === peg$FAILED && (s0 = peg$currPos, s1 = peg$parseIdentifier(), s1 !== peg$FAILED && (peg$savedPos = s0, s1 = peg$f9(s1)), s0 = s1)), s0;
  }
  function peg$parsePipe() {
    let s0, s1, s2, s3, s4, s5, s6, s7, s8, s9, s10, s11;
    if (s0 = peg$currPos, s1 = input.substr(peg$currPos, 6), s1.toLowerCase() === peg$c17 ? peg$currPos += 6 : (s1 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e20)), s1 !== peg$FAILED ? (s2 = peg$parseEnd(), s2 !== peg$FAILED ? (s3 = peg$parse_(), s4 = peg$parseOr(), s4 !== peg$FAILED ? s0 = s4 : (peg$currPos = s0, s0 = peg$FAILED)) : (peg$currPos = s0, s0 = peg$FAILED)) : (peg$currPos = s0, s0 = peg$FAILED), s0 === peg$FAILED && (s0 = peg$currPos, s1 = input.substr(peg$currPos, 4), s1.toLowerCase() === peg$c18 ? peg$currPos += 4 : (s1 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e21)), s1 === peg$FAILED && (s1 = input.substr(peg$currPos, 4), s1.toLowerCase() === peg$c19 ? peg$currPos += 4 : (s1 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e22))), s1 !== peg$FAILED ? (s2 = peg$parseEnd(), s2 !== peg$FAILED ? (s3 = peg$parse_(), s4 = peg$parseDigits(), s4 !== peg$FAILED ? (peg$savedPos = s0, s0 = peg$f10()) : (peg$currPos = s0, s0 = peg$FAILED)) : (peg$currPos = s0, s0 = peg$FAILED)) : (peg$currPos = s0, s0 = peg$FAILED), s0 === peg$FAILED))
      if (s0 = peg$currPos, s1 = input.substr(peg$currPos, 12), s1.toLowerCase() === peg$c20 ? peg$currPos += 12 : (s1 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e23)), s1 === peg$FAILED && (s1 = input.substr(peg$currPos, 6), s1.toLowerCase() === peg$c21 ? peg$currPos += 6 : (s1 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e24)), s1 === peg$FAILED && (s1 = input.substr(peg$currPos, 5), s1.toLowerCase() === peg$c22 ? peg$currPos += 5 : (s1 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e25)), s1 === peg$FAILED && (s1 = input.substr(peg$currPos, 4), s1.toLowerCase() === peg$c23 ? peg$currPos += 4 : (s1 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e26))))), s1 !== peg$FAILED)
        if (s2 = peg$parseEnd(), s2 !== peg$FAILED) {
          for (s3 = peg$currPos, s4 = peg$parse_(), s5 = peg$currPos, s6 = [], s7 = peg$parseValue(); s7 !== peg$FAILED; )
            s6.push(s7), s7 = peg$currPos, s8 = peg$currPos, s9 = peg$parse_(), input.charCodeAt(peg$currPos) === 44 ? (s10 = peg$c14, peg$currPos++) : (s10 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e16)), s10 !== peg$FAILED ? (s11 = peg$parse_(), s9 = [s9, s10, s11], s8 = s9) : (peg$currPos = s8, s8 = peg$FAILED), s8 !== peg$FAILED ? (s8 = peg$parseValue(), s8 === peg$FAILED ? (peg$currPos = s7, s7 = peg$FAILED) : s7 = s8) : s7 = s8;
          s6.length < 1 ? (peg$currPos = s5, s5 = peg$FAILED) : s5 = s6, s5 !== peg$FAILED ? (s4 = [s4, s5], s3 = s4) : (peg$currPos = s3, s3 = peg$FAILED), s3 === peg$FAILED && (s3 = null), peg$savedPos = s0, s0 = peg$f11();
        } else
          peg$currPos = s0, s0 = peg$FAILED;
      else
        peg$currPos = s0, s0 = peg$FAILED;
    return s0;
  }
  function peg$parseOr() {
    let s0, s1, s2, s3, s4, s5, s6, s7, s8;
    if (s0 = peg$currPos, s1 = peg$parseAnd(), s1 !== peg$FAILED) {
      for (s2 = [], s3 = peg$currPos, s4 = peg$parse_(), s5 = input.substr(peg$currPos, 2), s5.toLowerCase() === peg$c24 ? peg$currPos += 2 : (s5 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e27)), s5 !== peg$FAILED ? (s6 = peg$parseEnd(), s6 !== peg$FAILED ? (s7 = peg$parse_(), s8 = peg$parseAnd(), s8 !== peg$FAILED ? s3 = s8 : (peg$currPos = s3, s3 = peg$FAILED)) : (peg$currPos = s3, s3 = peg$FAILED)) : (peg$currPos = s3, s3 = peg$FAILED); s3 !== peg$FAILED; )
        s2.push(s3), s3 = peg$currPos, s4 = peg$parse_(), s5 = input.substr(peg$currPos, 2), s5.toLowerCase() === peg$c24 ? peg$currPos += 2 : (s5 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e27)), s5 !== peg$FAILED ? (s6 = peg$parseEnd(), s6 !== peg$FAILED ? (s7 = peg$parse_(), s8 = peg$parseAnd(), s8 !== peg$FAILED ? s3 = s8 : (peg$currPos = s3, s3 = peg$FAILED)) : (peg$currPos = s3, s3 = peg$FAILED)) : (peg$currPos = s3, s3 = peg$FAILED);
      peg$savedPos = s0, s0 = peg$f12(s1, s2);
    } else
      peg$currPos = s0, s0 = peg$FAILED;
    return s0;
  }
  function peg$parseAnd() {
    let s0, s1, s2, s3, s4, s5, s6, s7, s8;
    if (s0 = peg$currPos, s1 = peg$parseNot(), s1 !== peg$FAILED) {
      for (s2 = [], s3 = peg$currPos, s4 = peg$parse_(), s5 = input.substr(peg$currPos, 3), s5.toLowerCase() === peg$c25 ? peg$currPos += 3 : (s5 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e28)), s5 !== peg$FAILED ? (s6 = peg$parseEnd(), s6 !== peg$FAILED ? (s7 = peg$parse_(), s8 = peg$parseNot(), s8 !== peg$FAILED ? s3 = s8 : (peg$currPos = s3, s3 = peg$FAILED)) : (peg$currPos = s3, s3 = peg$FAILED)) : (peg$currPos = s3, s3 = peg$FAILED); s3 !== peg$FAILED; )
        s2.push(s3), s3 = peg$currPos, s4 = peg$parse_(), s5 = input.substr(peg$currPos, 3), s5.toLowerCase() === peg$c25 ? peg$currPos += 3 : (s5 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e28)), s5 !== peg$FAILED ? (s6 = peg$parseEnd(), s6 !== peg$FAILED ? (s7 = peg$parse_(), s8 = peg$parseNot(), s8 !== peg$FAILED ? s3 = s8 : (peg$currPos = s3, s3 = peg$FAILED)) : (peg$currPos = s3, s3 = peg$FAILED)) : (peg$currPos = s3, s3 = peg$FAILED);
      peg$savedPos = s0, s0 = peg$f13(s1, s2);
    } else
      peg$currPos = s0, s0 = peg$FAILED;
    return s0;
  }
  function peg$parseNot() {
    let s0, s1, s2, s3, s4, s5;
    for (s0 = peg$currPos, s1 = [], s2 = peg$currPos, s3 = input.substr(peg$currPos, 3), s3.toLowerCase() === peg$c26 ? peg$currPos += 3 : (s3 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e29)), s3 !== peg$FAILED ? (s4 = peg$parseEnd(), s4 !== peg$FAILED ? (s5 = peg$parse_(), s2 = s3) : (peg$currPos = s2, s2 = peg$FAILED)) : (peg$currPos = s2, s2 = peg$FAILED); s2 !== peg$FAILED; )
      s1.push(s2), s2 = peg$currPos, s3 = input.substr(peg$currPos, 3), s3.toLowerCase() === peg$c26 ? peg$currPos += 3 : (s3 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e29)), s3 !== peg$FAILED ? (s4 = peg$parseEnd(), s4 !== peg$FAILED ? (s5 = peg$parse_(), s2 = s3) : (peg$currPos = s2, s2 = peg$FAILED)) : (peg$currPos = s2, s2 = peg$FAILED);
    return s2 = peg$parseComparison(), s2 !== peg$FAILED ? (peg$savedPos = s0, s0 = peg$f14(s1, s2)) : (peg$currPos = s0, s0 = peg$FAILED), s0;
  }
  function peg$parseComparison() {
    let s0, s1, s2, s3, s4;
    return s0 = peg$currPos, s1 = peg$parseValue(), s1 !== peg$FAILED ? (s2 = peg$currPos, s3 = peg$parse_(), s4 = peg$parseCompared(), s4 === peg$FAILED && (s4 = peg$parseListed()), s4 !== peg$FAILED ? s2 = s4 : (peg$currPos = s2, s2 = peg$FAILED), s2 === peg$FAILED && (s2 = null), peg$savedPos = s0, s0 = peg$f15(s1, s2)) : (peg$currPos = s0, s0 = peg$FAILED), s0;
  }
  function peg$parseCompared() {
    let s0, s1, s2, s3;
    return s0 = peg$currPos, s1 = peg$currPos, input.substr(peg$currPos, 2) === peg$c27 ? (s2 = peg$c27, peg$currPos += 2) : (s2 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e30)), s2 === peg$FAILED && (input.substr(peg$currPos, 2) === peg$c28 ? (s2 = peg$c28, peg$currPos += 2) : (s2 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e31)), s2 === peg$FAILED && (input.substr(peg$currPos, 2) === peg$c29 ? (s2 = peg$c29, peg$currPos += 2) : (s2 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e32)), s2 === peg$FAILED && (input.substr(peg$currPos, 2) === peg$c30 ? (s2 = peg$c30, peg$currPos += 2) : (s2 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e33)), s2 === peg$FAILED && (s2 = input.charAt(peg$currPos), peg$r3.test(s2) ? peg$currPos++ : (s2 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e34)))))), s2 !== peg$FAILED ? s1 = input.substring(s1, peg$currPos) : s1 = s2, s1 !== peg$FAILED ? (s2 = peg$parse_(), s3 = peg$parseValue(), s3 !== peg$FAILED ? (peg$savedPos = s0, s0 = peg$f16(s1, s3)) : (peg$currPos = s0, s0 = peg$FAILED)) : (peg$currPos = s0, s0 = peg$FAILED), s0;
  }
  function peg$parseListed() {
    let s0, s1, s2, s3, s4, s5, s6;
    return s0 = peg$currPos, s1 = peg$currPos, s2 = input.substr(peg$currPos, 3), s2.toLowerCase() === peg$c26 ? peg$currPos += 3 : (s2 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e29)), s2 !== peg$FAILED ? (s3 = peg$parseEnd(), s3 !== peg$FAILED ? (s4 = peg$parse_(), s2 = [s2, s3, s4], s1 = s2) : (peg$currPos = s1, s1 = peg$FAILED)) : (peg$currPos = s1, s1 = peg$FAILED), s1 === peg$FAILED && (s1 = null), s2 = peg$parseListOperator(), s2 !== peg$FAILED ? (s3 = peg$parse_(), s4 = peg$parseList(), s4 === peg$FAILED && (s4 = peg$currPos, s5 = peg$currPos, peg$silentFails++, input.charCodeAt(peg$currPos) === 40 ? (s6 = peg$c31, peg$currPos++) : (s6 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e35)), peg$silentFails--, s6 === peg$FAILED ? s5 = void 0 : (peg$currPos = s5, s5 = peg$FAILED), s5 !== peg$FAILED ? (s6 = peg$parseValue(), s6 !== peg$FAILED ? (peg$savedPos = s4, s4 = peg$f17(s1, s2, s6)) : (peg$currPos = s4, s4 = peg$FAILED)) : (peg$currPos = s4, s4 = peg$FAILED)), s4 !== peg$FAILED ? (peg$savedPos = s0, s0 = peg$f18(s1, s2, s4)) : (peg$currPos = s0, s0 = peg$FAILED)) : (peg$currPos = s0, s0 = peg$FAILED), s0;
  }
  function peg$parseListOperator() {
    let s0, s1, s2, s3, s4;
    return input.charCodeAt(peg$currPos) === 58 ? (s0 = peg$c32, peg$currPos++) : (s0 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e36)), s0 === peg$FAILED && (s0 = peg$currPos, s1 = peg$currPos, s2 = input.substr(peg$currPos, 2), s2.toLowerCase() === peg$c33 ? peg$currPos += 2 : (s2 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e37)), s2 === peg$FAILED && (s2 = input.substr(peg$currPos, 4), s2.toLowerCase() === peg$c34 ? peg$currPos += 4 : (s2 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e38)), s2 === peg$FAILED && (s2 = input.substr(peg$currPos, 5), s2.toLowerCase() === peg$c35 ? peg$currPos += 5 : (s2 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e39)))), s2 !== peg$FAILED ? (s3 = peg$parseEnd(), s3 !== peg$FAILED ? (input.charCodeAt(peg$currPos) === 126 ? (s4 = peg$c36, peg$currPos++) : (s4 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e40)), s4 === peg$FAILED && (s4 = null), s2 = [s2, s3, s4], s1 = s2) : (peg$currPos = s1, s1 = peg$FAILED)) : (peg$currPos = s1, s1 = peg$FAILED), s1 !== peg$FAILED ? s0 = input.substring(s0, peg$currPos) : s0 = s1), s0;
  }
  function peg$parseList() {
    let s0, s1, s2, s3, s4, s5, s6, s7, s8, s9;
    if (s0 = peg$currPos, s1 = peg$parseOpen(), s1 !== peg$FAILED) {
      for (s2 = peg$parse_(), s3 = peg$currPos, s4 = [], s5 = peg$parseOr(); s5 !== peg$FAILED; )
        s4.push(s5), s5 = peg$currPos, s6 = peg$currPos, s7 = peg$parse_(), input.charCodeAt(peg$currPos) === 44 ? (s8 = peg$c14, peg$currPos++) : (s8 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e16)), s8 !== peg$FAILED ? (s9 = peg$parse_(), s7 = [s7, s8, s9], s6 = s7) : (peg$currPos = s6, s6 = peg$FAILED), s6 !== peg$FAILED ? (s6 = peg$parseOr(), s6 === peg$FAILED ? (peg$currPos = s5, s5 = peg$FAILED) : s5 = s6) : s5 = s6;
      s4.length < 1 ? (peg$currPos = s3, s3 = peg$FAILED) : s3 = s4, s3 !== peg$FAILED ? (s4 = peg$parse_(), s5 = peg$parseClose(), s5 !== peg$FAILED ? s0 = s3 : (peg$currPos = s0, s0 = peg$FAILED)) : (peg$currPos = s0, s0 = peg$FAILED);
    } else
      peg$currPos = s0, s0 = peg$FAILED;
    return s0;
  }
  function peg$parseValue() {
    let s0, s1, s2, s3, s4, s5, s6, s7;
    if (s0 = peg$currPos, s1 = peg$parseFactor(), s1 !== peg$FAILED) {
      for (s2 = [], s3 = peg$currPos, s4 = peg$parse_(), s5 = input.charAt(peg$currPos), peg$r4.test(s5) ? peg$currPos++ : (s5 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e41)), s5 !== peg$FAILED ? (s6 = peg$parse_(), s7 = peg$parseFactor(), s7 !== peg$FAILED ? (s4 = [s4, s5, s6, s7], s3 = s4) : (peg$currPos = s3, s3 = peg$FAILED)) : (peg$currPos = s3, s3 = peg$FAILED); s3 !== peg$FAILED; )
        s2.push(s3), s3 = peg$currPos, s4 = peg$parse_(), s5 = input.charAt(peg$currPos), peg$r4.test(s5) ? peg$currPos++ : (s5 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e41)), s5 !== peg$FAILED ? (s6 = peg$parse_(), s7 = peg$parseFactor(), s7 !== peg$FAILED ? (s4 = [s4, s5, s6, s7], s3 = s4) : (peg$currPos = s3, s3 = peg$FAILED)) : (peg$currPos = s3, s3 = peg$FAILED);
      peg$savedPos = s0, s0 = peg$f19(s1, s2);
    } else
      peg$currPos = s0, s0 = peg$FAILED;
    return s0;
  }
  function peg$parseFactor() {
    let s0, s1, s2, s3;
    return s0 = peg$currPos, input.charCodeAt(peg$currPos) === 45 ? (s1 = peg$c37, peg$currPos++) : (s1 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e42)), s1 !== peg$FAILED ? (s2 = peg$parse_(), s3 = peg$parseNumber(), s3 !== peg$FAILED ? (peg$savedPos = s0, s0 = peg$f20(s3)) : (peg$currPos = s0, s0 = peg$FAILED)) : (peg$currPos = s0, s0 = peg$FAILED), s0 === peg$FAILED && (s0 = peg$parsePrimary()), s0;
  }
  function peg$parsePrimary() {
    let s0, s1, s2, s3, s4, s5, s6, s7, s8, s9, s10, s11;
    if (s0 = peg$currPos, s1 = peg$parseOpen(), s1 !== peg$FAILED ? (s2 = peg$parse_(), s3 = peg$parseOr(), s3 !== peg$FAILED ? (s4 = peg$parse_(), s5 = peg$parseClose(), s5 !== peg$FAILED ? s0 = s3 : (peg$currPos = s0, s0 = peg$FAILED)) : (peg$currPos = s0, s0 = peg$FAILED)) : (peg$currPos = s0, s0 = peg$FAILED), s0 === peg$FAILED && (s0 = peg$parseString(), s0 === peg$FAILED && (s0 = peg$parseNumber(), s0 === peg$FAILED && (s0 = peg$currPos, s1 = peg$currPos, s2 = input.substr(peg$currPos, 4), s2.toLowerCase() === peg$c12 ? peg$currPos += 4 : (s2 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e43)), s2 === peg$FAILED && (s2 = input.substr(peg$currPos, 5), s2.toLowerCase() === peg$c13 ? peg$currPos += 5 : (s2 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e44))), s2 !== peg$FAILED ? s1 = input.substring(s1, peg$currPos) : s1 = s2, s1 !== peg$FAILED ? (s2 = peg$parseEnd(), s2 !== peg$FAILED ? (peg$savedPos = s0, s0 = peg$f21(s1)) : (peg$currPos = s0, s0 = peg$FAILED)) : (peg$currPos = s0, s0 = peg$FAILED), s0 === peg$FAILED && (s0 = peg$currPos, s1 = input.substr(peg$currPos, 4), s1.toLowerCase() === peg$c38 ? peg$currPos += 4 : (s1 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e45)), s1 !== peg$FAILED ? (s2 = peg$parseEnd(), s2 !== peg$FAILED ? (peg$savedPos = s0, s0 = peg$f22()) : (peg$currPos = s0, s0 = peg$FAILED)) : (peg$currPos = s0, s0 = peg$FAILED), s0 === peg$FAILED && (s0 = peg$currPos, s1 = input.substr(peg$currPos, 5), s1.toLowerCase() === peg$c39 ? peg$currPos += 5 : (s1 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e46)), s1 === peg$FAILED && (s1 = input.substr(peg$currPos, 10), s1.toLowerCase() === peg$c40 ? peg$currPos += 10 : (s1 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e47)), s1 === peg$FAILED && (s1 = input.substr(peg$currPos, 5), s1.toLowerCase() === peg$c41 ? peg$currPos += 5 : (s1 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e48)))), s1 !== peg$FAILED ? (s2 = peg$parse_(), s3 = input.substr(peg$currPos, 2), s3.toLowerCase() === peg$c42 ? peg$currPos += 2 : (s3 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e49)), s3 !== peg$FAILED ? (s4 = peg$parseEnd(), s4 !== peg$FAILED ? (s5 = peg$parse_(), s6 = peg$parseBracketed(), s6 !== peg$FAILED ? (peg$savedPos = s0, s0 = peg$f23(s6)) : (peg$currPos = s0, s0 = peg$FAILED)) : (peg$currPos = s0, s0 = peg$FAILED)) : (peg$currPos = s0, s0 = peg$FAILED)) : (peg$currPos = s0, s0 = peg$FAILED), s0 === peg$FAILED)))))) {
      if (s0 = peg$currPos, s1 = peg$parseIdentifier(), s1 !== peg$FAILED)
        if (input.charCodeAt(peg$currPos) === 126 ? (s2 = peg$c36, peg$currPos++) : (s2 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e40)), s2 === peg$FAILED && (s2 = null), s3 = peg$parse_(), s4 = peg$parseOpen(), s4 !== peg$FAILED) {
          for (s5 = peg$parse_(), s6 = [], s7 = peg$parseOr(); s7 !== peg$FAILED; )
            s6.push(s7), s7 = peg$currPos, s8 = peg$currPos, s9 = peg$parse_(), input.charCodeAt(peg$currPos) === 44 ? (s10 = peg$c14, peg$currPos++) : (s10 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e16)), s10 !== peg$FAILED ? (s11 = peg$parse_(), s9 = [s9, s10, s11], s8 = s9) : (peg$currPos = s8, s8 = peg$FAILED), s8 !== peg$FAILED ? (s8 = peg$parseOr(), s8 === peg$FAILED ? (peg$currPos = s7, s7 = peg$FAILED) : s7 = s8) : s7 = s8;
          s7 = peg$parse_(), s8 = peg$parseClose(), s8 !== peg$FAILED ? (peg$savedPos = s0, s0 = peg$f24(s1, s6)) : (peg$currPos = s0, s0 = peg$FAILED);
        } else
          peg$currPos = s0, s0 = peg$FAILED;
      else
        peg$currPos = s0, s0 = peg$FAILED;
      s0 === peg$FAILED && (s0 = peg$currPos, s1 = peg$currPos, peg$silentFails++, s2 = peg$parseReserved(), peg$silentFails--, s2 === peg$FAILED ? s1 = void 0 : (peg$currPos = s1, s1 = peg$FAILED), s1 !== peg$FAILED ? (s2 = peg$parseField(), s2 !== peg$FAILED ? (peg$savedPos = s0, s0 = peg$f25(s2)) : (peg$currPos = s0, s0 = peg$FAILED)) : (peg$currPos = s0, s0 = peg$FAILED));
    }
    return s0;
  }
  function peg$parseOpen() {
    let s0, s1, s2;
    return s0 = peg$currPos, input.charCodeAt(peg$currPos) === 40 ? (s1 = peg$c31, peg$currPos++) : (s1 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e35)), s1 !== peg$FAILED ? (peg$savedPos = peg$currPos, s2 = peg$f26(), s2 ? s2 = void 0 : s2 = peg$FAILED, s2 !== peg$FAILED ? (s1 = [s1, s2], s0 = s1) : (peg$currPos = s0, s0 = peg$FAILED)) : (peg$currPos = s0, s0 = peg$FAILED), s0;
  }
  function peg$parseClose() {
    let s0, s1, s2;
    return s0 = peg$currPos, input.charCodeAt(peg$currPos) === 41 ? (s1 = peg$c43, peg$currPos++) : (s1 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e50)), s1 !== peg$FAILED ? (peg$savedPos = peg$currPos, s2 = peg$f27(), s2 ? s2 = void 0 : s2 = peg$FAILED, s2 !== peg$FAILED ? (s1 = [s1, s2], s0 = s1) : (peg$currPos = s0, s0 = peg$FAILED)) : (peg$currPos = s0, s0 = peg$FAILED), s0;
  }
  function peg$parseReserved() {
    let s0, s1, s2;
    return s0 = peg$currPos, s1 = input.substr(peg$currPos, 3), s1.toLowerCase() === peg$c25 ? peg$currPos += 3 : (s1 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e28)), s1 === peg$FAILED && (s1 = input.substr(peg$currPos, 2), s1.toLowerCase() === peg$c24 ? peg$currPos += 2 : (s1 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e27)), s1 === peg$FAILED && (s1 = input.substr(peg$currPos, 3), s1.toLowerCase() === peg$c26 ? peg$currPos += 3 : (s1 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e29)), s1 === peg$FAILED && (s1 = input.substr(peg$currPos, 5), s1.toLowerCase() === peg$c15 ? peg$currPos += 5 : (s1 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e18)), s1 === peg$FAILED && (s1 = input.substr(peg$currPos, 2), s1.toLowerCase() === peg$c3 ? peg$currPos += 2 : (s1 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e3)), s1 === peg$FAILED && (s1 = input.substr(peg$currPos, 5), s1.toLowerCase() === peg$c6 ? peg$currPos += 5 : (s1 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e7))))))), s1 !== peg$FAILED ? (s2 = peg$parseEnd(), s2 !== peg$FAILED ? (s1 = [s1, s2], s0 = s1) : (peg$currPos = s0, s0 = peg$FAILED)) : (peg$currPos = s0, s0 = peg$FAILED), s0;
  }
  function peg$parseField() {
    let s0, s1, s2, s3, s4, s5, s6;
    if (s0 = peg$currPos, input.charCodeAt(peg$currPos) === 63 ? (s1 = peg$c44, peg$currPos++) : (s1 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e51)), s1 === peg$FAILED && (s1 = null), s2 = peg$parseStep(), s2 !== peg$FAILED) {
      for (s3 = [], s4 = peg$currPos, input.charCodeAt(peg$currPos) === 46 ? (s5 = peg$c45, peg$currPos++) : (s5 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e52)), s5 !== peg$FAILED ? (s6 = peg$parseStep(), s6 !== peg$FAILED ? s4 = s6 : (peg$currPos = s4, s4 = peg$FAILED)) : (peg$currPos = s4, s4 = peg$FAILED); s4 !== peg$FAILED; )
        s3.push(s4), s4 = peg$currPos, input.charCodeAt(peg$currPos) === 46 ? (s5 = peg$c45, peg$currPos++) : (s5 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e52)), s5 !== peg$FAILED ? (s6 = peg$parseStep(), s6 !== peg$FAILED ? s4 = s6 : (peg$currPos = s4, s4 = peg$FAILED)) : (peg$currPos = s4, s4 = peg$FAILED);
      peg$savedPos = s0, s0 = peg$f28(s2, s3);
    } else
      peg$currPos = s0, s0 = peg$FAILED;
    return s0;
  }
  function peg$parseStep() {
    let s0, s1, s2, s3, s4, s5, s6;
    if (s0 = peg$currPos, s1 = peg$parseIdentifier(), s1 === peg$FAILED)
      if (s1 = peg$currPos, input.charCodeAt(peg$currPos) === 96 ? (s2 = peg$c46, peg$currPos++) : (s2 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e53)), s2 !== peg$FAILED) {
        if (s3 = peg$currPos, s4 = [], s5 = input.charAt(peg$currPos), peg$r5.test(s5) ? peg$currPos++ : (s5 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e54)), s5 !== peg$FAILED)
          for (; s5 !== peg$FAILED; )
            s4.push(s5), s5 = input.charAt(peg$currPos), peg$r5.test(s5) ? peg$currPos++ : (s5 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e54));
        else
          s4 = peg$FAILED;
        s4 !== peg$FAILED ? s3 = input.substring(s3, peg$currPos) : s3 = s4, s3 !== peg$FAILED ? (input.charCodeAt(peg$currPos) === 96 ? (s4 = peg$c46, peg$currPos++) : (s4 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e53)), s4 !== peg$FAILED ? s1 = s3 : (peg$currPos = s1, s1 = peg$FAILED)) : (peg$currPos = s1, s1 = peg$FAILED);
      } else
        peg$currPos = s1, s1 = peg$FAILED;
    if (s1 !== peg$FAILED) {
      if (s2 = [], s3 = peg$currPos, input.charCodeAt(peg$currPos) === 91 ? (s4 = peg$c8, peg$currPos++) : (s4 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e9)), s4 !== peg$FAILED) {
        if (s5 = [], s6 = input.charAt(peg$currPos), peg$r6.test(s6) ? peg$currPos++ : (s6 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e55)), s6 !== peg$FAILED)
          for (; s6 !== peg$FAILED; )
            s5.push(s6), s6 = input.charAt(peg$currPos), peg$r6.test(s6) ? peg$currPos++ : (s6 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e55));
        else
          s5 = peg$FAILED;
        s5 !== peg$FAILED ? (input.charCodeAt(peg$currPos) === 93 ? (s6 = peg$c9, peg$currPos++) : (s6 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e10)), s6 !== peg$FAILED ? (s4 = [s4, s5, s6], s3 = s4) : (peg$currPos = s3, s3 = peg$FAILED)) : (peg$currPos = s3, s3 = peg$FAILED);
      } else
        peg$currPos = s3, s3 = peg$FAILED;
      for (; s3 !== peg$FAILED; )
        if (s2.push(s3), s3 = peg$currPos, input.charCodeAt(peg$currPos) === 91 ? (s4 = peg$c8, peg$currPos++) : (s4 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e9)), s4 !== peg$FAILED) {
          if (s5 = [], s6 = input.charAt(peg$currPos), peg$r6.test(s6) ? peg$currPos++ : (s6 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e55)), s6 !== peg$FAILED)
            for (; s6 !== peg$FAILED; )
              s5.push(s6), s6 = input.charAt(peg$currPos), peg$r6.test(s6) ? peg$currPos++ : (s6 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e55));
          else
            s5 = peg$FAILED;
          s5 !== peg$FAILED ? (input.charCodeAt(peg$currPos) === 93 ? (s6 = peg$c9, peg$currPos++) : (s6 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e10)), s6 !== peg$FAILED ? (s4 = [s4, s5, s6], s3 = s4) : (peg$currPos = s3, s3 = peg$FAILED)) : (peg$currPos = s3, s3 = peg$FAILED);
        } else
          peg$currPos = s3, s3 = peg$FAILED;
      s0 = s1;
    } else
      peg$currPos = s0, s0 = peg$FAILED;
    return s0;
  }
  function peg$parseIdentifier() {
    let s0, s1, s2, s3, s4;
    if (s0 = peg$currPos, s1 = peg$currPos, s2 = input.charAt(peg$currPos), peg$r7.test(s2) ? peg$currPos++ : (s2 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e56)), s2 !== peg$FAILED) {
      for (s3 = [], s4 = input.charAt(peg$currPos), peg$r8.test(s4) ? peg$currPos++ : (s4 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e57)); s4 !== peg$FAILED; )
        s3.push(s4), s4 = input.charAt(peg$currPos), peg$r8.test(s4) ? peg$currPos++ : (s4 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e57));
      s2 = [s2, s3], s1 = s2;
    } else
      peg$currPos = s1, s1 = peg$FAILED;
    return s1 !== peg$FAILED ? s0 = input.substring(s0, peg$currPos) : s0 = s1, s0;
  }
  function peg$parseString() {
    let s0, s1, s2, s3, s4, s5, s6;
    if (s0 = peg$currPos, input.substr(peg$currPos, 3) === peg$c47 ? (s1 = peg$c47, peg$currPos += 3) : (s1 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e58)), s1 !== peg$FAILED) {
      for (s2 = peg$currPos, s3 = [], s4 = peg$currPos, s5 = peg$currPos, peg$silentFails++, input.substr(peg$currPos, 3) === peg$c47 ? (s6 = peg$c47, peg$currPos += 3) : (s6 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e58)), peg$silentFails--, s6 === peg$FAILED ? s5 = void 0 : (peg$currPos = s5, s5 = peg$FAILED), s5 !== peg$FAILED ? (input.length > peg$currPos ? (s6 = input.charAt(peg$currPos), peg$currPos++) : (s6 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e59)), s6 !== peg$FAILED ? (s5 = [s5, s6], s4 = s5) : (peg$currPos = s4, s4 = peg$FAILED)) : (peg$currPos = s4, s4 = peg$FAILED); s4 !== peg$FAILED; )
        s3.push(s4), s4 = peg$currPos, s5 = peg$currPos, peg$silentFails++, input.substr(peg$currPos, 3) === peg$c47 ? (s6 = peg$c47, peg$currPos += 3) : (s6 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e58)), peg$silentFails--, s6 === peg$FAILED ? s5 = void 0 : (peg$currPos = s5, s5 = peg$FAILED), s5 !== peg$FAILED ? (input.length > peg$currPos ? (s6 = input.charAt(peg$currPos), peg$currPos++) : (s6 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e59)), s6 !== peg$FAILED ? (s5 = [s5, s6], s4 = s5) : (peg$currPos = s4, s4 = peg$FAILED)) : (peg$currPos = s4, s4 = peg$FAILED);
      if (s2 = input.substring(s2, peg$currPos), input.substr(peg$currPos, 3) === peg$c47 ? (s3 = peg$c47, peg$currPos += 3) : (s3 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e58)), s3 !== peg$FAILED) {
        for (s4 = [], input.charCodeAt(peg$currPos) === 34 ? (s5 = peg$c48, peg$currPos++) : (s5 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e60)); s5 !== peg$FAILED; )
          s4.push(s5), s4.length >= 2 ? s5 = peg$FAILED : input.charCodeAt(peg$currPos) === 34 ? (s5 = peg$c48, peg$currPos++) : (s5 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e60));
        peg$savedPos = s0, s0 = peg$f29(s2);
      } else
        peg$currPos = s0, s0 = peg$FAILED;
    } else
      peg$currPos = s0, s0 = peg$FAILED;
    if (s0 === peg$FAILED) {
      if (s0 = peg$currPos, input.substr(peg$currPos, 2) === peg$c49 ? (s1 = peg$c49, peg$currPos += 2) : (s1 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e61)), s1 !== peg$FAILED) {
        for (s2 = peg$currPos, s3 = [], input.substr(peg$currPos, 2) === peg$c50 ? (s4 = peg$c50, peg$currPos += 2) : (s4 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e62)), s4 === peg$FAILED && (s4 = input.charAt(peg$currPos), peg$r9.test(s4) ? peg$currPos++ : (s4 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e63))); s4 !== peg$FAILED; )
          s3.push(s4), input.substr(peg$currPos, 2) === peg$c50 ? (s4 = peg$c50, peg$currPos += 2) : (s4 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e62)), s4 === peg$FAILED && (s4 = input.charAt(peg$currPos), peg$r9.test(s4) ? peg$currPos++ : (s4 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e63)));
        s2 = input.substring(s2, peg$currPos), input.charCodeAt(peg$currPos) === 34 ? (s3 = peg$c48, peg$currPos++) : (s3 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e60)), s3 !== peg$FAILED ? (peg$savedPos = s0, s0 = peg$f30(s2)) : (peg$currPos = s0, s0 = peg$FAILED);
      } else
        peg$currPos = s0, s0 = peg$FAILED;
      if (s0 === peg$FAILED) {
        if (s0 = peg$currPos, input.substr(peg$currPos, 2) === peg$c51 ? (s1 = peg$c51, peg$currPos += 2) : (s1 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e64)), s1 !== peg$FAILED) {
          for (s2 = peg$currPos, s3 = [], input.substr(peg$currPos, 2) === peg$c52 ? (s4 = peg$c52, peg$currPos += 2) : (s4 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e65)), s4 === peg$FAILED && (s4 = input.charAt(peg$currPos), peg$r10.test(s4) ? peg$currPos++ : (s4 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e66))); s4 !== peg$FAILED; )
            s3.push(s4), input.substr(peg$currPos, 2) === peg$c52 ? (s4 = peg$c52, peg$currPos += 2) : (s4 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e65)), s4 === peg$FAILED && (s4 = input.charAt(peg$currPos), peg$r10.test(s4) ? peg$currPos++ : (s4 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e66)));
          s2 = input.substring(s2, peg$currPos), input.charCodeAt(peg$currPos) === 39 ? (s3 = peg$c53, peg$currPos++) : (s3 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e67)), s3 !== peg$FAILED ? (peg$savedPos = s0, s0 = peg$f31(s2)) : (peg$currPos = s0, s0 = peg$FAILED);
        } else
          peg$currPos = s0, s0 = peg$FAILED;
        if (s0 === peg$FAILED) {
          if (s0 = peg$currPos, input.charCodeAt(peg$currPos) === 34 ? (s1 = peg$c48, peg$currPos++) : (s1 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e60)), s1 !== peg$FAILED) {
            if (s2 = [], s3 = peg$parseEscape(), s3 === peg$FAILED) {
              if (s3 = peg$currPos, s4 = [], s5 = input.charAt(peg$currPos), peg$r11.test(s5) ? peg$currPos++ : (s5 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e68)), s5 !== peg$FAILED)
                for (; s5 !== peg$FAILED; )
                  s4.push(s5), s5 = input.charAt(peg$currPos), peg$r11.test(s5) ? peg$currPos++ : (s5 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e68));
              else
                s4 = peg$FAILED;
              s4 !== peg$FAILED ? s3 = input.substring(s3, peg$currPos) : s3 = s4;
            }
            for (; s3 !== peg$FAILED; )
              if (s2.push(s3), s3 = peg$parseEscape(), s3 === peg$FAILED) {
                if (s3 = peg$currPos, s4 = [], s5 = input.charAt(peg$currPos), peg$r11.test(s5) ? peg$currPos++ : (s5 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e68)), s5 !== peg$FAILED)
                  for (; s5 !== peg$FAILED; )
                    s4.push(s5), s5 = input.charAt(peg$currPos), peg$r11.test(s5) ? peg$currPos++ : (s5 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e68));
                else
                  s4 = peg$FAILED;
                s4 !== peg$FAILED ? s3 = input.substring(s3, peg$currPos) : s3 = s4;
              }
            input.charCodeAt(peg$currPos) === 34 ? (s3 = peg$c48, peg$currPos++) : (s3 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e60)), s3 !== peg$FAILED ? (peg$savedPos = s0, s0 = peg$f32(s2)) : (peg$currPos = s0, s0 = peg$FAILED);
          } else
            peg$currPos = s0, s0 = peg$FAILED;
          if (s0 === peg$FAILED)
            if (s0 = peg$currPos, input.charCodeAt(peg$currPos) === 39 ? (s1 = peg$c53, peg$currPos++) : (s1 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e67)), s1 !== peg$FAILED) {
              if (s2 = [], s3 = peg$parseEscape(), s3 === peg$FAILED) {
                if (s3 = peg$currPos, s4 = [], s5 = input.charAt(peg$currPos), peg$r12.test(s5) ? peg$currPos++ : (s5 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e69)), s5 !== peg$FAILED)
                  for (; s5 !== peg$FAILED; )
                    s4.push(s5), s5 = input.charAt(peg$currPos), peg$r12.test(s5) ? peg$currPos++ : (s5 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e69));
                else
                  s4 = peg$FAILED;
                s4 !== peg$FAILED ? s3 = input.substring(s3, peg$currPos) : s3 = s4;
              }
              for (; s3 !== peg$FAILED; )
                if (s2.push(s3), s3 = peg$parseEscape(), s3 === peg$FAILED) {
                  if (s3 = peg$currPos, s4 = [], s5 = input.charAt(peg$currPos), peg$r12.test(s5) ? peg$currPos++ : (s5 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e69)), s5 !== peg$FAILED)
                    for (; s5 !== peg$FAILED; )
                      s4.push(s5), s5 = input.charAt(peg$currPos), peg$r12.test(s5) ? peg$currPos++ : (s5 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e69));
                  else
                    s4 = peg$FAILED;
                  s4 !== peg$FAILED ? s3 = input.substring(s3, peg$currPos) : s3 = s4;
                }
              input.charCodeAt(peg$currPos) === 39 ? (s3 = peg$c53, peg$currPos++) : (s3 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e67)), s3 !== peg$FAILED ? (peg$savedPos = s0, s0 = peg$f33(s2)) : (peg$currPos = s0, s0 = peg$FAILED);
            } else
              peg$currPos = s0, s0 = peg$FAILED;
        }
      }
    }
    return s0;
  }
  function peg$parseEscape() {
    let s0, s1, s2, s3, s4, s5, s6, s7, s8;
    if (s0 = peg$currPos, input.charCodeAt(peg$currPos) === 92 ? (s1 = peg$c54, peg$currPos++) : (s1 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e70)), s1 !== peg$FAILED) {
      if (s2 = peg$currPos, input.charCodeAt(peg$currPos) === 110 ? (s3 = peg$c55, peg$currPos++) : (s3 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e71)), s3 !== peg$FAILED && (peg$savedPos = s2, s3 = peg$f34()), s2 = s3, s2 === peg$FAILED && (s2 = peg$currPos, input.charCodeAt(peg$currPos) === 116 ? (s3 = peg$c56, peg$currPos++) : (s3 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e72)), s3 !== peg$FAILED && (peg$savedPos = s2, s3 = peg$f35()), s2 = s3, s2 === peg$FAILED && (s2 = peg$currPos, input.charCodeAt(peg$currPos) === 114 ? (s3 = peg$c57, peg$currPos++) : (s3 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e73)), s3 !== peg$FAILED && (peg$savedPos = s2, s3 = peg$f36()), s2 = s3, s2 === peg$FAILED && (s2 = peg$currPos, input.charCodeAt(peg$currPos) === 98 ? (s3 = peg$c58, peg$currPos++) : (s3 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e74)), s3 !== peg$FAILED && (peg$savedPos = s2, s3 = peg$f37()), s2 = s3, s2 === peg$FAILED && (s2 = peg$currPos, input.charCodeAt(peg$currPos) === 102 ? (s3 = peg$c59, peg$currPos++) : (s3 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e75)), s3 !== peg$FAILED && (peg$savedPos = s2, s3 = peg$f38()), s2 = s3, s2 === peg$FAILED))))) {
        if (s2 = peg$currPos, input.charCodeAt(peg$currPos) === 117 ? (s3 = peg$c60, peg$currPos++) : (s3 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e76)), s3 !== peg$FAILED)
          if (input.charCodeAt(peg$currPos) === 123 ? (s4 = peg$c61, peg$currPos++) : (s4 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e77)), s4 !== peg$FAILED) {
            for (s5 = peg$currPos, s6 = peg$currPos, s7 = [], s8 = input.charAt(peg$currPos), peg$r13.test(s8) ? peg$currPos++ : (s8 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e78)); s8 !== peg$FAILED; )
              s7.push(s8), s7.length >= 6 ? s8 = peg$FAILED : (s8 = input.charAt(peg$currPos), peg$r13.test(s8) ? peg$currPos++ : (s8 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e78)));
            s7.length < 1 ? (peg$currPos = s6, s6 = peg$FAILED) : s6 = s7, s6 !== peg$FAILED ? s5 = input.substring(s5, peg$currPos) : s5 = s6, s5 !== peg$FAILED ? (input.charCodeAt(peg$currPos) === 125 ? (s6 = peg$c62, peg$currPos++) : (s6 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e79)), s6 !== peg$FAILED ? (peg$savedPos = s2, s2 = peg$f39(s5)) : (peg$currPos = s2, s2 = peg$FAILED)) : (peg$currPos = s2, s2 = peg$FAILED);
          } else
            peg$currPos = s2, s2 = peg$FAILED;
        else
          peg$currPos = s2, s2 = peg$FAILED;
        if (s2 === peg$FAILED) {
          if (s2 = peg$currPos, input.charCodeAt(peg$currPos) === 117 ? (s3 = peg$c60, peg$currPos++) : (s3 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e76)), s3 !== peg$FAILED) {
            for (s4 = peg$currPos, s5 = peg$currPos, s6 = [], s7 = input.charAt(peg$currPos), peg$r13.test(s7) ? peg$currPos++ : (s7 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e78)); s7 !== peg$FAILED; )
              s6.push(s7), s6.length >= 4 ? s7 = peg$FAILED : (s7 = input.charAt(peg$currPos), peg$r13.test(s7) ? peg$currPos++ : (s7 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e78)));
            s6.length < 4 ? (peg$currPos = s5, s5 = peg$FAILED) : s5 = s6, s5 !== peg$FAILED ? s4 = input.substring(s4, peg$currPos) : s4 = s5, s4 !== peg$FAILED ? (peg$savedPos = s2, s2 = peg$f40(s4)) : (peg$currPos = s2, s2 = peg$FAILED);
          } else
            peg$currPos = s2, s2 = peg$FAILED;
          s2 === peg$FAILED && (input.length > peg$currPos ? (s2 = input.charAt(peg$currPos), peg$currPos++) : (s2 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e59)));
        }
      }
      s2 !== peg$FAILED ? s0 = s2 : (peg$currPos = s0, s0 = peg$FAILED);
    } else
      peg$currPos = s0, s0 = peg$FAILED;
    return s0;
  }
  function peg$parseNumber() {
    let s0, s1, s2, s3, s4, s5, s6, s7, s8, s9;
    if (s0 = peg$currPos, s1 = peg$currPos, s2 = peg$currPos, s3 = [], s4 = input.charAt(peg$currPos), peg$r6.test(s4) ? peg$currPos++ : (s4 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e55)), s4 !== peg$FAILED)
      for (; s4 !== peg$FAILED; )
        s3.push(s4), s4 = input.charAt(peg$currPos), peg$r6.test(s4) ? peg$currPos++ : (s4 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e55));
    else
      s3 = peg$FAILED;
    if (s3 !== peg$FAILED) {
      if (s4 = peg$currPos, input.charCodeAt(peg$currPos) === 46 ? (s5 = peg$c45, peg$currPos++) : (s5 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e52)), s5 !== peg$FAILED) {
        if (s6 = [], s7 = input.charAt(peg$currPos), peg$r6.test(s7) ? peg$currPos++ : (s7 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e55)), s7 !== peg$FAILED)
          for (; s7 !== peg$FAILED; )
            s6.push(s7), s7 = input.charAt(peg$currPos), peg$r6.test(s7) ? peg$currPos++ : (s7 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e55));
        else
          s6 = peg$FAILED;
        s6 !== peg$FAILED ? (s5 = [s5, s6], s4 = s5) : (peg$currPos = s4, s4 = peg$FAILED);
      } else
        peg$currPos = s4, s4 = peg$FAILED;
      if (s4 === peg$FAILED && (s4 = null), s5 = peg$currPos, s6 = input.charAt(peg$currPos), s6.toLowerCase() === peg$c63 ? peg$currPos++ : (s6 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e80)), s6 !== peg$FAILED) {
        if (s7 = input.charAt(peg$currPos), peg$r14.test(s7) ? peg$currPos++ : (s7 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e81)), s7 === peg$FAILED && (s7 = null), s8 = [], s9 = input.charAt(peg$currPos), peg$r6.test(s9) ? peg$currPos++ : (s9 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e55)), s9 !== peg$FAILED)
          for (; s9 !== peg$FAILED; )
            s8.push(s9), s9 = input.charAt(peg$currPos), peg$r6.test(s9) ? peg$currPos++ : (s9 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e55));
        else
          s8 = peg$FAILED;
        s8 !== peg$FAILED ? (s6 = [s6, s7, s8], s5 = s6) : (peg$currPos = s5, s5 = peg$FAILED);
      } else
        peg$currPos = s5, s5 = peg$FAILED;
      s5 === peg$FAILED && (s5 = null), s3 = [s3, s4, s5], s2 = s3;
    } else
      peg$currPos = s2, s2 = peg$FAILED;
    return s2 !== peg$FAILED ? s1 = input.substring(s1, peg$currPos) : s1 = s2, s1 !== peg$FAILED ? (s2 = peg$currPos, peg$silentFails++, s3 = peg$parseIdentifierCharacter(), peg$silentFails--, s3 === peg$FAILED ? s2 = void 0 : (peg$currPos = s2, s2 = peg$FAILED), s2 !== peg$FAILED ? (peg$savedPos = s0, s0 = peg$f41(s1)) : (peg$currPos = s0, s0 = peg$FAILED)) : (peg$currPos = s0, s0 = peg$FAILED), s0;
  }
  function peg$parseDigits() {
    let s0, s1;
    if (s0 = [], s1 = input.charAt(peg$currPos), peg$r6.test(s1) ? peg$currPos++ : (s1 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e55)), s1 !== peg$FAILED)
      for (; s1 !== peg$FAILED; )
        s0.push(s1), s1 = input.charAt(peg$currPos), peg$r6.test(s1) ? peg$currPos++ : (s1 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e55));
    else
      s0 = peg$FAILED;
    return s0;
  }
  function peg$parseEnd() {
    let s0, s1;
    return s0 = peg$currPos, peg$silentFails++, s1 = peg$parseIdentifierCharacter(), peg$silentFails--, s1 === peg$FAILED ? s0 = void 0 : (peg$currPos = s0, s0 = peg$FAILED), s0;
  }
  function peg$parseIdentifierCharacter() {
    let s0;
    return s0 = input.charAt(peg$currPos), peg$r8.test(s0) ? peg$currPos++ : (s0 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e57)), s0;
  }
  function peg$parseSpace() {
    let s0, s1, s2, s3, s4, s5;
    if (s0 = input.charAt(peg$currPos), peg$r15.test(s0) ? peg$currPos++ : (s0 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e82)), s0 === peg$FAILED) {
      if (s0 = peg$currPos, input.substr(peg$currPos, 2) === peg$c64 ? (s1 = peg$c64, peg$currPos += 2) : (s1 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e83)), s1 !== peg$FAILED) {
        for (s2 = [], s3 = input.charAt(peg$currPos), peg$r16.test(s3) ? peg$currPos++ : (s3 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e84)); s3 !== peg$FAILED; )
          s2.push(s3), s3 = input.charAt(peg$currPos), peg$r16.test(s3) ? peg$currPos++ : (s3 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e84));
        s1 = [s1, s2], s0 = s1;
      } else
        peg$currPos = s0, s0 = peg$FAILED;
      if (s0 === peg$FAILED)
        if (s0 = peg$currPos, input.substr(peg$currPos, 2) === peg$c65 ? (s1 = peg$c65, peg$currPos += 2) : (s1 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e85)), s1 !== peg$FAILED) {
          for (s2 = [], s3 = peg$currPos, s4 = peg$currPos, peg$silentFails++, input.substr(peg$currPos, 2) === peg$c66 ? (s5 = peg$c66, peg$currPos += 2) : (s5 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e86)), peg$silentFails--, s5 === peg$FAILED ? s4 = void 0 : (peg$currPos = s4, s4 = peg$FAILED), s4 !== peg$FAILED ? (input.length > peg$currPos ? (s5 = input.charAt(peg$currPos), peg$currPos++) : (s5 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e59)), s5 !== peg$FAILED ? (s4 = [s4, s5], s3 = s4) : (peg$currPos = s3, s3 = peg$FAILED)) : (peg$currPos = s3, s3 = peg$FAILED); s3 !== peg$FAILED; )
            s2.push(s3), s3 = peg$currPos, s4 = peg$currPos, peg$silentFails++, input.substr(peg$currPos, 2) === peg$c66 ? (s5 = peg$c66, peg$currPos += 2) : (s5 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e86)), peg$silentFails--, s5 === peg$FAILED ? s4 = void 0 : (peg$currPos = s4, s4 = peg$FAILED), s4 !== peg$FAILED ? (input.length > peg$currPos ? (s5 = input.charAt(peg$currPos), peg$currPos++) : (s5 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e59)), s5 !== peg$FAILED ? (s4 = [s4, s5], s3 = s4) : (peg$currPos = s3, s3 = peg$FAILED)) : (peg$currPos = s3, s3 = peg$FAILED);
          input.substr(peg$currPos, 2) === peg$c66 ? (s3 = peg$c66, peg$currPos += 2) : (s3 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e86)), s3 !== peg$FAILED ? (s1 = [s1, s2, s3], s0 = s1) : (peg$currPos = s0, s0 = peg$FAILED);
        } else
          peg$currPos = s0, s0 = peg$FAILED;
    }
    return s0;
  }
  function peg$parse_() {
    let s0, s1;
    for (s0 = [], s1 = peg$parseSpace(); s1 !== peg$FAILED; )
      s0.push(s1), s1 = peg$parseSpace();
    return s0;
  }
  let depth = 0, enter = () => (++depth > options.maxDepth && error(`Brackets nest deeper than ${options.maxDepth} levels.`), !0), leave = () => (depth--, !0), link = (kind, operands) => operands.length === 1 ? operands[0] : { kind, operands };
  function asCondition({ category, condition, negated, at }) {
    let asked = category === null ? condition : { kind: "and", operands: [{ kind: "compare", operator: "==", subject: { kind: "field", name: "event.category", at }, values: [category], at }, condition] };
    return negated ? { kind: "not", operand: asked } : asked;
  }
  let literal = (type, value, at) => ({ kind: "literal", type, value, at });
  peg$result = peg$startRuleFunction();
  let peg$success = peg$result !== peg$FAILED && peg$currPos === input.length;
  function peg$throw() {
    throw peg$result !== peg$FAILED && peg$currPos < input.length && peg$fail(peg$endExpectation()), peg$buildStructuredError(
      peg$maxFailExpected,
      peg$maxFailPos < input.length ? peg$getUnicode(peg$maxFailPos) : null,
      peg$maxFailPos < input.length ? peg$computeLocation(peg$maxFailPos, peg$maxFailPos + 1) : peg$computeLocation(peg$maxFailPos, peg$maxFailPos)
    );
  }
  if (options.peg$library)
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
  if (peg$success)
    return peg$result;
  peg$throw();
}
var peg$allowedStartRules = [
  "Query"
];

// src/catalog/corpus/parsing.ts
function parseQuery(parser, text) {
  try {
    return { tree: parser.parse(text, { maxDepth: MAX_QUERY_DEPTH }) };
  } catch (error) {
    if (!(error instanceof parser.SyntaxError)) throw error;
    let at = Math.min(error.location.start.offset, text.length);
    return { problem: { message: error.expected === null ? error.message : unexpected(text, at), at } };
  }
}
function unexpected(text, at) {
  let rest = text.slice(at, at + 200).trimStart();
  return rest === "" ? "The query ends where more is expected." : `The query does not parse from \`${/^(?:[\p{L}\p{N}_.-]{1,40}|.)/su.exec(rest)[0]}\` on.`;
}

// src/catalog/corpus/eql.ts
var EQL = {
  operators: {
    "==": { question: "eq" },
    "!=": { question: "eq", negated: !0 },
    ":": { question: "wildcard" },
    "<": { question: "lt" },
    "<=": { question: "lte" },
    ">": { question: "gt" },
    ">=": { question: "gte" },
    in: { question: "eq" },
    "in~": { question: "eq" },
    like: { question: "wildcard" },
    "like~": { question: "wildcard" },
    regex: { question: "regex" },
    "regex~": { question: "regex" }
  },
  functions: {
    startswith: { question: "starts_with" },
    endswith: { question: "ends_with" },
    stringcontains: { question: "match" },
    wildcard: { question: "wildcard" },
    match: { question: "regex" },
    matchlite: { question: "regex" },
    cidrmatch: { question: "cidr" },
    arraycontains: { question: "eq" }
  },
  transparent: /* @__PURE__ */ new Set(["string", "number"]),
  wildcards: { any: "*", one: "?", escape: null },
  times: /* @__PURE__ */ new Set(["@timestamp"])
}, NONE = /* @__PURE__ */ new Set(), readEql = (text) => {
  let parsed = parseQuery(eql_parser_generated_exports, text);
  if ("problem" in parsed) return refused(parsed.problem.message, parsed.problem.at);
  let gathered = nothingYet();
  for (let { category, condition, negated, at } of parsed.tree.events) {
    let context = category && category.value.toLowerCase();
    if (category) {
      let { value } = category;
      gathered.findings.push({ field: "event.category", context, kind: "eq", value, negated, at });
    }
    collect(condition, EQL, { context, negated, aggregates: NONE }, gathered);
  }
  for (let condition of parsed.tree.conditions)
    collect(condition, EQL, { context: null, negated: !1, aggregates: NONE }, gathered);
  return readingOf(gathered);
};

// src/catalog/corpus/kuery-parser.generated.js
var kuery_parser_generated_exports = {};
__export(kuery_parser_generated_exports, {
  StartRules: () => peg$allowedStartRules2,
  SyntaxError: () => peg$SyntaxError2,
  parse: () => peg$parse2
});
var peg$SyntaxError2 = class extends SyntaxError {
  constructor(message, expected, found, location) {
    super(message), this.expected = expected, this.found = found, this.location = location, this.name = "SyntaxError";
  }
  format(sources) {
    let str = "Error: " + this.message;
    if (this.location) {
      let src = null, st = sources.find((s2) => s2.source === this.location.source);
      st && (src = st.text.split(/\r\n|\n|\r/g));
      let s = this.location.start, offset_s = this.location.source && typeof this.location.source.offset == "function" ? this.location.source.offset(s) : s, loc = this.location.source + ":" + offset_s.line + ":" + offset_s.column;
      if (src) {
        let e = this.location.end, filler = "".padEnd(offset_s.line.toString().length, " "), line = src[s.line - 1], hatLen = (s.line === e.line ? e.column : line.length + 1) - s.column || 1;
        str += `
 --> ` + loc + `
` + filler + ` |
` + offset_s.line + " | " + line + `
` + filler + " | " + "".padEnd(s.column - 1, " ") + "".padEnd(hatLen, "^");
      } else
        str += `
 at ` + loc;
    }
    return str;
  }
  static buildMessage(expected, found) {
    function hex(ch) {
      return ch.codePointAt(0).toString(16).toUpperCase();
    }
    let nonPrintable = Object.prototype.hasOwnProperty.call(RegExp.prototype, "unicode") ? new RegExp("[\\p{C}\\p{Mn}\\p{Mc}]", "gu") : null;
    function unicodeEscape(s) {
      return nonPrintable ? s.replace(nonPrintable, (ch) => "\\u{" + hex(ch) + "}") : s;
    }
    function literalEscape(s) {
      return unicodeEscape(s.replace(/\\/g, "\\\\").replace(/"/g, '\\"').replace(/\0/g, "\\0").replace(/\t/g, "\\t").replace(/\n/g, "\\n").replace(/\r/g, "\\r").replace(/[\x00-\x0F]/g, (ch) => "\\x0" + hex(ch)).replace(/[\x10-\x1F\x7F-\x9F]/g, (ch) => "\\x" + hex(ch)));
    }
    function classEscape(s) {
      return unicodeEscape(s.replace(/\\/g, "\\\\").replace(/\]/g, "\\]").replace(/\^/g, "\\^").replace(/-/g, "\\-").replace(/\0/g, "\\0").replace(/\t/g, "\\t").replace(/\n/g, "\\n").replace(/\r/g, "\\r").replace(/[\x00-\x0F]/g, (ch) => "\\x0" + hex(ch)).replace(/[\x10-\x1F\x7F-\x9F]/g, (ch) => "\\x" + hex(ch)));
    }
    let DESCRIBE_EXPECTATION_FNS = {
      literal(expectation) {
        return '"' + literalEscape(expectation.text) + '"';
      },
      class(expectation) {
        let escapedParts = expectation.parts.map(
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
      let descriptions = expected2.map(describeExpectation);
      if (descriptions.sort(), descriptions.length > 0) {
        let j = 1;
        for (let i = 1; i < descriptions.length; i++)
          descriptions[i - 1] !== descriptions[i] && (descriptions[j] = descriptions[i], j++);
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
function peg$parse2(input, options) {
  options = options !== void 0 ? options : {};
  let peg$FAILED = {}, peg$source = options.grammarSource, peg$startRuleFunctions = {
    Query: peg$parseQuery
  }, peg$startRuleFunction = peg$parseQuery, peg$c0 = "or", peg$c1 = "and", peg$c2 = "not", peg$c3 = ":", peg$c4 = "{", peg$c5 = "}", peg$c6 = "<=", peg$c7 = ">=", peg$c8 = "(", peg$c9 = ")", peg$c10 = '"', peg$c11 = "*", peg$c12 = "\\", peg$c13 = "t", peg$c14 = "r", peg$c15 = "n", peg$c16 = "u", peg$r0 = /^[<>]/, peg$r1 = /^[^"\\]/, peg$r2 = /^[^\\():<>"*{} \t\r\n\xA0]/, peg$r3 = /^[0-9a-f]/i, peg$r4 = /^[\t-\n\r (\xA0]/, peg$r5 = /^[ \t\r\n\xA0]/, peg$e0 = peg$literalExpectation("or", !0), peg$e1 = peg$literalExpectation("and", !0), peg$e2 = peg$literalExpectation("not", !0), peg$e3 = peg$literalExpectation(":", !1), peg$e4 = peg$literalExpectation("{", !1), peg$e5 = peg$literalExpectation("}", !1), peg$e6 = peg$literalExpectation("<=", !1), peg$e7 = peg$literalExpectation(">=", !1), peg$e8 = peg$classExpectation(["<", ">"], !1, !1, !1), peg$e9 = peg$literalExpectation("(", !1), peg$e10 = peg$literalExpectation(")", !1), peg$e11 = peg$literalExpectation('"', !1), peg$e12 = peg$classExpectation(['"', "\\"], !0, !1, !1), peg$e13 = peg$literalExpectation("*", !1), peg$e14 = peg$classExpectation(["\\", "(", ")", ":", "<", ">", '"', "*", "{", "}", " ", "	", "\r", `
`, "\xA0"], !0, !1, !1), peg$e15 = peg$literalExpectation("\\", !1), peg$e16 = peg$literalExpectation("t", !1), peg$e17 = peg$literalExpectation("r", !1), peg$e18 = peg$literalExpectation("n", !1), peg$e19 = peg$literalExpectation("u", !1), peg$e20 = peg$classExpectation([["0", "9"], ["a", "f"]], !1, !0, !1), peg$e21 = peg$anyExpectation(), peg$e22 = peg$classExpectation([["	", `
`], "\r", " ", "(", "\xA0"], !1, !1, !1), peg$e23 = peg$classExpectation([" ", "	", "\r", `
`, "\xA0"], !1, !1, !1);
  function peg$f0(first, rest) {
    return link("or", [first, ...rest]);
  }
  function peg$f1(first, rest) {
    return link("and", [first, ...rest]);
  }
  function peg$f2(nots, operand) {
    return nots.length % 2 === 0 ? operand : { kind: "not", operand };
  }
  function peg$f3(field, ask3) {
    return ask3(field);
  }
  function peg$f4(value) {
    return term(null, ":", value);
  }
  function peg$f5() {
    return enter();
  }
  function peg$f6(nested) {
    return leave();
  }
  function peg$f7(nested) {
    return (path) => ({ kind: "nested", path, operand: nested });
  }
  function peg$f8(values) {
    return (field) => spread(values, field);
  }
  function peg$f9(operator, value) {
    return (field) => term(field, operator, value);
  }
  function peg$f10(first, rest) {
    return link("or", [first, ...rest]);
  }
  function peg$f11(first, rest) {
    return link("and", [first, ...rest]);
  }
  function peg$f12(nots, operand) {
    return nots.length % 2 === 0 ? operand : { kind: "not", operand };
  }
  function peg$f13() {
    return enter();
  }
  function peg$f14() {
    return leave();
  }
  function peg$f15(parts) {
    return { kind: "literal", quoted: !0, parts: [parts.join("")], at: offset() };
  }
  function peg$f16(first, gap, word) {
    return [gap, ...word];
  }
  function peg$f17(first, rest) {
    return { kind: "literal", quoted: !1, parts: [...first, ...rest.flat()], at: offset() };
  }
  function peg$f18() {
    return null;
  }
  function peg$f19() {
    return "	";
  }
  function peg$f20() {
    return "\r";
  }
  function peg$f21() {
    return `
`;
  }
  function peg$f22(digits) {
    return String.fromCharCode(parseInt(digits, 16));
  }
  let peg$currPos = options.peg$currPos | 0, peg$savedPos = peg$currPos, peg$posDetailsCache = [{ line: 1, column: 1 }], peg$maxFailPos = peg$currPos, peg$maxFailExpected = options.peg$maxFailExpected || [], peg$silentFails = options.peg$silentFails | 0, peg$result;
  if (options.startRule) {
    if (!(options.startRule in peg$startRuleFunctions))
      throw new Error(`Can't start parsing from rule "` + options.startRule + '".');
    peg$startRuleFunction = peg$startRuleFunctions[options.startRule];
  }
  function text() {
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
    throw location2 = location2 !== void 0 ? location2 : peg$computeLocation(peg$savedPos, peg$currPos), peg$buildStructuredError(
      [peg$otherExpectation(description)],
      input.substring(peg$savedPos, peg$currPos),
      location2
    );
  }
  function error(message, location2) {
    throw location2 = location2 !== void 0 ? location2 : peg$computeLocation(peg$savedPos, peg$currPos), peg$buildSimpleError(message, location2);
  }
  function peg$getUnicode(pos = peg$currPos) {
    let cp = input.codePointAt(pos);
    return cp === void 0 ? "" : String.fromCodePoint(cp);
  }
  function peg$literalExpectation(text2, ignoreCase) {
    return { type: "literal", text: text2, ignoreCase };
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
    let details = peg$posDetailsCache[pos], p;
    if (details)
      return details;
    if (pos >= peg$posDetailsCache.length)
      p = peg$posDetailsCache.length - 1;
    else
      for (p = pos; !peg$posDetailsCache[--p]; )
        ;
    for (details = peg$posDetailsCache[p], details = {
      line: details.line,
      column: details.column
    }; p < pos; )
      input.charCodeAt(p) === 10 ? (details.line++, details.column = 1) : details.column++, p++;
    return peg$posDetailsCache[pos] = details, details;
  }
  function peg$computeLocation(startPos, endPos, offset2) {
    let startPosDetails = peg$computePosDetails(startPos), endPosDetails = peg$computePosDetails(endPos), res = {
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
    return offset2 && peg$source && typeof peg$source.offset == "function" && (res.start = peg$source.offset(res.start), res.end = peg$source.offset(res.end)), res;
  }
  function peg$fail(expected2) {
    peg$currPos < peg$maxFailPos || (peg$currPos > peg$maxFailPos && (peg$maxFailPos = peg$currPos, peg$maxFailExpected = []), peg$maxFailExpected.push(expected2));
  }
  function peg$buildSimpleError(message, location2) {
    return new peg$SyntaxError2(message, null, null, location2);
  }
  function peg$buildStructuredError(expected2, found, location2) {
    return new peg$SyntaxError2(
      peg$SyntaxError2.buildMessage(expected2, found),
      expected2,
      found,
      location2
    );
  }
  function peg$parseQuery() {
    let s0, s1, s2, s3;
    return s0 = peg$currPos, s1 = peg$parse_(), s2 = peg$parseOr(), s2 === peg$FAILED && (s2 = null), s3 = peg$parse_(), s0 = s2, s0;
  }
  function peg$parseOr() {
    let s0, s1, s2, s3, s4, s5, s6, s7, s8;
    if (s0 = peg$currPos, s1 = peg$parseAnd(), s1 !== peg$FAILED) {
      for (s2 = [], s3 = peg$currPos, s4 = peg$parse_(), s5 = input.substr(peg$currPos, 2), s5.toLowerCase() === peg$c0 ? peg$currPos += 2 : (s5 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e0)), s5 !== peg$FAILED ? (s6 = peg$parseBreak(), s6 !== peg$FAILED ? (s7 = peg$parse_(), s8 = peg$parseAnd(), s8 !== peg$FAILED ? s3 = s8 : (peg$currPos = s3, s3 = peg$FAILED)) : (peg$currPos = s3, s3 = peg$FAILED)) : (peg$currPos = s3, s3 = peg$FAILED); s3 !== peg$FAILED; )
        s2.push(s3), s3 = peg$currPos, s4 = peg$parse_(), s5 = input.substr(peg$currPos, 2), s5.toLowerCase() === peg$c0 ? peg$currPos += 2 : (s5 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e0)), s5 !== peg$FAILED ? (s6 = peg$parseBreak(), s6 !== peg$FAILED ? (s7 = peg$parse_(), s8 = peg$parseAnd(), s8 !== peg$FAILED ? s3 = s8 : (peg$currPos = s3, s3 = peg$FAILED)) : (peg$currPos = s3, s3 = peg$FAILED)) : (peg$currPos = s3, s3 = peg$FAILED);
      peg$savedPos = s0, s0 = peg$f0(s1, s2);
    } else
      peg$currPos = s0, s0 = peg$FAILED;
    return s0;
  }
  function peg$parseAnd() {
    let s0, s1, s2, s3, s4, s5, s6, s7, s8;
    if (s0 = peg$currPos, s1 = peg$parseNot(), s1 !== peg$FAILED) {
      for (s2 = [], s3 = peg$currPos, s4 = peg$parse_(), s5 = input.substr(peg$currPos, 3), s5.toLowerCase() === peg$c1 ? peg$currPos += 3 : (s5 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e1)), s5 !== peg$FAILED ? (s6 = peg$parseBreak(), s6 !== peg$FAILED ? (s7 = peg$parse_(), s8 = peg$parseNot(), s8 !== peg$FAILED ? s3 = s8 : (peg$currPos = s3, s3 = peg$FAILED)) : (peg$currPos = s3, s3 = peg$FAILED)) : (peg$currPos = s3, s3 = peg$FAILED); s3 !== peg$FAILED; )
        s2.push(s3), s3 = peg$currPos, s4 = peg$parse_(), s5 = input.substr(peg$currPos, 3), s5.toLowerCase() === peg$c1 ? peg$currPos += 3 : (s5 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e1)), s5 !== peg$FAILED ? (s6 = peg$parseBreak(), s6 !== peg$FAILED ? (s7 = peg$parse_(), s8 = peg$parseNot(), s8 !== peg$FAILED ? s3 = s8 : (peg$currPos = s3, s3 = peg$FAILED)) : (peg$currPos = s3, s3 = peg$FAILED)) : (peg$currPos = s3, s3 = peg$FAILED);
      peg$savedPos = s0, s0 = peg$f1(s1, s2);
    } else
      peg$currPos = s0, s0 = peg$FAILED;
    return s0;
  }
  function peg$parseNot() {
    let s0, s1, s2, s3, s4, s5;
    for (s0 = peg$currPos, s1 = [], s2 = peg$currPos, s3 = input.substr(peg$currPos, 3), s3.toLowerCase() === peg$c2 ? peg$currPos += 3 : (s3 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e2)), s3 !== peg$FAILED ? (s4 = peg$parseBreak(), s4 !== peg$FAILED ? (s5 = peg$parse_(), s2 = s3) : (peg$currPos = s2, s2 = peg$FAILED)) : (peg$currPos = s2, s2 = peg$FAILED); s2 !== peg$FAILED; )
      s1.push(s2), s2 = peg$currPos, s3 = input.substr(peg$currPos, 3), s3.toLowerCase() === peg$c2 ? peg$currPos += 3 : (s3 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e2)), s3 !== peg$FAILED ? (s4 = peg$parseBreak(), s4 !== peg$FAILED ? (s5 = peg$parse_(), s2 = s3) : (peg$currPos = s2, s2 = peg$FAILED)) : (peg$currPos = s2, s2 = peg$FAILED);
    return s2 = peg$parseUnit(), s2 !== peg$FAILED ? (peg$savedPos = s0, s0 = peg$f2(s1, s2)) : (peg$currPos = s0, s0 = peg$FAILED), s0;
  }
  function peg$parseUnit() {
    let s0, s1, s2, s3, s4, s5;
    return s0 = peg$currPos, s1 = peg$parseOpen(), s1 !== peg$FAILED ? (s2 = peg$parse_(), s3 = peg$parseOr(), s3 !== peg$FAILED ? (s4 = peg$parse_(), s5 = peg$parseClose(), s5 !== peg$FAILED ? s0 = s3 : (peg$currPos = s0, s0 = peg$FAILED)) : (peg$currPos = s0, s0 = peg$FAILED)) : (peg$currPos = s0, s0 = peg$FAILED), s0 === peg$FAILED && (s0 = peg$currPos, s1 = peg$parseLiteral(), s1 !== peg$FAILED ? (s2 = peg$parse_(), s3 = peg$parseDemand(), s3 !== peg$FAILED ? (peg$savedPos = s0, s0 = peg$f3(s1, s3)) : (peg$currPos = s0, s0 = peg$FAILED)) : (peg$currPos = s0, s0 = peg$FAILED), s0 === peg$FAILED && (s0 = peg$currPos, s1 = peg$parseLiteral(), s1 !== peg$FAILED && (peg$savedPos = s0, s1 = peg$f4(s1)), s0 = s1)), s0;
  }
  function peg$parseDemand() {
    let s0, s1, s2, s3, s4, s5, s6, s7, s8, s9;
    return s0 = peg$currPos, input.charCodeAt(peg$currPos) === 58 ? (s1 = peg$c3, peg$currPos++) : (s1 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e3)), s1 !== peg$FAILED ? (s2 = peg$parse_(), input.charCodeAt(peg$currPos) === 123 ? (s3 = peg$c4, peg$currPos++) : (s3 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e4)), s3 !== peg$FAILED ? (peg$savedPos = peg$currPos, s4 = peg$f5(), s4 ? s4 = void 0 : s4 = peg$FAILED, s4 !== peg$FAILED ? (s5 = peg$parse_(), s6 = peg$parseOr(), s6 !== peg$FAILED ? (s7 = peg$parse_(), input.charCodeAt(peg$currPos) === 125 ? (s8 = peg$c5, peg$currPos++) : (s8 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e5)), s8 !== peg$FAILED ? (peg$savedPos = peg$currPos, s9 = peg$f6(s6), s9 ? s9 = void 0 : s9 = peg$FAILED, s9 !== peg$FAILED ? (peg$savedPos = s0, s0 = peg$f7(s6)) : (peg$currPos = s0, s0 = peg$FAILED)) : (peg$currPos = s0, s0 = peg$FAILED)) : (peg$currPos = s0, s0 = peg$FAILED)) : (peg$currPos = s0, s0 = peg$FAILED)) : (peg$currPos = s0, s0 = peg$FAILED)) : (peg$currPos = s0, s0 = peg$FAILED), s0 === peg$FAILED && (s0 = peg$currPos, input.charCodeAt(peg$currPos) === 58 ? (s1 = peg$c3, peg$currPos++) : (s1 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e3)), s1 !== peg$FAILED ? (s2 = peg$parse_(), s3 = peg$parseValues(), s3 !== peg$FAILED ? (peg$savedPos = s0, s0 = peg$f8(s3)) : (peg$currPos = s0, s0 = peg$FAILED)) : (peg$currPos = s0, s0 = peg$FAILED), s0 === peg$FAILED && (s0 = peg$currPos, s1 = peg$currPos, input.substr(peg$currPos, 2) === peg$c6 ? (s2 = peg$c6, peg$currPos += 2) : (s2 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e6)), s2 === peg$FAILED && (input.substr(peg$currPos, 2) === peg$c7 ? (s2 = peg$c7, peg$currPos += 2) : (s2 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e7)), s2 === peg$FAILED && (s2 = input.charAt(peg$currPos), peg$r0.test(s2) ? peg$currPos++ : (s2 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e8)))), s2 !== peg$FAILED ? s1 = input.substring(s1, peg$currPos) : s1 = s2, s1 !== peg$FAILED ? (s2 = peg$parse_(), s3 = peg$parseLiteral(), s3 !== peg$FAILED ? (peg$savedPos = s0, s0 = peg$f9(s1, s3)) : (peg$currPos = s0, s0 = peg$FAILED)) : (peg$currPos = s0, s0 = peg$FAILED))), s0;
  }
  function peg$parseValues() {
    let s0, s1, s2, s3, s4, s5;
    return s0 = peg$currPos, s1 = peg$parseOpen(), s1 !== peg$FAILED ? (s2 = peg$parse_(), s3 = peg$parseOrValues(), s3 !== peg$FAILED ? (s4 = peg$parse_(), s5 = peg$parseClose(), s5 !== peg$FAILED ? s0 = s3 : (peg$currPos = s0, s0 = peg$FAILED)) : (peg$currPos = s0, s0 = peg$FAILED)) : (peg$currPos = s0, s0 = peg$FAILED), s0 === peg$FAILED && (s0 = peg$parseLiteral()), s0;
  }
  function peg$parseOrValues() {
    let s0, s1, s2, s3, s4, s5, s6, s7, s8;
    if (s0 = peg$currPos, s1 = peg$parseAndValues(), s1 !== peg$FAILED) {
      for (s2 = [], s3 = peg$currPos, s4 = peg$parse_(), s5 = input.substr(peg$currPos, 2), s5.toLowerCase() === peg$c0 ? peg$currPos += 2 : (s5 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e0)), s5 !== peg$FAILED ? (s6 = peg$parseBreak(), s6 !== peg$FAILED ? (s7 = peg$parse_(), s8 = peg$parseAndValues(), s8 !== peg$FAILED ? s3 = s8 : (peg$currPos = s3, s3 = peg$FAILED)) : (peg$currPos = s3, s3 = peg$FAILED)) : (peg$currPos = s3, s3 = peg$FAILED); s3 !== peg$FAILED; )
        s2.push(s3), s3 = peg$currPos, s4 = peg$parse_(), s5 = input.substr(peg$currPos, 2), s5.toLowerCase() === peg$c0 ? peg$currPos += 2 : (s5 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e0)), s5 !== peg$FAILED ? (s6 = peg$parseBreak(), s6 !== peg$FAILED ? (s7 = peg$parse_(), s8 = peg$parseAndValues(), s8 !== peg$FAILED ? s3 = s8 : (peg$currPos = s3, s3 = peg$FAILED)) : (peg$currPos = s3, s3 = peg$FAILED)) : (peg$currPos = s3, s3 = peg$FAILED);
      peg$savedPos = s0, s0 = peg$f10(s1, s2);
    } else
      peg$currPos = s0, s0 = peg$FAILED;
    return s0;
  }
  function peg$parseAndValues() {
    let s0, s1, s2, s3, s4, s5, s6, s7, s8;
    if (s0 = peg$currPos, s1 = peg$parseNotValues(), s1 !== peg$FAILED) {
      for (s2 = [], s3 = peg$currPos, s4 = peg$parse_(), s5 = input.substr(peg$currPos, 3), s5.toLowerCase() === peg$c1 ? peg$currPos += 3 : (s5 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e1)), s5 !== peg$FAILED ? (s6 = peg$parseBreak(), s6 !== peg$FAILED ? (s7 = peg$parse_(), s8 = peg$parseNotValues(), s8 !== peg$FAILED ? s3 = s8 : (peg$currPos = s3, s3 = peg$FAILED)) : (peg$currPos = s3, s3 = peg$FAILED)) : (peg$currPos = s3, s3 = peg$FAILED); s3 !== peg$FAILED; )
        s2.push(s3), s3 = peg$currPos, s4 = peg$parse_(), s5 = input.substr(peg$currPos, 3), s5.toLowerCase() === peg$c1 ? peg$currPos += 3 : (s5 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e1)), s5 !== peg$FAILED ? (s6 = peg$parseBreak(), s6 !== peg$FAILED ? (s7 = peg$parse_(), s8 = peg$parseNotValues(), s8 !== peg$FAILED ? s3 = s8 : (peg$currPos = s3, s3 = peg$FAILED)) : (peg$currPos = s3, s3 = peg$FAILED)) : (peg$currPos = s3, s3 = peg$FAILED);
      peg$savedPos = s0, s0 = peg$f11(s1, s2);
    } else
      peg$currPos = s0, s0 = peg$FAILED;
    return s0;
  }
  function peg$parseNotValues() {
    let s0, s1, s2, s3, s4, s5;
    for (s0 = peg$currPos, s1 = [], s2 = peg$currPos, s3 = input.substr(peg$currPos, 3), s3.toLowerCase() === peg$c2 ? peg$currPos += 3 : (s3 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e2)), s3 !== peg$FAILED ? (s4 = peg$parseBreak(), s4 !== peg$FAILED ? (s5 = peg$parse_(), s2 = s3) : (peg$currPos = s2, s2 = peg$FAILED)) : (peg$currPos = s2, s2 = peg$FAILED); s2 !== peg$FAILED; )
      s1.push(s2), s2 = peg$currPos, s3 = input.substr(peg$currPos, 3), s3.toLowerCase() === peg$c2 ? peg$currPos += 3 : (s3 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e2)), s3 !== peg$FAILED ? (s4 = peg$parseBreak(), s4 !== peg$FAILED ? (s5 = peg$parse_(), s2 = s3) : (peg$currPos = s2, s2 = peg$FAILED)) : (peg$currPos = s2, s2 = peg$FAILED);
    return s2 = peg$parseValues(), s2 !== peg$FAILED ? (peg$savedPos = s0, s0 = peg$f12(s1, s2)) : (peg$currPos = s0, s0 = peg$FAILED), s0;
  }
  function peg$parseOpen() {
    let s0, s1, s2;
    return s0 = peg$currPos, input.charCodeAt(peg$currPos) === 40 ? (s1 = peg$c8, peg$currPos++) : (s1 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e9)), s1 !== peg$FAILED ? (peg$savedPos = peg$currPos, s2 = peg$f13(), s2 ? s2 = void 0 : s2 = peg$FAILED, s2 !== peg$FAILED ? (s1 = [s1, s2], s0 = s1) : (peg$currPos = s0, s0 = peg$FAILED)) : (peg$currPos = s0, s0 = peg$FAILED), s0;
  }
  function peg$parseClose() {
    let s0, s1, s2;
    return s0 = peg$currPos, input.charCodeAt(peg$currPos) === 41 ? (s1 = peg$c9, peg$currPos++) : (s1 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e10)), s1 !== peg$FAILED ? (peg$savedPos = peg$currPos, s2 = peg$f14(), s2 ? s2 = void 0 : s2 = peg$FAILED, s2 !== peg$FAILED ? (s1 = [s1, s2], s0 = s1) : (peg$currPos = s0, s0 = peg$FAILED)) : (peg$currPos = s0, s0 = peg$FAILED), s0;
  }
  function peg$parseLiteral() {
    let s0, s1, s2, s3, s4, s5, s6;
    if (s0 = peg$currPos, input.charCodeAt(peg$currPos) === 34 ? (s1 = peg$c10, peg$currPos++) : (s1 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e11)), s1 !== peg$FAILED) {
      if (s2 = [], s3 = peg$parseEscape(), s3 === peg$FAILED) {
        if (s3 = peg$currPos, s4 = [], s5 = input.charAt(peg$currPos), peg$r1.test(s5) ? peg$currPos++ : (s5 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e12)), s5 !== peg$FAILED)
          for (; s5 !== peg$FAILED; )
            s4.push(s5), s5 = input.charAt(peg$currPos), peg$r1.test(s5) ? peg$currPos++ : (s5 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e12));
        else
          s4 = peg$FAILED;
        s4 !== peg$FAILED ? s3 = input.substring(s3, peg$currPos) : s3 = s4;
      }
      for (; s3 !== peg$FAILED; )
        if (s2.push(s3), s3 = peg$parseEscape(), s3 === peg$FAILED) {
          if (s3 = peg$currPos, s4 = [], s5 = input.charAt(peg$currPos), peg$r1.test(s5) ? peg$currPos++ : (s5 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e12)), s5 !== peg$FAILED)
            for (; s5 !== peg$FAILED; )
              s4.push(s5), s5 = input.charAt(peg$currPos), peg$r1.test(s5) ? peg$currPos++ : (s5 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e12));
          else
            s4 = peg$FAILED;
          s4 !== peg$FAILED ? s3 = input.substring(s3, peg$currPos) : s3 = s4;
        }
      input.charCodeAt(peg$currPos) === 34 ? (s3 = peg$c10, peg$currPos++) : (s3 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e11)), s3 !== peg$FAILED ? (peg$savedPos = s0, s0 = peg$f15(s2)) : (peg$currPos = s0, s0 = peg$FAILED);
    } else
      peg$currPos = s0, s0 = peg$FAILED;
    if (s0 === peg$FAILED)
      if (s0 = peg$currPos, s1 = peg$parseWord(), s1 !== peg$FAILED) {
        if (s2 = [], s3 = peg$currPos, s4 = peg$currPos, s5 = [], s6 = peg$parseSpace(), s6 !== peg$FAILED)
          for (; s6 !== peg$FAILED; )
            s5.push(s6), s6 = peg$parseSpace();
        else
          s5 = peg$FAILED;
        for (s5 !== peg$FAILED ? s4 = input.substring(s4, peg$currPos) : s4 = s5, s4 !== peg$FAILED ? (s5 = peg$currPos, peg$silentFails++, s6 = peg$parseKeyword(), peg$silentFails--, s6 === peg$FAILED ? s5 = void 0 : (peg$currPos = s5, s5 = peg$FAILED), s5 !== peg$FAILED ? (s6 = peg$parseWord(), s6 !== peg$FAILED ? (peg$savedPos = s3, s3 = peg$f16(s1, s4, s6)) : (peg$currPos = s3, s3 = peg$FAILED)) : (peg$currPos = s3, s3 = peg$FAILED)) : (peg$currPos = s3, s3 = peg$FAILED); s3 !== peg$FAILED; ) {
          if (s2.push(s3), s3 = peg$currPos, s4 = peg$currPos, s5 = [], s6 = peg$parseSpace(), s6 !== peg$FAILED)
            for (; s6 !== peg$FAILED; )
              s5.push(s6), s6 = peg$parseSpace();
          else
            s5 = peg$FAILED;
          s5 !== peg$FAILED ? s4 = input.substring(s4, peg$currPos) : s4 = s5, s4 !== peg$FAILED ? (s5 = peg$currPos, peg$silentFails++, s6 = peg$parseKeyword(), peg$silentFails--, s6 === peg$FAILED ? s5 = void 0 : (peg$currPos = s5, s5 = peg$FAILED), s5 !== peg$FAILED ? (s6 = peg$parseWord(), s6 !== peg$FAILED ? (peg$savedPos = s3, s3 = peg$f16(s1, s4, s6)) : (peg$currPos = s3, s3 = peg$FAILED)) : (peg$currPos = s3, s3 = peg$FAILED)) : (peg$currPos = s3, s3 = peg$FAILED);
        }
        peg$savedPos = s0, s0 = peg$f17(s1, s2);
      } else
        peg$currPos = s0, s0 = peg$FAILED;
    return s0;
  }
  function peg$parseWord() {
    let s0, s1, s2, s3, s4, s5;
    if (s0 = peg$currPos, s1 = peg$currPos, peg$silentFails++, s2 = peg$parseKeyword(), peg$silentFails--, s2 === peg$FAILED ? s1 = void 0 : (peg$currPos = s1, s1 = peg$FAILED), s1 !== peg$FAILED) {
      if (s2 = [], s3 = peg$parseEscape(), s3 === peg$FAILED && (s3 = peg$currPos, input.charCodeAt(peg$currPos) === 42 ? (s4 = peg$c11, peg$currPos++) : (s4 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e13)), s4 !== peg$FAILED && (peg$savedPos = s3, s4 = peg$f18()), s3 = s4, s3 === peg$FAILED)) {
        if (s3 = peg$currPos, s4 = [], s5 = input.charAt(peg$currPos), peg$r2.test(s5) ? peg$currPos++ : (s5 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e14)), s5 !== peg$FAILED)
          for (; s5 !== peg$FAILED; )
            s4.push(s5), s5 = input.charAt(peg$currPos), peg$r2.test(s5) ? peg$currPos++ : (s5 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e14));
        else
          s4 = peg$FAILED;
        s4 !== peg$FAILED ? s3 = input.substring(s3, peg$currPos) : s3 = s4;
      }
      if (s3 !== peg$FAILED) {
        for (; s3 !== peg$FAILED; )
          if (s2.push(s3), s3 = peg$parseEscape(), s3 === peg$FAILED && (s3 = peg$currPos, input.charCodeAt(peg$currPos) === 42 ? (s4 = peg$c11, peg$currPos++) : (s4 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e13)), s4 !== peg$FAILED && (peg$savedPos = s3, s4 = peg$f18()), s3 = s4, s3 === peg$FAILED)) {
            if (s3 = peg$currPos, s4 = [], s5 = input.charAt(peg$currPos), peg$r2.test(s5) ? peg$currPos++ : (s5 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e14)), s5 !== peg$FAILED)
              for (; s5 !== peg$FAILED; )
                s4.push(s5), s5 = input.charAt(peg$currPos), peg$r2.test(s5) ? peg$currPos++ : (s5 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e14));
            else
              s4 = peg$FAILED;
            s4 !== peg$FAILED ? s3 = input.substring(s3, peg$currPos) : s3 = s4;
          }
      } else
        s2 = peg$FAILED;
      s2 !== peg$FAILED ? s0 = s2 : (peg$currPos = s0, s0 = peg$FAILED);
    } else
      peg$currPos = s0, s0 = peg$FAILED;
    return s0;
  }
  function peg$parseKeyword() {
    let s0, s1, s2;
    return s0 = peg$currPos, s1 = input.substr(peg$currPos, 3), s1.toLowerCase() === peg$c1 ? peg$currPos += 3 : (s1 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e1)), s1 === peg$FAILED && (s1 = input.substr(peg$currPos, 2), s1.toLowerCase() === peg$c0 ? peg$currPos += 2 : (s1 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e0)), s1 === peg$FAILED && (s1 = input.substr(peg$currPos, 3), s1.toLowerCase() === peg$c2 ? peg$currPos += 3 : (s1 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e2)))), s1 !== peg$FAILED ? (s2 = peg$parseBreak(), s2 !== peg$FAILED ? (s1 = [s1, s2], s0 = s1) : (peg$currPos = s0, s0 = peg$FAILED)) : (peg$currPos = s0, s0 = peg$FAILED), s0;
  }
  function peg$parseEscape() {
    let s0, s1, s2, s3, s4, s5, s6, s7;
    if (s0 = peg$currPos, input.charCodeAt(peg$currPos) === 92 ? (s1 = peg$c12, peg$currPos++) : (s1 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e15)), s1 !== peg$FAILED) {
      if (s2 = peg$currPos, input.charCodeAt(peg$currPos) === 116 ? (s3 = peg$c13, peg$currPos++) : (s3 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e16)), s3 !== peg$FAILED && (peg$savedPos = s2, s3 = peg$f19()), s2 = s3, s2 === peg$FAILED && (s2 = peg$currPos, input.charCodeAt(peg$currPos) === 114 ? (s3 = peg$c14, peg$currPos++) : (s3 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e17)), s3 !== peg$FAILED && (peg$savedPos = s2, s3 = peg$f20()), s2 = s3, s2 === peg$FAILED && (s2 = peg$currPos, input.charCodeAt(peg$currPos) === 110 ? (s3 = peg$c15, peg$currPos++) : (s3 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e18)), s3 !== peg$FAILED && (peg$savedPos = s2, s3 = peg$f21()), s2 = s3, s2 === peg$FAILED))) {
        if (s2 = peg$currPos, input.charCodeAt(peg$currPos) === 117 ? (s3 = peg$c16, peg$currPos++) : (s3 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e19)), s3 !== peg$FAILED) {
          for (s4 = peg$currPos, s5 = peg$currPos, s6 = [], s7 = input.charAt(peg$currPos), peg$r3.test(s7) ? peg$currPos++ : (s7 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e20)); s7 !== peg$FAILED; )
            s6.push(s7), s6.length >= 4 ? s7 = peg$FAILED : (s7 = input.charAt(peg$currPos), peg$r3.test(s7) ? peg$currPos++ : (s7 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e20)));
          s6.length < 4 ? (peg$currPos = s5, s5 = peg$FAILED) : s5 = s6, s5 !== peg$FAILED ? s4 = input.substring(s4, peg$currPos) : s4 = s5, s4 !== peg$FAILED ? (peg$savedPos = s2, s2 = peg$f22(s4)) : (peg$currPos = s2, s2 = peg$FAILED);
        } else
          peg$currPos = s2, s2 = peg$FAILED;
        s2 === peg$FAILED && (input.length > peg$currPos ? (s2 = input.charAt(peg$currPos), peg$currPos++) : (s2 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e21)));
      }
      s2 !== peg$FAILED ? s0 = s2 : (peg$currPos = s0, s0 = peg$FAILED);
    } else
      peg$currPos = s0, s0 = peg$FAILED;
    return s0;
  }
  function peg$parseBreak() {
    let s0, s1;
    return s0 = peg$currPos, peg$silentFails++, s1 = input.charAt(peg$currPos), peg$r4.test(s1) ? peg$currPos++ : (s1 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e22)), peg$silentFails--, s1 !== peg$FAILED ? (peg$currPos = s0, s0 = void 0) : s0 = peg$FAILED, s0 === peg$FAILED && (s0 = peg$currPos, peg$silentFails++, input.length > peg$currPos ? (s1 = input.charAt(peg$currPos), peg$currPos++) : (s1 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e21)), peg$silentFails--, s1 === peg$FAILED ? s0 = void 0 : (peg$currPos = s0, s0 = peg$FAILED)), s0;
  }
  function peg$parseSpace() {
    let s0;
    return s0 = input.charAt(peg$currPos), peg$r5.test(s0) ? peg$currPos++ : (s0 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e23)), s0;
  }
  function peg$parse_() {
    let s0, s1;
    for (s0 = [], s1 = peg$parseSpace(); s1 !== peg$FAILED; )
      s0.push(s1), s1 = peg$parseSpace();
    return s0;
  }
  let depth = 0, enter = () => (++depth > options.maxDepth && error(`Brackets nest deeper than ${options.maxDepth} levels.`), !0), leave = () => (depth--, !0), link = (kind, operands) => operands.length === 1 ? operands[0] : { kind, operands }, term = (field, operator, value) => ({ kind: "term", field, operator, value, at: value.at });
  function spread(values, field) {
    return values.kind === "literal" ? term(field, ":", values) : values.kind === "not" ? { kind: "not", operand: spread(values.operand, field) } : { kind: values.kind, operands: values.operands.map((o) => spread(o, field)) };
  }
  peg$result = peg$startRuleFunction();
  let peg$success = peg$result !== peg$FAILED && peg$currPos === input.length;
  function peg$throw() {
    throw peg$result !== peg$FAILED && peg$currPos < input.length && peg$fail(peg$endExpectation()), peg$buildStructuredError(
      peg$maxFailExpected,
      peg$maxFailPos < input.length ? peg$getUnicode(peg$maxFailPos) : null,
      peg$maxFailPos < input.length ? peg$computeLocation(peg$maxFailPos, peg$maxFailPos + 1) : peg$computeLocation(peg$maxFailPos, peg$maxFailPos)
    );
  }
  if (options.peg$library)
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
  if (peg$success)
    return peg$result;
  peg$throw();
}
var peg$allowedStartRules2 = [
  "Query"
];

// src/catalog/corpus/kuery.ts
var COMPARISONS = { "<": "lt", "<=": "lte", ">": "gt", ">=": "gte" }, readKuery = (text) => {
  let parsed = parseQuery(kuery_parser_generated_exports, text);
  if ("problem" in parsed) return refused(parsed.problem.message, parsed.problem.at);
  let gathered = nothingYet(), collect2 = (clause, prefix, negated) => eachLeaf(clause, negated, (leaf, negative) => {
    if (leaf.kind === "nested") {
      collect2(leaf.operand, `${prefix}${textOf(leaf.path)}.`, negative);
      return;
    }
    let { operator, value, at } = leaf, field = leaf.field && prefix + textOf(leaf.field), anywhere2 = field === null || field === "*", asked = anywhere2 ? askKeyword(patternOf(value)) : ask(operator, value);
    if (!asked) return;
    let name = anywhere2 ? null : field;
    gathered.findings.push({ field: name, context: null, ...asked, negated: negative, at });
  });
  return parsed.tree && collect2(parsed.tree, "", !1), readingOf(gathered);
};
function ask(operator, literal) {
  if (operator !== ":") return { kind: COMPARISONS[operator], value: textOf(literal) };
  let parts = patternOf(literal);
  if (parts.every((p) => typeof p == "string")) {
    let text = parts.join("");
    return !literal.quoted && text === "null" ? { kind: "null", value: "" } : askText(text);
  }
  return askPattern(parts);
}
function patternOf({ parts }) {
  return pattern(parts.map((p) => p ?? ANY));
}
function textOf({ parts }) {
  return parts.map((p) => p ?? "*").join("");
}

// src/catalog/corpus/lucene-parser.generated.js
var lucene_parser_generated_exports = {};
__export(lucene_parser_generated_exports, {
  StartRules: () => peg$allowedStartRules3,
  SyntaxError: () => peg$SyntaxError3,
  parse: () => peg$parse3
});
var peg$SyntaxError3 = class extends SyntaxError {
  constructor(message, expected, found, location) {
    super(message), this.expected = expected, this.found = found, this.location = location, this.name = "SyntaxError";
  }
  format(sources) {
    let str = "Error: " + this.message;
    if (this.location) {
      let src = null, st = sources.find((s2) => s2.source === this.location.source);
      st && (src = st.text.split(/\r\n|\n|\r/g));
      let s = this.location.start, offset_s = this.location.source && typeof this.location.source.offset == "function" ? this.location.source.offset(s) : s, loc = this.location.source + ":" + offset_s.line + ":" + offset_s.column;
      if (src) {
        let e = this.location.end, filler = "".padEnd(offset_s.line.toString().length, " "), line = src[s.line - 1], hatLen = (s.line === e.line ? e.column : line.length + 1) - s.column || 1;
        str += `
 --> ` + loc + `
` + filler + ` |
` + offset_s.line + " | " + line + `
` + filler + " | " + "".padEnd(s.column - 1, " ") + "".padEnd(hatLen, "^");
      } else
        str += `
 at ` + loc;
    }
    return str;
  }
  static buildMessage(expected, found) {
    function hex(ch) {
      return ch.codePointAt(0).toString(16).toUpperCase();
    }
    let nonPrintable = Object.prototype.hasOwnProperty.call(RegExp.prototype, "unicode") ? new RegExp("[\\p{C}\\p{Mn}\\p{Mc}]", "gu") : null;
    function unicodeEscape(s) {
      return nonPrintable ? s.replace(nonPrintable, (ch) => "\\u{" + hex(ch) + "}") : s;
    }
    function literalEscape(s) {
      return unicodeEscape(s.replace(/\\/g, "\\\\").replace(/"/g, '\\"').replace(/\0/g, "\\0").replace(/\t/g, "\\t").replace(/\n/g, "\\n").replace(/\r/g, "\\r").replace(/[\x00-\x0F]/g, (ch) => "\\x0" + hex(ch)).replace(/[\x10-\x1F\x7F-\x9F]/g, (ch) => "\\x" + hex(ch)));
    }
    function classEscape(s) {
      return unicodeEscape(s.replace(/\\/g, "\\\\").replace(/\]/g, "\\]").replace(/\^/g, "\\^").replace(/-/g, "\\-").replace(/\0/g, "\\0").replace(/\t/g, "\\t").replace(/\n/g, "\\n").replace(/\r/g, "\\r").replace(/[\x00-\x0F]/g, (ch) => "\\x0" + hex(ch)).replace(/[\x10-\x1F\x7F-\x9F]/g, (ch) => "\\x" + hex(ch)));
    }
    let DESCRIBE_EXPECTATION_FNS = {
      literal(expectation) {
        return '"' + literalEscape(expectation.text) + '"';
      },
      class(expectation) {
        let escapedParts = expectation.parts.map(
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
      let descriptions = expected2.map(describeExpectation);
      if (descriptions.sort(), descriptions.length > 0) {
        let j = 1;
        for (let i = 1; i < descriptions.length; i++)
          descriptions[i - 1] !== descriptions[i] && (descriptions[j] = descriptions[i], j++);
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
function peg$parse3(input, options) {
  options = options !== void 0 ? options : {};
  let peg$FAILED = {}, peg$source = options.grammarSource, peg$startRuleFunctions = {
    Query: peg$parseQuery
  }, peg$startRuleFunction = peg$parseQuery, peg$c0 = "AND", peg$c1 = "OR", peg$c2 = "&&", peg$c3 = "||", peg$c4 = "NOT", peg$c5 = "!", peg$c6 = "-", peg$c7 = "+", peg$c8 = "~", peg$c9 = "^", peg$c10 = ":", peg$c11 = "(", peg$c12 = ")", peg$c13 = "[", peg$c14 = "{", peg$c15 = "TO", peg$c16 = "]", peg$c17 = "}", peg$c18 = "*", peg$c19 = ">=", peg$c20 = "<=", peg$c21 = ">", peg$c22 = "<", peg$c23 = "/", peg$c24 = "\\", peg$c25 = '"', peg$c26 = "&", peg$c27 = "|", peg$c28 = "u", peg$r0 = /^[0-9.]/, peg$r1 = /^[\t-\n\r \]}\u3000]/, peg$r2 = /^[^ \t\r\n\u3000\]}\\]/, peg$r3 = /^[^\/\\]/, peg$r4 = /^[^"\\]/, peg$r5 = /^[\-+<>]/, peg$r6 = /^[*?]/, peg$r7 = /^[^ \t\r\n\u3000\\*?&|:()[\]{}"\^~\/!]/, peg$r8 = /^[0-9a-f]/i, peg$r9 = /^[\t-\n\r -"(+\-\u3000]/, peg$r10 = /^[ \t\r\n\u3000]/, peg$e0 = peg$literalExpectation("AND", !1), peg$e1 = peg$literalExpectation("OR", !1), peg$e2 = peg$literalExpectation("&&", !1), peg$e3 = peg$literalExpectation("||", !1), peg$e4 = peg$literalExpectation("NOT", !1), peg$e5 = peg$literalExpectation("!", !1), peg$e6 = peg$literalExpectation("-", !1), peg$e7 = peg$literalExpectation("+", !1), peg$e8 = peg$literalExpectation("~", !1), peg$e9 = peg$classExpectation([["0", "9"], "."], !1, !1, !1), peg$e10 = peg$literalExpectation("^", !1), peg$e11 = peg$literalExpectation(":", !1), peg$e12 = peg$literalExpectation("(", !1), peg$e13 = peg$literalExpectation(")", !1), peg$e14 = peg$literalExpectation("[", !1), peg$e15 = peg$literalExpectation("{", !1), peg$e16 = peg$literalExpectation("TO", !1), peg$e17 = peg$literalExpectation("]", !1), peg$e18 = peg$literalExpectation("}", !1), peg$e19 = peg$literalExpectation("*", !1), peg$e20 = peg$classExpectation([["	", `
`], "\r", " ", "]", "}", "\u3000"], !1, !1, !1), peg$e21 = peg$classExpectation([" ", "	", "\r", `
`, "\u3000", "]", "}", "\\"], !0, !1, !1), peg$e22 = peg$literalExpectation(">=", !1), peg$e23 = peg$literalExpectation("<=", !1), peg$e24 = peg$literalExpectation(">", !1), peg$e25 = peg$literalExpectation("<", !1), peg$e26 = peg$literalExpectation("/", !1), peg$e27 = peg$classExpectation(["/", "\\"], !0, !1, !1), peg$e28 = peg$literalExpectation("\\", !1), peg$e29 = peg$anyExpectation(), peg$e30 = peg$literalExpectation('"', !1), peg$e31 = peg$classExpectation(['"', "\\"], !0, !1, !1), peg$e32 = peg$classExpectation(["-", "+", "<", ">"], !1, !1, !1), peg$e33 = peg$classExpectation(["*", "?"], !1, !1, !1), peg$e34 = peg$literalExpectation("&", !1), peg$e35 = peg$literalExpectation("|", !1), peg$e36 = peg$classExpectation([" ", "	", "\r", `
`, "\u3000", "\\", "*", "?", "&", "|", ":", "(", ")", "[", "]", "{", "}", '"', "^", "~", "/", "!"], !0, !1, !1), peg$e37 = peg$literalExpectation("u", !1), peg$e38 = peg$classExpectation([["0", "9"], ["a", "f"]], !1, !0, !1), peg$e39 = peg$classExpectation([["	", `
`], "\r", [" ", '"'], "(", "+", "-", "\u3000"], !1, !1, !1), peg$e40 = peg$classExpectation([" ", "	", "\r", `
`, "\u3000"], !1, !1, !1);
  function peg$f0(first, rest) {
    return rest.length === 0 ? first : { kind: "and", operands: [first, ...rest] };
  }
  function peg$f1() {
    return !0;
  }
  function peg$f2() {
    return !0;
  }
  function peg$f3() {
    return !0;
  }
  function peg$f4() {
    return !1;
  }
  function peg$f5(marks, operand) {
    return marks.filter((m) => m).length % 2 === 0 ? operand : { kind: "not", operand };
  }
  function peg$f6(field, operand) {
    return within(operand, field);
  }
  function peg$f7() {
    return enter();
  }
  function peg$f8() {
    return leave();
  }
  function peg$f9(value) {
    return { kind: "term", field: null, value, at: offset() };
  }
  function peg$f10() {
    return "gte";
  }
  function peg$f11() {
    return "gt";
  }
  function peg$f12(from, low, high) {
    return "lte";
  }
  function peg$f13(from, low, high) {
    return "lt";
  }
  function peg$f14(from, low, high, to) {
    return { kind: "range", bounds: [[from, low], [to, high]].filter(([, v]) => v !== null) };
  }
  function peg$f15() {
    return null;
  }
  function peg$f16(parts) {
    return { kind: "literal", quoted: !1, parts };
  }
  function peg$f17() {
    return "gte";
  }
  function peg$f18() {
    return "lte";
  }
  function peg$f19() {
    return "gt";
  }
  function peg$f20() {
    return "lt";
  }
  function peg$f21(operator, value) {
    return { kind: "range", bounds: [[operator, value]] };
  }
  function peg$f22(source) {
    return { kind: "regex", source: source.replace(/\\\//g, "/") };
  }
  function peg$f23(parts) {
    return { kind: "literal", quoted: !0, parts: [parts.join("")] };
  }
  function peg$f24(parts) {
    return { kind: "literal", quoted: !1, parts };
  }
  function peg$f25(mark) {
    return { mark };
  }
  function peg$f26(digits) {
    return String.fromCharCode(parseInt(digits, 16));
  }
  let peg$currPos = options.peg$currPos | 0, peg$savedPos = peg$currPos, peg$posDetailsCache = [{ line: 1, column: 1 }], peg$maxFailPos = peg$currPos, peg$maxFailExpected = options.peg$maxFailExpected || [], peg$silentFails = options.peg$silentFails | 0, peg$result;
  if (options.startRule) {
    if (!(options.startRule in peg$startRuleFunctions))
      throw new Error(`Can't start parsing from rule "` + options.startRule + '".');
    peg$startRuleFunction = peg$startRuleFunctions[options.startRule];
  }
  function text() {
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
    throw location2 = location2 !== void 0 ? location2 : peg$computeLocation(peg$savedPos, peg$currPos), peg$buildStructuredError(
      [peg$otherExpectation(description)],
      input.substring(peg$savedPos, peg$currPos),
      location2
    );
  }
  function error(message, location2) {
    throw location2 = location2 !== void 0 ? location2 : peg$computeLocation(peg$savedPos, peg$currPos), peg$buildSimpleError(message, location2);
  }
  function peg$getUnicode(pos = peg$currPos) {
    let cp = input.codePointAt(pos);
    return cp === void 0 ? "" : String.fromCodePoint(cp);
  }
  function peg$literalExpectation(text2, ignoreCase) {
    return { type: "literal", text: text2, ignoreCase };
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
    let details = peg$posDetailsCache[pos], p;
    if (details)
      return details;
    if (pos >= peg$posDetailsCache.length)
      p = peg$posDetailsCache.length - 1;
    else
      for (p = pos; !peg$posDetailsCache[--p]; )
        ;
    for (details = peg$posDetailsCache[p], details = {
      line: details.line,
      column: details.column
    }; p < pos; )
      input.charCodeAt(p) === 10 ? (details.line++, details.column = 1) : details.column++, p++;
    return peg$posDetailsCache[pos] = details, details;
  }
  function peg$computeLocation(startPos, endPos, offset2) {
    let startPosDetails = peg$computePosDetails(startPos), endPosDetails = peg$computePosDetails(endPos), res = {
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
    return offset2 && peg$source && typeof peg$source.offset == "function" && (res.start = peg$source.offset(res.start), res.end = peg$source.offset(res.end)), res;
  }
  function peg$fail(expected2) {
    peg$currPos < peg$maxFailPos || (peg$currPos > peg$maxFailPos && (peg$maxFailPos = peg$currPos, peg$maxFailExpected = []), peg$maxFailExpected.push(expected2));
  }
  function peg$buildSimpleError(message, location2) {
    return new peg$SyntaxError3(message, null, null, location2);
  }
  function peg$buildStructuredError(expected2, found, location2) {
    return new peg$SyntaxError3(
      peg$SyntaxError3.buildMessage(expected2, found),
      expected2,
      found,
      location2
    );
  }
  function peg$parseQuery() {
    let s0, s1, s2, s3;
    return s0 = peg$currPos, s1 = peg$parse_(), s2 = peg$parseClauses(), s2 === peg$FAILED && (s2 = null), s3 = peg$parse_(), s0 = s2, s0;
  }
  function peg$parseClauses() {
    let s0, s1, s2, s3, s4, s5, s6, s7;
    if (s0 = peg$currPos, s1 = peg$parseClause(), s1 !== peg$FAILED) {
      for (s2 = [], s3 = peg$currPos, s4 = peg$parse_(), s5 = peg$currPos, s6 = peg$parseLink(), s6 !== peg$FAILED ? (s7 = peg$parse_(), s6 = [s6, s7], s5 = s6) : (peg$currPos = s5, s5 = peg$FAILED), s5 === peg$FAILED && (s5 = null), s6 = peg$parseClause(), s6 !== peg$FAILED ? s3 = s6 : (peg$currPos = s3, s3 = peg$FAILED); s3 !== peg$FAILED; )
        s2.push(s3), s3 = peg$currPos, s4 = peg$parse_(), s5 = peg$currPos, s6 = peg$parseLink(), s6 !== peg$FAILED ? (s7 = peg$parse_(), s6 = [s6, s7], s5 = s6) : (peg$currPos = s5, s5 = peg$FAILED), s5 === peg$FAILED && (s5 = null), s6 = peg$parseClause(), s6 !== peg$FAILED ? s3 = s6 : (peg$currPos = s3, s3 = peg$FAILED);
      peg$savedPos = s0, s0 = peg$f0(s1, s2);
    } else
      peg$currPos = s0, s0 = peg$FAILED;
    return s0;
  }
  function peg$parseLink() {
    let s0, s1, s2;
    return s0 = peg$currPos, input.substr(peg$currPos, 3) === peg$c0 ? (s1 = peg$c0, peg$currPos += 3) : (s1 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e0)), s1 === peg$FAILED && (input.substr(peg$currPos, 2) === peg$c1 ? (s1 = peg$c1, peg$currPos += 2) : (s1 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e1))), s1 !== peg$FAILED ? (s2 = peg$parseBreak(), s2 !== peg$FAILED ? (s1 = [s1, s2], s0 = s1) : (peg$currPos = s0, s0 = peg$FAILED)) : (peg$currPos = s0, s0 = peg$FAILED), s0 === peg$FAILED && (input.substr(peg$currPos, 2) === peg$c2 ? (s0 = peg$c2, peg$currPos += 2) : (s0 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e2)), s0 === peg$FAILED && (input.substr(peg$currPos, 2) === peg$c3 ? (s0 = peg$c3, peg$currPos += 2) : (s0 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e3)))), s0;
  }
  function peg$parseClause() {
    let s0, s1, s2, s3, s4, s5;
    for (s0 = peg$currPos, s1 = [], s2 = peg$currPos, s3 = peg$currPos, input.substr(peg$currPos, 3) === peg$c4 ? (s4 = peg$c4, peg$currPos += 3) : (s4 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e4)), s4 !== peg$FAILED ? (s5 = peg$parseBreak(), s5 !== peg$FAILED ? (peg$savedPos = s3, s3 = peg$f1()) : (peg$currPos = s3, s3 = peg$FAILED)) : (peg$currPos = s3, s3 = peg$FAILED), s3 === peg$FAILED && (s3 = peg$currPos, input.charCodeAt(peg$currPos) === 33 ? (s4 = peg$c5, peg$currPos++) : (s4 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e5)), s4 !== peg$FAILED && (peg$savedPos = s3, s4 = peg$f2()), s3 = s4, s3 === peg$FAILED && (s3 = peg$currPos, input.charCodeAt(peg$currPos) === 45 ? (s4 = peg$c6, peg$currPos++) : (s4 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e6)), s4 !== peg$FAILED && (peg$savedPos = s3, s4 = peg$f3()), s3 = s4, s3 === peg$FAILED && (s3 = peg$currPos, input.charCodeAt(peg$currPos) === 43 ? (s4 = peg$c7, peg$currPos++) : (s4 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e7)), s4 !== peg$FAILED && (peg$savedPos = s3, s4 = peg$f4()), s3 = s4))), s3 !== peg$FAILED ? (s4 = peg$parse_(), s2 = s3) : (peg$currPos = s2, s2 = peg$FAILED); s2 !== peg$FAILED; )
      s1.push(s2), s2 = peg$currPos, s3 = peg$currPos, input.substr(peg$currPos, 3) === peg$c4 ? (s4 = peg$c4, peg$currPos += 3) : (s4 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e4)), s4 !== peg$FAILED ? (s5 = peg$parseBreak(), s5 !== peg$FAILED ? (peg$savedPos = s3, s3 = peg$f1()) : (peg$currPos = s3, s3 = peg$FAILED)) : (peg$currPos = s3, s3 = peg$FAILED), s3 === peg$FAILED && (s3 = peg$currPos, input.charCodeAt(peg$currPos) === 33 ? (s4 = peg$c5, peg$currPos++) : (s4 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e5)), s4 !== peg$FAILED && (peg$savedPos = s3, s4 = peg$f2()), s3 = s4, s3 === peg$FAILED && (s3 = peg$currPos, input.charCodeAt(peg$currPos) === 45 ? (s4 = peg$c6, peg$currPos++) : (s4 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e6)), s4 !== peg$FAILED && (peg$savedPos = s3, s4 = peg$f3()), s3 = s4, s3 === peg$FAILED && (s3 = peg$currPos, input.charCodeAt(peg$currPos) === 43 ? (s4 = peg$c7, peg$currPos++) : (s4 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e7)), s4 !== peg$FAILED && (peg$savedPos = s3, s4 = peg$f4()), s3 = s4))), s3 !== peg$FAILED ? (s4 = peg$parse_(), s2 = s3) : (peg$currPos = s2, s2 = peg$FAILED);
    return s2 = peg$parseUnit(), s2 !== peg$FAILED ? (s3 = peg$parseWeight(), peg$savedPos = s0, s0 = peg$f5(s1, s2)) : (peg$currPos = s0, s0 = peg$FAILED), s0;
  }
  function peg$parseWeight() {
    let s0, s1, s2, s3, s4, s5, s6;
    if (s0 = peg$currPos, s1 = peg$currPos, input.charCodeAt(peg$currPos) === 126 ? (s2 = peg$c8, peg$currPos++) : (s2 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e8)), s2 !== peg$FAILED) {
      for (s3 = peg$currPos, s4 = [], s5 = input.charAt(peg$currPos), peg$r0.test(s5) ? peg$currPos++ : (s5 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e9)); s5 !== peg$FAILED; )
        s4.push(s5), s5 = input.charAt(peg$currPos), peg$r0.test(s5) ? peg$currPos++ : (s5 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e9));
      s3 = input.substring(s3, peg$currPos), s2 = [s2, s3], s1 = s2;
    } else
      peg$currPos = s1, s1 = peg$FAILED;
    if (s1 === peg$FAILED && (s1 = null), s2 = peg$currPos, input.charCodeAt(peg$currPos) === 94 ? (s3 = peg$c9, peg$currPos++) : (s3 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e10)), s3 !== peg$FAILED) {
      if (s4 = peg$currPos, s5 = [], s6 = input.charAt(peg$currPos), peg$r0.test(s6) ? peg$currPos++ : (s6 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e9)), s6 !== peg$FAILED)
        for (; s6 !== peg$FAILED; )
          s5.push(s6), s6 = input.charAt(peg$currPos), peg$r0.test(s6) ? peg$currPos++ : (s6 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e9));
      else
        s5 = peg$FAILED;
      s5 !== peg$FAILED ? s4 = input.substring(s4, peg$currPos) : s4 = s5, s4 !== peg$FAILED ? (s3 = [s3, s4], s2 = s3) : (peg$currPos = s2, s2 = peg$FAILED);
    } else
      peg$currPos = s2, s2 = peg$FAILED;
    return s2 === peg$FAILED && (s2 = null), s1 = [s1, s2], s0 = s1, s0;
  }
  function peg$parseUnit() {
    let s0, s1, s2, s3, s4, s5;
    return s0 = peg$parseGroup(), s0 === peg$FAILED && (s0 = peg$currPos, s1 = peg$parseTerm(), s1 !== peg$FAILED ? (s2 = peg$parse_(), input.charCodeAt(peg$currPos) === 58 ? (s3 = peg$c10, peg$currPos++) : (s3 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e11)), s3 !== peg$FAILED ? (s4 = peg$parse_(), s5 = peg$parseGroup(), s5 === peg$FAILED && (s5 = peg$parseAtom()), s5 !== peg$FAILED ? (peg$savedPos = s0, s0 = peg$f6(s1, s5)) : (peg$currPos = s0, s0 = peg$FAILED)) : (peg$currPos = s0, s0 = peg$FAILED)) : (peg$currPos = s0, s0 = peg$FAILED), s0 === peg$FAILED && (s0 = peg$parseAtom())), s0;
  }
  function peg$parseGroup() {
    let s0, s1, s2, s3, s4, s5, s6, s7;
    return s0 = peg$currPos, input.charCodeAt(peg$currPos) === 40 ? (s1 = peg$c11, peg$currPos++) : (s1 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e12)), s1 !== peg$FAILED ? (peg$savedPos = peg$currPos, s2 = peg$f7(), s2 ? s2 = void 0 : s2 = peg$FAILED, s2 !== peg$FAILED ? (s3 = peg$parse_(), s4 = peg$parseClauses(), s4 !== peg$FAILED ? (s5 = peg$parse_(), input.charCodeAt(peg$currPos) === 41 ? (s6 = peg$c12, peg$currPos++) : (s6 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e13)), s6 !== peg$FAILED ? (peg$savedPos = peg$currPos, s7 = peg$f8(), s7 ? s7 = void 0 : s7 = peg$FAILED, s7 !== peg$FAILED ? s0 = s4 : (peg$currPos = s0, s0 = peg$FAILED)) : (peg$currPos = s0, s0 = peg$FAILED)) : (peg$currPos = s0, s0 = peg$FAILED)) : (peg$currPos = s0, s0 = peg$FAILED)) : (peg$currPos = s0, s0 = peg$FAILED), s0;
  }
  function peg$parseAtom() {
    let s0, s1;
    return s0 = peg$currPos, s1 = peg$parseRange(), s1 === peg$FAILED && (s1 = peg$parseCompared(), s1 === peg$FAILED && (s1 = peg$parseRegex(), s1 === peg$FAILED && (s1 = peg$parsePhrase(), s1 === peg$FAILED && (s1 = peg$parseTerm())))), s1 !== peg$FAILED && (peg$savedPos = s0, s1 = peg$f9(s1)), s0 = s1, s0;
  }
  function peg$parseRange() {
    let s0, s1, s2, s3, s4, s5, s6, s7, s8, s9, s10, s11;
    return s0 = peg$currPos, s1 = peg$currPos, input.charCodeAt(peg$currPos) === 91 ? (s2 = peg$c13, peg$currPos++) : (s2 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e14)), s2 !== peg$FAILED && (peg$savedPos = s1, s2 = peg$f10()), s1 = s2, s1 === peg$FAILED && (s1 = peg$currPos, input.charCodeAt(peg$currPos) === 123 ? (s2 = peg$c14, peg$currPos++) : (s2 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e15)), s2 !== peg$FAILED && (peg$savedPos = s1, s2 = peg$f11()), s1 = s2), s1 !== peg$FAILED ? (s2 = peg$parse_(), s3 = peg$parseBound(), s3 !== peg$FAILED ? (s4 = peg$parse_(), input.substr(peg$currPos, 2) === peg$c15 ? (s5 = peg$c15, peg$currPos += 2) : (s5 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e16)), s5 !== peg$FAILED ? (s6 = peg$parseSpace(), s6 !== peg$FAILED ? (s7 = peg$parse_(), s8 = peg$parseBound(), s8 !== peg$FAILED ? (s9 = peg$parse_(), s10 = peg$currPos, input.charCodeAt(peg$currPos) === 93 ? (s11 = peg$c16, peg$currPos++) : (s11 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e17)), s11 !== peg$FAILED && (peg$savedPos = s10, s11 = peg$f12(s1, s3, s8)), s10 = s11, s10 === peg$FAILED && (s10 = peg$currPos, input.charCodeAt(peg$currPos) === 125 ? (s11 = peg$c17, peg$currPos++) : (s11 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e18)), s11 !== peg$FAILED && (peg$savedPos = s10, s11 = peg$f13(s1, s3, s8)), s10 = s11), s10 !== peg$FAILED ? (peg$savedPos = s0, s0 = peg$f14(s1, s3, s8, s10)) : (peg$currPos = s0, s0 = peg$FAILED)) : (peg$currPos = s0, s0 = peg$FAILED)) : (peg$currPos = s0, s0 = peg$FAILED)) : (peg$currPos = s0, s0 = peg$FAILED)) : (peg$currPos = s0, s0 = peg$FAILED)) : (peg$currPos = s0, s0 = peg$FAILED), s0;
  }
  function peg$parseBound() {
    let s0, s1, s2, s3, s4;
    if (s0 = peg$currPos, input.charCodeAt(peg$currPos) === 42 ? (s1 = peg$c18, peg$currPos++) : (s1 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e19)), s1 !== peg$FAILED ? (s2 = peg$currPos, peg$silentFails++, s3 = input.charAt(peg$currPos), peg$r1.test(s3) ? peg$currPos++ : (s3 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e20)), peg$silentFails--, s3 !== peg$FAILED ? (peg$currPos = s2, s2 = void 0) : s2 = peg$FAILED, s2 !== peg$FAILED ? (peg$savedPos = s0, s0 = peg$f15()) : (peg$currPos = s0, s0 = peg$FAILED)) : (peg$currPos = s0, s0 = peg$FAILED), s0 === peg$FAILED && (s0 = peg$parsePhrase(), s0 === peg$FAILED)) {
      if (s0 = peg$currPos, s1 = [], s2 = peg$parseEscape(), s2 === peg$FAILED) {
        if (s2 = peg$currPos, s3 = [], s4 = input.charAt(peg$currPos), peg$r2.test(s4) ? peg$currPos++ : (s4 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e21)), s4 !== peg$FAILED)
          for (; s4 !== peg$FAILED; )
            s3.push(s4), s4 = input.charAt(peg$currPos), peg$r2.test(s4) ? peg$currPos++ : (s4 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e21));
        else
          s3 = peg$FAILED;
        s3 !== peg$FAILED ? s2 = input.substring(s2, peg$currPos) : s2 = s3;
      }
      if (s2 !== peg$FAILED) {
        for (; s2 !== peg$FAILED; )
          if (s1.push(s2), s2 = peg$parseEscape(), s2 === peg$FAILED) {
            if (s2 = peg$currPos, s3 = [], s4 = input.charAt(peg$currPos), peg$r2.test(s4) ? peg$currPos++ : (s4 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e21)), s4 !== peg$FAILED)
              for (; s4 !== peg$FAILED; )
                s3.push(s4), s4 = input.charAt(peg$currPos), peg$r2.test(s4) ? peg$currPos++ : (s4 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e21));
            else
              s3 = peg$FAILED;
            s3 !== peg$FAILED ? s2 = input.substring(s2, peg$currPos) : s2 = s3;
          }
      } else
        s1 = peg$FAILED;
      s1 !== peg$FAILED && (peg$savedPos = s0, s1 = peg$f16(s1)), s0 = s1;
    }
    return s0;
  }
  function peg$parseCompared() {
    let s0, s1, s2, s3;
    return s0 = peg$currPos, s1 = peg$currPos, input.substr(peg$currPos, 2) === peg$c19 ? (s2 = peg$c19, peg$currPos += 2) : (s2 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e22)), s2 !== peg$FAILED && (peg$savedPos = s1, s2 = peg$f17()), s1 = s2, s1 === peg$FAILED && (s1 = peg$currPos, input.substr(peg$currPos, 2) === peg$c20 ? (s2 = peg$c20, peg$currPos += 2) : (s2 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e23)), s2 !== peg$FAILED && (peg$savedPos = s1, s2 = peg$f18()), s1 = s2, s1 === peg$FAILED && (s1 = peg$currPos, input.charCodeAt(peg$currPos) === 62 ? (s2 = peg$c21, peg$currPos++) : (s2 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e24)), s2 !== peg$FAILED && (peg$savedPos = s1, s2 = peg$f19()), s1 = s2, s1 === peg$FAILED && (s1 = peg$currPos, input.charCodeAt(peg$currPos) === 60 ? (s2 = peg$c22, peg$currPos++) : (s2 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e25)), s2 !== peg$FAILED && (peg$savedPos = s1, s2 = peg$f20()), s1 = s2))), s1 !== peg$FAILED ? (s2 = peg$parse_(), s3 = peg$parsePhrase(), s3 === peg$FAILED && (s3 = peg$parseTerm()), s3 !== peg$FAILED ? (peg$savedPos = s0, s0 = peg$f21(s1, s3)) : (peg$currPos = s0, s0 = peg$FAILED)) : (peg$currPos = s0, s0 = peg$FAILED), s0;
  }
  function peg$parseRegex() {
    let s0, s1, s2, s3, s4, s5, s6;
    if (s0 = peg$currPos, input.charCodeAt(peg$currPos) === 47 ? (s1 = peg$c23, peg$currPos++) : (s1 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e26)), s1 !== peg$FAILED) {
      for (s2 = peg$currPos, s3 = [], s4 = input.charAt(peg$currPos), peg$r3.test(s4) ? peg$currPos++ : (s4 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e27)), s4 === peg$FAILED && (s4 = peg$currPos, input.charCodeAt(peg$currPos) === 92 ? (s5 = peg$c24, peg$currPos++) : (s5 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e28)), s5 !== peg$FAILED ? (input.length > peg$currPos ? (s6 = input.charAt(peg$currPos), peg$currPos++) : (s6 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e29)), s6 !== peg$FAILED ? (s5 = [s5, s6], s4 = s5) : (peg$currPos = s4, s4 = peg$FAILED)) : (peg$currPos = s4, s4 = peg$FAILED)); s4 !== peg$FAILED; )
        s3.push(s4), s4 = input.charAt(peg$currPos), peg$r3.test(s4) ? peg$currPos++ : (s4 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e27)), s4 === peg$FAILED && (s4 = peg$currPos, input.charCodeAt(peg$currPos) === 92 ? (s5 = peg$c24, peg$currPos++) : (s5 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e28)), s5 !== peg$FAILED ? (input.length > peg$currPos ? (s6 = input.charAt(peg$currPos), peg$currPos++) : (s6 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e29)), s6 !== peg$FAILED ? (s5 = [s5, s6], s4 = s5) : (peg$currPos = s4, s4 = peg$FAILED)) : (peg$currPos = s4, s4 = peg$FAILED));
      s2 = input.substring(s2, peg$currPos), input.charCodeAt(peg$currPos) === 47 ? (s3 = peg$c23, peg$currPos++) : (s3 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e26)), s3 !== peg$FAILED ? (peg$savedPos = s0, s0 = peg$f22(s2)) : (peg$currPos = s0, s0 = peg$FAILED);
    } else
      peg$currPos = s0, s0 = peg$FAILED;
    return s0;
  }
  function peg$parsePhrase() {
    let s0, s1, s2, s3, s4, s5;
    if (s0 = peg$currPos, input.charCodeAt(peg$currPos) === 34 ? (s1 = peg$c25, peg$currPos++) : (s1 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e30)), s1 !== peg$FAILED) {
      if (s2 = [], s3 = peg$parseEscape(), s3 === peg$FAILED) {
        if (s3 = peg$currPos, s4 = [], s5 = input.charAt(peg$currPos), peg$r4.test(s5) ? peg$currPos++ : (s5 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e31)), s5 !== peg$FAILED)
          for (; s5 !== peg$FAILED; )
            s4.push(s5), s5 = input.charAt(peg$currPos), peg$r4.test(s5) ? peg$currPos++ : (s5 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e31));
        else
          s4 = peg$FAILED;
        s4 !== peg$FAILED ? s3 = input.substring(s3, peg$currPos) : s3 = s4;
      }
      for (; s3 !== peg$FAILED; )
        if (s2.push(s3), s3 = peg$parseEscape(), s3 === peg$FAILED) {
          if (s3 = peg$currPos, s4 = [], s5 = input.charAt(peg$currPos), peg$r4.test(s5) ? peg$currPos++ : (s5 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e31)), s5 !== peg$FAILED)
            for (; s5 !== peg$FAILED; )
              s4.push(s5), s5 = input.charAt(peg$currPos), peg$r4.test(s5) ? peg$currPos++ : (s5 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e31));
          else
            s4 = peg$FAILED;
          s4 !== peg$FAILED ? s3 = input.substring(s3, peg$currPos) : s3 = s4;
        }
      input.charCodeAt(peg$currPos) === 34 ? (s3 = peg$c25, peg$currPos++) : (s3 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e30)), s3 !== peg$FAILED ? (peg$savedPos = s0, s0 = peg$f23(s2)) : (peg$currPos = s0, s0 = peg$FAILED);
    } else
      peg$currPos = s0, s0 = peg$FAILED;
    return s0;
  }
  function peg$parseTerm() {
    let s0, s1, s2, s3, s4;
    if (s0 = peg$currPos, s1 = peg$currPos, peg$silentFails++, s2 = peg$parseLink(), s2 === peg$FAILED && (s2 = peg$currPos, input.substr(peg$currPos, 3) === peg$c4 ? (s3 = peg$c4, peg$currPos += 3) : (s3 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e4)), s3 !== peg$FAILED ? (s4 = peg$parseBreak(), s4 !== peg$FAILED ? (s3 = [s3, s4], s2 = s3) : (peg$currPos = s2, s2 = peg$FAILED)) : (peg$currPos = s2, s2 = peg$FAILED)), peg$silentFails--, s2 === peg$FAILED ? s1 = void 0 : (peg$currPos = s1, s1 = peg$FAILED), s1 !== peg$FAILED)
      if (s2 = peg$currPos, peg$silentFails++, s3 = input.charAt(peg$currPos), peg$r5.test(s3) ? peg$currPos++ : (s3 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e32)), peg$silentFails--, s3 === peg$FAILED ? s2 = void 0 : (peg$currPos = s2, s2 = peg$FAILED), s2 !== peg$FAILED) {
        if (s3 = [], s4 = peg$parseCharacter(), s4 !== peg$FAILED)
          for (; s4 !== peg$FAILED; )
            s3.push(s4), s4 = peg$parseCharacter();
        else
          s3 = peg$FAILED;
        s3 !== peg$FAILED ? (peg$savedPos = s0, s0 = peg$f24(s3)) : (peg$currPos = s0, s0 = peg$FAILED);
      } else
        peg$currPos = s0, s0 = peg$FAILED;
    else
      peg$currPos = s0, s0 = peg$FAILED;
    return s0;
  }
  function peg$parseCharacter() {
    let s0, s1, s2, s3, s4;
    if (s0 = peg$parseEscape(), s0 === peg$FAILED && (s0 = peg$currPos, s1 = input.charAt(peg$currPos), peg$r6.test(s1) ? peg$currPos++ : (s1 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e33)), s1 !== peg$FAILED && (peg$savedPos = s0, s1 = peg$f25(s1)), s0 = s1, s0 === peg$FAILED && (s0 = peg$currPos, s1 = peg$currPos, input.charCodeAt(peg$currPos) === 38 ? (s2 = peg$c26, peg$currPos++) : (s2 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e34)), s2 !== peg$FAILED ? (s3 = peg$currPos, peg$silentFails++, input.charCodeAt(peg$currPos) === 38 ? (s4 = peg$c26, peg$currPos++) : (s4 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e34)), peg$silentFails--, s4 === peg$FAILED ? s3 = void 0 : (peg$currPos = s3, s3 = peg$FAILED), s3 !== peg$FAILED ? (s2 = [s2, s3], s1 = s2) : (peg$currPos = s1, s1 = peg$FAILED)) : (peg$currPos = s1, s1 = peg$FAILED), s1 !== peg$FAILED ? s0 = input.substring(s0, peg$currPos) : s0 = s1, s0 === peg$FAILED && (s0 = peg$currPos, s1 = peg$currPos, input.charCodeAt(peg$currPos) === 124 ? (s2 = peg$c27, peg$currPos++) : (s2 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e35)), s2 !== peg$FAILED ? (s3 = peg$currPos, peg$silentFails++, input.charCodeAt(peg$currPos) === 124 ? (s4 = peg$c27, peg$currPos++) : (s4 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e35)), peg$silentFails--, s4 === peg$FAILED ? s3 = void 0 : (peg$currPos = s3, s3 = peg$FAILED), s3 !== peg$FAILED ? (s2 = [s2, s3], s1 = s2) : (peg$currPos = s1, s1 = peg$FAILED)) : (peg$currPos = s1, s1 = peg$FAILED), s1 !== peg$FAILED ? s0 = input.substring(s0, peg$currPos) : s0 = s1, s0 === peg$FAILED)))) {
      if (s0 = peg$currPos, s1 = [], s2 = input.charAt(peg$currPos), peg$r7.test(s2) ? peg$currPos++ : (s2 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e36)), s2 !== peg$FAILED)
        for (; s2 !== peg$FAILED; )
          s1.push(s2), s2 = input.charAt(peg$currPos), peg$r7.test(s2) ? peg$currPos++ : (s2 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e36));
      else
        s1 = peg$FAILED;
      s1 !== peg$FAILED ? s0 = input.substring(s0, peg$currPos) : s0 = s1;
    }
    return s0;
  }
  function peg$parseEscape() {
    let s0, s1, s2, s3, s4, s5, s6, s7;
    if (s0 = peg$currPos, input.charCodeAt(peg$currPos) === 92 ? (s1 = peg$c24, peg$currPos++) : (s1 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e28)), s1 !== peg$FAILED) {
      if (s2 = peg$currPos, input.charCodeAt(peg$currPos) === 117 ? (s3 = peg$c28, peg$currPos++) : (s3 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e37)), s3 !== peg$FAILED) {
        for (s4 = peg$currPos, s5 = peg$currPos, s6 = [], s7 = input.charAt(peg$currPos), peg$r8.test(s7) ? peg$currPos++ : (s7 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e38)); s7 !== peg$FAILED; )
          s6.push(s7), s6.length >= 4 ? s7 = peg$FAILED : (s7 = input.charAt(peg$currPos), peg$r8.test(s7) ? peg$currPos++ : (s7 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e38)));
        s6.length < 4 ? (peg$currPos = s5, s5 = peg$FAILED) : s5 = s6, s5 !== peg$FAILED ? s4 = input.substring(s4, peg$currPos) : s4 = s5, s4 !== peg$FAILED ? (peg$savedPos = s2, s2 = peg$f26(s4)) : (peg$currPos = s2, s2 = peg$FAILED);
      } else
        peg$currPos = s2, s2 = peg$FAILED;
      s2 === peg$FAILED && (input.length > peg$currPos ? (s2 = input.charAt(peg$currPos), peg$currPos++) : (s2 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e29))), s2 !== peg$FAILED ? s0 = s2 : (peg$currPos = s0, s0 = peg$FAILED);
    } else
      peg$currPos = s0, s0 = peg$FAILED;
    return s0;
  }
  function peg$parseBreak() {
    let s0, s1;
    return s0 = peg$currPos, peg$silentFails++, s1 = input.charAt(peg$currPos), peg$r9.test(s1) ? peg$currPos++ : (s1 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e39)), peg$silentFails--, s1 !== peg$FAILED ? (peg$currPos = s0, s0 = void 0) : s0 = peg$FAILED, s0 === peg$FAILED && (s0 = peg$currPos, peg$silentFails++, input.length > peg$currPos ? (s1 = input.charAt(peg$currPos), peg$currPos++) : (s1 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e29)), peg$silentFails--, s1 === peg$FAILED ? s0 = void 0 : (peg$currPos = s0, s0 = peg$FAILED)), s0;
  }
  function peg$parseSpace() {
    let s0;
    return s0 = input.charAt(peg$currPos), peg$r10.test(s0) ? peg$currPos++ : (s0 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e40)), s0;
  }
  function peg$parse_() {
    let s0, s1;
    for (s0 = [], s1 = peg$parseSpace(); s1 !== peg$FAILED; )
      s0.push(s1), s1 = peg$parseSpace();
    return s0;
  }
  let depth = 0, enter = () => (++depth > options.maxDepth && error(`Brackets nest deeper than ${options.maxDepth} levels.`), !0), leave = () => (depth--, !0);
  function within(node, field) {
    return node.kind === "term" ? node.field === null ? { ...node, field } : node : node.kind === "not" ? { kind: "not", operand: within(node.operand, field) } : { kind: "and", operands: node.operands.map((o) => within(o, field)) };
  }
  peg$result = peg$startRuleFunction();
  let peg$success = peg$result !== peg$FAILED && peg$currPos === input.length;
  function peg$throw() {
    throw peg$result !== peg$FAILED && peg$currPos < input.length && peg$fail(peg$endExpectation()), peg$buildStructuredError(
      peg$maxFailExpected,
      peg$maxFailPos < input.length ? peg$getUnicode(peg$maxFailPos) : null,
      peg$maxFailPos < input.length ? peg$computeLocation(peg$maxFailPos, peg$maxFailPos + 1) : peg$computeLocation(peg$maxFailPos, peg$maxFailPos)
    );
  }
  if (options.peg$library)
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
  if (peg$success)
    return peg$result;
  peg$throw();
}
var peg$allowedStartRules3 = [
  "Query"
];

// src/catalog/corpus/lucene.ts
var readLucene = (text) => {
  let parsed = parseQuery(lucene_parser_generated_exports, text);
  if ("problem" in parsed) return refused(parsed.problem.message, parsed.problem.at);
  let gathered = nothingYet();
  return parsed.tree && eachLeaf(parsed.tree, !1, ({ field, value, at }, negated) => {
    let name = field && textOf2(field);
    for (let finding of findingsOf(name, value))
      gathered.findings.push({ ...finding, context: null, negated, at });
  }), readingOf(gathered);
};
function findingsOf(name, value) {
  if (name === "_exists_" && value.kind === "literal")
    return [{ field: textOf2(value), kind: "exists", value: "" }];
  if (name !== null && name !== "*") return ask2(value).map((a) => ({ field: name, ...a }));
  let asked = askAnywhere(value);
  return asked ? [{ field: null, ...asked }] : [];
}
function ask2(value) {
  switch (value.kind) {
    case "regex":
      return [{ kind: "regex", value: value.source }];
    case "range":
      return value.bounds.map(([kind, bound]) => ({ kind, value: textOf2(bound) }));
    case "literal": {
      let parts = patternOf2(value);
      return [parts.every((p) => typeof p == "string") ? askText(parts.join("")) : askPattern(parts)];
    }
  }
}
function askAnywhere(value) {
  switch (value.kind) {
    case "regex":
      return { kind: "keyword", value: value.source };
    case "range":
      return null;
    case "literal":
      return askKeyword(patternOf2(value));
  }
}
function patternOf2({ parts }) {
  return pattern(parts.map((p) => typeof p == "string" ? p : p.mark === "*" ? ANY : ONE));
}
function textOf2({ parts }) {
  return parts.map((p) => typeof p == "string" ? p : p.mark).join("");
}

// src/catalog/corpus/elastic.ts
var READERS = {
  kuery: readKuery,
  lucene: readLucene,
  eql: readEql
};
function readElasticToml(file) {
  let document;
  try {
    document = parse2(file.text, { integersAsBigInt: !0 });
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    let message = error.message.split(`
`, 1)[0].replace(/^Invalid TOML document: /, ""), place = `Line ${error.line}, column ${error.column}`;
    return [unreadRule(headOf({}, file, 0), file.path, `${place}: not TOML: ${message}.`)];
  }
  let rule = isFields(document) ? document.rule : void 0;
  if (!isFields(rule)) return "There is no table `rule` in it.";
  let table = Math.max(0, file.text.search(/^[ \t]*\[rule\]/m)), key = file.text.slice(table).search(/^[ \t]*query[ \t]*=/m);
  return [readRule(rule, file, 0, key < 0 ? table : table + key)];
}
function readElasticJson(file) {
  let whole = parseJson(file.text), documents = whole === void 0 ? linesOf(file.text).map(({ text, start }) => ({ value: parseJson(text), start })) : (Array.isArray(whole) ? whole : [whole]).map((value) => ({ value, start: 0 }));
  return documents.some(({ value }) => isRule(value)) ? documents.flatMap(({ value, start }, position) => {
    if (value !== void 0) return isRule(value) ? [readRule(value, file, position, start)] : [];
    let problem = `Line ${lineAt(file, start)}, column 1: not JSON.`;
    return [unreadRule(headOf({}, file, position), file.path, problem)];
  }) : "There is no detection rule of Elastic in it.";
}
function linesOf(text) {
  return [...text.matchAll(/[^\r\n]+/g)].filter((line) => line[0].trim() !== "").map((line) => ({ text: line[0], start: line.index ?? 0 }));
}
function readRule(rule, file, position, begin) {
  let head = headOf(rule, file, position), type = textIn(rule, "type"), query = textIn(rule, "query");
  if (query === null) {
    let problem = `A rule of type ${type ?? "unknown"} without a query says nothing of single events.`;
    return unreadRule(head, file.path, problem);
  }
  let language = textIn(rule, "language")?.toLowerCase() ?? (type === "eql" ? "eql" : "kuery"), read = Object.hasOwn(READERS, language) ? READERS[language] : void 0;
  if (!read) {
    let name = language === "esql" ? "ES|QL" : `the language '${language}'`;
    return unreadRule(head, file.path, `Queries in ${name} are not read.`);
  }
  let found = query.trim() === "" ? -1 : file.text.indexOf(query, begin), toFile = found < 0 ? null : (at) => found + at, start = Math.max(begin, file.text.indexOf(JSON.stringify(query), begin)), made = readQuery(head, { text: query, file, toFile, start }, read);
  if (!Array.isArray(rule.filters) || rule.filters.length === 0) return made;
  let note = { message: "The filters beside the query are not read.", line: lineAt(file, begin) };
  return { ...made, notes: [...made.notes, note] };
}
function headOf(rule, { path }, position) {
  let id = textIn(rule, "rule_id") ?? textIn(rule, "id"), title = textIn(rule, "name") ?? path.replace(/^.*[/\\]/, "");
  return { language: "elastic", position, id, title };
}
function isRule(value) {
  return isFields(value) ? textIn(value, "type") !== null && textIn(value, "name") !== null && "risk_score" in value : !1;
}
function isFields(value) {
  return typeof value == "object" && value !== null && !Array.isArray(value);
}
function textIn(fields, key) {
  let value = Object.hasOwn(fields, key) ? fields[key] : void 0;
  return typeof value == "string" && value !== "" ? value : null;
}
function parseJson(text) {
  try {
    return JSON.parse(text);
  } catch {
    return;
  }
}

// src/catalog/corpus/kusto-dialect.ts
var QUESTIONS = {
  in: "eq",
  "in~": "eq",
  has: "match",
  has_cs: "match",
  has_any: "match",
  has_all: "match",
  hasprefix: "match",
  hasprefix_cs: "match",
  hassuffix: "match",
  hassuffix_cs: "match",
  contains: "match",
  contains_cs: "match",
  startswith: "starts_with",
  startswith_cs: "starts_with",
  endswith: "ends_with",
  endswith_cs: "ends_with"
}, KUSTO = {
  operators: {
    "==": { question: "eq" },
    "=~": { question: "eq" },
    "!=": { question: "eq", negated: !0 },
    "<>": { question: "eq", negated: !0 },
    "!~": { question: "eq", negated: !0 },
    ":": { question: "match" },
    "<": { question: "lt" },
    "<=": { question: "lte" },
    ">": { question: "gt" },
    ">=": { question: "gte" },
    "matches regex": { question: "regex" },
    ...Object.fromEntries(
      Object.entries(QUESTIONS).flatMap(([name, question]) => [
        [name, { question }],
        [`!${name}`, { question, negated: !0 }]
      ])
    )
  },
  functions: {
    isempty: { question: "null" },
    isnull: { question: "null" },
    isnotempty: { question: "exists" },
    isnotnull: { question: "exists" },
    notempty: { question: "exists" },
    notnull: { question: "exists" },
    ipv4_is_in_range: { question: "cidr" },
    ipv4_is_in_any_range: { question: "cidr" },
    ipv4_is_match: { question: "cidr" },
    ipv6_is_in_range: { question: "cidr" },
    ipv6_is_in_any_range: { question: "cidr" },
    ipv6_is_match: { question: "cidr" },
    has_ipv4: { question: "match" },
    has_any_ipv4: { question: "match" },
    has_ipv4_prefix: { question: "match" },
    has_any_ipv4_prefix: { question: "match" },
    set_has_element: { question: "eq", subject: 1 }
  },
  transparent: /* @__PURE__ */ new Set([
    "tostring",
    "tolower",
    "toupper",
    "toint",
    "tolong",
    "todouble",
    "toreal",
    "tobool",
    "toguid",
    "todynamic",
    "parse_json"
  ]),
  wildcards: { any: "*", one: null, escape: null },
  times: /* @__PURE__ */ new Set(["timegenerated", "timestamp", "ingestion_time"])
};

// src/catalog/corpus/kusto-expression.ts
var ARITHMETIC = /* @__PURE__ */ new Set(["+", "-", "*", "/", "%"]);
function kustoExpressions({ typeOf, stringValue }) {
  let isQuery = (e) => typeOf(e) === "PipeExpression";
  function read(element, scope, subquery) {
    return expression(element);
    function expression(node) {
      let at = node.TextStart;
      switch (typeOf(node)) {
        case "ParenthesizedExpression": {
          let inner = children(node)[1];
          return isQuery(inner) ? nested(inner) : expression(inner);
        }
        case "BinaryExpression":
          return binary(node);
        case "InExpression":
        case "HasAnyExpression":
        case "HasAllExpression": {
          let [subject, operator, list] = children(node), given = items(children(list)[1]).flatMap(values);
          return compare(operator, subject, given, at);
        }
        case "BetweenExpression": {
          let [subject, operator, couple] = children(node), [, low, , high] = children(couple), tested = expression(subject), bound = (name, value) => ({ kind: "compare", operator: name, subject: tested, values: values(value), at }), both = { kind: "and", operands: [bound(">=", low), bound("<=", high)] };
          return operator.Text.startsWith("!") ? { kind: "not", operand: both } : both;
        }
        case "FunctionCallExpression":
          return call(node);
        case "StarExpression":
          return { kind: "field", name: "*", at };
        default: {
          let constants = literals(node, scope);
          if (constants?.length === 1) return constants[0];
          let field = constants ? null : path(node, scope);
          return field === null ? nested(node) : { kind: "field", name: field, at };
        }
      }
    }
    function binary(node) {
      let at = node.TextStart, [left, operator, right] = children(node), name = operator.Text.toLowerCase();
      return name === "and" || name === "or" ? { kind: name, operands: chain(node, name).map(expression) } : ARITHMETIC.has(name) ? nested(node) : compare(operator, left, values(right), at);
    }
    function compare(operator, subject, given, at) {
      return { kind: "compare", operator: operator.Text.toLowerCase(), subject: expression(subject), values: given, at };
    }
    function call(node) {
      let at = node.TextStart, [name, list] = children(node), called = name.SimpleName.toLowerCase(), field = path(node, scope);
      if (field !== null) return { kind: "field", name: field, at };
      let given = items(children(list)[1]);
      return called === "not" && given.length === 1 ? { kind: "not", operand: expression(given[0]) } : !Object.hasOwn(KUSTO.functions, called) && !KUSTO.transparent.has(called) ? nested(node) : { kind: "call", name: called, operands: given.flatMap(values), at };
    }
    function values(node) {
      let constants = literals(node, scope);
      if (constants) return constants;
      let name = typeOf(node) === "NameReference" ? node.SimpleName : null;
      return name === null || !scope.constants.has(name) ? [expression(node)] : [{ kind: "computed", message: `The values of ${name} are not in the query.`, at: node.TextStart }];
    }
    function nested(node) {
      return outermost(node, isQuery).forEach(subquery), { kind: "computed", at: node.TextStart };
    }
  }
  function chain(node, name) {
    let operands = [], rest = node;
    for (; typeOf(rest) === "BinaryExpression"; ) {
      let [left, operator, right] = children(rest);
      if (operator.Text.toLowerCase() !== name) break;
      operands.push(right), rest = left;
    }
    return operands.push(rest), operands.reverse();
  }
  function literals(node, scope) {
    let at = node.TextStart;
    switch (typeOf(node)) {
      case "LiteralExpression":
      case "CompoundStringLiteralExpression":
        return [literal(node)];
      case "PrefixUnaryExpression": {
        let [sign, operand] = children(node);
        if (typeOf(operand) !== "LiteralExpression") return null;
        let { type, value } = literal(operand);
        return [{ kind: "literal", type, value: sign.Text === "-" ? `-${value}` : value, at }];
      }
      case "ParenthesizedExpression":
        return literals(children(node)[1], scope);
      case "NameReference":
        return scope.constants.get(node.SimpleName) ?? null;
      case "DynamicExpression":
        return literals(children(node)[2], scope);
      case "JsonArrayExpression":
        return all(items(children(node)[1]), scope);
      case "DataTableExpression": {
        let [, , schema, , rows] = children(node);
        return items(children(schema)[1]).length === 1 ? all(items(rows), scope) : null;
      }
      case "FunctionCallExpression": {
        let [name, list] = children(node), called = name.SimpleName.toLowerCase();
        return called === "pack_array" || called === "set_union" ? all(items(children(list)[1]), scope) : null;
      }
      default:
        return null;
    }
  }
  function all(elements, scope) {
    let found = elements.map((e) => literals(e, scope));
    return found.every((f) => f !== null) ? found.flat() : null;
  }
  function literal(node) {
    let at = node.TextStart, texts = children(node).flatMap((c) => c.Text === void 0 ? children(c) : [c]).map((t) => t.Text ?? "");
    if (texts.every((t) => /^[@hH]*["'`]/.test(t)))
      return { kind: "literal", type: "text", value: texts.map(stringValue).join(""), at };
    let text = texts.join("");
    if (/^(?:true|false)$/i.test(text))
      return { kind: "literal", type: "boolean", value: text.toLowerCase(), at };
    let value = /^\w+\(([^]*)\)$/.exec(text)?.[1]?.trim() ?? text;
    return { kind: "literal", type: value === "null" ? "null" : /^-?[\d.]+$/.test(value) ? "number" : "text", value, at };
  }
  function path(element, scope) {
    let steps = [], node = element;
    for (; ; )
      switch (typeOf(node)) {
        case "NameReference": {
          let name = node.SimpleName;
          return scope.constants.has(name) ? null : [scope.aliases.get(name) ?? name, ...steps.reverse()].join(".");
        }
        case "PathExpression": {
          let [base, , step] = children(node);
          if (step?.SimpleName === void 0) return null;
          let side = base.SimpleName;
          if (side === "$left" || side === "$right")
            return [step.SimpleName, ...steps.reverse()].join(".");
          steps.push(step.SimpleName), node = base;
          break;
        }
        case "ElementExpression": {
          let [base, bracket] = children(node), key = literals(children(bracket)[1], scope)?.[0];
          if (key?.type === "text") steps.push(key.value);
          else if (key?.type !== "number") return null;
          node = base;
          break;
        }
        case "ParenthesizedExpression":
          node = children(node)[1];
          break;
        case "FunctionCallExpression": {
          let [name, list] = children(node), called = name.SimpleName.toLowerCase();
          if (called === "ingestion_time") return called;
          let [first] = items(children(list)[1]);
          if (!first) return null;
          if (called === "column_ifexists" || called === "columnifexists") {
            let column = literals(first, scope)?.[0]?.value;
            return column === void 0 ? null : [column, ...steps.reverse()].join(".");
          }
          if (!KUSTO.transparent.has(called)) return null;
          node = first;
          break;
        }
        default:
          return null;
      }
  }
  return { read, literals, fieldOf: path };
}

// src/catalog/corpus/kusto.ts
var CONDITIONAL = {
  countif: 0,
  count_distinctif: 1,
  dcountif: 1,
  sumif: 1,
  avgif: 1,
  minif: 1,
  maxif: 1,
  make_list_if: 1,
  make_set_if: 1,
  make_bag_if: 1,
  take_anyif: 1
};
function kustoReader(parser) {
  return (text) => {
    if (bracketDepth(text) > MAX_QUERY_DEPTH)
      return refused(`Brackets nest deeper than ${MAX_QUERY_DEPTH} levels.`);
    let parsed = parser.parse(text);
    if ("problem" in parsed) return refused(parsed.problem.message, parsed.problem.at);
    let gathered = nothingYet();
    try {
      readTree(parsed.root, parser, gathered);
    } catch (error) {
      let reason = error instanceof Error ? error.message : String(error);
      return refused(`The query has a form that is not read (${reason}).`);
    }
    return readingOf({ ...gathered, findings: gathered.findings.map(keyword) });
  };
}
function keyword(finding) {
  return finding.field === "*" ? { ...finding, field: null, context: null, kind: "keyword" } : finding;
}
function anywhere(text) {
  let { at } = text, asked = askKeyword(wildcardPattern(text.value, KUSTO.wildcards));
  if (!asked) return text;
  let subject = { kind: "field", name: "*", at }, values = [{ ...text, value: asked.value }];
  return { kind: "compare", operator: "has", subject, values, at };
}
function readTree(root, parser, gathered) {
  let { typeOf } = parser, expressions = kustoExpressions(parser), constants = /* @__PURE__ */ new Map(), queries = /* @__PURE__ */ new Map();
  statements(root, !1);
  function statements(element, negated) {
    let last = noRows();
    for (let node of outermost(element, (e) => STATEMENTS.has(typeOf(e))))
      typeOf(node) === "LetStatement" ? bind(node, negated) : last = query(node, negated);
    return last;
  }
  function bind(node, negated) {
    let [, declared, , value] = children(node), name = declared.SimpleName, scope = { constants, aliases: noRows().aliases };
    if (typeOf(value) === "FunctionDeclaration") {
      let [parameters, body] = children(value);
      for (let p of outermost(parameters, (e) => typeOf(e) === "NameDeclaration"))
        constants.set(p.SimpleName, null);
      queries.set(name, statements(body, negated));
      return;
    }
    let literals = expressions.literals(value, scope);
    if (literals === null) {
      let isTable = typeOf(value) === "NameReference";
      queries.set(name, isTable ? named(value.SimpleName) : statements(value, negated));
    }
    constants.set(name, literals);
  }
  function query(node, negated) {
    let stages = [], source = node;
    for (; typeOf(source) === "PipeExpression"; ) {
      let [left, , stage] = children(source);
      stages.push(stage), source = left;
    }
    let rows = rowsOf(source, negated);
    for (let stage of stages.reverse()) operator(stage, rows, negated);
    return rows;
  }
  function rowsOf(source, negated) {
    switch (typeOf(source)) {
      case "NameReference":
        return named(source.SimpleName);
      case "FunctionCallExpression": {
        let rows = statements(source, negated), name = children(source)[0].SimpleName;
        return name === "materialize" ? rows : named(name);
      }
      case "PathExpression": {
        let [, , step] = children(source);
        return named(step?.SimpleName ?? "");
      }
      case "ParenthesizedExpression":
        return query(children(source)[1], negated);
      case "UnionOperator": {
        let all = unionOf(source, negated);
        return all.length === 1 ? all[0] : noRows();
      }
      default: {
        let rows = noRows();
        return operator(source, rows, negated), rows;
      }
    }
  }
  function named(name) {
    let known = queries.get(name);
    if (known) {
      let { table, aliases, aggregates } = known;
      return { table, aliases: new Map(aliases), aggregates: new Set(aggregates) };
    }
    return { ...noRows(), table: name === "" ? null : name };
  }
  function unionOf(node, negated) {
    return children(node).filter((c) => typeOf(c) === "SyntaxList").flatMap((list) => children(list)).filter((c) => typeOf(c) === "SeparatedElement").map((c) => rowsOf(children(c)[0], negated));
  }
  function operator(node, rows, negated) {
    switch (typeOf(node)) {
      case "FilterOperator":
        return condition(children(node).at(-1), rows, negated);
      case "SearchOperator":
        return searched(children(node).at(-1), rows, negated);
      case "FindOperator": {
        let found = children(node).find((c) => /Expression$/.test(typeOf(c)));
        found && searched(found, { ...rows, table: null }, negated);
        return;
      }
      case "JoinOperator":
      case "LookupOperator": {
        let opposite = outermost(node, (e) => typeOf(e) === "NamedParameter").map(textOf3).some((k) => /^kind=(?:left|right)?anti(?:semi)?$/.test(k));
        for (let child of children(node))
          /Expression$|^NameReference$/.test(typeOf(child)) && rowsOf(child, negated !== opposite);
        return;
      }
      case "UnionOperator":
        unionOf(node, negated), rows.table = null;
        return;
      case "ExtendOperator":
      case "ProjectOperator":
      case "ProjectRenameOperator":
      case "MvExpandOperator":
        return assigned(node, rows, negated);
      case "SummarizeOperator":
      case "MakeSeriesOperator":
        return summarized(node, rows, negated);
      default:
        statements(node, negated);
    }
  }
  function condition(element, rows, negated, change = (expression) => expression) {
    let { table: context, aliases, aggregates } = rows, surroundings = { context, negated, aggregates }, expression = expressions.read(element, { constants, aliases }, (nested) => {
      query(nested, negated);
    });
    collect(change(expression), KUSTO, surroundings, gathered);
  }
  function searched(element, rows, negated) {
    condition(
      element,
      rows,
      negated,
      (expression) => mapLeaves(
        expression,
        (leaf) => leaf.kind === "literal" && leaf.type === "text" ? anywhere(leaf) : leaf
      )
    );
  }
  function assigned(node, rows, negated) {
    let changes = [];
    for (let { name, value } of assignments(node)) {
      let { aliases } = rows;
      changes.push([name, expressions.fieldOf(value, { constants, aliases })]), isCondition(value) ? condition(value, rows, negated) : statements(value, negated);
    }
    for (let [name, field] of changes)
      rows.aggregates.delete(name), field === null || field === name ? rows.aliases.delete(name) : rows.aliases.set(name, field);
  }
  function summarized(node, rows, negated) {
    let isCall = (e) => typeOf(e) === "FunctionCallExpression", calls = outermost(node, isCall);
    for (let call of calls) {
      let [name, list] = children(call), called = name.SimpleName.toLowerCase(), at = Object.hasOwn(CONDITIONAL, called) ? CONDITIONAL[called] : -1, given = items(children(list)[1]);
      given[at] && condition(given[at], rows, negated);
      let column = given[0]?.SimpleName;
      rows.aggregates.add(column === void 0 ? `${called}_` : `${called}_${column}`);
    }
    for (let { name, value } of assignments(node)) {
      let field = expressions.fieldOf(value, { constants, aliases: rows.aliases });
      field !== null ? rows.aliases.set(name, field) : isCall(value) && rows.aggregates.add(name);
    }
  }
  function assignments(node) {
    return outermost(node, (e) => typeOf(e) === "SimpleNamedExpression").map((named2) => {
      let [declared, , value] = children(named2);
      return { name: declared.SimpleName ?? "", value };
    });
  }
  function isCondition(value) {
    switch (typeOf(value)) {
      case "InExpression":
      case "HasAnyExpression":
      case "HasAllExpression":
      case "BetweenExpression":
        return !0;
      case "ParenthesizedExpression":
        return isCondition(children(value)[1]);
      case "BinaryExpression": {
        let name = children(value)[1].Text.toLowerCase();
        return name === "and" || name === "or" || Object.hasOwn(KUSTO.operators, name);
      }
      case "FunctionCallExpression": {
        let name = children(value)[0].SimpleName.toLowerCase();
        return name === "not" || Object.hasOwn(KUSTO.functions, name);
      }
      default:
        return !1;
    }
  }
  function textOf3(element) {
    return outermost(element, (e) => e.ChildCount === 0).map((t) => t.Text ?? "").join("");
  }
}
var STATEMENTS = /* @__PURE__ */ new Set([
  "LetStatement",
  "PipeExpression",
  "UnionOperator",
  "SearchOperator",
  "FindOperator"
]);
function noRows() {
  return { table: null, aliases: /* @__PURE__ */ new Map(), aggregates: /* @__PURE__ */ new Set() };
}

// src/catalog/corpus/sigma.ts
function sigmaRules({ items: items2 }, path) {
  return items2.map((item, position) => readItem(item, path, position));
}
function readItem(item, path, position) {
  let { heading, content } = item, title = heading.title ?? path.replace(/^.*[/\\]/, ""), entry2 = { language: "sigma", path, position, id: heading.id, title };
  if (content?.kind !== "rule")
    return { ...entry2, predicates: [], notes: [], problem: reasonOf(item.diagnostics) };
  let read = content.detection.conditions.map((c) => readCondition(content, c)), problem = read.find((r) => r.problem !== null)?.problem ?? null;
  if (problem !== null) return { ...entry2, predicates: [], notes: [], problem };
  let predicates = once(read.flatMap((r) => r.predicates));
  return { ...entry2, predicates, notes: read.flatMap((r) => r.notes), problem };
}
function readCondition(rule, condition) {
  let { aggregation } = condition, single = aggregation ? { ...condition, aggregation: null } : condition, { expression, diagnostics } = lower(rule, single, placeholdersOf(rule));
  if (!expression) return { predicates: [], notes: [], problem: reasonOf(diagnostics) };
  let notes = aggregation ? [{ message: "What the condition counts up is left out.", line: lineOf(aggregation) }] : [];
  return { predicates: predicatesOf(expression, contextOf(rule)), notes, problem: null };
}
function contextOf({ logsource }) {
  return logsource.category.length === 1 ? logsource.category[0].text : null;
}
function predicatesOf(expression, context) {
  let found = [], seen = { true: /* @__PURE__ */ new Set(), false: /* @__PURE__ */ new Set() }, visit = (node, negated) => {
    switch (node.kind) {
      case "and":
      case "or": {
        let done = seen[`${negated}`];
        if (done.has(node)) return;
        done.add(node);
        for (let operand of node.operands) visit(operand, negated);
        return;
      }
      case "one-of":
        for (let option of node.options) visit(option, negated);
        return;
      case "not":
        return visit(node.operand, !negated);
      case "constant":
        return;
      default: {
        let field = node.kind === "keyword" ? null : node.field.text, { kind, value } = kindOf(node);
        found.push({ field, context, kind, value: value ?? "", negated, line: lineOf(node) });
      }
    }
  };
  return visit(expression, !1), found;
}
function placeholdersOf({ detection }) {
  let names = /* @__PURE__ */ new Map(), ofPattern = (parts) => {
    for (let part of parts)
      typeof part == "object" && part.kind === "placeholder" && names.set(part.name, [`%${part.name}%`]);
  }, visit = (node) => {
    if (node.kind !== "detection-item") return node.items.forEach(visit);
    for (let value of node.values) {
      let each = value.kind === "value-group" ? value.values : [value];
      for (let v of each) v.kind === "string" && ofPattern(v.pattern);
    }
  };
  for (let identifier of detection.identifiers) visit(identifier.body);
  return Object.fromEntries(names);
}
function lineOf({ span }) {
  return lineAt(span.file, span.start);
}
function reasonOf(diagnostics) {
  let found = diagnostics.find((d) => d.severity === "error") ?? diagnostics[0];
  if (!found) return "There is no rule here.";
  let { line, column, message } = toRecord(found);
  return `Line ${line}, column ${column}: ${message}`;
}

// src/catalog/corpus/spl-parser.generated.js
var spl_parser_generated_exports = {};
__export(spl_parser_generated_exports, {
  StartRules: () => peg$allowedStartRules4,
  SyntaxError: () => peg$SyntaxError4,
  parse: () => peg$parse4
});
var peg$SyntaxError4 = class extends SyntaxError {
  constructor(message, expected, found, location) {
    super(message), this.expected = expected, this.found = found, this.location = location, this.name = "SyntaxError";
  }
  format(sources) {
    let str = "Error: " + this.message;
    if (this.location) {
      let src = null, st = sources.find((s2) => s2.source === this.location.source);
      st && (src = st.text.split(/\r\n|\n|\r/g));
      let s = this.location.start, offset_s = this.location.source && typeof this.location.source.offset == "function" ? this.location.source.offset(s) : s, loc = this.location.source + ":" + offset_s.line + ":" + offset_s.column;
      if (src) {
        let e = this.location.end, filler = "".padEnd(offset_s.line.toString().length, " "), line = src[s.line - 1], hatLen = (s.line === e.line ? e.column : line.length + 1) - s.column || 1;
        str += `
 --> ` + loc + `
` + filler + ` |
` + offset_s.line + " | " + line + `
` + filler + " | " + "".padEnd(s.column - 1, " ") + "".padEnd(hatLen, "^");
      } else
        str += `
 at ` + loc;
    }
    return str;
  }
  static buildMessage(expected, found) {
    function hex(ch) {
      return ch.codePointAt(0).toString(16).toUpperCase();
    }
    let nonPrintable = Object.prototype.hasOwnProperty.call(RegExp.prototype, "unicode") ? new RegExp("[\\p{C}\\p{Mn}\\p{Mc}]", "gu") : null;
    function unicodeEscape(s) {
      return nonPrintable ? s.replace(nonPrintable, (ch) => "\\u{" + hex(ch) + "}") : s;
    }
    function literalEscape(s) {
      return unicodeEscape(s.replace(/\\/g, "\\\\").replace(/"/g, '\\"').replace(/\0/g, "\\0").replace(/\t/g, "\\t").replace(/\n/g, "\\n").replace(/\r/g, "\\r").replace(/[\x00-\x0F]/g, (ch) => "\\x0" + hex(ch)).replace(/[\x10-\x1F\x7F-\x9F]/g, (ch) => "\\x" + hex(ch)));
    }
    function classEscape(s) {
      return unicodeEscape(s.replace(/\\/g, "\\\\").replace(/\]/g, "\\]").replace(/\^/g, "\\^").replace(/-/g, "\\-").replace(/\0/g, "\\0").replace(/\t/g, "\\t").replace(/\n/g, "\\n").replace(/\r/g, "\\r").replace(/[\x00-\x0F]/g, (ch) => "\\x0" + hex(ch)).replace(/[\x10-\x1F\x7F-\x9F]/g, (ch) => "\\x" + hex(ch)));
    }
    let DESCRIBE_EXPECTATION_FNS = {
      literal(expectation) {
        return '"' + literalEscape(expectation.text) + '"';
      },
      class(expectation) {
        let escapedParts = expectation.parts.map(
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
      let descriptions = expected2.map(describeExpectation);
      if (descriptions.sort(), descriptions.length > 0) {
        let j = 1;
        for (let i = 1; i < descriptions.length; i++)
          descriptions[i - 1] !== descriptions[i] && (descriptions[j] = descriptions[i], j++);
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
function peg$parse4(input, options) {
  options = options !== void 0 ? options : {};
  let peg$FAILED = {}, peg$source = options.grammarSource, peg$startRuleFunctions = {
    Search: peg$parseSearch
  }, peg$startRuleFunction = peg$parseSearch, peg$c0 = "|", peg$c1 = "search", peg$c2 = "where", peg$c3 = "regex", peg$c4 = "tstats", peg$c5 = "stats", peg$c6 = "eventstats", peg$c7 = "streamstats", peg$c8 = "chart", peg$c9 = "timechart", peg$c10 = "top", peg$c11 = "rare", peg$c12 = "=", peg$c13 = "!=", peg$c14 = "[", peg$c15 = "]", peg$c16 = "AND", peg$c17 = "OR", peg$c18 = "NOT", peg$c19 = "(", peg$c20 = ")", peg$c21 = "by", peg$c22 = "groupby", peg$c23 = "<=", peg$c24 = ">=", peg$c25 = "==", peg$c26 = "in", peg$c27 = ",", peg$c28 = '"', peg$c29 = "TERM", peg$c30 = "CASE", peg$c31 = "or", peg$c32 = "xor", peg$c33 = "and", peg$c34 = "not", peg$c35 = "!", peg$c36 = "like", peg$c37 = "-", peg$c38 = "'", peg$c39 = "true", peg$c40 = "false", peg$c41 = "null", peg$c42 = "$", peg$c43 = ".", peg$c44 = "e", peg$c45 = "\\", peg$c46 = "`", peg$c47 = "```", peg$r0 = /^[^ \t\r\n|\]]/, peg$r1 = /^[^"`[\]|]/, peg$r2 = /^[^"`[\]| \t\r\n]/, peg$r3 = /^[<->]/, peg$r4 = /^[^"\\|]/, peg$r5 = /^[^ \t\r\n|()[\]"`=!<>,]/, peg$r6 = /^[^ \t\r\n|()[\]"`\\]/, peg$r7 = /^[^ \t\r\n|()[\]"`\\,]/, peg$r8 = /^[^()\r\n"]/, peg$r9 = /^[ \t\r\n()[\]"`|]/, peg$r10 = /^[\-+*\/%.]/, peg$r11 = /^[^'\r\n]/, peg$r12 = /^[a-z_]/i, peg$r13 = /^[a-z0-9_]/i, peg$r14 = /^[^$ \t\r\n|]/, peg$r15 = /^[a-z_@]/i, peg$r16 = /^[a-z0-9_@:{}]/i, peg$r17 = /^[0-9]/, peg$r18 = /^[\-+]/, peg$r19 = /^[^"\\]/, peg$r20 = /^["\\]/, peg$r21 = /^[^`("]/, peg$r22 = /^[^"]/, peg$r23 = /^[^`"]/, peg$r24 = /^[ \t\r\n]/, peg$e0 = peg$literalExpectation("|", !1), peg$e1 = peg$literalExpectation("search", !0), peg$e2 = peg$literalExpectation("where", !0), peg$e3 = peg$literalExpectation("regex", !0), peg$e4 = peg$literalExpectation("tstats", !0), peg$e5 = peg$literalExpectation("stats", !0), peg$e6 = peg$literalExpectation("eventstats", !0), peg$e7 = peg$literalExpectation("streamstats", !0), peg$e8 = peg$literalExpectation("chart", !0), peg$e9 = peg$literalExpectation("timechart", !0), peg$e10 = peg$literalExpectation("top", !0), peg$e11 = peg$literalExpectation("rare", !0), peg$e12 = peg$literalExpectation("=", !1), peg$e13 = peg$literalExpectation("!=", !1), peg$e14 = peg$classExpectation([" ", "	", "\r", `
`, "|", "]"], !0, !1, !1), peg$e15 = peg$literalExpectation("[", !1), peg$e16 = peg$literalExpectation("]", !1), peg$e17 = peg$classExpectation(['"', "`", "[", "]", "|"], !0, !1, !1), peg$e18 = peg$classExpectation(['"', "`", "[", "]", "|", " ", "	", "\r", `
`], !0, !1, !1), peg$e19 = peg$literalExpectation("AND", !1), peg$e20 = peg$literalExpectation("OR", !1), peg$e21 = peg$literalExpectation("NOT", !1), peg$e22 = peg$literalExpectation("(", !1), peg$e23 = peg$literalExpectation(")", !1), peg$e24 = peg$literalExpectation("by", !0), peg$e25 = peg$literalExpectation("groupby", !0), peg$e26 = peg$literalExpectation("<=", !1), peg$e27 = peg$literalExpectation(">=", !1), peg$e28 = peg$literalExpectation("==", !1), peg$e29 = peg$classExpectation([["<", ">"]], !1, !1, !1), peg$e30 = peg$literalExpectation("IN", !0), peg$e31 = peg$literalExpectation(",", !1), peg$e32 = peg$literalExpectation('"', !1), peg$e33 = peg$classExpectation(['"', "\\", "|"], !0, !1, !1), peg$e34 = peg$classExpectation([" ", "	", "\r", `
`, "|", "(", ")", "[", "]", '"', "`", "=", "!", "<", ">", ","], !0, !1, !1), peg$e35 = peg$classExpectation([" ", "	", "\r", `
`, "|", "(", ")", "[", "]", '"', "`", "\\"], !0, !1, !1), peg$e36 = peg$classExpectation([" ", "	", "\r", `
`, "|", "(", ")", "[", "]", '"', "`", "\\", ","], !0, !1, !1), peg$e37 = peg$literalExpectation("TERM", !1), peg$e38 = peg$literalExpectation("CASE", !1), peg$e39 = peg$classExpectation(["(", ")", "\r", `
`, '"'], !0, !1, !1), peg$e40 = peg$classExpectation([" ", "	", "\r", `
`, "(", ")", "[", "]", '"', "`", "|"], !1, !1, !1), peg$e41 = peg$anyExpectation(), peg$e42 = peg$literalExpectation("or", !0), peg$e43 = peg$literalExpectation("xor", !0), peg$e44 = peg$literalExpectation("and", !0), peg$e45 = peg$literalExpectation("not", !0), peg$e46 = peg$literalExpectation("!", !1), peg$e47 = peg$literalExpectation("like", !0), peg$e48 = peg$literalExpectation("in", !0), peg$e49 = peg$classExpectation(["-", "+", "*", "/", "%", "."], !1, !1, !1), peg$e50 = peg$literalExpectation("-", !1), peg$e51 = peg$literalExpectation("'", !1), peg$e52 = peg$classExpectation(["'", "\r", `
`], !0, !1, !1), peg$e53 = peg$literalExpectation("true", !0), peg$e54 = peg$literalExpectation("false", !0), peg$e55 = peg$literalExpectation("null", !0), peg$e56 = peg$classExpectation([["a", "z"], "_"], !1, !0, !1), peg$e57 = peg$classExpectation([["a", "z"], ["0", "9"], "_"], !1, !0, !1), peg$e58 = peg$literalExpectation("$", !1), peg$e59 = peg$classExpectation(["$", " ", "	", "\r", `
`, "|"], !0, !1, !1), peg$e60 = peg$classExpectation([["a", "z"], "_", "@"], !1, !0, !1), peg$e61 = peg$classExpectation([["a", "z"], ["0", "9"], "_", "@", ":", "{", "}"], !1, !0, !1), peg$e62 = peg$literalExpectation(".", !1), peg$e63 = peg$classExpectation([["0", "9"]], !1, !1, !1), peg$e64 = peg$literalExpectation("e", !0), peg$e65 = peg$classExpectation(["-", "+"], !1, !1, !1), peg$e66 = peg$classExpectation(['"', "\\"], !0, !1, !1), peg$e67 = peg$literalExpectation("\\", !1), peg$e68 = peg$classExpectation(['"', "\\"], !1, !1, !1), peg$e69 = peg$literalExpectation("`", !1), peg$e70 = peg$classExpectation(["`", "(", '"'], !0, !1, !1), peg$e71 = peg$classExpectation(['"'], !0, !1, !1), peg$e72 = peg$classExpectation(["`", '"'], !0, !1, !1), peg$e73 = peg$classExpectation([" ", "	", "\r", `
`], !1, !1, !1), peg$e74 = peg$literalExpectation("```", !1);
  function peg$f0(first, rest) {
    return [first, ...rest].flat();
  }
  function peg$f1(condition) {
    return [{ kind: "where", condition }];
  }
  function peg$f2(regex) {
    return [regex];
  }
  function peg$f3(before) {
    return [];
  }
  function peg$f4(before, filter, after) {
    return [...filter, ...aggregates(before.flat()), ...after];
  }
  function peg$f5(after) {
    return aggregates(after);
  }
  function peg$f6(clause) {
    return clause === null ? [] : [{ kind: "search", clause }];
  }
  function peg$f7() {
    return enter(!0);
  }
  function peg$f8(clause) {
    return leave();
  }
  function peg$f9(clause) {
    return [{ kind: "search", clause }];
  }
  function peg$f10(name) {
    return !1;
  }
  function peg$f11(name) {
    return !0;
  }
  function peg$f12(name, negated) {
    return { name, negated };
  }
  function peg$f13(field, source) {
    return { kind: "regex", field, source, at: offset() };
  }
  function peg$f14(all) {
    return all.flat();
  }
  function peg$f15() {
    return enter(!1);
  }
  function peg$f16(first, rest) {
    return leave();
  }
  function peg$f17(first, rest) {
    return [first, ...rest].flat();
  }
  function peg$f18(macro) {
    return [macro];
  }
  function peg$f19(text2) {
    return [{ kind: "word", text: text2 }];
  }
  function peg$f20(text2) {
    return [{ kind: "word", text: text2 }];
  }
  function peg$f21(first, rest) {
    return link("and", [first, ...rest]);
  }
  function peg$f22(first, rest) {
    return link("or", [first, ...rest]);
  }
  function peg$f23(nots, operand) {
    return negate(nots.length, operand);
  }
  function peg$f24() {
    return enter();
  }
  function peg$f25(terms) {
    return leave();
  }
  function peg$f26(terms) {
    return terms ?? { kind: "and", operands: [] };
  }
  function peg$f27() {
    return enter(!1);
  }
  function peg$f28(first, rest) {
    return leave();
  }
  function peg$f29(first, rest) {
    return { kind: "subsearch", commands: [first, ...rest].flat(), at: offset() };
  }
  function peg$f30(value) {
    return term(null, "=", value);
  }
  function peg$f31() {
    return open.at(-1) === !0;
  }
  function peg$f32(field, ask3) {
    return ask3(field);
  }
  function peg$f33(operator, value) {
    return (field) => term(field, operator, value);
  }
  function peg$f34(subsearch) {
    return () => subsearch;
  }
  function peg$f35(values) {
    return (field) => link("or", values.map((value) => term(field, "=", value)));
  }
  function peg$f36(name) {
    return name;
  }
  function peg$f37(text2) {
    return { text: text2, at: offset() };
  }
  function peg$f38(parts) {
    return { text: parts.join(""), at: offset() };
  }
  function peg$f39(text2) {
    return { text: text2, at: offset() };
  }
  function peg$f40(parts) {
    return { text: parts.join(""), at: offset() };
  }
  function peg$f41(text2) {
    return { text: text2.trim(), at: offset() };
  }
  function peg$f42(first, rest) {
    return link("or", [first, ...rest]);
  }
  function peg$f43(first, rest) {
    return link("and", [first, ...rest]);
  }
  function peg$f44(nots, operand) {
    return negate(nots.length, operand);
  }
  function peg$f45(subject, rest) {
    if (rest === null) return subject;
    let compare = { kind: "compare", operator: rest.operator, subject, values: rest.values, at: offset() };
    return rest.negated ? { kind: "not", operand: compare } : compare;
  }
  function peg$f46(operator, value) {
    return { operator, values: [value], negated: !1 };
  }
  function peg$f47(not, value) {
    return { operator: "like", values: [value], negated: not !== null };
  }
  function peg$f48(not) {
    return enter();
  }
  function peg$f49(not, values) {
    return leave();
  }
  function peg$f50(not, values) {
    return { operator: "in", values, negated: not !== null };
  }
  function peg$f51(first, rest) {
    return rest.length === 0 ? first : { kind: "computed", at: offset() };
  }
  function peg$f52(number) {
    return { ...number, value: `-${number.value}` };
  }
  function peg$f53() {
    return enter();
  }
  function peg$f54() {
    return leave();
  }
  function peg$f55(text2) {
    return literal("text", text2, offset());
  }
  function peg$f56(name) {
    return { kind: "field", name, at: offset() };
  }
  function peg$f57(name) {
    return literal("boolean", name.toLowerCase(), offset());
  }
  function peg$f58() {
    return literal("null", "", offset());
  }
  function peg$f59(name) {
    return enter();
  }
  function peg$f60(name, operands) {
    return leave();
  }
  function peg$f61(name, operands) {
    return { kind: "call", name: name.toLowerCase(), operands, at: offset() };
  }
  function peg$f62() {
    return { kind: "computed", at: offset() };
  }
  function peg$f63(name) {
    return { kind: "field", name, at: offset() };
  }
  function peg$f64(text2) {
    return literal("number", text2, offset());
  }
  function peg$f65(parts) {
    return parts.join("");
  }
  function peg$f66(name) {
    return { kind: "computed", message: `The macro ${name.trim()} is not expanded.`, at: offset() };
  }
  let peg$currPos = options.peg$currPos | 0, peg$savedPos = peg$currPos, peg$posDetailsCache = [{ line: 1, column: 1 }], peg$maxFailPos = peg$currPos, peg$maxFailExpected = options.peg$maxFailExpected || [], peg$silentFails = options.peg$silentFails | 0, peg$result;
  if (options.startRule) {
    if (!(options.startRule in peg$startRuleFunctions))
      throw new Error(`Can't start parsing from rule "` + options.startRule + '".');
    peg$startRuleFunction = peg$startRuleFunctions[options.startRule];
  }
  function text() {
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
    throw location2 = location2 !== void 0 ? location2 : peg$computeLocation(peg$savedPos, peg$currPos), peg$buildStructuredError(
      [peg$otherExpectation(description)],
      input.substring(peg$savedPos, peg$currPos),
      location2
    );
  }
  function error(message, location2) {
    throw location2 = location2 !== void 0 ? location2 : peg$computeLocation(peg$savedPos, peg$currPos), peg$buildSimpleError(message, location2);
  }
  function peg$getUnicode(pos = peg$currPos) {
    let cp = input.codePointAt(pos);
    return cp === void 0 ? "" : String.fromCodePoint(cp);
  }
  function peg$literalExpectation(text2, ignoreCase) {
    return { type: "literal", text: text2, ignoreCase };
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
    let details = peg$posDetailsCache[pos], p;
    if (details)
      return details;
    if (pos >= peg$posDetailsCache.length)
      p = peg$posDetailsCache.length - 1;
    else
      for (p = pos; !peg$posDetailsCache[--p]; )
        ;
    for (details = peg$posDetailsCache[p], details = {
      line: details.line,
      column: details.column
    }; p < pos; )
      input.charCodeAt(p) === 10 ? (details.line++, details.column = 1) : details.column++, p++;
    return peg$posDetailsCache[pos] = details, details;
  }
  function peg$computeLocation(startPos, endPos, offset2) {
    let startPosDetails = peg$computePosDetails(startPos), endPosDetails = peg$computePosDetails(endPos), res = {
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
    return offset2 && peg$source && typeof peg$source.offset == "function" && (res.start = peg$source.offset(res.start), res.end = peg$source.offset(res.end)), res;
  }
  function peg$fail(expected2) {
    peg$currPos < peg$maxFailPos || (peg$currPos > peg$maxFailPos && (peg$maxFailPos = peg$currPos, peg$maxFailExpected = []), peg$maxFailExpected.push(expected2));
  }
  function peg$buildSimpleError(message, location2) {
    return new peg$SyntaxError4(message, null, null, location2);
  }
  function peg$buildStructuredError(expected2, found, location2) {
    return new peg$SyntaxError4(
      peg$SyntaxError4.buildMessage(expected2, found),
      expected2,
      found,
      location2
    );
  }
  function peg$parseSearch() {
    let s0, s1, s2, s3, s4, s5, s6, s7, s8;
    if (s0 = peg$currPos, s1 = peg$parse_(), s2 = peg$currPos, input.charCodeAt(peg$currPos) === 124 ? (s3 = peg$c0, peg$currPos++) : (s3 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e0)), s3 !== peg$FAILED ? (s4 = peg$parse_(), s5 = peg$parseCommand(), s5 !== peg$FAILED ? s2 = s5 : (peg$currPos = s2, s2 = peg$FAILED)) : (peg$currPos = s2, s2 = peg$FAILED), s2 === peg$FAILED && (s2 = peg$currPos, s3 = peg$currPos, s4 = input.substr(peg$currPos, 6), s4.toLowerCase() === peg$c1 ? peg$currPos += 6 : (s4 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e1)), s4 !== peg$FAILED ? (s5 = peg$parseSpace(), s5 !== peg$FAILED ? (s4 = [s4, s5], s3 = s4) : (peg$currPos = s3, s3 = peg$FAILED)) : (peg$currPos = s3, s3 = peg$FAILED), s3 === peg$FAILED && (s3 = null), s4 = peg$parse_(), s5 = peg$parseSearchCommand(), s2 = s5), s2 !== peg$FAILED) {
      for (s3 = [], s4 = peg$currPos, s5 = peg$parse_(), input.charCodeAt(peg$currPos) === 124 ? (s6 = peg$c0, peg$currPos++) : (s6 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e0)), s6 !== peg$FAILED ? (s7 = peg$parse_(), s8 = peg$parseCommand(), s8 !== peg$FAILED ? s4 = s8 : (peg$currPos = s4, s4 = peg$FAILED)) : (peg$currPos = s4, s4 = peg$FAILED); s4 !== peg$FAILED; )
        s3.push(s4), s4 = peg$currPos, s5 = peg$parse_(), input.charCodeAt(peg$currPos) === 124 ? (s6 = peg$c0, peg$currPos++) : (s6 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e0)), s6 !== peg$FAILED ? (s7 = peg$parse_(), s8 = peg$parseCommand(), s8 !== peg$FAILED ? s4 = s8 : (peg$currPos = s4, s4 = peg$FAILED)) : (peg$currPos = s4, s4 = peg$FAILED);
      s4 = peg$parse_(), peg$savedPos = s0, s0 = peg$f0(s2, s3);
    } else
      peg$currPos = s0, s0 = peg$FAILED;
    return s0;
  }
  function peg$parseCommand() {
    let s0, s1, s2, s3, s4, s5, s6, s7, s8, s9;
    if (s0 = peg$currPos, s1 = input.substr(peg$currPos, 6), s1.toLowerCase() === peg$c1 ? peg$currPos += 6 : (s1 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e1)), s1 !== peg$FAILED ? (s2 = peg$parseEnd(), s2 !== peg$FAILED ? (s3 = peg$parse_(), s4 = peg$parseSearchCommand(), s0 = s4) : (peg$currPos = s0, s0 = peg$FAILED)) : (peg$currPos = s0, s0 = peg$FAILED), s0 === peg$FAILED && (s0 = peg$currPos, s1 = input.substr(peg$currPos, 5), s1.toLowerCase() === peg$c2 ? peg$currPos += 5 : (s1 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e2)), s1 !== peg$FAILED ? (s2 = peg$parseEnd(), s2 !== peg$FAILED ? (s3 = peg$parse_(), s4 = peg$parseOr(), s4 !== peg$FAILED ? (peg$savedPos = s0, s0 = peg$f1(s4)) : (peg$currPos = s0, s0 = peg$FAILED)) : (peg$currPos = s0, s0 = peg$FAILED)) : (peg$currPos = s0, s0 = peg$FAILED), s0 === peg$FAILED && (s0 = peg$currPos, s1 = input.substr(peg$currPos, 5), s1.toLowerCase() === peg$c3 ? peg$currPos += 5 : (s1 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e3)), s1 !== peg$FAILED ? (s2 = peg$parseEnd(), s2 !== peg$FAILED ? (s3 = peg$parse_(), s4 = peg$parseRegexCommand(), s4 !== peg$FAILED ? (peg$savedPos = s0, s0 = peg$f2(s4)) : (peg$currPos = s0, s0 = peg$FAILED)) : (peg$currPos = s0, s0 = peg$FAILED)) : (peg$currPos = s0, s0 = peg$FAILED), s0 === peg$FAILED))) {
      if (s0 = peg$currPos, s1 = input.substr(peg$currPos, 6), s1.toLowerCase() === peg$c4 ? peg$currPos += 6 : (s1 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e4)), s1 !== peg$FAILED)
        if (s2 = peg$parseEnd(), s2 !== peg$FAILED) {
          for (s3 = [], s4 = peg$currPos, s5 = peg$currPos, peg$silentFails++, s6 = peg$currPos, s7 = peg$parse_(), s8 = input.substr(peg$currPos, 5), s8.toLowerCase() === peg$c2 ? peg$currPos += 5 : (s8 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e2)), s8 !== peg$FAILED ? (s9 = peg$parseEnd(), s9 !== peg$FAILED ? (s7 = [s7, s8, s9], s6 = s7) : (peg$currPos = s6, s6 = peg$FAILED)) : (peg$currPos = s6, s6 = peg$FAILED), peg$silentFails--, s6 === peg$FAILED ? s5 = void 0 : (peg$currPos = s5, s5 = peg$FAILED), s5 !== peg$FAILED ? (s6 = peg$parse_(), s7 = peg$parseArgument(), s7 !== peg$FAILED ? s4 = s7 : (peg$currPos = s4, s4 = peg$FAILED)) : (peg$currPos = s4, s4 = peg$FAILED); s4 !== peg$FAILED; )
            s3.push(s4), s4 = peg$currPos, s5 = peg$currPos, peg$silentFails++, s6 = peg$currPos, s7 = peg$parse_(), s8 = input.substr(peg$currPos, 5), s8.toLowerCase() === peg$c2 ? peg$currPos += 5 : (s8 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e2)), s8 !== peg$FAILED ? (s9 = peg$parseEnd(), s9 !== peg$FAILED ? (s7 = [s7, s8, s9], s6 = s7) : (peg$currPos = s6, s6 = peg$FAILED)) : (peg$currPos = s6, s6 = peg$FAILED), peg$silentFails--, s6 === peg$FAILED ? s5 = void 0 : (peg$currPos = s5, s5 = peg$FAILED), s5 !== peg$FAILED ? (s6 = peg$parse_(), s7 = peg$parseArgument(), s7 !== peg$FAILED ? s4 = s7 : (peg$currPos = s4, s4 = peg$FAILED)) : (peg$currPos = s4, s4 = peg$FAILED);
          s4 = peg$currPos, s5 = peg$parse_(), s6 = peg$parseFilter(), s6 !== peg$FAILED ? s4 = s6 : (peg$currPos = s4, s4 = peg$FAILED), s4 === peg$FAILED && (s4 = peg$currPos, s5 = peg$currPos, peg$silentFails++, s6 = peg$currPos, s7 = peg$parse_(), s8 = input.substr(peg$currPos, 5), s8.toLowerCase() === peg$c2 ? peg$currPos += 5 : (s8 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e2)), s8 !== peg$FAILED ? (s9 = peg$parseEnd(), s9 !== peg$FAILED ? (s7 = [s7, s8, s9], s6 = s7) : (peg$currPos = s6, s6 = peg$FAILED)) : (peg$currPos = s6, s6 = peg$FAILED), peg$silentFails--, s6 === peg$FAILED ? s5 = void 0 : (peg$currPos = s5, s5 = peg$FAILED), s5 !== peg$FAILED && (peg$savedPos = s4, s5 = peg$f3(s3)), s4 = s5), s4 !== peg$FAILED ? (s5 = peg$parseArguments(), peg$savedPos = s0, s0 = peg$f4(s3, s4, s5)) : (peg$currPos = s0, s0 = peg$FAILED);
        } else
          peg$currPos = s0, s0 = peg$FAILED;
      else
        peg$currPos = s0, s0 = peg$FAILED;
      s0 === peg$FAILED && (s0 = peg$currPos, s1 = input.substr(peg$currPos, 5), s1.toLowerCase() === peg$c5 ? peg$currPos += 5 : (s1 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e5)), s1 === peg$FAILED && (s1 = input.substr(peg$currPos, 10), s1.toLowerCase() === peg$c6 ? peg$currPos += 10 : (s1 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e6)), s1 === peg$FAILED && (s1 = input.substr(peg$currPos, 11), s1.toLowerCase() === peg$c7 ? peg$currPos += 11 : (s1 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e7)), s1 === peg$FAILED && (s1 = input.substr(peg$currPos, 5), s1.toLowerCase() === peg$c8 ? peg$currPos += 5 : (s1 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e8)), s1 === peg$FAILED && (s1 = input.substr(peg$currPos, 9), s1.toLowerCase() === peg$c9 ? peg$currPos += 9 : (s1 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e9)), s1 === peg$FAILED && (s1 = input.substr(peg$currPos, 3), s1.toLowerCase() === peg$c10 ? peg$currPos += 3 : (s1 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e10)), s1 === peg$FAILED && (s1 = input.substr(peg$currPos, 4), s1.toLowerCase() === peg$c11 ? peg$currPos += 4 : (s1 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e11)))))))), s1 !== peg$FAILED ? (s2 = peg$parseEnd(), s2 !== peg$FAILED ? (s3 = peg$parseArguments(), peg$savedPos = s0, s0 = peg$f5(s3)) : (peg$currPos = s0, s0 = peg$FAILED)) : (peg$currPos = s0, s0 = peg$FAILED), s0 === peg$FAILED && (s0 = peg$currPos, s1 = peg$currPos, peg$silentFails++, s2 = peg$currPos, s3 = input.substr(peg$currPos, 6), s3.toLowerCase() === peg$c1 ? peg$currPos += 6 : (s3 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e1)), s3 === peg$FAILED && (s3 = input.substr(peg$currPos, 5), s3.toLowerCase() === peg$c2 ? peg$currPos += 5 : (s3 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e2)), s3 === peg$FAILED && (s3 = input.substr(peg$currPos, 5), s3.toLowerCase() === peg$c3 ? peg$currPos += 5 : (s3 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e3)), s3 === peg$FAILED && (s3 = input.substr(peg$currPos, 6), s3.toLowerCase() === peg$c4 ? peg$currPos += 6 : (s3 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e4))))), s3 !== peg$FAILED ? (s4 = peg$parseEnd(), s4 !== peg$FAILED ? (s3 = [s3, s4], s2 = s3) : (peg$currPos = s2, s2 = peg$FAILED)) : (peg$currPos = s2, s2 = peg$FAILED), peg$silentFails--, s2 === peg$FAILED ? s1 = void 0 : (peg$currPos = s1, s1 = peg$FAILED), s1 !== peg$FAILED ? (s2 = peg$parseArguments(), s0 = s2) : (peg$currPos = s0, s0 = peg$FAILED)));
    }
    return s0;
  }
  function peg$parseSearchCommand() {
    let s0, s1;
    return s0 = peg$currPos, s1 = peg$parseTerms(), s1 === peg$FAILED && (s1 = null), peg$savedPos = s0, s1 = peg$f6(s1), s0 = s1, s0;
  }
  function peg$parseFilter() {
    let s0, s1, s2, s3, s4, s5, s6;
    return s0 = peg$currPos, s1 = input.substr(peg$currPos, 5), s1.toLowerCase() === peg$c2 ? peg$currPos += 5 : (s1 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e2)), s1 !== peg$FAILED ? (s2 = peg$parseEnd(), s2 !== peg$FAILED ? (s3 = peg$parse_(), peg$savedPos = peg$currPos, s4 = peg$f7(), s4 ? s4 = void 0 : s4 = peg$FAILED, s4 !== peg$FAILED ? (s5 = peg$parseTerms(), s5 !== peg$FAILED ? (peg$savedPos = peg$currPos, s6 = peg$f8(s5), s6 ? s6 = void 0 : s6 = peg$FAILED, s6 !== peg$FAILED ? (peg$savedPos = s0, s0 = peg$f9(s5)) : (peg$currPos = s0, s0 = peg$FAILED)) : (peg$currPos = s0, s0 = peg$FAILED)) : (peg$currPos = s0, s0 = peg$FAILED)) : (peg$currPos = s0, s0 = peg$FAILED)) : (peg$currPos = s0, s0 = peg$FAILED), s0;
  }
  function peg$parseRegexCommand() {
    let s0, s1, s2, s3, s4, s5;
    if (s0 = peg$currPos, s1 = peg$currPos, s2 = peg$parseName(), s2 !== peg$FAILED ? (s3 = peg$parse_(), s4 = peg$currPos, input.charCodeAt(peg$currPos) === 61 ? (s5 = peg$c12, peg$currPos++) : (s5 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e12)), s5 !== peg$FAILED && (peg$savedPos = s4, s5 = peg$f10(s2)), s4 = s5, s4 === peg$FAILED && (s4 = peg$currPos, input.substr(peg$currPos, 2) === peg$c13 ? (s5 = peg$c13, peg$currPos += 2) : (s5 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e13)), s5 !== peg$FAILED && (peg$savedPos = s4, s5 = peg$f11(s2)), s4 = s5), s4 !== peg$FAILED ? (peg$savedPos = s1, s1 = peg$f12(s2, s4)) : (peg$currPos = s1, s1 = peg$FAILED)) : (peg$currPos = s1, s1 = peg$FAILED), s1 === peg$FAILED && (s1 = null), s2 = peg$parse_(), s3 = peg$parseQuoted(), s3 === peg$FAILED) {
      if (s3 = peg$currPos, s4 = [], s5 = input.charAt(peg$currPos), peg$r0.test(s5) ? peg$currPos++ : (s5 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e14)), s5 !== peg$FAILED)
        for (; s5 !== peg$FAILED; )
          s4.push(s5), s5 = input.charAt(peg$currPos), peg$r0.test(s5) ? peg$currPos++ : (s5 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e14));
      else
        s4 = peg$FAILED;
      s4 !== peg$FAILED ? s3 = input.substring(s3, peg$currPos) : s3 = s4;
    }
    return s3 !== peg$FAILED ? (peg$savedPos = s0, s0 = peg$f13(s1, s3)) : (peg$currPos = s0, s0 = peg$FAILED), s0;
  }
  function peg$parseArguments() {
    let s0, s1, s2, s3, s4;
    for (s0 = peg$currPos, s1 = [], s2 = peg$currPos, s3 = peg$parse_(), s4 = peg$parseArgument(), s4 !== peg$FAILED ? s2 = s4 : (peg$currPos = s2, s2 = peg$FAILED); s2 !== peg$FAILED; )
      s1.push(s2), s2 = peg$currPos, s3 = peg$parse_(), s4 = peg$parseArgument(), s4 !== peg$FAILED ? s2 = s4 : (peg$currPos = s2, s2 = peg$FAILED);
    return peg$savedPos = s0, s1 = peg$f14(s1), s0 = s1, s0;
  }
  function peg$parseArgument() {
    let s0, s1, s2, s3, s4, s5, s6, s7, s8, s9, s10, s11;
    if (s0 = peg$currPos, input.charCodeAt(peg$currPos) === 91 ? (s1 = peg$c14, peg$currPos++) : (s1 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e15)), s1 !== peg$FAILED)
      if (peg$savedPos = peg$currPos, s2 = peg$f15(), s2 ? s2 = void 0 : s2 = peg$FAILED, s2 !== peg$FAILED)
        if (s3 = peg$parse_(), s4 = peg$currPos, input.charCodeAt(peg$currPos) === 124 ? (s5 = peg$c0, peg$currPos++) : (s5 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e0)), s5 !== peg$FAILED ? (s6 = peg$parse_(), s5 = [s5, s6], s4 = s5) : (peg$currPos = s4, s4 = peg$FAILED), s4 === peg$FAILED && (s4 = null), s5 = peg$parseCommand(), s5 !== peg$FAILED) {
          for (s6 = [], s7 = peg$currPos, s8 = peg$parse_(), input.charCodeAt(peg$currPos) === 124 ? (s9 = peg$c0, peg$currPos++) : (s9 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e0)), s9 !== peg$FAILED ? (s10 = peg$parse_(), s11 = peg$parseCommand(), s11 !== peg$FAILED ? s7 = s11 : (peg$currPos = s7, s7 = peg$FAILED)) : (peg$currPos = s7, s7 = peg$FAILED); s7 !== peg$FAILED; )
            s6.push(s7), s7 = peg$currPos, s8 = peg$parse_(), input.charCodeAt(peg$currPos) === 124 ? (s9 = peg$c0, peg$currPos++) : (s9 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e0)), s9 !== peg$FAILED ? (s10 = peg$parse_(), s11 = peg$parseCommand(), s11 !== peg$FAILED ? s7 = s11 : (peg$currPos = s7, s7 = peg$FAILED)) : (peg$currPos = s7, s7 = peg$FAILED);
          s7 = peg$parse_(), input.charCodeAt(peg$currPos) === 93 ? (s8 = peg$c15, peg$currPos++) : (s8 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e16)), s8 !== peg$FAILED ? (peg$savedPos = peg$currPos, s9 = peg$f16(s5, s6), s9 ? s9 = void 0 : s9 = peg$FAILED, s9 !== peg$FAILED ? (peg$savedPos = s0, s0 = peg$f17(s5, s6)) : (peg$currPos = s0, s0 = peg$FAILED)) : (peg$currPos = s0, s0 = peg$FAILED);
        } else
          peg$currPos = s0, s0 = peg$FAILED;
      else
        peg$currPos = s0, s0 = peg$FAILED;
    else
      peg$currPos = s0, s0 = peg$FAILED;
    if (s0 === peg$FAILED && (s0 = peg$currPos, s1 = peg$parseMacro(), s1 !== peg$FAILED && (peg$savedPos = s0, s1 = peg$f18(s1)), s0 = s1, s0 === peg$FAILED && (s0 = peg$currPos, s1 = peg$parseQuoted(), s1 !== peg$FAILED && (peg$savedPos = s0, s1 = peg$f19(s1)), s0 = s1, s0 === peg$FAILED))) {
      if (s0 = peg$currPos, s1 = peg$currPos, s2 = peg$currPos, s3 = input.charAt(peg$currPos), peg$r1.test(s3) ? peg$currPos++ : (s3 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e17)), s3 !== peg$FAILED) {
        for (s4 = [], s5 = input.charAt(peg$currPos), peg$r2.test(s5) ? peg$currPos++ : (s5 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e18)); s5 !== peg$FAILED; )
          s4.push(s5), s5 = input.charAt(peg$currPos), peg$r2.test(s5) ? peg$currPos++ : (s5 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e18));
        s3 = [s3, s4], s2 = s3;
      } else
        peg$currPos = s2, s2 = peg$FAILED;
      s2 !== peg$FAILED ? s1 = input.substring(s1, peg$currPos) : s1 = s2, s1 !== peg$FAILED && (peg$savedPos = s0, s1 = peg$f20(s1)), s0 = s1;
    }
    return s0;
  }
  function peg$parseTerms() {
    let s0, s1, s2, s3, s4, s5, s6, s7, s8;
    if (s0 = peg$currPos, s1 = peg$parseEither(), s1 !== peg$FAILED) {
      for (s2 = [], s3 = peg$currPos, s4 = peg$parse_(), s5 = peg$currPos, input.substr(peg$currPos, 3) === peg$c16 ? (s6 = peg$c16, peg$currPos += 3) : (s6 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e19)), s6 !== peg$FAILED ? (s7 = peg$parseTermEnd(), s7 !== peg$FAILED ? (s8 = peg$parse_(), s6 = [s6, s7, s8], s5 = s6) : (peg$currPos = s5, s5 = peg$FAILED)) : (peg$currPos = s5, s5 = peg$FAILED), s5 === peg$FAILED && (s5 = null), s6 = peg$parseEither(), s6 !== peg$FAILED ? s3 = s6 : (peg$currPos = s3, s3 = peg$FAILED); s3 !== peg$FAILED; )
        s2.push(s3), s3 = peg$currPos, s4 = peg$parse_(), s5 = peg$currPos, input.substr(peg$currPos, 3) === peg$c16 ? (s6 = peg$c16, peg$currPos += 3) : (s6 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e19)), s6 !== peg$FAILED ? (s7 = peg$parseTermEnd(), s7 !== peg$FAILED ? (s8 = peg$parse_(), s6 = [s6, s7, s8], s5 = s6) : (peg$currPos = s5, s5 = peg$FAILED)) : (peg$currPos = s5, s5 = peg$FAILED), s5 === peg$FAILED && (s5 = null), s6 = peg$parseEither(), s6 !== peg$FAILED ? s3 = s6 : (peg$currPos = s3, s3 = peg$FAILED);
      peg$savedPos = s0, s0 = peg$f21(s1, s2);
    } else
      peg$currPos = s0, s0 = peg$FAILED;
    return s0;
  }
  function peg$parseEither() {
    let s0, s1, s2, s3, s4, s5, s6, s7, s8;
    if (s0 = peg$currPos, s1 = peg$parseNegation(), s1 !== peg$FAILED) {
      for (s2 = [], s3 = peg$currPos, s4 = peg$parse_(), input.substr(peg$currPos, 2) === peg$c17 ? (s5 = peg$c17, peg$currPos += 2) : (s5 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e20)), s5 !== peg$FAILED ? (s6 = peg$parseTermEnd(), s6 !== peg$FAILED ? (s7 = peg$parse_(), s8 = peg$parseNegation(), s8 !== peg$FAILED ? s3 = s8 : (peg$currPos = s3, s3 = peg$FAILED)) : (peg$currPos = s3, s3 = peg$FAILED)) : (peg$currPos = s3, s3 = peg$FAILED); s3 !== peg$FAILED; )
        s2.push(s3), s3 = peg$currPos, s4 = peg$parse_(), input.substr(peg$currPos, 2) === peg$c17 ? (s5 = peg$c17, peg$currPos += 2) : (s5 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e20)), s5 !== peg$FAILED ? (s6 = peg$parseTermEnd(), s6 !== peg$FAILED ? (s7 = peg$parse_(), s8 = peg$parseNegation(), s8 !== peg$FAILED ? s3 = s8 : (peg$currPos = s3, s3 = peg$FAILED)) : (peg$currPos = s3, s3 = peg$FAILED)) : (peg$currPos = s3, s3 = peg$FAILED);
      peg$savedPos = s0, s0 = peg$f22(s1, s2);
    } else
      peg$currPos = s0, s0 = peg$FAILED;
    return s0;
  }
  function peg$parseNegation() {
    let s0, s1, s2, s3, s4, s5;
    for (s0 = peg$currPos, s1 = [], s2 = peg$currPos, input.substr(peg$currPos, 3) === peg$c18 ? (s3 = peg$c18, peg$currPos += 3) : (s3 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e21)), s3 !== peg$FAILED ? (s4 = peg$parseTermEnd(), s4 !== peg$FAILED ? (s5 = peg$parse_(), s2 = s3) : (peg$currPos = s2, s2 = peg$FAILED)) : (peg$currPos = s2, s2 = peg$FAILED); s2 !== peg$FAILED; )
      s1.push(s2), s2 = peg$currPos, input.substr(peg$currPos, 3) === peg$c18 ? (s3 = peg$c18, peg$currPos += 3) : (s3 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e21)), s3 !== peg$FAILED ? (s4 = peg$parseTermEnd(), s4 !== peg$FAILED ? (s5 = peg$parse_(), s2 = s3) : (peg$currPos = s2, s2 = peg$FAILED)) : (peg$currPos = s2, s2 = peg$FAILED);
    return s2 = peg$parseOperand(), s2 !== peg$FAILED ? (peg$savedPos = s0, s0 = peg$f23(s1, s2)) : (peg$currPos = s0, s0 = peg$FAILED), s0;
  }
  function peg$parseOperand() {
    let s0, s1, s2, s3, s4, s5, s6, s7, s8, s9, s10, s11;
    if (s0 = peg$currPos, input.charCodeAt(peg$currPos) === 40 ? (s1 = peg$c19, peg$currPos++) : (s1 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e22)), s1 !== peg$FAILED ? (peg$savedPos = peg$currPos, s2 = peg$f24(), s2 ? s2 = void 0 : s2 = peg$FAILED, s2 !== peg$FAILED ? (s3 = peg$parse_(), s4 = peg$parseTerms(), s4 === peg$FAILED && (s4 = null), s5 = peg$parse_(), input.charCodeAt(peg$currPos) === 41 ? (s6 = peg$c20, peg$currPos++) : (s6 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e23)), s6 !== peg$FAILED ? (peg$savedPos = peg$currPos, s7 = peg$f25(s4), s7 ? s7 = void 0 : s7 = peg$FAILED, s7 !== peg$FAILED ? (peg$savedPos = s0, s0 = peg$f26(s4)) : (peg$currPos = s0, s0 = peg$FAILED)) : (peg$currPos = s0, s0 = peg$FAILED)) : (peg$currPos = s0, s0 = peg$FAILED)) : (peg$currPos = s0, s0 = peg$FAILED), s0 === peg$FAILED) {
      if (s0 = peg$currPos, input.charCodeAt(peg$currPos) === 91 ? (s1 = peg$c14, peg$currPos++) : (s1 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e15)), s1 !== peg$FAILED)
        if (peg$savedPos = peg$currPos, s2 = peg$f27(), s2 ? s2 = void 0 : s2 = peg$FAILED, s2 !== peg$FAILED)
          if (s3 = peg$parse_(), s4 = peg$currPos, input.charCodeAt(peg$currPos) === 124 ? (s5 = peg$c0, peg$currPos++) : (s5 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e0)), s5 !== peg$FAILED ? (s6 = peg$parse_(), s5 = [s5, s6], s4 = s5) : (peg$currPos = s4, s4 = peg$FAILED), s4 === peg$FAILED && (s4 = null), s5 = peg$parseCommand(), s5 !== peg$FAILED) {
            for (s6 = [], s7 = peg$currPos, s8 = peg$parse_(), input.charCodeAt(peg$currPos) === 124 ? (s9 = peg$c0, peg$currPos++) : (s9 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e0)), s9 !== peg$FAILED ? (s10 = peg$parse_(), s11 = peg$parseCommand(), s11 !== peg$FAILED ? s7 = s11 : (peg$currPos = s7, s7 = peg$FAILED)) : (peg$currPos = s7, s7 = peg$FAILED); s7 !== peg$FAILED; )
              s6.push(s7), s7 = peg$currPos, s8 = peg$parse_(), input.charCodeAt(peg$currPos) === 124 ? (s9 = peg$c0, peg$currPos++) : (s9 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e0)), s9 !== peg$FAILED ? (s10 = peg$parse_(), s11 = peg$parseCommand(), s11 !== peg$FAILED ? s7 = s11 : (peg$currPos = s7, s7 = peg$FAILED)) : (peg$currPos = s7, s7 = peg$FAILED);
            s7 = peg$parse_(), input.charCodeAt(peg$currPos) === 93 ? (s8 = peg$c15, peg$currPos++) : (s8 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e16)), s8 !== peg$FAILED ? (peg$savedPos = peg$currPos, s9 = peg$f28(s5, s6), s9 ? s9 = void 0 : s9 = peg$FAILED, s9 !== peg$FAILED ? (peg$savedPos = s0, s0 = peg$f29(s5, s6)) : (peg$currPos = s0, s0 = peg$FAILED)) : (peg$currPos = s0, s0 = peg$FAILED);
          } else
            peg$currPos = s0, s0 = peg$FAILED;
        else
          peg$currPos = s0, s0 = peg$FAILED;
      else
        peg$currPos = s0, s0 = peg$FAILED;
      s0 === peg$FAILED && (s0 = peg$parseMacro(), s0 === peg$FAILED && (s0 = peg$currPos, s1 = peg$currPos, peg$silentFails++, s2 = peg$parseConjunction(), peg$silentFails--, s2 === peg$FAILED ? s1 = void 0 : (peg$currPos = s1, s1 = peg$FAILED), s1 !== peg$FAILED ? (s2 = peg$parseComparison(), s2 !== peg$FAILED ? s0 = s2 : (peg$currPos = s0, s0 = peg$FAILED)) : (peg$currPos = s0, s0 = peg$FAILED), s0 === peg$FAILED && (s0 = peg$currPos, s1 = peg$currPos, peg$silentFails++, s2 = peg$parseConjunction(), peg$silentFails--, s2 === peg$FAILED ? s1 = void 0 : (peg$currPos = s1, s1 = peg$FAILED), s1 !== peg$FAILED ? (s2 = peg$parseValue(), s2 !== peg$FAILED ? (peg$savedPos = s0, s0 = peg$f30(s2)) : (peg$currPos = s0, s0 = peg$FAILED)) : (peg$currPos = s0, s0 = peg$FAILED))));
    }
    return s0;
  }
  function peg$parseConjunction() {
    let s0, s1, s2, s3;
    return s0 = peg$currPos, input.substr(peg$currPos, 3) === peg$c16 ? (s1 = peg$c16, peg$currPos += 3) : (s1 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e19)), s1 === peg$FAILED && (input.substr(peg$currPos, 2) === peg$c17 ? (s1 = peg$c17, peg$currPos += 2) : (s1 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e20))), s1 !== peg$FAILED ? (s2 = peg$parseTermEnd(), s2 !== peg$FAILED ? (s1 = [s1, s2], s0 = s1) : (peg$currPos = s0, s0 = peg$FAILED)) : (peg$currPos = s0, s0 = peg$FAILED), s0 === peg$FAILED && (s0 = peg$currPos, peg$savedPos = peg$currPos, s1 = peg$f31(), s1 ? s1 = void 0 : s1 = peg$FAILED, s1 !== peg$FAILED ? (s2 = input.substr(peg$currPos, 2), s2.toLowerCase() === peg$c21 ? peg$currPos += 2 : (s2 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e24)), s2 === peg$FAILED && (s2 = input.substr(peg$currPos, 7), s2.toLowerCase() === peg$c22 ? peg$currPos += 7 : (s2 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e25))), s2 !== peg$FAILED ? (s3 = peg$parseTermEnd(), s3 !== peg$FAILED ? (s1 = [s1, s2, s3], s0 = s1) : (peg$currPos = s0, s0 = peg$FAILED)) : (peg$currPos = s0, s0 = peg$FAILED)) : (peg$currPos = s0, s0 = peg$FAILED)), s0;
  }
  function peg$parseComparison() {
    let s0, s1, s2, s3;
    return s0 = peg$currPos, s1 = peg$parseName(), s1 !== peg$FAILED ? (s2 = peg$parse_(), s3 = peg$parseDemand(), s3 !== peg$FAILED ? (peg$savedPos = s0, s0 = peg$f32(s1, s3)) : (peg$currPos = s0, s0 = peg$FAILED)) : (peg$currPos = s0, s0 = peg$FAILED), s0;
  }
  function peg$parseDemand() {
    let s0, s1, s2, s3, s4, s5, s6, s7, s8, s9, s10, s11, s12;
    if (s0 = peg$currPos, s1 = peg$currPos, input.substr(peg$currPos, 2) === peg$c13 ? (s2 = peg$c13, peg$currPos += 2) : (s2 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e13)), s2 === peg$FAILED && (input.substr(peg$currPos, 2) === peg$c23 ? (s2 = peg$c23, peg$currPos += 2) : (s2 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e26)), s2 === peg$FAILED && (input.substr(peg$currPos, 2) === peg$c24 ? (s2 = peg$c24, peg$currPos += 2) : (s2 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e27)), s2 === peg$FAILED && (input.substr(peg$currPos, 2) === peg$c25 ? (s2 = peg$c25, peg$currPos += 2) : (s2 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e28)), s2 === peg$FAILED && (s2 = input.charAt(peg$currPos), peg$r3.test(s2) ? peg$currPos++ : (s2 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e29)))))), s2 !== peg$FAILED ? s1 = input.substring(s1, peg$currPos) : s1 = s2, s1 !== peg$FAILED ? (s2 = peg$parse_(), s3 = peg$parseValue(), s3 !== peg$FAILED ? (peg$savedPos = s0, s0 = peg$f33(s1, s3)) : (peg$currPos = s0, s0 = peg$FAILED)) : (peg$currPos = s0, s0 = peg$FAILED), s0 === peg$FAILED && (s0 = peg$currPos, input.substr(peg$currPos, 2) === peg$c13 ? (s1 = peg$c13, peg$currPos += 2) : (s1 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e13)), s1 === peg$FAILED && (input.charCodeAt(peg$currPos) === 61 ? (s1 = peg$c12, peg$currPos++) : (s1 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e12))), s1 !== peg$FAILED ? (s2 = peg$parse_(), s3 = peg$currPos, peg$silentFails++, input.charCodeAt(peg$currPos) === 91 ? (s4 = peg$c14, peg$currPos++) : (s4 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e15)), peg$silentFails--, s4 !== peg$FAILED ? (peg$currPos = s3, s3 = void 0) : s3 = peg$FAILED, s3 !== peg$FAILED ? (s4 = peg$parseOperand(), s4 !== peg$FAILED ? (peg$savedPos = s0, s0 = peg$f34(s4)) : (peg$currPos = s0, s0 = peg$FAILED)) : (peg$currPos = s0, s0 = peg$FAILED)) : (peg$currPos = s0, s0 = peg$FAILED), s0 === peg$FAILED))
      if (s0 = peg$currPos, s1 = input.substr(peg$currPos, 2), s1.toLowerCase() === peg$c26 ? peg$currPos += 2 : (s1 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e30)), s1 !== peg$FAILED)
        if (s2 = peg$parse_(), input.charCodeAt(peg$currPos) === 40 ? (s3 = peg$c19, peg$currPos++) : (s3 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e22)), s3 !== peg$FAILED) {
          for (s4 = peg$parse_(), s5 = peg$currPos, s6 = [], s7 = peg$parseListValue(); s7 !== peg$FAILED; )
            s6.push(s7), s7 = peg$currPos, s8 = peg$currPos, s9 = peg$parse_(), s10 = peg$currPos, input.charCodeAt(peg$currPos) === 44 ? (s11 = peg$c27, peg$currPos++) : (s11 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e31)), s11 !== peg$FAILED ? (s12 = peg$parse_(), s11 = [s11, s12], s10 = s11) : (peg$currPos = s10, s10 = peg$FAILED), s10 === peg$FAILED && (s10 = null), s9 = [s9, s10], s8 = s9, s8 = peg$parseListValue(), s8 === peg$FAILED ? (peg$currPos = s7, s7 = peg$FAILED) : s7 = s8;
          s6.length < 1 ? (peg$currPos = s5, s5 = peg$FAILED) : s5 = s6, s5 !== peg$FAILED ? (s6 = peg$parse_(), input.charCodeAt(peg$currPos) === 41 ? (s7 = peg$c20, peg$currPos++) : (s7 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e23)), s7 !== peg$FAILED ? (peg$savedPos = s0, s0 = peg$f35(s5)) : (peg$currPos = s0, s0 = peg$FAILED)) : (peg$currPos = s0, s0 = peg$FAILED);
        } else
          peg$currPos = s0, s0 = peg$FAILED;
      else
        peg$currPos = s0, s0 = peg$FAILED;
    return s0;
  }
  function peg$parseName() {
    let s0, s1, s2, s3, s4;
    if (s0 = peg$currPos, input.charCodeAt(peg$currPos) === 34 ? (s1 = peg$c28, peg$currPos++) : (s1 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e32)), s1 !== peg$FAILED) {
      if (s2 = peg$currPos, s3 = [], s4 = input.charAt(peg$currPos), peg$r4.test(s4) ? peg$currPos++ : (s4 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e33)), s4 !== peg$FAILED)
        for (; s4 !== peg$FAILED; )
          s3.push(s4), s4 = input.charAt(peg$currPos), peg$r4.test(s4) ? peg$currPos++ : (s4 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e33));
      else
        s3 = peg$FAILED;
      s3 !== peg$FAILED ? s2 = input.substring(s2, peg$currPos) : s2 = s3, s2 !== peg$FAILED ? (input.charCodeAt(peg$currPos) === 34 ? (s3 = peg$c28, peg$currPos++) : (s3 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e32)), s3 !== peg$FAILED ? (peg$savedPos = s0, s0 = s2) : (peg$currPos = s0, s0 = peg$FAILED)) : (peg$currPos = s0, s0 = peg$FAILED);
    } else
      peg$currPos = s0, s0 = peg$FAILED;
    if (s0 === peg$FAILED) {
      if (s0 = peg$currPos, s1 = [], s2 = input.charAt(peg$currPos), peg$r5.test(s2) ? peg$currPos++ : (s2 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e34)), s2 !== peg$FAILED)
        for (; s2 !== peg$FAILED; )
          s1.push(s2), s2 = input.charAt(peg$currPos), peg$r5.test(s2) ? peg$currPos++ : (s2 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e34));
      else
        s1 = peg$FAILED;
      s1 !== peg$FAILED ? s0 = input.substring(s0, peg$currPos) : s0 = s1;
    }
    return s0;
  }
  function peg$parseValue() {
    let s0, s1, s2, s3, s4;
    if (s0 = peg$parseDirective(), s0 === peg$FAILED && (s0 = peg$currPos, s1 = peg$parseQuoted(), s1 !== peg$FAILED && (peg$savedPos = s0, s1 = peg$f37(s1)), s0 = s1, s0 === peg$FAILED)) {
      if (s0 = peg$currPos, s1 = [], s2 = peg$parseEscape(), s2 === peg$FAILED) {
        if (s2 = peg$currPos, s3 = [], s4 = input.charAt(peg$currPos), peg$r6.test(s4) ? peg$currPos++ : (s4 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e35)), s4 !== peg$FAILED)
          for (; s4 !== peg$FAILED; )
            s3.push(s4), s4 = input.charAt(peg$currPos), peg$r6.test(s4) ? peg$currPos++ : (s4 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e35));
        else
          s3 = peg$FAILED;
        s3 !== peg$FAILED ? s2 = input.substring(s2, peg$currPos) : s2 = s3;
      }
      if (s2 !== peg$FAILED) {
        for (; s2 !== peg$FAILED; )
          if (s1.push(s2), s2 = peg$parseEscape(), s2 === peg$FAILED) {
            if (s2 = peg$currPos, s3 = [], s4 = input.charAt(peg$currPos), peg$r6.test(s4) ? peg$currPos++ : (s4 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e35)), s4 !== peg$FAILED)
              for (; s4 !== peg$FAILED; )
                s3.push(s4), s4 = input.charAt(peg$currPos), peg$r6.test(s4) ? peg$currPos++ : (s4 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e35));
            else
              s3 = peg$FAILED;
            s3 !== peg$FAILED ? s2 = input.substring(s2, peg$currPos) : s2 = s3;
          }
      } else
        s1 = peg$FAILED;
      s1 !== peg$FAILED && (peg$savedPos = s0, s1 = peg$f38(s1)), s0 = s1;
    }
    return s0;
  }
  function peg$parseListValue() {
    let s0, s1, s2, s3, s4;
    if (s0 = peg$parseDirective(), s0 === peg$FAILED && (s0 = peg$currPos, s1 = peg$parseQuoted(), s1 !== peg$FAILED && (peg$savedPos = s0, s1 = peg$f39(s1)), s0 = s1, s0 === peg$FAILED)) {
      if (s0 = peg$currPos, s1 = [], s2 = peg$parseEscape(), s2 === peg$FAILED) {
        if (s2 = peg$currPos, s3 = [], s4 = input.charAt(peg$currPos), peg$r7.test(s4) ? peg$currPos++ : (s4 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e36)), s4 !== peg$FAILED)
          for (; s4 !== peg$FAILED; )
            s3.push(s4), s4 = input.charAt(peg$currPos), peg$r7.test(s4) ? peg$currPos++ : (s4 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e36));
        else
          s3 = peg$FAILED;
        s3 !== peg$FAILED ? s2 = input.substring(s2, peg$currPos) : s2 = s3;
      }
      if (s2 !== peg$FAILED) {
        for (; s2 !== peg$FAILED; )
          if (s1.push(s2), s2 = peg$parseEscape(), s2 === peg$FAILED) {
            if (s2 = peg$currPos, s3 = [], s4 = input.charAt(peg$currPos), peg$r7.test(s4) ? peg$currPos++ : (s4 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e36)), s4 !== peg$FAILED)
              for (; s4 !== peg$FAILED; )
                s3.push(s4), s4 = input.charAt(peg$currPos), peg$r7.test(s4) ? peg$currPos++ : (s4 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e36));
            else
              s3 = peg$FAILED;
            s3 !== peg$FAILED ? s2 = input.substring(s2, peg$currPos) : s2 = s3;
          }
      } else
        s1 = peg$FAILED;
      s1 !== peg$FAILED && (peg$savedPos = s0, s1 = peg$f40(s1)), s0 = s1;
    }
    return s0;
  }
  function peg$parseDirective() {
    let s0, s1, s2, s3, s4, s5, s6;
    if (s0 = peg$currPos, input.substr(peg$currPos, 4) === peg$c29 ? (s1 = peg$c29, peg$currPos += 4) : (s1 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e37)), s1 === peg$FAILED && (input.substr(peg$currPos, 4) === peg$c30 ? (s1 = peg$c30, peg$currPos += 4) : (s1 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e38))), s1 !== peg$FAILED)
      if (input.charCodeAt(peg$currPos) === 40 ? (s2 = peg$c19, peg$currPos++) : (s2 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e22)), s2 !== peg$FAILED) {
        if (s3 = peg$parse_(), s4 = peg$parseQuoted(), s4 === peg$FAILED) {
          if (s4 = peg$currPos, s5 = [], s6 = input.charAt(peg$currPos), peg$r8.test(s6) ? peg$currPos++ : (s6 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e39)), s6 !== peg$FAILED)
            for (; s6 !== peg$FAILED; )
              s5.push(s6), s6 = input.charAt(peg$currPos), peg$r8.test(s6) ? peg$currPos++ : (s6 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e39));
          else
            s5 = peg$FAILED;
          s5 !== peg$FAILED ? s4 = input.substring(s4, peg$currPos) : s4 = s5;
        }
        s4 !== peg$FAILED ? (s5 = peg$parse_(), input.charCodeAt(peg$currPos) === 41 ? (s6 = peg$c20, peg$currPos++) : (s6 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e23)), s6 !== peg$FAILED ? (peg$savedPos = s0, s0 = peg$f41(s4)) : (peg$currPos = s0, s0 = peg$FAILED)) : (peg$currPos = s0, s0 = peg$FAILED);
      } else
        peg$currPos = s0, s0 = peg$FAILED;
    else
      peg$currPos = s0, s0 = peg$FAILED;
    return s0;
  }
  function peg$parseTermEnd() {
    let s0, s1;
    return s0 = peg$currPos, peg$silentFails++, s1 = input.charAt(peg$currPos), peg$r9.test(s1) ? peg$currPos++ : (s1 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e40)), peg$silentFails--, s1 !== peg$FAILED ? (peg$currPos = s0, s0 = void 0) : s0 = peg$FAILED, s0 === peg$FAILED && (s0 = peg$currPos, peg$silentFails++, input.length > peg$currPos ? (s1 = input.charAt(peg$currPos), peg$currPos++) : (s1 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e41)), peg$silentFails--, s1 === peg$FAILED ? s0 = void 0 : (peg$currPos = s0, s0 = peg$FAILED)), s0;
  }
  function peg$parseOr() {
    let s0, s1, s2, s3, s4, s5, s6, s7, s8;
    if (s0 = peg$currPos, s1 = peg$parseAnd(), s1 !== peg$FAILED) {
      for (s2 = [], s3 = peg$currPos, s4 = peg$parse_(), s5 = input.substr(peg$currPos, 2), s5.toLowerCase() === peg$c31 ? peg$currPos += 2 : (s5 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e42)), s5 === peg$FAILED && (s5 = input.substr(peg$currPos, 3), s5.toLowerCase() === peg$c32 ? peg$currPos += 3 : (s5 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e43))), s5 !== peg$FAILED ? (s6 = peg$parseEnd(), s6 !== peg$FAILED ? (s7 = peg$parse_(), s8 = peg$parseAnd(), s8 !== peg$FAILED ? s3 = s8 : (peg$currPos = s3, s3 = peg$FAILED)) : (peg$currPos = s3, s3 = peg$FAILED)) : (peg$currPos = s3, s3 = peg$FAILED); s3 !== peg$FAILED; )
        s2.push(s3), s3 = peg$currPos, s4 = peg$parse_(), s5 = input.substr(peg$currPos, 2), s5.toLowerCase() === peg$c31 ? peg$currPos += 2 : (s5 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e42)), s5 === peg$FAILED && (s5 = input.substr(peg$currPos, 3), s5.toLowerCase() === peg$c32 ? peg$currPos += 3 : (s5 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e43))), s5 !== peg$FAILED ? (s6 = peg$parseEnd(), s6 !== peg$FAILED ? (s7 = peg$parse_(), s8 = peg$parseAnd(), s8 !== peg$FAILED ? s3 = s8 : (peg$currPos = s3, s3 = peg$FAILED)) : (peg$currPos = s3, s3 = peg$FAILED)) : (peg$currPos = s3, s3 = peg$FAILED);
      peg$savedPos = s0, s0 = peg$f42(s1, s2);
    } else
      peg$currPos = s0, s0 = peg$FAILED;
    return s0;
  }
  function peg$parseAnd() {
    let s0, s1, s2, s3, s4, s5, s6, s7, s8;
    if (s0 = peg$currPos, s1 = peg$parseNot(), s1 !== peg$FAILED) {
      for (s2 = [], s3 = peg$currPos, s4 = peg$parse_(), s5 = input.substr(peg$currPos, 3), s5.toLowerCase() === peg$c33 ? peg$currPos += 3 : (s5 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e44)), s5 !== peg$FAILED ? (s6 = peg$parseEnd(), s6 !== peg$FAILED ? (s7 = peg$parse_(), s8 = peg$parseNot(), s8 !== peg$FAILED ? s3 = s8 : (peg$currPos = s3, s3 = peg$FAILED)) : (peg$currPos = s3, s3 = peg$FAILED)) : (peg$currPos = s3, s3 = peg$FAILED); s3 !== peg$FAILED; )
        s2.push(s3), s3 = peg$currPos, s4 = peg$parse_(), s5 = input.substr(peg$currPos, 3), s5.toLowerCase() === peg$c33 ? peg$currPos += 3 : (s5 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e44)), s5 !== peg$FAILED ? (s6 = peg$parseEnd(), s6 !== peg$FAILED ? (s7 = peg$parse_(), s8 = peg$parseNot(), s8 !== peg$FAILED ? s3 = s8 : (peg$currPos = s3, s3 = peg$FAILED)) : (peg$currPos = s3, s3 = peg$FAILED)) : (peg$currPos = s3, s3 = peg$FAILED);
      peg$savedPos = s0, s0 = peg$f43(s1, s2);
    } else
      peg$currPos = s0, s0 = peg$FAILED;
    return s0;
  }
  function peg$parseNot() {
    let s0, s1, s2, s3, s4, s5, s6;
    for (s0 = peg$currPos, s1 = [], s2 = peg$currPos, s3 = peg$currPos, s4 = input.substr(peg$currPos, 3), s4.toLowerCase() === peg$c34 ? peg$currPos += 3 : (s4 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e45)), s4 !== peg$FAILED ? (s5 = peg$parseEnd(), s5 !== peg$FAILED ? (s4 = [s4, s5], s3 = s4) : (peg$currPos = s3, s3 = peg$FAILED)) : (peg$currPos = s3, s3 = peg$FAILED), s3 === peg$FAILED && (s3 = peg$currPos, input.charCodeAt(peg$currPos) === 33 ? (s4 = peg$c35, peg$currPos++) : (s4 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e46)), s4 !== peg$FAILED ? (s5 = peg$currPos, peg$silentFails++, input.charCodeAt(peg$currPos) === 61 ? (s6 = peg$c12, peg$currPos++) : (s6 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e12)), peg$silentFails--, s6 === peg$FAILED ? s5 = void 0 : (peg$currPos = s5, s5 = peg$FAILED), s5 !== peg$FAILED ? (s4 = [s4, s5], s3 = s4) : (peg$currPos = s3, s3 = peg$FAILED)) : (peg$currPos = s3, s3 = peg$FAILED)), s3 !== peg$FAILED ? (s4 = peg$parse_(), s2 = s3) : (peg$currPos = s2, s2 = peg$FAILED); s2 !== peg$FAILED; )
      s1.push(s2), s2 = peg$currPos, s3 = peg$currPos, s4 = input.substr(peg$currPos, 3), s4.toLowerCase() === peg$c34 ? peg$currPos += 3 : (s4 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e45)), s4 !== peg$FAILED ? (s5 = peg$parseEnd(), s5 !== peg$FAILED ? (s4 = [s4, s5], s3 = s4) : (peg$currPos = s3, s3 = peg$FAILED)) : (peg$currPos = s3, s3 = peg$FAILED), s3 === peg$FAILED && (s3 = peg$currPos, input.charCodeAt(peg$currPos) === 33 ? (s4 = peg$c35, peg$currPos++) : (s4 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e46)), s4 !== peg$FAILED ? (s5 = peg$currPos, peg$silentFails++, input.charCodeAt(peg$currPos) === 61 ? (s6 = peg$c12, peg$currPos++) : (s6 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e12)), peg$silentFails--, s6 === peg$FAILED ? s5 = void 0 : (peg$currPos = s5, s5 = peg$FAILED), s5 !== peg$FAILED ? (s4 = [s4, s5], s3 = s4) : (peg$currPos = s3, s3 = peg$FAILED)) : (peg$currPos = s3, s3 = peg$FAILED)), s3 !== peg$FAILED ? (s4 = peg$parse_(), s2 = s3) : (peg$currPos = s2, s2 = peg$FAILED);
    return s2 = peg$parseCompare(), s2 !== peg$FAILED ? (peg$savedPos = s0, s0 = peg$f44(s1, s2)) : (peg$currPos = s0, s0 = peg$FAILED), s0;
  }
  function peg$parseCompare() {
    let s0, s1, s2, s3, s4;
    return s0 = peg$currPos, s1 = peg$parseSum(), s1 !== peg$FAILED ? (s2 = peg$currPos, s3 = peg$parse_(), s4 = peg$parseCompared(), s4 !== peg$FAILED ? s2 = s4 : (peg$currPos = s2, s2 = peg$FAILED), s2 === peg$FAILED && (s2 = null), peg$savedPos = s0, s0 = peg$f45(s1, s2)) : (peg$currPos = s0, s0 = peg$FAILED), s0;
  }
  function peg$parseCompared() {
    let s0, s1, s2, s3, s4, s5, s6, s7, s8, s9, s10, s11, s12, s13;
    if (s0 = peg$currPos, s1 = peg$currPos, input.substr(peg$currPos, 2) === peg$c25 ? (s2 = peg$c25, peg$currPos += 2) : (s2 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e28)), s2 === peg$FAILED && (input.substr(peg$currPos, 2) === peg$c13 ? (s2 = peg$c13, peg$currPos += 2) : (s2 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e13)), s2 === peg$FAILED && (input.substr(peg$currPos, 2) === peg$c23 ? (s2 = peg$c23, peg$currPos += 2) : (s2 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e26)), s2 === peg$FAILED && (input.substr(peg$currPos, 2) === peg$c24 ? (s2 = peg$c24, peg$currPos += 2) : (s2 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e27)), s2 === peg$FAILED && (s2 = input.charAt(peg$currPos), peg$r3.test(s2) ? peg$currPos++ : (s2 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e29)))))), s2 !== peg$FAILED ? s1 = input.substring(s1, peg$currPos) : s1 = s2, s1 !== peg$FAILED ? (s2 = peg$parse_(), s3 = peg$parseSum(), s3 !== peg$FAILED ? (peg$savedPos = s0, s0 = peg$f46(s1, s3)) : (peg$currPos = s0, s0 = peg$FAILED)) : (peg$currPos = s0, s0 = peg$FAILED), s0 === peg$FAILED && (s0 = peg$currPos, s1 = peg$currPos, s2 = input.substr(peg$currPos, 3), s2.toLowerCase() === peg$c34 ? peg$currPos += 3 : (s2 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e45)), s2 !== peg$FAILED ? (s3 = peg$parseEnd(), s3 !== peg$FAILED ? (s4 = peg$parse_(), s2 = [s2, s3, s4], s1 = s2) : (peg$currPos = s1, s1 = peg$FAILED)) : (peg$currPos = s1, s1 = peg$FAILED), s1 === peg$FAILED && (s1 = null), s2 = input.substr(peg$currPos, 4), s2.toLowerCase() === peg$c36 ? peg$currPos += 4 : (s2 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e47)), s2 !== peg$FAILED ? (s3 = peg$parseEnd(), s3 !== peg$FAILED ? (s4 = peg$parse_(), s5 = peg$parseSum(), s5 !== peg$FAILED ? (peg$savedPos = s0, s0 = peg$f47(s1, s5)) : (peg$currPos = s0, s0 = peg$FAILED)) : (peg$currPos = s0, s0 = peg$FAILED)) : (peg$currPos = s0, s0 = peg$FAILED), s0 === peg$FAILED))
      if (s0 = peg$currPos, s1 = peg$currPos, s2 = input.substr(peg$currPos, 3), s2.toLowerCase() === peg$c34 ? peg$currPos += 3 : (s2 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e45)), s2 !== peg$FAILED ? (s3 = peg$parseEnd(), s3 !== peg$FAILED ? (s4 = peg$parse_(), s2 = [s2, s3, s4], s1 = s2) : (peg$currPos = s1, s1 = peg$FAILED)) : (peg$currPos = s1, s1 = peg$FAILED), s1 === peg$FAILED && (s1 = null), s2 = input.substr(peg$currPos, 2), s2.toLowerCase() === peg$c26 ? peg$currPos += 2 : (s2 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e48)), s2 !== peg$FAILED)
        if (s3 = peg$parse_(), input.charCodeAt(peg$currPos) === 40 ? (s4 = peg$c19, peg$currPos++) : (s4 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e22)), s4 !== peg$FAILED)
          if (peg$savedPos = peg$currPos, s5 = peg$f48(s1), s5 ? s5 = void 0 : s5 = peg$FAILED, s5 !== peg$FAILED) {
            for (s6 = peg$parse_(), s7 = peg$currPos, s8 = [], s9 = peg$parseSum(); s9 !== peg$FAILED; )
              s8.push(s9), s9 = peg$currPos, s10 = peg$currPos, s11 = peg$parse_(), input.charCodeAt(peg$currPos) === 44 ? (s12 = peg$c27, peg$currPos++) : (s12 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e31)), s12 !== peg$FAILED ? (s13 = peg$parse_(), s11 = [s11, s12, s13], s10 = s11) : (peg$currPos = s10, s10 = peg$FAILED), s10 !== peg$FAILED ? (s10 = peg$parseSum(), s10 === peg$FAILED ? (peg$currPos = s9, s9 = peg$FAILED) : s9 = s10) : s9 = s10;
            s8.length < 1 ? (peg$currPos = s7, s7 = peg$FAILED) : s7 = s8, s7 !== peg$FAILED ? (s8 = peg$parse_(), input.charCodeAt(peg$currPos) === 41 ? (s9 = peg$c20, peg$currPos++) : (s9 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e23)), s9 !== peg$FAILED ? (peg$savedPos = peg$currPos, s10 = peg$f49(s1, s7), s10 ? s10 = void 0 : s10 = peg$FAILED, s10 !== peg$FAILED ? (peg$savedPos = s0, s0 = peg$f50(s1, s7)) : (peg$currPos = s0, s0 = peg$FAILED)) : (peg$currPos = s0, s0 = peg$FAILED)) : (peg$currPos = s0, s0 = peg$FAILED);
          } else
            peg$currPos = s0, s0 = peg$FAILED;
        else
          peg$currPos = s0, s0 = peg$FAILED;
      else
        peg$currPos = s0, s0 = peg$FAILED;
    return s0;
  }
  function peg$parseSum() {
    let s0, s1, s2, s3, s4, s5, s6, s7;
    if (s0 = peg$currPos, s1 = peg$parseFactor(), s1 !== peg$FAILED) {
      for (s2 = [], s3 = peg$currPos, s4 = peg$parse_(), s5 = input.charAt(peg$currPos), peg$r10.test(s5) ? peg$currPos++ : (s5 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e49)), s5 !== peg$FAILED ? (s6 = peg$parse_(), s7 = peg$parseFactor(), s7 !== peg$FAILED ? (s4 = [s4, s5, s6, s7], s3 = s4) : (peg$currPos = s3, s3 = peg$FAILED)) : (peg$currPos = s3, s3 = peg$FAILED); s3 !== peg$FAILED; )
        s2.push(s3), s3 = peg$currPos, s4 = peg$parse_(), s5 = input.charAt(peg$currPos), peg$r10.test(s5) ? peg$currPos++ : (s5 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e49)), s5 !== peg$FAILED ? (s6 = peg$parse_(), s7 = peg$parseFactor(), s7 !== peg$FAILED ? (s4 = [s4, s5, s6, s7], s3 = s4) : (peg$currPos = s3, s3 = peg$FAILED)) : (peg$currPos = s3, s3 = peg$FAILED);
      peg$savedPos = s0, s0 = peg$f51(s1, s2);
    } else
      peg$currPos = s0, s0 = peg$FAILED;
    return s0;
  }
  function peg$parseFactor() {
    let s0, s1, s2, s3, s4, s5, s6, s7, s8, s9, s10, s11;
    if (s0 = peg$currPos, input.charCodeAt(peg$currPos) === 45 ? (s1 = peg$c37, peg$currPos++) : (s1 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e50)), s1 !== peg$FAILED ? (s2 = peg$parse_(), s3 = peg$parseNumber(), s3 !== peg$FAILED ? (peg$savedPos = s0, s0 = peg$f52(s3)) : (peg$currPos = s0, s0 = peg$FAILED)) : (peg$currPos = s0, s0 = peg$FAILED), s0 === peg$FAILED && (s0 = peg$currPos, input.charCodeAt(peg$currPos) === 40 ? (s1 = peg$c19, peg$currPos++) : (s1 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e22)), s1 !== peg$FAILED ? (peg$savedPos = peg$currPos, s2 = peg$f53(), s2 ? s2 = void 0 : s2 = peg$FAILED, s2 !== peg$FAILED ? (s3 = peg$parse_(), s4 = peg$parseOr(), s4 !== peg$FAILED ? (s5 = peg$parse_(), input.charCodeAt(peg$currPos) === 41 ? (s6 = peg$c20, peg$currPos++) : (s6 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e23)), s6 !== peg$FAILED ? (peg$savedPos = peg$currPos, s7 = peg$f54(), s7 ? s7 = void 0 : s7 = peg$FAILED, s7 !== peg$FAILED ? s0 = s4 : (peg$currPos = s0, s0 = peg$FAILED)) : (peg$currPos = s0, s0 = peg$FAILED)) : (peg$currPos = s0, s0 = peg$FAILED)) : (peg$currPos = s0, s0 = peg$FAILED)) : (peg$currPos = s0, s0 = peg$FAILED), s0 === peg$FAILED && (s0 = peg$parseMacro(), s0 === peg$FAILED && (s0 = peg$currPos, s1 = peg$parseQuoted(), s1 !== peg$FAILED && (peg$savedPos = s0, s1 = peg$f55(s1)), s0 = s1, s0 === peg$FAILED)))) {
      if (s0 = peg$currPos, input.charCodeAt(peg$currPos) === 39 ? (s1 = peg$c38, peg$currPos++) : (s1 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e51)), s1 !== peg$FAILED) {
        if (s2 = peg$currPos, s3 = [], s4 = input.charAt(peg$currPos), peg$r11.test(s4) ? peg$currPos++ : (s4 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e52)), s4 !== peg$FAILED)
          for (; s4 !== peg$FAILED; )
            s3.push(s4), s4 = input.charAt(peg$currPos), peg$r11.test(s4) ? peg$currPos++ : (s4 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e52));
        else
          s3 = peg$FAILED;
        s3 !== peg$FAILED ? s2 = input.substring(s2, peg$currPos) : s2 = s3, s2 !== peg$FAILED ? (input.charCodeAt(peg$currPos) === 39 ? (s3 = peg$c38, peg$currPos++) : (s3 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e51)), s3 !== peg$FAILED ? (peg$savedPos = s0, s0 = peg$f56(s2)) : (peg$currPos = s0, s0 = peg$FAILED)) : (peg$currPos = s0, s0 = peg$FAILED);
      } else
        peg$currPos = s0, s0 = peg$FAILED;
      if (s0 === peg$FAILED && (s0 = peg$parseNumber(), s0 === peg$FAILED && (s0 = peg$currPos, s1 = peg$currPos, s2 = input.substr(peg$currPos, 4), s2.toLowerCase() === peg$c39 ? peg$currPos += 4 : (s2 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e53)), s2 === peg$FAILED && (s2 = input.substr(peg$currPos, 5), s2.toLowerCase() === peg$c40 ? peg$currPos += 5 : (s2 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e54))), s2 !== peg$FAILED ? s1 = input.substring(s1, peg$currPos) : s1 = s2, s1 !== peg$FAILED ? (s2 = peg$parseEnd(), s2 !== peg$FAILED ? (s3 = peg$currPos, peg$silentFails++, s4 = peg$currPos, s5 = peg$parse_(), input.charCodeAt(peg$currPos) === 40 ? (s6 = peg$c19, peg$currPos++) : (s6 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e22)), s6 !== peg$FAILED ? (s5 = [s5, s6], s4 = s5) : (peg$currPos = s4, s4 = peg$FAILED), peg$silentFails--, s4 === peg$FAILED ? s3 = void 0 : (peg$currPos = s3, s3 = peg$FAILED), s3 !== peg$FAILED ? (peg$savedPos = s0, s0 = peg$f57(s1)) : (peg$currPos = s0, s0 = peg$FAILED)) : (peg$currPos = s0, s0 = peg$FAILED)) : (peg$currPos = s0, s0 = peg$FAILED), s0 === peg$FAILED && (s0 = peg$currPos, s1 = input.substr(peg$currPos, 4), s1.toLowerCase() === peg$c41 ? peg$currPos += 4 : (s1 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e55)), s1 !== peg$FAILED ? (s2 = peg$parse_(), input.charCodeAt(peg$currPos) === 40 ? (s3 = peg$c19, peg$currPos++) : (s3 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e22)), s3 !== peg$FAILED ? (s4 = peg$parse_(), input.charCodeAt(peg$currPos) === 41 ? (s5 = peg$c20, peg$currPos++) : (s5 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e23)), s5 !== peg$FAILED ? (peg$savedPos = s0, s0 = peg$f58()) : (peg$currPos = s0, s0 = peg$FAILED)) : (peg$currPos = s0, s0 = peg$FAILED)) : (peg$currPos = s0, s0 = peg$FAILED), s0 === peg$FAILED)))) {
        if (s0 = peg$currPos, s1 = peg$currPos, s2 = peg$currPos, s3 = input.charAt(peg$currPos), peg$r12.test(s3) ? peg$currPos++ : (s3 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e56)), s3 !== peg$FAILED) {
          for (s4 = [], s5 = input.charAt(peg$currPos), peg$r13.test(s5) ? peg$currPos++ : (s5 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e57)); s5 !== peg$FAILED; )
            s4.push(s5), s5 = input.charAt(peg$currPos), peg$r13.test(s5) ? peg$currPos++ : (s5 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e57));
          s3 = [s3, s4], s2 = s3;
        } else
          peg$currPos = s2, s2 = peg$FAILED;
        if (s2 !== peg$FAILED ? s1 = input.substring(s1, peg$currPos) : s1 = s2, s1 !== peg$FAILED)
          if (s2 = peg$parse_(), input.charCodeAt(peg$currPos) === 40 ? (s3 = peg$c19, peg$currPos++) : (s3 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e22)), s3 !== peg$FAILED)
            if (peg$savedPos = peg$currPos, s4 = peg$f59(s1), s4 ? s4 = void 0 : s4 = peg$FAILED, s4 !== peg$FAILED) {
              for (s5 = peg$parse_(), s6 = [], s7 = peg$parseOr(); s7 !== peg$FAILED; )
                s6.push(s7), s7 = peg$currPos, s8 = peg$currPos, s9 = peg$parse_(), input.charCodeAt(peg$currPos) === 44 ? (s10 = peg$c27, peg$currPos++) : (s10 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e31)), s10 !== peg$FAILED ? (s11 = peg$parse_(), s9 = [s9, s10, s11], s8 = s9) : (peg$currPos = s8, s8 = peg$FAILED), s8 !== peg$FAILED ? (s8 = peg$parseOr(), s8 === peg$FAILED ? (peg$currPos = s7, s7 = peg$FAILED) : s7 = s8) : s7 = s8;
              s7 = peg$parse_(), input.charCodeAt(peg$currPos) === 41 ? (s8 = peg$c20, peg$currPos++) : (s8 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e23)), s8 !== peg$FAILED ? (peg$savedPos = peg$currPos, s9 = peg$f60(s1, s6), s9 ? s9 = void 0 : s9 = peg$FAILED, s9 !== peg$FAILED ? (peg$savedPos = s0, s0 = peg$f61(s1, s6)) : (peg$currPos = s0, s0 = peg$FAILED)) : (peg$currPos = s0, s0 = peg$FAILED);
            } else
              peg$currPos = s0, s0 = peg$FAILED;
          else
            peg$currPos = s0, s0 = peg$FAILED;
        else
          peg$currPos = s0, s0 = peg$FAILED;
        if (s0 === peg$FAILED) {
          if (s0 = peg$currPos, input.charCodeAt(peg$currPos) === 36 ? (s1 = peg$c42, peg$currPos++) : (s1 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e58)), s1 !== peg$FAILED) {
            if (s2 = peg$currPos, s3 = [], s4 = input.charAt(peg$currPos), peg$r14.test(s4) ? peg$currPos++ : (s4 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e59)), s4 !== peg$FAILED)
              for (; s4 !== peg$FAILED; )
                s3.push(s4), s4 = input.charAt(peg$currPos), peg$r14.test(s4) ? peg$currPos++ : (s4 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e59));
            else
              s3 = peg$FAILED;
            s3 !== peg$FAILED ? s2 = input.substring(s2, peg$currPos) : s2 = s3, s2 !== peg$FAILED ? (input.charCodeAt(peg$currPos) === 36 ? (s3 = peg$c42, peg$currPos++) : (s3 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e58)), s3 !== peg$FAILED ? (peg$savedPos = s0, s0 = peg$f62()) : (peg$currPos = s0, s0 = peg$FAILED)) : (peg$currPos = s0, s0 = peg$FAILED);
          } else
            peg$currPos = s0, s0 = peg$FAILED;
          if (s0 === peg$FAILED)
            if (s0 = peg$currPos, s1 = peg$currPos, peg$silentFails++, s2 = peg$parseReserved(), peg$silentFails--, s2 === peg$FAILED ? s1 = void 0 : (peg$currPos = s1, s1 = peg$FAILED), s1 !== peg$FAILED) {
              if (s2 = peg$currPos, s3 = peg$currPos, s4 = input.charAt(peg$currPos), peg$r15.test(s4) ? peg$currPos++ : (s4 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e60)), s4 !== peg$FAILED) {
                for (s5 = [], s6 = input.charAt(peg$currPos), peg$r16.test(s6) ? peg$currPos++ : (s6 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e61)); s6 !== peg$FAILED; )
                  s5.push(s6), s6 = input.charAt(peg$currPos), peg$r16.test(s6) ? peg$currPos++ : (s6 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e61));
                if (s6 = [], s7 = peg$currPos, input.charCodeAt(peg$currPos) === 46 ? (s8 = peg$c43, peg$currPos++) : (s8 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e62)), s8 !== peg$FAILED) {
                  if (s9 = [], s10 = input.charAt(peg$currPos), peg$r16.test(s10) ? peg$currPos++ : (s10 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e61)), s10 !== peg$FAILED)
                    for (; s10 !== peg$FAILED; )
                      s9.push(s10), s10 = input.charAt(peg$currPos), peg$r16.test(s10) ? peg$currPos++ : (s10 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e61));
                  else
                    s9 = peg$FAILED;
                  s9 !== peg$FAILED ? (s8 = [s8, s9], s7 = s8) : (peg$currPos = s7, s7 = peg$FAILED);
                } else
                  peg$currPos = s7, s7 = peg$FAILED;
                for (; s7 !== peg$FAILED; )
                  if (s6.push(s7), s7 = peg$currPos, input.charCodeAt(peg$currPos) === 46 ? (s8 = peg$c43, peg$currPos++) : (s8 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e62)), s8 !== peg$FAILED) {
                    if (s9 = [], s10 = input.charAt(peg$currPos), peg$r16.test(s10) ? peg$currPos++ : (s10 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e61)), s10 !== peg$FAILED)
                      for (; s10 !== peg$FAILED; )
                        s9.push(s10), s10 = input.charAt(peg$currPos), peg$r16.test(s10) ? peg$currPos++ : (s10 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e61));
                    else
                      s9 = peg$FAILED;
                    s9 !== peg$FAILED ? (s8 = [s8, s9], s7 = s8) : (peg$currPos = s7, s7 = peg$FAILED);
                  } else
                    peg$currPos = s7, s7 = peg$FAILED;
                s4 = [s4, s5, s6], s3 = s4;
              } else
                peg$currPos = s3, s3 = peg$FAILED;
              s3 !== peg$FAILED ? s2 = input.substring(s2, peg$currPos) : s2 = s3, s2 !== peg$FAILED ? (peg$savedPos = s0, s0 = peg$f63(s2)) : (peg$currPos = s0, s0 = peg$FAILED);
            } else
              peg$currPos = s0, s0 = peg$FAILED;
        }
      }
    }
    return s0;
  }
  function peg$parseReserved() {
    let s0, s1, s2;
    return s0 = peg$currPos, s1 = input.substr(peg$currPos, 3), s1.toLowerCase() === peg$c33 ? peg$currPos += 3 : (s1 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e44)), s1 === peg$FAILED && (s1 = input.substr(peg$currPos, 2), s1.toLowerCase() === peg$c31 ? peg$currPos += 2 : (s1 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e42)), s1 === peg$FAILED && (s1 = input.substr(peg$currPos, 3), s1.toLowerCase() === peg$c32 ? peg$currPos += 3 : (s1 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e43)), s1 === peg$FAILED && (s1 = input.substr(peg$currPos, 3), s1.toLowerCase() === peg$c34 ? peg$currPos += 3 : (s1 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e45)), s1 === peg$FAILED && (s1 = input.substr(peg$currPos, 4), s1.toLowerCase() === peg$c36 ? peg$currPos += 4 : (s1 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e47)), s1 === peg$FAILED && (s1 = input.substr(peg$currPos, 2), s1.toLowerCase() === peg$c26 ? peg$currPos += 2 : (s1 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e48))))))), s1 !== peg$FAILED ? (s2 = peg$parseEnd(), s2 !== peg$FAILED ? (s1 = [s1, s2], s0 = s1) : (peg$currPos = s0, s0 = peg$FAILED)) : (peg$currPos = s0, s0 = peg$FAILED), s0;
  }
  function peg$parseNumber() {
    let s0, s1, s2, s3, s4, s5, s6, s7, s8, s9;
    if (s0 = peg$currPos, s1 = peg$currPos, s2 = peg$currPos, s3 = [], s4 = input.charAt(peg$currPos), peg$r17.test(s4) ? peg$currPos++ : (s4 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e63)), s4 !== peg$FAILED)
      for (; s4 !== peg$FAILED; )
        s3.push(s4), s4 = input.charAt(peg$currPos), peg$r17.test(s4) ? peg$currPos++ : (s4 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e63));
    else
      s3 = peg$FAILED;
    if (s3 !== peg$FAILED) {
      if (s4 = peg$currPos, input.charCodeAt(peg$currPos) === 46 ? (s5 = peg$c43, peg$currPos++) : (s5 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e62)), s5 !== peg$FAILED) {
        if (s6 = [], s7 = input.charAt(peg$currPos), peg$r17.test(s7) ? peg$currPos++ : (s7 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e63)), s7 !== peg$FAILED)
          for (; s7 !== peg$FAILED; )
            s6.push(s7), s7 = input.charAt(peg$currPos), peg$r17.test(s7) ? peg$currPos++ : (s7 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e63));
        else
          s6 = peg$FAILED;
        s6 !== peg$FAILED ? (s5 = [s5, s6], s4 = s5) : (peg$currPos = s4, s4 = peg$FAILED);
      } else
        peg$currPos = s4, s4 = peg$FAILED;
      if (s4 === peg$FAILED && (s4 = null), s5 = peg$currPos, s6 = input.charAt(peg$currPos), s6.toLowerCase() === peg$c44 ? peg$currPos++ : (s6 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e64)), s6 !== peg$FAILED) {
        if (s7 = input.charAt(peg$currPos), peg$r18.test(s7) ? peg$currPos++ : (s7 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e65)), s7 === peg$FAILED && (s7 = null), s8 = [], s9 = input.charAt(peg$currPos), peg$r17.test(s9) ? peg$currPos++ : (s9 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e63)), s9 !== peg$FAILED)
          for (; s9 !== peg$FAILED; )
            s8.push(s9), s9 = input.charAt(peg$currPos), peg$r17.test(s9) ? peg$currPos++ : (s9 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e63));
        else
          s8 = peg$FAILED;
        s8 !== peg$FAILED ? (s6 = [s6, s7, s8], s5 = s6) : (peg$currPos = s5, s5 = peg$FAILED);
      } else
        peg$currPos = s5, s5 = peg$FAILED;
      s5 === peg$FAILED && (s5 = null), s3 = [s3, s4, s5], s2 = s3;
    } else
      peg$currPos = s2, s2 = peg$FAILED;
    return s2 !== peg$FAILED ? s1 = input.substring(s1, peg$currPos) : s1 = s2, s1 !== peg$FAILED ? (s2 = peg$parseEnd(), s2 !== peg$FAILED ? (peg$savedPos = s0, s0 = peg$f64(s1)) : (peg$currPos = s0, s0 = peg$FAILED)) : (peg$currPos = s0, s0 = peg$FAILED), s0;
  }
  function peg$parseQuoted() {
    let s0, s1, s2, s3, s4, s5;
    if (s0 = peg$currPos, input.charCodeAt(peg$currPos) === 34 ? (s1 = peg$c28, peg$currPos++) : (s1 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e32)), s1 !== peg$FAILED) {
      if (s2 = [], s3 = peg$parseEscape(), s3 === peg$FAILED) {
        if (s3 = peg$currPos, s4 = [], s5 = input.charAt(peg$currPos), peg$r19.test(s5) ? peg$currPos++ : (s5 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e66)), s5 !== peg$FAILED)
          for (; s5 !== peg$FAILED; )
            s4.push(s5), s5 = input.charAt(peg$currPos), peg$r19.test(s5) ? peg$currPos++ : (s5 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e66));
        else
          s4 = peg$FAILED;
        s4 !== peg$FAILED ? s3 = input.substring(s3, peg$currPos) : s3 = s4;
      }
      for (; s3 !== peg$FAILED; )
        if (s2.push(s3), s3 = peg$parseEscape(), s3 === peg$FAILED) {
          if (s3 = peg$currPos, s4 = [], s5 = input.charAt(peg$currPos), peg$r19.test(s5) ? peg$currPos++ : (s5 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e66)), s5 !== peg$FAILED)
            for (; s5 !== peg$FAILED; )
              s4.push(s5), s5 = input.charAt(peg$currPos), peg$r19.test(s5) ? peg$currPos++ : (s5 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e66));
          else
            s4 = peg$FAILED;
          s4 !== peg$FAILED ? s3 = input.substring(s3, peg$currPos) : s3 = s4;
        }
      input.charCodeAt(peg$currPos) === 34 ? (s3 = peg$c28, peg$currPos++) : (s3 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e32)), s3 !== peg$FAILED ? (peg$savedPos = s0, s0 = peg$f65(s2)) : (peg$currPos = s0, s0 = peg$FAILED);
    } else
      peg$currPos = s0, s0 = peg$FAILED;
    return s0;
  }
  function peg$parseEscape() {
    let s0, s1, s2, s3, s4;
    return s0 = peg$currPos, input.charCodeAt(peg$currPos) === 92 ? (s1 = peg$c45, peg$currPos++) : (s1 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e67)), s1 !== peg$FAILED ? (s2 = input.charAt(peg$currPos), peg$r20.test(s2) ? peg$currPos++ : (s2 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e68)), s2 !== peg$FAILED ? s0 = s2 : (peg$currPos = s0, s0 = peg$FAILED)) : (peg$currPos = s0, s0 = peg$FAILED), s0 === peg$FAILED && (s0 = peg$currPos, s1 = peg$currPos, input.charCodeAt(peg$currPos) === 92 ? (s2 = peg$c45, peg$currPos++) : (s2 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e67)), s2 !== peg$FAILED ? (input.length > peg$currPos ? (s3 = input.charAt(peg$currPos), peg$currPos++) : (s3 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e41)), s3 !== peg$FAILED ? (s2 = [s2, s3], s1 = s2) : (peg$currPos = s1, s1 = peg$FAILED)) : (peg$currPos = s1, s1 = peg$FAILED), s1 !== peg$FAILED ? s0 = input.substring(s0, peg$currPos) : s0 = s1, s0 === peg$FAILED && (s0 = peg$currPos, s1 = peg$currPos, input.charCodeAt(peg$currPos) === 92 ? (s2 = peg$c45, peg$currPos++) : (s2 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e67)), s2 !== peg$FAILED ? (s3 = peg$currPos, peg$silentFails++, input.length > peg$currPos ? (s4 = input.charAt(peg$currPos), peg$currPos++) : (s4 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e41)), peg$silentFails--, s4 === peg$FAILED ? s3 = void 0 : (peg$currPos = s3, s3 = peg$FAILED), s3 !== peg$FAILED ? (s2 = [s2, s3], s1 = s2) : (peg$currPos = s1, s1 = peg$FAILED)) : (peg$currPos = s1, s1 = peg$FAILED), s1 !== peg$FAILED ? s0 = input.substring(s0, peg$currPos) : s0 = s1)), s0;
  }
  function peg$parseMacro() {
    let s0, s1, s2, s3, s4, s5, s6, s7, s8;
    if (s0 = peg$currPos, input.charCodeAt(peg$currPos) === 96 ? (s1 = peg$c46, peg$currPos++) : (s1 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e69)), s1 !== peg$FAILED) {
      for (s2 = peg$currPos, s3 = [], s4 = input.charAt(peg$currPos), peg$r21.test(s4) ? peg$currPos++ : (s4 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e70)); s4 !== peg$FAILED; )
        s3.push(s4), s4 = input.charAt(peg$currPos), peg$r21.test(s4) ? peg$currPos++ : (s4 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e70));
      if (s2 = input.substring(s2, peg$currPos), s3 = peg$currPos, s4 = [], s5 = peg$currPos, input.charCodeAt(peg$currPos) === 34 ? (s6 = peg$c28, peg$currPos++) : (s6 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e32)), s6 !== peg$FAILED) {
        for (s7 = [], s8 = input.charAt(peg$currPos), peg$r22.test(s8) ? peg$currPos++ : (s8 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e71)); s8 !== peg$FAILED; )
          s7.push(s8), s8 = input.charAt(peg$currPos), peg$r22.test(s8) ? peg$currPos++ : (s8 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e71));
        input.charCodeAt(peg$currPos) === 34 ? (s8 = peg$c28, peg$currPos++) : (s8 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e32)), s8 !== peg$FAILED ? (s6 = [s6, s7, s8], s5 = s6) : (peg$currPos = s5, s5 = peg$FAILED);
      } else
        peg$currPos = s5, s5 = peg$FAILED;
      for (s5 === peg$FAILED && (s5 = input.charAt(peg$currPos), peg$r23.test(s5) ? peg$currPos++ : (s5 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e72))); s5 !== peg$FAILED; ) {
        if (s4.push(s5), s5 = peg$currPos, input.charCodeAt(peg$currPos) === 34 ? (s6 = peg$c28, peg$currPos++) : (s6 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e32)), s6 !== peg$FAILED) {
          for (s7 = [], s8 = input.charAt(peg$currPos), peg$r22.test(s8) ? peg$currPos++ : (s8 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e71)); s8 !== peg$FAILED; )
            s7.push(s8), s8 = input.charAt(peg$currPos), peg$r22.test(s8) ? peg$currPos++ : (s8 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e71));
          input.charCodeAt(peg$currPos) === 34 ? (s8 = peg$c28, peg$currPos++) : (s8 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e32)), s8 !== peg$FAILED ? (s6 = [s6, s7, s8], s5 = s6) : (peg$currPos = s5, s5 = peg$FAILED);
        } else
          peg$currPos = s5, s5 = peg$FAILED;
        s5 === peg$FAILED && (s5 = input.charAt(peg$currPos), peg$r23.test(s5) ? peg$currPos++ : (s5 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e72)));
      }
      s3 = input.substring(s3, peg$currPos), input.charCodeAt(peg$currPos) === 96 ? (s4 = peg$c46, peg$currPos++) : (s4 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e69)), s4 !== peg$FAILED ? (peg$savedPos = s0, s0 = peg$f66(s2)) : (peg$currPos = s0, s0 = peg$FAILED);
    } else
      peg$currPos = s0, s0 = peg$FAILED;
    return s0;
  }
  function peg$parseEnd() {
    let s0, s1;
    return s0 = peg$currPos, peg$silentFails++, s1 = input.charAt(peg$currPos), peg$r13.test(s1) ? peg$currPos++ : (s1 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e57)), peg$silentFails--, s1 === peg$FAILED ? s0 = void 0 : (peg$currPos = s0, s0 = peg$FAILED), s0;
  }
  function peg$parseSpace() {
    let s0, s1, s2, s3, s4, s5;
    if (s0 = input.charAt(peg$currPos), peg$r24.test(s0) ? peg$currPos++ : (s0 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e73)), s0 === peg$FAILED)
      if (s0 = peg$currPos, input.substr(peg$currPos, 3) === peg$c47 ? (s1 = peg$c47, peg$currPos += 3) : (s1 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e74)), s1 !== peg$FAILED) {
        for (s2 = [], s3 = peg$currPos, s4 = peg$currPos, peg$silentFails++, input.substr(peg$currPos, 3) === peg$c47 ? (s5 = peg$c47, peg$currPos += 3) : (s5 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e74)), peg$silentFails--, s5 === peg$FAILED ? s4 = void 0 : (peg$currPos = s4, s4 = peg$FAILED), s4 !== peg$FAILED ? (input.length > peg$currPos ? (s5 = input.charAt(peg$currPos), peg$currPos++) : (s5 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e41)), s5 !== peg$FAILED ? (s4 = [s4, s5], s3 = s4) : (peg$currPos = s3, s3 = peg$FAILED)) : (peg$currPos = s3, s3 = peg$FAILED); s3 !== peg$FAILED; )
          s2.push(s3), s3 = peg$currPos, s4 = peg$currPos, peg$silentFails++, input.substr(peg$currPos, 3) === peg$c47 ? (s5 = peg$c47, peg$currPos += 3) : (s5 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e74)), peg$silentFails--, s5 === peg$FAILED ? s4 = void 0 : (peg$currPos = s4, s4 = peg$FAILED), s4 !== peg$FAILED ? (input.length > peg$currPos ? (s5 = input.charAt(peg$currPos), peg$currPos++) : (s5 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e41)), s5 !== peg$FAILED ? (s4 = [s4, s5], s3 = s4) : (peg$currPos = s3, s3 = peg$FAILED)) : (peg$currPos = s3, s3 = peg$FAILED);
        input.substr(peg$currPos, 3) === peg$c47 ? (s3 = peg$c47, peg$currPos += 3) : (s3 = peg$FAILED, peg$silentFails === 0 && peg$fail(peg$e74)), s3 !== peg$FAILED ? (s1 = [s1, s2, s3], s0 = s1) : (peg$currPos = s0, s0 = peg$FAILED);
      } else
        peg$currPos = s0, s0 = peg$FAILED;
    return s0;
  }
  function peg$parse_() {
    let s0, s1;
    for (s0 = [], s1 = peg$parseSpace(); s1 !== peg$FAILED; )
      s0.push(s1), s1 = peg$parseSpace();
    return s0;
  }
  let open = [], enter = (untilBy) => (open.length >= options.maxDepth && error(`Brackets nest deeper than ${options.maxDepth} levels.`), open.push(untilBy ?? open.at(-1) ?? !1), !0), leave = () => (open.pop(), !0), link = (kind, operands) => operands.length === 1 ? operands[0] : { kind, operands }, negate = (count, operand) => count % 2 === 0 ? operand : { kind: "not", operand };
  function aggregates(parts) {
    let words = parts.flatMap((p) => p.kind === "word" ? [p.text] : []), names = ["count", ...words.filter((_, i) => words[i - 1]?.toLowerCase() === "as"), ...words.filter((w) => w.endsWith(")"))];
    return [...parts, { kind: "aggregates", names: names.map((n) => n.replace(/,$/, "")) }];
  }
  let term = (field, operator, value) => ({ kind: "term", field, operator, value, at: value.at }), literal = (type, value, at) => ({ kind: "literal", type, value, at });
  peg$result = peg$startRuleFunction();
  let peg$success = peg$result !== peg$FAILED && peg$currPos === input.length;
  function peg$throw() {
    throw peg$result !== peg$FAILED && peg$currPos < input.length && peg$fail(peg$endExpectation()), peg$buildStructuredError(
      peg$maxFailExpected,
      peg$maxFailPos < input.length ? peg$getUnicode(peg$maxFailPos) : null,
      peg$maxFailPos < input.length ? peg$computeLocation(peg$maxFailPos, peg$maxFailPos + 1) : peg$computeLocation(peg$maxFailPos, peg$maxFailPos)
    );
  }
  if (options.peg$library)
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
  if (peg$success)
    return peg$result;
  peg$throw();
}
var peg$allowedStartRules4 = [
  "Search"
];

// src/catalog/corpus/spl.ts
var WILDCARDS = { any: "*", one: null, escape: null }, EVAL = {
  operators: {
    "=": { question: "eq" },
    "==": { question: "eq" },
    "!=": { question: "eq", negated: !0 },
    "<": { question: "lt" },
    "<=": { question: "lte" },
    ">": { question: "gt" },
    ">=": { question: "gte" },
    in: { question: "eq" },
    like: { question: "wildcard" }
  },
  functions: {
    like: { question: "wildcard" },
    match: { question: "regex" },
    cidrmatch: { question: "cidr", subject: 1 },
    in: { question: "eq" },
    isnull: { question: "null" },
    isnotnull: { question: "exists" }
  },
  transparent: /* @__PURE__ */ new Set(["lower", "upper", "tostring", "tonumber"]),
  wildcards: { any: "%", one: "_", escape: "\\" },
  times: /* @__PURE__ */ new Set(["_time"])
}, TIME_TERMS = /^(?:_time|(?:_index_)?(?:earliest|latest))$/i, COMPARISONS2 = { "<": "lt", "<=": "lte", ">": "gt", ">=": "gte" }, readSpl = (text) => {
  let parsed = parseQuery(spl_parser_generated_exports, text);
  if ("problem" in parsed) return refused(parsed.problem.message, parsed.problem.at);
  let gathered = nothingYet();
  return pipeline(parsed.tree, !1, gathered), readingOf(gathered);
};
function pipeline(commands, negated, gathered) {
  let aggregates = /* @__PURE__ */ new Set();
  for (let command of commands)
    switch (command.kind) {
      case "search":
        search(command.clause, negated, aggregates, gathered);
        break;
      case "where":
        collect(command.condition, EVAL, { context: null, negated, aggregates }, gathered);
        break;
      case "regex": {
        let { field, source: value, at } = command, kind = field ? "regex" : "keyword", opposite = negated !== (field?.negated ?? !1), name = field?.name ?? null;
        gathered.findings.push({ field: name, context: null, kind, value, negated: opposite, at });
        break;
      }
      case "aggregates":
        for (let name of command.names) aggregates.add(name);
        break;
      case "computed":
        remark(command, gathered);
        break;
      case "word":
        break;
    }
}
function search(clause, negated, aggregates, gathered) {
  eachLeaf(clause, negated, (leaf, negative) => {
    if (leaf.kind === "computed") return remark(leaf, gathered);
    if (leaf.kind === "subsearch") return pipeline(leaf.commands, negative, gathered);
    let { field, operator, value, at } = leaf;
    if (field !== null && aggregates.has(field))
      return remark({ kind: "computed", message: AGGREGATE, at }, gathered);
    if (field !== null && TIME_TERMS.test(field)) return;
    let opposite = negative !== (operator === "!="), parts = wildcardPattern(value.text, WILDCARDS), asked = field === null ? askKeyword(parts) : Object.hasOwn(COMPARISONS2, operator) ? { kind: COMPARISONS2[operator], value: value.text } : parts.every((p) => typeof p == "string") ? askText(parts.join("")) : askPattern(parts);
    asked && gathered.findings.push({ field, context: null, ...asked, negated: opposite, at });
  });
}

// src/catalog/corpus/yaml-query.ts
function readYamlQuery(given) {
  let { language, document, query, file, position, read } = given, title = textAt(document, "name") ?? file.path.replace(/^.*[/\\]/, ""), head = { language, position, id: textAt(document, "id"), title }, { key, value } = query;
  if (value.kind !== "scalar" || value.text.trim() === "") {
    let { line, column } = positionAt(file, key.span.start), problem = `Line ${line}, column ${column}: \`${key.text}\` holds no text.`;
    return unreadRule(head, file.path, problem);
  }
  let toFile = (at) => spanWithin(value, at, at).start;
  return readQuery(head, { text: value.text, file, toFile, start: key.span.start }, read);
}
function textAt(document, key) {
  let value = entry(document, key)?.value;
  return value?.kind === "scalar" && value.text !== "" ? value.text : null;
}

// src/catalog/corpus/read.ts
var CORPUS_FILES = /\.(?:ya?ml|kql|csl|kusto|toml|ndjson|json)$/i;
function readCorpus(files, options = {}) {
  let kusto = kustoOnce(options), rules = [], others = [];
  for (let { path, content } of files) {
    let { file, diagnostics } = typeof content == "string" ? fromText(content, path) : decode(content, path), broken = diagnostics.find((d) => d.severity === "error"), found = broken ? reasonOf2(broken) : readFile(file, kusto);
    typeof found == "string" ? others.push({ path, reason: found }) : rules.push(...found);
  }
  return { rules, others };
}
function readFile(file, kusto) {
  switch (/\.([^./\\]*)$/.exec(file.path)?.[1]?.toLowerCase()) {
    case "kql":
    case "csl":
    case "kusto":
      return [readKustoFile(file, kusto)];
    case "toml":
      return readElasticToml(file);
    case "json":
    case "ndjson":
      return readElasticJson(file);
    case "yml":
    case "yaml":
      return readYamlFile(file, kusto);
    default:
      return "No rules are looked for in files of this name.";
  }
}
function readKustoFile(file, kusto) {
  let head = { language: "kusto", position: 0, id: null, title: file.path.replace(/^.*[/\\]/, "").replace(/\.[^.]*$/, "") };
  return readQuery(head, { text: file.text, file, toFile: (at) => at, start: 0 }, kusto);
}
var SIGMA = /^["']?(?:detection|correlation|filter)["']?[ \t]*:/im;
function isSigma({ path, text }) {
  return /\.ya?ml$/i.test(path) && SIGMA.test(text);
}
function readYamlFile(file, kusto) {
  if (isSigma(file))
    return sigmaRules(parse(file.text, { path: file.path }).collection, file.path);
  let documents = readYaml(file), rules = documents.flatMap(({ root, partial, diagnostics }, position) => {
    let map = root ?? partial;
    if (map?.kind !== "map") return [];
    let kind = queryIn(map);
    if (!kind) return [];
    let { key, language } = kind, broken2 = root ? void 0 : diagnostics.find((d) => d.severity === "error");
    if (broken2) {
      let head = { language, position, id: null, title: file.path.replace(/^.*[/\\]/, "") };
      return [unreadRule(head, file.path, reasonOf2(broken2))];
    }
    let query = entry(map, key);
    return [readYamlQuery({ language, document: map, query, file, position, read: language === "kusto" ? kusto : readSpl })];
  });
  if (rules.length > 0) return rules;
  let broken = documents.flatMap((d) => d.diagnostics).find((d) => d.severity === "error");
  return broken ? reasonOf2(broken) : "It has none of the keys `detection`, `query` and `search`.";
}
function queryIn(map) {
  return entry(map, "query") ? { key: "query", language: "kusto" } : entry(map, "search") ? { key: "search", language: "splunk" } : null;
}
function kustoOnce({ kusto }) {
  if (!kusto)
    return () => refused("Kusto queries need Microsoft's parser, which is not there.");
  let read = null;
  return (text) => (read ??= kustoReader(kusto()))(text);
}
function reasonOf2(problem) {
  let { line, column, message } = toRecord(problem);
  return problem.span ? `Line ${line}, column ${column}: ${message}` : message;
}

// src/catalog/site/read.ts
function catalogRules({ items: items2 }, file, targets, inspect) {
  return sigmaRules({ items: items2 }, file.path).map((corpus, position) => {
    let item = items2[position], { content } = item, rule = content?.kind === "rule" ? content : null;
    return {
      ...corpus,
      ...ownLines(items2, position, file),
      sigma: rule && {
        ...headOf2(rule),
        ...inspected(rule, inspect),
        queries: targets.flatMap(
          ({ title, queries }) => queries.filter((q) => q.item === item).map((q) => queryOf(q, title))
        ),
        notes: item.diagnostics.map(noteOf),
        meaning: meaningOf(rule)
      }
    };
  });
}
function otherRules(rules, file) {
  let partOf = rules.length < 2 ? () => ({ text: file.text, firstLine: 1 }) : partsOf(file);
  return rules.map((rule) => ({ ...rule, ...partOf(rule.position), sigma: null }));
}
function headOf2(rule) {
  let { status, level, description, author, date, modified, license, related } = rule, texts = (names) => names.map((n) => n.text), logsource = Object.fromEntries(
    LOG_SOURCE_KEYS.map((key) => [key, texts(rule.logsource[key])])
  );
  return {
    status,
    level,
    description,
    author,
    date,
    modified,
    license,
    references: texts(rule.references),
    falsepositives: texts(rule.falsepositives),
    tags: texts(rule.tags),
    logsource,
    related: related.map(({ id, type }) => ({ id, type }))
  };
}
function inspected(rule, inspect) {
  let { stages, predicates, indicators, events, attack } = inspectionRecord(inspect(rule));
  return { stages, predicates, indicators, events, attack };
}
function queryOf(query, title) {
  let { target, text, queryText, fidelity, diagnostics, segments } = query, by = text === null || queryText === null ? -1 : text.indexOf(queryText);
  return {
    target,
    title,
    text,
    fidelity,
    notes: diagnostics.map(noteOf),
    parts: by < 0 ? [] : segments.map(({ start, end, span }) => [
      start + by,
      end + by,
      lineAt2(span.file, span.start)
    ])
  };
}
function noteOf({ severity, code, message, span }) {
  return { severity, code, message, line: span ? lineAt2(span.file, span.start) : null };
}
function lineAt2(file, offset) {
  return lineIndexAt(file, offset) + (file.firstLine ?? 1);
}
function meaningOf(rule) {
  let placeholders = placeholdersOf(rule), meanings = [];
  for (let condition of rule.detection.conditions) {
    if (condition.aggregation) return null;
    let { expression } = lower(rule, condition, placeholders);
    if (!expression) return null;
    meanings.push(meaningInAnyOrder(simplify(expression, { oneOf: !1, pushNegation: !0 })));
  }
  return hashOf(meanings.sort().join(" "));
}
function ownLines(items2, position, file) {
  let before = items2[position - 1], start = before ? before.span.end : 0, end = position + 1 < items2.length ? items2[position].span.end : file.text.length;
  return linesBetween(file, start, end);
}
function linesBetween(file, start, end) {
  let first = lineIndexAt(file, start), from = lineStarts(file)[first];
  return { text: file.text.slice(from, end), firstLine: first + (file.firstLine ?? 1) };
}
function partsOf(file) {
  if (/\.ya?ml$/i.test(file.path)) {
    let documents = readYaml(file);
    return (position) => {
      let span = documents[position]?.span;
      return span ? linesBetween(file, span.start, span.end) : { text: "", firstLine: 1 };
    };
  }
  let whole = jsonOf(file.text), values = Array.isArray(whole) ? whole : file.text.split(/[\r\n]+/).flatMap((line) => line.trim() === "" ? [] : [jsonOf(line)]);
  return (position) => ({ text: JSON.stringify(values[position], null, 2) ?? "", firstLine: 1 });
}
function jsonOf(text) {
  try {
    return JSON.parse(text);
  } catch {
    return;
  }
}

// src/cli/catalog-file.ts
var ANY_RULES = { names: CORPUS_FILES, called: "file that may hold a rule" };
async function loadCatalogTools(settings) {
  let [targets, inspect, { loadKusto }] = await Promise.all([
    loadTargets(settings),
    inspector(),
    import("./kusto.js")
  ]), parser = null;
  return { settings, targets, inspect, kusto: () => parser ??= loadKusto() };
}
function catalogFile({ path, shown }, tools) {
  let { settings, targets, inspect, kusto } = tools, none = (reason) => ({
    shown,
    rules: [],
    other: { path: shown, reason }
  }), input = readInput(path);
  if (!(input instanceof Uint8Array)) return none(input.message);
  let { file } = decode(input, shown);
  if (!isSigma(file)) {
    let { rules, others } = readCorpus([{ path: shown, content: input }], { kusto });
    return others.length > 0 ? none(others[0].reason) : { shown, rules: otherRules(rules, file), other: null };
  }
  let { collection } = parse(input, { path: shown });
  if (collection.items.length === 0) return none("There is no rule in it.");
  let converted = targets.map((target) => ({
    title: target.backend.title,
    queries: convert(collection, optionsFor(target, settings))
  }));
  return { shown, rules: catalogRules(collection, file, converted, inspect), other: null };
}

export {
  ANY_RULES,
  loadCatalogTools,
  catalogFile
};
