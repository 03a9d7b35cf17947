import type { KustoParser } from './kusto-syntax.js';
import type { QueryReader } from './reading.js';
/** Reads Kusto queries: the conditions of their operators, wherever they stand. */
export declare function kustoReader(parser: KustoParser): QueryReader;
