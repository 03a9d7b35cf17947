import { foldCase } from '../model/case-folding.js';
import { isObject, own } from './events/container.js';
import type { JsonObject } from './events/container.js';
import { asGiven } from './events/shapes.js';
import type { EventView } from './events/shapes.js';

/** What a field may hold, after lists are taken apart. Objects count as present, and as no text. */
export type EventValue = string | number | bigint | boolean | null | object;

/** What a schema knows of a field of an event that is stored under other names. */
export type StoredNames = (event: MatchEvent, name: string) => readonly EventValue[] | undefined;

/**
 * One event, as its fields. A name is looked up as is, then as a dotted path, in the event
 * itself and, of a Windows event, in the parts of it, data first; the attribute `Name` of the System
 * element `Provider` is `Provider_Name`. Last, `stored` is asked for it.
 */
export class MatchEvent {
  private readonly values = new Map<string, readonly EventValue[] | undefined>();
  private readonly folded = new Map<string, readonly string[]>();
  private allTexts: readonly string[] | undefined;
  private allFolded: readonly string[] | undefined;

  constructor(
    readonly json: JsonObject,
    readonly view: EventView = asGiven(json),
    private readonly stored: StoredNames | null = null,
  ) {}

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
    return (this.allTexts ??= collectTexts(this.view.roots));
  }

  foldedEventTexts(): readonly string[] {
    return (this.allFolded ??= this.texts().map(foldCase));
  }

  private find(name: string): readonly EventValue[] | undefined {
    for (const { object, attributes } of this.view.containers) {
      const direct = own(object, name);
      if (direct !== undefined) return listed(unwrapElement(direct));
      const attribute = attributes?.get(name);
      if (attribute !== undefined) return listed(attribute);
      if (name.includes('.')) {
        const nested = descend(object, name);
        if (nested !== undefined) return nested;
      }
    }
    return this.stored?.(this, name);
  }

  /** Every value of a field of the record as it is kept in a store. */
  kept(name: string): readonly EventValue[] | undefined {
    return descend(this.view.record, name);
  }
}

const MAX_DEPTH = 64;

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

/** The one string or number that a field holds, folded; null if it holds anything else. */
export function factText(value: unknown): string | null {
  const only: unknown = Array.isArray(value) && value.length === 1 ? value[0] : value;
  if (typeof only === 'string') return only === '' ? null : foldCase(only.trim());
  return typeof only === 'number' || typeof only === 'bigint' ? String(only) : null;
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
