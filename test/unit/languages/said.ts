import { predicatesOf } from '../../../src/catalog/corpus/predicates.js';
import type { QueryReader } from '../../../src/languages/reading.js';

/** The predicates of a query in the order of the text, a line each; or its problem, or a note. */
export function said(read: QueryReader, text: string): readonly string[] {
  const { conditions, notes, problem } = read({ path: 'query', text });
  if (problem) return [`problem at ${problem.at}: ${problem.message}`];
  const predicates = conditions
    .flatMap(({ expression, source }) => predicatesOf(expression, source))
    .sort((a, b) => a.span.start - b.span.start)
    .map(({ field, context, kind, value, negated }) =>
      [context ? `${context}:${field}` : field, negated ? 'not' : null, kind, JSON.stringify(value)]
        .filter((part) => part !== null)
        .join(' '),
    );
  return [...predicates, ...notes.map((n) => `note: ${n.message}`)];
}
