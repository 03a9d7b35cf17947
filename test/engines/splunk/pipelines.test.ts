import { describe, expect, test } from 'vitest';
import { splunk } from '../../../backends/splunk/index.js';
import { convert } from '../../../src/convert/index.js';
import type { Query } from '../../../src/convert/index.js';
import { shippedPipelines } from '../../../src/pipeline/shipped.js';
import { testThroughPipeline } from '../pipelines/agreement.js';
import { casesIn, hasEvents, recordedEvents, ruleFolders } from '../rules.js';
import type { Case } from '../rules.js';
import { printTable } from '../tally.js';
import { inXml, indexed } from './indexed.js';
import { meaningOf } from './meaning.js';
import { splRun } from './run.js';
import { inAddOns } from './windows.js';

interface Converted {
  readonly case: Case;
  readonly query: Query;
}

/** Every rule at hand that converts through a pipeline. */
async function converted(name: string): Promise<{ rules: number; all: readonly Converted[] }> {
  const pipelines = await shippedPipelines(splunk, [name]);
  const queries = new Map<unknown, readonly Query[]>();
  const cases = ruleFolders.flatMap(casesIn);
  const all = cases.flatMap((c) => {
    const known = queries.get(c.library) ?? convert(c.library, { backend: splunk, pipelines });
    queries.set(c.library, known);
    const query = known[c.index]!;
    return query.queryText === null ? [] : [{ case: c, query }];
  });
  return { rules: cases.length, all };
}

describe.each([
  ['splunk', 0.99],
  ['cim', 0.5],
])('%s', (name, least) => {
  test('makes searches that the manual allows', { timeout: 300_000 }, async () => {
    const { rules, all } = await converted(name);
    const wrong = all.flatMap(({ case: c, query }) => {
      try {
        meaningOf(query.queryText!);
        return [];
      } catch (error) {
        return [`${c.path}: ${String(error)}`];
      }
    });
    printTable('Pipelines', [`${name}: ${all.length} searches of ${rules} rules can be read`]);
    expect(wrong.slice(0, 5), `${wrong.length} cannot be read`).toEqual([]);
    if (ruleFolders.length > 1) expect(all.length / rules).toBeGreaterThan(least);
  });

  testThroughPipeline({
    name: 'SPL',
    backend: splunk,
    pipeline: name,
    samples: 30,
    run: (jobs) =>
      Promise.resolve(
        jobs.map(({ query, source, events }) => {
          const keeps = splRun(query.queryText!);
          return events.map((event, i) => {
            // Every other as the classic form has it.
            const isXml = source.source.escapes === 'xml' && i % 2 === 0;
            const held = indexed(isXml ? inXml(event) : event);
            return held && keeps(held);
          });
        }),
      ),
  });
});

test.skipIf(!hasEvents)(
  'recorded attacks are found where the add-ons put them, in XML and in the classic form',
  { timeout: 300_000 },
  async () => {
    const recorded = recordedEvents().flatMap(({ rule, event }) =>
      inAddOns(event).map((form) => ({ rule, event, form })),
    );
    const missed = new Set(recorded.map((r) => r.rule));
    const wrong: string[] = [];
    for (const { case: c, query } of (await converted('splunk')).all) {
      const keeps = splRun(query.queryText!);
      for (const { rule, event, form } of recorded) {
        const isOwn = rule === c.rule.id;
        const isKept = keeps(form);
        const isRight = c.matches(event);
        if (isOwn && isKept) missed.delete(rule);
        if (isOwn ? isKept !== isRight : isKept && !isRight) {
          const said = `${c.path} ${isKept ? 'keeps' : 'misses'} an event of ${rule}`;
          wrong.push(`${said}: ${JSON.stringify(form.json)}\n${query.queryText}`);
        }
      }
    }
    expect(wrong.slice(0, 5), `${wrong.length} disagreements`).toEqual([]);
    expect([...missed], 'attacks that their own rule misses').toEqual([]);
  },
);
