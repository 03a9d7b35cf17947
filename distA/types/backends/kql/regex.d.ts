import type { Regex, Translated } from '../../src/backend/index.js';
/**
 * Kusto's documentation has named RE2 and, of late, reads like Rust's `regex`: what both take.
 * https://learn.microsoft.com/en-us/kusto/query/regex
 */
export declare function toKqlRegex(regex: Regex): Translated;
