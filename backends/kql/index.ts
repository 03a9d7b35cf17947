import { atom, concat, emitBoolean, hardline, indent, text } from '../../src/backend/index.js';
import type { Backend, BackendPlugin, Doc, EmitRequest, Report } from '../../src/backend/index.js';
import { parseColumns, resolveColumns } from './columns.js';
import type { ColumnType, KqlType } from './columns.js';
import { Context } from './context.js';
import { SYNTAX } from './dialect.js';
import { formats } from './formats.js';
import { dropImplied } from './implied.js';
import { nameReference } from './literals.js';
import { writeOneOf, writePredicate } from './predicates.js';

export { KQL_TYPES } from './columns.js';
export type { ColumnType, KqlType } from './columns.js';
export { toKqlRegex } from './regex.js';

/**
 * Microsoft's Kusto, as Sentinel, Defender XDR, Azure Monitor and Azure Data Explorer run it.
 * https://learn.microsoft.com/en-us/kusto/query/
 */
export const kql: Backend = {
  name: 'kql',
  title: 'Microsoft Kusto (KQL)',
  options: [
    {
      name: 'table',
      description:
        'The table to read, such as SecurityEvent. Without one, only what goes after `| where` is written.',
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
  pipelines: async () => (await import('./pipelines.generated.js')).default,
  simplify: { oneOf: true, pushNegation: false },
  emit(request, report) {
    // A pipeline knows its table's columns; the user knows them better.
    const given = request.state?.get('columns');
    const known = typeof given === 'string' ? typesOf(given) : NO_TYPES;
    const own = typesOf(request.options['columns'] ?? '');
    return emitKql(request, report, (field) => own.get(field) ?? known.get(field));
  },
};

const NO_TYPES: ReadonlyMap<string, KqlType> = new Map();

function typesOf(columns: string): ReadonlyMap<string, KqlType> {
  const parsed = parseColumns(columns);
  return 'types' in parsed ? parsed.types : NO_TYPES;
}

/** Writes a query for columns of known types; where `columnType` knows none, one is assumed. */
export function emitKql(
  { rule, expression, options, format, state }: EmitRequest,
  report: Report,
  columnType: ColumnType,
): Doc {
  const dots = options['dots'] === 'column' ? 'column' : 'path';
  // pySigma's pipelines for Kusto name the table so.
  const chosen = state?.get('query_table');
  const table = options['table'] || (typeof chosen === 'string' ? chosen : '');
  const column = resolveColumns(expression, columnType, dots);
  const needed = dropImplied(expression, column);
  const context = new Context(needed.expression, column, report, needed.filledRefs);
  const { doc } = emitBoolean(needed.expression, SYNTAX, (node, polarity) => {
    switch (node.kind) {
      case 'constant':
        return atom(text(String(node.value), node.span));
      case 'one-of':
        return writeOneOf(node, context, polarity);
      default:
        return writePredicate(node, context, polarity);
    }
  });
  if (format === 'predicate') return doc;
  if (table === '') {
    context.note(
      'kql-no-table',
      'The query has no table: put it after `TABLE | where`, or set -O kql.table=TABLE.',
      rule.logsource.span,
    );
    return doc;
  }
  return concat(nameReference(table), hardline, indent('| where ', doc));
}

export const plugin: BackendPlugin = { apiVersion: 1, backends: [kql] };
export default plugin;
