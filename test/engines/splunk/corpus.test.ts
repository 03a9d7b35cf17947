import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { splunk } from '../../../backends/splunk/index.js';
import { convert } from '../../../src/convert/index.js';
import type { SigmaDocument } from '../../../src/model/document.js';
import { meaningOf } from './meaning.js';
import { readLibrary } from '../../support/read-library.js';

function rulesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((f) => f.endsWith('.yml'))
    .sort()
    .map((f) => join(folder, f));
}

function isCorrelation({ content }: SigmaDocument): boolean {
  if (content?.kind === 'correlation') return true;
  return content?.kind === 'rule' && content.detection.conditions.some((c) => c.aggregation);
}

describe.each(['rules', '../shared/corpus'])('every rule in %s', (folder) => {
  const files = rulesIn(folder);
  if (files.length === 0) console.log(`${folder} is not here: skipped.`);

  test.skipIf(files.length === 0).each(['auto', 'where'])(
    'is a search that the manual allows, two-valued throughout (search=%s)',
    (search) => {
      const wrong: string[] = [];
      let queries = 0;
      for (const file of files) {
        const library = readLibrary(readFileSync(file, 'utf8'), { path: file });
        for (const query of convert(library, { backend: splunk, options: { search } })) {
          if (query.queryText === null) continue;
          queries++;
          // What correlations do with events is in other commands than the reader knows.
          if (isCorrelation(query.document)) continue;
          try {
            meaningOf(query.queryText);
          } catch (error) {
            wrong.push(`${file}: ${String(error)}`);
          }
        }
      }
      expect(wrong).toEqual([]);
      expect(queries).toBeGreaterThan(files.length / 2);
    },
    120_000,
  );
});
