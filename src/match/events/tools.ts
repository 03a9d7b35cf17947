import { ABBREVIATED } from './abbreviations.js';
import { jsonIn, own, plain, present } from './container.js';
import type { Container } from './container.js';
import type { Form } from './form.js';
import { capitalized } from './shippers.js';
import { viewOfParts } from './view.js';
import type { EventView, Shape } from './view.js';
import { windowsView } from './windows-event.js';
import { isJsonObject } from '../../source/json.js';
import type { JsonObject } from '../../source/json.js';

/** What tools that read event logs make of them. */
export const TOOLS: readonly Form<EventView>[] = [
  {
    // Elements of System beside the data, as Velociraptor has them.
    // https://docs.velociraptor.app/artifact_references/pages/windows.eventlogs.evtxhunter/
    marks: ['EventData', 'UserData'],
    read(json, whole) {
      const hasData = ['EventData', 'UserData'].some((key) => isJsonObject(own(json, key)));
      const isNamed = Object.hasOwn(json, 'Channel') || Object.hasOwn(json, 'EventID');
      if (!hasData || !isNamed) return null;
      const { containers: data } = windowsView(json);
      return viewOfParts('Windows event log', { system: flatSystem(json), data }, json, whole);
    },
  },
  {
    // A row that Event Viewer saves as CSV: of the data it has no more than a message.
    marks: ['Event ID'],
    read(json, whole) {
      if (!Object.hasOwn(json, 'Date and Time')) return null;
      const system = { EventID: json['Event ID'], Provider_Name: own(json, 'Source') };
      return viewOfParts('Event Viewer', { system, data: [] }, json, whole);
    },
  },
  {
    marks: ['createdDateTime'],
    read(json, whole) {
      const signIn = graphSignIn(json);
      return signIn && ofOneMap('Microsoft Graph', signIn, json, whole);
    },
  },
  {
    marks: ['Payload'],
    read(json, whole) {
      const { Payload: payload } = json;
      if (typeof payload !== 'string' || !Object.hasOwn(json, 'EventId')) return null;
      const held = jsonIn(payload);
      const system = { ...flatSystem(json), EventID: json['EventId'] };
      const data = held ? windowsView(held).containers : [];
      return viewOfParts('EvtxECmd', { system, data }, json, whole);
    },
  },
  {
    marks: ['ProviderName'],
    read(json, whole) {
      if (!Object.hasOwn(json, 'LogName')) return null;
      const system = {
        Channel: own(json, 'LogName'),
        Provider_Name: own(json, 'ProviderName'),
        EventID: own(json, 'Id'),
        Computer: own(json, 'MachineName'),
      };
      return viewOfParts('PowerShell Get-WinEvent', { system, data: [] }, json, whole);
    },
  },
  {
    marks: ['RuleTitle'],
    read(json, whole) {
      const { Channel: channel } = json;
      if (channel === undefined) return null;
      const full = typeof channel === 'string' ? (ABBREVIATED.get(channel) ?? channel) : channel;
      const { EventID, Computer } = json;
      const system = { Channel: full, EventID, Computer };
      return viewOfParts('Hayabusa', { system, data: hayabusaData(json) }, json, whole);
    },
  },
];

/** An event whose fields are in a map of their own. */
export function ofOneMap(
  shape: Shape,
  fields: JsonObject,
  json: JsonObject,
  whole: JsonObject,
): EventView {
  return viewOfParts(shape, { system: {}, data: [plain(fields)] }, json, whole);
}

function flatSystem(json: JsonObject): JsonObject {
  return {
    Channel: own(json, 'Channel'),
    Provider_Name: own(json, 'Provider'),
    EventID: own(json, 'EventID'),
    Computer: own(json, 'Computer'),
  };
}

/**
 * A sign-in as Microsoft Graph has it, by the names of Sentinel's table.
 *
 * https://learn.microsoft.com/en-us/graph/api/resources/signin
 * https://learn.microsoft.com/en-us/azure/azure-monitor/reference/tables/signinlogs
 */
function graphSignIn(json: JsonObject): JsonObject | null {
  const status = own(json, 'status');
  if (!isJsonObject(status) || !Object.hasOwn(status, 'errorCode')) return null;
  if (!Object.hasOwn(json, 'userPrincipalName')) return null;
  const { errorCode, failureReason } = status;
  const { ipAddress } = json;
  const named = { ResultType: errorCode, ResultDescription: failureReason, IPAddress: ipAddress };
  return { ...capitalized(json), ...present(named) };
}

function hayabusaData(json: JsonObject): readonly Container[] {
  return ['AllFieldInfo', 'ExtraFieldInfo', 'Details'].flatMap((key) => {
    const part = own(json, key);
    const held = typeof part === 'string' ? detailsIn(part) : part;
    return isJsonObject(held) ? [plain(held)] : [];
  });
}

/** What Hayabusa's CSV has of an event's data: `A: b ¦ C: d`. */
function detailsIn(text: string): JsonObject {
  return Object.fromEntries(
    text.split(' ¦ ').flatMap((part) => {
      const colon = part.indexOf(': ');
      return colon > 0 ? [[part.slice(0, colon), part.slice(colon + 2)] as const] : [];
    }),
  );
}
