import { dearestOf } from './backend/cost.js';
import type { Cost } from './backend/cost.js';
import type { Query } from './convert/index.js';
import { lineIndexAt, lineStarts, positionAt } from './source/span.js';
import type { Span } from './source/span.js';

/** Part of a query and the part of the rule, or of one of its filters, that it expresses. */
export interface Explanation {
  readonly text: string;
  /** The file of the rule or of the filter; null where `line` is null. */
  readonly path: string | null;
  /** From 1; null for what belongs to no place of the rule, such as operators and brackets. */
  readonly line: number | null;
  readonly column: number | null;
  /** That line, without indentation; empty where `line` is null. */
  readonly source: string;
  /** What the target pays for it; null where nothing is known of that. */
  readonly cost: Cost | null;
}

/** Cuts a query into the parts that its source map tells apart, in order; joined they are the query. */
export function explain(query: Query): Explanation[] {
  const text = query.queryText;
  if (text === null) return [];
  const parts: Explanation[] = [];
  const between = (start: number, end: number): void => {
    if (start < end)
      parts.push({
        text: text.slice(start, end),
        path: null,
        line: null,
        column: null,
        source: '',
        cost: null,
      });
  };
  let at = 0;
  for (const { start, end, span } of query.segments) {
    between(at, start);
    const { line, column } = positionAt(span.file, span.start);
    const { path } = span.file;
    const cost = costAt(query, span);
    parts.push({ text: text.slice(start, end), path, line, column, source: lineText(span), cost });
    at = end;
  }
  between(at, text.length);
  return parts;
}

/** The dearest of what is tested for that place. */
function costAt({ costs }: Query, span: Span): Cost | null {
  const found = costs.filter(
    ({ span: { file, start, end } }) =>
      file === span.file && start >= span.start && end <= span.end,
  );
  const dearest = dearestOf(found);
  return dearest && { class: dearest.class, why: dearest.why };
}

function lineText(span: Span): string {
  const starts = lineStarts(span.file);
  const index = lineIndexAt(span.file, span.start);
  return span.file.text.slice(starts[index], starts[index + 1]).trim();
}
