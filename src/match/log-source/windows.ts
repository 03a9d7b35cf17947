import { factText } from '../event.js';
import type { MatchEvent } from '../event.js';
import type { LogSource } from '../../model/rule.js';
import {
  servicesOf,
  windowsChannelOf,
  windowsChannelsOf,
  windowsEvents,
} from '../../schemas/windows/windows.js';
import type { WindowsEvents } from '../../schemas/windows/windows.js';

/** What an event of Windows says of its log source, in lower case; null for what it does not say. */
export interface WindowsFacts {
  readonly channel: string;
  readonly eventId: string | null;
  /** Of Sysmon's events of the registry. */
  readonly eventType: string | null;
}

/** Null where the event names no channel, and no provider that has just one. The same facts are one object, mostly. */
export function windowsFacts(event: MatchEvent): WindowsFacts | null {
  const { windows } = event.view;
  if (!windows) return null;
  const named = factText(windows.channel);
  const channel = named ?? channelOfProvider(factText(windows.provider));
  if (channel === undefined) return null;
  const eventId = factText(windows.eventId);
  const isTyped = channel === SYSMON && eventId === '12';
  // What its store calls it may depend on these facts.
  const types = isTyped ? event.writtenTextsOf('EventType') : [];
  const type = types.length === 1 ? types[0]!.folded : null;
  return kept(channel, eventId, type === null || TYPES.has(type) ? type : OTHER_TYPE);
}

/** What log sources tell events by; all other types are one. */
const TYPES: ReadonlySet<string> = new Set(
  windowsEvents.flatMap(({ where }) =>
    (where['EventType'] ?? []).map((t) => String(t).toLowerCase()),
  ),
);
const OTHER_TYPE = '';

/** Events may say anything, so that the number of facts that are remembered has a limit. */
const MAX_KEPT = 10_000;
type ByType = Map<string | null, WindowsFacts>;
const keptFacts = new Map<string, Map<string | null, ByType>>();
let keptCount = 0;

function kept(channel: string, eventId: string | null, eventType: string | null): WindowsFacts {
  let byType = keptFacts.get(channel)?.get(eventId);
  let facts = byType?.get(eventType);
  if (facts) return facts;
  if (keptCount++ === MAX_KEPT) {
    keptFacts.clear();
    keptCount = 1;
    byType = undefined;
  }
  let byId = keptFacts.get(channel);
  if (!byId) keptFacts.set(channel, (byId = new Map<string | null, ByType>()));
  if (!byType) byId.set(eventId, (byType = new Map<string | null, WindowsFacts>()));
  byType.set(eventType, (facts = { channel, eventId, eventType }));
  return facts;
}

function channelOfProvider(provider: string | null): string | undefined {
  return provider === null ? undefined : windowsChannelOf(provider);
}

const SYSMON = 'microsoft-windows-sysmon/operational';
const LINUX = 'linux-sysmon/operational';

/** Logs to which programs of others write as well. */
const SHARED = [
  'application',
  'windefend',
  'dns-server',
  'dns-server-analytic',
  'dns-server-audit',
];

const CATEGORIES: ReadonlyMap<string, readonly WindowsEvents[]> = grouped();

function grouped(): ReadonlyMap<string, readonly WindowsEvents[]> {
  const groups = new Map<string, WindowsEvents[]>();
  for (const events of windowsEvents) {
    if (events.category === undefined) continue;
    const group = groups.get(events.category);
    if (group) group.push(events);
    else groups.set(events.category, [events]);
  }
  return groups;
}

/**
 * Whether an event of Windows cannot be of a log source.
 *
 * @param isElsewhere whether a product's events, in lower case, are known never to be in the event log
 */
export function contradictsWindows(
  facts: WindowsFacts,
  { product, service, category }: LogSource,
  isElsewhere: (product: string) => boolean,
): boolean {
  const products = product.map((n) => n.text.toLowerCase());
  if (facts.channel === LINUX) return products.length > 0 && !products.includes('linux');
  const services = servicesOf([facts.channel]);
  // A channel of no service that is known may be any program's.
  const isOwn = services.length > 0 && !services.some((s) => SHARED.includes(s));
  if (products.length > 0 && !products.includes('windows')) {
    return isOwn || products.every(isElsewhere);
  }
  const channels = service.map((n) => channelsNamed(n.text.toLowerCase()));
  const namesChannels = channels.length > 0 && channels.every((c) => c.length > 0);
  if (namesChannels && !channels.some((c) => c.includes(facts.channel))) return true;
  if (category.length === 0) return false;
  const known = category.map((n) => CATEGORIES.get(n.text.toLowerCase()));
  if (known.some((events) => !events)) return isOwn && products.length === 0;
  const all = known.flatMap((events) => events ?? []);
  const ofService = namesChannels
    ? all.filter((e) => channelsOf(e).some((c) => channels.some((of) => of.includes(c))))
    : all;
  return ofService.length > 0 && !ofService.some((e) => isOf(facts, e));
}

/** A service may be given as a channel. */
function channelsNamed(service: string): readonly string[] {
  return /\/|^microsoft-windows-/.test(service) ? [service] : windowsChannelsOf(service);
}

function channelsOf({ where }: WindowsEvents): readonly string[] {
  return (where['Channel'] ?? []).map((c) => String(c).toLowerCase());
}

function isOf(facts: WindowsFacts, events: WindowsEvents): boolean {
  if (!channelsOf(events).includes(facts.channel)) return false;
  return (
    allows(events.where['EventID'], facts.eventId) &&
    allows(events.where['EventType'], facts.eventType)
  );
}

function allows(wanted: readonly (string | number)[] | undefined, said: string | null): boolean {
  return !wanted || said === null || wanted.some((w) => String(w).toLowerCase() === said);
}
