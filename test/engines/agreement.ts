import { expect, test } from 'vitest';
import type { Backend } from '../../src/backend/contract.js';
import { convert } from '../../src/convert/index.js';
import type { Query } from '../../src/convert/index.js';
import type { MatchEvent } from '../../src/match/event.js';
import { casesIn, hasEvents, recordedEvents, ruleFolders } from './rules.js';
import type { Case } from './rules.js';
import type { Sample } from './samples/near-miss.js';
import { Coverage, samplesOf, spread } from './samples/near-miss.js';
import { Tally, printTable } from './tally.js';

export interface Named {
  readonly event: MatchEvent;
  readonly name: string;
}

export interface Engine {
  readonly name: string;
  readonly backend: Backend;
  readonly options?: Readonly<Record<string, string>>;
  /** How many characters a query may have; none is left out if not given. */
  readonly longest?: number;
  /** Of how many near misses each query is run over; all if not given. */
  readonly samples?: number;
  /** Only this one of every so many rules is run; all if not given. */
  readonly part?: readonly [which: number, of: number];
  /** How many near misses of other rules each query is run over as well; none if not given. */
  readonly mutated?: number;
  /** Whether another test shows that the approximate query differs. */
  readonly shownElsewhere?: (query: Query) => boolean;
  /** For each case, whether its query keeps each of its events; null where it cannot hold one. */
  run(
    jobs: readonly {
      readonly case: Case;
      readonly query: Query;
      readonly events: readonly Named[];
    }[],
    common: readonly MatchEvent[],
  ): Promise<readonly (readonly (boolean | null)[])[]>;
}

/**
 * Tests that an engine keeps the events that the matcher says the rule matches, and no others:
 * recorded attacks by every rule, and near misses of each rule.
 */
export function testAgreement(engine: Engine): void {
  test('agrees with the matcher', { timeout: 900_000 }, async () => {
    const recorded = hasEvents ? recordedEvents() : [];
    const attacks = recorded.map(({ rule, event }) => ({ event, name: `an event of ${rule}` }));
    const onRecorded = new Tally(engine.name, 'recorded attacks');
    const onMutated = new Tally(engine.name, "other rules' near misses");
    const onSamples = new Tally(engine.name, 'near misses');
    const run = new Set<string | null>();
    const found = new Set<string>();
    const coverage = new Coverage();
    for (const folder of ruleFolders) {
      const { part: [which, of] = [0, 1] } = engine;
      const cases = casesIn(folder).filter((_, i) => i % of === which);
      const mutated = mutatedFrom(cases, engine.mutated ?? 0);
      const common = [...attacks, ...mutated];
      for (const batch of batches(cases, 500)) {
        const queries = new Map<unknown, readonly Query[]>();
        const jobs = batch.flatMap((c) => {
          run.add(c.rule.id);
          let all = queries.get(c.library);
          if (!all) {
            all = convert(c.library, { backend: engine.backend, options: engine.options ?? {} });
            queries.set(c.library, all);
          }
          const query = all[c.index]!;
          if (query.queryText === null) return [];
          if (query.queryText.length > (engine.longest ?? Infinity)) return [];
          const own = samplesOf(c.expression, coverage);
          const events = spread(own, engine.samples ?? own.length).map(named);
          return [{ case: c, query, events }];
        });
        const results = await engine.run(
          jobs,
          common.map((e) => e.event),
        );
        jobs.forEach(({ case: c, query, events }, i) => {
          const kept = results[i]!;
          onRecorded.add(c, query, attacks, kept.slice(0, attacks.length));
          onMutated.add(c, query, mutated, kept.slice(attacks.length, common.length));
          onSamples.add(c, query, events, kept.slice(common.length));
          recorded.forEach(({ rule }, e) => {
            if (rule === c.rule.id && kept[e]) found.add(rule);
          });
        });
      }
    }
    if (hasEvents) onRecorded.print();
    if (engine.mutated) onMutated.print();
    onSamples.print();
    if (engine.name === 'KQL') printCoverage(coverage);
    const wrong = [...onRecorded.wrong, ...onMutated.wrong, ...onSamples.wrong];
    expect(wrong.slice(0, 10), `${wrong.length} disagreements`).toEqual([]);
    const unshown = onSamples.unshown.filter(({ query }) => !engine.shownElsewhere?.(query));
    expect(
      unshown.map((u) => u.path),
      'approximate, and no event shows it',
    ).toEqual([]);
    const missed = recorded.map((r) => r.rule).filter((r) => run.has(r) && !found.has(r));
    expect(missed, 'attacks that their own rule misses').toEqual([]);
  });
}

function named({ event, kind, change }: Sample): Named {
  return { event, name: `${kind}, ${change}:` };
}

/** About so many near misses, four of a rule. */
function mutatedFrom(cases: readonly Case[], most: number): readonly Named[] {
  const chosen = spread(cases, most / 4);
  return chosen.flatMap((c) => spread(samplesOf(c.expression, new Coverage()), 4).map(named));
}

function printCoverage(coverage: Coverage): void {
  const rows = Object.entries(coverage.table());
  printTable(
    'Kinds of predicates: how many, how many seen to decide their rule, and their events',
    [
      ...rows.map(
        ([kind, { predicates, turning, samples }]) =>
          `${kind.padEnd(26)} ${String(predicates).padStart(7)} ${String(turning).padStart(7)} ${String(samples).padStart(8)}`,
      ),
    ],
  );
}

function* batches<T>(all: readonly T[], size: number): Iterable<readonly T[]> {
  for (let at = 0; at < all.length; at += size) yield all.slice(at, at + size);
}
