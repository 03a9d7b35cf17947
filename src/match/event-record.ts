import type { Diagnostic } from '../source/diagnostic.js';

/** One event, or what stood in its place. Both count in `index`. */
export type EventRecord =
  | {
      readonly kind: 'event';
      /** From 0. */
      readonly index: number;
      /** Where it starts, from 1. */
      readonly line: number;
      readonly json: Readonly<Record<string, unknown>>;
    }
  | {
      readonly kind: 'unreadable';
      readonly index: number;
      readonly line: number;
      readonly diagnostic: Diagnostic;
    };
