import { jsonIn, own, plain, present } from './container.js';
import type { Form } from './form.js';
import type { EventView } from './view.js';
import { eventOfXml, windowsView } from './windows-event.js';
import type { JsonObject } from '../../source/json.js';

/** An event as Splunk's search gives it. */
export const SPLUNK: Form<EventView> = {
  marks: ['_raw', 'sourcetype', 'source'],
  read: (json, whole) => (isOfSplunk(json) ? splunkView(json, whole) : null),
};

/** `XmlWinEventLog:Security`, as the add-on for Windows calls the source of a channel. */
const CHANNEL_SOURCE = /^(?:Xml)?WinEventLog:(.+)$/i;

function channelOf(source: unknown): string | undefined {
  return typeof source === 'string' ? CHANNEL_SOURCE.exec(source)?.[1] : undefined;
}

function isOfSplunk(json: JsonObject): boolean {
  const isMarked = Object.hasOwn(json, '_raw') || Object.hasOwn(json, 'sourcetype');
  return isMarked || channelOf(own(json, 'source')) !== undefined;
}

/**
 * Whether an event of Windows has its message in place of its XML. The add-on for Sysmon gives both the same names.
 * https://docs.splunk.com/Documentation/WindowsAddOn/latest/User/SourcetypesandCIMdatamodelinfo
 */
function isClassic(json: JsonObject, channel: unknown): boolean {
  const isOfMessage = ['source', 'sourcetype'].some((name) =>
    /^WinEventLog(?::|$)/i.test(String(own(json, name))),
  );
  return isOfMessage && !/sysmon/i.test(String(channel));
}

/** Fields of every event in Splunk, which those of its data do not replace. */
const OF_SPLUNK: ReadonlySet<string> = new Set(['host', 'index', 'source', 'sourcetype']);

/** Of Linux, an event of Sysmon has what syslog writes before it. */
const HOLDS_EVENT = /^[^<\n]{0,200}<Event[\s>]/;

function splunkView(json: JsonObject, whole: JsonObject): EventView {
  const raw = own(json, '_raw');
  const event = typeof raw === 'string' && HOLDS_EVENT.test(raw) ? eventOfXml(raw) : null;
  const named = channelOf(own(json, 'source'));
  const view = event ? windowsView(event) : null;
  const channel = view?.origin.channel ?? named ?? own(json, 'LogName');
  const provider = view?.origin.provider ?? own(json, 'SourceName') ?? unquoted(own(json, 'Name'));
  const eventId = view?.origin.eventId ?? own(json, 'EventCode') ?? own(json, 'EventID');
  const isWindows = channel !== undefined;
  const system = { Channel: channel, Provider_Name: provider, EventID: eventId };
  const decoded = typeof raw === 'string' ? jsonIn(raw) : null;
  const data =
    decoded && Object.fromEntries(Object.entries(decoded).filter(([name]) => !OF_SPLUNK.has(name)));
  return {
    shape: !event && isClassic(json, channel) ? 'Splunk, classic' : 'Splunk',
    containers: [
      ...(view?.containers ?? []),
      ...(isWindows && !view ? [plain(present(system))] : []),
      plain(json),
      ...(decoded ? [plain(decoded)] : []),
      ...(json === whole ? [] : [plain(whole)]),
    ],
    roots: event ? [whole, event] : [whole],
    windows: isWindows ? { channel, provider, eventId } : null,
    store: 'splunk',
    record: data ? { ...data, ...json } : json,
  };
}

/** The add-on for Windows keeps the quotation marks of an attribute. */
function unquoted(value: unknown): unknown {
  return typeof value === 'string' ? value.replace(/^'([^']*)'$/, '$1') : value;
}
