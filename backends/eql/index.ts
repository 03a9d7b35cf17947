import { commented, defineTarget, jsonLines, placeInJson } from '../../src/backend/index.js';
import {
  absentTogether,
  elasticCost,
  runtimeMappings,
  siemRuleNdjson,
  siemRuleOf,
  textOption,
} from '../../src/backend/elastic/index.js';
import type { Backend, BackendPlugin } from '../../src/backend/index.js';
import { codes } from './codes.js';
import { anyOf, filterOf } from './events.js';
import type { EventFilter } from './events.js';
import { pieceFrame } from './pieces.js';
import { correlation, queryDoc, SIMPLE } from './sequences.js';
import type { Query } from './sequences.js';

const siemRule = siemRuleOf('eql');

/**
 * Elastic's Event Query Language.
 * https://www.elastic.co/docs/reference/query-languages/eql
 */
export const eql: Backend = defineTarget<Query>({
  name: 'eql',
  title: 'Elastic EQL',
  codes,
  store: 'elastic',
  options: [
    textOption('not at all'),
    {
      name: 'keyword_field',
      description: 'The field to search for keywords (default: the fields that the pipeline names)',
      values: null,
      default: '',
    },
  ],
  formats: [
    {
      name: 'query',
      description: 'Just the query',
      extension: 'eql',
      wrap: null,
      bundle: commented((line) => `// ${line}`),
    },
    {
      name: 'search',
      description: 'A body for _eql/search (JSON)',
      extension: 'json',
      wrap: (query, about) =>
        placeInJson((text) => {
          const runtime = runtimeMappings(about);
          return { query: text, ...(runtime ? { runtime_mappings: runtime } : {}) };
        }, query),
      bundle: jsonLines,
    },
    siemRule,
    siemRuleNdjson(siemRule),
  ],
  simplify: SIMPLE,
  query: {
    cost: () => elasticCost,
    prepare: absentTogether,
    source: ({ span }) => asQuery({ category: null, condition: pieceFrame.constant(true, span) }),
    search: (node, _, context) => asQuery(filterOf(node, context)),
    union: (_, queries) => asQuery(anyOf(queries.flatMap((q) => (q.kind === 'filter' ? q : [])))),
    correlation,
  },
  print: queryDoc,
});

function asQuery(filter: EventFilter): Query {
  return { kind: 'filter', ...filter };
}

export const plugin: BackendPlugin = { apiVersion: 1, backends: [eql] };
export default plugin;
