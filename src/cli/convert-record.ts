import type { Query } from '../convert/index.js';
import type { SigmaDocument } from '../model/document.js';
import type { Diagnostic } from '../source/diagnostic.js';
import { commandRecord } from './hints.js';

/**
 * The lines that `convert --json` prints for a document: one object per query, or a single one if
 * it has none, such as a filter.
 */
export function documentLines(document: SigmaDocument, queries: readonly Query[]): string {
  const head = headOf(document);
  const diagnostics = document.diagnostics.map(commandRecord);
  if (queries.length === 0) return lineOf({ ...head, ...NO_QUERY, diagnostics });
  return queries
    .map(({ target, format, pipelines, text, fidelity, mapping, limits, diagnostics: own }) =>
      lineOf({
        ...head,
        target,
        format,
        pipelines,
        query: text,
        fidelity,
        mapping,
        limits: [...new Set(limits.map((l) => l.code))],
        diagnostics: [...diagnostics, ...own.map(commandRecord)],
      }),
    )
    .join('');
}

/** The line for a file that cannot be read. */
export function unreadableLine(problem: Diagnostic): string {
  const rule = { id: null, title: null, level: null, status: null };
  const head = { path: problem.path, kind: 'unreadable', rule };
  return lineOf({ ...head, ...NO_QUERY, diagnostics: [commandRecord(problem)] });
}

function lineOf(record: object): string {
  return `${JSON.stringify(record)}\n`;
}

const NO_QUERY = {
  target: null,
  format: null,
  pipelines: [],
  query: null,
  fidelity: null,
  mapping: null,
  limits: [],
};

function headOf({ kind, heading, span }: SigmaDocument): object {
  const { id, title, level, status } = heading;
  return { path: span.file.path, kind, rule: { id, title, level, status } };
}
