import { fold } from '../model/fold.js';
import type { RegexClass, RegexNode } from '../model/regex/ast.js';

const MOST = 64;

/**
 * Folded texts, one of which stands in every text that the pattern is found in, once that is folded
 * too. Null if nothing can be said.
 */
export function requiredTexts(node: RegexNode): readonly string[] | null {
  switch (node.kind) {
    case 'literal':
      return [fold(String.fromCodePoint(node.codePoint))];
    case 'class': {
      const only = onlyCharacter(node);
      return only === null ? null : [only];
    }
    case 'group':
      return requiredTexts(node.body);
    case 'repeat':
      return node.min > 0 ? requiredTexts(node.body) : null;
    case 'alternation': {
      const texts: string[] = [];
      for (const option of node.options) {
        const required = requiredTexts(option);
        if (!required || texts.length + required.length > MOST) return null;
        texts.push(...required);
      }
      return texts;
    }
    case 'sequence':
      return ofSequence(node.items);
    default:
      return null;
  }
}

/** Neighbouring characters make one text; of all there is, the one whose shortest text is longest. */
function ofSequence(items: readonly RegexNode[]): readonly string[] | null {
  let best: readonly string[] | null = null;
  let run = '';
  const offer = (texts: readonly string[] | null): void => {
    if (texts && shortest(texts) > (best ? shortest(best) : 0)) best = texts;
  };
  for (const item of items) {
    const character = item.kind === 'literal' || item.kind === 'class' ? requiredTexts(item) : null;
    if (character) {
      run += character[0]!;
      continue;
    }
    offer([run]);
    run = '';
    offer(requiredTexts(item));
  }
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
    folded.add(fold(String.fromCodePoint(item.from)));
  }
  return folded.size === 1 ? [...folded][0]! : null;
}
