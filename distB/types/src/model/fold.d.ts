/**
 * Simple case folding, as Unicode's CaseFolding.txt has it (statuses C and S): one code point to
 * one. Two strings are equal ignoring case if their folded texts are equal.
 * https://www.unicode.org/Public/UCD/latest/ucd/CaseFolding.txt
 */
export declare function fold(text: string): string;
