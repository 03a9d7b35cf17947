import type { Regex, RegexClass, RegexFlags } from '../ast.js';
import { countOf } from '../print.js';
import { flagLetters, printMembers, printPerl, printProperty } from './perl.js';

const ANCHORS = {
  'line-start': '^',
  'line-end': '$',
  'text-start': '\\A',
  'text-end': '\\z',
  'text-end-or-newline': '\\Z',
  'word-boundary': '\\b',
  'not-word-boundary': '\\B',
} as const;

const MODES = { greedy: '', lazy: '?', possessive: '+' } as const;

/** A pattern written anew from its tree. PCRE is what patterns are written in, so nothing is lost. */
export function toPcre(regex: Regex): string {
  return printPerl(regex, {
    class: printSet,
    anchor: (node, flags) =>
      node.anchor === 'text-start' && !flags.multiLine ? '^' : ANCHORS[node.anchor],
    quantifier: (node) => `${countOf(node)}${MODES[node.mode]}`,
    group(node, body) {
      if (node.atomic) return `(?>${body})`;
      const letters = flagLetters(node.flags);
      if (letters !== '') return `(?${letters}:${body})`;
      if (!node.capture) return `(?:${body})`;
      return node.capture.name === null ? `(${body})` : `(?<${node.capture.name}>${body})`;
    },
    look(node, body) {
      const direction = node.direction === 'ahead' ? '' : '<';
      return `(?${direction}${node.negated ? '!' : '='}${body()})`;
    },
    backreference: ({ to }) => (typeof to === 'number' ? `\\g{${to}}` : `\\k<${to}>`),
  });
}

const SHORT: Readonly<Record<string, string>> = { digit: 'd', word: 'w', space: 's' };

function printSet(node: RegexClass, flags: RegexFlags): string {
  const [item] = node.items;
  if (node.items.length === 1 && item) {
    const negated = node.negated !== (item.kind !== 'range' && item.negated);
    if (item.kind === 'property') return printProperty(item.name, negated);
    const short = item.kind === 'set' ? SHORT[item.set] : undefined;
    if (short) return `\\${negated ? short.toUpperCase() : short}`;
  }
  return printMembers(node, flags);
}
