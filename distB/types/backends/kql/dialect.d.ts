import type { BooleanSyntax, CompareOperator, Doc, Emitted, FieldRefMatch, Span, TimePart } from '../../src/backend/index.js';
/** A piece of query that may know a plainer negation than `not(…)`. */
export interface Written extends Emitted {
    readonly negated?: () => Emitted;
}
/**
 * `and` binds tighter than `or`; `not` is a function. A query is refused as too complex where a
 * chain of operators is too long, so long chains are folded.
 * https://learn.microsoft.com/en-us/kusto/query/logical-operators
 * https://learn.microsoft.com/en-us/kusto/concepts/query-limits#limit-on-query-complexity
 */
export declare const SYNTAX: BooleanSyntax;
/**
 * None of these is `has`, which compares whole terms.
 * https://learn.microsoft.com/en-us/kusto/query/datatypes-string-operators
 */
export declare const TEXT_OPERATORS: Readonly<Record<FieldRefMatch, {
    readonly uncased: string;
    readonly cased: string;
}>>;
/**
 * What an equality becomes for several values.
 * https://learn.microsoft.com/en-us/kusto/query/in-operator
 */
export declare const LIST_OPERATORS: {
    readonly '=~': "in~";
    readonly '==': "in";
};
/** https://learn.microsoft.com/en-us/kusto/query/numerical-operators */
export declare const COMPARISONS: Readonly<Record<CompareOperator | 'eq', string>>;
/**
 * `week_of_year` is the ISO week, `weekofyear` is not.
 * https://learn.microsoft.com/en-us/kusto/query/datetime-part-function
 */
export declare const TIME_PARTS: Readonly<Record<TimePart, string>>;
/**
 * Both give null for what is no address.
 * https://learn.microsoft.com/en-us/kusto/query/ipv4-is-in-range-function
 * https://learn.microsoft.com/en-us/kusto/query/ipv6-is-in-any-range-function
 */
export declare const RANGE_FUNCTIONS: {
    readonly 4: {
        readonly one: "ipv4_is_in_range";
        readonly any: "ipv4_is_in_any_range";
    };
    readonly 6: {
        readonly one: "ipv6_is_in_range";
        readonly any: "ipv6_is_in_any_range";
    };
};
/** `left operator right`, of one place of the rule. */
export declare function operation(left: string, operator: string, right: string, span: Span): Written;
/** An operation that knows its negation; `write` is called with the operator that it gets. */
export declare function operationOf(operator: string, write: (operator: string) => Doc): Written;
/** A call and the call that says the opposite: `isempty(F)`, `isnotempty(F)`. */
export declare function testCall(call: string, opposite: string, argument: string, span: Span): Written;
