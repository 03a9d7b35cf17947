import type { Regex, StringPattern, Translated } from '../../src/backend/index.js';
/**
 * How a pattern meets the case of what is indexed: `classes` writes `[aA]` where the pattern
 * ignores case, for fields as they are; `lowercase` is for fields that are indexed lower-cased.
 */
export type RegexFold = 'classes' | 'lowercase';
/**
 * Lucene's own regular expressions: always for the whole value; no classes by letter, no anchors,
 * no flags, no way to write a control character. `.` is any character at all.
 * https://lucene.apache.org/core/8_7_0/core/org/apache/lucene/util/automaton/RegExp.html
 * https://www.elastic.co/docs/reference/query-languages/query-dsl/regexp-syntax
 */
export declare function toLuceneRegex(regex: Regex, { fold }: {
    fold: RegexFold;
}): Translated;
/**
 * What `toLuceneRegex` makes of a pattern that ignores case, without a tree in between, since most
 * queries are made of these; null where the pattern needs more than classes.
 */
export declare function patternInClasses(pattern: StringPattern): string | null;
