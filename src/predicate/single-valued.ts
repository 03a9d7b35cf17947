/** Whether an event never holds more than one value of a field, by Sigma's name or a store's own. */
export function isSingleValued(field: string): boolean {
  return NAMES.has(field.toLowerCase());
}

/** What says which event it is. ECS says of its own which are arrays; none of these is. */
const NAMES: ReadonlySet<string> = new Set([
  'eventid',
  'channel',
  'provider_name',
  // https://docs.splunk.com/Documentation/Splunk/latest/SearchReference/Commonfields
  'eventcode',
  'source',
  'sourcetype',
  // https://www.elastic.co/docs/reference/ecs/ecs-event
  'event.code',
  'event.dataset',
  'event.module',
  'event.provider',
  'data_stream.dataset',
  // https://www.elastic.co/docs/reference/beats/winlogbeat/exported-fields-winlog
  'winlog.channel',
  'winlog.event_id',
  'winlog.provider_name',
  // https://learn.microsoft.com/azure/azure-monitor/reference/tables/event
  'eventlog',
  // https://learn.microsoft.com/defender-xdr/advanced-hunting-schema-tables
  'actiontype',
]);
