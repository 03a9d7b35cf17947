import type { PredicateKind } from '../../predicate/kind.js';
import type { Span } from '../../source/span.js';
import type { UsedIdentifier } from './stages.js';
/** What a rule asks of a field: the values of one item that are of one kind. */
export interface InspectedPredicate {
    /** The name of the search identifier. */
    readonly stage: string;
    /** Null for keywords. */
    readonly field: string | null;
    readonly kind: PredicateKind;
    /** In the order of the rule, after modifiers; empty where nothing is compared. */
    readonly values: readonly string[];
    /**
     * An odd number of NOTs stands over it: those of the condition, and `exists: false` or `neq`
     * where the kind does not say it. A search identifier that is used both ways is not negated.
     */
    readonly negated: boolean;
    /** All of the values are asked for, and not any of them. */
    readonly all: boolean;
    /** Letter case counts. */
    readonly cased: boolean;
    readonly span: Span;
}
/** The predicates of search identifiers, in the order of the stages and of the rule. */
export declare function predicatesOf(used: readonly UsedIdentifier[]): readonly InspectedPredicate[];
