import {
  atom,
  concat,
  dialectCodes,
  enclose,
  hardline,
  indent,
  join,
  line,
  partsOf,
  text,
  writeConditions,
  writtenName,
} from '../../src/backend/index.js';
import type {
  Doc,
  EventColumn,
  Events,
  Name,
  QueryContext,
  Span,
} from '../../src/backend/index.js';
import { codes } from './codes.js';
import { esqlDialect } from './dialect.js';
import { frame } from './frame.js';
import type { Condition } from './frame.js';
import { checkColumn, fieldOf } from './fields.js';
import { quote } from './literals.js';

/** A search before anything is made of what it finds. */
export interface Searched {
  readonly kind: 'searched';
  readonly from: Doc;
  readonly condition: Condition;
}

/** The events of a correlation, one search after the other. */
export interface Rows {
  readonly kind: 'rows';
  readonly inputs: readonly Input[];
}

/** Events that one search finds, and what a correlation reads of them. */
interface Input {
  readonly search: Query;
  readonly columns: readonly Column[];
  readonly flags: readonly Flag[];
}

interface Column {
  readonly name: string;
  /** The column's values, as strings. */
  readonly code: string;
  readonly grouped: boolean;
  readonly shared: boolean;
  readonly span: Span;
}

/** Which of the events are of a rule; null for all of them. */
interface Flag {
  readonly name: string;
  readonly holds: Condition | null;
  readonly span: Span;
}

export type Query = Doc | Searched | Rows;

export function docOf(query: Query): Doc {
  if (isSearched(query)) return piped(query.from, concat('WHERE ', query.condition.doc));
  return isRows(query) ? rowsDoc(query) : query;
}

export function piped(input: Doc, ...commands: readonly Doc[]): Doc {
  return join(hardline, [input, ...commands.map((c) => indent('| ', c))]);
}

export function eventsOf(node: Events, search: Query, context: QueryContext): Input {
  const asked = { ...context, conditions: node.flags.flatMap((f) => f.holds ?? []) };
  return {
    search,
    columns: node.columns.map((column) => ({
      name: column.name,
      code: columnOf(column, context),
      grouped: column.grouped,
      shared: column.shared,
      span: column.fields[0].span,
    })),
    flags: node.flags.map(({ name, holds, span }) => ({
      name,
      holds: holds && writeConditions(esqlDialect, [holds], asked),
      span,
    })),
  };
}

/** What a count of the events of each rule ends with. */
export function flagsOf({ inputs }: Rows): ReadonlyMap<string, Doc> {
  const found = new Map<string, { readonly span: Span; readonly ways: (Condition | null)[] }>();
  for (const [i, { flags }] of inputs.entries()) {
    for (const { name, holds, span } of flags) {
      const ways = found.get(name)?.ways ?? [];
      // `STATS` may search the index where nothing has been made of its rows.
      if (inputs.length === 1) ways.push(holds);
      else ways.push(holds ? frame.and([atom(isOf([i])), testOf(holds)]) : atom(isOf([i])));
      found.set(name, { span, ways });
    }
  }
  return new Map(
    [...found].map(([name, { span, ways }]) => {
      const tests = ways.flatMap((w) => w ?? []);
      // All events are of the rule.
      if (tests.length < ways.length) return [name, ''];
      return [name, concat(text(' WHERE ', span), indent(frame.or(tests).doc))];
    }),
  );
}

/** The events, with a column for their time and for all that the correlation reads. */
function rowsDoc({ inputs }: Rows): Doc {
  const [{ search, columns }] = inputs as [Input, ...Input[]];
  const grouped = columns.filter((c) => c.grouped).map((c) => `${c.name} IS NOT NULL`);
  const values = columns.map((c, i) => {
    const codes = inputs.map((input) => input.columns[i]!.code);
    return text(`${c.name} = ${oneOf(codes)}`, c.span);
  });
  return piped(
    inputs.length === 1 ? docOf(search) : together(inputs.map((i) => i.search)),
    concat('EVAL ', join(', ', ['w_time = TO_LONG(@timestamp)', ...values])),
    ...(grouped.length === 0 ? [] : [`WHERE ${grouped.join(' AND ')}`]),
    ...columns.filter((c) => c.shared).map((c) => `EVAL ${leastOf(c.name)} = MV_MIN(${c.name})`),
    // By several values, `STATS` has a group for each.
    ...columns.filter((c) => !c.grouped).map((c) => `MV_EXPAND ${c.name}`),
  );
}

/** What each search calls a column, by the number of the search. */
function oneOf(codes: readonly string[]): string {
  const [last, ...others] = [...new Set(codes)].reverse();
  const ways = others.reverse().map((code) => {
    const positions = codes.flatMap((c, i) => (c === code ? [i] : []));
    return `${isOf(positions)}, ${code}`;
  });
  return ways.length === 0 ? last! : `CASE(${[...ways, last].join(', ')})`;
}

/** What a column holds of the values of an event's field: they are all different, so it tells one row of them. */
export function leastOf(column: string): string {
  return `w_least_${column}`;
}

/** Several searches as one, of which an event is a row for each that finds it. */
function together(searches: readonly Query[]): Doc {
  const found = searches.filter(isSearched);
  const numbers = found.map(({ condition }, i) =>
    whether(testOf(condition).doc, String(i + 1), '0'),
  );
  const rules = numbers.reduce((all, n) => call('MV_APPEND', all, n));
  return piped(
    found[0]!.from,
    concat('WHERE ', frame.or(found.map((s) => s.condition)).doc),
    concat('EVAL w_rule = ', rules),
    'MV_EXPAND w_rule',
    'WHERE w_rule > 0',
  );
}

/** Whether some of several searches can only be made of a whole query, and not tested for an event. */
export function searchesIndex({ inputs }: Rows): boolean {
  if (inputs.length === 1) return false;
  return inputs.some(({ search, flags }) => {
    const found = isSearched(search) ? [search.condition] : [];
    return [...found, ...flags.map((f) => f.holds)].some((c) => c?.ofRow === null);
  });
}

export function isRows(query: Query): query is Rows {
  return typeof query === 'object' && query.kind === 'rows';
}

export function isSearched(query: Query): query is Searched {
  return typeof query === 'object' && query.kind === 'searched';
}

function testOf(condition: Condition): Condition {
  return condition.ofRow ?? condition;
}

function whether(condition: Doc, then: string, otherwise: string): Doc {
  return call('CASE', condition, then, otherwise);
}

function call(name: string, ...given: readonly Doc[]): Doc {
  return enclose(`${name}(`, join(concat(',', line), given), ')');
}

/** Whether a row is of one of some searches, by their positions. */
function isOf(positions: readonly number[]): string {
  const numbers = positions.map((position) => position + 1);
  return numbers.length === 1 ? `w_rule == ${numbers[0]}` : `w_rule IN (${numbers.join(', ')})`;
}

/** The column's values as strings; of several fields, those of the first that an event has. */
function columnOf({ ignoresCase, fields }: EventColumn, context: QueryContext): string {
  const texts = fields.map((name) => {
    const { reading } = context.placement.columns.get(name.text) ?? {};
    const made = partsOf(reading);
    if (made) {
      const parts = made.map((part) => textOf({ ...name, text: part }, context));
      return `CONCAT(${parts.join(`, ${quote('\\')}, `)})`;
    }
    if (!reading) return textOf(name, context);
    const slots = { field: writtenName(name), of: reading.of };
    context.report.refuse(codes['esql-column-reading'](slots), name.span);
    return 'NULL';
  });
  const made = texts.length === 1 ? texts[0]! : `COALESCE(${texts.join(', ')})`;
  return ignoresCase ? `TO_LOWER(${made})` : made;
}

function textOf(name: Name, context: QueryContext): string {
  const field = fieldOf(name, context);
  if (field?.code) {
    checkColumn(field, name.span, context);
    return field.holds === 'text' ? field.code : `TO_STRING(${field.code})`;
  }
  const isFlattened = context.placement.columns.get(name.text)?.type === 'flattened';
  const finding = isFlattened
    ? codes['esql-flattened-column']({ field: name.text })
    : dialectCodes['unsupported-field-name']({ target: context.target, field: name.text });
  context.report.refuse(finding, name.span);
  return 'NULL';
}
