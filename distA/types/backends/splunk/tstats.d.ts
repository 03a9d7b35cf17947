import type { Doc, EmitRequest, Report } from '../../src/backend/index.js';
/**
 * Counts what fits in a data model, by the fields that the rule asks for and those that a pipeline
 * adds. `where` within `tstats` takes what `search` takes, without functions; the rest goes to a
 * `where` after it, over the fields that are counted by. Rows in which one of those is missing
 * would be lost, so they get a value. Summaries are not all there is: events that are not in them
 * yet are searched too.
 * https://help.splunk.com/en/splunk-enterprise/search/spl-search-reference/9.4/search-commands/tstats
 */
export declare function emitTstats(model: string, { expression, options, state }: EmitRequest, report: Report): Doc;
