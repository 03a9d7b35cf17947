import type { QueryReader } from './reading.js';
/** Reads the filters of a search in Splunk's language. */
export declare const readSpl: QueryReader;
