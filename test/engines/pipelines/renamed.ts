import { isIP } from 'node:net';
import type { MatchEvent } from '../../../src/match/event.js';
import type { EventValue } from '../../../src/match/event-value.js';
import { Compiler } from '../../../src/match/test.js';
import type { DetectionItem, DetectionNode } from '../../../src/model/detection.js';
import { printPattern } from '../../../src/model/patterns/pattern.js';
import type { StringPattern } from '../../../src/model/patterns/pattern.js';
import { regexSamples } from '../samples/regex-samples.js';
import type { Candidate } from '../../../src/store/choice/candidates.js';
import type {
  ComputedField,
  FieldRule,
  LogSourceEntry,
  RenamedField,
} from '../../../src/store/source.js';

/** An event as a source stores it: by the names that it has there, and what it packs into columns. */
export interface StoredEvent {
  readonly values: Readonly<Record<string, EventValue>>;
  /** What stands within another column: `EventData` holds `Image`, read as `xml-data`. */
  readonly packed: readonly (ComputedField & {
    readonly name: string;
    readonly value: EventValue;
  })[];
  /** What else stands in it, for keywords. */
  readonly texts: readonly string[];
}

/** No source of the kind can hold it, or it holds several values in one field. */
export const NOT_HELD = Symbol('not held');

type Flat = Record<string, EventValue>;

/**
 * Stores an event as the pipeline's file says that its source does. Reads the file's mapping by
 * itself: the pipeline's own code turns rules, and not events.
 * @param fields what the rule asks for
 */
export function stored(
  event: MatchEvent,
  fields: readonly string[],
  { source, entry }: Candidate,
  columns: ReadonlyMap<string, string> | undefined,
): StoredEvent | typeof NOT_HELD {
  const flat: Flat = {};
  const ids = (event.field('EventID') ?? []).map(String);
  for (const field of fields) {
    const values = event.field(field);
    if (values === undefined) continue;
    if (values.length > 1 || (typeof values[0] === 'object' && values[0] !== null)) return NOT_HELD;
    flat[field] = values[0]!;
  }
  // What the log source has in common, unless the rule asks for it by itself, in any letter case.
  const added = new Set<string>();
  for (const [field, value] of valuesIn(entry.where)) {
    if (names(fields, field)) continue;
    flat[field] = value;
    const rule = ruleFor(field, { source, entry }, columns, ids);
    if (rule?.kind === 'renamed') added.add(rule.to[0] ?? '');
  }
  const values: Flat = {};
  const packed: StoredEvent['packed'][number][] = [];
  for (const [field, value] of Object.entries(flat)) {
    const rule = ruleFor(field, { source, entry }, columns, ids);
    if (!rule || isNever(rule, value)) return NOT_HELD;
    const cased = rule.cased === false && typeof value === 'string' ? value.toLowerCase() : value;
    const [space] = rule.space ?? [];
    const held =
      space !== undefined && typeof cased === 'string' ? cased.replaceAll(' ', space) : cased;
    if (rule.kind === 'computed') {
      // The word for a missing value, as `missing` is of a column.
      if (rule.empty !== undefined && held === rule.empty) return NOT_HELD;
      packed.push({ ...rule, name: rule.key ?? nameOf(field, entry), value: held });
    } else if (!store(rule, held, values)) return NOT_HELD;
  }
  for (const [name, column] of source.types) {
    if (typeof column?.missing !== 'string') continue;
    if (values[name] === column.missing) return NOT_HELD;
    values[name] ??= column.missing;
  }
  const common = valuesIn(source.where);
  if (common.some(([name]) => name in values && !mayHold(source.where!, name, values[name]))) {
    return NOT_HELD;
  }
  // What every event of the source says in a column of its own, none can leave out.
  const always = new Set([...common.map(([name]) => name), ...added]);
  for (const field of fields) {
    const rule = field in flat ? null : ruleFor(field, { source, entry }, columns, ids);
    if (rule?.kind === 'renamed' && rule.values && always.has(rule.to[0] ?? '')) return NOT_HELD;
  }
  return { values: { ...Object.fromEntries(common), ...values }, packed, texts: event.texts() };
}

function nameOf(field: string, { aliases }: LogSourceEntry): string {
  return aliases.get(field.toLowerCase())?.to[0] ?? field;
}

function names(fields: readonly string[], name: string): boolean {
  return fields.some((field) => field.toLowerCase() === name.toLowerCase());
}

/** Whether a source's condition, a list of values for a column, allows one. */
function mayHold(node: DetectionNode, column: string, value: EventValue | undefined): boolean {
  if (node.kind === 'detection-group') return node.items.every((i) => mayHold(i, column, value));
  if (node.field?.text !== column) return true;
  return node.values.some((v) => v.kind === 'string' && printPattern(v.pattern) === value);
}

function store(rule: Exclude<FieldRule, ComputedField>, value: EventValue, into: Flat): boolean {
  if (rule.kind === 'hashes') {
    const text = String(value);
    for (const [, algorithm = '', hash = ''] of text.matchAll(/(\w+)=([^,]*)/g)) {
      const [name] = rule.algorithms.get(algorithm.toUpperCase()) ?? [];
      if (name !== undefined) into[name] = hash;
    }
    // Whatever else the text holds, the source does not.
    return /^(?:(?:MD5|SHA1|SHA256|SHA512|IMPHASH)=[0-9A-Fa-f]*(?:,|$))*$/i.test(text);
  }
  const [name] = rule.to;
  if (name === undefined || name in into) return false;
  if (name === rule.decimal) {
    if (!/^0x[\da-f]{1,8}$/i.test(String(value))) return false;
    into[name] = Number.parseInt(String(value), 16);
    return true;
  }
  if (rule.tail !== undefined && typeof value === 'string' && value !== '') {
    // Without a folder it is no path, and the source has no way to say so.
    const at = value.lastIndexOf(rule.tail);
    if (at < 0) return false;
    value = value.slice(at + 1);
  }
  if (rule.file !== undefined && value !== '' && value !== null) {
    const path = String(value);
    // A path without a folder is none, or is stored without a name; none has separators of two systems.
    const found = ['\\', '/'].filter((separator) => path.includes(separator));
    if (found.length > 1 || rule.file in into) return false;
    if (found.length === 0 && rule.bare !== false) return false;
    if (found.length === 1) into[rule.file] = path.slice(path.lastIndexOf(found[0]!) + 1);
  }
  if (rule.power !== undefined) {
    if (typeof value !== 'number') return false;
    value = Math.round(value * 10 ** rule.power);
  }
  if (rule.network !== undefined && isIP(String(value))) into[rule.network] = value;
  if (rule.elements) into[name] = value === null ? null : JSON.stringify([String(value)]);
  else if (rule.values) {
    const word = rule.values.get(String(value).toLowerCase())?.[0];
    if (word === undefined) return false;
    into[name] = word;
  } else if (rule.affixes.length > 0) {
    const { before, after } = rule.affixes[0]!;
    into[name] = `${textOf(before)}${String(value)}${textOf(after)}`;
  } else into[name] = value;
  return true;
}

/** What a pattern finds that has nothing for its wildcards. */
function textOf(pattern: StringPattern): string {
  return pattern.filter((p) => typeof p === 'string').join('');
}

function isNever({ never = [] }: FieldRule, value: EventValue): boolean {
  const text = String(value).toLowerCase();
  return never.some((mask) => {
    const part = mask.replaceAll('*', '');
    return mask.startsWith('*') ? text.includes(part) : text.startsWith(part);
  });
}

function ruleFor(
  field: string,
  candidate: Candidate,
  columns: ReadonlyMap<string, string> | undefined,
  ids: readonly string[],
): FieldRule | null {
  const alias = candidate.entry.aliases.get(field.toLowerCase());
  const own = ownRuleFor(alias?.to[0] ?? field, candidate, columns, ids);
  if (!alias || !own) return own;
  const { cased = true, never = [], values } = alias;
  if (own.kind === 'renamed') return { ...own, cased, never, values: values ?? own.values };
  return values === null ? { ...own, cased, never } : null;
}

/** What holds any element of a list is called `{}` after the list, which is on the way to the field. */
function inLists(path: string, lists: ReadonlySet<string>): string {
  return path.replace(/[^.]+(?=\.)/g, (step) => (lists.has(step) ? `${step}{}` : step));
}

/** Of a field as the events themselves call it. */
function ownRuleFor(
  field: string,
  { source: { fields, lists, others }, entry }: Candidate,
  columns: ReadonlyMap<string, string> | undefined,
  ids: readonly string[],
): FieldRule | null {
  const mapped = fields.get(field) ?? fields.get(field.toLowerCase());
  if (mapped) return mapped.kind === 'renamed' ? { ...mapped, to: placesOf(mapped, ids) } : mapped;
  const name = entry.fields ? entry.fields.get(field.toLowerCase()) : field;
  if (name === undefined) return null;
  const as = (to: string): FieldRule => ({
    kind: 'renamed',
    to: [inLists(to, lists)],
    affixes: [],
    values: null,
  });
  for (const other of others) {
    if (other.kind === 'keep') return as(name);
    if (other.kind === 'prefix') {
      if (other.after !== null && !name.startsWith(other.after)) continue;
      const rest = name.slice(other.after?.length ?? 0);
      const to = other.prefixes.map((prefix) => inLists(prefix + rest, lists));
      return { ...as(name), to } as FieldRule;
    }
    if (other.kind === 'computed') {
      if (other.objects) {
        const key = lists.has(name) ? `${name}{}` : objectCalled(name, fields, entry);
        if (key === null) continue;
        return { ...other, key };
      }
      const { after, columnFirst, byEvent, ...computed } = other;
      if (after !== null && !name.startsWith(after)) continue;
      const isColumn = columnFirst && columns?.has(name) === true;
      const held = ids.map((id) => byEvent.get(id));
      if (isColumn && held.includes('column')) return as(name);
      const lower = name.toLowerCase();
      const { known } = entry;
      const written = known.get(lower) ?? known.get(lower.replaceAll('_', ' ')) ?? name;
      const key = computed.key ?? written.slice(after?.length ?? 0);
      const isElement = held.includes('element') || (ids.length === 0 && hasElements(byEvent));
      const reading = isElement ? 'xml-field' : computed.as;
      const isRead =
        held.includes('read') || (held.length > 0 && held.every((h) => h === 'element'));
      return { ...computed, as: reading, key, ...(isColumn && !isRead ? { column: name } : {}) };
    }
    const column = [...(columns?.keys() ?? [])].find((c) => c.toLowerCase() === name.toLowerCase());
    if (column !== undefined) return as(column);
  }
  return null;
}

function hasElements(byEvent: ReadonlyMap<string, string>): boolean {
  return [...byEvent.values()].includes('element');
}

/** Where events of some ids have a field; of any, if there are none. */
function placesOf({ to, byEvent }: RenamedField, ids: readonly string[]): readonly string[] {
  if (!byEvent || ids.length === 0) return to;
  const placesFor = (id: string): readonly string[] => {
    const own = to.filter((name) => byEvent.get(name)?.has(id));
    const common = to.filter((name) => !byEvent.has(name));
    return [own, common, to].find((places) => places.length > 0)!;
  };
  const places = new Set(ids.flatMap(placesFor));
  return to.filter((name) => places.has(name));
}

/** The path of what holds the fields of a path that a source has, as it writes it; null if there is none. */
function objectCalled(
  name: string,
  fields: Candidate['source']['fields'],
  { known }: LogSourceEntry,
): string | null {
  const stored = [...fields.values()].flatMap((f) => (f.kind === 'renamed' ? f.to : []));
  const steps = name.split('.').length;
  const paths = [...stored, ...known.values()].map((path) => path.split('.'));
  const objects = paths.filter((p) => p.length > steps).map((p) => p.slice(0, steps).join('.'));
  const isCalled = (object: string): boolean =>
    object.replaceAll('{}', '').toLowerCase() === name.toLowerCase();
  return objects.find(isCalled) ?? null;
}

/** One value for each field that a condition asks for. */
function valuesIn(node: DetectionNode | null): readonly (readonly [string, EventValue])[] {
  if (!node) return [];
  if (node.kind === 'detection-item') return valueOf(node);
  const items = node.linking === 'all' ? node.items : node.items.slice(0, 1);
  return items.flatMap(valuesIn);
}

function valueOf(item: DetectionItem): readonly (readonly [string, EventValue])[] {
  const { field, values } = item;
  // What an event must not have, it does not have.
  if (item.negated) return [];
  if (field && item.linking === 'all' && values.length > 1) {
    const each = values.flatMap((v) => valueOf({ ...item, values: [v] }));
    return [[field.text, each.map(([, value]) => value)]];
  }
  const [first] = values;
  const value = first?.kind === 'value-group' ? first.values[0] : first;
  if (!field || !value) return [];
  switch (value.kind) {
    case 'string': {
      const text = printPattern(value.pattern).replaceAll('*', '').replaceAll('\\\\', '\\');
      return [[field.text, text === '' ? 'any value' : text]];
    }
    case 'regex':
      return [[field.text, regexSamples(value.regex.ast)[0]!]];
    case 'number':
      return [[field.text, Number(value.number.decimal)]];
    case 'boolean':
      return [[field.text, value.value]];
    default:
      throw new Error(`no value is known for a ${value.kind} in a pipeline's condition`);
  }
}

const compiler = new Compiler();

/**
 * Whether what the log source has in common, by what it is told from others and by what all its
 * events hold, is true of an event, as far as the event says.
 */
export function isOfSource(
  event: MatchEvent,
  fields: readonly string[],
  { where, holds }: LogSourceEntry,
): boolean {
  return [where, holds].every((node) => !node || isTrueOf(event, fields, node));
}

function isTrueOf(event: MatchEvent, fields: readonly string[], where: DetectionNode): boolean {
  if (where.kind === 'detection-group') {
    return where.items.every((i) => isTrueOf(event, fields, i));
  }
  const name = where.field?.text;
  if (name === undefined || !names(fields, name)) return true;
  return where.values.some((v) => {
    if (v.kind === 'string') {
      return compiler.compile({
        kind: 'string',
        field: where.field!,
        pattern: v.pattern,
        cased: false,
        span: v.span,
      })(event);
    }
    return (
      v.kind === 'number' &&
      compiler.compile({ kind: 'number', field: where.field!, number: v.number, span: v.span })(
        event,
      )
    );
  });
}
