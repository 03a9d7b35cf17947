import type { Diagnostic } from '../source/diagnostic.js';
/** One event, or what stood in its place. Both count in `index`. */
export type EventRecord = {
    readonly kind: 'event';
    /** From 0. */
    readonly index: number;
    /** Where it starts, from 1. */
    readonly line: number;
    readonly json: Readonly<Record<string, unknown>>;
} | {
    readonly kind: 'unreadable';
    readonly index: number;
    readonly line: number;
    readonly diagnostic: Diagnostic;
};
/**
 * Reads events from pieces of a file: one JSON object a line, objects one after another, and
 * arrays of objects, mixed as they come. Holds one event at a time. After something that is no
 * JSON, reading goes on at the next line that starts an object no deeper than the bad one did.
 */
export declare class EventReader {
    private readonly path;
    private buffer;
    private length;
    /** All before it is done with. */
    private at;
    private line;
    private lineStart;
    private index;
    private inList;
    private mode;
    private transcoder;
    private start;
    private startLine;
    private startColumn;
    private secondLine;
    private readonly open;
    private depth;
    private inString;
    private escaped;
    private lastByte;
    private lineIsBlank;
    /** Positions up to here were tried twice, so they are not tried a third time. */
    private furthest;
    constructor(path: string);
    /** The events that end within this piece. */
    push(bytes: Uint8Array): EventRecord[];
    /** What is left when the file ends. */
    end(): EventRecord[];
    /** Windows tools write UTF-16, and say so with a byte order mark. */
    private decodeUtf16;
    private append;
    private drop;
    private scan;
    private newLine;
    private between;
    private value;
    private mayStartValue;
    private finishValue;
    /** A number, a string, a word, or what is no JSON at all: to the end of the line or item. */
    private scalar;
    private finishScalar;
    /** Looks for a line that starts an object no deeper than the bad event did. */
    private lost;
    /** Reports the value being read, and goes back to its second line if that was tried only once. */
    private fail;
    private report;
    private unreadable;
}
