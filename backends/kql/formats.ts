import {
  byLevel,
  commented,
  joinTexts,
  yamlBlock,
  yamlDocuments,
  yamlList,
  yamlString,
} from '../../src/backend/index.js';
import type { AboutQuery, Format, MappedText } from '../../src/backend/index.js';
import { codes } from './codes.js';
import { SEVERITIES, TACTICS } from './sentinel.data.js';

/** https://learn.microsoft.com/en-us/kusto/query/comment */
const comments = commented((line) => `// ${line}`);

const query: Format = {
  name: 'query',
  description: 'Just the query; without a table, just the condition of `| where`',
  extension: 'kql',
  wrap: null,
  bundle: comments,
};

const predicate: Format = {
  name: 'predicate',
  description: 'Just the condition of `| where`, even with a table',
  extension: 'kql',
  wrap: null,
  bundle: comments,
};

/**
 * In characters.
 * https://learn.microsoft.com/en-us/azure/sentinel/scheduled-rules-overview
 */
const MAX_QUERY = 10_000;

/**
 * A scheduled analytics rule in the form of Microsoft's own template repository. Every text is a
 * JSON string, which YAML reads as one, or a literal block.
 * https://github.com/Azure/Azure-Sentinel/wiki/Query-Style-Guide
 */
const sentinel: Format = {
  name: 'sentinel',
  description: 'A scheduled analytics rule for Microsoft Sentinel (YAML)',
  extension: 'yaml',
  wrap: wrapForSentinel,
  bundle: yamlDocuments,
  deploys: true,
  limit: ({ length }) =>
    length > MAX_QUERY ? codes['kql-sentinel-length']({ length, max: MAX_QUERY }) : null,
};

export const formats: readonly Format[] = [query, predicate, sentinel];

function wrapForSentinel(query: MappedText, { rule, id, name: title }: AboutQuery): MappedText {
  const tactics = new Set<string>();
  const techniques = new Set<string>();
  for (const tag of rule.tags) {
    const name = /^attack\.(.*)$/i.exec(tag.text)?.[1]?.toLowerCase().replaceAll('_', '-') ?? '';
    if (Object.hasOwn(TACTICS, name)) tactics.add(TACTICS[name]!);
    else if (/^t\d{4}(?:\.\d{3})?$/.test(name)) techniques.add(name.toUpperCase());
  }
  const lines: string[] = [];
  lines.push(
    `id: ${yamlString(id)}`,
    `name: ${yamlString(title)}`,
    `description: ${yamlString(rule.description ?? rule.title)}`,
    `severity: ${byLevel(rule, SEVERITIES, 'Medium')}`,
    'status: Available',
    'requiredDataConnectors: []',
    'queryFrequency: 1h',
    'queryPeriod: 1h',
    'triggerOperator: gt',
    'triggerThreshold: 0',
    ...yamlList('tactics', tactics),
    ...yamlList('relevantTechniques', techniques),
    'query: ',
  );
  const rest = ['', 'entityMappings: []', 'version: 1.0.0', 'kind: Scheduled', ''];
  return joinTexts([lines.join('\n'), yamlBlock(query), rest.join('\n')]);
}
