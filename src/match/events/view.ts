import { own, plain, present } from './container.js';
import type { Container } from './container.js';
import type { VendorEvent } from './vendors.js';
import type { WindowsOrigin } from './windows-event.js';
import type { StoreName } from '../../schemas/stores.js';
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
  | 'osquery'
  | 'Promtail'
  | 'Microsoft Graph'
  | 'Elastic'
  | 'Splunk'
  | 'Splunk, classic'
  | 'Microsoft'
  | 'fields';

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

/** The parts of an event of Windows that are under other names. */
export interface EventParts {
  /** By the names that `System` has for them. */
  readonly system: JsonObject;
  readonly data: readonly Container[];
}

/** The containers of an event, and what carries it. */
export function within(
  containers: readonly Container[],
  json: JsonObject,
  whole: JsonObject,
): readonly Container[] {
  return [...containers, plain(json), ...(json === whole ? [] : [plain(whole)])];
}

/** An event whose parts were found, in no store. */
export function viewOfParts(
  shape: Shape,
  { system, data }: EventParts,
  json: JsonObject,
  whole: JsonObject,
): EventView {
  return {
    shape,
    containers: within([...data, plain(present(system))], json, whole),
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
