// src/backend/code-points.ts
var LAST = 1114111;
var EVERYTHING = [[0, LAST]];
var SETS = {
  digit: [[48, 57]],
  word: [
    [48, 57],
    [65, 90],
    [95, 95],
    [97, 122]
  ],
  space: [
    [9, 13],
    [32, 32]
  ],
  "horizontal-space": [
    [9, 9],
    [32, 32],
    [160, 160],
    [5760, 5760],
    [6158, 6158],
    [8192, 8202],
    [8239, 8239],
    [8287, 8287],
    [12288, 12288]
  ],
  "vertical-space": [
    [10, 13],
    [133, 133],
    [8232, 8233]
  ],
  alpha: [
    [65, 90],
    [97, 122]
  ],
  alnum: [
    [48, 57],
    [65, 90],
    [97, 122]
  ],
  ascii: [[0, 127]],
  blank: [
    [9, 9],
    [32, 32]
  ],
  cntrl: [
    [0, 31],
    [127, 127]
  ],
  graph: [[33, 126]],
  lower: [[97, 122]],
  print: [[32, 126]],
  punct: [
    [33, 47],
    [58, 64],
    [91, 96],
    [123, 126]
  ],
  upper: [[65, 90]],
  xdigit: [
    [48, 57],
    [65, 70],
    [97, 102]
  ]
};
function union(...sets) {
  const sorted = sets.flat().sort((a, b) => a[0] - b[0]);
  const out = [];
  for (const [from, to] of sorted) {
    const last = out[out.length - 1];
    if (last && from <= last[1] + 1) last[1] = Math.max(last[1], to);
    else out.push([from, to]);
  }
  return out;
}
function complement(set) {
  const out = [];
  let at = 0;
  for (const [from, to] of set) {
    if (from > at) out.push([at, from - 1]);
    at = to + 1;
  }
  if (at <= LAST) out.push([at, LAST]);
  return out;
}
function intersect(a, b) {
  return complement(union(complement(a), complement(b)));
}
function contains(set, codePoint) {
  return set.some(([from, to]) => from <= codePoint && codePoint <= to);
}
function membersOf(node) {
  const sets = [];
  for (const item of node.items) {
    const set = itemMembers(item);
    if (!set) return null;
    sets.push(set);
  }
  const all = union(...sets);
  return node.negated ? complement(all) : all;
}
function itemMembers(item) {
  if (item.kind === "property") return null;
  const set = item.kind === "range" ? [[item.from, item.to]] : SETS[item.set];
  return item.kind === "set" && item.negated ? complement(set) : set;
}
function otherCases(codePoint) {
  return codePoint < 128 ? ASCII_CASES[codePoint] : findCases(codePoint);
}
var ASCII_CASES = Array.from({ length: 128 }, (_, c) => findCases(c));
function findCases(codePoint) {
  const c = String.fromCodePoint(codePoint);
  const found = /* @__PURE__ */ new Set();
  for (const other of [c.toLowerCase(), c.toUpperCase(), c.toUpperCase().toLowerCase()]) {
    const point = other.codePointAt(0);
    if (other === String.fromCodePoint(point) && point !== codePoint) found.add(point);
  }
  return [...found].sort((a, b) => a - b);
}
function withOtherCases(set) {
  const added = [];
  for (const [from, to] of set) {
    for (let c = Math.max(from, 65); c <= Math.min(to, 122); c++) {
      for (const other of otherCases(c)) added.push([other, other]);
    }
    if (from > 127 && to - from < 256) {
      for (let c = from; c <= to; c++) for (const o of otherCases(c)) added.push([o, o]);
    }
  }
  return union(set, added);
}

// src/backend/regex.ts
var Untranslatable = class extends Error {
  constructor(message, node) {
    super(message);
    this.node = node;
  }
  node;
};
function translate(work) {
  const approximations = /* @__PURE__ */ new Map();
  try {
    const pattern = work((a) => approximations.set(`${a.direction} ${a.message}`, a));
    return { ok: true, pattern, approximations: [...approximations.values()] };
  } catch (error) {
    if (!(error instanceof Untranslatable)) throw error;
    const { start, end } = error.node;
    return { ok: false, message: error.message, start, end };
  }
}
function printRegex(regex, dialect) {
  const { ignoreCase, multiLine, dotAll } = regex.flags;
  const letters = `${ignoreCase ? "i" : ""}${multiLine ? "m" : ""}${dotAll ? "s" : ""}`;
  const body = print(regex.ast, regex.flags);
  return letters === "" ? body : `(?${letters})${body}`;
  function print(node, flags) {
    switch (node.kind) {
      case "alternation":
        return node.options.map((o) => print(o, flags)).join("|");
      case "sequence":
        return node.items.map((i) => i.kind === "alternation" ? `(?:${print(i, flags)})` : print(i, flags)).join("");
      case "literal":
        return dialect.literal(node.codePoint);
      case "dot":
        return ".";
      case "class":
        return dialect.class(node);
      case "anchor":
        return dialect.anchor(node, flags);
      case "repeat": {
        const inner = print(node.body, flags);
        const whole = ["literal", "dot", "class", "group"].includes(node.body.kind);
        return `${whole ? inner : `(?:${inner})`}${countOf(node)}${dialect.repeatMode(node)}`;
      }
      case "group": {
        const inner = print(node.body, { ...flags, ...node.flags });
        return `${dialect.groupOpening(node)}${inner})`;
      }
      default:
        return dialect.special(node, (n) => print(n, flags));
    }
  }
}
function countOf({ min, max }) {
  if (max === null) return min === 0 ? "*" : min === 1 ? "+" : `{${min},}`;
  if (min === 0 && max === 1) return "?";
  return min === max ? `{${min}}` : `{${min},${max}}`;
}
function flagLetters(node) {
  const { ignoreCase, multiLine, dotAll } = node.flags ?? {};
  const named = [
    ["i", ignoreCase],
    ["m", multiLine],
    ["s", dotAll]
  ];
  const on = named.flatMap(([letter, value]) => value === true ? [letter] : []).join("");
  const off = named.flatMap(([letter, value]) => value === false ? [letter] : []).join("");
  return off === "" ? on : `${on}-${off}`;
}
function patternToRegex(pattern, cased) {
  const at = { start: 0, end: 0 };
  const items = [{ kind: "anchor", anchor: "text-start", ...at }];
  pattern.forEach((part, index) => {
    if (typeof part === "string") {
      for (const c of part) items.push({ kind: "literal", codePoint: c.codePointAt(0), ...at });
    } else if (part.kind === "one") items.push({ kind: "dot", ...at });
    else if (index === 0) items.pop();
    else if (index < pattern.length - 1) {
      items.push({
        kind: "repeat",
        body: { kind: "dot", ...at },
        min: 0,
        max: null,
        mode: "greedy",
        ...at
      });
    }
  });
  const last = pattern[pattern.length - 1];
  if (typeof last !== "object" || last.kind !== "any") {
    items.push({ kind: "anchor", anchor: "text-end", ...at });
  }
  const flags = { ignoreCase: !cased, multiLine: false, dotAll: true };
  return { source: "", flags, ast: { kind: "sequence", items, ...at } };
}

// src/backend/re2.ts
var MAX_REPEAT = 1e3;
var WORD_BOUNDARY = "a word boundary may also count letters outside of ASCII as letters of a word.";
function toRe2(regex) {
  return translate(
    (approximate) => printRegex(regex, {
      literal: (codePoint) => escapeCodePoint(codePoint),
      class(node) {
        const members = membersOf(node);
        if (members) return printClass(members);
        throw new Untranslatable(
          "Unicode properties are not supported here. List the characters.",
          node
        );
      },
      anchor(node, flags) {
        switch (node.anchor) {
          case "line-start":
            return "^";
          // Perl's $ also matches before a line break that ends the text.
          case "line-end":
            return flags.multiLine ? "$" : "\\n?$";
          case "text-start":
            return flags.multiLine ? "\\A" : "^";
          case "text-end":
            return flags.multiLine ? "\\z" : "$";
          case "text-end-or-newline":
            return "\\n?\\z";
          default:
            for (const direction of ["wider", "narrower"])
              approximate({ direction, message: WORD_BOUNDARY });
            return node.anchor === "word-boundary" ? "\\b" : "\\B";
        }
      },
      special(node) {
        throw new Untranslatable(
          node.kind === "look" ? "This engine has no look-around. Say what it excludes in a search identifier of its own, under `not`." : "This engine has no back-references. Write the alternatives out.",
          node
        );
      },
      repeatMode(node) {
        if (node.min > MAX_REPEAT || (node.max ?? 0) > MAX_REPEAT) {
          throw new Untranslatable(`This engine repeats up to ${MAX_REPEAT} times.`, node);
        }
        if (node.mode === "possessive") {
          approximate({ direction: "wider", message: "a possessive repetition gives back here." });
        }
        return "";
      },
      groupOpening(node) {
        if (node.atomic) {
          approximate({ direction: "wider", message: "an atomic group gives back here." });
        }
        const letters = flagLetters(node);
        if (letters !== "") return `(?${letters}:`;
        return node.capture ? "(" : "(?:";
      }
    })
  );
}
function printClass(members) {
  const outside = complement(members);
  if (members.length > 0 && (outside.length < members.length || members[0][0] === 0)) {
    if (outside.length > 0) return `[^${ranges(outside)}]`;
  }
  return members.length === 0 ? "[^\\x00-\\x{10FFFF}]" : `[${ranges(members)}]`;
}
function ranges(set) {
  return set.map(([from, to]) => {
    const [a, b] = [escapeCodePoint(from), escapeCodePoint(to)];
    return from === to ? a : to === from + 1 ? `${a}${b}` : `${a}-${b}`;
  }).join("");
}
var CONTROLS = { 9: "\\t", 10: "\\n", 12: "\\f", 13: "\\r" };
function escapeCodePoint(codePoint) {
  const control = CONTROLS[codePoint];
  if (control) return control;
  const c = String.fromCodePoint(codePoint);
  if (codePoint < 32 || codePoint === 127)
    return `\\x${codePoint.toString(16).padStart(2, "0")}`;
  if (codePoint < 128) return /[\\^$.|?*+()[\]{}-]/.test(c) ? `\\${c}` : c;
  return /[\p{L}\p{N}\p{P}\p{S}]/u.test(c) ? c : `\\x{${codePoint.toString(16)}}`;
}

export {
  EVERYTHING,
  union,
  complement,
  intersect,
  contains,
  membersOf,
  otherCases,
  withOtherCases,
  Untranslatable,
  translate,
  printRegex,
  countOf,
  flagLetters,
  patternToRegex,
  toRe2,
  printClass,
  escapeCodePoint
};
