import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { kql } from '../../../backends/kql/index.js';
import { nameReference } from '../../../backends/kql/literals.js';
import { convert } from '../../../src/convert/index.js';
import { publishedTables, shippedPipelines } from '../../../src/pipeline/shipped.js';
import { storeOf } from '../../../src/schemas/stores.js';
import type { Column } from '../../../src/store/placement.js';
import type { Source } from '../../../src/store/source.js';
import { ruleFolders } from '../rules.js';
import { printTable } from '../tally.js';
import { binderFor } from './parser.js';
import { readLibrary } from '../../support/read-library.js';

/*
 * Every query that a pipeline which ships makes of the rules here is bound by Microsoft's binder
 * against the published tables; a table of the user's has the columns that its source declares.
 * Binding takes its time, so of the other pipelines queries are bound that have a line which no
 * query bound before has over the same table, but for what literals hold.
 */
const tables = (await publishedTables(kql))!;
const [defaultPipeline] = storeOf(kql).defaultPipelines;
const names = [
  defaultPipeline!,
  ...Object.keys(await storeOf(kql).pipelines()).filter((n) => n !== defaultPipeline),
];
const bound = new Set<string>();

function linesOf(query: string): readonly string[] {
  const [table, ...lines] = query
    .replace(/@"[^"]*"|"(?:[^"\\]|\\.)*"/g, '""')
    .replace(/"",\s*(?="")/g, '')
    .split('\n');
  return lines.map((line) => `${table} ${line.trim()}`);
}

function columnsIn(types: Iterable<readonly [string, string | Column | null]>): string {
  const typeOf = (type: string | Column | null): string =>
    (typeof type === 'string' ? type : type?.type) ?? 'string';
  return [...types].map(([name, type]) => `${nameReference(name)}:${typeOf(type)}`).join(', ');
}

/** What the sources read, and what a query needs before it that calls functions of Sentinel's. */
function schemaOf(sources: readonly Source[]) {
  const schema = new Map<string, string>();
  const functions = new Map<string, string>();
  const declared = new Map<string, Map<string, string | Column | null>>();
  for (const { tables: read, schema: like, types } of sources) {
    for (const table of read) {
      const published = tables.columns(like ?? table);
      const columns = columnsIn(published ?? types);
      if (!table.endsWith('()')) schema.set(table, columns);
      else {
        // A parser has the columns that its sources declare, beside those of the table that it is like.
        const made = declared.get(table) ?? new Map<string, string | Column | null>(published);
        for (const [name, type] of types) made.set(name, type);
        declared.set(table, made);
        const rows = `datatable(${columnsIn(made)})[]`;
        functions.set(table, `let ${table.slice(0, -2)} = () { ${rows} };\n`);
        if (like) schema.set(like, columns);
      }
    }
  }
  // Each function is bound anew with every query that it comes before.
  const preludeOf = (query: string): string =>
    [...functions].flatMap(([call, made]) => (query.includes(call) ? [made] : [])).join('');
  return { schema, preludeOf };
}

function* librariesIn(folder: string) {
  if (!existsSync(folder)) return;
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  for (const path of paths.filter((p) => /\.ya?ml$/.test(p))) {
    yield { path, library: readLibrary(readFileSync(join(folder, path)), { path }) };
  }
}

describe.each(names)('%s', (name) => {
  test('makes queries that the binder takes without a word', { timeout: 300_000 }, async () => {
    const pipelines = await shippedPipelines(kql, [name]);
    const { schema, preludeOf } = schemaOf(pipelines.flatMap((p) => p.sources));
    const bind = binderFor(schema);
    const custom = new Set([...schema.keys()].filter((t) => !tables.columns(t)));
    const wrong: string[] = [];
    for (const folder of ruleFolders) {
      let rules = 0;
      let queries = 0;
      let ofUser = 0;
      for (const { path, library } of librariesIn(folder)) {
        for (const { queryText } of convert(library, { backend: kql, pipelines, tables })) {
          rules++;
          if (queryText === null) continue;
          queries++;
          if (custom.has(/^\w+/.exec(queryText)![0])) ofUser++;
          const lines = linesOf(queryText);
          if (name !== defaultPipeline && lines.every((line) => bound.has(line))) continue;
          for (const line of lines) bound.add(line);
          const said = bind(preludeOf(queryText) + queryText);
          if (said.length > 0) wrong.push(`${path}: ${said.join('; ')}\n${queryText}`);
        }
      }
      const share = ((100 * queries) / rules).toFixed(1);
      printTable('Pipelines', [
        `${name}: ${queries} queries of ${rules} rules bind, ${share} %; ${ofUser} of them read a table of the user's`,
      ]);
      if (name !== defaultPipeline || rules < 1_000) continue;
      expect((queries - ofUser) / rules).toBeGreaterThanOrEqual(0.92);
    }
    expect(wrong.slice(0, 5), `${wrong.length} do not bind`).toEqual([]);
  });
});
