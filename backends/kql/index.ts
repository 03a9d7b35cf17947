import { defineTarget, searchRequest } from '../../src/backend/index.js';
import type { Backend, BackendPlugin } from '../../src/backend/index.js';
import { codes } from './codes.js';
import { parseColumns } from './columns.js';
import { emitKql, unionOf } from './emit.js';
import { formats } from './formats.js';
import { checkColumns, sourceOf, tableNames } from './source.js';

export { KQL_TYPES } from './columns.js';
export type { ColumnType, KqlType } from './columns.js';

/**
 * Microsoft's Kusto, as Sentinel, Defender XDR, Azure Monitor and Azure Data Explorer run it.
 * https://learn.microsoft.com/en-us/kusto/query/
 */
export const kql: Backend = defineTarget({
  name: 'kql',
  title: 'Microsoft Kusto (KQL)',
  codes,
  options: [
    {
      name: 'table',
      description:
        'The table to read, such as SecurityEvent, or the tables that a pipeline may choose from. Without any, and without a pipeline, only what goes after `| where` is written.',
      values: null,
      default: '',
    },
    {
      name: 'columns',
      description:
        'Types of columns, such as EventID:int,AdditionalFields:dynamic. A column that is not named is taken for a string, or for a number where the rule compares it with numbers alone.',
      values: null,
      default: '',
      check: (value) => {
        const parsed = parseColumns(value);
        return 'error' in parsed ? parsed.error : null;
      },
    },
    {
      name: 'dots',
      description:
        'What a dot in a field name means: a step into a dynamic column (path), or part of the name (column). A field named in kql.columns is always a column.',
      values: ['path', 'column'],
    },
  ],
  formats,
  store: 'microsoft',
  tablesChosen: (options) => tableNames(options['table']),
  simplify: { oneOf: true, pushNegation: false },
  query: {
    source: () => '',
    search(node, _, context) {
      const request = searchRequest(node, context);
      const source = sourceOf(request);
      checkColumns(request.expression, source, request, context.report);
      return emitKql(request, context.report, source);
    },
    union: (_, queries, { format }) => (format === 'predicate' ? null : unionOf(queries)),
  },
});

export const plugin: BackendPlugin = { apiVersion: 1, backends: [kql] };
export default plugin;
