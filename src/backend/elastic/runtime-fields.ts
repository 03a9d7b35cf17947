import type { AboutQuery } from '../format.js';
import { sourcesOf } from '../format.js';
import { elasticColumn } from './fields.js';
import type { ElasticColumn } from './fields.js';

type Options = Readonly<Record<string, string>>;

/** What is indexed as words, or in the same case only. */
const INDEXED_IN_PARTS: ReadonlySet<string> = new Set(['text', 'match_only_text', 'flattened']);

/** @param index what the language asks of the index of such a field */
export function textOption(index: string) {
  return {
    name: 'text',
    description: `How to search fields of types text and flattened: ${index} (index), or exactly, in the source of each event, by runtime fields that the format search writes (source)`,
    values: ['index', 'source'],
  } as const;
}

function readsSource(options: Options): boolean {
  return options['text'] === 'source';
}

/** The field as a query sees it; a runtime field of its name is a keyword, which has all of its source. */
export function seenColumn(column: ElasticColumn | null, options: Options): ElasticColumn | null {
  if (!column || !readsSource(options) || !INDEXED_IN_PARTS.has(column.type)) return column;
  return { ...column, type: 'keyword', caseless: false, lower: false };
}

/**
 * Runtime fields of a query's sources; null if it needs none. Without a script, each has the values
 * that the source has, in place of the field of its name.
 * https://www.elastic.co/docs/manage-data/data-store/mapping/override-field-values-at-query-time
 * https://www.elastic.co/docs/manage-data/data-store/mapping/map-runtime-field
 */
export function runtimeMappings({ plan, options }: AboutQuery): object | null {
  if (!readsSource(options)) return null;
  const names = sourcesOf(plan).flatMap(({ placement: { columns } }) =>
    [...columns].flatMap(([name, stored]) => {
      const column = stored.reading ? null : elasticColumn(stored);
      return column && INDEXED_IN_PARTS.has(column.type) ? [name] : [];
    }),
  );
  if (names.length === 0) return null;
  return Object.fromEntries(names.sort().map((name) => [name, { type: 'keyword' }]));
}

/** Whether some field would be searched otherwise with the option. */
export function hasPartlyIndexed(columns: AboutColumns): boolean {
  return [...columns.values()].some(({ type }) => type !== null && INDEXED_IN_PARTS.has(type));
}

type AboutColumns = ReadonlyMap<string, { readonly type: string | null }>;

/** Why a format cannot be written for a query that needs runtime fields; null if it can. */
export function withoutRuntimeFields(options: Options): string | null {
  return readsSource(options)
    ? 'it cannot hold the runtime fields that the option text=source needs. Use the format search'
    : null;
}
