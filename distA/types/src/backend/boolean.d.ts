import type { Constant, Expression, OneOf, Predicate } from '../predicate/predicate.js';
import type { Polarity } from './contract.js';
import type { Doc } from './doc.js';
/** A piece of query and how tightly its outermost operator binds. */
export interface Emitted {
    readonly doc: Doc;
    readonly binding: number;
}
/** Binds tighter than every operator: a comparison, a call, something in parentheses. */
export declare const ATOM = 100;
export declare function atom(doc: Doc): Emitted;
export interface BooleanSyntax {
    readonly and: BooleanOperator;
    readonly or: BooleanOperator;
    /** Writes a negation; calls `parenthesise` where the operand needs it. */
    readonly not: (operand: Emitted) => Emitted;
    /** Parentheses wherever `and` meets `or`, even where binding makes them needless. */
    readonly explicit?: boolean;
    /**
     * For a target that takes a chain of one operator for a tree as deep as the chain is long, and
     * refuses deep trees: longer chains are put into groups of so many, in parentheses. 2 or more.
     */
    readonly longest?: number;
}
export interface BooleanOperator {
    /** As written, without blanks: `and`. */
    readonly word: string;
    /** Higher binds tighter; below `ATOM`. */
    readonly binding: number;
}
export type Leaf = Predicate | OneOf | Constant;
/** Writes a tree in a language's boolean syntax; `leaf` writes what is not an operator. */
export declare function emitBoolean(expression: Expression, syntax: BooleanSyntax, leaf: (node: Leaf, polarity: Polarity) => Emitted, polarity?: Polarity): Emitted;
/** Links pieces that are already written; one piece alone is returned as it is. */
export declare function linkWith(syntax: BooleanSyntax, kind: 'and' | 'or', operands: readonly Emitted[]): Emitted;
export declare function parenthesise(doc: Doc): Doc;
/** `not (a)` or `not a`: a prefix operator that takes an atom, or anything in parentheses. */
export declare function prefixNot(word: string, binding: number): BooleanSyntax['not'];
