import { columnsOfAll, fieldsOf, nearest } from '../../src/backend/index.js';
import type { SearchRequest, Expression, Placement, Report } from '../../src/backend/index.js';
import { codes } from './codes.js';
import { KQL_TYPES, parseColumns } from './columns.js';
import type { ColumnType, KqlType } from './columns.js';
import { READINGS, readingOf } from './computed.js';
import type { ComputedColumn } from './computed.js';
import { nameReference } from './literals.js';

/** What a query reads, and what is known of its columns. */
export interface TableSource {
  /** Several are read as one; empty: none was chosen. */
  readonly tables: readonly string[];
  readonly type: ColumnType;
  /** Columns that are read out of others, by the name that the query gives them. */
  readonly computed: ReadonlyMap<string, ComputedColumn>;
}

/** Names of tables, separated by commas. */
export function tableNames(option: string | undefined): readonly string[] {
  return (option ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

/**
 * The table that a pipeline chose, or the one that the options name, with the columns that the user
 * declares, those that the pipeline knows, and those that are published, in this order.
 */
export function sourceOf({ options, placement, tables }: SearchRequest): TableSource {
  const named = tableNames(options['table']);
  const chosen = placement.tables;
  const read = chosen.length > 0 ? chosen : named.length === 1 ? named : [];
  const published = tables && columnsOfAll(read, tables);
  const given = columnsOf(placement.columns, published);
  const own = parseColumns(options['columns'] ?? '');
  const declared = 'types' in own ? own.types : new Map<string, KqlType>();
  return {
    tables: read,
    computed: given.computed,
    type: (field) =>
      declared.get(field) ??
      given.types.get(field) ??
      (published?.get(field) as KqlType | undefined),
  };
}

function asText(column: string, type: string | undefined): string {
  const reference = nameReference(column);
  return type === 'string' ? reference : `tostring(${reference})`;
}

interface GivenColumns {
  readonly types: ReadonlyMap<string, KqlType>;
  readonly computed: ReadonlyMap<string, ComputedColumn>;
}

/** Types and readings, by the names that the query gives them. */
function columnsOf(
  columns: Placement['columns'],
  published: ReadonlyMap<string, string> | undefined,
): GivenColumns {
  const types = new Map<string, KqlType>();
  const computed = new Map<string, ComputedColumn>();
  for (const [name, { type: given, reading }] of columns) {
    const type = KQL_TYPES.find((t) => t === given);
    if (type) types.set(name, type);
    if (!reading) continue;
    const { first, ...read } = reading;
    computed.set(name, {
      ...read,
      ...(first === undefined ? {} : { first: asText(first, published?.get(first)) }),
    });
  }
  return { types, computed };
}

/** Refuses what the table does not have, at the field that names it. */
export function checkColumns(
  expression: Expression,
  source: TableSource,
  { tables, options }: SearchRequest,
  report: Report,
): void {
  const published = tables && columnsOfAll(source.tables, tables);
  const table = source.tables.join(' and ');
  for (const { text, span } of fieldsOf(expression).values()) {
    const computed = source.computed.get(text);
    if (computed) {
      if (readingOf(computed) !== null) continue;
      const known = Object.keys(READINGS).join(', ');
      const finding = Object.hasOwn(READINGS, computed.as)
        ? codes['kql-unreadable-key']({ key: computed.key, column: computed.of })
        : codes['kql-unknown-reading']({ reading: computed.as, known });
      report.refuse(finding, span);
      continue;
    }
    if (!published || source.type(text)) continue;
    const [base = ''] = text.split('.');
    const isPath = base !== text && options['dots'] !== 'column';
    if (isPath && source.type(base) === 'dynamic') continue;
    if (isPath && source.type(base)) {
      const reading = `{ as: json, of: ${base} }`;
      const slots = { table, column: base, field: text, reading };
      report.refuse(codes['kql-not-dynamic'](slots), span);
      continue;
    }
    const like = nearest(text, published.keys());
    const hint = like === null ? '' : ` Did you mean \`${like}\`?`;
    report.refuse(codes['kql-no-column']({ table, field: text, hint }), span);
  }
}
