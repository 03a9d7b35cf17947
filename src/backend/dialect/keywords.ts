import { ANY, pattern } from '../../model/patterns/pattern.js';
import type { FieldPredicate, KeywordPredicate } from '../../predicate/predicate.js';

/** What a keyword asks of a field that holds the event's text, or a part of it. */
export function askedIn(name: string, { search, span }: KeywordPredicate): FieldPredicate {
  const field = { text: name, span };
  if (search.kind === 'regex') return { kind: 'regex', field, regex: search.regex, span };
  const anywhere = pattern([ANY, ...search.pattern, ANY]);
  return { kind: 'string', field, pattern: anywhere, cased: search.cased, span };
}
