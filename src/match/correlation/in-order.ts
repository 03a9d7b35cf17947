/**
 * Puts things back into the order of their times, as far as none comes later than a lateness: after
 * one of a time, those of up to so much before it may still come.
 */
export class InOrder<T> {
  /** A heap: each is no later than the two below it. */
  private readonly heap: { readonly time: number; readonly number: number; readonly item: T }[] =
    [];
  private latest = -Infinity;
  private number = 0;

  /** @param lateness in milliseconds */
  constructor(private readonly lateness: number) {}

  /** False for what comes too late, which is not taken. */
  add(time: number, item: T): boolean {
    if (time < this.latest - this.lateness) return false;
    this.latest = Math.max(this.latest, time);
    const { heap } = this;
    let at = heap.length;
    heap.push({ time, number: this.number++, item });
    for (let above = (at - 1) >> 1; at > 0 && this.isBefore(at, above); above = (at - 1) >> 1) {
      this.swap(at, above);
      at = above;
    }
    return true;
  }

  /** All of the earliest time, in the order in which they came, if no more of it can come. */
  take(isEnd = false): { readonly time: number; readonly items: readonly T[] } | null {
    const time = this.heap[0]?.time;
    if (time === undefined || (!isEnd && time >= this.latest - this.lateness)) return null;
    const items: T[] = [];
    while (this.heap[0]?.time === time) items.push(this.pop());
    return { time, items };
  }

  private pop(): T {
    const { heap } = this;
    const first = heap[0]!;
    const last = heap.pop()!;
    if (heap.length > 0) {
      heap[0] = last;
      for (let at = 0; ;) {
        let least = at;
        for (const below of [2 * at + 1, 2 * at + 2]) {
          if (below < heap.length && this.isBefore(below, least)) least = below;
        }
        if (least === at) break;
        this.swap(at, least);
        at = least;
      }
    }
    return first.item;
  }

  private isBefore(a: number, b: number): boolean {
    const [x, y] = [this.heap[a]!, this.heap[b]!];
    return x.time === y.time ? x.number < y.number : x.time < y.time;
  }

  private swap(a: number, b: number): void {
    const { heap } = this;
    [heap[a], heap[b]] = [heap[b]!, heap[a]!];
  }
}
