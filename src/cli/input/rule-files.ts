import { statSync } from 'node:fs';
import { isLinking } from '../../model/linking/library.js';
import type { DocumentKind, SigmaDocument } from '../../model/document.js';
import { parse } from '../../model/parse.js';
import { codeFrame } from '../../source/code-frame.js';
import { fileDiagnostic } from '../../source/diagnostic.js';
import type { Diagnostic } from '../../source/diagnostic.js';
import { codes } from '../codes.js';
import { findInputs } from './inputs.js';
import type { Input, Inputs } from './inputs.js';
import { readInput } from './read-file.js';
import { UsageError } from '../usage-error.js';

/** A file of a run; plain data. */
export interface RuleFile {
  /** To open it; `-` is standard input. */
  readonly path: string;
  /** What it is called. */
  readonly shown: string;
  /** It was named by `--filter`: of what it holds, only filters count. */
  readonly filtersOnly?: boolean;
  /** What it holds, if that has been read. */
  readonly bytes?: Uint8Array;
}

export interface RuleFiles {
  readonly rules: readonly Input[];
  /** Those that are not among the rules. */
  readonly filters: readonly Input[];
  /** What each path of `--filter` names, also among the rules. */
  readonly named: readonly { readonly name: string; readonly files: readonly Input[] }[];
  /** The rules, then the filters. */
  readonly files: readonly RuleFile[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Finds the files that the user named as rules, and by `--filter`; see `findFilters` for what it throws. */
export async function findRuleFiles(
  names: readonly string[],
  filterNames: readonly string[] = [],
): Promise<RuleFiles> {
  const rules = await findInputs(names);
  const found = filterNames.length === 0 ? NO_INPUTS : await findFilters(filterNames);
  const taken = found.files.length === 0 ? null : new Set(rules.files.map(identityOf));
  const filters = found.files.filter((file) => !taken?.has(identityOf(file)));
  checkRead(filters);
  const asFile =
    (filtersOnly: boolean) =>
    ({ path }: Input): RuleFile => ({ path, shown: shownPath(path), filtersOnly });
  const named = await Promise.all(
    filterNames.map(async (name) => ({ name, files: (await findInputs([name])).files })),
  );
  return {
    rules: rules.files,
    filters,
    named,
    files: [...rules.files.map(asFile(false)), ...filters.map(asFile(true))],
    diagnostics: [...rules.diagnostics, ...found.diagnostics],
  };
}

/**
 * Finds the files that `--filter` names. Throws `UsageError` if one of them cannot be: without its
 * filters, rules would match what the user wants left out.
 */
export async function findFilters(names: readonly string[]): Promise<Inputs> {
  const found = await findInputs(names);
  const wrong = found.diagnostics.filter((d) => d.severity === 'error');
  if (wrong.length === 0) return found;
  throw new UsageError(wrong.map((d) => `--filter ${d.path}: ${d.message}`).join('\n'));
}

/** Throws `UsageError` for a filter that does not even say which rules it names. */
function checkRead(filters: readonly Input[]): void {
  const unread = filters.flatMap(({ path }) => whyUnread(path));
  if (unread.length === 0) return;
  const frames = unread.map((d) => codeFrame(d, { colour: false })).join('\n\n');
  throw new UsageError(
    `A filter cannot be read, so it is not known which rules need it.\n${frames}`,
  );
}

/** The errors of what may be a filter and does not say which rules it names. */
function whyUnread(path: string): readonly Diagnostic[] {
  // A pipe can be read but once.
  if (path === '-' || !statSync(path).isFile()) return [];
  const read = readRuleFile({ path, shown: shownPath(path) });
  if ('code' in read) return [read];
  return read
    .filter(({ kind, content }) => content === null && countsAsFilter(kind))
    .flatMap(({ diagnostics }) => diagnostics.filter((d) => d.severity === 'error'));
}

const NO_INPUTS = { files: [], diagnostics: [] };

/** The same for all paths to one file. */
function identityOf({ path }: Input): string {
  if (path === '-') return path;
  const { dev, ino } = statSync(path, { bigint: true });
  return `${dev} ${ino}`;
}

/** What a file is called; `-` is standard input. */
export function shownPath(path: string): string {
  return path === '-' ? '<stdin>' : path;
}

/** The documents of a file, or why it cannot be read. */
export type RuleReader = (file: RuleFile) => readonly SigmaDocument[] | Diagnostic;

/** Reads files. Those that tie others together are read once, since all of those ask for them. */
export function ruleReader(read: RuleReader = readRuleFile): RuleReader {
  const kept = new Map<string, ReturnType<RuleReader>>();
  return (file) => {
    const known = kept.get(file.path);
    if (known) return known;
    const found = read(file);
    if ('code' in found) return found;
    const documents = countingOf(file, found);
    if (file.filtersOnly || documents.some(isLinking)) kept.set(file.path, documents);
    return documents;
  };
}

function readRuleFile({ path, shown, bytes }: RuleFile): readonly SigmaDocument[] | Diagnostic {
  const input = bytes ?? readInput(path);
  return input instanceof Uint8Array ? parse(input, { path: shown }).documents : input;
}

/** Of a file's documents, those that count. What cannot be read may be a filter, too. */
export function countingOf(
  { filtersOnly }: RuleFile,
  documents: readonly SigmaDocument[],
): readonly SigmaDocument[] {
  if (!filtersOnly) return documents;
  return documents.filter(({ kind }) => countsAsFilter(kind));
}

function countsAsFilter(kind: DocumentKind): boolean {
  return kind === 'filter' || kind === 'unreadable';
}

/** A warning for each path that `--filter` names, and that holds none. */
export function withoutFilters({ named }: RuleFiles, read: RuleReader): readonly Diagnostic[] {
  const mayFilter = ({ path }: Input): boolean => {
    const found = read({ path, shown: shownPath(path), filtersOnly: true });
    return 'code' in found || found.length > 0;
  };
  return named
    .filter(({ files }) => !files.some(mayFilter))
    .map(({ name }) => fileDiagnostic(codes['no-filter'](), shownPath(name)));
}
