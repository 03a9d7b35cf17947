/**
 * Finds which of many literals stand in a text, in one pass over it (Aho and Corasick, 1975).
 * States are numbers; the transitions of a state are in one map, keyed by UTF-16 code unit.
 */
export class LiteralSet {
  private readonly next: Map<number, number>[] = [new Map()];
  private readonly fallback: number[] = [0];
  private readonly found: number[][] = [[]];

  /** @param literals none of them empty; results are their indexes. */
  constructor(literals: readonly string[]) {
    literals.forEach((literal, index) => {
      let state = 0;
      for (let i = 0; i < literal.length; i++) {
        const unit = literal.charCodeAt(i);
        let to = this.next[state]!.get(unit);
        if (to === undefined) {
          to = this.next.length;
          this.next.push(new Map());
          this.fallback.push(0);
          this.found.push([]);
          this.next[state]!.set(unit, to);
        }
        state = to;
      }
      this.found[state]!.push(index);
    });
    this.linkFallbacks();
  }

  private linkFallbacks(): void {
    const queue = [...this.next[0]!.values()];
    for (let i = 0; i < queue.length; i++) {
      const state = queue[i]!;
      for (const [unit, to] of this.next[state]!) {
        queue.push(to);
        let back = this.fallback[state]!;
        while (back !== 0 && !this.next[back]!.has(unit)) back = this.fallback[back]!;
        const target = this.next[back]!.get(unit) ?? 0;
        this.fallback[to] = target === to ? 0 : target;
        const inherited = this.found[this.fallback[to]!]!;
        if (inherited.length > 0) this.found[to] = [...this.found[to]!, ...inherited];
      }
    }
  }

  /** Calls back with each literal that occurs, as often as it does. */
  scan(text: string, onFound: (index: number) => void): void {
    let state = 0;
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      let to = this.next[state]!.get(unit);
      while (to === undefined && state !== 0) {
        state = this.fallback[state]!;
        to = this.next[state]!.get(unit);
      }
      state = to ?? 0;
      const found = this.found[state]!;
      for (let f = 0; f < found.length; f++) onFound(found[f]!);
    }
  }
}
