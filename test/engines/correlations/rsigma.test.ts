// A peer as a witness: rsigma finds what `match` finds wherever the specification leaves no choice.
import { describe, expect, test } from 'vitest';
import { matchStream } from '../../../src/match/stream.js';
import { readLibrary } from '../../support/read-library.js';
import { Disorder } from '../kql/correlation/table.js';
import { printRow } from '../tally.js';
import { documentsOf, missing, runRsigma } from './rsigma.js';
import type { PeerEvent } from './rsigma.js';
import type { Section } from './setups.js';

const STREAMS = 1_000;

const GROUPS: readonly (readonly string[])[] = [['User'], ['who'], ['User', 'W']];
const COUNTS = ['gte: 2', 'gt: 2', 'lt: 3', 'lte: 1', 'eq: 2', 'neq: 2', 'gte: 2, lte: 3'];
const AMOUNTS = ['gt: 4', 'gte: 5', 'lt: 3', 'lte: 2', 'eq: 5', 'neq: 5', 'gte: 2, lt: 7'];

/**
 * Each event is of one rule and has every field, since the specification does not say what an event of two
 * rules or without a field counts for. Of values that are computed, it has no exact word about percentiles.
 */
function sections(): Readonly<Record<string, Section>> {
  const all: Record<string, Section> = {};
  for (const groupBy of GROUPS) {
    const add = (type: string, condition: string | null, rules: string): void => {
      all[`c${Object.keys(all).length}`] = { type, rules: rules.split(' '), groupBy, condition };
    };
    for (const c of COUNTS) {
      add('event_count', `{ ${c} }`, 'a b');
      add('value_count', `{ field: V, ${c} }`, 'a b');
    }
    add('value_count', '{ field: [V, W], gte: 2 }', 'a b');
    for (const c of AMOUNTS) {
      add('value_sum', `{ field: V, ${c} }`, 'a b');
      add('value_avg', `{ field: V, ${c} }`, 'a b');
    }
    for (const c of ['a and b', 'a and not b', 'a or b', 'a and (b or c)'])
      add('temporal', c, 'a b c');
    for (const rules of ['a b', 'b a', 'a b c']) add('temporal_ordered', null, rules);
  }
  const groupBy = ['User'];
  const many = { type: 'event_count', rules: ['a'], groupBy, condition: '{ gte: 2 }' };
  const then = { type: 'temporal_ordered', rules: ['many', 'b'], groupBy, condition: null };
  const twice = { type: 'event_count', rules: ['then'], groupBy, condition: '{ gte: 2 }' };
  return { ...all, many, then, twice };
}

/** Streams at whole seconds, no two events at one, at the edges of windows and beside them. */
function streams(): readonly PeerEvent[] {
  const random = new Disorder(20_761);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random.next() * list.length)]!;
  return Array.from({ length: STREAMS }, (_, stream) => {
    const start = 1_740_000_007 + stream * 200;
    const size = 2 + Math.floor(random.next() * 6);
    const steps = Array.from({ length: size }, () => pick([0, 1, 4, 5, 6, 9, 10, 11, 15, 20]));
    return [...new Set(steps)]
      .sort((a, b) => a - b)
      .map((step): PeerEvent => ({
        time: start + step,
        Kind: pick(['a', 'b', 'c', 'a', 'b']),
        User: pick(['x', 'x', 'y', 'X']),
        Account: pick(['x', 'y']),
        V: pick([1, 2, 3, 5, -3, 100]),
        W: pick(['p', 'q']),
      }));
  }).flat();
}

interface Told {
  readonly title: string;
  /** Seconds. */
  readonly time: number;
  readonly group: readonly unknown[];
}

function byMatch(
  asked: Readonly<Record<string, Section>>,
  events: readonly PeerEvent[],
): readonly Told[] {
  const library = readLibrary(documentsOf(asked).join('---\n'), { path: 'peer.yml' });
  const stream = matchStream<number>(library, { lateness: Infinity, timeField: 'time' });
  return events
    .flatMap((e, i) => stream.push({ ...e, time: e.time * 1_000 }, i).correlations)
    .concat(stream.end())
    .map(({ document, time, group }) => {
      const title = document.heading.title!;
      return { title, time: time / 1_000, group: asked[title]!.groupBy.map((g) => group[g]) };
    });
}

const keyOf = ({ title, time, group }: Told): string =>
  JSON.stringify([title, time, ...group.map(String)]);

describe.skipIf(missing !== null)('rsigma', () => {
  test('finds what match finds', { timeout: 120_000 }, () => {
    const asked = sections();
    const events = streams();
    const ours = byMatch(asked, events).map(keyOf);
    // Those that serve another are not told by us, as the specification has it under "Generate".
    const serving = new Set(['many', 'then']);
    const theirs = runRsigma(documentsOf(asked), events)
      .filter(({ title }) => !serving.has(title))
      .map(keyOf);
    const [mine, yours] = [new Set(ours), new Set(theirs)];
    const differing = [
      ...ours.filter((k) => !yours.has(k)).map((k) => `rsigma misses ${k}`),
      ...theirs.filter((k) => !mine.has(k)).map((k) => `match misses ${k}`),
    ];
    printRow({
      engine: 'match (rsigma)',
      events: 'streams of events',
      rules: Object.keys(asked).length,
      pairs: STREAMS,
      approximate: 0,
      disagreements: differing.length,
    });
    expect(differing.slice(0, 5)).toEqual([]);
    expect(ours.length).toBeGreaterThan(STREAMS * 10);
  });

  /**
   * Where it finds something else, in the words of the specification or for want of any.
   * https://github.com/SigmaHQ/sigma-specification/blob/main/specification/sigma-correlation-rules-specification.md
   */
  test.each<readonly [why: string, Section, readonly PeerEvent[], Counted]>([
    [
      '"All events defined by the rules […] must occur": one of two rules is not enough',
      sectionOf('temporal', null),
      [at(0)],
      { ours: 0, theirs: 1 },
    ],
    [
      '"Counts events": one that two rules match is one event',
      sectionOf('event_count', '{ gte: 2 }'),
      [at(0, { Kind: 'ab' })],
      { ours: 0, theirs: 1 },
    ],
    [
      '"for each group specified by group-by": an event without the field is in none',
      sectionOf('event_count', '{ gte: 2 }'),
      [at(0, { User: undefined }), at(1, { User: undefined })],
      { ours: 0, theirs: 1 },
    ],
    [
      '"the `sum` of a number field": where there is no number, there is no sum',
      sectionOf('value_sum', '{ field: V, lt: 2 }'),
      [at(0, { V: undefined })],
      { ours: 0, theirs: 1 },
    ],
    [
      '"Requires: condition": one of a percentile is tested like any other',
      sectionOf('value_percentile', '{ field: V, percentile: 50, gte: 200 }'),
      [at(0), at(1, { V: 3 })],
      { ours: 0, theirs: 2 },
    ],
    [
      'no word on how a percentile is computed: ours is a value that an event has, theirs may be between two',
      sectionOf('value_median', '{ field: V, gte: 2 }'),
      [at(0), at(1, { V: 3 })],
      { ours: 0, theirs: 1 },
    ],
    [
      'no word on events of one time: for us each is in the window of the other',
      sectionOf('event_count', '{ eq: 1 }'),
      [at(0), at(0)],
      { ours: 0, theirs: 1 },
    ],
    [
      'no word on events that come late: for us the window of each ends with its time',
      sectionOf('event_count', '{ gte: 2 }'),
      [at(50), at(30)],
      { ours: 0, theirs: 1 },
    ],
  ])('%s', (_, section, events, counted) => {
    const asked = { one: section };
    const found = byMatch(asked, events);
    expect({ ours: found.length, theirs: runRsigma(documentsOf(asked), events).length }).toEqual(
      counted,
    );
  });
});

interface Counted {
  readonly ours: number;
  readonly theirs: number;
}

function sectionOf(type: string, condition: string | null): Section {
  return { type, rules: ['a', 'b'], groupBy: ['User'], condition };
}

function at(second: number, more: Partial<PeerEvent> = {}): PeerEvent {
  return { time: 1_740_000_007 + second, Kind: 'a', User: 'x', V: 1, ...more };
}
