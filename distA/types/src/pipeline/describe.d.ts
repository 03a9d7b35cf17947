import type { Rule } from '../model/rule.js';
/** A rule's parts that pipelines change, one a line, as its author would write them. */
export declare function describeRule(rule: Rule): readonly string[];
