import type { FieldRefPredicate, KeywordPredicate, Polarity, RegexPredicate, Span, StringPredicate } from '../../src/backend/index.js';
import type { Column } from './columns.js';
import type { Context } from './context.js';
import type { Written } from './dialect.js';
export declare function writeString(predicate: StringPredicate, context: Context, polarity: Polarity): Written;
export declare function writeRegex(predicate: RegexPredicate, context: Context, polarity: Polarity): Written;
/**
 * `*` stands for every column: the event's text contains what one of them contains.
 * https://learn.microsoft.com/en-us/kusto/query/where-operator
 */
export declare function writeKeyword(predicate: KeywordPredicate, context: Context, polarity: Polarity): Written;
/**
 * Operators that ignore case do so for ASCII alone, so both sides are lower-cased.
 * https://learn.microsoft.com/en-us/kusto/query/equals-operator
 */
export declare function writeFieldRef(predicate: FieldRefPredicate, context: Context, polarity: Polarity): Written;
/**
 * Whether ignoring case needs a regular expression: Kusto's operators do it for ASCII alone, its
 * regular expressions for all of Unicode.
 * https://learn.microsoft.com/en-us/kusto/query/equals-operator
 */
export declare function needsRegex(value: string, cased: boolean): boolean;
/** Says what is lost where a column that is no string is compared as text. */
export declare function warnOfText(column: Column, context: Context, polarity: Polarity, span: Span): void;
