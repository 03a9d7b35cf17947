import { describe } from 'vitest';
import { lucene } from '../../../backends/lucene/index.js';
import { shippedPipelines } from '../../../src/pipeline/shipped.js';
import { testThroughPipeline } from '../pipelines/agreement.js';
import { missing, runLucene } from './lucene.js';
import { columnsFor, inElasticsearch, typesOf } from './stored.js';

describe.skipIf(missing !== null)('real Lucene', () => {
  testThroughPipeline({
    name: 'Lucene 8',
    backend: lucene,
    pipeline: 'ecs',
    // Reading a query takes longer than running it, so each that is read is run.
    part: [1, 2],
    samples: 8,
    async run(jobs) {
      const pipelines = await shippedPipelines(lucene, ['ecs']);
      const known = jobs.map(({ query }) => columnsFor(query, pipelines));
      const documents = jobs.map(({ events, source }, i) =>
        events.map((e) => inElasticsearch(e, known[i]!, source.source.keywords)),
      );
      const results = await runLucene(
        jobs.map(({ query }, i) => ({
          query: query.queryText!,
          events: documents[i]!.flatMap((d) => (d ? [d] : [])),
          types: typesOf(known[i]!),
        })),
        { lower: true },
      );
      return results.map((result, i) => {
        if (typeof result === 'string') throw new Error(`${result}\n${jobs[i]!.query.queryText}`);
        const kept = [...result.kept];
        return documents[i]!.map((d) => d && kept.shift()!);
      });
    },
  });
});
