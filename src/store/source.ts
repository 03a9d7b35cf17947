import type { Beginnings } from './forms/beginnings.js';
import type { Algorithms } from './forms/hashes.js';
import type { DetectionNode } from '../model/detection.js';
import type { StringPattern } from '../model/patterns/pattern.js';
import type { LOG_SOURCE_KEYS } from '../model/rule.js';
import type { EventFields } from '../schemas/windows/windows.js';
import type { Json } from '../source/json.js';
import type { Column } from './placement.js';
import type { UrlForm } from './forms/urls.js';

/** Where events of some log sources are stored, and what a rule's fields are called there. */
export interface Source {
  /** For messages: the tables, or what the file calls it. */
  readonly name: string;
  /** What the query reads; several are read as one. Empty where the target has no tables. */
  readonly tables: readonly string[];
  /** The table that has the same columns, where the table itself is a function of the user's. */
  readonly schema: string | null;
  readonly logSources: readonly LogSourceEntry[];
  /** What it does not have of its log sources is nowhere: no source after it is tried. */
  readonly last: boolean;
  /** Fields that every alternative of a rule must test. */
  readonly needs: readonly string[];
  /** Sources of one name hold different events of a log source, and are asked together; null for none. */
  readonly split: string | null;
  /** What tells these events from others there, in the target's own names; null for nothing. */
  readonly where: DetectionNode | null;
  readonly fields: ReadonlyMap<string, FieldRule>;
  /** What becomes of other fields: the first that fits. None of them: the source does not have it. */
  readonly others: readonly OtherFields[];
  /** Steps of paths, as fields of rules have them, that are lists: `items` for `items{}`. */
  readonly lists: ReadonlySet<string>;
  /** The target's fields that hold an event's text, for keywords; empty: the target decides. */
  readonly keywords: readonly string[];
  /** The target's fields that no other events have, so that a value of one selects these. */
  readonly tells: readonly string[];
  /** How characters of a value are written there instead: `xml` for `&amp;`, `&lt;` and `&gt;`. */
  readonly escapes: 'xml' | null;
  /** What the event's text is written in, where keywords are searched for; null for plain text. */
  readonly text: Markup | null;
  /** What a field holds where an event has null; null where it is not there then. */
  readonly nulls: string | null;
  /** Types of fields of the target, by the target's names; `*` at the end matches any suffix. */
  readonly types: ReadonlyMap<string, Column | null>;
  /** Other state for the target. */
  readonly state: ReadonlyMap<string, Json>;
  /** What whoever runs the query must know. */
  readonly note: string | null;
  /** Why these events cannot be queried, and what to do; null for a source that can be read. */
  readonly refusal: string | null;
}

export type Markup = 'json' | 'xml' | 'w3c';

export type LogSourceKey = (typeof LOG_SOURCE_KEYS)[number];

/** One log source, and what its events have in common, in Sigma's names. */
export interface LogSourceEntry {
  /**
   * A key that is not here may be anything; an empty list is for rules that do not have the key, and
   * so is an empty string in a list.
   */
  readonly keys: Readonly<Partial<Record<LogSourceKey, readonly string[]>>>;
  /** Keys of which the stored events do not tell one value from another. */
  readonly blurs: readonly LogSourceKey[];
  readonly where: DetectionNode | null;
  /** What is true of all its events there, and so need not be tested. */
  readonly holds: DetectionNode | null;
  /** The fields that its events have, by lower-cased name; null if they may have any. */
  readonly fields: ReadonlyMap<string, string> | null;
  /** Fields that they are known to have, by lower-cased name, beside those that the source names. */
  readonly known: ReadonlyMap<string, string>;
  /** Fields that its events do not have, lower-cased, although the source names them for others. */
  readonly lacks: ReadonlySet<string>;
  /** What the data of each of its events holds, by event id; null where that is not known. */
  readonly byEvent: ReadonlyMap<string, EventFields> | null;
  /** The ids of the rule's events; null where it may select any, or the source does not need them. */
  readonly events: readonly string[] | null;
  /** What the category's names are among `fields`, by lower-cased name. */
  readonly aliases: ReadonlyMap<string, Alias>;
}

export interface Alias extends RenamedField, Held {
  /** The category's name, as it is spelled. */
  readonly name: string;
}

export type FieldRule = (RenamedField | ComputedField | HashesField) & Held;

/** Strings that a source does not store in a field. */
export interface Held {
  /** It does not keep upper and lower case apart. */
  readonly cased?: boolean;
  /** Strings that are never stored, lower-cased, with `*` for any run of characters. */
  readonly never?: readonly string[];
  /** Some events have in hexadecimal what has spaces, quotes or other than printable ASCII. */
  readonly hex?: true;
  /** The fields that some events have in place of it, each with a part of its string. */
  readonly parts?: readonly string[];
  /** What is done with a URL before it is stored. */
  readonly url?: UrlForm;
  /** What is stored for a space: any of these. */
  readonly space?: readonly string[];
  /** What some events store, by the string that they had; others may store that itself. */
  readonly instead?: ReadonlyMap<string, string>;
  /** What stands before each code of a list, of which some events store each without it. */
  readonly mark?: string;
  /** How some events begin a path, by the whole parts with which the rule's do. */
  readonly begins?: Beginnings;
  /** It holds only what follows the last of these characters. */
  readonly tail?: string;
  /** It holds whole paths, and this column the names of the files alone. */
  readonly file?: string;
  /** That column has no name where the path is one without a folder. */
  readonly bare?: false;
  /** Some events have the name of the file once more at the end of its path. */
  readonly repeats?: true;
  /** The column that has an address as one, of which networks are asked. */
  readonly network?: string;
  /** The one of its columns that tells whether an event has the field. */
  readonly presence?: string;
  /** It holds a number multiplied by this power of ten. */
  readonly power?: number;
  /** It holds a time in a form of the store's own, of which only parts can be asked. */
  readonly time?: true;
  /** It has the field's values somewhere in its text, whose form varies. */
  readonly within?: true;
}

export interface RenamedField {
  readonly kind: 'renamed';
  /** Any of them will do; none: the source does not have the field. */
  readonly to: readonly string[];
  /** Put around each value: each of them is an alternative. */
  readonly affixes: readonly Affix[];
  /** Each field has the affix at its own position, and no other. */
  readonly paired?: true;
  /** What whole values are called there, lower-cased; null where they are the same. */
  readonly values: ReadonlyMap<string, readonly string[]> | null;
  /** The name is that of the rule. */
  readonly kept?: true;
  /** Each holds a list of strings as JSON, of which any will do. */
  readonly elements?: true;
  /** The one of `to` that holds as a number what events have in hexadecimal. */
  readonly decimal?: string;
  /** Those of `to` that only some events have, with the ids of these, which have none of the rest. */
  readonly byEvent?: ReadonlyMap<string, ReadonlySet<string>>;
}

export interface Affix {
  readonly before: StringPattern;
  readonly after: StringPattern;
}

/** Read out of another column: each target has its own readings. */
export interface ComputedField {
  readonly kind: 'computed';
  readonly as: string;
  readonly of: string;
  /** What to look for there; the field's own name if null. */
  readonly key: string | null;
  /** A part of what is there under the key, which rules take the field for, too. */
  readonly or?: string;
  /** What the query calls it; if null, as the rule does. */
  readonly to: string | null;
  /** What precedes each value and is not part of it. */
  readonly without?: string;
  /** The string that is stored for a missing value. */
  readonly empty?: string;
  /** The column that holds the value in some events, and goes before what is read. */
  readonly column?: string;
  /** The column of its name is empty in these events, so the query may give it what is read. */
  readonly replaces?: true;
}

/** `SHA1=…` in one field, by algorithm in fields of their own. */
export interface HashesField {
  readonly kind: 'hashes';
  readonly algorithms: Algorithms;
}

export type OtherFields =
  /** Called the same, or so with `_` for all but letters and digits. */
  | { readonly kind: 'keep'; readonly cleans: boolean }
  /** Called the same, where the table has a column of the name, in whatever case. */
  | { readonly kind: 'column' }
  | OtherPrefixed
  | OtherComputed;

/** What a field is called, or the rest of that, after each of some prefixes; any of these may hold it. */
export interface OtherPrefixed {
  readonly kind: 'prefix';
  readonly prefixes: readonly string[];
  /** For fields that begin so; null: for all. */
  readonly after: string | null;
}

/** The names that such a field has; null if it does not begin so. */
/** In any case, as the names of fields are matched. */
export function isAfter(after: string | null, name: string): boolean {
  return after === null || name.slice(0, after.length).toLowerCase() === after.toLowerCase();
}

export function prefixed(
  { prefixes, after }: OtherPrefixed,
  name: string,
): readonly string[] | null {
  if (!isAfter(after, name)) return null;
  const rest = name.slice(after?.length ?? 0);
  return prefixes.map((prefix) => prefix + rest);
}

/** Its key, where it has none, is what the field is called, or the rest of that. */
export interface OtherComputed extends ComputedField {
  /** For fields that begin so; null: for all. */
  readonly after: string | null;
  /** Where the table has a column of the name, what that holds goes before what is read. */
  readonly columnFirst: boolean;
  /** Only for fields that hold others, which are no values themselves. */
  readonly objects: boolean;
  /**
   * By event id: whether the values of such an event are in those columns, or only where they are read,
   * or there in elements of their own.
   */
  readonly byEvent: ReadonlyMap<string, HeldIn>;
}

export const HELD_IN = ['column', 'read', 'element'] as const;
export type HeldIn = (typeof HELD_IN)[number];
