import { diagnostic } from '../../source/diagnostic.js';
import { entry } from '../../source/yaml/node.js';
import type { YamlEntry, YamlMap, YamlScalar } from '../../source/yaml/node.js';
import type { YamlDocument } from '../../source/yaml/yaml.js';
import { booleanWord } from '../reading/boolean-word.js';
import { codes } from './correlation-codes.js';

/**
 * A correlation of the specification's first draft as one of today's; any other document as it is. The
 * draft had no section, but `action: correlation`, and `ordered: true` where the type now says it.
 * https://github.com/SigmaHQ/sigma-specification/blob/5d63a6f7c17381f7549844a60da70a976968b553/Sigma_meta_rules.md
 */
export function fromDraft(document: YamlDocument): YamlDocument {
  const { root } = document;
  const action = root?.kind === 'map' ? entry(root, 'action') : undefined;
  if (root?.kind !== 'map' || !action || !isDraft(root, action)) return document;
  const isOfSection = ({ key }: YamlEntry): boolean => KEYS.has(key.text);
  const moved = root.entries.filter(isOfSection);
  const isOrdered = isTrue(entry(root, 'ordered'));
  const entries = moved.flatMap(({ key, value }) => {
    if (key.text === 'ordered') return [];
    if (key.text === 'type' && isOrdered && value.kind === 'scalar' && value.text === 'temporal')
      return [{ key, value: renamed(value, 'temporal_ordered') }];
    return [{ key: key.text === 'rule' ? renamed(key, 'rules') : key, value }];
  });
  const section: YamlEntry = {
    key: renamed(action.key, 'correlation'),
    value: { kind: 'map', span: root.span, entries },
  };
  const others = root.entries.filter((e) => e !== action && !isOfSection(e));
  const read: YamlMap = { ...root, entries: [...others, section] };
  const told = diagnostic(codes['correlation-draft'](), action.key.span);
  return {
    ...document,
    root: read,
    partial: read,
    diagnostics: [...document.diagnostics, told],
  };
}

function isDraft(root: YamlMap, { value }: YamlEntry): boolean {
  const isCorrelation = value.kind === 'scalar' && value.text.toLowerCase() === 'correlation';
  return isCorrelation && !entry(root, 'correlation') && !entry(root, 'detection');
}

function isTrue(found: YamlEntry | undefined): boolean {
  return found?.value.kind === 'scalar' && booleanWord(found.value.text) === true;
}

function renamed(scalar: YamlScalar, text: string): YamlScalar {
  return { ...scalar, text, value: text };
}

const KEYS: ReadonlySet<string> = new Set([
  'type',
  'rule',
  'rules',
  'group-by',
  'timespan',
  'condition',
  'field',
  'aliases',
  'ordered',
]);
