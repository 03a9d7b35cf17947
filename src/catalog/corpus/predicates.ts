import { predicatesOf as predicatesIn } from '../../predicate/fold.js';
import { kindOf } from '../../predicate/kind.js';
import type { Expression } from '../../predicate/predicate.js';
import type { Span } from '../../source/span.js';
import type { CorpusPredicate } from './entry.js';

type PlacedPredicate = Omit<CorpusPredicate, 'line'> & { readonly span: Span };

/** What an expression asks of fields and events, in its order. */
export function predicatesOf(expression: Expression, source: string | null): PlacedPredicate[] {
  return predicatesIn(expression).map(({ predicate, negated }) => {
    const field = predicate.kind === 'keyword' ? null : predicate.field.text;
    const context = field === null ? null : source;
    const { kind, value } = kindOf(predicate);
    return { field, context, kind, value: value ?? '', negated, span: predicate.span };
  });
}
