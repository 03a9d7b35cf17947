import type { EqlDocument } from './evaluate.js';
import type { EqlEvent, EqlNode, EqlTest } from './reader.js';

export function testsIn(node: EqlNode): readonly EqlTest[] {
  switch (node.kind) {
    case 'constant':
      return [];
    case 'not':
      return testsIn(node.operand);
    case 'test':
      return [node];
    default:
      return node.operands.flatMap(testsIn);
  }
}

/** The types that a query's fields must have, as its notes say. */
export function typesIn({ condition }: EqlEvent): EqlDocument['type'] {
  const types = new Map<string, ReturnType<EqlDocument['type']>>();
  for (const { field, operator, values } of testsIn(condition)) {
    const { type } = values[0]!;
    if (type === 'number' || type === 'boolean') types.set(field, type);
    if (operator === 'cidrMatch') types.set(field, 'ip');
  }
  return (field) => types.get(field) ?? 'string';
}
