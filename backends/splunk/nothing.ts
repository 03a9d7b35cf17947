import { contains, foldRegex, membersOf, textMatcher } from '../../src/backend/index.js';
import type { FieldPredicate, RegexNode } from '../../src/backend/index.js';

/**
 * What the Common Information Model stores for a missing value.
 * https://help.splunk.com/en/splunk-cloud-platform/common-information-model/6.0/data-models/how-to-use-the-cim-data-model-reference-tables
 */
export const NOTHING = 'unknown';

/** Whether a predicate may hold of that text. Said too often of regular expressions, never too seldom. */
export function mayHoldOfNothing(node: FieldPredicate): boolean {
  switch (node.kind) {
    case 'string':
      return textMatcher(node.pattern, false)(NOTHING);
    case 'regex':
      return shortest(node.regex.ast) <= NOTHING.length;
    case 'field-ref':
      return true;
    default:
      return false;
  }
}

/** How many of the text's letters a match takes at least; Infinity where it takes others. */
function shortest(root: RegexNode): number {
  return foldRegex<number>(root, (node, children) => {
    switch (node.kind) {
      case 'alternation':
        return Math.min(...children());
      case 'sequence':
      case 'group':
        return children().reduce((sum, length) => sum + length, 0);
      case 'repeat':
        return node.min === 0 ? 0 : node.min * children()[0]!;
      case 'literal':
        return LETTERS.includes(node.codePoint) ? 1 : Infinity;
      case 'class': {
        const members = membersOf(node);
        return !members || LETTERS.some((c) => contains(members, c)) ? 1 : Infinity;
      }
      default:
        return node.kind === 'dot' ? 1 : 0;
    }
  });
}

const LETTERS = [...NOTHING, ...NOTHING.toUpperCase()].map((c) => c.codePointAt(0)!);
