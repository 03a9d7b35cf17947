import { diagnostic } from '../../source/diagnostic.js';
import type { Diagnostic } from '../../source/diagnostic.js';
import type { YamlEntry, YamlMap, YamlNode, YamlScalar } from '../../source/yaml/node.js';
import { positionAt } from '../../source/span.js';
import type { YamlDocument } from '../../source/yaml/yaml.js';
import { duplicateKey } from '../../source/yaml/yaml-nodes.js';
import { codes } from '../codes.js';

/**
 * Judges keys that appear twice in a map. The same value twice is one value. Fields of a search
 * identifier must both match. Of metadata the first is used, for it never loses a rule. What says
 * which events are meant, such as a second log source or condition, is refused.
 */
export function judgeRepeatedKeys(document: YamlDocument): YamlDocument {
  if (!document.root) return document;
  const found: Diagnostic[] = [];
  const root = judge(document.root, [], found);
  if (found.length === 0) return document;
  const failed = found.some((d) => d.severity === 'error');
  const diagnostics = [...document.diagnostics, ...found];
  return { ...document, root: failed ? null : root, partial: root, diagnostics };
}

type Path = readonly string[];

function judge(node: YamlNode, path: Path, found: Diagnostic[]): YamlNode {
  switch (node.kind) {
    case 'scalar':
      return node;
    case 'list': {
      const items = node.items.map((item) => judge(item, path, found));
      return items.every((item, i) => item === node.items[i]) ? node : { ...node, items };
    }
    case 'map':
      return judgeMap(node, path, found);
  }
}

function judgeMap(map: YamlMap, path: Path, found: Diagnostic[]): YamlMap {
  const inner = map.entries.map((e): YamlEntry => {
    const value = judge(e.value, [...path, e.key.text.toLowerCase()], found);
    return value === e.value ? e : { key: e.key, value };
  });
  if (!map.repeated) {
    return inner.every((e, i) => e === map.entries[i]) ? map : { ...map, entries: inner };
  }
  const second = path.length === 0 ? secondRule(map.repeated) : null;
  if (second) {
    found.push(diagnostic(codes['rules-not-separated'](), second.span));
    return { ...map, entries: inner };
  }
  const entries = [...inner];
  for (const { key, value } of map.repeated) {
    const first = inner.find((e) => e.key.text === key.text)!;
    const second = judge(value, [...path, key.text.toLowerCase()], found);
    const { line } = positionAt(first.key.span.file, first.key.span.start);
    const related = [{ message: 'the first definition of this key', span: first.key.span }];
    const same = textOf(first.value) === textOf(second);
    if (!same && isOfEvents(path, key.text.toLowerCase())) {
      found.push(duplicateKey(key, first.key));
    } else if (!same && path[0] === 'detection' && path.length > 1) {
      entries.push({ key, value: second });
      found.push(diagnostic(codes['repeated-field']({ key: key.text }), key.span, { related }));
    } else {
      const finding = codes['repeated-key']({ key: key.text, line });
      found.push(diagnostic(finding, key.span, { related }));
    }
  }
  return { kind: 'map', span: map.span, entries };
}

/** Where another rule begins in the same document: it repeats a section, and what surrounds it. */
function secondRule(repeated: readonly YamlEntry[]): YamlScalar | null {
  const [first, ...others] = repeated.map((e) => e.key);
  const sections = repeated.filter((e) => SECTIONS.has(e.key.text.toLowerCase()));
  return first && others.length > 0 && sections.length > 0 ? first : null;
}

/** What says which events are meant. */
export const SECTIONS: ReadonlySet<string> = new Set([
  'logsource',
  'detection',
  'correlation',
  'filter',
]);

/** Whether two values of a key leave open which events are meant. */
function isOfEvents(path: Path, key: string): boolean {
  const [section] = path;
  if (section === undefined) return SECTIONS.has(key);
  return SECTIONS.has(section) && !(section === 'detection' && path.length > 1);
}

/** The same for what says the same. */
export function textOf(node: YamlNode): string {
  switch (node.kind) {
    case 'scalar':
      return JSON.stringify([node.text, node.value === null]);
    case 'list':
      return `[${node.items.map(textOf).join()}]`;
    case 'map':
      return `{${node.entries.map((e) => `${textOf(e.key)}:${textOf(e.value)}`).join()}}`;
  }
}
