import type { Countable } from './decimals.js';

/** An event in a window. */
export interface WindowEntry {
  readonly time: number;
  /** Which of the correlation's rules it is of, by position. */
  readonly rules: readonly number[];
  /** Of the values that the test counts. */
  readonly keys: readonly string[];
  /** What the test computes with. */
  readonly numbers: readonly Countable[];
}

/** What is known of the events in a window that slides. Entries come and go in the order of time. */
export interface Measure {
  add(entry: WindowEntry): void;
  remove(entry: WindowEntry): void;
  /**
   * Whether the test holds.
   * @param now the entries of the time that the window ends with; at least one
   */
  holds(now: readonly WindowEntry[]): boolean;
}
