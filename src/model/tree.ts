/**
 * A value for a tree, from its leaves up and in order. A rule decides how deep its trees are, so the
 * stack is explicit; a node that is met twice is one object, and is done once.
 * @param done what is known already; shared between calls, it spares nodes that trees have in common
 */
export function foldTree<Node extends object, T>(
  root: Node,
  childrenOf: (node: Node) => readonly Node[],
  step: (node: Node, children: readonly T[]) => T,
  done = new Map<Node, T>(),
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
