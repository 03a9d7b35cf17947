import {
  commented,
  defineTarget,
  elasticCost,
  siemRuleNdjson,
  siemRuleOf,
} from '../../src/backend/index.js';
import type { Backend, BackendPlugin } from '../../src/backend/index.js';
import { codes } from './codes.js';
import { anyOf, filterDoc, filterOf } from './events.js';
import type { EventFilter } from './events.js';
import { pieceFrame } from './pieces.js';

const siemRule = siemRuleOf({ type: 'eql', language: 'eql' });

/**
 * Elastic's Event Query Language.
 * https://www.elastic.co/docs/reference/query-languages/eql
 */
export const eql: Backend = defineTarget<EventFilter>({
  name: 'eql',
  title: 'Elastic EQL',
  codes,
  store: 'elastic',
  options: [
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
    siemRule,
    siemRuleNdjson(siemRule),
  ],
  simplify: { oneOf: true, pushNegation: false },
  query: {
    cost: () => elasticCost,
    source: ({ span }) => ({ category: null, condition: pieceFrame.constant(true, span) }),
    search: (node, _, context) => filterOf(node, context),
    union: (_, filters) => anyOf(filters),
    insteadOfCorrelation:
      'EQL relates events by their order only: convert it for esql, which counts and sums them.',
  },
  print: filterDoc,
});

export const plugin: BackendPlugin = { apiVersion: 1, backends: [eql] };
export default plugin;
