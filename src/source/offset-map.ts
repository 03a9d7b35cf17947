import type { ScalarStyle, YamlScalar } from './yaml/node.js';
import type { SourceFile, Span } from './span.js';

/**
 * A scalar's decoded text is not its source text: quotes, escapes, folds and indentation are gone.
 * These functions lead back. A map is made by walking the source again, once, on demand.
 */

/** The offset in the file of what became the code unit at `offset` of `scalar.text`. */
function sourceOffset(scalar: YamlScalar, offset: number): number {
  const first = unchangedFrom(scalar);
  if (first !== null) return first + Math.min(Math.max(offset, 0), scalar.text.length);
  const map = mapOf(scalar);
  if (offset < map.starts.length) return map.starts[Math.max(offset, 0)]!;
  return map.ends[map.ends.length - 1] ?? map.empty;
}

/** The place in the file of `scalar.text.slice(start, end)`, an escape counted as a whole. */
export function spanWithin(scalar: YamlScalar, start: number, end: number): Span {
  const from = sourceOffset(scalar, start);
  const first = unchangedFrom(scalar);
  if (first !== null) {
    const to = first + Math.min(end, scalar.text.length);
    return { file: scalar.span.file, start: from, end: Math.max(from, to) };
  }
  if (end <= start) return { file: scalar.span.file, start: from, end: from };
  const { ends, empty } = mapOf(scalar);
  const to = ends[Math.min(end, ends.length) - 1] ?? empty;
  return { file: scalar.span.file, start: from, end: Math.max(from, to) };
}

/**
 * Where the source of a scalar that is its text as it stands begins; null if it is not. Escapes and
 * folds take more characters than they give, so the lengths tell.
 */
function unchangedFrom(scalar: YamlScalar): number | null {
  if (origins.has(scalar)) return null;
  const { span, style, text } = scalar;
  const length = span.end - span.start;
  if (style === 'plain') return length === text.length ? span.start : null;
  const quoted = style === 'single' || style === 'double';
  return quoted && length === text.length + 2 ? span.start + 1 : null;
}

/**
 * Where a scalar really was decoded from, if its document had to be repaired before YAML would
 * read it: offsets in the repaired text, and the way back to the file's.
 */
export interface ScalarOrigin {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly style: ScalarStyle;
  readonly toFile: (offset: number) => number;
}

const origins = new WeakMap<YamlScalar, ScalarOrigin>();

export function setOrigin(scalar: YamlScalar, origin: ScalarOrigin): void {
  origins.set(scalar, origin);
}

/** For each code unit of the decoded text, the offsets at which its source starts and ends. */
interface OffsetMap {
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** The offset of an empty string. */
  readonly empty: number;
}

const maps = new WeakMap<YamlScalar, OffsetMap>();

function mapOf(scalar: YamlScalar): OffsetMap {
  const known = maps.get(scalar);
  if (known) return known;
  const origin = origins.get(scalar);
  const { file, start, end } = scalar.span;
  const walker = origin
    ? new Walker(origin.text, origin.start, origin.end, scalar.text)
    : new Walker(unifiedText(file), start, end, scalar.text);
  const map = walker.walk(origin?.style ?? scalar.style);
  const made = origin
    ? {
        starts: map.starts.map(origin.toFile),
        ends: map.ends.map(origin.toFile),
        empty: origin.toFile(map.empty),
      }
    : map;
  maps.set(scalar, made);
  return made;
}

const unified = new WeakMap<SourceFile, string>();

/** A file's text with a line feed for each carriage return that is a line break by itself. */
function unifiedText(file: SourceFile): string {
  let text = unified.get(file);
  if (text === undefined) {
    text = file.text.replace(/\r(?!\n)/g, '\n');
    unified.set(file, text);
  }
  return text;
}

const isBlank = (c: string | undefined): boolean => c === ' ' || c === '\t';

class Walker {
  private readonly starts: number[] = [];
  private readonly ends: number[] = [];

  constructor(
    private readonly text: string,
    private readonly start: number,
    private readonly end: number,
    private readonly decoded: string,
  ) {}

  walk(style: ScalarStyle): OffsetMap {
    const { starts, ends } = this;
    if (style === 'literal' || style === 'folded') {
      this.block(style === 'folded');
      // Nothing may be left unmapped, whatever a broken source did to the walk.
      while (starts.length < this.decoded.length) this.emit(1, this.end, this.end);
      return { starts, ends, empty: this.end };
    }
    const quoted = style !== 'plain';
    const last = this.text[this.end - 1];
    const closed = quoted && this.end - this.start > 1 && (last === '"' || last === "'");
    this.flow(style, this.start + (quoted ? 1 : 0), closed ? this.end - 1 : this.end);
    while (starts.length < this.decoded.length) this.emit(1, this.end, this.end);
    return { starts, ends, empty: this.start + (quoted ? 1 : 0) };
  }

  private emit(count: number, start: number, end: number): void {
    for (let i = 0; i < count; i++) {
      this.starts.push(start);
      this.ends.push(end);
    }
  }

  /** The length of the line break at an offset: 0 if there is none. */
  private lineBreak(at: number): number {
    const c = this.text[at];
    if (c === '\n') return 1;
    if (c === '\r') return this.text[at + 1] === '\n' ? 2 : 0;
    return 0;
  }

  private flow(style: ScalarStyle, from: number, to: number): void {
    const { text } = this;
    let i = from;
    while (i < to) {
      const c = text[i];
      if (isBlank(c)) {
        let j = i;
        while (j < to && isBlank(text[j])) j++;
        // White space before a line break is not part of the value.
        if (j >= to || this.lineBreak(j) === 0) for (; i < j; i++) this.emit(1, i, i + 1);
        i = j;
      } else if (this.lineBreak(i) > 0) i = this.fold(i, to);
      else if (style === 'single' && c === "'" && text[i + 1] === "'") {
        this.emit(1, i, i + 2);
        i += 2;
      } else if (style === 'double' && c === '\\') i = this.escape(i, to);
      else {
        this.emit(1, i, i + 1);
        i++;
      }
    }
  }

  /** One line break is a space; of several, each but the first is a line feed. */
  private fold(from: number, to: number): number {
    const breaks: { readonly at: number; readonly length: number }[] = [];
    let i = from;
    while (i < to) {
      const length = this.lineBreak(i);
      if (length === 0) break;
      breaks.push({ at: i, length });
      i += length;
      while (i < to && isBlank(this.text[i])) i++;
    }
    for (const { at, length } of breaks.length === 1 ? breaks : breaks.slice(1)) {
      this.emit(1, at, at + length);
    }
    return i;
  }

  private escape(at: number, to: number): number {
    const { text } = this;
    const lineBreak = this.lineBreak(at + 1);
    if (lineBreak > 0) {
      let i = at + 1 + lineBreak;
      while (i < to && isBlank(text[i])) i++;
      return i;
    }
    const digits = { x: 2, u: 4, U: 8 }[text[at + 1] ?? ''];
    const end = at + 2 + (digits ?? 0);
    const beyondPlane0 = digits === 8 && parseInt(text.slice(at + 2, end), 16) > 0xffff;
    this.emit(beyondPlane0 ? 2 : 1, at, end);
    return end;
  }

  private block(folded: boolean): void {
    const { text, decoded } = this;
    let at = text.indexOf('\n', this.start) + 1;
    if (at === 0) return;
    const indent = this.blockIndent(at);
    let separator = '';
    // The offsets of the separator's line breaks.
    let breaks: (readonly [start: number, end: number])[] = [];
    let moreIndentedBefore = false;
    let started = false;
    let contentLength = decoded.length;
    while (decoded[contentLength - 1] === '\n') contentLength--;
    let end = at;
    while (this.starts.length < contentLength && at < text.length) {
      end = text.indexOf('\n', at);
      const next = end < 0 ? text.length : end + 1;
      if (end < 0) end = text.length;
      if (text[end - 1] === '\r') end--;
      let content = at;
      while (content < end && content - at < indent && text[content] === ' ') content++;
      const empty = content === end;
      if (!started && (empty || isOnlySpaces(text, content, end))) {
        for (let i = content; i < end; i++) this.emit(1, i, i + 1);
        this.emit(1, end, next);
      } else {
        started = true;
        const moreIndented = isBlank(text[content]);
        if (!folded || moreIndented) {
          if (folded && separator === ' ') separator = '\n';
          else if (folded && !moreIndentedBefore && separator === '\n') separator = '\n\n';
          this.separate(separator, breaks);
          for (let i = content; i < end; i++) this.emit(1, i, i + 1);
          separator = '\n';
          breaks = [[end, next]];
          moreIndentedBefore = moreIndented;
        } else if (empty) {
          if (separator === '\n') this.separate('\n', breaks.splice(0, 1));
          else separator = '\n';
          breaks.push([end, next]);
        } else {
          this.separate(separator, breaks);
          for (let i = content; i < end; i++) this.emit(1, i, i + 1);
          separator = ' ';
          breaks = [[end, next]];
          moreIndentedBefore = false;
        }
      }
      at = next;
    }
    this.blankLines(end);
  }

  /** Where a block has no more text, YAML keeps line breaks at most. */
  private blankLines(from: number): void {
    for (let i = from; this.starts.length < this.decoded.length && i < this.text.length; i++) {
      const length = this.lineBreak(i);
      if (length === 0) continue;
      this.emit(1, i, i + length);
      i += length - 1;
    }
  }

  private separate(separator: string, breaks: readonly (readonly [number, number])[]): void {
    for (let i = 0; i < separator.length; i++) {
      const place = breaks[Math.min(i, breaks.length - 1)];
      if (place) this.emit(1, place[0], place[1]);
      else this.emit(1, this.end, this.end);
    }
  }

  /** How many columns of each line are indentation: what the first line with text has lost. */
  private blockIndent(from: number): number {
    const { text, decoded } = this;
    let inText = 0;
    let inSource = 0;
    for (let i = 0; i < decoded.length && (decoded[i] === ' ' || decoded[i] === '\n'); i++) {
      inText = decoded[i] === ' ' ? inText + 1 : 0;
    }
    for (let i = from; i < text.length; i++) {
      if (text[i] === ' ') inSource++;
      else if (this.lineBreak(i) > 0) inSource = text[i] === '\r' ? inSource : 0;
      else break;
    }
    return inSource - inText;
  }
}

function isOnlySpaces(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (text[i] !== ' ') return false;
  return true;
}
