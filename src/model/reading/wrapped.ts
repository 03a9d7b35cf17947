import { diagnostic } from '../../source/diagnostic.js';
import type { Diagnostic } from '../../source/diagnostic.js';
import { entry } from '../../source/yaml/node.js';
import type { YamlEntry, YamlMap, YamlNode } from '../../source/yaml/node.js';
import type { YamlDocument } from '../../source/yaml/yaml.js';
import { SECTIONS } from './repeated-keys.js';
import { slipCodes } from './slip-codes.js';

/**
 * The documents of one whose rules are in a list, or under a key of their own, as some exports have
 * them; of any other, itself. Each with its sections as maps, where they are lists of their keys.
 */
export function unwrapped(document: YamlDocument): readonly YamlDocument[] {
  return rulesOf(document).map(withoutLists);
}

function rulesOf(document: YamlDocument): readonly YamlDocument[] {
  const { root } = document;
  const [first, ...others] = root ? rulesIn(root) : [];
  if (!root || !first || first === root) return [document];
  const within = root.kind === 'list' ? 'a list' : `\`${root.kind === 'map' ? keyOf(root) : ''}\``;
  const told = diagnostic(slipCodes['rule-within']({ within }), first.entries[0]!.key.span);
  return [
    { ...ofRule(first), diagnostics: [...document.diagnostics, told] },
    ...others.map(ofRule),
  ];
}

function ofRule(rule: YamlMap): YamlDocument {
  return { root: rule, partial: rule, span: rule.span, diagnostics: [] };
}

const keyOf = (root: YamlMap): string => root.entries[0]?.key.text ?? '';

/** Empty where a part of it is not a rule. */
function rulesIn(node: YamlNode): readonly YamlMap[] {
  if (node.kind === 'list') {
    const rules = node.items.flatMap((item) => (isRule(item) ? [item] : []));
    return rules.length === node.items.length ? rules : [];
  }
  if (node.kind !== 'map') return [];
  if (hasSection(node)) return [node];
  const [only, ...others] = node.entries;
  const isWrapper = others.length === 0 && /^(?:rules?|sigma)$/i.test(only?.key.text ?? '');
  return isWrapper && only ? rulesIn(only.value) : [];
}

const isRule = (node: YamlNode): node is YamlMap => node.kind === 'map' && hasSection(node);

function hasSection(map: YamlMap): boolean {
  return [...SECTIONS].some((section) => entry(map, section));
}

/** With sections that are lists of their keys as the maps that they should be. */
function withoutLists(document: YamlDocument): YamlDocument {
  const { root } = document;
  if (root?.kind !== 'map') return document;
  const told: Diagnostic[] = [];
  const entries = root.entries.map((given): YamlEntry => {
    const map = mapIn(given);
    if (!map) return given;
    const section = given.key.text;
    told.push(diagnostic(slipCodes['section-in-list']({ section }), given.key.span));
    return { ...given, value: map };
  });
  if (told.length === 0) return document;
  const made = { ...root, entries };
  return {
    ...document,
    root: made,
    partial: made,
    diagnostics: [...document.diagnostics, ...told],
  };
}

/** Null where a section is not a list, or has a key twice. Several log sources would be alternatives. */
function mapIn({ key, value }: YamlEntry): YamlMap | null {
  if (value.kind !== 'list') return null;
  const section = key.text.toLowerCase();
  if (!SECTIONS.has(section)) return null;
  const maps = value.items.flatMap((item) => (item.kind === 'map' ? [item] : []));
  const entries = maps.flatMap((map) => map.entries);
  const names = new Set(entries.map((e) => e.key.text.toLowerCase()));
  const isOne = maps.length === value.items.length && names.size === entries.length;
  if (!isOne || names.size === 0 || (section === 'logsource' && maps.length > 1)) return null;
  return { kind: 'map', span: value.span, entries };
}
