import { jsonIn, own, plain, present } from './container.js';
import type { Form } from './form.js';
import { within } from './view.js';
import type { EventView } from './view.js';
import { eventOfData, windowsView } from './windows-event.js';
import { isJsonObject } from '../../source/json.js';
import type { JsonObject } from '../../source/json.js';

/** Columns that every table of a workspace, or of Defender, has one of. */
const ROW = [
  'TimeGenerated',
  'TimeGenerated [UTC]',
  'Timestamp',
  'TenantId',
  'DeviceId',
  'ReportId',
];

/** A row of a table of Sentinel or Defender: named, or with an event's data as XML. */
export const MICROSOFT: Form<EventView> = {
  marks: ['EventData', 'ActionType', ...ROW],
  read: rowView,
};

/** The column in which a row of a workspace, or of an export of one, names its table. */
export const TABLE_COLUMNS = ['Type', 'TableName', '$table'];

/**
 * What `az monitor log-analytics query` says in place of a table: the result of the query.
 * https://learn.microsoft.com/en-us/cli/azure/monitor/log-analytics
 */
export const RESULT_TABLE = 'PrimaryResult';

function rowView(json: JsonObject, whole: JsonObject): EventView | null {
  const data = own(json, 'EventData');
  const part = typeof data === 'string' && data.includes('<') ? eventOfData(data) : null;
  const named = TABLE_COLUMNS.map((c) => own(json, c)).find((n) => typeof n === 'string') ?? null;
  const isNamed = named !== null;
  const table = named === RESULT_TABLE ? null : named;
  const isHunted = isHunting(json);
  const isAudit = isSecurityEvent(json, table);
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
    containers: within([...(view?.containers ?? []), ...held, plain(present(system))], json, whole),
    roots: part ? [whole, part] : [whole],
    windows: isWindows ? { channel, provider, eventId } : null,
    store: 'microsoft',
    record: isAudit ? { ...json, Type: 'SecurityEvent' } : json,
  };
}

function isRow(json: JsonObject): boolean {
  return ROW.some((c) => Object.hasOwn(json, c));
}

/**
 * Columns that only the event tables of Defender have beside ActionType; rows do not name the table.
 * https://learn.microsoft.com/en-us/defender-xdr/advanced-hunting-schema-tables
 */
const HUNTED = /^(?:DeviceId|DeviceName|ReportId|InitiatingProcess\w+|ProcessCommandLine)$/;

function isHunting(json: JsonObject): boolean {
  return (
    typeof own(json, 'ActionType') === 'string' && Object.keys(json).some((c) => HUNTED.test(c))
  );
}

/**
 * Whether a row that does not name its channel is the audit log's in SecurityEvent: by its table, or
 * by columns that no other table of events has, and an id of the audit log.
 * https://learn.microsoft.com/en-us/azure/azure-monitor/reference/tables/securityevent
 */
function isSecurityEvent(json: JsonObject, table: string | null): boolean {
  if (Object.hasOwn(json, 'Channel') || Object.hasOwn(json, 'EventLog')) return false;
  if (!isRow(json) || (table !== null && table !== 'SecurityEvent')) return false;
  if (own(json, 'EventSourceName') === AUDITING) return true;
  const id = Number(own(json, 'EventID'));
  const isAuditId = (id >= 4608 && id <= 6424) || (id >= 1100 && id <= 1108);
  return isAuditId && (table !== null || AUDITED.some((c) => Object.hasOwn(json, c)));
}

const AUDITING = 'Microsoft-Windows-Security-Auditing';
const AUDITED = [
  'Account',
  'Activity',
  'SubjectAccount',
  'SubjectUserName',
  'TargetAccount',
  'TargetUserName',
  'NewProcessName',
  'LogonTypeName',
];
