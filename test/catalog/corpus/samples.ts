import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readCorpus } from '../../../src/catalog/corpus/read.js';
import type { Corpus, CorpusFile } from '../../../src/catalog/corpus/read.js';
import { kusto } from '../../support/kusto.js';

const root = join(import.meta.dirname, 'fixtures');

/** The samples of every language, by path. */
export const sampleFiles: readonly CorpusFile[] = readdirSync(root, { recursive: true })
  .map((name) => String(name).replaceAll('\\', '/'))
  .filter((name) => /\.[a-z]+$/.test(name))
  .sort()
  .map((path) => ({ path, content: readFileSync(join(root, path)) }));

export function readSamples(): Corpus {
  return readCorpus(sampleFiles, { kusto: () => kusto });
}
