import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { dsl } from '../backends/dsl/index.js';
import { eql } from '../backends/eql/index.js';
import { esql } from '../backends/esql/index.js';
import { kql } from '../backends/kql/index.js';
import { lucene } from '../backends/lucene/index.js';
import { splunk } from '../backends/splunk/index.js';
import { loadAttack } from '../src/model/attack/load.js';
import { modifiers } from '../src/model/modifiers/index.js';
import { parse } from '../src/model/parse.js';
import { shippedPipelines } from '../src/pipeline/shipped.js';
import { goldenDifferences, goldenFiles } from '../src/testing.js';
import type { GoldenMode, GoldenRule } from '../src/testing.js';
import { filesUnder, record, updating } from './support/golden-files.js';

const root = join(import.meta.dirname, 'golden');
const RECORD = 'UPDATE_GOLDEN=1 npx vitest run test/golden.test.ts';

const files: readonly GoldenRule[] = filesUnder(join(import.meta.dirname, '../rules')).filter(
  ({ path }) => path.endsWith('.yml'),
);
/** Files of filters, which have this prefix by the specification's advice, apply to all rules. */
const isFilters = ({ path }: GoldenRule): boolean => /(?:^|\/)mf_[^/]*$/.test(path);
const rules = files.filter((file) => !isFilters(file));
const beside = files.filter(isFilters);

const attack = await loadAttack();

const placeholders = {
  Administrators: ['alice', 'svc-*'],
  JumpServers: ['jump01', 'jump02'],
};

/** Every rule in every dialect; wrappings and layouts are shown on the odder rules alone. */
const modes: readonly (GoldenMode & { readonly only?: string })[] = [
  { name: 'kql/query', backend: kql, options: { table: 'Events' } },
  { name: 'kql/predicate', backend: kql, format: 'predicate', only: 'generic/' },
  {
    name: 'kql/sentinel',
    backend: kql,
    format: 'sentinel',
    options: { table: 'Events' },
    attack,
    placeholders,
    only: 'generic/',
  },
  { name: 'kql/compact', backend: kql, compact: true, placeholders, only: 'generic/' },
  { name: 'splunk/query', backend: splunk },
  { name: 'splunk/where', backend: splunk, options: { search: 'where' } },
  { name: 'splunk/savedsearches', backend: splunk, format: 'savedsearches', only: 'generic/' },
  {
    name: 'splunk/macros',
    backend: splunk,
    format: 'savedsearches',
    options: { macros: 'both' },
    pipelines: await shippedPipelines(splunk),
    only: 'linux/',
  },
  { name: 'splunk/compact', backend: splunk, compact: true, placeholders, only: 'generic/' },
  {
    name: 'lucene/normalized',
    backend: lucene,
    options: { case: 'normalized' },
    omit: ['lucene-normalized'],
  },
  { name: 'lucene/caseless', backend: lucene, options: { case: 'caseless' } },
  { name: 'lucene/regex', backend: lucene, options: { case: 'regex' } },
  {
    name: 'lucene/dsl',
    backend: lucene,
    format: 'dsl',
    options: { case: 'normalized' },
    placeholders,
    only: 'generic/',
  },
  {
    name: 'lucene/siem_rule',
    backend: lucene,
    format: 'siem_rule',
    attack,
    options: { case: 'normalized' },
    only: 'generic/',
  },
  {
    name: 'lucene/monitor',
    backend: lucene,
    format: 'monitor',
    options: { case: 'normalized', flavour: 'opensearch' },
    placeholders,
    only: 'generic/',
  },
  { name: 'dsl/query', backend: dsl },
  { name: 'dsl/normalized', backend: dsl, options: { case: 'normalized' }, only: 'generic/' },
  { name: 'dsl/search', backend: dsl, format: 'search', placeholders, only: 'generic/' },
  {
    name: 'dsl/monitor',
    backend: dsl,
    format: 'monitor',
    options: { flavour: 'opensearch' },
    placeholders,
    only: 'generic/',
  },
  { name: 'eql/query', backend: eql },
  {
    name: 'eql/search',
    backend: eql,
    format: 'search',
    options: { text: 'source' },
    placeholders,
    only: 'generic/',
  },
  { name: 'eql/siem_rule', backend: eql, format: 'siem_rule', attack, only: 'generic/' },
  { name: 'esql/query', backend: esql, options: { values: 'single' } },
  { name: 'esql/several', backend: esql, placeholders, only: 'generic/' },
];

const recorded = filesUnder(root);
const recordedByPath = new Map(recorded.map((f) => [f.path, f]));

describe.each(modes)('$name', (mode) => {
  const { only = '', ...options } = { ...mode, beside };
  const chosen = rules.filter((r) => r.path.startsWith(only));

  test.each(chosen)('$path', (rule) => {
    const made = goldenFiles(rule, options);
    if (updating) {
      record(root, made);
      return;
    }
    for (const { path, text } of made) {
      const golden = recordedByPath.get(path);
      expect(golden, `test/golden/${path} is missing. Record it: ${RECORD}`).toBeDefined();
      expect(text, `test/golden/${path} differs. If it is right now: ${RECORD}`).toBe(golden!.text);
    }
  });
});

test('no golden file is left over', () => {
  const made = modes.flatMap(({ only = '', ...mode }) =>
    rules
      .filter((r) => r.path.startsWith(only))
      .flatMap((rule) => goldenFiles(rule, { ...mode, beside })),
  );
  const orphans = goldenDifferences(made, recorded).filter((d) => d.kind === 'orphan');
  if (updating) {
    for (const { path } of orphans) rmSync(join(root, path));
    return;
  }
  const paths = orphans.map((d) => d.path);
  expect(paths, `Rules or notes are gone. Remove these files: ${RECORD}`).toEqual([]);
});

describe('the sample rules', () => {
  const parsed = rules.map((rule) => ({ rule, ...parse(rule.text, { path: rule.path }) }));

  test('use every modifier', () => {
    const used = new Set<string>();
    for (const { rule } of parsed) {
      for (const [, key] of rule.text.matchAll(/^[ -]*'?[^:\n]*?\|([a-z0-9|]+)'?:/gm)) {
        for (const modifier of key!.split('|')) used.add(modifier);
      }
    }
    expect(modifiers.map((m) => m.name).filter((name) => !used.has(name))).toEqual([]);
  });

  test('are read without an error or a warning', () => {
    const loud = parsed.flatMap(({ rule, diagnostics }) =>
      diagnostics
        .filter((d) => d.severity !== 'note')
        .map((d) => `${rule.path} ${d.code}: ${d.message}`),
    );
    expect(loud).toEqual([]);
  });

  test('have ids and titles of their own', () => {
    const items = parsed.flatMap(({ documents }) => documents.filter((d) => d.kind === 'rule'));
    const headings = items.map((i) => i.heading);
    // The documents of an old collection share the title of its first.
    const old = parsed.filter(({ rule }) => rule.text.includes('action: global'));
    const shared = old.reduce((n, { documents }) => n + documents.length - 2, 0);
    expect(new Set(headings.map((h) => h.id)).size).toBe(items.length);
    expect(new Set(headings.map((h) => h.title)).size).toBe(items.length - shared);
  });
});
