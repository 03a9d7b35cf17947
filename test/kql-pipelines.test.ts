import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { kql } from '../backends/kql/index.js';
import type { DetectionNode } from '../src/model/detection.js';
import { applyPipelines } from '../src/pipeline/apply.js';
import { publishedTables, shippedPipelines } from '../src/pipeline/shipped.js';
import { storeOf } from '../src/schemas/stores.js';
import type { FieldRule, OtherFields, Source } from '../src/store/source.js';
import { columnsOfAll } from '../src/store/tables.js';
import { filesUnder } from './support/golden-files.js';
import { readLibrary } from './support/read-library.js';

/* What the pipelines for KQL name is there; and each of their sources has a golden rule. */

const tables = (await publishedTables(kql))!;
const names = Object.keys(await storeOf(kql).pipelines());
const pipelines = new Map(
  await Promise.all(names.map(async (n) => [n, (await shippedPipelines(kql, [n]))[0]!] as const)),
);

/** Whose sources a pipeline has beside its own: their rules are in another folder. */
const INCLUDED: Readonly<Record<string, readonly string[]>> = {
  sentinel: ['sentinel-applications', 'sentinel-security'],
};

/** Which columns readings look at, besides `of`: those whose key is another column. */
const TWO_COLUMNS = [
  'account',
  'file-path',
  'registry-path',
  'registry-value',
  'registry-typed-data',
  'uri',
];
/** What readings want `of` to be; the others want a text. */
const TYPES: Readonly<Record<string, readonly string[] | null>> = {
  column: null,
  // Text in Defender XDR, and dynamic in Sentinel; parse_json() takes both.
  json: ['string', 'dynamic'],
  'json-text': ['dynamic'],
};

/** A column, and the types that it may have; null for any. */
type Use = readonly [name: string, types: readonly string[] | null];

function usesIn(source: Source): readonly Use[] {
  const { where } = source;
  return [
    ...[...source.fields].flatMap(([field, rule]) => usesOfRule(field, rule)),
    ...source.others.flatMap(usesOfOthers),
    ...(where === null ? [] : fieldsIn(where).map((name): Use => [name, null])),
    ...[...source.types.keys()].map((name): Use => [name, null]),
  ];
}

function usesOfRule(field: string, rule: FieldRule): readonly Use[] {
  switch (rule.kind) {
    case 'renamed':
      return rule.to.map((name) => [name, null]);
    case 'hashes':
      return [...rule.algorithms.values()].flat().map((name) => [name, ['string']]);
    case 'computed': {
      const { as, of, key, column } = rule;
      const types = as in TYPES ? TYPES[as]! : ['string'];
      return [
        [of, types],
        ...(TWO_COLUMNS.includes(as) ? [[key ?? field, ['string']] as const] : []),
        ...(column === undefined ? [] : [[column, null] as const]),
      ];
    }
  }
}

function usesOfOthers(others: OtherFields): readonly Use[] {
  if (others.kind === 'prefix') {
    return others.prefixes.map((prefix) => [prefix.replace(/\.$/, ''), ['dynamic']]);
  }
  return others.kind === 'computed' ? usesOfRule('', others) : [];
}

function fieldsIn(node: DetectionNode): readonly string[] {
  if (node.kind === 'detection-group') return node.items.flatMap(fieldsIn);
  return node.field === null ? [] : [node.field.text];
}

/** What is wrong with a use; null for nothing. */
function wrongWith([name, types]: Use, columns: ReadonlyMap<string, string>): string | null {
  const type = columns.get(name);
  if (type !== undefined) return types && !types.includes(type) ? `${name} is ${type}` : null;
  const [base] = name.split('.');
  if (base === name || !columns.has(base!)) return `${name} is not there`;
  // A dot is a step into a dynamic column.
  return columns.get(base!) === 'dynamic' ? null : `${base} is ${columns.get(base!)}`;
}

function ownTypes({ types }: Source): ReadonlyMap<string, string> {
  return new Map([...types].map(([name, column]) => [name, column?.type ?? 'string']));
}

describe.each([...pipelines])('the KQL pipeline %s', (name, pipeline) => {
  const sources = pipeline.sources.filter((s) => s.refusal === null);

  test('names tables and columns that are there', () => {
    const wrong = sources.flatMap((source) => {
      const read = source.schema === null ? source.tables : [source.schema];
      const published = columnsOfAll(read, tables);
      // A parser may have columns beside those of the table that it is like.
      const isParser = source.tables.every((table) => table.endsWith('()'));
      const declared = isParser || !published ? ownTypes(source) : [];
      const columns = new Map([...(published ?? []), ...declared]);
      if (columns.size === 0) return [`${read.join()} is not there`];
      return usesIn(source).flatMap((use) => {
        const what = wrongWith(use, columns);
        return what === null ? [] : [`${source.name}: ${what}`];
      });
    });
    expect(wrong).toEqual([]);
  });

  test('says of a table that is no published one what must be there', () => {
    const own = (s: Source) => s.schema === null && s.tables.some((t) => !tables.columns(t));
    const unsaid = sources.filter((s) => own(s) && s.note === null);
    expect(unsaid.map((s) => s.name)).toEqual([]);
  });

  // Its sources are those of others, which have rules of their own.
  test.skipIf(name === 'microsoft')('has a golden rule for each source', () => {
    const used = new Set<unknown>();
    const folders = [name, ...(INCLUDED[name] ?? [])].map((folder) =>
      join(import.meta.dirname, 'golden-pipelines/kql', folder),
    );
    for (const { path, text } of folders.flatMap(filesUnder)) {
      if (!path.endsWith('.yml')) continue;
      const chosen = /^# options: .*?table=(\S+)/.exec(text)?.slice(1) ?? [];
      for (const { content } of readLibrary(text, { path }).documents) {
        if (content?.kind !== 'rule') continue;
        const all = applyPipelines(content, [pipeline], {
          target: kql,
          tables,
          tablesChosen: chosen,
        });
        for (const { source } of all) used.add(source?.source.logSources);
      }
    }
    const without = sources.filter((s) => !used.has(s.logSources));
    const list = without.map(
      ({ name, logSources }) => `${name}: ${logSources.map((l) => JSON.stringify(l.keys)).join()}`,
    );
    expect(list).toEqual([]);
  });
});
