import { decode, fromText } from '../source/decode.js';
import type { Decoded } from '../source/decode.js';
import { diagnostic, withRelated } from '../source/diagnostic.js';
import type { Diagnostic } from '../source/diagnostic.js';
import { entry } from '../source/node.js';
import type { YamlMap, YamlNode } from '../source/node.js';
import { readPlainYaml } from '../source/plain-yaml.js';
import type { SourceFile, Span } from '../source/span.js';
import { readYaml } from '../source/yaml.js';
import type { YamlDocument } from '../source/yaml.js';
import { mergeCollections } from './action.js';
import type { Collection, CollectionItem, Heading } from './collection.js';
import { readRule } from './read-rule.js';

export interface Parsed {
  readonly collection: Collection;
  /** All there is to say of the file, that of its items included. */
  readonly diagnostics: readonly Diagnostic[];
}

export interface ParseOptions {
  /** The name to show in diagnostics; `<text>` if not given. */
  readonly path?: string;
}

/** Reads every rule of a text, in order. Bad input never throws: it gives diagnostics. */
export function parse(text: string | Uint8Array, options: ParseOptions = {}): Parsed {
  const { file, diagnostics: encoding } = readText(text, options.path ?? '<text>');
  if (encoding.some((d) => d.severity === 'error')) {
    const span = { file, start: 0, end: 0 };
    const item: CollectionItem = { span, heading: NOTHING, content: null, diagnostics: encoding };
    return { collection: { items: [item] }, diagnostics: encoding };
  }
  const documents = mergeCollections(readDocuments(file));
  const items = documents.map(readDocument);
  if (items.length === 0) {
    const span: Span = { file, start: 0, end: Math.min(1, file.text.length) };
    const empty = diagnostic('warning', 'no-rules', 'There is no rule in this file.', span);
    return { collection: { items }, diagnostics: [empty] };
  }
  const checked = withDuplicateIds(items);
  return { collection: { items: checked }, diagnostics: checked.flatMap((i) => i.diagnostics) };
}

/** Most rules are plain YAML, which is read many times as fast; `readYaml` reads them all. */
function readDocuments(file: SourceFile): readonly YamlDocument[] {
  const root = readPlainYaml(file);
  return root ? [{ root, partial: root, span: root.span, diagnostics: [] }] : readYaml(file);
}

function readText(text: string | Uint8Array, path: string): Decoded {
  return typeof text === 'string' ? fromText(text, path) : decode(text, path);
}

const NOTHING: Heading = { id: null, title: null, level: null, status: null };

function readDocument({ root, partial, span, diagnostics }: YamlDocument): CollectionItem {
  if (!root) return { span, heading: headingOf(partial), content: null, diagnostics };
  if (root.kind !== 'map') {
    const what = root.kind === 'list' ? 'a list' : 'a single value';
    const message = `A rule is a map with \`title\`, \`logsource\` and \`detection\`; this is ${what}.`;
    const problem = diagnostic('error', 'not-a-map', message, span);
    return { span, heading: NOTHING, content: null, diagnostics: [...diagnostics, problem] };
  }
  const heading = headingOf(root);
  if (!entry(root, 'detection')) {
    const correlation = entry(root, 'correlation');
    if (correlation) {
      const message =
        'Correlation rules are not converted yet. Convert the rules that it refers to, and correlate their alerts.';
      const problem = diagnostic(
        'error',
        'correlation-not-converted',
        message,
        correlation.key.span,
      );
      const content = { kind: 'correlation', span } as const;
      return { span, heading, content, diagnostics: [...diagnostics, problem] };
    }
    const filter = entry(root, 'filter');
    if (filter) {
      const message =
        'Filters are not applied yet. Until then, write the exclusion into the rules themselves.';
      const problem = diagnostic('warning', 'filter-not-applied', message, filter.key.span);
      const content = { kind: 'filter', span } as const;
      return { span, heading, content, diagnostics: [...diagnostics, problem] };
    }
  }
  const read = readRule(root);
  return { span, heading, content: read.rule, diagnostics: [...diagnostics, ...read.diagnostics] };
}

function headingOf(root: YamlNode | null): Heading {
  if (root?.kind !== 'map') return NOTHING;
  const exact = (key: string): string | null => scalarText(entry(root, key)?.value);
  // `Title` is read too, with a warning.
  const text = exact('title') !== null ? exact : (key: string) => scalarText(anyCase(root, key));
  return { id: text('id'), title: text('title'), level: text('level'), status: text('status') };
}

function anyCase(map: YamlMap, key: string): YamlNode | undefined {
  return map.entries.find((e) => e.key.text.toLowerCase() === key)?.value;
}

function scalarText(node: YamlNode | undefined): string | null {
  return node?.kind === 'scalar' && node.value !== null ? node.text : null;
}

function withDuplicateIds(items: readonly CollectionItem[]): readonly CollectionItem[] {
  if (items.length < 2) return items;
  const seen = new Map<string, CollectionItem>();
  return items.map((item) => {
    const { id } = item.heading;
    const first = id === null ? undefined : seen.get(id);
    if (id === null || item.content?.kind !== 'rule') return item;
    if (!first) {
      seen.set(id, item);
      return item;
    }
    const at = idSpan(item);
    const message = 'Another rule has this id. Give each rule an id of its own.';
    const problem = withRelated(diagnostic('warning', 'duplicate-id', message, at), [
      { message: 'the first rule with this id', span: idSpan(first) },
    ]);
    return { ...item, diagnostics: [...item.diagnostics, problem] };
  });
}

function idSpan({ content, span }: CollectionItem): Span {
  const id = content?.kind === 'rule' ? entry(content.document, 'id') : undefined;
  return id?.value.span ?? span;
}
