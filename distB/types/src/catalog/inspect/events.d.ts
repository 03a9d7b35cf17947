import type { Rule } from '../../model/rule.js';
import type { EventData } from '../data/event-data.js';
import type { InspectedPredicate } from './predicates.js';
/** An event that a rule selects. */
export interface EventCoverage {
    /** The log, such as `Security`; null where the rule does not say, or says several. */
    readonly channel: string | null;
    /** What writes the event; null where it may be anything. */
    readonly provider: string | null;
    /** Null where the rule selects any event of the channel or provider. */
    readonly id: number | null;
    /** What the event says; null where that is not known. */
    readonly meaning: string | null;
    /** False for an id that our tables do not have. */
    readonly known: boolean;
}
/**
 * The events that a rule selects: of the logs that its log source stands for, those with the ids
 * that it asks for. An id belongs to the logs in which it is defined; of a provider that the rule
 * names, it is looked for in every log. Ids that the rule excludes are left out, so it may select
 * fewer events than this says, and never others.
 */
export declare function eventsOf(rule: Rule, predicates: readonly InspectedPredicate[], data: EventData): readonly EventCoverage[];
