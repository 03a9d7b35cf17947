import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { dsl } from '../backends/dsl/index.js';
import { eql } from '../backends/eql/index.js';
import { kql } from '../backends/kql/index.js';
import { lucene } from '../backends/lucene/index.js';
import { splunk } from '../backends/splunk/index.js';
import { loadShipped } from '../src/pipeline/load.js';
import type { Pipeline } from '../src/pipeline/pipeline.js';
import { commonPipelines, storeOf } from '../src/schemas/stores.js';
import { goldenDifferences, goldenFiles } from '../src/testing.js';
import { filesUnder, record, updating } from './support/golden-files.js';

/*
 * A rule in test/golden-pipelines/<target>/<pipeline>/ is converted for the target with the pipeline
 * that ships under this name; the query, and what is said of it, stand beside it. A rule that is added
 * is a test: UPDATE_GOLDEN=1 npx vitest run test/golden-pipelines.test.ts. Its first line may give
 * options of the target: `# options: table=SecurityEvent`.
 */
const root = join(import.meta.dirname, 'golden-pipelines');
const RECORD = 'UPDATE_GOLDEN=1 npx vitest run test/golden-pipelines.test.ts';
const all = filesUnder(root);
const rules = all.filter(({ path }) => path.endsWith('.yml'));
const recorded = all.filter(({ path }) => !path.endsWith('.yml'));

const builtin = await commonPipelines();

async function shipped(backend: (typeof backends)[number]): Promise<ReadonlyMap<string, Pipeline>> {
  const texts = Object.entries({ ...builtin, ...(await storeOf(backend).pipelines()) });
  return new Map(
    texts.map(([name, text]) => {
      const { pipeline } = loadShipped(text, name);
      if (!pipeline) throw new Error(`The pipeline ${name} cannot be read.`);
      return [name, pipeline];
    }),
  );
}

const backends = [kql, splunk, lucene, dsl, eql].filter(({ name }) =>
  rules.some(({ path }) => path.startsWith(`${name}/`)),
);
const pipelines = new Map(
  await Promise.all(backends.map(async (b) => [b.name, await shipped(b)] as const)),
);
const tables = new Map(
  await Promise.all(backends.map(async (b) => [b.name, await storeOf(b).tables()] as const)),
);

function filesOf({ path, text }: (typeof rules)[number]) {
  const [target, name, ...rest] = path.split('/');
  const backend = backends.find((b) => b.name === target);
  const pipeline = pipelines.get(target!)?.get(name!);
  if (!backend || !pipeline || rest.length === 0) {
    throw new Error(`test/golden-pipelines/${path} is not in a folder <target>/<pipeline>.`);
  }
  const mode = {
    name: `${target}/${name}`,
    backend,
    pipelines: [pipeline],
    tables: tables.get(target!),
    options: optionsIn(text),
  };
  return goldenFiles({ path: rest.join('/'), text }, mode);
}

function optionsIn(text: string): Record<string, string> {
  const [, given] = /^# options: (.*)$/m.exec(text) ?? [];
  return Object.fromEntries(
    (given?.split(' ') ?? []).map((option) => {
      const at = option.indexOf('=');
      return [option.slice(0, at), option.slice(at + 1)];
    }),
  );
}

test.each(rules)('$path', (rule) => {
  const made = filesOf(rule);
  if (updating) {
    record(root, made);
    return;
  }
  const golden = new Map(recorded.map((f) => [f.path, f.text]));
  for (const { path, text } of made) {
    const where = `test/golden-pipelines/${path}`;
    expect(golden.has(path), `${where} is missing. Record it: ${RECORD}`).toBe(true);
    expect(text, `${where} differs. If it is right now: ${RECORD}`).toBe(golden.get(path));
  }
});

test('no golden file is left over', () => {
  const orphans = goldenDifferences(rules.flatMap(filesOf), recorded)
    .filter((d) => d.kind === 'orphan')
    .map((d) => d.path);
  if (updating) {
    for (const path of orphans) rmSync(join(root, path));
    return;
  }
  expect(orphans, `Rules or notes are gone. Remove these files: ${RECORD}`).toEqual([]);
});

/** Of each store the target whose rules are of all of its pipelines. */
const firstOfStore = backends.filter(
  (b, i) => backends.findIndex((o) => o.store === b.store) === i,
);

describe.each(firstOfStore)('$name', ({ name }) => {
  const own = [...pipelines.get(name)!.keys()].filter((n) => !Object.hasOwn(builtin, n));
  test.each(own)('%s has rules', (pipeline) => {
    expect(rules.some(({ path }) => path.startsWith(`${name}/${pipeline}/`))).toBe(true);
  });
});

test.each(Object.keys(builtin))('%s has rules for some target', (pipeline) => {
  expect(rules.some(({ path }) => path.split('/')[1] === pipeline)).toBe(true);
});
