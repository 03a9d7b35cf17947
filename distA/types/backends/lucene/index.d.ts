import type { Backend, BackendPlugin } from '../../src/backend/index.js';
/**
 * Elasticsearch's query_string, over keyword fields.
 * https://www.elastic.co/docs/reference/query-languages/query-dsl/query-dsl-query-string-query
 */
export declare const lucene: Backend;
export declare const plugin: BackendPlugin;
export default plugin;
