import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  resolveIdentifiers
} from "./chunk-TFEGJOVY.js";
import {
  columnsOfAll
} from "./chunk-4DGM5UVP.js";
import {
  freshName,
  mapValues,
  overFields,
  plainText,
  runItem,
  splitHashes,
  textOf,
  valuesOf,
  withCondition
} from "./chunk-YDPUVWUD.js";
import {
  LOG_SOURCE_KEYS
} from "./chunk-EWLNTRLT.js";
import {
  diagnostic,
  literalText,
  nearest,
  parseRegex,
  pattern
} from "./chunk-NSDVFCW7.js";
import {
  positionAt
} from "./chunk-W2LK6FW7.js";

// src/pipeline/sources/escapes.ts
var ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;" }, SPECIAL = /[&<>]/;
function withXmlEscapes(value) {
  if (value.kind === "regex") {
    let regex = escapedRegex(value.regex);
    return regex === value.regex ? value : { ...value, regex };
  }
  if (value.kind !== "string") return value;
  let isSpecial = (part) => typeof part == "string" && SPECIAL.test(part);
  if (!value.pattern.some(isSpecial)) return value;
  let pattern2 = value.pattern.map((p) => typeof p == "string" ? escaped(p) : p);
  return [value, { ...value, pattern: pattern2 }];
}
function escaped(text) {
  return text.replace(/[&<>]/g, (c) => ENTITIES[c]);
}
function escapedRegex(regex) {
  if (!SPECIAL.test(regex.source)) return regex;
  let edits = [];
  if (collect(regex.ast, edits), edits.length === 0) return regex;
  let source = regex.source;
  for (let { start, end, entities } of edits.sort((a, b) => b.start - a.start)) {
    let alternatives = [source.slice(start, end), ...entities].join("|");
    source = `${source.slice(0, start)}(?:${alternatives})${source.slice(end)}`;
  }
  let parsed = parseRegex(source, regex.flags);
  return "ast" in parsed ? { ...regex, source, ast: parsed.ast } : regex;
}
function collect(node, edits) {
  switch (node.kind) {
    case "alternation":
      for (let option of node.options) collect(option, edits);
      break;
    case "sequence":
      for (let item of node.items) collect(item, edits);
      break;
    case "group":
    case "repeat":
      collect(node.body, edits);
      break;
    case "look":
      node.direction === "ahead" && collect(node.body, edits);
      break;
    case "literal":
    case "class": {
      let entities = Object.keys(ENTITIES).filter((c) => isIn(node, c.charCodeAt(0)));
      if (entities.length === 0) break;
      edits.push({ ...node, entities: entities.map((c) => ENTITIES[c]) });
      break;
    }
  }
}
function isIn(node, codePoint) {
  return node.kind === "literal" ? node.codePoint === codePoint : node.kind !== "class" || node.negated ? !1 : node.items.some((i) => i.kind === "range" && i.from <= codePoint && codePoint <= i.to);
}

// src/pipeline/sources/fields.ts
var FieldReader = class {
  constructor(source, entry, run) {
    this.source = source;
    this.entry = entry;
    let names = source.schema === null ? source.tables : [source.schema];
    this.table = run.tables && columnsOfAll(names, run.tables);
  }
  source;
  entry;
  missing = [];
  hasKeywords = !1;
  table;
  computed = /* @__PURE__ */ new Map();
  used = /* @__PURE__ */ new Set();
  item(written) {
    let item = this.source.escapes === "xml" ? mapValues(written, withXmlEscapes) : written, { field } = item;
    if (field === null) {
      this.hasKeywords = !0;
      for (let name of this.source.keywords) this.used.add(name);
      return item;
    }
    let rule = this.ruleFor(field);
    if (!rule) return this.lacks(item, field, null);
    let unheld = unheldBy(rule, item);
    if (unheld !== null) return this.lacks(item, field, unheld);
    switch (rule.kind) {
      case "renamed":
        return this.renamed(item, field, rule);
      case "computed":
        return this.referring({ ...item, field: this.compute(field, rule) });
      case "hashes": {
        let split = splitHashes(item, (algorithm) => rule.algorithms.get(algorithm) ?? null), [unknown] = split.unknown;
        if (unknown) return this.lacks(item, field, `no field for ${unknown.text}`);
        for (let name of rule.algorithms.values()) this.used.add(name);
        return split.node;
      }
    }
  }
  /** What a field is called here; null if it is not one name or several. */
  names(field) {
    let rule = this.ruleFor(field);
    return rule?.kind === "renamed" && rule.values === null ? this.named(field, rule) : rule?.kind === "computed" ? [this.compute(field, rule)] : null;
  }
  /** Names to look among for one that was meant. */
  knownNames() {
    let own = this.entry.fields?.values() ?? [];
    return this.table?.keys() ?? [...this.source.fields.keys(), ...own];
  }
  /** Fields of the target's own that are asked for beside the rule's. */
  heed(node) {
    node.kind === "detection-group" ? node.items.forEach((n) => this.heed(n)) : node.field && this.used.add(node.field.text);
  }
  /** What the target must know of the fields that were asked for: their types, and how to read them. */
  columns() {
    let columns = new Map(this.computed);
    for (let name of this.used) {
      if (columns.has(name)) continue;
      let type = typeFor(name, this.source.types) ?? this.table?.get(name);
      type != null && columns.set(name, type);
    }
    return columns;
  }
  ruleFor({ text, mapped }) {
    let { fields } = this.source;
    if (mapped && (!this.table || this.table.has(text))) return keep(text);
    let named2 = fields.get(text) ?? fields.get(text.toLowerCase());
    if (named2) return named2.kind === "renamed" && named2.to.length === 0 ? null : named2;
    if (!this.entry.fields) return this.otherwise(text);
    let own = this.entry.fields.get(text.toLowerCase());
    return own === void 0 ? null : this.otherwise(own);
  }
  otherwise(name) {
    for (let other of this.source.others)
      switch (other.kind) {
        case "keep":
          return keep(name);
        case "prefix":
          return keep(other.prefix + name);
        case "column": {
          let column = columnNamed(name, this.table);
          if (column !== null) return keep(column);
          break;
        }
        case "computed":
          if (other.after === null || name.startsWith(other.after))
            return this.otherComputed(name, other);
      }
    return null;
  }
  otherComputed(name, other) {
    let key = other.key ?? name.slice(other.after?.length ?? 0), column = other.columnFirst && this.table?.has(name) ? { column: name } : {};
    return { ...other, key, ...column };
  }
  renamed(item, field, rule) {
    let values = rule.values && this.called(item, field, rule.values);
    if (rule.values && !values) return item;
    let changed = values ?? item;
    if (rule.affixes.length > 0) {
      let surrounded = this.surrounded(changed, rule.affixes);
      if (!surrounded) return this.lacks(item, field, "only texts can be looked for");
      changed = surrounded;
    }
    return overFields(this.referring(changed), this.named(field, rule));
  }
  /** Values as the source calls them; null, and a report, where it has no word for one of them. */
  called(item, field, words) {
    let unknown = valuesOf(item).find((v) => wordFor(v, words) === void 0);
    return unknown ? (this.lacks(item, field, `no word for ${textOf(unknown) ?? "what is asked of it"}`), null) : mapValues(
      item,
      (value) => wordFor(value, words).map((text) => ({
        kind: "string",
        pattern: [text],
        cased: !1,
        span: value.span
      }))
    );
  }
  surrounded(item, affixes) {
    return valuesOf(item).some((v) => v.kind !== "string" && v.kind !== "number") ? null : mapValues(item, (value) => {
      let { span } = value, parts = value.kind === "string" ? value.pattern : [textOf(value) ?? ""], cased = value.kind === "string" && value.cased;
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
    return item.values.some((v) => v.kind === "field-ref" || v.kind === "value-group") ? mapValues(item, (value) => {
      if (value.kind !== "field-ref") return value;
      let other = { text: value.field, span: value.span }, names = this.names(other);
      return names ? names.map(({ text }) => ({ ...value, field: text })) : (this.missing.push({ field: value.field, span: value.span, reason: null }), value);
    }) : item;
  }
  named({ span, mapped }, { to, kept: kept2 }) {
    return to.map((text) => (this.used.add(text), kept2 && !mapped ? { text, span } : { text, span, mapped: !0 }));
  }
  /**
   * Under a name that no column of the table has, so that the query can give it one; or under that
   * of the column which goes before what is read, and whose place it takes.
   */
  compute({ text, span }, rule) {
    let { as, of, key, to, without, empty, column: first } = rule, column = {
      type: "string",
      as,
      of,
      key: key ?? text,
      ...without === void 0 ? {} : { without },
      ...empty === void 0 ? {} : { empty },
      ...first === void 0 ? {} : { first }
    }, spelt = to ?? (key?.toLowerCase() === text.toLowerCase() ? key : text), plain = first ?? spelt.replace(/\W+/g, "_"), base = first === void 0 && this.table?.has(plain) ? `${of}_${plain}` : plain, name = base;
    for (let n = 2; this.computed.has(name) && !isSame(this.computed.get(name), column); n++)
      name = `${base}_${n}`;
    return this.computed.set(name, column), this.used.add(of), key !== null && this.used.add(key), { text: name, span, mapped: !0 };
  }
  lacks(item, field, reason) {
    return this.missing.push({ field: field.text, span: field.span, reason }), item;
  }
}, MOST_NAMES = 1e4, kept = /* @__PURE__ */ new Map();
function keep(name) {
  let rule = kept.get(name);
  return rule || (rule = { kind: "renamed", to: [name], affixes: [], values: null, kept: !0 }, kept.size < MOST_NAMES && kept.set(name, rule)), rule;
}
function isSame(a, b) {
  return JSON.stringify(a) === JSON.stringify(b);
}
function wordFor(value, words) {
  let text = value.kind === "string" ? literalText(value.pattern) : textOf(value);
  return text === null ? void 0 : words.get(text.toLowerCase());
}
function unheldBy({ cased = !0, never = [] }, item) {
  if (cased && never.length === 0) return null;
  for (let value of valuesOf(item)) {
    if (!cased && heedsCase(value)) return "it does not keep upper and lower case apart";
    let text = value.kind === "string" ? plainText(value.pattern) : null;
    if (text !== null && never.some((mask) => fits(text.toLowerCase(), mask)))
      return `a text such as \`${text}\` is never there`;
  }
  return null;
}
function heedsCase(value) {
  return value.kind === "regex" ? !value.regex.flags.ignoreCase : (value.kind === "string" || value.kind === "field-ref") && value.cased;
}
function fits(text, mask) {
  let starts = mask.startsWith("*"), ends = mask.endsWith("*"), middle = mask.slice(starts ? 1 : 0, ends ? -1 : void 0);
  return starts && ends ? text.includes(middle) : starts ? text.endsWith(middle) : ends ? text.startsWith(middle) : text === middle;
}
function columnNamed(name, table) {
  if (!table) return null;
  if (table.has(name)) return name;
  let lower = name.toLowerCase();
  for (let column of table.keys()) if (column.toLowerCase() === lower) return column;
  return null;
}
var typesOf = /* @__PURE__ */ new WeakMap();
function typeFor(name, types) {
  if (types.size === 0) return;
  let known = typesOf.get(types);
  if (known || typesOf.set(types, known = /* @__PURE__ */ new Map()), known.has(name)) return known.get(name);
  let type = findType(name, types);
  return known.size < MOST_NAMES && known.set(name, type), type;
}
function findType(name, types) {
  let exact = types.get(name);
  if (exact !== void 0) return exact;
  for (let end = name.length; end >= 0; end--) {
    let type = types.get(`${name.slice(0, end)}*`);
    if (type !== void 0) return type;
  }
}

// src/pipeline/sources/needs.ts
function asksAlways({ detection }, field) {
  let { identifiers, conditions } = detection, wanted = field.toLowerCase(), inBody = (node) => node.kind === "detection-item" ? node.field?.text.toLowerCase() === wanted && !node.negated : node.linking === "all" ? node.items.some(inBody) : everyOf(node.items, inBody), inCondition = (node) => {
    switch (node.kind) {
      case "condition-and":
        return node.operands.some(inCondition);
      case "condition-or":
        return everyOf(node.operands, inCondition);
      case "condition-not":
        return !1;
      case "condition-identifier": {
        let named2 = identifiers.find((i) => i.name.text === node.name);
        return named2 !== void 0 && inBody(named2.body);
      }
      case "condition-quantified": {
        let bodies = resolveIdentifiers(node, identifiers).map((i) => i.body), needed = node.count === "all" ? bodies.length : node.count;
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
  let { candidates, name } = candidatesFor(rule, sources, run);
  if (candidates.length === 0) {
    let { span } = rule.logsource, [table, ...others] = run.tablesChosen;
    if (table !== void 0 && others.length === 0) {
      run.state.set("query_table", table);
      let message = `Reads ${table}, as you chose. The pipeline knows no events of ${name} there, so fields keep their names.`;
      return run.report(diagnostic("note", "source-chosen", message, span)), { rule, source: null };
    }
    return run.report(
      diagnostic("error", "source-unknown", unknownMessage(rule, name, sources, run), span)
    ), { rule, source: null };
  }
  let used = usedIdentifiers(rule), tried = [];
  for (let { source, entry } of candidates) {
    let attempt = attemptWith(source, entry, rule, used, run);
    if (attempt.missing.length === 0)
      return { rule: forSource(rule, name, attempt, tried, run), source: { source, entry } };
    if (tried.push(attempt), source.last) break;
  }
  return refuse(tried, run), { rule, source: null };
}
var candidatesOf = /* @__PURE__ */ new WeakMap(), MOST_REMEMBERED = 1e3;
function candidatesFor({ logsource }, sources, { tablesChosen }) {
  let known = candidatesOf.get(sources);
  known || candidatesOf.set(sources, known = /* @__PURE__ */ new Map());
  let key = keyOf(logsource, tablesChosen), found = known.get(key);
  if (!found) {
    let candidates = sources.flatMap((source) => {
      if (source.refusal !== null) return [];
      let entry = source.logSources.find((e) => isOf(logsource, e)), chosenSource = entry && amongChosen(source, tablesChosen);
      return chosenSource ? [{ source: chosenSource, entry }] : [];
    });
    found = { name: named(logsource), candidates }, known.size < MOST_REMEMBERED && known.set(key, found);
  }
  return found;
}
function keyOf(logsource, tables) {
  let key = "";
  for (let part of LOG_SOURCE_KEYS) {
    for (let { text } of logsource[part]) key += `${text.length}:${text}`;
    key += "/";
  }
  for (let text of tables) key += `${text.length}:${text}`;
  return key;
}
function amongChosen(source, chosen) {
  if (chosen.length === 0) return source;
  let bare = (table) => table.replace(/\(\)$/, ""), tables = source.tables.filter((t) => chosen.some((c) => bare(c) === bare(t)));
  if (tables.length === 0) return null;
  if (tables.length === source.tables.length) return source;
  let name = source.name === source.tables.join(" and ") ? tables.join(" and ") : source.name;
  return { ...source, tables, name };
}
function isOf(logsource, { keys }) {
  return LOG_SOURCE_KEYS.every((key) => {
    let wanted = keys[key];
    if (!wanted) return !0;
    let given = logsource[key];
    return wanted.length === 0 ? given.length === 0 : given.some((n) => wanted.includes(n.text.toLowerCase()));
  });
}
function unknownMessage(rule, what, sources, run) {
  if (run.tablesChosen.length > 0)
    return `The pipeline knows no events of ${what} in ${run.tablesChosen.join(", ")}. Choose another table, or convert with \`-p none\`.`;
  let known = sources.find(
    (s) => s.refusal !== null && s.logSources.some((e) => isOf(rule.logsource, e))
  ), why = known ? ` ${known.refusal}` : "", help = sources.some((s) => s.tables.length > 0) ? `Name the table that you keep it in (-O ${run.target}.table=\u2026), or write` : "Write";
  return `The pipeline knows no source for ${what}.${why} ${help} \`sources\` in a pipeline of your own.`;
}
function named(logsource) {
  return LOG_SOURCE_KEYS.flatMap((key) => logsource[key].map((n) => `${key} ${n.text}`)).join(", ") || "a log source without a name";
}
var NEEDED = "only for rules that always ask for it";
function attemptWith(source, entry, rule, used, run) {
  let reader = new FieldReader(source, entry, run), identifiers = rule.detection.identifiers.map((identifier) => {
    if (!used.has(identifier)) return identifier;
    let body = mapItems(identifier.body, (item) => reader.item(item));
    return body === identifier.body ? identifier : { ...identifier, body };
  }), { span } = rule.logsource, unmet = source.needs.filter((field) => !asksAlways(rule, field)).map((field) => ({ field, span, reason: NEEDED })), missing = [...reader.missing, ...unmet];
  return { source, entry, reader, identifiers, missing };
}
function forSource(rule, name, attempt, tried, run) {
  let { source, entry, reader, identifiers } = attempt, { span } = rule.logsource, fields = rule.fields.flatMap((f) => reader.names(f) ?? [f]), detection = { ...rule.detection, identifiers }, made = { ...rule, fields, detection }, conditions = [
    ...entry.where ? [mapItems(at(entry.where, span), (item) => reader.item(item))] : [],
    ...source.where ? [at(source.where, span, !0)] : []
  ];
  if (conditions.length > 0) {
    let fresh = { text: freshName(made), span }, body = conditions.length === 1 ? conditions[0] : { kind: "detection-group", linking: "all", items: conditions, span };
    made = withCondition(made, { kind: "search-identifier", name: fresh, body, span }, !1);
  }
  source.where && reader.heed(source.where);
  let [table, ...more] = source.tables;
  table !== void 0 && run.state.set("query_table", more.length === 0 ? table : source.tables);
  let columns = reader.columns();
  columns.size > 0 && run.state.set("columns", Object.fromEntries(columns)), reader.hasKeywords && source.keywords.length > 0 && run.state.set("keyword_fields", source.keywords);
  for (let [key, value] of source.state) run.state.set(key, value);
  let why = tried.map((t) => `${t.source.name} has no ${listOf(t.missing)}`).join("; "), note = source.note === null ? "" : ` ${source.note}`, message = `Reads ${source.name} for ${name}${why === "" ? "" : `: ${why}`}.${note}`;
  return run.report(diagnostic("note", "source-chosen", message, span)), made;
}
function listOf(missing) {
  let { line } = positionAt(missing[0].span.file, missing[0].span.start), more = missing.length > 1 ? ` and ${missing.length - 1} more` : "";
  return `\`${missing[0].field}\` (line ${line})${more}`;
}
function refuse(tried, run) {
  let best = tried.reduce((a, b) => distanceOf(b) < distanceOf(a) ? b : a);
  for (let { field, span, reason } of best.missing) {
    let parts = tried.map((attempt) => whyNot(attempt, field)), tables = [...new Set(parts)].join(", "), [what, help] = reason === NEEDED ? [
      `is for rules that do not always ask for \`${field}\``,
      "Ask for it in every way that the rule can be satisfied."
    ] : [
      reason === null ? `has the field \`${field}\`` : `holds this of \`${field}\``,
      `Map it to a field that is there, in a pipeline of your own: \`mapping: {${field}: \u2026}\`.`
    ], message = `No source of this log source ${what}. Tried: ${tables}. ${help}`;
    run.report(diagnostic("error", "field-not-in-source", message, span));
  }
}
function distanceOf({ missing }) {
  return missing.length + (missing.some((m) => m.reason === NEEDED) ? 1e3 : 0);
}
function whyNot({ source, reader, missing }, field) {
  let here = missing.find((m) => m.field === field);
  if (!here) return `${source.name} (has it, but no \`${missing[0].field}\`)`;
  if (here.reason !== null) return `${source.name} (${here.reason})`;
  let like = nearest(field, reader.knownNames());
  return like === null || like === field ? source.name : `${source.name} (nearest: \`${like}\`)`;
}
function usedIdentifiers(rule) {
  let { identifiers, conditions } = rule.detection, used = /* @__PURE__ */ new Set(), visit = (node) => {
    switch (node.kind) {
      case "condition-and":
      case "condition-or":
        node.operands.forEach(visit);
        break;
      case "condition-not":
        visit(node.operand);
        break;
      case "condition-identifier": {
        let named2 = identifiers.find((i) => i.name.text === node.name);
        named2 && used.add(named2);
        break;
      }
      case "condition-quantified":
        for (let i of resolveIdentifiers(node, identifiers)) used.add(i);
    }
  };
  for (let { expression } of conditions) visit(expression);
  return used;
}
function mapItems(node, map) {
  if (node.kind === "detection-item") return map(node);
  let items = node.items.map((n) => mapItems(n, map));
  return items.every((n, i) => n === node.items[i]) ? node : { ...node, items };
}
function at(node, span, mapped = !1) {
  if (node.kind === "detection-group")
    return { ...node, items: node.items.map((n) => at(n, span, mapped)), span };
  let field = node.field && {
    text: node.field.text,
    span,
    ...mapped ? { mapped: !0 } : {}
  }, values = node.values.map(
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
  let { target, onStep } = options, diagnostics = [], { ordered, variables, sources } = prepare(pipelines, target), run = newRun(options, variables, diagnostics), current = rule;
  for (let pipeline of ordered) {
    if (pipeline.targets.length > 0 && !pipeline.targets.includes(target)) {
      let message = `The pipeline ${pipeline.name} is for ${pipeline.targets.join(", ")}, and not for ${target}. Leave it out, or add ${target} to its \`allowed_backends\`.`;
      diagnostics.push(
        diagnostic("error", "pipeline-not-for-target", message, rule.logsource.span)
      );
      continue;
    }
    for (let item of pipeline.items) {
      let before = current;
      current = runItem(item, before, run), current !== before && onStep?.(item, before, current);
    }
  }
  let { state } = run;
  if (sources.length === 0) return { rule: current, state, diagnostics, run, source: null };
  let chosen = chooseSource(current, sources, run);
  return onStep?.("sources", current, chosen.rule), { rule: chosen.rule, state, diagnostics, run, source: chosen.source };
}
var preparedOf = /* @__PURE__ */ new WeakMap();
function prepare(pipelines, target) {
  let prepared = preparedOf.get(pipelines);
  if (prepared?.target === target) return prepared;
  let ordered = inOrder(pipelines), variables = Object.assign({}, ...ordered.map((p) => p.variables));
  return prepared = { target, ordered, variables, sources: sourcesOf(ordered, target) }, preparedOf.set(pipelines, prepared), prepared;
}
function sourcesOf(pipelines, target) {
  let [first, ...others] = pipelines.filter(
    (p) => p.sources.length > 0 && (p.targets.length === 0 || p.targets.includes(target))
  );
  return first ? others.length === 0 ? first.sources : [first, ...others].flatMap((p) => p.sources) : [];
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
}, MOST_VARIANTS = 32;
function variantsOf(rule) {
  let variants = [rule.logsource];
  for (let key of LOG_SOURCE_KEYS)
    if (!(rule.logsource[key].length < 2) && (variants = variants.flatMap((v) => v[key].map((name) => ({ ...v, [key]: [name] }))), variants.length > MOST_VARIANTS))
      return null;
  return variants.length === 1 ? [rule] : variants.map((logsource) => ({ ...rule, logsource }));
}
function postprocess(query, { rule, run }, pipelines) {
  let text = query;
  for (let pipeline of pipelines)
    for (let item of pipeline.postprocessing)
      item.appliesTo(rule, run) && (item.id !== null && run.applied.add(item.id), text = item.apply(text, rule, run));
  return text;
}

export {
  inOrder,
  applyPipelines,
  variantsOf,
  postprocess
};
