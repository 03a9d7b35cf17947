import { elasticColumn } from '../../../src/backend/elastic/index.js';
import type { Placement } from '../../../src/backend/index.js';
import type { ElasticColumn } from '../../../src/backend/elastic/index.js';
import { textOf } from '../../../src/match/event-value.js';
import type { EventValue } from '../../../src/match/event-value.js';
import { applyToEach } from '../../../src/pipeline/variants.js';
import type { Pipeline } from '../../../src/pipeline/pipeline.js';
import type { Query } from '../../../src/convert/index.js';
import { lucene } from '../../../backends/lucene/index.js';
import type { StoredEvent } from '../pipelines/renamed.js';
import type { Document } from './lucene.js';

/** What `RunQueries` calls the type of a field. */
function typeOf({ type, words }: ElasticColumn): string {
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
export function named(name: string): string {
  return name.replaceAll('*', '0');
}

/** The fields of a known type, by name. */
export interface Columns {
  readonly columns: ReadonlyMap<string, ElasticColumn>;
}

export function columnsOf(given: Placement['columns']): Columns {
  const known = [...given].flatMap(([name, stored]) => {
    const column = stored.reading ? null : elasticColumn(stored);
    return column ? [[name, column] as const] : [];
  });
  return { columns: new Map(known) };
}

/** Those that the pipelines give a rule. */
export function columnsFor({ document }: Query, pipelines: readonly Pipeline[]): Columns {
  const { content } = document;
  if (content?.kind !== 'rule') throw new Error('a query is of a rule');
  const variants = applyToEach(content, pipelines, { target: lucene }) ?? [];
  const columns = variants.map(([first]) => first.placement.columns);
  return columnsOf(new Map(columns.reverse().flatMap((known) => [...known])));
}

export function typesOf({ columns }: Columns): ReadonlyMap<string, string> {
  return new Map([...columns].map(([name, column]) => [named(name), typeOf(column)]));
}

/** Whether a field of the type keeps the text as it is, so that the matcher sees what is indexed. */
export function holds(type: string, text: string): boolean {
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
 * An event as Elastic's agents store it and Elasticsearch indexes it, by what the pipeline knows of its
 * fields; null where they have no way to hold it.
 */
export function inElasticsearch(
  { values, packed, texts }: StoredEvent,
  { columns }: Columns,
  keywords: readonly string[],
): Document | null {
  const document: [string, string][] = [];
  const put = (name: string, value: EventValue): boolean => {
    const all = [value].flat().flatMap((v: EventValue) => textOf(v) ?? []);
    const column = columns.get(name);
    const kept = all.filter((t) => !column?.absent.includes(t.toLowerCase()));
    if (!kept.every((t) => holds(column ? typeOf(column) : 'keyword', t))) return false;
    const written = kept.map((t) => (column?.lower ? t.toLowerCase() : t));
    document.push(...written.map((t): [string, string] => [named(name), t]));
    return true;
  };
  for (const [name, value] of Object.entries(values)) if (!put(name, value)) return null;
  for (const reading of packed) {
    const { as, of, key } = reading;
    const value = textOf(reading.value);
    if (value === null) continue;
    if (as === 'either') {
      if (!put(of in values ? key! : of, value)) return null;
    } else if (as === 'registry-data' || as === 'registry-any-data') {
      if (value === '') continue;
      const data = registryData(value);
      if (!put(of, data.text)) return null;
      if (data.type) document.push([of.replace(/strings$/, 'type'), data.type]);
    } else if (as === 'domain-user') {
      if (value === '' || value === '-') continue;
      const [domain = '', user = '', ...rest] = value.split('\\');
      if (domain === '' || user === '' || user === '-' || rest.length > 0) return null;
      if (!put(of, domain) || !put(key!, user)) return null;
    } else if (!put(of, value)) return null;
  }
  if (keywords.length === 0) for (const text of texts) document.push(['a field', text]);
  texts.forEach((text, i) => {
    if (keywords.length > 0) put(keywords[i % keywords.length]!, text);
  });
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
