import { hasInvisible } from '../../source/visible.js';
import { ANY, pattern } from '../patterns/pattern.js';
import type { StringPattern } from '../patterns/pattern.js';
import type { Regex, RegexFlags, RegexNode } from './ast.js';
import { membersOf, otherCases } from './code-points.js';
import { flagsWithin } from './fold.js';

export interface Plain {
  readonly pattern: StringPattern;
  readonly cased: boolean;
}

/** A longer list is as hard to read as the expression. */
const MOST_OPTIONS = 32;

/**
 * The strings for one of which a regular expression looks, where it asks no more than that:
 * `^a|(?i:\.b)` is `a*` and, in any letter case, `*.b*`. Null where it does.
 */
export function plainStrings({ ast, flags }: Regex): readonly Plain[] | null {
  const found: Plain[] = [];
  return addOptions(ast, flags, found) ? found : null;
}

function addOptions(node: RegexNode, flags: RegexFlags, to: Plain[]): boolean {
  if (to.length >= MOST_OPTIONS) return false;
  if (node.kind === 'group') return addOptions(node.body, flagsWithin(node, flags), to);
  if (node.kind === 'alternation') return node.options.every((o) => addOptions(o, flags, to));
  if (node.kind === 'sequence' && node.items.length === 1)
    return addOptions(node.items[0]!, flags, to);
  const plain = inSequence(node.kind === 'sequence' ? node.items : [node], flags);
  if (plain) to.push(plain);
  return plain !== null;
}

function inSequence(items: readonly RegexNode[], outer: RegexFlags): Plain | null {
  let start = 0;
  let end = items.length;
  while (start < end && isOptional(items[start]!)) start++;
  while (end > start && isOptional(items[end - 1]!)) end--;
  const isStart = start === 0 && start < end && isTextStart(items[0]!, outer);
  const isEnd = end === items.length && end > start && isTextEnd(items[end - 1]!);
  const read = charactersOf(items.slice(isStart ? 1 : start, isEnd ? end - 1 : end), outer);
  if (!read || read.length === 0) return null;
  const lettered = read.filter(({ c }) => otherCases(c).length > 0);
  const cased = lettered.length > 0 && !lettered[0]!.ignoreCase;
  if (lettered.some((l) => l.ignoreCase === cased)) return null;
  const text = read.map(({ c }) => String.fromCodePoint(c)).join('');
  // Some languages have no way to write those but in expressions.
  if (hasInvisible(text)) return null;
  return { pattern: pattern([isStart ? '' : ANY, text, isEnd ? '' : ANY]), cased };
}

/** What is at an end of what is looked for anywhere, and need not be there. */
function isOptional(node: RegexNode): boolean {
  return node.kind === 'repeat' && node.min === 0 && node.mode !== 'possessive';
}

/** Whether what follows it is at the beginning of the text. */
export function isTextStart(node: RegexNode | undefined, { multiLine }: RegexFlags): boolean {
  if (node?.kind !== 'anchor') return false;
  return node.anchor === 'text-start' || (node.anchor === 'line-start' && !multiLine);
}

/** `$` is also before a last line feed. */
function isTextEnd(node: RegexNode): boolean {
  return node.kind === 'anchor' && node.anchor === 'text-end';
}

interface Character {
  readonly c: number;
  readonly ignoreCase: boolean;
}

/** Null if a node is not one character, or several in a group. */
function charactersOf(nodes: readonly RegexNode[], flags: RegexFlags): Character[] | null {
  const found: Character[] = [];
  for (const node of nodes) {
    const { ignoreCase } = flags;
    if (node.kind === 'literal') found.push({ c: node.codePoint, ignoreCase });
    else if (node.kind === 'class') {
      const members = membersOf(node);
      const [only] = members ?? [];
      if (members?.length !== 1 || only![0] !== only![1]) return null;
      found.push({ c: only![0], ignoreCase });
    } else if (node.kind === 'group' || node.kind === 'sequence') {
      const within = node.kind === 'group' ? [node.body] : node.items;
      const inner = charactersOf(within, flagsWithin(node, flags));
      if (!inner) return null;
      for (const character of inner) found.push(character);
    } else return null;
  }
  return found;
}
