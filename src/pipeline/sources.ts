import type { DetectionNode } from '../model/detection.js';
import { ItemReader } from '../model/reading/item-reader.js';
import { parsePattern } from '../model/patterns/pattern.js';
import { itemsOf } from '../model/detection-fold.js';
import { LOG_SOURCE_KEYS } from '../model/rule.js';
import { nearest } from '../model/suggest.js';
import type { Diagnostic } from '../source/diagnostic.js';
import type { YamlMap, YamlNode } from '../source/yaml/node.js';
import {
  auditEvents,
  channelEvents,
  sysmonEvents,
  windowsEvents,
  windowsEventsOf,
  windowsServices,
} from '../schemas/windows/windows.js';
import { NATIVE_FIELDS } from '../schemas/cloud/native-fields.js';
import { AUDITD_FIELDS } from '../schemas/linux/auditd.js';
import { zeekFields } from '../schemas/zeek/logs.js';
import type { WindowsEvents } from '../schemas/windows/windows.js';
import { readColumn } from '../store/placement.js';
import type { Column } from '../store/placement.js';
import { lookedUpAs, namesByLower } from '../store/field-names.js';
import { URL_FORMS } from '../store/forms/urls.js';
import type { UrlForm } from '../store/forms/urls.js';
import { codes } from './codes.js';
import { readComputed, readOthers } from './other-fields.js';
import { jsonOf, Settings } from './settings.js';
import { windowsEntry } from './windows-entry.js';
import type {
  Affix,
  FieldRule,
  Held,
  LogSourceEntry,
  LogSourceKey,
  Markup,
  Source,
} from '../store/source.js';

/**
 * Reads `sources`: where events are stored, one after the other in the order of preference.
 *
 * @param lazily leaves most of a source unread until a rule may be of it
 */
export function readSources(settings: Settings, lazily: boolean): readonly Source[] {
  const types = readTypes(settings);
  return settings.items('sources').flatMap((node) => {
    if (node.kind === 'map') return [readSource(node, types, settings.diagnostics, lazily)];
    settings.fail(
      codes['pipeline-wrong-item']({ key: 'sources', expected: 'a map with a `logsource`' }),
      node.span,
    );
    return [];
  });
}

function readSource(
  map: YamlMap,
  common: Source['types'],
  diagnostics: Diagnostic[],
  lazily: boolean,
): Source {
  const settings = new Settings(map, 'a source', diagnostics);
  const tables = settings.texts('table');
  const logSources = readLogSources(settings, lazily);
  const where = whenAsked(lazily, () => {
    const node = settings.node('where');
    return node && readWhere(node, settings);
  });
  const fields = whenAsked(lazily, () => readFields(settings));
  const types = whenAsked(lazily, () => {
    const own = readTypes(settings);
    return own.size === 0 ? common : new Map([...common, ...own]);
  });
  const source: Source = {
    name: settings.text('name') ?? (tables.join(' and ') || 'the source'),
    tables,
    schema: settings.text('schema'),
    logSources,
    last: settings.flag('last'),
    needs: settings.texts('needs'),
    split: settings.text('split'),
    get where() {
      return where();
    },
    get fields() {
      return fields();
    },
    others: readOthers(settings),
    lists: new Set(settings.texts('lists')),
    keywords: settings.texts('keywords'),
    tells: settings.texts('tells'),
    escapes: settings.has('escapes') ? settings.choice<'xml'>('escapes', ['xml'], 'xml') : null,
    text: settings.has('text') ? settings.choice<Markup>('text', MARKUPS, 'json') : null,
    nulls: settings.text('nulls'),
    get types() {
      return types();
    },
    state: readState(settings),
    note: settings.text('note'),
    refusal: settings.text('refuse'),
  };
  if (!lazily) settings.finish();
  return source;
}

const MARKUPS: readonly Markup[] = ['json', 'xml', 'w3c'];

/** What is read at the first call, or at once. */
function whenAsked<T>(lazily: boolean, read: () => T): () => T {
  let made: { readonly value: T } | null = lazily ? null : { value: read() };
  return () => (made ??= { value: read() }).value;
}

/** A type for each field; null for one that is not known. */
function readTypes(settings: Settings): Source['types'] {
  const types = new Map<string, Column | null>();
  for (const { key, value } of settings.entries('types')) {
    const given = jsonOf(value);
    const column = given === null ? null : readColumn(given);
    if (typeof column !== 'string') types.set(key.text, column);
    else {
      settings.fail(codes['pipeline-column']({ field: key.text, wrong: column }), value.span);
    }
  }
  return types;
}

function readState(settings: Settings): Source['state'] {
  return new Map(
    settings.entries('state').map(({ key, value }) => {
      const json = jsonOf(value);
      settings.checkState(key.text, json, value.span);
      return [key.text, json];
    }),
  );
}

/** Log sources that need not be listed, by name. */
const KNOWN_EVENTS: Readonly<Record<string, readonly WindowsEvents[]>> = {
  windows: windowsEvents,
  sysmon: sysmonEvents,
  channels: channelEvents,
  audit: auditEvents,
};

/** Before a service, and a category if only its events are meant: what the channels hold. */
const OF_SERVICE = 'windows/';

/** `logsource`, one or a list of them, and those that `logsources` names. */
function readLogSources(settings: Settings, lazily: boolean): readonly LogSourceEntry[] {
  const holds = settings.node('holds');
  const entries = logSourcesIn(settings, lazily);
  if (!holds) return entries;
  const all = readWhere(holds, settings);
  const held = new Set(itemsOf(all).map((item) => item.field?.text));
  return entries.map((entry) => {
    const { where } = entry;
    if (where?.kind !== 'detection-group') return { ...entry, holds: all };
    const asked = where.items.filter(
      (n) => n.kind !== 'detection-item' || !held.has(n.field?.text),
    );
    return { ...entry, holds: all, where: asked.length > 0 ? { ...where, items: asked } : null };
  });
}

function logSourcesIn(settings: Settings, lazily: boolean): readonly LogSourceEntry[] {
  const own = settings.node('logsource');
  const nodes = own === null ? [] : own.kind === 'list' ? own.items : [own];
  const closed = settings.flag('closed');
  const entries = nodes.flatMap((node) => {
    if (node.kind === 'map') return [readLogSource(node, settings, lazily, closed)];
    settings.wrongType(
      'logsource',
      'a map with `category`, `product` or `service`, or a list of them',
      node.span,
    );
    return [];
  });
  if (!settings.has('logsources')) {
    if (!settings.has('logsource')) settings.missing('logsource');
    return entries;
  }
  const span = settings.span('logsources');
  const cased = settings.flag('cased');
  const events = settings.texts('logsources').flatMap((name) => eventsNamed(name, settings));
  return [...entries, ...events.map((e) => windowsEntry(e, span, cased))];
}

function eventsNamed(name: string, settings: Settings): readonly WindowsEvents[] {
  const known = Object.hasOwn(KNOWN_EVENTS, name) ? KNOWN_EVENTS[name]! : null;
  const [service = '', category] = name.slice(OF_SERVICE.length).split('/');
  const events = known ?? (name.startsWith(OF_SERVICE) ? windowsEventsOf(service, category) : []);
  if (events.length > 0) return events;
  const names = [...Object.keys(KNOWN_EVENTS), ...windowsServices.map((s) => OF_SERVICE + s)];
  const like = nearest(name, names);
  const hint = like ? ` Did you mean \`${like}\`?` : '';
  const allowed = [...Object.keys(KNOWN_EVENTS), `${OF_SERVICE}<service>`].join(', ');
  const slots = { key: 'logsources', value: name, known: allowed, hint };
  settings.fail(codes['pipeline-wrong-value'](slots), settings.node('logsources')!.span);
  return [];
}

function readLogSource(
  map: YamlMap,
  { diagnostics }: Settings,
  lazily: boolean,
  closed: boolean,
): LogSourceEntry {
  const settings = new Settings(map, 'a log source', diagnostics);
  const keys: Partial<Record<LogSourceKey, readonly string[]>> = {};
  for (const key of LOG_SOURCE_KEYS) {
    const texts = settings.texts(key).map((t) => t.toLowerCase());
    const node = settings.node(key);
    // Null in a list is for rules that do not have the key.
    const orNone = node?.kind === 'list' && node.items.some(isNull);
    if (node) keys[key] = orNone ? ['', ...texts] : texts;
  }
  const blurs = LOG_SOURCE_KEYS.filter((key) => settings.texts('blurs').includes(key));
  const node = settings.node('where');
  const where = whenAsked(lazily, () => node && readWhere(node, settings));
  const own = settings.has('fields') ? namesByLower(settings.texts('fields')) : null;
  const known = whenAsked(lazily, () => own ?? knownFieldsOf(keys));
  const lacks = settings.has('lacks')
    ? new Set(settings.texts('lacks').map((t) => t.toLowerCase()))
    : NONE_LACKED;
  settings.finish();
  return {
    keys,
    blurs,
    get where() {
      return where();
    },
    holds: null,
    get fields() {
      return closed ? known() : own;
    },
    get known() {
      return known();
    },
    lacks,
    byEvent: byEventOf(keys),
    events: null,
    aliases: NO_ALIASES,
  };
}

/** Of one service, whose events have the same names in every source. */
function knownFieldsOf({ product, service }: LogSourceEntry['keys']): LogSourceEntry['known'] {
  if (product?.length !== 1 || service?.length !== 1) return NONE_KNOWN;
  if (product[0] === 'linux' && service[0] === 'auditd') return namesByLower(AUDITD_FIELDS);
  if (product[0] === 'zeek')
    return namesByLower([...(zeekFields(service[0]!) ?? NONE_KNOWN).keys()]);
  if (product[0] !== 'windows')
    return namesByLower(NATIVE_FIELDS.get(`${product[0]}/${service[0]}`) ?? []);
  return namesByLower(channelEvents.find((e) => e.service === service[0])?.known ?? []);
}

/** Of one service of Windows, whose events have the same names in every source. */
function byEventOf({ product, service }: LogSourceEntry['keys']): LogSourceEntry['byEvent'] {
  if (product?.length !== 1 || product[0] !== 'windows' || service?.length !== 1) return null;
  return channelEvents.find((e) => e.service === service[0])?.byEvent ?? null;
}

const NONE_KNOWN: LogSourceEntry['known'] = new Map();
const NONE_LACKED: LogSourceEntry['lacks'] = new Set();
const NO_ALIASES: LogSourceEntry['aliases'] = new Map();

function isNull(node: YamlNode): boolean {
  return node.kind === 'scalar' && node.value === null;
}

/** As the body of a search identifier: a map for all of it, a list of maps for any of them. */
function readWhere(node: YamlNode, settings: Settings): DetectionNode {
  const { span } = node;
  if (node.kind === 'list') {
    const items = node.items.map((n) => readWhere(n, settings));
    return { kind: 'detection-group', linking: 'any', items, span };
  }
  if (node.kind === 'map') {
    const reader = new ItemReader(settings.diagnostics);
    const items = node.entries.flatMap((e) => reader.item(e) ?? []);
    return { kind: 'detection-group', linking: 'all', items, span };
  }
  settings.wrongType('where', 'a map of fields to values, or a list of such maps', span);
  return { kind: 'detection-group', linking: 'all', items: [], span };
}

/** Names lower-cased too, for rules that write them so. */
function readFields(settings: Settings): ReadonlyMap<string, FieldRule> {
  const fields = new Map<string, FieldRule>();
  const lower = new Map<string, FieldRule>();
  for (const { key, value } of settings.entries('fields')) {
    const rule = readField(value, key.text, settings);
    if (!rule) continue;
    fields.set(key.text, rule);
    lower.set(key.text.toLowerCase(), lookedUpAs(key.text, rule));
  }
  for (const [name, rule] of lower) if (!fields.has(name)) fields.set(name, rule);
  return fields;
}

function readField(node: YamlNode, name: string, settings: Settings): FieldRule | null {
  if (node.kind !== 'map') {
    const to = settings.textsOf(node, name);
    return { kind: 'renamed', to, affixes: [], values: null };
  }
  const inner = new Settings(node, `the field \`${name}\``, settings.diagnostics);
  const never = inner.texts('never').map((text) => text.toLowerCase());
  const parts = inner.texts('parts');
  const space = inner.texts('space');
  const tail = inner.text('tail');
  const file = inner.text('file');
  const mark = inner.text('mark');
  const network = inner.text('network');
  const presence = inner.text('presence');
  const power = inner.count('power', 0);
  const instead = inner
    .entries('instead')
    .map(({ key, value }) => [key.text, scalarText(value)] as const);
  const begins = inner
    .entries('begins')
    .map(({ key, value }) => [key.text, parsePattern(scalarText(value))] as const);
  const held: Held = {
    ...(inner.flag('cased', true) ? {} : { cased: false }),
    ...(never.length === 0 ? {} : { never }),
    ...(inner.flag('hex') ? { hex: true } : {}),
    ...(parts.length === 0 ? {} : { parts }),
    ...(space.length === 0 ? {} : { space }),
    ...(inner.has('url') ? { url: inner.choice<UrlForm>('url', URL_FORMS, 'any') } : {}),
    ...(instead.length === 0 ? {} : { instead: new Map(instead) }),
    ...(begins.length === 0 ? {} : { begins: new Map(begins) }),
    ...(tail === null ? {} : { tail }),
    ...(file === null ? {} : { file }),
    ...(inner.flag('bare', true) ? {} : { bare: false as const }),
    ...(mark === null ? {} : { mark }),
    ...(network === null ? {} : { network }),
    ...(presence === null ? {} : { presence }),
    ...(power === 0 ? {} : { power }),
    ...(inner.flag('repeats') ? { repeats: true } : {}),
    ...(inner.flag('time') ? { time: true } : {}),
    ...(inner.flag('within') ? { within: true } : {}),
  };
  let rule: FieldRule;
  if (inner.has('hashes')) {
    const algorithms = inner
      .entries('hashes')
      .map((e) => [e.key.text, inner.textsOf(e.value, e.key.text)] as const);
    rule = { kind: 'hashes', algorithms: new Map(algorithms), ...held };
  } else if (inner.has('as')) rule = { ...readComputed(inner), ...held };
  else {
    const to = inner.texts('to');
    if (to.length === 0) inner.missing('to');
    const values = inner.has('values') ? inner.mapping('values') : null;
    const events = inner.has('events') ? inner.mapping('events') : null;
    const decimal = inner.text('decimal');
    rule = {
      kind: 'renamed',
      to,
      affixes: readAffixes(inner),
      ...(inner.flag('paired') ? { paired: true as const } : {}),
      ...(inner.flag('elements') ? { elements: true as const } : {}),
      ...(decimal === null ? {} : { decimal }),
      ...(events ? { byEvent: new Map([...events].map(([k, v]) => [k, new Set(v)])) } : {}),
      values: values && new Map([...values].map(([k, v]) => [k.toLowerCase(), v])),
      ...held,
    };
  }
  inner.finish();
  return rule;
}

/** A prefix and the suffix at the same position of its list. */
function readAffixes(settings: Settings): readonly Affix[] {
  const before = settings.texts('prefix');
  const after = settings.texts('suffix');
  return Array.from({ length: Math.max(before.length, after.length) }, (_, i) => ({
    before: parsePattern(before[i] ?? ''),
    after: parsePattern(after[i] ?? ''),
  }));
}

function scalarText(node: YamlNode): string {
  return node.kind === 'scalar' ? node.text : '';
}
