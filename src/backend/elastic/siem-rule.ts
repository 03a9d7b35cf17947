import { threatOf } from './threat.js';
import { elasticIndices } from './indices.js';
import { elasticCodes } from './codes.js';
import { notInOpenSearch } from './opensearch.js';
import { withoutRuntimeFields } from './runtime-fields.js';
import { conditionsOf, sourcesOf } from '../format.js';
import { jsonLines } from '../bundles.js';
import { shortDuration } from '../deployment.js';
import type { Deployment } from '../deployment.js';
import { joinTexts, placeInJson, placeJson } from '../../source/mapped-text.js';
import type { MappedText } from '../../source/mapped-text.js';
import { fieldPredicatesOf } from '../../predicate/fields.js';
import { byLevel } from '../../model/level.js';
import type { AboutQuery, Format } from '../format.js';
import type { Finding } from '../../source/codes.js';
import { reachOf } from '../../plan/plan.js';
import type { Plan } from '../../plan/plan.js';
import type { Column } from '../../store/placement.js';
import { fieldsRead } from './readings.js';
import { thresholdOf } from '../../plan/threshold.js';
import type { Threshold } from '../../plan/threshold.js';
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

/** In minutes: how often a rule runs. */
const INTERVAL = 5;
/** In minutes: how late an event may come. */
const LATE = 4;

/** How often a rule runs, and how far it looks back, as Elastic writes it. */
export function detectionSchedule({ deployment, plan }: AboutQuery): {
  readonly interval: string;
  /** The same as a number. */
  readonly minutes: number;
  readonly from: string;
} {
  const { interval = INTERVAL } = deployment;
  const reach = reachOf(plan);
  const needed = interval + LATE + Math.ceil(reach / 60_000);
  // No event is between two runs, and a correlation needs all of the windows that end since the last one.
  const lookback = Math.max(deployment.lookback ?? needed, reach === 0 ? interval : needed);
  return {
    interval: shortDuration(interval),
    minutes: interval,
    from: `now-${shortDuration(lookback)}`,
  };
}

/** What Kibana calls a language; Query DSL is none there, but a filter beside an empty query. */
export type SiemLanguage = 'lucene' | 'dsl' | 'eql' | 'esql';

/**
 * A line of what Kibana imports.
 * https://www.elastic.co/docs/solutions/security/detect-and-alert/manage-detection-rules
 */
export function siemRuleOf(language: SiemLanguage): Format {
  const countsItself = language === 'lucene' || language === 'dsl';
  return {
    name: 'siem_rule',
    description: 'A detection rule for Elastic Security (a line of NDJSON)',
    extension: 'ndjson',
    wrap: (query, about) =>
      language === 'dsl'
        ? placeJson((value) => rule(filtered(value, about.name), about), query)
        : placeInJson(
            (text) => rule(asked(text, language), about),
            language === 'esql' ? sinceLastRun(query, about) : query,
          ),
    ...(countsItself ? { countsEvents: true, limits: lookbackUnused } : {}),
    bundle: jsonLines,
    takes: [
      ...(['enabled', 'interval', 'lookback', 'severity', 'prefix', 'set'] as const),
      // A query of ES|QL names its own.
      ...(language === 'esql' ? [] : (['index'] as const)),
    ],
    deploys: true,
    namesAttack: true,
    refuses: (options) =>
      notInOpenSearch('Elastic Security', options) ?? withoutRuntimeFields(options),
  };
}

/**
 * Of the matches of a correlation, those since the run before, or as late. The first windows that a run
 * reads are cut off, and rows of an aggregation are alerts again in each run that finds them.
 * https://www.elastic.co/docs/solutions/security/detect-and-alert/esql
 */
function sinceLastRun(query: MappedText, { plan, deployment }: AboutQuery): MappedText {
  if (reachOf(plan) === 0) return query;
  const minutes = (deployment.interval ?? INTERVAL) + LATE;
  return joinTexts([query, `\n| WHERE @timestamp > NOW() - ${minutes} minutes`]);
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

/** The period in which a threshold rule counts is that of the correlation. */
function lookbackUnused(
  _: string,
  { plan, deployment }: AboutQuery,
): readonly Finding<'warning'>[] {
  const counts = plan.kind === 'having' ? thresholdOf(plan) : null;
  if (!counts || deployment.lookback === undefined) return [];
  return [elasticCodes['elastic-threshold-lookback']({ timespan: counts.timespan.text })];
}

interface Asked {
  readonly type: 'query' | 'eql' | 'esql';
  readonly language: 'kuery' | 'lucene' | 'eql' | 'esql';
  readonly query: string;
  readonly filters?: readonly object[];
}

function asked(query: string, language: 'lucene' | 'eql' | 'esql'): Asked {
  return { type: language === 'lucene' ? 'query' : language, language, query };
}

function filtered(clause: unknown, label: string): Asked {
  return { type: 'query', language: 'kuery', query: '', filters: [customFilter(clause, label)] };
}

/**
 * What Kibana keeps of a filter that was written in Query DSL.
 * https://www.elastic.co/docs/explore-analyze/query-filter/filtering
 */
export function customFilter(query: unknown, alias: string): object {
  return { meta: { type: 'custom', alias, negate: false, disabled: false }, query };
}

/**
 * Counts what the query finds in the time that the rule looks back to.
 * https://www.elastic.co/docs/solutions/security/detect-and-alert/threshold
 */
function counting(
  { groupBy, distinct, atLeast, timespan: { milliseconds } }: Threshold,
  { interval }: Deployment,
): object {
  // So that no event is in none of the periods.
  const often = Math.max(1, Math.min(INTERVAL, Math.floor(milliseconds / 60_000)));
  const counted = distinct && [{ field: distinct.text, value: atLeast }];
  return {
    type: 'threshold',
    threshold: {
      field: groupBy.map((f) => f.text),
      value: counted ? 1 : atLeast,
      ...(counted ? { cardinality: counted } : {}),
    },
    from: `now-${Math.ceil(milliseconds / 1000)}s`,
    interval: shortDuration(interval ?? often),
  };
}

/** https://www.elastic.co/docs/api/doc/kibana/operation/operation-createrule */
function rule(written: Asked, about: AboutQuery): object {
  const { rule, id, name, plan, attack, deployment } = about;
  const { interval, from } = detectionSchedule(about);
  const counts = plan.kind === 'having' && written.type === 'query' ? thresholdOf(plan) : null;
  const [severity, riskScore] = byLevel(rule, DETECTION_SEVERITIES, DETECTION_SEVERITIES.low);
  const { patterns, isPartial, integrations } = elasticIndices(plan);
  // Without indices, a rule reads those of Kibana's setting securitySolution:defaultIndex.
  const index = deployment.index ?? (isPartial ? [] : patterns);
  const authors = (rule.author ?? '').split(',').map((a) => a.trim());
  return {
    rule_id: id,
    name,
    description: rule.description?.trim() || name,
    ...written,
    // A query of ES|QL names its own indices.
    ...(index.length === 0 || written.type === 'esql' ? {} : { index }),
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
    // What is counted together happened together, whenever it arrived.
    ...(counts ? {} : { timestamp_override: 'event.ingested' }),
    from,
    to: 'now',
    interval,
    max_signals: 100,
    version: 1,
    enabled: deployment.enabled ?? false,
    ...(counts ? counting(counts, deployment) : {}),
    ...deployment.set,
  };
}

/** The fields that the conditions name, and those that a correlation groups or counts by, with their types. */
function requiredFields(plan: Plan): readonly object[] {
  const types = new Map<string, string>();
  const placements = sourcesOf(plan).map((s) => s.placement);
  const asked = [...conditionsOf(plan)].flatMap((condition) =>
    [...fieldPredicatesOf(condition)].map(({ field }) => field.text),
  );
  for (const name of [...asked, ...columnFieldsOf(plan)]) {
    const columnsOf = (field: string): readonly Column[] =>
      placements.flatMap((p) => p.columns.get(field) ?? []);
    const [reading] = columnsOf(name).flatMap((c) => c.reading ?? []);
    const fields = reading ? fieldsRead(reading) : [name];
    for (const field of fields) types.set(field, columnsOf(field)[0]?.type ?? 'keyword');
  }
  return [...types].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, type]) => ({ name, type }));
}

/** Fields of the store whose values a correlation compares. */
function columnFieldsOf(plan: Plan): readonly string[] {
  if (plan.kind === 'source') return [];
  if (plan.kind === 'union') return plan.inputs.flatMap(columnFieldsOf);
  const isOfStore = plan.kind === 'events' && reachOf(plan.input) === 0;
  const own = isOfStore ? plan.columns.flatMap((c) => c.fields.map((f) => f.text)) : [];
  return [...own, ...columnFieldsOf(plan.input)];
}
