import { joinTexts, replaceEach } from '../../src/backend/index.js';
import type { Format, MappedText, Rule } from '../../src/backend/index.js';

const query: Format = {
  name: 'query',
  description: 'The query alone; without kql.table, what goes after `| where`',
  extension: 'kql',
  wrap: null,
};

const predicate: Format = {
  name: 'predicate',
  description: 'What goes after `| where`, even where kql.table is set',
  extension: 'kql',
  wrap: null,
};

/**
 * A scheduled analytics rule in the form of Microsoft's own template repository. Every text is a
 * JSON string, which YAML reads as one, or a literal block.
 * https://github.com/Azure/Azure-Sentinel/wiki/Query-Style-Guide
 */
const sentinel: Format = {
  name: 'sentinel',
  description: 'A scheduled analytics rule of Microsoft Sentinel, in YAML',
  extension: 'yaml',
  wrap: wrapForSentinel,
};

export const formats: readonly Format[] = [query, predicate, sentinel];

/** https://learn.microsoft.com/en-us/azure/sentinel/scheduled-rules-overview */
const SEVERITIES: Readonly<Record<string, string>> = {
  informational: 'Informational',
  low: 'Low',
  medium: 'Medium',
  high: 'High',
  critical: 'High',
};

/**
 * Sentinel's names of tactics. It has one for what ATT&CK has since split in two.
 * https://learn.microsoft.com/en-us/rest/api/securityinsights/alert-rules/create-or-update#attacktactic
 */
const TACTICS: Readonly<Record<string, string>> = {
  reconnaissance: 'Reconnaissance',
  'resource-development': 'ResourceDevelopment',
  'initial-access': 'InitialAccess',
  execution: 'Execution',
  persistence: 'Persistence',
  'privilege-escalation': 'PrivilegeEscalation',
  'defense-evasion': 'DefenseEvasion',
  stealth: 'DefenseEvasion',
  'defense-impairment': 'DefenseEvasion',
  'credential-access': 'CredentialAccess',
  discovery: 'Discovery',
  'lateral-movement': 'LateralMovement',
  collection: 'Collection',
  'command-and-control': 'CommandAndControl',
  exfiltration: 'Exfiltration',
  impact: 'Impact',
  'impair-process-control': 'ImpairProcessControl',
  'inhibit-response-function': 'InhibitResponseFunction',
};

function wrapForSentinel(query: MappedText, rule: Rule): MappedText {
  const tactics = new Set<string>();
  const techniques = new Set<string>();
  for (const tag of rule.tags) {
    const name = /^attack\.(.*)$/i.exec(tag.text)?.[1]?.toLowerCase().replaceAll('_', '-') ?? '';
    if (Object.hasOwn(TACTICS, name)) tactics.add(TACTICS[name]!);
    else if (/^t\d{4}(?:\.\d{3})?$/.test(name)) techniques.add(name.toUpperCase());
  }
  const lines: string[] = [];
  if (rule.id) lines.push(`id: ${quote(rule.id)}`);
  lines.push(
    `name: ${quote(rule.title)}`,
    `description: ${quote(rule.description ?? rule.title)}`,
    `severity: ${SEVERITIES[rule.level?.toLowerCase() ?? ''] ?? 'Medium'}`,
    'status: Available',
    'requiredDataConnectors: []',
    'queryFrequency: 1h',
    'queryPeriod: 1h',
    'triggerOperator: gt',
    'triggerThreshold: 0',
    ...list('tactics', tactics),
    ...list('relevantTechniques', techniques),
    'query: ',
  );
  const rest = ['', 'entityMappings: []', 'version: 1.0.0', 'kind: Scheduled', ''];
  return joinTexts([lines.join('\n'), block(query), rest.join('\n')]);
}

function list(key: string, items: ReadonlySet<string>): string[] {
  return items.size === 0 ? [`${key}: []`] : [`${key}:`, ...[...items].map((i) => `  - ${i}`)];
}

/** A JSON string with nothing but printable ASCII. */
function quote(value: string): string {
  return JSON.stringify(value).replace(
    /[^ -~]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** A literal block keeps printable lines as they are; anything else is quoted. */
function block(query: MappedText): MappedText {
  if (/^[^\s\p{C}][^\p{C}\p{Zl}\p{Zp}]*$/u.test(query.text.replaceAll('\n', ''))) {
    return joinTexts(['|-\n  ', replaceEach(query, /\n/g, () => '\n  ')]);
  }
  return joinTexts(['"', replaceEach(query, /["\\]|[^ -~]/g, (c) => quote(c).slice(1, -1)), '"']);
}
