/** Modifiers that clash, or do not, for the same reasons. */
export declare const WILDCARDS: readonly string[];
export declare const FLAGS: readonly string[];
export declare const UTF16: readonly string[];
export declare const BASE64: readonly string[];
export declare const COMPARISONS: readonly string[];
export declare const TIME_PARTS: readonly string[];
