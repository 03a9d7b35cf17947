import type { CompareOperator } from '../value.js';
import { describe, mapDrafts } from './chain.js';
import type { Modifier } from './chain.js';
import { numberLiteral } from './number.js';

function compare(name: CompareOperator, description: string): Modifier {
  return {
    name,
    heading: 'Numeric Modifiers',
    description,
    apply(chain) {
      mapDrafts(
        chain,
        (draft, scalar) => {
          const { span } = draft;
          if (draft.kind === 'time-part' && draft.operator === 'eq') {
            return { ...draft, operator: name };
          }
          const numeric = draft.kind === 'number' || draft.kind === 'string';
          const number = numeric ? numberLiteral(scalar.text.trim()) : null;
          return number && { kind: 'compare', operator: name, number, span };
        },
        (draft) =>
          draft.kind === 'compare' || draft.kind === 'time-part'
            ? `\`${name}\` cannot follow another comparison. Write a second field entry for the other bound.`
            : `\`${name}\` takes a number, not ${describe(draft)}.`,
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
