import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { dsl } from '../../backends/dsl/index.js';
import { eql } from '../../backends/eql/index.js';
import { esql } from '../../backends/esql/index.js';
import { kql } from '../../backends/kql/index.js';
import { lucene } from '../../backends/lucene/index.js';
import { splunk } from '../../backends/splunk/index.js';
import { convert } from '../../src/convert/index.js';
import { publishedTables, shippedPipelines } from '../../src/pipeline/shipped.js';
import { updating } from '../support/golden-files.js';
import { readLibrary } from '../support/read-library.js';
import { BREACHES } from './idiom.js';

const root = join(import.meta.dirname, '../..');
const doc = join(root, 'docs/idiom.md');
const corpus = join(root, '../shared/corpus/sigmahq');
const hasCorpus = existsSync(corpus);
if (!hasCorpus)
  console.log('Idiom is counted over rules/ only: ../shared/corpus/sigmahq is absent.');

/** What a target may at most have, counted over the corpus. */
const MOST: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  kql: {
    'columns are computed before any filter': 0,
    '`FolderPath endswith` says what `FileName` says': 0,
    'keys are rebuilt by nested `replace_regex`': 0,
    "the source's own constant by `=~`": 0,
    '`* contains`': 5,
    '`not (not`': 0,
    'a condition is written twice': 0,
  },
  splunk: {
    'begins with `*`': 0,
    'has a `where`': 60,
    'a pattern for the empty string': 0,
    '`NOT (NOT`': 0,
    'a condition is written twice': 0,
  },
  lucene: {
    '`NOT (NOT … )`': 0,
    '`NOT ((NOT … ) OR … )`, a missing value among excluded ones': 0,
    'a condition is written twice': 0,
  },
  dsl: { 'a `must_not` within a `must_not`': 0, 'a condition is written twice': 0 },
  eql: { '`not (not … )`': 0, 'a condition is written twice': 0 },
  esql: { '`NOT (NOT … )`': 0, 'a condition is written twice': 0 },
};

function rulesIn(folder: string): readonly string[] {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  return paths.filter((p) => /\.ya?ml$/.test(p)).map((p) => join(folder, p));
}

async function queriesOf(backend: typeof kql, folder: string): Promise<readonly string[]> {
  const pipelines = await shippedPipelines(backend);
  const tables = await publishedTables(backend);
  return rulesIn(folder).flatMap((path) => {
    const library = readLibrary(readFileSync(path), { path });
    return convert(library, { backend, pipelines, tables }).flatMap((q) =>
      q.queryText === null || q.document.kind === 'correlation' ? [] : [q.queryText],
    );
  });
}

describe.each([kql, splunk, lucene, dsl, eql, esql])('$name', (backend) => {
  test('breaches of idiom are counted in docs/idiom.md', { timeout: 300_000 }, async () => {
    const own = await queriesOf(backend, join(root, 'rules'));
    const others = hasCorpus ? await queriesOf(backend, corpus) : [];
    const known = readFileSync(doc, 'utf8');
    const begin = `<!-- breaches of ${backend.name} -->\n`;
    const [before, rest] = known.split(begin) as [string, string];
    const after = rest.slice(rest.indexOf('<!-- end -->'));
    const old = rest.slice(0, rest.length - after.length).split('\n');
    const rows = BREACHES[backend.name]!.map(({ what, has }) => {
      const count = (queries: readonly string[]): number => queries.filter(has).length;
      const inCorpus = hasCorpus
        ? String(count(others))
        : (old
            .find((row) => row.startsWith(`| ${what} |`))
            ?.split(' | ')[2]
            ?.replace(' |', '') ?? '');
      const most = MOST[backend.name]![what];
      if (hasCorpus && most !== undefined) expect(Number(inCorpus), what).toBeLessThanOrEqual(most);
      return `| ${what} | ${count(own)} | ${inCorpus} |`;
    });
    const head = [`| queries in which | rules/ | SigmaHQ |`, '| --- | --- | --- |'];
    const table = `\n${[...head, ...rows].join('\n')}\n\n`;
    if (updating) {
      writeFileSync(doc, `${before}${begin}${table}${after}`);
      return;
    }
    // Fewer are welcome at any time.
    const figures = (row: string): readonly number[] => row.split(' | ').slice(1).map(parseFloat);
    for (const row of rows) {
      const [name] = row.split(' | ');
      const known = old.find((o) => o.startsWith(`${name!} | `));
      expect(known, row).toBeDefined();
      figures(row).forEach((n, i) => expect(n, row).toBeLessThanOrEqual(figures(known!)[i]!));
    }
  });
});

/** `| what is asked | what we write | when | page | golden |` */
const ROW =
  /^\| [^|]+ \| `(?<written>[^`]+)`[^|]* \| [^|]+ \| [^|]+ \| `(?<golden>test\/[^`]+)` +\|$/gm;

test('each row of docs/idiom.md has a golden that is written so', () => {
  const rows = [...readFileSync(doc, 'utf8').matchAll(ROW)];
  expect(rows.length).toBeGreaterThanOrEqual(12);
  for (const { groups } of rows) {
    const { written, golden } = groups as { written: string; golden: string };
    expect(readFileSync(join(root, golden), 'utf8'), golden).toContain(written);
  }
});
