import { literalText, shapeOf } from '../model/patterns/pattern.js';
import { eachPredicate, isFieldPredicate } from './fold.js';
import type { And, Expression, FieldPredicate, NullPredicate, OneOf } from './predicate.js';

/** The values of a field that its store cannot tell from a missing one, in lower case. */
export type LikeMissing = (field: string) => readonly string[];

/**
 * Where conditions, all of which must hold, ask for a missing value and for all that the store keeps
 * in the same way, one test asks for them together and is exact. Give it simplified conditions.
 */
export function askedTogether(
  conditions: readonly Expression[],
  likeMissing: LikeMissing,
): readonly Expression[] {
  if (!conditions.some((c) => asksMissing(c, likeMissing))) return conditions;
  const rewrite = (node: Expression): Expression => {
    switch (node.kind) {
      case 'one-of':
        return alternatives(node, likeMissing);
      case 'or':
        return { ...node, operands: node.operands.map(rewrite) };
      case 'not':
        return { ...node, operand: rewrite(node.operand) };
      case 'and':
        return conjunction(node);
      default:
        return node;
    }
  };
  const conjunction = (node: And): Expression => {
    const operands = excluded(node.operands, likeMissing).map(rewrite);
    return operands.length === 1 ? operands[0]! : { ...node, operands };
  };
  return excluded(conditions, likeMissing).map(rewrite);
}

function asksMissing(condition: Expression, likeMissing: LikeMissing): boolean {
  let found = false;
  eachPredicate(condition, (p) => {
    if (p.kind !== 'keyword' && (p.kind === 'null' || isAny(p))) {
      found ||= likeMissing(p.field.text).length > 0;
    }
  });
  return found;
}

function alternatives(node: OneOf, likeMissing: LikeMissing): Expression {
  const values = likeMissing(node.field.text);
  if (!areAll(node.options, values)) return node;
  const missing = together(node.options.find((o) => o.kind === 'null')!);
  const rest = node.options.filter((o) => !isLikeMissing(o, values));
  return rest.length === 0 ? missing : { ...node, options: [missing, ...rest] };
}

/** `not a and not b` excludes together what `not (a or b)` does; a field with any value is not missing. */
function excluded(
  operands: readonly Expression[],
  likeMissing: LikeMissing,
): readonly Expression[] {
  const byField = new Map<string, FieldPredicate[]>();
  const tell = (p: FieldPredicate, all: readonly FieldPredicate[]): void => {
    const field = p.field.text;
    if (likeMissing(field).length > 0) byField.set(field, [...(byField.get(field) ?? []), ...all]);
  };
  for (const operand of operands) {
    if (isFieldPredicate(operand) && isAny(operand)) tell(operand, [missingOf(operand)]);
    const options = excludedBy(operand);
    if (options) tell(options[0]!, options);
  }
  const whole = new Map<string, FieldPredicate>();
  for (const [field, options] of byField) {
    if (areAll(options, likeMissing(field))) whole.set(field, options[0]!);
  }
  if (whole.size === 0) return operands;
  const done = new Set<string>();
  return operands.flatMap((operand) => {
    const isPresence = isFieldPredicate(operand) && isAny(operand);
    const options = isPresence ? [operand] : excludedBy(operand);
    const first = options && whole.get(options[0]!.field.text);
    if (!first) return [operand];
    const field = first.field.text;
    const values = likeMissing(field);
    const left = isPresence ? [] : options.filter((o) => !isLikeMissing(o, values));
    const made: Expression[] = [];
    const { span } = operand;
    if (!done.has(field)) made.push({ kind: 'not', operand: together(first), span });
    done.add(field);
    if (left.length === 1) made.push({ kind: 'not', operand: left[0]!, span });
    if (left.length > 1) {
      const rest = { kind: 'one-of', field: left[0]!.field, options: left, span } as const;
      made.push({ kind: 'not', operand: rest, span });
    }
    return made;
  });
}

function excludedBy(node: Expression): readonly FieldPredicate[] | null {
  if (node.kind !== 'not') return null;
  const { operand } = node;
  if (operand.kind === 'one-of') return operand.options;
  return isFieldPredicate(operand) ? [operand] : null;
}

/** Whether a missing value and each of these are among the alternatives. */
function areAll(options: readonly FieldPredicate[], values: readonly string[]): boolean {
  return (
    values.length > 0 &&
    options.some((o) => o.kind === 'null' && !o.together) &&
    values.every((v) => options.some((o) => literalOf(o) === v))
  );
}

function isLikeMissing(p: FieldPredicate, values: readonly string[]): boolean {
  return p.kind === 'null' || values.includes(literalOf(p) ?? '*');
}

/** In lower case; null for what is not a whole value, or is case-sensitive. */
function literalOf(p: FieldPredicate): string | null {
  if (p.kind !== 'string') return null;
  const text = literalText(p.pattern);
  const lower = text?.toLowerCase() ?? null;
  return p.cased && text !== text?.toUpperCase() ? null : lower;
}

/** The field has some value, the empty one included. */
function isAny(p: FieldPredicate): boolean {
  return p.kind === 'string' && shapeOf(p.pattern).shape === 'any';
}

function missingOf({ field, span }: FieldPredicate): NullPredicate {
  return { kind: 'null', field, span };
}

function together(p: FieldPredicate): NullPredicate {
  return { ...missingOf(p), together: true };
}
