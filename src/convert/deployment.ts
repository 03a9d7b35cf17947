import type { Deployment, DeploymentSetting } from '../backend/deployment.js';
import type { Format } from '../backend/format.js';
import { spanOfKey } from '../model/document.js';
import type { SigmaDocument } from '../model/document.js';
import type { Rule } from '../model/rule.js';
import { diagnostic } from '../source/diagnostic.js';
import type { Diagnostic } from '../source/diagnostic.js';
import { entry } from '../source/yaml/node.js';
import { codes } from './codes.js';
import {
  DEPLOYMENT_SETTINGS,
  isDeploymentSetting,
  readDeployment,
  wrongTimeOf,
} from './deployment-reader.js';

/** What an entry of the settings is for; of each, any of the values, and all of those that are given. */
export const DEPLOY_CONDITIONS = [
  'target',
  'format',
  'level',
  'category',
  'product',
  'service',
  'rule',
] as const;

export type DeployCondition = (typeof DEPLOY_CONDITIONS)[number];

export interface DeployEntry {
  readonly when: Readonly<Partial<Record<DeployCondition, readonly string[]>>>;
  readonly settings: Deployment;
}

/** How queries are deployed; plain data. */
export interface DeploySettings {
  /** Later ones over earlier ones. */
  readonly entries: readonly DeployEntry[];
  /** What a rule may set itself, under `custom`. */
  readonly custom: readonly DeploymentSetting[];
}

/** @throws RangeError for a time that no schedule has */
export function expectMinutes({ entries }: DeploySettings): void {
  for (const { settings } of entries) {
    const wrong = wrongTimeOf(settings);
    if (wrong === null) continue;
    const expected = DEPLOYMENT_SETTINGS[wrong];
    throw new RangeError(
      `deploy: ${wrong} must be ${expected}, as a number of minutes, not ${settings[wrong]}.`,
    );
  }
}

export interface Deployed {
  readonly deployment: Deployment;
  readonly diagnostics: readonly Diagnostic[];
}

/** What applies to a rule, with what it sets itself where that is allowed. */
export function deploymentOf(
  document: SigmaDocument,
  rule: Rule,
  target: string,
  format: Format,
  { entries, custom }: DeploySettings,
): Deployed {
  const has: Readonly<Record<DeployCondition, readonly (string | null)[]>> = {
    target: [target],
    format: [format.name],
    level: [rule.level],
    category: rule.logsource.category.map((n) => n.text),
    product: rule.logsource.product.map((n) => n.text),
    service: rule.logsource.service.map((n) => n.text),
    rule: [document.heading.id, document.heading.name, document.heading.title],
  };
  const applies = ({ when }: DeployEntry): boolean =>
    DEPLOY_CONDITIONS.every((key) => {
      const wanted = when[key]?.map((w) => w.toLowerCase());
      return !wanted || has[key].some((h) => h !== null && wanted.includes(h.toLowerCase()));
    });
  const diagnostics: Diagnostic[] = [];
  const all = entries.filter(applies).map((e) => e.settings);
  const own = ownSettings(rule, custom, diagnostics);
  const set = Object.assign({}, ...all.map((s) => s.set ?? {})) as NonNullable<Deployment['set']>;
  const deployment: Deployment = Object.assign(
    {},
    ...all,
    own,
    Object.keys(set).length > 0 ? { set } : {},
  ) as Deployment;
  if (format.wrap) {
    const takes: readonly DeploymentSetting[] = format.takes ?? [];
    for (const name of Object.keys(deployment) as DeploymentSetting[]) {
      if (takes.includes(name)) continue;
      const finding = codes['deploy-setting-unused']({ name, format: format.name });
      diagnostics.push(diagnostic(finding, spanOfKey(document, 'title')));
    }
  }
  return { deployment, diagnostics };
}

/** Of the rule's `custom`, what has the name of a setting; the rest is for others. */
function ownSettings(
  { document }: Rule,
  allowed: readonly DeploymentSetting[],
  diagnostics: Diagnostic[],
): Deployment {
  const custom = entry(document, 'custom')?.value;
  if (custom?.kind !== 'map') return {};
  const own = custom.entries.filter(({ key }) => isDeploymentSetting(key.text));
  const taken = own.filter(({ key: { text, span } }) => {
    if (allowed.some((name) => name === text)) return true;
    diagnostics.push(diagnostic(codes['deploy-setting-not-allowed']({ name: text }), span));
    return false;
  });
  return readDeployment(taken, (name, expected, span) => {
    diagnostics.push(diagnostic(codes['deploy-setting-type']({ name, expected }), span));
  });
}
