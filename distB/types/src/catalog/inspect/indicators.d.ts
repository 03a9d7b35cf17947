import type { PredicateKind } from '../../predicate/kind.js';
import type { InspectedPredicate } from './predicates.js';
/** How many other rules look for the same thing, by language: `{ sigma: 3, kusto: 1 }`. */
export type CorpusCount = Readonly<Record<string, number>>;
/** Asks an index of a corpus about one value of a field. `value` is null where none is compared. */
export type CorpusLookup = (field: string | null, kind: PredicateKind, value: string | null) => CorpusCount;
/** What is worth hunting for: a field, a kind of comparison, and every value that a rule gives. */
export interface Indicator {
    /** Null for keywords. */
    readonly field: string | null;
    readonly kind: PredicateKind;
    /** Each once, in the order of the rule. */
    readonly values: readonly string[];
    /** The rule looks for events in which it is not so. */
    readonly exclusion: boolean;
    /** One count for each value (one in all where there is none); null without a corpus. */
    readonly corpus: readonly CorpusCount[] | null;
}
/** The indicators of predicates, by field and kind, exclusions last; event selectors are left out. */
export declare function indicatorsOf(predicates: readonly InspectedPredicate[], corpus: CorpusLookup | null): readonly Indicator[];
