import { expect, test } from 'vitest';
import { columnsOfAll } from '../../../src/backend/index.js';
import type { Backend, Tables } from '../../../src/backend/index.js';
import { convert } from '../../../src/convert/index.js';
import type { Query } from '../../../src/convert/index.js';
import type { MatchEvent } from '../../../src/match/event.js';
import { applyToEach } from '../../../src/pipeline/variants.js';
import { publishedTables, shippedPipelines } from '../../../src/pipeline/shipped.js';
import type { Pipeline } from '../../../src/pipeline/pipeline.js';
import type { Candidate } from '../../../src/store/choice/candidates.js';
import type { Source } from '../../../src/store/source.js';
import { predicatesOf } from '../predicates.js';
import { casesIn, hasEvents, recordedEvents, ruleFolders } from '../rules.js';
import type { Case } from '../rules.js';
import { Coverage, samplesOf, spread } from '../samples/near-miss.js';
import { Tally } from '../tally.js';
import { isOfSource, NOT_HELD, stored } from './renamed.js';
import type { StoredEvent } from './renamed.js';

/** A query that came through a pipeline, and events as the source that it reads stores them. */
export interface PipelineJob {
  readonly query: Query;
  readonly source: Candidate;
  readonly columns: ReadonlyMap<string, string> | undefined;
  readonly events: readonly StoredEvent[];
  /** The columns of the source that hold an event's text, if the rule looks for keywords. */
  readonly keywords: readonly string[];
}

export interface PipelineEngine {
  readonly name: string;
  readonly backend: Backend;
  readonly options?: Readonly<Record<string, string>>;
  /** Of those that ship. */
  readonly pipeline: string;
  /** For each job, whether its query keeps each event; null where the source cannot hold it. */
  run(jobs: readonly PipelineJob[]): Promise<readonly (readonly (boolean | null)[])[]>;
  /** How many near misses of each rule are run; the recorded attacks are run by their own rule. */
  readonly samples: number;
  /** Which rules are run, by their path; all if not given. */
  readonly only?: RegExp;
  /** Only this one of every so many rules is run, beside those with recorded attacks; all if not given. */
  readonly part?: readonly [which: number, of: number];
  /** Near misses are made of each so many-th of these rules; of all if not given. */
  readonly every?: number;
}

/**
 * Tests that what a pipeline makes of a rule finds the same events: they are stored as the
 * pipeline's file says that its sources store them, and the matcher says which of them the rule,
 * as it was written, matches.
 */
export function testThroughPipeline(engine: PipelineEngine): void {
  const { backend, name } = engine;
  test(`${engine.pipeline} finds what the rule matches`, { timeout: 600_000 }, async () => {
    const pipelines = await shippedPipelines(backend, [engine.pipeline]);
    const tables = await publishedTables(backend);
    const attacks = new Map<string, MatchEvent[]>();
    for (const { rule, event } of hasEvents ? recordedEvents() : []) {
      attacks.set(rule, [...(attacks.get(rule) ?? []), event]);
    }
    const tally = new Tally(`${name}, ${engine.pipeline}`, 'near misses');
    const missed: string[] = [];
    const lessened = new Set<Query>();
    for (const folder of ruleFolders) {
      const { every = 1, only = /^/, part: [which, of] = [0, 1] } = engine;
      const cases = casesIn(folder)
        .filter((c) => only.test(c.path))
        .filter((c, i) => i % of === which || attacks.has(c.rule.id ?? ''));
      const prepared = cases.flatMap((c, i) => {
        const samples = i % every === 0 ? engine.samples : 0;
        const own = attacks.get(c.rule.id ?? '') ?? [];
        return prepare(c, own, { ...engine, samples }, pipelines, tables);
      });
      const results = await engine.run(prepared.map((p) => p.job));
      prepared.forEach(({ c, job, events }, i) => {
        tally.add(c, job.query, events, results[i]!);
        const isHeld = results[i]!.some((kept) => kept !== null);
        if (isHeld && lackedIn(job.query).size > 0) lessened.add(job.query);
        const attacked = events.flatMap(({ name: what }, e) =>
          what === ATTACK ? [results[i]![e]] : [],
        );
        if (attacked.length > 0 && !attacked.includes(true)) missed.push(c.path);
      });
    }
    tally.print();
    const unshown = tally.unshown.filter(({ query }) => lessened.has(query));
    expect(
      unshown.map((u) => u.path),
      'alternatives left out without an event that shows it',
    ).toEqual([]);
    expect(tally.wrong.slice(0, 10), `${tally.wrong.length} disagreements`).toEqual([]);
    expect(missed, 'attacks that their own rule misses').toEqual([]);
  });
}

/** The fields that some alternative of the rule asks for and the source does not have. */
function lackedIn({ diagnostics }: Query): ReadonlySet<string> {
  const lacked = diagnostics.filter((d) => d.code === 'source-field-left-out');
  return new Set(lacked.map(({ message }) => /`([^`]+)`/.exec(message)![1]!));
}

const ATTACK = 'its recorded attack';

export interface Prepared {
  readonly c: Case;
  readonly job: PipelineJob;
  readonly events: readonly { readonly event: MatchEvent; readonly name: string }[];
}

/** A case as its query reads it, with events that its source can hold; none where it has no query. */
export function prepare(
  c: Case,
  attacks: readonly MatchEvent[],
  { backend, options = {}, samples }: PipelineEngine,
  pipelines: readonly Pipeline[],
  tables: Tables | undefined,
): readonly Prepared[] {
  const query = convert(c.library, { backend, options, pipelines, tables })[c.index]!;
  if (query.queryText === null) return [];
  const [first] = applyToEach(c.rule, pipelines, { target: backend, tables }) ?? [];
  const [{ source }] = first!;
  if (!source) return [];
  const { schema, tables: read } = source.source;
  const published = tables && columnsOfAll(schema === null ? read : [schema], tables);
  // Of a table that is not published, the source says what its columns are.
  const columns = tables && (published ?? typesOf(source.source.types));
  const lacked = lackedIn(query);
  const fields = fieldsOf(c).filter((name) => !lacked.has(name));
  const every = samples === 0 ? [] : samplesOf(c.expression, new Coverage());
  // Some event has to show that an alternative is missing.
  const near = lacked.size > 0 ? every : spread(every, samples);
  const all = [
    ...attacks.map((event) => ({ event, name: ATTACK })),
    ...near.map((s) => ({ event: s.event, name: `${s.kind}, ${s.change}:` })),
  ];
  const held = all.flatMap(({ event, name }) => {
    if (!isOfSource(event, fields, source.entry)) return [];
    const made = stored(event, fields, source, columns);
    return made === NOT_HELD ? [] : [{ event, name, made }];
  });
  const events = held.map((h) => h.made);
  const asksText = predicatesOf(c.expression).some((p) => p.kind === 'keyword');
  const keywords = asksText ? source.source.keywords : [];
  return [{ c, job: { query, source, columns, events, keywords }, events: held }];
}

function fieldsOf({ expression }: Case): readonly string[] {
  const names = predicatesOf(expression).flatMap((p) => {
    if (p.kind === 'keyword') return [];
    return p.kind === 'field-ref' ? [p.field.text, p.other.text] : [p.field.text];
  });
  return [...new Set(names)];
}

function typesOf(types: Source['types']): ReadonlyMap<string, string> {
  return new Map(
    [...types].flatMap(([name, column]) => (column?.type ? [[name, column.type]] : [])),
  );
}
