import type { Diagnostic, Severity } from './diagnostic.js';
import { lineIndexAt, lineStarts, positionAt } from './span.js';
import type { SourceFile } from './span.js';
import { visible } from './visible.js';

export interface CodeFrameOptions {
  /** ANSI colours. */
  readonly colour: boolean;
  /** Lines to show before and after; 1 if not given. */
  readonly context?: number | undefined;
}

const PLAIN: CodeFrameOptions = { colour: false };
const MAX_COLUMNS = 120;
const COLOURS: Readonly<Record<Severity, string>> = { error: '31', warning: '33', note: '36' };

/** A diagnostic as people read it: what and where, then the lines with carets under the place. */
export function codeFrame(d: Diagnostic, options: CodeFrameOptions = PLAIN): string {
  const paint = (codes: string, text: string): string =>
    options.colour ? `\u001b[${codes}m${text}\u001b[0m` : text;
  const head = `${paint(`1;${COLOURS[d.severity]}`, `${d.severity}[${d.code}]`)}: ${visible(d.message)}`;
  const path = visible(d.path);
  if (!d.span) {
    const help = d.help === undefined ? '' : `\n  = help: ${visible(d.help)}`;
    return path === '' ? head + help : `${head}\n  --> ${path}${help}`;
  }
  const { file } = d.span;
  const start = positionAt(file, d.span.start);
  const first = lineIndexAt(file, d.span.start);
  const last = Math.max(first, lineIndexAt(file, Math.max(d.span.start, d.span.end - 1)));
  const context = options.context ?? 1;
  const total = lineStarts(file).length;
  const from = Math.max(0, first - context);
  const to = Math.min(total - 1, last + context);
  const firstLine = file.firstLine ?? 1;
  const gutter = String(to + firstLine).length;
  const lines = [head, `${' '.repeat(gutter)}--> ${path}:${start.line}:${start.column}`];
  for (let index = from; index <= to; index++) {
    // Of a long span, its first and last lines tell enough.
    if (index > first + 2 && index < last - 1) {
      if (index === first + 3) lines.push(paint('34', `${' '.repeat(gutter)} ⋮`));
      continue;
    }
    const { text, caret } = frameLine(file, index, d.span.start, d.span.end);
    const number = String(index + firstLine).padStart(gutter);
    lines.push(`${paint('34', `${number} |`)}${text === '' ? '' : ` ${text}`}`);
    if (caret) {
      lines.push(`${paint('34', `${' '.repeat(gutter)} |`)} ${paint(COLOURS[d.severity], caret)}`);
    }
  }
  for (const { message, span } of d.related ?? []) {
    const at = positionAt(span.file, span.start);
    const place = `${visible(span.file.path)}:${at.line}:${at.column}`;
    lines.push(`${' '.repeat(gutter)} = ${place}: ${visible(message)}`);
  }
  if (d.help !== undefined) lines.push(`${' '.repeat(gutter)} = help: ${visible(d.help)}`);
  return lines.join('\n');
}

/** A line as a terminal may show it, and the carets under the part of it within the span. */
function frameLine(
  file: SourceFile,
  index: number,
  start: number,
  end: number,
): { text: string; caret: string | null } {
  const starts = lineStarts(file);
  const lineStart = starts[index]!;
  const line = file.text.slice(lineStart, lineEnd(file, lineStart, starts[index + 1]));
  const cells: { shown: string; width: number; marked: boolean }[] = [];
  let offset = lineStart;
  // No more than can be shown: a line may be megabytes long.
  const skip = Math.max(0, Math.min(start - lineStart, line.length) - 60);
  offset += skip;
  for (const c of line.slice(skip, skip + MAX_COLUMNS)) {
    const shown = visible(c);
    cells.push({
      shown,
      width: widthOf(shown),
      marked: offset >= start && offset < Math.max(end, start + 1),
    });
    offset += c.length;
  }
  const before = skip > 0 ? '…' : '';
  const after = line.length > skip + MAX_COLUMNS ? '…' : '';
  const text = before + cells.map((c) => c.shown).join('') + after;
  const within = start <= lineStart + line.length && Math.max(end, start + 1) > lineStart;
  if (!within) return { text, caret: null };
  let caret = ' '.repeat(before.length);
  for (const cell of cells) caret += (cell.marked ? '^' : ' ').repeat(cell.width);
  caret = caret.trimEnd();
  if (!caret.includes('^')) caret = `${' '.repeat(widthOf(text))}^`;
  return { text: text.trimEnd(), caret };
}

/** Where a line ends, without what ends it: found from there, since a line may be megabytes long. */
function lineEnd({ text }: SourceFile, start: number, next = text.length): number {
  let end = next;
  while (end > start && (text[end - 1] === '\n' || text[end - 1] === '\r')) end--;
  return end;
}

/** Terminal columns: East Asian wide characters and emoji take two, combining marks none. */
export function widthOf(text: string): number {
  let width = 0;
  for (const c of text) {
    if (/\p{M}/u.test(c)) continue;
    width +=
      /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u.test(
        c,
      )
        ? 2
        : 1;
  }
  return width;
}
