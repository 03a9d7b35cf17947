import { itemsOf } from '../../model/detection-fold.js';
import type { DetectionNode } from '../../model/detection.js';
import { literalText } from '../../model/pattern.js';
import type { Plan, Source } from '../../plan/plan.js';
import { sourcesOf } from '../format.js';
import type { AboutQuery } from '../format.js';

/** Where the events of a query are kept, as far as what its source requires tells. */
export interface ElasticIndices {
  /** Index patterns; empty if nothing tells. */
  readonly patterns: readonly string[];
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
  const { patterns } = elasticIndices(plan);
  return patterns.length === 0 ? ANYWHERE : patterns;
}

export function elasticIndices(plan: Plan): ElasticIndices {
  const patterns = new Set<string>();
  const integrations = new Map<string, Integration>();
  const add = (package_: string, integration?: string): void => {
    integrations.set(`${package_} ${integration ?? ''}`, {
      package: package_,
      ...(integration === undefined ? {} : { integration }),
    });
  };
  for (const conditions of sourcesOf(plan).flatMap(byRule)) {
    const required = new Map<string, Set<string>>();
    for (const condition of conditions) collect(condition, required);
    const of = (field: string): readonly string[] => [...(required.get(field) ?? [])];
    const channels = of('winlog.channel');
    const datasets = of('event.dataset');
    const categories = of('event.category');
    for (const channel of channels) {
      const known = CHANNELS.get(channel.toLowerCase());
      patterns.add(known ? `logs-${known[0]}.${known[1]}-*` : 'logs-winlog.*');
      add(known?.[0] ?? 'winlog');
    }
    if (channels.length > 0) for (const kept of KEPT_TOGETHER) patterns.add(kept);
    for (const dataset of datasets) {
      const [package_ = '', ...stream] = dataset.split('.');
      if (!/^[a-z0-9_]+$/.test(package_)) continue;
      patterns.add(`logs-${dataset.toLowerCase()}-*`).add('filebeat-*');
      if (stream.length > 0) add(package_, stream.join('.'));
    }
    if (channels.length > 0 || datasets.length > 0) continue;
    for (const category of categories) {
      const stream = ENDPOINT_STREAMS.get(category);
      if (stream === undefined) continue;
      // Firewalls and other devices have network events, too, in an index of each package.
      if (category === 'network' && !OF_HOSTS.some((field) => of(field).length > 0)) continue;
      patterns.add(`logs-endpoint.events.${stream}-*`);
      add('endpoint');
      const systems = of('host.os.type');
      if (systems.includes('linux')) {
        patterns.add('logs-auditd_manager.auditd-*').add('auditbeat-*');
        add('auditd_manager');
      }
      // The words of event.action are those of one agent.
      if (systems.includes('windows') && of('event.action').length === 0) {
        for (const log of LOGS_OF_WINDOWS) patterns.add(log);
        add('windows');
        if (category === 'process' && of('event.type').includes('start')) {
          patterns.add('logs-system.security-*');
          add('system');
        }
      }
    }
  }
  return { patterns: [...patterns], integrations: [...integrations.values()] };
}

/** What each rule that is searched for there requires: conditions are where its log source is. */
function byRule({ placement }: Source): readonly (readonly DetectionNode[])[] {
  const found = new Map<string, DetectionNode[]>();
  for (const condition of placement.conditions) {
    const { file, start } = condition.span;
    const key = JSON.stringify([file.path, start]);
    found.set(key, [...(found.get(key) ?? []), condition]);
  }
  return [...found.values()];
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
