import {
  commented,
  concat,
  defineTarget,
  hardline,
  join,
  partsOf,
  sourcesOf,
  text,
  writeConditions,
} from '../../src/backend/index.js';
import {
  absentTogether,
  elasticCost,
  indicesRead,
  savedSearchOf,
  siemRuleNdjson,
  siemRuleOf,
  somethingOf,
} from '../../src/backend/elastic/index.js';
import type {
  AboutQuery,
  Backend,
  BackendPlugin,
  Doc,
  Placement,
  QueryContext,
  Shown,
  Source,
  ShownField,
} from '../../src/backend/index.js';
import { codes } from './codes.js';
import { correlation } from './correlation.js';
import { esqlDialect } from './dialect.js';
import { columnName, quote } from './literals.js';
import { docOf, isSearched } from './rows.js';
import type { Query } from './rows.js';

const siemRule = siemRuleOf('esql');

/**
 * Elastic's piped query language.
 * https://www.elastic.co/docs/reference/query-languages/esql
 */
export const esql: Backend = defineTarget<Query>({
  name: 'esql',
  title: 'Elastic ES|QL',
  codes,
  store: 'elastic',
  options: [
    {
      name: 'index',
      description:
        'Index patterns to read, separated by commas (default: those of the chosen source, or logs-*)',
      values: null,
      default: '',
      check: (value) =>
        value.split(',').every((pattern) => PLAIN_PATTERN.test(pattern))
          ? null
          : 'it must be index patterns of lower-case letters, digits, dashes, dots and asterisks, separated by commas.',
    },
    {
      name: 'values',
      description:
        'Whether fields of which nothing is known may hold several values (several), or only one, so that their columns can be compared (single)',
      values: ['several', 'single'],
    },
    {
      name: 'version',
      description:
        'The Elasticsearch version that queries are for, or an earlier one; from 9.5 on, fields that no index has are null',
      values: ['8.19', '9.5'],
    },
  ],
  formats: [
    {
      name: 'query',
      description: 'Just the query',
      extension: 'esql',
      wrap: null,
      showsFields: true,
      bundle: commented((line) => `// ${line}`),
    },
    siemRule,
    siemRuleNdjson(siemRule),
    savedSearchOf('esql', shownColumns),
  ],
  ignoresCase: true,
  simplify: { oneOf: true, pushNegation: false },
  query: {
    cost: () => elasticCost,
    prepare: absentTogether,
    source,
    search: ({ conditions }, source, context) => {
      const condition = somethingOf(context, 'for `lucene`', (watched) => {
        const written = writeConditions(esqlDialect, conditions, watched);
        const { constant } = written;
        const kind = constant ? ({ kind: 'constant', ...constant } as const) : { kind: 'other' };
        return { ...written, ...kind };
      });
      return { kind: 'searched', from: docOf(source), condition };
    },
    // The indices of all places are read together.
    union(_, queries) {
      const found = queries.filter(isSearched);
      if (found.length < queries.length) return null;
      return { ...found[0]!, condition: esqlDialect.frame.or(found.map((s) => s.condition)) };
    },
    show,
    correlation,
  },
  print: docOf,
});

/**
 * With what a detection rule needs to tell alerts apart; rows of a correlation are no events.
 * https://www.elastic.co/docs/solutions/security/detect-and-alert/create-detection-rule
 * https://www.elastic.co/docs/reference/query-languages/esql/esql-unmapped-fields
 */
function source(_: Source, { options, request }: QueryContext): Doc {
  const read = options['index'] || indicesRead(request.plan).map(indexPattern).join(', ');
  const metadata = request.plan.kind === 'having' ? '' : ` METADATA ${METADATA.join(', ')}`;
  const from = `FROM ${read}${metadata}`;
  if (options['version'] === '8.19') return from;
  return concat('SET unmapped_fields="nullify";', hardline, from);
}

/** Quoted where a pipeline names an index by what else it may be called, such as date math. */
function indexPattern(pattern: string): string {
  return PLAIN_PATTERN.test(pattern) ? pattern : quote(pattern);
}

const PLAIN_PATTERN = /^[a-z0-9*_.:-]+$/;

const METADATA = ['_id', '_index', '_version'];

/**
 * The columns that show a field; of one that a query puts together, its parts. Before 9.5, only columns
 * that an index has for certain: the query fails with any other.
 */
function columnsOf(
  { text: name, assumed }: ShownField,
  { columns }: Placement,
  options: QueryContext['options'],
): readonly string[] {
  const { reading } = columns.get(name) ?? {};
  return (reading ? (partsOf(reading) ?? []) : [name]).filter((part) => {
    const { type = null } = columns.get(part) ?? {};
    const isKnown = type !== null && !assumed;
    const isThere = type !== 'flattened' && (isKnown || options['version'] !== '8.19');
    return isThere && columnName(part) !== null;
  });
}

/** What the rows of a query have of the fields that its rule lists. */
function shownColumns({ rule, plan, options }: AboutQuery): readonly string[] {
  if (plan.kind === 'having') {
    const group = 'group' in plan.input ? plan.input.group : [];
    return rule.fields.map((f) => f.text).filter((name) => group.some((g) => g.text === name));
  }
  const shown = sourcesOf(plan).flatMap(({ shown: fields = [], placement }) =>
    fields.flatMap((f) => columnsOf(f, placement, options)),
  );
  return [...new Set(shown)];
}

function show(
  fields: readonly ShownField[],
  query: Query,
  { placement, request, options }: QueryContext,
): Shown<Query> {
  const kept = new Map<string, Doc>();
  const unknown = fields.filter((field) => {
    const names = columnsOf(field, placement, options);
    for (const name of names) kept.set(name, text(columnName(name)!, field.span));
    return names.length === 0;
  });
  // A correlation has columns of its own, and an event has all of its.
  if (request.plan.kind === 'having' || kept.size === 0) return { query, unknown: [] };
  const columns = [...METADATA, '@timestamp', ...kept.values()];
  return { query: concat(docOf(query), hardline, '| KEEP ', join(', ', columns)), unknown };
}

export const plugin: BackendPlugin = { apiVersion: 1, backends: [esql] };
export default plugin;
