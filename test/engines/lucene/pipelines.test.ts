import { describe, expect, test } from 'vitest';
import { columnsOf } from '../../../backends/lucene/columns.js';
import type { Columns } from '../../../backends/lucene/columns.js';
import { lucene } from '../../../backends/lucene/index.js';
import { convert } from '../../../src/convert.js';
import type { Query } from '../../../src/convert.js';
import { MatchEvent, textOf } from '../../../src/match/event.js';
import { Compiler } from '../../../src/match/test.js';
import { parse } from '../../../src/model/parse.js';
import type { DetectionItem, DetectionNode } from '../../../src/model/detection.js';
import { literalText } from '../../../src/model/pattern.js';
import type { Rule } from '../../../src/model/rule.js';
import { applyPipelines, variantsOf } from '../../../src/pipeline/apply.js';
import { loadPipeline } from '../../../src/pipeline/load.js';
import type { Pipeline } from '../../../src/pipeline/pipeline.js';
import { lower } from '../../../src/predicate/lower.js';
import type { Expression } from '../../../src/predicate/predicate.js';
import { predicatesOf } from '../predicates.js';
import { casesIn, hasEvents, recordedEvents, ruleFolders } from '../rules.js';
import type { Case } from '../rules.js';
import { Coverage, samplesOf } from '../samples/near-miss.js';
import { Tally } from '../tally.js';
import { missing, runLucene } from './lucene.js';
import type { Document } from './lucene.js';
import { stored, typesOf } from './stored.js';

const ENGINE = 'Lucene 8, ecs';
/** Rules of each log source that events are made for; of others the query is parsed alone. */
const PER_SOURCE = 3;

const { pipeline } = loadPipeline((await lucene.pipelines!())['ecs']!, { path: 'ecs' });
const pipelines: readonly Pipeline[] = [pipeline!];

/** A rule as the pipeline makes it, in the target's names. */
interface Stored {
  /** Where it is kept, and the log source. */
  readonly source: string;
  readonly expression: Expression;
  readonly columns: Columns;
  readonly keywords: readonly string[];
}

/** Null for a rule of several log sources that are kept in different ways. */
function storedAs(rule: Rule, index: number): Stored | null {
  const all = (variantsOf(rule) ?? []).map((v) =>
    applyPipelines(v, pipelines, { target: 'lucene' }),
  );
  const [only] = all;
  if (!only || all.length > 1) return null;
  const { expression } = lower(only.rule, only.rule.detection.conditions[index]!);
  const source = only.diagnostics.find((d) => d.code === 'source-chosen');
  return {
    source: /^Reads (.*?)\./.exec(source?.message ?? '')?.[1] ?? '',
    expression: expression!,
    columns: columnsOf(only.state.get('columns')),
    keywords: [only.state.get('keyword_fields') ?? []].flat().map(String),
  };
}

function fieldsOf(expression: Expression): ReadonlySet<string> {
  return new Set(
    predicatesOf(expression).flatMap((p) => {
      if (p.kind === 'keyword') return Array.from({ length: 40 }, (_, i) => `text ${i}`);
      return p.kind === 'field-ref' ? [p.field.text, p.other.text] : [p.field.text];
    }),
  );
}

interface Job {
  readonly case: Case;
  readonly query: Query;
  readonly stored: Stored | null;
}

function jobs(): Job[] {
  return ruleFolders.flatMap((folder) => {
    const converted = new Map<unknown, readonly Query[]>();
    return casesIn(folder).flatMap((c): Job[] => {
      const queries =
        converted.get(c.collection) ?? convert(c.collection, { backend: lucene, pipelines });
      converted.set(c.collection, queries);
      const query = queries[c.index]!;
      if (query.queryText === null) return [];
      const condition = c.index - queries.findIndex((q) => q.item.content === c.rule);
      return [{ case: c, query, stored: storedAs(c.rule, condition) }];
    });
  });
}

/**
 * A recorded event under the names that the pipeline has for it: each of its fields goes through the
 * pipeline as a rule that asks for it would.
 */
function renamed(event: MatchEvent, rule: Rule): { document: Document | null; columns: Columns } {
  const fields: Record<string, string[]> = {};
  const columns: Record<string, unknown> = { message: 'match_only_text' };
  for (const [name, text] of textsIn(event)) {
    const asked = ruleAsking(name, text, rule);
    const made = applyPipelines(asked, pipelines, { target: 'lucene' });
    if (made.diagnostics.some((d) => d.severity === 'error')) continue;
    Object.assign(columns, made.state.get('columns'));
    const body = made.rule.detection.identifiers.find((i) => i.name.text === 's')!.body;
    for (const item of itemsOf(body)) {
      for (const value of item.values) {
        if (value.kind !== 'string') continue;
        (fields[item.field!.text] ??= []).push(literalText(value.pattern)!);
      }
    }
  }
  // What the event is rendered as has the texts of its fields.
  fields['message'] = [event.texts().join('\n')];
  const known = columnsOf(columns);
  const document = stored(new MatchEvent(fields), Object.keys(fields), known, ['message']);
  return { document, columns: known };
}

function ruleAsking(name: string, text: string, { logsource }: Rule): Rule {
  const keys = (['category', 'product', 'service'] as const).map((key) => [
    key,
    logsource[key].map((value) => value.text),
  ]);
  const source = JSON.stringify({
    title: 't',
    logsource: Object.fromEntries(keys),
    detection: { s: { [`${name}|cased`]: text.replace(/[\\*?]/g, '\\$&') }, condition: 's' },
  });
  const [item] = parse(source).collection.items;
  if (item?.content?.kind !== 'rule') throw new Error(`cannot be read: ${source}`);
  return item.content;
}

function itemsOf(node: DetectionNode): readonly DetectionItem[] {
  return node.kind === 'detection-item' ? [node] : node.items.flatMap(itemsOf);
}

/** The fields of a Windows event, by the names that rules have for them. */
function textsIn(event: MatchEvent): readonly (readonly [name: string, text: string])[] {
  const { System, EventData, UserData } = event.json['Event'] as Record<string, object>;
  const parts = [System, EventData, ...Object.values(UserData ?? {})] as object[];
  const names = new Set(['Provider_Name', ...parts.flatMap((part) => Object.keys(part ?? {}))]);
  return [...names].flatMap((name) =>
    (event.field(name) ?? []).flatMap((value) => {
      const text = textOf(value) ?? [];
      // A list of hashes in one text is asked for one by one.
      const texts = name === 'Hashes' ? String(text).split(',') : [text].flat();
      return texts.map((t) => [name, t] as const);
    }),
  );
}

describe.skipIf(missing !== null)('what Elastic’s agents store', () => {
  const all = missing === null ? jobs() : [];

  test(
    'is found where the rule matches, and every query is taken',
    { timeout: 300_000 },
    async () => {
      const perSource = new Map<string, number>();
      const coverage = new Coverage();
      const samples = all.map(({ stored: s, query }) => {
        const known = perSource.get(s?.source ?? '') ?? 0;
        if (!s || known >= PER_SOURCE || query.queryText!.length > 20_000) return [];
        perSource.set(s.source, known + 1);
        return samplesOf(s.expression, coverage).map(({ event, change, kind }) => ({
          event,
          name: `${kind}, ${change}:`,
          document: stored(event, fieldsOf(s.expression), s.columns, s.keywords),
        }));
      });
      const requests = all.map(({ query, stored: s }, i) => ({
        query: query.queryText!,
        events: samples[i]!.flatMap((e) => (e.document ? [e.document] : [])),
        types: s ? typesOf(s.columns) : new Map<string, string>(),
      }));
      const results = await runLucene(requests, { lower: true });
      const refused = results.flatMap((result, i) =>
        typeof result === 'string'
          ? [`${all[i]!.case.path}: ${result}\n${requests[i]!.query}`]
          : [],
      );
      expect(refused.slice(0, 5), `${refused.length} queries are refused`).toEqual([]);
      const tally = new Tally(ENGINE, 'near misses');
      const compiler = new Compiler();
      all.forEach(({ case: c, query, stored: s }, i) => {
        const events = samples[i]!;
        const result = results[i];
        if (!s || events.length === 0 || typeof result !== 'object') return;
        const kept = [...result.kept];
        tally.add(
          { ...c, matches: compiler.compile(s.expression) },
          query,
          events,
          events.map((e) => (e.document ? kept.shift()! : null)),
        );
      });
      tally.print();
      expect(tally.wrong.slice(0, 10), `${tally.wrong.length} disagreements`).toEqual([]);
      expect(perSource.size).toBeGreaterThan(ruleFolders.length > 1 ? 150 : 10);
    },
  );

  test.skipIf(!hasEvents)('of a recorded attack is found by its rule', async () => {
    const byId = new Map(all.map((job) => [job.case.rule.id, job]));
    const asked = recordedEvents().flatMap(({ rule, event }) => {
      const job = byId.get(rule);
      return job ? [{ job, event, ...renamed(event, job.case.rule) }] : [];
    });
    const results = await runLucene(
      asked.map(({ job, document, columns }) => ({
        query: job.query.queryText!,
        events: document ? [document] : [],
        types: new Map([...typesOf(columns), ...typesOf(job.stored!.columns)]),
      })),
      { lower: true },
    );
    const tally = new Tally(ENGINE, 'recorded attacks');
    asked.forEach(({ job, event }, i) => {
      const result = results[i];
      if (typeof result !== 'object') throw new Error(result);
      tally.add(job.case, job.query, [{ event, name: 'the attack' }], [result.kept[0] ?? null]);
    });
    tally.print();
    expect(tally.wrong).toEqual([]);
    expect(tally.unheld).toBe(0);
  });
});
