import type { ScalarStyle, YamlScalar } from './node.js';
import type { Span } from './span.js';
/**
 * A scalar's decoded text is not its source text: quotes, escapes, folds and indentation are gone.
 * These functions lead back. A map is made by walking the source again, once, when it is asked for.
 */
/** The offset in the file of what became the code unit at `offset` of `scalar.text`. */
export declare function sourceOffset(scalar: YamlScalar, offset: number): number;
/** The place in the file of `scalar.text.slice(start, end)`, an escape counted as a whole. */
export declare function spanWithin(scalar: YamlScalar, start: number, end: number): Span;
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
export declare function setOrigin(scalar: YamlScalar, origin: ScalarOrigin): void;
