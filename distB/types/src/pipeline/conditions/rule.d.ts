import type { Rule } from '../../model/rule.js';
import type { Json, RuleTest } from '../pipeline.js';
import type { Settings } from '../settings.js';
export type RuleConditionReader = (settings: Settings) => RuleTest;
export declare const ruleConditions: Readonly<Record<string, RuleConditionReader>>;
/** What a rule says under a name of its own: text, or a list of texts. */
export declare function attributeOf(rule: Rule, name: string): Json | undefined;
