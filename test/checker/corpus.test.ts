import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ruleFolders } from '../engines/rules.js';
import { printTable } from '../engines/tally.js';
import { never } from './never.js';
import { queriesIn, readers } from './queries.js';
import { needless } from './twice.js';

/*
 * The text of each query is read again, by the readers of the engine tests, and looked through.
 * None can never match: whatever the sources say and the rules ask for, what is left must be able
 * to hold. And nothing is said twice or negated twice, whatever a rule says or several of its fields
 * become.
 */

const cases = join(import.meta.dirname, '../../../shared/cases');
const folders = [...ruleFolders, ...[cases].filter(existsSync)];

describe.each(readers)('$name', ({ backend, read }) => {
  test('says nothing that cannot match, is said twice or negated twice', async () => {
    const impossible = new Map<string, string>();
    const counts = new Map<string, number>();
    const unread: string[] = [];
    const twice: string[] = [];
    const doubled: string[] = [];
    let queries = 0;
    for await (const { path, query } of queriesIn(folders, backend)) {
      queries++;
      const clauses = read(query);
      if (!clauses) {
        unread.push(path);
        continue;
      }
      for (const why of clauses.flatMap((c) => never(c) ?? [])) {
        counts.set(why.kind, (counts.get(why.kind) ?? 0) + 1);
        impossible.set(path, `${path}: ${why.what}\n${query}`);
      }
      const found = needless(clauses);
      if (found.twice.length > 0) twice.push(`${path}: ${found.twice[0]!}\n${query}`);
      if (found.doubled.length > 0) doubled.push(`${path}: ${found.doubled[0]!}\n${query}`);
    }
    const kinds = [...counts].map(([kind, n]) => `, ${n} by ${kind}`).join('');
    printTable('Queries that can never match, repeat or negate twice', [
      `${backend.name}: of ${queries} queries ${impossible.size} can never match${kinds}, ${twice.length} repeat, ${doubled.length} negate twice`,
    ]);
    expect(unread).toEqual([]);
    expect([...impossible.values()].slice(0, 5), `${impossible.size} that can never match`).toEqual(
      [],
    );
    expect(twice.slice(0, 5), 'said twice').toEqual([]);
    expect(doubled.slice(0, 5), 'negated twice').toEqual([]);
  }, 600_000);
});
