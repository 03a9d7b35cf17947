import { describe, expect, test } from 'vitest';
import { eql } from '../../../backends/eql/index.js';
import { convert } from '../../../src/convert/index.js';
import { textOf } from '../../../src/match/event-value.js';
import type { MatchEvent } from '../../../src/match/event.js';
import { fuzzBatches } from '../fuzz/generate.js';
import { casesIn, hasEvents, recordedEvents, ruleFolders } from '../rules.js';
import { Tally } from '../tally.js';
import { missing, runPython } from './python.js';
import type { PythonEvent } from './python.js';
import { readEvent } from './reader.js';
import type { EqlEvent, EqlTest } from './reader.js';
import { testsIn, typesIn } from './types.js';

/**
 * Elastic's first engine of EQL differs from Elasticsearch in what is case-sensitive there, in regular
 * expressions, in `?`, which it does not know, and in `*` behind `==`, which is a wildcard.
 * https://www.elastic.co/docs/reference/query-languages/eql/eql-syntax#eql-unsupported-syntax
 */
function isTheSame({ operator, values, field }: EqlTest): boolean {
  if (field.includes('`')) return false;
  switch (operator) {
    case ':':
      return values.every(({ text }) => !text.includes('?'));
    case '==':
    case 'in':
      return values.every(({ type, text }) => type !== 'string' || !/[\p{L}*?]/u.test(text));
    case 'in~':
      return values.every(({ text }) => !/[*?]/.test(text));
    default:
      return !/^(?:like|regex)/.test(operator);
  }
}

describe.skipIf(missing !== null || !hasEvents)("PyPI's eql", () => {
  test('holds whatever a rule holds', { timeout: 300_000 }, async () => {
    const wrong: string[] = [];
    for (const batch of fuzzBatches(1_500, 0, 1_500)) {
      const jobs = batch.flatMap((fuzz) => {
        const text = convert(fuzz.case.library, { backend: eql })[0]!.queryText;
        if (text === null || UNREAD.test(text)) return [];
        const read = readEvent(text);
        return testsIn(read.condition).every(isTheSame) ? [{ fuzz, read, text }] : [];
      });
      expect(jobs.length).toBeGreaterThan(100);
      const asked = jobs.map(({ fuzz, read, text }) => ({
        query: text,
        events: [fuzz.events.map((e) => given(e, read))],
      }));
      (await runPython(asked)).forEach((answer, i) => {
        const { fuzz, text } = jobs[i]!;
        if ('error' in answer) return void wrong.push(`${answer.error}\n${text}`);
        const kept = new Set(answer[0]!.flat());
        const matched = fuzz.events.map((e) => fuzz.case.matches(e));
        if (matched.some((is, e) => is !== kept.has(e))) wrong.push(text);
      });
    }
    expect(wrong).toEqual([]);
  });

  test('agrees with the matcher', { timeout: 300_000 }, async () => {
    const events = recordedEvents().map(({ rule, event }) => ({
      event,
      name: `an event of ${rule}`,
    }));
    const tally = new Tally("EQL, PyPI's engine", 'recorded attacks');
    for (const folder of ruleFolders) {
      const jobs = casesIn(folder).flatMap((c, i) => {
        if (i % EVERY > 0) return [];
        const query = convert(c.library, { backend: eql })[c.index]!;
        if (query.queryText === null) return [];
        const read = readEvent(query.queryText);
        return testsIn(read.condition).every(isTheSame) ? [{ c, query, read }] : [];
      });
      const found = await runPython(
        jobs.map(({ query, read }) => ({
          query: query.queryText!,
          events: [events.map(({ event }) => given(event, read))],
        })),
      );
      jobs.forEach(({ c, query }, i) => {
        const answer = found[i]!;
        if ('error' in answer) throw new Error(`${answer.error}\n${query.queryText}`);
        const kept = new Set(answer[0]!.flat());
        tally.add(
          c,
          query,
          events,
          events.map((_, e) => kept.has(e)),
        );
      });
    }
    tally.print();
    expect(tally.wrong.slice(0, 10), `${tally.wrong.length} disagreements`).toEqual([]);
  });
});

/** It takes several escapes of code points for one, and what is `İ` in lower case for two characters. */
const UNREAD = /\\u\{|İ/;

/** One of every so many rules is run. */
const EVERY = 8;

/** An event, of the fields that a query asks for. */
function given(event: MatchEvent, query: EqlEvent): PythonEvent {
  const type = typesIn(query);
  const fields: Record<string, unknown> = {};
  for (const { field } of testsIn(query.condition)) {
    const [value] = (event.field(field) ?? []).flatMap((v) => textOf(v) ?? []);
    if (value === undefined) continue;
    const steps = /^[a-z_@]\w*(?:\.[a-z_@]\w*)*$/i.test(field) ? field.split('.') : [field];
    const last = steps.pop()!;
    let object = fields;
    for (const step of steps) object = (object[step] ??= {}) as Record<string, unknown>;
    object[last] = type(field) === 'number' && /^-?\d{1,15}$/.test(value) ? Number(value) : value;
  }
  return [0, 'any', fields];
}
