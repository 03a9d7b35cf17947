import { eql } from '../../../backends/eql/index.js';
import type { MatchEvent } from '../../../src/match/event.js';
import { textOf } from '../../../src/match/event-value.js';
import { testAgreement } from '../agreement.js';
import { isFound } from './evaluate.js';
import type { EqlDocument } from './evaluate.js';
import { readEvent } from './reader.js';
import type { EqlEvent } from './reader.js';
import { testsIn, typesIn } from './types.js';

testAgreement({
  name: "EQL, by Elastic's pages",
  backend: eql,
  part: [0, 15],
  run: (jobs, common) =>
    Promise.resolve(
      jobs.map(({ query, events }) => {
        const read = readEvent(query.queryText!);
        const keeps = keeping(read);
        return [...common, ...events.map((e) => e.event)].map(keeps);
      }),
    ),
});

/** Null where no field of the type that the query needs holds a value. */
function keeping(query: EqlEvent): (event: MatchEvent) => boolean | null {
  const type = typesIn(query);
  const fields = [...new Set(testsIn(query.condition).map((t) => t.field))];
  return (event) => {
    const values: EqlDocument['values'] = (field) =>
      (event.field(field) ?? []).flatMap((v) => textOf(v) ?? []);
    if (!fields.every((f) => values(f).every((v) => HELD[type(f)].test(v)))) return null;
    const [mapped, unmapped] = [false, true].map((u) => isFound(query, { type, values }, u));
    if (mapped !== unmapped) throw new Error(`a mapping changes it: ${JSON.stringify(query)}`);
    return mapped!;
  };
}

/** What a field of a type takes, so far as near misses go. */
const HELD = {
  string: /^/,
  text: /^/,
  boolean: /^(?:true|false)$/,
  number: /^-?\d+(?:\.\d+)?$/,
  ip: /^[\d.]+$|^[\da-f.:]*:[\da-f.:]*$/i,
} as const;
