import { shapeOf } from '../../model/patterns/pattern.js';
import type { StringPattern } from '../../model/patterns/pattern.js';
import type { Words } from '../../store/placement.js';

/** Words side by side; one of them may go on at either end. */
export interface WordQuery {
  readonly words: readonly string[];
  readonly openStart: boolean;
  readonly openEnd: boolean;
}

/** What a field of type text is asked for, all of it; empty if nothing of the pattern is a word. */
export interface WordQueries {
  readonly queries: readonly WordQuery[];
  /** They match no more than the pattern does. */
  readonly exact: boolean;
}

interface Kind {
  readonly word: RegExp;
  /** What follows a word, and what precedes one, where the word ends for certain. */
  readonly endsBefore: RegExp;
  readonly endsAfter: RegExp;
  /** What separates two words that are next to each other. */
  readonly plain: RegExp;
}

/**
 * For the standard analyzer one of `. : , ; '` may be within a word or between two, and letters beyond
 * ASCII follow rules of their own.
 * https://www.elastic.co/docs/reference/text-analysis/analysis-standard-tokenizer
 * https://unicode.org/reports/tr29/#Word_Boundaries
 */
const KINDS: Readonly<Record<Words, Kind>> = {
  standard: {
    word: /[0-9A-Za-z_]+/g,
    endsBefore: /^[.:,;']*[^0-9A-Za-z_.:,;'\u0080-\uffff]/,
    endsAfter: /[^0-9A-Za-z_.:,;'\u0080-\uffff][.:,;']*$/,
    plain: /^[^\u0080-\uffff]*$/,
  },
  dashed: { word: /[-0-9A-Za-z_]+/g, endsBefore: /^./s, endsAfter: /.$/s, plain: /^/ },
};

/** A longer word is kept in pieces. */
const MAX_WORD = 255;

/** A word of the pattern, and whether it may go on at either side. */
interface Word {
  readonly text: string;
  readonly openStart: boolean;
  readonly openEnd: boolean;
  /** Nothing but separators is between it and the one before. */
  readonly adjoins: boolean;
}

/**
 * A text is kept as its words, lower-cased. Those of the pattern are asked for: side by side as a
 * phrase where they are whole, and with `*` where the pattern may begin or end within one.
 */
export function wordQueries(parts: StringPattern, words: Words): WordQueries {
  const queries = new Map<string, WordQuery>();
  const add = (query: WordQuery): unknown => queries.set(JSON.stringify(query), query);
  let phrase: string[] = [];
  const endPhrase = (): void => {
    if (phrase.length > 0) add({ words: phrase, openStart: false, openEnd: false });
    phrase = [];
  };
  for (const { text, openStart, openEnd, adjoins } of wordsOf(parts, KINDS[words])) {
    const kept = text.slice(0, MAX_WORD).toLowerCase();
    const open = openEnd || kept.length < text.length;
    if (!adjoins || openStart || open) endPhrase();
    if (openStart || open) add({ words: [kept], openStart, openEnd: open });
    else phrase.push(kept);
  }
  endPhrase();
  return { queries: [...queries.values()], exact: isOneWord(parts, words) };
}

function wordsOf(parts: StringPattern, { word, ...kind }: Kind): readonly Word[] {
  return parts.flatMap((part, index) => {
    if (typeof part !== 'string') return [];
    const found = [...part.matchAll(word)];
    const ends = found.map((m) => m.index + m[0].length);
    return found.map((m, i): Word => {
      const before = part.slice(ends[i - 1] ?? 0, m.index);
      const after = part.slice(ends[i], found[i + 1]?.index ?? part.length);
      const begins = index === 0 && i === 0;
      const finishes = index === parts.length - 1 && i === found.length - 1;
      return {
        text: m[0],
        // Where the text begins or ends, there is nothing that a word could go on with.
        openStart: !kind.endsAfter.test(begins ? ` ${before}` : before),
        openEnd: !kind.endsBefore.test(finishes ? `${after} ` : after),
        adjoins: i > 0 && kind.plain.test(before),
      };
    });
  });
}

/** A part of a word is looked for anywhere: that is found wherever the text has it. */
function isOneWord(parts: StringPattern, words: Words): boolean {
  const shape = shapeOf(parts);
  if (shape.shape !== 'contains' || shape.text.length > MAX_WORD) return false;
  return (words === 'dashed' ? /^[-0-9A-Za-z_]+$/ : /^[0-9A-Za-z_]+$/).test(shape.text);
}
