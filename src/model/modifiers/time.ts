import type { TimePart } from '../value.js';
import { describe, mapDrafts } from './chain.js';
import type { Modifier } from './chain.js';
import { numberLiteral } from './number.js';

function timePart(part: TimePart, least: number, most: number): Modifier {
  return {
    name: part,
    heading: 'Time Modifiers',
    description: `The ${part} of the date in the field, a number from ${least} to ${most}.`,
    apply(chain) {
      mapDrafts(
        chain,
        (draft, scalar) => {
          const { span } = draft;
          const compared = draft.kind === 'compare' ? draft.operator : 'eq';
          const number = ['number', 'string', 'compare'].includes(draft.kind)
            ? numberLiteral(scalar.text.trim())
            : null;
          if (!number) return null;
          const value = Number(number.decimal);
          if (!Number.isInteger(value) || value < least || value > most) {
            const message = `A ${part} is a whole number from ${least} to ${most}.`;
            chain.report('error', 'time-out-of-range', message, span);
          }
          return { kind: 'time-part', part, operator: compared, number, span };
        },
        (draft) => `\`${part}\` takes a number, not ${describe(draft)}.`,
      );
    },
  };
}

export const time: readonly Modifier[] = [
  timePart('minute', 0, 59),
  timePart('hour', 0, 23),
  timePart('day', 1, 31),
  timePart('week', 1, 53),
  timePart('month', 1, 12),
  timePart('year', 1, 9999),
];
