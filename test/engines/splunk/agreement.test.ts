import { describe } from 'vitest';
import { splunk } from '../../../backends/splunk/index.js';
import { testAgreement } from '../agreement.js';
import { splRun } from './run.js';

describe.each(['auto', 'where'])('search=%s', (search) => {
  testAgreement({
    name: `SPL, search=${search}`,
    backend: splunk,
    options: { search },
    // What `where` says is said of every second rule: the forms are few, and `auto` has them as well.
    ...(search === 'where' ? { part: [0, 2] as const } : {}),
    run: (jobs, common) =>
      Promise.resolve(
        jobs.map(({ case: { expression }, query, events }) => {
          const keeps = splRun(query.queryText!, expression);
          return [...common, ...events.map((e) => e.event)].map(keeps);
        }),
      ),
  });
});
