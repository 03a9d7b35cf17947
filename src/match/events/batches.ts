import { recordsOfOtlp } from './collectors.js';
import { own } from './container.js';
import { recordsIn } from './records.js';
import { isJsonObject } from '../../source/json.js';
import type { JsonObject } from '../../source/json.js';

/**
 * An object is an event, unless it is what a service answers or writes with events in it.
 *
 * A log file of CloudTrail, what Azure's diagnostic settings export, and pages of services' answers:
 * https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-log-file-examples.html
 * https://learn.microsoft.com/en-us/azure/azure-monitor/essentials/resource-logs-blob-format
 * https://learn.microsoft.com/en-us/rest/api/monitor/activity-logs/list
 * https://kubernetes.io/docs/reference/config-api/apiserver-audit.v1/#audit-k8s-io-v1-EventList
 * https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_FilterLogEvents.html
 * https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/logs/SubscriptionFilters.html
 * https://cloud.google.com/logging/docs/reference/v2/rest/v2/entries/list
 */
export function eventsIn(value: JsonObject): readonly JsonObject[] {
  const found = listed(value);
  // Most events hold no others, and a list of them need not be made anew.
  return found.some((event) => recordsIn(event) !== null)
    ? found.flatMap((event) => recordsIn(event) ?? [event])
    : found;
}

function listed(value: JsonObject): readonly JsonObject[] {
  const keys = Object.keys(value);
  const name = keys.length <= MAX_KEYS ? keys.find((k) => LISTS.has(k)) : undefined;
  if (name !== undefined && keys.every((k) => k === name || PAGING.test(k))) {
    const list = objects(value[name]);
    if (list && list.length > 0) return list;
  }
  return answered(value) ?? [value];
}

/** Keys of an answer; most events have more. */
const MAX_KEYS = 6;
/** What services call the list of what they answer. */
const LISTS: ReadonlySet<string> = new Set(
  'Records records value Events events logEvents entries items logs'.split(' '),
);
/** What they say beside it: how to ask for more, and in Kubernetes and CloudWatch what the list is of. */
const PAGING =
  /^(?:@?odata\.|@odata|next|count$|total$|kind$|apiVersion$|metadata$|searchedLogStreams$|messageType$|owner$|logGroup$|logStream$|subscriptionFilters$)/i;

function answered(value: JsonObject): readonly JsonObject[] | null {
  const found = hitsIn(value) ?? recordsOfOtlp(value) ?? insights(value);
  if (found) return found;
  // https://learn.microsoft.com/en-us/graph/paging
  if (Object.hasOwn(value, '@odata.context') && Object.hasOwn(value, 'value')) {
    return objects(value['value']);
  }
  // https://help.splunk.com/en/splunk-enterprise/rest-api-reference/9.4/search-endpoints/search-endpoint-descriptions
  if (Object.hasOwn(value, 'results') && Object.hasOwn(value, 'preview')) {
    return objects(value['results']);
  }
  // https://learn.microsoft.com/en-us/defender-xdr/api-advanced-hunting
  if (Object.hasOwn(value, 'Results') && Object.hasOwn(value, 'Schema')) {
    return objects(value['Results']);
  }
  // https://learn.microsoft.com/en-us/graph/api/security-security-runhuntingquery
  if (Object.hasOwn(value, 'results') && Object.hasOwn(value, 'schema')) {
    return objects(value['results']);
  }
  if (Object.hasOwn(value, 'preview')) {
    const byColumns = rowsOf(own(value, 'fields'), turned(own(value, 'columns')));
    if (byColumns) return byColumns;
  }
  // https://www.elastic.co/docs/explore-analyze/query-filter/languages/esql-rest
  // https://www.elastic.co/docs/explore-analyze/query-filter/languages/sql-rest-format
  const tabled = rowsOf(own(value, 'columns'), own(value, 'values') ?? own(value, 'rows'));
  if (tabled) return tabled;
  // https://docs.splunk.com/Documentation/Splunk/latest/RESTUM/RESTusing#Response_formats
  const listed =
    Object.hasOwn(value, 'preview') && rowsOf(own(value, 'fields'), own(value, 'rows'));
  if (listed) return listed;
  // The other tables are about the first.
  // https://learn.microsoft.com/en-us/kusto/api/rest/response-http-v1
  const [primary] = objects(own(value, 'Tables')) ?? [];
  if (primary) return rowsOf(own(primary, 'Columns'), own(primary, 'Rows'));
  // https://learn.microsoft.com/en-us/azure/azure-monitor/logs/api/response-format
  const tables = objects(own(value, 'tables'));
  if (!tables || Object.keys(value).length > 4) return null;
  const rows = tables.map((t) => rowsOf(own(t, 'columns'), own(t, 'rows')));
  return rows.length > 0 && rows.every((r) => r !== null) ? rows.flat() : null;
}

/**
 * What searches of Elasticsearch found: at once, later, several of them, and those of EQL.
 *
 * https://www.elastic.co/docs/api/doc/elasticsearch/operation/operation-search
 * https://www.elastic.co/docs/api/doc/elasticsearch/operation/operation-async-search-get
 * https://www.elastic.co/docs/api/doc/elasticsearch/operation/operation-msearch
 * https://www.elastic.co/docs/api/doc/elasticsearch/operation/operation-eql-search
 */
function hitsIn(value: JsonObject): readonly JsonObject[] | null {
  const later = own(value, 'response');
  if (isJsonObject(later) && Object.hasOwn(value, 'is_running')) return hitsOfOne(later);
  const several = objects(own(value, 'responses'))?.map(hitsOfOne) ?? [];
  if (several.length > 0 && several.every((found) => found !== null)) return several.flat();
  return hitsOfOne(value);
}

function hitsOfOne(value: JsonObject): readonly JsonObject[] | null {
  const hits = own(value, 'hits');
  const isAlone = Object.keys(value).length === 1;
  if (!isJsonObject(hits) || !(isAlone || Object.hasOwn(value, 'took'))) return null;
  const sequences = objects(own(hits, 'sequences'));
  if (sequences) return sequences.flatMap((s) => objects(own(s, 'events')) ?? []);
  return objects(own(hits, 'hits')) ?? objects(own(hits, 'events'));
}

/** https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_GetQueryResults.html */
function insights(value: JsonObject): readonly JsonObject[] | null {
  const results = own(value, 'results');
  if (!Object.hasOwn(value, 'statistics') || !Array.isArray(results)) return null;
  if (!results.every((row) => objects(row))) return null;
  return (results as readonly (readonly JsonObject[])[]).map((row) =>
    Object.fromEntries(row.map((cell) => [String(own(cell, 'field')), own(cell, 'value')])),
  );
}

/** Rows of what is listed by columns. */
function turned(columns: unknown): unknown {
  if (!Array.isArray(columns) || !columns.every(Array.isArray)) return null;
  const [first = []] = columns as readonly (readonly unknown[])[];
  return first.map((_, row) => columns.map((cells) => (cells as readonly unknown[])[row]));
}

/** Rows of cells under columns, which are named or are names. */
function rowsOf(columns: unknown, rows: unknown): readonly JsonObject[] | null {
  if (!Array.isArray(columns) || !Array.isArray(rows) || !rows.every(Array.isArray)) return null;
  const names = columns.map((c: unknown) =>
    isJsonObject(c) ? (own(c, 'name') ?? own(c, 'ColumnName')) : c,
  );
  if (!names.every((n) => typeof n === 'string')) return null;
  return (rows as readonly (readonly unknown[])[]).map((cells) => {
    const fields = names.map((name, i) => [name, cells[i]] as const);
    return Object.fromEntries(fields.filter(([, cell]) => cell !== null && cell !== ''));
  });
}

function objects(value: unknown): readonly JsonObject[] | null {
  return Array.isArray(value) && value.every(isJsonObject)
    ? (value as readonly JsonObject[])
    : null;
}
