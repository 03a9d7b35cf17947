import type { PredicateContext, TimePartPredicate } from '../../src/backend/index.js';
import { codes } from './codes.js';
import { compareColumn } from './fields.js';
import type { Field } from './fields.js';

/** No part is the ISO week. https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/time/temporal/ChronoField.html */
const TIME_PARTS = {
  minute: 'minute_of_hour',
  hour: 'hour_of_day',
  day: 'day_of_month',
  week: null,
  month: 'month_of_year',
  year: 'year',
} as const;

export const isPart = (name: string): name is keyof typeof TIME_PARTS => name in TIME_PARTS;

/** It may be one of several values. */
export function isListedPart({ code }: Field, { part, operator }: TimePartPredicate): boolean {
  return code !== '' && operator === 'eq' && TIME_PARTS[part] !== null;
}

/** A part of a time, in UTC; null if ES|QL has no name for it. */
export function partOf(
  field: Field,
  part: keyof typeof TIME_PARTS,
  context: PredicateContext,
): string | null {
  const name = TIME_PARTS[part];
  if (name === null) return null;
  compareColumn(field, context);
  context.approximate('both', codes['esql-time-zone']({ part }));
  const time = field.holds === 'date' ? field.code : `TO_DATETIME(${field.code})`;
  return `DATE_EXTRACT("${name}", ${time})`;
}
