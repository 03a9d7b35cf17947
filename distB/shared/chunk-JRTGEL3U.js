// src/backend/doc.ts
var line = Object.freeze({ kind: "line", flat: " ", hard: false });
var softline = Object.freeze({ kind: "line", flat: "", hard: false });
var hardline = Object.freeze({ kind: "line", flat: " ", hard: true });
function widthOf(doc) {
  if (typeof doc === "string") return doc.length;
  switch (doc.kind) {
    case "text":
      return doc.text.length;
    case "line":
      return doc.hard ? Infinity : doc.flat.length;
    default:
      return doc.width;
  }
}
function text(value, span) {
  return { kind: "text", text: value, span };
}
function concat(...parts) {
  let width = 0;
  for (const part of parts) width += widthOf(part);
  return { kind: "concat", parts, width };
}
function indent(...parts) {
  const body = parts.length === 1 ? parts[0] : concat(...parts);
  return { kind: "indent", body, width: widthOf(body) };
}
function group(...parts) {
  const body = parts.length === 1 ? parts[0] : concat(...parts);
  return { kind: "group", body, width: widthOf(body) };
}
function join(separator, docs) {
  const parts = [];
  for (const doc of docs) {
    if (parts.length > 0) parts.push(separator);
    parts.push(doc);
  }
  return concat(...parts);
}
function enclose(open, body, close) {
  return group(open, indent(softline, body), softline, close);
}
function print(doc, options) {
  const segments = [];
  let out = "";
  let column = 0;
  const stack = [
    { doc, indentation: 0, flat: options.compact }
  ];
  for (let top = stack.pop(); top; top = stack.pop()) {
    const { indentation, flat } = top;
    const d = top.doc;
    if (typeof d === "string") {
      out += d;
      column += d.length;
      continue;
    }
    switch (d.kind) {
      case "text":
        segments.push({ start: out.length, end: out.length + d.text.length, span: d.span });
        out += d.text;
        column += d.text.length;
        break;
      case "concat":
        for (let i = d.parts.length - 1; i >= 0; i--) {
          stack.push({ doc: d.parts[i], indentation, flat });
        }
        break;
      case "line":
        if (flat) {
          out += d.flat;
          column += d.flat.length;
        } else {
          out += "\n" + " ".repeat(indentation);
          column = indentation;
        }
        break;
      case "indent":
        stack.push({ doc: d.body, indentation: indentation + 2, flat });
        break;
      case "group":
        stack.push({
          doc: d.body,
          indentation,
          flat: flat || column + d.width <= options.width
        });
        break;
    }
  }
  return { text: out, segments };
}

// src/source/span.ts
var lineStartsOf = /* @__PURE__ */ new WeakMap();
function lineStarts(file) {
  const known = lineStartsOf.get(file);
  if (known) return known;
  const starts = [0];
  const { text: text2 } = file;
  for (let i = 0; i < text2.length; i++) {
    const c = text2.charCodeAt(i);
    if (c === 10 || c === 13 && text2.charCodeAt(i + 1) !== 10) starts.push(i + 1);
  }
  lineStartsOf.set(file, starts);
  return starts;
}
function lineIndexAt(file, offset) {
  const starts = lineStarts(file);
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = low + high + 1 >> 1;
    if (starts[middle] <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
function positionAt(file, offset) {
  const index = lineIndexAt(file, offset);
  let column = 1;
  for (let i = lineStarts(file)[index]; i < offset; i++) {
    if ((file.text.charCodeAt(i) & 64512) !== 56320) column++;
  }
  return { line: index + (file.firstLine ?? 1), column };
}
function cover(a, b) {
  if (a.start <= b.start && a.end >= b.end) return a;
  return { file: a.file, start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) };
}

// src/model/suggest.ts
var LONGEST = 64;
var MOST = 1e3;
function nearest(name, candidates) {
  if (name.length > LONGEST) return null;
  const wanted = name.toLowerCase();
  let best = null;
  let bestDistance = (wanted.length < 2 ? 0 : Math.max(1, Math.floor(wanted.length / 3))) + 1;
  let looked = 0;
  for (const candidate of candidates) {
    if (++looked > MOST) break;
    if (Math.abs(candidate.length - wanted.length) >= bestDistance) continue;
    const distance = editDistance(wanted, candidate.toLowerCase());
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}
function editDistance(a, b) {
  let before = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        least = Math.min(least, before[j - 2] + 1);
      }
      row.push(least);
    }
    before = last;
    last = row;
  }
  return last[b.length];
}

// src/model/pattern.ts
var ANY = Object.freeze({ kind: "any" });
var ONE = Object.freeze({ kind: "one" });
function hasPlaceholder(parts) {
  return parts.some((p) => typeof p === "object" && p.kind === "placeholder");
}
function pattern(parts) {
  const out = [];
  for (const part of parts) {
    const last = out[out.length - 1];
    if (typeof part === "string") {
      if (part === "") continue;
      if (typeof last === "string") out[out.length - 1] = last + part;
      else out.push(part);
    } else if (part.kind === "any") {
      if (typeof last !== "object" || last.kind !== "any") out.push(ANY);
    } else out.push(part);
  }
  return out;
}
function parsePattern(text2) {
  return text2.includes("*") || text2.includes("?") || text2.includes("\\\\") ? readParts(text2, false) : text2 === "" ? [] : [text2];
}
function parseExpandable(text2) {
  return text2.includes("%") ? readParts(text2, true) : parsePattern(text2);
}
function readParts(text2, expand) {
  const parts = [];
  let literal = "";
  for (let i = 0; i < text2.length; i++) {
    const c = text2[i];
    let special = null;
    if (c === "\\" && isEscaped(text2[i + 1], expand)) {
      literal += text2[++i];
      continue;
    }
    if (c === "*") special = ANY;
    else if (c === "?") special = ONE;
    else if (expand && c === "%") {
      special = placeholderAt(text2, i);
      if (special) i += special.name.length + 1;
    }
    if (special) {
      parts.push(literal, special);
      literal = "";
    } else literal += c;
  }
  parts.push(literal);
  return pattern(parts);
}
function isEscaped(c, expand) {
  return c === "*" || c === "?" || c === "\\" || expand && c === "%";
}
var PLACEHOLDER = /%([\p{L}\p{N}_.-]+)%/uy;
function placeholderAt(text2, at) {
  PLACEHOLDER.lastIndex = at;
  const found = PLACEHOLDER.exec(text2);
  return found && { kind: "placeholder", name: found[1] };
}
function printPattern(parts) {
  const expand = hasPlaceholder(parts);
  const special = (part) => {
    if (typeof part !== "object") return "";
    if (part.kind === "placeholder") return `%${part.name}%`;
    return part.kind === "any" ? "*" : "?";
  };
  let out = "";
  parts.forEach((part, index) => {
    out += special(part);
    if (typeof part !== "string") return;
    const following = special(parts[index + 1])[0];
    for (let i = 0; i < part.length; i++) {
      const c = part[i];
      const needed = c === "\\" ? isEscaped(part[i + 1] ?? following, expand) : isEscaped(c, expand);
      out += needed ? `\\${c}` : c;
    }
  });
  return out;
}
function literalText(parts) {
  if (parts.length === 0) return "";
  return parts.length === 1 && typeof parts[0] === "string" ? parts[0] : null;
}
function shapeOf(parts) {
  const [a, b, c] = parts;
  const isAny = (p) => typeof p === "object" && p.kind === "any";
  switch (parts.length) {
    case 0:
      return { shape: "empty" };
    case 1:
      if (typeof a === "string") return { shape: "equals", text: a };
      return { shape: isAny(a) ? "any" : "other" };
    case 2:
      if (typeof a === "string" && isAny(b)) return { shape: "startswith", text: a };
      if (isAny(a) && typeof b === "string") return { shape: "endswith", text: b };
      return { shape: "other" };
    case 3:
      if (isAny(a) && typeof b === "string" && isAny(c)) return { shape: "contains", text: b };
      return { shape: "other" };
    default:
      return { shape: "other" };
  }
}

// src/pipeline/tables.ts
function columnsOfAll(names, tables) {
  const [first, ...others] = names.map((name) => tables.columns(name));
  if (!first || others.length === 0) return first;
  if (others.includes(void 0)) return void 0;
  return new Map([...first].filter(([name, type]) => others.every((o) => o.get(name) === type)));
}

// src/predicate/simplify.ts
function simplify(expression, options) {
  const done = /* @__PURE__ */ new Map();
  const negated = /* @__PURE__ */ new Map();
  function visit(node) {
    if (node.kind !== "and" && node.kind !== "or" && node.kind !== "not") return node;
    let result = done.get(node);
    if (!result) {
      result = node.kind === "not" ? negate(node.operand, node) : combine(node, node.operands, visit);
      done.set(node, result);
    }
    return result;
  }
  function negate(node, at) {
    if (node.kind === "not") return visit(node.operand);
    if (options.pushNegation && (node.kind === "and" || node.kind === "or")) {
      let result = negated.get(node);
      if (!result) {
        const opposite = { ...node, kind: node.kind === "and" ? "or" : "and" };
        result = combine(opposite, node.operands, (o) => negate(o, o));
        negated.set(node, result);
      }
      return result;
    }
    const operand = visit(node);
    if (operand.kind === "constant") return { ...operand, value: !operand.value };
    if (operand.kind === "not") return operand.operand;
    return { kind: "not", operand, span: at.span };
  }
  function combine(node, operands, each) {
    const { kind, span } = node;
    const absorbing = kind === "or";
    const [only] = operands;
    if (only && operands.length === 1) return each(only);
    const flat = [];
    const seen = /* @__PURE__ */ new Set();
    const add = (operand) => {
      const key = operandKey(operand);
      if (seen.has(key)) return;
      seen.add(key);
      flat.push(operand);
    };
    for (const operand of operands) {
      const simple = each(operand);
      if (simple.kind === "constant") {
        if (simple.value === absorbing) return { ...simple, span };
      } else if (simple.kind === kind) simple.operands.forEach(add);
      else if (simple.kind === "one-of" && kind === "or") simple.options.forEach(add);
      else add(simple);
    }
    if (flat.length === 0) return { kind: "constant", value: !absorbing, span };
    const parts = kind === "or" && options.oneOf ? groupByField(flat) : flat;
    return parts.length === 1 ? parts[0] : { kind, operands: parts, span };
  }
  return visit(expression);
}
function groupByField(operands) {
  if (operands.length === 1) return operands;
  const groups = /* @__PURE__ */ new Map();
  for (const operand of operands) {
    if (!isFieldPredicate(operand)) continue;
    const known = groups.get(operand.field.text);
    if (known) known.push(operand);
    else groups.set(operand.field.text, [operand]);
  }
  const out = [];
  for (const operand of operands) {
    if (!isFieldPredicate(operand)) {
      out.push(operand);
      continue;
    }
    const options = groups.get(operand.field.text);
    if (options.length === 1) out.push(operand);
    else if (options[0] === operand) out.push(oneOf(options));
  }
  return out;
}
function oneOf(options) {
  const first = options[0];
  const span = options.reduce((s, o) => cover(s, o.span), first.span);
  return { kind: "one-of", field: first.field, options, span };
}
function isFieldPredicate(node) {
  switch (node.kind) {
    case "and":
    case "or":
    case "not":
    case "constant":
    case "one-of":
    case "keyword":
      return false;
    default:
      return true;
  }
}
function operandKey(node) {
  switch (node.kind) {
    case "and":
    case "or":
    case "constant":
    case "one-of":
      return node;
    case "not": {
      const key = operandKey(node.operand);
      return typeof key === "string" ? `not ${key}` : node;
    }
    default:
      return predicateKey(node);
  }
}
var SEPARATOR = "\0";
function predicateKey(node) {
  if (node.kind === "keyword") {
    const { search } = node;
    return search.kind === "regex" ? `keyword-regex${SEPARATOR}${regexKey(search.regex)}` : `keyword${SEPARATOR}${patternKey(search.pattern, search.cased)}`;
  }
  return `${node.kind}${SEPARATOR}${node.field.text}${SEPARATOR}${demandKey(node)}`;
}
function demandKey(node) {
  switch (node.kind) {
    case "string":
      return patternKey(node.pattern, node.cased);
    case "number":
      return node.number.source;
    case "boolean":
      return String(node.value);
    case "null":
    case "exists":
      return "";
    case "regex":
      return regexKey(node.regex);
    case "cidr":
      return node.network.text;
    case "compare":
      return `${node.operator} ${node.number.decimal}`;
    case "time-part":
      return `${node.part} ${node.operator} ${node.number.decimal}`;
    case "field-ref":
      return `${node.match} ${String(node.cased)} ${node.other.text}`;
  }
}
function patternKey(parts, cased) {
  let key = cased ? "cased" : "";
  for (const part of parts) {
    key += SEPARATOR;
    if (typeof part === "string") key += `=${cased ? part : part.toLowerCase()}`;
    else key += part.kind === "placeholder" ? `%${part.name}` : part.kind;
  }
  return key;
}
function regexKey(regex) {
  const { ignoreCase, multiLine, dotAll } = regex.flags;
  return `${ignoreCase ? "i" : ""}${multiLine ? "m" : ""}${dotAll ? "s" : ""}/${regex.source}`;
}

// src/predicate/meaning.ts
function meaning(node) {
  return JSON.stringify(node, (key, value) => {
    if (key === "span" || key === "ast" || key === "mapped") return void 0;
    return typeof value === "bigint" ? String(value) : value;
  });
}
function anyOf(trees) {
  const [first, ...others] = trees;
  if (!first) throw new TypeError("any of nothing");
  if (others.length === 0) return first;
  const { span } = first;
  const parts = trees.map((tree) => conjuncts(tree).map((part) => ({ part, key: meaning(part) })));
  const shared = parts[0].filter(({ key }) => parts.every((p) => p.some((o) => o.key === key)));
  const keys = new Set(shared.map((s) => s.key));
  const rests = parts.map((p) => p.filter(({ key }) => !keys.has(key)).map(({ part }) => part));
  const common = shared.map((s) => s.part);
  if (rests.some((r) => r.length === 0)) return all(common, span);
  const alternatives = new Map(rests.map((r) => [meaning(r), all(r, span)]));
  const operands = [...alternatives.values()];
  const either = operands.length === 1 ? operands[0] : { kind: "or", operands, span };
  return all([either, ...common], span);
}
function conjuncts(tree) {
  return tree.kind === "and" ? tree.operands.flatMap(conjuncts) : [tree];
}
function all(operands, span) {
  if (operands.length === 1) return operands[0];
  return operands.length === 0 ? { kind: "constant", value: true, span } : { kind: "and", operands, span };
}

// src/model/modifiers/ip.ts
function parseAddress(text2) {
  if (text2.length > 45) return null;
  if (text2.includes(":")) return parseV6(text2);
  const address = parseV4(text2);
  return address === null ? null : { version: 4, address };
}
function parseV4(text2) {
  const parts = text2.split(".");
  if (parts.length !== 4) return null;
  let address = 0n;
  for (const part of parts) {
    if (!/^(?:0|[1-9]\d{0,2})$/.test(part) || Number(part) > 255) return null;
    address = address << 8n | BigInt(part);
  }
  return address;
}
function parseV6(text2) {
  let words = text2;
  const dot = text2.lastIndexOf(":");
  if (text2.includes(".")) {
    const tail2 = parseV4(text2.slice(dot + 1));
    if (tail2 === null) return null;
    words = `${text2.slice(0, dot + 1)}${(tail2 >> 16n).toString(16)}:${(tail2 & 0xffffn).toString(16)}`;
  }
  const halves = words.split("::");
  if (halves.length > 2) return null;
  const [head, tail] = halves.map((h) => h === "" ? [] : h.split(":"));
  const given = head.length + (tail?.length ?? 0);
  if (tail ? given > 7 : given !== 8) return null;
  const all2 = [...head, ...Array(8 - given).fill("0"), ...tail ?? []];
  let address = 0n;
  for (const word of all2) {
    if (!/^[\da-f]{1,4}$/i.test(word)) return null;
    address = address << 16n | BigInt(`0x${word}`);
  }
  return { version: 6, address };
}
function formatAddress(version, address) {
  if (version === 4) {
    return [24n, 16n, 8n, 0n].map((shift) => String(address >> shift & 0xffn)).join(".");
  }
  const words = Array.from(
    { length: 8 },
    (_, i) => (address >> BigInt(112 - 16 * i) & 0xffffn).toString(16)
  );
  let best = { start: -1, length: 1 };
  for (let i = 0; i < 8; i++) {
    let length = 0;
    while (words[i + length] === "0") length++;
    if (length > best.length) best = { start: i, length };
  }
  if (best.start < 0) return words.join(":");
  const head = words.slice(0, best.start).join(":");
  return `${head}::${words.slice(best.start + best.length).join(":")}`;
}
function parseNetwork(text2) {
  const slash = text2.indexOf("/");
  const parsed = parseAddress(slash < 0 ? text2 : text2.slice(0, slash));
  if (!parsed) return null;
  const bits = parsed.version === 4 ? 32 : 128;
  const length = slash < 0 ? String(bits) : text2.slice(slash + 1);
  if (!/^(?:0|[1-9]\d{0,2})$/.test(length) || Number(length) > bits) return null;
  const prefix = Number(length);
  const shift = BigInt(bits - prefix);
  const address = parsed.address >> shift << shift;
  const { version } = parsed;
  const network = {
    version,
    address,
    prefix,
    text: `${formatAddress(version, address)}/${prefix}`
  };
  return { network, masked: address !== parsed.address };
}

export {
  line,
  softline,
  hardline,
  text,
  concat,
  indent,
  group,
  join,
  enclose,
  print,
  lineStarts,
  lineIndexAt,
  positionAt,
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
  columnsOfAll,
  simplify,
  meaning,
  anyOf,
  parseAddress,
  formatAddress,
  parseNetwork
};
