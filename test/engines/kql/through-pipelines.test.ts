import { kql } from '../../../backends/kql/index.js';
import { testThroughPipeline } from '../pipelines/agreement.js';
import { keepsRow } from './evaluate.js';
import { readQuery } from './parser.js';
import { rowOf } from './stored.js';

testThroughPipeline({
  name: 'KQL',
  backend: kql,
  pipeline: 'microsoft',
  samples: 30,
  run: (jobs) =>
    Promise.resolve(
      jobs.map(({ query, source, columns, events, keywords }) => {
        const branches = readQuery(query.queryText!);
        const types = Object.fromEntries(columns ?? []);
        return events.map((event) => {
          const row = rowOf(event, columns, keywords);
          return row && keepsRow(branches, source.source.tables[0]!, row, types);
        });
      }),
    ),
});
