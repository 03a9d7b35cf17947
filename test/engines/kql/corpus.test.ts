import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { RE2JS } from 're2js';
import { describe, expect, test } from 'vitest';
import { resolveColumns } from '../../../backends/kql/columns.js';
import { kql } from '../../../backends/kql/index.js';
import { nameReference } from '../../../backends/kql/literals.js';
import { convert } from '../../../src/convert/index.js';
import { asksForQueries, usableRule } from '../../../src/model/document.js';
import { lower } from '../../../src/predicate/lower.js';
import { bindKql, readWhere } from './parser.js';
import type { KqlNode } from './parser.js';
import { readLibrary } from '../../support/read-library.js';

function rulesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((f) => /\.ya?ml$/.test(f))
    .sort()
    .map((f) => join(folder, f));
}

/** A table with the columns that a query names, of the types that it takes them for. */
function columnsOf(predicate: KqlNode, typeOf: (field: string) => string): string {
  const columns = new Map<string, string>();
  const visit = (node: KqlNode, inPath: boolean): void => {
    if (node.kind === 'name') columns.set(node.name, inPath ? 'dynamic' : typeOf(node.name));
    else if (node.kind === 'path') visit(node.base, true);
    else if ('operands' in node) for (const operand of node.operands) visit(operand, false);
  };
  visit(predicate, false);
  columns.set('TimeGenerated', 'datetime');
  return [...columns].map(([name, type]) => `${nameReference(name)}:${type}`).join(', ');
}

function regexesIn(node: KqlNode): string[] {
  if (!('operands' in node)) return [];
  const [, right] = node.operands;
  const own =
    node.kind === 'operation' && node.operator === 'matches regex' && right?.kind === 'literal'
      ? [right.value]
      : [];
  return [...own, ...node.operands.flatMap(regexesIn)];
}

describe.each(['rules', '../shared/corpus/sigmahq'])('every rule in %s', (folder) => {
  const files = rulesIn(folder);
  if (files.length === 0) console.log(`${folder} is not here: skipped.`);

  test.skipIf(files.length === 0)(
    'is a query that Microsoft’s parser and binder take without a word',
    () => {
      const wrong: string[] = [];
      let queries = 0;
      for (const file of files) {
        const library = readLibrary(readFileSync(file, 'utf8'), { path: file });
        const tabled = convert(library, { backend: kql, options: { table: 'Events' } });
        const bare = convert(library, { backend: kql, format: 'predicate', compact: true });
        const lowered = library.documents.filter(asksForQueries).flatMap((document) => {
          const rule = usableRule(document);
          return rule?.detection.conditions.map((c) => lower(rule, c).expression) ?? [null];
        });
        tabled.forEach((query, i) => {
          const alone = bare[i]!.queryText;
          if (query.queryText === null || alone === null) return;
          queries++;
          try {
            const { predicate } = readWhere(query.queryText);
            expect(readWhere(`Events\n| where ${alone}`).predicate).toEqual(predicate);
            const column = resolveColumns([lowered[i]!], () => undefined, 'path');
            const columns = columnsOf(predicate, (f) => column(f).type ?? 'string');
            const found = bindKql(query.queryText, 'Events', columns);
            if (found.length > 0) wrong.push(`${file}: ${found.join('; ')}\n${query.queryText}`);
            for (const regex of regexesIn(predicate)) RE2JS.compile(regex);
          } catch (error) {
            wrong.push(`${file}: ${String(error)}`);
          }
        });
      }
      expect(wrong).toEqual([]);
      expect(queries).toBeGreaterThan(files.length / 2);
    },
    300_000,
  );
});
