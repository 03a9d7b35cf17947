/** Things in the order of their times. */
export class TimedQueue<T> {
  private items: T[] = [];
  private times: number[] = [];
  private from = 0;

  /** Of the first; `Infinity` without one. */
  get time(): number {
    return this.from < this.times.length ? this.times[this.from]! : Infinity;
  }

  /** @param time not before that of any other */
  push(time: number, item: T): void {
    this.items.push(item);
    this.times.push(time);
  }

  /** Takes the first; there must be one. */
  shift(): T {
    const item = this.items[this.from++]!;
    // Now and then, so that on the whole nothing is moved more than once.
    if (this.from >= 1_024 && this.from * 2 >= this.items.length) {
      this.items = this.items.slice(this.from);
      this.times = this.times.slice(this.from);
      this.from = 0;
    }
    return item;
  }
}

/** Empties a list that is filled again at once, and keeps its room, which `length = 0` gives back. */
export function empty(list: unknown[]): void {
  while (list.length > 0) list.pop();
}
