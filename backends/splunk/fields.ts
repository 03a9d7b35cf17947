import type { Expression, Name } from '../../src/backend/index.js';

/** Every field that is asked for, each once, in order. */
export function fieldsOf(expression: Expression): ReadonlyMap<string, Name> {
  const fields = new Map<string, Name>();
  const seen = new Set<Expression>();
  const add = (name: Name): void => {
    if (!fields.has(name.text)) fields.set(name.text, name);
  };
  const visit = (node: Expression): void => {
    if (seen.has(node)) return;
    seen.add(node);
    switch (node.kind) {
      case 'and':
      case 'or':
        node.operands.forEach(visit);
        break;
      case 'not':
        visit(node.operand);
        break;
      case 'one-of':
        node.options.forEach(visit);
        break;
      case 'constant':
      case 'keyword':
        break;
      default:
        add(node.field);
        if (node.kind === 'field-ref') add(node.other);
    }
  };
  visit(expression);
  return fields;
}
