import type { Query } from '../convert/index.js';
import type { SigmaDocument } from '../model/document.js';
import { toRecord } from '../source/diagnostic.js';
import type { Diagnostic } from '../source/diagnostic.js';

/** What `convert --json` prints, an object a line. */
export function lineOf(record: object): string {
  return `${JSON.stringify(record)}\n`;
}

export function queryRecord(query: Query): object {
  const { document, target, format, pipelines, text, fidelity, diagnostics } = query;
  return {
    ...headOf(document),
    target,
    format,
    pipelines,
    query: text,
    fidelity,
    diagnostics: [...document.diagnostics, ...diagnostics].map(toRecord),
  };
}

/** Of a document that is there for others, such as a filter. */
export function documentRecord(document: SigmaDocument): object {
  return { ...headOf(document), ...NO_QUERY, diagnostics: document.diagnostics.map(toRecord) };
}

/** Of a file that cannot be read. */
export function fileRecord(problem: Diagnostic): object {
  const rule = { id: null, title: null, level: null, status: null };
  const head = { path: problem.path, kind: 'unreadable', rule };
  return { ...head, ...NO_QUERY, diagnostics: [toRecord(problem)] };
}

const NO_QUERY = { target: null, format: null, pipelines: [], query: null, fidelity: null };

function headOf({ kind, heading, span }: SigmaDocument): object {
  const { id, title, level, status } = heading;
  return { path: span.file.path, kind, rule: { id, title, level, status } };
}
