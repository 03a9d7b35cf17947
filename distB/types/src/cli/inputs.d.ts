import type { Diagnostic } from '../source/diagnostic.js';
export interface Input {
    /** To open it, and to show. `-` is standard input. */
    readonly path: string;
    /** Where it stands below the folder that the user named, with `/`: the shape of the output tree. */
    readonly relative: string;
}
export interface Inputs {
    readonly files: readonly Input[];
    readonly diagnostics: readonly Diagnostic[];
}
/** Which files of a folder are read, and how they are called where there are none. */
export interface Wanted {
    readonly names: RegExp;
    readonly called: string;
}
/** Finds the files that the user named, in order, each once. */
export declare function findInputs(names: readonly string[], wanted?: Wanted): Promise<Inputs>;
/** What a file holds, or why it cannot be had. */
export declare function readInput(path: string): Uint8Array | Diagnostic;
export declare function unreadable(path: string, error: unknown): Diagnostic;
