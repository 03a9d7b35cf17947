import type { RegexClass } from '../model/regex/ast.js';
/** Ranges of code points, both ends included: sorted, apart from each other. */
export type CodePoints = readonly (readonly [from: number, to: number])[];
export declare const EVERYTHING: CodePoints;
export declare function union(...sets: readonly CodePoints[]): CodePoints;
export declare function complement(set: CodePoints): CodePoints;
export declare function intersect(a: CodePoints, b: CodePoints): CodePoints;
export declare function contains(set: CodePoints, codePoint: number): boolean;
/** The members of a class; null where a Unicode property makes them too many to list. */
export declare function membersOf(node: RegexClass): CodePoints | null;
/** The other letters that are equal ignoring case, by simple folding. */
export declare function otherCases(codePoint: number): readonly number[];
/** With every member's other cases; ranges outside of ASCII are left as they are. */
export declare function withOtherCases(set: CodePoints): CodePoints;
