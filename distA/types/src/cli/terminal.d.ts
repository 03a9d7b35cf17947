import type { Diagnostic } from '../source/diagnostic.js';
import type { Message } from './convert-file.js';
/** Whether to colour what goes to a stream; NO_COLOR and FORCE_COLOR are heeded. */
export declare function wantsColour(stream: NodeJS.WriteStream): boolean;
/** Writes to standard output in large pieces, and waits where the reader is slower than we are. */
export declare function writeOut(text: string): Promise<void>;
export declare function flushOut(): Promise<void>;
/** Writes diagnostics to standard error; many of a kind are counted rather than shown. */
export declare class Diagnostics {
    private readonly verbose;
    readonly colour: boolean;
    private readonly shown;
    private readonly folded;
    constructor(verbose: boolean, colour: boolean);
    static readonly most = 10;
    add(message: Message): void;
    addPlain(d: Diagnostic): void;
    /** What was not shown in full. */
    finish(): void;
}
/** 1234567 as 1,234,567, on every machine alike. */
export declare function thousands(n: number): string;
/** A line on a terminal that says how far the work is; nothing elsewhere. */
export declare class Progress {
    private readonly total;
    private last;
    constructor(total: number);
    step(done: number): void;
    clear(): void;
}
