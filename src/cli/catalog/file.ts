import { reasonOf } from '../../convert/guard.js';
import { codes } from '../codes.js';
import { CORPUS_FILES, isSigma, readCorpus } from '../../catalog/corpus/read.js';
import { rulesAmong } from '../../catalog/corpus/sigma.js';
import type { KustoParser } from '../../languages/kusto/syntax.js';
import { inspector } from '../../catalog/inspect/inspect.js';
import type { Inspector } from '../../catalog/inspect/inspect.js';
import type { CatalogFilter, CatalogRule, OtherFile } from '../../catalog/site/entry.js';
import { catalogFilters, catalogRules, otherRules } from '../../catalog/site/read.js';
import type { Converter } from '../../convert/index.js';
import type { AttackData } from '../../model/attack/attack.js';
import { loadAttack } from '../../model/attack/load.js';
import { parse } from '../../model/parse.js';
import { decode } from '../../source/decode.js';
import { converterFor } from '../convert/file.js';
import { readLinked } from '../input/linked-files.js';
import type { LinkedFile } from '../input/linked-files.js';
import { readInput } from '../input/read-file.js';
import { countingOf, ruleReader } from '../input/rule-files.js';
import type { RuleReader } from '../input/rule-files.js';
import type { FileKind } from '../input/inputs.js';
import type { Settings } from '../settings.js';
import { loadTargets } from '../targets.js';

/** What a file gives a catalogue; plain data. */
export interface CatalogFile {
  readonly shown: string;
  readonly rules: readonly CatalogRule[];
  readonly filters: readonly CatalogFilter[];
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
  readonly attack: AttackData;
  readonly kusto: () => KustoParser;
}

export async function loadCatalogTools(settings: Settings): Promise<CatalogTools> {
  const [targets, inspect, attack, { loadKusto }] = await Promise.all([
    loadTargets(settings),
    inspector(),
    loadAttack(),
    import('../kusto.js'),
  ]);
  let parser: KustoParser | null = null;
  const converters = targets.map((target) => ({
    title: target.backend.title,
    convert: converterFor(target, settings),
  }));
  return { settings, converters, inspect, attack, kusto: () => (parser ??= loadKusto()) };
}

/** Reads and converts one file. Never throws for what the file holds. */
export function catalogFile(file: LinkedFile, tools: CatalogTools, read: RuleReader): CatalogFile {
  try {
    return readFile(file, tools, read);
  } catch (error) {
    if (process.env['SIGMAQL_DEBUG']) throw error;
    const { message } = codes['file-failed']({ reason: reasonOf(error) });
    return withoutRules(file.shown, message);
  }
}

function withoutRules(shown: string, reason: string): CatalogFile {
  return { shown, rules: [], filters: [], other: { path: shown, reason } };
}

/** Reads the files that are linked with one: those of other languages hold nothing that is. */
export function catalogReader(): RuleReader {
  return ruleReader(({ path, shown }) => {
    const input = readInput(path);
    if (!(input instanceof Uint8Array)) return input;
    const { file } = decode(input, shown);
    return isSigma(file) ? parse(input, { path: shown }).documents : [];
  });
}

function readFile(linked: LinkedFile, tools: CatalogTools, read: RuleReader): CatalogFile {
  const { path, shown } = linked;
  const { converters, inspect, attack, kusto } = tools;
  const none = (reason: string): CatalogFile => withoutRules(shown, reason);
  const input = readInput(path);
  if (!(input instanceof Uint8Array)) return none(input.message);
  const { file } = decode(input, shown);
  if (!isSigma(file)) {
    const { rules, others } = readCorpus([{ path: shown, content: input }], { kusto });
    if (others.length > 0) return none(others[0]!.reason);
    return { shown, rules: otherRules(rules, file), filters: [], other: null };
  }
  const own = countingOf(linked, parse(input, { path: shown }).documents);
  const found = readLinked(linked, (other) => (other.path === path ? own : read(other)));
  if ('code' in found) return none(found.message);
  const { library, documents } = found;
  const filters = catalogFilters(documents, file);
  if (rulesAmong(documents).length + filters.length === 0) {
    return linked.filtersOnly
      ? { shown, rules: [], filters, other: null }
      : none('There is no rule in it.');
  }
  const converted = converters.map(({ title, convert }) => ({
    title,
    queries: convert(library, documents),
  }));
  const reading = { library, targets: converted, inspect, attack };
  const rules = catalogRules(documents, file, reading);
  return { shown, rules, filters, other: null };
}
