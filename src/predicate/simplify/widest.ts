import { spellingsOf } from '../../model/decimal.js';
import {
  coversAsShaped,
  coversLetters,
  coversPattern,
  lettersOf,
  stringsOf,
} from '../../model/patterns/matches-pattern.js';
import type { Letters } from '../../model/patterns/matches-pattern.js';
import { ANY, literalText, pattern, shapeOf } from '../../model/patterns/pattern.js';
import { foldCase } from '../../model/patterns/case-folding.js';
import type { Expression, FieldPredicate, StringPredicate } from '../predicate.js';
import { textFinder } from './text-finder.js';

/**
 * The options without those that another implies: `*ab*` or `*a?b*` beside `*a*`, `'1'` beside the number 1.
 * All are of one field.
 * What a pattern covers has the strings of the pattern in its own, so only those are compared that have the rarest.
 */
export function widest(all: readonly FieldPredicate[]): readonly FieldPredicate[] {
  const options = withoutSpelled(all);
  if (options.some(isPresence)) return options.filter((o) => o.kind === 'null' || isPresence(o));
  const strings = options.filter((o) => o.kind === 'string');
  const wide = strings.filter((o) => literalText(o.pattern) === null);
  if (wide.length === 0 || strings.length < 2) return options;
  const covering = coveringOf(wide, strings);
  if (!covering) return options;
  const letters = knownLetters();
  let effort = MOST_LETTERS;
  const isCovered = (option: StringPredicate): boolean =>
    covering(option).some((by) => {
      if (by === option || (by.cased && !option.cased)) return false;
      const isShaped = coversAsShaped(by.pattern, option.pattern, by.cased);
      if (isShaped !== null) return isShaped;
      const [wanted, given] = [letters(by, by.cased), letters(option, by.cased)];
      effort -= wanted.length + given.length;
      return effort > 0 && coversLetters(wanted, given);
    });
  return options.filter((o) => o.kind !== 'string' || !isCovered(o));
}

/** Alternatives without the keywords that have another one of them as a part. */
export function withoutLongerKeywords(operands: readonly Expression[]): readonly Expression[] {
  const patterns = operands.flatMap((operand) =>
    operand.kind === 'keyword' && operand.search.kind === 'pattern'
      ? [{ operand, ...operand.search }]
      : [],
  );
  if (patterns.length < 2 || patterns.length ** 2 > MOST_PAIRS) return operands;
  const anywhere = patterns.map((p) => ({ ...p, pattern: pattern([ANY, ...p.pattern, ANY]) }));
  const longer = new Set<Expression>();
  for (const of of anywhere) {
    const isCovered = anywhere.some(
      (by) =>
        by !== of &&
        !longer.has(by.operand) &&
        (!by.cased || of.cased) &&
        coversPattern(by.pattern, of.pattern, by.cased),
    );
    if (isCovered) longer.add(of.operand);
  }
  return longer.size === 0 ? operands : operands.filter((o) => !longer.has(o));
}

/** Without strings that spell a number. */
function withoutSpelled(options: readonly FieldPredicate[]): readonly FieldPredicate[] {
  if (!options.some((o) => o.kind === 'number') || options.every((o) => o.kind === 'number')) {
    return options;
  }
  const spelled = options.flatMap((o) => (o.kind === 'number' ? spellingsOf(o.number) : []));
  const known = new Set(spelled.map(foldCase));
  return options.filter((o) => {
    const text = o.kind === 'string' ? literalText(o.pattern) : null;
    return text === null || !known.has(foldCase(text));
  });
}

/** Letters that are compared, and letters of all options: more are not worth the time that they take. */
const MOST_LETTERS = 1_000_000;
const MOST_OPTIONS = 100_000;

function isPresence(node: FieldPredicate): boolean {
  return (
    node.kind === 'exists' || (node.kind === 'string' && shapeOf(node.pattern).shape === 'any')
  );
}

/** Which of the wide ones may cover one of the strings. */
function coveringOf(
  wide: readonly StringPredicate[],
  strings: readonly StringPredicate[],
): ((option: StringPredicate) => readonly StringPredicate[]) | null {
  if (wide.length * strings.length < FEW) return () => wide;
  const often = new Map<string, number>();
  let length = 0;
  for (const text of strings.flatMap(textsIn)) {
    often.set(text, (often.get(text) ?? 0) + 1);
    length += text.length;
  }
  if (length > MOST_OPTIONS) return null;
  const rarest = wide.map((option) =>
    textsIn(option).reduce((best, text) => {
      const rarer = often.get(best)! - often.get(text)!;
      return best === '' || rarer > 0 || (rarer === 0 && text.length > best.length) ? text : best;
    }, ''),
  );
  const find = textFinder(rarest);
  return (option) => {
    const found = new Set(['', ...textsIn(option)].flatMap((text) => [...find(text)]));
    return [...found].map((i) => wide[i]!);
  };
}

/** So few pairs are all compared. */
const FEW = 400;

/** Of more, none is: it is not worth the time. */
const MOST_PAIRS = 10_000;

function textsIn({ pattern }: StringPredicate): readonly string[] {
  return stringsOf(pattern, false);
}

/** The letters of options, each taken apart once. */
function knownLetters(): (option: StringPredicate, cased: boolean) => Letters {
  const made = [new Map<StringPredicate, Letters>(), new Map<StringPredicate, Letters>()];
  return (option, cased) => {
    const known = made[Number(cased)]!;
    const letters = known.get(option) ?? lettersOf(option.pattern, cased);
    known.set(option, letters);
    return letters;
  };
}
