import { own } from './container.js';
import { isJsonObject } from '../../source/json.js';
import type { JsonObject } from '../../source/json.js';

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
/** The field of `event` that says what an event is: the others are in many formats. */
const KINDS = ['category', 'code', 'dataset', 'kind', 'module'];

/** Whether an event has the time of Elastic's and a set of its fields, or says what it is and has two. */
export function isOfSchema(json: JsonObject): boolean {
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

/** Columns that every table of a workspace, or of Defender, has one of. */
const ROW = [
  'TimeGenerated',
  'TimeGenerated [UTC]',
  'Timestamp',
  'TenantId',
  'DeviceId',
  'ReportId',
];

export function isRow(json: JsonObject): boolean {
  return ROW.some((c) => Object.hasOwn(json, c));
}

/**
 * Columns that only the event tables of Defender have beside ActionType; rows do not name the table.
 * https://learn.microsoft.com/en-us/defender-xdr/advanced-hunting-schema-tables
 */
const HUNTED = /^(?:DeviceId|DeviceName|ReportId|InitiatingProcess\w+|ProcessCommandLine)$/;

export function isHunting(json: JsonObject): boolean {
  return (
    typeof own(json, 'ActionType') === 'string' && Object.keys(json).some((c) => HUNTED.test(c))
  );
}

/**
 * Whether a row that does not name its channel is the audit log's in SecurityEvent: by its table, or
 * by columns that no other table of events has, and an id of the audit log.
 * https://learn.microsoft.com/en-us/azure/azure-monitor/reference/tables/securityevent
 */
export function isSecurityEvent(json: JsonObject, table: string | null): boolean {
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
