import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { kql } from '../backends/kql/index.js';
import { lucene } from '../backends/lucene/index.js';
import { splunk } from '../backends/splunk/index.js';
import { convert } from '../src/convert/index.js';
import type { Query } from '../src/convert/index.js';
import type { Placeholders } from '../src/model/given-values.js';
import { LOG_SOURCE_KEYS } from '../src/model/rule.js';
import type { Rule } from '../src/model/rule.js';
import { publishedTables, shippedPipelines } from '../src/pipeline/shipped.js';
import { readLibrary } from './support/read-library.js';

/*
 * docs/log-sources.md says for each product and each log source of a catalogue how many of its rules
 * convert, where their events are searched for, and why the others do not. Placeholders have values
 * there, as they have where the rules are used. UPDATE_GOLDEN=1 writes it.
 */

const root = join(import.meta.dirname, '..');
const corpus = join(root, '../shared/corpus/sigmahq');
const present = existsSync(corpus);
if (!present) console.log('../shared/corpus is not here: tables of log sources are not compared.');

const backends = [kql, splunk, lucene];

/** What became of the rules of one log source for one target. */
interface Outcome {
  converted: number;
  /** Those of them that are refused unless the user gives their placeholders values. */
  needValues: number;
  readonly sources: Map<string, number>;
  readonly reasons: Map<string, number>;
}

interface Row {
  readonly name: string;
  readonly product: string;
  rules: number;
  readonly outcomes: readonly Outcome[];
  readonly refused: Refused[];
}

/** A rule that some target does not convert, and why, for each target; null where it does. */
interface Refused {
  readonly path: string;
  readonly reasons: readonly (string | null)[];
}

async function count(): Promise<readonly Row[]> {
  const settings = await Promise.all(
    backends.map(async (backend) => ({
      backend,
      pipelines: await shippedPipelines(backend),
      tables: await publishedTables(backend),
    })),
  );
  const rows = new Map<string, Row>();
  for (const path of readdirSync(corpus, { recursive: true, encoding: 'utf8' }).sort()) {
    if (!path.endsWith('.yml')) continue;
    const library = readLibrary(readFileSync(join(corpus, path)), { path });
    const queries = settings.map((s) => convert(library, s));
    const placeholders = valuesFor(queries.flat());
    const withValues =
      placeholders === null
        ? queries
        : settings.map((s) => convert(library, { ...s, placeholders }));
    library.documents.forEach(({ content }, i) => {
      if (content?.kind !== 'rule') return;
      const row = rowFor(content, rows);
      row.rules++;
      row.outcomes.forEach((o, b) => {
        add(o, withValues[b]![i]!);
        if (queries[b]![i]!.text === null && withValues[b]![i]!.text !== null) o.needValues++;
      });
      const reasons = withValues.map((q) => whyNotOf(q[i]!)?.detail ?? null);
      if (reasons.some((r) => r !== null)) row.refused.push({ path, reasons });
    });
  }
  return [...rows.values()].sort((a, b) => b.rules - a.rules || (a.name < b.name ? -1 : 1));
}

function rowFor({ logsource }: Rule, rows: Map<string, Row>): Row {
  const named = LOG_SOURCE_KEYS.map((key) => logsource[key].map((n) => n.text).join(' or '));
  const [category = '', product = '', service = ''] = named;
  const name = [product, category, service].filter((n) => n !== '').join(' / ');
  let row = rows.get(name);
  if (!row) {
    const outcomes = backends.map((): Outcome => ({
      converted: 0,
      needValues: 0,
      sources: new Map(),
      reasons: new Map(),
    }));
    row = { name, product: product || 'any product', rules: 0, outcomes, refused: [] };
    rows.set(name, row);
  }
  return row;
}

/** A value for each placeholder that a user would have to supply; null if there is none. */
function valuesFor(queries: readonly Query[]): Placeholders | null {
  const names = queries.flatMap((q) =>
    q.diagnostics.flatMap((d) =>
      d.code === 'placeholder-unresolved' ? (/%(.*)%/.exec(d.message)?.slice(1) ?? []) : [],
    ),
  );
  // An address is a string, too.
  return names.length > 0 ? Object.fromEntries(names.map((n) => [n, ['192.0.2.7']])) : null;
}

/** Why a query is of no use; null if it is. */
function whyNotOf(query: Query): { readonly reason: string; readonly detail: string } | null {
  if (query.text === null) {
    const errors = query.diagnostics.filter((d) => d.severity === 'error');
    const { code } = errors[0]!;
    const reason = REASONS[code] ?? code;
    const about = errors
      .filter((d) => d.code === code)
      .flatMap((d) => PART.exec(d.message)?.slice(1).filter(Boolean) ?? []);
    const parts = [...new Set(about)].join(', ');
    return { reason, detail: parts === '' ? reason : `${reason}: ${parts}` };
  }
  // Such a query has the rule's own names, and finds nobody's events.
  const reason = 'no source is known, so fields keep their names';
  return query.mapping === 'unmapped' ? { reason, detail: reason } : null;
}

function add(outcome: Outcome, query: Query): void {
  const why = whyNotOf(query);
  if (why) {
    increase(outcome.reasons, why.reason);
    return;
  }
  outcome.converted++;
  for (const d of query.diagnostics) {
    const [, source] =
      d.code === 'source-chosen' ? (/^Reads (.*?) for /.exec(d.message) ?? []) : [];
    if (source !== undefined) increase(outcome.sources, source);
  }
}

/** What of a message names the part of the rule, or why a log source has no table. */
const PART =
  /^No source .*?(`[^`]+`)|^(`[^`]+`) is in a list|^The placeholder (%.*%) has|^The pipeline has no table for [^.]*(?:\.[^.\s]+)*\. ([A-Z].*)\. Choose/;

const REASONS: Readonly<Record<string, string>> = {
  'placeholder-unresolved': 'a placeholder has no values',
  'source-unknown': 'no table is known',
  'source-table-unknown': 'no table is known',
  'field-not-in-source': 'no table has a field of the rule',
  'value-not-in-source': 'no table stores a value of the rule',
  'source-needs-field': 'no table is known',
  'source-contradicts-rule': 'the log source has no such event',
  'regex-look-around': 'the target cannot express the regular expression',
  'regex-back-reference': 'the target cannot express the regular expression',
  'regex-property': 'the target cannot express the regular expression',
  'elastic-matches-nothing': 'the field cannot hold a value of the rule',
  'elastic-all-open': 'the target cannot express what the rule looks for',
  'kql-list-in-path': 'the target cannot look into a list',
  'lucene-regex-anchor': 'the target cannot express the regular expression',
  'lucene-regex-word-boundary': 'the target cannot express the regular expression',
};

function increase(map: Map<string, number>, key: string): void {
  map.set(key, (map.get(key) ?? 0) + 1);
}

function listOf(map: ReadonlyMap<string, number>): string {
  return [...map]
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .map(([name, n]) => `${name} (${n})`)
    .join(', ');
}

function documentOf(rows: readonly Row[]): string {
  const total = rows.reduce((sum, r) => sum + r.rules, 0);
  const lines = [
    '# Log sources',
    '',
    `What the default pipelines do with the ${total.toLocaleString('en-GB')} rules of a SigmaHQ snapshot: how many convert with a mapping that is known or assumed, where their`,
    'events are searched for, and why the rest are refused. Written by `test/log-sources.test.ts`.',
    '',
    '## By product',
    '',
    ...tableOf(rows),
    '',
    'A rule with `|expand` needs values that only its user has. Each placeholder has one here; the last row counts the rules that are refused without.',
    '',
  ];
  backends.forEach((backend, b) => {
    const converted = rows.reduce((sum, r) => sum + r.outcomes[b]!.converted, 0);
    const share = ((100 * converted) / total).toFixed(1);
    lines.push(
      `## ${backend.title}`,
      '',
      `${converted.toLocaleString('en-GB')} rules convert, ${share} %.`,
      '',
      '| log source | rules | convert | where | why not |',
      '| --- | ---: | ---: | --- | --- |',
      ...rows.map(({ name, rules, outcomes }) => {
        const { converted: n, sources, reasons } = outcomes[b]!;
        return `| ${name} | ${rules} | ${n} | ${listOf(sources)} | ${listOf(reasons)} |`;
      }),
      '',
    );
  });
  lines.push(...refusedIn(rows));
  return lines.join('\n');
}

const SHORT: Readonly<Record<string, string>> = { kql: 'KQL', splunk: 'Splunk', lucene: 'Lucene' };
/** Products of fewer rules share a row. */
const FEWEST = 7;

/** A row for each product. */
function tableOf(rows: readonly Row[]): string[] {
  const rulesOf = (some: readonly Row[]): number => sumOf(some, (r) => r.rules);
  const byProduct = groupBy(rows, (r) => r.product);
  const products = groupBy(rows, (r) =>
    rulesOf(byProduct.get(r.product)!) < FEWEST ? 'others' : r.product,
  );
  const sorted = [...products].sort(([, a], [, b]) => rulesOf(b) - rulesOf(a));
  return [
    `| product | rules | ${backends.map((b) => SHORT[b.name]!).join(' | ')} | why not |`,
    `| --- | ---: | ${backends.map(() => '---: |').join(' ')} --- |`,
    ...sorted.map(([product, some]) => {
      const converted = backends.map((_, b) => sumOf(some, (r) => r.outcomes[b]!.converted));
      return `| ${[product, rulesOf(some), ...converted, whyNot(some)].join(' | ')} |`;
    }),
    rowOf('all', rows, (o) => o.converted),
    rowOf('refused without values for placeholders', rows, (o) => o.needValues),
  ];
}

/** A row of how many of all rules, and of their share. */
function rowOf(name: string, rows: readonly Row[], count: (o: Outcome) => number): string {
  const total = sumOf(rows, (r) => r.rules);
  const shares = backends.map((_, b) => {
    const n = sumOf(rows, (r) => count(r.outcomes[b]!));
    return `${n} (${((100 * n) / total).toFixed(1)} %)`;
  });
  return `| ${[name, total, ...shares, ''].join(' | ')} |`;
}

function sumOf(rows: readonly Row[], count: (row: Row) => number): number {
  return rows.reduce((sum, row) => sum + count(row), 0);
}

/** Each rule that is not converted, and why. */
function refusedIn(rows: readonly Row[]): string[] {
  const all = rows.flatMap((r) => r.refused).sort((a, b) => (a.path < b.path ? -1 : 1));
  return [
    '## Not converted',
    '',
    `| rule | ${backends.map((b) => SHORT[b.name]!).join(' | ')} |`,
    `| --- | ${backends.map(() => '---').join(' | ')} |`,
    ...all.map(({ path, reasons }) => {
      const name = basename(path, '.yml');
      return `| ${[name, ...reasons.map((r) => r ?? '')].join(' | ')} |`;
    }),
    '',
  ];
}

function groupBy<T>(all: readonly T[], keyOf: (item: T) => string): Map<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of all) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}

/** `REASON (NUMBER)` where all targets agree, else `REASON (TARGET NUMBER, …)`. */
function whyNot(rows: readonly Row[]): string {
  const reasons = new Map<string, number[]>();
  for (const { outcomes } of rows) {
    outcomes.forEach((outcome, b) => {
      for (const [reason, n] of outcome.reasons) {
        const counts = reasons.get(reason) ?? backends.map(() => 0);
        counts[b]! += n;
        reasons.set(reason, counts);
      }
    });
  }
  return [...reasons]
    .sort(([a, m], [b, n]) => Math.max(...n) - Math.max(...m) || (a < b ? -1 : 1))
    .map(([reason, counts]) => {
      const same = counts.every((n) => n === counts[0]);
      const each = counts.flatMap((n, b) => (n > 0 ? [`${SHORT[backends[b]!.name]} ${n}`] : []));
      return `${reason} (${same ? counts[0] : each.join(', ')})`;
    })
    .join('; ');
}

/** The percentage of rules that each target has to convert. */
const LEAST = [96, 99, 99];

test.skipIf(!present)(
  'docs/log-sources.md says what converting the corpus gives',
  { timeout: 120_000 },
  async () => {
    const path = join(root, 'docs/log-sources.md');
    const rows = await count();
    const made = documentOf(rows);
    if (process.env['UPDATE_GOLDEN']) {
      if (process.env['CI']) throw new Error('Golden files are not recorded in CI.');
      writeFileSync(path, made);
    }
    expect(readFileSync(path, 'utf8')).toBe(made);
    const total = sumOf(rows, (r) => r.rules);
    const readme = readFileSync(join(root, 'README.md'), 'utf8');
    backends.forEach((_, b) => {
      const share = (100 * sumOf(rows, (r) => r.outcomes[b]!.converted)) / total;
      expect(readme).toContain(`${share.toFixed(1)} %`);
      expect(share).toBeGreaterThanOrEqual(LEAST[b]!);
    });
  },
);
