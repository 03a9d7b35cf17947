import { nearest } from '../model/suggest.js';
import { columnOfType } from './placement.js';
import type { Column } from './placement.js';
import type {
  FieldRule,
  HeldIn,
  LogSourceEntry,
  OtherComputed,
  RenamedField,
  Source,
} from './source.js';
import { isAfter, prefixed } from './source.js';
import { columnNamed, columnsOfAll } from './tables.js';
import type { Tables } from './tables.js';
import { remembered } from '../source/remembered.js';

/** What becomes of a name of a rule's. */
export interface KnownName {
  /** Null where the source does not have the field. */
  readonly rule: FieldRule | null;
  /** What the query searches, where the source takes the field without being known to have it. */
  readonly assumed: string | null;
}

/** `containers{}.image` as Splunk writes it, `containers[].image` and `containers[*].image`. */
const LIST_MARKS = /\{\}|\[\*?\]/g;

const NOWHERE: KnownName = { rule: null, assumed: null };
const MAX_NAMES = 2_000;

/**
 * What fields are called in the events of one log source: the same whatever the rule, and a catalogue
 * has thousands of rules with the same few names.
 */
export class FieldNames {
  /** The columns of what the source reads, if they are known. */
  readonly table: ReadonlyMap<string, string> | undefined;
  private readonly names = new Map<string, KnownName>();
  private readonly columns = new Map<string, Column | null>();
  private readonly similar = new Map<string, string | null>();
  private known: readonly string[] | null = null;
  private named: ReadonlySet<string> | null = null;
  private stored: ReadonlySet<string> | null = null;
  private objects: ReadonlyMap<string, string> | null = null;

  constructor(
    private readonly source: Source,
    private readonly entry: LogSourceEntry,
    readonly tables: Tables | undefined,
  ) {
    this.table =
      tables && columnsOfAll(source.schema === null ? source.tables : [source.schema], tables);
  }

  isOf(source: Source, tables: Tables | undefined): boolean {
    return this.source === source && this.tables === tables;
  }

  /** The rule always asks for certain events, which all have the field in the same place. */
  isOfLikeEvents({ to, byEvent }: RenamedField): boolean {
    const { events } = this.entry;
    if (!byEvent || !events) return !byEvent;
    return new Set(events.map((id) => fieldsOf(id, to, byEvent).join())).size === 1;
  }

  /** What the category calls a field that the events call otherwise. */
  alias(text: string): ReturnType<LogSourceEntry['aliases']['get']> {
    const { aliases } = this.entry;
    return aliases.size === 0 ? undefined : aliases.get(text.toLowerCase());
  }

  ruleFor(text: string): KnownName {
    return remembered(this.names, text, MAX_NAMES, () => this.findRule(text));
  }

  /** What is known of a field of the target's; null for nothing. */
  column(name: string): Column | null {
    return remembered(this.columns, name, MAX_NAMES, () => {
      const published = this.table?.get(name);
      const typed = typeFor(name, this.source.types);
      return typed ?? (published === undefined ? null : columnOfType(published));
    });
  }

  /** A known name that is within two letters of a field's; null if there is none. */
  nearly(text: string): string | null {
    return remembered(this.similar, text, MAX_NAMES, () => {
      const { known } = this.entry;
      const named = this.namesOfSource();
      // Most names of a log source are like none, and need not be looked up.
      const isHeld = (name: string): boolean => named.has(name) || this.ruleFor(name).rule !== null;
      const like = nearest(text, new Set([...named, ...known.values()]), 2, isHeld);
      // Of names with numbers, another is not misspelt.
      const isNumbered = like !== null && /\d/.test(like);
      return isNumbered && withoutDigits(like) === withoutDigits(text) ? null : like;
    });
  }

  /** Names to look among for one that was meant. */
  knownNames(): readonly string[] {
    if (this.known) return this.known;
    const held = [...this.entry.known.values()].filter((n) => this.ruleFor(n).rule);
    return (this.known = [...new Set([...this.namesOfSource(), ...held])]);
  }

  /** What the source and its columns call fields. */
  private namesOfSource(): ReadonlySet<string> {
    if (this.named) return this.named;
    const { fields, others } = this.source;
    const columns = others.some((o) => o.kind === 'column') ? (this.table?.keys() ?? []) : [];
    const { lacks } = this.entry;
    const own = [...fields].flatMap(([name, rule]) =>
      isNowhere(rule) || lacks.has(name.toLowerCase()) ? [] : [name],
    );
    const aliases = [...this.entry.aliases.values()].map((a) => a.name);
    return (this.named = new Set([...own, ...aliases, ...columns]));
  }

  /** Rules write a list on the way to a field with a mark or without; so do stores. */
  private findRule(text: string): KnownName {
    const plain = text.replace(LIST_MARKS, '');
    if (plain === text) return this.find(text);
    const found = this.find(plain);
    const isKnown = found.rule !== null && found.assumed === null;
    const isNamed = fieldNamed(plain, this.source.fields) !== undefined;
    if (isKnown || isNamed || this.hasNoMarks()) return found;
    return this.find(text.replace(LIST_MARKS, '{}'));
  }

  /** Elasticsearch has the items of a list in the field of the list. */
  private hasNoMarks(): boolean {
    const { others } = this.source;
    return !this.table && others.some((o) => o.kind === 'prefix' && !o.prefixes.includes(o.after!));
  }

  private find(text: string): KnownName {
    const { lacks } = this.entry;
    if (lacks.size > 0 && lacks.has(text.toLowerCase().replaceAll(' ', ''))) return NOWHERE;
    const named = fieldNamed(text, this.source.fields);
    if (named) return isNowhere(named) ? NOWHERE : { rule: this.ofEvents(named), assumed: null };
    // The source may tell upper and lower case of names apart, and rules do not.
    const { known: names } = this.entry;
    const lower = text.toLowerCase();
    const known = names.get(text) ?? names.get(lower) ?? this.spaced(lower);
    const dotted = known === undefined && text.includes('.') ? this.dotted(text) : null;
    if (dotted) return dotted;
    if (known === undefined && this.entry.fields) return NOWHERE;
    const object = this.objectRule(text);
    if (object) return { rule: object, assumed: null };
    const rule = this.otherwise(withLists(known ?? text, this.source.lists));
    const isKnown = !rule || known !== undefined || this.isColumn(rule) || this.isStored(rule);
    return { rule, assumed: isKnown ? null : nameIn(rule) };
  }

  /** What a name with a dot means; null where that is not told by the dot. */
  private dotted(text: string): KnownName | null {
    // As the store itself calls a field that the source has.
    const stored = this.storedNames().has(text) ? { rule: keep(text), assumed: null } : null;
    if (!this.isOfWindows()) return this.otherwise(text) ? null : stored;
    if (stored) return stored;
    const inner = withoutContainer(text);
    if (inner !== null) return this.find(inner);
    // No event of Windows has a field with a dot, as columns may.
    const rule = this.objectRule(text) ?? this.otherwise(text);
    return rule && this.isColumn(rule) ? { rule, assumed: null } : NOWHERE;
  }

  private isOfWindows(): boolean {
    return this.entry.keys.product?.includes('windows') ?? false;
  }

  /** Stores that keep no spaces in names write `_`, and so do rules. What is read out of a column has them. */
  private spaced(lower: string): string | undefined {
    if (!lower.includes('_') || !this.source.others.some((o) => o.kind === 'computed')) return;
    return this.entry.known.get(lower.replaceAll('_', ' '));
  }

  private isColumn(rule: FieldRule): boolean {
    return rule.kind === 'renamed' && rule.to.every((name) => this.table?.has(name) ?? false);
  }

  /** The source names it for another field of rules. */
  private isStored(rule: FieldRule): boolean {
    if (rule.kind !== 'renamed') return false;
    const stored = this.storedNames();
    return rule.to.every((name) => stored.has(name));
  }

  private storedNames(): ReadonlySet<string> {
    return (this.stored ??= new Set(
      [...this.source.fields.values()].flatMap((r) => (r.kind === 'renamed' ? r.to : [])),
    ));
  }

  /** What reads a field that holds others; null where it is known of none. */
  private objectRule(name: string): FieldRule | null {
    const { others, lists } = this.source;
    const reading = others.find((o) => o.kind === 'computed' && o.objects);
    if (reading?.kind !== 'computed') return null;
    this.objects ??= objectsIn([...this.storedNames(), ...this.entry.known.values()]);
    const isList = lists.has(name.slice(name.lastIndexOf('.') + 1));
    const path = this.objects.get(name.toLowerCase()) ?? (isList ? allLists(name, lists) : null);
    return path === null ? null : { ...reading, key: path };
  }

  private otherwise(name: string): FieldRule | null {
    for (const other of this.source.others) {
      switch (other.kind) {
        case 'keep':
          return keep(other.cleans ? name.replace(/[^A-Za-z0-9]/g, '_') : name);
        case 'prefix': {
          const names = prefixed(other, name);
          if (names) return { ...keep(name), to: names };
          break;
        }
        case 'column': {
          const column = columnNamed(name, this.table);
          if (column !== null) return keep(column);
          break;
        }
        case 'computed':
          if (other.objects) break;
          if (isAfter(other.after, name)) {
            return this.otherComputed(name, other);
          }
      }
    }
    return null;
  }

  /** Without what only events have that the rule does not select. */
  private ofEvents(rule: FieldRule): FieldRule {
    const { events } = this.entry;
    if (rule.kind !== 'renamed' || !rule.byEvent || !events) return rule;
    const own = new Set(events.flatMap((id) => fieldsOf(id, rule.to, rule.byEvent!)));
    return { ...rule, to: rule.to.filter((name) => own.has(name)) };
  }

  private otherComputed(name: string, other: OtherComputed): FieldRule {
    const key = other.key ?? name.slice(other.after?.length ?? 0);
    const held = this.heldIn(other);
    const read = held.has('element') ? { ...other, as: 'xml-field', key } : { ...other, key };
    // A name in another case is another field, where a table has columns that are no fields.
    if (!other.columnFirst || !this.table?.has(name)) return read;
    if (held.size === 1 && held.has('column')) return keep(name);
    const isRead = !held.has('column') && !held.has(null);
    return { ...read, ...(isRead ? { replaces: true } : { column: name }) };
  }

  /** Where the events that the rule selects may have their values; null is where that is not known. */
  private heldIn({ byEvent }: OtherComputed): ReadonlySet<HeldIn | null> {
    const { events } = this.entry;
    return new Set(events?.map((id) => byEvent.get(id) ?? null) ?? [null, ...byEvent.values()]);
  }
}

/** Where one of the events has a field. */
function fieldsOf(
  id: string,
  to: readonly string[],
  byEvent: NonNullable<RenamedField['byEvent']>,
): readonly string[] {
  const own = to.filter((name) => byEvent.get(name)?.has(id));
  if (own.length > 0) return own;
  const ofOthers = to.filter((name) => !byEvent.has(name));
  return ofOthers.length > 0 ? ofOthers : to;
}

const namesOf = new WeakMap<LogSourceEntry, FieldNames>();

export function fieldNames(
  source: Source,
  entry: LogSourceEntry,
  tables: Tables | undefined,
): FieldNames {
  let names = namesOf.get(entry);
  if (!names?.isOf(source, tables))
    namesOf.set(entry, (names = new FieldNames(source, entry, tables)));
  return names;
}

/**
 * In any letter case; and without its spaces, as the specification writes names that have them.
 * https://github.com/SigmaHQ/sigma-specification/blob/main/specification/sigma-rules-specification.md
 */
function fieldNamed(text: string, fields: ReadonlyMap<string, FieldRule>): FieldRule | undefined {
  const lower = text.toLowerCase();
  const named = fields.get(text) ?? lookedUpAs(lower, fields.get(lower));
  return named || !text.includes(' ') ? named : fieldNamed(text.replaceAll(' ', ''), fields);
}

/** A path with `{}` after each list on the way, behind which any of its elements may be. */
function withLists(path: string, lists: ReadonlySet<string>): string {
  const end = lists.size === 0 ? -1 : path.lastIndexOf('.');
  return end < 0 ? path : allLists(path.slice(0, end), lists) + path.slice(end);
}

function allLists(path: string, lists: ReadonlySet<string>): string {
  const steps = path.split('.');
  return steps.map((s) => (lists.has(s) ? `${s}{}` : s)).join('.');
}

/** What follows the elements of an event of Windows, or the objects that Elastic makes of them; null for none. */
function withoutContainer(text: string): string | null {
  const [, inner] = CONTAINER.exec(text) ?? [];
  return inner === undefined ? null : inner.replace(/^Provider\.Name$/i, 'Provider_Name');
}

const CONTAINER =
  /^(?:(?:Event\.)?(?:EventData|System|UserData(?:\.EventXML)?)|EventXML|winlog\.(?:event|user)_data)\.(.+)$/i;

/** The paths of what holds those of some fields, by how rules write it: without `{}`, in any case. */
function objectsIn(paths: readonly string[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const path of paths) {
    for (let end = path.indexOf('.'); end > 0; end = path.indexOf('.', end + 1)) {
      const object = path.slice(0, end);
      found.set(object.replaceAll('{}', '').toLowerCase(), object);
    }
  }
  // Some events have a value where others have an object.
  for (const path of paths) found.delete(path.toLowerCase());
  return found;
}

function withoutDigits(text: string): string {
  return text.toLowerCase().replace(/\d+/g, '');
}

/** A rule for a field that a rule may spell in another case than what it is looked up by. */
export function lookedUpAs<R extends FieldRule | undefined>(name: string, rule: R): R {
  return rule?.kind === 'computed' && rule.key === null ? { ...rule, key: name } : rule;
}

/** Whether the source does not have the field. */
function isNowhere(rule: FieldRule): boolean {
  return rule.kind === 'renamed' && rule.to.length === 0;
}

/** What the query searches. */
function nameIn(rule: FieldRule): string {
  if (rule.kind === 'renamed') return rule.to.join(' or ');
  return rule.kind === 'computed' ? rule.of : '';
}

/** Called the same there. */
export function keep(name: string): RenamedField {
  return { kind: 'renamed', to: [name], affixes: [], values: null, kept: true };
}

/** The type of a name, or of the longest beginning of it that ends in `*`. */
function typeFor(name: string, types: Source['types']): Column | null | undefined {
  if (types.size === 0) return undefined;
  const exact = types.get(name);
  if (exact !== undefined) return exact;
  for (let end = name.length; end >= 0; end--) {
    const type = types.get(`${name.slice(0, end)}*`);
    if (type !== undefined) return type;
  }
  return undefined;
}

/** By the name in lower case too; of two that differ in case alone, the first is meant by any other. */
export function namesByLower(names: readonly string[]): ReadonlyMap<string, string> {
  const found = new Map(names.map((name) => [name, name]));
  for (const name of names) {
    const lower = name.toLowerCase();
    for (const key of [lower, lower.replaceAll(' ', '')]) if (!found.has(key)) found.set(key, name);
  }
  return found;
}
