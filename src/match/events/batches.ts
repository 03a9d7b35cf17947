import { own } from './container.js';
import { isJsonObject } from '../../source/json.js';
import type { JsonObject } from '../../source/json.js';

/**
 * An object is an event, unless it is what a service answers or writes with events in it.
 *
 * A log file of CloudTrail, and what Azure's diagnostic settings export:
 * https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-log-file-examples.html
 * https://learn.microsoft.com/en-us/azure/azure-monitor/essentials/resource-logs-blob-format
 */
export function eventsIn(value: JsonObject): readonly JsonObject[] {
  const keys = Object.keys(value);
  if (keys.length === 1) {
    const list = objects(value[keys[0]!]);
    if (list && (keys[0] === 'Records' || keys[0] === 'records')) return list;
  }
  return answered(value) ?? [value];
}

function answered(value: JsonObject): readonly JsonObject[] | null {
  // https://www.elastic.co/docs/api/doc/elasticsearch/operation/operation-search
  const hits = own(value, 'hits');
  const isAlone = Object.keys(value).length === 1;
  if (isJsonObject(hits) && (isAlone || Object.hasOwn(value, 'took'))) {
    return objects(own(hits, 'hits'));
  }
  // https://learn.microsoft.com/en-us/graph/paging
  if (Object.hasOwn(value, '@odata.context')) return objects(own(value, 'value'));
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
  // https://www.elastic.co/docs/explore-analyze/query-filter/languages/esql-rest
  const found = rowsOf(own(value, 'columns'), own(value, 'values'));
  if (found) return found;
  // https://docs.splunk.com/Documentation/Splunk/latest/RESTUM/RESTusing#Response_formats
  const listed =
    Object.hasOwn(value, 'preview') && rowsOf(own(value, 'fields'), own(value, 'rows'));
  if (listed) return listed;
  // https://learn.microsoft.com/en-us/azure/azure-monitor/logs/api/response-format
  const tables = objects(own(value, 'tables'));
  if (!tables || Object.keys(value).length > 4) return null;
  const rows = tables.map((t) => rowsOf(own(t, 'columns'), own(t, 'rows')));
  return rows.length > 0 && rows.every((r) => r !== null) ? rows.flat() : null;
}

/** Rows of cells under columns, which are named or are names. */
function rowsOf(columns: unknown, rows: unknown): readonly JsonObject[] | null {
  if (!Array.isArray(columns) || !Array.isArray(rows) || !rows.every(Array.isArray)) return null;
  const names = columns.map((c: unknown) => (isJsonObject(c) ? own(c, 'name') : c));
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
