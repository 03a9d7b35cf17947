import { coversPattern } from '../../model/patterns/matches-pattern.js';
import { literalText, shapeOf } from '../../model/patterns/pattern.js';
import type { StringPattern } from '../../model/patterns/pattern.js';
import { isFieldPredicate } from '../fold.js';
import { hintOf, operandKey } from '../keys.js';
import type { Expression, FieldPredicate } from '../predicate.js';

/**
 * The operands without those that others imply: `*a*` beside `*ab*`, that a value is there, a list beside
 * a part of it, alternatives beside one of them, or a value in any letter case beside the same in its own.
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

/**
 * Without alternatives of which another operand asks a part: `a or b` beside `a`, or beside a shorter list,
 * and `(c and d) or e` beside both `c` and `d`. A cased value is a part of the same in any letter case.
 */
function withoutLonger(operands: readonly Expression[]): readonly Expression[] {
  if (!operands.some(mayBeLonger) || operands.length ** 2 > MOST_COMPARISONS) return operands;
  const all = choice(operands);
  const choices = operands.map((o) => choice(alternativesOf(o)));
  const longer = new Set<Choice>();
  operands.forEach((operand, i) => {
    if (!mayBeLonger(operand)) return;
    const whole = choices[i]!;
    const isAsked = (part: Choice, k: number): boolean =>
      part !== whole &&
      !longer.has(part) &&
      (operand.kind !== 'one-of' || fieldOf(operands[k]!) === operand.field.text) &&
      part.nodes.every((node) => hasInAnyCase(whole, node));
    const hasAsked = (node: Expression): boolean =>
      node.kind === 'and' && node.operands.every((o) => o !== operand && all.has(o));
    if (choices.some(isAsked) || whole.nodes.some(hasAsked)) longer.add(whole);
  });
  return longer.size === 0 ? operands : operands.filter((_, i) => !longer.has(choices[i]!));
}

function mayBeLonger(node: Expression): boolean {
  return node.kind === 'or' || node.kind === 'one-of' || (node.kind === 'string' && !node.cased);
}

function fieldOf(node: Expression): string | null {
  return node.kind === 'one-of' || isFieldPredicate(node) ? node.field.text : null;
}

function alternativesOf(node: Expression): readonly Expression[] {
  if (node.kind === 'or') return node.operands.flatMap(alternativesOf);
  return node.kind === 'one-of' ? node.options : [node];
}

interface Choice {
  readonly nodes: readonly Expression[];
  readonly has: (node: Expression) => boolean;
}

/** Most nodes are not among others, which is found out at a low price. */
function choice(nodes: readonly Expression[]): Choice {
  let hints: Set<string> | null = null;
  let keys: Set<Expression | string> | null = null;
  return {
    nodes,
    has(node) {
      hints ??= new Set(nodes.map(hintOf));
      if (!hints.has(hintOf(node))) return false;
      keys ??= new Set(nodes.map(operandKey));
      return keys.has(operandKey(node));
    },
  };
}

function hasInAnyCase(whole: Choice, node: Expression): boolean {
  if (whole.has(node)) return true;
  return node.kind === 'string' && node.cased && whole.has({ ...node, cased: false });
}

/** More are not worth the time that they take. */
const MOST_COMPARISONS = 20_000;

/** A comparison that others may imply. */
interface Wide {
  readonly node: Expression;
  readonly field: string;
  /** Null for any value. */
  readonly pattern: StringPattern | null;
  readonly cased: boolean;
}

function wideOf(node: FieldPredicate): Wide | null {
  const field = node.field.text;
  if (node.kind === 'exists' || isAny(node)) return { node, field, pattern: null, cased: false };
  if (node.kind !== 'string' || literalText(node.pattern) !== null) return null;
  return { node, field, pattern: node.pattern, cased: node.cased };
}

/** `not missing`. */
function presenceOf(node: Expression): Wide | null {
  if (node.kind !== 'not' || node.operand.kind !== 'null') return null;
  return { node, field: node.operand.field.text, pattern: null, cased: false };
}

function impliesAny(node: Expression, wide: Wide): boolean {
  if (node.kind === 'one-of') {
    return node.field.text === wide.field && node.options.every((o) => isImplied(wide, o));
  }
  return isFieldPredicate(node) && node.field.text === wide.field && isImplied(wide, node);
}

/** Whether each value that satisfies a predicate on the same field satisfies the wide one. */
function isImplied({ pattern, cased }: Wide, by: FieldPredicate): boolean {
  if (pattern === null) return by.kind !== 'null' && by.kind !== 'exists' && !isAny(by);
  if (by.kind !== 'string' || (cased && !by.cased)) return false;
  return coversPattern(pattern, by.pattern, cased);
}

function isAny(node: FieldPredicate): boolean {
  return node.kind === 'string' && shapeOf(node.pattern).shape === 'any';
}
