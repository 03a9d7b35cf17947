import { afterAll, describe, expect } from 'vitest';
import { kql } from '../../backends/kql/index.js';
import { splunk } from '../../backends/splunk/index.js';
import { publishedTables, shippedPipelines } from '../../src/pipeline/shipped.js';
import { keepsRow } from '../engines/kql/evaluate.js';
import { readQuery } from '../engines/kql/parser.js';
import { rowOf } from '../engines/kql/stored.js';
import { prepare } from '../engines/pipelines/agreement.js';
import type { PipelineEngine, PipelineJob } from '../engines/pipelines/agreement.js';
import { casesOf } from '../engines/rules.js';
import { inXml, indexed } from '../engines/splunk/indexed.js';
import { splRun } from '../engines/splunk/run.js';
import { Tally } from '../engines/tally.js';
import { property } from './property.js';
import { randomRule } from './random-rules.js';

/*
 * What a query asks before it computes columns or runs a pattern never drops an event of the rule: over
 * events that match a random rule, or nearly do, the whole query finds what the matcher finds.
 */

type Run = (job: PipelineJob) => readonly (boolean | null)[];

const runKql: Run = ({ query, source, columns, events, keywords }) => {
  const branches = readQuery(query.queryText!);
  const types = Object.fromEntries(columns ?? []);
  return events.map((event) => {
    const row = rowOf(event, columns, keywords);
    return row && keepsRow(branches, source.source.tables[0]!, row, types);
  });
};

const runSpl: Run = ({ query, source, events }) => {
  const keeps = splRun(query.queryText!);
  return events.map((event, i) => {
    const isXml = source.source.escapes === 'xml' && i % 2 === 0;
    const held = indexed(isXml ? inXml(event) : event);
    return held && keeps(held);
  });
};

const TARGETS = [
  {
    name: 'KQL',
    backend: kql,
    pipeline: 'microsoft',
    run: runKql,
    // A column of JSON, in which no other text can be.
    without: /"TargetResources/,
    // Terms of the index, or a second stage after the first.
    asksFirst: /\bhas(?:_any|prefix)? |\n\| where [^]*\n\| (?:extend|where) /,
  },
  {
    name: 'SPL',
    backend: splunk,
    pipeline: 'splunk',
    run: runSpl,
    without: null,
    asksFirst: /^(?!\*)[^|][^]*\n\| (?:where|regex|rex|search|spath) /,
  },
] as const;

/** Near misses of each rule. */
const SAMPLES = 8;

describe.each(TARGETS)('$name', ({ name, backend, pipeline, run, without, asksFirst }) => {
  const counts = { queries: 0, first: 0, events: 0 };
  const loading = Promise.all([shippedPipelines(backend, [pipeline]), publishedTables(backend)]);

  property('no prefilter drops an event of its rule', 250, randomRule, async (text) => {
    if (without?.test(text)) return;
    const [pipelines, tables] = await loading;
    const engine: PipelineEngine = {
      name,
      backend,
      pipeline,
      samples: SAMPLES,
      run: () => Promise.resolve([]),
    };
    for (const c of casesOf(text)) {
      for (const { job, events } of prepare(c, [], engine, pipelines, tables)) {
        counts.queries++;
        if (asksFirst.test(job.query.queryText!)) counts.first++;
        counts.events += events.length;
        const tally = new Tally(name, 'near misses');
        tally.add(c, job.query, events, run(job));
        expect(tally.wrong, text).toEqual([]);
      }
    }
  });

  afterAll(() => {
    if (process.env['FUZZ_RUNS'] === undefined) return;
    const { queries, first, events } = counts;
    console.log(`${name}: ${queries} queries, ${first} with a prefilter, over ${events} events`);
  });
});
