import { own } from './container.js';
import { isJsonObject } from '../../source/json.js';
import type { JsonObject } from '../../source/json.js';

/** The events that are in one; null if it is one itself. */
export function recordsIn(json: JsonObject): readonly JsonObject[] | null {
  return ofLaurel(json) ?? ofWorkspace(json) ?? ofHook(json);
}

/**
 * Laurel writes the records of auditd that are about one event as an object. Rules ask each record by itself.
 * https://github.com/threathunters-io/laurel/blob/master/json-format.md
 */
function ofLaurel(json: JsonObject): readonly JsonObject[] | null {
  const id = own(json, 'ID');
  const [, timestamp] = typeof id === 'string' ? (/^(\d+\.\d+):\d+$/.exec(id) ?? []) : [];
  if (timestamp === undefined) return null;
  const { NODE: node } = json;
  const records = Object.entries(json).flatMap(([type, held]) =>
    [held].flat().flatMap((fields: unknown) => {
      if (!isJsonObject(fields)) return [];
      const common = { type, timestamp, ...(node === undefined ? {} : { node }) };
      return [{ ...common, ...fields, ...argumentsOf(fields) }];
    }),
  );
  return records.length > 0 ? records : null;
}

/** `ARGV` under the names that auditd has for each. */
function argumentsOf(fields: JsonObject): JsonObject {
  const list = own(fields, 'ARGV');
  if (!Array.isArray(list)) return {};
  return Object.fromEntries(
    list.map((text: unknown, i) => [`a${i}`, typeof text === 'string' ? decoded(text) : text]),
  );
}

/** Laurel writes `%`, `+` and what is not printable as a percent sign and two digits. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/**
 * An activity of Google Workspace's reports holds several events. Rules call them as Google Cloud's audit log does.
 *
 * https://developers.google.com/workspace/admin/reports/reference/rest/v1/activities/list
 * https://cloud.google.com/logging/docs/audit/gsuite-audit-logging
 */
function ofWorkspace(json: JsonObject): readonly JsonObject[] | null {
  const events = own(json, 'events');
  if (own(json, 'kind') !== 'admin#reports#activity' || !Array.isArray(events)) return null;
  const { id } = json;
  const application = isJsonObject(id) ? own(id, 'applicationName') : undefined;
  return events.filter(isJsonObject).map((event) => ({
    ...json,
    events: event,
    ...parametersOf(event),
    eventService: typeof application === 'string' ? `${application}.googleapis.com` : undefined,
    eventName: own(event, 'name'),
    eventType: own(event, 'type'),
  }));
}

function parametersOf(event: JsonObject): JsonObject {
  const list = own(event, 'parameters');
  const found = (Array.isArray(list) ? list : []).filter(isJsonObject).flatMap((parameter) => {
    const name = own(parameter, 'name');
    const key = VALUES.find((k) => Object.hasOwn(parameter, k));
    return typeof name === 'string' && key !== undefined ? [[name, parameter[key]] as const] : [];
  });
  return Object.fromEntries(found);
}

const VALUES = ['value', 'multiValue', 'intValue', 'multiIntValue', 'boolValue'];

/** https://developer.okta.com/docs/concepts/event-hooks/ */
function ofHook(json: JsonObject): readonly JsonObject[] | null {
  const data = own(json, 'data');
  const events = isJsonObject(data) ? own(data, 'events') : undefined;
  if (own(json, 'eventType') !== 'com.okta.event_hook' || !Array.isArray(events)) return null;
  return events.filter(isJsonObject);
}
