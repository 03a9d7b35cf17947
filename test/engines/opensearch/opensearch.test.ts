import { afterAll, beforeAll, describe } from 'vitest';
import { dsl } from '../../../backends/dsl/index.js';
import { lucene } from '../../../backends/lucene/index.js';
import type { ElasticColumn } from '../../../src/backend/elastic/index.js';
import { testBare } from '../elasticsearch/bare.js';
import type { Mapping } from '../elasticsearch/indexes.js';
import { startNode, whyMissing } from '../elasticsearch/node.js';
import type { Elasticsearch, NodeKind } from '../elasticsearch/node.js';
import { mappingOf, testThroughEcs } from '../elasticsearch/through-ecs.js';

const OPENSEARCH: NodeKind = {
  name: 'OpenSearch',
  main: 'OpenSearchNode',
  folder: import.meta.dirname,
  takesBoth: false,
  running: process.env['SIGMAQL_OPENSEARCH'],
};

/** Each target, and what it calls fields that keep their case. */
const TARGETS = [
  {
    backend: lucene,
    language: 'query_string',
    kept: 'regex',
    clause: (query: string) => ({ query_string: { query } }),
  },
  {
    backend: dsl,
    language: 'Query DSL',
    kept: 'auto',
    clause: (query: string) => JSON.parse(query) as object,
  },
];

describe.skipIf(whyMissing(OPENSEARCH) !== null)('real OpenSearch', () => {
  let node: Elasticsearch;
  beforeAll(async () => {
    node = await startNode(OPENSEARCH);
  }, 120_000);
  afterAll(() => node.stop());

  describe.each(TARGETS.map((t) => [t.backend.name, t] as const))(
    '%s',
    (_, { kept, ...target }) => {
      const name = `OpenSearch 2.19, ${target.language}`;
      const options = { flavour: 'opensearch' };
      describe('fields that keep their case', () => {
        testBare(() => node, {
          ...target,
          name,
          options: { ...options, case: kept },
          text: { type: 'keyword' },
          part: [0, 40],
        });
      });
      describe('through ecs', () => {
        testThroughEcs(() => node, { ...target, name, options }, 40, mappedHere);
      });
    },
  );
});

/** The types that OpenSearch has under another name, or that the other node lacks. */
function mappedHere(column: ElasticColumn): Mapping {
  const { type } = column;
  if (type === 'flattened') return { type: 'flat_object' };
  return type === 'wildcard' && !column.caseless ? { type } : mappingOf(column);
}
