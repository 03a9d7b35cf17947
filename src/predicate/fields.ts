import type { Name } from '../model/name.js';
import { eachPredicate } from './fold.js';
import type { Expression, FieldPredicate } from './predicate.js';

/** Every predicate on a field, in order; what a tree holds more than once comes once. */
export function fieldPredicatesOf(expression: Expression): readonly FieldPredicate[] {
  const found: FieldPredicate[] = [];
  eachPredicate(expression, (predicate) => {
    if (predicate.kind !== 'keyword') found.push(predicate);
  });
  return found;
}

/** Every field that is tested, each where it first appears, in order. */
export function fieldsOf(expression: Expression): ReadonlyMap<string, Name> {
  const fields = new Map<string, Name>();
  const add = (name: Name): void => {
    if (!fields.has(name.text)) fields.set(name.text, name);
  };
  eachPredicate(expression, (predicate) => {
    if (predicate.kind === 'keyword') return;
    add(predicate.field);
    if (predicate.kind === 'field-ref') add(predicate.other);
  });
  return fields;
}
