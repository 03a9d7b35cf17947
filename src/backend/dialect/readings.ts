import type { Name } from '../../model/name.js';
import type { ReadColumn } from '../../plan/plan.js';
import type { Finding } from '../../source/codes.js';
import type { Reading } from '../../store/placement.js';
import { dialectCodes } from './codes.js';
import type { QueryContext } from './context.js';

/** What reads a column, by the reading's name; null where this key or name cannot be read. */
export type Readings<R> = Readonly<Record<string, (reading: Reading, name: string) => R | null>>;

/** What a table of readings makes of a column; null, and refused at its name, where it cannot. */
export function writeReading<R>(
  readings: Readings<R>,
  { name, reading }: ReadColumn,
  context: QueryContext,
): R | null {
  const made = readingOf(readings, { name, reading });
  if (made !== null) return made;
  const finding = unreadable(context, name, reading, Object.keys(readings));
  context.report.refuse(finding, name.span);
  return null;
}

/** The same, and null for what cannot be read. */
export function readingOf<R>(readings: Readings<R>, { name, reading }: ReadColumn): R | null {
  const read = Object.hasOwn(readings, reading.as) ? readings[reading.as]! : null;
  return read?.(reading, name.text) ?? null;
}

export function unreadable(
  { target }: QueryContext,
  { text: field }: Name,
  { as: reading, of, key }: Reading,
  readings: readonly string[],
): Finding<'error'> {
  const instead =
    readings.length === 0
      ? 'Map the field to one that the events have.'
      : `Use another reading (${readings.join(', ')}), or map the field to one that the events have.`;
  return dialectCodes['unsupported-reading']({ target, field, of, reading, key, instead });
}

/** What a rule calls the field that a column is read from, if that differs only in signs no column may have. */
export function writtenName({ text, span }: Name): string {
  const written = span.file.text.slice(span.start, span.end).replace(/^(['"])(.*)\1$/s, '$2');
  return lettersOf(written) === lettersOf(text) ? written : text;
}

function lettersOf(name: string): string {
  return name.replace(/[^\p{L}\d]/gu, '');
}
