/**
 * Finds which of many literals a string contains, in one pass over it (Aho and Corasick, 1975). The
 * automaton is one table: for each state and each class of code units the next state.
 */
export class LiteralSet {
  /** By code unit; code units that no literal has are all of class 0. */
  private readonly classes: Uint16Array;
  private readonly classCount: number;
  private readonly next: Int32Array;
  private readonly found: readonly (readonly number[] | null)[];

  /** @param literals none of them empty; results are their indexes. */
  constructor(literals: readonly string[]) {
    const units = new Set<number>();
    for (const literal of literals) {
      for (let i = 0; i < literal.length; i++) units.add(literal.charCodeAt(i));
    }
    this.classes = new Uint16Array(Math.max(...units) + 1);
    this.classCount = 1;
    for (const unit of units) this.classes[unit] = this.classCount++;

    // All first letters, then all second ones: the states that texts mostly stay in lie together.
    const steps = new Map<number, number>();
    const found: number[][] = [[]];
    const states = new Int32Array(literals.length);
    const longest = Math.max(...literals.map((l) => l.length));
    for (let depth = 0; depth < longest; depth++) {
      literals.forEach((literal, index) => {
        if (depth >= literal.length) return;
        const step = states[index]! * this.classCount + this.classes[literal.charCodeAt(depth)]!;
        let to = steps.get(step);
        if (to === undefined) steps.set(step, (to = found.push([]) - 1));
        states[index] = to;
        if (depth === literal.length - 1) found[to]!.push(index);
      });
    }
    this.next = new Int32Array(found.length * this.classCount);
    for (const [step, to] of steps) this.next[step] = to;
    this.linkFallbacks(found);
    this.found = found.map((list) => (list.length > 0 ? list : null));
  }

  /** Fills in where a state goes when its literal ends or goes on otherwise: breadth first. */
  private linkFallbacks(found: number[][]): void {
    const { next, classCount } = this;
    const fallback = new Int32Array(found.length);
    const queue: number[] = [];
    for (let c = 0; c < classCount; c++) if (next[c]! > 0) queue.push(next[c]!);
    for (let i = 0; i < queue.length; i++) {
      const state = queue[i]!;
      const back = fallback[state]!;
      if (found[back]!.length > 0) found[state] = [...found[state]!, ...found[back]!];
      for (let c = 0; c < classCount; c++) {
        const to = next[state * classCount + c]!;
        const otherwise = next[back * classCount + c]!;
        if (to === 0) next[state * classCount + c] = otherwise;
        else {
          fallback[to] = otherwise;
          queue.push(to);
        }
      }
    }
  }

  /** Calls back with each literal that occurs, as often as it does. */
  scan(text: string, onFound: (index: number) => void): void {
    const { classes, classCount, next, found } = this;
    let state = 0;
    for (let i = 0; i < text.length; i++) {
      state = next[state * classCount + (classes[text.charCodeAt(i)] ?? 0)]!;
      const list = found[state];
      if (list) for (let f = 0; f < list.length; f++) onFound(list[f]!);
    }
  }
}
