import { isAmong } from '../model/patterns/pattern.js';
import type { And, Expression, FieldPredicate, Or } from './predicate.js';
import type { LikeMissing } from './together.js';

/**
 * Conditions, all of which must hold, without what they ask of a field that has to be missing: beside
 * `F is missing`, `not F = x` says nothing and `F = x or G = y` is `G = y`. It is for stores that keep
 * no null, so that a field is either missing or has values. The same array where nothing changes, or
 * where nothing would be left to match.
 */
export function besideMissing(
  conditions: readonly Expression[],
  likeMissing: LikeMissing,
): readonly Expression[] {
  const isMissing = (p: FieldPredicate): boolean =>
    p.kind === 'null' || (p.kind === 'string' && isAmong(p.pattern, likeMissing(p.field.text)));

  /** The field that has to be missing for the condition to hold; null if there is none. */
  const missingIn = (node: Expression): string | null => {
    switch (node.kind) {
      case 'null':
      case 'string':
        return isMissing(node) ? node.field.text : null;
      case 'one-of':
        return node.options.every(isMissing) ? node.field.text : null;
      case 'not':
        return node.operand.kind === 'exists' ? node.operand.field.text : null;
      default:
        return null;
    }
  };

  const all = (
    operands: readonly Expression[],
    outer: ReadonlySet<string>,
  ): readonly Expression[] | false => {
    const own = operands.flatMap((o) => missingIn(o) ?? []);
    const missing = own.length === 0 ? outer : new Set([...outer, ...own]);
    if (missing.size === 0 && !operands.some(hasOperands)) return operands;
    const left: Expression[] = [];
    for (const operand of operands) {
      const part = missingIn(operand) === null ? leftOf(operand, missing) : operand;
      if (part === false) return false;
      if (part !== true) left.push(part);
      // It always holds, and not because of what is beside it.
      else if (missing.size === 0) left.push(operand);
    }
    return isSame(left, operands) ? operands : left;
  };

  const leftOf = (node: Expression, missing: ReadonlySet<string>): Expression | boolean => {
    switch (node.kind) {
      case 'and': {
        const left = all(node.operands, missing);
        return left === false ? left : joined(node, left);
      }
      case 'or': {
        const left: Expression[] = [];
        for (const operand of node.operands) {
          const part = leftOf(operand, missing);
          if (part === true) return part;
          if (part !== false) left.push(part);
        }
        return joined(node, left);
      }
      case 'not': {
        const left = leftOf(node.operand, missing);
        if (typeof left === 'boolean') return !left;
        return left === node.operand ? node : { ...node, operand: left };
      }
      case 'one-of': {
        if (!missing.has(node.field.text)) return node;
        const options = node.options.filter(isMissing);
        if (options.length === node.options.length) return node;
        if (options.length === 0) return false;
        return options.length === 1 ? options[0]! : { ...node, options };
      }
      case 'constant':
      case 'keyword':
        return node;
      case 'field-ref':
        return missing.has(node.field.text) || missing.has(node.other.text) ? false : node;
      default:
        return missing.has(node.field.text) && !isMissing(node) ? false : node;
    }
  };

  return all(conditions, new Set()) || conditions;
}

function hasOperands(node: Expression): boolean {
  return node.kind === 'and' || node.kind === 'or' || node.kind === 'not';
}

function joined(node: And | Or, left: readonly Expression[]): Expression | boolean {
  if (left.length === 0) return node.kind === 'and';
  if (left.length === 1) return left[0]!;
  return isSame(left, node.operands) ? node : { ...node, operands: left };
}

function isSame(left: readonly Expression[], all: readonly Expression[]): boolean {
  return left.length === all.length && left.every((o, i) => o === all[i]);
}
