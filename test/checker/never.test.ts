import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { dsl } from '../../backends/dsl/index.js';
import { eql } from '../../backends/eql/index.js';
import { esql } from '../../backends/esql/index.js';
import { kql } from '../../backends/kql/index.js';
import { lucene } from '../../backends/lucene/index.js';
import { splunk } from '../../backends/splunk/index.js';
import { convert } from '../../src/convert/index.js';
import { link } from '../../src/model/library.js';
import { publishedTables, shippedPipelines } from '../../src/pipeline/shipped.js';
import { ruleFolders } from '../engines/rules.js';
import { printTable } from '../engines/tally.js';
import { readLibrary } from '../read-library.js';
import { never } from './never.js';
import type { Clause } from './never.js';
import { clausesOfDsl, clausesOfEql, clausesOfEsql } from './read-elastic.js';
import { clausesOfKql, clausesOfLucene, clausesOfSpl } from './read.js';

/*
 * No query that is written can never match: whatever the sources say and the rules ask for, what is
 * left must be able to hold. The readers of the engine tests read the text of the queries.
 */

const cases = join(import.meta.dirname, '../../../shared/cases');
const folders = [...ruleFolders, ...[cases].filter(existsSync)];

function* rulesIn(folder: string) {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  for (const path of paths.filter((p) => /\.ya?ml$/.test(p))) {
    const file = join(folder, path);
    try {
      const { documents } = readLibrary(readFileSync(file), { path });
      // What correlations count is checked rule by rule.
      yield { path, library: link(documents.filter((d) => d.kind !== 'correlation')) };
    } catch {
      // Folders and pipes are called so, too.
    }
  }
}

const targets: readonly (readonly [typeof kql, (query: string) => readonly Clause[] | null])[] = [
  [kql, clausesOfKql],
  [splunk, clausesOfSpl],
  [lucene, clausesOfLucene],
  [dsl, clausesOfDsl],
  [eql, clausesOfEql],
  [esql, clausesOfEsql],
];

describe.each(targets.map(([backend, read]) => ({ name: backend.name, backend, read })))(
  '$name',
  ({ backend, read }) => {
    test('writes no query that can never match', { timeout: 600_000 }, async () => {
      const pipelines = await shippedPipelines(backend);
      const tables = await publishedTables(backend);
      const found = new Map<string, string>();
      const counts = new Map<string, number>();
      const unread: string[] = [];
      let queries = 0;
      for (const { path, library } of folders.flatMap((folder) => [...rulesIn(folder)])) {
        for (const { queryText, document } of convert(library, { backend, pipelines, tables })) {
          const { content } = document;
          if (queryText === null || content?.kind !== 'rule') continue;
          if (content.detection.conditions.some((c) => c.aggregation)) continue;
          queries++;
          const clauses = read(queryText);
          if (!clauses) unread.push(path);
          for (const why of clauses?.flatMap((c) => never(c) ?? []) ?? []) {
            counts.set(why.kind, (counts.get(why.kind) ?? 0) + 1);
            found.set(path, `${path}: ${why.what}\n${queryText}`);
          }
        }
      }
      const kinds = [...counts].map(([kind, n]) => `, ${n} by ${kind}`).join('');
      printTable('Queries that can never match', [
        `${backend.name}: ${found.size} of ${queries}${kinds}`,
      ]);
      expect(unread).toEqual([]);
      expect([...found.values()].slice(0, 5), `${found.size} that can never match`).toEqual([]);
    });
  },
);

describe('the checker', () => {
  const leaf = (field: string, ...values: string[]): Clause => ({
    kind: 'leaf',
    field,
    values,
    text: `${field} ${values.join()}`,
  });
  const and = (...operands: Clause[]): Clause => ({ kind: 'and', operands });
  const or = (...operands: Clause[]): Clause => ({ kind: 'or', operands });
  const not = (operand: Clause): Clause => ({ kind: 'not', operand });

  test('finds two values of one field, whatever stands between', () => {
    expect(never(and(leaf('EventID', '1'), leaf('EventID', '4688')))?.kind).toBe('field');
    const either = or(leaf('EventID', '1', '3'), and(leaf('EventID', '5'), leaf('Image', 'x')));
    expect(never(and(leaf('EventID', '4'), either))?.what).toBe('EventID');
    expect(never(and(leaf('EventID', '5'), either))).toBeNull();
    expect(
      never(and(leaf('Channel', 'System'), not(leaf('Channel', 'system', 'x')))),
    ).not.toBeNull();
  });

  test('finds what is asked for and ruled out', () => {
    expect(never(and(leaf('Image', 'x'), not(leaf('Image', 'x'))))?.kind).toBe('itself');
    expect(never(and(leaf('Image', 'x'), not(leaf('Image', 'y'))))).toBeNull();
    expect(never(and(leaf('Image', 'x'), leaf('Image', 'y')))).toBeNull();
  });

  test('finds what is nothing', () => {
    expect(never(and(leaf('Image', 'x'), { kind: 'constant', value: false }))?.kind).toBe(
      'constant',
    );
    expect(never(not({ kind: 'constant', value: true }))).not.toBeNull();
  });

  test.each([
    ['KQL', clausesOfKql, 'T\n| where EventID == 1 and EventID in (2, 3)'],
    ['KQL', clausesOfKql, 'T\n| where EventID == 1\n| where not(EventID == 1)'],
    ['SPL', clausesOfSpl, 'EventCode=1 AND EventCode IN (2, 3)'],
    ['SPL', clausesOfSpl, 'source="a" AND NOT source IN ("A", "b")'],
    ['Lucene', clausesOfLucene, 'event.code:1 AND event.code:(2 OR 3)'],
    ['Lucene', clausesOfLucene, 'winlog.channel:"Security" AND winlog.channel:/[sS][yY]/'],
    ['Lucene', clausesOfLucene, 'NOT _exists_:a AND NOT (NOT _exists_:a)'],
    ['DSL', clausesOfDsl, '{"bool":{"filter":{"term":{"a":"b"}},"must_not":[{"term":{"a":"b"}}]}}'],
    [
      'DSL',
      clausesOfDsl,
      '{"bool":{"filter":[{"term":{"event.code":"1"}},{"terms":{"event.code":["2"]}}]}}',
    ],
    ['EQL', clausesOfEql, 'any where event.code == "1" and event.code : ("2", "3")'],
    ['EQL', clausesOfEql, 'any where ?a : "b*" and not ?a : "b*"'],
    [
      'ES|QL',
      clausesOfEsql,
      'FROM i | WHERE event.code == "1" AND TO_LOWER(TO_STRING(event.code)) IN ("2", "3")',
    ],
    [
      'ES|QL',
      clausesOfEsql,
      'FROM i | WHERE a LIKE "x" AND (b == "y" OR c : "z") AND NOT COALESCE(a LIKE "x", FALSE)',
    ],
    ['ES|QL', clausesOfEsql, 'FROM i | WHERE QSTR("event.code:1 AND event.code:2")'],
  ])('reads %s', (_, read, query) => {
    expect(read(query)!.map(never)).not.toContain(null);
  });
});
