import type { Regex } from '../model/value.js';
import type { CodePoints } from './code-points.js';
import type { Translated } from './regex.js';
/**
 * What RE2 and Rust's `regex` both take, and with one meaning: no look-around, no back-references,
 * classes as ASCII ranges, counts up to 1,000.
 * https://github.com/google/re2/wiki/Syntax
 * https://docs.rs/regex/latest/regex/#syntax
 */
export declare function toRe2(regex: Regex): Translated;
/** Short names for what people know them by; ranges otherwise. */
export declare function printClass(members: CodePoints): string;
/** Printable characters as they are, operators behind a backslash, the rest by number. */
export declare function escapeCodePoint(codePoint: number): string;
