import type { RegexNode } from '../model/regex/ast.js';
/**
 * Folded texts, one of which stands in every text that the pattern is found in, once that is folded
 * too. Null if nothing can be said.
 */
export declare function requiredTexts(node: RegexNode): readonly string[] | null;
