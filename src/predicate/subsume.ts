import { shapeOf } from '../model/pattern.js';
import { isFieldPredicate } from './fold.js';
import type { Expression, FieldPredicate, StringPredicate } from './predicate.js';

/** The options without those that another implies: `*ab*` beside `*a*`. All are of one field. */
export function widest(options: readonly FieldPredicate[]): readonly FieldPredicate[] {
  const wide = options.flatMap((o) => wideOf(o) ?? []);
  if (wide.length === 0 || wide.length * options.length > MOST_COMPARISONS) return options;
  return options.filter((option) => !wide.some((w) => w.node !== option && isImplied(w, option)));
}

/**
 * The operands without those that others imply: `*a*` beside `*ab*`, that a value is there, a list beside
 * a part of it, or a value in any letter case beside the same in its own.
 */
export function needed(all: readonly Expression[]): readonly Expression[] {
  if (all.length < 2) return all;
  const operands = withoutLonger(all);
  const wide = operands.flatMap((operand) => {
    const asked = isFieldPredicate(operand) ? wideOf(operand) : presenceOf(operand);
    return asked ? { operand, asked } : [];
  });
  if (wide.length === 0 || wide.length * operands.length > MOST_COMPARISONS) return operands;
  const implied = new Set<Expression>();
  for (const { operand, asked } of wide) {
    const isAsked = operands.some((o) => o !== operand && !implied.has(o) && impliesAny(o, asked));
    if (isAsked) implied.add(operand);
  }
  return implied.size === 0 ? operands : operands.filter((o) => !implied.has(o));
}

/** Without lists of values that a shorter one is part of, or the same values in their own letter case. */
function withoutLonger(operands: readonly Expression[]): readonly Expression[] {
  const lists = operands.map(listIn);
  const known = lists.filter((list) => list !== null);
  if (known.length < 2 || known.length ** 2 > MOST_COMPARISONS) return operands;
  const longer = new Set<Values | null>();
  for (const list of known) {
    if (known.some((by) => by !== list && !longer.has(by) && isPartOf(by, list))) longer.add(list);
  }
  return longer.size === 0 ? operands : operands.filter((_, i) => !longer.has(lists[i]!));
}

/** Strings, of which a field must equal one; in lower case unless they are cased. */
interface Values {
  readonly field: string;
  readonly cased: boolean;
  readonly texts: ReadonlySet<string>;
}

/** Null if that is not all that is asked. */
function listIn(node: Expression): Values | null {
  const options = node.kind === 'one-of' ? node.options : [node];
  const [first] = options;
  if (first?.kind !== 'string') return null;
  const { cased, field } = first;
  const texts = new Set<string>();
  for (const option of options) {
    if (option.kind !== 'string' || option.cased !== cased) return null;
    const found = shapeOf(option.pattern);
    if (found.shape !== 'equals') return null;
    texts.add(cased ? found.text : found.text.toLowerCase());
  }
  return { field: field.text, cased, texts };
}

function isPartOf(part: Values, whole: Values): boolean {
  if (part.field !== whole.field || (whole.cased && !part.cased)) return false;
  const isFolded = part.cased && !whole.cased;
  return [...part.texts].every((t) => whole.texts.has(isFolded ? t.toLowerCase() : t));
}

/** More are not worth the time that they take. */
const MOST_COMPARISONS = 20_000;

/** A comparison that others may imply. */
interface Wide {
  readonly node: Expression;
  readonly field: string;
  readonly shape: 'contains' | 'startswith' | 'endswith' | 'any';
  readonly text: string;
}

function wideOf(node: FieldPredicate): Wide | null {
  const field = node.field.text;
  if (node.kind === 'exists') return { node, field, shape: 'any', text: '' };
  if (node.kind !== 'string' || node.cased) return null;
  const found = shapeOf(node.pattern);
  switch (found.shape) {
    case 'any':
      return { node, field, shape: 'any', text: '' };
    case 'contains':
    case 'startswith':
    case 'endswith':
      return { node, field, shape: found.shape, text: found.text.toLowerCase() };
    default:
      return null;
  }
}

/** `not missing`. */
function presenceOf(node: Expression): Wide | null {
  if (node.kind !== 'not' || node.operand.kind !== 'null') return null;
  return { node, field: node.operand.field.text, shape: 'any', text: '' };
}

function impliesAny(node: Expression, wide: Wide): boolean {
  if (node.kind === 'one-of') {
    return node.field.text === wide.field && node.options.every((o) => isImplied(wide, o));
  }
  return isFieldPredicate(node) && node.field.text === wide.field && isImplied(wide, node);
}

/** Whether each value that satisfies a predicate on the same field satisfies the wide one. */
function isImplied({ shape, text }: Wide, by: FieldPredicate): boolean {
  if (shape === 'any') return by.kind !== 'null' && by.kind !== 'exists' && !isAny(by);
  return by.kind === 'string' && has(by, shape, text);
}

function isAny(node: FieldPredicate): boolean {
  return node.kind === 'string' && shapeOf(node.pattern).shape === 'any';
}

function has(
  { pattern }: StringPredicate,
  shape: 'contains' | 'startswith' | 'endswith',
  text: string,
): boolean {
  const part = shape === 'startswith' ? pattern[0] : pattern[pattern.length - 1];
  switch (shape) {
    case 'contains':
      return pattern.some((p) => typeof p === 'string' && p.toLowerCase().includes(text));
    case 'startswith':
      return typeof part === 'string' && part.toLowerCase().startsWith(text);
    case 'endswith':
      return typeof part === 'string' && part.toLowerCase().endsWith(text);
  }
}
