import type { Emitted } from '../../src/backend/index.js';
/**
 * Names of indexes: lower-case letters, digits, dashes and underscores.
 * https://help.splunk.com/en/splunk-enterprise/administer/manage-indexers-and-indexer-clusters/9.4/manage-indexes/create-custom-indexes
 */
export declare function checkIndexes(value: string): string | null;
export declare function indexTerm(value: string): Emitted;
