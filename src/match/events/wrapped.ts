import { ofGelf, withBody } from './collectors.js';
import { jsonIn, own } from './container.js';
import type { Form } from './form.js';
import { ofDeviceTimeline } from './device-timeline.js';
import { capitalized } from './shippers.js';
import { EVENT_START, eventOfXml } from './windows-event.js';
import { isJsonObject } from '../../source/json.js';
import type { JsonObject } from '../../source/json.js';

/** What a line of CloudWatch Logs has beside its time and text. */
const LOGGED = ['ingestionTime', 'eventId', 'id'];

const STREAMED = 'AdvancedHunting-';

/** What other objects carry an event in, and which event. */
export const WRAPPINGS: readonly Form<JsonObject>[] = [
  {
    // A hit of Elasticsearch, or the fields that were asked of it.
    marks: ['_source', '_index'],
    read(json) {
      const source = own(json, '_source') ?? (Object.hasOwn(json, '_index') && own(json, 'fields'));
      return isJsonObject(source) ? source : null;
    },
  },
  {
    // A line of what Splunk's search exports, or of its HTTP event collector, or what an alert sends to a webhook.
    // https://docs.splunk.com/Documentation/Splunk/latest/RESTREF/RESTsearch
    // https://docs.splunk.com/Documentation/Splunk/latest/Alert/Webhooks
    marks: ['result'],
    read(json) {
      const { result } = json;
      const isExport = ['preview', 'offset', 'lastrow', 'search_name'].some((k) =>
        Object.hasOwn(json, k),
      );
      return isJsonObject(result) && isExport ? result : null;
    },
  },
  {
    marks: ['sourcetype'],
    read(json) {
      const { event: sent, sourcetype } = json;
      const event = typeof sent === 'string' ? { _raw: sent } : sent;
      return isJsonObject(event) ? { ...event, sourcetype, source: own(json, 'source') } : null;
    },
  },
  {
    // A hit of Chainsaw.
    marks: ['document'],
    read: (json) => objectAt(json['document'], 'data'),
  },
  {
    marks: ['Events'],
    read({ Events: events }) {
      return isJsonObject(events) && isJsonObject(own(events, 'Event')) ? events : null;
    },
  },
  {
    // What Defender streams to storage.
    // https://learn.microsoft.com/en-us/defender-xdr/streaming-api-event-hub
    marks: ['properties'],
    read(json) {
      const category = own(json, 'category');
      const { properties } = json;
      if (typeof category !== 'string' || !category.startsWith(STREAMED)) return null;
      return isJsonObject(properties)
        ? { ...properties, Type: category.slice(STREAMED.length) }
        : null;
    },
  },
  { marks: ['Action Type'], read: ofDeviceTimeline },
  {
    // A row of what Purview exports of its audit log, or of Search-UnifiedAuditLog.
    // https://learn.microsoft.com/en-us/purview/audit-log-export-records
    marks: ['AuditData'],
    read(json) {
      const { AuditData: audited } = json;
      if (isJsonObject(audited)) return audited;
      return Object.hasOwn(json, 'CreationDate') ? carriedIn(audited) : null;
    },
  },
  { marks: ['short_message'], read: ofGelf },
  {
    // https://opentelemetry.io/docs/specs/otel/logs/data-model/
    marks: ['Body'],
    read(json) {
      const attributes = own(json, 'Attributes') ?? own(json, 'LogAttributes');
      if (!isJsonObject(attributes)) return null;
      return withBody({ Timestamp: own(json, 'Timestamp'), ...attributes }, json['Body']);
    },
  },
  {
    // https://github.com/omerbenamram/pyevtx-rs
    marks: ['event_record_id'],
    read(json) {
      const data = own(json, 'data');
      return typeof data === 'string' && data.startsWith('<') ? eventIn(data) : carriedIn(data);
    },
  },
  {
    // https://plaso.readthedocs.io/en/latest/sources/user/Output-and-formatting.html
    marks: ['xml_string'],
    read: ({ xml_string: xml }) => (typeof xml === 'string' ? eventIn(xml) : null),
  },
  {
    // What Sysmon for Linux logs, as collectors of syslog and of the journal have it.
    // https://github.com/microsoft/SysmonForLinux
    marks: ['message', 'MESSAGE'],
    read(json) {
      const text = own(json, 'message') ?? own(json, 'MESSAGE');
      return typeof text === 'string' && EVENT_START.test(text) ? eventIn(text) : null;
    },
  },
  {
    // A line of Loki, as logcli and Grafana export it.
    // https://grafana.com/docs/loki/latest/query/logcli/
    marks: ['line'],
    read(json) {
      const isOfLoki = ['labels', 'fields'].some((key) => isJsonObject(own(json, key)));
      const { line } = json;
      if (!isOfLoki || typeof line !== 'string') return null;
      const carried = EVENT_START.test(line) ? eventIn(line) : jsonIn(line);
      return carried && { timestamp: own(json, 'timestamp'), ...carried };
    },
  },
  {
    // https://osquery.readthedocs.io/en/stable/deployment/logging/
    marks: ['columns'],
    read: (json) => (Object.hasOwn(json, 'hostIdentifier') ? objectAt(json, 'columns') : null),
  },
  {
    // An audit record of Entra as Microsoft Graph has it, which is a row of a table in Sentinel.
    // https://learn.microsoft.com/en-us/graph/api/resources/directoryaudit
    // https://learn.microsoft.com/en-us/azure/azure-monitor/reference/tables/auditlogs
    marks: ['activityDateTime'],
    read(json) {
      const { activityDisplayName: name, operationType, activityDateTime: time } = json;
      if (name === undefined || !Object.hasOwn(json, 'targetResources')) return null;
      const named = { OperationName: name, AADOperationType: operationType, TimeGenerated: time };
      return { Type: 'AuditLogs', ...capitalized(json), ...named };
    },
  },
  {
    // https://docs.docker.com/engine/logging/drivers/json-file/
    marks: ['stream'],
    read: (json) => carriedIn(own(json, 'log')),
  },
  {
    // https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_Event.html
    marks: ['CloudTrailEvent'],
    read: (json) => carriedIn(json['CloudTrailEvent']),
  },
  {
    // https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-events-structure.html
    marks: ['detail-type'],
    read: (json) => objectAt(json, 'detail'),
  },
  {
    // https://docs.aws.amazon.com/awscloudtrail/latest/userguide/query-supported-event-schemas.html
    marks: ['eventData'],
    read({ eventData: kept }) {
      return isJsonObject(kept) && Object.hasOwn(kept, 'eventSource') ? kept : null;
    },
  },
  {
    // https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_AnalyzeLogData-discoverable-fields.html
    marks: ['@message'],
    read: (json) => (Object.hasOwn(json, '@timestamp') ? carriedIn(json['@message']) : null),
  },
  {
    // https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_FilteredLogEvent.html
    marks: LOGGED,
    read: (json) =>
      typeof own(json, 'timestamp') === 'number' ? carriedIn(own(json, 'message')) : null,
  },
];

function objectAt(holder: unknown, name: string): JsonObject | null {
  const held = isJsonObject(holder) ? own(holder, name) : undefined;
  return isJsonObject(held) ? held : null;
}

function carriedIn(text: unknown): JsonObject | null {
  return typeof text === 'string' ? jsonIn(text) : null;
}

function eventIn(xml: string): JsonObject | null {
  const event = eventOfXml(xml);
  return event && { Event: event };
}
