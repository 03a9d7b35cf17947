import { threatOf } from './threat.js';
import { elasticIndices } from './indices.js';
import { conditionsOf, sourcesOf } from '../format.js';
import { jsonLines } from '../bundles.js';
import { placeInJson } from '../../source/mapped-text.js';
import { fieldPredicatesOf } from '../../predicate/fields.js';
import { byLevel } from '../../model/level.js';
import type { AboutQuery, Format } from '../format.js';
import type { Plan } from '../../plan/plan.js';
import type { Level } from '../../model/level.js';

/** https://www.elastic.co/docs/solutions/security/detect-and-alert/create-detection-rule */
export const DETECTION_SEVERITIES: Readonly<
  Record<Level, readonly [severity: string, riskScore: number]>
> = {
  informational: ['low', 10],
  low: ['low', 21],
  medium: ['medium', 47],
  high: ['high', 73],
  critical: ['critical', 99],
};

/** Every so often a rule runs, and looks back as far as events may be late. */
export const DETECTION_INTERVAL = '5m';
export const DETECTION_FROM = 'now-9m';

/** What Kibana calls the rules of a language. */
export interface SiemLanguage {
  readonly type: 'query' | 'eql' | 'esql';
  readonly language: 'lucene' | 'eql' | 'esql';
}

/**
 * A line of what Kibana imports.
 * https://www.elastic.co/docs/solutions/security/detect-and-alert/manage-detection-rules
 */
export function siemRuleOf(language: SiemLanguage): Format {
  return {
    name: 'siem_rule',
    description: 'A detection rule for Elastic Security (a line of NDJSON)',
    extension: 'ndjson',
    wrap: (query, about) => placeInJson((text) => rule(text, about, language), query),
    bundle: jsonLines,
    deploys: true,
    namesAttack: true,
  };
}

/** The rules of a run as one file to import. */
export function siemRuleNdjson(siemRule: Format): Format {
  return {
    ...siemRule,
    name: 'siem_rule_ndjson',
    description: 'All detection rules of a run for Elastic Security, in one NDJSON file',
    files: (documents) => [{ path: 'rules.ndjson', text: jsonLines(documents) }],
  };
}

/** https://www.elastic.co/docs/api/doc/kibana/operation/operation-createrule */
function rule(
  query: string,
  { rule, id, name, plan, attack }: AboutQuery,
  { type, language }: SiemLanguage,
): object {
  const [severity, riskScore] = byLevel(rule, DETECTION_SEVERITIES, DETECTION_SEVERITIES.low);
  const { patterns, integrations } = elasticIndices(plan);
  const authors = (rule.author ?? '').split(',').map((a) => a.trim());
  return {
    rule_id: id,
    name,
    description: rule.description?.trim() || name,
    type,
    language,
    query,
    // A query of ES|QL names its own indices.
    ...(patterns.length === 0 || type === 'esql' ? {} : { index: patterns }),
    severity,
    risk_score: riskScore,
    threat: attack ? threatOf(rule.tags, attack) : [],
    tags: rule.tags.map((t) => t.text),
    references: rule.references.map((r) => r.text),
    false_positives: rule.falsepositives.map((f) => f.text),
    author: authors.filter((a) => a !== ''),
    ...(rule.license === null ? {} : { license: rule.license }),
    related_integrations: integrations.map((i) => ({ ...i, version: '>=1.0.0' })),
    required_fields: requiredFields(plan),
    timestamp_override: 'event.ingested',
    from: DETECTION_FROM,
    to: 'now',
    interval: DETECTION_INTERVAL,
    max_signals: 100,
    version: 1,
    enabled: false,
  };
}

/** The fields that the conditions name, with their types. */
function requiredFields(plan: Plan): readonly object[] {
  const types = new Map<string, string>();
  const placements = sourcesOf(plan).map((s) => s.placement);
  for (const condition of conditionsOf(plan)) {
    for (const { field } of fieldPredicatesOf(condition)) {
      const columns = placements.flatMap((p) => p.columns.get(field.text) ?? []);
      if (columns.some((c) => c.reading !== null)) continue;
      types.set(field.text, columns[0]?.type ?? 'keyword');
    }
  }
  return [...types].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, type]) => ({ name, type }));
}
