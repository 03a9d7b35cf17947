import type { DetectionItem } from '../../model/detection.js';
import type { Name } from '../../model/name.js';
import { LOG_SOURCE_KEYS, logSourceKey, namesProduct } from '../../model/log-source.js';
import type { LogSource } from '../../model/log-source.js';
import { servicesOf, windowsChannelsOf } from '../../schemas/windows/windows.js';
import { decidedBy, factsOf } from './facts.js';
import type { LogSourceEntry, LogSourceKey, Source } from '../source.js';
import { once, remembered } from '../../source/remembered.js';

/** A source, and which of its log sources the rule is of. */
export interface Candidate {
  readonly source: Source;
  readonly entry: LogSourceEntry;
}

/** A candidate whose events the rule rules out, and where. */
export interface Contradicting extends Candidate {
  readonly item: DetectionItem;
}

/** Whether a source tells its events from no others in the store. */
export function isAnywhere({ source, entry }: Candidate): boolean {
  const { tables, where, state } = source;
  return tables.length === 0 && !where && !entry.where && !state.has('data_model');
}

/** Where events of a log source may be; the same for every rule of it. */
export interface Candidates {
  /** What messages call the log source. */
  readonly name: string;
  readonly all: readonly Candidate[];
  /** The fields of which facts are known in one of them. */
  readonly fields: ReadonlySet<string>;
}

/** A catalogue has thousands of rules of a few log sources. */
const candidatesOf = new WeakMap<readonly Source[], Map<string, Candidates>>();
export const MAX_REMEMBERED = 1_000;

/**
 * The sources that hold events of a log source, in their order.
 *
 * @param channels that every alternative of the rule selects, where its log source `mayMeanChannel`;
 *   null if there are none
 */
export function candidatesFor(
  logsource: LogSource,
  sources: readonly Source[],
  tablesChosen: readonly string[],
  channels: readonly string[] | null,
): Candidates {
  const known = once(candidatesOf, sources, () => new Map<string, Candidates>());
  const key = logSourceKey(logsource, tablesChosen, channels ?? []);
  return remembered(known, key, MAX_REMEMBERED, () => {
    const all = logSourcesMeant(logsource, channels).flatMap((meant) =>
      candidatesIn(meant, sources, tablesChosen),
    );
    const fields = new Set(all.flatMap(({ entry }) => decidedBy(factsOf(entry))));
    return { name: named(logsource), all, fields };
  });
}

/** A channel that a rule of no category or service asks for says as much as the service would. */
export function mayMeanChannel(logsource: LogSource): boolean {
  const { category, service, product } = logsource;
  if (category.length + service.length > 0) return false;
  return product.length === 0 || namesProduct(logsource, 'windows');
}

function logSourcesMeant(
  logsource: LogSource,
  channels: readonly string[] | null,
): readonly LogSource[] {
  if (!channels) return [logsource];
  const { span } = logsource;
  return [
    ...servicesOf(channels).map((text) => ({
      ...logsource,
      product: [{ text: 'windows', span }],
      service: [{ text, span }],
    })),
    logsource,
  ];
}

const knownServices = new WeakMap<readonly Source[], ReadonlySet<string>>();

/** Every service that an entry of the sources is for. */
function servicesIn(sources: readonly Source[]): ReadonlySet<string> {
  return new Set(sources.flatMap((s) => s.logSources.flatMap((e) => e.keys.service ?? [])));
}

function candidatesIn(
  logsource: LogSource,
  sources: readonly Source[],
  tablesChosen: readonly string[],
): readonly Candidate[] {
  const services = once(knownServices, sources, servicesIn);
  const found = sources.flatMap((source): readonly Candidate[] => {
    if (source.refusal !== null) return [];
    const entries = source.logSources.filter(
      (e) => isOf(logsource, e) && !ignoresService(logsource, e, services),
    );
    const chosen = entries.length > 0 ? amongChosen(source, tablesChosen) : null;
    return chosen ? entries.map((entry) => ({ source: chosen, entry })) : [];
  });
  // A service alone is less specific than the category next to it.
  const ofCategory = found.filter(({ entry }) => entry.keys.category?.some((c) => c !== ''));
  const isBoth = logsource.category.length > 0 && logsource.service.length > 0;
  return isBoth && ofCategory.length > 0 ? ofCategory : found;
}

/**
 * Whether the rule's service names other events than an entry holds that fits the category: a
 * service that is known elsewhere, or channels of Windows that the entry's are not.
 */
function ignoresService(
  { category, service }: LogSource,
  entry: LogSourceEntry,
  known: ReadonlySet<string>,
): boolean {
  if (category.length === 0 || service.length === 0 || entry.keys.service) return false;
  const names = service.map((n) => n.text.toLowerCase());
  const held = factsOf(entry).get('channel');
  if (held) {
    const channels = names.flatMap(windowsChannelsOf);
    if (channels.length > 0) return !channels.some((c) => held.has(c.toLowerCase()));
  }
  return entry.keys.category !== undefined && names.some((n) => known.has(n));
}

/** What a rule's log source says that a candidate's events do not show, nor conditions on them select. */
export function blurred(
  logsource: LogSource,
  candidate: Candidate,
): readonly (Name & { readonly key: LogSourceKey })[] {
  const { entry } = candidate;
  if (isAnywhere(candidate)) return [];
  const isOfCategory = entry.keys.category?.some((c) => c !== '') ?? false;
  return LOG_SOURCE_KEYS.flatMap((key) => {
    const isIgnored = isOfCategory && entry.keys[key] === undefined;
    if (!isIgnored && !entry.blurs.includes(key)) return [];
    const names = logsource[key].filter((n) => key !== 'service' || !isChannelOf(entry, n.text));
    return names.map((name) => ({ ...name, key }));
  });
}

/** Whether the entry's own conditions select the channel of a service. */
function isChannelOf(entry: LogSourceEntry, service: string): boolean {
  const held = factsOf(entry).get('channel');
  if (!held) return false;
  return windowsChannelsOf(service.toLowerCase()).some((c) => held.has(c.toLowerCase()));
}

export function isOf(logsource: LogSource, { keys }: LogSourceEntry): boolean {
  return LOG_SOURCE_KEYS.every((key) => {
    const wanted = keys[key];
    if (!wanted) return true;
    const given = logsource[key];
    return given.length === 0
      ? wanted.length === 0 || wanted.includes('')
      : given.some((n) => wanted.includes(n.text.toLowerCase()));
  });
}

export function named(logsource: LogSource): string {
  const parts = LOG_SOURCE_KEYS.flatMap((key) => logsource[key].map((n) => `${key} ${n.text}`));
  return parts.join(', ') || 'a log source without a name';
}

/** The source with those of its tables that the user chose; null if that is none of them. */
function amongChosen(source: Source, chosen: readonly string[]): Source | null {
  if (chosen.length === 0) return source;
  const bare = (table: string): string => table.replace(/\(\)$/, '');
  const tables = source.tables.filter((t) => chosen.some((c) => bare(c) === bare(t)));
  if (tables.length === 0) return null;
  if (tables.length === source.tables.length) return source;
  const name = source.name === source.tables.join(' and ') ? tables.join(' and ') : source.name;
  return { ...source, tables, name };
}
