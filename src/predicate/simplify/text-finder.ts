/**
 * Finds which of many strings are part of another, in one pass over it: by an automaton that steps to the longest
 * beginning of some string that ends where it has read to.
 * https://doi.org/10.1145/360825.360855 (Aho and Corasick)
 */
export function textFinder(texts: readonly string[]): (text: string) => ReadonlySet<number> {
  const nodes: Node[] = [newNode()];
  texts.forEach((text, index) => {
    let at = 0;
    for (const c of text) {
      const { next } = nodes[at]!;
      const known = next.get(c);
      at = known ?? nodes.push(newNode()) - 1;
      if (known === undefined) next.set(c, at);
    }
    nodes[at]!.ends.push(index);
  });
  const step = (from: number, c: string): number => {
    for (let at = from; ; at = nodes[at]!.shorter) {
      const found = nodes[at]!.next.get(c);
      if (found !== undefined) return found;
      if (at === 0) return 0;
    }
  };
  // Shorter beginnings first.
  const queue = [...nodes[0]!.next.values()];
  for (const at of queue) {
    const node = nodes[at]!;
    for (const [c, to] of node.next) {
      const longer = nodes[to]!;
      longer.shorter = step(node.shorter, c);
      const within = nodes[longer.shorter]!;
      longer.ending = within.ends.length > 0 ? longer.shorter : within.ending;
      queue.push(to);
    }
  }
  return (text) => {
    const found = new Set<number>(nodes[0]!.ends);
    let at = 0;
    for (const c of text) {
      at = step(at, c);
      for (let end = at; end !== 0; end = nodes[end]!.ending) {
        for (const index of nodes[end]!.ends) found.add(index);
      }
    }
    return found;
  };
}

/** A beginning of strings. */
interface Node {
  readonly next: Map<string, number>;
  /** The strings that are this, as a whole. */
  readonly ends: number[];
  /** The longest other beginning that it ends with. */
  shorter: number;
  /** The longest of these that is a whole text; 0 for none. */
  ending: number;
}

function newNode(): Node {
  return { next: new Map(), ends: [], shorter: 0, ending: 0 };
}
