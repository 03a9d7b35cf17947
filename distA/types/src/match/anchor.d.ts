import type { Expression } from '../predicate/predicate.js';
/**
 * Something cheap to look for in an event. Texts are folded. `equals` and `contains` speak of a
 * field's text, `anywhere` of any text of the event, `present` of the field as such.
 */
export type Clue = {
    readonly kind: 'equals';
    readonly field: string;
    readonly text: string;
} | {
    readonly kind: 'contains';
    readonly field: string;
    readonly text: string;
} | {
    readonly kind: 'anywhere';
    readonly text: string;
} | {
    readonly kind: 'present';
    readonly field: string;
};
/** Where the tree holds, one of the clues does. Null: nothing can be said, so always try it. */
export type Anchor = readonly Clue[] | null;
export declare function anchorOf(node: Expression): Anchor;
