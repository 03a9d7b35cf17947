import { foldCase } from '../model/patterns/case-folding.js';
import { spellingsOf } from '../model/decimal.js';
import type { StringPattern } from '../model/patterns/pattern.js';
import { requiredTexts } from '../model/regex/required-texts.js';
import { foldExpression, isPredicate, operandsOf } from '../predicate/fold.js';
import type { Expression, FieldPredicate, KeywordPredicate } from '../predicate/predicate.js';
import type { Place } from './literals.js';
import type { NameOf } from './test.js';

/**
 * Something cheap to look for in an event. Strings are folded. `text` is looked for in a field,
 * `anywhere` in any string of the event, `present` is the field itself.
 */
export type Clue =
  | {
      readonly kind: 'text';
      readonly field: string;
      readonly place: Place;
      readonly text: string;
    }
  | { readonly kind: 'anywhere'; readonly text: string }
  | { readonly kind: 'present'; readonly field: string };

/** Where the tree holds, one of the clues does. Null: nothing can be said, so always try it. */
export type Anchor = readonly Clue[] | null;

/** A guess at the share of events that have a clue. */
export type Likelihood = (clue: Clue) => number;

/** The anchor that the fewest events have. */
export function anchorOf(root: Expression, nameOf: NameOf, likelihood: Likelihood): Anchor {
  const cost = (anchor: readonly Clue[]): number => {
    let sum = 0;
    for (const clue of anchor) sum += likelihood(clue);
    return sum;
  };
  return foldExpression<Anchor>(root, {
    and(anchors) {
      let best: Anchor = null;
      let least = Infinity;
      for (const anchor of anchors) {
        if (!anchor) continue;
        const sum = cost(anchor);
        if (sum < least) [best, least] = [anchor, sum];
      }
      return best;
    },
    or(anchors) {
      const clues: Clue[] = [];
      for (const anchor of anchors) {
        if (!anchor) return null;
        for (const clue of anchor) clues.push(clue);
      }
      return clues;
    },
    not: () => null,
    constant: ({ value }) => (value ? null : []),
    predicate: (node) => cluesOf(node, nameOf),
  });
}

/**
 * Guesses by what the anchors of rules ask for: what many ask for is common, and so is each of the few
 * values that a field may have.
 *
 * @param roots the trees of rules, each with how its fields are looked up
 */
export function likelihoodAmong(
  roots: readonly { readonly expression: Expression; readonly nameOf: NameOf }[],
): Likelihood {
  const fields = new Map<string, Map<string, number>>();
  const count = (clue: Clue): void => {
    if (clue.kind !== 'text') return;
    let texts = fields.get(clue.field);
    if (!texts) fields.set(clue.field, (texts = new Map<string, number>()));
    texts.set(clue.text, (texts.get(clue.text) ?? 0) + 1);
  };
  for (const { expression, nameOf } of roots) {
    const nodes: Expression[] = [expression];
    for (let node = nodes.pop(); node; node = nodes.pop()) {
      // What is excluded says nothing of what is looked for.
      if (node.kind === 'not') continue;
      if (isPredicate(node)) cluesOf(node, nameOf)?.forEach(count);
      else for (const operand of operandsOf(node)) nodes.push(operand);
    }
  }
  return (clue) => {
    if (clue.kind === 'present') return 1;
    // Short strings are found in many others.
    const byChance = 1 / clue.text.length ** 2;
    if (clue.kind === 'anywhere') return byChance;
    const texts = fields.get(clue.field);
    const asked = (texts?.get(clue.text) ?? 0) / roots.length;
    const ofFew = 1 / (1 + (texts?.size ?? 0));
    return asked + ofFew + (clue.place === 'equals' ? 0 : byChance);
  };
}

function cluesOf(node: FieldPredicate | KeywordPredicate, nameOf: NameOf): Anchor {
  return node.kind === 'keyword' ? keywordClues(node) : fieldClues(node, nameOf);
}

function keywordClues({ search }: KeywordPredicate): Anchor {
  const text = search.kind === 'pattern' ? longestText(search.pattern)?.text : undefined;
  return text === undefined ? null : [{ kind: 'anywhere', text }];
}

function fieldClues(node: FieldPredicate, nameOf: NameOf): Anchor {
  const field = nameOf(node.field.text);
  const textIn = (place: Place, text: string): Clue => ({ kind: 'text', field, place, text });
  const present: Anchor = [{ kind: 'present', field }];
  switch (node.kind) {
    case 'null':
      return null;
    case 'string': {
      const longest = longestText(node.pattern);
      if (longest) return [textIn(longest.place, longest.text)];
      return node.pattern.length === 0 ? [textIn('equals', '')] : present;
    }
    case 'regex':
      return requiredTexts(node.regex.ast)?.map((text) => textIn('contains', text)) ?? present;
    case 'number':
      return spellingsOf(node.number).map((text) => textIn('equals', foldCase(text)));
    default:
      return present;
  }
}

/** The longest string in a pattern, folded, and where in the whole it is; null if there is none. */
function longestText(pattern: StringPattern): { text: string; place: Place } | null {
  let longest = '';
  let at = -1;
  pattern.forEach((part, i) => {
    if (typeof part === 'string' && part.length > longest.length) [longest, at] = [part, i];
  });
  if (at < 0) return null;
  const isFirst = at === 0;
  const isLast = at === pattern.length - 1;
  const place = isFirst ? (isLast ? 'equals' : 'startswith') : isLast ? 'endswith' : 'contains';
  return { text: foldCase(longest), place };
}
