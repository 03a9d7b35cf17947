import { columnsOfAll, joinTexts, reachOf, sourceOf } from '../../src/backend/index.js';
import type { AboutQuery, MappedText } from '../../src/backend/index.js';
import { tablesOf, timeColumn } from './source.js';

/** In hours: how often a rule runs. */
export const FREQUENCY = 1;

/** In hours: a run reads all that a match since the run before it depends on. */
export function periodOf({ plan }: AboutQuery): number {
  return FREQUENCY + Math.ceil(reachOf(plan) / 3_600_000);
}

/**
 * Of the matches of a correlation, those since the run before. Earlier ones were told by earlier runs,
 * and the first windows that a run reads are cut off.
 */
export function sinceLastRun(query: MappedText, about: AboutQuery): MappedText {
  if (reachOf(about.plan) === 0) return query;
  return joinTexts([query, `\n| where ${timeOf(about)} > ago(${FREQUENCY}h)`]);
}

/** As the query calls it: as in the first table. */
function timeOf({ plan, options, tables }: AboutQuery): string {
  const read = tablesOf({ options, placement: sourceOf(plan).placement });
  return timeColumn(tables && columnsOfAll(read, tables), options);
}
