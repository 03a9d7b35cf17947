import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { lucene } from '../../../backends/lucene/index.js';
import { convert } from '../../../src/convert.js';
import { parse } from '../../../src/model/parse.js';
import { missing, runLucene } from './lucene.js';

const root = join(import.meta.dirname, '../../..');
const corpora = [join(root, 'rules'), join(root, '../shared/corpus/sigmahq')];

describe.skipIf(missing !== null)('real Lucene', () => {
  describe.each(corpora.filter(existsSync))('parses every query of %s', (folder) => {
    const files = readdirSync(folder, { recursive: true })
      .map(String)
      .filter((f) => /\.ya?ml$/.test(f))
      .sort();
    const collections = files.map(
      (f) => parse(readFileSync(join(folder, f)), { path: f }).collection,
    );

    test.each(['normalized', 'caseless', 'regex'])(
      'with case %s',
      (mode) => {
        const requests = collections.flatMap((collection, index) =>
          convert(collection, { backend: lucene, options: { case: mode } }).flatMap((q) =>
            q.text === null ? [] : [{ path: files[index]!, query: q.text, event: {} }],
          ),
        );
        const results = runLucene(requests, { lower: mode !== 'regex' });
        expect(results).toHaveLength(requests.length);
        const wrong = results.flatMap((r, i) =>
          typeof r === 'string' ? [`${requests[i]!.path}: ${r}\n${requests[i]!.query}`] : [],
        );
        expect(wrong.slice(0, 5)).toEqual([]);
      },
      300_000,
    );
  });
});
