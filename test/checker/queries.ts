import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { dsl } from '../../backends/dsl/index.js';
import { eql } from '../../backends/eql/index.js';
import { esql } from '../../backends/esql/index.js';
import { kql } from '../../backends/kql/index.js';
import { lucene } from '../../backends/lucene/index.js';
import { splunk } from '../../backends/splunk/index.js';
import type { Backend } from '../../src/backend/index.js';
import { convert } from '../../src/convert/index.js';
import { link } from '../../src/model/linking/library.js';
import type { Library } from '../../src/model/linking/library.js';
import { publishedTables, shippedPipelines } from '../../src/pipeline/shipped.js';
import { readLibrary } from '../support/read-library.js';
import type { Clause } from './never.js';
import { clausesOfDsl, clausesOfEql, clausesOfEsql } from './read-elastic.js';
import { clausesOfKql, clausesOfLucene, clausesOfSpl } from './read.js';

/** Each target, and what reads its queries; null for a query that is not understood. */
export const readers: readonly {
  readonly name: string;
  readonly backend: Backend;
  readonly read: (query: string) => readonly Clause[] | null;
}[] = [
  { name: 'kql', backend: kql, read: clausesOfKql },
  { name: 'splunk', backend: splunk, read: clausesOfSpl },
  { name: 'lucene', backend: lucene, read: clausesOfLucene },
  { name: 'dsl', backend: dsl, read: clausesOfDsl },
  { name: 'eql', backend: eql, read: clausesOfEql },
  { name: 'esql', backend: esql, read: clausesOfEsql },
];

/** The queries of all rules of the folders, by the default pipelines; what correlates is left out. */
export async function* queriesIn(
  folders: readonly string[],
  backend: Backend,
): AsyncGenerator<{ readonly path: string; readonly query: string }> {
  const pipelines = await shippedPipelines(backend);
  const tables = await publishedTables(backend);
  for (const { path, library } of folders.flatMap(rulesIn)) {
    for (const { queryText, document } of convert(library, { backend, pipelines, tables })) {
      const { content } = document;
      if (queryText === null || content?.kind !== 'rule') continue;
      if (content.detection.conditions.some((c) => c.aggregation)) continue;
      yield { path, query: queryText };
    }
  }
}

interface Rules {
  readonly path: string;
  readonly library: Library;
}

/** Read once for all targets. */
const rulesByFolder = new Map<string, readonly Rules[]>();

function rulesIn(folder: string): readonly Rules[] {
  let rules = rulesByFolder.get(folder);
  if (!rules) rulesByFolder.set(folder, (rules = [...readRules(folder)]));
  return rules;
}

function* readRules(folder: string): Generator<Rules> {
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
