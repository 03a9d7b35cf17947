import { escapeRegex } from '../../model/regex/print.js';
import { ACCESS_LOG } from '../../store/forms/access-log.js';
import type { Reading } from '../../store/placement.js';
import { sqlAuditPattern } from '../../store/forms/sql-audit.js';
import { URL_HOST, URL_PATH } from '../../store/forms/urls.js';
import { textOf } from '../event-value.js';
import type { EventValue } from '../event-value.js';
import { jsonIn, jsonOf, namedIn } from '../events/container.js';
import { decodeEntities } from '../events/xml.js';
import { isJsonObject } from '../../source/json.js';

/** A record as it is kept in a store. */
export interface Kept {
  /** Every value of a field; undefined if there is none. */
  field(name: string): readonly EventValue[] | undefined;
  /** The values of all fields whose names match; `*` is any run of characters. */
  like(mask: string): readonly EventValue[];
}

export interface ReadOptions {
  /** Texts cut out of XML stay as they are written there. */
  readonly escaped: boolean;
}

/** What a record has of a field that is read out of others; undefined if it does not have it. */
export function readValues(
  reading: Reading,
  kept: Kept,
  options: ReadOptions,
): readonly EventValue[] | undefined {
  const { first, without, empty, as } = reading;
  const own = first === undefined ? undefined : kept.field(first);
  if (own?.some((v) => v !== null && v !== '')) return own;
  const way = WAYS.get(as);
  const read = way?.(reading, kept, options);
  if (!read || (without === undefined && empty === undefined)) return read;
  return read.map((value) => {
    if (typeof value !== 'string') return value;
    if (value === empty) return '';
    return without !== undefined && value.toLowerCase().startsWith(without.toLowerCase())
      ? value.slice(without.length)
      : value;
  });
}

type Way = (
  reading: Reading,
  kept: Kept,
  options: ReadOptions,
) => readonly EventValue[] | undefined;

/** The ways of reading that sources name. */
const WAYS: ReadonlyMap<string, Way> = new Map<string, Way>([
  ['column', ({ of }, kept) => kept.field(of)],
  ['xml-data', ({ of, key }, kept, options) => inXml(of, [dataNamed(key)], kept, options)],
  ['xml-element', ({ of, key }, kept, options) => inXml(of, [element(key)], kept, options)],
  [
    'xml-field',
    ({ of, key }, kept, options) => inXml(of, [dataNamed(key), element(key)], kept, options),
  ],
  [
    'xml-text',
    ({ of }, kept, options) => {
      const texts = inXml(of, [NAMELESS], kept, options);
      return texts && texts.length > 1 ? [...texts, texts.join('\n')] : texts;
    },
  ],
  [
    'xml-line',
    ({ of, key }, kept, options) =>
      inXml(of, [`[\\s>]${escapeRegex(key)}=([^\\r\\n<]*)`], kept, options) ?? kept.field(key),
  ],
  [
    'sql-audit-field',
    ({ of, key }, kept, options) => inXml(of, [sqlAuditPattern(key) ?? '$^'], kept, options),
  ],
  [
    'xml-item',
    ({ of, key }, kept, options) => {
      const item = inXml(of, [NAMELESS], kept, options)?.[Number(key) - 1];
      return item === undefined ? undefined : [item];
    },
  ],
  ['json', atPath],
  ['json-object', objectAtPath],
  [
    'json-text',
    ({ of }, kept) =>
      some(
        (kept.field(of) ?? []).map((v) => (v !== null && typeof v === 'object' ? jsonOf(v) : v)),
      ),
  ],
  [
    'named-value',
    ({ of, key }, kept) =>
      some((kept.field(of) ?? []).flatMap((list) => namedIn([decoded(list)].flat(), key))),
  ],
  ['cef-extension', ({ of, key }, kept) => cut(kept, of, `(?:^|;)${escapeRegex(key)}=([^;]*)`)],
  [
    'audit-field',
    ({ of, key }, kept) => cut(kept, of, `(?:^|[ '])${escapeRegex(key)}="?([^" ']*)`),
  ],
  [
    'sudo-field',
    ({ of, key }, kept) =>
      cut(kept, of, `[:;] ${escapeRegex(key)}=${key === 'COMMAND' ? '(.*)' : '(.*?) ; '}`),
  ],
  ['access-log', ({ of, key }, kept) => cut(kept, of, ACCESS_LOG[key] ?? '$^')],
  ['url-extension', ({ of }, kept) => cut(kept, of, EXTENSION)],
  ['url-host', ({ of }, kept) => cut(kept, of, URL_HOST)],
  ['url-path', ({ of }, kept) => cut(kept, of, URL_PATH)],
  ['url-query', ({ of }, kept) => cut(kept, of, '\\?([^#]*)')],
  ['file-path', ({ of, key }, kept) => pair(kept, of, key, filePath)],
  ['uri', ({ of, key }, kept) => pair(kept, of, key, wholeUri)],
  // The whole of it or the query alone, which rules take the field for.
  [
    'uri-query',
    ({ of, key }, kept) =>
      some([...(pair(kept, of, key, wholeUri) ?? []), ...(texts(kept, key) ?? [])]),
  ],
  ['registry-key', ({ of }, kept) => texts(kept, of)?.map(registryKey)],
  [
    'registry-path',
    ({ of, key }, kept) =>
      pair(kept, of, key, (path, name) => registryKey(path) + (name === '' ? '' : `\\${name}`)),
  ],
  [
    'registry-value',
    ({ of, key }, kept) =>
      pair(kept, of, key, (path, name) => `${registryKey(path)}\\${name || '(Default)'}`),
  ],
  ['registry-data', ({ of, key }, kept) => pair(kept, of, key, registryData)],
  ['registry-any-data', ({ of, key }, kept) => pair(kept, of, key, registryData)],
  ['registry-typed-data', ({ of, key }, kept) => pair(kept, of, key, registryData)],
  ['account', account],
  ['domain-user', account],
  ['login', account],
  ['either', ({ of, key }, kept) => kept.field(of) ?? kept.field(key)],
  ['among', ({ of }, kept) => kept.field(of)],
  ['among-or', ({ of, key }, kept) => kept.field(key) ?? kept.field(of)],
  ['positive-names', ({ of }, kept) => texts(kept, of)?.map((name) => `${name}=POSITIVE`)],
  // Where in the text it is, the store does not say.
  ['within', ({ of }, kept) => kept.field(of)],
  ['like', ({ of }, kept) => some(kept.like(of))],
  // The names are those of the fields, which records keep as an object.
  ['named-list', ({ of }, kept) => namedList(kept, of)],
  ['among-like', ({ of }, kept) => some(kept.like(of))],
]);

function atPath({ of, key }: Reading, kept: Kept): readonly EventValue[] | undefined {
  const path = key.split('.').map((step) => step.replace(/\{\}$/, ''));
  const whole = kept.field(of);
  // An event of Splunk's may be given without its text, by its fields alone.
  if (!whole && of === '_raw') return kept.field(path.join('.'))?.flatMap((v) => at(v, []));
  return some((whole ?? []).flatMap((value) => at(decoded(value), path)));
}

/** A store has the text of an object; where nothing says how it is stored, each value in it is asked, too. */
function objectAtPath(reading: Reading, kept: Kept): readonly EventValue[] | undefined {
  return atPath(reading, kept)?.flatMap((value): readonly EventValue[] => {
    const object = typeof value === 'string' ? jsonIn(value) : null;
    return object ? [value, object] : [value];
  });
}

function namedList(kept: Kept, of: string): readonly EventValue[] | undefined {
  const lists = (kept.field(of.replace('.*', '')) ?? [])
    .filter(isJsonObject)
    .map((object) =>
      JSON.stringify(Object.entries(object).map(([name, value]) => ({ Name: name, Value: value }))),
    );
  return lists.length > 0 ? lists : some(kept.like(of));
}

function account({ of, key }: Reading, kept: Kept): readonly string[] | undefined {
  return pair(kept, of, key, (domain, user) => (domain === '' ? user : `${domain}\\${user}`));
}

function some<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length > 0 ? list : undefined;
}

function texts(kept: Kept, name: string): readonly string[] | undefined {
  return some((kept.field(name) ?? []).flatMap((v) => textOf(v) ?? []));
}

/** Of two fields, of which the second may be missing. */
function pair(
  kept: Kept,
  of: string,
  key: string,
  join: (first: string, second: string) => string,
): readonly string[] | undefined {
  const first = texts(kept, of);
  const second = texts(kept, key);
  if (!first && !second) return undefined;
  return (first ?? ['']).map((text, i) => join(text, second?.[i] ?? second?.[0] ?? ''));
}

function cut(kept: Kept, of: string, pattern: string): readonly string[] | undefined {
  const regex = new RegExp(pattern);
  return some((texts(kept, of) ?? []).flatMap((text) => regex.exec(text)?.[1] ?? []));
}

const EXTENSION = '^(?:\\w+://)?[^/?#]*/(?:[^/?#][^?#]*)?\\.([^./?#]+)(?:[?#]|$)';
const NAMELESS = '<Data>([^<]*)</Data>';

function dataNamed(key: string): string {
  return `<Data Name=["']${escapeRegex(key)}["']\\s*>([^<]*)<`;
}

function element(key: string): string {
  return `<${escapeRegex(key)}(?: [^>]*)?>([^<]*)<`;
}

/** A regular expression costs more than a look at the text. */
function inXml(
  of: string,
  patterns: readonly string[],
  kept: Kept,
  { escaped }: ReadOptions,
): readonly string[] | undefined {
  const found = (texts(kept, of) ?? []).flatMap((text) =>
    patterns.flatMap((pattern) => [...text.matchAll(new RegExp(pattern, 'g'))].map((m) => m[1]!)),
  );
  return some(escaped ? found : found.map(decodeEntities));
}

function decoded(value: EventValue): unknown {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return undefined;
  }
}

/** Follows a path; keys may hold dots, and every item of a list is looked into. */
function at(value: unknown, path: readonly string[]): readonly EventValue[] {
  if (Array.isArray(value)) return value.flatMap((item: unknown) => at(item, path));
  if (path.length === 0) {
    if (value === undefined) return [];
    return [isJsonObject(value) ? jsonOf(value) : (value as EventValue)];
  }
  if (!isJsonObject(value)) return [];
  for (let n = path.length; n > 0; n--) {
    const key = path.slice(0, n).join('.');
    if (Object.hasOwn(value, key)) return at(value[key], path.slice(n));
  }
  return [];
}

function wholeUri(path: string, query: string): string {
  return /^-?$/.test(query) ? path : `${path}?${query}`;
}

/** A file's path, of which the folder may be all. */
export function filePath(folder: string, name: string): string {
  const slash = folder.startsWith('/') ? '/' : '\\';
  const isWhole = name === '' || folder.toLowerCase().endsWith(slash + name.toLowerCase());
  return isWhole ? folder : folder + slash + name;
}

/**
 * As Sysmon writes keys of the registry.
 * https://learn.microsoft.com/en-us/sysinternals/downloads/sysmon#event-id-12-registryevent-object-create-and-delete
 */
function registryKey(path: string): string {
  return path
    .replace(/^HKEY_(?:USERS|CURRENT_USER)/i, 'HKU')
    .replace(/^HKEY_LOCAL_MACHINE/i, 'HKLM')
    .replace(/^(HKLM\\SYSTEM)\\ControlSet\d+/i, '$1\\CurrentControlSet');
}

/** As Sysmon writes the data of a value, of which Defender and Elastic keep numbers in decimal. */
function registryData(data: string, type: string): string {
  const digits = (width: number): string => BigInt(data).toString(16).padStart(width, '0');
  const isNumber = /^\d{1,20}$/.test(data);
  switch (type.toLowerCase()) {
    case 'dword':
    case 'reg_dword':
    case 'sz_dword':
      return isNumber ? `DWORD (0x${digits(8)})` : data;
    case 'qword':
    case 'reg_qword':
    case 'sz_qword': {
      if (!isNumber) return data;
      const hex = digits(16);
      return `QWORD (0x${hex.slice(0, 8)}-0x${hex.slice(8)})`;
    }
    case 'binary':
      return 'Binary Data';
    default:
      return data === '' && type !== '' ? '(Empty)' : data;
  }
}
