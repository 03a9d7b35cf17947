import type { DetectionItem } from '../../model/detection.js';
import { literalText } from '../../model/patterns/pattern.js';
import { textOf } from '../../model/patterns/plain-text.js';
import { mapValues, valuesOf } from '../../model/rewrite.js';
import type { Value } from '../../model/value.js';

type Words = ReadonlyMap<string, readonly string[]>;

/**
 * An item whose values are the source's own words for a rule's; the reason where it has no word for one.
 * @param cased whether these words are compared in the case that they have
 */
export function inWords(item: DetectionItem, words: Words, cased: boolean): DetectionItem | string {
  const same = areNumbersSame(words);
  const isKept = (v: Value): boolean => same && v.kind === 'compare';
  const unknown = valuesOf(item).find((v) => !isKept(v) && wordFor(v, words) === undefined);
  if (unknown) {
    const text = textOf(unknown);
    return text === null ? 'only whole strings are known there' : `no word for \`${text}\``;
  }
  return mapValues(item, (value) =>
    isKept(value)
      ? value
      : wordFor(value, words)!.map((text): Value => ({
          kind: 'string',
          pattern: [text],
          cased,
          span: value.span,
        })),
  );
}

/** The source's own words for a value of a rule; undefined where it has none. */
function wordFor(value: Value, words: Words): readonly string[] | undefined {
  const text = value.kind === 'string' ? literalText(value.pattern) : textOf(value);
  return text === null ? undefined : words.get(text.toLowerCase());
}

/** Whether each number is its own word, so that numbers can be compared as in the rule. */
function areNumbersSame(words: Words): boolean {
  const numbers = [...words].filter(([asked]) => /^\d+$/.test(asked));
  return numbers.length > 0 && numbers.every(([asked, [word]]) => word === asked);
}
