import type { CompareOperator, TimePart } from '../model/value.js';
import type { Predicate } from './predicate.js';
/** The names by which predicates go in what `match` and `inspect` print. */
export type PredicateKind = 'eq' | 'ne' | 'match' | 'starts_with' | 'ends_with' | 'wildcard' | 'regex' | 'cidr' | CompareOperator | `${TimePart} ${CompareOperator | 'eq'}` | 'exists' | 'null' | 'fieldref' | 'fieldref match' | 'fieldref starts_with' | 'fieldref ends_with' | 'keyword';
export interface KindAndValue {
    readonly kind: PredicateKind;
    /** As text: of `wildcard` and `keyword` with Sigma's escapes. Null where nothing is compared. */
    readonly value: string | null;
}
/** The kind of a predicate and what it asks for. `ne` is for whoever knows of the rule's `neq`. */
export declare function kindOf(node: Predicate): KindAndValue;
