import {
  commaList,
  concat,
  defineTarget,
  divided,
  dropImpliedPresence,
  foldsBeyondAscii,
  hardline,
  indent,
  join,
  predicatesOf,
  writeConditions,
} from '../../src/backend/index.js';
import type {
  Backend,
  BackendPlugin,
  Dividing,
  Expression,
  QueryContext,
} from '../../src/backend/index.js';
import { codes } from './codes.js';
import { isBrief } from './computed.js';
import { cheapestFirst, costModel, indexedTerm } from './cost.js';
import { correlation } from './correlation.js';
import { parseColumns, tellsNull } from './columns.js';
import { dialectFor } from './dialect.js';
import { formats } from './formats.js';
import { nameReference } from './literals.js';
import { prefilter } from './prefilter.js';
import { asHeld } from './held.js';
import { ofColumns } from './stored.js';
import { ofUnnamedData } from './unnamed-data.js';
import {
  checkColumns,
  columnsFor,
  readingCode,
  shownColumns,
  sourceOf,
  tablesOf,
} from './source.js';

export { KQL_TYPES } from './columns.js';
export type { ColumnType, KqlType } from './columns.js';

const SIMPLE = { oneOf: true, pushNegation: false };

/** A column has one value; what is dynamic is compared as one text. */
const DIVIDING: Dividing = {
  mayDivide: ({ cased }, texts) => cased || !texts.some(foldsBeyondAscii),
  isBetter: () => true,
};

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
        'The table to read, such as SecurityEvent, or the tables that a pipeline may choose from. Without a table or pipeline, only the condition of `| where` is written.',
      values: null,
      default: '',
    },
    {
      name: 'columns',
      description:
        'Column types, such as EventID:int,AdditionalFields:dynamic. Other columns are assumed to be strings, or numbers if the rule only compares them with numbers.',
      values: null,
      default: '',
      check: (value) => {
        const parsed = parseColumns(value);
        return 'error' in parsed ? parsed.error : null;
      },
    },
    {
      name: 'time',
      description:
        'The column that holds the time of an event, for correlations; TimeGenerated, or Timestamp in the tables of Defender XDR, if not set.',
      values: null,
      default: '',
      check: (value) => (/^\w*$/.test(value) ? null : 'give the name of one column.'),
    },
    {
      name: 'dots',
      description:
        'The meaning of a dot in a field name: a path into a dynamic column (path), or part of the column name (column). A field listed in kql.columns is always a column.',
      values: ['path', 'column'],
    },
  ],
  formats,
  store: 'microsoft',
  tablesChosen: (options) => commaList(options['table']),
  countsOnce: Infinity,
  ignoresCase: true,
  simplify: SIMPLE,
  query: {
    cost: costModel,
    source: ({ placement }, context) =>
      isBare(context) ? '' : tableReference(tablesOf({ ...context, placement })),
    prepare(node, context) {
      const source = sourceOf(context);
      checkColumns(context, source);
      const column = columnsFor(context, source, false);
      const isString = (field: string): boolean => !tellsNull(column(field));
      const held = asHeld(node.conditions, source.type, SIMPLE, context);
      const stored = ofUnnamedData(ofColumns(held, context), context);
      const plain = divided(stored, DIVIDING, SIMPLE);
      const conditions = plain.map((c) => dropImpliedPresence(c, isString));
      return { ...node, conditions };
    },
    // Without a table there is no `extend`, so what is read is written where it is compared.
    early: (_, context) =>
      isBare(context)
        ? null
        : { fits: () => true, prefilter: prefilter(context, sourceOf(context)), inPlace: isBrief },
    search(node, input, context) {
      if (node.conditions.length === 0) return input;
      const bare = isBare(context);
      const { placement, rule } = context;
      const source = sourceOf(context);
      const column = columnsFor(context, source, bare);
      const isRead = (field: string): boolean => {
        const reading = placement.columns.get(field)?.reading;
        return column(field).origin === 'path' || (!!reading && isBrief(reading));
      };
      const conditions = cheapestFirst(node.conditions, isRead);
      const isOwn = (condition: Expression): boolean =>
        predicatesOf(condition).every(({ predicate }) => predicate.span === rule.logsource.span);
      const indexed = indexedTerm(
        conditions,
        isOwn,
        (field) => source.type(field) === 'string' && !placement.columns.get(field)?.reading,
      );
      const dialect = dialectFor(column, placement.keywords, indexed);
      const { doc } = writeConditions(dialect, conditions, context);
      if (!bare) return concat(input, hardline, indent('| where ', doc));
      const { report, format } = context;
      if (format !== 'predicate') report.note(codes['kql-no-table'](), rule.logsource.span);
      return doc;
    },
    extend({ columns }, input, context) {
      const { published } = sourceOf(context);
      const made = columns.map(
        ({ name, reading }) => `${nameReference(name.text)} = ${readingCode(reading, published)}`,
      );
      const list = join(concat(',', hardline), made);
      return concat(input, hardline, indent('| extend ', list));
    },
    show(fields, query, context, unread) {
      if (isBare(context)) return { query, unknown: fields };
      const { columns, unknown } = shownColumns(fields, context, unread);
      if (columns.length === 0) return { query, unknown };
      const isLong = columns.some((column) => column.includes(' = '));
      const list = join(isLong ? concat(',', hardline) : ', ', columns);
      return { query: concat(query, hardline, indent('| project ', list)), unknown };
    },
    correlation,
    showsPlaces: true,
    /** https://learn.microsoft.com/en-us/kusto/query/union-operator */
    union(_, queries, { format }) {
      if (format === 'predicate') return null;
      const parts = queries.map((q) => concat('(', indent(hardline, q), hardline, ')'));
      return concat('union', indent(hardline, join(concat(',', hardline), parts)));
    },
  },
});

/** Only what goes after `| where` is written. */
function isBare(context: QueryContext): boolean {
  return context.format === 'predicate' || tablesOf(context).length === 0;
}

/** Tables, and functions without arguments that give one: `_Im_Dns()`. */
function tableReference(tables: readonly string[]): string {
  const references = tables.map((t) =>
    t.endsWith('()') ? `${nameReference(t.slice(0, -2))}()` : nameReference(t),
  );
  return references.length === 1 ? references[0]! : `union ${references.join(', ')}`;
}

export const plugin: BackendPlugin = { apiVersion: 1, backends: [kql] };
export default plugin;
