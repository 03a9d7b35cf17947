import { own, plain, present } from './container.js';
import type { Container } from './container.js';
import type { Form } from './form.js';
import { within } from './view.js';
import type { EventView } from './view.js';
import { isJsonObject } from '../../source/json.js';
import type { JsonObject } from '../../source/json.js';

/** An event of Windows as Winlogbeat and the Elastic Agent write it. */
export const WINLOG: Form<EventView> = { marks: ['winlog', 'winlog.channel'], read: documentView };

/** The field of `event` that says what an event is: the others are in many formats. */
const KINDS = ['category', 'code', 'dataset', 'kind', 'module'];

/** An event that has names of the Elastic Common Schema. */
export const COMMON_SCHEMA: Form<EventView> = {
  marks: ['@timestamp', 'event', ...KINDS.map((kind) => `event.${kind}`)],
  read: (json, whole) => (isOfSchema(json) ? documentView(json, whole) : null),
};

/** Windows events keep their data below `winlog`; what else there is has names of the schema. */
function documentView(json: JsonObject, whole: JsonObject): EventView {
  const winlog = own(json, 'winlog');
  const at = (name: string): unknown =>
    (isJsonObject(winlog) ? own(winlog, name) : undefined) ?? own(json, `winlog.${name}`);
  const event = own(json, 'event');
  const code = (isJsonObject(event) ? own(event, 'code') : undefined) ?? own(json, 'event.code');
  const containers: Container[] = [];
  const data = at('event_data');
  if (isJsonObject(data)) containers.push(plain(data));
  const flat = flattened(json, 'winlog.event_data.');
  if (flat) containers.push(plain(flat));
  const user = at('user_data');
  if (isJsonObject(user)) containers.push(plain(user));
  const isWindows = isJsonObject(winlog) || Object.hasOwn(json, 'winlog.channel');
  const named = at('channel');
  const origin = {
    // An event that was traced has a number there, and is in no log.
    channel: /^\d+$/.test(String(named)) ? undefined : named,
    provider: at('provider_name'),
    eventId: at('event_id'),
  };
  const eventId = origin.eventId ?? code;
  if (isWindows) {
    const { channel, provider } = origin;
    const system = {
      Channel: channel,
      Provider_Name: provider,
      EventID: eventId,
      Computer: at('computer_name'),
      Task: at('task'),
      Opcode: at('opcode'),
      Keywords: at('keywords'),
      EventRecordID: at('record_id'),
    };
    containers.push(plain(present(system)));
  }
  return {
    shape: 'Elastic',
    containers: within(containers, json, whole),
    roots: [whole],
    windows: isWindows ? { ...origin, eventId } : null,
    store: 'elastic',
    record: json,
  };
}

/** Keys with dots, without what they begin with. */
function flattened(json: JsonObject, prefix: string): JsonObject | null {
  const found = Object.entries(json).filter(([key]) => key.startsWith(prefix));
  if (found.length === 0) return null;
  return Object.fromEntries(found.map(([key, value]) => [key.slice(prefix.length), value]));
}

/**
 * Sets of fields of the Elastic Common Schema, of which its events have objects, or keys that begin so.
 * https://www.elastic.co/docs/reference/ecs/ecs-field-reference
 */
const SETS: ReadonlySet<string> = new Set(
  (
    'agent client cloud container data_stream destination dll dns ecs event file group host http log ' +
    'network observer process registry related rule server source threat url user user_agent'
  ).split(' '),
);

/** Whether an event has the time of Elastic's and a set of its fields, or says what it is and has two. */
function isOfSchema(json: JsonObject): boolean {
  const isTimed = Object.hasOwn(json, '@timestamp');
  const event = own(json, 'event');
  const isKind = KINDS.some(
    (k) => Object.hasOwn(json, `event.${k}`) || (isJsonObject(event) && Object.hasOwn(event, k)),
  );
  if (!isTimed && !isKind) return false;
  const sets = new Set<string>();
  for (const [key, value] of Object.entries(json)) {
    const dot = key.indexOf('.');
    const set = dot < 0 ? key : key.slice(0, dot);
    if (SETS.has(set) && (dot > 0 || isJsonObject(value))) sets.add(set);
  }
  return sets.size >= (isTimed ? 1 : 2);
}
