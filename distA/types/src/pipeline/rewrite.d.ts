import type { DetectionItem, DetectionNode, Name, SearchIdentifier } from '../model/detection.js';
import type { Rule } from '../model/rule.js';
import type { Value } from '../model/value.js';
import type { Step } from './pipeline.js';
/** What takes an item's place; null drops it. */
export type Rewritten = DetectionNode | null;
/** Rewrites every detection item that the step is for; the rule is the same object if none changed. */
export declare function rewriteItems(rule: Rule, step: Step, rewrite: (item: DetectionItem) => Rewritten): Rule;
/** As `rewriteItems`, for items of fields that the step is for. */
export declare function rewriteFields(rule: Rule, step: Step, rewrite: (item: DetectionItem) => Rewritten): Rule;
/** An item with each value replaced; several in place of one are alternatives. */
export declare function mapValues(item: DetectionItem, map: (value: Value) => Value | readonly Value[]): DetectionItem;
export declare function valuesOf(item: DetectionItem): readonly Value[];
/** The item asked of several fields instead of one: any of them will do. */
export declare function overFields(item: DetectionItem, fields: readonly Name[]): DetectionNode;
export declare function itemsOf(rule: Rule): readonly DetectionItem[];
/** Puts `added and (…)`, or `not added and (…)`, in place of every condition. */
export declare function withCondition(rule: Rule, added: SearchIdentifier, negated: boolean): Rule;
