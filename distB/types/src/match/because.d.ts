import type { Expression } from '../predicate/predicate.js';
import type { MatchEvent } from './event.js';
import type { Compiler } from './test.js';
/** A predicate that had its part in a match. */
export interface Because {
    /** Null for a keyword. */
    readonly field: string | null;
    /** Its `PredicateKind`; `not …` where the rule excludes it. */
    readonly predicate: string;
    readonly value: string;
    /** Of the rule's file, from 1. */
    readonly line: number;
}
/** The predicates that make a tree true for an event, in the order of the rule. */
export declare function because(expression: Expression, event: MatchEvent, compiler: Compiler): Because[];
