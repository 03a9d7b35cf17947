import type { Remark } from './reading.js';
/** Of a parser that Peggy generated. */
export interface GeneratedParser {
    readonly parse: (text: string, options: Record<string, unknown>) => unknown;
    readonly SyntaxError: new (...args: never[]) => Error & {
        readonly expected: readonly unknown[] | null;
        readonly location: {
            readonly start: {
                readonly offset: number;
            };
        };
    };
}
export type Parsed<Tree> = {
    readonly tree: Tree;
} | {
    readonly problem: Remark;
};
/** Runs a parser of queries; what it throws for a text becomes a problem at its place. */
export declare function parseQuery<Tree>(parser: GeneratedParser, text: string): Parsed<Tree>;
/** What to say of a text that does not parse from an offset on. */
export declare function unexpected(text: string, at: number): string;
