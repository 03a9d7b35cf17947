import type { Regex } from '../model/value.js';
/** A regular expression that the matcher's engine cannot run. */
export declare class RegexNotSupported extends Error {
}
/**
 * RE2's engine, in JavaScript: its time is linear in the text for every pattern, which no rule can
 * take away. Throws `RegexNotSupported` for what it lacks.
 */
export declare function regexMatcher(regex: Regex): (text: string) => boolean;
