import { columnsOfAll, commaList, joinTexts, reachOf, sourceOf } from '../../src/backend/index.js';
import type { AboutQuery, MappedText } from '../../src/backend/index.js';

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
  return joinTexts([query, `\n| where ${timeColumn(about)} > ago(${FREQUENCY}h)`]);
}

/** As the query calls it. The tables of Defender XDR have `Timestamp`, those of Azure do not. */
function timeColumn({ plan, options, tables }: AboutQuery): string {
  const [given] = commaList(options['time']);
  if (given !== undefined) return given;
  const { placement } = sourceOf(plan);
  const named = placement.tables.length > 0 ? placement.tables : commaList(options['table']);
  const columns = tables && columnsOfAll(named, tables);
  return columns?.get('Timestamp') === 'datetime' ? 'Timestamp' : 'TimeGenerated';
}
