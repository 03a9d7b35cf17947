import type { NumberLiteral } from '../../src/backend/index.js';
/**
 * A string literal whose value is the text: `"…"`, or verbatim `@"…"` where that shows backslashes
 * as they are.
 * https://learn.microsoft.com/en-us/kusto/query/scalar-data-types/string
 */
export declare function stringLiteral(text: string): string;
/**
 * A column or table as a query names it: `Image`, `['field with space']`.
 * https://learn.microsoft.com/en-us/kusto/query/schema-entities/entity-names#reference-identifiers-in-queries
 */
export declare function nameReference(name: string): string;
/**
 * A place in a dynamic column: `userIdentity.sessionContext["a b"]`.
 * https://learn.microsoft.com/en-us/kusto/query/scalar-data-types/dynamic#dynamic-object-accessors
 */
export declare function pathReference(segments: readonly string[]): string;
/** Behind something dynamic, the way to a place in it: `.sessionContext["a b"]`. */
export declare function steps(keys: readonly string[]): string;
/** Whether the number fits a `long`. */
export declare function isLong(number: NumberLiteral): boolean;
/** Whether the number stays what it is as a bare literal: a `long`, or a `real` that keeps it. */
export declare function isPlainNumber(number: NumberLiteral): boolean;
/**
 * https://learn.microsoft.com/en-us/kusto/query/scalar-data-types/long
 * https://learn.microsoft.com/en-us/kusto/query/scalar-data-types/decimal
 */
export declare function numberLiteral(number: NumberLiteral): string;
