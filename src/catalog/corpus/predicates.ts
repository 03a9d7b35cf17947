import { kindOf } from '../../predicate/kind.js';
import type { Expression } from '../../predicate/predicate.js';
import type { Span } from '../../source/span.js';
import type { CorpusPredicate } from './entry.js';

type PlacedPredicate = Omit<CorpusPredicate, 'line'> & { readonly span: Span };

/** What an expression asks of fields and events, in its order. */
export function predicatesOf(expression: Expression, source: string | null): PlacedPredicate[] {
  const found: PlacedPredicate[] = [];
  // A search identifier that a condition names twice is one object.
  const seen = { true: new Set<Expression>(), false: new Set<Expression>() };
  const visit = (node: Expression, negated: boolean): void => {
    switch (node.kind) {
      case 'and':
      case 'or': {
        const done = seen[`${negated}`];
        if (done.has(node)) return;
        done.add(node);
        for (const operand of node.operands) visit(operand, negated);
        return;
      }
      case 'one-of':
        for (const option of node.options) visit(option, negated);
        return;
      case 'not':
        return visit(node.operand, !negated);
      case 'constant':
        return;
      default: {
        const field = node.kind === 'keyword' ? null : node.field.text;
        const context = field === null ? null : source;
        const { kind, value } = kindOf(node);
        found.push({ field, context, kind, value: value ?? '', negated, span: node.span });
      }
    }
  };
  visit(expression, false);
  return found;
}
