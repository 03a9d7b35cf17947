import { foldCase } from '../model/case-folding.js';
import { spellingsOf } from '../model/decimal.js';
import type { StringPattern } from '../model/pattern.js';
import { requiredTexts } from '../model/regex/required-texts.js';
import { foldExpression } from '../predicate/fold.js';
import type { Expression, FieldPredicate, KeywordPredicate } from '../predicate/predicate.js';
import type { NameOf } from './test.js';

/**
 * Something cheap to look for in an event. Strings are folded. `equals` and `contains` test a field's
 * string, `anywhere` any string of the event, `present` the field itself.
 */
export type Clue =
  | { readonly kind: 'equals'; readonly field: string; readonly text: string }
  | { readonly kind: 'contains'; readonly field: string; readonly text: string }
  | { readonly kind: 'anywhere'; readonly text: string }
  | { readonly kind: 'present'; readonly field: string };

/** Where the tree holds, one of the clues does. Null: nothing can be said, so always try it. */
export type Anchor = readonly Clue[] | null;

export function anchorOf(root: Expression, nameOf: NameOf = (name) => name): Anchor {
  return foldExpression<Anchor>(root, {
    and: (anchors) => anchors.reduce(rarer, null),
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
    predicate: (node) =>
      node.kind === 'keyword' ? keywordAnchor(node) : predicateAnchor(node, nameOf),
  });
}

function keywordAnchor({ search }: KeywordPredicate): Anchor {
  const text = search.kind === 'pattern' ? longestText(search.pattern) : '';
  return text === '' ? null : [{ kind: 'anywhere', text }];
}

function predicateAnchor(node: FieldPredicate, nameOf: NameOf): Anchor {
  const field = nameOf(node.field.text);
  switch (node.kind) {
    case 'null':
      return null;
    case 'string': {
      const [only] = node.pattern;
      if (node.pattern.length === 1 && typeof only === 'string') {
        return [{ kind: 'equals', field, text: foldCase(only) }];
      }
      const text = longestText(node.pattern);
      return [text === '' ? { kind: 'present', field } : { kind: 'contains', field, text }];
    }
    case 'regex': {
      const texts = requiredTexts(node.regex.ast);
      if (!texts) return [{ kind: 'present', field }];
      return texts.map((text) => ({ kind: 'contains', field, text }) as const);
    }
    case 'number': {
      const texts = spellingsOf(node.number).map(foldCase);
      return texts.map((text) => ({ kind: 'equals', field, text }) as const);
    }
    default:
      return [{ kind: 'present', field }];
  }
}

function longestText(pattern: StringPattern): string {
  let longest = '';
  for (const part of pattern) {
    if (typeof part === 'string' && part.length > longest.length) longest = part;
  }
  return foldCase(longest);
}

function rarer(a: Anchor, b: Anchor): Anchor {
  if (!a || !b) return a ?? b;
  return cost(b) < cost(a) ? b : a;
}

/** A rough guess at how often events have one of the clues; lower is better. */
function cost(anchor: readonly Clue[]): number {
  let sum = 0;
  for (const clue of anchor) {
    if (clue.kind === 'present') sum += 100;
    else if (clue.kind === 'equals') sum += 1;
    else sum += 1 + 20 / clue.text.length;
  }
  return sum;
}
