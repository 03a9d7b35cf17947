import type { Correlated } from '../model/correlation/correlated.js';
import type { Name } from '../model/name.js';
import type { Processed } from '../pipeline/apply.js';
import { diagnostic } from '../source/diagnostic.js';
import type { Diagnostic } from '../source/diagnostic.js';
import { EFFECTS } from '../source/direction.js';
import { codes } from './codes.js';
import { directionsOfGroups } from './directions.js';
import type { Around } from './directions.js';
import { fieldRuleOf } from './fields-of-source.js';

/** Whether a field has its values in the case that events have them in. */
export function keepsCase(
  { source, placement }: Processed,
  field: string,
  stored: readonly Name[],
): boolean {
  if (fieldRuleOf(source, field)?.cased === false) return false;
  return stored.every(({ text }) => placement.columns.get(text)?.lower !== true);
}

/** The fields of a column of a correlation that have the case that events have, and those that do not: for messages. */
export interface ColumnCase {
  readonly kept: readonly string[];
  readonly lost: readonly string[];
}

export function isMixed({ kept, lost }: ColumnCase): boolean {
  return kept.length > 0 && lost.length > 0;
}

/**
 * A warning for each column of which some inputs keep the case and others do not: compared ignoring case,
 * groups become one that events keep apart, and compared as stored, no group has events of both.
 *
 * @param names of the columns
 * @param around the correlations that it is in, the outermost first
 * @param ignored whether the target compares such columns ignoring case
 */
export function caseDiagnostics(
  { correlation: { test } }: Correlated,
  cases: readonly ColumnCase[],
  names: readonly Name[],
  around: readonly Around[],
  ignored: boolean,
): readonly Diagnostic[] {
  return cases.flatMap((column, i) => {
    if (!isMixed(column)) return [];
    const { text: field, span } = names[i]!;
    const [kept, lost] = [column.kept[0]!, column.lost[0]!];
    const code = ignored ? 'correlation-ignores-case' : 'correlation-case-apart';
    const finding = codes[code]({ field, kept, lost });
    return directionsOfGroups(test, around, ignored ? 'merged' : 'split').map((direction) => {
      const message = `${EFFECTS[direction]}: ${finding.message}`;
      return diagnostic({ ...finding, message }, span, { direction });
    });
  });
}
