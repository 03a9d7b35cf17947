import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { dsl } from '../../backends/dsl/index.js';
import { kql } from '../../backends/kql/index.js';
import { lucene } from '../../backends/lucene/index.js';
import { splunk } from '../../backends/splunk/index.js';
import { convert } from '../../src/convert/index.js';
import { publishedTables, shippedPipelines } from '../../src/pipeline/shipped.js';
import { updating } from '../support/golden-files.js';
import { readLibrary } from '../support/read-library.js';
import { EXPERTS } from './experts.js';
import type { Expert } from './experts.js';

const root = join(import.meta.dirname, '../..');
const doc = join(root, 'docs/idiom-by-hand.md');
const backends = { kql, splunk, lucene, dsl };
const titles = { kql: 'KQL', splunk: 'Splunk', lucene: 'Lucene', dsl: 'Query DSL' };
const languages = { kql: 'kusto', splunk: 'splunk', lucene: 'lucene', dsl: 'text' };

const HEAD = `# Queries by hand, and ours

Rules of this repository as somebody who knows the product wrote them, before seeing what sigmaql writes, and
what it writes. \`test/checker/experts.test.ts\` writes this page.
`;

async function ours({ rule, target }: Expert): Promise<string> {
  const backend = backends[target];
  const pipelines = await shippedPipelines(backend);
  const tables = await publishedTables(backend);
  const path = join(root, 'rules', `${rule}.yml`);
  const queries = convert(readLibrary(readFileSync(path), { path }), {
    backend,
    pipelines,
    tables,
  });
  return queries.map((q) => q.queryText ?? 'refused').join('\n\n');
}

function block(language: string, query: string): string {
  return `\`\`\`${language}\n${query}\n\`\`\``;
}

test('docs/idiom-by-hand.md has ours beside queries written by hand', async () => {
  const parts = [HEAD];
  let last = '';
  for (const expert of EXPERTS) {
    const { rule, target, byHand, verdict } = expert;
    if (target !== last) parts.push(`## ${titles[target]}\n`);
    last = target;
    const language = languages[target];
    parts.push(`### ${rule}\n\nBy hand:\n\n${block(language, byHand)}\n`);
    parts.push(`Ours. ${verdict}\n\n${block(language, await ours(expert))}\n`);
    expect(verdict, rule).toMatch(/^(?:Equal|Better|Longer): .+\.$/);
  }
  const page = parts.join('\n');
  if (updating) writeFileSync(doc, page);
  expect(existsSync(doc) && readFileSync(doc, 'utf8')).toBe(page);
});
