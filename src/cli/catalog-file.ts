import { reasonOf } from '../convert/guard.js';
import { codes } from './codes.js';
import { CORPUS_FILES, isSigma, readCorpus } from '../catalog/corpus/read.js';
import { rulesAmong } from '../catalog/corpus/sigma.js';
import type { KustoParser } from '../languages/kusto/syntax.js';
import { inspector } from '../catalog/inspect/inspect.js';
import type { Inspector } from '../catalog/inspect/inspect.js';
import type { CatalogRule, OtherFile } from '../catalog/site/entry.js';
import { catalogRules, otherRules } from '../catalog/site/read.js';
import type { Converter } from '../convert/index.js';
import { link } from '../model/library.js';
import { parse } from '../model/parse.js';
import { decode } from '../source/decode.js';
import { converterFor } from './convert-file.js';
import { readInput } from './read-file.js';
import type { FileKind } from './inputs.js';
import type { Settings } from './settings.js';
import { loadTargets } from './targets.js';

/** A file to read, and the path that the site shows for it. */
export interface CatalogPath {
  readonly path: string;
  readonly shown: string;
}

/** What a file gives a catalogue; plain data. */
export interface CatalogFile {
  readonly shown: string;
  readonly rules: readonly CatalogRule[];
  /** Where there is no rule in it. */
  readonly other: OtherFile | null;
}

/** Files that may hold a rule of some language. */
export const ANY_RULES: FileKind = { names: CORPUS_FILES, called: 'files that may contain a rule' };

/** What reading needs, loaded once; each thread has its own. */
export interface CatalogTools {
  /** What the tools were loaded for. */
  readonly settings: Settings;
  readonly converters: readonly { readonly title: string; readonly convert: Converter }[];
  readonly inspect: Inspector;
  readonly kusto: () => KustoParser;
}

export async function loadCatalogTools(settings: Settings): Promise<CatalogTools> {
  const [targets, inspect, { loadKusto }] = await Promise.all([
    loadTargets(settings),
    inspector(),
    import('./kusto.js'),
  ]);
  let parser: KustoParser | null = null;
  const converters = targets.map((target) => ({
    title: target.backend.title,
    convert: converterFor(target, settings),
  }));
  return { settings, converters, inspect, kusto: () => (parser ??= loadKusto()) };
}

/** Reads and converts one file. Never throws for what the file holds. */
export function catalogFile(file: CatalogPath, tools: CatalogTools): CatalogFile {
  try {
    return readFile(file, tools);
  } catch (error) {
    if (process.env['SIGMAQL_DEBUG']) throw error;
    const { message } = codes['file-failed']({ reason: reasonOf(error) });
    return withoutRules(file.shown, message);
  }
}

function withoutRules(shown: string, reason: string): CatalogFile {
  return { shown, rules: [], other: { path: shown, reason } };
}

function readFile({ path, shown }: CatalogPath, tools: CatalogTools): CatalogFile {
  const { converters, inspect, kusto } = tools;
  const none = (reason: string): CatalogFile => withoutRules(shown, reason);
  const input = readInput(path);
  if (!(input instanceof Uint8Array)) return none(input.message);
  const { file } = decode(input, shown);
  if (!isSigma(file)) {
    const { rules, others } = readCorpus([{ path: shown, content: input }], { kusto });
    if (others.length > 0) return none(others[0]!.reason);
    return { shown, rules: otherRules(rules, file), other: null };
  }
  const { documents } = parse(input, { path: shown });
  if (rulesAmong(documents).length === 0) return none('There is no rule in it.');
  const library = link(documents);
  const converted = converters.map(({ title, convert }) => ({ title, queries: convert(library) }));
  return { shown, rules: catalogRules(library.documents, file, converted, inspect), other: null };
}
