import { dividedPattern } from '../model/patterns/divided-pattern.js';
import { eachPredicate, mapFields } from './fold.js';
import { distinct } from './keys.js';
import type { Expression, FieldPredicate, StringPredicate } from './predicate.js';
import { simplify } from './simplify/simplify.js';
import type { SimplifyOptions } from './simplify/simplify.js';

/** Where patterns may be divided. */
export interface Dividing {
  /** Whether a field has no two values, and the language an operator for each of the strings. */
  readonly mayDivide: (node: StringPredicate, texts: readonly string[]) => boolean;
  /** Whether a condition is better for it. */
  readonly isBetter: (condition: Expression) => boolean;
}

/**
 * Conditions, all of which must hold, with comparisons that every language has in place of patterns:
 * `a*b` is `a*` and `*b`.
 */
export function divided(
  conditions: readonly Expression[],
  { mayDivide, isBetter }: Dividing,
  simple: SimplifyOptions,
): readonly Expression[] {
  const all = conditions.map((condition) => {
    const parts = inParts(condition, mayDivide);
    if (!parts) return condition;
    const simplified = simplify(parts, simple);
    return isBetter(simplified) ? simplified : condition;
  });
  const isSame = all.every((c, i) => c === conditions[i]);
  return isSame ? conditions : distinct(all.flatMap((c) => (c.kind === 'and' ? c.operands : [c])));
}

function inParts(condition: Expression, mayDivide: Dividing['mayDivide']): Expression | null {
  const made = new Map<FieldPredicate, Expression>();
  eachPredicate(condition, (node) => {
    if (node.kind !== 'string' || node.pattern.length < 3) return;
    const texts = node.pattern.filter((p) => typeof p === 'string');
    const parts = texts.length > 1 && mayDivide(node, texts) ? dividedPattern(node.pattern) : null;
    if (!parts) return;
    const operands = parts.map((pattern) => ({ ...node, pattern }));
    made.set(node, { kind: 'and', operands, span: node.span });
  });
  if (made.size === 0) return null;
  return mapFields(condition, (node) => {
    if (node.kind !== 'one-of') return made.get(node) ?? node;
    if (!node.options.some((o) => made.has(o))) return node;
    return { kind: 'or', operands: node.options.map((o) => made.get(o) ?? o), span: node.span };
  });
}
