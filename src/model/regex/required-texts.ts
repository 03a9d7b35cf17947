import { foldCase } from '../patterns/case-folding.js';
import type { RegexClass, RegexNode } from './ast.js';
import { foldRegex } from './fold.js';

const MAX_TEXTS = 64;

type Texts = readonly string[] | null;

/**
 * Folded strings: every string that the pattern matches contains one of them, once it is folded too.
 * Null if none are known.
 */
export function requiredTexts(root: RegexNode): Texts {
  return foldRegex<Texts>(root, (node, children) => {
    switch (node.kind) {
      case 'literal':
        return [foldCase(String.fromCodePoint(node.codePoint))];
      case 'class': {
        const only = onlyCharacter(node);
        return only === null ? null : [only];
      }
      case 'group':
        return children()[0]!;
      case 'repeat':
        return node.min > 0 ? children()[0]! : null;
      case 'alternation':
        return ofAlternation(children());
      case 'sequence':
        return ofSequence(node.items, children());
      default:
        return null;
    }
  });
}

function ofAlternation(options: readonly Texts[]): Texts {
  const texts: string[] = [];
  for (const required of options) {
    if (!required || texts.length + required.length > MAX_TEXTS) return null;
    texts.push(...required);
  }
  return texts;
}

/** Adjacent characters make one string; of all sets, the one whose shortest string is longest. */
function ofSequence(items: readonly RegexNode[], required: readonly Texts[]): Texts {
  let best: Texts = null;
  let run = '';
  const offer = (texts: Texts): void => {
    if (texts && shortest(texts) > (best ? shortest(best) : 0)) best = texts;
  };
  items.forEach(({ kind }, index) => {
    const texts = required[index]!;
    if (texts && (kind === 'literal' || kind === 'class')) {
      run += texts[0]!;
      return;
    }
    offer([run]);
    run = '';
    offer(texts);
  });
  offer([run]);
  return best;
}

function shortest(texts: readonly string[]): number {
  return texts.length === 0 ? 0 : Math.min(...texts.map((t) => t.length));
}

/** `[aA]` is a character without case. */
function onlyCharacter(node: RegexClass): string | null {
  if (node.negated) return null;
  const folded = new Set<string>();
  for (const item of node.items) {
    if (item.kind !== 'range' || item.from !== item.to) return null;
    folded.add(foldCase(String.fromCodePoint(item.from)));
  }
  return folded.size === 1 ? [...folded][0]! : null;
}
