import { expect, test } from 'vitest';
import { splunk } from '../../../backends/splunk/index.js';
import { convert } from '../../../src/convert.js';
import type { Query } from '../../../src/convert.js';
import { Compiler } from '../../../src/match/test.js';
import { applyPipelines, variantsOf } from '../../../src/pipeline/apply.js';
import { loadPipeline } from '../../../src/pipeline/load.js';
import type { Pipeline } from '../../../src/pipeline/pipeline.js';
import { lower } from '../../../src/predicate/lower.js';
import type { Expression } from '../../../src/predicate/predicate.js';
import { casesIn, hasEvents, recordedEvents, ruleFolders } from '../rules.js';
import type { Case } from '../rules.js';
import { Coverage, samplesOf } from '../samples/near-miss.js';
import { Tally, printTable } from '../tally.js';
import { meaningOf } from './meaning.js';
import { splRun } from './run.js';
import { stored } from './stored.js';
import { inClassicForm, inXml } from './windows.js';

async function shipped(name: string): Promise<Pipeline> {
  const text = (await splunk.pipelines!())[name]!;
  return loadPipeline(text, { path: name }).pipeline!;
}

interface Converted {
  /** The rule as the pipeline makes it. */
  readonly case: Case;
  readonly original: Case;
  readonly query: Query;
  /** Fields that the search reads out of others. */
  readonly columns: unknown;
}

function* converted(folder: string, pipeline: Pipeline): Iterable<Converted> {
  const queries = new Map<unknown, readonly Query[]>();
  const compiler = new Compiler();
  for (const original of casesIn(folder)) {
    const { collection, index } = original;
    let all = queries.get(collection);
    if (!all)
      queries.set(
        collection,
        (all = convert(collection, { backend: splunk, pipelines: [pipeline] })),
      );
    const query = all[index]!;
    if (query.queryText === null) continue;
    const { expression, columns } = processed(original, pipeline);
    const own = { ...original, expression, matches: compiler.compile(expression) };
    yield { case: own, original, query, columns };
  }
}

/** What a case asks after a pipeline: of any log source that its rule names. */
function processed({ rule, condition }: Case, pipeline: Pipeline) {
  const all = variantsOf(rule)!.map((v) => applyPipelines(v, [pipeline], { target: splunk.name }));
  const operands = all.map(
    (p) => lower(p.rule, p.rule.detection.conditions[condition]!).expression!,
  );
  const expression: Expression = { kind: 'or', operands, span: rule.logsource.span };
  return { expression, columns: all[0]!.state.get('columns') };
}

test.each([
  ['splunk', 0.99],
  ['cim', 0.5],
])(
  'what %s makes is a search that the manual allows, and keeps what the rule says',
  { timeout: 900_000 },
  async (name, least) => {
    const pipeline = await shipped(name);
    const wrong: string[] = [];
    const tally = new Tally(`SPL, -p ${name}`, 'near misses');
    let rules = 0;
    let queries = 0;
    for (const folder of ruleFolders) {
      rules += casesIn(folder).length;
      for (const { case: own, query, columns } of converted(folder, pipeline)) {
        queries++;
        try {
          meaningOf(query.queryText!);
        } catch (error) {
          wrong.push(`${own.path}: ${String(error)}`);
          continue;
        }
        const events = samplesOf(own.expression, new Coverage()).map((s) => ({
          event: s.event,
          name: `${s.kind}, ${s.change}:`,
        }));
        const keeps = splRun(query.queryText!, own.expression);
        tally.add(
          own,
          query,
          events,
          events.map(({ event }) => {
            const kept = stored(event, columns);
            return kept && keeps(kept);
          }),
        );
      }
    }
    tally.print();
    printTable('Pipelines', [`${name}: ${queries} queries of ${rules} rules can be read`]);
    expect(wrong.slice(0, 5), `${wrong.length} cannot be read`).toEqual([]);
    expect(tally.wrong.slice(0, 5), `${tally.wrong.length} disagreements`).toEqual([]);
    if (ruleFolders.length > 1) expect(queries / rules).toBeGreaterThan(least);
  },
);

test.skipIf(!hasEvents)(
  'recorded attacks are found where the add-ons put them, in XML and in the classic form',
  { timeout: 900_000 },
  async () => {
    const pipeline = await shipped('splunk');
    const recorded = recordedEvents().flatMap(({ rule, event }) =>
      [inXml(event), inClassicForm(event)].flatMap((form) => (form ? [{ rule, event, form }] : [])),
    );
    const missed = new Set(recorded.map((r) => r.rule));
    const wrong: string[] = [];
    for (const folder of ruleFolders) {
      for (const { original, query } of converted(folder, pipeline)) {
        const keeps = splRun(query.queryText!, original.expression);
        for (const { rule, event, form } of recorded) {
          const own = rule === original.rule.id;
          const kept = keeps(form);
          const right = original.matches(event);
          if (own && kept) missed.delete(rule);
          if (own ? kept !== right : kept && !right) {
            const said = `${original.path} ${kept ? 'keeps' : 'misses'} an event of ${rule}`;
            wrong.push(`${said}: ${JSON.stringify(form.json)}\n${query.queryText}`);
          }
        }
      }
    }
    expect(wrong.slice(0, 5), `${wrong.length} disagreements`).toEqual([]);
    expect([...missed], 'attacks that their own rule misses').toEqual([]);
  },
);
