import type { Rule } from '../../model/rule.js';
import type { PredicateKind } from '../../predicate/kind.js';
import type { EventData, EventDefinition } from '../data/event-data.js';
import { sourcesOf } from './channels.js';
import type { Source } from './channels.js';
import type { InspectedPredicate } from './predicates.js';
import { CHANNEL_FIELDS, EVENT_ID_FIELDS, PROVIDER_FIELDS } from './selectors.js';

/** An event that a rule selects. */
export interface EventCoverage {
  /** The log, such as `Security`; null where the rule does not say, or says several. */
  readonly channel: string | null;
  /** What writes the event; null where it may be anything. */
  readonly provider: string | null;
  /** Null where the rule selects any event of the channel or provider. */
  readonly id: number | null;
  /** What the event says; null where that is not known. */
  readonly meaning: string | null;
  /** False for an id that our tables do not have. */
  readonly known: boolean;
}

/**
 * The events that a rule selects: of the logs that its log source stands for, those with the ids
 * that it asks for. An id belongs to the logs in which it is defined; of a provider that the rule
 * names, it is looked for in every log. Ids that the rule excludes are left out, so it may select
 * fewer events than this says, and never others.
 */
export function eventsOf(
  rule: Rule,
  predicates: readonly InspectedPredicate[],
  data: EventData,
): readonly EventCoverage[] {
  const asked = predicates.filter((p) => p.field !== null && !p.negated);
  const providers = asked.filter((p) => PROVIDER_FIELDS.has(p.field!));
  const sources = sourcesOf(rule.logsource);
  const channels = sources.length > 0 ? sources : namedChannels(asked);
  const rows: EventCoverage[] = [];
  const selected = asked.filter((p) => EVENT_ID_FIELDS.has(p.field!) && p.kind === 'eq');
  for (const { stage, values } of selected) {
    const near = providers.filter((p) => p.stage === stage);
    const provided = near.length > 0 ? near : providers;
    for (const id of values.filter((v) => /^\d{1,9}$/.test(v)).map(Number)) {
      rows.push(...ofId(id, channels, provided, data));
    }
  }
  if (rows.length === 0) rows.push(...ofChannels(channels, providers, data));
  return inOrder(rows, channels);
}

function namedChannels(asked: readonly InspectedPredicate[]): readonly Source[] {
  return asked
    .filter((p) => CHANNEL_FIELDS.has(p.field!) && p.kind === 'eq')
    .flatMap((p) => p.values.map((channel) => ({ channel, ids: null })));
}

function ofId(
  id: number,
  channels: readonly Source[],
  providers: readonly InspectedPredicate[],
  data: EventData,
): readonly EventCoverage[] {
  const meant = channels.filter((c) => c.ids?.includes(id) ?? true);
  const inChannels = meant.flatMap((c) => data.inChannel(c.channel, id));
  const accepts = accepting(providers, data);
  let found = inChannels.filter(accepts);
  // A provider's ids mean the same wherever they are logged.
  if (found.length === 0 && providers.length > 0) found = data.withId(id).filter(accepts);
  if (found.length > 0) return found.map(known);
  return [
    {
      channel: meant.length === 1 ? meant[0]!.channel : null,
      provider: onlyValue(providers),
      id,
      meaning: null,
      known: false,
    },
  ];
}

/** Of a rule that asks for no id. */
function ofChannels(
  channels: readonly Source[],
  providers: readonly InspectedPredicate[],
  data: EventData,
): readonly EventCoverage[] {
  const provider = onlyValue(providers);
  const any = { provider, id: null, meaning: null, known: true } as const;
  const accepts = accepting(providers, data);
  const rows = channels.flatMap(({ channel, ids }): readonly EventCoverage[] =>
    ids
      ? ids.flatMap((id) => data.inChannel(channel, id).filter(accepts).map(known))
      : [{ channel, ...any }],
  );
  // A provider that is not the category's: other logs can hold the same.
  return rows.length > 0 || provider === null ? rows : [{ channel: null, ...any }];
}

/** Whether an event comes from one of the providers, under any of its names. None accept all. */
function accepting(
  providers: readonly InspectedPredicate[],
  data: EventData,
): (event: EventDefinition) => boolean {
  if (providers.length === 0) return () => true;
  return ({ provider }) =>
    data.namesOf(provider).some((name) => providers.some((p) => fits(p, name)));
}

function known({ channel, provider, id, meaning }: EventDefinition): EventCoverage {
  return { channel, provider, id, meaning, known: true };
}

function onlyValue(predicates: readonly InspectedPredicate[]): string | null {
  const values = predicates.filter((p) => p.kind === 'eq').flatMap((p) => p.values);
  return values.length === 1 ? values[0]! : null;
}

const TESTS: Partial<Record<PredicateKind, (text: string, value: string) => boolean>> = {
  eq: (text, value) => text === value,
  match: (text, value) => text.includes(value),
  starts_with: (text, value) => text.startsWith(value),
  ends_with: (text, value) => text.endsWith(value),
};

function fits({ kind, values }: InspectedPredicate, name: string): boolean {
  const test = TESTS[kind];
  return test ? values.some((v) => test(name.toLowerCase(), v.toLowerCase())) : false;
}

/** Each row once: by the order of the logs, then by id. */
function inOrder(
  rows: readonly EventCoverage[],
  channels: readonly Source[],
): readonly EventCoverage[] {
  const places = new Map(channels.map((c, index) => [c.channel as string | null, index]));
  const placeOf = (row: EventCoverage): number => places.get(row.channel) ?? channels.length;
  const once = new Map(rows.map((r) => [JSON.stringify([r.channel, r.provider, r.id]), r]));
  return [...once.values()].sort((a, b) => placeOf(a) - placeOf(b) || (a.id ?? 0) - (b.id ?? 0));
}
