import type { Expression, Literal } from './expression.js';
import type { KustoParser, SyntaxElement } from './kusto-syntax.js';
/** What names stand for at a place of a query. */
export interface Scope {
    /** Of names bound by `let`, the literals that they stand for; null if they stand for none. */
    readonly constants: ReadonlyMap<string, readonly Literal[] | null>;
    /** Of columns that a query names anew, the field that they hold. */
    readonly aliases: ReadonlyMap<string, string>;
}
export interface KustoExpressions {
    /** A condition or value as an expression. `subquery` gets the queries within, in order. */
    readonly read: (element: SyntaxElement, scope: Scope, subquery: (element: SyntaxElement) => void) => Expression;
    /** The literals that a constant stands for: one, or those of a list; null if it is no constant. */
    readonly literals: (element: SyntaxElement, scope: Scope) => readonly Literal[] | null;
    /** The field that an expression holds as it is; null if it holds none. */
    readonly fieldOf: (element: SyntaxElement, scope: Scope) => string | null;
}
export declare function kustoExpressions({ typeOf, stringValue }: KustoParser): KustoExpressions;
