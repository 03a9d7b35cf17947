import { foldCase } from '../model/case-folding.js';

/** What a field may hold, after lists are taken apart. Objects count as present, and as no text. */
export type EventValue = string | number | bigint | boolean | null | object;

/**
 * One event, as its fields. A name is looked up as is, then as a dotted path, in the event
 * itself and, of a Windows event, in `Event.System`, `Event.EventData` and the parts of
 * `Event.UserData`; the attribute `Name` of the System element `Provider` is `Provider_Name`.
 */
export class MatchEvent {
  private readonly containers: readonly Container[];
  private readonly values = new Map<string, readonly EventValue[] | undefined>();
  private readonly folded = new Map<string, readonly string[]>();
  private allTexts: readonly string[] | undefined;
  private allFolded: readonly string[] | undefined;

  constructor(readonly json: Readonly<Record<string, unknown>>) {
    this.containers = containersOf(json);
  }

  /** Every value of a field; undefined if the event does not have it, or an empty list in it. */
  field(name: string): readonly EventValue[] | undefined {
    const known = this.values.get(name);
    if (known !== undefined || this.values.has(name)) return known;
    const found = this.find(name);
    const values = found?.length === 0 ? undefined : found;
    this.values.set(name, values);
    return values;
  }

  /** The field's strings, and its numbers and booleans as text, folded. */
  foldedTexts(name: string): readonly string[] {
    let texts = this.folded.get(name);
    if (!texts) {
      const list: string[] = [];
      for (const value of this.field(name) ?? []) {
        const text = textOf(value);
        if (text !== null) list.push(foldCase(text));
      }
      texts = list;
      this.folded.set(name, texts);
    }
    return texts;
  }

  /** Every text of the event, which is what keywords are looked for in. */
  texts(): readonly string[] {
    return (this.allTexts ??= collectTexts(this.json));
  }

  foldedEventTexts(): readonly string[] {
    return (this.allFolded ??= this.texts().map(foldCase));
  }

  private find(name: string): readonly EventValue[] | undefined {
    for (const { object, attributes } of this.containers) {
      const direct = own(object, name);
      if (direct !== undefined) return listed(unwrapElement(direct));
      const attribute = attributes?.get(name);
      if (attribute !== undefined) return listed(attribute);
      if (name.includes('.')) {
        const nested = descend(object, name);
        if (nested !== undefined) return nested;
      }
    }
    return undefined;
  }
}

interface Container {
  readonly object: Readonly<Record<string, unknown>>;
  /** Of `Event.System`: `Element_Attribute` to value. */
  readonly attributes: ReadonlyMap<string, unknown> | null;
}

const ATTRIBUTES = '#attributes';
const MAX_DEPTH = 64;

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function own(object: Readonly<Record<string, unknown>>, name: string): unknown {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}

function containersOf(json: Readonly<Record<string, unknown>>): readonly Container[] {
  const whole: Container = { object: json, attributes: null };
  const event = own(json, 'Event');
  if (!isObject(event)) return [whole];
  const found: Container[] = [];
  const data = own(event, 'EventData');
  if (isObject(data)) found.push({ object: data, attributes: null });
  const user = own(event, 'UserData');
  if (isObject(user)) {
    for (const part of Object.values(user)) {
      if (isObject(part)) found.push({ object: part, attributes: null });
    }
  }
  const system = own(event, 'System');
  if (isObject(system)) {
    found.push({ object: system, attributes: attributesOf(system) });
  }
  return [...found, whole];
}

function attributesOf(system: Readonly<Record<string, unknown>>): ReadonlyMap<string, unknown> {
  const attributes = new Map<string, unknown>();
  for (const [element, content] of Object.entries(system)) {
    const of = isObject(content) ? own(content, ATTRIBUTES) : undefined;
    if (!isObject(of)) continue;
    for (const [name, value] of Object.entries(of)) attributes.set(`${element}_${name}`, value);
  }
  return attributes;
}

/** An XML element that has attributes keeps its text in `#text`. */
function unwrapElement(value: unknown): unknown {
  return isObject(value) && Object.hasOwn(value, '#text') ? value['#text'] : value;
}

/** A value's list of values; lists in lists are taken apart too. */
function listed(value: unknown): readonly EventValue[] {
  if (!Array.isArray(value)) return [value as EventValue];
  return value.flat(MAX_DEPTH) as EventValue[];
}

/** Follows a dotted path. A list on the way is each of its items; a key may itself hold dots. */
function descend(object: unknown, path: string, depth = 0): readonly EventValue[] | undefined {
  if (depth > MAX_DEPTH) return undefined;
  if (Array.isArray(object)) {
    const found = object.flatMap((item) => descend(item, path, depth + 1) ?? []);
    return found.length > 0 ? found : undefined;
  }
  if (!isObject(object)) return undefined;
  const direct = own(object, path);
  if (direct !== undefined) return listed(direct);
  for (let dot = path.indexOf('.'); dot >= 0; dot = path.indexOf('.', dot + 1)) {
    const inner = own(object, path.slice(0, dot));
    if (inner === undefined) continue;
    const found = descend(inner, path.slice(dot + 1), depth + 1);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A value as a string would spell it; null and objects have no text. */
export function textOf(value: EventValue): string | null {
  if (typeof value === 'string') return value;
  return value === null || typeof value === 'object' ? null : String(value);
}

function collectTexts(json: unknown): string[] {
  const texts: string[] = [];
  const stack: unknown[] = [json];
  for (let value = stack.pop(); value !== undefined; value = stack.pop()) {
    if (value === null) continue;
    if (typeof value === 'object') {
      for (const inner of Object.values(value)) if (inner !== undefined) stack.push(inner);
    } else texts.push(String(value));
  }
  return texts;
}
