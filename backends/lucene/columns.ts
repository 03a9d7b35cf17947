import type { Column as StoredColumn, Placement, Reading } from '../../src/backend/index.js';

/**
 * How a field is indexed.
 * https://www.elastic.co/docs/reference/elasticsearch/mapping-reference/field-data-types
 */
export const FIELD_TYPES = [
  'keyword',
  'wildcard',
  'constant_keyword',
  'flattened',
  'text',
  'match_only_text',
  'ip',
  'boolean',
  'date',
  'byte',
  'short',
  'integer',
  'long',
  'unsigned_long',
  'half_float',
  'float',
  'double',
  'scaled_float',
] as const;

export type FieldType = (typeof FIELD_TYPES)[number];

/** A field of a type that is known here. */
export interface Column extends StoredColumn {
  readonly type: FieldType;
}

/** What is known of the fields of a rule, by their names. */
export interface Columns {
  readonly columns: ReadonlyMap<string, Column>;
  readonly readings: ReadonlyMap<string, Reading>;
  /** Types that do not exist. */
  readonly wrong: ReadonlyMap<string, string>;
}

export function columnsOf(given: Placement['columns']): Columns {
  const columns = new Map<string, Column>();
  const readings = new Map<string, Reading>();
  const wrong = new Map<string, string>();
  for (const [name, column] of given) {
    const type = FIELD_TYPES.find((t) => t === column.type);
    if (column.reading) readings.set(name, column.reading);
    else if (type) columns.set(name, { ...column, type });
    else if (column.type !== null) {
      wrong.set(
        name,
        `the type ${JSON.stringify(column.type)}; there are: ${FIELD_TYPES.join(', ')}`,
      );
    }
  }
  return { columns, readings, wrong };
}
