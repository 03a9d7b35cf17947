import type { Deployment, DeploymentSetting } from '../backend/deployment.js';
import { LEVELS } from '../model/level.js';
import { timespanOf } from '../model/correlation/timespan.js';
import { jsonOf } from '../pipeline/settings.js';
import type { Json } from '../source/json.js';
import type { YamlEntry, YamlNode } from '../source/yaml/node.js';
import type { Span } from '../source/span.js';

/** What each setting of a deployment must be, for messages. */
export const DEPLOYMENT_SETTINGS = {
  enabled: '`true` or `false`',
  index: 'a string or a list of strings',
  interval: 'a part of an hour or a day, such as 5m, 30m, 1h, 6h or 1d',
  lookback: 'a timespan in whole minutes, such as 30m, 2h or 1d',
  throttle: 'a timespan in whole minutes, such as 30m, 2h or 1d',
  severity: `one of ${LEVELS.join(', ')}`,
  prefix: 'a string on one line',
  set: 'a map of keys other than those that hold the query, its id or its name',
} as const satisfies Readonly<Record<DeploymentSetting, string>>;

export function isDeploymentSetting(name: string): name is DeploymentSetting {
  return Object.hasOwn(DEPLOYMENT_SETTINGS, name);
}

/** Keys that hold what is made from the rule. */
const RESERVED: readonly string[] = [
  ...['query', 'search', 'filter', 'filters', 'input', 'inputs', 'queryCondition', 'threshold'],
  ...['kibanaSavedObjectMeta', 'id', 'rule_id', 'name', 'displayName', 'type', 'language', 'kind'],
  ...['monitor_type', '__proto__'],
];

const DAY = 24 * 60;

/** Entries with names of settings. @param report takes each one that is not what it must be */
export function readDeployment(
  entries: readonly YamlEntry[],
  report: (name: string, expected: string, span: Span) => void,
): Deployment {
  const read: Record<string, unknown> = {};
  for (const { key, value } of entries) {
    const name = key.text;
    if (!isDeploymentSetting(name)) continue;
    const found = READERS[name](value);
    if (found === null) report(name, DEPLOYMENT_SETTINGS[name], wrongIn(value));
    else read[name] = found;
  }
  return read;
}

/** Of a map, the key that cannot be meant. */
function wrongIn(node: YamlNode): Span {
  const entry = node.kind === 'map' && node.entries.find(({ key }) => !isFree(key.text));
  return entry ? entry.key.span : node.span;
}

/** Whether runs that are so many minutes apart come at the same times of each day, as cron has them. */
function dividesDay(minutes: number): boolean {
  return minutes <= 60 ? 60 % minutes === 0 : minutes % 60 === 0 && DAY % minutes === 0;
}

function isTimespan(minutes: number): boolean {
  return Number.isInteger(minutes) && minutes > 0;
}

/** The first of the times that a program gives which is not what it must be. */
export function wrongTimeOf(settings: Deployment): 'interval' | 'lookback' | 'throttle' | null {
  const { interval = 1 } = settings;
  if (!isTimespan(interval) || !dividesDay(interval)) return 'interval';
  const times = ['lookback', 'throttle'] as const;
  return times.find((name) => !isTimespan(settings[name] ?? 1)) ?? null;
}

/** Null for what cannot be meant. */
const READERS: {
  readonly [N in DeploymentSetting]-?: (node: YamlNode) => NonNullable<Deployment[N]> | null;
} = {
  enabled: (node) =>
    node.kind === 'scalar' && typeof node.value === 'boolean' ? node.value : null,
  index(node) {
    const items = (node.kind === 'list' ? node.items : [node]).map(stringOf);
    return items.length > 0 && items.every((i) => i !== null) ? items : null;
  },
  interval(node) {
    const minutes = minutesOf(node);
    return minutes !== null && dividesDay(minutes) ? minutes : null;
  },
  lookback: minutesOf,
  throttle: minutesOf,
  severity(node) {
    const text = stringOf(node)?.toLowerCase();
    return LEVELS.find((l) => l === text) ?? null;
  },
  prefix: stringOf,
  set(node) {
    if (node.kind !== 'map') return null;
    if (!node.entries.every(({ key }) => isFree(key.text))) return null;
    return jsonOf(node) as Readonly<Record<string, Json>>;
  },
};

function isFree(key: string): boolean {
  return KEY.test(key) && !RESERVED.includes(key);
}

/** A key that is one in every format. */
const KEY = /^[a-z_][\w.-]*$/i;

function minutesOf(node: YamlNode): number | null {
  if (node.kind !== 'scalar') return null;
  const minutes = (timespanOf({ text: node.text, span: node.span })?.milliseconds ?? 0) / 60_000;
  return isTimespan(minutes) ? minutes : null;
}

function stringOf(node: YamlNode): string | null {
  const isString = node.kind === 'scalar' && typeof node.value === 'string' && node.text !== '';
  return isString && !/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/.test(node.text) ? node.text : null;
}
