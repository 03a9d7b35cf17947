import {
  concat,
  fieldsOf,
  hardline,
  indent,
  join,
  sourceOf as sourceOfPlan,
  text,
  written,
  writeConditions,
} from '../../src/backend/index.js';
import type {
  Aggregate,
  Amount,
  CorrelationWriter,
  Doc,
  EventColumn,
  EventFlag,
  Events,
  Expression,
  HavingTest,
  Measure,
  Name,
  QueryContext,
  Sequence,
  Timespan,
} from '../../src/backend/index.js';
import { codes } from './codes.js';
import { isText } from './columns.js';
import type { Column } from './columns.js';
import { dialectFor } from './dialect.js';
import { checkColumns, columnsFor, sourceOf, timeColumn } from './source.js';
import type { TableSource } from './source.js';

/**
 * Windows that slide, by sorting and running sums: no row is joined with another. Every event adds
 * to the sums of its group at its time, and takes away from them after the end of the last window
 * that holds it.
 * https://learn.microsoft.com/en-us/kusto/query/window-functions
 */
export const correlation: CorrelationWriter<Doc> = {
  events(node, input, context) {
    const time = timeOf(context);
    if (node.input.kind === 'having') {
      const columns = node.columns.map(({ name, fields: [field] }) =>
        text(assigned(name, field.text), field.span),
      );
      const list = [time, 'events', ...columns, ...node.flags.map(isOfRule)];
      return piped(input, concat('project ', join(', ', list)));
    }
    const asked = { ...context, conditions: conditionsOf(node) };
    const source = sourceOf(asked);
    if (source.tables.length === 0 || context.format === 'predicate') {
      context.report.refuse(codes['kql-correlation-table'](), node.span);
      return input;
    }
    checkColumns(asked, source);
    const column = columnOf(node, asked, source);
    const own = timeColumn(source.published, context.options);
    const expanded: string[] = [];
    const columns = node.columns.map((c): Doc => {
      const found = c.fields.map((f) => column(f.text));
      const [first] = found;
      if (found.length === 1 && first!.type === 'dynamic' && first!.origin === 'declared') {
        expanded.push(`${c.name} to typeof(string)`);
        return text(assigned(c.name, first!.code), c.fields[0].span);
      }
      const texts = found.map((f) => (isText(f) ? f.code : `tostring(${f.code})`));
      const code = texts.length === 1 ? texts[0]! : `coalesce(${texts.join(', ')})`;
      return text(assigned(c.name, code), c.fields[0].span);
    });
    const dialect = dialectFor(column);
    const flags = node.flags.map((flag): Doc => {
      const { name, holds, span } = flag;
      if (!holds) return isOfRule(flag);
      return concat(text(`${name} = `, span), indent(writeConditions(dialect, [holds], asked).doc));
    });
    const list = join(concat(',', hardline), [assigned(time, own), ...columns, ...flags]);
    const projected = concat(input, hardline, indent('| project ', list));
    const grouped = node.columns.filter((c) => c.grouped);
    for (const c of grouped) noteEmpty(c, context);
    return piped(
      projected,
      ...expanded.map((e) => `mv-expand ${e}`),
      ...(grouped.length === 0
        ? []
        : [`where ${grouped.map((c) => `isnotempty(${c.name})`).join(' and ')}`]),
    );
  },

  /** https://learn.microsoft.com/en-us/kusto/query/union-operator */
  union(inputs) {
    const parts = inputs.map((q) => concat('(', indent(hardline, q), hardline, ')'));
    return concat('union', indent(hardline, join(concat(',', hardline), parts)));
  },

  aggregate(node, input, context) {
    const [measure] = node.measures;
    return measure?.kind === 'distinct'
      ? distinct(node, measure, input, context)
      : sums(node, input, context);
  },

  sequence: lastTimes,

  having: ({ test }, input, context) =>
    piped(input, concat('where ', testOf(test, timeOf(context)))),
};

/** What the search itself reads out of other columns is one by now; anything else is read in place. */
function columnOf({ input }: Events, asked: QueryContext, source: TableSource) {
  const searched = input.kind === 'search' ? input.conditions : [];
  const made = new Set(searched.flatMap((c) => [...fieldsOf(c).keys()]));
  const [byName, inPlace] = [false, true].map((place) => columnsFor(asked, source, place));
  return (field: string): Column => (made.has(field) ? byName! : inPlace!)(field);
}

/** What is asked of the columns of a place, so that their types are those of their use. */
function conditionsOf({ columns, flags }: Events): readonly Expression[] {
  const fields = columns.flatMap((c) =>
    c.fields.map((field): Expression => ({ kind: 'exists', field, span: field.span })),
  );
  return [...fields, ...flags.flatMap((f) => f.holds ?? [])];
}

function noteEmpty({ fields }: EventColumn, { report }: QueryContext): void {
  report.note(codes['kql-group-empty']({ field: fields[0].text }), fields[0].span);
}

/** What the time is called in all rows: as in the first table. */
function timeOf(context: QueryContext): string {
  const { placement } = sourceOfPlan(context.request.plan);
  return timeColumn(sourceOf({ ...context, placement }).published, context.options);
}

function isOfRule({ name, span }: EventFlag): Doc {
  return text(`${name} = true`, span);
}

function assigned(name: string, code: string): string {
  return name === code ? name : `${name} = ${code}`;
}

function piped(input: Doc, ...operators: readonly Doc[]): Doc {
  return join(hardline, [input, ...operators.map((o) => concat('| ', o))]);
}

/** Whether a row is of another group than the one before it; empty if all are of one. */
function isNewGroup(group: readonly string[]): string {
  return group.map((g) => `${g} != prev(${g})`).join(' or ');
}

function running(sum: string, group: readonly string[]): string {
  return group.length === 0 ? `row_cumsum(${sum})` : `row_cumsum(${sum}, ${isNewGroup(group)})`;
}

function by(group: readonly Name[], ...columns: readonly string[]): Doc {
  const named = group.map((g) => text(g.text, g.span));
  return concat('by ', join(', ', [...named, ...columns]));
}

function textsOf(group: readonly Name[]): readonly string[] {
  return group.map((g) => g.text);
}

function sorted(...columns: readonly string[]): string {
  return `sort by ${columns.map((c) => (/ desc$/.test(c) ? c : `${c} asc`)).join(', ')}`;
}

/** Rows of correlations stand for several events. */
function countOf(node: Aggregate | Sequence): string {
  const { input } = node;
  const inputs = input.kind === 'union' ? input.inputs : [input];
  const isOfRows = inputs.some((i) => i.kind === 'events' && i.input.kind === 'having');
  return isOfRows ? 'sum(coalesce(events, 1))' : 'count()';
}

/** Whether another correlation is about these rows. */
function isInner(node: Aggregate | Sequence, { request }: QueryContext): boolean {
  const { plan } = request;
  return !('input' in plan) || plan.input !== node;
}

function totalOf(measure: Measure, count: string): string {
  switch (measure.kind) {
    case 'count':
      return count;
    case 'sum':
      return `coalesce(sum(toreal(${measure.column})), real(0))`;
    case 'numbers':
      return `countif(isnotnull(toreal(${measure.column})))`;
    case 'less':
      return `countif(toreal(${measure.column}) < ${measure.bound})`;
    case 'at-most':
      return `countif(toreal(${measure.column}) <= ${measure.bound})`;
    case 'distinct':
      return 'dcount(w_value)';
  }
}

/** https://learn.microsoft.com/en-us/kusto/query/row-cumsum-function */
function sums(node: Aggregate, input: Doc, context: QueryContext): Doc {
  const { measures, span: place } = node;
  const group = textsOf(node.group);
  const time = timeOf(context);
  const span = timespan(node.timespan);
  const count = countOf(node);
  const totals = measures.map((m) => `${m.name} = ${totalOf(m, count)}`);
  const inner = isInner(node, context) ? [`events = ${count}`] : [];
  const windows = measures.map((m) => `${m.name} = ${running(`w_step * ${m.name}`, group)}`);
  return piped(
    input,
    written`summarize ${text([...inner, ...totals].join(', '), place)} ${by(node.group, time)}`,
    'mv-expand w_step = dynamic([1, -1]) to typeof(long)',
    written`extend ${time} = iff(w_step > 0, ${time}, ${time} + ${span})`,
    sorted(...group, time, 'w_step desc'),
    `extend ${windows.join(', ')}`,
    'where w_step > 0',
    'project-away w_step',
  );
}

/**
 * A value is in a window from its time until the timespan is over. Where it comes again before that,
 * it stays on from that end, so it is never counted twice.
 */
function distinct(
  node: Aggregate,
  { name, columns }: Extract<Measure, { kind: 'distinct' }>,
  input: Doc,
  context: QueryContext,
): Doc {
  const group = textsOf(node.group);
  const time = timeOf(context);
  const span = timespan(node.timespan);
  const [first] = columns;
  const anyEmpty = columns.map((c) => `isempty(${c})`).join(' or ');
  const value =
    columns.length === 1
      ? first!
      : `iff(${anyEmpty}, "", tostring(pack_array(${columns.join(', ')})))`;
  const same = [...group, 'w_value'].map((c) => `${c} == prev(${c})`).join(' and ');
  const events = isInner(node, context);
  return piped(
    input,
    written`extend w_value = ${text(value, node.span)}`,
    written`summarize events = ${countOf(node)} ${by(node.group, 'w_value', time)}`,
    sorted(...group, 'w_value', time),
    written`extend w_before = iff(${same} and ${time} - prev(${time}) <= ${span}, prev(${time}), datetime(null))`,
    'extend w_rows = case(isempty(w_value), dynamic([0]), isnull(w_before), dynamic([0, 2]), dynamic([0, 1, 2]))',
    'mv-expand w_row = w_rows to typeof(long)',
    concat(
      `extend w_change = case(w_row == 2, -1, isempty(w_value) or (w_row == 0 and isnotnull(w_before)), 0, 1), `,
      written`${time} = case(w_row == 2, ${time} + ${span}, w_row == 1, w_before + ${span}, ${time}), `,
      'w_late = iff(w_row == 0, 0, 1)',
    ),
    written`summarize ${events ? 'events = sumif(events, w_row == 0), ' : ''}w_change = sum(w_change) ${by(node.group, time, 'w_late')}`,
    sorted(...group, time, 'w_late'),
    `extend ${name} = ${running('w_change', group)}`,
    'where w_late == 0',
    'project-away w_change, w_late',
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
  const count = countOf(node);
  const inner = isInner(node, context) ? [`events = ${count}`] : [];
  const flags = steps.map((s) => `${s.flag} = countif(${s.flag}) > 0`);
  const restart = group.length === 0 ? '' : ` or ${isNewGroup(group)}`;
  const extends_ = steps.flatMap(({ flag, name }, i) => {
    const of = ordered && i > 0 ? steps[i - 1]!.name : time;
    const seen = running(`iff(${flag}, 1, 0)`, group);
    return [
      `extend w_seen = ${seen}, ${name} = row_window_session(${of}, ${ALWAYS}, ${ALWAYS}, ${flag}${restart})`,
      `extend ${name} = iff(w_seen > 0, ${name}, ${NEVER})`,
    ];
  });
  return piped(
    input,
    concat(`summarize ${[...inner, ...flags].join(', ')} `, by(node.group, time)),
    sorted(...group, time),
    ...extends_,
    `project-away ${['w_seen', ...steps.map((s) => s.flag)].join(', ')}`,
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

/** https://learn.microsoft.com/en-us/kusto/query/scalar-data-types/timespan */
function literalOf({ milliseconds }: Timespan): string {
  const units = [
    ['d', 86_400_000],
    ['h', 3_600_000],
    ['m', 60_000],
  ] as const;
  const found = units.find(([, size]) => milliseconds % size === 0);
  return found ? `${milliseconds / found[1]}${found[0]}` : `${milliseconds / 1_000}s`;
}

function timespan(of: Timespan): Doc {
  return text(literalOf(of), of.span);
}
