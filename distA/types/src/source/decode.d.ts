import type { Diagnostic } from './diagnostic.js';
import type { SourceFile } from './span.js';
export interface Decoded {
    readonly file: SourceFile;
    readonly diagnostics: readonly Diagnostic[];
}
/**
 * Reads bytes as text: UTF-8, or UTF-16 where a byte order mark or the zero bytes of plain ASCII
 * say so. Bytes that are no UTF-8 become U+FFFD and an error at their place. A file over the limit
 * gives an empty text and an error.
 */
export declare function decode(bytes: Uint8Array, path: string): Decoded;
/** As `decode`, of a text that is decoded already. */
export declare function fromText(text: string, path: string): Decoded;
/** @param size in bytes, or in UTF-16 code units of a text. */
export declare function fileTooLarge(size: number, path: string): Diagnostic;
