import {
  ofGraylog,
  ofOldWinlogbeat,
  ofOpenTelemetry,
  ofOsquery,
  ofPromtail,
} from './collectors.js';
import { own, plain } from './container.js';
import { COMMON_SCHEMA, WINLOG } from './elastic-document.js';
import { firstOf } from './form.js';
import type { Form } from './form.js';
import { MICROSOFT } from './microsoft-row.js';
import { ofFluentBit, ofFluentd, ofWazuh, xmlOfFluentBit } from './shippers.js';
import { SPLUNK } from './splunk-event.js';
import { ofOneMap, TOOLS } from './tools.js';
import { VENDORS } from './vendors.js';
import { viewOfParts } from './view.js';
import type { EventParts, EventView, Shape } from './view.js';
import { windowsView } from './windows-event.js';
import { WRAPPINGS } from './wrapped.js';
import { isJsonObject } from '../../source/json.js';
import type { JsonObject } from '../../source/json.js';

/** An event as it is looked into, or what carries another. */
type Found = EventView | { readonly carried: JsonObject };

const MAX_WRAPPINGS = 4;

/** Events of the event log, with their parts as it has them. */
const EVENT_LOG: readonly Form<EventView>[] = [
  {
    marks: ['Event'],
    read: ({ Event: event }, whole) => (isJsonObject(event) ? windowsEvent(event, whole) : null),
  },
  {
    marks: ['System'],
    read(json, whole) {
      const hasData = Object.hasOwn(json, 'EventData') || Object.hasOwn(json, 'UserData');
      return hasData && isJsonObject(own(json, 'System')) ? windowsEvent(json, whole) : null;
    },
  },
];

/** What sends events on with names of its own. */
const SHIPPERS: readonly Form<EventView>[] = [
  shipper('Wazuh', ['data', 'win'], ofWazuh),
  shipper('Winlogbeat 6', ['log_name'], ofOldWinlogbeat),
  shipper('Graylog', ['winlogbeat_winlog_channel', 'winlogbeat_log_name'], ofGraylog),
  shipper('OpenTelemetry', ['channel'], ofOpenTelemetry),
  shipper('Promtail', ['channel'], ofPromtail),
  shipper('osquery', ['provider_name'], ofOsquery),
  {
    marks: ['System'],
    read(json, whole) {
      const event = xmlOfFluentBit(json);
      return event && windowsEvent(event, whole);
    },
  },
  shipper('Fluent Bit', ['StringInserts'], ofFluentBit),
  shipper('fluentd', ['EventData'], ofFluentd),
];

function shipper(
  shape: Shape,
  marks: readonly string[],
  partsOf: (json: JsonObject) => EventParts | null,
): Form<EventView> {
  return {
    marks,
    read(json, whole) {
      const parts = partsOf(json);
      return parts && viewOfParts(shape, parts, json, whole);
    },
  };
}

/** The first that an event is of is right. */
const ALONE: readonly Form<EventView>[] = [
  WINLOG,
  SPLUNK,
  ...SHIPPERS,
  COMMON_SCHEMA,
  MICROSOFT,
  ...VENDORS.map(ofVendor),
  ...TOOLS,
];

function ofVendor({ marks, read }: (typeof VENDORS)[number]): Form<EventView> {
  return {
    marks,
    read(json, whole) {
      const event = read(json, whole);
      return event && { ...ofOneMap(event.shape, event.fields, json, whole), windows: null };
    },
  };
}

const found = firstOf<Found>([...EVENT_LOG, ...WRAPPINGS.map(carrier), ...ALONE]);
const foundWithin = firstOf<EventView>([...EVENT_LOG, ...ALONE]);

function carrier({ marks, read }: Form<JsonObject>): Form<Found> {
  return {
    marks,
    read(json, whole) {
      const carried = read(json, whole);
      return carried && { carried };
    },
  };
}

/** Finds the form of an event. Never throws, whatever it holds. */
export function viewOf(json: JsonObject): EventView {
  return read(json, json, 0);
}

/** An event whose fields have the names that are asked for: nothing but the event log's form is read. */
export function asGiven(json: JsonObject): EventView {
  const event = own(json, 'Event');
  return isJsonObject(event) ? windowsEvent(event, json) : fields(json, json);
}

function read(json: JsonObject, whole: JsonObject, depth: number): EventView {
  const form = (depth < MAX_WRAPPINGS ? found : foundWithin)(json, whole);
  if (!form) return fields(json, whole);
  return 'carried' in form ? read(form.carried, whole, depth + 1) : form;
}

function windowsEvent(event: JsonObject, whole: JsonObject): EventView {
  const { containers, origin } = windowsView(event);
  return {
    shape: 'Windows event log',
    containers: [...containers, plain(whole)],
    roots: [whole],
    windows: origin,
    store: null,
    record: whole,
  };
}

/** The names of what shippers leave apart from `System`. */
const DATA_NAME = /^(?:Event\.)?(?:EventData|UserData)\.(.+)$/s;

/** Null, without a copy of the event, where no name begins so. */
function dataNamed(json: JsonObject): JsonObject | null {
  const named: [string, JsonObject[string]][] = [];
  for (const key of Object.keys(json)) {
    const name = key.includes('Data.') ? DATA_NAME.exec(key)?.[1] : undefined;
    if (name !== undefined) named.push([name, json[key]]);
  }
  return named.length === 0 ? null : Object.fromEntries(named);
}

/** Fields side by side, as shippers write them, with or without those of `System`. */
function fields(json: JsonObject, whole: JsonObject): EventView {
  const channel = own(json, 'Channel');
  const provider = own(json, 'Provider_Name') ?? own(json, 'SourceName') ?? own(json, 'Provider');
  const isWindows = typeof channel === 'string' || typeof provider === 'string';
  // NXLog calls the computer so: https://docs.nxlog.co/refman/current/im/msvistalog.html
  const host = isWindows ? own(json, 'Hostname') : undefined;
  const data = isWindows ? dataNamed(json) : null;
  const eventId = own(json, 'EventID') ?? own(json, 'EventCode');
  return {
    shape: 'fields',
    containers: [
      ...(data ? [plain(data)] : []),
      plain(json),
      ...(host === undefined ? [] : [plain({ Computer: host })]),
      ...(json === whole ? [] : [plain(whole)]),
    ],
    roots: [whole],
    windows: isWindows ? { channel, provider, eventId } : null,
    store: null,
    record: json,
  };
}
