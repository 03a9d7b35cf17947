import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { kql } from '../../../backends/kql/index.js';
import { convert } from '../../../src/convert.js';
import { loadPipeline } from '../../../src/pipeline/load.js';
import { casesIn, ruleFolders } from '../rules.js';
import { printTable } from '../tally.js';
import { bindKql } from './parser.js';

const schemas = join(import.meta.dirname, '../../../../shared/facts/kusto-tables.json');
const present = existsSync(schemas);
if (!present) console.log('The published schemas are not here: binding pipelines is skipped.');

type Schemas = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, string>>>>>>;

test.skipIf(!present)(
  'microsoft-xdr makes queries that the binder accepts against the published schema',
  { timeout: 300_000 },
  async () => {
    const tables = (JSON.parse(readFileSync(schemas, 'utf8')) as Schemas)['microsoft-xdr']!;
    const text = (await kql.pipelines!())['microsoft-xdr']!;
    const { pipeline } = loadPipeline(text, { path: 'microsoft-xdr' });
    const wrong: string[] = [];
    let rules = 0;
    let queries = 0;
    for (const folder of ruleFolders) {
      const seen = new Set<unknown>();
      for (const { collection, path } of casesIn(folder)) {
        if (seen.has(collection)) continue;
        seen.add(collection);
        for (const query of convert(collection, { backend: kql, pipelines: [pipeline!] })) {
          rules++;
          if (query.queryText === null) continue;
          queries++;
          const table = /^\w+/.exec(query.queryText)![0];
          const columns = Object.entries(tables[table] ?? {}).map(([n, t]) => `['${n}']:${t}`);
          const said = bindKql(query.queryText, table, columns.join(', '));
          if (said.length > 0) wrong.push(`${path}: ${said.join('; ')}\n${query.queryText}`);
        }
      }
    }
    printTable('Pipelines', [`microsoft-xdr: ${queries} queries of ${rules} rules bind`]);
    expect(wrong.slice(0, 5), `${wrong.length} do not bind`).toEqual([]);
    expect(queries).toBeGreaterThan(ruleFolders.length > 1 ? 1_600 : 10);
  },
);
