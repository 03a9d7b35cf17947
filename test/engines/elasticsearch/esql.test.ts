import { afterAll, beforeAll, describe } from 'vitest';
import { esql } from '../../../backends/esql/index.js';
import { testCorrelations } from '../correlations/agreement.js';
import { isSet } from '../correlations/streams.js';
import { testBare } from './bare.js';
import { findStreams } from './find-streams.js';
import { missing, startElasticsearch } from './node.js';
import type { Elasticsearch } from './node.js';
import { testThroughEcs } from './through-ecs.js';

describe.skipIf(missing !== null)('ES|QL in real Elasticsearch', () => {
  let node: Elasticsearch;
  beforeAll(async () => {
    node = await startElasticsearch();
  }, 120_000);
  afterAll(() => node.stop());

  const target = { backend: esql, clause: (query: string) => query };
  const name = 'Elasticsearch 8.19, ES|QL';
  const text = { type: 'keyword' };

  describe('values=several', () => {
    testBare(() => node, { ...target, name, text, part: [0, 60] });
  });
  describe('values=single', () => {
    testBare(() => node, {
      ...target,
      name: `${name}, values=single`,
      options: { values: 'single' },
      single: true,
      text,
      part: [1, 80],
    });
  });
  describe('correlations', () => {
    testCorrelations({
      name,
      backend: esql,
      options: () => ({}),
      // Of equal values of a keyword, an event has one.
      holds: ({ V, T }) => isSet(V) && isSet(T),
      refuses: ['esql-correlation-chain', 'esql-correlation-union'],
      sample: { every: 9, streams: 1_000 },
      run: (query, events, { groupBy, profile }) =>
        findStreams(node, query, events, groupBy, profile === 'typed' ? 'long' : 'keyword'),
    });
  });
  describe('through ecs', () => {
    testThroughEcs(() => node, { ...target, name }, 60);
  });
});
