import { parse as parseToml, TomlError } from 'smol-toml';
import { readEql } from '../../languages/eql/read.js';
import { readKuery } from '../../languages/kuery/read.js';
import { readLucene } from '../../languages/lucene/read.js';
import type { QueryReader } from '../../languages/reading.js';
import { isJsonObject } from '../../source/json.js';
import type { JsonObject } from '../../source/json.js';
import type { SourceFile } from '../../source/span.js';
import type { CorpusRule } from './entry.js';
import { lineAt, readQuery, unreadRule } from './reading.js';
import type { RuleHead } from './reading.js';

const READERS: Readonly<Record<string, QueryReader>> = {
  kuery: readKuery,
  lucene: readLucene,
  eql: readEql,
};

/** The rules of a file, or why it has none. */
export type ElasticRules = readonly CorpusRule[] | string;

/** Reads a rule file of Elastic's detection-rules: TOML with a table `rule`. */
export function readElasticToml(file: SourceFile): ElasticRules {
  let document: unknown;
  try {
    // Integers as they come: values beyond 2^53 would throw otherwise.
    document = parseToml(file.text, { integersAsBigInt: true });
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const message = error.message.split('\n', 1)[0]!.replace(/^Invalid TOML document: |\.+$/g, '');
    const place = `Line ${error.line}, column ${error.column}`;
    return [unreadRule(headOf({}, file, 0), file.path, `${place}: not TOML: ${message}.`)];
  }
  const rule = isJsonObject(document) ? document['rule'] : undefined;
  if (!isJsonObject(rule)) return 'The file has no `rule` table.';
  const table = Math.max(0, file.text.search(/^[ \t]*\[rule\]/m));
  const key = file.text.slice(table).search(/^[ \t]*query[ \t]*=/m);
  return [readRule(rule, file, 0, key < 0 ? table : table + key)];
}

/** Reads rules as Kibana exports them: JSON, a rule, a list of rules, or a rule a line. */
export function readElasticJson(file: SourceFile): ElasticRules {
  const whole = parseJson(file.text);
  const documents =
    whole === undefined
      ? linesOf(file.text).map(({ text, start }) => ({ value: parseJson(text), start }))
      : (Array.isArray(whole) ? whole : [whole]).map((value: unknown) => ({ value, start: 0 }));
  if (!documents.some(({ value }) => isRule(value))) {
    return 'The file contains no Elastic detection rule.';
  }
  return documents.flatMap(({ value, start }, position) => {
    if (value !== undefined) return isRule(value) ? [readRule(value, file, position, start)] : [];
    const problem = `Line ${lineAt(file, start)}, column 1: This is not valid JSON.`;
    return [unreadRule(headOf({}, file, position), file.path, problem)];
  });
}

function linesOf(text: string): { readonly text: string; readonly start: number }[] {
  const lines = [...text.matchAll(/[^\r\n]+/g)];
  return lines
    .filter((line) => line[0].trim() !== '')
    .map((line) => ({ text: line[0], start: line.index ?? 0 }));
}

/** @param begin where the query's text begins, or what holds it */
function readRule(rule: JsonObject, file: SourceFile, position: number, begin: number): CorpusRule {
  const head = headOf(rule, file, position);
  const type = textIn(rule, 'type');
  const query = textIn(rule, 'query');
  if (query === null) {
    const problem = `A rule of type ${type ?? 'unknown'} has no query, so it cannot be inspected.`;
    return unreadRule(head, file.path, problem);
  }
  const language = textIn(rule, 'language')?.toLowerCase() ?? (type === 'eql' ? 'eql' : 'kuery');
  const read = Object.hasOwn(READERS, language) ? READERS[language] : undefined;
  if (!read) {
    const name = language === 'esql' ? 'ES|QL' : `the language '${language}'`;
    return unreadRule(head, file.path, `Queries in ${name} are not read.`);
  }
  // The parsers keep no positions, so the query is searched for: verbatim, or as JSON escapes it.
  const found = query.trim() === '' ? -1 : file.text.indexOf(query, begin);
  const toFile = found < 0 ? null : (at: number): number => found + at;
  const start = Math.max(begin, file.text.indexOf(JSON.stringify(query), begin));
  const made = readQuery(head, { text: query, file, toFile, start }, read);
  if (!Array.isArray(rule['filters']) || rule['filters'].length === 0) return made;
  const note = { message: 'The filters beside the query are not read.', line: lineAt(file, begin) };
  return { ...made, notes: [...made.notes, note] };
}

function headOf(rule: JsonObject, { path }: SourceFile, position: number): RuleHead {
  const id = textIn(rule, 'rule_id') ?? textIn(rule, 'id');
  const title = textIn(rule, 'name') ?? path.replace(/^.*[/\\]/, '');
  return { language: 'elastic', position, id, title };
}

function isRule(value: unknown): value is JsonObject {
  if (!isJsonObject(value)) return false;
  const type = textIn(value, 'type');
  return type !== null && textIn(value, 'name') !== null && 'risk_score' in value;
}

function textIn(fields: JsonObject, key: string): string | null {
  const value = Object.hasOwn(fields, key) ? fields[key] : undefined;
  return typeof value === 'string' && value !== '' ? value : null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
