/**
 * Fields that say which events a rule is about, rather than what to look for in them. In Sigma's
 * own names and in those of Elastic's and Splunk's schemas. `EventType` is Sysmon's (`SetValue`,
 * `CreateKey`, …), which tells its registry events apart as their ids do; the `eventType` of cloud
 * logs is what their rules look for, as `LogonType` and the like are.
 */
export const EVENT_ID_FIELDS: ReadonlySet<string> = new Set([
  'EventID',
  'EventId',
  'Event_ID',
  'event_id',
  'EventCode',
  'event.code',
  'winlog.event_id',
]);

export const CHANNEL_FIELDS: ReadonlySet<string> = new Set([
  'Channel',
  'EventLog',
  'LogName',
  'winlog.channel',
]);

export const PROVIDER_FIELDS: ReadonlySet<string> = new Set([
  'Provider_Name',
  'ProviderName',
  'event.provider',
  'winlog.provider_name',
]);

const OTHER_FIELDS: ReadonlySet<string> = new Set(['EventType', 'Provider_Guid', 'ProviderGuid']);

export function isEventSelector(field: string): boolean {
  return (
    EVENT_ID_FIELDS.has(field) ||
    CHANNEL_FIELDS.has(field) ||
    PROVIDER_FIELDS.has(field) ||
    OTHER_FIELDS.has(field)
  );
}
