import { jsonIn, own, plain, present } from './container.js';
import type { EventParts } from './view.js';
import { EVENT_START, eventOfXml, windowsView } from './windows-event.js';
import { isJsonObject } from '../../source/json.js';
import type { JsonObject } from '../../source/json.js';

/**
 * An event of Winlogbeat before version 7, which had no common schema yet.
 * https://www.elastic.co/guide/en/beats/winlogbeat/6.3/exported-fields-eventlog.html
 */
export function ofOldWinlogbeat(json: JsonObject): EventParts | null {
  const { log_name: channel, event_id: id, source_name: provider, computer_name: computer } = json;
  if (typeof channel !== 'string' || id === undefined) return null;
  const system = { Channel: channel, EventID: id, Provider_Name: provider, Computer: computer };
  return { system: present(system), data: dataIn(json, 'event_data', 'user_data') };
}

/**
 * What OpenTelemetry's receiver makes of an event of the event log.
 * https://github.com/open-telemetry/opentelemetry-collector-contrib/tree/main/receiver/windowseventlogreceiver
 */
export function ofOpenTelemetry(json: JsonObject): EventParts | null {
  const { channel, event_id: id, provider, computer, record_id: record } = json;
  if (typeof channel !== 'string' || !isJsonObject(id)) return null;
  const from = isJsonObject(provider) ? provider : {};
  const system = {
    Channel: channel,
    EventID: own(id, 'id'),
    Provider_Name: own(from, 'name'),
    Provider_Guid: own(from, 'guid'),
    Computer: computer,
    EventRecordID: record,
    SystemTime: own(json, 'system_time'),
  };
  return { system: present(system), data: dataIn(json, 'event_data', 'details') };
}

/**
 * What Promtail and Alloy make of an event of the event log for Loki: its data is the XML within the element.
 * https://grafana.com/docs/alloy/latest/reference/components/loki/loki.source.windowsevent/
 */
export function ofPromtail(json: JsonObject): EventParts | null {
  const { channel, event_id: id, source, computer, eventRecordID: record, timeCreated } = json;
  if (typeof channel !== 'string' || typeof id !== 'number') return null;
  const parts = ['event_data', 'user_data'].map((name) => own(json, name) ?? '');
  if (!parts.every((part) => typeof part === 'string')) return null;
  const system = {
    Channel: channel,
    EventID: id,
    Provider_Name: source,
    Computer: computer,
    EventRecordID: record,
    SystemTime: timeCreated,
  };
  const [data, user] = parts;
  const event = eventOfXml(
    `<Event><EventData>${data}</EventData><UserData>${user}</UserData></Event>`,
  );
  return { system: present(system), data: event ? windowsView(event).containers : [] };
}

/**
 * A row of what osquery has of the event log; its data is JSON.
 * https://osquery.io/schema/current/#windows_events
 */
export function ofOsquery(json: JsonObject): EventParts | null {
  const { source: channel, eventid: id, provider_name: provider, computer_name: computer } = json;
  const { data: text, datetime } = json;
  if (typeof channel !== 'string' || id === undefined || typeof text !== 'string') return null;
  const system = {
    Channel: channel,
    EventID: id,
    Provider_Name: provider,
    Computer: computer,
    SystemTime: datetime,
  };
  const data = jsonIn(text);
  return { system: present(system), data: data ? windowsView(data).containers : [] };
}

/**
 * What Winlogbeat sends to Graylog, which joins names by `_` and puts that of the Beat before them; data is
 * below `winlog` since version 7 of Winlogbeat.
 * https://go2docs.graylog.org/current/getting_in_log_data/beats_kafka_inputs.html
 */
export function ofGraylog(json: JsonObject): EventParts | null {
  const channel = own(json, 'winlogbeat_winlog_channel') ?? own(json, 'winlogbeat_log_name');
  if (channel === undefined) return null;
  const at = (...names: readonly string[]): unknown =>
    names.map((name) => own(json, `winlogbeat_${name}`)).find((value) => value !== undefined);
  const system = {
    Channel: channel,
    EventID: at('winlog_event_id', 'event_code', 'event_id'),
    Provider_Name: at('winlog_provider_name', 'event_provider', 'source_name'),
    Computer: at('winlog_computer_name', 'computer_name'),
    EventRecordID: at('winlog_record_id', 'record_number'),
    Task: at('winlog_task', 'task'),
  };
  const named = Object.entries(json).flatMap(([name, value]) => {
    const key = GRAYLOG_DATA.exec(name)?.[1];
    return key === undefined ? [] : [[key, value] as const];
  });
  return { system: present(system), data: [plain(Object.fromEntries(named))] };
}

const GRAYLOG_DATA = /^winlogbeat_(?:winlog_)?(?:event|user)_data_(.+)$/;

function dataIn(json: JsonObject, ...names: readonly string[]): EventParts['data'] {
  return names.flatMap((name) => {
    const data = own(json, name);
    if (!isJsonObject(data)) return [];
    // A map of its own for each, so that they keep their order.
    const list = own(data, 'data');
    const each = Array.isArray(list) ? list.filter(isJsonObject) : [];
    return [...each, data].map(plain);
  });
}

/**
 * The records of logs as OpenTelemetry's protocol has them in JSON; null if these are none.
 * https://opentelemetry.io/docs/specs/otlp/#json-protobuf-encoding
 */
export function recordsOfOtlp(json: JsonObject): readonly JsonObject[] | null {
  const resources = objectsAt(json, 'resourceLogs');
  if (!resources) return null;
  return resources.flatMap((resource) => {
    const common = attributesOf(own(resource, 'resource'));
    const scopes =
      objectsAt(resource, 'scopeLogs') ?? objectsAt(resource, 'instrumentationLibraryLogs');
    return (scopes ?? []).flatMap((scope) =>
      (objectsAt(scope, 'logRecords') ?? []).map((record) => {
        const of = { ...common, ...attributesOf(record) };
        const { timeUnixNano, observedTimeUnixNano } = record;
        const time =
          timeUnixNano === undefined || timeUnixNano === '0' ? observedTimeUnixNano : timeUnixNano;
        return withBody({ ...of, timeUnixNano: time }, valueOf(own(record, 'body'), 0));
      }),
    );
  });
}

/** What a record of a log carries, beside what is said of it. */
export function withBody(of: JsonObject, body: unknown): JsonObject {
  if (isJsonObject(body)) return { ...of, ...body };
  if (typeof body !== 'string') return of;
  const carried = jsonIn(body);
  if (carried) return { ...of, ...carried };
  const event = EVENT_START.test(body) ? eventOfXml(body) : null;
  return event ? { ...of, Event: event } : { ...of, message: body };
}

function attributesOf(holder: unknown): JsonObject {
  const list = isJsonObject(holder) ? own(holder, 'attributes') : undefined;
  return isJsonObject(list) ? list : mapOf(list, 0);
}

function mapOf(list: unknown, depth: number): JsonObject {
  const pairs = Array.isArray(list) ? list.filter(isJsonObject) : [];
  return Object.fromEntries(
    pairs.flatMap((pair) => {
      const key = own(pair, 'key');
      return typeof key === 'string' ? [[key, valueOf(own(pair, 'value'), depth)]] : [];
    }),
  );
}

/** Deeper values are left as they are. */
const MAX_DEPTH = 32;

function valueOf(value: unknown, depth: number): unknown {
  if (!isJsonObject(value) || depth > MAX_DEPTH) return value;
  const map = own(value, 'kvlistValue');
  if (isJsonObject(map)) return mapOf(own(map, 'values'), depth + 1);
  const list = own(value, 'arrayValue');
  if (isJsonObject(list)) {
    const values = own(list, 'values');
    return Array.isArray(values) ? values.map((v) => valueOf(v, depth + 1)) : [];
  }
  const [only] = Object.entries(value);
  return only && /^(?:string|int|double|bool|bytes)Value$/.test(only[0]) ? only[1] : value;
}

function objectsAt(json: JsonObject, name: string): readonly JsonObject[] | null {
  const list = own(json, name);
  return Array.isArray(list) ? list.filter(isJsonObject) : null;
}

/**
 * A message in Graylog's format, whose further fields begin with `_`; null if it is none.
 * https://go2docs.graylog.org/current/getting_in_log_data/gelf.html
 */
export function ofGelf(json: JsonObject): JsonObject | null {
  const { version, short_message: short, full_message: full, host } = json;
  if (version !== '1.1' && version !== '1.0') return null;
  if (typeof short !== 'string' || typeof host !== 'string') return null;
  const further = Object.entries(json).filter(([name]) => name.startsWith('_'));
  const fields = further.map(([name, value]) => [name.slice(1), value] as const);
  const timestamp = own(json, 'timestamp');
  return present({ host, timestamp, message: full ?? short, ...Object.fromEntries(fields) });
}
