import { eql } from '../../../backends/eql/index.js';
import { shippedPipelines } from '../../../src/pipeline/shipped.js';
import { columnsFor, inElasticsearch, typesOf } from '../lucene/stored.js';
import type { Document } from '../lucene/lucene.js';
import { testThroughPipeline } from '../pipelines/agreement.js';
import { isFound } from './evaluate.js';
import type { EqlDocument } from './evaluate.js';
import { readEvent } from './reader.js';

testThroughPipeline({
  name: "EQL, by Elastic's pages",
  backend: eql,
  pipeline: 'ecs',
  samples: 8,
  every: 12,
  async run(jobs) {
    const pipelines = await shippedPipelines(eql, ['ecs']);
    return jobs.map(({ query, source, events }) => {
      const read = readEvent(query.queryText!);
      const columns = columnsFor(query, pipelines);
      const types = typesOf(columns);
      return events.map((event) => {
        const stored = inElasticsearch(event, columns, source.source.keywords);
        if (!stored) return null;
        const [mapped, unmapped] = [false, true].map((u) =>
          isFound(read, documentOf(stored, types), u),
        );
        if (mapped !== unmapped) throw new Error(`a mapping changes it: ${query.queryText}`);
        return mapped!;
      });
    });
  },
});

const TYPES: Readonly<Record<string, ReturnType<EqlDocument['type']>>> = {
  keyword: 'string',
  boolean: 'boolean',
  ip: 'ip',
  long: 'number',
  double: 'number',
};

function documentOf(stored: Document, types: ReadonlyMap<string, string>): EqlDocument {
  const values = new Map<string, string[]>();
  for (const [name, text] of stored) values.set(name, [...(values.get(name) ?? []), text]);
  return {
    values: (field) => values.get(field) ?? [],
    type: (field) => TYPES[types.get(field) ?? 'keyword'] ?? 'text',
  };
}
