import { byLevel, jsonLines, placeInJson } from '../../src/backend/index.js';
import type { AboutQuery, Format, Level } from '../../src/backend/index.js';

const SEVERITIES: Readonly<Record<Level, readonly [severity: string, riskScore: number]>> = {
  informational: ['low', 10],
  low: ['low', 21],
  medium: ['medium', 47],
  high: ['high', 73],
  critical: ['critical', 99],
};

export const formats: readonly Format[] = [
  {
    name: 'query',
    description: 'Just the query, for Kibana or query_string',
    extension: 'lucene',
    wrap: null,
  },
  {
    name: 'dsl',
    description: 'A search body in Query DSL (JSON)',
    extension: 'json',
    wrap: (query) => placeInJson(searchBody, query, 2),
    bundle: jsonLines,
  },
  {
    name: 'siem_rule',
    description: 'A detection rule for Elastic Security (a line of NDJSON)',
    extension: 'ndjson',
    wrap: (query, about) => placeInJson((text) => siemRule(text, about), query),
    bundle: jsonLines,
    deploys: true,
  },
];

function searchBody(query: string): object {
  return { query: { bool: { filter: [{ query_string: { query, analyze_wildcard: false } }] } } };
}

/** https://www.elastic.co/docs/api/doc/kibana/operation/operation-createrule */
function siemRule(query: string, { rule, id, name }: AboutQuery): object {
  const [severity, riskScore] = byLevel(rule, SEVERITIES, SEVERITIES.low);
  return {
    rule_id: id,
    name,
    description: rule.description ?? rule.title,
    type: 'query',
    language: 'lucene',
    query,
    severity,
    risk_score: riskScore,
    tags: rule.tags.map((t) => t.text),
    references: rule.references.map((r) => r.text),
    false_positives: rule.falsepositives.map((f) => f.text),
    author: rule.author === null ? [] : [rule.author],
    from: 'now-6m',
    interval: '5m',
    enabled: false,
  };
}
