import { ANY, pattern } from '../patterns/pattern.js';
import type { StringPattern } from '../patterns/pattern.js';
import type { Regex, RegexNode } from './ast.js';
import { membersOf } from './code-points.js';
import { isTextStart } from './plain.js';

/** A longer list is as hard to read as the expression. */
const MOST = 32;

/**
 * The patterns for one of which a regular expression looks in values of one line: `^(80|443)$` is `80`
 * and `443`, `^10\.[12]\.` is `10.1.*` and `10.2.*`. Null where they are not a few, or it ignores case.
 */
export function fewStrings({ ast, flags }: Regex): readonly StringPattern[] | null {
  if (flags.ignoreCase || flags.multiLine) return null;
  const ways = ast.kind === 'alternation' ? ast.options : [ast];
  const found: StringPattern[] = [];
  for (const way of ways) {
    const items = way.kind === 'sequence' ? way.items : [way];
    const [isStart, isEnd] = [isTextStart(items[0], flags), isLineEnd(items.at(-1))];
    const texts = product(items.slice(isStart ? 1 : 0, isEnd ? -1 : undefined));
    if (!texts || texts.includes('') || found.length + texts.length > MOST) return null;
    for (const text of texts) found.push(pattern([isStart ? '' : ANY, text, isEnd ? '' : ANY]));
  }
  return found;
}

function isLineEnd(node: RegexNode | undefined): boolean {
  return node?.kind === 'anchor' && /end/.test(node.anchor);
}

function textsOf(node: RegexNode): readonly string[] | null {
  switch (node.kind) {
    case 'literal':
      return [String.fromCodePoint(node.codePoint)];
    case 'class': {
      const members = membersOf(node);
      return members && charactersOf(members);
    }
    case 'group':
      return node.flags || node.atomic ? null : textsOf(node.body);
    case 'sequence':
      return product(node.items);
    case 'alternation': {
      const all = node.options.map(textsOf);
      return all.every((texts) => texts !== null) ? all.flat() : null;
    }
    case 'repeat': {
      const { min, max, body, mode } = node;
      if (max === null || max > MOST || mode === 'possessive') return null;
      const counts = Array.from({ length: max - min + 1 }, (_, i) => min + i);
      const all = counts.map((n) => product(Array.from({ length: n }, () => body)));
      return all.every((texts) => texts !== null) ? all.flat() : null;
    }
    default:
      return null;
  }
}

function charactersOf(ranges: readonly (readonly [number, number])[]): readonly string[] | null {
  const found: string[] = [];
  for (const [from, to] of ranges) {
    if (to - from >= MOST - found.length) return null;
    for (let c = from; c <= to; c++) found.push(String.fromCodePoint(c));
  }
  return found;
}

function product(nodes: readonly RegexNode[]): readonly string[] | null {
  let texts: readonly string[] = [''];
  for (const node of nodes) {
    const next = textsOf(node);
    if (!next || texts.length * next.length > MOST) return null;
    texts = texts.flatMap((text) => next.map((n) => text + n));
  }
  return texts;
}
