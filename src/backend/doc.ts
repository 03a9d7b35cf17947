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

function widthOf(doc: Doc): number {
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

export interface PrintOptions {
  /** Columns that a line should keep to. */
  readonly width: number;
  /** Everything on one line. */
  readonly compact: boolean;
}

export function print(doc: Doc, options: PrintOptions): MappedText {
  const segments: Segment[] = [];
  let out = '';
  let column = 0;
  // An explicit stack: a query may nest deeper than the engine's call stack.
  const stack: { doc: Doc; indentation: number; flat: boolean }[] = [
    { doc, indentation: 0, flat: options.compact },
  ];
  for (let top = stack.pop(); top; top = stack.pop()) {
    const { indentation, flat } = top;
    const d = top.doc;
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
          stack.push({ doc: d.parts[i]!, indentation, flat });
        }
        break;
      case 'line':
        if (flat) {
          out += d.flat;
          column += d.flat.length;
        } else {
          out += '\n' + ' '.repeat(indentation);
          column = indentation;
        }
        break;
      case 'indent':
        stack.push({ doc: d.body, indentation: indentation + 2, flat });
        break;
      case 'group':
        stack.push({
          doc: d.body,
          indentation,
          flat: flat || column + d.width <= options.width,
        });
        break;
    }
  }
  return { text: out, segments };
}
