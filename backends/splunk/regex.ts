import {
  escapeCodePoint,
  flagLetters,
  membersOf,
  printClass,
  printRegex,
  translate,
} from '../../src/backend/index.js';
import type { Regex, RegexClass, Translated } from '../../src/backend/index.js';

const ANCHORS = {
  'line-start': '^',
  'line-end': '$',
  'text-start': '\\A',
  'text-end': '\\z',
  'text-end-or-newline': '\\Z',
  'word-boundary': '\\b',
  'not-word-boundary': '\\B',
} as const;

/**
 * Splunk runs PCRE, so nothing is lost; the pattern is written anew from its tree all the same.
 * https://docs.splunk.com/Documentation/Splunk/latest/Knowledge/AboutSplunkregularexpressions
 */
export function toPcre(regex: Regex): Translated {
  return translate(() =>
    printRegex(regex, {
      literal: escapeCodePoint,
      class: classText,
      anchor: (node, flags) =>
        node.anchor === 'text-start' && !flags.multiLine ? '^' : ANCHORS[node.anchor],
      special(node, print) {
        if (node.kind === 'backreference') {
          return typeof node.to === 'number' ? `\\g{${node.to}}` : `\\k<${node.to}>`;
        }
        const mark = node.direction === 'ahead' ? '' : '<';
        return `(?${mark}${node.negated ? '!' : '='}${print(node.body)})`;
      },
      repeatMode: ({ mode }) => ({ greedy: '', lazy: '?', possessive: '+' })[mode],
      groupOpening(node) {
        if (node.atomic) return '(?>';
        const letters = flagLetters(node);
        if (letters !== '') return `(?${letters}:`;
        if (!node.capture) return '(?:';
        return node.capture.name === null ? '(' : `(?<${node.capture.name}>`;
      },
    }),
  );
}

const SHORT: Readonly<Record<string, string>> = { digit: 'd', word: 'w', space: 's' };

function classText(node: RegexClass): string {
  const [item] = node.items;
  if (node.items.length === 1 && item) {
    const negated = node.negated !== (item.kind !== 'range' && item.negated);
    if (item.kind === 'property') return `\\${negated ? 'P' : 'p'}{${item.name}}`;
    const short = item.kind === 'set' ? SHORT[item.set] : undefined;
    if (short) return `\\${negated ? short.toUpperCase() : short}`;
  }
  const members = membersOf(node);
  if (members) return printClass(members);
  const parts = node.items.map((i) => {
    if (i.kind === 'property') return `\\${i.negated ? 'P' : 'p'}{${i.name}}`;
    const inner = membersOf({ ...node, negated: false, items: [i] })!;
    return printClass(inner).replace(/^\[\^?|\]$/g, '');
  });
  return `[${node.negated ? '^' : ''}${parts.join('')}]`;
}
