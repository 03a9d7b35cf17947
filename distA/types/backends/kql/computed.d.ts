/** A column that the query makes out of another. */
export interface ComputedColumn {
    readonly as: string;
    readonly of: string;
    readonly key: string;
    /** What stands before each value, and is no part of it. */
    readonly without?: string;
    /** What stands there for nothing. */
    readonly empty?: string;
    /** The column, as text, that holds the value in some events, and goes before what is read. */
    readonly first?: string;
}
/** The expression that reads a column; null where there is no such reading, or not of this key. */
export declare function readingOf(column: ComputedColumn): string | null;
type Reading = (column: ComputedColumn) => string | null;
/**
 * How a value is read out of another column; null where the key cannot be looked for. Every reading
 * gives a string, the empty one where there is nothing. XML is cut out by a regular expression, so
 * that one broken element loses nothing else, and read as XML, so that its entities are resolved.
 * https://learn.microsoft.com/en-us/kusto/query/parse-xml-function
 * https://learn.microsoft.com/en-us/kusto/query/extract-function
 * https://learn.microsoft.com/en-us/kusto/query/parse-json-function
 */
export declare const READINGS: Readonly<Record<string, Reading>>;
export {};
