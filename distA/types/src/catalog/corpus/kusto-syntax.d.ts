import type { Remark } from './reading.js';
/** A node or token of the tree that Microsoft's parser of Kusto gives. */
export interface SyntaxElement {
    readonly ChildCount: number;
    readonly TextStart: number;
    /** Of a token. */
    readonly Text?: string;
    /** Of a name. */
    readonly SimpleName?: string;
    GetChild(index: number): SyntaxElement | null;
}
/** What the files of `@kusto/language-service-next` leave among the globals, as far as it is used. */
export interface KustoGlobals {
    readonly Kusto: {
        readonly Language: {
            readonly KustoCode: {
                Parse(text: string): {
                    readonly Syntax: SyntaxElement;
                    GetDiagnostics(): {
                        readonly Count: number;
                        getItem(index: number): {
                            readonly Message: string;
                            readonly Start: number;
                        };
                    };
                };
            };
            readonly KustoFacts: {
                GetStringLiteralValue(literal: string): string;
            };
        };
    };
    readonly Bridge: {
        readonly Reflection: {
            getTypeName(object: unknown): string;
        };
    };
}
export interface KustoParser {
    readonly parse: (text: string) => {
        readonly root: SyntaxElement;
    } | {
        readonly problem: Remark;
    };
    /** The name of the node's class, such as `PipeExpression`. */
    readonly typeOf: (element: SyntaxElement) => string;
    /** What a string literal stands for, its quotes and escapes undone. */
    readonly stringValue: (literal: string) => string;
}
/**
 * Microsoft's own parser of Kusto queries, once its files are loaded. It is a parameter of whoever
 * reads Kusto, so that nothing else pays for its five megabytes.
 * https://www.npmjs.com/package/@kusto/language-service-next
 */
export declare function kustoParser({ Kusto, Bridge }: KustoGlobals): KustoParser;
export declare function children(element: SyntaxElement): SyntaxElement[];
/** What stands between the separators of a list of elements. */
export declare function items(list: SyntaxElement): SyntaxElement[];
/**
 * The outermost elements of some types within one, itself included, in order. It does not recurse:
 * a long chain of operators is as deep a tree.
 */
export declare function outermost(element: SyntaxElement, isWanted: (element: SyntaxElement) => boolean): SyntaxElement[];
/** How deep brackets nest, outside strings and comments: the parser's time grows with its square. */
export declare function bracketDepth(text: string): number;
