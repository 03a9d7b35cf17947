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
import { docOf, eventsOf, flagsOf, isRows, isSearched, piped, searchesIndex } from './rows.js';
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
    return measure?.kind === 'distinct' ? distinct(node, measure, doc) : sums(node, doc);
  },

  sequence: (node, input) => lastTimes(node, input as Rows),

  having: ({ test }, input) => piped(docOf(input), concat('WHERE ', testOf(test))),
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
  const last = columns.length - 1;
  const parts = columns.map((c, i) => (i < last ? `TO_STRING(LENGTH(${c})), ":", ${c}` : c));
  const value = `COALESCE(CONCAT("=", ${parts.join(', ')}), "-")`;
  return piped(
    input,
    text(`EVAL w_value = ${value}`, span),
    ...windows(node, ['w_value']),
    concat('STATS', by(group, 'w_end', 'w_value')),
    concat(`STATS ${name} = COUNT(*) WHERE w_value != "-"`, by(group, TIME)),
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
