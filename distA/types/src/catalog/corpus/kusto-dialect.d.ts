import type { Dialect } from './expression.js';
/**
 * https://learn.microsoft.com/en-us/kusto/query/datatypes-string-operators
 * https://learn.microsoft.com/en-us/kusto/query/scalar-functions
 */
export declare const KUSTO: Dialect;
