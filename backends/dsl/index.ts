import { defineTarget, joinTexts, writeConditions } from '../../src/backend/index.js';
import {
  absentTogether,
  elasticCost,
  flavourOption,
  isOpenSearch,
  monitorOf,
  runtimeMappings,
  savedSearchOf,
  siemRuleNdjson,
  siemRuleOf,
  somethingOf,
  textOption,
  withinClauses,
} from '../../src/backend/elastic/index.js';
import type { Backend, BackendPlugin } from '../../src/backend/index.js';
import { clauseDoc, clauseFrame, countClauses } from './clauses.js';
import type { Clause } from './clauses.js';
import { codes } from './codes.js';
import { dialect } from './dialect.js';

const siemRule = siemRuleOf('dsl');

/**
 * Elasticsearch's queries in JSON.
 * https://www.elastic.co/docs/reference/query-languages/querydsl
 */
export const dsl: Backend = defineTarget<Clause>({
  name: 'dsl',
  title: 'Elasticsearch Query DSL',
  codes,
  options: [
    flavourOption,
    {
      name: 'case',
      description:
        'How queries ignore case in fields of unknown types: by case_insensitive (auto), in lower-case values (normalized), or in a .caseless subfield (caseless).',
      values: ['auto', 'normalized', 'caseless'],
    },
    textOption('for words and whole values'),
    {
      name: 'keyword_field',
      description: 'The field to search for keywords (default: the fields that the pipeline names)',
      values: null,
      default: '',
    },
  ],
  formats: [
    { name: 'query', description: 'Just the query clause (JSON)', extension: 'json', wrap: null },
    {
      name: 'search',
      description: 'A body for _search (JSON)',
      extension: 'json',
      wrap(query, about) {
        const runtime = runtimeMappings(about);
        const rest = runtime ? `, "runtime_mappings": ${JSON.stringify(runtime)} }` : ' }';
        return joinTexts(['{ "query": ', query, rest]);
      },
    },
    siemRule,
    siemRuleNdjson(siemRule),
    savedSearchOf('dsl'),
    monitorOf('dsl'),
  ],
  store: 'elastic',
  simplify: { oneOf: true, pushNegation: false },
  query: {
    insteadOfCorrelation:
      'Query DSL has no way to relate events: convert it for esql, which only Elasticsearch has.',
    cost: () => elasticCost,
    prepare: absentTogether,
    source: ({ span }) => clauseFrame.constant(true, span),
    search: ({ conditions }, _, context) => {
      const others = isOpenSearch(context.options) ? '' : 'for `esql`';
      const clause = somethingOf(context, others, (watched) =>
        writeConditions(dialect, conditions, watched),
      );
      withinClauses(countClauses(clause), context);
      return clause;
    },
    union: (_, clauses) => clauseFrame.or(clauses),
  },
  print: clauseDoc,
});

export const plugin: BackendPlugin = { apiVersion: 1, backends: [dsl] };
export default plugin;
