import type { DiagnosticRecord } from '../source/diagnostic.js';
import type { Outcome } from './outcome.js';

/** All that came of a run, for a report of it. */
export interface RunReport {
  readonly outcomes: Outcome[];
  readonly diagnostics: DiagnosticRecord[];
}
