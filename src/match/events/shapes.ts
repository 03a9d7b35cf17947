import { ofGraylog, ofOldWinlogbeat, ofOpenTelemetry } from './collectors.js';
import { ABBREVIATED } from './abbreviations.js';
import { jsonIn, own, plain, present } from './container.js';
import type { Container } from './container.js';
import { isHunting, isOfSchema, isRow, isSecurityEvent } from './recognise.js';
import {
  detailsIn,
  ofEventViewer,
  ofFluentBit,
  ofFluentd,
  ofGraphSignIn,
  ofWazuh,
  xmlOfFluentBit,
} from './shippers.js';
import { ofVendor } from './vendors.js';
import type { VendorEvent } from './vendors.js';
import { eventOfData, eventOfXml, windowsView } from './windows-event.js';
import type { WindowsOrigin } from './windows-event.js';
import { wrapped } from './wrapped.js';
import { isJsonObject } from '../../source/json.js';
import type { JsonObject } from '../../source/json.js';

/** What wrote an event, as far as its form says. */
export type Shape =
  | VendorEvent['shape']
  | 'Windows event log'
  | 'EvtxECmd'
  | 'Hayabusa'
  | 'Event Viewer'
  | 'PowerShell Get-WinEvent'
  | 'Wazuh'
  | 'Fluent Bit'
  | 'fluentd'
  | 'Graylog'
  | 'Winlogbeat 6'
  | 'OpenTelemetry'
  | 'Microsoft Graph'
  | 'Elastic'
  | 'Splunk'
  | 'Splunk, classic'
  | 'Microsoft'
  | 'fields';

/** The store whose names an event may have. */
export type StoreName = 'elastic' | 'splunk' | 'microsoft';

/** An event as it is looked into. */
export interface EventView {
  readonly shape: Shape;
  /** In the order in which they are asked for a field. */
  readonly containers: readonly Container[];
  /** Whose strings keywords are looked for in. */
  readonly roots: readonly JsonObject[];
  /** Null where the event says neither channel nor provider. */
  readonly windows: WindowsOrigin | null;
  readonly store: StoreName | null;
  /** Where `store` has its own names: the record as it is kept there. */
  readonly record: JsonObject;
  /**
   * What tests of a value see of an object: its JSON, as a query for its column does, and where nothing
   * says how it is stored each value in it, too.
   */
  readonly objects?: 'json' | 'nothing';
}

const NOTHING: WindowsOrigin = { channel: undefined, provider: undefined, eventId: undefined };
const MAX_WRAPPINGS = 4;

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
  const event = own(json, 'Event');
  if (isJsonObject(event)) return windowsEvent(event, whole);
  const hasData = Object.hasOwn(json, 'EventData') || Object.hasOwn(json, 'UserData');
  if (hasData && isJsonObject(own(json, 'System'))) return windowsEvent(json, whole);
  const inner = depth < MAX_WRAPPINGS ? wrapped(json) : null;
  if (inner) return read(inner, whole, depth + 1);
  if (Object.hasOwn(json, 'winlog') || Object.hasOwn(json, 'winlog.channel')) {
    return elastic(json, whole);
  }
  if (isOfSplunk(json)) return splunk(json, whole);
  const shipped = ofShipper(json, whole);
  if (shipped) return shipped;
  if (isOfSchema(json)) return elastic(json, whole);
  const microsoftRow = microsoft(json, whole);
  if (microsoftRow) return microsoftRow;
  return tool(json, whole) ?? fields(json, whole);
}

function windowsEvent(event: JsonObject, whole: JsonObject): EventView {
  const { containers, origin } = windowsView(event);
  const all = [...containers, plain(whole)];
  return {
    shape: 'Windows event log',
    containers: all,
    roots: [whole],
    windows: origin,
    store: null,
    record: whole,
  };
}

/** Windows events keep their data below `winlog`; what else there is has names of the schema. */
function elastic(json: JsonObject, whole: JsonObject): EventView {
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
    containers: [...containers, plain(json), ...(json === whole ? [] : [plain(whole)])],
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

function splunk(json: JsonObject, whole: JsonObject): EventView {
  const raw = own(json, '_raw');
  const event = typeof raw === 'string' && /^\s*<Event[\s>]/.test(raw) ? eventOfXml(raw) : null;
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

/** The column in which a row of a workspace, or of an export of one, names its table. */
export const TABLE_COLUMNS = ['Type', 'TableName', '$table'];

/** A row of a table of Sentinel or Defender: named, or with an event's data as XML. */
function microsoft(json: JsonObject, whole: JsonObject): EventView | null {
  const data = own(json, 'EventData');
  const part = typeof data === 'string' && data.includes('<') ? eventOfData(data) : null;
  const named = TABLE_COLUMNS.map((c) => own(json, c)).find((n) => typeof n === 'string') ?? null;
  const isNamed = named !== null;
  const isHunted = isHunting(json);
  const isAudit = isSecurityEvent(json, named);
  if (!part && !isHunted && !isAudit && !(isNamed && isRow(json))) return null;
  const channel =
    own(json, 'Channel') ?? own(json, 'EventLog') ?? (isAudit ? 'Security' : undefined);
  const isWindows = typeof channel === 'string' && channel !== '';
  const provider = own(json, 'EventSourceName') ?? own(json, 'Provider') ?? own(json, 'Source');
  const eventId = own(json, 'EventID');
  const system = isWindows ? { Channel: channel, Provider_Name: provider, EventID: eventId } : {};
  const view = part ? windowsView(part) : null;
  // Exports and the API of a workspace have dynamic columns as strings.
  const dynamic = typeof data === 'string' && !part ? jsonIn(data) : data;
  const held = isJsonObject(dynamic) ? [plain(dynamic)] : [];
  return {
    shape: 'Microsoft',
    containers: [
      ...(view?.containers ?? []),
      ...held,
      plain(present(system)),
      plain(json),
      ...(json === whole ? [] : [plain(whole)]),
    ],
    roots: part ? [whole, part] : [whole],
    windows: isWindows ? { channel, provider, eventId } : null,
    store: 'microsoft',
    record: isAudit ? { ...json, Type: 'SecurityEvent' } : json,
  };
}

/** What tools that read event logs make of them; null if this is none of theirs. */
function tool(json: JsonObject, whole: JsonObject): EventView | null {
  // Elements of System beside the data, as Velociraptor has them.
  // https://docs.velociraptor.app/artifact_references/pages/windows.eventlogs.evtxhunter/
  const hasData = ['EventData', 'UserData'].some((key) => isJsonObject(own(json, key)));
  if (hasData && (Object.hasOwn(json, 'Channel') || Object.hasOwn(json, 'EventID'))) {
    const { containers } = windowsView(json);
    return ofTool('Windows event log', flatSystem(json), containers, json, whole);
  }
  const viewed = ofEventViewer(json);
  if (viewed) return ofTool('Event Viewer', viewed, [], json, whole);
  const vendor = ofVendor(json);
  if (vendor) {
    return { ...ofTool(vendor.shape, {}, [plain(vendor.fields)], json, whole), windows: null };
  }
  const signIn = ofGraphSignIn(json);
  if (signIn) return ofTool('Microsoft Graph', {}, [plain(signIn)], json, whole);
  const payload = own(json, 'Payload');
  if (typeof payload === 'string' && Object.hasOwn(json, 'EventId')) {
    const data = jsonIn(payload);
    const system = { ...flatSystem(json), EventID: own(json, 'EventId') };
    return ofTool('EvtxECmd', system, data ? windowsView(data).containers : [], json, whole);
  }
  if (Object.hasOwn(json, 'LogName') && Object.hasOwn(json, 'ProviderName')) {
    const system = {
      Channel: own(json, 'LogName'),
      Provider_Name: own(json, 'ProviderName'),
      EventID: own(json, 'Id'),
      Computer: own(json, 'MachineName'),
    };
    return ofTool('PowerShell Get-WinEvent', system, [], json, whole);
  }
  if (Object.hasOwn(json, 'RuleTitle') && Object.hasOwn(json, 'Channel')) {
    const channel = own(json, 'Channel');
    const full = typeof channel === 'string' ? (ABBREVIATED.get(channel) ?? channel) : channel;
    const system = { Channel: full, EventID: own(json, 'EventID') };
    const details = ['AllFieldInfo', 'ExtraFieldInfo', 'Details'].flatMap((key) => {
      const part = own(json, key);
      const held = typeof part === 'string' ? detailsIn(part) : part;
      return isJsonObject(held) ? [plain(held)] : [];
    });
    return ofTool('Hayabusa', { ...system, Computer: own(json, 'Computer') }, details, json, whole);
  }
  return null;
}

function flatSystem(json: JsonObject): JsonObject {
  return {
    Channel: own(json, 'Channel'),
    Provider_Name: own(json, 'Provider'),
    EventID: own(json, 'EventID'),
    Computer: own(json, 'Computer'),
  };
}

/** What sends events on with names of its own; null if this is of none. */
function ofShipper(json: JsonObject, whole: JsonObject): EventView | null {
  const wazuh = ofWazuh(json);
  if (wazuh) return ofTool('Wazuh', wazuh.system, wazuh.data, json, whole);
  const beat = ofOldWinlogbeat(json);
  if (beat) return ofTool('Winlogbeat 6', beat.system, beat.data, json, whole);
  const graylog = ofGraylog(json);
  if (graylog) return ofTool('Graylog', graylog.system, graylog.data, json, whole);
  const collected = ofOpenTelemetry(json);
  if (collected) return ofTool('OpenTelemetry', collected.system, collected.data, json, whole);
  const xml = xmlOfFluentBit(json);
  if (xml) return windowsEvent(xml, whole);
  const system = ofFluentBit(json);
  if (system) return ofTool('Fluent Bit', system, [], json, whole);
  const bare = ofFluentd(json);
  return bare && ofTool('fluentd', bare, [], json, whole);
}

function ofTool(
  shape: Shape,
  system: JsonObject,
  data: readonly Container[],
  json: JsonObject,
  whole: JsonObject,
): EventView {
  return {
    shape,
    containers: [
      ...data,
      plain(present(system)),
      plain(json),
      ...(json === whole ? [] : [plain(whole)]),
    ],
    roots: data.length > 0 ? [whole, ...data.map((c) => c.object)] : [whole],
    windows: {
      channel: own(system, 'Channel'),
      provider: own(system, 'Provider_Name'),
      eventId: own(system, 'EventID'),
    },
    store: null,
    record: json,
  };
}

/** The names of what shippers leave apart from `System`. */
const DATA_NAME = /^(?:Event\.)?(?:EventData|UserData)\.(.+)$/s;

/** Null, without a copy of the event, where no name begins so. */
function dataNamed(json: JsonObject): JsonObject | null {
  const found: [string, JsonObject[string]][] = [];
  for (const key of Object.keys(json)) {
    const name = key.includes('Data.') ? DATA_NAME.exec(key)?.[1] : undefined;
    if (name !== undefined) found.push([name, json[key]]);
  }
  return found.length === 0 ? null : Object.fromEntries(found);
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
    windows: isWindows ? { ...NOTHING, channel, provider, eventId } : null,
    store: null,
    record: json,
  };
}
