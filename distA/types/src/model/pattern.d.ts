/**
 * A string with wildcards, after Sigma's escapes are undone. Adjacent texts are joined and a text
 * is never empty, so equal patterns have equal parts; the empty pattern is the empty string.
 */
export type StringPattern = readonly PatternPart[];
export type PatternPart = string | Wildcard | Placeholder;
/** `any` is `*`: any run of characters, line breaks too. `one` is `?`: exactly one code point. */
export interface Wildcard {
    readonly kind: 'any' | 'one';
}
/** `%name%` under the `expand` modifier: a pipeline or the user must give it values. */
export interface Placeholder {
    readonly kind: 'placeholder';
    readonly name: string;
}
export declare const ANY: Wildcard;
export declare const ONE: Wildcard;
export declare function hasPlaceholder(parts: StringPattern): boolean;
/** Joins adjacent texts and drops empty ones; a run of `*` is one `*`. */
export declare function pattern(parts: readonly PatternPart[]): StringPattern;
/**
 * Undoes the escapes of a Sigma string. A backslash escapes `*`, `?` and a backslash; before
 * anything else, and at the end, it is itself.
 * https://sigmahq.io/sigma-specification/specification/sigma-rules-specification.html#escaping
 */
export declare function parsePattern(text: string): StringPattern;
/**
 * The same under the `expand` modifier: `%name%` is a placeholder, and a backslash escapes `%` too.
 * https://sigmahq.io/sigma-specification/specification/sigma-rules-specification.html#placeholders
 */
export declare function parseExpandable(text: string): StringPattern;
/**
 * Writes a pattern as a Sigma string without needless backslashes. `parsePattern` reads it back to
 * the same parts; so does `parseExpandable`, if the pattern has a placeholder.
 */
export declare function printPattern(parts: StringPattern): string;
/** The text of a pattern without wildcards, or null. */
export declare function literalText(parts: StringPattern): string | null;
/** The shapes that every query language has an operator for; `other` needs wildcards or a regex. */
export type PatternShape = {
    readonly shape: 'empty';
} | {
    readonly shape: 'any';
} | {
    readonly shape: 'equals' | 'startswith' | 'endswith' | 'contains';
    readonly text: string;
} | {
    readonly shape: 'other';
};
export declare function shapeOf(parts: StringPattern): PatternShape;
