import { kustoReader } from '../../languages/kusto/read.js';
import type { KustoParser } from '../../languages/kusto/syntax.js';
import { refused } from '../../languages/reading.js';
import type { QueryReader } from '../../languages/reading.js';
import { readSpl } from '../../languages/spl/read.js';
import { parse } from '../../model/parse.js';
import { decode, fromText } from '../../source/decode.js';
import { toRecord } from '../../source/diagnostic.js';
import type { Diagnostic } from '../../source/diagnostic.js';
import { entry } from '../../source/yaml/node.js';
import type { YamlMap } from '../../source/yaml/node.js';
import type { SourceFile } from '../../source/span.js';
import { readYaml } from '../../source/yaml/yaml.js';
import { readElasticJson, readElasticToml } from './elastic.js';
import type { CorpusRule } from './entry.js';
import { readQuery, unreadRule } from './reading.js';
import { rulesAmong, sigmaRules } from './sigma.js';
import { readYamlQuery } from './yaml-query.js';

export interface CorpusFile {
  readonly path: string;
  readonly content: string | Uint8Array;
}

/** A file without a rule in a language that is read. */
export interface OtherFile {
  readonly path: string;
  readonly reason: string;
}

export interface Corpus {
  readonly rules: readonly CorpusRule[];
  readonly others: readonly OtherFile[];
}

export interface CorpusOptions {
  /**
   * Gives Microsoft's parser; called once, and only if there is a Kusto query. Without it, Kusto
   * queries are listed as unread.
   */
  readonly kusto?: () => KustoParser;
}

/** How files are named that may hold rules of a corpus. */
export const CORPUS_FILES = /\.(?:ya?ml|kql|csl|kusto|toml|ndjson|json)$/i;

/**
 * Reads the rules of a corpus: Sigma, Kusto queries (by themselves, or as Sentinel's analytics and
 * hunting rules), Elastic's detection rules, and Splunk's detections. Whatever the files hold, it
 * does not throw: what cannot be read is listed with its reason.
 */
export function readCorpus(files: Iterable<CorpusFile>, options: CorpusOptions = {}): Corpus {
  const kusto = kustoOnce(options);
  const rules: CorpusRule[] = [];
  const others: OtherFile[] = [];
  for (const { path, content } of files) {
    const { file, diagnostics } =
      typeof content === 'string' ? fromText(content, path) : decode(content, path);
    const broken = diagnostics.find((d) => d.severity === 'error');
    const found = broken ? reasonOf(broken) : readFile(file, kusto);
    if (typeof found === 'string') others.push({ path, reason: found });
    else rules.push(...found);
  }
  return { rules, others };
}

/** The rules of a file, or why it has none. */
function readFile(file: SourceFile, kusto: QueryReader): readonly CorpusRule[] | string {
  switch (/\.([^./\\]*)$/.exec(file.path)?.[1]?.toLowerCase()) {
    case 'kql':
    case 'csl':
    case 'kusto':
      return [readKustoFile(file, kusto)];
    case 'toml':
      return readElasticToml(file);
    case 'json':
    case 'ndjson':
      return readElasticJson(file);
    case 'yml':
    case 'yaml':
      return readYamlFile(file, kusto);
    default:
      return 'Files of this type are not searched for rules.';
  }
}

function readKustoFile(file: SourceFile, kusto: QueryReader): CorpusRule {
  const title = file.path.replace(/^.*[/\\]/, '').replace(/\.[^.]*$/, '');
  const head = { language: 'kusto', position: 0, id: null, title } as const;
  return readQuery(head, { text: file.text, file, toFile: (at) => at, start: 0 }, kusto);
}

const SIGMA = /^["']?(?:detection|correlation|filter)["']?[ \t]*:/im;

/** Most files of a corpus are Sigma's, and what holds a query of another language names it so. */
export function isSigma({ path, text }: SourceFile): boolean {
  return /\.ya?ml$/i.test(path) && SIGMA.test(text);
}

function readYamlFile(file: SourceFile, kusto: QueryReader): readonly CorpusRule[] | string {
  if (isSigma(file)) {
    return sigmaRules(rulesAmong(parse(file.text, { path: file.path }).documents), file.path);
  }
  const documents = readYaml(file);
  const rules = documents.flatMap(({ root, partial, diagnostics }, position) => {
    const map = root ?? partial;
    if (map?.kind !== 'map') return [];
    const kind = queryIn(map);
    if (!kind) return [];
    const { key, language } = kind;
    const broken = root ? undefined : diagnostics.find((d) => d.severity === 'error');
    if (broken) {
      const head = { language, position, id: null, title: file.path.replace(/^.*[/\\]/, '') };
      return [unreadRule(head, file.path, reasonOf(broken))];
    }
    const query = entry(map, key)!;
    const read = language === 'kusto' ? kusto : readSpl;
    return [readYamlQuery({ language, document: map, query, file, position, read })];
  });
  if (rules.length > 0) return rules;
  const broken = documents.flatMap((d) => d.diagnostics).find((d) => d.severity === 'error');
  return broken ? reasonOf(broken) : 'It has none of the keys `detection`, `query` and `search`.';
}

function queryIn(map: YamlMap) {
  if (entry(map, 'query')) return { key: 'query', language: 'kusto' } as const;
  return entry(map, 'search') ? ({ key: 'search', language: 'splunk' } as const) : null;
}

function kustoOnce({ kusto }: CorpusOptions): QueryReader {
  if (!kusto) {
    return () => refused("Kusto queries need Microsoft's parser, which is not there.");
  }
  let read: QueryReader | null = null;
  return (query) => (read ??= kustoReader(kusto()))(query);
}

function reasonOf(problem: Diagnostic): string {
  const { line, column, message } = toRecord(problem);
  return problem.span ? `Line ${line}, column ${column}: ${message}` : message;
}
