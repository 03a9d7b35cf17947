import { concat, hardline, join, NUMBER_IN_TEXT, text } from '../../src/backend/index.js';
import type {
  Aggregate,
  Amount,
  CorrelationWriter,
  Doc,
  HavingTest,
  Measure,
  Name,
  Sequence,
} from '../../src/backend/index.js';
import { codes } from './codes.js';
import { quote } from './literals.js';
import {
  docOf,
  eventsOf,
  flagsOf,
  isRows,
  leastOf,
  isSearched,
  piped,
  searchesIndex,
} from './rows.js';
import type { Query, Rows } from './rows.js';

/**
 * Windows that slide, without a join: the times of a group are packed into rows of as long as the
 * timespan, each with those of the one before, and unpacked once for each time that a window ends
 * with.
 * https://www.elastic.co/docs/reference/query-languages/esql/commands/stats-by
 */
export const correlation: CorrelationWriter<Query> = {
  events(node, input, context) {
    if (node.input.kind === 'having') {
      context.report.refuse(codes['esql-correlation-chain'](), node.span);
      // Its columns are no fields of an index, and nothing is to be said of them.
      return { kind: 'rows', inputs: [{ search: input, columns: [], flags: [] }] };
    }
    return { kind: 'rows', inputs: [eventsOf(node, input, context)] };
  },

  union(given, { report, request }) {
    const inputs = given.flatMap((q) => (isRows(q) ? q.inputs : []));
    // Of a chain, one is refused.
    const isWhole = inputs.every((i) => isSearched(i.search));
    const rows: Rows = { kind: 'rows', inputs: isWhole ? inputs : inputs.slice(0, 1) };
    if (searchesIndex(rows)) report.refuse(codes['esql-correlation-union'](), request.plan.span);
    return rows;
  },

  aggregate(node, input) {
    const [measure] = node.measures;
    const doc = docOf(input);
    if (measure?.kind === 'distinct') return distinct(node, measure, doc);
    return measure?.kind === 'share' ? shares(node, measure, doc) : sums(node, doc);
  },

  sequence: (node, input) => lastTimes(node, input as Rows),

  having({ input: of, test }, input) {
    const held = piped(docOf(input), concat('WHERE ', testOf(test)));
    const [measure] = of.kind === 'aggregate' ? of.measures : [];
    if (of.kind !== 'aggregate' || measure?.kind !== 'share') return held;
    const { of: all, values } = measure;
    const columns = `${all} = MAX(${all}), ${values} = VALUES(w_value)`;
    return piped(held, concat(`STATS ${columns}`, by(of.group, TIME)));
  },
};

function by(group: readonly Name[], ...columns: readonly string[]): Doc {
  return concat(' BY ', join(', ', [...group.map((g) => text(g.text, g.span)), ...columns]));
}

const TIME = '@timestamp = TO_DATETIME(w_end)';

/**
 * A row for each time `w_end` of a group and each time `w_time` in the window that ends with it, with
 * columns of the latter, which are strings.
 */
function windows(
  { group, timespan: { milliseconds, span } }: Aggregate | Sequence,
  columns: readonly string[],
): readonly Doc[] {
  const length = String(milliseconds);
  const all = ['w_time', ...columns];
  const packed = all.map((c) => `TO_STRING(${c})`).join(', " ", ');
  return [
    text(
      `EVAL w_row = CONCAT(${packed}), w_span = MV_APPEND(w_time / ${length}, w_time / ${length} + 1)`,
      span,
    ),
    'MV_EXPAND w_span',
    concat('STATS w_row = VALUES(w_row), w_end = VALUES(w_time)', by(group, 'w_span')),
    'MV_EXPAND w_end',
    text(`WHERE w_end / ${length} == w_span`, span),
    'MV_EXPAND w_row',
    `DISSECT w_row ${quote(all.map((c) => `%{${c}}`).join(' '))}`,
    'EVAL w_time = TO_LONG(w_time)',
    text(`WHERE w_time <= w_end AND w_time >= w_end - ${length}`, span),
  ];
}

function sums(node: Aggregate, input: Doc): Doc {
  const { group, measures, span } = node;
  const column = measures.flatMap((m) => ('column' in m ? [m.column] : []))[0];
  const numbers = [
    `EVAL w_number = CASE(${column} RLIKE ${quote(NUMBER_IN_TEXT)}, TO_DOUBLE(${column}))`,
  ];
  const names = measures.map((m) => m.name);
  const totals = measures.map((m) => `${m.name} = ${totalOf(m)}`);
  const inWindow = measures.map(
    (m) => `${m.name} = SUM(${m.kind === 'sum' ? 'TO_DOUBLE' : 'TO_LONG'}(${m.name}))`,
  );
  return piped(
    input,
    ...(column === undefined ? [] : numbers),
    concat(text(`STATS ${totals.join(', ')}`, span), by(group, 'w_time')),
    ...(measures.some((m) => m.kind === 'sum')
      ? ['EVAL value_sum = COALESCE(value_sum, 0.0)']
      : []),
    ...windows(node, names),
    concat(`STATS ${inWindow.join(', ')}`, by(group, TIME)),
  );
}

/** Of the events of one time. */
function totalOf(measure: Measure): string {
  switch (measure.kind) {
    case 'sum':
      return 'SUM(w_number)';
    case 'numbers':
      return 'COUNT(w_number)';
    case 'less':
      return `COUNT(*) WHERE w_number < ${measure.bound}`;
    case 'at-most':
      return `COUNT(*) WHERE w_number <= ${measure.bound}`;
    default:
      return 'COUNT(*)';
  }
}

/** Values are counted one by one: `COUNT_DISTINCT` estimates. Behind `=`, none is like that for no value. */
function distinct(
  node: Aggregate,
  { name, columns }: Extract<Measure, { kind: 'distinct' }>,
  input: Doc,
): Doc {
  const { group, span } = node;
  const value = `COALESCE(CONCAT("=", ${tuple(columns)}), "-")`;
  return piped(
    input,
    text(`EVAL w_value = ${value}`, span),
    ...windows(node, ['w_value']),
    concat('STATS', by(group, 'w_end', 'w_value')),
    concat(`STATS ${name} = COUNT(*) WHERE w_value != "-"`, by(group, TIME)),
  );
}

/** Several values as one, with the lengths of all but the last. */
function tuple(columns: readonly string[]): string {
  const last = columns.length - 1;
  return columns.map((c, i) => (i < last ? `TO_STRING(LENGTH(${c})), ":", ${c}` : c)).join(', ');
}

/** Each value that a window ends with has a row with its count, once there is one of all. */
function shares(
  node: Aggregate,
  { name, of, columns }: Extract<Measure, { kind: 'share' }>,
  input: Doc,
): Doc {
  const { group, span } = node;
  const value = columns.length === 1 ? columns[0]! : `CONCAT(${tuple(columns)})`;
  const isFirst = columns.map((c) => `${c} == ${leastOf(c)}`).join(' AND ');
  return piped(
    input,
    text(`EVAL w_value = ${value}, w_first = CASE(${isFirst}, 1, 0)`, span),
    'WHERE w_value IS NOT NULL',
    concat('STATS w_count = COUNT(*), w_first = SUM(w_first)', by(group, 'w_time', 'w_value')),
    ...windows(node, ['w_count', 'w_first', 'w_value']),
    concat(
      `STATS ${name} = SUM(TO_LONG(w_count)), ${of} = SUM(TO_LONG(w_first)), w_last = MAX(w_time)`,
      by(group, 'w_end', 'w_value'),
    ),
    `EVAL w_row = CONCAT(TO_STRING(${name}), " ", w_value)`,
    concat(
      `STATS ${of} = SUM(${of}), w_row = VALUES(w_row) WHERE w_last == w_end`,
      by(group, 'w_end'),
    ),
    'MV_EXPAND w_row',
    `DISSECT w_row ${quote(`%{${name}} %{w_value}`)}`,
    `EVAL ${name} = TO_LONG(${name})`,
  );
}

function lastTimes(node: Sequence, rows: Rows): Doc {
  const { group, steps } = node;
  const flags = flagsOf(rows);
  const doc = docOf(rows);
  const counts = steps.map(({ flag }) => concat(`${flag} = COUNT(*)`, flags.get(flag) ?? ''));
  const ofTimes = [
    concat('STATS ', join(concat(',', hardline), counts), by(group, 'w_time')),
    ...windows(
      node,
      steps.map((s) => s.flag),
    ),
  ];
  if (node.ordered) return piped(doc, ...ofTimes, ...inOrder(node));
  const last = steps.map(
    ({ flag, name }) => `${name} = MAX(TO_DATETIME(w_time)) WHERE ${flag} != "0"`,
  );
  return piped(doc, ...ofTimes, concat(`STATS ${last.join(', ')}`, by(group, TIME)));
}

/** The first time of each step that is not before the first one of the step before it. */
function inOrder({ group, steps }: Sequence): readonly Doc[] {
  const ofStep = steps.map((_, i) => `w_step_${i + 1}`);
  const times = steps.map(({ flag }, i) => `${ofStep[i]!} = VALUES(w_time) WHERE ${flag} != "0"`);
  return [
    concat(`STATS ${times.join(', ')}`, by(group, 'w_end')),
    ...steps.flatMap(({ name }, i): readonly Doc[] => {
      const own = ofStep[i]!;
      const isLast = i === steps.length - 1;
      const first = isLast ? `${name} = MIN(TO_DATETIME(${own}))` : `${own} = MIN(${own})`;
      const later = ofStep.slice(i + 1).map((s) => `${s} = VALUES(${s})`);
      return [
        `MV_EXPAND ${own}`,
        `WHERE ${i === 0 ? `${own} IS NOT NULL` : `${own} >= ${ofStep[i - 1]!}`}`,
        concat(`STATS ${[first, ...later].join(', ')}`, by(group, isLast ? TIME : 'w_end')),
      ];
    }),
  ];
}

const OPERATORS = { lt: '<', lte: '<=', gt: '>', gte: '>=', eq: '==', neq: '!=' } as const;

function testOf(test: HavingTest, isOperand = false): Doc {
  switch (test.kind) {
    case 'all':
    case 'any': {
      const operands = join(
        test.kind === 'all' ? ' AND ' : ' OR ',
        test.operands.map((o) => testOf(o, true)),
      );
      return isOperand ? concat('(', operands, ')') : operands;
    }
    case 'compare':
      return text(
        `${amount(test.left)} ${OPERATORS[test.operator]} ${amount(test.right)}`,
        test.span,
      );
    case 'recent':
      // No time is of an event before the window.
      return text(`${test.column} IS ${test.negated ? '' : 'NOT '}NULL`, test.span);
  }
}

function amount(of: Amount): string {
  switch (of.kind) {
    case 'number':
      return of.decimal;
    case 'column':
      return of.times === undefined ? of.column : `${of.times} * ${of.column}`;
    case 'quotient':
      return `${of.column} / ${of.by}`;
    case 'recent-count':
      return `(${of.columns.map((c) => `CASE(${c} IS NULL, 0, 1)`).join(' + ')})`;
  }
}
