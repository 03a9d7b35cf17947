import type { Span } from './span.js';
export type Severity = 'error' | 'warning' | 'note';
/** Something to tell the author of a rule. */
export interface Diagnostic {
    /** Stable and kebab-case, such as `unknown-modifier`. */
    readonly code: string;
    readonly severity: Severity;
    /** One or two sentences: what is wrong, and what to do. */
    readonly message: string;
    /** The file it is about; empty when it is about no file. */
    readonly path: string;
    /** Null only where no place can be named, such as a file that cannot be opened. */
    readonly span: Span | null;
    /** Of an approximation: the query may match more, or less, than the rule. */
    readonly direction?: 'wider' | 'narrower';
}
export declare function diagnostic(severity: Severity, code: string, message: string, span: Span): Diagnostic;
/** A diagnostic about a file as a whole, such as one that is missing. */
export declare function fileDiagnostic(severity: Severity, code: string, message: string, path: string): Diagnostic;
/** The form in which `--json` prints a diagnostic; lines and columns count from 1. */
export interface DiagnosticRecord {
    readonly code: string;
    readonly severity: Severity;
    readonly message: string;
    readonly path: string;
    readonly line: number;
    readonly column: number;
    readonly endLine: number;
    readonly endColumn: number;
    readonly direction?: 'wider' | 'narrower';
}
export declare function toRecord(d: Diagnostic): DiagnosticRecord;
