import { concat, hardline, indent, print, sequence } from '../../src/backend/index.js';
import type { Doc } from '../../src/backend/index.js';

/** Parts of queries that are rows of events. */
const rowsOfEvents = new WeakSet<object>();

/** Rows of events, which several correlations of a chain may be about. */
export function rowsOf(events: Doc): Doc {
  // What tells them from other parts is what they are, not what they say.
  const rows = sequence([events]);
  rowsOfEvents.add(rows as object);
  return rows;
}

/**
 * The query with rows that it has several times read once.
 * https://learn.microsoft.com/en-us/kusto/query/materialize-function
 */
export function readOnce(query: Doc): Doc {
  const all: Doc[] = [];
  replaced(query, (rows) => {
    all.push(rows);
    return rows;
  });
  if (all.length < 2) return query;
  const byText = new Map<string, Doc[]>();
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
  return concat(
    ...lets,
    replaced(query, (rows) => names.get(rows) ?? rows),
  );
}

/** Goes no further than rows, in which conditions may nest deeply. */
function replaced(doc: Doc, by: (rows: Doc) => Doc): Doc {
  if (typeof doc === 'string' || doc.kind === 'text' || doc.kind === 'line') return doc;
  if (rowsOfEvents.has(doc)) return by(doc);
  if (doc.kind === 'concat') return sequence(doc.parts.map((part) => replaced(part, by)));
  return doc.kind === 'indent' ? indent(replaced(doc.body, by)) : doc;
}
