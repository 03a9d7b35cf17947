import type { Condition } from '../model/condition/ast.js';
import type { Rule } from '../model/rule.js';
import type { Diagnostic } from '../source/diagnostic.js';
import type { Expression } from './predicate.js';
/** Values for `%name%` placeholders, written as Sigma strings: wildcards and escapes count. */
export type Placeholders = Readonly<Record<string, readonly string[]>>;
export interface Lowered {
    /** Null if `diagnostics` has an error. */
    readonly expression: Expression | null;
    readonly diagnostics: readonly Diagnostic[];
}
/** Turns one condition of a rule into the tree of predicates that it stands for. */
export declare function lower(rule: Rule, condition: Condition, placeholders?: Placeholders): Lowered;
