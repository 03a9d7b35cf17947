import { withoutAnswered } from './alternatives.js';
import { withoutAsked } from './asked.js';
import { factored } from './factor.js';
import { isFieldPredicate } from '../fold.js';
import { distinct } from '../keys.js';
import type { Expression, FieldPredicate, OneOf } from '../predicate.js';
import { needed } from './subsume.js';
import { widest, withoutLongerKeywords } from './widest.js';
import type { Span } from '../../source/span.js';

export interface SimplifyOptions {
  /** Joins an OR of predicates on one field into one `one-of` node. */
  readonly oneOf: boolean;
  /** Pushes negations down to the predicates (De Morgan). */
  readonly pushNegation: boolean;
  /** Leaves what others imply or share where it is, for what tells which predicates held. */
  readonly everyOperand?: boolean | undefined;
}

/**
 * An equivalent, smaller tree: nested operators of one kind are one, constants are folded away,
 * double negations cancel, equal operands are written once, so is what alternatives have in common, and
 * what others imply is left out, within alternatives and negations, too. Operands keep the order of the rule.
 */
export function simplify(expression: Expression, options: SimplifyOptions): Expression {
  // A search identifier that a condition names twice is one object: it is done once, and stays one.
  const done = new Map<Expression, Expression>();
  const negated = new Map<Expression, Expression>();
  let effort = MOST_ALTERNATIVES;
  const partsLeft = { left: MOST_PARTS };

  function visit(node: Expression): Expression {
    if (node.kind !== 'and' && node.kind !== 'or' && node.kind !== 'not') return node;
    let result = done.get(node);
    if (!result) {
      if (node.kind === 'not') result = negate(node.operand, node);
      else if (node.kind === 'or' && options.oneOf && areOfOneField(node.operands)) {
        result = listOf(node.operands, options);
      } else result = combine(node, node.operands, visit);
      done.set(node, result);
      done.set(result, result);
    }
    return result;
  }

  /** The negation of a node that was not simplified yet; `at` is the node to report it at. */
  function negate(node: Expression, at: Expression): Expression {
    if (node.kind === 'not') return visit(node.operand);
    if (options.pushNegation && (node.kind === 'and' || node.kind === 'or')) {
      let result = negated.get(node);
      if (!result) {
        const opposite = { ...node, kind: node.kind === 'and' ? 'or' : 'and' } as const;
        result = combine(opposite, node.operands, (o) => negate(o, o));
        negated.set(node, result);
      }
      return result;
    }
    const operand = visit(node);
    if (operand.kind === 'constant') return { ...operand, value: !operand.value };
    if (operand.kind === 'not') return operand.operand;
    const opposite = oppositeOf(operand);
    if (opposite) return visit(opposite);
    const apart = options.everyOperand ? null : apartFrom(operand);
    if (apart) return visit(apart);
    return { kind: 'not', operand, span: at.span };
  }

  function combine(
    node: Extract<Expression, { kind: 'and' | 'or' }>,
    operands: readonly Expression[],
    each: (operand: Expression) => Expression,
  ): Expression {
    const { kind, span } = node;
    const absorbing = kind === 'or';
    const [only] = operands;
    if (only && operands.length === 1) return each(only);
    const flat: Expression[] = [];
    for (const operand of operands) {
      const simple = each(operand);
      if (simple.kind === 'constant') {
        if (simple.value === absorbing) return { ...simple, span };
      } else if (simple.kind === kind) {
        for (const part of simple.operands) add(flat, part, kind);
      } else add(flat, simple, kind);
    }
    if (flat.length === 0) return { kind: 'constant', value: !absorbing, span };
    const once = distinct(flat);
    if (kind === 'and') {
      const parts = options.everyOperand ? once : needed(once);
      const bare = options.everyOperand ? parts : withoutAsked(parts, partsLeft);
      if (bare !== parts) return visit({ kind, operands: bare, span });
      return parts.length === 1 ? parts[0]! : { kind, operands: parts, span };
    }
    const wide = options.everyOperand ? once : withoutLongerKeywords(once);
    const bare = options.everyOperand ? wide : withoutAnswered(wide);
    if (bare !== wide) return visit({ kind, operands: bare, span });
    const shared = factor(wide, span);
    if (shared) return visit(shared);
    const parts = options.oneOf ? groupByField(wide, options) : wide;
    return parts.length === 1 ? parts[0]! : { kind, operands: parts, span };
  }

  function factor(operands: readonly Expression[], span: Span): Expression | null {
    if (options.everyOperand || effort < operands.length) return null;
    effort -= operands.length;
    return factored(operands, span);
  }

  return visit(expression);
}

/** How many parts of conjuncts are compared with the others. */
const MOST_PARTS = 20_000;

/** How many alternatives are compared for what they have in common. */
const MOST_ALTERNATIVES = 20_000;

/** `not (not a and not b)` is `a or b`. */
function oppositeOf(node: Expression): Expression | null {
  if (node.kind !== 'and' && node.kind !== 'or') return null;
  const operands: Expression[] = [];
  for (const operand of node.operands) {
    if (operand.kind !== 'not') return null;
    operands.push(operand.operand);
  }
  return { kind: node.kind === 'and' ? 'or' : 'and', operands, span: node.span };
}

/** `not (not a or b)` is `a and not b`. */
function apartFrom(node: Expression): Expression | null {
  if (node.kind !== 'or') return null;
  const excluded = node.operands.filter((o) => o.kind !== 'not');
  if (excluded.length === node.operands.length) return null;
  const { span } = node;
  const asked = node.operands.flatMap((o) => (o.kind === 'not' ? [o.operand] : []));
  const rest = excluded.length === 1 ? excluded[0]! : { ...node, operands: excluded };
  return { kind: 'and', operands: [...asked, { kind: 'not', operand: rest, span }], span };
}

/** A list among alternatives is its options; arguments of a call would go onto the stack. */
function add(to: Expression[], node: Expression, kind: 'and' | 'or'): void {
  if (kind === 'and' || node.kind !== 'one-of') to.push(node);
  else for (const option of node.options) to.push(option);
}

/** Predicates on one field go together, where the first of them stood. */
function groupByField(
  operands: readonly Expression[],
  options: SimplifyOptions,
): readonly Expression[] {
  if (operands.length < 2) return operands;
  const groups = new Map<string, FieldPredicate[]>();
  for (const operand of operands) {
    if (!isFieldPredicate(operand)) continue;
    const known = groups.get(operand.field.text);
    if (known) known.push(operand);
    else groups.set(operand.field.text, [operand]);
  }
  const out: Expression[] = [];
  for (const operand of operands) {
    if (!isFieldPredicate(operand)) {
      out.push(operand);
      continue;
    }
    const group = groups.get(operand.field.text)!;
    if (group.length === 1) out.push(operand);
    else if (group[0] === operand) out.push(listOf(group, options));
  }
  return out;
}

function areOfOneField(operands: readonly Expression[]): operands is readonly FieldPredicate[] {
  const [first] = operands;
  if (!first || !isFieldPredicate(first)) return false;
  const { text } = first.field;
  for (const operand of operands) {
    if (operand.kind !== 'string' && !isFieldPredicate(operand)) return false;
    if (operand.field.text !== text) return false;
  }
  return true;
}

function listOf(
  operands: readonly FieldPredicate[],
  { everyOperand }: SimplifyOptions,
): FieldPredicate | OneOf {
  const once = distinct(operands);
  const options = everyOperand ? once : widest(once);
  return options.length === 1 ? options[0]! : oneOf(options);
}

function oneOf(options: readonly FieldPredicate[]): OneOf {
  const { field, span: first } = options[0]!;
  let { start, end } = first;
  for (const { span } of options) {
    if (span.start < start) start = span.start;
    if (span.end > end) end = span.end;
  }
  return { kind: 'one-of', field, options, span: { file: first.file, start, end } };
}
