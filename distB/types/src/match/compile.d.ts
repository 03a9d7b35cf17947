import type { Collection, CollectionItem } from '../model/collection.js';
import type { Rule } from '../model/rule.js';
import type { Placeholders } from '../predicate/lower.js';
import type { Diagnostic } from '../source/diagnostic.js';
import type { Because } from './because.js';
export interface Match {
    readonly item: CollectionItem;
    readonly rule: Rule;
    /** Which of the rule's conditions hold, counted from 0. */
    readonly conditions: readonly number[];
    /** Works out, when called, what of the first such condition made it hold. */
    readonly because: () => readonly Because[];
}
export interface Matcher {
    /** The rules that an event satisfies, in the order of the collection. */
    match(event: Readonly<Record<string, unknown>>): readonly Match[];
    /** Of rules that cannot be matched. */
    readonly diagnostics: readonly Diagnostic[];
}
/**
 * Makes a matcher of all rules of some collections. Rules are indexed by what they cannot do
 * without, so that an event is tried against few of them. Log sources are not looked at: whoever
 * calls knows where the event is from.
 */
export declare function compile(collections: Collection | readonly Collection[], options?: {
    readonly placeholders?: Placeholders;
}): Matcher;
