import type { QueryReader } from '../../../../src/catalog/corpus/reading.js';

/** The predicates of a query in the order of the text, a line each; or its problem, or a note. */
export function said(read: QueryReader, text: string): readonly string[] {
  const { findings, notes, problem } = read(text);
  if (problem) return [`problem at ${problem.at}: ${problem.message}`];
  const predicates = [...findings]
    .sort((a, b) => a.at - b.at)
    .map(({ field, context, kind, value, negated }) =>
      [context ? `${context}:${field}` : field, negated ? 'not' : null, kind, JSON.stringify(value)]
        .filter((part) => part !== null)
        .join(' '),
    );
  return [...predicates, ...notes.map((n) => `note: ${n.message}`)];
}
