/** Levels that are gone down by recursion, which is much faster than a stack of our own. */
const MAX_DEPTH = 200;
const NONE: readonly never[] = [];

/**
 * A value for a tree, from its leaves up and in order. A rule decides how deep its trees are, so far
 * down the stack is explicit.
 * @param done where a node with children may be met twice, being one object: what is known already,
 *   so that it is done once. May be shared between calls.
 */
export function foldTree<Node extends object, T>(
  root: Node,
  childrenOf: (node: Node) => readonly Node[],
  step: (node: Node, children: readonly T[]) => T,
  done: Map<Node, T> | null = null,
): T {
  const visit = (node: Node, depth: number): T => {
    const children = childrenOf(node);
    if (children.length === 0) return step(node, NONE);
    if (done?.has(node)) return done.get(node) as T;
    if (depth === MAX_DEPTH) return foldDeepTree(node, childrenOf, step, done ?? new Map());
    const made: T[] = [];
    for (let i = 0; i < children.length; i++) made.push(visit(children[i]!, depth + 1));
    const value = step(node, made);
    done?.set(node, value);
    return value;
  };
  return visit(root, 0);
}

function foldDeepTree<Node extends object, T>(
  root: Node,
  childrenOf: (node: Node) => readonly Node[],
  step: (node: Node, children: readonly T[]) => T,
  done: Map<Node, T>,
): T {
  const stack: Node[] = [root];
  for (;;) {
    const node = stack[stack.length - 1];
    if (node === undefined) return done.get(root) as T;
    if (done.has(node)) {
      stack.pop();
      continue;
    }
    const children = childrenOf(node);
    const { length } = stack;
    for (let i = children.length - 1; i >= 0; i--) {
      if (!done.has(children[i]!)) stack.push(children[i]!);
    }
    if (stack.length > length) continue;
    stack.pop();
    done.set(
      node,
      step(
        node,
        children.map((child) => done.get(child) as T),
      ),
    );
  }
}
