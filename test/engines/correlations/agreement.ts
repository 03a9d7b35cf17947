import { afterAll, expect, test } from 'vitest';
import type { Backend } from '../../../src/backend/contract.js';
import { convert } from '../../../src/convert/index.js';
import type { Query } from '../../../src/convert/index.js';
import { matchStream } from '../../../src/match/stream.js';
import type { Library } from '../../../src/model/linking/library.js';
import { readLibrary } from '../../support/read-library.js';
import { printRow } from '../tally.js';
import { setups } from './setups.js';
import type { Setup } from './setups.js';
import { streamAt, streamsOf } from './streams.js';
import type { StreamEvent } from './streams.js';

/** What a correlation found: the time and the group, as text. */
export interface Found {
  /** Milliseconds since 1970. */
  readonly time: number;
  readonly group: readonly string[];
}

export interface CorrelationEngine {
  readonly name: string;
  readonly backend: Backend;
  options(setup: Setup): Readonly<Record<string, string>>;
  /** Which correlations the language expresses; others are refused. All of them if not given. */
  expresses?(setup: Setup): boolean;
  /** Whether what an event says can be there; others are no part of the streams. */
  holds(event: StreamEvent, setup: Setup): boolean;
  run(
    query: string,
    events: readonly StreamEvent[],
    setup: Setup,
  ): readonly Found[] | Promise<readonly Found[]>;
  /** Codes of what the target says that it cannot express. */
  readonly refuses?: readonly string[];
  /** Of all setups, one of every so many is run, over so many streams; if not given, all. */
  readonly sample?: { readonly every: number; readonly streams: number };
}

/** Streams of each target, all setups together; fewer may be asked for while a writer changes. */
const STREAMS = Number(process.env['SIGMAQL_STREAMS'] ?? 100_000);

/** Runs each correlation's query over streams of events, and compares with what `match` says. */
export function testCorrelations(engine: CorrelationEngine): void {
  const { refuses = [], sample = { every: 1, streams: STREAMS } } = engine;
  const all = setups().filter((_, i) => i % sample.every === 0);
  const perSetup = Math.ceil(sample.streams / all.length);
  const wrong: string[] = [];
  let [streams, matches, differences] = [0, 0, 0];

  test(`${engine.name} finds what match finds`, { timeout: 600_000 }, async () => {
    const unshown: string[] = [];
    for (const [index, setup] of all.entries()) {
      const library = readLibrary(setup.text, { path: 'streams.yml' });
      const options = engine.options(setup);
      const query = convert(library, { backend: engine.backend, options }).at(-1)!;
      if (engine.expresses && !engine.expresses(setup)) {
        if (query.text !== null) wrong.push(`${setup.name}: ${query.text}`);
        continue;
      }
      if (query.text === null) {
        if (query.diagnostics.some((d) => refuses.includes(d.code))) continue;
        wrong.push(`${setup.name}: ${query.diagnostics.map((d) => d.message).join(' ')}`);
        continue;
      }
      const claimed = query.diagnostics.flatMap((d) => d.direction ?? []);
      // What shows where a query differs is rare.
      const count = claimed.length > 0 ? 3 * perSetup : perSetup;
      const events = streamsOf(count, setup.profile, index + 1).filter((e) =>
        engine.holds(e, setup),
      );
      const wanted = keys(matched(library, events, setup));
      let found: readonly string[];
      try {
        found = (await engine.run(query.text, events, setup)).map(keyOf);
      } catch (error) {
        wrong.push(`${setup.name}: ${String(error)}\n${query.text}`);
        continue;
      }
      matches += wanted.size;
      streams += count;
      const seen = new Set(found);
      const extra = found.length > seen.size ? found.filter((k, i) => found.indexOf(k) !== i) : [];
      const more = [...found.filter((k) => !wanted.has(k))];
      const less = [...wanted].filter((k) => !seen.has(k));
      const allowed = directions(query);
      const shown = { wider: more.length > 0, narrower: less.length > 0 };
      if (claimed.length > 0) differences++;
      // Whatever a query says of itself, a stream shows.
      for (const direction of new Set(claimed)) {
        if (!shown[direction]) unshown.push(`${setup.name}: ${direction}`);
      }
      const bad = [
        ...(allowed.has('wider') ? [] : more.map((k) => `finds ${k}`)),
        ...(allowed.has('narrower') ? [] : less.map((k) => `misses ${k}`)),
        ...extra.map((k) => `finds twice ${k}`),
      ];
      if (bad.length > 0)
        wrong.push(`${setup.name}: ${bad.length} wrong\n${told(bad[0]!, events)}\n${query.text}`);
    }
    expect(
      wrong.length === 0
        ? ''
        : `${wrong.length} of ${all.length}:\n${wrong.slice(0, 4).join('\n\n')}`,
    ).toBe('');
    expect(unshown).toEqual([]);
    expect(matches).toBeGreaterThan(streams / 4);
  });

  afterAll(() => {
    printRow({
      engine: engine.name,
      events: 'streams of events',
      rules: all.length,
      pairs: streams,
      approximate: differences,
      disagreements: wrong.length,
    });
  });
}

function directions({ fidelity, diagnostics }: Query): ReadonlySet<string | undefined> {
  return new Set(fidelity === 'approximate' ? diagnostics.map((d) => d.direction) : []);
}

function matched(
  library: Library,
  events: readonly StreamEvent[],
  { groupBy }: Setup,
): readonly Found[] {
  const stream = matchStream<number>(library, { lateness: Infinity, timeField: 'time' });
  const all = events.flatMap((event, i) => {
    const { correlations, finding } = stream.push({ ...event }, i);
    if (finding) throw new Error(finding.message);
    return correlations;
  });
  return [...all, ...stream.end()].map(({ time, group }) => ({
    time,
    group: groupBy.map((name) => String(group[name])),
  }));
}

function keys(found: readonly Found[]): ReadonlySet<string> {
  return new Set(found.map(keyOf));
}

function keyOf({ time, group }: Found): string {
  return JSON.stringify([time, ...group]);
}

/** With the stream that it is of. */
function told(bad: string, events: readonly StreamEvent[]): string {
  const at = streamAt(Number(/\[(\d+)/.exec(bad)![1]));
  const of = events.filter((e) => streamAt(e.time) === at).sort((a, b) => a.time - b.time);
  return [bad, ...of.map((e) => JSON.stringify(e))].join('\n');
}
