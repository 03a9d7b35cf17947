import type { YamlScalar } from './node.js';
import type { Span } from './span.js';

/**
 * Where the characters of a scalar's decoded text stand in its file: quotes, escapes, folds and
 * indentation make the two differ. The source is walked again, and only when asked.
 */
const offsetsOf = new WeakMap<YamlScalar, readonly number[]>();

/** The file offset of a decoded offset; the end of the text maps to just after its last character. */
export function sourceOffset(scalar: YamlScalar, offset: number): number {
  let offsets = offsetsOf.get(scalar);
  if (!offsets) {
    offsets = align(scalar);
    offsetsOf.set(scalar, offsets);
  }
  return offsets[Math.max(0, Math.min(offset, offsets.length - 1))]!;
}

/** The span of a stretch of a scalar's decoded text. An empty stretch is widened to a character. */
export function spanWithin(scalar: YamlScalar, start: number, end: number): Span {
  const { file } = scalar.span;
  const from = sourceOffset(scalar, start);
  if (end <= start) return { file, start: from, end: Math.min(from + 1, file.text.length) };
  // Up to the end of the last character, which may be written with several.
  const to =
    scalar.style === 'double' ? sourceOffset(scalar, end) : sourceOffset(scalar, end - 1) + 1;
  return { file, start: from, end: Math.max(to, from + 1) };
}

const ESCAPE_LENGTHS: Readonly<Record<string, number>> = { x: 4, u: 6, U: 10 };

/** One file offset for each UTF-16 unit of the decoded text, and one for its end. */
function align(scalar: YamlScalar): readonly number[] {
  const { text, style, span } = scalar;
  const source = span.file.text;
  const end = span.end;
  let at = contentStart(scalar);
  const offsets: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const c = text[i]!;
    if (style === 'double') {
      // An escaped line break stands for nothing.
      for (let skip = escapedBreak(source, at); skip > at; skip = escapedBreak(source, at))
        at = skip;
    }
    if (style === 'double' && source[at] === '\\') {
      offsets.push(at);
      const length = ESCAPE_LENGTHS[source[at + 1] ?? ''] ?? 2;
      // A non-BMP escape is one escape for two units.
      if (length === 10 && (text.charCodeAt(i) & 0xfc00) === 0xd800) {
        offsets.push(at);
        i++;
      }
      at += length;
    } else if (source[at] === c && !(c === ' ' && isFold(source, at, end))) {
      offsets.push(at);
      at += style === 'single' && c === "'" ? 2 : 1;
      if (c === '\n') at = skipBlanks(source, at, scalar);
    } else if (c === ' ' || c === '\n') {
      offsets.push(at);
      at = afterFold(source, at, end, c, text[i + 1]);
    } else {
      // Blanks that folding dropped.
      while (at < end && source[at] !== c && /\s/.test(source[at]!)) at++;
      offsets.push(at);
      at++;
    }
  }
  offsets.push(Math.min(at, end));
  return offsets;
}

function contentStart({ style, span, text }: YamlScalar): number {
  const source = span.file.text;
  if (style === 'single' || style === 'double') return span.start + 1;
  if (style === 'plain') return span.start;
  // Past the header's line, then to the first character.
  let at = source.indexOf('\n', span.start) + 1;
  const first = text[0];
  if (first !== undefined && first !== ' ' && first !== '\n') {
    while (at < span.end && source[at] !== first) at++;
  }
  return at;
}

function escapedBreak(source: string, at: number): number {
  const found = /^\\\r?\n[ \t]*/.exec(source.slice(at, at + 400));
  return found ? at + found[0].length : at;
}

/** Whether the blanks at `at` end the line, so that they are part of a fold. */
function isFold(source: string, at: number, end: number): boolean {
  while (at < end && (source[at] === ' ' || source[at] === '\t')) at++;
  return source[at] === '\n' || source[at] === '\r';
}

function afterFold(
  source: string,
  at: number,
  end: number,
  c: string,
  next: string | undefined,
): number {
  while (at < end && (source[at] === ' ' || source[at] === '\t' || source[at] === '\r')) at++;
  if (source[at] === '\n') at++;
  // The last break of a fold takes the indentation of the next line with it.
  if (c === ' ' || next !== '\n') {
    while (at < end && /\s/.test(source[at]!) && source[at] !== next) at++;
  }
  return at;
}

function skipBlanks(source: string, at: number, { style, span }: YamlScalar): number {
  if (style === 'single' || style === 'double') return at;
  const start = at;
  while (at < span.end && source[at] === ' ') at++;
  return source[at] === '\n' || source[at] === '\r' ? start : at;
}
