import { afterAll, describe } from 'vitest';
import { resolveColumns } from '../../../backends/kql/columns.js';
import { kql } from '../../../backends/kql/index.js';
import type { MatchEvent } from '../../../src/match/event.js';
import type { Expression } from '../../../src/predicate/predicate.js';
import { testAgreement } from '../agreement.js';
import { inOneStore } from '../one-store.js';
import { predicatesOf } from '../predicates.js';
import { printTable } from '../tally.js';
import { missing, runDuckdb } from './duckdb.js';
import type { DuckdbJob } from './duckdb.js';
import { ingested, NOT_HELD } from './run.js';

type Type = DuckdbJob['columns'][number][1];
type Columns = ReadonlyMap<string, Type>;
type Cells = DuckdbJob['rows'][number];

const ROW = 'TestRow';
const JOB = 'TestJob';
/** In place of a query's number. */
const COMMON = '-1';

/**
 * Kusto reads `\u200D` as the character; duckdb-kql as it is written.
 * https://learn.microsoft.com/en-us/kusto/query/scalar-data-types/string#string-literals
 */
const ESCAPE = /\\u[\dA-F]{4}/;
const NO_ESCAPES = { unsupported: "'\\u' in a string" };

describe.skipIf(missing !== null)('duckdb-kql', () => {
  const unsupported = new Map<string, number>();
  afterAll(() => {
    const lines = [...unsupported].map(([what, queries]) => `${queries} queries: ${what}`);
    if (lines.length > 0) printTable('What duckdb-kql does not run', lines);
  });

  testAgreement({
    name: 'KQL, duckdb-kql',
    backend: kql,
    options: { table: 'Events', dots: 'column' },
    part: [0, 4],
    samples: 12,
    mutated: 300,
    shownElsewhere: () => true,
    async run(jobs, common) {
      const asked = jobs.map((job) => ({ ...job, columns: columnsOf(job.case.expression) }));
      // DuckDB does not tell names apart by their case alone.
      const kindsOf = (columns: Columns): ReadonlyMap<string, string> =>
        new Map([...columns].map(([name, type]) => [name.toLowerCase(), `${name} ${type}`]));
      const tables = inOneStore(
        asked.map((item) => ({ item, kinds: kindsOf(item.columns) })),
        Infinity,
      ).map((members) => {
        const columns: Columns = new Map(members.flatMap((m) => [...m.columns]));
        const rows: Cells[] = [];
        const rowFor = (event: MatchEvent, job: string): number | null => {
          const cells = cellsOf(event, columns);
          return cells && rows.push([String(rows.length), job, ...cells]) - 1;
        };
        const shared = common.map((e) => rowFor(e, COMMON));
        const own = members.map(({ events }, i) => events.map((e) => rowFor(e.event, String(i))));
        const queries = members.map(
          ({ query }, i) =>
            `${query.queryText!}\n| where ${JOB} in (${COMMON}, ${i})\n| project ${ROW}`,
        );
        const fixed = [[ROW, 'long'] as const, [JOB, 'long'] as const];
        const table: DuckdbJob = { columns: [...fixed, ...columns], rows, queries };
        return { members, table, numbers: own.map((of) => [...shared, ...of]) };
      });
      const results = new Map<unknown, readonly (boolean | null)[]>();
      for (const [t, kept] of (await runDuckdb(tables.map((t) => t.table))).entries()) {
        const { members, numbers } = tables[t]!;
        members.forEach(({ case: c, query }, i) => {
          const found = ESCAPE.test(query.queryText!) ? NO_ESCAPES : kept[i]!;
          if ('error' in found) throw new Error(`${c.path}: ${found.error}\n${query.queryText}`);
          const hits = 'unsupported' in found ? null : new Set(found);
          results.set(
            query,
            numbers[i]!.map((n) => (n === null || !hits ? null : hits.has(n))),
          );
          if (!('unsupported' in found)) return;
          const what = /'[^']*'/.exec(found.unsupported)?.[0] ?? found.unsupported;
          unsupported.set(what, (unsupported.get(what) ?? 0) + 1);
        });
      }
      return asked.map(({ query }) => results.get(query)!);
    },
  });
});

/** Names with a dot are names of columns here. */
function columnsOf(expression: Expression): Columns {
  const column = resolveColumns([expression], () => undefined, 'column');
  const names = predicatesOf(expression).flatMap((p) => {
    if (p.kind === 'keyword') return [];
    return p.kind === 'field-ref' ? [p.field.text, p.other.text] : [p.field.text];
  });
  return new Map(
    names.map((name): [string, Type] => {
      const { type } = column(name);
      return [name, type === 'long' || type === 'bool' ? type : 'string'];
    }),
  );
}

/** Null where the columns cannot hold what the event says. A column of strings has no null. */
function cellsOf(event: MatchEvent, columns: Columns): Cells | null {
  const cells: (string | boolean | null)[] = [];
  for (const [name, type] of columns) {
    const values = event.field(name) ?? [];
    const held = values.length > 1 ? NOT_HELD : ingested(values[0], type);
    if (held === NOT_HELD) return null;
    if (typeof held === 'boolean' && type === 'bool') cells.push(held);
    else
      cells.push(
        held === null || held === undefined ? (type === 'string' ? '' : null) : String(held),
      );
  }
  return cells;
}
