import { describe, expect, test } from 'vitest';
import { eql } from '../../../backends/eql/index.js';
import { convert } from '../../../src/convert/index.js';
import { readLibrary } from '../../support/read-library.js';
import { testCorrelations } from '../correlations/agreement.js';
import { setups } from '../correlations/setups.js';
import type { Setup } from '../correlations/setups.js';
import { streamAt, streamsOf } from '../correlations/streams.js';
import type { StreamEvent } from '../correlations/streams.js';
import type { EqlDocument } from './evaluate.js';
import { missing, runPython } from './python.js';
import { readSequence } from './reader.js';
import { sequencesIn } from './sequences.js';
import type { TimedEvent } from './sequences.js';

/** What a count is at least, and rules in their order; of chains, those that are one sequence. */
function isExpressed({ name, groupBy }: Setup): boolean {
  if (/^event_count, then event_count /.test(name)) return true;
  // The third of others counts matches.
  if (name.startsWith('third of '))
    return /c inner of (?:event_count|temporal_ordered) /.test(name);
  if (/ of /.test(name)) {
    return /^temporal_ordered (?:inner c|c inner) of (?:event_count|temporal_ordered) /.test(name);
  }
  // An alias may give one event two names.
  if (/^event_count \{ g\w+: \d+ \} /.test(name)) return !groupBy.includes('who');
  return name.startsWith('temporal_ordered ') || /^old count\(\) > /.test(name);
}

/** Single values; Elastic's pages do not say what a list of them is grouped by. */
const isSingle = (event: StreamEvent): boolean =>
  [event.User, event.Account].every((value) => !Array.isArray(value));

function timed(event: StreamEvent): TimedEvent {
  const texts = (value: unknown): readonly string[] =>
    [value].flat().flatMap((v) => (v === null || v === undefined ? [] : [String(v)]));
  const values: EqlDocument['values'] = (field) => texts(event[field as keyof StreamEvent]);
  return { time: event.time, document: { values, type: () => 'string' } };
}

const inOrder = (events: readonly StreamEvent[]): readonly StreamEvent[] =>
  events.toSorted((a, b) => a.time - b.time);

testCorrelations({
  name: "EQL, by Elastic's pages",
  backend: eql,
  options: () => ({}),
  expresses: isExpressed,
  holds: isSingle,
  run(query, events) {
    const found = sequencesIn(readSequence(query), inOrder(events).map(timed));
    const last = found.map(({ events: of, keys }) => ({ time: of.at(-1)!.time, group: keys }));
    return [...new Map(last.map((f) => [JSON.stringify(f), f])).values()];
  },
});

describe.skipIf(missing !== null)("PyPI's eql", () => {
  test('finds the sequences of the state machine', { timeout: 120_000 }, async () => {
    const jobs = setups().flatMap((setup, i) => {
      if (!isExpressed(setup)) return [];
      const library = readLibrary(setup.text, { path: 'streams.yml' });
      const query = convert(library, { backend: eql }).at(-1)!.queryText!;
      const streams = new Map<number, StreamEvent[]>();
      for (const event of inOrder(streamsOf(60, 'plain', i + 1)).filter(isSingle)) {
        const stream = streams.get(streamAt(event.time)) ?? [];
        streams.set(streamAt(event.time), stream);
        // It takes events of one time in any order, and groups without regard to case, null as well.
        const isOdd = [event.User, event.Account, event.W].some(
          (v) => v === 'X' || (v ?? null) === null,
        );
        if (stream.at(-1)?.time !== event.time && !isOdd) stream.push(event);
      }
      return [{ query, streams: [...streams.values()] }];
    });
    const found = await runPython(
      jobs.map(({ query, streams }) => ({
        query: withoutRuns(query),
        events: streams.map((s) =>
          s.map(({ time, ...fields }) => [time, 'any', asTexts(fields)] as const),
        ),
      })),
    );
    jobs.forEach(({ query, streams }, i) => {
      const machine = readSequence(query);
      const answer = found[i]!;
      if ('error' in answer) throw new Error(`${answer.error}\n${query}`);
      streams.forEach((stream, s) => {
        const events = stream.map(timed);
        const own = sequencesIn(machine, events).map((f) => f.events.map((e) => events.indexOf(e)));
        expect({ query, stream, found: answer[s]!.toSorted() }).toEqual({
          query,
          stream,
          found: own.toSorted(),
        });
      });
    });
  });
});

function asTexts(fields: object): object {
  const held = Object.entries(fields).filter(([, value]) => value !== null);
  return Object.fromEntries(held.map(([name, value]) => [name, String(value)]));
}

/** It does not know `with runs`, which is the same as so many of its steps. */
function withoutRuns(query: string): string {
  return query.replace(/(\[[^\]]*\]) with runs=(\d+)/g, (_, step: string, runs: string) =>
    `${step}\n  `.repeat(Number(runs)),
  );
}
