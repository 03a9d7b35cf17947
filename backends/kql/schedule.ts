import {
  columnsOfAll,
  joinTexts,
  reachOf,
  shortDuration,
  sourceOf,
} from '../../src/backend/index.js';
import type { AboutQuery, MappedText } from '../../src/backend/index.js';
import { tablesOf, timeColumn } from './source.js';

/** In minutes: how often a rule runs. */
export function frequencyOf({ deployment }: AboutQuery): number {
  return deployment.interval ?? 60;
}

/** In minutes: a run reads all that a match since the run before it depends on. */
export function periodOf(about: AboutQuery): number {
  return Math.max(neededOf(about), about.deployment.lookback ?? 0);
}

function neededOf(about: AboutQuery): number {
  return frequencyOf(about) + 60 * Math.ceil(reachOf(about.plan) / 3_600_000);
}

/** What the period of a rule is long for. */
export function reasonOfPeriod(about: AboutQuery): string {
  const isSet = (about.deployment.lookback ?? 0) > neededOf(about);
  return isSet ? 'the deploy setting `lookback`' : 'the timespan of the correlation';
}

/**
 * In minutes: the least that Sentinel and Defender take.
 * https://learn.microsoft.com/en-us/azure/sentinel/scheduled-rules-overview
 */
const LEAST_FREQUENCY = 5;

export function isTooFrequent(about: AboutQuery): boolean {
  return frequencyOf(about) < LEAST_FREQUENCY;
}

/**
 * Of the matches of a correlation, those since the run before. Earlier ones were told by earlier runs,
 * and the first windows that a run reads are cut off.
 */
export function sinceLastRun(query: MappedText, about: AboutQuery): MappedText {
  if (reachOf(about.plan) === 0) return query;
  return joinTexts([
    query,
    `\n| where ${timeOf(about)} > ago(${shortDuration(frequencyOf(about))})`,
  ]);
}

/** As the query calls it: as in the first table. */
function timeOf({ plan, options, tables }: AboutQuery): string {
  const read = tablesOf({ options, placement: sourceOf(plan).placement });
  return timeColumn(tables && columnsOfAll(read, tables), options);
}
