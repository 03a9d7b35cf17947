import { atom, text } from '../../src/backend/index.js';
import type {
  BooleanPredicate,
  CidrPredicate,
  ComparePredicate,
  NumberPredicate,
  Polarity,
  TimePartPredicate,
} from '../../src/backend/index.js';
import { isNumeric, textOf } from './columns.js';
import type { Context } from './context.js';
import { COMPARISONS, operation, operationOf, RANGE_FUNCTIONS, TIME_PARTS } from './dialect.js';
import type { Written } from './dialect.js';
import { numberLiteral, stringLiteral } from './literals.js';

export function writeNumber({ field, number, span }: NumberPredicate, context: Context): Written {
  const column = context.column(field.text);
  if (isNumeric(column)) return operation(column.code, '==', numberLiteral(number), span);
  const spellings = spellingsOf(number);
  if (spellings.length === 1) return operation(textOf(column), '==', spellings[0]!, span);
  return operationOf('in~', (o) => text(`${textOf(column)} ${o} (${spellings.join(', ')})`, span));
}

/** As string literals: as the rule writes it, and in plain decimal. */
export function spellingsOf({ decimal, source }: NumberPredicate['number']): readonly string[] {
  return [...new Set([decimal, source])].map(stringLiteral);
}

export function writeBoolean({ field, value, span }: BooleanPredicate, context: Context): Written {
  const column = context.column(field.text);
  if (column.type === 'bool') return operation(column.code, '==', String(value), span);
  return operation(textOf(column), '=~', `"${String(value)}"`, span);
}

export function writeCidr(
  { field, network, span }: CidrPredicate,
  context: Context,
  polarity: Polarity,
): Written {
  const address = textOf(context.column(field.text));
  const { one } = RANGE_FUNCTIONS[network.version];
  const call = atom(text(`${one}(${address}, "${network.text}")`, span));
  return context.nullable(call, polarity);
}

export function writeCompare(
  { field, operator, number, span }: ComparePredicate,
  context: Context,
  polarity: Polarity,
): Written {
  const column = context.column(field.text);
  const left = isNumeric(column) ? column.code : `toreal(${column.code})`;
  const compared = text(`${left} ${COMPARISONS[operator]} ${numberLiteral(number)}`, span);
  return context.nullable(atom(compared), polarity);
}

export function writeTimePart(
  { field, part, operator, number, span }: TimePartPredicate,
  context: Context,
  polarity: Polarity,
): Written {
  const column = context.column(field.text);
  const date = column.type === 'datetime' ? column.code : `todatetime(${column.code})`;
  const taken = `datetime_part("${TIME_PARTS[part]}", ${date})`;
  const compared = text(`${taken} ${COMPARISONS[operator]} ${number.decimal}`, span);
  return context.nullable(atom(compared), polarity);
}
