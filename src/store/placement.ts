import type { DetectionNode } from '../model/detection.js';
import { isJsonObject } from '../source/json.js';
import type { Json, JsonObject } from '../source/json.js';

/** Where the events of a rule are kept, and what is known of the fields that its query names. */
export interface Placement {
  /** What messages call the source; null where none was chosen. */
  readonly source: string | null;
  /** Tables or indexes, read as one; empty where the store has none, or none was chosen. */
  readonly tables: readonly string[];
  /** The published table that has the same columns, where what is read is a function. */
  readonly schema: string | null;
  /** What the source added to the rule, so that its events are told from others there. */
  readonly conditions: readonly DetectionNode[];
  /** By the name that the expression uses. */
  readonly columns: ReadonlyMap<string, Column>;
  /** Types that the source itself says its fields have, asked for or not; by name. */
  readonly declared: ReadonlyMap<string, Column | null>;
  /** The fields that hold an event's text, to search for keywords; empty: the target decides. */
  readonly keywords: readonly string[];
  /** Fields that no other events have, so that what asks for a value of one needs no other condition. */
  readonly tells: readonly string[];
  /** What a field holds where an event has null; null where it is not there then. */
  readonly nulls: string | null;
  /** Null where events are searched themselves. */
  readonly model: DataModel | null;
  readonly basis: Basis;
  /** Fields of the rule that the source takes without being known to have them. */
  readonly assumed: ReadonlySet<string>;
}

/**
 * `known`: every field is one that the source's schema has. `assumed`: the source keeps any field.
 * `unmapped`: no source was chosen, so fields have the names that the rule gives them.
 */
export type Basis = 'known' | 'assumed' | 'unmapped';

/** A data model that the events are counted in. */
export interface DataModel {
  readonly name: string;
  /** Fields to count by, besides those of the rule. */
  readonly by: readonly string[];
}

/** A field of the store. */
export interface Column {
  /** In the store's own words; null where it is not known. */
  readonly type: string | null;
  /** Its values are all in lower case. */
  readonly lower: boolean;
  /** An event may have several of its values. */
  readonly several: boolean;
  /** It has a subfield `.caseless`, which is in lower case. */
  readonly caseless: boolean;
  /** Values that are not stored: an event with one of them has no such field. */
  readonly absent: readonly string[];
  /** Those of them that only some versions of what writes the events leave out. */
  readonly sometimes: readonly string[];
  /** What is stored in an event without a value; null where nothing is. No value of an event is so. */
  readonly missing: string | null;
  readonly words: Words;
  /** Not null where the field is read out of another. */
  readonly reading: Reading | null;
}

/** How a field of type text is split into words. */
export type Words =
  /** As Unicode divides text: the standard analyzer. */
  | 'standard'
  /** Letters, digits, underscores and dashes: what Elastic indexes PowerShell's scripts by. */
  | 'dashed';

/** How a value is read out of another field; each target has its own readings. */
export interface Reading {
  readonly as: string;
  readonly of: string;
  /** What to look for there. */
  readonly key: string;
  /** What precedes each value and is not part of it. */
  readonly without?: string;
  /** What is written there for no value. */
  readonly empty?: string;
  /** The field that holds the value in some events, and takes precedence over what is read. */
  readonly first?: string;
}

/** The fields that a value is made of, where two values are the same only if those are; else null. */
export function partsOf(reading: Reading | null | undefined): readonly string[] | null {
  const isAccount = reading?.as === 'domain-user' || reading?.as === 'login';
  return isAccount ? [reading.of, reading.key] : null;
}

export const UNMAPPED: Placement = {
  source: null,
  tables: [],
  schema: null,
  conditions: [],
  columns: new Map(),
  declared: new Map(),
  keywords: [],
  tells: [],
  nulls: null,
  model: null,
  basis: 'unmapped',
  assumed: new Set(),
};

export function columnOfType(type: string): Column {
  return { type, ...PLAIN };
}

/** The same, of which an event may have several values. */
export function ofList(column: Column | null): Column {
  return { type: null, ...PLAIN, ...column, several: true };
}

const PLAIN = {
  lower: false,
  several: false,
  caseless: false,
  absent: [],
  sometimes: [],
  missing: null,
  words: 'standard',
  reading: null,
} as const;

const FLAGS = ['caseless', 'lower', 'several'] as const;

/**
 * A type; a map of `type`, `caseless`, `lower`, `several`, `absent`, `sometimes`, `missing` and `words`; or one of
 * `as`, `of` and `key`, with `without`, `empty` and `first`. A string says what is wrong with it.
 */
export function readColumn(given: Json): Column | string {
  if (typeof given === 'string') return columnOfType(given);
  if (!isJsonObject(given)) return `the type ${JSON.stringify(given)}`;
  if ('as' in given) return readReading(given);
  const { type, absent = [], sometimes = [], missing = null, words = 'standard', ...flags } = given;
  if (typeof type !== 'string') return `the type ${JSON.stringify(type ?? null)}`;
  for (const [key, value] of Object.entries(flags)) {
    if (!FLAGS.some((f) => f === key)) return `the key ${JSON.stringify(key)}`;
    if (typeof value !== 'boolean') return `${key}: ${JSON.stringify(value)}`;
  }
  if (words !== 'standard' && words !== 'dashed') return `words: ${JSON.stringify(words)}`;
  if (!Array.isArray(absent)) return `absent: ${JSON.stringify(absent)}`;
  if (!Array.isArray(sometimes)) return `sometimes: ${JSON.stringify(sometimes)}`;
  if (missing !== null && typeof missing !== 'string') return `missing: ${JSON.stringify(missing)}`;
  return {
    type,
    caseless: flags['caseless'] === true,
    lower: flags['lower'] === true,
    several: flags['several'] === true,
    absent: [...absent, ...sometimes].map(String),
    sometimes: sometimes.map(String),
    missing,
    words,
    reading: null,
  };
}

function readReading({ type = 'string', ...given }: JsonObject): Column | string {
  const { as, of, key } = given;
  const wrong = Object.entries({ type, as: as!, of: of ?? null, key: key ?? null, ...given }).find(
    ([name, value]) =>
      typeof value !== 'string' ||
      !['type', 'as', 'of', 'key', 'without', 'empty', 'first'].includes(name),
  );
  if (wrong) return `${wrong[0]}: ${JSON.stringify(wrong[1])}`;
  return { ...PLAIN, type: type as string, reading: given as unknown as Reading };
}
