import type { CompareOperator } from '../value.js';
import { mapDrafts } from './chain.js';
import type { Modifier } from './modifier.js';
import { wrongValue } from './draft.js';
import { COMPARISONS, TIME_PARTS } from './groups.js';
import { numberLiteral } from './number.js';

function compare(name: CompareOperator, description: string): Modifier {
  return {
    name,
    heading: 'Numeric Modifiers',
    description,
    needsField: true,
    follows: TIME_PARTS,
    instead: (before) =>
      COMPARISONS.includes(before)
        ? 'For two bounds, write the field twice, with one modifier each.'
        : `It needs the number as written. Remove \`${before}\`.`,
    apply(chain) {
      mapDrafts(
        chain,
        (draft, scalar) => {
          const { span } = draft;
          if (draft.kind === 'time-part') return { ...draft, operator: name };
          if (draft.kind !== 'number' && draft.kind !== 'string') return null;
          const number = numberLiteral(scalar.text.trim());
          return number && { kind: 'compare', operator: name, number, span };
        },
        wrongValue(name, 'a number'),
      );
    },
  };
}

export const numeric: readonly Modifier[] = [
  compare('lt', 'The field is less than the number.'),
  compare('lte', 'The field is less than or equal to the number.'),
  compare('gt', 'The field is greater than the number.'),
  compare('gte', 'The field is greater than or equal to the number.'),
];
