import { isPlainInteger } from '../model/decimal.js';
import { literalText } from '../model/patterns/pattern.js';
import { fieldPredicatesOf } from './fields.js';
import type { Expression, FieldPredicate } from './predicate.js';

/** How conditions use a field, for a store that does not know its type. */
export interface FieldUse {
  /** Its value is looked at, and not only whether there is one. */
  readonly valued: boolean;
  /**
   * What the values suggest: numbers alone make it a number, any other string a string. Null: the
   * field is only tested for a value, or compared with another field.
   */
  readonly type: 'number' | 'string' | null;
}

/** By field name, those that are compared with included. One type a field, whatever each value is. */
export function usesOf(conditions: readonly Expression[]): ReadonlyMap<string, FieldUse> {
  const uses = new Map<string, FieldUse>();
  const digits = new Set<string>();
  const add = (field: string, { valued, type }: FieldUse): void => {
    const known = uses.get(field);
    const both = known?.type === 'string' ? 'string' : (type ?? known?.type ?? null);
    uses.set(field, { valued: valued || (known?.valued ?? false), type: both });
  };
  for (const predicate of conditions.flatMap(fieldPredicatesOf)) {
    const field = predicate.field.text;
    if (predicate.kind === 'string' && isPlainInteger(literalText(predicate.pattern))) {
      digits.add(field);
      add(field, { valued: true, type: null });
    } else add(field, useOf(predicate));
    if (predicate.kind === 'field-ref') add(predicate.other.text, { valued: true, type: null });
  }
  // A string of digits is a number only next to numbers.
  for (const field of digits)
    if (!uses.get(field)!.type) add(field, { valued: true, type: 'string' });
  return uses;
}

function useOf(predicate: FieldPredicate): FieldUse {
  switch (predicate.kind) {
    case 'null':
    case 'exists':
      return { valued: false, type: null };
    case 'number':
    case 'compare':
      return { valued: true, type: 'number' };
    case 'string': {
      const { pattern } = predicate;
      const isText = pattern.length > 1 || typeof pattern[0] === 'string';
      return { valued: true, type: isText ? 'string' : null };
    }
    case 'regex':
    case 'cidr':
      return { valued: true, type: 'string' };
    default:
      return { valued: true, type: null };
  }
}
