import {
  besideMissing,
  concat,
  defineTarget,
  divided,
  expresses,
  hardline,
  join,
  readingOf,
  sourceOf,
  writeReading,
  text,
} from '../../src/backend/index.js';
import type {
  Backend,
  BackendPlugin,
  Doc,
  Name,
  QueryContext,
  ReadColumn,
  StringPredicate,
} from '../../src/backend/index.js';
import { codes } from './codes.js';
import { costModel } from './cost.js';
import { formats } from './formats.js';
import { isSingleValued, tableField } from './literals.js';
import { correlation, isRows } from './correlation.js';
import type { Query } from './correlation.js';
import { checkIndexes } from './indexes.js';
import { lateCommands } from './late.js';
import { asStored } from './missing.js';
import { prefilter } from './prefilter.js';
import { readings } from './readings.js';
import { followedBy, printRows } from './rows.js';
import { filterMacro, hasSourceMacros, isOfSource, macrosOf, macrosOption } from './macros.js';
import { firstSearch, search } from './search.js';
import { tstats, unshownIn } from './tstats.js';

const SIMPLE = { oneOf: true, pushNegation: false };

/** Splunk's Search Processing Language. */
export const splunk: Backend = defineTarget<Query>({
  name: 'splunk',
  title: 'Splunk SPL',
  codes,
  options: [
    {
      name: 'search',
      description:
        'Use `search` where it is exact, and `where` for the rest (auto), or only `where` (where)',
      values: ['auto', 'where'],
    },
    {
      name: 'index',
      description: 'Indexes to search, separated by commas; wildcards are allowed',
      values: null,
      default: '',
      check: checkIndexes,
    },
    macrosOption,
  ],
  formats,
  store: 'splunk',
  countsOnce: 1,
  ignoresCase: true,
  simplify: SIMPLE,
  print: (written) => (isRows(written) ? printRows(written) : written),
  query: {
    correlation,
    cost: costModel,
    cheapestFirst: true,
    prepare(node, context) {
      const stored = besideMissing(asStored(node.conditions, context), () => []);
      const isSingle = ({ field }: StringPredicate): boolean =>
        isSingleValued(field, context.placement);
      const dividing = { mayDivide: isSingle, isBetter: expresses(search, context) };
      const conditions = divided(stored, dividing, SIMPLE);
      return conditions === node.conditions ? node : { ...node, conditions };
    },
    early({ placement }, context) {
      if (placement.model) return null;
      if (context.options['search'] === 'where') {
        const hasMacro = hasSourceMacros(context.options);
        return { fits: (node) => node.kind === 'constant' || (hasMacro && isOfSource(node)) };
      }
      return { fits: expresses(search, context), weaken: prefilter(context) };
    },
    // A command such as `where` needs a search before it.
    source: () => '*',
    search(node, input, context) {
      const { model } = context.placement;
      if (model) {
        const { shown = [] } = sourceOf(node);
        return tstats(model, { conditions: node.conditions, shown }, context);
      }
      if (node.input.kind !== 'source') {
        return concat(input as Doc, hardline, lateCommands(node.conditions, context));
      }
      return firstSearch(node.conditions, context)?.doc ?? input;
    },
    last(query, { request, rule, format, report }) {
      const macros = format === 'query' ? macrosOf(request) : [];
      if (macros.length > 0) {
        const stanzas = macros.map((m) => `[${m.name}] definition = ${m.definition}`).join('; ');
        report.note(codes['splunk-macros']({ stanzas }), rule.span);
      }
      const filter = filterMacro(request);
      if (!filter) return query;
      const named = text(`\`${filter.name}\``, rule.span);
      return isRows(query) ? followedBy(query, named) : concat(query, hardline, '| ', named);
    },
    /** https://help.splunk.com/en/splunk-enterprise/search/spl-search-reference/9.4/search-commands/table */
    show(fields, query, context, unread) {
      // What a data model counts has the fields that it is counted by.
      const { model } = context.placement;
      if (model) return { query, unknown: unshownIn(model, fields) };
      const readable = unread.filter((column) => readingOf(readings, column) !== null);
      const isRead = ({ text: name }: Name): boolean =>
        unread.every((c) => c.name.text !== name) || readable.some((c) => c.name.text === name);
      const shown = (field: Name): string | null => (isRead(field) ? tableField(field.text) : null);
      const names = new Set(fields.flatMap((field) => shown(field) ?? []));
      const unknown = fields.filter((field) => shown(field) === null);
      if (names.size === 0) return { query, unknown };
      const all = extended(readable, query as Doc, context);
      return { query: concat(all, hardline, '| table ', join(' ', [...names])), unknown };
    },
    extend: ({ columns }, input, context) => extended(columns, input as Doc, context),
  },
});

/** The search with columns that are read out of others. */
function extended(columns: readonly ReadColumn[], input: Doc, context: QueryContext): Doc {
  const commands = columns.map((column) =>
    text(`| ${writeReading(readings, column, context)}`, column.name.span),
  );
  return join(hardline, [input, ...commands]);
}

export const plugin: BackendPlugin = { apiVersion: 1, backends: [splunk] };
export default plugin;
