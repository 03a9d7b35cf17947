import { kql } from '../../../backends/kql/index.js';
import { testAgreement } from '../agreement.js';
import { asQuery, readWhere } from './parser.js';
import { kqlRun } from './run.js';

testAgreement({
  name: 'KQL',
  backend: kql,
  // Only Rust's word boundaries differ; regex/regex.test.ts runs those.
  shownElsewhere: ({ diagnostics }) =>
    diagnostics.every((d) => !d.direction || d.code.startsWith('regex-')),
  run: (jobs, common) =>
    Promise.resolve(
      jobs.map(({ case: { expression }, query, events }) => {
        const keeps = kqlRun(readWhere(asQuery(query.queryText!)).predicate, expression);
        return [...common, ...events.map((e) => e.event)].map(keeps);
      }),
    ),
});
