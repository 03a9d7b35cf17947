import {
  concat,
  enclose,
  hardline,
  indent,
  join,
  meaningInAnyOrder,
  partsOf,
  sequence as docs,
  simplify,
  text,
  writtenName,
} from '../../src/backend/index.js';
import type {
  CorrelationWriter,
  Doc,
  EventColumn,
  Events,
  Expression,
  HavingTest,
  QueryContext,
  Search,
  Span,
  Timespan,
} from '../../src/backend/index.js';
import { codes } from './codes.js';
import { anyOf, filterDoc, filterOf } from './events.js';
import type { EventFilter } from './events.js';
import { fieldName, UNSEARCHABLE } from './literals.js';

/** What a correlation is made of, until it is a sequence. */
export type Query =
  | ({ readonly kind: 'filter' } & EventFilter)
  | { readonly kind: 'members'; readonly members: readonly Member[] }
  | { readonly kind: 'count'; readonly step: Step; readonly timespan: Timespan }
  | Sequence;

type Member = Found | Inner;

/** Events of one place, those of each rule, and the names of what they are grouped by. */
interface Found {
  readonly kind: 'found';
  readonly all: Search;
  readonly flags: ReadonlyMap<string, Search>;
  readonly by: readonly Key[];
  readonly context: QueryContext;
}

/** The matches of another correlation. */
interface Inner {
  readonly kind: 'inner';
  /** What the rule is called that it stands for. */
  readonly flags: readonly string[];
  readonly steps: readonly Step[];
  readonly timespan: Timespan;
}

interface Key {
  readonly code: string;
  /** The field that it is, or is part of. */
  readonly field: string;
  /** What the correlation calls that. */
  readonly column: string;
  readonly span: Span;
}

interface Step {
  readonly filter: EventFilter;
  readonly by: readonly Key[];
  /** How often it has to be there; null: once. */
  readonly runs: number | null;
  readonly span: Span;
}

interface Sequence {
  readonly kind: 'sequence';
  readonly steps: readonly Step[];
  readonly timespan: Timespan;
}

/**
 * What an ordered series of events expresses: its window ends with the last event, both ends
 * included. Of one group, each event begins a series, so as many events as are counted are found at
 * every event that completes their number.
 * https://www.elastic.co/docs/reference/query-languages/eql/eql-syntax#eql-sequences
 * https://www.elastic.co/docs/reference/query-languages/eql/eql-syntax#eql-how-sequence-queries-handle-matches
 */
export const correlation: CorrelationWriter<Query> = {
  events(node, input, context) {
    if (node.input.kind !== 'search') return innerOf(node, input, context);
    const all = node.input;
    const of = (holds: Expression | null): Search =>
      holds ? { ...all, conditions: [...shared(all, node), holds] } : all;
    const flags = new Map(node.flags.map(({ name, holds }) => [name, of(holds)]));
    const by = node.columns.flatMap((c) => (c.grouped ? keysOf(c, context) : []));
    return { kind: 'members', members: [{ kind: 'found', all, flags, by, context }] };
  },

  union: (inputs) => ({
    kind: 'members',
    members: inputs.flatMap((i) => (i.kind === 'members' ? i.members : [])),
  }),

  aggregate({ measures, timespan, span }, input, context) {
    if (input.kind !== 'members' || input.members.length === 0) return input;
    if (input.members.some((m) => m.kind === 'inner'))
      return refused(span, 'how many matches another correlation has', context, OF_ALERTS);
    if (measures.some((m) => m.kind !== 'count'))
      return refused(span, 'a condition on values', context);
    const step = stepOf(input.members, (m) => m.all, span, context);
    return step ? { kind: 'count', step, timespan } : input;
  },

  sequence({ steps: asked, ordered, timespan, span }, input, context) {
    if (input.kind !== 'members') return input;
    if (!ordered || asked.length < 2) return refused(span, 'events in any order', context);
    const inner: Inner[] = [];
    const parts = asked.map(({ flag }): readonly Step[] => {
      const made = input.members.find((m) => m.kind === 'inner' && m.flags.includes(flag));
      if (made?.kind !== 'inner') {
        const step = stepOf(input.members, (m) => m.flags.get(flag), span, context);
        return step ? [step] : [];
      }
      inner.push(made);
      return made.steps;
    });
    const steps = parts.flat();
    for (const { field, span: at } of madeElsewhere(steps))
      context.report.refuse(codes['eql-key']({ field }), at);
    const all = [timespan, ...inner.map((i) => i.timespan)];
    const shortest = all.reduce((a, b) => (b.milliseconds < a.milliseconds ? b : a));
    // Where a step was refused, there is no sequence to say this of.
    if (parts.every((p) => p.length > 0)) {
      context.report.approximate('narrower', 'positive', codes['eql-sequence'](), span);
      if (inner.length > 0) {
        const said = codes['eql-chain']({ timespan: shortest.text });
        context.report.approximate('narrower', 'positive', said, span);
      }
    }
    return { kind: 'sequence', steps, timespan: shortest };
  },

  having({ test, span }, input, context) {
    if (input.kind !== 'count') return input;
    const least = leastOf(test);
    if (least === null) return refused(span, 'this condition on the number of events', context);
    if (least < 2 || least > MAX_RUNS) {
      context.report.refuse(codes['eql-runs']({ count: String(least), max: MAX_RUNS }), span);
    }
    const { step, timespan } = input;
    return { kind: 'sequence', steps: [{ ...step, runs: least }], timespan };
  },
};

/** How EQL likes its conditions. */
export const SIMPLE = { oneOf: true, pushNegation: false };

/** https://www.elastic.co/docs/reference/query-languages/eql/eql-syntax#eql-with-runs-statement */
const MAX_RUNS = 100;

/** ES|QL cannot express a chain either. */
const OF_ALERTS = 'Correlate the alerts of the inner one.';

function refused(
  span: Span,
  what: string,
  { report }: QueryContext,
  instead = 'Convert the correlation for esql.',
): Query {
  report.refuse(codes['eql-correlation']({ what, instead }), span);
  return { kind: 'members', members: [] };
}

/**
 * The steps of another correlation, which are some of a longer sequence's: if all of it is within the
 * shorter of the timespans, each part is within its own. Both have to be of the same groups.
 */
function innerOf(node: Events, input: Query, context: QueryContext): Query {
  // What it is made of was refused.
  if (input.kind !== 'sequence') return { kind: 'members', members: [] };
  const { steps: made, timespan } = input;
  const grouped = node.columns.filter((c) => c.grouped);
  const steps = made.map((step): Step => {
    const by = grouped.flatMap(({ name: column, fields: [{ text: field, span }] }) =>
      step.by.filter((k) => k.column === field).map((k): Key => ({ ...k, column, span })),
    );
    return { ...step, by };
  });
  const isOfSameGroups = steps.every(({ by }, i) => by.length === made[i]!.by.length);
  if (!isOfSameGroups)
    return refused(
      node.span,
      'other groups than those of the correlation in it',
      context,
      OF_ALERTS,
    );
  const flags = node.flags.map((f) => f.name);
  return { kind: 'members', members: [{ kind: 'inner', flags, steps, timespan }] };
}

/** Conditions of a search, without the one that only says that some rule holds. */
function shared({ conditions }: Search, { flags, span }: Events): readonly Expression[] {
  const operands = flags.flatMap(({ holds }) => holds ?? []);
  const some = meaningInAnyOrder(simplify({ kind: 'or', operands, span }, SIMPLE));
  const all = conditions.flatMap((c) => (c.kind === 'and' ? c.operands : [c]));
  return all.filter((c) => meaningInAnyOrder(c) !== some);
}

function keysOf({ name: column, fields }: EventColumn, context: QueryContext): readonly Key[] {
  const [field, ...others] = fields;
  const { text: name, span } = field;
  const { columns } = context.placement;
  const parts = partsOf(columns.get(name)?.reading) ?? [name];
  const keys = parts.flatMap((part): readonly Key[] => {
    const { reading = null, type = null } = columns.get(part) ?? {};
    const code = fieldName(part);
    const isKept = !reading && !UNSEARCHABLE.has(type ?? '');
    return code !== null && isKept ? [{ code, field: writtenName(field), column, span }] : [];
  });
  if (others.length === 0 && keys.length === parts.length) return keys;
  context.report.refuse(codes['eql-key']({ field: writtenName(field) }), span);
  return [];
}

/** What any of the members has of a rule, if all of them group it by the same fields. */
function stepOf(
  members: readonly Member[],
  searchOf: (member: Found) => Search | undefined,
  span: Span,
  context: QueryContext,
): Step | null {
  const found = members.flatMap((member) => {
    if (member.kind !== 'found') return [];
    const search = searchOf(member);
    return search ? [{ by: member.by, filter: filterOf(search, member.context) }] : [];
  });
  const [first] = found;
  if (!first) return null;
  const names = (keys: readonly Key[]): string => keys.map((k) => k.code).join(', ');
  if (found.some(({ by }) => names(by) !== names(first.by))) {
    context.report.refuse(codes['eql-keys'](), span);
  }
  return { filter: anyOf(found.map((f) => f.filter)), by: first.by, runs: null, span };
}

/** The second keys of fields that two make in one step, and one in another. */
function madeElsewhere(steps: readonly Step[]): readonly Key[] {
  const isOne = (column: string): boolean =>
    steps.some(({ by }) => by.filter((k) => k.column === column).length === 1);
  return steps.flatMap(({ by }) =>
    by.filter(({ column }, i) => by[i - 1]?.column === column && isOne(column)),
  );
}

/** The least number of events, if any greater number does as well. */
function leastOf(test: HavingTest): number | null {
  if (test.kind !== 'compare' || test.right.kind !== 'number') return null;
  const { operator, right, left } = test;
  if (left.kind !== 'column' || left.times !== undefined) return null;
  const number = Number(right.decimal);
  if (operator === 'gte') return Math.ceil(number);
  return operator === 'gt' ? Math.floor(number) + 1 : null;
}

export function queryDoc(query: Query): Doc {
  if (query.kind === 'filter') return filterDoc(query);
  // What was refused is not written.
  if (query.kind !== 'sequence') return '';
  const { steps, timespan } = query;
  const isShared = steps.every(({ by }) =>
    by.every((key, i) => key.code === steps[0]!.by[i]!.code),
  );
  const keys = (by: readonly Key[]): Doc =>
    by.length === 0
      ? ''
      : concat(
          ' by ',
          join(
            ', ',
            by.map((k) => text(k.code, k.span)),
          ),
        );
  const written = steps.flatMap(({ filter, by, runs }): readonly Doc[] => [
    hardline,
    enclose('[', filterDoc(filter), ']'),
    isShared ? '' : keys(by),
    runs === null ? '' : ` with runs=${runs}`,
  ]);
  const shared = isShared ? keys(steps[0]!.by) : '';
  const span = concat(' with maxspan=', text(maxspan(timespan), timespan.span));
  return concat('sequence', shared, span, indent(docs(written)));
}

/** https://www.elastic.co/docs/reference/elasticsearch/rest-apis/api-conventions#time-units */
function maxspan({ milliseconds }: Timespan): string {
  const [unit, size] = UNITS.find(([, s]) => milliseconds % s === 0)!;
  return `${milliseconds / size}${unit}`;
}

const UNITS = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['m', 60_000],
  ['s', 1_000],
  ['ms', 1],
] as const;
