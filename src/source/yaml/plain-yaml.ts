import type { ScalarStyle, YamlEntry, YamlList, YamlMap, YamlNode, YamlScalar } from './node.js';
import type { SourceFile, Span } from '../span.js';

/**
 * Reads the plain YAML that nearly every rule is written in: one document of block maps and lists
 * with scalars of one line, and literal block scalars. It is many times as fast as the whole
 * language. Null for anything else, and for anything that is not clearly right: `readYaml` knows
 * the rest, and every error.
 */
export function readPlainYaml(file: SourceFile): YamlMap | null {
  const reader = new PlainReader(file);
  try {
    return reader.read();
  } catch (error) {
    if (error === NOT_PLAIN) return null;
    throw error;
  }
}

/** Thrown within, as a value: making a stack trace would cost more than the reading. */
const NOT_PLAIN = Symbol('not plain');

const KEY = /[A-Za-z_][A-Za-z0-9_|./-]*(?: [A-Za-z0-9_|.]+)*(?=:(?: |\n|$))/y;
/** What a plain scalar may begin with, without being something else. */
const PLAIN_START = /[^\s,[\]{}#&*!|>'"%@`?:-]|[-:?](?=[^\s,[\]{}])/y;
const INTEGER = /^[-+]?[0-9]+$/;
const BASED = /^(?:0o[0-7]+|0x[0-9a-fA-F]+)$/;
const FLOAT = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;
const SPECIAL_FLOAT = /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/;
/** Tabs, carriage returns, and no-break spaces, which the whole reader warns of. */
const NOT_IN_PLAIN = ['\t', '\r', '\u00a0', '\u2007', '\u202f'];
const MAX_DEPTH = 100;

class PlainReader {
  private readonly text: string;
  /** Of the line that is to be read next: where it starts, its indentation, its first character. */
  private lineStart = 0;
  private indentation = 0;
  private at = 0;
  private depth = 0;

  constructor(private readonly file: SourceFile) {
    this.text = file.text;
  }

  read(): YamlMap {
    const { text } = this;
    if (NOT_IN_PLAIN.some((c) => text.includes(c)) || /^(?:---|\.\.\.|%)/m.test(text)) {
      throw NOT_PLAIN;
    }
    this.nextLine(0);
    if (this.at >= text.length || this.indentation !== 0) throw NOT_PLAIN;
    const root = this.block(0);
    if (this.at < text.length || root.kind !== 'map') throw NOT_PLAIN;
    return root;
  }

  private span(start: number, end: number): Span {
    return { file: this.file, start, end };
  }

  /** Goes to the first character of the next line that holds something. */
  private nextLine(from: number): void {
    const { text } = this;
    let start = from;
    for (;;) {
      let at = start;
      while (text.charCodeAt(at) === 32) at++;
      const c = text.charCodeAt(at);
      if (at >= text.length || (c !== 10 && c !== 35)) {
        this.lineStart = start;
        this.indentation = at - start;
        this.at = at;
        return;
      }
      const end = text.indexOf('\n', at);
      if (end < 0) {
        this.at = this.lineStart = text.length;
        this.indentation = 0;
        return;
      }
      start = end + 1;
    }
  }

  private endOfLine(at: number): number {
    const end = this.text.indexOf('\n', at);
    return end < 0 ? this.text.length : end;
  }

  private isItem(): boolean {
    const next = this.text.charCodeAt(this.at + 1);
    return this.text.charCodeAt(this.at) === 45 && (next === 32 || next === 10);
  }

  private block(indentation: number): YamlNode {
    if (++this.depth > MAX_DEPTH) throw NOT_PLAIN;
    const node = this.isItem() ? this.list(indentation) : this.map(indentation);
    this.depth--;
    return node;
  }

  private list(indentation: number): YamlList {
    const start = this.at;
    const items: YamlNode[] = [];
    while (this.at < this.text.length && this.indentation === indentation && this.isItem()) {
      let at = this.at + 1;
      while (this.text.charCodeAt(at) === 32) at++;
      if (at >= this.endOfLine(this.at) || this.text[at] === '#') throw NOT_PLAIN;
      KEY.lastIndex = at;
      if (KEY.test(this.text)) {
        // A map that begins on the dash's line is indented as its first key is.
        this.indentation = at - this.lineStart;
        this.at = at;
        items.push(this.map(this.indentation));
      } else items.push(this.scalar(at, indentation));
    }
    if (this.at < this.text.length && this.indentation > indentation) throw NOT_PLAIN;
    return { kind: 'list', span: this.span(start, items[items.length - 1]!.span.end), items };
  }

  private map(indentation: number): YamlMap {
    const start = this.at;
    const entries: YamlEntry[] = [];
    const seen = new Set<string>();
    while (this.at < this.text.length && this.indentation === indentation) {
      const keyStart = this.at;
      KEY.lastIndex = keyStart;
      if (!KEY.test(this.text)) break;
      const keyEnd = KEY.lastIndex;
      const name = this.text.slice(keyStart, keyEnd);
      if (seen.has(name) || typeof resolve(name) !== 'string') throw NOT_PLAIN;
      seen.add(name);
      const key: YamlScalar = {
        kind: 'scalar',
        span: this.span(keyStart, keyEnd),
        value: name,
        text: name,
        style: 'plain',
      };
      entries.push({ key, value: this.value(keyEnd + 1, indentation, key) });
    }
    if (entries.length === 0 || (this.at < this.text.length && this.indentation > indentation)) {
      throw NOT_PLAIN;
    }
    const { key, value } = entries[entries.length - 1]!;
    const end = Math.max(key.span.end + 1, value.span.end);
    return { kind: 'map', span: this.span(start, end), entries };
  }

  /** What follows a key's colon, on its line or below it. */
  private value(from: number, indentation: number, key: YamlScalar): YamlNode {
    const { text } = this;
    let at = from;
    while (text.charCodeAt(at) === 32) at++;
    const c = text.charCodeAt(at);
    if (at < text.length && c !== 10 && !(c === 35 && at > from))
      return this.scalar(at, indentation);
    this.nextLine(this.endOfLine(at) + 1);
    const inside = this.at < text.length;
    if (inside && this.indentation > indentation) return this.block(this.indentation);
    // A list may be at the indentation of its key.
    if (inside && this.indentation === indentation && this.isItem()) return this.block(indentation);
    return { kind: 'scalar', span: key.span, value: null, text: '', style: 'plain' };
  }

  /** @param indentation of the key or dash: what goes on below it is not plain. */
  private scalar(at: number, indentation: number): YamlScalar {
    const { text } = this;
    const c = text[at]!;
    const lineEnd = this.endOfLine(at);
    if (c === '|') return this.literal(at, lineEnd, indentation);
    let end: number;
    let value: string;
    let style: ScalarStyle;
    if (c === "'" || c === '"') {
      end = this.closingQuote(at, lineEnd, c);
      value = text.slice(at + 1, end - 1);
      if (c === "'") value = value.includes("'") ? value.replaceAll("''", "'") : value;
      else if (value.includes('\\')) throw NOT_PLAIN;
      style = c === "'" ? 'single' : 'double';
    } else {
      PLAIN_START.lastIndex = at;
      if (!PLAIN_START.test(text)) throw NOT_PLAIN;
      end = lineEnd;
      value = text.slice(at, end);
      const comment = value.indexOf(' #');
      if (comment >= 0) end = at + comment;
      while (text.charCodeAt(end - 1) === 32) end--;
      value = text.slice(at, end);
      if (value.includes(': ') || value.endsWith(':')) throw NOT_PLAIN;
      style = 'plain';
    }
    if (!/^ *(?: #.*)?$/.test(text.slice(end, lineEnd))) throw NOT_PLAIN;
    this.nextLine(lineEnd + 1);
    if (this.at < text.length && this.indentation > indentation) throw NOT_PLAIN;
    const resolved = style === 'plain' ? resolve(value) : value;
    return { kind: 'scalar', span: this.span(at, end), value: resolved, text: value, style };
  }

  private closingQuote(at: number, lineEnd: number, quote: string): number {
    for (let i = at + 1; i < lineEnd; i++) {
      if (this.text[i] !== quote) continue;
      if (quote === "'" && this.text[i + 1] === "'") i++;
      else return i + 1;
    }
    throw NOT_PLAIN;
  }

  /** `|` alone: lines as they are, their common indentation gone, one line break at the end. */
  private literal(at: number, lineEnd: number, indentation: number): YamlScalar {
    const { text } = this;
    if (lineEnd !== at + 1) throw NOT_PLAIN;
    const lines: string[] = [];
    let inner = -1;
    let start = lineEnd + 1;
    let end = start;
    while (start < text.length) {
      const stop = this.endOfLine(start);
      let first = start;
      while (first < stop && text.charCodeAt(first) === 32) first++;
      if (first === stop) {
        if (first - start > Math.max(inner, 0)) throw NOT_PLAIN;
        lines.push('');
      } else {
        if (first - start <= indentation) break;
        if (inner < 0) inner = first - start;
        if (first - start < inner) throw NOT_PLAIN;
        lines.push(text.slice(start + inner, stop));
        end = stop + 1;
      }
      start = stop + 1;
    }
    if (inner < 0) throw NOT_PLAIN;
    while (lines[lines.length - 1] === '') lines.pop();
    const value = `${lines.join('\n')}\n`;
    if (end > text.length) throw NOT_PLAIN;
    this.nextLine(start);
    if (this.at < text.length && this.indentation > indentation) throw NOT_PLAIN;
    return { kind: 'scalar', span: this.span(at, end), value, text: value, style: 'literal' };
  }
}

/** YAML 1.2's core schema. */
function resolve(text: string): YamlScalar['value'] {
  switch (text) {
    case '~':
    case 'null':
    case 'Null':
    case 'NULL':
      return null;
    case 'true':
    case 'True':
    case 'TRUE':
      return true;
    case 'false':
    case 'False':
    case 'FALSE':
      return false;
  }
  const c = text.charCodeAt(0);
  // Numbers begin with a digit, a sign or a point.
  if (c > 57 || c < 43) return text;
  if (INTEGER.test(text)) return Number(text);
  if (BASED.test(text) || FLOAT.test(text)) return Number(text);
  return SPECIAL_FLOAT.test(text) ? NaN : text;
}
