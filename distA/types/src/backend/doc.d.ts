import type { Span } from '../source/span.js';
/**
 * A query as a layout tree, after Wadler's prettier printer: a group is set on one line where it
 * fits and broken at its lines where it does not. Texts know the span of the rule they came from,
 * so the printed query has a source map without being read again.
 */
export type Doc = string | {
    readonly kind: 'text';
    readonly text: string;
    readonly span: Span;
} | {
    readonly kind: 'concat';
    readonly parts: readonly Doc[];
    readonly width: number;
}
/** A break: `flat` in a group that fits, a new line otherwise. `hard` breaks every group around it. */
 | {
    readonly kind: 'line';
    readonly flat: '' | ' ';
    readonly hard: boolean;
} | {
    readonly kind: 'indent';
    readonly body: Doc;
    readonly width: number;
} | {
    readonly kind: 'group';
    readonly body: Doc;
    readonly width: number;
};
/** A space, or a line break. */
export declare const line: Doc;
/** Nothing, or a line break. */
export declare const softline: Doc;
/** A line break always; in compact printing, a space. */
export declare const hardline: Doc;
/** A piece of query text that came from a place of the rule. */
export declare function text(value: string, span: Span): Doc;
export declare function concat(...parts: readonly Doc[]): Doc;
export declare function indent(...parts: readonly Doc[]): Doc;
export declare function group(...parts: readonly Doc[]): Doc;
export declare function join(separator: Doc, docs: readonly Doc[]): Doc;
/** `open`, the body indented on lines of its own where it does not fit, `close`. */
export declare function enclose(open: Doc, body: Doc, close: Doc): Doc;
/** A stretch of printed text and the place of the rule that it came from. */
export interface Segment {
    /** Half-open offsets into the printed text, in UTF-16 code units. */
    readonly start: number;
    readonly end: number;
    readonly span: Span;
}
export interface Printed {
    readonly text: string;
    /** In order, not overlapping. Text between them belongs to no place of the rule. */
    readonly segments: readonly Segment[];
}
export interface PrintOptions {
    /** Columns that a line should keep to. */
    readonly width: number;
    /** Everything on one line. */
    readonly compact: boolean;
}
export declare function print(doc: Doc, options: PrintOptions): Printed;
