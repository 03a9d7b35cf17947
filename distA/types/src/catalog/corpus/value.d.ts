import type { StringPattern } from '../../model/pattern.js';
import type { PredicateKind } from '../../predicate/kind.js';
/** What is asked of a field. */
export interface Asked {
    readonly kind: PredicateKind;
    readonly value: string;
}
/** The plainest predicate that a text with wildcards stands for. */
export declare function askPattern(parts: StringPattern): Asked;
/** A keyword is found anywhere, so wildcards at its ends ask for nothing; null if nothing is left. */
export declare function askKeyword(parts: StringPattern): Asked | null;
/** How a language writes wildcards in its values. */
export interface Wildcards {
    readonly any: string;
    readonly one: string | null;
    /** What takes the meaning from a wildcard after it. */
    readonly escape: string | null;
}
export declare function wildcardPattern(text: string, { any, one, escape }: Wildcards): StringPattern;
/** Equality, or the network where the text is one: languages that have no operator for it. */
export declare function askText(text: string): Asked;
/** A network in its canonical text; as written if it is none. */
export declare function askNetwork(text: string): Asked;
