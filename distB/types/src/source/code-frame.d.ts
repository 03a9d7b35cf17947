import type { Diagnostic } from './diagnostic.js';
export interface CodeFrameOptions {
    /** ANSI colours. */
    readonly colour: boolean;
    /** Lines to show before and after; 1 if not given. */
    readonly context?: number;
}
/** A diagnostic as people read it: what and where, then the lines with carets under the place. */
export declare function codeFrame(d: Diagnostic, options: CodeFrameOptions): string;
/** Terminal columns: East Asian wide characters and emoji take two, combining marks none. */
export declare function widthOf(text: string): number;
