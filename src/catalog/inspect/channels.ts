import type { LogSource } from '../../model/rule.js';
import { windowsEvents } from '../../schemas/windows/windows.js';

/** A log that a rule's log source names. */
export interface Source {
  readonly channel: string;
  /** The only events of it that are meant; null for all. */
  readonly ids: readonly number[] | null;
}

/** What Windows itself audits of the same as Sysmon, where it does. */
const SECURITY_IDS: ReadonlyMap<string, readonly number[]> = new Map([
  ['network_connection', [5156]],
  ['process_creation', [4688]],
  ['process_termination', [4689]],
  ['registry_add', [4657]],
  ['registry_delete', [4657]],
  ['registry_event', [4657]],
  ['registry_set', [4657]],
]);

/** The categories that Sysmon for Linux has events of, under the ids of Windows. */
const LINUX_CATEGORIES: ReadonlySet<string> = new Set([
  'file_event',
  'network_connection',
  'process_creation',
  'process_termination',
]);

/** The logs of a log source, in its own order. Empty where it names none with event ids. */
export function sourcesOf({ product, category, service }: LogSource): readonly Source[] {
  const names = (list: LogSource['product']): string[] => list.map((n) => n.text.toLowerCase());
  const products = names(product);
  const sources: Source[] = [];
  if (products.length === 0 || products.includes('windows')) {
    for (const name of names(service)) sources.push(...eventsOf((e) => e.service === name));
    // A service is more specific than a category next to it.
    if (sources.length > 0) return sources;
    for (const name of names(category)) {
      sources.push(...eventsOf((e) => e.category === name));
      const ids = SECURITY_IDS.get(name);
      if (ids) sources.push({ channel: 'Security', ids });
    }
  }
  if (products.includes('linux')) {
    for (const name of names(category)) {
      if (!LINUX_CATEGORIES.has(name)) continue;
      for (const { ids } of eventsOf((e) => e.category === name)) {
        sources.push({ channel: 'Linux-Sysmon/Operational', ids });
      }
    }
  }
  return sources;
}

function eventsOf(wanted: (events: (typeof windowsEvents)[number]) => boolean): readonly Source[] {
  return windowsEvents.filter(wanted).flatMap(({ where }) =>
    (where['Channel'] ?? []).map((channel) => ({
      channel: String(channel),
      ids: where['EventID']?.map(Number) ?? null,
    })),
  );
}
