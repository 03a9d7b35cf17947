import type { TimePart } from '../value.js';
import { mapDrafts } from './chain.js';
import type { Modifier } from './modifier.js';
import { codes } from './codes.js';
import { wrongValue } from './draft.js';
import { COMPARISONS, TIME_PARTS } from './groups.js';
import { numberLiteral } from './number.js';

function timePart(part: TimePart, min: number, max: number): Modifier {
  return {
    name: part,
    heading: 'Time Modifiers',
    description: `The ${part} of the date in the field, a number from ${min} to ${max}.`,
    needsField: true,
    follows: COMPARISONS,
    instead: (before) =>
      TIME_PARTS.includes(before)
        ? 'For two date parts, write the field twice, with one modifier each.'
        : `It needs the number as written. Remove \`${before}\`.`,
    apply(chain) {
      mapDrafts(
        chain,
        (draft, scalar) => {
          const { kind, span } = draft;
          if (kind !== 'number' && kind !== 'string' && kind !== 'compare') return null;
          const number = numberLiteral(scalar.text.trim());
          if (!number) return null;
          const value = Number(number.decimal);
          if (!Number.isInteger(value) || value < min || value > max) {
            chain.report(codes['time-out-of-range']({ part, min, max }), span);
          }
          const operator = kind === 'compare' ? draft.operator : 'eq';
          return { kind: 'time-part', part, operator, number, span };
        },
        wrongValue(part, 'a number'),
      );
    },
  };
}

export const time: readonly Modifier[] = [
  timePart('minute', 0, 59),
  timePart('hour', 0, 23),
  timePart('day', 1, 31),
  // ISO 8601 gives some years a week 53.
  timePart('week', 1, 53),
  timePart('month', 1, 12),
  timePart('year', 1, 9999),
];
