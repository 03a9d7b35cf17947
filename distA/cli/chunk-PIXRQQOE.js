import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  ANY,
  asString,
  binaryText,
  describe,
  diagnostic,
  fileDiagnostic,
  finish,
  hasPlaceholder,
  literalText,
  nearest,
  numberLiteral,
  parsePattern,
  parseRegex,
  pattern,
  valueOf
} from "./chunk-NSDVFCW7.js";

// src/source/decode.ts
var REPLACEMENT = "\uFFFD";
function decode(bytes, path) {
  if (bytes.length > 16777216) return refuseSize(bytes.length, path);
  let encoding2 = encodingOf(bytes), text2 = decoderOf(encoding2).decode(bytes), checked = checkText({ path, text: text2 });
  if (!text2.includes(REPLACEMENT)) return checked;
  let at = encoding2 === "utf-8" ? firstInvalid(bytes, text2) : text2.indexOf(REPLACEMENT);
  if (at < 0) return checked;
  let { file } = checked, invalid = diagnostic("error", "invalid-encoding", encoding2 === "utf-8" ? "This is not UTF-8, so the text from here on cannot be trusted. Save the file as UTF-8." : "This is not valid UTF-16. Save the file as UTF-8.", {
    file,
    start: at,
    end: at + 1
  });
  return { file, diagnostics: [invalid, ...checked.diagnostics] };
}
function fromText(text2, path) {
  return text2.length > 16777216 ? refuseSize(text2.length, path) : checkText({ path, text: text2.charCodeAt(0) === 65279 ? text2.slice(1) : text2 });
}
var decoders = /* @__PURE__ */ new Map();
function decoderOf(encoding2) {
  let decoder = decoders.get(encoding2);
  return decoder || decoders.set(encoding2, decoder = new TextDecoder(encoding2)), decoder;
}
function refuseSize(size, path) {
  return { file: { path, text: "" }, diagnostics: [fileTooLarge(size, path)] };
}
function fileTooLarge(size, path) {
  let mebibytes = (n) => (n / 1024 / 1024).toFixed(0), message = `The file has ${mebibytes(size)} MiB; no more than ${mebibytes(16777216)} MiB are read. Is it a file of rules? If so, split it.`;
  return fileDiagnostic("error", "file-too-large", message, path);
}
function encodingOf(bytes) {
  let [a, b, c, d] = bytes;
  if (a === 255 && b === 254) return "utf-16le";
  if (a === 254 && b === 255) return "utf-16be";
  if (bytes.length >= 4 && bytes.length % 2 === 0) {
    if (a !== 0 && b === 0 && c !== 0 && d === 0) return "utf-16le";
    if (a === 0 && b !== 0 && c === 0 && d !== 0) return "utf-16be";
  }
  return "utf-8";
}
function firstInvalid(bytes, text2) {
  let at = bytes[0] === 239 && bytes[1] === 187 && bytes[2] === 191 ? 3 : 0;
  for (let i = 0; i < text2.length; i++) {
    let c = text2.charCodeAt(i);
    if (c === 65533) {
      if (bytes[at] !== 239 || bytes[at + 1] !== 191 || bytes[at + 2] !== 189) return i;
      at += 3;
    } else c < 128 ? at += 1 : c < 2048 ? at += 2 : at += (c & 63488) === 55296 ? 2 : 3;
  }
  return -1;
}
var CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;
function checkText(file) {
  let diagnostics = [], others = !1;
  for (let match of file.text.matchAll(CONTROL)) {
    let span = { file, start: match.index, end: match.index + 1 };
    if (match[0] === "\0") {
      diagnostics.push(diagnostic("error", "binary-file", "A NUL character stands here; no text file holds one. Delete it.", span));
      break;
    }
    if (others) continue;
    others = !0;
    let message = `The control character U+${match[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")} stands here, unseen. It is read as a part of the value. Delete it, or write it as an escape in double quotes.`;
    diagnostics.push(diagnostic("warning", "control-character", message, span));
  }
  return { file, diagnostics };
}

// src/model/modifiers/resolve.ts
var MEANT = /* @__PURE__ */ new Map([
  ["regex", "re"],
  ["regexp", "re"],
  ["not", "neq"],
  ["ne", "neq"],
  ["le", "lte"],
  ["ge", "gte"]
]), MAX_MODIFIERS = 16, OF_THE_ITEM = /* @__PURE__ */ new Set(["all", "neq"]);
function resolveModifiers(table, modifiers2, names, hasField, report) {
  if (modifiers2.length > MAX_MODIFIERS) {
    let { span } = modifiers2[MAX_MODIFIERS];
    return report(
      "error",
      "too-many-modifiers",
      `A field takes ${MAX_MODIFIERS} modifiers at most.`,
      span
    ), [];
  }
  let found = [];
  return modifiers2.forEach((written, index) => {
    let name = names[index], modifier = table.get(name);
    if (!modifier) {
      if (name === "")
        report("error", "empty-modifier", "A modifier is missing after this `|`. Name one, or remove the `|`.", written.span);
      else {
        let like = MEANT.get(name) ?? nearest(name, table.keys()), hint = like ? `Did you mean \`${like}\`?` : "`sigmaql list modifiers` lists them.", message = `There is no modifier \`${written.text}\`. ${hint}`;
        report("error", "unknown-modifier", message, written.span);
      }
      return;
    }
    if (written.text !== name && report("warning", "modifier-spelling", `Write this modifier as \`${name}\`.`, written.span), modifier.needsField && !hasField) {
      let message = `\`${name}\` asks something of a field, and keywords have none. Name a field before it.`;
      report("error", "modifier-needs-field", message, written.span);
    } else if (names.indexOf(name) < index)
      report(
        "error",
        "repeated-modifier",
        `\`${name}\` stands here twice. Remove one.`,
        written.span
      );
    else {
      let clash = clashOf(table, modifier, names, index);
      if (clash !== void 0) {
        let message = `\`${name}\` cannot follow \`${clash}\`. ${modifier.instead(clash)}`;
        report("error", "illegal-chain", message, written.span);
      }
    }
    found.push(modifier);
  }), found;
}
function clashOf(table, modifier, names, index) {
  if (!OF_THE_ITEM.has(modifier.name))
    for (let i = 0; i < index; i++) {
      let before = names[i];
      if (!(OF_THE_ITEM.has(before) || !table.has(before)) && before !== modifier.name && !modifier.follows.includes(before)) return before;
    }
}

// src/model/modifiers/chain.ts
var NONE = Object.freeze([]);
function applyModifiers(table, modifiers2, scalars, hasField) {
  if (modifiers2.length === 0)
    return { values: scalars.map((s) => valueOf(s, !1)), linking: "any", negated: !1, diagnostics: NONE };
  let diagnostics = [], failed = !1, report = (severity, code, message, span) => {
    failed ||= severity === "error", diagnostics.push(diagnostic(severity, code, message, span));
  }, names = modifiers2.map((m) => m.text.trim().toLowerCase()), resolved = resolveModifiers(table, modifiers2, names, hasField, report), expand = names.includes("expand"), chain = {
    scalars,
    drafts: scalars.map((s) => [valueOf(s, expand)]),
    linking: "any",
    negated: !1,
    written: modifiers2,
    names,
    index: 0,
    report
  };
  for (let [index, modifier] of resolved.entries()) {
    if (failed) break;
    chain.index = index, modifier.apply(chain);
  }
  return { values: chain.drafts.map((drafts, index) => drafts.length === 1 ? finish(drafts[0]) : { kind: "value-group", values: drafts.map(finish), span: scalars[index].span }), linking: chain.linking, negated: chain.negated, diagnostics };
}
function spanOf(chain) {
  return chain.written[chain.index].span;
}
function mapDrafts(chain, change, refusal2) {
  chain.drafts = chain.drafts.map((drafts, index) => {
    let scalar = chain.scalars[index], made = [];
    for (let draft of drafts) {
      let changed = change(draft, scalar);
      if (changed === null)
        return chain.report("error", "wrong-value", refusal2(draft), draft.span), drafts;
      if ("kind" in changed) made.push(changed);
      else for (let each of changed) made.push(each);
    }
    return made;
  });
}

// src/model/modifiers/ip.ts
function parseAddress(text2) {
  if (text2.length > 45) return null;
  if (text2.includes(":")) return parseV6(text2);
  let address = parseV4(text2);
  return address === null ? null : { version: 4, address };
}
function parseV4(text2) {
  let parts = text2.split(".");
  if (parts.length !== 4) return null;
  let address = 0n;
  for (let part of parts) {
    if (!/^(?:0|[1-9]\d{0,2})$/.test(part) || Number(part) > 255) return null;
    address = address << 8n | BigInt(part);
  }
  return address;
}
function parseV6(text2) {
  let words = text2, dot = text2.lastIndexOf(":");
  if (text2.includes(".")) {
    let tail2 = parseV4(text2.slice(dot + 1));
    if (tail2 === null) return null;
    words = `${text2.slice(0, dot + 1)}${(tail2 >> 16n).toString(16)}:${(tail2 & 0xffffn).toString(16)}`;
  }
  let halves = words.split("::");
  if (halves.length > 2) return null;
  let [head, tail] = halves.map((h) => h === "" ? [] : h.split(":")), given = head.length + (tail?.length ?? 0);
  if (tail ? given > 7 : given !== 8) return null;
  let all = [...head, ...Array(8 - given).fill("0"), ...tail ?? []], address = 0n;
  for (let word of all) {
    if (!/^[\da-f]{1,4}$/i.test(word)) return null;
    address = address << 16n | BigInt(`0x${word}`);
  }
  return { version: 6, address };
}
function formatAddress(version, address) {
  if (version === 4)
    return [24n, 16n, 8n, 0n].map((shift) => String(address >> shift & 0xffn)).join(".");
  let words = Array.from(
    { length: 8 },
    (_, i) => (address >> BigInt(112 - 16 * i) & 0xffffn).toString(16)
  ), best = { start: -1, length: 1 };
  for (let i = 0; i < 8; i++) {
    let length = 0;
    for (; words[i + length] === "0"; ) length++;
    length > best.length && (best = { start: i, length });
  }
  return best.start < 0 ? words.join(":") : `${words.slice(0, best.start).join(":")}::${words.slice(best.start + best.length).join(":")}`;
}
function parseNetwork(text2) {
  let slash = text2.indexOf("/"), parsed = parseAddress(slash < 0 ? text2 : text2.slice(0, slash));
  if (!parsed) return null;
  let bits = parsed.version === 4 ? 32 : 128, length = slash < 0 ? String(bits) : text2.slice(slash + 1);
  if (!/^(?:0|[1-9]\d{0,2})$/.test(length) || Number(length) > bits) return null;
  let prefix = Number(length), shift = BigInt(bits - prefix), address = parsed.address >> shift << shift, { version } = parsed;
  return { network: {
    version,
    address,
    prefix,
    text: `${formatAddress(version, address)}/${prefix}`
  }, masked: address !== parsed.address };
}

// src/model/modifiers/cidr.ts
var cidr = [
  {
    name: "cidr",
    heading: "IP (Internet Protocol) Modifiers",
    description: "The address in the field is within the network, IPv4 or IPv6.",
    needsField: !0,
    follows: [],
    instead: (before) => `It takes a network as it is written, such as 10.0.0.0/8. Remove \`${before}\`.`,
    apply(chain) {
      mapDrafts(
        chain,
        (draft, scalar) => {
          if (draft.kind !== "string") return null;
          let parsed = parseNetwork(scalar.text.trim());
          if (!parsed)
            return chain.report("error", "bad-network", "This is no network. Write it as 10.0.0.0/8 or fe80::/10.", draft.span), draft;
          let { network, masked } = parsed;
          if (masked) {
            let message = `The address has bits beyond its prefix, so it is read as ${network.text}. Write it so.`;
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
var WILDCARDS = ["startswith", "endswith", "contains"], FLAGS = ["i", "m", "s", "ignorecase", "multiline", "dotall"], UTF16 = ["utf16", "utf16le", "utf16be", "wide"], BASE64 = ["base64", "base64offset"], COMPARISONS = ["lt", "lte", "gt", "gte"], TIME_PARTS = ["minute", "hour", "day", "week", "month", "year"];

// src/model/modifiers/encoding.ts
var heading = "Encoding";
function insteadOf(name, before) {
  return WILDCARDS.includes(before) ? `Wildcards cannot be encoded. Write \`|${name}|${before}\`.` : before === "expand" ? "Placeholders get their values after it. Encode the values." : BASE64.includes(before) ? `Write \`|${name}|${before}\`, if that is what you mean.` : "It takes text. Remove one of the two.";
}
function mapBytes(chain, name, encode) {
  mapDrafts(
    chain,
    (draft, scalar) => {
      if (draft.kind === "bytes") return encode(draft.bytes, draft.cased, draft);
      let value = literalOf(draft, scalar);
      return value && encode(new TextEncoder().encode(value.text), value.cased, draft);
    },
    (draft) => refusal(name, draft)
  );
}
function literalOf(draft, scalar) {
  let value = asString(draft, scalar), text2 = value && literalText(value.pattern);
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
          let value = literalOf(draft, scalar);
          return value ? { kind: "bytes", bytes: Uint8Array.from(encode(value.text)), cased: value.cased, span: draft.span } : null;
        },
        (draft) => refusal(name, draft)
      );
    }
  };
}
function units(value, littleEndian) {
  let bytes = [];
  for (let i = 0; i < value.length; i++) {
    let unit = value.charCodeAt(i);
    littleEndian ? bytes.push(unit & 255, unit >> 8) : bytes.push(unit >> 8, unit & 255);
  }
  return bytes;
}
var HEAD = [0, 2, 3], TAIL = [0, 3, 2];
function base64At(bytes, offset) {
  let shifted = new Uint8Array(offset + bytes.length);
  shifted.set(bytes, offset);
  let encoded = btoa(binaryText(shifted));
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
      WILDCARDS.some((m) => chain.names.indexOf(m) > chain.index) || chain.report("warning", "base64offset-without-contains", "What `base64offset` makes stands within longer text, so it hardly ever is the whole field. Add `contains` after it.", spanOf(chain)), mapBytes(chain, "base64offset", (bytes, cased, draft) => {
        let texts = [0, 1, 2].map((offset) => base64At(bytes, offset));
        return texts.includes("") ? (chain.report("error", "base64offset-too-short", "This value is too short to be recognised within Base64. Two bytes are the least.", draft.span), draft) : texts.map((t) => text(t, draft, cased));
      });
    }
  },
  utf16("utf16le", "The value in UTF-16, little end first.", (t) => units(t, !0)),
  utf16("utf16be", "The value in UTF-16, big end first.", (t) => units(t, !1)),
  utf16("utf16", "The value in UTF-16, little end first, after a byte order mark.", (t) => [
    255,
    254,
    ...units(t, !0)
  ]),
  utf16("wide", "The same as utf16le.", (t) => units(t, !0))
];

// src/model/modifiers/generic.ts
var heading2 = "Generic Modifiers", TEXT = ["cased", "windash", "expand", "fieldref", ...UTF16, ...BASE64];
function anchored(name, description) {
  let anywhere = name === "contains", surround = (parts) => {
    let out = name === "startswith" ? [] : [ANY];
    for (let part of parts) out.push(part);
    return name !== "endswith" && out.push(ANY), pattern(out);
  };
  return {
    name,
    heading: heading2,
    description,
    // Keywords are found anywhere in an event's text: it has no start and no end of interest.
    needsField: !anywhere,
    follows: anywhere ? [...TEXT, "re", ...FLAGS] : TEXT,
    instead(before) {
      return WILDCARDS.includes(before) ? "Keep one of the two." : before === "re" || FLAGS.includes(before) ? `A regular expression is searched for anywhere. Remove \`${name}\` and write ${name === "startswith" ? "^" : "$"} in the expression.` : "It takes text. Remove one of the two.";
    },
    apply(chain) {
      mapDrafts(
        chain,
        (draft, scalar) => {
          if (draft.kind === "field-ref") return { ...draft, match: name };
          if (draft.kind === "regex") return draft;
          let value = asString(draft, scalar);
          if (!value) return null;
          let { cased, span } = value;
          return { kind: "string", pattern: surround(value.pattern), cased, span };
        },
        (draft) => `\`${name}\` takes text, not ${describe(draft)}.`
      ), chain.drafts[0]?.[0]?.kind === "regex" && warnOfRedundance(chain, "contains");
    }
  };
}
function warnOfRedundance(chain, name) {
  let index = chain.names.indexOf(name), message = `\`${name}\` changes nothing here: a regular expression is ${name === "contains" ? "searched for anywhere" : "case-sensitive"} as it is. Remove it.`;
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
      chain.linking = "all", chain.scalars.length === 1 && chain.report("warning", "all-single-value", "`all` has one value only, so it changes nothing. Remove it.", spanOf(chain));
    }
  },
  anchored("startswith", "The field begins with the value."),
  anchored("endswith", "The field ends with the value."),
  anchored("contains", "The value stands anywhere in the field."),
  {
    name: "exists",
    heading: heading2,
    description: "The field is there (true) or is not (false), whatever it holds.",
    needsField: !0,
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
              return { ...draft, cased: !0 };
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
      ), chain.drafts[0]?.[0]?.kind === "regex" && warnOfRedundance(chain, "cased");
    }
  },
  {
    name: "neq",
    heading: heading2,
    description: "The field is different from every value.",
    follows: [],
    instead: () => "",
    apply(chain) {
      chain.negated = !0;
    }
  }
];
function applyExists(chain) {
  mapDrafts(
    chain,
    (draft, scalar) => {
      let { span } = draft;
      if (draft.kind === "boolean") return { kind: "exists", expected: draft.value, span };
      let word = draft.kind === "string" ? scalar.text.trim().toLowerCase() : "", expected = word === "true" || word === "yes";
      if (!expected && word !== "false" && word !== "no") return null;
      let message = `This is text, read as ${String(expected)}. Write ${String(expected)} without quotes.`;
      return chain.report("warning", "exists-value", message, span), { kind: "exists", expected, span };
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
    needsField: !0,
    follows: TIME_PARTS,
    instead: (before) => COMPARISONS.includes(before) ? "For two bounds write the field twice, once with each." : `It takes a number as it is written. Remove \`${before}\`.`,
    apply(chain) {
      mapDrafts(
        chain,
        (draft, scalar) => {
          let { span } = draft;
          if (draft.kind === "time-part") return { ...draft, operator: name };
          if (draft.kind !== "number" && draft.kind !== "string") return null;
          let number = numberLiteral(scalar.text.trim());
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
  let map = mapOf(scalar);
  return offset < map.starts.length ? map.starts[Math.max(offset, 0)] : map.ends[map.ends.length - 1] ?? map.empty;
}
function spanWithin(scalar, start, end) {
  let from = sourceOffset(scalar, start);
  if (end <= start) return { file: scalar.span.file, start: from, end: from };
  let { ends, empty } = mapOf(scalar), to = ends[Math.min(end, ends.length) - 1] ?? empty;
  return { file: scalar.span.file, start: from, end: Math.max(from, to) };
}
var origins = /* @__PURE__ */ new WeakMap();
function setOrigin(scalar, origin) {
  origins.set(scalar, origin);
}
var maps = /* @__PURE__ */ new WeakMap();
function mapOf(scalar) {
  let known = maps.get(scalar);
  if (known) return known;
  let origin = origins.get(scalar), { file, start, end } = scalar.span, map = (origin ? new Walker(origin.text, origin.start, origin.end, scalar.text) : new Walker(file.text, start, end, scalar.text)).walk(origin?.style ?? scalar.style), made = origin ? {
    starts: map.starts.map(origin.toFile),
    ends: map.ends.map(origin.toFile),
    empty: origin.toFile(map.empty)
  } : map;
  return maps.set(scalar, made), made;
}
var isBlank = (c) => c === " " || c === "	", Walker = class {
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
    let { starts, ends } = this;
    if (style === "literal" || style === "folded") {
      for (this.block(style === "folded"); starts.length < this.decoded.length; ) this.emit(1, this.end, this.end);
      return { starts, ends, empty: this.end };
    }
    let quoted = style !== "plain", last = this.text[this.end - 1], closed = quoted && this.end - this.start > 1 && (last === '"' || last === "'");
    for (this.flow(style, this.start + (quoted ? 1 : 0), closed ? this.end - 1 : this.end); starts.length < this.decoded.length; ) this.emit(1, this.end, this.end);
    return { starts, ends, empty: this.start + (quoted ? 1 : 0) };
  }
  emit(count, start, end) {
    for (let i = 0; i < count; i++)
      this.starts.push(start), this.ends.push(end);
  }
  /** The length of the line break at an offset: 0 if there is none. */
  lineBreak(at) {
    let c = this.text[at];
    return c === `
` ? 1 : c === "\r" && this.text[at + 1] === `
` ? 2 : 0;
  }
  flow(style, from, to) {
    let { text: text2 } = this, i = from;
    for (; i < to; ) {
      let c = text2[i];
      if (isBlank(c)) {
        let j = i;
        for (; j < to && isBlank(text2[j]); ) j++;
        if (j >= to || this.lineBreak(j) === 0) for (; i < j; i++) this.emit(1, i, i + 1);
        i = j;
      } else this.lineBreak(i) > 0 ? i = this.fold(i, to) : style === "single" && c === "'" && text2[i + 1] === "'" ? (this.emit(1, i, i + 2), i += 2) : style === "double" && c === "\\" ? i = this.escape(i, to) : (this.emit(1, i, i + 1), i++);
    }
  }
  /** One line break is a space; of several, each but the first is a line feed. */
  fold(from, to) {
    let breaks = [], i = from;
    for (; i < to; ) {
      let length = this.lineBreak(i);
      if (length === 0) break;
      for (breaks.push({ at: i, length }), i += length; i < to && isBlank(this.text[i]); ) i++;
    }
    for (let { at, length } of breaks.length === 1 ? breaks : breaks.slice(1))
      this.emit(1, at, at + length);
    return i;
  }
  escape(at, to) {
    let { text: text2 } = this, lineBreak = this.lineBreak(at + 1);
    if (lineBreak > 0) {
      let i = at + 1 + lineBreak;
      for (; i < to && isBlank(text2[i]); ) i++;
      return i;
    }
    let digits = { x: 2, u: 4, U: 8 }[text2[at + 1] ?? ""], end = at + 2 + (digits ?? 0), beyondPlane0 = digits === 8 && parseInt(text2.slice(at + 2, end), 16) > 65535;
    return this.emit(beyondPlane0 ? 2 : 1, at, end), end;
  }
  block(folded) {
    let { text: text2, decoded } = this, at = text2.indexOf(`
`, this.start) + 1;
    if (at === 0) return;
    let indent = this.blockIndent(at), separator = "", breaks = [], moreIndentedBefore = !1, started = !1, contentLength = decoded.length;
    for (; decoded[contentLength - 1] === `
`; ) contentLength--;
    let end = at;
    for (; this.starts.length < contentLength && at < text2.length; ) {
      end = text2.indexOf(`
`, at);
      let next = end < 0 ? text2.length : end + 1;
      end < 0 && (end = text2.length), text2[end - 1] === "\r" && end--;
      let content = at;
      for (; content < end && content - at < indent && text2[content] === " "; ) content++;
      let empty = content === end;
      if (!started && (empty || isOnlySpaces(text2, content, end))) {
        for (let i = content; i < end; i++) this.emit(1, i, i + 1);
        this.emit(1, end, next);
      } else {
        started = !0;
        let moreIndented = isBlank(text2[content]);
        if (!folded || moreIndented) {
          folded && separator === " " ? separator = `
` : folded && !moreIndentedBefore && separator === `
` && (separator = `

`), this.separate(separator, breaks);
          for (let i = content; i < end; i++) this.emit(1, i, i + 1);
          separator = `
`, breaks = [[end, next]], moreIndentedBefore = moreIndented;
        } else if (empty)
          separator === `
` ? this.separate(`
`, breaks.splice(0, 1)) : separator = `
`, breaks.push([end, next]);
        else {
          this.separate(separator, breaks);
          for (let i = content; i < end; i++) this.emit(1, i, i + 1);
          separator = " ", breaks = [[end, next]], moreIndentedBefore = !1;
        }
      }
      at = next;
    }
    this.blankLines(end);
  }
  /** Where a block has no more text, YAML keeps line breaks at most. */
  blankLines(from) {
    for (let i = from; this.starts.length < this.decoded.length && i < this.text.length; i++) {
      let length = this.lineBreak(i);
      length !== 0 && (this.emit(1, i, i + length), i += length - 1);
    }
  }
  separate(separator, breaks) {
    for (let i = 0; i < separator.length; i++) {
      let place = breaks[Math.min(i, breaks.length - 1)];
      place ? this.emit(1, place[0], place[1]) : this.emit(1, this.end, this.end);
    }
  }
  /** How many columns of each line are indentation: what the first line with text has lost. */
  blockIndent(from) {
    let { text: text2, decoded } = this, inText = 0, inSource = 0;
    for (let i = 0; i < decoded.length && (decoded[i] === " " || decoded[i] === `
`); i++)
      inText = decoded[i] === " " ? inText + 1 : 0;
    for (let i = from; i < text2.length; i++)
      if (text2[i] === " ") inSource++;
      else if (this.lineBreak(i) > 0) inSource = text2[i] === "\r" ? inSource : 0;
      else break;
    return inSource - inText;
  }
};
function isOnlySpaces(text2, from, to) {
  for (let i = from; i < to; i++) if (text2[i] !== " ") return !1;
  return !0;
}

// src/model/modifiers/regular-expression.ts
var heading3 = "Regular Expression", NO_FLAGS = { ignoreCase: !1, multiLine: !1, dotAll: !1 };
function flag(name, set, description) {
  return {
    name,
    heading: heading3,
    description,
    follows: ["re", "contains", ...set === "ignoreCase" ? [] : ["cased"], ...FLAGS],
    instead: (before) => before === "cased" ? `\`${name}\` ignores case. Keep one of the two.` : `It belongs to a regular expression. Write \`|re|${name}\`, or remove it.`,
    apply(chain) {
      if (!chain.names.slice(0, chain.index).includes("re")) {
        let message = `\`${name}\` belongs to a regular expression. Write \`|re|${name}\`.`;
        chain.report("error", "flag-without-re", message, spanOf(chain));
        return;
      }
      mapDrafts(
        chain,
        (draft) => {
          if (draft.kind !== "regex") return null;
          let flags = { ...draft.regex.flags, [set]: !0 };
          return { ...draft, regex: { ...draft.regex, flags } };
        },
        (draft) => `\`${name}\` takes a regular expression, not ${describe(draft)}.`
      );
    }
  };
}
var I = "Upper and lower case are equal.", M = "^ and $ match at every line.", S = "The dot matches line breaks too.", regularExpression = [
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
          if (draft.kind !== "string" && draft.kind !== "number" && draft.kind !== "boolean")
            return null;
          let source = scalar.text, parsed = parseRegex(source, NO_FLAGS);
          if ("error" in parsed) {
            let { message, start, end } = parsed.error;
            return chain.report("error", "bad-regex", message, spanWithin(scalar, start, end)), draft;
          }
          return { kind: "regex", regex: { source, flags: NO_FLAGS, ast: parsed.ast }, span: draft.span };
        },
        (draft) => `\`re\` takes a regular expression, not ${describe(draft)}.`
      );
      for (let name of ["contains", "cased"])
        chain.names.slice(0, chain.index).includes(name) && warnOfRedundance(chain, name);
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
var heading4 = "Specific Modifiers", specific = [
  {
    name: "expand",
    heading: heading4,
    description: "Placeholders (%name%) in the value are replaced with values of yours.",
    follows: ["cased", "windash", ...WILDCARDS],
    instead: (before) => before === "re" ? "Placeholders have no place in a regular expression. Remove one of the two." : `Placeholders stand in plain text. Remove \`${before}\`.`,
    // The values were read with their placeholders: a later look could not tell `\\%` from `\%`.
    apply(chain) {
      !chain.drafts.some(
        (drafts) => drafts.some((d) => d.kind === "string" && hasPlaceholder(d.pattern))
      ) && chain.scalars.length > 0 && chain.report("warning", "expand-without-placeholder", "`expand` finds no placeholder such as %name% in the values. Write one, or remove it.", spanOf(chain));
    }
  },
  {
    name: "fieldref",
    heading: heading4,
    description: "The value names another field of the same event, to compare with.",
    needsField: !0,
    follows: ["cased", ...WILDCARDS],
    instead: (before) => `It takes the name of a field as it is written. Remove \`${before}\`.`,
    apply(chain) {
      let match = chain.names.slice(0, chain.index).find((n) => WILDCARDS.includes(n));
      mapDrafts(
        chain,
        (draft, scalar) => {
          let { kind, span } = draft;
          if (kind !== "string" && kind !== "number" && kind !== "boolean") return null;
          let field = literalText(parsePattern(scalar.text));
          if (field === null || field === "") return null;
          let cased = kind === "string" && draft.cased;
          return { kind: "field-ref", field, match: match ?? "equals", cased, span };
        },
        (draft) => draft.kind !== "string" ? `\`fieldref\` takes the name of a field, not ${describe(draft)}.` : draft.pattern.length === 0 ? "`fieldref` takes the name of a field, and this is empty." : "`fieldref` takes the name of a field, without wildcards. For a part of it write `|fieldref|contains` and its like."
      );
    }
  }
];

// src/model/modifiers/string.ts
var DASHES = ["-", "/", "\u2013", "\u2014", "\u2015"], FLAG = /(?<![\p{L}\p{N}_])([-/\u2013\u2014\u2015])(?=[\p{L}\p{N}_])/gu, MAX_FLAGS = 4, string = [
  {
    name: "windash",
    heading: "String Modifiers",
    description: "A flag may begin with -, /, en dash, em dash or horizontal bar.",
    follows: ["cased", "expand", ...WILDCARDS],
    instead(before) {
      return BASE64.includes(before) || UTF16.includes(before) ? `What is encoded has no flags. Write \`|windash|${before}\`.` : before === "re" ? "Write the dashes into the expression, such as [-/]." : "It takes text. Remove one of the two.";
    },
    apply(chain) {
      mapDrafts(
        chain,
        (draft) => {
          if (draft.kind === "number" || draft.kind === "boolean") return draft;
          if (draft.kind !== "string") return null;
          let variants = permutations(draft.pattern);
          if (!variants) {
            let message = `\`windash\` on more than ${MAX_FLAGS} flags makes too many values. Split the value.`;
            return chain.report("error", "windash-too-many", message, draft.span), draft;
          }
          return variants.map((parts) => ({ ...draft, pattern: parts }));
        },
        (draft) => `\`windash\` takes text, not ${describe(draft)}.`
      );
    }
  }
];
function permutations(parts) {
  let heads = [[]], flags = 0;
  for (let part of parts) {
    let pieces = typeof part == "string" ? part.split(FLAG) : [part];
    for (let [index, piece] of pieces.entries()) {
      if (index % 2 === 0) {
        for (let head of heads) head.push(piece);
        continue;
      }
      if (++flags > MAX_FLAGS) return null;
      let dashes = [piece, ...DASHES.filter((d) => d !== piece)];
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
    needsField: !0,
    follows: COMPARISONS,
    instead: (before) => TIME_PARTS.includes(before) ? "For two parts of a date write the field twice, once with each." : `It takes a number as it is written. Remove \`${before}\`.`,
    apply(chain) {
      mapDrafts(
        chain,
        (draft, scalar) => {
          let { kind, span } = draft;
          if (kind !== "number" && kind !== "string" && kind !== "compare") return null;
          let number = numberLiteral(scalar.text.trim());
          if (!number) return null;
          let value = Number(number.decimal);
          if (!Number.isInteger(value) || value < least || value > most) {
            let message = `The ${part} of a date is a whole number from ${least} to ${most}.`;
            chain.report("error", "time-out-of-range", message, span);
          }
          let operator = kind === "compare" ? draft.operator : "eq";
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
], modifiersByName = new Map(
  modifiers.map((m) => [m.name, m])
);

export {
  decode,
  fromText,
  fileTooLarge,
  spanWithin,
  setOrigin,
  applyModifiers,
  parseAddress,
  formatAddress,
  parseNetwork,
  modifiers,
  modifiersByName
};
