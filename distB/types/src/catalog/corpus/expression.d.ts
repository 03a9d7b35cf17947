import type { Clause } from './clause.js';
import type { PredicateKind } from '../../predicate/kind.js';
import type { Gathered } from './reading.js';
import type { Wildcards } from './value.js';
/** A condition in the languages that compare values with operators and functions. */
export type Expression = Clause<Operand>;
export type Operand = Compare | Call | Field | Literal | Computed;
/** The subject holds one of the values, or more than one by an operator that asks so. */
export interface Compare {
    readonly kind: 'compare';
    readonly operator: string;
    readonly subject: Expression;
    readonly values: readonly Expression[];
    readonly at: number;
}
export interface Call {
    readonly kind: 'call';
    /** In lower case. */
    readonly name: string;
    readonly operands: readonly Expression[];
    readonly at: number;
}
export interface Field {
    readonly kind: 'field';
    readonly name: string;
    readonly at: number;
}
export interface Literal {
    readonly kind: 'literal';
    readonly type: 'text' | 'number' | 'boolean' | 'null';
    readonly value: string;
    readonly at: number;
}
/** A value that no event holds as it is. */
export interface Computed {
    readonly kind: 'computed';
    /** What to tell of it, if not the usual. */
    readonly message?: string;
    readonly at: number;
}
/** `text` is equality with whatever the language sees in a text, such as a network. */
type Question = Exclude<PredicateKind, 'keyword' | 'fieldref' | 'ne'> | 'text';
/** What an operator or a function asks of its subject. */
export interface Test {
    readonly question: Question;
    readonly negated?: true;
    /** Which operand of a function is the subject; 0 if not given. */
    readonly subject?: number;
}
export interface Dialect {
    /** By their spelling, in lower case. */
    readonly operators: Readonly<Record<string, Test>>;
    readonly functions: Readonly<Record<string, Test>>;
    /** Functions of one value that leave it as it is, but for its case or type. */
    readonly transparent: ReadonlySet<string>;
    readonly wildcards: Wildcards;
    /** Fields that say when an event happened, in lower case: what bounds them is no indicator. */
    readonly times: ReadonlySet<string>;
}
export interface Surroundings {
    readonly context: string | null;
    readonly negated: boolean;
    /** Fields that were counted up from several events. */
    readonly aggregates: ReadonlySet<string>;
}
export declare const AGGREGATE = "A condition on what was counted up is left out: it speaks of several events.";
/** Collects the predicates of a condition; what is none becomes a note. */
export declare function collect(expression: Expression, dialect: Dialect, { context, negated, aggregates }: Surroundings, gathered: Gathered): void;
/** Notes what has no predicate. */
export declare function remark({ message, at }: Computed, gathered: Gathered): void;
export {};
