import { afterAll, beforeAll, describe } from 'vitest';
import { lucene } from '../../../backends/lucene/index.js';
import { testBare } from './bare.js';
import { missing, startElasticsearch } from './node.js';
import type { Elasticsearch } from './node.js';
import { testThroughEcs } from './through-ecs.js';

/** How fields of texts are mapped for each value of the option. */
const TEXT_FIELDS = {
  normalized: { type: 'keyword', normalizer: 'lowercase' },
  caseless: {
    type: 'keyword',
    fields: { caseless: { type: 'keyword', normalizer: 'lowercase' } },
  },
  regex: { type: 'keyword' },
} as const;

describe.skipIf(missing !== null)('real Elasticsearch', () => {
  let node: Elasticsearch;
  beforeAll(async () => {
    node = await startElasticsearch();
  }, 120_000);
  afterAll(() => node.stop());

  const asQueryString = (query: string): object => ({ query_string: { query } });
  describe.each(Object.entries(TEXT_FIELDS).map(([mode, text], i) => [mode, text, i] as const))(
    'lucene, case=%s',
    (mode, text, i) => {
      testBare(() => node, {
        name: `Elasticsearch 8.19, query_string, case=${mode}`,
        backend: lucene,
        options: { case: mode },
        clause: asQueryString,
        text,
        part: [i, 3],
      });
    },
  );
  describe('lucene through ecs', () => {
    testThroughEcs(() => node, {
      name: 'Elasticsearch 8.19, query_string',
      backend: lucene,
      clause: asQueryString,
    });
  });
});
