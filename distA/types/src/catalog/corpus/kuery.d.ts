import type { QueryReader } from './reading.js';
/** Reads Kibana's query language. */
export declare const readKuery: QueryReader;
