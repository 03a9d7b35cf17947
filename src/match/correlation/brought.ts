import { numberSpelledBy } from '../../model/decimal.js';
import { textOf } from '../event-value.js';
import type { EventValue } from '../event-value.js';
import { countable } from './decimals.js';
import type { Countable } from './decimals.js';

/** What the fields that correlations ask for hold in a match of a rule, and what is made of that, once. */
export interface Brought {
  /** Every value of each field, by its position; undefined without it. */
  readonly held: readonly (readonly EventValue[] | undefined)[];
  readonly tuples: (Tuples | undefined)[];
  readonly numbers: (readonly Countable[] | undefined)[];
}

/** Every way to take one value of each of some fields, no two that are stored alike. */
export interface Tuples {
  readonly keys: readonly string[];
  readonly values: readonly (readonly EventValue[])[];
}

/** Some fields by their positions, and the position among all such lists. */
export interface TupleOf {
  readonly at: number;
  readonly fields: readonly number[];
}

/** Ways to take one value of each field, such as groups that one event may be of. */
const MAX_TUPLES = 64;

const NONE: Tuples = { keys: [], values: [] };

export function broughtBy(held: Brought['held']): Brought {
  return { held, tuples: [], numbers: [] };
}

export function tuplesOf({ held, tuples }: Brought, { at, fields }: TupleOf): Tuples {
  return (tuples[at] ??= fields.length === 1 ? single(held[fields[0]!]) : several(held, fields));
}

function single(held: readonly EventValue[] | undefined): Tuples {
  if (!held) return NONE;
  const [value] = held;
  if (held.length > 1) return several([held], [0]);
  const key = textOf(value!);
  return key === null ? NONE : { keys: [key], values: [[value!]] };
}

/** None if a field is missing. */
function several(held: Brought['held'], fields: readonly number[]): Tuples {
  let all: (readonly EventValue[])[] = [[]];
  for (const field of fields) {
    const values = (held[field] ?? []).filter((v) => v !== null && typeof v !== 'object');
    all = all.flatMap((head) => values.map((v) => [...head, v])).slice(0, MAX_TUPLES);
  }
  const byKey = new Map<string, readonly EventValue[]>();
  for (const values of all) {
    const key = keyOf(values);
    if (!byKey.has(key)) byKey.set(key, values);
  }
  return { keys: [...byKey.keys()], values: [...byKey.values()] };
}

/** Equal for values that are stored alike: a number is what it prints as. */
function keyOf(values: readonly EventValue[]): string {
  return values.length === 1 ? textOf(values[0]!)! : JSON.stringify(values.map(textOf));
}

export function numbersOf({ held, numbers }: Brought, field: number): readonly Countable[] {
  return (numbers[field] ??= (held[field] ?? []).flatMap((value) => {
    const decimal = numberSpelledBy(value);
    return decimal === null ? [] : countable(decimal);
  }));
}
