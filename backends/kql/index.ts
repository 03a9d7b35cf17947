import { concat, emitBoolean, hardline } from '../../src/backend/index.js';
import type { Backend, BackendPlugin, Doc, EmitRequest, Report } from '../../src/backend/index.js';
import { parseColumns, resolveColumns } from './columns.js';
import type { ColumnType } from './columns.js';
import { Context } from './context.js';
import { SYNTAX } from './dialect.js';
import { formats } from './formats.js';
import { nameReference } from './literals.js';
import { writeLeaf } from './predicates.js';

export type { ColumnType, KqlType } from './columns.js';

/** https://learn.microsoft.com/en-us/kusto/query/ */
export const kql: Backend = {
  name: 'kql',
  title: 'Microsoft Kusto (KQL)',
  options: [
    {
      name: 'table',
      description: 'The table to query; without it the query is what follows `| where`.',
      values: null,
      default: '',
      check: (value) => (value.trim() === '' ? 'name a table.' : null),
    },
    {
      name: 'columns',
      description: 'Types of columns, as NAME:TYPE,NAME:TYPE; the others are told by their values.',
      values: null,
      default: '',
      check(value) {
        const parsed = parseColumns(value);
        return 'error' in parsed ? parsed.error : null;
      },
    },
    {
      name: 'dots',
      description:
        'A dot in a field: a step into a dynamic column (path), or part of the name (column).',
      values: ['path', 'column'],
    },
  ],
  formats,
  simplify: { oneOf: true, pushNegation: false },
  emit(request, report) {
    const parsed = parseColumns(request.options['columns'] ?? '');
    const types = 'types' in parsed ? parsed.types : new Map<string, never>();
    return emitKql(request, report, (field) => types.get(field));
  },
};

/** Writes a query for columns of known types; `undefined` is a type that is not known. */
export function emitKql(
  { rule, expression, options }: EmitRequest,
  report: Report,
  columnType: ColumnType,
): Doc {
  const dots = options['dots'] === 'column' ? 'column' : 'path';
  const column = resolveColumns(expression, columnType, dots);
  const context = new Context(expression, column, report);
  const { doc } = emitBoolean(expression, SYNTAX, (node, polarity) =>
    writeLeaf(node, context, polarity),
  );
  const table = options['table'] ?? '';
  if (table !== '') return concat(nameReference(table), hardline, '| where ', doc);
  report.note(
    'kql-no-table',
    'No table is named, so this is what follows `| where`. Name one with -O kql.table=NAME.',
    rule.logsource.span,
  );
  return doc;
}

export const plugin: BackendPlugin = { apiVersion: 1, backends: [kql] };
export default plugin;
