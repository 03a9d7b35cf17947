import type { Detection, SearchIdentifier } from '../../model/detection.js';
import type { Rule } from '../../model/rule.js';
import type { Span } from '../../source/span.js';
/** A step of a rule: a condition, or a search identifier that one of them uses. */
export interface Stage {
    /** `condition`, or the name of the search identifier. */
    readonly name: string;
    /**
     * A condition as it is written; of a search identifier its YAML, without comments and in one
     * form of indentation, scalars as they are written.
     */
    readonly text: string;
    readonly span: Span;
}
/** A search identifier that a condition uses. */
export interface UsedIdentifier {
    readonly identifier: SearchIdentifier;
    /** It is only ever used under an odd number of NOTs. */
    readonly negated: boolean;
}
/**
 * The search identifiers that the conditions use, in the order of use; those that a quantifier
 * stands for (`1 of selection_*`, `all of them`) in the order of the rule.
 */
export declare function usedIdentifiers({ conditions, identifiers }: Detection): readonly UsedIdentifier[];
/** The conditions, each of which is a stage 0, then the search identifiers in the order of use. */
export declare function stagesOf(rule: Rule, used: readonly UsedIdentifier[]): readonly Stage[];
