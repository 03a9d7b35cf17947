import type { RegexAnchor, RegexClass, RegexGroup, RegexNode, RegexRepeat } from '../model/regex/ast.js';
import type { StringPattern } from '../model/pattern.js';
import type { Regex, RegexFlags } from '../model/value.js';
/** A pattern in a target's own dialect, or why the target has none. Offsets are of the source. */
export type Translated = {
    readonly ok: true;
    readonly pattern: string;
    readonly approximations: readonly RegexApproximation[];
} | {
    readonly ok: false;
    readonly message: string;
    readonly start: number;
    readonly end: number;
};
export interface RegexApproximation {
    readonly direction: 'wider' | 'narrower';
    readonly message: string;
}
/** Thrown by a translator where its target cannot say a node; `translate` turns it into an answer. */
export declare class Untranslatable extends Error {
    readonly node: {
        readonly start: number;
        readonly end: number;
    };
    constructor(message: string, node: {
        readonly start: number;
        readonly end: number;
    });
}
export declare function translate(work: (approximate: (a: RegexApproximation) => void) => string): Translated;
/** What differs between the dialects that are written much like PCRE. */
export interface RegexDialect {
    literal(codePoint: number): string;
    class(node: RegexClass): string;
    anchor(node: RegexAnchor, flags: RegexFlags): string;
    /** Look-around and back-references. */
    special(node: Extract<RegexNode, {
        kind: 'look' | 'backreference';
    }>, print: (node: RegexNode) => string): string;
    /** What follows a count; and where atomic groups are refused or let go. */
    repeatMode(node: RegexRepeat): string;
    groupOpening(node: RegexGroup): string;
}
/** Writes a tree in a dialect, the whole pattern's flags first. */
export declare function printRegex(regex: Regex, dialect: RegexDialect): string;
export declare function countOf({ min, max }: RegexRepeat): string;
export declare function flagLetters(node: RegexGroup): string;
/** A string with wildcards as a regular expression for the whole value. */
export declare function patternToRegex(pattern: StringPattern, cased: boolean): Regex;
