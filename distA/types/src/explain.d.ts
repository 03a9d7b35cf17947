import type { Query } from './convert.js';
/** A stretch of a query and the place of the rule that it says. */
export interface Explanation {
    readonly text: string;
    /** From 1; null for what belongs to no place of the rule, such as operators and brackets. */
    readonly line: number | null;
    readonly column: number | null;
    /** The rule's line, without indentation; empty where `line` is null. */
    readonly source: string;
}
/** Cuts a query into the parts that its source map tells apart, in order; joined they are the query. */
export declare function explain(query: Query): Explanation[];
