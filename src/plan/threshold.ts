import type { Timespan } from '../model/correlation/correlation.js';
import type { Name } from '../model/name.js';
import { partsOf } from '../store/placement.js';
import { searchesOf, sourceOf } from './plan.js';
import type { Aggregate, Events, Having, HavingTest, Plan } from './plan.js';

/** A correlation that only counts, as a product does that counts the results of a search. */
export interface Threshold {
  /** What finds the events. */
  readonly events: Plan;
  /** Each combination of their values is counted by itself. */
  readonly groupBy: readonly Name[];
  /** Counts its different values in place of events; null to count events. */
  readonly distinct: Name | null;
  /** An integer of 1 or more. */
  readonly atLeast: number;
  readonly timespan: Timespan;
}

/** Null if the correlation does anything but count up to a number, in fields that all its events share. */
export function thresholdOf(having: Having): Threshold | null {
  const found = countOf(having);
  if (!found || unsharedIn(found).length > 0) return null;
  const { input, events, values, atLeast } = found;
  const named = input.group.flatMap(({ text, span }) => shared(events, text, span));
  const counted = values.flatMap((column) => shared(events, column));
  const groupBy = named.flatMap((name) => partsIn(events, name) ?? [name]);
  const [first, ...others] = events.map((e) => e.input);
  return {
    events:
      others.length === 0
        ? first!
        : { kind: 'union', inputs: [first!, ...others], span: input.span },
    groupBy,
    distinct: counted[0] ?? null,
    atLeast,
    timespan: input.timespan,
  };
}

/** Of a correlation that only counts, the names that are not one field in all its events. */
export function unsharedOf(having: Having): readonly Name[] {
  const found = countOf(having);
  return found ? unsharedIn(found) : [];
}

interface Count {
  readonly input: Aggregate;
  readonly events: readonly Events[];
  readonly values: readonly string[];
  readonly atLeast: number;
}

function countOf({ input, test }: Having): Count | null {
  if (input.kind !== 'aggregate' || input.measures.length !== 1) return null;
  const [measure] = input.measures;
  const values = measure!.kind === 'distinct' ? measure!.columns : [];
  if (values.length > 1 || (measure!.kind !== 'count' && values.length === 0)) return null;
  const searches = input.input.kind === 'union' ? input.input.inputs : [input.input];
  const events = searches.filter(isOfSearch);
  const atLeast = leastOf(test);
  if (atLeast === null || events.length < searches.length) return null;
  return { input, events, values, atLeast };
}

function unsharedIn({ input, events, values }: Count): readonly Name[] {
  const counted = values.map((text) => ({ text, span: placeOf(events, text) ?? input.span }));
  return [...input.group, ...counted].filter(({ text }) => shared(events, text).length === 0);
}

function placeOf(events: readonly Events[], column: string): Name['span'] | undefined {
  return events[0]?.columns.find((c) => c.name === column)?.fields[0].span;
}

/** The fields it names that are read out of others, or kept as words and not as a whole. */
export function unindexedOf({ events, groupBy, distinct }: Threshold): readonly Name[] {
  const columns = searchesOf(events).map((s) => sourceOf(s).placement.columns);
  return [...groupBy, ...(distinct ? [distinct] : [])].filter(({ text }) =>
    columns.some((known) => {
      const column = known.get(text);
      return column && (column.reading !== null || /text$/.test(column.type ?? ''));
    }),
  );
}

/** The fields that a field is made of in all events alike. */
function partsIn(events: readonly Events[], name: Name): readonly Name[] | null {
  const [parts, ...others] = events.map((e) =>
    partsOf(sourceOf(e).placement.columns.get(name.text)?.reading),
  );
  const isAlike = others.every((other) => other?.join() === parts?.join());
  return parts && isAlike ? parts.map((text) => ({ ...name, text })) : null;
}

function isOfSearch(plan: Plan): plan is Events {
  return plan.kind === 'events' && plan.input.kind !== 'having';
}

function leastOf(test: HavingTest): number | null {
  if (test.kind !== 'compare' || test.left.kind !== 'column' || test.right.kind !== 'number') {
    return null;
  }
  const number = Number(test.right.decimal);
  if (test.left.times !== undefined || Math.abs(number) >= Number.MAX_SAFE_INTEGER) return null;
  // Of no events there is no window.
  if (test.operator === 'gte') return Math.max(1, Math.ceil(number));
  return test.operator === 'gt' ? Math.max(1, Math.floor(number) + 1) : null;
}

/** The one field that is this column of all events. */
function shared(events: readonly Events[], column: string, at?: Name['span']): readonly Name[] {
  const fields = events.flatMap((e) => e.columns.find((c) => c.name === column)?.fields ?? []);
  const [field] = fields;
  if (!field || fields.some((f) => f.text !== field.text)) return [];
  return [at ? { ...field, span: at } : field];
}
