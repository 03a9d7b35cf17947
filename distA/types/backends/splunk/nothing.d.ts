import type { FieldPredicate } from '../../src/backend/index.js';
/**
 * What the Common Information Model puts where an event says nothing.
 * https://help.splunk.com/en/splunk-cloud-platform/common-information-model/6.0/data-models/how-to-use-the-cim-data-model-reference-tables
 */
export declare const NOTHING = "unknown";
/** Whether a predicate may hold of that text. Said too often of regular expressions, never too seldom. */
export declare function mayHoldOfNothing(node: FieldPredicate): boolean;
