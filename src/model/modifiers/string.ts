import { pattern } from '../patterns/pattern.js';
import type { PatternPart, StringPattern } from '../patterns/pattern.js';
import { mapDrafts } from './chain.js';
import type { Modifier } from './modifier.js';
import { codes } from './codes.js';
import { wrongValue } from './draft.js';
import { BASE64, UTF16, WILDCARDS } from './groups.js';

const DASHES = ['-', '/', '\u2013', '\u2014', '\u2015'];
/**
 * A dash that begins a flag: a word follows it, and none comes right before. The specification
 * does not say which dashes are meant; rules are written for pySigma, where it is these.
 */
const FLAG = /(?<![\p{L}\p{N}_])([-/\u2013\u2014\u2015])(?=[\p{L}\p{N}_])/gu;
/** Each multiplies the values by five. */
const MAX_FLAGS = 4;

export const string: readonly Modifier[] = [
  {
    name: 'windash',
    heading: 'String Modifiers',
    description: 'A flag may start with -, /, an en dash, an em dash or a horizontal bar.',
    follows: ['cased', 'expand', ...WILDCARDS],
    instead(before) {
      if (BASE64.includes(before) || UTF16.includes(before)) {
        return `Encoded values have no flags. Write \`|windash|${before}\`.`;
      }
      return before === 're'
        ? 'Write the dashes into the expression, as in [-/].'
        : 'It needs a string. Remove one of the two.';
    },
    apply(chain) {
      mapDrafts(
        chain,
        (draft) => {
          if (draft.kind === 'number' || draft.kind === 'boolean') return draft;
          if (draft.kind !== 'string') return null;
          const variants = permutations(draft.pattern);
          if (!variants) {
            chain.report(codes['windash-too-many']({ max: MAX_FLAGS }), draft.span);
            return draft;
          }
          return variants.map((parts) => ({ ...draft, pattern: parts }));
        },
        wrongValue('windash', 'a string'),
      );
    },
  },
];

/** Every way to write the dashes, as written first; null if there are too many. */
function permutations(parts: StringPattern): readonly StringPattern[] | null {
  let heads: PatternPart[][] = [[]];
  let flags = 0;
  for (const part of parts) {
    // Of what a split by a group gives, every other piece is the group: a dash.
    const pieces = typeof part === 'string' ? part.split(FLAG) : [part];
    for (const [index, piece] of pieces.entries()) {
      if (index % 2 === 0) {
        for (const head of heads) head.push(piece);
        continue;
      }
      if (++flags > MAX_FLAGS) return null;
      const dashes = [piece, ...DASHES.filter((d) => d !== piece)];
      heads = heads.flatMap((head) => dashes.map((dash) => [...head, dash]));
    }
  }
  return heads.map(pattern);
}
