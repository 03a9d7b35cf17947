import type { Severity } from '../../source/diagnostic.js';

export interface Message {
  readonly severity: Severity;
  readonly code: string;
  readonly message: string;
  /** Empty where it will not be shown. */
  readonly frame: string;
}
