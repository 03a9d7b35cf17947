import type { MappedText, Segment } from '../source/mapped-text.js';
import type { Span } from '../source/span.js';

/**
 * A query as a layout tree, after Wadler's prettier printer: a group is set on one line where it
 * fits and broken at its lines where it does not. Texts know the span of the rule they came from,
 * so the printed query has a source map without being read again.
 */
export type Doc =
  | string
  | { readonly kind: 'text'; readonly text: string; readonly span: Span }
  | { readonly kind: 'concat'; readonly parts: readonly Doc[]; readonly width: number }
  /** A break: `flat` in a group that fits, a new line otherwise. `hard` breaks every group around it. */
  | { readonly kind: 'line'; readonly flat: '' | ' '; readonly hard: boolean }
  | { readonly kind: 'indent'; readonly body: Doc; readonly width: number }
  | { readonly kind: 'group'; readonly body: Doc; readonly width: number };

/** A space, or a line break. */
export const line: Doc = Object.freeze({ kind: 'line', flat: ' ', hard: false });
/** Nothing, or a line break. */
export const softline: Doc = Object.freeze({ kind: 'line', flat: '', hard: false });
/** A line break always; in compact printing, a space. */
export const hardline: Doc = Object.freeze({ kind: 'line', flat: ' ', hard: true });

/** The length of a doc on one line; infinite where it cannot be on one. */
export function widthOf(doc: Doc): number {
  if (typeof doc === 'string') return doc.length;
  switch (doc.kind) {
    case 'text':
      return doc.text.length;
    case 'line':
      return doc.hard ? Infinity : doc.flat.length;
    default:
      return doc.width;
  }
}

/** A piece of query text that came from a place of the rule. */
export function text(value: string, span: Span): Doc {
  return { kind: 'text', text: value, span };
}

/** What a document of one piece is; null for one of several. */
export function pieceOf(doc: Doc): string | null {
  if (typeof doc === 'string') return doc;
  return doc.kind === 'text' ? doc.text : null;
}

/** How many pieces of a query came from a place of the rule. */
export function countTexts(doc: Doc): number {
  let count = 0;
  const left = [doc];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    if (typeof next === 'string' || next.kind === 'line') continue;
    if (next.kind === 'text') count++;
    else if (next.kind === 'concat') for (const part of next.parts) left.push(part);
    else left.push(next.body);
  }
  return count;
}

export function concat(...parts: readonly Doc[]): Doc {
  return sequence(parts);
}

/** A template whose slots are docs. */
export function written(strings: TemplateStringsArray, ...slots: readonly Doc[]): Doc {
  return sequence(strings.flatMap((s, i): readonly Doc[] => (i === 0 ? [s] : [slots[i - 1]!, s])));
}

/** As `concat`, for parts without number: arguments of a call go onto the stack. */
export function sequence(parts: readonly Doc[]): Doc {
  let width = 0;
  for (const part of parts) width += widthOf(part);
  return { kind: 'concat', parts, width };
}

export function indent(...parts: readonly Doc[]): Doc {
  const body = parts.length === 1 ? parts[0]! : concat(...parts);
  return { kind: 'indent', body, width: widthOf(body) };
}

export function group(...parts: readonly Doc[]): Doc {
  const body = parts.length === 1 ? parts[0]! : concat(...parts);
  return { kind: 'group', body, width: widthOf(body) };
}

export function join(separator: Doc, docs: readonly Doc[]): Doc {
  const parts: Doc[] = [];
  for (const doc of docs) {
    if (parts.length > 0) parts.push(separator);
    parts.push(doc);
  }
  return sequence(parts);
}

/** `open`, the body indented on lines of its own where it does not fit, `close`. */
export function enclose(open: Doc, body: Doc, close: Doc): Doc {
  return group(open, indent(softline, body), softline, close);
}

/** The doc on one line, however long that is. Not for docs of any depth: it calls itself. */
export function oneLine(doc: Doc): Doc {
  if (typeof doc === 'string' || doc.kind === 'text') return doc;
  if (doc.kind === 'line') return doc.flat;
  return doc.kind === 'concat' ? sequence(doc.parts.map(oneLine)) : oneLine(doc.body);
}

export interface PrintOptions {
  /** Columns that a line should keep to. */
  readonly width: number;
  /** Everything on one line. */
  readonly compact: boolean;
}

export function print(doc: Doc, { width, compact }: PrintOptions): MappedText {
  const segments: Segment[] = [];
  let out = '';
  let column = 0;
  // An explicit stack: a query may nest deeper than the engine's call stack.
  const stack: Doc[] = [doc];
  // How far each is indented, or that it is all on one line.
  const layouts: number[] = [compact ? FLAT : 0];
  while (stack.length > 0) {
    // A plugin may give what is no Doc: that must throw, and not end the query there.
    const d = stack.pop()!;
    const layout = layouts.pop()!;
    if (typeof d === 'string') {
      out += d;
      column += d.length;
      continue;
    }
    switch (d.kind) {
      case 'text':
        segments.push({ start: out.length, end: out.length + d.text.length, span: d.span });
        out += d.text;
        column += d.text.length;
        break;
      case 'concat':
        for (let i = d.parts.length - 1; i >= 0; i--) {
          stack.push(d.parts[i]!);
          layouts.push(layout);
        }
        break;
      case 'line':
        if (layout === FLAT) {
          out += d.flat;
          column += d.flat.length;
        } else {
          out += '\n' + ' '.repeat(layout);
          column = layout;
        }
        break;
      case 'indent':
        stack.push(d.body);
        layouts.push(layout === FLAT ? FLAT : layout + 2);
        break;
      case 'group':
        stack.push(d.body);
        layouts.push(column + d.width <= width ? FLAT : layout);
        break;
      default:
        throw new TypeError('a query is a Doc, which this is not');
    }
  }
  return { text: out, segments };
}

const FLAT = -1;
