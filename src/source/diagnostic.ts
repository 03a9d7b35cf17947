import type { Finding } from './codes.js';
import type { Severity } from './severity.js';
import { positionAt } from './span.js';
import type { Span } from './span.js';
import type { Direction } from './direction.js';

export type { Severity };

/** Another place that a diagnostic refers to. */
export interface RelatedPlace {
  /** What it is: `the first rule with this id`. */
  readonly message: string;
  readonly span: Span;
}

/** Replaces the text of a span; an empty span inserts. */
export interface Edit {
  readonly span: Span;
  readonly text: string;
}

/** Edits that resolve a diagnostic and leave the meaning of the rule as it was read. */
export interface Fix {
  /** In the imperative: `Write the key in lower case`. */
  readonly title: string;
  /** In order, of one file; none overlaps another. */
  readonly edits: readonly Edit[];
}

/** Something to tell the author of a rule. */
export interface Diagnostic {
  /** Stable and kebab-case, such as `unknown-modifier`. */
  readonly code: string;
  readonly severity: Severity;
  /** One or two sentences: what is wrong, and what to do. */
  readonly message: string;
  /** A further way to resolve it. */
  readonly help?: string;
  /** The file it is about; empty when it is about no file. */
  readonly path: string;
  /** Null only where no place can be named, such as a file that cannot be opened. */
  readonly span: Span | null;
  /** Of an approximation: the query may match more, or less, than the rule. */
  readonly direction?: Direction;
  /** In this file or another. */
  readonly related?: readonly RelatedPlace[];
  readonly fix?: Fix;
}

export interface DiagnosticDetails {
  readonly related?: readonly RelatedPlace[] | undefined;
  readonly fix?: Fix | undefined;
  readonly direction?: Direction | undefined;
  /** Overrides that of the code. */
  readonly severity?: Severity;
}

export function diagnostic(
  finding: Finding,
  span: Span,
  details: DiagnosticDetails = {},
): Diagnostic {
  return made(finding, span.file.path, span, details);
}

/** The same for diagnostics that say the same of one place. */
export function diagnosticKey(
  { code, message }: Pick<Finding, 'code' | 'message'>,
  span: Span | null,
): string {
  const place = span ? `${span.start} ${span.end} ${span.file.path}` : '';
  return `${code} ${place} ${message}`;
}

/** A diagnostic about a file as a whole, such as one that is missing. */
export function fileDiagnostic(
  finding: Finding,
  path: string,
  details: DiagnosticDetails = {},
): Diagnostic {
  return made(finding, path, null, details);
}

function made(
  { code, severity, message, help }: Finding,
  path: string,
  span: Span | null,
  { related, fix, direction, severity: own = severity }: DiagnosticDetails,
): Diagnostic {
  const base = { code, severity: own, message, path, span };
  if (help === undefined && !related && !fix && !direction) return base;
  return {
    ...base,
    ...(help === undefined ? {} : { help }),
    ...(direction ? { direction } : {}),
    ...(related ? { related } : {}),
    ...(fix ? { fix } : {}),
  };
}

/** A place in JSON output; lines and columns count from 1. */
export interface PlaceRecord {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** A diagnostic in JSON output. */
export interface DiagnosticRecord extends PlaceRecord {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly help?: string;
  readonly direction?: Direction;
  readonly related?: readonly (PlaceRecord & { readonly message: string })[];
  readonly fix?: {
    readonly title: string;
    readonly edits: readonly (PlaceRecord & { readonly text: string })[];
  };
}

export function toRecord(d: Diagnostic): DiagnosticRecord {
  const { code, severity, message } = d;
  const { path, line, column, endLine, endColumn } = placeRecord(d.path, d.span);
  const base = { code, severity, message, path, line, column, endLine, endColumn };
  if (d.help === undefined && !d.direction && !d.related && !d.fix) return base;
  return {
    ...base,
    ...(d.help === undefined ? {} : { help: d.help }),
    ...(d.direction ? { direction: d.direction } : {}),
    ...(d.related ? { related: d.related.map(relatedRecord) } : {}),
    ...(d.fix ? { fix: { title: d.fix.title, edits: d.fix.edits.map(editRecord) } } : {}),
  };
}

function editRecord({ span, text }: Edit): PlaceRecord & { text: string } {
  return { ...placeRecord(span.file.path, span), text };
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
