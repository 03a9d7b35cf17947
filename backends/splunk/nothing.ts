import { contains, membersOf } from '../../src/backend/index.js';
import type { FieldPredicate, RegexNode, StringPattern } from '../../src/backend/index.js';

/**
 * What the Common Information Model puts where an event says nothing.
 * https://help.splunk.com/en/splunk-cloud-platform/common-information-model/6.0/data-models/how-to-use-the-cim-data-model-reference-tables
 */
export const NOTHING = 'unknown';

/** Whether a predicate may hold of that text. Said too often of regular expressions, never too seldom. */
export function mayHoldOfNothing(node: FieldPredicate): boolean {
  switch (node.kind) {
    case 'string':
      return isNothing(node.pattern);
    case 'regex':
      return shortest(node.regex.ast) <= NOTHING.length;
    case 'field-ref':
      return true;
    default:
      return false;
  }
}

function isNothing(pattern: StringPattern): boolean {
  const source = pattern.map((p) => {
    if (typeof p === 'string') return p.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
    return p.kind === 'one' ? '.' : '.*';
  });
  return new RegExp(`^${source.join('')}$`, 'is').test(NOTHING);
}

/** How many of the text's letters a match takes at least; Infinity where it takes others. */
function shortest(node: RegexNode): number {
  switch (node.kind) {
    case 'alternation':
      return Math.min(...node.options.map(shortest));
    case 'sequence':
      return node.items.reduce((sum, item) => sum + shortest(item), 0);
    case 'group':
      return shortest(node.body);
    case 'repeat':
      return node.min === 0 ? 0 : node.min * shortest(node.body);
    case 'literal':
      return NOTHING.includes(String.fromCodePoint(node.codePoint).toLowerCase()) ? 1 : Infinity;
    case 'class': {
      const members = membersOf(node);
      const isIn = (c: string): boolean => !members || contains(members, c.codePointAt(0)!);
      return [...NOTHING, ...NOTHING.toUpperCase()].some(isIn) ? 1 : Infinity;
    }
    case 'dot':
      return 1;
    case 'anchor':
    case 'look':
    case 'backreference':
      return 0;
  }
}
