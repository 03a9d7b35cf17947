import { diagnostic } from '../../source/diagnostic.js';
import type { Diagnostic } from '../../source/diagnostic.js';
import { entry } from '../../source/yaml/node.js';
import { MAX_MERGED_NODES } from '../../source/limits.js';
import type { YamlEntry, YamlMap, YamlNode, YamlScalar } from '../../source/yaml/node.js';
import { positionAt } from '../../source/span.js';
import type { YamlDocument } from '../../source/yaml/yaml.js';
import { codes } from '../codes.js';
import { replaceText } from './fixes.js';
import { SECTIONS, textOf } from './repeated-keys.js';

export interface MergedDocument extends YamlDocument {
  /** It is not a rule itself: it holds what other documents have in common. */
  readonly isTemplate?: true;
}

/**
 * The rule collections of older Sigma: a document with `action: global` is merged into those that
 * follow it, until `action: reset`; `action: repeat` merges into the document before it.
 */
export function mergeCollections(documents: readonly YamlDocument[]): readonly MergedDocument[] {
  let global: YamlMap | null = null;
  let previous: YamlMap | null = null;
  const merged: MergedDocument[] = [];
  let left = MAX_MERGED_NODES;
  /** Null once the file has too much in common. */
  const mergedMap = (base: YamlMap | null, over: YamlMap): YamlMap | null => {
    if (base) left -= sizeOf(base);
    return left < 0 ? null : mergeMaps(base, over);
  };
  for (const read of documents) {
    const { root } = read;
    const action = root?.kind === 'map' ? actionOf(root) : undefined;
    if (root?.kind !== 'map' || (!action && !global)) {
      merged.push(read);
      if (root?.kind === 'map') previous = root;
      continue;
    }
    const own = action ? without(root, action.key.text) : root;
    const written = action?.value.kind === 'scalar' ? action.value.text : undefined;
    const name = written?.toLowerCase();
    const document = action ? inAnyCase(read, action) : read;
    switch (name) {
      case undefined:
        if (action) merged.push(withProblem(document, unknownAction(action)));
        else {
          previous = mergedMap(global, own);
          if (previous) {
            const told = overridden(global!, own);
            const diagnostics = [...document.diagnostics, ...told];
            merged.push({ ...document, diagnostics, root: previous });
          } else merged.push(tooLarge(document, own));
        }
        break;
      case 'global':
        global = mergedMap(global, own) ?? global;
        merged.push(left < 0 ? tooLarge(document, own) : { ...document, isTemplate: true });
        break;
      case 'reset':
        global = null;
        if (own.entries.length === 0) merged.push({ ...document, isTemplate: true });
        else {
          previous = own;
          merged.push({ ...document, root: own });
        }
        break;
      case 'repeat':
        if (previous) {
          const both = mergedMap(previous, own);
          merged.push(both ? { ...document, root: both } : tooLarge(document, own));
          previous = both ?? previous;
        } else {
          const problem = diagnostic(codes['repeat-without-rule'](), action!.key.span);
          merged.push(withProblem(document, problem));
        }
        break;
      default:
        merged.push(withProblem(document, unknownAction(action!)));
    }
  }
  return merged;
}

const ACTIONS: ReadonlySet<string> = new Set(['global', 'reset', 'repeat']);

/** `Action: global` is one, and `Action: block` a key of the catalogue's own. */
function actionOf(root: YamlMap): YamlEntry | undefined {
  const isAction = ({ key, value }: YamlEntry): boolean =>
    key.text.toLowerCase() === 'action' &&
    value.kind === 'scalar' &&
    ACTIONS.has(value.text.toLowerCase());
  return entry(root, 'action') ?? root.entries.find(isAction);
}

/** Tells of an action that is not written in lower case. */
function inAnyCase(document: YamlDocument, { key, value }: YamlEntry): YamlDocument {
  const told: Diagnostic[] = [];
  if (key.text !== 'action') {
    const fix = replaceText('Write the key in lower case', key, 'action');
    told.push(diagnostic(codes['key-case']({ key: 'action' }), key.span, { fix }));
  }
  const written = value.kind === 'scalar' ? value.text : '';
  const lower = written.toLowerCase();
  if (written !== lower && ACTIONS.has(lower)) {
    const fix = replaceText(`Write \`${lower}\``, value as YamlScalar, lower);
    const finding = codes['value-case']({ key: 'action', value: written, read: lower });
    told.push(diagnostic(finding, value.span, { fix }));
  }
  return { ...document, diagnostics: [...document.diagnostics, ...told] };
}

function tooLarge(document: YamlDocument, { span }: YamlMap): YamlDocument {
  const finding = codes['collection-too-large']({ most: MAX_MERGED_NODES });
  return withProblem(document, diagnostic(finding, span));
}

/** How many nodes each map has that others are merged with. */
const sizes = new WeakMap<YamlNode, number>();

function sizeOf(node: YamlNode): number {
  if (node.kind === 'scalar') return 1;
  let size = sizes.get(node);
  if (size === undefined) {
    size = 1;
    const parts = node.kind === 'list' ? node.items : node.entries.map((e) => e.value);
    for (const part of parts) size += sizeOf(part);
    sizes.set(node, size);
  }
  return size;
}

function unknownAction(action: YamlEntry): Diagnostic {
  return diagnostic(codes['unknown-action'](), action.value.span);
}

function withProblem(document: YamlDocument, problem: Diagnostic): YamlDocument {
  return { ...document, root: null, diagnostics: [...document.diagnostics, problem] };
}

function without(map: YamlMap, key: string): YamlMap {
  return { ...map, entries: map.entries.filter((e) => e.key.text !== key) };
}

/**
 * Where a document says otherwise than the one that it has in common with others, of which events are
 * meant: pySigma, and sigmac before it, take the common one's word.
 */
function overridden(global: YamlMap, own: YamlMap): Diagnostic[] {
  const found: Diagnostic[] = [];
  const compare = (base: YamlMap, over: YamlMap): void => {
    for (const { key, value } of over.entries) {
      const common = entry(base, key.text);
      if (!common) continue;
      if (common.value.kind === 'map' && value.kind === 'map') compare(common.value, value);
      else if (textOf(common.value) !== textOf(value)) {
        const { line } = positionAt(common.key.span.file, common.key.span.start);
        const related = [{ message: 'the value for all documents', span: common.key.span }];
        const finding = codes['global-overridden']({ key: key.text, line });
        found.push(diagnostic(finding, key.span, { related }));
      }
    }
  };
  const sections = (map: YamlMap): YamlMap => ({
    ...map,
    entries: map.entries.filter((e) => SECTIONS.has(e.key.text)),
  });
  compare(sections(global), sections(own));
  return found;
}

/** Later entries win; maps are merged deeply. */
function mergeMaps(base: YamlMap | null, over: YamlMap): YamlMap {
  if (!base) return over;
  const entries = base.entries.map((e) => {
    const later = entry(over, e.key.text);
    if (!later) return e;
    const both = e.value.kind === 'map' && later.value.kind === 'map';
    return both
      ? { key: later.key, value: mergeMaps(e.value as YamlMap, later.value as YamlMap) }
      : later;
  });
  const added = over.entries.filter((e) => !entry(base, e.key.text));
  return { kind: 'map', span: over.span, entries: [...entries, ...added] };
}
