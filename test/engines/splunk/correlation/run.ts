import { Cost, Disorder } from '../../kql/correlation/table.js';
import { evaluate } from '../evaluate.js';
import type { EvalValue, Fields } from '../evaluate.js';
import { searched } from '../run.js';
import type { Aggregation, Command, Pipeline } from './pipeline.js';

/** The values of each field, as texts; none where it is missing. */
export type Row = Readonly<Record<string, readonly string[]>>;

interface Results {
  readonly rows: readonly Row[];
  /** Whether they are results, not events: a transforming command made them. */
  readonly isTransformed: boolean;
}

/**
 * Runs a search over events, each command as its page in the manual describes it. Where no order is
 * promised, rows come in any.
 * https://help.splunk.com/en/splunk-enterprise/search/spl-search-reference/9.4/search-commands
 */
export function runPipeline(
  pipeline: Pipeline,
  events: readonly Row[],
  cost = new Cost(),
): readonly Row[] {
  return runIn(pipeline, events, { disorder: new Disorder(events.length), cost }).rows;
}

interface Run {
  readonly disorder: Disorder;
  readonly cost: Cost;
}

function runIn({ start, commands }: Pipeline, events: readonly Row[], all: Run): Results {
  if (start.name === 'search') all.cost.reads++;
  const first =
    start.name === 'search'
      ? events.filter((e) => searched(start.condition, fieldsOf(e)))
      : all.disorder.shuffle(start.searches.flatMap((s) => runIn(s, events, all).rows));
  return run(commands, { rows: first, isTransformed: false }, all);
}

function run(commands: readonly Command[], first: Results, all: Run): Results {
  return commands.reduce((results, command) => {
    if (command.name === 'sort') all.cost.sort(results.rows.length);
    const after = apply(command, results, all);
    all.cost.has(after.rows.length);
    return after;
  }, first);
}

const NONE: readonly string[] = [];

function fieldsOf(row: Row): Fields {
  return (name) => row[name] ?? NONE;
}

function apply(command: Command, results: Results, all: Run): Results {
  const { rows } = results;
  const { disorder } = all;
  switch (command.name) {
    case 'where':
      return {
        ...results,
        rows: rows.filter((r) => evaluate(command.condition, fieldsOf(r)) === true),
      };
    case 'eval':
      return { ...results, rows: rows.map((r) => assigned(r, command.assignments)) };
    case 'fields':
      return { ...results, rows: rows.map((r) => chosen(r, command)) };
    case 'stats':
      return { rows: disorder.shuffle(stats(command, rows)), isTransformed: true };
    case 'streamstats':
      // Of events, those beyond a number are forgotten.
      if (!results.isTransformed) throw new TypeError('streamstats of events');
      return { ...results, rows: streamstats(command, rows) };
    case 'sort':
      return { ...results, rows: sorted(command.by, disorder.shuffle(rows)) };
    case 'appendpipe': {
      const appended = run(command.commands, results, all);
      return { ...results, rows: [...rows, ...appended.rows] };
    }
  }
}

/** From left to right, each with what those before it made; a field that is null is none. */
function assigned(row: Row, assignments: Extract<Command, { name: 'eval' }>['assignments']): Row {
  const made: Record<string, readonly string[]> = { ...row };
  for (const [name, node] of assignments) {
    made[name] = textsOf(evaluate(node, fieldsOf(made)));
  }
  return made;
}

function textsOf(value: EvalValue): readonly string[] {
  if (value === null) return NONE;
  if (typeof value === 'boolean') throw new TypeError('a field cannot hold a boolean');
  return typeof value === 'object' ? value : [String(value)];
}

/** Fields whose names begin with an underscore are kept unless they are removed. */
function chosen(row: Row, { removes, names }: Extract<Command, { name: 'fields' }>): Row {
  const isNamed = (field: string): boolean =>
    names.some((n) => (n.endsWith('*') ? field.startsWith(n.slice(0, -1)) : field === n));
  return Object.fromEntries(
    Object.entries(row).filter(([field]) =>
      removes ? !isNamed(field) : isNamed(field) || field.startsWith('_'),
    ),
  );
}

type Stats = Extract<Command, { name: 'stats' | 'streamstats' }>;

/** A row that lacks a field of `by` is left out; one that has several values is of each of them. */
function stats({ aggregations, by, options }: Stats, rows: readonly Row[]): readonly Row[] {
  const groups = new Map<string, { readonly of: readonly string[]; readonly rows: Row[] }>();
  for (const row of rows) {
    let tuples: readonly (readonly string[])[] = [[]];
    for (const name of by) {
      const all = row[name] ?? NONE;
      const values = options.get('dedup_splitvals') === 'true' ? [...new Set(all)] : all;
      tuples = tuples.flatMap((head) => values.map((v) => [...head, v]));
    }
    for (const of of tuples) {
      const key = of.join('\u0000');
      const group = groups.get(key);
      if (group) group.rows.push(row);
      else groups.set(key, { of, rows: [row] });
    }
  }
  return [...groups.values()].map(({ of, rows: inside }) => {
    const row: Record<string, readonly string[]> = {};
    by.forEach((name, i) => (row[name] = [of[i]!]));
    for (const aggregation of aggregations) {
      const running = runningOf(aggregation);
      inside.forEach((r) => running.add(r));
      const value = running.value();
      if (value !== null) row[aggregation.as] = [value].flat();
    }
    return row;
  });
}

/** A row that lacks a field of `by` stays as it is. */
function streamstats({ aggregations, by, options }: Stats, rows: readonly Row[]): readonly Row[] {
  const groups = new Map<string, readonly Running[]>();
  const isCurrent = options.get('current') !== 'f';
  return rows.map((row) => {
    const of = by.map((name) => row[name] ?? NONE);
    if (of.some((v) => v.length === 0)) return row;
    if (of.some((v) => v.length > 1)) throw new TypeError('streamstats by several values');
    const key = of.join('\u0000');
    let all = groups.get(key);
    if (!all) groups.set(key, (all = aggregations.map(runningOf)));
    const made: Record<string, readonly string[]> = { ...row };
    all.forEach((running, i) => {
      if (isCurrent) running.add(row);
      const value = running.value();
      made[aggregations[i]!.as] = value === null ? NONE : [value].flat();
      if (!isCurrent) running.add(row);
    });
    return made;
  });
}

interface Running {
  add(row: Row): void;
  value(): string | readonly string[] | null;
}

/**
 * Values that are no numbers are ignored; of several values each counts.
 * https://help.splunk.com/en/splunk-enterprise/search/spl-search-reference/9.4/statistical-and-charting-functions/aggregate-functions
 */
function runningOf({ function: called, field }: Aggregation): Running {
  if (called === 'count') {
    let count = 0;
    return { add: () => void count++, value: () => String(count) };
  }
  if (called === 'last') {
    let last: string | null = null;
    return { add: (row) => void (last = row[field!]?.at(-1) ?? last), value: () => last };
  }
  if (called === 'values') {
    const values = new Set<string>();
    return {
      add: (row) => row[field!]?.forEach((v) => values.add(v)),
      value: () => [...values].sort(),
    };
  }
  let found: number | null = null;
  const add = (number: number): void => {
    if (found === null) found = number;
    else if (called === 'sum') found += number;
    else found = called === 'max' ? Math.max(found, number) : Math.min(found, number);
  };
  return {
    add: (row) => {
      for (const text of row[field!] ?? NONE) {
        if (!/^-?[\d.]+(?:e[-+]?\d+)?$/.test(text)) throw new TypeError(`${called} of ${text}`);
        add(Number(text));
      }
    },
    value: () => (found === null ? null : String(found)),
  };
}

function sorted(
  by: Extract<Command, { name: 'sort' }>['by'],
  rows: readonly Row[],
): readonly Row[] {
  const keyed = rows.map((row) => ({
    row,
    keys: by.map(([name, descending]) => {
      const [text, ...others] = row[name] ?? NONE;
      if (text === undefined || others.length > 0)
        throw new TypeError('an order of what is missing');
      return descending ? -Number(text) : Number(text);
    }),
  }));
  keyed.sort((a, b) => {
    const at = a.keys.findIndex((k, i) => k !== b.keys[i]);
    return at < 0 ? 0 : a.keys[at]! - b.keys[at]!;
  });
  return keyed.map((k) => k.row);
}
