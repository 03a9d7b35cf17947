import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { kql } from '../backends/kql/index.js';
import { lucene } from '../backends/lucene/index.js';
import { splunk } from '../backends/splunk/index.js';
import { convert } from '../src/convert/index.js';
import { link } from '../src/model/linking/library.js';
import { parse } from '../src/model/parse.js';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '../../shared/corpus/sigmahq');
const present = existsSync(root);
if (!present) console.log('test/corpus.test.ts is skipped: ../shared/corpus/sigmahq is absent.');

interface Refusal {
  readonly targets: readonly string[];
  readonly codes: readonly string[];
  readonly reason: string;
}

/** By path: what some target refuses, and why that is right. */
const refusals = JSON.parse(readFileSync(join(here, 'corpus-refused.json'), 'utf8')) as Readonly<
  Record<string, Refusal>
>;

function refusedBy(target: string): Record<string, readonly string[]> {
  const own = Object.entries(refusals).filter(([, r]) => r.targets.includes(target));
  return Object.fromEntries(own.map(([path, r]) => [path, r.codes]));
}

function rulePaths(folder: string, within = ''): string[] {
  return readdirSync(join(folder, within), { withFileTypes: true }).flatMap((e) => {
    const path = posix.join(within, e.name);
    if (e.isDirectory()) return rulePaths(folder, path);
    return /\.ya?ml$/.test(e.name) ? [path] : [];
  });
}

describe.skipIf(!present)('the rules of SigmaHQ', () => {
  const paths = present ? rulePaths(root).sort() : [];
  const files = paths.map((path) => ({
    path,
    ...parse(readFileSync(join(root, path)), { path }),
  }));

  test('are all read', () => {
    expect(paths.length).toBeGreaterThanOrEqual(3_306);
    const unread = files.flatMap(({ path, diagnostics, documents }) =>
      documents.every((i) => i.content?.kind === 'rule')
        ? []
        : [`${path}: ${diagnostics.map((d) => d.code).join(' ')}`],
    );
    expect(unread).toEqual([]);
  });

  test.each([kql, splunk, lucene])('$name converts all but those with a reason', (backend) => {
    const found: Record<string, string[]> = {};
    let converted = 0;
    for (const { path, documents } of files) {
      const queries = convert(link(documents), { backend });
      const failed = queries.filter((q) => q.text === null);
      if (failed.length === 0 && queries.length > 0) converted++;
      else {
        const errors = failed.flatMap((q) => q.diagnostics.filter((d) => d.severity === 'error'));
        found[path] = [...new Set(errors.map((d) => d.code))];
      }
    }
    expect(found).toEqual(refusedBy(backend.name));
    expect(converted).toBeGreaterThanOrEqual(3_280);
  });
});
