import { concat, text, written } from '../../src/backend/index.js';
import type { Aggregate, Doc, Measure, QueryContext } from '../../src/backend/index.js';
import { piped, timeOf } from './event-rows.js';
import {
  by,
  countsOf,
  isInner,
  running,
  sorted,
  steps,
  textsOf,
  timespan,
  weightsOf,
} from './window-rows.js';

/**
 * A value is in a window from its time until the timespan is over. Where it comes again before that,
 * it stays on from that end, so it is never counted twice.
 */
export function distinct(
  node: Aggregate,
  { name, columns }: Extract<Measure, { kind: 'distinct' }>,
  input: Doc,
  context: QueryContext,
): Doc {
  const group = textsOf(node.group);
  const time = timeOf(context);
  const span = timespan(node.timespan);
  const { column: value, made } = valueIn(columns, 'w_value', node);
  const same = [...group, value].map((c) => `${c} == prev(${c})`).join(' and ');
  const events = isInner(node, context);
  return piped(
    input,
    ...made,
    written`summarize ${events ? `events = ${countsOf(node, context).count} ` : ''}${by(node.group, value, time)}`,
    sorted(...group, value, time),
    written`extend w_before = iff(${same} and ${time} - prev(${time}) <= ${span}, prev(${time}), datetime(null))`,
    `extend w_rows = case(isempty(${value}), dynamic([0]), isnull(w_before), dynamic([0, 2]), dynamic([0, 1, 2]))`,
    'mv-expand w_row = w_rows to typeof(long)',
    concat(
      `extend w_change = case(w_row == 2, -1, isempty(${value}) or (w_row == 0 and isnotnull(w_before)), 0, 1), `,
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

/** The column that has the value of one column, or those of several as one; empty where one is missing. */
function valueIn(
  columns: readonly string[],
  tuple: string,
  { span }: Aggregate,
): { readonly column: string; readonly made: readonly Doc[] } {
  if (columns.length === 1) return { column: columns[0]!, made: [] };
  const anyEmpty = columns.map((c) => `isempty(${c})`).join(' or ');
  const packed = `iff(${anyEmpty}, "", tostring(pack_array(${columns.join(', ')})))`;
  return { column: tuple, made: [written`extend ${tuple} = ${text(packed, span)}`] };
}

type Share = Extract<Measure, { kind: 'share' }>;

/**
 * Each event adds to the count of each of its values, and of the empty value, which is counted
 * for every event that has one. Where those are sorted by time, the latter comes first.
 */
export function shares(
  node: Aggregate,
  { name, of, columns }: Share,
  input: Doc,
  context: QueryContext,
): Doc {
  const group = textsOf(node.group);
  const time = timeOf(context);
  const { once, each } = weightsOf(node, context);
  const weight = once === each ? each : `iff(w_value == "", ${once}, ${each})`;
  const { column: value, made } = valueIn(columns, 'w_tuple', node);
  const counted = weight === '1' ? 'count()' : `sum(${weight})`;
  const counts = isInner(node, context)
    ? [
        `events = ${totalIf(once, 'w_value == ""')}`,
        `${name} = ${totalIf(weight, `isnotempty(${value})`)}`,
      ]
    : [`${name} = ${counted}`];
  const all = isInner(node, context)
    ? `iff(isempty(${value}), dynamic([""]), pack_array("", ${value}))`
    : `pack_array("", ${value})`;
  const carried = isInner(node, context) ? `, events = row_cumsum(events, w_value == "")` : '';
  return piped(
    input,
    ...made,
    ...(isInner(node, context) ? [] : [`where isnotempty(${value})`]),
    `mv-expand w_value = ${all} to typeof(string)`,
    concat(`summarize ${counts.join(', ')} `, by(node.group, 'w_value', time)),
    ...steps(node.timespan, time),
    sorted(...group, 'w_value', time, 'w_step desc'),
    `extend ${name} = ${running(`w_step * ${name}`, [...group, 'w_value'])}`,
    'where w_step > 0',
    sorted(...group, time, 'w_value'),
    `extend ${of} = row_cumsum(iff(w_value == "", ${name}, 0), w_value == "")${carried}`,
    'where w_value != ""',
  );
}

function totalIf(weight: string, test: string): string {
  return weight === '1' ? `countif(${test})` : `sumif(${weight}, ${test})`;
}

/** Of a share there is a row for each value. */
export function ofTimes(node: Aggregate, rows: Doc, context: QueryContext): Doc {
  const [measure] = node.measures;
  if (measure?.kind !== 'share') return rows;
  const { of, values } = measure;
  const totals = [...(isInner(node, context) ? ['events'] : []), of].map((t) => `${t} = max(${t})`);
  const columns = [...totals, `${values} = make_set(w_value)`];
  return piped(rows, concat(`summarize ${columns.join(', ')} `, by(node.group, timeOf(context))));
}
