import type { Column, Columns } from '../../../backends/lucene/columns.js';
import { textOf } from '../../../src/match/event.js';
import type { MatchEvent } from '../../../src/match/event.js';
import type { Document } from './lucene.js';

/** What `RunQueries` calls the type of a field. */
function typeOf({ type, words }: Column): string {
  switch (type) {
    case 'ip':
    case 'boolean':
    case 'date':
      return type;
    case 'text':
    case 'match_only_text':
      return words === 'dashed' ? 'dashed' : 'text';
    case 'keyword':
    case 'wildcard':
    case 'constant_keyword':
    case 'flattened':
      return 'keyword';
    case 'half_float':
    case 'float':
    case 'double':
    case 'scaled_float':
      return 'double';
    default:
      return 'long';
  }
}

/** A name that one like this may have. */
function named(name: string): string {
  return name.replaceAll('*', '0');
}

export function typesOf({ columns }: Columns): ReadonlyMap<string, string> {
  return new Map([...columns].map(([name, column]) => [named(name), typeOf(column)]));
}

/** Whether a field of the type keeps the text as it is, so that the matcher sees what is indexed. */
function holds(type: string, text: string): boolean {
  switch (type) {
    case 'ip':
      return /^(?:(?:0|[1-9]\d{0,2})(?:\.|$)){4}(?<!\.)$|^[\da-f]*:[\da-f:]*$/.test(text)
        ? text.includes(':')
          ? canonical(text)
          : text.split('.').every((part) => Number(part) <= 255)
        : false;
    case 'boolean':
      return text === 'true' || text === 'false';
    case 'long':
      return /^(?:0|-?[1-9]\d{0,17})$/.test(text);
    case 'double':
      return /^(?:0|-?[1-9]\d{0,14})$/.test(text);
    default:
      return true;
  }
}

/** As `URL` writes it, which is as Elasticsearch gives it back. */
function canonical(address: string): boolean {
  try {
    return new URL(`http://[${address}]/`).hostname === `[${address}]`;
  } catch {
    return false;
  }
}

/**
 * An event in a target's names as Elastic's agents store it and Elasticsearch indexes it, by what a
 * pipeline knows of its fields; null where they have no way to hold it.
 */
export function stored(
  event: MatchEvent,
  names: Iterable<string>,
  { columns, readings }: Columns,
  keywords: readonly string[],
): Document | null {
  const document: [string, string][] = [];
  const put = (name: string, texts: readonly string[]): boolean => {
    const column = columns.get(name);
    if (!column) {
      document.push(...texts.map((t): [string, string] => [name, t]));
      return true;
    }
    const kept = texts.filter((t) => !column.absent.includes(t.toLowerCase()));
    if (kept.length < texts.length && texts.length > 1) return false;
    const type = typeOf(column);
    if (!kept.every((t) => holds(type, t))) return false;
    document.push(
      ...kept.map((t): [string, string] => [named(name), column.lower ? t.toLowerCase() : t]),
    );
    return true;
  };
  const texts = (name: string): readonly string[] =>
    (event.field(name) ?? []).flatMap((v) => textOf(v) ?? []);
  for (const name of names) {
    const all = texts(name);
    const reading = readings.get(name);
    if (/^text \d+$/.test(name) && keywords.length > 0) {
      if (!put(keywords[Number(name.slice(5)) % keywords.length]!, all)) return null;
    } else if (!reading) {
      if (!put(name, all)) return null;
    } else if (reading.as === 'either') {
      const home = event.field(reading.of) === undefined ? reading.of : reading.key;
      if (!put(home, all)) return null;
    } else if (reading.as === 'registry-data') {
      const [text = '', ...others] = all;
      if (others.length > 0) return null;
      if (text === '') continue;
      const data = registryData(text);
      if (!put(reading.of, [data.text])) return null;
      if (data.type) document.push([reading.of.replace(/strings$/, 'type'), data.type]);
    } else if (reading.as === 'domain-user') {
      const [text = '', ...others] = all;
      if (others.length > 0) return null;
      if (text === '' || text === '-') continue;
      const [domain = '', user = '', ...rest] = text.split('\\');
      if (domain === '' || user === '' || user === '-' || rest.length > 0) return null;
      if (!put(reading.of, [domain]) || !put(reading.key, [user])) return null;
    } else if (!put(reading.of, all)) return null;
  }
  if (keywords.length === 0) {
    for (const text of event.texts()) document.push(['a field', text]);
  }
  return document;
}

function registryData(text: string): { readonly text: string; readonly type?: string } {
  const digits = /^([DQ])WORD \(0x([0-9A-F]{8})(?:-0x([0-9A-F]{8}))?\)$/i.exec(text);
  if (!digits) return { text };
  const [, kind = '', high = '', low] = digits;
  if (kind.toUpperCase() === 'D') {
    return low === undefined ? { text: String(parseInt(high, 16)), type: 'SZ_DWORD' } : { text };
  }
  if (low === undefined) return { text };
  return { text: String(parseInt(high, 16) * 256 + parseInt(low, 16)), type: 'SZ_QWORD' };
}
