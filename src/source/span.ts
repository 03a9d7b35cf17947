/** A file's text, with the path to show for it. */
export interface SourceFile {
  /** As the user named it; `<stdin>` for standard input. */
  readonly path: string;
  /** Decoded text, without a byte order mark. Offsets count UTF-16 code units of this text. */
  readonly text: string;
  /** The number of its first line; 1 if not given. Greater where only a piece of a long file is held. */
  readonly firstLine?: number;
}

/** A half-open range of offsets in one file. */
export interface Span {
  readonly file: SourceFile;
  readonly start: number;
  readonly end: number;
}

/** A place as people count: line and column from 1, columns in code points. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

const lineStartsOf = new WeakMap<SourceFile, readonly number[]>();

/** Offsets at which the lines of a file start. LF, CRLF and a lone CR each end a line. */
export function lineStarts(file: SourceFile): readonly number[] {
  const known = lineStartsOf.get(file);
  if (known) return known;
  const starts = [0];
  const { text } = file;
  if (text.includes('\r')) {
    for (const { index, 0: ending } of text.matchAll(/\r\n?|\n/g))
      starts.push(index + ending.length);
  } else {
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  }
  lineStartsOf.set(file, starts);
  return starts;
}

/** The line index (from 0) that holds an offset. */
export function lineIndexAt(file: SourceFile, offset: number): number {
  const starts = lineStarts(file);
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

export function positionAt(file: SourceFile, offset: number): Position {
  const index = lineIndexAt(file, offset);
  const start = lineStarts(file)[index]!;
  const column = 1 + offset - start - (lowSurrogates(file, offset) - lowSurrogates(file, start));
  return { line: index + (file.firstLine ?? 1), column };
}

const lowSurrogatesOf = new WeakMap<SourceFile, readonly number[]>();

/** How many second halves of a code point are before an offset: by search, for lines of any length. */
function lowSurrogates(file: SourceFile, offset: number): number {
  let known = lowSurrogatesOf.get(file);
  if (!known) {
    known = Array.from(file.text.matchAll(/[\udc00-\udfff]/g), ({ index }) => index);
    lowSurrogatesOf.set(file, known);
  }
  let low = 0;
  let high = known.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (known[middle]! < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The smallest span that covers both. Both must be of one file. */
export function cover(a: Span, b: Span): Span {
  if (a.start <= b.start && a.end >= b.end) return a;
  return { file: a.file, start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) };
}
