import type { Doc, Emitted, Span } from '../../src/backend/index.js';
/** `NOT x` binds as AND does: beside AND it stands alone, beside OR it needs parentheses. */
export declare const AND = 20;
/**
 * What one predicate becomes: queries that belong behind `field:`, one that stands for itself, or
 * what holds for no event.
 */
export type Piece = {
    readonly kind: 'never';
    readonly span: Span;
} | {
    readonly kind: 'of-field';
    readonly field: string;
    readonly docs: readonly Doc[];
} | {
    readonly kind: 'whole';
    readonly emitted: Emitted;
};
export declare function ofField(field: string, queries: readonly string[], span: Span): Piece;
export declare function whole(doc: Doc, binding?: number): Piece;
export declare function exists(field: string, span: Span): Piece;
export declare function missing(field: string, span: Span): Piece;
export declare function never(span: Span): Piece;
/** Any of some pieces. Values of one field go into one pair of parentheses: `field:("a" OR b*)`. */
export declare function anyOf(pieces: readonly Piece[]): Emitted;
/** Any of some pieces, as one that goes on. */
export declare function oneOf(pieces: readonly Piece[]): Piece;
/** All of some pieces. */
export declare function allOf(pieces: readonly Piece[]): Piece;
export declare function linked(word: 'AND' | 'OR', docs: readonly Doc[]): Doc;
