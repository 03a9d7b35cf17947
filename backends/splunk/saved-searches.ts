import {
  beginningOf,
  reachOf,
  byLevel,
  joinTexts,
  markOf,
  paragraphs,
  replaceEach,
  withoutSet,
} from '../../src/backend/index.js';
import { neededMacros } from './macros-conf.js';
import type { AboutQuery, Format, Json, MappedText, Name, Plan } from '../../src/backend/index.js';

export const TAKES: NonNullable<Format['takes']> = [
  ...(['enabled', 'interval', 'lookback', 'throttle'] as const),
  ...(['severity', 'prefix', 'set'] as const),
];

/**
 * A stanza of `savedsearches.conf`: an alert for each run that finds events, not scheduled until
 * someone sets `enableSched`.
 * https://help.splunk.com/en/data-management/splunk-enterprise-admin-manual/10.0/10.0.0-configuration-file-reference/savedsearches.conf
 */
export const savedSearches: Format = {
  name: 'savedsearches',
  description: 'A savedsearches.conf stanza per query',
  extension: 'conf',
  wrap: (search, about) => joinTexts([neededMacros(about), stanza(search, about, [])]),
  showsFields: true,
  bundle: paragraphs,
  takes: TAKES,
  deploys: true,
};

/** `alert.severity`: 1 debug, 2 info, 3 warn, 4 error, 5 severe, 6 fatal. */
const SEVERITIES = { informational: 2, low: 2, medium: 3, high: 4, critical: 5 };

/** In minutes: how late an event may come. */
const LATE = 5;

/** In minutes. */
function intervalOf({ deployment }: AboutQuery): number {
  return deployment.interval ?? 60;
}

/** In minutes: what a run reads. */
function periodOf(about: AboutQuery): number {
  const needed = intervalOf(about) + Math.ceil(reachOf(about.plan) / 60_000);
  return Math.max(needed, about.deployment.lookback ?? 0);
}

/** A whole part of an hour or of a day. */
function cronOf(minutes: number): string {
  if (minutes < 60) return `*/${minutes} * * * *`;
  const hours = minutes / 60;
  return hours === 1 ? '0 * * * *' : hours === 24 ? '0 0 * * *' : `0 */${hours} * * *`;
}

function confValue(value: Json): string {
  if (typeof value === 'boolean') return value ? '1' : '0';
  return oneLine(typeof value === 'string' ? value : JSON.stringify(value));
}

export function stanza(search: MappedText, about: AboutQuery, more: readonly string[]): MappedText {
  const { rule, id, name, deployment } = about;
  const description = oneLine(rule.description ?? '');
  const lines = [
    `[${stanzaName(about)}]`,
    ...(description === '' ? [] : [`description = ${description}`]),
    `enableSched = ${deployment.enabled ? 1 : 0}`,
    `cron_schedule = ${cronOf(intervalOf(about))}`,
    `dispatch.earliest_time = -${LATE + periodOf(about)}m@m`,
    `dispatch.latest_time = -${LATE}m@m`,
    'counttype = number of events',
    'relation = greater than',
    'quantity = 0',
    'alert.digest_mode = 1',
    'alert.track = 1',
    ...suppression(about),
    `alert.severity = ${byLevel(rule, SEVERITIES, 3)}`,
    'action.correlationsearch.enabled = 1',
    `action.correlationsearch.label = ${oneLine(name)}`,
    `action.correlationsearch.annotations = ${JSON.stringify(annotations(about))}`,
    `action.correlationsearch.metadata = ${JSON.stringify({ detection_id: id })}`,
    ...more,
  ];
  // A backslash at the end of a line continues the value on the next.
  const written = replaceEach(sinceLastRun(search, about), /\n/g, () => '\\\n');
  const set = Object.entries(deployment.set ?? {}).map(([k, v]) => `${k} = ${confValue(v)}`);
  const own = [...withoutSet(lines, deployment.set), ...set, 'search = '];
  return joinTexts([own.join('\n'), written, '\n']);
}

/**
 * Of a correlation, only the groups that were told of are quiet. Fields are divided by commas, and no way
 * is known to name one with a space.
 * https://github.com/splunk/contentctl/blob/main/contentctl/objects/throttling.py
 */
function suppression({ plan, deployment: { throttle } }: AboutQuery): readonly string[] {
  if (throttle === undefined) return [];
  const fields = groupOf(plan).map(({ text }) => text);
  const isNamed = fields.length > 0 && fields.every((text) => /^[\w.{}:-]+$/.test(text));
  return [
    'alert.suppress = 1',
    ...(isNamed ? [`alert.suppress.fields = ${fields.join(',')}`] : []),
    `alert.suppress.period = ${throttle}m`,
  ];
}

/** The columns that tell one match of a correlation from another; none of other rules. */
export function groupOf(plan: Plan): readonly Name[] {
  if (plan.kind !== 'having') return [];
  const { input } = plan;
  return input.kind === 'aggregate' || input.kind === 'sequence' ? input.group : [];
}

/**
 * Of the matches of a correlation, those since the run before. Earlier ones were told by earlier runs,
 * and the first windows that a run reads are cut off.
 */
function sinceLastRun(search: MappedText, about: AboutQuery): MappedText {
  if (reachOf(about.plan) === 0) return search;
  const since = `-${LATE + intervalOf(about)}m@m`;
  return joinTexts([search, `\n| where _time>=relative_time(now(), "${since}")`]);
}

/** https://help.splunk.com/en/splunk-enterprise-security-8/administer/8.0/correlation-searches/use-security-framework-annotations-in-correlation-searches */
function annotations({ rule }: AboutQuery): object {
  const ids = rule.tags.flatMap(({ text }) => {
    const id = /^attack\.(t\d{4}(?:\.\d{3})?)$/i.exec(text.trim())?.[1];
    return id === undefined ? [] : [id.toUpperCase()];
  });
  return ids.length === 0 ? {} : { mitre_attack: [...new Set(ids)] };
}

/**
 * Two stanzas of one name are one, so each has a hash of the query's id: names depend on nothing else
 * in the run, and none is that of a stanza of Splunk's own, such as `default`.
 */
function stanzaName({ id, name }: AboutQuery): string {
  const title = oneLine(name).replaceAll('[', '(').replaceAll(']', ')');
  const ending = ` - ${markOf(id)}`;
  const most = MAX_NAME - ending.length;
  return `${beginningOf(title, most).trimEnd()}${ending}`;
}

/**
 * Enterprise Security cannot edit a search with a longer name.
 * https://github.com/splunk/contentctl/blob/main/contentctl/objects/constants.py
 */
const MAX_NAME = 99;

/** No line breaks, and no backslash at the end. */
export function oneLine(value: string): string {
  const flat = value.replace(/[\u0000-\u0020\u007f\u0085\u2028\u2029]+/g, ' ').trim();
  return flat.endsWith('\\') ? `${flat}.` : flat;
}
