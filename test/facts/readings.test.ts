import { beforeAll, describe, expect, test } from 'vitest';
import { eql } from '../../backends/eql/index.js';
import { kql } from '../../backends/kql/index.js';
import { lucene } from '../../backends/lucene/index.js';
import { splunk } from '../../backends/splunk/index.js';
import { convert } from '../../src/convert/index.js';
import type { ConvertOptions } from '../../src/convert/index.js';
import { readLucene } from '../../src/languages/lucene/read.js';
import { compile } from '../../src/match/compile.js';
import { MatchEvent } from '../../src/match/event.js';
import { Compiler } from '../../src/match/test.js';
import { publishedTables, shippedPipelines } from '../../src/pipeline/shipped.js';
import { isFound } from '../engines/eql/evaluate.js';
import { readEvent } from '../engines/eql/reader.js';
import { keepsRow } from '../engines/kql/evaluate.js';
import type { Row } from '../engines/kql/evaluate.js';
import { readQuery } from '../engines/kql/parser.js';
import { splRun } from '../engines/splunk/run.js';
import { readLibrary } from '../support/read-library.js';
import { APPLICATIONS } from './readings-applications.js';
import { EVENTS } from './readings.js';
import type { StoredEverywhere } from './readings.js';

/*
 * Whatever a rule asks of a field that a store keeps otherwise than its product writes it, the query
 * finds an event where the rule matches it, or says in which direction it does not.
 */

const ALL: readonly StoredEverywhere[] = [...EVENTS, ...APPLICATIONS];

const settings = new Map<string, ConvertOptions>();
const typesOf = new Map<string, Readonly<Record<string, string>>>();

beforeAll(async () => {
  for (const backend of [kql, splunk, lucene, eql]) {
    const pipelines = await shippedPipelines(backend);
    const tables = await publishedTables(backend);
    settings.set(backend.name, { backend, pipelines, tables, compact: true });
    for (const { rows = {} } of tables ? ALL : []) {
      for (const table of Object.keys(rows)) {
        typesOf.set(table, Object.fromEntries(tables!.columns(table) ?? []));
      }
    }
  }
});

type Finds = (query: string, event: StoredEverywhere) => boolean;

const FINDS: Readonly<Record<string, Finds>> = {
  kql: (query, { rows = {} }) => {
    const branches = readQuery(query);
    return Object.entries(rows).some(([table, row]) =>
      keepsRow(branches, table, typed(row, typesOf.get(table)!), typesOf.get(table)),
    );
  },
  splunk: (query, { inSplunk }) => splRun(query)(new MatchEvent(inSplunk!)) === true,
  lucene: (query, { inElastic }) => {
    const { conditions } = readLucene({ path: 'query', text: query });
    const document = new MatchEvent(inElastic!);
    return conditions.every((c) => new Compiler().compile(c.expression)(document));
  },
  eql: (query, { inElastic }) => {
    const document = new MatchEvent(inElastic!);
    return isFound(
      readEvent(query),
      {
        values: (field) => (document.field(field) ?? []).map(String),
        type: (field) =>
          /\.ip$/.test(field) ? 'ip' : /\.(port|pid)$/.test(field) ? 'number' : 'string',
      },
      false,
    );
  },
};

function typed(row: Row, types: Readonly<Record<string, string>>): Row {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      ['int', 'long'].includes(types[name] ?? '') ? BigInt(value as number) : value,
    ]),
  );
}

/** What is wrong with a query for a rule; null if nothing is, or if the rule is refused. */
function wrongWith(target: string, event: StoredEverywhere, selection: object, negated: boolean) {
  const detection = {
    s: selection,
    t: event.telling,
    condition: negated ? 't and not s' : 't and s',
  };
  const rule = JSON.stringify({ title: 't', logsource: event.logsource, detection });
  const library = readLibrary(rule, { path: 'rule.yml' });
  const { queryText, diagnostics } = convert(library, settings.get(target)!)[0]!;
  if (queryText === null) return { refused: diagnostics.find((d) => d.severity === 'error')!.code };
  const matches = compile(library).match(event.raw).length > 0;
  const found = FINDS[target]!(queryText, event);
  if (matches === found) return null;
  if (diagnostics.some((d) => d.direction === (found ? 'wider' : 'narrower'))) return null;
  return { wrong: `${matches ? 'misses' : 'finds'} ${JSON.stringify(selection)}: ${queryText}` };
}

describe.each(ALL.map((e) => [e.name, e] as const))('%s', (_, event) => {
  test.each(Object.keys(FINDS))('%s', (target) => {
    if (target === 'splunk' && !event.inSplunk) return;
    if (target === 'kql' && !event.rows) return;
    if (['lucene', 'eql'].includes(target) && !event.inElastic) return;
    const outcomes = event.asked.flatMap((selection) =>
      [false, true].map((negated) => wrongWith(target, event, selection, negated)),
    );
    expect(outcomes.flatMap((o) => (o && 'wrong' in o ? [o.wrong] : []))).toEqual([]);
    const refused = outcomes.filter((o) => o && 'refused' in o).length;
    expect(refused).toBeLessThan(outcomes.length);
  });
});
