import type { Rule } from '../model/rule.js';
import type { ProcessingItem, Run } from './pipeline.js';
/** Applies one step to a rule, if its conditions hold. */
export declare function runItem(item: ProcessingItem, rule: Rule, run: Run): Rule;
/** With an underscore first, so that `them` does not mean it. */
export declare function freshName(rule: Rule): string;
