import type { RegexNode } from '../../src/backend/index.js';
/** Whether the pattern is found in the empty string. Look-around and back-references: perhaps. */
export declare function matchesEmpty(node: RegexNode): boolean;
