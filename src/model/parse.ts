import { expectArgument } from '../source/arguments.js';
import { decode, fromText } from '../source/decode.js';
import type { Decoded } from '../source/decode.js';
import { diagnostic } from '../source/diagnostic.js';
import type { Diagnostic } from '../source/diagnostic.js';
import { entry } from '../source/yaml/node.js';
import type { YamlEntry, YamlMap, YamlNode } from '../source/yaml/node.js';
import { readPlainYaml } from '../source/yaml/plain-yaml.js';
import type { SourceFile, Span } from '../source/span.js';
import { readYaml } from '../source/yaml/yaml.js';
import type { YamlDocument } from '../source/yaml/yaml.js';
import { mergeCollections } from './reading/action.js';
import type { MergedDocument } from './reading/action.js';
import { codes } from './codes.js';
import type { Heading, SigmaDocument } from './document.js';
import { fromDraft } from './correlation/draft-correlation.js';
import { readCorrelation } from './correlation/read-correlation.js';
import { readFilter } from './reading/read-filter.js';
import { LEVELS } from './level.js';
import { LOG_SOURCE_KEYS } from './log-source.js';
import { METADATA_KEYS } from './metadata.js';
import { entryInAnyCase, standardName, STATUSES } from './reading/read-metadata.js';
import { readRule } from './reading/read-rule.js';
import { unwrapped } from './reading/wrapped.js';
import { SECTIONS, judgeRepeatedKeys } from './reading/repeated-keys.js';

export interface Parsed {
  /** In order; at least one. */
  readonly documents: readonly SigmaDocument[];
  /** Of all documents. */
  readonly diagnostics: readonly Diagnostic[];
}

export interface ParseOptions {
  /** The name to show in diagnostics; `<text>` if not given. */
  readonly path?: string | undefined;
}

/**
 * Reads every document of a file. Bad input never throws: it gives diagnostics.
 *
 * @throws TypeError for what is neither a string nor bytes
 */
export function parse(text: string | Uint8Array, options: ParseOptions = {}): Parsed {
  const isText = typeof text === 'string' || ArrayBuffer.isView(text);
  expectArgument(isText, 'parse takes a string or a Uint8Array', text);
  const documents = documentsOf(readText(text, options.path ?? '<text>'));
  return { documents, diagnostics: documents.flatMap((d) => d.diagnostics) };
}

function documentsOf({ file, diagnostics: encoding }: Decoded): readonly SigmaDocument[] {
  if (encoding.some((d) => d.severity === 'error')) {
    const span = { file, start: 0, end: 0 };
    return [nothing('unreadable', span, encoding)];
  }
  const documents = withEncoding(mergeCollections(readDocuments(file)).map(readDocument), encoding);
  if (documents.some((d) => d.kind !== 'template')) return documents;
  const span: Span = { file, start: 0, end: Math.min(1, file.text.length) };
  const none = diagnostic(codes['no-rules'](), span);
  const [first, ...others] = documents;
  if (!first) return [nothing('empty', span, [none])];
  return [{ ...first, diagnostics: [...first.diagnostics, none] }, ...others];
}

/** What was said of characters is told with the document that they are in. */
function withEncoding(
  documents: readonly SigmaDocument[],
  encoding: readonly Diagnostic[],
): readonly SigmaDocument[] {
  if (encoding.length === 0) return documents;
  const owner = (d: Diagnostic): number =>
    Math.max(
      0,
      documents.findLastIndex((document) => document.span.start <= (d.span?.start ?? 0)),
    );
  return documents.map((document, i) => {
    const own = encoding.filter((d) => owner(d) === i);
    return own.length === 0
      ? document
      : { ...document, diagnostics: [...own, ...document.diagnostics] };
  });
}

/** Most rules are plain YAML, which is read many times as fast; `readYaml` reads them all. */
function readDocuments(file: SourceFile): readonly YamlDocument[] {
  const root = readPlainYaml(file);
  const documents = root
    ? [{ root, partial: root, span: root.span, diagnostics: [] }]
    : readYaml(file, { keepsRepeated: true, names: TOP_NAMES }).map(judgeRepeatedKeys);
  return documents.flatMap(unwrapped).map(fromDraft);
}

/** Broken metadata loses no rule. */
const TOP_NAMES: ReadonlyMap<string, boolean> = new Map([
  ...METADATA_KEYS.map((key) => [key, true] as const),
  ...[...SECTIONS, ...LOG_SOURCE_KEYS, 'related', 'action'].map((key) => [key, false] as const),
]);

function readText(text: string | Uint8Array, path: string): Decoded {
  return typeof text === 'string' ? fromText(text, path) : decode(text, path);
}

const NOTHING: Heading = { id: null, name: null, title: null, level: null, status: null };

function nothing(
  kind: 'unreadable' | 'empty',
  span: Span,
  diagnostics: readonly Diagnostic[],
): SigmaDocument {
  return { kind, span, heading: NOTHING, content: null, diagnostics };
}

function readDocument(document: MergedDocument): SigmaDocument {
  const { root, partial, span, diagnostics } = document;
  if (document.isTemplate) {
    return { kind: 'template', span, heading: headingOf(partial), content: null, diagnostics };
  }
  if (!root) {
    const broken = readBroken(partial, diagnostics);
    if (broken) return { kind: 'filter', span, heading: headingOf(partial), ...broken };
    return { kind: 'unreadable', span, heading: headingOf(partial), content: null, diagnostics };
  }
  if (root.kind !== 'map') {
    const what = root.kind === 'list' ? 'a list' : 'a single value';
    const problem = diagnostic(codes['not-a-map']({ kind: what }), span);
    return nothing('unreadable', span, [...diagnostics, problem]);
  }
  const read = readMap(root);
  const heading = headingOf(root);
  return { ...read, span, heading, diagnostics: [...diagnostics, ...read.diagnostics] };
}

type Read = Omit<SigmaDocument, 'span' | 'heading'>;

function readMap(root: YamlMap): Read {
  const detection = entry(root, 'detection');
  if (!detection) {
    const correlation = section(root, 'correlation');
    if (correlation) return { kind: 'correlation', ...readCorrelation(root, correlation) };
    const filter = section(root, 'filter');
    if (filter) return { kind: 'filter', ...readFilter(root, filter) };
  }
  const mixed = detection && readMixed(root, detection);
  if (mixed) return mixed;
  const { rule, diagnostics } = readRule(root);
  return { kind: 'rule', content: rule, diagnostics };
}

/**
 * A correlation or a filter beside `detection`. What it refers to is known: a rule must not be used
 * without its filter, nor as a rule of its own if it only serves a correlation.
 */
function readMixed(root: YamlMap, detection: YamlEntry): Read | null {
  const related = [{ message: 'the rule', span: detection.key.span }];
  const problem = ({ key }: YamlEntry): Diagnostic =>
    diagnostic(codes['several-kinds']({ section: key.text }), key.span, { related });
  const correlation = entry(root, 'correlation');
  if (correlation?.value.kind === 'map') {
    const { content, broken = content, diagnostics } = readCorrelation(root, correlation);
    const found = [problem(correlation), ...diagnostics];
    return { kind: 'correlation', content: null, ...(broken && { broken }), diagnostics: found };
  }
  const filter = entry(root, 'filter');
  if (filter?.value.kind !== 'map' || !entry(filter.value, 'rules')) return null;
  return { kind: 'filter', ...readFilter(root, filter, [problem(filter)]) };
}

/** A filter in a document with errors: the rules that it names must not be used without it. */
function readBroken(
  partial: YamlNode | null,
  diagnostics: readonly Diagnostic[],
): Pick<SigmaDocument, 'content' | 'diagnostics'> | null {
  if (partial?.kind !== 'map' || entry(partial, 'detection')) return null;
  const filter = section(partial, 'filter');
  return filter ? readFilter(partial, filter, diagnostics) : null;
}

function section(root: YamlMap, key: string): YamlEntry | undefined {
  return entryInAnyCase(root, key);
}

function headingOf(root: YamlNode | null): Heading {
  if (root?.kind !== 'map') return NOTHING;
  const exact = (key: string): string | null => scalarText(entry(root, key)?.value);
  // `Title` is read too, with a warning.
  const text = exact('title') !== null ? exact : (key: string) => scalarText(anyCase(root, key));
  return {
    id: text('id'),
    name: text('name'),
    title: text('title'),
    level: standard(text('level'), LEVELS),
    status: standard(text('status'), STATUSES),
  };
}

/** A level or status as `readRule` reads it. */
function standard(value: string | null, names: readonly string[]): string | null {
  if (value === null) return null;
  const name = standardName(value);
  return names.includes(name) ? name : value;
}

function anyCase(map: YamlMap, key: string): YamlNode | undefined {
  return section(map, key)?.value;
}

function scalarText(node: YamlNode | undefined): string | null {
  return node?.kind === 'scalar' && node.value !== null ? node.text : null;
}
