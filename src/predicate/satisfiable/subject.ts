import { isPredicate } from '../fold.js';
import type { OneOf, Or, Predicate } from '../predicate.js';

/** Keywords are looked for in one text, the event's. */
export const EVENT = Symbol('event');
/** What a predicate is about: a field, or the event's text. */
export type Subject = string | typeof EVENT;

export function subjectOf(node: Predicate | OneOf): Subject {
  return node.kind === 'keyword' ? EVENT : node.field.text;
}

/** The predicates of an OR, if all are about one subject. */
export function optionsOf(node: Or): readonly Predicate[] | null {
  const options: Predicate[] = [];
  let subject: Subject | null = null;
  for (const operand of node.operands) {
    if (operand.kind !== 'one-of' && !isPredicate(operand)) return null;
    if (subject !== null && subjectOf(operand) !== subject) return null;
    subject = subjectOf(operand);
    if (operand.kind === 'one-of') options.push(...operand.options);
    else options.push(operand);
  }
  return options.length === 0 ? null : options;
}
