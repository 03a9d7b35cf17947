import { expect, test } from 'vitest';
import type { Backend } from '../../../src/backend/contract.js';
import { convert } from '../../../src/convert/index.js';
import type { Query } from '../../../src/convert/index.js';
import { printRow } from '../tally.js';
import { CASES, fuzzBatches, seed } from './generate.js';
import type { FuzzCase } from './generate.js';

export interface FuzzResult {
  /** For each event; null where the engine cannot hold it. */
  readonly kept: readonly (boolean | null)[];
  /** How many predicates the engine's own parser sees. */
  readonly predicates: number;
  /** What else is not as the rule has it, such as a value; null if nothing is. */
  readonly wrong: string | null;
}

export interface FuzzEngine {
  readonly name: string;
  readonly backend: Backend;
  readonly options?: Readonly<Record<string, string>>;
  /** The share of the rules that may be refused; a quarter if not given. */
  readonly mostRefused?: number;
  /** An error is text. */
  run(
    jobs: readonly { readonly fuzz: FuzzCase; readonly query: Query }[],
  ): Promise<readonly (FuzzResult | string)[]>;
}

/**
 * Tests that whatever fields, values and conditions hold, the query has exactly the predicates of
 * the rule and means the same: nothing gets out of its quoting.
 * @param from which of the cases, so that the modes of a target may share them
 */
export function testSafety(engine: FuzzEngine, from = 0, to = CASES): void {
  test(`${engine.name} holds whatever a rule holds`, { timeout: 900_000 }, async () => {
    console.log(`${engine.name}: ${to - from} cases, SIGMAQL_FUZZ_SEED=${seed}`);
    const wrong: string[] = [];
    let pairs = 0;
    let refused = 0;
    let approximate = 0;
    for (const batch of fuzzBatches(2_000, from, to)) {
      const jobs = batch.flatMap((fuzz) => {
        const options = { backend: engine.backend, options: engine.options ?? {} };
        const query = convert(fuzz.case.library, options)[0]!;
        if (query.queryText === null) refused++;
        return query.queryText === null ? [] : [{ fuzz, query }];
      });
      (await engine.run(jobs)).forEach((result, i) => {
        const { fuzz, query } = jobs[i]!;
        const say = (what: string): void => {
          wrong.push(`${what}: ${JSON.stringify(fuzz.predicates)}\n${query.queryText}`);
        };
        if (typeof result === 'string') return say(result);
        if (result.predicates !== fuzz.count) say(`${result.predicates} predicates`);
        if (result.wrong !== null) say(result.wrong);
        fuzz.events.forEach((event, e) => {
          const kept = result.kept[e]!;
          if (kept === null) return;
          pairs++;
          if (kept === fuzz.case.matches(event)) return;
          const direction = kept ? 'wider' : 'narrower';
          if (query.diagnostics.some((d) => d.direction === direction)) approximate++;
          else say(`${direction} on ${JSON.stringify(event.json)}`);
        });
      });
    }
    const { name } = engine;
    printRow({
      engine: name,
      events: 'random rules',
      rules: to - from,
      pairs,
      approximate,
      disagreements: wrong.length,
    });
    expect(wrong.slice(0, 10), `${wrong.length} breaks, seed ${seed}`).toEqual([]);
    expect(refused).toBeLessThan((to - from) * (engine.mostRefused ?? 0.25));
  });
}
