import type { Span } from '../../../source/span.js';
import { text } from '../../doc.js';
import type { Doc } from '../../doc.js';
import { closed, MAX_REGEX } from '../limits.js';

/** A string in any letter case, as part of a regular expression of Lucene's. */
export interface Alternative {
  readonly kind: 'alternative';
  /** What may be at either end of it. */
  readonly before: '' | '.*';
  readonly after: '' | '.*';
  readonly body: string;
  readonly span: Span;
}

/**
 * The automaton of so many characters, each of which may begin another alternative, is less than a
 * cluster takes.
 */
const MOST_CHARACTERS = 400;

/**
 * Alternatives that are open at the same ends as one regular expression: every term of the field is
 * compared with it once, and not once with each. Those of one index's limit are together.
 */
export function joinedAlternatives(all: readonly Alternative[]): readonly Doc[] {
  const docs: Doc[] = [];
  let together: Part[] = [];
  let [length, characters] = [0, 0];
  const close = (): void => {
    if (together.length > 0) docs.push(text(closed(regexOf(together)), spanOf(together)));
    together = [];
    [length, characters] = [0, 0];
  };
  for (const part of new Map(all.map((a) => [a.body, { ...a, items: itemsOf(a.body) }])).values()) {
    length += part.body.length + '|'.length;
    characters += part.items.length;
    const isTooMuch = length + '.*().*'.length > MAX_REGEX || characters > MOST_CHARACTERS;
    if (isTooMuch && together.length > 0) {
      close();
      [length, characters] = [part.body.length, part.items.length];
    }
    together.push(part);
  }
  close();
  return docs;
}

interface Part extends Alternative {
  /** Its characters, those of either case as a class. */
  readonly items: readonly string[];
}

function itemsOf(body: string): readonly string[] {
  return body.match(/\\.|\[[^\]]*\]|./gsu) ?? [];
}

/** What all begin or end with goes before or after the others; of a word, all or nothing. */
function regexOf(parts: readonly Part[]): string {
  const [{ before, after, body, items: first }] = parts as readonly [Part, ...Part[]];
  if (parts.length === 1) return before + body + after;
  const all = parts.map((p) => p.items);
  const shortest = Math.min(...all.map((items) => items.length));
  let begin = 0;
  while (begin < shortest - 1 && all.every((items) => items[begin] === first[begin])) begin++;
  while (begin > 0 && isOfWord(first[begin - 1]!)) begin--;
  let end = 0;
  const fromEnd = (items: readonly string[]): string => items[items.length - 1 - end]!;
  while (end < shortest - begin - 1 && all.every((i) => fromEnd(i) === fromEnd(first))) end++;
  const isWithinWord = (): boolean =>
    isOfWord(first[first.length - end]!) &&
    all.some((items) => isOfWord(items[items.length - end - 1]!));
  while (end > 0 && isWithinWord()) end--;
  const middles = all.map((items) => items.slice(begin, items.length - end).join(''));
  const [prefix, suffix] = [first.slice(0, begin), first.slice(first.length - end)];
  const around = [before, ...prefix, ...suffix, after].join('');
  if (around === '') return middles.join('|');
  const single = begin + end === shortest - 1 && all.every((i) => i.length === shortest);
  if (single && middles.every((m) => !m.startsWith('['))) {
    return [before, ...prefix, oneOf(middles), ...suffix, after].join('');
  }
  return [before, ...prefix, '(', middles.join('|'), ')', ...suffix, after].join('');
}

/** A class of characters that are written as they are outside one. */
function oneOf(characters: readonly string[]): string {
  return `[${characters.map((c) => (c === '-' ? '\\-' : c)).join('')}]`;
}

function isOfWord(item: string): boolean {
  return /^\[|^[\p{L}\p{N}]/u.test(item);
}

function spanOf(parts: readonly Part[]): Span {
  const spans = parts.map((p) => p.span);
  const first = spans[0]!;
  if (spans.some((s) => s.file !== first.file)) return first;
  const start = Math.min(...spans.map((s) => s.start));
  return { file: first.file, start, end: Math.max(...spans.map((s) => s.end)) };
}
