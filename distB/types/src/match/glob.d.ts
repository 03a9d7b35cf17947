import type { StringPattern } from '../model/pattern.js';
/**
 * A test for a pattern with wildcards on a whole string. Between two `*` the leftmost fit is taken,
 * so the time is at most the product of the two lengths, and there is no backtracking.
 */
export declare function globMatcher(pattern: StringPattern): (text: string) => boolean;
