import type { Rule } from '../../model/rule.js';
/**
 * Whether whatever satisfies the rule has a value of the field that the rule names: it is asked for
 * on each way on which a condition can hold, and under no negation.
 */
export declare function asksAlways({ detection }: Rule, field: string): boolean;
