import type { Expression, Predicate } from './predicate.js';
export interface SimplifyOptions {
    /** Joins an OR of predicates on one field into one `one-of` node. */
    readonly oneOf: boolean;
    /** Pushes negations down to the predicates (De Morgan). */
    readonly pushNegation: boolean;
}
/**
 * An equivalent, smaller tree: nested operators of one kind are one, constants are folded away,
 * double negations cancel, equal operands stand once. Operands keep the order of the rule.
 */
export declare function simplify(expression: Expression, options: SimplifyOptions): Expression;
/** The same text for predicates that ask the same, letter case aside where it does not count. */
export declare function predicateKey(node: Predicate): string;
