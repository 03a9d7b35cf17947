import { ofGelf, withBody } from './collectors.js';
import { jsonIn, own } from './container.js';
import { eventOfXml } from './windows-event.js';
import { isJsonObject } from '../../source/json.js';
import type { JsonObject } from '../../source/json.js';

/** The event that another object only carries; null if it is one itself. */
export function wrapped(json: JsonObject): JsonObject | null {
  // A hit of Elasticsearch, or the fields that were asked of it.
  const source = own(json, '_source') ?? (Object.hasOwn(json, '_index') && own(json, 'fields'));
  if (isJsonObject(source)) return source;
  // A line of what Splunk's search exports, or of its HTTP event collector, or what an alert sends to a webhook.
  // https://docs.splunk.com/Documentation/Splunk/latest/RESTREF/RESTsearch
  // https://docs.splunk.com/Documentation/Splunk/latest/Alert/Webhooks
  const result = own(json, 'result');
  if (
    isJsonObject(result) &&
    ['preview', 'offset', 'lastrow', 'search_name'].some((k) => Object.hasOwn(json, k))
  ) {
    return result;
  }
  const sent = own(json, 'event');
  if (isJsonObject(sent) && Object.hasOwn(json, 'sourcetype')) {
    return { ...sent, sourcetype: json['sourcetype'], source: own(json, 'source') };
  }
  // A hit of Chainsaw.
  const document = own(json, 'document');
  const data = isJsonObject(document) ? own(document, 'data') : undefined;
  if (isJsonObject(data)) return data;
  const events = own(json, 'Events');
  if (isJsonObject(events) && isJsonObject(own(events, 'Event'))) return events;
  // What Defender streams to storage.
  // https://learn.microsoft.com/en-us/defender-xdr/streaming-api-event-hub
  const category = own(json, 'category');
  const properties = own(json, 'properties');
  if (typeof category === 'string' && category.startsWith(STREAMED) && isJsonObject(properties)) {
    return { ...properties, Type: category.slice(STREAMED.length) };
  }
  // A row of what Purview exports of its audit log, or of Search-UnifiedAuditLog.
  // https://learn.microsoft.com/en-us/purview/audit-log-export-records
  const audited = own(json, 'AuditData');
  if (isJsonObject(audited)) return audited;
  if (typeof audited === 'string' && Object.hasOwn(json, 'CreationDate')) return jsonIn(audited);
  return ofGelf(json) ?? inRecord(json) ?? inAmazon(json);
}

/** A record of a log, or of a parser of event logs, that has the event in one of its fields. */
function inRecord(json: JsonObject): JsonObject | null {
  // https://opentelemetry.io/docs/specs/otel/logs/data-model/
  const body = own(json, 'Body');
  const attributes = own(json, 'Attributes') ?? own(json, 'LogAttributes');
  if (body !== undefined && isJsonObject(attributes)) {
    return withBody({ Timestamp: own(json, 'Timestamp'), ...attributes }, body);
  }
  // https://github.com/omerbenamram/pyevtx-rs
  const data = own(json, 'data');
  if (typeof data === 'string' && Object.hasOwn(json, 'event_record_id')) {
    return data.startsWith('<') ? eventIn(data) : jsonIn(data);
  }
  // https://plaso.readthedocs.io/en/latest/sources/user/Output-and-formatting.html
  const xml = own(json, 'xml_string');
  if (typeof xml === 'string') return eventIn(xml);
  // https://docs.docker.com/engine/logging/drivers/json-file/
  const log = own(json, 'log');
  if (typeof log === 'string' && Object.hasOwn(json, 'stream')) return jsonIn(log);
  return null;
}

function eventIn(xml: string): JsonObject | null {
  const event = eventOfXml(xml);
  return event && { Event: event };
}

/**
 * What the services of AWS deliver an event in.
 *
 * https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_Event.html
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-events-structure.html
 * https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_FilteredLogEvent.html
 */
function inAmazon(json: JsonObject): JsonObject | null {
  const trail = own(json, 'CloudTrailEvent');
  if (typeof trail === 'string') return jsonIn(trail);
  const detail = own(json, 'detail');
  if (isJsonObject(detail) && Object.hasOwn(json, 'detail-type')) return detail;
  // https://docs.aws.amazon.com/awscloudtrail/latest/userguide/query-supported-event-schemas.html
  const kept = own(json, 'eventData');
  if (isJsonObject(kept) && Object.hasOwn(kept, 'eventSource')) return kept;
  const found = own(json, '@message');
  if (typeof found === 'string' && Object.hasOwn(json, '@timestamp')) return jsonIn(found);
  const message = own(json, 'message');
  const isLogged =
    typeof own(json, 'timestamp') === 'number' && LOGGED.some((k) => Object.hasOwn(json, k));
  return typeof message === 'string' && isLogged ? jsonIn(message) : null;
}

/** What a line of CloudWatch Logs has beside its time and text. */
const LOGGED = ['ingestionTime', 'eventId', 'id'];

const STREAMED = 'AdvancedHunting-';
