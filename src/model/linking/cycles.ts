/**
 * For each node of a graph a number that it shares with the nodes that it leads to and that lead
 * back to it (its strongly connected component, by Tarjan, without recursion).
 *
 * @param edges the targets of each node, by index
 */
export function components(edges: readonly (readonly number[])[]): readonly number[] {
  const order = new Array<number>(edges.length).fill(-1);
  const lowest = new Array<number>(edges.length).fill(-1);
  const component = new Array<number>(edges.length).fill(-1);
  const open: number[] = [];
  let visited = 0;
  for (let start = 0; start < edges.length; start++) {
    if (order[start] !== -1) continue;
    const path = [{ node: start, next: 0 }];
    while (path.length > 0) {
      const step = path[path.length - 1]!;
      const { node } = step;
      if (step.next === 0) {
        order[node] = lowest[node] = visited++;
        open.push(node);
      }
      const target = edges[node]![step.next++];
      if (target !== undefined) {
        if (order[target] === -1) path.push({ node: target, next: 0 });
        else if (component[target] === -1) {
          lowest[node] = Math.min(lowest[node]!, order[target]!);
        }
        continue;
      }
      if (lowest[node] === order[node]) {
        for (let member = -1; member !== node;) {
          member = open.pop()!;
          component[member] = node;
        }
      }
      path.pop();
      const before = path[path.length - 1]?.node;
      if (before !== undefined) lowest[before] = Math.min(lowest[before]!, lowest[node]!);
    }
  }
  return component;
}
