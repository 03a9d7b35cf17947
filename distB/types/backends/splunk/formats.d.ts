import type { Format } from '../../src/backend/index.js';
export declare const query: Format;
/**
 * A stanza of `savedsearches.conf`, not scheduled until someone sets `enableSched`. A backslash at
 * the end of a line continues the value on the next.
 * https://help.splunk.com/en/data-management/splunk-enterprise-admin-manual/10.0/10.0.0-configuration-file-reference/savedsearches.conf
 */
export declare const savedSearches: Format;
