import type { Expression } from '../predicate/predicate.js';
import { sizeOf } from '../predicate/size.js';
import { MAX_PREDICATES } from '../source/limits.js';

/** The predicates that all conditions of one rule may come to. */
export class Budget {
  private left = MAX_PREDICATES;

  get isSpent(): boolean {
    return this.left < 0;
  }

  spend(trees: readonly Expression[]): void {
    for (const tree of trees) this.left -= sizeOf(tree, this.left);
  }
}
