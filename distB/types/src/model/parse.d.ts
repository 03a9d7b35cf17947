import type { Diagnostic } from '../source/diagnostic.js';
import type { Collection } from './collection.js';
export interface Parsed {
    readonly collection: Collection;
    /** All there is to say of the file, that of its items included. */
    readonly diagnostics: readonly Diagnostic[];
}
export interface ParseOptions {
    /** The name to show in diagnostics; `<text>` if not given. */
    readonly path?: string;
}
/** Reads every rule of a text, in order. Bad input never throws: it gives diagnostics. */
export declare function parse(text: string | Uint8Array, options?: ParseOptions): Parsed;
