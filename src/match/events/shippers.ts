import { own, plain, present } from './container.js';
import type { Container } from './container.js';
import { eventOfXml } from './windows-event.js';
import { isJsonObject } from '../../source/json.js';
import type { JsonObject } from '../../source/json.js';

/** The parts of an event of Windows that a shipper has under other names. */
export interface ShippedParts {
  readonly system: JsonObject;
  readonly data: readonly Container[];
}

/**
 * An alert or an archived event of Wazuh: it writes names with a small first letter, and since it takes
 * values out of JSON as they are written there, with the escapes of that JSON.
 * https://github.com/wazuh/wazuh/blob/main/src/analysisd/decoders/winevtchannel.c
 */
export function ofWazuh(json: JsonObject): ShippedParts | null {
  const data = own(json, 'data');
  const win = (isJsonObject(data) ? own(data, 'win') : undefined) ?? own(json, 'win');
  const system = isJsonObject(win) ? own(win, 'system') : undefined;
  if (!isJsonObject(win) || !isJsonObject(system)) return null;
  const found = own(win, 'eventdata');
  const values = isJsonObject(found) ? unescaped(found) : {};
  const { providerName, ...named } = system;
  const parts = present({ ...capitalized(named), Provider_Name: providerName });
  return { system: parts, data: [plain(capitalized(values)), plain(values)] };
}

export function capitalized(fields: JsonObject): JsonObject {
  const named = Object.entries(fields).map(([name, value]) => [
    name.charAt(0).toUpperCase() + name.slice(1),
    value,
  ]);
  return Object.fromEntries(named) as JsonObject;
}

/** Strings in which every backslash begins an escape of JSON's. */
const ESCAPED = /^(?:[^\\]|\\["\\/])*$/;

function unescaped(fields: JsonObject): JsonObject {
  const read = Object.entries(fields).map(([name, value]) => [
    name,
    typeof value === 'string' && ESCAPED.test(value) ? value.replace(/\\(["\\/])/g, '$1') : value,
  ]);
  return Object.fromEntries(read) as JsonObject;
}

/**
 * An event that Fluent Bit reads from the event log: the data has no names, or the event is XML.
 * https://docs.fluentbit.io/manual/data-pipeline/inputs/windows-event-log-winevtlog
 */
export function ofFluentBit(json: JsonObject): JsonObject | null {
  if (!Array.isArray(own(json, 'StringInserts')) || !Object.hasOwn(json, 'Channel')) return null;
  return systemOf(json);
}

/**
 * An event that fluentd reads from the event log: the data has no names.
 * https://github.com/fluent/fluent-plugin-windows-eventlog
 */
export function ofFluentd(json: JsonObject): JsonObject | null {
  const { Channel, ProviderName, EventData } = json;
  if (!Array.isArray(EventData) || Channel === undefined || ProviderName === undefined) return null;
  return systemOf(json);
}

function systemOf({ Channel, EventID, Computer, ProviderName }: JsonObject): JsonObject {
  return present({ Channel, EventID, Computer, Provider_Name: ProviderName });
}

/** The event that Fluent Bit writes as XML into the field `System`. */
export function xmlOfFluentBit(json: JsonObject): JsonObject | null {
  const xml = own(json, 'System');
  return typeof xml === 'string' && xml.startsWith('<Event') ? eventOfXml(xml) : null;
}

/**
 * A sign-in as Microsoft Graph has it, by the names of Sentinel's table.
 *
 * https://learn.microsoft.com/en-us/graph/api/resources/signin
 * https://learn.microsoft.com/en-us/azure/azure-monitor/reference/tables/signinlogs
 */
export function ofGraphSignIn(json: JsonObject): JsonObject | null {
  const status = own(json, 'status');
  if (!isJsonObject(status) || !Object.hasOwn(status, 'errorCode')) return null;
  if (!['createdDateTime', 'userPrincipalName'].every((k) => Object.hasOwn(json, k))) return null;
  const { errorCode, failureReason } = status;
  const { ipAddress } = json;
  const named = { ResultType: errorCode, ResultDescription: failureReason, IPAddress: ipAddress };
  return { ...capitalized(json), ...present(named) };
}

/** A row that Event Viewer saves as CSV: of the data it has no more than a message. */
export function ofEventViewer(json: JsonObject): JsonObject | null {
  const id = own(json, 'Event ID');
  if (id === undefined || !Object.hasOwn(json, 'Date and Time')) return null;
  return present({ EventID: id, Provider_Name: own(json, 'Source') });
}

/** What Hayabusa's CSV has of an event's data: `A: b ¦ C: d`. */
export function detailsIn(text: string): JsonObject {
  return Object.fromEntries(
    text.split(' ¦ ').flatMap((part) => {
      const colon = part.indexOf(': ');
      return colon > 0 ? [[part.slice(0, colon), part.slice(colon + 2)] as const] : [];
    }),
  );
}
