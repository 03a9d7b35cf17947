import { columnsOfAll, commaList, fieldsOf, nearest } from '../../src/backend/index.js';
import type { Finding, Name, QueryContext, ReadColumn, Reading } from '../../src/backend/index.js';
import { codes } from './codes.js';
import { isType, KQL_TYPES, parseColumns, resolveColumns } from './columns.js';
import type { Column, ColumnType } from './columns.js';
import { inList, isBrief, READINGS, readingOf } from './computed.js';
import { nameReference, pathReference } from './literals.js';

/** What a query reads, and what is known of its columns. */
export interface TableSource {
  /** Several are read as one; empty: none was chosen. */
  readonly tables: readonly string[];
  /** Of the tables' published columns, by name; undefined where a table is not known. */
  readonly published: ReadonlyMap<string, string> | undefined;
  /** What is declared, given or published, in this order. */
  readonly type: ColumnType;
}

/** The tables that a pipeline chose, or the one that the options name. */
export function tablesOf({
  options,
  placement,
}: Pick<QueryContext, 'options' | 'placement'>): readonly string[] {
  if (placement.tables.length > 0) return placement.tables;
  const named = commaList(options['table']);
  return named.length === 1 ? named : [];
}

export function sourceOf(context: QueryContext): TableSource {
  const { options, placement, request } = context;
  const tables = tablesOf(context);
  const published = request.tables && columnsOfAll(tables, request.tables);
  const own = parseColumns(options['columns'] ?? '');
  const declared = 'types' in own ? own.types : new Map<string, string>();
  const typeOf = (field: string): string | null | undefined =>
    declared.get(field) ?? placement.columns.get(field)?.type ?? published?.get(field);
  const type: ColumnType = (field) => {
    const found = typeOf(field);
    return found && isType(found) ? found : undefined;
  };
  return { tables, published, type };
}

/** The tables of Defender XDR have `Timestamp`, in Sentinel, too; those of Azure do not. */
export function timeColumn(
  published: TableSource['published'],
  options: QueryContext['options'],
): string {
  const [given] = commaList(options['time']);
  if (given !== undefined) return given;
  return published?.get('Timestamp') === 'datetime' ? 'Timestamp' : 'TimeGenerated';
}

/** The columns that conditions name; those that are read out of others have a name or, in place, the reading. */
export function columnsFor(
  { conditions, options, placement }: QueryContext,
  { type, published }: TableSource,
  inPlace: boolean,
): (field: string) => Column {
  const dots = options['dots'] === 'column' ? 'column' : 'path';
  const resolved = resolveColumns(conditions, type, dots);
  return (field) => {
    const { reading = null, several = false } = placement.columns.get(field) ?? {};
    const column = resolved(field);
    const list = several || reading?.as === 'json-text' ? ({ list: true } as const) : {};
    if (!reading) return { ...column, ...list };
    const word = reading.empty === undefined ? {} : { word: reading.empty };
    const isWritten = inPlace || isBrief(reading);
    return {
      ...column,
      ...list,
      ...word,
      ...(isWritten ? { code: readingCode(reading, published) } : {}),
    };
  };
}

/** The expression that reads a column; what cannot be read was refused. */
export function readingCode(
  { first, ...reading }: Reading,
  published: TableSource['published'],
): string {
  if (first === undefined) return readingOf(reading) ?? '""';
  const column = nameReference(first);
  const asText = published?.get(first) === 'string' ? column : `tostring(${column})`;
  return readingOf({ ...reading, first: asText }) ?? '""';
}

/** Refuses what the table does not have, at the field that names it. */
export function checkColumns(
  context: QueryContext,
  { tables, published, type }: TableSource,
): void {
  const { conditions, options, placement, report } = context;
  const table = tables.join(' and ');
  const named = new Map(conditions.flatMap((c) => [...fieldsOf(c)]));
  for (const { text, span } of named.values()) {
    const { reading, type: given = null } = placement.columns.get(text) ?? {};
    if (given !== null && !isType(given)) {
      const slots = { field: text, type: JSON.stringify(given), known: KQL_TYPES.join(', ') };
      report.refuse(codes['kql-column-type'](slots), span);
      continue;
    }
    if (reading) {
      if (readingOf(reading) !== null) continue;
      report.refuse(unreadable(reading), span);
      continue;
    }
    if (!published || type(text)) continue;
    const [base = ''] = text.split('.');
    const isPath = base !== text && options['dots'] !== 'column';
    if (isPath && type(base) === 'dynamic') {
      if (inList(text)) report.refuse(listInPath(text.slice(base.length + 1), base), span);
      continue;
    }
    if (isPath && type(base)) {
      const slots = { table, column: base, field: text, reading: `{ as: json, of: ${base} }` };
      report.refuse(codes['kql-not-dynamic'](slots), span);
      continue;
    }
    const like = nearest(text, published.keys());
    const hint = like === null ? '' : ` Did you mean \`${like}\`?`;
    report.refuse(codes['kql-no-column']({ table, field: text, hint }), span);
  }
}

function unreadable({ as, of, key }: Reading): Finding<'error'> {
  if (!Object.hasOwn(READINGS, as)) {
    const known = Object.keys(READINGS).join(', ');
    return codes['kql-unknown-reading']({ reading: as, known });
  }
  if (as !== 'json' || !inList(key)) return codes['kql-unreadable-key']({ key, column: of });
  return listInPath(key, of);
}

function listInPath(key: string, field: string): Finding<'error'> {
  return codes['kql-list-in-path']({ key: key.replaceAll('{}', ''), field });
}

/** What tells an analyst when and where, whatever a rule lists. */
const HOSTS = ['DeviceName', 'Computer'];

/**
 * What `project` lists: time and host, then the fields that a rule lists, with the readings of those
 * that the query has not read yet; and the fields that have no column.
 */
export function shownColumns(
  fields: readonly Name[],
  context: QueryContext,
  unread: readonly ReadColumn[],
): { readonly columns: readonly string[]; readonly unknown: readonly Name[] } {
  const { published, type } = sourceOf(context);
  const readings = new Map(unread.map(({ name, reading }) => [name.text, reading]));
  const shown = (name: string, lacking: boolean): string | null => {
    const column = nameReference(name);
    const reading = readings.get(name);
    if (reading) {
      const isReadable = readingOf(reading) !== null;
      return isReadable ? `${column} = ${readingCode(reading, published)}` : null;
    }
    if (context.placement.columns.get(name)?.reading) return column;
    if (published ? published.has(name) : !lacking && !name.includes('.')) return column;
    const path = pathToList(name);
    const [base = '', ...steps] = path;
    const isPath = steps.length > 0 && !steps.includes('') && context.options['dots'] !== 'column';
    if (!isPath || type(base) !== 'dynamic') return null;
    const made = nameReference(path.join('_').replace(/\W+/g, '_'));
    return `${made} = tostring(${pathReference(path)})`;
  };
  const own = fields.map(({ text, lacking = false }) => shown(text, lacking));
  const unknown = fields.filter((_, i) => own[i] === null);
  const columns = own.filter((column) => column !== null);
  if (columns.length === 0) return { columns, unknown };
  // Every table of a workspace has its time, listed or not.
  // https://learn.microsoft.com/en-us/azure/azure-monitor/logs/log-standard-columns
  const always = published
    ? [timeColumn(published, {}), ...HOSTS.filter((name) => published.has(name))]
    : [];
  return { columns: [...new Set([...always, ...columns])], unknown };
}

/** No path leads to what is in a list, so the list is shown. */
function pathToList(name: string): readonly string[] {
  const steps = name.split('.');
  const at = steps.findIndex(inList);
  return at < 0 ? steps : [...steps.slice(0, at), steps[at]!.replaceAll('{}', '')];
}
