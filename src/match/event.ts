import { foldCase } from '../model/patterns/case-folding.js';
import { textMatcher } from '../model/patterns/glob.js';
import { wildcardPattern } from '../model/patterns/wildcards.js';
import { MAX_EVENT_SIZE } from '../source/limits.js';
import { jsonOf, namedIn, notJson, own } from './events/container.js';
import { asGiven } from './events/shapes.js';
import type { EventView } from './events/view.js';
import { textOf } from './event-value.js';
import type { EventValue } from './event-value.js';
import type { Kept } from './stored/readings.js';
import { isJsonObject } from '../source/json.js';
import type { JsonObject } from '../source/json.js';

/** What an event has of a field that is stored under other names; null if it has no such field. */
export type StoredNames = (event: MatchEvent) => NameLookup | null;
export type NameLookup = (name: string) => readonly EventValue[] | undefined;

/**
 * One event, as its fields. A name is looked up as is, then as a dotted path, in the event
 * itself and, of a Windows event, in the parts of it, data first; the attribute `Name` of the System
 * element `Provider` is `Provider_Name`. Last, `stored` is asked for it.
 */
export class MatchEvent {
  private static made = 0;
  /** No other event has it. */
  readonly number = MatchEvent.made++;
  private fields: Map<string, Field> | null = null;
  private strings: readonly string[] | undefined;
  private all: readonly EventText[] | undefined;
  private lookUp: NameLookup | null | undefined;

  constructor(
    readonly json: JsonObject,
    readonly view: EventView = asGiven(json),
    private readonly stored?: StoredNames,
  ) {}

  private of(name: string): Field {
    this.fields ??= new Map<string, Field>();
    let field = this.fields.get(name);
    if (!field) this.fields.set(name, (field = this.read(name)));
    return field;
  }

  /** What it has of a field, made anew each time. */
  read(name: string): Field {
    const found = this.find(name);
    return found && found.length > 0 ? new Field(found, this.view.objects) : MISSING;
  }

  /** Every value of a field; undefined if the event does not have it, or an empty list in it. */
  field(name: string): readonly EventValue[] | undefined {
    return this.of(name).values;
  }

  /** Strings of what the event itself calls so, whatever its store has under that name. */
  writtenTextsOf(name: string): readonly EventText[] {
    return new Field(this.written(name), this.view.objects).texts;
  }

  /** Every text of the event, which is what keywords are looked for in. */
  texts(): readonly string[] {
    return (this.strings ??= collectTexts(this.view.roots));
  }

  allTexts(): readonly EventText[] {
    return (this.all ??= this.texts().map((text) => new EventText(text)));
  }

  private find(name: string): readonly EventValue[] | undefined {
    const written = this.written(name);
    if (written !== undefined) return written;
    if (this.lookUp === undefined) this.lookUp = this.stored?.(this) ?? null;
    return this.lookUp?.(name);
  }

  private written(name: string): readonly EventValue[] | undefined {
    for (const { object, attributes } of this.view.containers) {
      const direct = own(object, name);
      if (direct !== undefined) return listed(unwrapElement(direct));
      const attribute = attributes?.get(name);
      if (attribute !== undefined) return listed(attribute);
      if (name.includes('.') || EACH.test(name)) {
        const nested = descend(object, name);
        if (nested !== undefined) return nested;
      }
    }
    return undefined;
  }

  /** The record as it is kept in a store. */
  get kept(): Kept {
    return keptOf(this.view.record);
  }
}

export function keptOf(record: JsonObject): Kept {
  return { field: (name) => descend(record, name), like: (mask) => valuesLike(record, mask) };
}

/** A string of an event. */
export class EventText {
  private fold: string | undefined;

  constructor(readonly text: string) {}

  /** With its case folded. */
  get folded(): string {
    return (this.fold ??= foldCase(this.text));
  }
}

/** What an event has of a field, as far as somebody asked. */
class Field {
  private inside: readonly EventValue[] | undefined;
  private made: readonly EventText[] | undefined;

  constructor(
    readonly values: readonly EventValue[] | undefined,
    private readonly objects: EventView['objects'],
  ) {}

  /** What tests of its value are made on: of an object, its JSON and the values in it, as far as the view says. */
  get compared(): readonly EventValue[] {
    return (this.inside ??= this.values?.some(isJsonObject)
      ? this.values.flatMap((v) => insideOf(v, this.objects))
      : (this.values ?? NOTHING));
  }

  /** Its strings, and its numbers and booleans as text. */
  get texts(): readonly EventText[] {
    return (this.made ??= textsOf(this.compared));
  }
}

const NOTHING: readonly never[] = [];
const MISSING = new Field(undefined, undefined);

/** A field that many ask for of one event after another: the last event's is kept, but not the event. */
export class FieldSlot {
  private number = -1;
  private field = MISSING;

  constructor(private readonly name: string) {}

  in(event: MatchEvent): Field {
    if (this.number !== event.number) {
      this.field = event.read(this.name);
      this.number = event.number;
    }
    return this.field;
  }
}

/** Slots of fields by name, for all who ask for them. */
export class FieldSlots {
  private readonly made = new Map<string, FieldSlot>();

  of(name: string): FieldSlot {
    let slot = this.made.get(name);
    if (!slot) this.made.set(name, (slot = new FieldSlot(name)));
    return slot;
  }
}

function textsOf(values: readonly EventValue[]): readonly EventText[] {
  const texts: EventText[] = [];
  for (const value of values) {
    const text = textOf(value);
    if (text !== null) texts.push(new EventText(text));
  }
  return texts;
}

const MAX_DEPTH = 64;

/** An XML element that has attributes keeps its text in `#text`. */
function unwrapElement(value: unknown): unknown {
  return isJsonObject(value) && Object.hasOwn(value, '#text') ? value['#text'] : value;
}

/** A value's list of values; lists in lists are taken apart too. */
function listed(value: unknown): readonly EventValue[] {
  if (!Array.isArray(value)) return [value as EventValue];
  return value.flat(MAX_DEPTH) as EventValue[];
}

/** The items of a list in JSON, after the name of the list: `{}` as Splunk has it, `[]` or `[*]`. */
const EACH = /(?:\{\}|\[\*?\])$/;

function at(object: JsonObject, key: string): unknown {
  const value = own(object, key);
  if (value !== undefined || !EACH.test(key)) return value;
  const list = own(object, key.replace(EACH, ''));
  return Array.isArray(list) ? list : undefined;
}

/** What an object is compared as; any other value is itself. */
function insideOf(value: EventValue, as: EventView['objects']): readonly EventValue[] {
  if (!isJsonObject(value)) return [value];
  const text = unwrapElement(value);
  if (text !== value) return listed(text);
  if (as === 'nothing') return [];
  return as === 'json' ? [jsonOf(value)] : [jsonOf(value), ...collectTexts(value)];
}

/** Follows a dotted path. A list on the way is each of its items; a key may itself hold dots. */
function descend(object: unknown, path: string, depth = 0): readonly EventValue[] | undefined {
  if (depth > MAX_DEPTH) return undefined;
  if (Array.isArray(object)) {
    const found = object.flatMap((item) => descend(item, path, depth + 1) ?? []);
    if (found.length > 0) return found;
    const named = namedIn(object, path);
    return named.length > 0 ? named : undefined;
  }
  if (!isJsonObject(object)) return undefined;
  const direct = at(object, path);
  if (direct !== undefined) return listed(direct);
  for (let dot = path.indexOf('.'); dot >= 0; dot = path.indexOf('.', dot + 1)) {
    const inner = at(object, path.slice(0, dot));
    if (inner === undefined) continue;
    const found = descend(inner, path.slice(dot + 1), depth + 1);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The values of fields, by their dotted names, that match a mask with `*`. */
function valuesLike(json: JsonObject, mask: string): readonly EventValue[] {
  const matches = textMatcher(wildcardPattern(mask, { any: '*', one: null, escape: null }), true);
  const start = mask.slice(0, mask.indexOf('*'));
  const found: EventValue[] = [];
  const walk = (value: unknown, name: string, depth: number): void => {
    if (depth > MAX_DEPTH) return;
    if (Array.isArray(value)) {
      for (const item of value) walk(item, name, depth + 1);
    } else if (isJsonObject(value)) {
      for (const [key, inner] of Object.entries(value)) {
        const below = name === '' ? key : `${name}.${key}`;
        if (below.startsWith(start) || start.startsWith(below)) walk(inner, below, depth + 1);
      }
    } else if (matches(name)) found.push(value as EventValue);
  };
  walk(json, '', 0);
  return found;
}

/** The one string or number that a field holds, folded; null if it holds anything else. */
export function factText(value: unknown): string | null {
  const only: unknown = Array.isArray(value) && value.length === 1 ? value[0] : value;
  if (typeof only === 'string') return only === '' ? null : foldCase(only.trim());
  return typeof only === 'number' || typeof only === 'bigint' ? String(only) : null;
}

function collectTexts(json: unknown): string[] {
  const texts: string[] = [];
  // A value in a file has a byte at least.
  let left = MAX_EVENT_SIZE;
  const stack: unknown[] = [json];
  for (let value = stack.pop(); value !== undefined; value = stack.pop()) {
    if (value === null) continue;
    if (typeof value === 'object') {
      const before = stack.length;
      for (const inner of Object.values(value)) if (inner !== undefined) stack.push(inner);
      left -= stack.length - before;
      if (left < 0) throw notJson();
    } else texts.push(String(value));
  }
  return texts;
}
