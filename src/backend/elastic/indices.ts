import { itemsOf } from '../../model/detection-fold.js';
import type { DetectionNode } from '../../model/detection.js';
import { literalText } from '../../model/patterns/pattern.js';
import type { Plan, Source } from '../../plan/plan.js';
import { sourcesOf } from '../format.js';
import type { AboutQuery } from '../format.js';

/** Where the events of a query are kept, as far as what its source requires tells. */
export interface ElasticIndices {
  /** Index patterns, as far as they are known. */
  readonly patterns: readonly string[];
  /** Some of the events may be in other indices, too: of a rule, nothing tells where its events are. */
  readonly isPartial: boolean;
  readonly integrations: readonly Integration[];
}

/** A package of Elastic's, and which of its data streams, where it has several for this purpose. */
export interface Integration {
  readonly package: string;
  readonly integration?: string;
}

/**
 * Windows event logs: the data stream of a channel, by package. Winlogbeat keeps all of them, and
 * forwarded ones have a stream of their own.
 * https://www.elastic.co/docs/reference/integrations/windows
 * https://www.elastic.co/docs/reference/integrations/system
 */
const CHANNELS: ReadonlyMap<string, readonly [package_: string, stream: string]> = new Map([
  ['microsoft-windows-sysmon/operational', ['windows', 'sysmon_operational']],
  ['microsoft-windows-powershell/operational', ['windows', 'powershell_operational']],
  ['windows powershell', ['windows', 'powershell']],
  ['microsoft-windows-windows defender/operational', ['windows', 'windows_defender']],
  ['microsoft-windows-applocker/exe and dll', ['windows', 'applocker_exe_and_dll']],
  ['microsoft-windows-applocker/msi and script', ['windows', 'applocker_msi_and_script']],
  [
    'microsoft-windows-applocker/packaged app-deployment',
    ['windows', 'applocker_packaged_app_deployment'],
  ],
  [
    'microsoft-windows-applocker/packaged app-execution',
    ['windows', 'applocker_packaged_app_execution'],
  ],
  ['microsoft-windows-dnsserver/audit', ['microsoft_dnsserver', 'audit']],
  ['security', ['system', 'security']],
  ['system', ['system', 'system']],
  ['application', ['system', 'application']],
]);

/** Logs of Windows of any channel: those that were forwarded, and Winlogbeat's. */
const KEPT_TOGETHER = ['logs-windows.forwarded*', 'winlogbeat-*'];

/**
 * Events of Elastic Defend and Auditbeat, by `event.category`.
 * https://www.elastic.co/docs/reference/integrations/endpoint
 */
const ENDPOINT_STREAMS: ReadonlyMap<string, string> = new Map([
  ['process', 'process'],
  ['file', 'file'],
  ['network', 'network'],
  ['registry', 'registry'],
  ['library', 'library'],
]);

/** What else says the same of Windows as Elastic Defend, in the same words of ECS: Sysmon. */
const LOGS_OF_WINDOWS = ['logs-windows.sysmon_operational-*', ...KEPT_TOGETHER];

/** What is only asked of a network event that a host records. */
const OF_HOSTS = ['host.os.type', 'event.type', 'network.protocol'];

/** Where nothing tells where events are. */
const ANYWHERE = ['logs-*', 'filebeat-*', 'winlogbeat-*', 'auditbeat-*'];

/** What a product that searches by itself is told to search. */
export function searchedIndices({ plan, deployment }: AboutQuery): readonly string[] {
  if (deployment.index) return deployment.index;
  const { patterns, isPartial } = elasticIndices(plan);
  return isPartial ? ANYWHERE : patterns;
}

/** What a query of ES|QL reads, which names the indices itself. */
export function indicesRead(plan: Plan): readonly string[] {
  const { patterns, isPartial } = elasticIndices(plan);
  const others = patterns.filter((p) => !p.startsWith('logs-'));
  return isPartial ? ['logs-*', ...others] : patterns;
}

export function elasticIndices(plan: Plan): ElasticIndices {
  const found = sourcesOf(plan).flatMap((source) => {
    const patterns = source.placement.tables;
    if (patterns.length > 0) return [{ patterns, integrations: [] }];
    return requiredOf(source).map(indicesOf);
  });
  const integrations = new Map(
    found.flatMap((f) => f.integrations).map((i) => [`${i.package} ${i.integration ?? ''}`, i]),
  );
  return {
    patterns: [...new Set(found.flatMap((f) => f.patterns))],
    isPartial: found.some((f) => f.patterns.length === 0),
    integrations: [...integrations.values()],
  };
}

/** What each rule that is searched for there requires of its events. */
function requiredOf({ required, placement }: Source): readonly (readonly DetectionNode[])[] {
  return required ?? [placement.conditions];
}

/** Where the events of one rule are; no patterns if nothing tells. */
function indicesOf(conditions: readonly DetectionNode[]): Omit<ElasticIndices, 'isPartial'> {
  const patterns = new Set<string>();
  const integrations: Integration[] = [];
  const required = new Map<string, Set<string>>();
  for (const condition of conditions) collect(condition, required);
  const of = (field: string): readonly string[] => [...(required.get(field) ?? [])];
  const channels = of('winlog.channel');
  const datasets = of('event.dataset');
  for (const channel of channels) {
    const known = CHANNELS.get(channel.toLowerCase());
    patterns.add(known ? `logs-${known[0]}.${known[1]}-*` : 'logs-winlog.*');
    integrations.push({ package: known?.[0] ?? 'winlog' });
  }
  if (channels.length > 0) for (const kept of KEPT_TOGETHER) patterns.add(kept);
  for (const dataset of datasets) {
    const [package_ = '', ...stream] = dataset.split('.');
    if (!/^[a-z0-9_]+$/.test(package_)) continue;
    patterns.add(`logs-${dataset.toLowerCase()}-*`).add('filebeat-*');
    if (stream.length > 0) integrations.push({ package: package_, integration: stream.join('.') });
  }
  const categories = channels.length > 0 || datasets.length > 0 ? [] : of('event.category');
  for (const category of categories) {
    const stream = ENDPOINT_STREAMS.get(category);
    if (stream === undefined) continue;
    // Firewalls and other devices have network events, too, in an index of each package.
    if (category === 'network' && !OF_HOSTS.some((field) => of(field).length > 0)) continue;
    patterns.add(`logs-endpoint.events.${stream}-*`);
    integrations.push({ package: 'endpoint' });
    const systems = of('host.os.type');
    if (systems.includes('linux')) {
      patterns.add('logs-auditd_manager.auditd-*').add('auditbeat-*');
      integrations.push({ package: 'auditd_manager' });
    }
    // The words of event.action are those of one agent.
    if (systems.includes('windows') && of('event.action').length === 0) {
      for (const log of LOGS_OF_WINDOWS) patterns.add(log);
      integrations.push({ package: 'windows' });
      if (category === 'process' && of('event.type').includes('start')) {
        patterns.add('logs-system.security-*');
        integrations.push({ package: 'system' });
      }
    }
  }
  return { patterns: [...patterns], integrations };
}

/** Which strings a condition requires of a field. */
function collect(condition: DetectionNode, required: Map<string, Set<string>>): void {
  for (const { field, negated, values } of itemsOf(condition)) {
    if (!field || negated) continue;
    const texts = required.get(field.text) ?? new Set();
    for (const value of values) {
      const text = value.kind === 'string' ? literalText(value.pattern) : null;
      if (text !== null) texts.add(text);
    }
    required.set(field.text, texts);
  }
}
