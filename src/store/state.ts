import { isJsonObject } from '../source/json.js';
import type { Json } from '../source/json.js';
import { readColumn, UNMAPPED } from './placement.js';
import type { Column, Placement } from './placement.js';

/** Where events are, according to a pipeline's state. */
interface Stated {
  readonly tables?: readonly string[];
  /** Index patterns of Elasticsearch. */
  readonly indices?: readonly string[];
  readonly columns?: ReadonlyMap<string, Column>;
  readonly keywords?: readonly string[];
  readonly model?: string;
  readonly by?: readonly string[];
}

/**
 * The keys of a pipeline's state that say where events are; `query_table` is what pySigma's pipelines
 * for Kusto call it, and `index` what its backends for Elasticsearch read.
 * https://github.com/SigmaHQ/pySigma-backend-kusto
 * https://github.com/SigmaHQ/pySigma-backend-elasticsearch
 */
const KEYS: Readonly<Record<string, (value: Json) => Stated | string>> = {
  query_table: (value) => texts(value, (tables) => ({ tables })),
  // Pipelines for other stores may keep anything under this name, for their templates.
  index: (value) => {
    const stated = texts(value, (lists) => ({ indices: lists.flatMap(patternsIn) }));
    return typeof stated === 'string' ? {} : stated;
  },
  keyword_fields: (value) => texts(value, (keywords) => ({ keywords })),
  data_model_by: (value) => texts(value, (by) => ({ by })),
  data_model: (value) => (typeof value === 'string' ? { model: value } : 'a string'),
  columns: (value) => {
    if (!isJsonObject(value)) return 'a map of fields and their types';
    const columns = new Map<string, Column>();
    for (const [name, given] of Object.entries(value)) {
      const column = readColumn(given);
      if (typeof column === 'string') return `a map of fields and their types, not ${column}`;
      columns.set(name, column);
    }
    return { columns };
  },
};

function texts(value: Json, make: (texts: readonly string[]) => Stated): Stated | string {
  const list: readonly Json[] = Array.isArray(value) ? (value as readonly Json[]) : [value];
  return list.every((v) => typeof v === 'string')
    ? make(list.filter((v) => v !== ''))
    : 'a string or a list of strings';
}

function patternsIn(list: string): readonly string[] {
  return list.split(',').map((pattern) => pattern.trim());
}

/** What a value of the state must be; null where it is that, or where the key is not one of ours. */
export function wrongState(key: string, value: Json): string | null {
  const stated = Object.hasOwn(KEYS, key) ? KEYS[key]!(value) : null;
  return typeof stated === 'string' ? stated : null;
}

/** Where the chosen source says that events are; a table or index that a pipeline sets takes precedence. */
export function placementOf(
  state: ReadonlyMap<string, Json>,
  store: string | undefined,
  chosen: Placement | null = null,
): Placement {
  const base = chosen ?? UNMAPPED;
  if (state.size === 0) return base;
  const stated: Stated = Object.assign(
    {},
    ...[...state].map(([key, value]) => {
      const read = Object.hasOwn(KEYS, key) ? KEYS[key]!(value) : {};
      return typeof read === 'string' ? {} : read;
    }),
  ) as Stated;
  const tables = (store === 'elastic' ? stated.indices : stated.tables)?.filter((t) => t !== '');
  const model = base.model ?? (stated.model === undefined ? null : { name: stated.model, by: [] });
  return {
    ...base,
    tables: tables && tables.length > 0 ? tables : base.tables,
    schema: tables && tables.length > 0 ? null : base.schema,
    columns: base.columns.size > 0 ? base.columns : (stated.columns ?? base.columns),
    keywords: base.keywords.length > 0 ? base.keywords : (stated.keywords ?? []),
    model: model && { ...model, by: stated.by ?? model.by },
  };
}

/** The same for placements that read the same in the same way. */
export function placementKey({ tables, columns, keywords, model }: Placement): string {
  return JSON.stringify([tables, [...columns], keywords, model]);
}
