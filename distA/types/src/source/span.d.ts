/** A text that was read, with the name to show for it. */
export interface SourceFile {
    /** As the user named it; `<stdin>` for standard input. */
    readonly path: string;
    /** Decoded text, without a byte order mark. Offsets count UTF-16 code units of this text. */
    readonly text: string;
    /** The number of its first line; 1 if not given. Greater where only a piece of a long file is held. */
    readonly firstLine?: number;
}
/** A half-open range of offsets in one file. */
export interface Span {
    readonly file: SourceFile;
    readonly start: number;
    readonly end: number;
}
/** A place as people count: line and column from 1, columns in code points. */
export interface Position {
    readonly line: number;
    readonly column: number;
}
/** Offsets at which the lines of a file start. LF, CRLF and a lone CR each end a line. */
export declare function lineStarts(file: SourceFile): readonly number[];
/** The line index (from 0) that holds an offset. */
export declare function lineIndexAt(file: SourceFile, offset: number): number;
export declare function positionAt(file: SourceFile, offset: number): Position;
/** The smallest span that covers both. Both must be of one file. */
export declare function cover(a: Span, b: Span): Span;
