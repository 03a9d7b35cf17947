import { byLevel, columnsOfAll, isoDuration, placeInJson } from '../../src/backend/index.js';
import type { AboutQuery, Format } from '../../src/backend/index.js';
import { codes } from './codes.js';
import { detailsOf, graphEntitiesOf, unshownDetails } from './entities.js';
import { outputColumns, tablesOf, withoutTable } from './output-columns.js';
import { frequencyOf, isTooFrequent, periodOf, reasonOfPeriod, sinceLastRun } from './schedule.js';
import { tacticsOf } from './tactics.js';

const SEVERITIES = {
  informational: 'informational',
  low: 'low',
  medium: 'medium',
  high: 'high',
  critical: 'high',
};

/** In minutes: Defender keeps 30 days of events to hunt in. */
const MAX_LOOKBACK = 30 * 24 * 60;

/** Without one of them, Defender refuses a rule. */
const ASSETS = ['hosts', 'accounts', 'mailboxes', 'ips'];

/**
 * A custom detection rule of Defender XDR, as Microsoft Graph takes it.
 * https://learn.microsoft.com/en-us/graph/api/resources/security-detectionrule?view=graph-rest-beta
 */
export const xdrDetection: Format = {
  name: 'xdr_detection',
  description: 'A custom detection rule for Defender XDR (JSON for Microsoft Graph)',
  extension: 'json',
  wrap: (query, about) =>
    placeInJson((text) => detectionRule(text, about), sinceLastRun(query, about), 2),
  bundle: (documents) =>
    `${JSON.stringify(
      documents.map(({ text }) => JSON.parse(text) as object),
      null,
      2,
    )}\n`,
  limits(_, about) {
    const hasAsset = Object.keys(mappings(about)).some((m) => ASSETS.includes(m));
    const what = reasonOfPeriod(about);
    const table = relatesEventsOf(about);
    return [
      ...withoutTable(about),
      ...(hasAsset ? [] : [codes['kql-xdr-asset']()]),
      ...(table === null ? [] : [codes['kql-xdr-event']({ table })]),
      ...(isTooFrequent(about) ? [codes['kql-interval']()] : []),
      ...(periodOf(about) > MAX_LOOKBACK ? [codes['kql-xdr-lookback']({ what })] : []),
    ];
  },
  unshown: unshownDetails,
  takes: ['enabled', 'interval', 'lookback', 'severity', 'prefix', 'set'],
  deploys: true,
  namesAttack: true,
};

function detectionRule(query: string, about: AboutQuery): object {
  const { rule, id, name, deployment } = about;
  const description = rule.description?.trim() || name;
  const details = detailsOf(rule.fields, outputColumns(about));
  return {
    // It must begin with a letter.
    id: `sigma-${id}`,
    displayName: name,
    description,
    status: deployment.enabled ? 'enabled' : 'disabled',
    queryCondition: { queryText: query },
    schedule: scheduleOf(about),
    detectionAction: {
      alertTemplate: {
        title: name,
        description,
        severity: byLevel(rule, SEVERITIES, 'medium'),
        ...tactic(about),
        entityMappings: mappings(about),
        ...(Object.keys(details).length === 0 ? {} : { customDetails: details }),
      },
    },
    ...deployment.set,
  };
}

/** https://learn.microsoft.com/en-us/graph/api/resources/security-ruleschedule?view=graph-rest-beta */
function scheduleOf(about: AboutQuery): object {
  const frequency = isoDuration(frequencyOf(about));
  const lookback = isoDuration(periodOf(about));
  return lookback === frequency ? { frequency } : { frequency, lookback };
}

/**
 * The first table with numbered events, if the rows of the query are about several of them; else null.
 * https://learn.microsoft.com/en-us/defender-xdr/custom-detection-rules#required-columns-in-the-query-results
 */
function relatesEventsOf(about: AboutQuery): string | null {
  const { plan, tables } = about;
  if (plan.kind !== 'having' || !tables) return null;
  const numbered = tablesOf(about).find((t) => columnsOfAll([t], tables)?.has('ReportId'));
  return numbered ?? null;
}

/** Only one tactic is taken; of the techniques, those that belong to it. */
function tactic(about: AboutQuery): object {
  const { tactics, techniques, subTechniques, isOf } = tacticsOf(about);
  const parts = (technique: string): readonly string[] =>
    subTechniques.filter((s) => s.startsWith(`${technique}.`));
  const ids = (technique: string): readonly string[] => {
    const own = parts(technique);
    return own.length > 0 ? own : [technique];
  };
  const of = (name: string): readonly string[] =>
    techniques.filter((t) => ids(t).some((id) => isOf(id, name)));
  const [best] = [...tactics].sort((a, b) => of(b).length - of(a).length);
  if (best === undefined) return {};
  const taken = of(best).map((technique) => ({ technique, subTechniques: parts(technique) }));
  return { tactics: [{ tactic: best, techniques: taken }] };
}

function mappings(about: AboutQuery): Readonly<Record<string, readonly object[]>> {
  const columns = outputColumns(about);
  const found: Record<string, readonly object[]> = {};
  for (const [collection, needed] of graphEntitiesOf(columns)) {
    found[collection] = [...(found[collection] ?? []), needed];
  }
  return found;
}
