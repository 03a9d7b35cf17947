import type { Expression, OneOf, Predicate } from '../../src/predicate/predicate.js';

/** What asks one thing of an event. */
export type Leaf = Exclude<Predicate, OneOf>;

/** Every predicate of a tree, in order; one that stands in several places, several times. */
export function predicatesOf(node: Expression): readonly Leaf[] {
  switch (node.kind) {
    case 'and':
    case 'or':
      return node.operands.flatMap(predicatesOf);
    case 'one-of':
      return node.options;
    case 'not':
      return predicatesOf(node.operand);
    case 'constant':
      return [];
    default:
      return [node];
  }
}
