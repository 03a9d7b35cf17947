import type { QueryReader } from './reading.js';
/** Reads Elastic's Event Query Language: events, sequences and samples. */
export declare const readEql: QueryReader;
