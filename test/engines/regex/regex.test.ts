import { spawnSync } from 'node:child_process';
import { RE2JS } from 're2js';
import { describe, expect, test } from 'vitest';
import { kql } from '../../../backends/kql/index.js';
import { lucene } from '../../../backends/lucene/index.js';
import { splunk } from '../../../backends/splunk/index.js';
import type { Backend } from '../../../src/backend/contract.js';
import { convert } from '../../../src/convert/index.js';
import type { Query } from '../../../src/convert/index.js';
import { regexMatcher } from '../../../src/match/regex.js';
import type { Regex } from '../../../src/model/regex/ast.js';
import { plainStrings } from '../../../src/model/regex/plain.js';
import type { Expression } from '../../../src/predicate/predicate.js';
import { asQuery, readWhere } from '../kql/parser.js';
import type { KqlNode } from '../kql/parser.js';
import { documentOf, missing, runLucene } from '../lucene/lucene.js';
import { predicatesOf } from '../predicates.js';
import { casesIn, casesOf, ruleFolders } from '../rules.js';
import { regexSamples } from '../samples/regex-samples.js';
import { readSpl } from '../splunk/reader.js';
import type { EvalNode } from '../splunk/eval-reader.js';
import { printRow } from '../tally.js';
import { pcre2 } from './pcre2.js';
import { ripgrep } from './ripgrep.js';

/** Why a tool cannot run here; null if it can. Never skipped in CI. */
function unavailable(tool: string): string | null {
  if (process.env['CI'] || !spawnSync(tool, ['-h']).error) return null;
  console.log(`Tests with ${tool} are skipped: it is not installed here.`);
  return 'not installed';
}

const noPcre = unavailable('pcre2test');
const noRust = unavailable('rg');

interface Sampled {
  readonly regex: Regex;
  readonly subjects: readonly string[];
  /** Of a rule that asks for nothing but this regex. */
  readonly rule: ReturnType<typeof casesOf>[number];
}

function regexesIn(expression: Expression): Regex[] {
  return predicatesOf(expression).flatMap((p) => {
    if (p.kind === 'regex') return [p.regex];
    return p.kind === 'keyword' && p.search.kind === 'regex' ? [p.search.regex] : [];
  });
}

function letters({ flags }: Regex): string {
  return `${flags.ignoreCase ? 'i' : ''}${flags.multiLine ? 'm' : ''}${flags.dotAll ? 's' : ''}`;
}

const all = new Map<string, Sampled>();
for (const folder of ruleFolders) {
  for (const { expression } of casesIn(folder)) {
    for (const regex of regexesIn(expression)) {
      // Strings to every language.
      if (plainStrings(regex)) continue;
      const key = `${letters(regex)}/${regex.source}`;
      if (all.has(key)) continue;
      const modifiers = ['F', 're', ...letters(regex)].join('|');
      const [rule] = casesOf(
        JSON.stringify({
          title: 't',
          logsource: { product: 'p' },
          detection: { s: { [modifiers]: regex.source }, condition: 's' },
        }),
      );
      // A line break of Windows within a subject is one to every tool, or none.
      const subjects = regexSamples(regex.ast).filter((s) => !s.includes('\r'));
      all.set(key, { regex, subjects, rule: rule! });
    }
  }
}
const samples = [...all.values()];

/** PCRE2 on the rule's own pattern: the truth. */
const truth = noPcre
  ? []
  : pcre2(
      samples.map(({ regex, subjects }) => ({
        pattern: regex.source,
        flags: letters(regex),
        subjects,
      })),
    );

function queryOf({ rule }: Sampled, backend: Backend, options = {}): Query {
  return convert(rule.library, { backend, options })[0]!;
}

/** Compares what an engine found with the truth; only what a query says may differ, and must. */
function compare(
  engine: string,
  results: readonly (readonly (boolean | null)[] | string | null)[],
  queries: readonly (Query | null)[],
): void {
  const wrong: string[] = [];
  let pairs = 0;
  let rules = 0;
  let approximate = 0;
  results.forEach((result, i) => {
    const { regex, subjects } = samples[i]!;
    if (result === null) return;
    rules++;
    if (typeof result === 'string') {
      wrong.push(`${regex.source}: ${result}`);
      return;
    }
    const expected = truth[i]!;
    if (typeof expected === 'string') throw new Error(`PCRE2 on ${regex.source}: ${expected}`);
    const query = queries[i];
    const directions = new Set(query?.diagnostics.map((d) => d.direction));
    result.forEach((found, k) => {
      if (found === null) return;
      pairs++;
      if (found === expected[k]) return;
      if (directions.has(found ? 'wider' : 'narrower')) approximate++;
      else {
        wrong.push(`${regex.source} ${found ? 'finds' : 'misses'} ${JSON.stringify(subjects[k])}`);
      }
    });
  });
  printRow({
    engine,
    events: 'regex samples',
    rules,
    pairs,
    approximate,
    disagreements: wrong.length,
  });
  expect(wrong.slice(0, 10), `${wrong.length} disagreements`).toEqual([]);
}

describe.skipIf(noPcre !== null)('every regex of the rules', () => {
  test('has samples on both sides', () => {
    const oneSided = samples.filter((_, i) => new Set(truth[i] as readonly boolean[]).size < 2);
    expect(samples.length).toBeGreaterThan(10);
    expect(oneSided.map((s) => s.regex.source)).toEqual([]);
  });

  test('is the same to the matcher', () => {
    const results = samples.map(({ regex, subjects }) => subjects.map(regexMatcher(regex)));
    compare(
      'match (RE2JS)',
      results,
      samples.map(() => null),
    );
  });

  const kqlQueries = samples.map((s) => queryOf(s, kql));
  const kqlPatterns = kqlQueries.map((q) =>
    q.queryText === null ? null : kqlPattern(q.queryText),
  );

  test('is the same in KQL, by RE2', () => {
    const results = samples.map(({ subjects }, i) => {
      const pattern = kqlPatterns[i]!;
      if (pattern === null) return null;
      const regex = RE2JS.compile(pattern);
      return subjects.map((s) => regex.test(s));
    });
    compare('KQL, RE2JS', results, kqlQueries);
  });

  test.skipIf(noRust !== null)("is the same in KQL, by Rust's regex", () => {
    const results = samples.map(({ subjects }, i) => {
      const pattern = kqlPatterns[i]!;
      return pattern === null ? null : ripgrep(pattern, subjects);
    });
    compare("KQL, Rust's regex", results, kqlQueries);
    // What is said to match more, because letters beyond ASCII may count, does so in Rust.
    const unshown = kqlQueries.filter((query, i) => {
      if (query.fidelity !== 'approximate') return false;
      if (!query.diagnostics.some((d) => d.code.startsWith('regex-') && d.direction)) return false;
      const found = results[i] as readonly (boolean | null)[];
      return found.every((f, k) => f === null || f === (truth[i] as readonly boolean[])[k]);
    });
    expect(unshown.map((q) => q.queryText)).toEqual([]);
  });

  test('is the same in SPL, by PCRE2', () => {
    const queries = samples.map((s) => queryOf(s, splunk));
    const requests = queries.map((q, i) => ({
      pattern: q.queryText === null ? '' : splPattern(q.queryText),
      flags: '',
      subjects: samples[i]!.subjects,
    }));
    const results = pcre2(requests).map((r, i) => (queries[i]!.queryText === null ? null : r));
    compare('SPL, PCRE2', results, queries);
  });

  test.skipIf(missing !== null)('is the same in Lucene', { timeout: 300_000 }, async () => {
    const queries = samples.map((s) => queryOf(s, lucene, { case: 'regex' }));
    const asked = samples.flatMap((s, i) => (queries[i]!.queryText === null ? [] : [{ ...s, i }]));
    const found = await runLucene(
      asked.map(({ subjects, i }) => ({
        query: queries[i]!.queryText!,
        events: subjects.map((s) => documentOf({ F: s })),
      })),
      { lower: false },
    );
    const results: (readonly boolean[] | string | null)[] = samples.map(() => null);
    asked.forEach(({ i }, k) => {
      const result = found[k]!;
      results[i] = typeof result === 'string' ? result : result.kept;
    });
    compare('Lucene 8, RegExp', results, queries);
  });
});

function kqlPattern(predicate: string): string {
  const find = (node: KqlNode): string | null => {
    if (node.kind === 'operation' && node.operator === 'matches regex') {
      const [, pattern] = node.operands;
      return pattern?.kind === 'literal' ? pattern.value : null;
    }
    const inside = 'operands' in node ? node.operands : [];
    return inside.map(find).find((p) => p !== null) ?? null;
  };
  const pattern = find(readWhere(asQuery(predicate)).predicate);
  if (pattern === null) throw new Error(`no regex in ${predicate}`);
  return pattern;
}

function splPattern(query: string): string {
  const find = (node: EvalNode): string | null => {
    if (node.kind !== 'call') return null;
    const [, pattern] = node.arguments;
    if (node.name === 'mvfind' && pattern?.kind === 'string') return pattern.text;
    return node.arguments.map(find).find((p) => p !== null) ?? null;
  };
  const [command] = readSpl(query).commands;
  const pattern = command?.name === 'where' && find(command.condition);
  if (typeof pattern !== 'string') throw new Error(`no regex in ${query}`);
  return pattern;
}
