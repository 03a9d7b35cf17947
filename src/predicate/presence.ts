import { shapeOf } from '../model/patterns/pattern.js';
import { eachPredicate, isFieldPredicate } from './fold.js';
import { meaning } from './meaning.js';
import type { Expression, FieldPredicate } from './predicate.js';

/**
 * Drops tests for missing and empty values that the rest of an AND already decides, for a store
 * that keeps the empty string where a value is missing: what need not be tested need not be
 * approximated, and `F endswith "x" and F is not empty` says no more than its first half. Marks
 * comparisons with a field that is filled wherever they matter.
 *
 * @param isString whether a field holds one string, which is empty where the value is missing
 */
export function dropImpliedPresence(
  expression: Expression,
  isString: (field: string) => boolean,
): Expression {
  if (!testsPresence(expression)) return expression;
  return rewrite(expression, new Set());

  /** @param filled fields that are known to be neither missing nor empty here */
  function rewrite(node: Expression, filled: ReadonlySet<string>): Expression {
    switch (node.kind) {
      case 'and':
        return conjunction(node, filled);
      case 'or': {
        const operands = node.operands.map((o) => rewrite(o, filled));
        return link(node, joinMissingAndEmpty(operands), true);
      }
      case 'not': {
        const operand = rewrite(node.operand, filled);
        if (operand === node.operand) return node;
        if (operand.kind === 'constant') return { ...operand, value: !operand.value };
        return { ...node, operand };
      }
      case 'one-of': {
        if (!filled.has(node.field.text)) return node;
        const options = node.options.filter((o) => decided(o, filled) === null);
        if (options.length === node.options.length) return node;
        if (node.options.some((o) => decided(o, filled) === true)) {
          return { kind: 'constant', value: true, span: node.span };
        }
        if (options.length === 0) return { kind: 'constant', value: false, span: node.span };
        return options.length === 1 ? options[0]! : { ...node, options };
      }
      case 'constant':
      case 'keyword':
        return node;
      case 'field-ref':
        return filled.has(node.other.text) ? { ...node, filled: true } : node;
      default: {
        const value = decided(node, filled);
        return value === null ? node : { kind: 'constant', value, span: node.span };
      }
    }
  }

  function conjunction(
    node: Extract<Expression, { kind: 'and' }>,
    outer: ReadonlySet<string>,
  ): Expression {
    const filled = new Set(outer);
    const present = new Map<string, FieldPredicate>();
    const notEmpty = new Map<string, FieldPredicate>();
    for (const operand of node.operands) {
      for (const p of predicatesOf(operand)) {
        const field = p.field.text;
        if (!isString(field)) continue;
        if (asksPresence(p)) present.set(field, p);
        else if (needsText(p)) filled.add(field);
      }
      for (const p of excludedBy(operand)) {
        if (p.kind === 'null') present.set(p.field.text, p);
        else if (isEmptyText(p)) notEmpty.set(p.field.text, p);
      }
    }
    const asked: Expression[] = [];
    for (const [field, first] of present) {
      const second = notEmpty.get(field);
      if (!second || filled.has(field) || !isString(field)) continue;
      // Neither missing nor empty, which is one test.
      const options = [
        { kind: 'null', field: first.field, span: first.span } as const,
        { ...second, span: first.span },
      ];
      const missing = { kind: 'one-of', field: first.field, options, span: first.span } as const;
      asked.push({ kind: 'not', operand: missing, span: first.span });
      filled.add(field);
    }
    const operands = node.operands.map((o) => rewrite(o, filled));
    return link(node, [...operands, ...asked], false);
  }

  /** `(A and F is missing) or (A and F is empty)` is `A and (F is missing or empty)`: one test. */
  function joinMissingAndEmpty(operands: readonly Expression[]): readonly Expression[] {
    const parts = operands.map(testAndRest);
    if (parts.filter((p) => p !== null).length < 2) return operands;
    const joined: Expression[] = [];
    const taken = new Set<number>();
    operands.forEach((operand, i) => {
      if (taken.has(i)) return;
      const part = parts[i];
      const other = part
        ? parts.findIndex((p, k) => k > i && !taken.has(k) && p !== null && areOneTest(part, p!))
        : -1;
      if (!part || other < 0 || operand.kind !== 'and') {
        joined.push(operand);
        return;
      }
      taken.add(other);
      const { test } = part;
      const options = [test, parts[other]!.test];
      const both = { kind: 'one-of', field: test.field, options, span: test.span } as const;
      joined.push({ ...operand, operands: operand.operands.map((o) => (o === test ? both : o)) });
    });
    return joined;
  }

  function testAndRest(node: Expression): TestAndRest | null {
    if (node.kind !== 'and') return null;
    const test = node.operands.find(
      (o): o is FieldPredicate => o.kind === 'null' || (o.kind === 'string' && isEmptyText(o)),
    );
    if (!test || !isString(test.field.text)) return null;
    return { test, rest: node.operands.filter((o) => o !== test) };
  }

  /** The outcome of a test for a missing or empty value; null if the field may be either. */
  function decided(p: FieldPredicate, filled: ReadonlySet<string>): boolean | null {
    if (!filled.has(p.field.text)) return null;
    if (asksPresence(p)) return true;
    return p.kind === 'null' || isEmptyText(p) ? false : null;
  }
}

/** Whether a tree has any of the tests that can be dropped, or marked. */
function testsPresence(expression: Expression): boolean {
  let found = false;
  eachPredicate(expression, (p) => {
    if (p.kind === 'null' || p.kind === 'exists' || p.kind === 'field-ref') found = true;
    else if (p.kind === 'string' && p.pattern.length < 2 && typeof p.pattern[0] !== 'string') {
      found = true;
    }
  });
  return found;
}

function link(
  node: Extract<Expression, { kind: 'and' | 'or' }>,
  operands: readonly Expression[],
  absorbing: boolean,
): Expression {
  if (
    operands.length === node.operands.length &&
    operands.every((o, i) => o === node.operands[i])
  ) {
    return node;
  }
  const rest = operands.filter((o) => o.kind !== 'constant' || o.value === absorbing);
  const whole = rest.find((o) => o.kind === 'constant');
  if (whole) return whole;
  if (rest.length === 0) return { kind: 'constant', value: !absorbing, span: node.span };
  return rest.length === 1 ? rest[0]! : { ...node, operands: rest };
}

interface TestAndRest {
  readonly test: FieldPredicate;
  readonly rest: readonly Expression[];
}

function areOneTest(a: TestAndRest, b: TestAndRest): boolean {
  return (
    a.test.kind !== b.test.kind &&
    a.test.field.text === b.test.field.text &&
    meaning(a.rest) === meaning(b.rest)
  );
}

/** Predicates that must hold where the operand does. */
function predicatesOf(operand: Expression): readonly FieldPredicate[] {
  switch (operand.kind) {
    case 'and':
      return operand.operands.flatMap(predicatesOf);
    case 'one-of':
      // Whichever of them holds, the field has text.
      return operand.options.every(needsText) ? [operand.options[0]!] : [];
    default:
      return isFieldPredicate(operand) ? [operand] : [];
  }
}

/** Predicates that must not hold where the operand does. */
function excludedBy(operand: Expression): readonly FieldPredicate[] {
  if (operand.kind !== 'not') return [];
  const alternatives = (node: Expression): readonly FieldPredicate[] => {
    if (node.kind === 'or') return node.operands.flatMap(alternatives);
    if (node.kind === 'one-of') return node.options;
    return isFieldPredicate(node) ? [node] : [];
  };
  return alternatives(operand.operand);
}

function asksPresence(p: FieldPredicate): boolean {
  return p.kind === 'exists' || (p.kind === 'string' && shapeOf(p.pattern).shape === 'any');
}

function isEmptyText(p: FieldPredicate): boolean {
  return p.kind === 'string' && shapeOf(p.pattern).shape === 'empty';
}

/** Whether only a value of at least one character satisfies the predicate. */
function needsText(p: FieldPredicate): boolean {
  if (p.kind === 'string') {
    return p.pattern.some((part) => (typeof part === 'string' ? part !== '' : part.kind === 'one'));
  }
  return p.kind === 'number' || p.kind === 'cidr' || p.kind === 'boolean' || p.kind === 'compare';
}
