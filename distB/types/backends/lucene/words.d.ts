import type { Regex, StringPattern } from '../../src/backend/index.js';
import type { Words } from './columns.js';
/** What a text field is asked for, all of it; empty if nothing of the pattern is a word. */
export interface WordQueries {
    readonly queries: readonly string[];
    /** They ask for no less than the pattern does. */
    readonly exact: boolean;
}
/**
 * A text is kept as its words, lower-cased. Those of the pattern are asked for: side by side as a
 * phrase where they are whole, and with `*` where the pattern may begin or end within one.
 */
export declare function wordQueries(parts: StringPattern, words: Words): WordQueries;
/**
 * What every text holds that a regular expression is found in: texts in this order, with any run of
 * characters between them.
 */
export declare function certainTexts(regex: Regex): StringPattern;
