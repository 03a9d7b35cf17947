import type { Expression } from './predicate.js';
import { TooMuch } from './satisfiable/effort.js';
import { mayConflict } from './satisfiable/may-conflict.js';
import type { Conflict } from './satisfiable/facts.js';
import { Search } from './satisfiable/search.js';

export type { Conflict } from './satisfiable/facts.js';

/**
 * Why no event can match a tree: two parts of it that exclude each other, or one that excludes itself.
 * Null if an event may match, also where the search was given up: a conflict is certain; that there is
 * none is not. What a source's own conditions are is ANDed to the tree by whoever calls.
 *
 * @param singleValued whether a field never holds more than one value. A field that may hold
 * several can equal two values at once.
 */
export function conflictIn(
  expression: Expression,
  singleValued: (field: string) => boolean,
): Conflict | null {
  if (!mayConflict(expression, singleValued)) return null;
  try {
    return new Search(singleValued).solve([{ node: expression, holds: true }]);
  } catch (error) {
    if (!(error instanceof TooMuch)) throw error;
    return null;
  }
}
