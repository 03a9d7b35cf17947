import { literalText } from '../model/pattern.js';
import { textOf } from '../model/plain-text.js';
import type { Value } from '../model/value.js';

/** The source's own words for a value of a rule; undefined where it has none. */
export function wordFor(
  value: Value,
  words: ReadonlyMap<string, readonly string[]>,
): readonly string[] | undefined {
  const text = value.kind === 'string' ? literalText(value.pattern) : textOf(value);
  return text === null ? undefined : words.get(text.toLowerCase());
}

/** Whether each number is its own word, so that numbers can be compared as in the rule. */
export function areNumbersSame(words: ReadonlyMap<string, readonly string[]>): boolean {
  const numbers = [...words].filter(([asked]) => /^\d+$/.test(asked));
  return numbers.length > 0 && numbers.every(([asked, [word]]) => word === asked);
}
