import type { Query } from '../../convert/index.js';
import type { SigmaDocument } from '../../model/document.js';
import type { Diagnostic } from '../../source/diagnostic.js';
import { commandRecord } from '../terminal/hints.js';
import { jsonLine } from '../terminal/json-line.js';

/**
 * The lines that `convert --json` prints for a document: one object per query, or a single one if
 * it has none, such as a filter.
 */
export function documentLines(document: SigmaDocument, queries: readonly Query[]): string {
  const { kind, heading, span } = document;
  const { path } = span.file;
  const { id, title, level, status } = heading;
  const rule = { id, title, level, status };
  const read = document.diagnostics.map(commandRecord);
  if (queries.length === 0) return jsonLine({ path, kind, rule, ...NO_QUERY, diagnostics: read });
  let lines = '';
  for (const query of queries) {
    const { limits } = query;
    const own = query.diagnostics.map(commandRecord);
    lines += jsonLine({
      path,
      kind,
      rule,
      target: query.target,
      format: query.format,
      pipelines: query.pipelines,
      query: query.text,
      fidelity: query.fidelity,
      mapping: query.mapping,
      limits: limits.length === 0 ? [] : [...new Set(limits.map((l) => l.code))],
      diagnostics: read.length === 0 ? own : [...read, ...own],
    });
  }
  return lines;
}

/** The line for a file that cannot be read. */
export function unreadableLine(problem: Diagnostic): string {
  const rule = { id: null, title: null, level: null, status: null };
  const { path } = problem;
  const diagnostics = [commandRecord(problem)];
  return jsonLine({ path, kind: 'unreadable', rule, ...NO_QUERY, diagnostics });
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
