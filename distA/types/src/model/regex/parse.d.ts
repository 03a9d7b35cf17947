import type { RegexFlags } from '../value.js';
import type { RegexNode } from './ast.js';
export type ParsedRegex = {
    readonly ast: RegexNode;
} | {
    readonly error: RegexError;
};
export interface RegexError {
    readonly message: string;
    /** Half-open offsets into the pattern, in UTF-16 code units. */
    readonly start: number;
    readonly end: number;
}
/**
 * Parses a PCRE2 pattern. The flags do not change how it is read; they are the caller's to keep.
 * https://www.pcre.org/current/doc/html/pcre2syntax.html
 */
export declare function parseRegex(source: string, _flags: RegexFlags): ParsedRegex;
/** Never leaves this folder. */
export declare class RegexSyntaxError extends Error {
    readonly start: number;
    readonly end: number;
    constructor(message: string, start: number, end: number);
}
/** What the readers of escapes and classes share with the parser. */
export interface Cursor {
    readonly source: string;
    at: number;
}
