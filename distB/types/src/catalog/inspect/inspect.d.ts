import type { Rule } from '../../model/rule.js';
import type { AttackTag } from './attack.js';
import type { EventCoverage } from './events.js';
import type { CorpusLookup, Indicator } from './indicators.js';
import type { InspectedPredicate } from './predicates.js';
import type { Stage } from './stages.js';
/** What a rule is made of, and what it covers. */
export interface Inspection {
    readonly rule: Rule;
    readonly stages: readonly Stage[];
    readonly predicates: readonly InspectedPredicate[];
    readonly indicators: readonly Indicator[];
    readonly events: readonly EventCoverage[];
    readonly attack: readonly AttackTag[];
}
export interface InspectOptions {
    /** Counts the other rules that look for the same; without it `corpus` is null. */
    readonly corpus?: CorpusLookup;
}
export type Inspector = (rule: Rule, options?: InspectOptions) => Inspection;
/** Loads the names of ATT&CK and the meanings of events, once, for any number of rules. */
export declare function inspector(): Promise<Inspector>;
/** Takes a rule apart: stages, predicates, indicators, and the events and ATT&CK that it covers. */
export declare function inspect(rule: Rule, options?: InspectOptions): Promise<Inspection>;
