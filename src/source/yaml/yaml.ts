import { Composer, Lexer, Parser, YAMLParseError } from 'yaml';
import type { Document, YAMLError } from 'yaml';
import type { Finding } from '../codes.js';
import { diagnostic } from '../diagnostic.js';
import type { Diagnostic } from '../diagnostic.js';
import {
  MAX_DOCUMENT_SIZE,
  MAX_REPAIRED_SIZE,
  MAX_REPAIR_TURNS,
  MAX_YAML_DEPTH,
  MAX_YAML_DIAGNOSTICS,
} from '../limits.js';
import type { YamlNode } from './node.js';
import { lineRepairs, told } from './line-repairs.js';
import { tagsInProse } from './repair-prose.js';
import type { TopNames } from './repair-prose.js';
import { applyRepairs } from '../repairs.js';
import type { Repair } from '../repairs.js';
import { dependsOnTabs } from './repair.js';
import { lineIndexAt, lineStarts, positionAt } from '../span.js';
import type { SourceFile, Span } from '../span.js';
import { codes } from './yaml-codes.js';
import { firstOfBlock, isBelow } from './yaml-block.js';
import type { Block } from './yaml-block.js';
import { explain, isConsequence, opening, seenAt } from './yaml-errors.js';
import { missedErrors } from './yaml-missed.js';
import { toNodes } from './yaml-nodes.js';
import type { Nodes } from './yaml-nodes.js';

export interface YamlDocument {
  /** Null where the document has an error. */
  readonly root: YamlNode | null;
  /** As `root`; of a document with an error, what could be read all the same. */
  readonly partial: YamlNode | null;
  readonly span: Span;
  readonly diagnostics: readonly Diagnostic[];
}

export interface YamlOptions {
  /** Whether a key that appears twice in a map is kept, in `repeated`, rather than refused. */
  readonly keepsRepeated?: boolean;
  /** What is prose need not be YAML to be read. */
  readonly names?: TopNames;
}

/**
 * Reads every document of a file. Empty documents are left out. Loose YAML that a person can read
 * in one way only is read so, with a warning. Each document is read by itself, so a broken one
 * takes nothing from the others.
 */
export function readYaml(file: SourceFile, options: YamlOptions = {}): readonly YamlDocument[] {
  const documents: YamlDocument[] = [];
  for (const [start, end] of split(file.text)) {
    documents.push(...new Part(file, start, end, options).read());
  }
  return documents;
}

// Such a line ends a document anywhere, even within quotes:
// https://yaml.org/spec/1.2.2/#912-document-markers
const MARKER = /^(?:---|\.\.\.)(?=[ \t\r\n]|$)/gm;
const PRELUDE = /^(?:[ \t]*(?:#.*)?|%.*)$/;

/** Where documents start and end. Comments and directives before a `---` belong to it. */
function split(text: string): readonly (readonly [number, number])[] {
  const parts: (readonly [number, number])[] = [];
  let from = 0;
  for (const { index } of text.matchAll(MARKER)) {
    if (text[index] === '.') {
      parts.push([from, index + 3]);
      from = index + 3;
    } else if (!isPrelude(text, from, index)) {
      parts.push([from, index]);
      from = index;
    }
  }
  parts.push([from, text.length]);
  return parts;
}

function isPrelude(text: string, from: number, to: number): boolean {
  for (let i = from; i < to;) {
    const lineFeed = text.indexOf('\n', i);
    const end = lineFeed < 0 || lineFeed > to ? to : lineFeed;
    if (!PRELUDE.test(text.slice(i, text[end - 1] === '\r' ? end - 1 : end))) return false;
    i = end + 1;
  }
  return true;
}

interface Composed {
  readonly documents: readonly Document.Parsed[];
  readonly errors: readonly YAMLError[];
  /** Where nesting passes the limit; null if it does not. */
  readonly tooDeep: number | null;
}

const OPTIONS = {
  uniqueKeys: false,
  prettyErrors: false,
  logLevel: 'silent',
  resolveKnownTags: false,
} as const;

function compose(text: string, names?: TopNames): Composed {
  const parser = new Parser();
  const composer = new Composer(OPTIONS);
  const documents: Document.Parsed[] = [];
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) documents.push(...composer.next(token));
    // The composer recurses, and what overflows its stack may take the process along. The first
    // on this stack is the document itself.
    if (parser.stack.length > MAX_YAML_DEPTH + 1) {
      return { documents, errors: [], tooDeep: Math.min(parser.offset, text.length) };
    }
  }
  for (const token of parser.end()) documents.push(...composer.next(token));
  documents.push(...composer.end());
  const errors: YAMLError[] = documents.flatMap((d) => d.errors);
  errors.push(...missedErrors(documents, text));
  for (const at of names ? tagsInProse(text, names) : []) {
    errors.push(new YAMLParseError([at, at + 1], 'BAD_SCALAR_START', 'Tag in prose'));
  }
  // Without a document, the errors are in the composer.
  if (documents.length === 0) errors.push(...composer.streamInfo().errors);
  return { documents, errors, tooDeep: null };
}

interface Reading extends Composed {
  readonly text: string;
  readonly toFile: (offset: number) => number;
  readonly repairs: readonly Repair[];
}

/** The text of one document, and rarely, of what a broken one left behind. */
class Part {
  private readonly file: SourceFile;
  /** The part by itself, with line feeds where only carriage returns end its lines. */
  private readonly own: SourceFile;

  constructor(
    file: SourceFile,
    private readonly base: number,
    end: number,
    private readonly options: YamlOptions,
  ) {
    this.file = file;
    const whole = base === 0 && end === file.text.length;
    const text = whole ? file.text : file.text.slice(base, end);
    const unified = text.includes('\r') ? text.replace(/\r(?!\n)/g, '\n') : text;
    this.own = unified === file.text ? file : { path: file.path, text: unified };
  }

  read(): YamlDocument[] {
    const { text } = this.own;
    if (text.length > MAX_DOCUMENT_SIZE) {
      return [this.refused(codes['document-too-large'](), 0)];
    }
    const base = this.base;
    const strict = {
      ...compose(text, this.options.names),
      text,
      toFile: (o: number) => o + base,
      repairs: [],
    };
    const reading = strict.errors.length > 0 ? (this.repair(strict) ?? strict) : strict;
    if (reading.tooDeep !== null) {
      return [this.refused(codes['yaml-too-deep']({ max: MAX_YAML_DEPTH }), reading.tooDeep)];
    }
    return this.documents(reading);
  }

  private span(start: number, end: number): Span {
    const limit = this.file.text.length;
    return { file: this.file, start: Math.min(start, limit), end: Math.min(end, limit) };
  }

  private refused(finding: Finding, at: number): YamlDocument {
    const span = this.span(this.base + at, this.base + at + 1);
    const diagnostics = [diagnostic(finding, span)];
    return { root: null, partial: null, span, diagnostics };
  }

  private documents(reading: Reading): YamlDocument[] {
    const { documents, toFile } = reading;
    const found = this.diagnostics(reading);
    const failed = reading.errors.length > 0;
    const placement = {
      file: this.file,
      text: reading.text,
      repaired: reading.repairs.length > 0,
      keepsRepeated: this.options.keepsRepeated ?? false,
    };
    const made: YamlDocument[] = [];
    for (const { contents } of documents) {
      const read: Nodes | null = contents && toNodes(contents, { ...placement, toFile });
      const partial = read && !isNothing(read.node) ? read.node : null;
      if (!partial && !failed) continue;
      const diagnostics = failed ? [] : (read?.diagnostics ?? []);
      const whole = !failed && !diagnostics.some((d) => d.severity === 'error');
      const span = partial?.span ?? this.span(this.base, this.base + 1);
      made.push({ root: whole ? partial : null, partial, span, diagnostics });
    }
    if (found.length === 0) return made;
    const [first, ...others] = made;
    if (first) return [{ ...first, diagnostics: [...found, ...first.diagnostics] }, ...others];
    const span = found[0]!.span!;
    return failed ? [{ root: null, partial: null, span, diagnostics: found }] : [];
  }

  /** Errors of the YAML parser, at most one per line, and repairs. */
  private diagnostics(reading: Reading): Diagnostic[] {
    const { file, base } = this;
    const found: Diagnostic[] = [];
    for (const repair of told(reading.repairs).slice(0, MAX_YAML_DIAGNOSTICS)) {
      const { start, end, finding, title } = repair;
      const span = this.span(base + start, base + Math.max(end, start + 1));
      const edits = repair.edits.map((e) => ({
        span: this.span(base + e.start, base + e.end),
        text: e.text,
      }));
      found.push(diagnostic(finding, span, { fix: { title, edits } }));
    }
    const old = OLD_VERSION.exec(reading.text);
    if (old) {
      const start = reading.toFile(old.index);
      found.push(diagnostic(codes['yaml-old-version'](), this.span(start, start + old[0].length)));
    }
    const lines = new Set<number>();
    const blocks = new Set<number>();
    /** Without its colon, so that nothing below it has a place. */
    let key: number | null = null;
    // One line may contain many, and each is searched for.
    for (const error of reading.errors.slice(0, 4 * MAX_YAML_DIAGNOSTICS)) {
      if (lines.size > 0 && isConsequence(error)) continue;
      const noticed = lineIndexAt(file, reading.toFile(error.pos[0]));
      const seen = lines.has(noticed) ? null : seenAt(error, reading.text);
      const [from, to] = seen?.pos ?? opening(error, reading.documents) ?? error.pos;
      let start = reading.toFile(from);
      while (start < file.text.length && file.text[start] === ' ') start++;
      const span = this.span(start, Math.max(reading.toFile(to), start + 1));
      // One slip makes the parser stumble several times on its line.
      const line = lineIndexAt(file, span.start);
      if (lines.has(line)) continue;
      lines.add(line);
      if (seen) lines.add(noticed);
      const finding = explain(error, seen?.code);
      if (finding.code === 'yaml-missing-colon') key = from;
      if (finding.code === 'yaml-indent' && key !== null && isBelow(reading.text, key, from))
        continue;
      const block = finding.code === 'yaml-indent' ? firstOfBlock(reading.text, from) : null;
      if (!block) found.push(diagnostic(finding, span));
      // One line that is indented otherwise is told of by each that follows it.
      else if (!blocks.has(block.start)) {
        blocks.add(block.start);
        found.push(this.misaligned(block, span, reading));
      }
      if (found.length >= MAX_YAML_DIAGNOSTICS) break;
    }
    for (const { warnings } of reading.documents) {
      for (const { code, message, pos } of warnings) {
        if (code === 'TAG_RESOLVE_FAILED') continue;
        const span = this.span(reading.toFile(pos[0]), reading.toFile(pos[1]));
        found.push(diagnostic(codes['yaml-warning']({ detail: message }), span));
      }
    }
    return found;
  }

  private misaligned({ start, end, column, own }: Block, span: Span, reading: Reading): Diagnostic {
    const first = this.span(reading.toFile(start), reading.toFile(end));
    const { line } = positionAt(this.file, first.start);
    const finding = codes['yaml-indent-in-block']({ column: own + 1, line, other: column + 1 });
    const related = [{ message: 'the first line of the block', span: first }];
    return diagnostic(finding, span, { related });
  }

  /** Null if what YAML refuses has no reading, or more than one. */
  private repair(strict: Reading): Reading | null {
    if (this.own.text.length > MAX_REPAIRED_SIZE) return null;
    const usual = this.repairWith(strict, 4);
    const starts = lineStarts(this.own);
    if (!starts.some((s, i) => dependsOnTabs(this.own.text.slice(s, starts[i + 1])))) return usual;
    // Every width of a tab that gives a whole rule must give the same one.
    const readings = [usual, this.repairWith(strict, 2), this.repairWith(strict, 8)]
      .filter((r) => r !== null)
      .map((reading) => ({ reading, ...this.shape(reading) }));
    const fewest = Math.min(...readings.map((r) => r.empty));
    const whole = readings.filter((r) => r.empty === fewest);
    return whole.every((r) => r.shape === whole[0]!.shape) ? (whole[0]?.reading ?? null) : null;
  }

  /** What a reading says, and how many names it leaves without a value. */
  private shape(reading: Reading): { readonly shape: string; readonly empty: number } {
    const parts: string[] = [];
    let empty = 0;
    const add = (node: YamlNode): void => {
      if (node.kind === 'scalar') {
        if (isNothing(node)) empty++;
        parts.push(JSON.stringify(node.text), ' ');
      } else if (node.kind === 'list') {
        parts.push('[');
        node.items.forEach(add);
        parts.push(']');
      } else {
        parts.push('{');
        for (const { key, value } of node.entries) {
          add(key);
          add(value);
        }
        parts.push('}');
      }
    };
    for (const document of this.documents(reading)) if (document.partial) add(document.partial);
    return { shape: parts.join(''), empty };
  }

  /** Repairs one stumbling block after the other; null if some of them has no plain reading. */
  private repairWith(strict: Reading, tabWidth: number): Reading | null {
    const { own, base } = this;
    const { tryLine, tryColon, tryUnclosed, tryProse, soFar } = lineRepairs(own, tabWidth);
    const { names } = this.options;
    let reading = strict;
    for (let turn = 0; turn < MAX_REPAIR_TURNS; turn++) {
      const before = soFar().length;
      const lineOf = (offset: number): number =>
        lineIndexAt(own, Math.min(reading.toFile(offset) - base, own.text.length));
      for (const [i, error] of reading.errors.entries()) {
        // Later errors may only follow from the first, unless they speak of one line alone.
        if (i > 0 && !OF_ONE_LINE.has(error.code)) continue;
        const at = lineOf(error.pos[0]);
        // The parser may notice only on the line after, or far below the quote that is not closed.
        if ((i === 0 && tryUnclosed(at)) || tryLine(at)) continue;
        if (COLONS.has(error.code) && tryColon(at)) continue;
        if (i > 0 || tryLine(at - 1)) continue;
        const opened = opening(error, reading.documents);
        if (opened) tryLine(lineOf(opened[0]));
      }
      if (soFar().length === before) {
        if (!names || !tryProse(lineOf(reading.errors[0]!.pos[0]), names)) return null;
      }
      const all = soFar();
      const { text, toOriginal } = applyRepairs(own.text, all);
      const toFile = (offset: number): number => toOriginal(offset) + base;
      reading = { ...compose(text, names), text, toFile, repairs: all };
      if (reading.errors.length === 0) return reading;
    }
    return null;
  }
}

/** Before the document that it is about. */
const OLD_VERSION = /^%YAML[ \t]+1\.[01]\b/;

/** What a key without a space after its colon makes the parser say. */
const COLONS: ReadonlySet<string> = new Set(['MULTILINE_IMPLICIT_KEY', 'MISSING_CHAR']);

const OF_ONE_LINE: ReadonlySet<string> = new Set([
  'TAB_AS_INDENT',
  'BAD_SCALAR_START',
  'BAD_DQ_ESCAPE',
  'BAD_ALIAS',
  'BLOCK_AS_IMPLICIT_KEY',
]);

function isNothing(node: YamlNode): boolean {
  return node.kind === 'scalar' && node.style === 'plain' && node.text === '';
}
