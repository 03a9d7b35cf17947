import { convert } from '../convert/index.js';
import type { ConvertOptions, Query } from '../convert/index.js';
import type { CollectionItem } from '../model/collection.js';
import { parse } from '../model/parse.js';
import { codeFrame } from '../source/code-frame.js';
import { toRecord } from '../source/diagnostic.js';
import type { Diagnostic, Severity } from '../source/diagnostic.js';
import { readInput } from './inputs.js';
import type { Settings } from './settings.js';
import type { Target } from './targets.js';

/** How a batch of files is to be converted; plain data. */
export interface Job {
  readonly settings: Settings;
  readonly json: boolean;
  readonly colour: boolean;
  /** Draw notes too, which are otherwise only counted. */
  readonly verbose: boolean;
}

/** Everything that is to be said of one file, as text; plain data. */
export interface FileResult {
  readonly path: string;
  /** JSON lines, if asked for. */
  readonly lines: string;
  readonly queries: readonly QueryResult[];
  readonly messages: readonly Message[];
  readonly counts: Counts;
}

export interface QueryResult {
  readonly target: string;
  readonly title: string;
  readonly extension: string;
  readonly text: string;
}

export interface Message {
  readonly severity: Severity;
  readonly code: string;
  readonly message: string;
  /** Empty where it will not be shown. */
  readonly frame: string;
}

export interface Counts {
  rules: number;
  exact: number;
  approximate: number;
  refused: number;
  /** Files of which nothing could be read. */
  unread: number;
}

export function noCounts(): Counts {
  return { rules: 0, exact: 0, approximate: 0, refused: 0, unread: 0 };
}

/** Reads and converts one file for every target. Never throws for what the file holds. */
export function convertFile(path: string, targets: readonly Target[], job: Job): FileResult {
  const counts = noCounts();
  const shown = path === '-' ? '<stdin>' : path;
  const input = readInput(path);
  if (!(input instanceof Uint8Array)) {
    counts.unread = 1;
    return { path: shown, lines: '', queries: [], messages: messages([input], job), counts };
  }
  const { settings } = job;
  const parsed = parse(input, { path: shown });
  counts.rules = parsed.collection.items.length;
  const queries = targets.map((target) => convert(parsed.collection, optionsFor(target, settings)));
  const results: QueryResult[] = [];
  let lines = '';
  const told = parsed.diagnostics.filter((d) => isTold(d, job));
  const once = new Set<string>();
  for (const query of inRuleOrder(queries)) {
    counts[query.fidelity]++;
    if (job.json) lines += `${JSON.stringify(record(query, shown))}\n`;
    else if (query.text !== null) {
      const { backend } = targets.find((t) => t.backend.name === query.target)!;
      results.push({
        target: query.target,
        title: query.item.heading.title ?? '',
        extension: backend.formats.find((f) => f.name === query.format)!.extension,
        text: query.text,
      });
    }
    for (const d of query.diagnostics) {
      if (!isTold(d, job)) continue;
      // What the model says of a rule is the same for every target.
      const key = `${d.code} ${d.span?.start ?? 0} ${d.span?.end ?? 0} ${d.message}`;
      if (!once.has(key)) told.push(d);
      once.add(key);
    }
  }
  return { path: shown, lines, queries: results, messages: messages(told, job), counts };
}

const optionsOf = new WeakMap<Settings, Map<Target, ConvertOptions>>();

/** As what a target is to be converted, the same object each time. */
export function optionsFor(target: Target, settings: Settings): ConvertOptions {
  let known = optionsOf.get(settings);
  if (!known) optionsOf.set(settings, (known = new Map()));
  let options = known.get(target);
  if (!options) {
    const { backend, pipelines, tables } = target;
    options = {
      backend,
      tables,
      ...(Object.hasOwn(settings.formats, backend.name)
        ? { format: settings.formats[backend.name]! }
        : {}),
      options: settings.options[backend.name] ?? {},
      placeholders: settings.placeholders,
      pipelines,
      strict: settings.strict,
      compact: settings.compact,
    };
    known.set(target, options);
  }
  return options;
}

/** For each rule, each target, each query of it. */
function inRuleOrder(byTarget: readonly (readonly Query[])[]): readonly Query[] {
  const byItem = new Map<CollectionItem, Query[]>();
  for (const query of byTarget.flat()) {
    const known = byItem.get(query.item);
    if (known) known.push(query);
    else byItem.set(query.item, [query]);
  }
  return [...byItem.values()].flat();
}

function record(query: Query, path: string): object {
  const { id, title, level, status } = query.item.heading;
  return {
    path,
    rule: { id, title, level, status },
    target: query.target,
    format: query.format,
    pipelines: query.pipelines,
    query: query.text,
    fidelity: query.fidelity,
    diagnostics: [...query.item.diagnostics, ...query.diagnostics].map(toRecord),
  };
}

/** With --json a program reads along, and has every diagnostic in its lines: only errors matter more. */
function isTold(d: Diagnostic, { json }: Job): boolean {
  return !json || d.span === null || d.severity === 'error';
}

function messages(diagnostics: readonly Diagnostic[], job: Job): Message[] {
  return diagnostics.map((d) => ({
    severity: d.severity,
    code: d.code,
    message: d.message,
    frame:
      d.span && (job.json || (d.severity === 'note' && !job.verbose))
        ? ''
        : codeFrame(d, { colour: job.colour }),
  }));
}
