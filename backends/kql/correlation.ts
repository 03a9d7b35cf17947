import { concat, hardline, indent, join, text, written } from '../../src/backend/index.js';
import type {
  Aggregate,
  Amount,
  CorrelationWriter,
  Doc,
  HavingTest,
  Measure,
  Name,
  QueryContext,
  Sequence,
} from '../../src/backend/index.js';
import { eventRows, piped, timeOf } from './event-rows.js';
import { readOnce, rowsOf } from './shared-rows.js';
import { distinct, ofTimes, shares } from './values.js';
import {
  by,
  countsOf,
  isInner,
  isNewGroup,
  literalOf,
  running,
  sorted,
  steps,
  textsOf,
  timespan,
} from './window-rows.js';
import type { Counts } from './window-rows.js';

/**
 * Windows that slide, by sorting and running sums: no row is joined with another. Every event adds
 * to the sums of its group at its time, and takes away from them after the end of the last window
 * that holds it.
 * https://learn.microsoft.com/en-us/kusto/query/window-functions
 */
export const correlation: CorrelationWriter<Doc> = {
  events(node, input, context) {
    const rows = eventRows(node, input, context);
    return node.input.kind === 'having' ? rows : rowsOf(rows);
  },

  /** https://learn.microsoft.com/en-us/kusto/query/union-operator */
  union(inputs) {
    const parts = inputs.map((q) => concat('(', indent(hardline, q), hardline, ')'));
    return concat('union', indent(hardline, join(concat(',', hardline), parts)));
  },

  aggregate(node, input, context) {
    const [measure] = node.measures;
    const least = leastOf(node, context);
    if (least) return closeTogether(node, least, input, context);
    if (measure?.kind === 'distinct') return distinct(node, measure, input, context);
    return measure?.kind === 'share'
      ? shares(node, measure, input, context)
      : sums(node, input, context);
  },

  sequence: lastTimes,

  having(node, input, context) {
    const { input: of, test } = node;
    const { plan } = context.request;
    const isTested = of.kind === 'aggregate' && leastOf(of, context) !== null;
    const held = isTested ? input : piped(input, concat('where ', testOf(test, timeOf(context))));
    const query = of.kind === 'aggregate' ? ofTimes(of, held, context) : held;
    return node === plan ? readOnce(query) : query;
  },
};

/** The number of events that the outermost correlation asks for, if that is all that it asks. */
function leastOf(node: Aggregate, context: QueryContext): Name | null {
  const { plan } = context.request;
  if (plan.kind !== 'having' || plan.input !== node) return null;
  const { test } = plan;
  const isCount = node.measures.every((m) => m.kind === 'count');
  if (!isCount || test.kind !== 'compare' || test.right.kind !== 'number') return null;
  const { operator, right, span } = test;
  const least = Number(right.decimal) + (operator === 'gt' ? 1 : 0);
  const asksForMore = (operator === 'gt' || operator === 'gte') && least >= 2;
  const isPlain = countsOf(node, context).count === 'count()';
  return asksForMore && isPlain && Number.isSafeInteger(least)
    ? { text: String(least), span }
    : null;
}

/**
 * So many events are within a timespan where the last is that close to the one so many rows before.
 * https://learn.microsoft.com/en-us/kusto/query/prev-function
 */
function closeTogether(node: Aggregate, least: Name, input: Doc, context: QueryContext): Doc {
  const group = textsOf(node.group);
  const time = timeOf(context);
  const back = text(String(Number(least.text) - 1), least.span);
  const first = written`prev(${time}, ${back})`;
  const isSame = join(
    ' and ',
    group.map((g) => written`${g} == prev(${g}, ${back})`),
  );
  return piped(
    input,
    sorted(...group, time),
    group.length === 0
      ? written`extend since = ${first}`
      : written`extend since = iff(${isSame}, ${first}, datetime(null))`,
    written`where ${time} - since <= ${timespan(node.timespan)}`,
    written`summarize since = max(since) ${by(node.group, time)}`,
  );
}

function totalOf(measure: Measure, { count, weight }: Counts): string {
  const countOfThose = (test: string): string =>
    weight === null ? `countif(${test})` : `sumif(${weight}, ${test})`;
  switch (measure.kind) {
    case 'sum': {
      const { column } = measure;
      return `coalesce(sum(${weight === null ? column : `${weight} * ${column}`}), real(0))`;
    }
    case 'numbers':
      return countOfThose(`isnotnull(${measure.column})`);
    case 'less':
      return countOfThose(`${measure.column} < ${measure.bound}`);
    case 'at-most':
      return countOfThose(`${measure.column} <= ${measure.bound}`);
    default:
      return count;
  }
}

/** https://learn.microsoft.com/en-us/kusto/query/row-cumsum-function */
function sums(node: Aggregate, input: Doc, context: QueryContext): Doc {
  const { measures, span: place } = node;
  const group = textsOf(node.group);
  const time = timeOf(context);
  const counts = countsOf(node, context);
  const { count } = counts;
  const totals = measures.map((m) => `${m.name} = ${totalOf(m, counts)}`);
  const inner = isInner(node, context) ? [`events = ${count}`] : [];
  const windows = measures.map((m) => `${m.name} = ${running(`w_step * ${m.name}`, group)}`);
  return piped(
    input,
    written`summarize ${text([...inner, ...totals].join(', '), place)} ${by(node.group, time)}`,
    ...steps(node.timespan, time),
    sorted(...group, time, 'w_step desc'),
    `extend ${windows.join(', ')}`,
    'where w_step > 0',
    'project-away w_step',
  );
}

/** Before any event, and so long ago that no window reaches there; a null would start a session. */
const NEVER = 'datetime(1900-01-01)';
/** More than from then to any event: a session ends with its group, or with the next event of its step. */
const ALWAYS = '100000d';

/**
 * The last time of a step is where a session began that only the next one, or another group, ends.
 * https://learn.microsoft.com/en-us/kusto/query/row-window-session-function
 */
function lastTimes(node: Sequence, input: Doc, context: QueryContext): Doc {
  const { steps, ordered } = node;
  const group = textsOf(node.group);
  const time = timeOf(context);
  const { count } = countsOf(node, context);
  const inner = isInner(node, context) ? [`events = ${count}`] : [];
  const flags = steps.map((s) => `${s.flag} = countif(${s.flag}) > 0`);
  const [starts, restart, orStart, made] =
    group.length === 0
      ? [[], '', '', 'w_seen']
      : [[`extend w_new = ${isNewGroup(group)}`], ', w_new', ' or w_new', 'w_new, w_seen'];
  const extends_ = steps.flatMap(({ flag, name }, i) => {
    const of = ordered && i > 0 ? steps[i - 1]!.name : time;
    const seen = `row_cumsum(toint(${flag})${restart})`;
    return [
      `extend w_seen = ${seen}, ${name} = row_window_session(${of}, ${ALWAYS}, ${ALWAYS}, ${flag}${orStart})`,
      `extend ${name} = iff(w_seen > 0, ${name}, ${NEVER})`,
    ];
  });
  return piped(
    input,
    concat(`summarize ${[...inner, ...flags].join(', ')} `, by(node.group, time)),
    sorted(...group, time),
    ...starts,
    ...extends_,
    `project-away ${[made, ...steps.map((s) => s.flag)].join(', ')}`,
  );
}

const OPERATORS = { lt: '<', lte: '<=', gt: '>', gte: '>=', eq: '==', neq: '!=' } as const;

function testOf(test: HavingTest, time: string, isOperand = false): Doc {
  switch (test.kind) {
    case 'all':
    case 'any': {
      const [word, isWeak] = test.kind === 'all' ? [' and ', false] : [' or ', true];
      const operands = join(
        word,
        test.operands.map((o) => testOf(o, time, true)),
      );
      return isOperand && (isWeak || test.operands.length > 1)
        ? concat('(', operands, ')')
        : operands;
    }
    case 'compare':
      return text(
        `${amount(test.left, time)} ${OPERATORS[test.operator]} ${amount(test.right, time)}`,
        test.span,
      );
    case 'recent': {
      const { column, negated, span } = test;
      return concat(text(age(column, time, negated), span), timespan(test.timespan));
    }
  }
}

/** How long ago a step was, up to the timespan that follows. */
function age(column: string, time: string, negated = false): string {
  return `${time} - ${column} ${negated ? '>' : '<='} `;
}

function amount(of: Amount, time: string): string {
  switch (of.kind) {
    case 'number':
      return of.decimal;
    case 'column':
      return of.times === undefined ? of.column : `${of.times} * ${of.column}`;
    case 'quotient':
      return `${of.column} / ${of.by}`;
    case 'recent-count': {
      const within = literalOf(of.timespan);
      const each = of.columns.map((c) => `toint(${age(c, time)}${within})`);
      return `(${each.join(' + ')})`;
    }
  }
}
