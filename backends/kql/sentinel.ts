import {
  beginningOf,
  byLevel,
  isoDuration,
  shortDuration,
  withoutSet,
  joinTexts,
  placeInJson,
  yamlBlock,
  yamlDocuments,
  yamlList,
  yamlString,
  yamlWithSet,
} from '../../src/backend/index.js';
import type { AboutQuery, Format, MappedText } from '../../src/backend/index.js';
import { codes } from './codes.js';
import { CONNECTORS } from './connectors.data.js';
import { detailsOf, entitiesOf, unshownDetails } from './entities.js';
import { outputColumns, tablesOf, withoutTable } from './output-columns.js';
import { frequencyOf, isTooFrequent, periodOf, reasonOfPeriod, sinceLastRun } from './schedule.js';
import { tacticsOf } from './tactics.js';

/** https://learn.microsoft.com/en-us/azure/sentinel/scheduled-rules-overview */
const SEVERITIES = {
  informational: 'Informational',
  low: 'Low',
  medium: 'Medium',
  high: 'High',
  critical: 'High',
};

/**
 * In characters.
 * https://learn.microsoft.com/en-us/azure/sentinel/scheduled-rules-overview
 */
const MAX_QUERY = 10_000;
/** https://github.com/Azure/Azure-Sentinel/tree/master/.script/tests/detectionTemplateSchemaValidation */
const MAX_NAME = 256;
const MAX_DESCRIPTION = 5_000;
const MAX_ENTITIES = 5;

/**
 * In minutes: 14 days.
 * https://learn.microsoft.com/en-us/azure/sentinel/scheduled-rules-overview
 */
const MAX_PERIOD = 14 * 24 * 60;

/**
 * In minutes: a rule that looks back 2 days or more runs once an hour at most.
 * https://github.com/Azure/Azure-Sentinel/tree/master/.script/tests/detectionTemplateSchemaValidation
 */
const LONG_PERIOD = 2 * 24 * 60;
const LEAST_FREQUENCY_IF_LONG = 60;

/**
 * In minutes: a day, and no less than the rule's interval.
 * https://learn.microsoft.com/en-us/azure/sentinel/scheduled-rules-overview#suppression
 * https://github.com/wortell/AZSentinel/issues/161
 */
const MAX_THROTTLE = 24 * 60;

const limits: NonNullable<Format['limits']> = (query, about) => {
  const { length } = sinceLastRun({ text: query, segments: [] }, about).text;
  const what = reasonOfPeriod(about);
  const [period, frequency] = [periodOf(about), frequencyOf(about)];
  const interval = shortDuration(frequency);
  const { throttle = frequency } = about.deployment;
  const isTooOften = period >= LONG_PERIOD && frequency < LEAST_FREQUENCY_IF_LONG;
  const isOutOfRange = throttle < frequency || throttle > Math.max(frequency, MAX_THROTTLE);
  return [
    ...withoutTable(about),
    ...(length > MAX_QUERY ? [codes['kql-sentinel-length']({ length, max: MAX_QUERY })] : []),
    ...(isTooFrequent(about) ? [codes['kql-interval']()] : []),
    ...(period > MAX_PERIOD ? [codes['kql-sentinel-period']({ what })] : []),
    ...(isTooOften ? [codes['kql-sentinel-interval']({ what })] : []),
    ...(isOutOfRange ? [codes['kql-sentinel-throttle']({ interval })] : []),
  ];
};

const TAKES = ['interval', 'lookback', 'throttle', 'severity', 'prefix', 'set'] as const;

/**
 * A scheduled analytics rule in the form of Microsoft's own template repository. Every string is a
 * JSON string, which YAML reads as one, or a literal block.
 * https://github.com/Azure/Azure-Sentinel/wiki/Query-Style-Guide
 */
export const sentinel: Format = {
  name: 'sentinel',
  description: 'A scheduled analytics rule for Microsoft Sentinel (YAML)',
  extension: 'yaml',
  wrap: writeYaml,
  bundle: yamlDocuments,
  limits,
  unshown: unshownDetails,
  takes: [...TAKES],
  deploys: true,
  namesAttack: true,
};

/**
 * An ARM template of analytics rules, as the portal exports and imports them.
 * https://learn.microsoft.com/en-us/azure/templates/microsoft.securityinsights/alertrules
 */
export const sentinelArm: Format = {
  name: 'sentinel_arm',
  description: 'Scheduled analytics rules for Microsoft Sentinel (ARM template)',
  extension: 'json',
  wrap: (query, about) =>
    placeInJson((text) => template([resourceOf(text, about)]), sinceLastRun(query, about), 2),
  bundle: (documents) => {
    const resources = documents.flatMap(
      ({ text }) => (JSON.parse(text) as { readonly resources: readonly object[] }).resources,
    );
    return `${JSON.stringify(template(resources), null, 2)}\n`;
  },
  limits,
  unshown: unshownDetails,
  takes: [...TAKES, 'enabled'],
  deploys: true,
  namesAttack: true,
};

function writeYaml(query: MappedText, about: AboutQuery): MappedText {
  const { rule, id, name, deployment } = about;
  const { tactics, techniques } = tacticsOf(about);
  const columns = outputColumns(about);
  const lines = [
    `id: ${yamlString(id)}`,
    `name: ${yamlString(cut(name, MAX_NAME))}`,
    `description: ${yamlString(descriptionOf(about))}`,
    `severity: ${byLevel(rule, SEVERITIES, 'Medium')}`,
    'status: Available',
    ...connectors(about),
    `queryFrequency: ${shortDuration(frequencyOf(about))}`,
    `queryPeriod: ${shortDuration(periodOf(about))}`,
    'triggerOperator: gt',
    'triggerThreshold: 0',
    ...(deployment.throttle === undefined
      ? []
      : [`suppressionDuration: ${shortDuration(deployment.throttle)}`, 'suppressionEnabled: true']),
    ...yamlList('tactics', tactics),
    ...yamlList('relevantTechniques', techniques),
  ];
  const rest = [''];
  const entities = entitiesOf(columns, MAX_ENTITIES);
  if (entities.length > 0) rest.push('entityMappings:');
  for (const { type, identifiers } of entities) {
    rest.push(`  - entityType: ${type}`, '    fieldMappings:');
    for (const [identifier, column] of identifiers.slice(0, MAX_FIELDS)) {
      rest.push(`      - identifier: ${identifier}`, `        columnName: ${column}`);
    }
  }
  const details = Object.entries(detailsOf(rule.fields, columns));
  if (details.length > 0) rest.push('customDetails:');
  for (const [key, column] of details) rest.push(`  ${yamlString(key)}: ${yamlString(column)}`);
  rest.push('version: 1.0.0', 'kind: Scheduled', '');
  const since = sinceLastRun(query, about);
  const before = [...yamlWithSet(lines, deployment.set), 'query: '].join('\n');
  const after = withoutSet(rest, deployment.set).join('\n');
  return joinTexts([before, yamlBlock(since), after]);
}

const MAX_FIELDS = 3;

/** The connectors that fill the tables, where they are known. */
function connectors(about: AboutQuery): readonly string[] {
  const byConnector = new Map<string, string[]>();
  for (const table of tablesOf(about)) {
    const [, ...known] = CONNECTORS.find(([beginning]) => table.startsWith(beginning)) ?? [''];
    for (const one of known) byConnector.set(one, [...(byConnector.get(one) ?? []), table]);
  }
  if (byConnector.size === 0) return ['requiredDataConnectors: []'];
  const lines = ['requiredDataConnectors:'];
  for (const [connector, tables] of byConnector) {
    lines.push(`  - connectorId: ${connector}`, '    dataTypes:');
    for (const table of tables) lines.push(`      - ${table}`);
  }
  return lines;
}

function descriptionOf({ rule, name }: AboutQuery): string {
  return cut(rule.description?.trim() || name, MAX_DESCRIPTION);
}

function cut(text: string, length: number): string {
  return text.length <= length ? text : `${beginningOf(text, length - 1)}…`;
}

function template(resources: readonly object[]): object {
  return {
    $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
    contentVersion: '1.0.0.0',
    parameters: { workspace: { type: 'String' } },
    resources,
  };
}

function resourceOf(query: string, about: AboutQuery): object {
  const { rule, id, name, deployment } = about;
  const { tactics, techniques, subTechniques } = tacticsOf(about);
  const columns = outputColumns(about);
  const entities = entitiesOf(columns, MAX_ENTITIES);
  const details = detailsOf(rule.fields, columns);
  return {
    id: `[concat(resourceId('Microsoft.OperationalInsights/workspaces/providers', parameters('workspace'), 'Microsoft.SecurityInsights'),'/alertRules/${id}')]`,
    name: `[concat(parameters('workspace'),'/Microsoft.SecurityInsights/${id}')]`,
    type: 'Microsoft.OperationalInsights/workspaces/providers/alertRules',
    kind: 'Scheduled',
    apiVersion: '2023-12-01-preview',
    properties: {
      displayName: literal(cut(name, MAX_NAME)),
      description: literal(descriptionOf(about)),
      severity: byLevel(rule, SEVERITIES, 'Medium'),
      enabled: deployment.enabled ?? false,
      query: literal(query),
      queryFrequency: isoDuration(frequencyOf(about)),
      queryPeriod: isoDuration(periodOf(about)),
      triggerOperator: 'GreaterThan',
      triggerThreshold: 0,
      suppressionDuration: isoDuration(deployment.throttle ?? 5 * 60),
      suppressionEnabled: deployment.throttle !== undefined,
      tactics,
      techniques,
      subTechniques,
      eventGroupingSettings: { aggregationKind: 'SingleAlert' },
      ...(entities.length === 0
        ? {}
        : {
            entityMappings: entities.map(({ type, identifiers }) => ({
              entityType: type,
              fieldMappings: identifiers
                .slice(0, MAX_FIELDS)
                .map(([identifier, columnName]) => ({ identifier, columnName })),
            })),
          }),
      ...(Object.keys(details).length === 0 ? {} : { customDetails: details }),
      ...deployment.set,
    },
  };
}

/**
 * A string that is no expression of the template.
 * https://learn.microsoft.com/en-us/azure/azure-resource-manager/templates/template-expressions#escape-characters
 */
function literal(text: string): string {
  return text.startsWith('[') && text.endsWith(']') ? `[${text}` : text;
}
