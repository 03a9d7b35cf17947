import { positionAt } from './span.js';
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

export function diagnostic(
  severity: Severity,
  code: string,
  message: string,
  span: Span,
): Diagnostic {
  return Object.freeze({ code, severity, message, path: span.file.path, span });
}

/** A diagnostic about a file as a whole, such as one that is missing. */
export function fileDiagnostic(
  severity: Severity,
  code: string,
  message: string,
  path: string,
): Diagnostic {
  return Object.freeze({ code, severity, message, path, span: null });
}

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

export function toRecord(d: Diagnostic): DiagnosticRecord {
  const start = d.span ? positionAt(d.span.file, d.span.start) : { line: 1, column: 1 };
  const end = d.span ? positionAt(d.span.file, d.span.end) : start;
  return {
    code: d.code,
    severity: d.severity,
    message: d.message,
    path: d.path,
    line: start.line,
    column: start.column,
    endLine: end.line,
    endColumn: end.column,
    ...(d.direction ? { direction: d.direction } : {}),
  };
}
