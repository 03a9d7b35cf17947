import { concat, join, NUMBER_IN_TEXT, text, written } from '../../src/backend/index.js';
import type {
  Aggregate,
  Amount,
  CorrelationWriter,
  Doc,
  HavingTest,
  Measure,
  Name,
  Sequence,
  Timespan,
} from '../../src/backend/index.js';
import { codes } from './codes.js';
import { assignments, isOfRule, namesOf, read } from './event-rows.js';
import { asStep, followedBy, rowsOf, unionOf } from './rows.js';
import type { Rows } from './rows.js';

export type Query = Doc | Rows;

/**
 * Windows that slide, by sorting and running totals: after `stats`, `streamstats` is of all rows
 * before, whatever their number, while its windows are cut off at a number of events, and nothing says
 * which ends of a `time_window` are included. Every event adds to the totals of its group at its
 * time, and takes away from them after the end of the last window that holds it.
 * https://help.splunk.com/en/splunk-enterprise/search/spl-search-reference/9.4/search-commands/streamstats
 */
export const correlation: CorrelationWriter<Query> = {
  events(node, input, context) {
    if (isRows(input)) {
      const made = node.columns.flatMap(({ name, ignoresCase, fields: [field] }) => {
        const code = ignoresCase ? `lower(${field.text})` : field.text;
        return name === code ? [] : text(`${name}=${code}`, field.span);
      });
      const assigned = [...made, ...node.flags.map(isOfRule)];
      return asStep(
        input,
        ...(assigned.length === 0 ? [] : [concat('eval ', join(', ', assigned))]),
        `fields ${['_time', 'events', ...namesOf(node)].join(', ')}`,
      );
    }
    if (context.placement.model) {
      context.report.refuse(codes['splunk-correlation-in-data-model'](), node.span);
    }
    const commands = [...read(node, context), ...assignments(node, context)];
    const kept = namesOf(node);
    const fields = kept.length === 0 ? [] : [`fields ${kept.join(', ')}`];
    return rowsOf({ search: input, commands: [...commands, ...fields, 'fields - _raw'] });
  },

  union: (inputs) => unionOf(inputs.map((i) => i as Rows)),

  aggregate(node, input, { request: { plan } }) {
    const [measure] = node.measures;
    const isOutermost = 'input' in plan && plan.input === node;
    switch (measure?.kind) {
      case 'distinct':
        return distinct(node, measure, input as Rows, isOutermost);
      case 'share':
        return shares(node, measure, input as Rows, isOutermost);
      default:
        return totals(node, input as Rows);
    }
  },

  sequence: (node, input) => lastTimes(node, input as Rows),

  having({ input: of, test }, input, { request: { plan } }) {
    const held = followedBy(input as Rows, concat('where ', testOf(test)));
    if (of.kind !== 'aggregate') return held;
    return ofTimes(of, held, 'input' in plan && plan.input === of);
  },
};

export function isRows(query: Query): query is Rows {
  return typeof query === 'object' && query.kind === 'rows';
}

function by(first: string, group: readonly Name[], ...others: readonly string[]): Doc {
  return concat('by ', join(', ', [first, ...namedIn(group), ...others]));
}

function ofGroup(group: readonly Name[], ...others: readonly string[]): Doc {
  const columns = [...namedIn(group), ...others];
  return columns.length === 0 ? '' : concat(' by ', join(', ', columns));
}

function namedIn(group: readonly Name[]): readonly Doc[] {
  return group.map((g) => text(g.text, g.span));
}

function seconds({ milliseconds, span }: Timespan): Doc {
  return text(String(milliseconds / 1_000), span);
}

/** Rows of correlations stand for several events. */
function countOf(node: Aggregate | Sequence): {
  readonly count: string;
  readonly first: readonly Doc[];
} {
  const { input } = node;
  const inputs = input.kind === 'union' ? input.inputs : [input];
  const isOfRows = inputs.some((i) => i.kind === 'events' && i.input.kind === 'having');
  if (!isOfRows) return { count: 'count', first: [] };
  return { count: 'sum(events)', first: ['eval events=coalesce(events, 1)'] };
}

/**
 * Of several values in a field that rows are grouped by, each gets a row: so one `stats` makes both
 * rows of an event, and no command that is limited in memory is needed. A value that an event has
 * twice counts once.
 * https://help.splunk.com/en/splunk-enterprise/search/spl-search-reference/9.4/search-commands/stats
 */
const STATS = 'stats dedup_splitvals=true';

function totals(node: Aggregate, rows: Rows): Rows {
  const { group, measures } = node;
  const window = seconds(node.timespan);
  const { count, first } = countOf(node);
  const column = measures.flatMap((m) => ('column' in m ? [m.column] : []))[0];
  const weight = first.length === 0 ? '' : 'events*';
  const numbers = column === undefined ? [] : [`w_number=mvmap(${column}, ${numberOf(column)})`];
  const evals = measures.flatMap((m) => perEvent(m, weight));
  const sums = measures.map((m) => `${totalOf(m, count, weight)} as w_${m.name}`);
  const signed = measures.map((m) => `w_${m.name}=w_step*w_${m.name}`);
  const windows = measures.map((m) => `sum(w_${m.name}) as ${m.name}`);
  return followedBy(
    rows,
    ...first,
    `eval ${[...numbers, ...evals, 'w_step=mvappend("1", "-1")'].join(', ')}`,
    written`${STATS} ${text([`${count} as events`, ...sums].join(' '), node.span)} ${by('_time', group, 'w_step')}`,
    written`eval _time=if(w_step>0, _time, _time+${window}), ${signed.join(', ')}`,
    'sort 0 num(_time), -num(w_step)',
    concat(`streamstats ${windows.join(' ')}`, ofGroup(group)),
    'where w_step>0',
    'fields - w_*',
  );
}

/**
 * What else `tonumber` takes for a number is not documented.
 * https://help.splunk.com/en/splunk-enterprise/search/spl-search-reference/9.4/evaluation-functions/conversion-functions
 */
function numberOf(column: string): string {
  return `if(match(${column}, "^${NUMBER_IN_TEXT}\\\\z"), tonumber(${column}), null())`;
}

/** What a row adds, where no function of `stats` says it, or where it stands for several events. */
function perEvent(measure: Measure, weight: string): readonly string[] {
  const count = (of: string): readonly string[] => [
    `w_${measure.name}=${weight}coalesce(mvcount(${of}), 0)`,
  ];
  switch (measure.kind) {
    case 'numbers':
      return count('w_number');
    case 'less':
      return count(`mvfilter(w_number<${measure.bound})`);
    case 'at-most':
      return count(`mvfilter(w_number<=${measure.bound})`);
    case 'sum':
      return weight === '' ? [] : [`w_sum=mvmap(w_number, ${weight}w_number)`];
    default:
      return [];
  }
}

function totalOf(measure: Measure, count: string, weight: string): string {
  switch (measure.kind) {
    case 'count':
      return count;
    case 'sum':
      return weight === '' ? 'sum(w_number)' : 'sum(w_sum)';
    default:
      return `sum(w_${measure.name})`;
  }
}

/**
 * A value is in a window from its time until the timespan is over. Where it comes again before that,
 * it stays on from that end, so it is never counted twice.
 */
function distinct(
  node: Aggregate,
  { name, columns }: Extract<Measure, { kind: 'distinct' }>,
  rows: Rows,
  isOutermost: boolean,
): Rows {
  const { group } = node;
  const window = seconds(node.timespan);
  const { count, first } = countOf(node);
  // Where events count, too, each has a row for itself beside those of its values.
  const value = isOutermost
    ? `coalesce(${tuple(columns)}, "-")`
    : `mvappend("-", ${tuple(columns)})`;
  const [counted, kept, summed] = isOutermost
    ? ['count as events', '', '']
    : [`${count} as events`, ', events=if(w_value=="-", events, 0)', ' sum(events) as events'];
  return followedBy(
    rows,
    ...(isOutermost ? [] : first),
    written`eval w_value=${text(value, node.span)}`,
    concat(`${STATS} ${counted} `, by('_time', group, 'w_value')),
    'sort 0 num(_time)',
    concat('streamstats current=f last(_time) as w_before', ofGroup(group, 'w_value')),
    written`eval w_before=if(_time-w_before<=${window}, w_before, null())`,
    'eval w_row=case(w_value=="-", "0", isnull(w_before), mvappend("0", "2"), true(), mvappend("0", "1", "2"))',
    concat(`${STATS} max(w_before) as w_before${summed} `, by('_time', group, 'w_value', 'w_row')),
    concat(
      'eval w_change=case(w_row=="2", -1, w_value=="-" OR (w_row=="0" AND isnotnull(w_before)), 0, true(), 1), ',
      written`_time=case(w_row=="2", _time+${window}, w_row=="1", w_before+${window}, true(), _time), `,
      `w_late=if(w_row=="0", 0, 1)${kept}`,
    ),
    concat(`stats sum(w_change) as w_change${summed} `, by('_time', group, 'w_late')),
    'sort 0 num(_time), num(w_late)',
    concat(`streamstats sum(w_change) as ${name}`, ofGroup(group)),
    'where w_late==0',
    'fields - w_*',
  );
}

type Share = Extract<Measure, { kind: 'share' }>;

/**
 * Each event adds to the count of each of its values, and of `-` if it has one, which is counted for
 * all of those and comes first of its time.
 */
function shares(
  node: Aggregate,
  { name, of, columns }: Share,
  rows: Rows,
  isOutermost: boolean,
): Rows {
  const { group, timespan, span } = node;
  const { count, first } = countOf(node);
  const value = text(tuple(columns), span);
  const counted = isOutermost
    ? [`${count} as ${name}`]
    : ['sum(events) as events', `sum(w_events) as ${name}`];
  const [kept, carried] = isOutermost
    ? ['', '']
    : [', w_events=if(w_order==0, events, null())', ' last(w_events) as events'];
  return followedBy(
    rows,
    ...(isOutermost ? first : ['eval events=coalesce(events, 1)']),
    written`eval w_value=${value}`,
    isOutermost ? 'where isnotnull(w_value)' : 'eval w_events=if(isnull(w_value), 0, events)',
    'eval w_value=mvappend("-", w_value), w_step=mvappend("1", "-1")',
    concat(`${STATS} ${counted.join(' ')} `, by('_time', group, 'w_value', 'w_step')),
    concat(
      written`eval _time=if(w_step>0, _time, _time+${seconds(timespan)}), `,
      `w_count=w_step*${name}, w_order=if(w_value=="-", 0, 1), `,
      `w_all=if(w_order==0, w_count, 0)${kept}`,
    ),
    'sort 0 num(_time), -num(w_step), num(w_order)',
    concat(`streamstats sum(w_count) as ${name}`, ofGroup(group, 'w_value')),
    concat(`streamstats sum(w_all) as ${of}${carried}`, ofGroup(group)),
    'where w_step>0 AND w_order>0',
  );
}

/** Of a share there is a row for each value. */
function ofTimes(node: Aggregate, rows: Rows, isOutermost: boolean): Rows {
  const [measure] = node.measures;
  if (measure?.kind !== 'share') return rows;
  const { of, values, columns } = measure;
  const totals = [...(isOutermost ? [] : ['events']), of].map((t) => `max(${t}) as ${t}`);
  const value = columns.length === 1 ? ['eval w_value=substr(w_value, 2)'] : [];
  return followedBy(
    rows,
    ...value,
    concat(`stats ${totals.join(' ')} values(w_value) as ${values} `, by('_time', node.group)),
  );
}

/** Each value behind a sign that the one for none does not have; of several, with the lengths of all but the last. */
function tuple(columns: readonly string[]): string {
  const parts = columns.map((c, i) => (i < columns.length - 1 ? `len(${c}).":".${c}` : c));
  return columns.reduceRight((inner, c) => `mvmap(${c}, ${inner})`, `"=".${parts.join('.')}`);
}

function lastTimes(node: Sequence, rows: Rows): Rows {
  const { group, steps, ordered } = node;
  const { count, first } = countOf(node);
  const flags = steps.map((s) => `max(${s.flag}) as ${s.flag}`);
  const commands = ordered
    ? steps.flatMap(({ flag, name }, i) => [
        `eval w_${name}=if(${flag}==1, ${i === 0 ? '_time' : steps[i - 1]!.name}, null())`,
        concat(`streamstats max(w_${name}) as ${name}`, ofGroup(group)),
      ])
    : [
        `eval ${steps.map((s) => `w_${s.name}=if(${s.flag}==1, _time, null())`).join(', ')}`,
        concat(
          `streamstats ${steps.map((s) => `max(w_${s.name}) as ${s.name}`).join(' ')}`,
          ofGroup(group),
        ),
      ];
  return followedBy(
    rows,
    ...first,
    concat(`${STATS} ${[`${count} as events`, ...flags].join(' ')} `, by('_time', group)),
    'sort 0 num(_time)',
    ...commands,
    `fields - w_*, ${steps.map((s) => s.flag).join(', ')}`,
  );
}

const OPERATORS = { lt: '<', lte: '<=', gt: '>', gte: '>=', eq: '==', neq: '!=' } as const;

function testOf(test: HavingTest, isOperand = false): Doc {
  switch (test.kind) {
    case 'all':
    case 'any': {
      const word = test.kind === 'all' ? ' AND ' : ' OR ';
      const operands = join(
        word,
        test.operands.map((o) => testOf(o, true)),
      );
      return isOperand ? concat('(', operands, ')') : operands;
    }
    case 'compare':
      return text(
        `${amount(test.left)}${OPERATORS[test.operator]}${amount(test.right)}`,
        test.span,
      );
    case 'recent': {
      const { column, negated, span } = test;
      const window = seconds(test.timespan);
      if (!negated) return concat(text(`_time-${column}<=`, span), window);
      return concat('(', text(`isnull(${column}) OR _time-${column}>`, span), window, ')');
    }
  }
}

function amount(of: Amount): string {
  switch (of.kind) {
    case 'number':
      return of.decimal;
    case 'column':
      return of.times === undefined ? of.column : `${of.times}*${of.column}`;
    case 'quotient':
      return `${of.column}/${of.by}`;
    case 'recent-count': {
      const within = of.timespan.milliseconds / 1_000;
      const each = of.columns.map((c) => `if(_time-${c}<=${within}, 1, 0)`);
      return `(${each.join('+')})`;
    }
  }
}
