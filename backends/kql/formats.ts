import { byLevel, joinTexts, yamlBlock, yamlList, yamlString } from '../../src/backend/index.js';
import type { Format, MappedText, Rule } from '../../src/backend/index.js';
import { codes } from './codes.js';
import { SEVERITIES, TACTICS } from './sentinel.data.js';

const query: Format = {
  name: 'query',
  description: 'Just the query; without a table, just the condition of `| where`',
  extension: 'kql',
  wrap: null,
};

const predicate: Format = {
  name: 'predicate',
  description: 'Just the condition of `| where`, even with a table',
  extension: 'kql',
  wrap: null,
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
  limit: ({ length }) =>
    length > MAX_QUERY ? codes['kql-sentinel-length']({ length, max: MAX_QUERY }) : null,
};

export const formats: readonly Format[] = [query, predicate, sentinel];

function wrapForSentinel(query: MappedText, rule: Rule): MappedText {
  const tactics = new Set<string>();
  const techniques = new Set<string>();
  for (const tag of rule.tags) {
    const name = /^attack\.(.*)$/i.exec(tag.text)?.[1]?.toLowerCase().replaceAll('_', '-') ?? '';
    if (Object.hasOwn(TACTICS, name)) tactics.add(TACTICS[name]!);
    else if (/^t\d{4}(?:\.\d{3})?$/.test(name)) techniques.add(name.toUpperCase());
  }
  const lines: string[] = [];
  if (rule.id) lines.push(`id: ${yamlString(rule.id)}`);
  lines.push(
    `name: ${yamlString(rule.title)}`,
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
