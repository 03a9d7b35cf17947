import { byLevel, placeInJson } from '../../src/backend/index.js';
import type { Format, Level, Rule } from '../../src/backend/index.js';

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
  },
  {
    name: 'siem_rule',
    description: 'A detection rule for Elastic Security (JSON)',
    extension: 'json',
    wrap: (query, rule) => placeInJson((text) => siemRule(text, rule), query, 2),
  },
];

function searchBody(query: string): object {
  return { query: { bool: { filter: [{ query_string: { query, analyze_wildcard: false } }] } } };
}

/** https://www.elastic.co/docs/api/doc/kibana/operation/operation-createrule */
function siemRule(query: string, rule: Rule): object {
  const [severity, riskScore] = byLevel(rule, SEVERITIES, SEVERITIES.low);
  return {
    ...(rule.id === null ? {} : { rule_id: rule.id }),
    name: rule.title,
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
