import { concat, join, text, written } from '../../src/backend/index.js';
import type {
  Aggregate,
  Doc,
  Name,
  QueryContext,
  Sequence,
  Timespan,
} from '../../src/backend/index.js';
import { eventsColumn } from './event-rows.js';

/** Whether a row is of another group than the one before it; empty if all are of one. */
export function isNewGroup(group: readonly string[]): string {
  return group.map((g) => `${g} != prev(${g})`).join(' or ');
}

export function running(sum: string, group: readonly string[]): string {
  return group.length === 0 ? `row_cumsum(${sum})` : `row_cumsum(${sum}, ${isNewGroup(group)})`;
}

export function by(group: readonly Name[], ...columns: readonly string[]): Doc {
  const named = group.map((g) => text(g.text, g.span));
  return concat('by ', join(', ', [...named, ...columns]));
}

export function textsOf(group: readonly Name[]): readonly string[] {
  return group.map((g) => g.text);
}

export function sorted(...columns: readonly string[]): string {
  return `sort by ${columns.map((c) => (/ desc$/.test(c) ? c : `${c} asc`)).join(', ')}`;
}

export interface Counts {
  /** How many events rows stand for. */
  readonly count: string;
  /** How often what a row has counts, where that is not once. */
  readonly weight: string | null;
}

export function countsOf(node: Aggregate | Sequence, context: QueryContext): Counts {
  const { once, each } = weightsOf(node, context);
  return {
    count: once === '1' ? 'count()' : `sum(${once})`,
    weight: each === '1' ? null : each,
  };
}

/**
 * How many events a row stands for, since rows of correlations stand for several: once for all rows that
 * an event has become, or each.
 */
export function weightsOf(
  { input }: Aggregate | Sequence,
  context: QueryContext,
): { readonly once: string; readonly each: string } {
  const inputs = input.kind === 'union' ? input.inputs : [input];
  const columns = inputs.flatMap((i) =>
    i.kind === 'events' ? (eventsColumn(i, context) ?? []) : [],
  );
  if (columns.length === 0) return { once: '1', each: '1' };
  return {
    once: `coalesce(${[...new Set(columns), '1'].join(', ')})`,
    each: columns.includes('events') ? 'coalesce(events, 1)' : '1',
  };
}

/** Whether another correlation is about these rows. */
export function isInner(node: Aggregate | Sequence, { request }: QueryContext): boolean {
  const { plan } = request;
  return !('input' in plan) || plan.input !== node;
}

/** A row for when something enters the window, and one for after it has left. */
export function steps(of: Timespan, time: string): readonly Doc[] {
  return [
    'mv-expand w_step = dynamic([1, -1]) to typeof(long)',
    written`extend ${time} = iff(w_step > 0, ${time}, ${time} + ${timespan(of)})`,
  ];
}

/** https://learn.microsoft.com/en-us/kusto/query/scalar-data-types/timespan */
export function literalOf({ milliseconds }: Timespan): string {
  const units = [
    ['d', 86_400_000],
    ['h', 3_600_000],
    ['m', 60_000],
  ] as const;
  const found = units.find(([, size]) => milliseconds % size === 0);
  return found ? `${milliseconds / found[1]}${found[0]}` : `${milliseconds / 1_000}s`;
}

export function timespan(of: Timespan): Doc {
  return text(literalOf(of), of.span);
}
