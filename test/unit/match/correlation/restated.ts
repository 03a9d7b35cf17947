/**
 * What a correlation means, said again as plainly as it can be: for each event, all events of its
 * group in the timespan that ends with it.
 */
export interface Setup {
  readonly type:
    | 'event_count'
    | 'value_count'
    | 'value_sum'
    | 'value_avg'
    | 'value_median'
    | 'value_percentile'
    | 'temporal'
    | 'temporal_ordered';
  readonly rules: readonly string[];
  readonly groupBy: readonly string[];
  readonly condition: Readonly<Record<string, number | string | readonly string[]>> | null;
  /** Without it, a value_percentile is about shares. */
  readonly percentile?: number;
}

export interface StreamEvent {
  /** Seconds. */
  readonly time: number;
  readonly Kind: string;
  readonly User?: unknown;
  readonly Account?: unknown;
  readonly V?: unknown;
  readonly W?: unknown;
}

interface Membership {
  readonly index: number;
  readonly time: number;
  readonly rule: string;
  readonly group: readonly unknown[];
  /** Of several fields, tuples. */
  readonly values: readonly unknown[];
}

/** The event and the group of each match. */
export function restated(
  setup: Setup,
  events: readonly StreamEvent[],
  window: number,
): readonly (readonly [number, readonly unknown[]])[] {
  const all = events.flatMap((event, index) =>
    setup.rules
      .filter((rule) => event.Kind !== 'none' && event.Kind.includes(rule))
      .flatMap((rule) =>
        groups(event, rule, setup.groupBy).map((group): Membership => ({
          index,
          time: event.time,
          rule,
          group,
          values: valuesOf(event, setup),
        })),
      ),
  );
  const matches = new Map<string, readonly [number, readonly unknown[]]>();
  for (const at of all) {
    const inside = all.filter(
      (m) => same(m.group, at.group) && m.time <= at.time && m.time >= at.time - window,
    );
    const now = inside.filter((m) => m.time === at.time);
    if (holds(setup, inside, now)) {
      matches.set(JSON.stringify([at.index, at.group.map(plain)]), [at.index, at.group]);
    }
  }
  return [...matches.values()];
}

function groups(event: StreamEvent, rule: string, names: readonly string[]): unknown[][] {
  let all: unknown[][] = [[]];
  for (const name of names) {
    const field = name === 'who' ? (rule === 'b' ? 'Account' : 'User') : name;
    const values = list(event[field as keyof StreamEvent]);
    all = all.flatMap((head) => values.map((v) => [...head, v]));
  }
  return all;
}

function valuesOf(event: StreamEvent, { condition }: Setup): readonly unknown[] {
  const fields = condition?.['field'];
  if (!Array.isArray(fields)) return list(event.V);
  let all: unknown[][] = [[]];
  for (const field of fields as readonly ('V' | 'W')[]) {
    all = all.flatMap((head) => list(event[field]).map((v) => [...head, v]));
  }
  return all.map((tuple) => JSON.stringify(tuple.map(plain)));
}

function list(value: unknown): unknown[] {
  return [value].flat().filter((v) => v !== null && v !== undefined);
}

const plain = (value: unknown): unknown => String(value);
const isNumber = (value: unknown): boolean => value !== '' && !Number.isNaN(Number(value));
const same = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.every((v, i) => plain(v) === plain(b[i]));

function holds(
  { type, rules, condition, percentile }: Setup,
  inside: readonly Membership[],
  now: readonly Membership[],
): boolean {
  // An event counts once, however many rules it matches.
  const once = inside.filter((m, i) => inside.findIndex((o) => o.index === m.index) === i);
  const numbers = once.flatMap((m) => m.values.filter(isNumber).map(Number)).sort((a, b) => a - b);
  const compared = (n: number, of = 1): boolean =>
    Object.entries(condition!).every(([operator, bound]) => {
      const b = Number(bound) * of;
      if (operator === 'gt') return n > b;
      if (operator === 'gte') return n >= b;
      if (operator === 'lt') return n < b;
      if (operator === 'lte') return n <= b;
      if (operator === 'eq') return n === b;
      return operator === 'neq' ? n !== b : true;
    });
  const ranked = (p: number): boolean => {
    if (numbers.length === 0) return false;
    return compared(numbers[Math.max(1, Math.ceil((p * 10 * numbers.length) / 1_000)) - 1]!);
  };
  // Of each value of an event at the end of the window: how many events have it, of those with any.
  const shared = (): boolean => {
    const all = once.filter((m) => m.values.length > 0).length;
    return now
      .flatMap((m) => m.values)
      .some((v) => {
        const have = once.filter((m) => m.values.map(plain).includes(plain(v))).length;
        return compared(100 * have, all);
      });
  };
  const sum = numbers.reduce((a, b) => a + b, 0);
  switch (type) {
    case 'event_count':
      return compared(once.length);
    case 'value_count':
      return compared(new Set(once.flatMap((m) => m.values.map(plain))).size);
    case 'value_sum':
      return numbers.length > 0 && compared(sum);
    case 'value_avg':
      return numbers.length > 0 && compared(sum / numbers.length);
    case 'value_median':
      return ranked(50);
    case 'value_percentile':
      return percentile === undefined ? shared() : ranked(percentile);
    case 'temporal':
      return rules.every((rule) => inside.some((m) => m.rule === rule));
    case 'temporal_ordered':
      return ordered(rules, inside, -Infinity);
  }
}

function ordered(rules: readonly string[], inside: readonly Membership[], after: number): boolean {
  const [rule, ...rest] = rules;
  if (rule === undefined) return true;
  return inside.some((m) => m.rule === rule && m.time >= after && ordered(rest, inside, m.time));
}
