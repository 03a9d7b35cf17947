import { DEFENDER_FIELDS } from '../../schemas/windows/channel-fields.js';
import { auditEvents, CHANNELS } from '../../schemas/windows/windows.js';
import { escapeRegex } from '../../model/regex/print.js';
import type { StringPattern } from '../../model/patterns/pattern.js';
import { once, remembered } from '../../source/remembered.js';
import { factsOf } from '../../store/choice/facts.js';
import { fieldNames, namesByLower } from '../../store/field-names.js';
import { columnNamed } from '../../store/tables.js';
import type { Affix, FieldRule, Held, LogSourceEntry, RenamedField } from '../../store/source.js';
import { keptOf } from '../event.js';
import type { MatchEvent, StoredNames } from '../event.js';
import { textOf } from '../event-value.js';
import type { EventValue } from '../event-value.js';
import { decodedColumns } from '../events/container.js';
import { nativeFacts } from '../events/native.js';
import type { StoreName } from '../../schemas/stores.js';
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
  private readonly told = new Map<string, PlaceNames | null>();

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
    const names = this.namesAt(event, facts);
    const spaced = facts?.channel === DEFENDER ? SPACED : null;
    let columns: Kept | undefined;
    return (name) => {
      const lower = name.toLowerCase();
      const twin = EVENT_ID.get(lower);
      if (twin !== undefined) {
        const ids = event.writtenTextsOf(twin).map(({ text }) => text);
        if (ids.length > 0) return ids;
      }
      const alias = aliases?.get(lower);
      if (alias) return renamed(alias, (to) => event.field(to));
      const written = spaced?.get(lower.replaceAll('_', ''));
      if (written !== undefined && written !== name) return event.field(written);
      if (!names) return undefined;
      if (event.view.store === 'microsoft' && name.includes('.')) {
        // What a query can only look for in the text of a column may be looked up here.
        const values = (columns ??= columnsOf(event)).field(name);
        if (values) return values;
      }
      const rules = names.rulesFor(name);
      for (const rule of rules) {
        const values = valuesOf(rule, name, event.kept);
        if (values) return values;
      }
      if (rules.length > 0) {
        columns ??= columnsOf(event);
        for (const rule of columns === event.kept ? [] : rules) {
          const values = valuesOf(rule, name, columns);
          if (values) return values;
        }
      }
      return names.areColumns ? columnOf(event, name) : undefined;
    };
  };

  /** What fields are called in the places that such events are of; null where none is known. */
  private namesAt(event: MatchEvent, windows: WindowsFacts | null): PlaceNames | null {
    const native = event.view.store || windows ? null : nativeFacts(event.view.record);
    const store = native ? 'splunk' : event.view.store;
    if (!store) return null;
    const said = native ?? (windows ? null : storeFacts(event));
    const all = this.placesIn(store);
    const at = [...all.keys()].filter((i) => {
      const place = all[i]!;
      if (windows) return isOfEntry(windows, place.entry);
      // Names of the common schema mean the same wherever they are.
      return said ? isOfPlace(said, place) : store === 'elastic';
    });
    const isWindows = windows !== null;
    // Rules of no product ask any event for the names of the common schema, or of the data models.
    const hasModel = !native && store !== 'microsoft';
    return remembered(this.told, `${store} ${isWindows} ${hasModel} ${at.join()}`, MAX_TOLD, () => {
      const general = hasModel && !isWindows ? all.filter(isGeneral) : [];
      const places = [...at.map((i) => all[i]!), ...general];
      return places.length > 0 ? new PlaceNames(places, isWindows) : null;
    });
  }
}

/** What Splunk, and programs that follow it, call the number of an event of Windows. */
const EVENT_ID: ReadonlyMap<string, string> = new Map([
  ['eventid', 'EventCode'],
  ['eventcode', 'EventID'],
]);

/** Whether its events are of any product, and in any dataset. */
function isGeneral({ entry: { keys }, facts }: Place): boolean {
  return facts.size === 0 && !keys.product && !keys.service;
}

const MAX_TOLD = 1_000;
const MAX_NAMES = 2_000;

/** What fields of rules are called in some places: the first that has one is right. */
class PlaceNames {
  private readonly rules = new Map<string, readonly FieldRule[]>();
  /** Whether fields have the names of columns, in another case. */
  readonly areColumns: boolean;

  /** @param isLookedInto the parts of an event of Windows are, so only what is called otherwise is asked for */
  constructor(
    private readonly places: readonly Place[],
    private readonly isLookedInto: boolean,
  ) {
    this.areColumns =
      !isLookedInto && places.some(({ source }) => source.others.some((o) => o.kind === 'column'));
  }

  rulesFor(name: string): readonly FieldRule[] {
    return remembered(this.rules, name, MAX_NAMES, () => {
      const found = this.places.flatMap((place) => this.ruleAt(place, name) ?? []);
      const byKey = found.map((rule) => [isKept(rule) ? rule.to.join(' ') : rule, rule] as const);
      return [...new Map<unknown, FieldRule>(byKey).values()];
    });
  }

  private ruleAt({ source, entry }: Place, name: string): FieldRule | null {
    const { fields } = source;
    if (this.isLookedInto) return fields.get(name) ?? fields.get(name.toLowerCase()) ?? null;
    const { rule } = fieldNames(source, entry, undefined).ruleFor(name);
    return rule && isKept(rule) && rule.to.includes(name) && rule.to.length === 1 ? null : rule;
  }
}

function isKept(rule: FieldRule): rule is RenamedField {
  return rule.kind === 'renamed' && rule.kept === true;
}

/** What a row has in the column that has the name of the field, in any case. */
function columnOf({ view: { record }, kept }: MatchEvent, name: string): Values {
  const column = columnNamed(name, new Map(Object.keys(record).map((c) => [c, ''])));
  return column === null ? undefined : kept.field(column);
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
  const values = storedValuesOf(rule, name, kept);
  const { space } = rule;
  return space === undefined ? values : values?.flatMap((value) => withSpaces(value, space));
}

function inHexadecimal(value: EventValue): EventValue {
  return typeof value === 'number' ? `0x${value.toString(16)}` : value;
}

/** The value, and what it was if what is stored for a space was one. */
function withSpaces(value: EventValue, stored: readonly string[]): readonly EventValue[] {
  if (typeof value !== 'string') return [value];
  return [...new Set([value, ...stored.map((s) => value.replaceAll(s, ' '))])];
}

function storedValuesOf(rule: FieldRule, name: string, kept: Kept): Values {
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
  const { decimal } = rule;
  const values = rule.to.flatMap((to) => (to === decimal ? [] : (field(to) ?? [])));
  // Where an event has both, the number is another's.
  if (values.length === 0 && decimal !== undefined && rule.to.includes(decimal)) {
    values.push(...(field(decimal) ?? []).map(inHexadecimal));
  }
  if (values.length === 0) return undefined;
  const bare = values.map((value) => asEnd(withoutAffixes(value, rule.affixes), rule.tail));
  return rule.values ? bare.flatMap((value) => wordsFor(value, rule.values!)) : bare;
}

/** What is left of a path is the end of one. */
function asEnd(value: EventValue, separator: string | undefined): EventValue {
  if (separator === undefined || typeof value !== 'string' || value === '') return value;
  return value.includes(separator) ? value : separator + value;
}

/** Without the longest of what may be around it. */
function withoutAffixes(value: EventValue, affixes: readonly Affix[]): EventValue {
  if (typeof value !== 'string') return value;
  for (const { around } of once(ways, affixes, waysOf)) {
    const inner = around.exec(value)?.[1];
    if (inner !== undefined) return inner;
  }
  return value;
}

interface Way {
  readonly around: RegExp;
  readonly length: number;
}

const ways = new WeakMap<readonly Affix[], readonly Way[]>();

function waysOf(affixes: readonly Affix[]): readonly Way[] {
  return affixes
    .map(({ before, after }): Way => ({
      around: new RegExp(`^${sourceOf(before)}(.*?)${sourceOf(after)}$`, 's'),
      length: before.length + after.length,
    }))
    .toSorted((a, b) => b.length - a.length);
}

function sourceOf(pattern: StringPattern): string {
  const parts = pattern.map((p) =>
    typeof p === 'string' ? escapeRegex(p) : p.kind === 'any' ? '.*' : '.',
  );
  return parts.join('');
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
