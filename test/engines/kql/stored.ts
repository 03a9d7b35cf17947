import type { EventValue } from '../../../src/match/event-value.js';
import { sqlAudit } from '../pipelines/sql-audit.js';
import { sudoLine } from '../pipelines/sudo.js';
import type { StoredEvent } from '../pipelines/renamed.js';
import type { KqlValue } from './evaluate.js';
import { ingested, NOT_HELD } from './run.js';

type Row = Record<string, KqlValue>;

/** A row of a table that holds an event; null where no row can. */
export function rowOf(
  { values, packed, texts }: StoredEvent,
  columns: ReadonlyMap<string, string> | undefined,
  keywords: readonly string[],
): Row | null {
  const row: Row = {};
  for (const [name, value] of Object.entries(values)) {
    const type = columns?.get(name) ?? (name.includes('.') ? 'dynamic' : 'string');
    const held = ingested(value, type);
    if (held === NOT_HELD) return null;
    row[name] = held;
  }
  const within: Part[] = [];
  for (const part of packed) {
    // Some events have a column for it, and others do not.
    const held = part.column === undefined ? null : inOwnColumn(part, columns);
    if (held === NOT_HELD) return null;
    if (held === null) within.push(part);
    else row[part.column!] = held;
  }
  for (const of of new Set(within.map((p) => p.of))) {
    const made = pack(
      of,
      within.filter((p) => p.of === of),
    );
    if (!made || Object.keys(made).some((name) => name in row)) return null;
    Object.assign(row, made);
  }
  return keywords.length === 0 ? { ...row, ...everywhere(texts) } : inText(texts, keywords, row);
}

function everywhere(texts: readonly string[]): Row {
  return Object.fromEntries(texts.map((text, i) => [`* ${i}`, text]));
}

/** The text of an event in the columns that hold it, after what one of them holds anyway. */
function inText(texts: readonly string[], keywords: readonly string[], row: Row): Row {
  const free = keywords.filter((name) => !(name in row));
  const [first = ''] = keywords;
  if (free.length === 0) return { ...row, [first]: [row[first], ...texts].join('\n') };
  const held = texts.length > free.length ? [texts.join('\n')] : texts;
  return { ...row, ...Object.fromEntries(held.map((text, i) => [free[i]!, text])) };
}

type Part = StoredEvent['packed'][number];

function inOwnColumn(
  { name, column, value }: Part,
  columns: ReadonlyMap<string, string> | undefined,
): KqlValue | typeof NOT_HELD | null {
  return isOdd(name, value) ? ingested(value, columns?.get(column!) ?? 'string') : null;
}

/** One of two ways to store a value, the same on each run. */
function isOdd(name: string, value: EventValue): boolean {
  return (name.length + String(value).length) % 2 === 1;
}

function pack(of: string, parts: readonly Part[]): Row | null {
  const [first, ...others] = parts;
  if (!first) return {};
  if (first.as === 'json') return { [of]: JSON.stringify(parts.reduce(withPart, {})) };
  if (parts.some((p) => p.as === 'sql-audit-field')) {
    const text = sqlAudit(parts);
    return text === null ? null : { [of]: `<DataItem><EventData>${text}</EventData></DataItem>` };
  }
  if (first.as.startsWith('xml-')) return xml(of, parts);
  if (first.as === 'sudo-field') {
    const line = sudoLine(parts);
    return line === null ? null : { [of]: line };
  }
  if (first.as === 'access-log') return accessLine(of, parts);
  return others.length > 0 ? null : packOne(of, first);
}

function packOne(of: string, part: Part): Row | null {
  const { as, value, without = '', empty } = part;
  const text = value === null ? '' : String(value);
  const other = part.key ?? '';
  switch (as) {
    case 'column':
      return { [of]: text === '' && empty !== undefined ? empty : without + text };
    case 'json-text':
      // Quotes and their like are escaped there.
      return /["\\\p{Cc}]/u.test(text) ? null : { [of]: [{ value: text }] };
    case 'cef-extension':
      return text.includes(';') ? null : { [of]: `a=b;${other}=${text};c=d` };
    case 'audit-field':
      return /["' ]/.test(text) ? null : { [of]: `type=X a=b ${part.name}="${text}" c=d` };
    case 'file-path': {
      const at = Math.max(text.lastIndexOf('\\'), text.lastIndexOf('/'));
      // No file is called by its folder alone.
      if (at < 1 || at === text.length - 1) return null;
      if (text.startsWith('/') !== (text[at] === '/')) return null;
      const folder = isOdd(of, value) ? text : text.slice(0, at);
      return { [of]: folder, [other]: text.slice(at + 1) };
    }
    case 'account': {
      const [domain = '', ...users] = text.split('\\');
      return users.length === 1 ? { [of]: domain, [other]: users[0]! } : null;
    }
    case 'registry-key':
      return isHivedOnce(text) && /[^\\]\\[^\\]/.test(text) ? { [of]: withLongHive(text) } : null;
    case 'registry-typed-data':
      return registryData(of, other, text);
    case 'registry-path':
    case 'registry-value':
      return registry(of, part);
    case 'url-extension':
      return /[./?#]/.test(text) || text === ''
        ? null
        : { [of]: `https://example.com/a.b/c.${text}?d.e` };
    case 'url-host':
      return /^[^:/?#@]*$/.test(text) ? { [of]: `https://${text}:443/a?b` } : null;
    case 'url-path':
      return /^\/[^?#]*$/.test(text) ? { [of]: `https://example.com${text}?b=/c#d` } : null;
    case 'url-query':
      return text.includes('#') ? null : { [of]: `https://example.com/a?${text}#b?c` };
    case 'uri':
    case 'uri-query': {
      if (as === 'uri-query' && !text.startsWith('/')) return { [of]: '/', [other]: text || '-' };
      const at = text.indexOf('?');
      const rest = text.slice(at + 1);
      if (at >= 0 && (rest === '' || rest === '-')) return null;
      return at < 0 ? { [of]: text, [other]: '-' } : { [of]: text.slice(0, at), [other]: rest };
    }
    default:
      throw new Error(`no way is known to store what is read as ${as}`);
  }
}

/** What each part of a request may be made of. */
const WRITABLE: Readonly<Record<string, RegExp>> = {
  client: /^\S+$/,
  user: /^[^ [\]"]+$/,
  method: /^\S+$/,
  uri: /^\/[^\s"\\]*$/,
  version: /^HTTP\/[\d.]+$/,
  status: /^\d{3}$/,
  bytes: /^\d+$/,
};

/** A line of the combined log format, as web servers write it. */
function accessLine(of: string, parts: readonly Part[]): Row | null {
  const texts = new Map<string, string>();
  for (const { key, value } of parts) {
    const given = value === null ? '-' : String(value);
    const part = key === 'path' || key === 'query' ? 'uri' : key!;
    const text = key !== 'query' ? given : value === null ? '/' : `/?${given}`;
    if (!(WRITABLE[part] ?? /^[^"\\\p{Cc}]+$/u).test(text)) return null;
    if (texts.has(part) && texts.get(part) !== text) return null;
    texts.set(part, text);
  }
  const at = (part: string, other: string): string => texts.get(part) ?? other;
  const request = `${at('method', 'GET')} ${at('uri', '/')} ${at('version', 'HTTP/1.1')}`;
  const start = `${at('client', '192.0.2.1')} - ${at('user', '-')} [30/Nov/2026:15:00:00 +0000]`;
  const end = `${at('status', '200')} ${at('bytes', '1')} "${at('referer', '-')}" "${at('agent', '-')}"`;
  return { [of]: `${start} "${request}" ${end}` };
}

/** XML has no way to write other controls. */
const UNWRITABLE = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;

function xml(of: string, parts: readonly Part[]): Row | null {
  const elements: string[] = [];
  const items: string[] = [];
  for (const { as, name, key, value } of parts) {
    if (value === null) continue;
    const text = String(value);
    if (UNWRITABLE.test(text)) return null;
    const escaped = text.replace(/[<>&"']/g, (c) => `&#${c.charCodeAt(0)};`);
    if (as === 'xml-line' && /[\r\n]/.test(text)) return null;
    if (as === 'xml-text') elements.push(`<Data>${escaped}</Data>`);
    else if (as === 'xml-line') elements.push(`<Data>\n\t${name}=${escaped}\n</Data>`);
    else if (as === 'xml-item') items[Number(key) - 1] = escaped;
    else if (as === 'xml-field' && isOdd(name, value))
      elements.push(`<${name}>${escaped}</${name}>`);
    else elements.push(`<Data Name="${name}">${escaped}</Data>`);
  }
  for (let i = 0; i < items.length; i++) elements.push(`<Data>${items[i] ?? ''}</Data>`);
  const data = `<EventData xmlns="http://schemas.microsoft.com/win/2004/08/events/event"><Data Name="Before">Image</Data>${elements.join('')}<Data Name="After" /></EventData>`;
  return { [of]: `<DataItem type="System.XmlData">${data}</DataItem>` };
}

function withPart(json: Record<string, unknown>, part: Part): Record<string, unknown> {
  const { value, without } = part;
  const keys = part.name.split('.');
  let at = json;
  for (const key of keys.slice(0, -1)) at = (at[key] ??= {}) as Record<string, unknown>;
  const held = typeof value === 'bigint' ? String(value) : value;
  at[keys.at(-1)!] = without === undefined ? held : without + String(held ?? '');
  return json;
}

const DWORD = /^DWORD \(0x([0-9a-f]{8})\)$/i;
const QWORD = /^QWORD \(0x([0-9a-f]{8})-0x([0-9a-f]{8})\)$/i;

/** As Defender has what Sysmon writes of a value's data. */
function registryData(of: string, type: string, text: string): Row | null {
  if (text === '') return { [of]: '', [type]: '' };
  if (text.toLowerCase() === '(empty)') return { [of]: '', [type]: 'String' };
  if (text.toLowerCase() === 'binary data') return { [of]: 'AQIDBA==', [type]: 'Binary' };
  const [, digits] = DWORD.exec(text) ?? [];
  if (digits !== undefined) return { [of]: String(Number(`0x${digits}`)), [type]: 'Dword' };
  const [, high, low] = QWORD.exec(text) ?? [];
  if (high === undefined) return { [of]: text, [type]: 'String' };
  const number = BigInt(`0x${high}${low}`);
  // Longer ones may not fit into a long.
  return number < 10n ** 18n ? { [of]: String(number), [type]: 'Qword' } : null;
}

/** No key is called as Sysmon calls a hive. */
function isHivedOnce(path: string): boolean {
  return !/.(?:HKLM|HKU)\\/i.test(path);
}

/** As Defender writes it. */
function withLongHive(path: string): string {
  return path
    .replace(/^HKLM(?=\\)/i, 'HKEY_LOCAL_MACHINE')
    .replace(/^HKU(?=\\)/i, isOdd('', path) ? 'HKEY_CURRENT_USER' : 'HKEY_USERS')
    .replace(/^(HKEY_LOCAL_MACHINE\\SYSTEM\\)CurrentControlSet(?=\\)/i, '$1ControlSet001');
}

function registry(of: string, { as, key, value }: Part): Row | null {
  const path = value === null ? '' : String(value);
  const at = path.lastIndexOf('\\');
  if (at < 1 || /^HKEY_/i.test(path) || /\\ControlSet\d/i.test(path)) return null;
  if (!isHivedOnce(path)) return null;
  if (as === 'registry-path' && isOdd(of, path))
    return { [of]: withLongHive(path), [key ?? '']: '' };
  const name = path.slice(at + 1);
  if (name === '') return null;
  const isDefault = as === 'registry-value' && name === '(Default)';
  // The control set must be followed by something, which may be the name of the value alone.
  const long = withLongHive(`${path.slice(0, at)}\\`).slice(0, -1);
  return { [of]: long, [key ?? '']: isDefault && isOdd(of, value) ? '' : name };
}
