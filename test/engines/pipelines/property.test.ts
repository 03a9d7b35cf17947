import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect } from 'vitest';
import { splunk } from '../../../backends/splunk/index.js';
import { convert } from '../../../src/convert/index.js';
import { compile } from '../../../src/match/compile.js';
import type { MatchEvent } from '../../../src/match/event.js';
import type { Rule } from '../../../src/model/rule.js';
import type { Processed } from '../../../src/pipeline/apply.js';
import { applyToEach } from '../../../src/pipeline/variants.js';
import { loadPipeline } from '../../../src/pipeline/load.js';
import type { Pipeline } from '../../../src/pipeline/pipeline.js';
import { shippedPipelines } from '../../../src/pipeline/shipped.js';
import { lower } from '../../../src/predicate/lower.js';
import { property } from '../../fuzz/property.js';
import { predicatesOf } from '../predicates.js';
import { casesIn, ruleFolders } from '../rules.js';
import type { Case } from '../rules.js';
import { Coverage, samplesOf, spread } from '../samples/near-miss.js';
import { splRun } from '../splunk/run.js';

/*
 * Any pipelines over any rule: the search finds of some events what `match -p` finds of them, by the
 * rule as the same pipelines leave it, unless the target says in which direction it differs.
 */
const root = join(import.meta.dirname, '../../..');
const EVENTS = 6;

const own = readdirSync(join(root, 'test/pipelines'))
  .filter((f) => f.endsWith('.yml'))
  .flatMap((path) => {
    const text = readFileSync(join(root, 'test/pipelines', path));
    const { pipeline } = loadPipeline(text, { path });
    // What becomes of a query as text is not a matter of what it finds.
    return pipeline ? [{ ...pipeline, postprocessing: [], finalizers: [] }] : [];
  });
const shipped = await Promise.all(
  ['splunk', 'windows'].map((name) => shippedPipelines(splunk, [name])),
);
const none: readonly Pipeline[] = [];
const sets = [none, ...shipped, ...own.map((p) => [p])];
const folders = [join(root, 'test/pipelines/rules'), ...ruleFolders];
/** Rules with more take most of the time, and say no more of pipelines. */
const MAX_PREDICATES = 40;

interface Tried extends Case {
  /** Which of its rule's conditions it is. */
  readonly condition: number;
}

const cases = folders.map((folder) => {
  const counts = new Map<Rule, number>();
  return casesIn(folder).flatMap((c): readonly Tried[] => {
    const condition = counts.get(c.rule) ?? 0;
    counts.set(c.rule, condition + 1);
    return predicatesOf(c.expression).length > MAX_PREDICATES ? [] : [{ ...c, condition }];
  });
});

function processed({ rule }: Case, pipelines: readonly Pipeline[]): readonly Processed[] {
  return applyToEach(rule, pipelines, { target: splunk })!.flat();
}

/** Fields that are read out of others need events as their store keeps them, which other tests make. */
function readsOthers({ placement }: Processed): boolean {
  return [...placement.columns.values()].some((column) => column.reading);
}

function eventsFor(rules: readonly Rule[]): readonly MatchEvent[] {
  return rules.flatMap((rule) =>
    rule.detection.conditions.flatMap((condition) => {
      const { expression } = lower(rule, condition);
      const samples = expression ? samplesOf(expression, new Coverage()) : [];
      return spread(samples, Math.min(EVENTS, samples.length)).map((s) => s.event);
    }),
  );
}

property(
  'a query means what the rule means after its pipelines',
  300,
  fc.record({
    first: fc.nat(sets.length - 1),
    second: fc.oneof(fc.constant(0), fc.nat(sets.length - 1)),
    folder: fc.nat(cases.length - 1),
    of: fc.nat(),
  }),
  ({ first, second, folder, of: number }) => {
    const pipelines = [...sets[first]!, ...sets[second]!];
    const of = cases[folder]![number % cases[folder]!.length]!;
    const after = processed(of, pipelines);
    if (after.some(readsOthers)) return;
    const query = convert(of.library, { backend: splunk, compact: true, pipelines })[of.index];
    if (!query || query.queryText === null) return;
    const finds = splRun(query.queryText);
    const storedAs = { pipelines, target: splunk };
    const matcher = compile(of.library, { storedAs, compareLogSources: false });
    const reasons = new Set(
      query.diagnostics.flatMap((d) => (d.code.startsWith('splunk') ? (d.direction ?? []) : [])),
    );
    const filled = after.flatMap(({ placement }) =>
      [...placement.columns].flatMap(([name, column]) => (column.missing === null ? [] : [name])),
    );
    for (const event of eventsFor([of.rule, ...after.map((p) => p.rule)])) {
      // Splunk has no null: a field has a value, or is not there.
      if (Object.values(event.json).includes(null)) continue;
      // The store always has a value there.
      if (filled.some((name) => event.field(name) === undefined)) continue;
      let found: boolean | null;
      try {
        found = finds(event);
      } catch {
        // What Splunk makes of it, the manual does not say.
        continue;
      }
      if (found === null) continue;
      const matches = matcher
        .match(event.json)
        .some((m) => m.rule === of.rule && m.conditions.includes(of.condition));
      if (found === matches) continue;
      if (reasons.has(found ? 'wider' : 'narrower')) continue;
      const names = pipelines.map((p) => p.name).join(', ');
      expect.fail(
        `${of.path} by ${names}: ${query.queryText}\n${found ? 'finds' : 'misses'} ${shown(event)}`,
      );
    }
  },
);

function shown({ json }: MatchEvent): string {
  return JSON.stringify(json, (_, v: unknown) => (typeof v === 'bigint' ? String(v) : v));
}
