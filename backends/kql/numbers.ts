import { atom, enclose, concat, join, line, text } from '../../src/backend/index.js';
import type {
  CidrPredicate,
  ComparePredicate,
  Doc,
  NumberLiteral,
  Polarity,
  Span,
  TimePartPredicate,
} from '../../src/backend/index.js';
import { isNumeric, isText, textOf } from './columns.js';
import type { Column } from './columns.js';
import type { Context } from './context.js';
import { COMPARISONS, operation, RANGE_FUNCTIONS, SYNTAX, TIME_PARTS } from './dialect.js';
import type { Written } from './dialect.js';
import { numberLiteral, stringLiteral } from './literals.js';

/** https://learn.microsoft.com/en-us/kusto/query/toreal-function gives null for what is no number. */
export function writeCompare(
  predicate: ComparePredicate,
  context: Context,
  polarity: Polarity,
): Written {
  const { operator, number, span } = predicate;
  const column = context.column(predicate.field.text);
  if (isNumeric(column)) context.assumeNumber(column, span);
  const side = isNumeric(column) ? column.code : `${conversionFor(number)}(${textOf(column)})`;
  const code = `${side} ${COMPARISONS[operator]} ${numberLiteral(number)}`;
  return context.nullable(atom(text(code, span)), polarity);
}

/** A `real` keeps whole numbers up to 2^53 apart. */
function conversionFor(number: NumberLiteral): string {
  return number.decimal.replace(/\D/g, '').length > 15 ? 'todecimal' : 'toreal';
}

/** https://learn.microsoft.com/en-us/kusto/query/datetime-part-function */
export function writeTimePart(
  predicate: TimePartPredicate,
  context: Context,
  polarity: Polarity,
): Written {
  const { part, operator, number, span } = predicate;
  const column = context.column(predicate.field.text);
  const side = `datetime_part("${TIME_PARTS[part]}", ${datetimeOf(column)})`;
  const written = operation(side, COMPARISONS[operator], numberLiteral(number), span);
  // A null is equal to nothing, and to `<` and its like it is neither.
  return operator === 'eq' ? written : context.nullable(written, polarity);
}

function datetimeOf(column: Column): string {
  if (column.type === 'datetime') return column.code;
  const plain = isText(column) || column.type === 'dynamic';
  return `todatetime(${plain ? column.code : textOf(column)})`;
}

/** One network, or any of several of one IP version. The predicates are of one field. */
export function writeNetworks(
  predicates: readonly CidrPredicate[],
  context: Context,
  polarity: Polarity,
  span: Span,
): Written {
  const [first] = predicates;
  const code = textOf(context.column(first!.field.text));
  const { version } = first!.network;
  const ranges = predicates.map((p) => text(stringLiteral(p.network.text), p.span));
  const call = rangeCall(RANGE_FUNCTIONS[version], code, ranges, span);
  if (version === 4 || !predicates.some(coversIPv4)) return context.nullable(atom(call), polarity);
  // To these functions an IPv4 address is one of ::ffff:0:0/96.
  const notIPv4 = operation(code, 'contains', '":"', span).doc;
  return context.nullable(
    { doc: concat(notIPv4, ' and ', call), binding: SYNTAX.and.binding },
    polarity,
  );
}

function rangeCall(
  functions: { readonly one: string; readonly any: string },
  code: string,
  ranges: readonly Doc[],
  span: Span,
): Doc {
  if (ranges.length === 1) return concat(text(`${functions.one}(${code}, `, span), ranges[0]!, ')');
  // As one array, since a call takes no more than 64 arguments.
  return enclose(`${functions.any}(${code}, dynamic([`, join(concat(',', line), ranges), ']))');
}

const MAPPED_IPV4 = 0xffffn << 32n;

/** Whether the network and ::ffff:0:0/96 have addresses in common. */
function coversIPv4({ network }: CidrPredicate): boolean {
  const shift = BigInt(128 - Math.min(network.prefix, 96));
  return network.address >> shift === MAPPED_IPV4 >> shift;
}
