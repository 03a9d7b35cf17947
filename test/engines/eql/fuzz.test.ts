import { eql } from '../../../backends/eql/index.js';
import { textOf } from '../../../src/match/event-value.js';
import type { FuzzPredicate } from '../fuzz/generate.js';
import { testSafety } from '../fuzz/safety.js';
import { isFound } from './evaluate.js';
import { readEvent } from './reader.js';
import type { EqlTest } from './reader.js';
import { testsIn, typesIn } from './types.js';

testSafety(
  {
    name: 'EQL',
    backend: eql,
    run: (jobs) =>
      Promise.resolve(
        jobs.map(({ fuzz, query }) => {
          try {
            const read = readEvent(query.queryText!);
            const type = typesIn(read);
            const tests = testsIn(read.condition);
            return {
              kept: fuzz.events.map((event) => {
                const values = (field: string): readonly string[] =>
                  (event.field(field) ?? []).flatMap((v) => textOf(v) ?? []);
                return isFound(read, { type, values }, true);
              }),
              predicates: tests.reduce((sum, t) => sum + countOf(t), 0),
              wrong: wrongIn(tests, fuzz.predicates),
            };
          } catch (error) {
            return String(error);
          }
        }),
      ),
  },
  0,
  6_000,
);

/** What guards a comparison from null is no predicate of the rule. */
function countOf({ operator, values }: EqlTest): number {
  return operator === '!=' ? 0 : values.length;
}

/** Each comparison is of one of the rule's fields with that field's own value, or a regex of it. */
function wrongIn(tests: readonly EqlTest[], predicates: readonly FuzzPredicate[]): string | null {
  for (const { field, operator, values } of tests) {
    const predicate = predicates.find((p) => p.field === field);
    if (!predicate) return `no field of the rule: ${field}`;
    if (operator === '!=' || operator.startsWith('regex')) continue;
    const { match, value } = predicate;
    const start = match === 'equals' || match === 'startswith' ? '' : '*';
    const end = match === 'equals' || match === 'endswith' ? '' : '*';
    const wrong = values.find(({ text }) => text !== `${start}${value}${end}`);
    if (wrong) return `not the value of the rule: ${wrong.text}`;
  }
  return null;
}
