import {
  byLevel,
  joinTexts,
  LEVELS,
  paragraphs,
  replaceIn,
  searchesOf,
  sourcesOf,
} from '../../src/backend/index.js';
import type { AboutQuery, Format, MappedText, Plan } from '../../src/backend/index.js';
import { INDEXES, macrosApart, neededMacros } from './macros-conf.js';
import { sourceValues } from './macros.js';
import { groupOf, oneLine, stanza, TAKES } from './saved-searches.js';

/** An app whose searches read the indexes of one macro, with findings for Enterprise Security. */
export const splunkApp: Format = {
  name: 'splunk_app',
  description: 'An app folder with all searches of a run, for Splunk and Enterprise Security',
  extension: 'conf',
  wrap: (search, about) =>
    joinTexts([neededMacros(about), stanza(withinIndexes(search), about, findings(about))]),
  files: (documents) => {
    const { stanzas, texts } = macrosApart(documents.map((d) => d.text));
    const searches = documents.map((d, i) => ({ ...d, text: texts[i]! }));
    return [
      { path: 'default/app.conf', text: APP },
      { path: 'default/macros.conf', text: [INDEXES.stanza, ...stanzas.values()].join('\n') },
      { path: 'default/savedsearches.conf', text: paragraphs(searches) },
      { path: 'metadata/default.meta', text: [META, ...[...stanzas.keys()].map(kept)].join('\n') },
    ];
  },
  takes: TAKES,
  deploys: true,
};

const RISKS = { informational: 10, low: 20, medium: 50, high: 80, critical: 100 };

/** What Enterprise Security makes of a match. */
function findings(about: AboutQuery): readonly string[] {
  const { rule, name } = about;
  const level = LEVELS.find((l) => l === rule.level?.toLowerCase()) ?? 'medium';
  const lines = [
    'action.notable = 1',
    `action.notable.param.rule_title = ${templateFree(name)}`,
    `action.notable.param.rule_description = ${templateFree(rule.description ?? name)}`,
    'action.notable.param.security_domain = threat',
    `action.notable.param.severity = ${level}`,
  ];
  const objects = riskObjects(about);
  if (objects.length === 0) return lines;
  const score = byLevel(rule, RISKS, RISKS.medium);
  const risk = objects.map(([field, type]) => ({
    risk_object_field: field,
    risk_object_type: type,
    risk_score: score,
  }));
  return [
    ...lines,
    'action.risk = 1',
    `action.risk.param._risk = ${JSON.stringify(risk)}`,
    `action.risk.param._risk_message = ${templateFree(name)}`,
    'action.risk.param._risk_score = 0',
  ];
}

/**
 * The fields of a result that say who or what is at risk. A row of a correlation has those that it is
 * grouped by, and no host; a data model counts events, and its rows have none either.
 */
function riskObjects({ plan }: AboutQuery): readonly RiskObject[] {
  if (sourcesOf(plan).some(({ placement }) => placement.model !== null)) return [];
  if (plan.kind !== 'having') return [eventObject(plan)];
  return groupOf(plan).map(({ text }) => [text, riskType(text)]);
}

type RiskObject = readonly [field: string, type: string];

/**
 * What is at risk in what services log, by the source type: its host only collected it, and add-ons say in
 * `user` whose doing it was, as in Splunk's own content for the cloud.
 * https://github.com/splunk/security_content/tree/develop/detections/cloud
 */
const OF_SERVICES: readonly (readonly [RegExp, RiskObject])[] = [
  [/^aws:cloudwatchlogs:vpcflow$/i, ['src', 'system']],
  [/^kube:apiserver-audit$/i, ['user.username', 'user']],
  [/^(?:aws|azure|cisco:duo|github|google|gws|mscs|o365|oktaim2)\b/i, ['user', 'user']],
];

function eventObject(plan: Plan): RiskObject {
  const values = searchesOf(plan).flatMap((s) => sourceValues(s.conditions));
  const [, found] = OF_SERVICES.find(([type]) => values.some((v) => type.test(v))) ?? [];
  return found ?? ['host', 'system'];
}

function riskType(field: string): string {
  if (USER.test(field)) return 'user';
  return SYSTEM.test(field) ? 'system' : 'other';
}

const USER = /user(?!_?agent)|account|(?:^|_)actor|email/i;
const SYSTEM = /host|computer|workstation|device|ip$|addr|^(?:src|dest)|id_(?:orig|resp)_h$/i;

/** `$field$` would be a value of the event. */
function templateFree(text: string): string {
  return oneLine(text).replaceAll('$', '$$$$');
}

/**
 * A command that makes events itself, such as `tstats`, and a search with an index have no use for the
 * app's indexes; a macro has them.
 */
function withinIndexes(search: MappedText): MappedText {
  const { text } = search;
  if (text.startsWith('| multisearch')) {
    const starts = [...text.matchAll(INNER)].filter(([found]) => !found.startsWith('"'));
    const at = starts.map((m) => m.index + m[0].length).filter((i) => !hasIndex(text.slice(i)));
    return replaceIn(
      search,
      at.map((i) => ({ start: i, end: i, text: `${INDEXES.code} ` })),
    );
  }
  if (/^\s*\|/.test(text) || hasIndex(text)) return search;
  return joinTexts([`${INDEXES.code} `, search]);
}

/** Strings, and where the searches of a multisearch begin. */
const INNER = /"(?:[^"\\]|\\.)*"|\[search /gs;

function hasIndex(search: string): boolean {
  return /^\s*(?:`|\(?index\s*(?:=|IN\b))/.test(search);
}

/**
 * Nothing is to be set up, so nothing was. Splunk Cloud's administrators have a role of their own.
 * https://dev.splunk.com/enterprise/reference/appinspect/appinspectcheck/
 */
const APP = `[install]
is_configured = 0

[id]
name = sigma_rules
version = 1.0.0

[ui]
is_visible = 0
label = Sigma rules

[launcher]
author = sigmaql
description = Searches made from Sigma rules
version = 1.0.0

[package]
id = sigma_rules
check_for_updates = 0
`;

const META = `[]
access = read : [ * ], write : [ admin, sc_admin ]
export = system
`;

/**
 * Another app may have a macro of that name: each app's searches use its own.
 * https://docs.splunk.com/Documentation/Splunk/latest/Admin/Defaultmetaconf
 */
function kept(macro: string): string {
  return `[macros/${macro}]\nexport = none\n`;
}
