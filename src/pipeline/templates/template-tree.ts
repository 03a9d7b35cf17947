/** A node of the interpreter's own tree. */
export interface Node {
  type: string;
  [key: string]: unknown;
}

export function isNode(value: unknown): value is Node {
  return value !== null && typeof value === 'object' && 'type' in value;
}

/** The name of a filter, a test or a variable, called or not; null of anything else. */
export function nameOf(node: unknown): string | null {
  if (!isNode(node)) return null;
  const named = node.type === 'CallExpression' ? node['callee'] : node;
  return isNode(named) && typeof named['value'] === 'string' ? named['value'] : null;
}

/** Makes the node a call of the function with that name. */
export function becomeCall(node: Node, name: string, args: readonly unknown[]): void {
  for (const key of Object.keys(node)) if (key !== 'type') Reflect.deleteProperty(node, key);
  node.type = 'CallExpression';
  node['callee'] = { type: 'Identifier', value: name };
  node['args'] = args;
}
