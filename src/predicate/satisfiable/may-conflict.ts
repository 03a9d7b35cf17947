import type { Expression, Predicate } from '../predicate.js';

/**
 * Whether parts of a tree can contradict each other at all, which in most rules they cannot: one
 * must hold and another must not, of one field, or a field that holds one value is asked for twice.
 */
export function mayConflict(
  expression: Expression,
  singleValued: (field: string) => boolean,
): boolean {
  const wanted = new Set<string>();
  const denied = new Set<string>();

  function meets(node: Expression, holds: boolean): boolean {
    switch (node.kind) {
      case 'constant':
        return true;
      case 'not':
        return meets(node.operand, !holds);
      case 'and':
      case 'or':
        return node.operands.length === 0 || node.operands.some((o) => meets(o, holds));
      case 'one-of':
        return node.options.some((option) => asks(option, holds));
      default:
        return asks(node, holds);
    }
  }

  function asks(node: Predicate, holds: boolean): boolean {
    // A value's absence contradicts another one's presence, even where neither must hold.
    if (!holds && (node.kind === 'null' || node.kind === 'exists')) return true;
    const subject = node.kind === 'keyword' ? '' : node.field.text;
    if ((holds ? denied : wanted).has(subject)) return true;
    if (holds && wanted.has(subject) && singleValued(subject)) return true;
    (holds ? wanted : denied).add(subject);
    return false;
  }

  return meets(expression, true);
}
