import type { QueryReader } from './reading.js';
/** Reads the query_string language of Elasticsearch. */
export declare const readLucene: QueryReader;
