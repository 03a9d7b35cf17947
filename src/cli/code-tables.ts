import { dialectCodes } from '../backend/dialect/codes.js';
import { elasticCodes } from '../backend/elastic/codes.js';
import { queryStringCodes } from '../backend/elastic/query-string/codes.js';
import type { Backend } from '../backend/index.js';
import { codes as convertCodes } from '../convert/codes.js';
import { codes as matchCodes } from '../match/codes.js';
import { codes as ruleCodes } from '../model/codes.js';
import { codes as conditionCodes } from '../model/condition/codes.js';
import { codes as correlationCodes } from '../model/correlation/correlation-codes.js';
import { codes as linkingCodes } from '../model/linking/linking-codes.js';
import { codes as modifierCodes } from '../model/modifiers/codes.js';
import { regexCodes } from '../model/regex/codes.js';
import { codes as regexSyntaxCodes } from '../model/regex/syntax-codes.js';
import { slipCodes } from '../model/reading/slip-codes.js';
import { codes as pipelineCodes } from '../pipeline/codes.js';
import { templateCodes } from '../pipeline/templates/template-codes.js';
import { codes as predicateCodes } from '../predicate/codes.js';
import { entriesOf } from '../source/codes.js';
import type { CodeEntry } from '../source/codes.js';
import { codes as fileCodes } from '../source/file-codes.js';
import { codes as yamlCodes } from '../source/yaml/yaml-codes.js';
import { codes as storeCodes } from '../store/codes.js';
import { codes as commandCodes } from './codes.js';

export interface CodeTable {
  readonly title: string;
  readonly entries: Readonly<Record<string, CodeEntry>>;
}

/** Every code that some diagnostic may have, area by area; then those of the targets. */
export function codeTables(backends: readonly Backend[]): readonly CodeTable[] {
  const tables: readonly (readonly [title: string, codes: object])[] = [
    ['Files', fileCodes],
    ['YAML', yamlCodes],
    ['Rules', ruleCodes],
    ['Slips in rules', slipCodes],
    ['Conditions', conditionCodes],
    ['Modifiers', modifierCodes],
    ['Regular expression syntax', regexSyntaxCodes],
    ['Correlations', correlationCodes],
    ['References and filters', linkingCodes],
    ['Pipelines', pipelineCodes],
    ['Templates of pipelines', templateCodes],
    ['Log sources', storeCodes],
    ['Placeholders and logic', predicateCodes],
    ['Conversion', convertCodes],
    ['All targets', dialectCodes],
    ['Elastic', elasticCodes],
    ['query_string', queryStringCodes],
    ['Regular expressions of targets', regexCodes],
    ...backends.flatMap((b) => (b.codes ? [[b.title, b.codes] as const] : [])),
    ['Events and matching', matchCodes],
    ['Command', commandCodes],
  ];
  return tables.map(([title, codes]) => ({ title, entries: entriesOf(codes) }));
}
