import type { Backend, BackendPlugin } from '../../src/backend/index.js';
/** Splunk's Search Processing Language. */
export declare const splunk: Backend;
export declare const plugin: BackendPlugin;
export default plugin;
