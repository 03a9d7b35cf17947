import type { RegexFlags, RegexNode } from '../../src/backend/index.js';
/** A node and the flags that hold for it. */
export interface Flagged {
    readonly node: RegexNode;
    readonly flags: RegexFlags;
}
/** One alternative of a pattern, and what Lucene needs around it to search for it anywhere. */
export interface Branch {
    readonly open: string;
    readonly nodes: readonly Flagged[];
    readonly close: string;
}
/**
 * Takes the anchors at the ends of a pattern away, branch by branch: where there is none, anything
 * may stand before (or after) the match.
 */
export declare function branchesOf(ast: RegexNode, flags: RegexFlags, widen: (message: string) => void): readonly Branch[];
