import { pattern } from '../pattern.js';
import type { PatternPart } from '../pattern.js';
import { describe, mapDrafts } from './chain.js';
import type { Modifier } from './chain.js';

const DASHES = ['-', '/', '\u2013', '\u2014', '\u2015'];
/** A dash that begins a flag: a word follows it, and none comes right before. */
const FLAG = /(?<![\p{L}\p{N}_])[-/\u2013\u2014\u2015](?=[\p{L}\p{N}_])/gu;
const MAX_FLAGS = 4;

export const string: readonly Modifier[] = [
  {
    name: 'windash',
    heading: 'String Modifiers',
    description: 'A flag may begin with -, /, en dash, em dash or horizontal bar.',
    apply(chain) {
      mapDrafts(
        chain,
        (draft) => {
          if (draft.kind === 'number' || draft.kind === 'boolean') return draft;
          if (draft.kind !== 'string') return null;
          const found = draft.pattern.reduce(
            (n, p) => n + (typeof p === 'string' ? (p.match(FLAG)?.length ?? 0) : 0),
            0,
          );
          if (found > MAX_FLAGS) {
            const message = `\`windash\` on ${found} flags makes too many values; ${MAX_FLAGS} are the most. Split the value.`;
            chain.report('error', 'windash-too-many', message, draft.span);
            return draft;
          }
          return permutations(draft.pattern).map((parts) => ({ ...draft, pattern: parts }));
        },
        (draft) => `\`windash\` takes a string, not ${describe(draft)}.`,
      );
    },
  },
];

function permutations(parts: readonly PatternPart[]): (readonly PatternPart[])[] {
  let heads: PatternPart[][] = [[]];
  for (const part of parts) {
    if (typeof part !== 'string') {
      for (const head of heads) head.push(part);
      continue;
    }
    const pieces = part.split(FLAG);
    pieces.forEach((piece, index) => {
      if (index > 0) heads = heads.flatMap((head) => DASHES.map((dash) => [...head, dash]));
      for (const head of heads) head.push(piece);
    });
  }
  return heads.map(pattern);
}
