import {
  concat,
  fieldsOf,
  hardline,
  indent,
  join,
  NUMBER_IN_TEXT,
  sourceOf as sourceOfPlan,
  text,
  writeConditions,
} from '../../src/backend/index.js';
import type {
  Aggregate,
  Doc,
  EventColumn,
  EventFlag,
  Events,
  Expression,
  QueryContext,
  Twin,
} from '../../src/backend/index.js';
import { codes } from './codes.js';
import { isNumeric, textOf } from './columns.js';
import type { Column } from './columns.js';
import { dialectFor } from './dialect.js';
import { checkColumns, columnsFor, sourceOf, timeColumn } from './source.js';

/** The rows of a search, or of another correlation, as events of a correlation. */
export function eventRows(node: Events, input: Doc, context: QueryContext): Doc {
  const time = timeOf(context);
  if (node.input.kind === 'having') {
    const columns = node.columns.map(({ name, ignoresCase, fields: [field] }) =>
      text(assigned(name, compared(field.text, ignoresCase)), field.span),
    );
    const list = [time, 'events', ...columns, ...node.flags.map(isOfRule)];
    const numbers = node.columns.filter((c) => c.numeric).map((c) => asNumber(c.name));
    return piped(input, concat('project ', join(', ', list)), ...numbers);
  }
  const asked = askedOf(node, context);
  const source = sourceOf(asked);
  if (source.tables.length === 0 || context.format === 'predicate') {
    context.report.refuse(codes['kql-correlation-table'](), node.span);
    return input;
  }
  checkColumns({ ...asked, conditions: ownConditions(node) }, source);
  const column = columnOf(node, asked);
  const isCounted = eventsColumn(node, context) !== null;
  const made = node.columns.map((c) =>
    read(
      c,
      c.fields.map((f) => column(f.text)),
      isCounted,
      context,
    ),
  );
  const dialect = dialectFor(column, context.placement.keywords);
  const flags = node.flags.map((flag): Doc => {
    const { name, holds, span } = flag;
    if (!holds) return isOfRule(flag);
    return concat(text(`${name} = `, span), indent(writeConditions(dialect, [holds], asked).doc));
  });
  const own = timeColumn(source.published, context.options);
  const columns = made.map(({ code }, i) => {
    const { name, fields } = node.columns[i]!;
    return text(assigned(name, code), fields[0].span);
  });
  const twins = node.twins.map((twin, i) => twinColumns(twin, i, { column, asked }));
  const all = [assigned(time, own), ...columns, ...flags, ...twins.flatMap((t) => t.columns)];
  const list = join(concat(',', hardline), all);
  const grouped = node.columns.filter((c) => c.grouped);
  for (const c of grouped) {
    context.report.note(codes['kql-group-empty']({ field: c.fields[0].text }), c.fields[0].span);
  }
  return piped(
    concat(input, hardline, indent('| project ', list)),
    ...made.flatMap((m) => m.then),
    ...twins.flatMap((t) => t.then),
    ...(isCounted ? countedOnce(valueLists(node, asked)) : []),
    ...(grouped.length === 0
      ? []
      : [`where ${grouped.map((c) => `isnotempty(${c.name})`).join(' and ')}`]),
  );
}

/** What the time is called in all rows: as in the first table. */
export function timeOf(context: QueryContext): string {
  const { placement } = sourceOfPlan(context.request.plan);
  return timeColumn(sourceOf({ ...context, placement }).published, context.options);
}

export function piped(input: Doc, ...operators: readonly Doc[]): Doc {
  return join(hardline, [input, ...operators.map((o) => concat('| ', o))]);
}

/** The column of rows that do not stand for one event each that says for how many they do. */
export function eventsColumn(node: Events, context: QueryContext): 'events' | 'w_first' | null {
  if (node.input.kind === 'having') return 'events';
  const isCounted = !isOfOutermost(node, context) || node.columns.some((c) => c.shared);
  return isCounted && valueLists(node, askedOf(node, context)).length > 0 ? 'w_first' : null;
}

/** Whether the correlation that the rows are of is no other's rule, so that nobody counts its matches. */
function isOfOutermost(node: Events, { request: { plan } }: QueryContext): boolean {
  if (plan.kind !== 'having') return false;
  const { input } = plan.input as Aggregate;
  return input === node || (input.kind === 'union' && input.inputs.includes(node));
}

function askedOf(node: Events, context: QueryContext): QueryContext {
  const { placement } = sourceOfPlan(node);
  return { ...context, placement, conditions: conditionsOf(node) };
}

/** What is asked of the columns of a place, so that their types are those of their use. */
function conditionsOf(node: Events): readonly Expression[] {
  return [...searchedIn(node), ...ownConditions(node)];
}

function searchedIn({ input }: Events): readonly Expression[] {
  return input.kind === 'search' ? input.conditions : [];
}

function ownConditions({ columns, flags, twins }: Events): readonly Expression[] {
  const named = [...columns, ...twins.flatMap((t) => t.columns)];
  const fields = named.flatMap((c) =>
    c.fields.map((field): Expression => ({ kind: 'exists', field, span: field.span })),
  );
  return [...fields, ...flags.flatMap((f) => f.holds ?? []), ...twins.map((t) => t.holds)];
}

/** What the search itself reads out of other columns is one by now; anything else is read in place. */
function columnOf(node: Events, asked: QueryContext): (field: string) => Column {
  const made = new Set(searchedIn(node).flatMap((c) => [...fieldsOf(c).keys()]));
  const source = sourceOf(asked);
  const [byName, inPlace] = [false, true].map((place) => columnsFor(asked, source, place));
  return (field) => (made.has(field) ? byName! : inPlace!)(field);
}

interface Made {
  readonly code: string;
  /** What makes it a string, or a number, once it is a column. */
  readonly then: readonly string[];
}

/** All rows have strings, or numbers where they are computed with: a union needs one type of each. */
function read(
  { name, numeric, grouped, shared, ignoresCase, fields }: EventColumn,
  found: readonly Column[],
  isCounted: boolean,
  context: QueryContext,
): Made {
  const [first] = found as [Column, ...Column[]];
  const then = numeric ? [asNumber(name)] : [];
  if (isList(found)) {
    return {
      code: first.code,
      then: [
        grouped ? expanded(name) : expandedValues(name, shared, isCounted),
        `extend ${name} = ${compared(`tostring(${name})`, ignoresCase)}`,
        ...then,
      ],
    };
  }
  const { code, type, field } = first;
  if (numeric && found.length === 1 && (type === undefined || isNumeric(first))) {
    if (type === undefined) {
      context.report.note(codes['kql-numbers-assumed']({ field }), fields[0].span);
    }
    const number = `toreal(${code})`;
    const isWhole = type === 'int' || type === 'long';
    // A column of reals may hold what is no number.
    const isSafe = isWhole || type === undefined;
    return { code: isSafe ? number : `iff(isfinite(${code}), ${number}, real(null))`, then: [] };
  }
  const texts = found.map(textOf);
  const made = texts.length === 1 ? texts[0]! : `coalesce(${texts.join(', ')})`;
  return { code: compared(made, ignoresCase), then };
}

function compared(code: string, ignoresCase: boolean): string {
  return ignoresCase ? `tolower(${code})` : code;
}

/** What else `toreal` takes for a number is not documented. */
function asNumber(name: string): string {
  return `extend ${name} = iff(${name} matches regex @"^${NUMBER_IN_TEXT}$", toreal(${name}), real(null))`;
}

/** A row for each value of a list, once. */
function expanded(name: string): string {
  return `mv-expand ${name} = ${eachOnce(name)}`;
}

function eachOnce(name: string): string {
  return `iff(array_length(${name}) > 1, set_union(${name}, dynamic([])), ${name})`;
}

/** An event without a value is a row, too. */
function expandedValues(name: string, shared: boolean, isCounted: boolean): string {
  const index = isCounted ? `with_itemindex=${itemOf(name)} ` : '';
  const values = shared ? eachOnce(name) : name;
  return `mv-expand ${index}${name} = iff(array_length(${name}) == 0, dynamic(null), ${values})`;
}

function itemOf(name: string): string {
  return `w_item_${name}`;
}

/** Of the rows that one event has become, only the first stands for it. */
function countedOnce(lists: readonly EventColumn[]): readonly string[] {
  if (lists.length === 0) return [];
  const items = lists.map((c) => itemOf(c.name));
  const first = items.map((i) => `${i} == 0`).join(' and ');
  return [`extend w_first = iff(${first}, 1, 0)`, `project-away ${items.join(', ')}`];
}

/** A row whose event another input has in the same group is left out, once its groups are single values. */
function twinColumns(
  { holds, columns }: Twin,
  index: number,
  { column, asked }: { readonly column: (field: string) => Column; readonly asked: QueryContext },
): { readonly columns: readonly Doc[]; readonly then: readonly Doc[] } {
  const holder = `w_twin_${index}`;
  const { doc } = writeConditions(dialectFor(column, asked.placement.keywords), [holds], asked);
  const others = columns.map(({ name, ignoresCase, fields: [field] }, i) => {
    const other = column(field.text);
    const made = `${holder}_${i}`;
    if (!isList([other])) {
      return { made, code: compared(textOf(other), ignoresCase), test: `${name} == ${made}` };
    }
    const { code } = other;
    const list = `iff(isnull(array_length(${code})), pack_array(${code}), ${code})`;
    return {
      made,
      code: `split(${compared(`strcat_array(${list}, "\\n")`, ignoresCase)}, "\\n")`,
      test: `set_has_element(${made}, ${name})`,
    };
  });
  const test = [holder, ...others.map((o) => o.test)].join(' and ');
  return {
    columns: [
      concat(`${holder} = `, indent(doc)),
      ...others.map(({ made, code }) => `${made} = ${code}`),
    ],
    then: [
      `where iff(${test}, false, true)`,
      `project-away ${[holder, ...others.map((o) => o.made)].join(', ')}`,
    ],
  };
}

function isList(found: readonly Column[]): boolean {
  const [first] = found;
  return found.length === 1 && first!.type === 'dynamic' && first!.origin === 'declared';
}

function valueLists(node: Events, asked: QueryContext): readonly EventColumn[] {
  const column = columnOf(node, asked);
  return node.columns.filter((c) => !c.grouped && isList(c.fields.map((f) => column(f.text))));
}

function isOfRule({ name, span }: EventFlag): Doc {
  return text(`${name} = true`, span);
}

function assigned(name: string, code: string): string {
  return name === code ? name : `${name} = ${code}`;
}
