import type { StoredEvent } from '../pipelines/renamed.js';
import type { KqlValue } from './evaluate.js';
import { ingested, NOT_HELD } from './run.js';

/** A row of a table that holds an event; null where no row can. */
export function rowOf(
  { values, packed, texts }: StoredEvent,
  columns: ReadonlyMap<string, string> | undefined,
): Record<string, KqlValue> | null {
  const row: Record<string, KqlValue> = {};
  for (const [name, value] of Object.entries(values)) {
    const type = columns?.get(name) ?? (name.includes('.') ? 'dynamic' : 'string');
    const held = ingested(value, type);
    if (held === NOT_HELD) return null;
    row[name] = held;
  }
  texts.forEach((text, i) => (row[`* ${i}`] = text));
  for (const of of new Set(packed.map((p) => p.of))) {
    const parts = packed.filter((p) => p.of === of);
    const made = pack(of, parts);
    if (!made) return null;
    Object.assign(row, made);
  }
  return row;
}

type Part = StoredEvent['packed'][number];

function pack(of: string, parts: readonly Part[]): Record<string, KqlValue> | null {
  const [{ as } = { as: '' }] = parts;
  if (as === 'json') return { [of]: JSON.stringify(parts.reduce(withPart, {})) };
  if (as === 'registry-path') return registry(of, parts);
  const elements: string[] = [];
  for (const part of parts) {
    if (part.value === null) continue;
    const text = String(part.value);
    // XML has no way to write other controls.
    if (/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.test(text)) return null;
    const escaped = text.replace(/[<>&"']/g, (c) => `&#${c.charCodeAt(0)};`);
    if (part.as === 'xml-text') elements.push(`<Data>${escaped}</Data>`);
    else if (part.as === 'xml-element') elements.push(`<${part.name}>${escaped}</${part.name}>`);
    else elements.push(`<Data Name="${part.name}">${escaped}</Data>`);
  }
  const data = `<EventData xmlns="http://schemas.microsoft.com/win/2004/08/events/event"><Data Name="Before">Image</Data>${elements.join('')}<Data Name="After" /></EventData>`;
  return { [of]: `<DataItem type="System.XmlData">${data}</DataItem>` };
}

function withPart(json: Record<string, unknown>, { name, value }: Part): Record<string, unknown> {
  const keys = name.split('.');
  let at = json;
  for (const key of keys.slice(0, -1)) at = (at[key] ??= {}) as Record<string, unknown>;
  at[keys.at(-1)!] = typeof value === 'bigint' ? String(value) : value;
  return json;
}

const HIVES: Readonly<Record<string, string>> = { HKLM: 'HKEY_LOCAL_MACHINE', HKU: 'HKEY_USERS' };

function registry(of: string, [part]: readonly Part[]): Record<string, KqlValue> | null {
  const path = String(part!.value ?? '');
  const [, hive = '', rest = ''] = /^([^\\]*)(.*)$/s.exec(path) ?? [];
  if (/^HKEY_/i.test(hive)) return null;
  const key = (HIVES[hive] ?? hive) + rest;
  const at = key.lastIndexOf('\\');
  return at < 0
    ? { [of]: key, [part!.key ?? '']: '' }
    : { [of]: key.slice(0, at), [part!.key ?? '']: key.slice(at + 1) };
}
