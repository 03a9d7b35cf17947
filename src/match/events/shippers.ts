import { own, plain, present } from './container.js';
import type { EventParts } from './view.js';
import { eventOfXml } from './windows-event.js';
import { isJsonObject } from '../../source/json.js';
import type { JsonObject } from '../../source/json.js';

/**
 * An alert or an archived event of Wazuh: it writes names with a small first letter, and since it takes
 * values out of JSON as they are written there, with the escapes of that JSON.
 * https://github.com/wazuh/wazuh/blob/main/src/analysisd/decoders/winevtchannel.c
 */
export function ofWazuh(json: JsonObject): EventParts | null {
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
export function ofFluentBit(json: JsonObject): EventParts | null {
  if (!Array.isArray(own(json, 'StringInserts')) || !Object.hasOwn(json, 'Channel')) return null;
  return systemOf(json);
}

/**
 * An event that fluentd reads from the event log: the data has no names.
 * https://github.com/fluent/fluent-plugin-windows-eventlog
 */
export function ofFluentd(json: JsonObject): EventParts | null {
  const { Channel, ProviderName, EventData } = json;
  if (!Array.isArray(EventData) || Channel === undefined || ProviderName === undefined) return null;
  return systemOf(json);
}

function systemOf({ Channel, EventID, Computer, ProviderName }: JsonObject): EventParts {
  return { system: { Channel, EventID, Computer, Provider_Name: ProviderName }, data: [] };
}

/** The event that Fluent Bit writes as XML into the field `System`. */
export function xmlOfFluentBit(json: JsonObject): JsonObject | null {
  const xml = own(json, 'System');
  return typeof xml === 'string' && xml.startsWith('<Event') ? eventOfXml(xml) : null;
}
