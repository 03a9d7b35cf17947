import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseDocument } from 'yaml';
import { splunk } from '../../../backends/splunk/index.js';
import { convert } from '../../../src/convert/index.js';
import type { MatchEvent } from '../../../src/match/event.js';
import { usableRule } from '../../../src/model/document.js';
import type { Library } from '../../../src/model/linking/library.js';
import type { Rule } from '../../../src/model/rule.js';
import { applyPipelines } from '../../../src/pipeline/apply.js';
import { finalize } from '../../../src/pipeline/finalize.js';
import { loadPipeline } from '../../../src/pipeline/load.js';
import type { Pipeline } from '../../../src/pipeline/pipeline.js';
import { lower } from '../../../src/predicate/lower.js';
import { readLibrary } from '../../support/read-library.js';
import { Coverage, samplesOf, spread } from '../samples/near-miss.js';
import type { Sample } from '../samples/near-miss.js';
import { splRun } from '../splunk/run.js';
import { printTable } from '../tally.js';
import { reasonFor } from './reasons.js';
import { theirRun } from './run.js';

/*
 * Every pipeline of test/pipelines over every rule of ours, by pySigma and by us: both searches run over
 * the same events. What pySigma's Splunk backend makes of a rule without a pipeline tells the target's
 * differences, which are not compared here, from those of the pipeline.
 */
const root = join(import.meta.dirname, '../../..');
const installed = join(root, 'test/engines/target/pysigma/bin/python');
const python = process.env['SIGMAQL_PYTHON'] ?? (existsSync(installed) ? installed : 'python3');
const present =
  spawnSync(python, ['-c', 'import sigma.backends.splunk'], { stdio: 'ignore' }).status === 0;
if (!present) {
  console.log(
    'pySigma is skipped: python3 -m pip install pysigma==1.5.1 pysigma-backend-splunk==2.1.0',
  );
}
const updating = Boolean(process.env['UPDATE_GOLDEN']);

const EVENTS = 12;
const NONE = 'no pipeline';

interface Theirs {
  readonly queries?: readonly string[];
  readonly error?: string;
}

interface Ours {
  readonly library: Library;
  /** Null where it is refused. */
  readonly queries: readonly string[] | null;
  readonly codes: readonly string[];
}

test.skipIf(!present && !process.env['CI'])(
  'pipelines do what pySigma makes them do',
  { timeout: 900_000 },
  () => {
    const rules = texts('test/pipelines/rules', 'rules');
    const pipelines = texts('test/pipelines');
    const bare = new Map(
      [...pipelines].flatMap(([path, text]) => {
        const without = withoutOutput(text);
        return without === null ? [] : [[`${path} bare`, without] as const];
      }),
    );
    const answers = askPySigma(new Map([...pipelines, ...bare, [NONE, 'name: none\n']]), rules);
    const theirsOf = (pipeline: string, rule: string): Theirs =>
      answers.get(`${pipeline}\n`) ?? answers.get(`${pipeline}\n${rule}`) ?? { error: 'no answer' };

    const plain = new Map<string, Verdict>();
    for (const [path, text] of rules) {
      plain.set(path, compare(theirsOf(NONE, path), oursOf(text, path, null), null, Infinity));
    }
    const rows: string[] = [];
    const totals = { pairs: 0, same: 0, better: 0, target: 0 };
    const unexplained: string[] = [];
    for (const [path, text] of pipelines) {
      const loaded = loadPipeline(Buffer.from(text), { path }).pipeline;
      const counts = { pairs: 0, same: 0, better: 0, target: 0 };
      const why = new Set<string>();
      for (const [rule, source] of rules) {
        counts.pairs++;
        const asWhole = theirsOf(path, rule);
        const ours = loaded ? oursOf(source, rule, loaded) : null;
        const verdict = ours
          ? compareWhole(
              asWhole,
              theirsOf(`${path} bare`, rule),
              ours,
              loaded!,
              source,
              rule,
              bare.get(`${path} bare`) ?? '',
            )
          : asWhole.error === undefined
            ? 'refused by us: the pipeline'
            : 'same';
        if (verdict === 'same') counts.same++;
        else {
          const reason = reasonFor(path.replace(/^.*\//, ''), verdict, ours?.codes ?? []);
          if (reason !== null) {
            counts.better++;
            why.add(reason);
          } else if (plain.get(rule) !== 'same') counts.target++;
          else unexplained.push(`${path} ${rule}: ${verdict}`);
        }
      }
      for (const key of ['pairs', 'same', 'better', 'target'] as const) totals[key] += counts[key];
      const name = `\`${path.replace(/^.*\//, '').replace(/\.yml$/, '')}\``;
      const cells = [counts.pairs, counts.same, counts.better, counts.target].map(grouped);
      rows.push(`| ${[name, ...cells, [...why].sort().join('; ')].join(' | ')} |`);
    }
    const sums = [totals.pairs, totals.same, totals.better, totals.target].map(grouped);
    const table = [
      '| pipeline | pairs | same | better | target | why |',
      '| --- | ---: | ---: | ---: | ---: | --- |',
      ...rows,
      `| ${['all', ...sums, ''].join(' | ')} |`,
    ].join('\n');
    printTable('pySigma beside us', [
      `${sums[0]} pairs of pipeline and rule: ${sums[1]} same, ${sums[2]} better, ${sums[3]} the target's`,
    ]);
    expect(unexplained.slice(0, 20), `${unexplained.length} without a reason`).toEqual([]);
    expect(recorded(table)).toBe(cellsOf(table));
  },
);

type Verdict = 'same' | 'cannot be compared' | `refused by ${string}` | `differs: ${string}`;

function compare(theirs: Theirs, ours: Ours, pipeline: Pipeline | null, most = EVENTS): Verdict {
  if (!ours.queries) return theirs.error === undefined ? 'refused by us: the rule' : 'same';
  if (theirs.queries === undefined) return `refused by pySigma: ${theirs.error ?? ''}`;
  let runs: readonly ((event: MatchEvent) => boolean | null)[][];
  try {
    runs = [ours.queries.map((q) => splRun(q)), theirs.queries.map((q) => theirRun(q))];
  } catch {
    return 'cannot be compared';
  }
  for (const event of eventsFor(ours.library, pipeline, most)) {
    let found: readonly boolean[];
    try {
      found = runs.map((side) => side.some((run) => run(event) === true));
    } catch {
      // What Splunk makes of it, the manual does not say.
      continue;
    }
    if (found[0] !== found[1]) {
      const shown = JSON.stringify(event.json, (_, v: unknown) =>
        typeof v === 'bigint' ? String(v) : v,
      );
      return `differs: ${found[0] ? 'ours' : 'theirs'} finds ${shown.slice(0, 300)}`;
    }
  }
  return 'same';
}

/** The meaning is compared without postprocessing and finalizers, and what these add as text. */
function compareWhole(
  whole: Theirs,
  bareTheirs: Theirs,
  ours: Ours,
  pipeline: Pipeline,
  text: string,
  rule: string,
  bareText: string,
): Verdict {
  if (pipeline.postprocessing.length + pipeline.finalizers.length === 0) {
    return compare(whole, ours, pipeline);
  }
  const bare = loadPipeline(Buffer.from(bareText), { path: 'bare.yml' }).pipeline;
  const bareOurs = bare ? oursOf(text, rule, bare) : ours;
  const verdict = compare(bareTheirs, bareOurs, bare);
  if (verdict !== 'same' || !bareOurs.queries) return verdict;
  if (!ours.queries) return whole.error === undefined ? 'refused by us: the rule' : 'same';
  if (whole.queries === undefined) return `refused by pySigma: ${whole.error ?? ''}`;
  const made = finalize(ours.queries, [pipeline]);
  const ourText = made === null ? ours.queries.join('\n') : made;
  const a = framed(ourText, bareOurs.queries);
  const b = framed(whole.queries.join('\n'), bareTheirs.queries ?? []);
  return a === b ? 'same' : `differs: ${JSON.stringify(a)} and ${JSON.stringify(b)}`;
}

/** A text without the queries in it; of JSON and YAML, what it says. */
function framed(text: string, queries: readonly string[]): string {
  const read = parsed(text);
  return read === undefined
    ? frameOf(text, queries)
    : JSON.stringify(read, (_, v: unknown) => (typeof v === 'string' ? frameOf(v, queries) : v));
}

function parsed(text: string): unknown {
  if (!/^\s*[[{"-]/.test(text)) return undefined;
  const document = parseDocument(text);
  const read: unknown = document.errors.length > 0 ? undefined : document.toJS();
  return typeof read === 'object' || text.trim().startsWith('"') ? read : undefined;
}

function frameOf(text: string, queries: readonly string[]): string {
  let made = text;
  for (const query of [...queries].sort((a, b) => b.length - a.length)) {
    for (const form of [query, JSON.stringify(query).slice(1, -1)]) {
      made = made.replaceAll(form, 'QUERY');
    }
  }
  return made.trim();
}

/** By their paths; each goes through every pipeline. */
const libraries = new Map<string, Library>();

function oursOf(text: string, path: string, pipeline: Pipeline | null): Ours {
  const library = libraries.get(path) ?? readLibrary(text, { path });
  libraries.set(path, library);
  const options = { backend: splunk, compact: true, pipelines: pipeline ? [pipeline] : [] };
  const queries = convert(library, options);
  const made = queries.flatMap((q) => q.text ?? []);
  const codes = queries.flatMap((q) => q.diagnostics).map((d) => d.code);
  const isWhole = made.length === queries.length && made.length > 0;
  return { library, queries: isWhole ? made : null, codes };
}

/** Near misses of the rule as it is, and as the pipeline leaves it. */
function eventsFor(
  library: Library,
  pipeline: Pipeline | null,
  most: number,
): readonly MatchEvent[] {
  return library.documents.flatMap((document) => {
    const rule = usableRule(document);
    if (!rule) return [];
    const after = pipeline ? applyPipelines(rule, [pipeline], { target: splunk }) : [];
    return [rule, ...after.map((p) => p.rule)].flatMap((r) =>
      nearMissesOf(r).flatMap((samples) =>
        spread(samples, Math.min(most, samples.length)).map((s) => s.event),
      ),
    );
  });
}

/** Of rules as they are, which every pipeline is compared with. */
const nearMisses = new WeakMap<Rule, readonly (readonly Sample[])[]>();

/** For each condition. */
function nearMissesOf(rule: Rule): readonly (readonly Sample[])[] {
  let found = nearMisses.get(rule);
  if (!found) {
    found = rule.detection.conditions.map((condition) => {
      const { expression } = lower(rule, condition);
      return expression ? samplesOf(expression, new Coverage()) : [];
    });
    nearMisses.set(rule, found);
  }
  return found;
}

function askPySigma(
  pipelines: ReadonlyMap<string, string>,
  rules: ReadonlyMap<string, string>,
): ReadonlyMap<string, Theirs> {
  const input = JSON.stringify({
    pipelines: Object.fromEntries(pipelines),
    rules: Object.fromEntries(rules),
  });
  const script = join(import.meta.dirname, 'convert.py');
  const out = execFileSync(python, [script], { input, encoding: 'utf8', maxBuffer: 1 << 28 });
  return new Map(
    out
      .trimEnd()
      .split('\n')
      .map((line) => {
        const answer = JSON.parse(line) as Theirs & { pipeline: string; rule: string | null };
        return [`${answer.pipeline}\n${answer.rule ?? ''}`, answer] as const;
      }),
  );
}

/** Null where there is none. */
function withoutOutput(text: string): string | null {
  const document = parseDocument(text);
  const keys = ['postprocessing', 'finalizers'].filter((key) => document.delete(key));
  if (keys.length === 0) return null;
  return document.contents === null ? 'name: none\n' : document.toString();
}

function texts(...folders: readonly string[]): ReadonlyMap<string, string> {
  return new Map(
    folders.flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: folder === 'rules', encoding: 'utf8' })
        .filter((f) => f.endsWith('.yml'))
        .sort()
        .map((f) => [join(folder, f), readFileSync(join(root, folder, f), 'utf8')] as const),
    ),
  );
}

const BEGIN = '<!-- Written by test/engines/pysigma: -->';
const END = '<!-- End of it -->';

/** The table of docs/pipelines.md, which is written anew where that is asked for. */
function recorded(table: string): string {
  const path = join(root, 'docs/pipelines.md');
  const page = readFileSync(path, 'utf8');
  const [before = '', rest = ''] = page.split(BEGIN);
  const [, after = ''] = rest.split(END);
  if (!updating) return cellsOf(rest.split(END)[0]!);
  writeFileSync(path, `${before}${BEGIN}\n\n${table}\n\n${END}${after}`);
  return cellsOf(table);
}

/** Without the padding that the formatter adds. */
function cellsOf(table: string): string {
  return table
    .trim()
    .split('\n')
    .map((line) =>
      line
        .replace(/ +\|/g, ' |')
        .replace(/\| +/g, '| ')
        .replace(/ -+ /g, ' --- ')
        .replace(/ -+: /g, ' ---: '),
    )
    .join('\n');
}

function grouped(n: number): string {
  return String(n).replace(/\B(?=(\d{3})+$)/g, ',');
}
