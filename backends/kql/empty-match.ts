import type { RegexNode } from '../../src/backend/index.js';

/** Whether the pattern is found in the empty string. Look-around and back-references: perhaps. */
export function matchesEmpty(node: RegexNode): boolean {
  switch (node.kind) {
    case 'literal':
    case 'dot':
    case 'class':
      return false;
    case 'anchor':
      return node.anchor !== 'word-boundary';
    case 'alternation':
      return node.options.some(matchesEmpty);
    case 'sequence':
      return node.items.every(matchesEmpty);
    case 'group':
      return matchesEmpty(node.body);
    case 'repeat':
      return node.min === 0 || matchesEmpty(node.body);
    case 'look':
    case 'backreference':
      return true;
  }
}
