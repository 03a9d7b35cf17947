import { describe } from 'vitest';
import { lucene } from '../../../backends/lucene/index.js';
import { CASES } from '../fuzz/generate.js';
import { testSafety } from '../fuzz/safety.js';
import { indexed, missing, runLucene } from './lucene.js';

describe.skipIf(missing !== null)('real Lucene', () => {
  ['normalized', 'regex'].forEach((mode, half) => {
    testSafety(
      {
        name: `Lucene 8, case=${mode}`,
        backend: lucene,
        options: { case: mode },
        async run(jobs) {
          const results = await runLucene(
            jobs.map(({ fuzz, query }) => ({
              query: query.queryText!,
              events: fuzz.events.map((e) =>
                indexed(
                  e,
                  fuzz.predicates.map((p) => p.field),
                ),
              ),
            })),
            { lower: mode === 'normalized' },
          );
          return results.map((r) => (typeof r === 'string' ? r : { ...r, wrong: null }));
        },
      },
      (half * CASES) / 2,
      ((half + 1) * CASES) / 2,
    );
  });
});
