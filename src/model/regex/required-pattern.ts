import { ANY, pattern } from '../patterns/pattern.js';
import type { PatternPart, StringPattern } from '../patterns/pattern.js';
import type { RegexNode } from './ast.js';
import { foldRegex } from './fold.js';

const ANYTHING: readonly PatternPart[] = [ANY];

/**
 * What every string that a regular expression matches contains: these parts in this order, with any
 * run of characters between them.
 */
export function requiredPattern(root: RegexNode): StringPattern {
  const parts = foldRegex<readonly PatternPart[]>(root, (node, children) => {
    switch (node.kind) {
      case 'sequence':
      case 'group':
        return children().flat();
      case 'literal':
        return [String.fromCodePoint(node.codePoint)];
      case 'repeat':
        return node.min > 0 ? [ANY, ...children()[0]!, ANY] : ANYTHING;
      case 'anchor':
        return [];
      default:
        return ANYTHING;
    }
  });
  return pattern([ANY, ...parts, ANY]);
}
