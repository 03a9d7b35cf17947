import { describe } from 'vitest';
import { splunk } from '../../../backends/splunk/index.js';
import { testAgreement } from '../agreement.js';
import { splRun } from './run.js';

describe.each(['auto', 'where'])('search=%s', (search) => {
  testAgreement({
    name: `SPL, search=${search}`,
    backend: splunk,
    options: { search },
    run: (jobs, common) =>
      Promise.resolve(
        jobs.map(({ case: { expression }, query, events }) => {
          const keeps = splRun(query.queryText!, expression);
          return [...common, ...events.map((e) => e.event)].map(keeps);
        }),
      ),
  });
});
