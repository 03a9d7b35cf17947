import { describe } from 'vitest';
import { lucene } from '../../../backends/lucene/index.js';
import type { MatchEvent } from '../../../src/match/event.js';
import type { Expression } from '../../../src/predicate/predicate.js';
import { testAgreement } from '../agreement.js';
import { predicatesOf } from '../predicates.js';
import { indexed, missing, runLucene } from './lucene.js';

describe.skipIf(missing !== null).each(['normalized', 'caseless', 'regex'] as const)(
  'case=%s',
  (mode) => {
    testAgreement({
      name: `Lucene 8, case=${mode}`,
      backend: lucene,
      options: { case: mode },
      // Lucene needs half a minute for the one rule of thousands of hashes; once is enough.
      ...(mode === 'normalized' ? {} : { longest: 100_000 }),
      // Elasticsearch runs others; `caseless` only names another field than `normalized`.
      part: { normalized: [0, 3] as const, regex: [1, 3] as const, caseless: [2, 9] as const }[
        mode
      ],
      async run(jobs, common) {
        const everywhere = new Set(jobs.flatMap((j) => [...fieldsOf(j.case.expression)]));
        const requests = jobs.map(({ case: { expression }, query, events }) => {
          const fields = fieldsOf(expression);
          return { query: query.queryText!, events: events.map((e) => indexed(e.event, fields)) };
        });
        const results = await runLucene(requests, {
          lower: mode === 'normalized',
          common: common.map((e) => indexed(e, everywhere, true)),
        });
        return results.map((result, i) => {
          if (typeof result !== 'string') {
            const booleans = predicatesOf(jobs[i]!.case.expression).flatMap((p) =>
              p.kind === 'boolean' ? [p.field.text] : [],
            );
            const events = [...common, ...jobs[i]!.events.map((e) => e.event)];
            return result.kept.map((kept, e) => (holds(events[e]!, booleans) ? kept : null));
          }
          throw new Error(`${jobs[i]!.case.path}: ${result}\n${jobs[i]!.query.queryText}`);
        });
      },
    });
  },
);

/** A boolean field takes no text but `true` and `false`. */
function holds(event: MatchEvent, booleans: readonly string[]): boolean {
  return booleans.every((field) =>
    (event.field(field) ?? []).every(
      (v) => typeof v !== 'string' || v === v.toLowerCase() || !/^(?:true|false)$/i.test(v),
    ),
  );
}

/** Fields, and for keywords those that the near misses put texts in. */
function fieldsOf(expression: Expression): ReadonlySet<string> {
  const names = predicatesOf(expression).flatMap((p) => {
    if (p.kind === 'keyword') return Array.from({ length: 40 }, (_, i) => `text ${i}`);
    return p.kind === 'field-ref' ? [p.field.text, p.other.text] : [p.field.text];
  });
  return new Set(names);
}
