import type { Rule } from '../model/rule.js';
import { SYSMON_FIELDS } from '../schemas/windows/sysmon.js';

/** Whether an event that a rule is about never holds more than one value of a field, by Sigma's name. */
export function singleValuedIn({ logsource }: Rule): (field: string) => boolean {
  const { product } = logsource;
  const isWindows = product.length > 0 && product.every(({ text }) => text === 'windows');
  return (field) => isSingleValued(field) || (isWindows && OF_SYSMON.has(field.toLowerCase()));
}

/** Lists in one string, which stores divide. */
const DIVIDED: ReadonlySet<string> = new Set(['hash', 'hashes', 'queryresults', 'rulename']);

/** The data of an event has each name once. */
const OF_SYSMON: ReadonlySet<string> = new Set(
  Object.values(SYSMON_FIELDS)
    .flat()
    .map((field) => field.toLowerCase())
    .filter((field) => !DIVIDED.has(field)),
);

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
