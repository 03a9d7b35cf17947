import type { RegexNode } from './ast.js';
import { foldRegex } from './fold.js';

/** Whether the pattern is found in the empty string. Look-around and back-references: perhaps. */
export function matchesEmpty(root: RegexNode): boolean {
  return foldRegex<boolean>(root, (node, children) => {
    switch (node.kind) {
      case 'literal':
      case 'dot':
      case 'class':
        return false;
      case 'anchor':
        return node.anchor !== 'word-boundary';
      case 'alternation':
        return children().includes(true);
      case 'sequence':
      case 'group':
        return !children().includes(false);
      case 'repeat':
        return node.min === 0 || children()[0]!;
      case 'look':
      case 'backreference':
        return true;
    }
  });
}
