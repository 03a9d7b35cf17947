import { concat, hardline, indent, print, sequence } from '../../src/backend/index.js';
import type { Doc, Plan } from '../../src/backend/index.js';

/** The rows of events that each plan's query has so far. */
const rowsOf = new WeakMap<Plan, Doc[]>();

/** Remembers rows, which the correlations of a chain may all be about. */
export function remembered(plan: Plan, rows: Doc): Doc {
  // What they are told by is what they are, not what they say.
  const own = concat(rows);
  const all = rowsOf.get(plan) ?? [];
  rowsOf.set(plan, [...all, own]);
  return own;
}

/**
 * The query with rows that it has several times read once.
 * https://learn.microsoft.com/en-us/kusto/query/materialize-function
 */
export function readOnce(plan: Plan, query: Doc): Doc {
  const byText = new Map<string, Doc[]>();
  const all = rowsOf.get(plan) ?? [];
  if (all.length < 2) return query;
  for (const rows of all) {
    const { text } = print(rows, { width: 0, compact: true });
    byText.set(text, [...(byText.get(text) ?? []), rows]);
  }
  const names = new Map<Doc, string>();
  const lets = [...byText.values()]
    .filter((same) => same.length > 1)
    .map((same, i): Doc => {
      const name = `w_rows_${i + 1}`;
      for (const rows of same) names.set(rows, name);
      const body = indent(hardline, same[0]!);
      return concat(`let ${name} = materialize(`, body, hardline, ');', hardline);
    });
  if (lets.length === 0) return query;
  return concat(...lets, named(query, names, new Set(all)));
}

/** Goes no further than rows, in which conditions may nest deeply. */
function named(doc: Doc, names: ReadonlyMap<Doc, string>, rows: ReadonlySet<Doc>): Doc {
  if (rows.has(doc)) return names.get(doc) ?? doc;
  if (typeof doc === 'string' || doc.kind === 'text' || doc.kind === 'line') return doc;
  if (doc.kind === 'concat') return sequence(doc.parts.map((p) => named(p, names, rows)));
  return doc.kind === 'indent' ? indent(named(doc.body, names, rows)) : doc;
}
