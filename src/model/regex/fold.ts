import type { RegexFlags, RegexNode } from './ast.js';

const NO_FLAGS: RegexFlags = { ignoreCase: false, multiLine: false, dotAll: false };
const NONE: readonly RegexNode[] = [];

export function childrenOf(node: RegexNode): readonly RegexNode[] {
  switch (node.kind) {
    case 'alternation':
      return node.options;
    case 'sequence':
      return node.items;
    case 'group':
    case 'repeat':
    case 'look':
      return [node.body];
    default:
      return NONE;
  }
}

/** The flags that hold for a node's children. */
export function flagsWithin(node: RegexNode, flags: RegexFlags): RegexFlags {
  return node.kind === 'group' && node.flags ? { ...flags, ...node.flags } : flags;
}

/**
 * A value for a tree. `step` gets each node with the flags that hold for it, and asks for the values
 * of its children, in order, if it wants them. The parser bounds how deep groups nest, and with it
 * the recursion.
 */
export function foldRegex<T>(
  node: RegexNode,
  step: (node: RegexNode, children: () => readonly T[], flags: RegexFlags) => T,
  flags: RegexFlags = NO_FLAGS,
): T {
  const children = (): readonly T[] => {
    const within = flagsWithin(node, flags);
    return childrenOf(node).map((child) => foldRegex(child, step, within));
  };
  return step(node, children, flags);
}
