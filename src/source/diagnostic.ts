import { positionAt } from './span.js';
import type { Span } from './span.js';

export type Severity = 'error' | 'warning' | 'note';

/** Another place that a diagnostic is about, and what that place has to do with it. */
export interface RelatedPlace {
  /** A few words: `the first rule with this id`. */
  readonly message: string;
  readonly span: Span;
}

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
  /** In this file or another. */
  readonly related?: readonly RelatedPlace[];
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

export function withRelated(d: Diagnostic, related: readonly RelatedPlace[]): Diagnostic {
  return Object.freeze({ ...d, related });
}

/** Where something is, as `--json` prints it; lines and columns count from 1. */
export interface PlaceRecord {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** The form in which `--json` prints a diagnostic. */
export interface DiagnosticRecord extends PlaceRecord {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly direction?: 'wider' | 'narrower';
  readonly related?: readonly (PlaceRecord & { readonly message: string })[];
}

export function toRecord(d: Diagnostic): DiagnosticRecord {
  return {
    code: d.code,
    severity: d.severity,
    message: d.message,
    ...placeRecord(d.path, d.span),
    ...(d.direction ? { direction: d.direction } : {}),
    ...(d.related ? { related: d.related.map(relatedRecord) } : {}),
  };
}

function relatedRecord({ message, span }: RelatedPlace): PlaceRecord & { message: string } {
  return { message, ...placeRecord(span.file.path, span) };
}

function placeRecord(path: string, span: Span | null): PlaceRecord {
  const start = span ? positionAt(span.file, span.start) : { line: 1, column: 1 };
  const end = span ? positionAt(span.file, span.end) : start;
  return {
    path,
    line: start.line,
    column: start.column,
    endLine: end.line,
    endColumn: end.column,
  };
}
