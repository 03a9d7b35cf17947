import type { Format, Rule } from '../../src/backend/index.js';

const SEVERITY: Readonly<Record<string, string>> = {
  informational: 'Informational',
  low: 'Low',
  medium: 'Medium',
  high: 'High',
  critical: 'High',
};

export const formats: readonly Format[] = [
  {
    name: 'query',
    description: 'A query; with -O kql.table its table first, without it what follows `| where`.',
    extension: 'kql',
    wrap: null,
  },
  {
    name: 'sentinel',
    description: 'A scheduled analytics rule for Microsoft Sentinel (YAML).',
    extension: 'yaml',
    wrap: sentinelRule,
  },
];

/**
 * Every text is a JSON string, which YAML reads too, so that none can leave its place.
 * https://learn.microsoft.com/en-us/azure/sentinel/sentinel-analytic-rules-creation
 */
function sentinelRule(query: string, rule: Rule): string {
  const attack = rule.tags.flatMap((t) => /^attack\.(.+)$/i.exec(t.text)?.[1] ?? []);
  const techniques = attack
    .filter((t) => /^t\d{4}(\.\d{3})?$/i.test(t))
    .map((t) => t.toUpperCase());
  const tactics = attack
    .filter((t) => /^[a-z][a-z_-]*$/i.test(t) && !/^[gst]\d/i.test(t))
    .map((t) => t.replace(/(?:^|[_-])([a-z])/gi, (_, c: string) => c.toUpperCase()));
  const fields: readonly (readonly [string, unknown])[] = [
    ...(rule.id === null ? [] : [['id', rule.id] as const]),
    ['name', rule.title],
    ['description', rule.description ?? rule.title],
    ['severity', SEVERITY[rule.level ?? ''] ?? 'Medium'],
    ['enabled', false],
    ['kind', 'Scheduled'],
    ['queryFrequency', '1h'],
    ['queryPeriod', '1h'],
    ['triggerOperator', 'gt'],
    ['triggerThreshold', 0],
    ['tactics', tactics],
    ['relevantTechniques', techniques],
    ['query', query],
    ['version', '1.0.0'],
  ];
  return fields.map(([name, value]) => `${name}: ${JSON.stringify(value)}`).join('\n');
}
