import type { DeploymentSetting } from '../../backend/deployment.js';
import { DEPLOY_CONDITIONS } from '../../convert/deployment.js';
import type { DeployCondition, DeployEntry } from '../../convert/deployment.js';
import {
  DEPLOYMENT_SETTINGS,
  isDeploymentSetting,
  readDeployment,
} from '../../convert/deployment-reader.js';
import { nearest } from '../../model/suggest.js';
import { diagnostic } from '../../source/diagnostic.js';
import type { Diagnostic } from '../../source/diagnostic.js';
import type { YamlEntry, YamlNode } from '../../source/yaml/node.js';
import type { Span } from '../../source/span.js';
import { codes } from '../codes.js';
import { CUSTOM_NAMES } from './settings.js';

/** `deploy`: entries, each of settings and of `when` they apply. */
export function readDeploy(node: YamlNode, problems: Diagnostic[]): readonly DeployEntry[] {
  if (node.kind !== 'list') {
    problems.push(mistyped('deploy', 'a list of maps', node.span));
    return [];
  }
  return node.items.flatMap((item): DeployEntry[] => {
    if (item.kind !== 'map') {
      problems.push(mistyped('deploy', 'a list of maps', item.span));
      return [];
    }
    const when = item.entries.find((e) => e.key.text === 'when');
    const others = item.entries.filter((e) => e !== when);
    const names = ['when', ...Object.keys(DEPLOYMENT_SETTINGS)];
    for (const { key } of others) {
      if (!isDeploymentSetting(key.text)) problems.push(unknown(key, names));
    }
    const settings = readDeployment(others, (name, expected, span) => {
      problems.push(mistyped(`deploy.${name}`, expected, span));
    });
    return [{ when: when ? readWhen(when.value, problems) : {}, settings }];
  });
}

function readWhen(node: YamlNode, problems: Diagnostic[]): DeployEntry['when'] {
  if (node.kind !== 'map') {
    problems.push(mistyped('when', 'a map', node.span));
    return {};
  }
  const read: Partial<Record<DeployCondition, readonly string[]>> = {};
  for (const { key, value } of node.entries) {
    const known = DEPLOY_CONDITIONS.find((c) => c === key.text);
    if (!known) problems.push(unknown(key, DEPLOY_CONDITIONS));
    else read[known] = strings(`when.${known}`, value, problems);
  }
  return read;
}

/** `custom`: names of settings. */
export function readCustom(node: YamlNode, problems: Diagnostic[]): readonly DeploymentSetting[] {
  return strings('custom', node, problems).flatMap((name): DeploymentSetting[] => {
    if (isDeploymentSetting(name) && CUSTOM_NAMES.includes(name)) return [name];
    problems.push(mistyped('custom', `any of ${CUSTOM_NAMES.join(', ')}`, node.span));
    return [];
  });
}

function strings(name: string, node: YamlNode, problems: Diagnostic[]): string[] {
  const items = node.kind === 'list' ? node.items : [node];
  return items.flatMap((item) => {
    if (item.kind === 'scalar' && item.value !== null && item.text !== '') return [item.text];
    problems.push(mistyped(name, 'a string or a list of strings', item.span));
    return [];
  });
}

function mistyped(name: string, expected: string, span: Span): Diagnostic {
  return diagnostic(codes['setting-type']({ name, expected }), span);
}

function unknown({ text, span }: YamlEntry['key'], names: readonly string[]): Diagnostic {
  const like = nearest(text, names);
  const hint = like ? `Did you mean '${like}'?` : `Use one of: ${names.join(', ')}.`;
  return diagnostic(codes['unknown-setting']({ name: text, hint }), span);
}
