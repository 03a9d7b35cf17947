import { codes } from '../codes.js';
import { reasonOf } from '../../convert/guard.js';
import { fileDiagnostic } from '../../source/diagnostic.js';
import { converter } from '../../convert/index.js';
import type { Converter, Query } from '../../convert/index.js';
import { asksForQueries } from '../../model/document.js';
import type { Outcome } from '../../report/outcome.js';
import type { Diagnostic, DiagnosticRecord, Severity } from '../../source/diagnostic.js';
import { commandFrame, commandRecord } from '../terminal/hints.js';
import { documentLines, unreadableLine } from './record.js';
import { readLinked } from '../input/linked-files.js';
import type { LinkedFile } from '../input/linked-files.js';
import type { Message } from '../terminal/message.js';
import { placeInRepository } from '../repository.js';
import { ruleReader } from '../input/rule-files.js';
import type { RuleReader } from '../input/rule-files.js';
import type { Settings } from '../settings.js';
import type { Target } from '../targets.js';
import { Told } from './told.js';

/** How a batch of files is to be converted; plain data. */
export interface Job {
  readonly settings: Settings;
  readonly json: boolean;
  readonly colour: boolean;
  /** Draw notes too, which are otherwise only counted. */
  readonly verbose: boolean;
  /** A report is made of every diagnostic. */
  readonly records?: boolean;
}

/** Everything that is to be said of one file, as text; plain data. */
export interface FileResult {
  readonly path: string;
  /** JSON lines, if requested, in pieces that can be written one by one. */
  readonly lines: readonly string[];
  readonly queries: readonly QueryResult[];
  readonly messages: readonly Message[];
  /** All diagnostics, if requested. */
  readonly records: readonly DiagnosticRecord[];
  readonly counts: Counts;
  /** A document that gives no query has errors. */
  readonly failed: boolean;
}

/** A query, or why there is none. */
export interface QueryResult extends Outcome {
  readonly extension: string;
  /** Null if refused, or in the JSON lines. */
  readonly text: string | null;
  /** Without its format; null as `text` is. */
  readonly queryText: string | null;
  /** Which query of the file and target it is, from 1; refused ones count. */
  readonly number: number;
}

export interface Counts {
  rules: number;
  exact: number;
  approximate: number;
  refused: number;
  /** Of those, queries with fields that no list of the source has. */
  assumed: number;
  /** Of those, queries whose log source has no place, under Sigma's names. */
  unmapped: number;
  /** Files of which nothing could be read. */
  unread: number;
}

export function noCounts(): Counts {
  return { rules: 0, exact: 0, approximate: 0, refused: 0, assumed: 0, unmapped: 0, unread: 0 };
}

/** Reads and converts files for every target. Never throws for what a file holds. */
export function fileConverter(
  targets: readonly Target[],
  job: Job,
): (file: LinkedFile) => FileResult {
  const converters = targets.map((target) => converterFor(target, job.settings));
  const read = ruleReader();
  return (file) => {
    try {
      return convertFile(file, read, converters, targets, job);
    } catch (error) {
      if (process.env['SIGMAQL_DEBUG']) throw error;
      // What nobody expected costs this file alone.
      const { shown: path } = file;
      const problem = fileDiagnostic(codes['file-failed']({ reason: reasonOf(error) }), path);
      return unreadResult(path, problem, job);
    }
  };
}

function unreadResult(path: string, problem: Diagnostic, job: Job): FileResult {
  const lines = job.json ? [unreadableLine(problem)] : [];
  const counts = { ...noCounts(), unread: 1 };
  const records = job.records ? [commandRecord(problem)] : [];
  const told = messages([problem], job);
  return { path, lines, queries: [], messages: told, records, counts, failed: true };
}

function convertFile(
  file: LinkedFile,
  read: RuleReader,
  converters: readonly Converter[],
  targets: readonly Target[],
  job: Job,
): FileResult {
  const counts = noCounts();
  const { shown: path } = file;
  const linked = readLinked(file, read);
  if ('code' in linked) {
    return unreadResult(path, linked, job);
  }
  const { library, documents } = linked;
  counts.rules = documents.filter(asksForQueries).length;
  const results: QueryResult[] = [];
  const lines: string[] = [];
  const told = new Told(!job.verbose && !job.json);
  const records: DiagnosticRecord[] = [];
  let failed = false;
  const numbers = new Map<string, number>();
  for (const document of documents) {
    // Of a large file, only what is told of each document is kept.
    const own = converters.flatMap((convert) => convert(library, [document]));
    if (job.json) lines.push(documentLines(document, own));
    for (const query of own) {
      counts[query.fidelity]++;
      if (query.mapping === 'assumed' || query.mapping === 'unmapped') counts[query.mapping]++;
      const number = (numbers.get(query.target) ?? 0) + 1;
      numbers.set(query.target, number);
      results.push(resultOf(query, number, targets, job));
    }
    if (own.length === 0 && document.diagnostics.some((d) => d.severity === 'error')) failed = true;
    const tell = (diagnostics: readonly Diagnostic[], target: string | null): void => {
      for (const d of diagnostics) {
        const isShown = isTold(d, job);
        if (!job.records && !isShown) continue;
        if (told.add(d, target, isShown) && job.records) records.push(commandRecord(d));
      }
    };
    tell(document.diagnostics, null);
    for (const query of own) tell(query.diagnostics, query.target);
  }
  const queriesTold = { queries: results, messages: messages(told.diagnostics(), job) };
  return { path, lines, ...queriesTold, records, counts, failed };
}

function resultOf(
  query: Query,
  number: number,
  targets: readonly Target[],
  { json }: Job,
): QueryResult {
  const { backend } = targets.find((t) => t.backend.name === query.target)!;
  const { document, target, format, id, name, fidelity, mapping, limits, text, queryText } = query;
  const { heading, span, diagnostics } = document;
  const all = [...diagnostics, ...query.diagnostics];
  const codesOf = (severity: Severity): string[] => [
    ...new Set(all.filter((d) => d.severity === severity).map((d) => d.code)),
  ];
  return {
    path: span.file.path,
    rule: { id: heading.id, title: heading.title ?? '' },
    id,
    name,
    target,
    format,
    fidelity,
    mapping,
    limits: [...new Set(limits.map((l) => l.code))],
    errors: codesOf('error'),
    warnings: codesOf('warning'),
    isUnreadable: diagnostics.some((d) => d.severity === 'error'),
    reason: all.find((d) => d.severity === 'error')?.message ?? null,
    extension: backend.formats.find((f) => f.name === format)!.extension,
    text: json ? null : text,
    queryText: json ? null : queryText,
    number,
  };
}

/** Converts for a target with its settings. */
export function converterFor(
  { backend, pipelines, tables, attack }: Target,
  settings: Settings,
): Converter {
  return converter({
    backend,
    tables,
    attack,
    placeOf: placeInRepository,
    ...(Object.hasOwn(settings.formats, backend.name)
      ? { format: settings.formats[backend.name]! }
      : {}),
    options: settings.options[backend.name] ?? {},
    placeholders: settings.placeholders,
    pipelines,
    deploy: settings.deploy ?? undefined,
    strict: settings.strict,
    compact: settings.compact,
  });
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
        : commandFrame(d, { colour: job.colour }),
  }));
}
