import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  windowsEvents
} from "./chunk-RH5UFQMB.js";
import {
  kindOf
} from "./chunk-OYN5MF4I.js";
import {
  predicateOf
} from "./chunk-VU7UZY2M.js";
import {
  resolveIdentifiers
} from "./chunk-TFEGJOVY.js";
import {
  positionAt
} from "./chunk-W2LK6FW7.js";

// src/catalog/data/attack-data.ts
function parseAttack(text, version, notice) {
  let objects = /* @__PURE__ */ new Map(), tactics = [];
  for (let line of text.split(`
`)) {
    let [id = "", middle = "", ...rest] = line.split("|"), kind = attackKindOf(id);
    if (!kind) continue;
    let retired = middle.startsWith(">"), list = (retired ? middle.slice(1) : middle).split(",").filter((part) => part !== ""), object = {
      id,
      kind,
      name: rest.join("|"),
      tactics: retired ? [] : list,
      parent: kind === "sub-technique" ? id.slice(0, id.indexOf(".")) : null,
      retired,
      replacedBy: retired ? list : []
    };
    objects.set(id, object), kind === "tactic" && tactics.push(object);
  }
  return { version, notice, tactics, objects };
}
function attackKindOf(id) {
  return /^TA\d{4}$/.test(id) ? "tactic" : /^T\d{4}$/.test(id) ? "technique" : /^T\d{4}\.\d{3}$/.test(id) ? "sub-technique" : /^G\d{4}$/.test(id) ? "group" : /^S\d{4}$/.test(id) ? "software" : /^C\d{4}$/.test(id) ? "campaign" : null;
}
var FOLDERS = {
  tactic: "tactics",
  technique: "techniques",
  "sub-technique": "techniques",
  group: "groups",
  software: "software",
  campaign: "campaigns"
};
function attackUrl({ id, kind }) {
  return `https://attack.mitre.org/${FOLDERS[kind]}/${id.replace(".", "/")}/`;
}

// src/catalog/data/event-data.ts
function parseEvents(tables) {
  let byChannel = /* @__PURE__ */ new Map(), byId = /* @__PURE__ */ new Map(), names = /* @__PURE__ */ new Map(), channel = "", provider = "", inChannel = /* @__PURE__ */ new Map();
  for (let line of tables.join(`
`).split(`
`)) {
    let text = line.slice(line.indexOf(" ") + 1);
    if (line.startsWith("# "))
      channel = text, inChannel = byChannel.get(key(channel)) ?? /* @__PURE__ */ new Map(), byChannel.set(key(channel), inChannel);
    else if (line.startsWith("@ ")) {
      let own = text.split(", ");
      provider = own[0], names.set(provider, own);
    } else if (line !== "") {
      let id = Number(line.slice(0, line.indexOf(" "))), definition = { channel, provider, id, meaning: text };
      append(inChannel, id, definition), append(byId, id, definition);
    }
  }
  return {
    inChannel: (name, id) => byChannel.get(key(name))?.get(id) ?? [],
    withId: (id) => byId.get(id) ?? [],
    namesOf: (name) => names.get(name) ?? [name]
  };
}
function key(channel) {
  return channel.toLowerCase();
}
function append(map, at, value) {
  let known2 = map.get(at);
  known2 ? known2.push(value) : map.set(at, [value]);
}

// src/catalog/data/load.ts
var attack = null, events = null;
function loadAttack() {
  return attack ??= import("./attack-ADL5F53P.js").then(
    (m) => parseAttack(m.attackText, m.attackVersion, m.attackNotice)
  );
}
function loadEvents() {
  return events ??= import("./events-EUWE3TT6.js").then((m) => parseEvents(m.eventTables));
}

// src/catalog/inspect/attack.ts
var FORMER_TACTICS = /* @__PURE__ */ new Map([
  ["defense-evasion", ["stealth", "defense-impairment"]]
]);
function attackOf(tags, data) {
  let found = /* @__PURE__ */ new Map();
  for (let { text, span } of tags) {
    let name = /^attack\.(.+)$/i.exec(text.trim())?.[1]?.toLowerCase();
    name !== void 0 && !found.has(name) && found.set(name, { tag: text, ...meaningOf(name, data), span });
  }
  return [...found.values()];
}
function meaningOf(name, data) {
  let id = name.toUpperCase(), kind = attackKindOf(id);
  if (kind) {
    let object = data.objects.get(id);
    return object ? ofObject(object) : unknown(kind, id);
  }
  if (/\d/.test(name)) return unknown("other", id);
  let short = name.replace(/[_\s]+/g, "-"), tactic = data.tactics.find((t) => t.tactics[0] === short);
  if (tactic) return ofObject(tactic);
  let successors = FORMER_TACTICS.get(short);
  if (!successors) return unknown("tactic", null);
  let replacedBy = data.tactics.filter((t) => successors.includes(t.tactics[0]));
  return {
    ...unknown("tactic", null),
    name: "Defense Evasion",
    known: !0,
    retired: !0,
    replacedBy: replacedBy.map((t) => t.id)
  };
}
function ofObject(object) {
  let { kind, id, name, tactics, parent, retired, replacedBy } = object;
  return { kind, id, name, tactics, parent, known: !0, retired, replacedBy };
}
function unknown(kind, id) {
  return {
    kind,
    id,
    name: null,
    tactics: [],
    parent: kind === "sub-technique" && id ? id.slice(0, id.indexOf(".")) : null,
    known: !1,
    retired: !1,
    replacedBy: []
  };
}

// src/catalog/inspect/channels.ts
var SECURITY_IDS = /* @__PURE__ */ new Map([
  ["network_connection", [5156]],
  ["process_creation", [4688]],
  ["process_termination", [4689]],
  ["registry_add", [4657]],
  ["registry_delete", [4657]],
  ["registry_event", [4657]],
  ["registry_set", [4657]]
]), LINUX_CATEGORIES = /* @__PURE__ */ new Set([
  "file_event",
  "network_connection",
  "process_creation",
  "process_termination"
]);
function sourcesOf({ product, category, service }) {
  let names = (list) => list.map((n) => n.text.toLowerCase()), products = names(product), sources = [];
  if (products.length === 0 || products.includes("windows")) {
    for (let name of names(service)) sources.push(...eventsOf((e) => e.service === name));
    if (sources.length > 0) return sources;
    for (let name of names(category)) {
      sources.push(...eventsOf((e) => e.category === name));
      let ids = SECURITY_IDS.get(name);
      ids && sources.push({ channel: "Security", ids });
    }
  }
  if (products.includes("linux")) {
    for (let name of names(category))
      if (LINUX_CATEGORIES.has(name))
        for (let { ids } of eventsOf((e) => e.category === name))
          sources.push({ channel: "Linux-Sysmon/Operational", ids });
  }
  return sources;
}
function eventsOf(wanted) {
  return windowsEvents.filter(wanted).flatMap(
    ({ where }) => (where.Channel ?? []).map((channel) => ({
      channel: String(channel),
      ids: where.EventID?.map(Number) ?? null
    }))
  );
}

// src/catalog/inspect/selectors.ts
var EVENT_ID_FIELDS = /* @__PURE__ */ new Set([
  "EventID",
  "EventId",
  "Event_ID",
  "event_id",
  "EventCode",
  "event.code",
  "winlog.event_id"
]), CHANNEL_FIELDS = /* @__PURE__ */ new Set([
  "Channel",
  "EventLog",
  "LogName",
  "winlog.channel"
]), PROVIDER_FIELDS = /* @__PURE__ */ new Set([
  "Provider_Name",
  "ProviderName",
  "event.provider",
  "winlog.provider_name"
]), OTHER_FIELDS = /* @__PURE__ */ new Set(["EventType", "Provider_Guid", "ProviderGuid"]);
function isEventSelector(field) {
  return EVENT_ID_FIELDS.has(field) || CHANNEL_FIELDS.has(field) || PROVIDER_FIELDS.has(field) || OTHER_FIELDS.has(field);
}

// src/catalog/inspect/events.ts
function eventsOf2(rule, predicates, data) {
  let asked = predicates.filter((p) => p.field !== null && !p.negated), providers = asked.filter((p) => PROVIDER_FIELDS.has(p.field)), sources = sourcesOf(rule.logsource), channels = sources.length > 0 ? sources : namedChannels(asked), rows = [], selected = asked.filter((p) => EVENT_ID_FIELDS.has(p.field) && p.kind === "eq");
  for (let { stage, values } of selected) {
    let near = providers.filter((p) => p.stage === stage), provided = near.length > 0 ? near : providers;
    for (let id of values.filter((v) => /^\d{1,9}$/.test(v)).map(Number))
      rows.push(...ofId(id, channels, provided, data));
  }
  return rows.length === 0 && rows.push(...ofChannels(channels, providers, data)), inOrder(rows, channels);
}
function namedChannels(asked) {
  return asked.filter((p) => CHANNEL_FIELDS.has(p.field) && p.kind === "eq").flatMap((p) => p.values.map((channel) => ({ channel, ids: null })));
}
function ofId(id, channels, providers, data) {
  let meant = channels.filter((c) => c.ids?.includes(id) ?? !0), inChannels = meant.flatMap((c) => data.inChannel(c.channel, id)), accepts = accepting(providers, data), found = inChannels.filter(accepts);
  return found.length === 0 && providers.length > 0 && (found = data.withId(id).filter(accepts)), found.length > 0 ? found.map(known) : [
    {
      channel: meant.length === 1 ? meant[0].channel : null,
      provider: onlyValue(providers),
      id,
      meaning: null,
      known: !1
    }
  ];
}
function ofChannels(channels, providers, data) {
  let provider = onlyValue(providers), any = { provider, id: null, meaning: null, known: !0 }, accepts = accepting(providers, data), rows = channels.flatMap(
    ({ channel, ids }) => ids ? ids.flatMap((id) => data.inChannel(channel, id).filter(accepts).map(known)) : [{ channel, ...any }]
  );
  return rows.length > 0 || provider === null ? rows : [{ channel: null, ...any }];
}
function accepting(providers, data) {
  return providers.length === 0 ? () => !0 : ({ provider }) => data.namesOf(provider).some((name) => providers.some((p) => fits(p, name)));
}
function known({ channel, provider, id, meaning }) {
  return { channel, provider, id, meaning, known: !0 };
}
function onlyValue(predicates) {
  let values = predicates.filter((p) => p.kind === "eq").flatMap((p) => p.values);
  return values.length === 1 ? values[0] : null;
}
var TESTS = {
  eq: (text, value) => text === value,
  match: (text, value) => text.includes(value),
  starts_with: (text, value) => text.startsWith(value),
  ends_with: (text, value) => text.endsWith(value)
};
function fits({ kind, values }, name) {
  let test = TESTS[kind];
  return test ? values.some((v) => test(name.toLowerCase(), v.toLowerCase())) : !1;
}
function inOrder(rows, channels) {
  let places = new Map(channels.map((c, index) => [c.channel, index])), placeOf = (row) => places.get(row.channel) ?? channels.length;
  return [...new Map(rows.map((r) => [JSON.stringify([r.channel, r.provider, r.id]), r])).values()].sort((a, b) => placeOf(a) - placeOf(b) || (a.id ?? 0) - (b.id ?? 0));
}

// src/catalog/inspect/indicators.ts
function indicatorsOf(predicates, corpus) {
  let rows = /* @__PURE__ */ new Map();
  for (let { field, kind, negated, values } of predicates) {
    if (field !== null && isEventSelector(field)) continue;
    let exclusion = negated !== (kind === "ne"), key2 = JSON.stringify([field, kind, exclusion]), row = rows.get(key2);
    row || (row = { field, kind, values: /* @__PURE__ */ new Set(), exclusion, corpus: null }, rows.set(key2, row));
    for (let value of values) row.values.add(value);
  }
  return [...rows.values()].sort(byFieldAndKind).map((row) => {
    let values = [...row.values], { field, kind, exclusion } = row, asked = values.length > 0 ? values : [null], counts = corpus && asked.map((value) => corpus(field, kind, value));
    return { field, kind, values, exclusion, corpus: counts };
  });
}
function byFieldAndKind(a, b) {
  return compare(a.field ?? "", b.field ?? "") || compare(a.kind, b.kind) || Number(a.exclusion) - Number(b.exclusion);
}
function compare(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}

// src/catalog/inspect/predicates.ts
function predicatesOf(used) {
  let predicates = [];
  for (let { identifier, negated } of used) {
    let visit = (node) => {
      node.kind === "detection-group" ? node.items.forEach(visit) : predicates.push(...ofItem(node, identifier.name.text, negated));
    };
    visit(identifier.body);
  }
  return predicates;
}
function ofItem(item, stage, negated) {
  let groups = /* @__PURE__ */ new Map(), groupOf = (kind, turned) => {
    let key2 = `${kind} ${String(turned)}`, group = groups.get(key2);
    return group || groups.set(key2, group = { kind, negated: negated !== turned, values: [] }), group.values;
  }, cased = !1;
  for (let written of item.values)
    for (let value of written.kind === "value-group" ? written.values : [written]) {
      "cased" in value && value.cased && (cased = !0);
      let asked = predicateOf(item.field, value);
      if (!asked || asked.kind === "constant") continue;
      let missing = asked.kind === "not", found = kindOf(missing ? asked.operand : asked), unequal = item.negated && found.kind === "eq", values = groupOf(unequal ? "ne" : found.kind, missing !== (item.negated && !unequal));
      found.value !== null && values.push(found.value);
    }
  item.values.length === 0 && groupOf(item.field ? "eq" : "keyword", item.negated);
  let { field, linking, span } = item;
  return [...groups.values()].map((group) => ({
    stage,
    field: field?.text ?? null,
    kind: group.kind,
    values: group.values,
    negated: group.negated,
    all: linking === "all" && item.values.length > 1,
    cased,
    span
  }));
}

// src/source/tidy-yaml.ts
function tidyYaml({ key: key2, value }) {
  let lines = [];
  return writeEntry(key2, value, "", "", lines), lines.join(`
`);
}
var STEP = "  ";
function writeEntry(key2, value, head, indent, lines) {
  writeValue(value, `${head}${scalarLines(key2).join(" ")}:`, indent + STEP, lines);
}
function writeValue(node, head, indent, lines) {
  if (node.kind === "scalar") {
    let [first = "", ...rest] = scalarLines(node);
    lines.push(first === "" ? head : `${head} ${first}`);
    for (let line of rest) lines.push(line === "" ? "" : indent + line);
    return;
  }
  if ((node.kind === "map" ? node.entries : node.items).length === 0) {
    lines.push(`${head} ${node.kind === "map" ? "{}" : "[]"}`);
    return;
  }
  lines.push(head), writeParts(node, indent, indent, lines);
}
function writeParts(node, first, indent, lines) {
  let head = first;
  if (node.kind === "map") {
    for (let { key: key2, value } of node.entries)
      writeEntry(key2, value, head, indent, lines), head = indent;
    return;
  }
  for (let item of node.items) {
    let inner = indent + STEP;
    item.kind === "scalar" ? writeValue(item, `${head}-`, inner, lines) : (item.kind === "map" ? item.entries : item.items).length === 0 ? lines.push(`${head}- ${item.kind === "map" ? "{}" : "[]"}`) : writeParts(item, `${head}- `, inner, lines), head = indent;
  }
}
function scalarLines(scalar) {
  let { text, style, span } = scalar;
  if (style === "plain" && text === "") return [""];
  let source = span.file.text.slice(span.start, span.end);
  if (style !== "literal" && style !== "folded")
    return source.split(/\r\n|[\r\n]/).map((line) => line.trim());
  let [header = "", ...below] = source.split(/\r\n|[\r\n]/), chomping = /[+-]/.exec(header)?.[0] ?? "", body = style === "literal" ? text.split(`
`) : dedent(below);
  for (; body.length > 0 && body[body.length - 1].trim() === ""; ) body.pop();
  let indicator = /^ /.test(body.find((line) => line !== "") ?? "") ? "2" : "";
  return [`${style === "literal" ? "|" : ">"}${indicator}${chomping}`, ...body];
}
function dedent(lines) {
  let filled = lines.filter((line) => line.trim() !== ""), common = Math.min(...filled.map((line) => line.length - line.trimStart().length));
  return lines.map((line) => line.trim() === "" ? "" : line.slice(common));
}

// src/catalog/inspect/stages.ts
function usedIdentifiers({ conditions, identifiers }) {
  let byName = new Map(identifiers.map((i) => [i.name.text, i])), negated = /* @__PURE__ */ new Map(), use = (identifier, positive) => {
    identifier && negated.set(identifier, !positive && (negated.get(identifier) ?? !0));
  }, visit = (node, positive) => {
    switch (node.kind) {
      case "condition-and":
      case "condition-or":
        for (let operand of node.operands) visit(operand, positive);
        return;
      case "condition-not":
        return visit(node.operand, !positive);
      case "condition-identifier":
        return use(byName.get(node.name), positive);
      case "condition-quantified":
        for (let identifier of resolveIdentifiers(node, identifiers)) use(identifier, positive);
    }
  };
  for (let { expression, aggregation } of conditions)
    visit(expression, !0), aggregation?.kind === "near" && visit(aggregation.expression, !0);
  return [...negated].map(([identifier, neg]) => ({ identifier, negated: neg }));
}
function stagesOf(rule, used) {
  let source = sectionOf(rule.document, "detection");
  return [
    ...rule.detection.conditions.map(({ text, span }) => ({
      name: "condition",
      text: text.trim(),
      span
    })),
    ...used.map(({ identifier: { name, span } }) => {
      let entry = source?.entries.find((e) => e.key.text === name.text);
      return { name: name.text, text: entry ? tidyYaml(entry) : `${name.text}:`, span };
    })
  ];
}
function sectionOf(document, name) {
  let found = (document.entries.find((e) => e.key.text === name) ?? document.entries.find((e) => e.key.text.toLowerCase() === name))?.value;
  return found?.kind === "map" ? found : void 0;
}

// src/catalog/inspect/inspect.ts
async function inspector() {
  let [attack2, events2] = await Promise.all([loadAttack(), loadEvents()]);
  return (rule, options = {}) => {
    let used = usedIdentifiers(rule.detection), predicates = predicatesOf(used);
    return {
      rule,
      stages: stagesOf(rule, used),
      predicates,
      indicators: indicatorsOf(predicates, options.corpus ?? null),
      events: eventsOf2(rule, predicates, events2),
      attack: attackOf(rule.tags, attack2)
    };
  };
}

// src/catalog/inspect/record.ts
function inspectionRecord(inspection) {
  let { rule, stages, predicates, indicators, events: events2, attack: attack2 } = inspection, { id, title, level, status } = rule;
  return {
    path: rule.span.file.path,
    rule: { id, title, level, status },
    stages: stages.map(placed),
    predicates: predicates.map(placed),
    indicators,
    events: events2,
    attack: attack2.map(placed)
  };
}
function placed(part) {
  let { span, ...rest } = part;
  return { ...rest, line: positionAt(span.file, span.start).line };
}

export {
  attackKindOf,
  attackUrl,
  loadAttack,
  isEventSelector,
  inspector,
  inspectionRecord
};
