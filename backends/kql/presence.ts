import { atom, text } from '../../src/backend/index.js';
import type { Polarity, Span } from '../../src/backend/index.js';
import { codes } from './codes.js';
import { isText } from './columns.js';
import type { Column } from './columns.js';
import type { Context } from './context.js';
import { SYNTAX, testCall } from './dialect.js';
import type { Written } from './dialect.js';

/*
 * A string column has no null: a value that was missing when the event was stored is the empty
 * string. `isnull` of a string is always false, so only `isempty` is of use there.
 * https://learn.microsoft.com/en-us/kusto/query/isempty-function
 */

/** Missing or null. */
export function writeNull(
  column: Column,
  context: Context,
  polarity: Polarity,
  span: Span,
): Written {
  if (tellsNull(column)) return testCall('isnull', 'isnotnull', column.code, span);
  context.approximate('wider', polarity, codes['kql-null-is-empty']({ field: column.field }), span);
  return writeMissingOrEmpty(column, span);
}

/** Present, whatever it holds: what `exists` asks. */
export function writeExists(
  column: Column,
  context: Context,
  polarity: Polarity,
  span: Span,
): Written {
  if (column.origin === 'path') {
    context.approximate(
      'narrower',
      polarity,
      codes['kql-null-is-missing']({ field: column.field }),
      span,
    );
  }
  return writePresent(column, context, polarity, span);
}

/** Present and not null: what a pattern of one `*` asks. */
export function writePresent(
  column: Column,
  context: Context,
  polarity: Polarity,
  span: Span,
): Written {
  if (tellsNull(column)) return testCall('isnotnull', 'isnull', column.code, span);
  context.approximate(
    'narrower',
    polarity,
    codes['kql-empty-is-missing']({ field: column.field }),
    span,
  );
  return testCall('isnotempty', 'isempty', column.code, span);
}

/** Present and empty. */
export function writeEmpty(
  column: Column,
  context: Context,
  polarity: Polarity,
  span: Span,
): Written {
  if (column.type === 'dynamic') {
    const isEmpty = `isnotnull(${column.code}) and tostring(${column.code}) == ""`;
    return { doc: text(isEmpty, span), binding: SYNTAX.and.binding };
  }
  // No number, date or the like is the empty string.
  if (column.origin === 'declared' && !isText(column)) return atom(text('false', span));
  context.approximate(
    'wider',
    polarity,
    codes['kql-missing-is-empty']({ field: column.field }),
    span,
  );
  return writeMissingOrEmpty(column, span);
}

/** Missing, null or empty, which Kusto tells exactly. */
export function writeMissingOrEmpty(column: Column, span: Span): Written {
  return testCall('isempty', 'isnotempty', column.code, span);
}

/** Whether the column tells null from every value, for certain. */
export function tellsNull(column: Column): boolean {
  return column.origin !== 'assumed' && !isText(column);
}
