import type { BooleanSyntax, Emitted, Expression, NumberLiteral } from '../../src/backend/index.js';
/**
 * OR binds tighter than AND here and not in `where`, so every mix is in parentheses.
 * https://help.splunk.com/en/splunk-enterprise/search/search-manual/9.3/expressions-and-predicates
 */
export declare const SEARCH_SYNTAX: BooleanSyntax;
/** Whether a stage of the query says an expression exactly, with every predicate in it. */
export type Fits = (node: Expression) => boolean;
/** @param made fields that are there only after the search */
export declare function fitsInSearch(made: {
    has(field: string): boolean;
}): Fits;
/** Writes an expression for which `fitsInSearch` holds. */
export declare function emitSearch(expression: Expression): Emitted;
/** The texts that a number is found as: in plain decimal, and as the rule has it. */
export declare function spellings(number: NumberLiteral): readonly string[];
