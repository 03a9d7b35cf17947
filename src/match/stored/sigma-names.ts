import { DEFENDER_FIELDS } from '../../schemas/windows/channel-fields.js';
import { auditEvents, CHANNELS } from '../../schemas/windows/windows.js';
import { factsOf } from '../../store/facts.js';
import { namesByLower } from '../../store/field-names.js';
import { prefixed } from '../../store/source.js';
import type {
  Affix,
  FieldRule,
  Held,
  LogSourceEntry,
  OtherFields,
  OtherPrefixed,
  RenamedField,
  Source,
} from '../../store/source.js';
import { keptOf } from '../event.js';
import type { MatchEvent, StoredNames } from '../event.js';
import { textOf } from '../event-value.js';
import type { EventValue } from '../event-value.js';
import { decodedColumns } from '../events/container.js';
import type { StoreName } from '../events/shapes.js';
import { isOfPlace, placesOf, storeFacts } from '../log-source/stores.js';
import type { Place } from '../log-source/stores.js';
import { windowsFacts } from '../log-source/windows.js';
import type { WindowsFacts } from '../log-source/windows.js';
import type { Schemas } from '../schemas.js';
import { readValues } from './readings.js';
import type { Kept } from './readings.js';

type Values = readonly EventValue[] | undefined;

/** Finds what rules call a field under the name that a store gives it. */
export class SigmaNames {
  private readonly places = new Map<StoreName, readonly Place[]>();

  constructor(private readonly schemas: Schemas) {}

  private placesIn(store: StoreName): readonly Place[] {
    let places = this.places.get(store);
    if (!places) {
      places = placesOf(this.schemas.stores.get(store)?.sources ?? [], store);
      this.places.set(store, places);
    }
    return places;
  }

  readonly namesFor: StoredNames = (event) => {
    const facts = windowsFacts(event);
    const aliases = facts && AUDIT.get(facts.channel === SECURITY ? (facts.eventId ?? '') : '');
    const sources = this.sourcesOf(event, facts);
    const spaced = facts?.channel === DEFENDER ? SPACED : null;
    if (!aliases && !spaced && sources.length === 0) return null;
    // The parts of a Windows event are looked into already.
    const prefixes = facts ? [] : prefixesOf(sources);
    let columns: Kept | undefined;
    return (name) => {
      const lower = name.toLowerCase();
      const alias = aliases?.get(lower);
      if (alias) return renamed(alias, (to) => event.field(to));
      const written = spaced?.get(lower.replaceAll('_', ''));
      if (written !== undefined && written !== name) return event.field(written);
      const rules = sources.flatMap(({ fields }) => fields.get(name) ?? fields.get(lower) ?? []);
      for (const rule of rules) {
        const values = valuesOf(rule, name, event.kept);
        if (values) return values;
      }
      if (rules.length + prefixes.length === 0) return undefined;
      columns ??= columnsOf(event);
      for (const rule of columns === event.kept ? [] : rules) {
        const values = valuesOf(rule, name, columns);
        if (values) return values;
      }
      for (const other of prefixes) {
        for (const stored of prefixed(other, name) ?? []) {
          const values = columns.field(stored);
          if (values) return values;
        }
      }
      return undefined;
    };
  };

  /** The sources that such events are of: the first that has a field is right. */
  private sourcesOf(event: MatchEvent, windows: WindowsFacts | null): readonly Source[] {
    const { store } = event.view;
    if (!store) return [];
    const said = windows ? null : storeFacts(event);
    const sources = this.placesIn(store).flatMap((place) => {
      if (windows) return isOfEntry(windows, place.entry) ? [place.source] : [];
      // Names of the common schema mean the same wherever they are.
      const isOf = said ? isOfPlace(said, place) : store === 'elastic';
      return isOf ? [place.source] : [];
    });
    return [...new Set(sources)];
  }
}

function prefixesOf(sources: readonly Source[]): readonly OtherPrefixed[] {
  const others = sources.flatMap((source) => source.others.filter(isPrefixed));
  if (others.length < 2) return others;
  return [...new Map(others.map((o) => [`${o.after ?? ''} ${o.prefixes.join(' ')}`, o])).values()];
}

function isPrefixed(other: OtherFields): other is OtherPrefixed {
  return other.kind === 'prefix';
}

/** The record with the JSON that columns of tables hold as a string. */
function columnsOf({ kept, view: { store, record } }: MatchEvent): Kept {
  const decoded = store === 'microsoft' ? decodedColumns(record) : null;
  return decoded ? keptOf({ ...record, ...decoded }) : kept;
}

/** Whether an event of Windows is of a log source that says which channel it is. */
function isOfEntry(windows: WindowsFacts, entry: LogSourceEntry): boolean {
  const facts = factsOf(entry);
  const channels = facts.get('channel');
  const ids = facts.get('eventid');
  if (!channels?.has(windows.channel)) return false;
  return !ids || windows.eventId === null || ids.has(windows.eventId);
}

const SECURITY = 'security';

const DEFENDER = CHANNELS['windefend']![0]!.toLowerCase();

/** Names that have spaces, which rules leave out or write as `_`: `ThreatName`, `Threat_Name`. */
const SPACED = namesByLower(DEFENDER_FIELDS.filter((name) => name.includes(' ')));

/** What the audit log calls the fields of Sysmon's events, by event id and lower-cased name. */
const AUDIT: ReadonlyMap<string, ReadonlyMap<string, RenamedField>> = new Map(
  auditEvents.flatMap(({ where, aliases = {} }) => {
    const fields = new Map(
      Object.entries(aliases).map(([name, { to, values }]): [string, RenamedField] => {
        const words =
          values && Object.entries(values).map(([k, v]) => [k.toLowerCase(), [v]] as const);
        const renaming = { to: [to], affixes: [], values: words ? new Map(words) : null };
        return [name.toLowerCase(), { kind: 'renamed', ...renaming }];
      }),
    );
    return (where['EventID'] ?? []).map((id) => [String(id), fields] as const);
  }),
);

function valuesOf(rule: FieldRule, name: string, kept: Kept): Values {
  switch (rule.kind) {
    case 'renamed':
      return renamed(rule, (to) => kept.field(to));
    case 'computed': {
      const { as, of, key, without, empty } = rule;
      const reading = {
        as,
        of,
        key: key ?? name,
        ...(without === undefined ? {} : { without }),
        ...(empty === undefined ? {} : { empty }),
      };
      return readValues(reading, kept, { escaped: false });
    }
    case 'hashes': {
      const digests = [...rule.algorithms].flatMap(([algorithm, fields]) =>
        fields
          .flatMap((to) => kept.field(to) ?? [])
          .flatMap((value) => {
            const text = textOf(value);
            return text === null || text === '' ? [] : [`${algorithm}=${text}`];
          }),
      );
      // As Sysmon lists them.
      return digests.length > 0 ? [digests.join(',')] : undefined;
    }
  }
}

function renamed(rule: RenamedField & Held, field: (name: string) => Values): Values {
  const values = rule.to.flatMap((to) => field(to) ?? []);
  if (values.length === 0) return undefined;
  const bare = values.map((value) => asEnd(withoutAffixes(value, rule.affixes), rule.tail));
  return rule.values ? bare.flatMap((value) => wordsFor(value, rule.values!)) : bare;
}

/** What is left of a path is the end of one. */
function asEnd(value: EventValue, separator: string | undefined): EventValue {
  if (separator === undefined || typeof value !== 'string' || value === '') return value;
  return value.includes(separator) ? value : separator + value;
}

function withoutAffixes(value: EventValue, affixes: readonly Affix[]): EventValue {
  if (typeof value !== 'string') return value;
  for (const { before, after } of affixes) {
    const [start, end] = [before.join(''), after.join('')];
    const isAround = value.length >= start.length + end.length;
    if (isAround && value.startsWith(start) && value.endsWith(end)) {
      return value.slice(start.length, value.length - end.length);
    }
  }
  return value;
}

/** What rules call a value that the store has another word for; the value itself if it has none. */
function wordsFor(
  value: EventValue,
  words: ReadonlyMap<string, readonly string[]>,
): readonly EventValue[] {
  const text = textOf(value)?.toLowerCase();
  const found = [...words].filter(([, stored]) => stored.some((s) => s.toLowerCase() === text));
  return found.length > 0 ? found.map(([word]) => word) : [value];
}
