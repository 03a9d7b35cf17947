import { isAlias, isMap, isScalar, isSeq, parseAllDocuments } from 'yaml';
import type { Document, Node, Pair, ParsedNode, Scalar, YAMLMap } from 'yaml';
import { diagnostic } from './diagnostic.js';
import type { Diagnostic } from './diagnostic.js';
import { MAX_ALIASED_NODES, MAX_REPAIRS, MAX_YAML_DEPTH } from './limits.js';
import type { ScalarStyle, YamlEntry, YamlMap, YamlNode, YamlScalar } from './node.js';
import { applyRepairs, repairLine } from './repair.js';
import type { Repair } from './repair.js';
import { lineIndexAt, lineStarts, positionAt } from './span.js';
import type { SourceFile, Span } from './span.js';

export interface YamlDocument {
  /** Null where the document has an error. */
  readonly root: YamlNode | null;
  readonly span: Span;
  readonly diagnostics: readonly Diagnostic[];
}

type Documents = readonly Document.Parsed[];

/**
 * Reads every document of a file. Empty documents are left out. Loose YAML that a person can read
 * in one way only is read so, with a warning.
 */
export function readYaml(file: SourceFile): readonly YamlDocument[] {
  if (nestsTooDeep(file.text)) return [tooDeep(file)];
  let documents = parseText(file.text);
  if (!documents) return [tooDeep(file)];
  let toOriginal = (offset: number): number => offset;
  let repairs: readonly Repair[] = [];
  if (hasErrors(documents)) {
    const repaired = repairText(file, documents);
    if (repaired) ({ documents, toOriginal, repairs } = repaired);
  }
  const warnings = repairs.map((repair) => repairWarning(file, repair));
  return documents
    .filter((d) => d.contents !== null || d.errors.length > 0)
    .map((document) => {
      const reader = new Reader(file, toOriginal);
      const read = reader.document(document);
      const own = warnings.filter(
        ({ span }) => span!.start >= read.span.start && span!.start <= read.span.end,
      );
      return { ...read, diagnostics: [...own, ...read.diagnostics] };
    });
}

/** Blanks and dashes that may begin a line: each can open a level. */
const MAX_LINE_HEAD = 1_000;

/**
 * The parser recurses, and what overflows its stack may take the process along, so brackets and
 * indentation are counted before. Brackets in strings count too; a new top-level key starts afresh.
 */
function nestsTooDeep(text: string): boolean {
  let depth = 0;
  let head = 0;
  let inHead = true;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === 10) {
      inHead = true;
      head = 0;
      const next = text.charCodeAt(i + 1) | 32;
      if (next >= 97 && next <= 122) depth = 0;
    } else if (inHead && (c === 32 || c === 45 || c === 63 || c === 9)) {
      if (++head > MAX_LINE_HEAD) return true;
    } else {
      inHead = false;
      if (c === 91 || c === 123) {
        if (++depth > MAX_YAML_DEPTH) return true;
      } else if ((c === 93 || c === 125) && depth > 0) depth--;
    }
  }
  return false;
}

/** Null where the text nests deeper than the parser can follow. */
function parseText(text: string): Documents | null {
  try {
    const parsed = parseAllDocuments(text, {
      uniqueKeys: false,
      prettyErrors: false,
      logLevel: 'silent',
    });
    return Array.isArray(parsed) ? parsed : [];
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function hasErrors(documents: Documents): boolean {
  return documents.some((d) => d.errors.length > 0);
}

interface RepairedDocuments {
  readonly documents: Documents;
  readonly toOriginal: (offset: number) => number;
  readonly repairs: readonly Repair[];
}

/** Repairs one stumbling block after the other; null if some of them has no plain reading. */
function repairText(file: SourceFile, broken: Documents): RepairedDocuments | null {
  const repairs: Repair[] = [];
  const done = new Set<number>();
  let documents = broken;
  let toOriginal = (offset: number): number => offset;
  for (let turn = 0; turn < MAX_REPAIRS; turn++) {
    const error = documents.flatMap((d) => d.errors)[0];
    if (!error) return { documents, toOriginal, repairs };
    const at = lineIndexAt(file, toOriginal(Math.min(error.pos[0], file.text.length * 2)));
    // The parser may notice only on the line after.
    const index = [at, at - 1].find((i) => i >= 0 && !done.has(i) && lineRepair(file, i));
    if (index === undefined) return null;
    done.add(index);
    repairs.push(lineRepair(file, index)!);
    const repaired = applyRepairs(file.text, repairs);
    const next = parseText(repaired.text);
    if (!next) return null;
    documents = next;
    toOriginal = repaired.toOriginal;
  }
  return null;
}

function lineRepair(file: SourceFile, index: number): Repair | null {
  const starts = lineStarts(file);
  const start = starts[index]!;
  return repairLine(file.text.slice(start, starts[index + 1]).replace(/[\r\n]+$/, ''), start);
}

function repairWarning(file: SourceFile, repair: Repair): Diagnostic {
  const first = repair.edits[0]!;
  const span = { file, start: first.start, end: Math.max(first.end, first.start + 1) };
  const message = `This is not valid YAML; it was read with ${repair.reading}.`;
  return diagnostic('warning', 'yaml-repaired', message, span);
}

function tooDeep(file: SourceFile): YamlDocument {
  const span = { file, start: 0, end: Math.min(1, file.text.length) };
  const message = `The YAML nests deeper than ${MAX_YAML_DEPTH} levels. Flatten it.`;
  return { root: null, span, diagnostics: [diagnostic('error', 'yaml-too-deep', message, span)] };
}

const STYLES: Readonly<Record<string, ScalarStyle>> = {
  PLAIN: 'plain',
  QUOTE_SINGLE: 'single',
  QUOTE_DOUBLE: 'double',
  BLOCK_LITERAL: 'literal',
  BLOCK_FOLDED: 'folded',
};

interface Sized {
  readonly node: YamlNode;
  /** Nodes in it, aliases expanded. */
  readonly size: number;
}

class Reader {
  private readonly diagnostics: Diagnostic[] = [];
  private readonly anchors = new Map<string, Sized>();
  private expanded = 0;
  private size = 0;

  constructor(
    private readonly file: SourceFile,
    private readonly toOriginal: (offset: number) => number,
  ) {}

  document(document: Document.Parsed): YamlDocument {
    for (const error of document.errors) {
      if (error.code === 'RESOURCE_EXHAUSTION') return tooDeep(this.file);
      this.report('error', 'yaml-syntax', explainError(error.code, error.message), error.pos);
    }
    for (const warning of document.warnings) {
      this.report('warning', 'yaml-warning', `${warning.message}.`, warning.pos);
    }
    const contents: ParsedNode | null = document.contents;
    const range = contents?.range ?? [document.range[0], document.range[0] + 1];
    const span = this.span(range[0], range[1]);
    const read = contents && document.errors.length === 0 ? this.node(contents, 0) : null;
    const failed = this.diagnostics.some((d) => d.severity === 'error');
    return { root: failed ? null : read, span, diagnostics: this.diagnostics };
  }

  private span(start: number, end: number): Span {
    return { file: this.file, start: this.toOriginal(start), end: this.toOriginal(end) };
  }

  private report(
    severity: 'error' | 'warning',
    code: string,
    message: string,
    [start, end]: readonly [number, number],
  ): void {
    const span = this.span(start, Math.max(end, start + 1));
    this.diagnostics.push(diagnostic(severity, code, message, span));
  }

  private rangeOf(node: Node): [number, number] {
    return node.range ? [node.range[0], node.range[1]] : [0, 0];
  }

  private node(node: Node, depth: number): YamlNode {
    const [start, end] = this.rangeOf(node);
    if (depth > MAX_YAML_DEPTH) {
      const message = `The YAML nests deeper than ${MAX_YAML_DEPTH} levels. Flatten it.`;
      this.report('error', 'yaml-too-deep', message, [start, end]);
      return this.nothing(start);
    }
    const before = this.size++;
    let made: YamlNode;
    if (isScalar(node)) made = this.scalar(node);
    else if (isMap(node)) made = this.map(node, depth);
    else if (isSeq(node)) {
      const items = node.items.map((i) => this.node(i as Node, depth + 1));
      made = { kind: 'list', span: this.span(start, end), items };
    } else if (isAlias(node)) return this.alias(node.source, [start, end]);
    else made = this.nothing(start);
    const anchor = (node as Scalar).anchor;
    if (anchor) this.anchors.set(anchor, { node: made, size: this.size - before });
    return made;
  }

  private scalar(node: Scalar): YamlScalar {
    const [start, end] = this.rangeOf(node);
    const value = node.value;
    const plain =
      value === null || ['string', 'number', 'boolean', 'bigint'].includes(typeof value);
    const text = node.source ?? (plain && value !== null ? String(value) : '');
    return {
      kind: 'scalar',
      span: this.span(start, end),
      value: plain ? (value as YamlScalar['value']) : text,
      text,
      style: STYLES[node.type ?? 'PLAIN'] ?? 'plain',
    };
  }

  private nothing(at: number): YamlScalar {
    return { kind: 'scalar', span: this.span(at, at), value: null, text: '', style: 'plain' };
  }

  private alias(name: string, [start, end]: [number, number]): YamlNode {
    const known = this.anchors.get(name);
    if (!known) {
      const text = `*${name}`;
      const message = `Nothing is anchored as &${name}, so this was read as the string '${text}'. Put it in single quotes.`;
      this.report('warning', 'unquoted-wildcard', message, [start, end]);
      return { kind: 'scalar', span: this.span(start, end), value: text, text, style: 'plain' };
    }
    this.expanded += known.size;
    this.size += known.size;
    if (this.expanded > MAX_ALIASED_NODES) {
      if (this.expanded - known.size <= MAX_ALIASED_NODES) {
        const message = `The aliases of this document expand to more than ${MAX_ALIASED_NODES} nodes. Write the values out.`;
        this.report('error', 'alias-bomb', message, [start, end]);
      }
      return this.nothing(start);
    }
    return known.node;
  }

  private map(node: YAMLMap, depth: number): YamlMap {
    const entries: YamlEntry[] = [];
    const merged: YamlEntry[] = [];
    const seen = new Map<string, YamlScalar>();
    for (const pair of node.items as Pair<Node | null, Node | null>[]) {
      const keyNode = pair.key;
      if (!keyNode || !(isScalar(keyNode) || isAlias(keyNode))) {
        const range = keyNode ? this.rangeOf(keyNode) : this.rangeOf(node);
        const message = 'A key must be a plain name, not a list or a map. Put it in quotes.';
        this.report('error', 'yaml-key', message, range);
        continue;
      }
      const key = this.node(keyNode, depth + 1);
      if (key.kind !== 'scalar') continue;
      const value = pair.value ? this.node(pair.value, depth + 1) : this.nullAfter(key);
      if (key.text === '<<' && key.style === 'plain' && value.kind !== 'scalar') {
        const sources = value.kind === 'map' ? [value] : value.items;
        for (const source of sources) if (source.kind === 'map') merged.push(...source.entries);
        continue;
      }
      const first = seen.get(key.text);
      if (first) {
        const { line } = positionAt(this.file, first.span.start);
        const message = `The key '${key.text}' stands here already, in line ${line}; only one of the two would count. Merge them, or rename one.`;
        this.diagnostics.push(diagnostic('error', 'duplicate-key', message, key.span));
        continue;
      }
      seen.set(key.text, key);
      entries.push({ key, value });
    }
    for (const entry of merged) {
      if (seen.has(entry.key.text)) continue;
      seen.set(entry.key.text, entry.key);
      entries.push(entry);
    }
    const [start, end] = this.rangeOf(node);
    return { kind: 'map', span: this.span(start, end), entries };
  }

  private nullAfter(key: YamlScalar): YamlScalar {
    return { kind: 'scalar', span: key.span, value: null, text: '', style: 'plain' };
  }
}

/** The parser's errors in the words of someone who writes rules. */
const EXPLANATIONS: Readonly<Record<string, string>> = {
  TAB_AS_INDENT: 'A tab indents this line. Indent with spaces.',
  BAD_INDENT: 'This line is indented unlike its neighbours. Align it with the other keys.',
  MISSING_CHAR: 'A closing quote, bracket or brace is missing.',
  MULTILINE_IMPLICIT_KEY: 'A key must stand on one line. Is a colon, or a closing quote, missing?',
  IMPLICIT_KEY: 'A key must stand on one line and end in a colon.',
  BLOCK_AS_IMPLICIT_KEY:
    'Keys within one line. Put a value that holds a colon and a blank in single quotes.',
  UNEXPECTED_TOKEN:
    'This does not belong here. A value with special characters needs single quotes.',
  BAD_SCALAR_START: 'A value cannot begin with this character. Put it in single quotes.',
  BAD_DQ_ESCAPE: 'A backslash in double quotes begins an escape. Use single quotes.',
  BAD_ALIAS: 'A value cannot begin with * or & unless it is quoted. Put it in single quotes.',
};

function explainError(code: string, message: string): string {
  const plain = message.split('\n')[0]!.replace(/[.:]?\s*$/, '');
  const explanation = EXPLANATIONS[code];
  return explanation ? `${explanation} (YAML: ${plain})` : `Not valid YAML: ${plain}.`;
}
