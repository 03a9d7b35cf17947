import type { RegexFlags, RegexNode } from './ast.js';

const NO_FLAGS: RegexFlags = { ignoreCase: false, multiLine: false, dotAll: false };
const NONE: readonly RegexNode[] = [];

function childrenOf(node: RegexNode): readonly RegexNode[] {
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
 * Folds a tree to a value. `step` gets each node with the flags that apply to it, and requests the
 * values of its children, in order, if it needs them. The parser limits how deep groups nest, and so
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
