/** Thrown once a search has cost more than it may. Never leaves this folder. */
export class TooMuch extends Error {}

/** Counts the steps of a search, so that no rule can make it long. */
export class Effort {
  constructor(private left: number) {}

  spend(steps: number): void {
    this.left -= steps;
    if (this.left < 0) throw new TooMuch();
  }
}
