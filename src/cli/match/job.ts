import type { MatchSetup } from './setup.js';
import type { RuleFile } from '../input/rule-files.js';

/** What a thread that matches is told first; plain data. */
export interface MatchJob {
  readonly setup: MatchSetup;
  readonly files: readonly RuleFile[];
  readonly json: boolean;
}
