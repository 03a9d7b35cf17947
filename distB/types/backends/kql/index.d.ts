import type { Backend, BackendPlugin } from '../../src/backend/index.js';
export { KQL_TYPES } from './columns.js';
export type { ColumnType, KqlType } from './columns.js';
export { toKqlRegex } from './regex.js';
/**
 * Microsoft's Kusto, as Sentinel, Defender XDR, Azure Monitor and Azure Data Explorer run it.
 * https://learn.microsoft.com/en-us/kusto/query/
 */
export declare const kql: Backend;
export declare const plugin: BackendPlugin;
export default plugin;
