import type { EventValue } from '../event-value.js';
import { isJsonObject } from '../../source/json.js';
import type { JsonObject } from '../../source/json.js';

/** Part of an event in which fields are looked up by name. */
export interface Container {
  readonly object: JsonObject;
  /** Of `Event.System`: by `Element_Attribute`. */
  readonly attributes: { readonly get: (name: string) => unknown } | null;
}

export function own(object: JsonObject, name: string): unknown {
  // Most names that are looked up are nowhere in the object.
  const value = object[name];
  return value !== undefined && Object.hasOwn(object, name) ? value : undefined;
}

export function plain(object: JsonObject): Container {
  return { object, attributes: null };
}

/** Those of some values that are there, by name. */
export function present(fields: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(fields).filter(([, v]) => v !== undefined && v !== null && v !== ''),
  );
}

/** As `present`, without what lines of logs have where there is nothing: a dash. */
export function said(fields: JsonObject): JsonObject {
  const all = Object.entries(present(fields));
  return Object.fromEntries(all.filter(([, v]) => v !== '-'));
}

/** Columns that hold JSON as a string, as that JSON; null if there are none. */
export function decodedColumns(row: JsonObject): JsonObject | null {
  const decoded: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(row)) {
    if (typeof value !== 'string' || !/^\s*[[{]/.test(value)) continue;
    try {
      decoded[name] = JSON.parse(value) as unknown;
    } catch {
      // It only looks like JSON.
    }
  }
  return Object.keys(decoded).length > 0 ? decoded : null;
}

/** The object that a string spells; null if it spells none. */
export function jsonIn(text: string): JsonObject | null {
  if (!/^\s*\{/.test(text)) return null;
  try {
    const value: unknown = JSON.parse(text);
    return isJsonObject(value) ? value : null;
  } catch {
    return null;
  }
}

/** The values that a list of names and values has for a name, as Microsoft 365 writes its audit log. */
export function namedIn(list: readonly unknown[], name: string): readonly EventValue[] {
  return list.flatMap((item) => {
    if (!isJsonObject(item) || own(item, 'Name') !== name) return [];
    const value = own(item, 'Value') as EventValue | undefined;
    return value === undefined ? [] : ([value].flat() as readonly EventValue[]);
  });
}

export function jsonOf(value: object): string {
  try {
    return JSON.stringify(value, (_, v: unknown) => (typeof v === 'bigint' ? String(v) : v));
  } catch {
    throw notJson();
  }
}

/** Of an event that a program made: a file holds none. */
export function notJson(): TypeError {
  return new TypeError(
    'An event must be JSON, and this one leads back to itself or holds too much',
  );
}
