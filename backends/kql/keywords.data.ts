/**
 * Words that Kusto's parser does not take as a name unless it is quoted, and those that it takes as
 * a literal. The language promises that no keyword will ever begin with a capital letter.
 * https://learn.microsoft.com/en-us/kusto/query/schema-entities/entity-names
 */
export const KEYWORDS: ReadonlySet<string> = new Set(
  (
    'accumulate and anomalychart areachart as asc bagexpansion barchart between bin_legacy bool ' +
    'boolean by byte cachingpolicy callout cancel card char columnchart contains contains_cs ' +
    'containscs cycles dataexport datascope datatable date datetime decimal decodeblocks desc ' +
    'double dynamic earliest encodingpolicy endswith endswith_cs expandoutput ' +
    'extent_tags_retention external_data externaldata filter find first flags float force_remote ' +
    'guid harddelete hardretention has has_all has_any has_cs hasprefix hasprefix_cs hassuffix ' +
    'hassuffix_cs hotcache in int int16 int32 int64 int8 invoke isfuzzy journal kind ladderchart ' +
    'last latest let like likecs linechart long materialize matches mdm missing nooptimization not ' +
    'notcontains notcontainscs notlike notlikecs null of or others pathformat piechart pivotchart ' +
    'print project queries query_results real regex relaxed restricted_view_access ' +
    'row_level_security rowstore rowstore_references rowstore_sealinfo rowstorepolicy rowstores ' +
    'sample scatterchart seal seals search set shards simple softdelete softretention sql ' +
    'stackedareachart startswith startswith_cs statistics storedqueryresultcontainers string ' +
    'tablepurge time timechart timeline timepivot timespan title to toscalar totable treemap ' +
    'typeof uint uint16 uint32 uint64 uint8 ulong union uniqueid unrestrictedviewers uuid verbose ' +
    'viewers views where with_itemindex with_match_id with_source with_step_name withsource ' +
    'writeaheadlog'
  ).split(' '),
);
