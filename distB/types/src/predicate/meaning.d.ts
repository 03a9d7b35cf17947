import type { Expression } from './predicate.js';
/** The same text for trees that ask the same in the same order, wherever they stand in a rule. */
export declare function meaning(node: Expression | readonly Expression[]): string;
/**
 * A name for what a tree asks, the same for trees that differ in the order of operands, in letter
 * case that does not count, or in how often they say a thing. Give it a simplified tree.
 */
export declare function meaningInAnyOrder(expression: Expression): string;
/** Any of some trees, with what all of them ask asked once: `a and x or b and x` is `(a or b) and x`. */
export declare function anyOf(trees: readonly Expression[]): Expression;
