import type { StringPattern } from '../model/pattern.js';
import type { Regex } from '../model/regex/ast.js';
import { isFieldPredicate, isPredicate } from './fold.js';
import type { Expression, FieldPredicate, OneOf, Predicate } from './predicate.js';

export interface SimplifyOptions {
  /** Joins an OR of predicates on one field into one `one-of` node. */
  readonly oneOf: boolean;
  /** Pushes negations down to the predicates (De Morgan). */
  readonly pushNegation: boolean;
}

/**
 * An equivalent, smaller tree: nested operators of one kind are one, constants are folded away,
 * double negations cancel, equal operands stand once. Operands keep the order of the rule.
 */
export function simplify(expression: Expression, options: SimplifyOptions): Expression {
  // A search identifier that a condition names twice is one object: it is done once, and stays one.
  const done = new Map<Expression, Expression>();
  const negated = new Map<Expression, Expression>();

  function visit(node: Expression): Expression {
    if (node.kind !== 'and' && node.kind !== 'or' && node.kind !== 'not') return node;
    let result = done.get(node);
    if (!result) {
      if (node.kind === 'not') result = negate(node.operand, node);
      else if (node.kind === 'or' && options.oneOf && areOfOneField(node.operands)) {
        result = listOf(node.operands);
      } else result = combine(node, node.operands, visit);
      done.set(node, result);
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
      } else if (simple.kind === kind) append(flat, simple.operands);
      else if (simple.kind === 'one-of' && kind === 'or') append(flat, simple.options);
      else flat.push(simple);
    }
    if (flat.length === 0) return { kind: 'constant', value: !absorbing, span };
    const once = distinct(flat);
    const parts = kind === 'or' && options.oneOf ? groupByField(once) : once;
    return parts.length === 1 ? parts[0]! : { kind, operands: parts, span };
  }

  return visit(expression);
}

/** As `push`, for parts without number: arguments of a call go onto the stack. */
function append(to: Expression[], more: readonly Expression[]): void {
  for (const node of more) to.push(node);
}

/** Predicates on one field go together, where the first of them stood. */
function groupByField(operands: readonly Expression[]): readonly Expression[] {
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
    const options = groups.get(operand.field.text)!;
    if (options.length === 1) out.push(operand);
    else if (options[0] === operand) out.push(oneOf(options));
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

function listOf(operands: readonly FieldPredicate[]): FieldPredicate | OneOf {
  const options = distinct(operands);
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

/** The operands without those that are equal to an earlier one. */
function distinct<E extends Expression>(operands: readonly E[]): readonly E[] {
  if (operands.length < 2) return operands;
  const hints = new Set<Expression | string>();
  for (const operand of operands) hints.add(hintOf(operand));
  if (hints.size === operands.length) return operands;
  const keys = new Set<Expression | string>();
  return operands.filter((operand) => keys.size < keys.add(operandKey(operand)).size);
}

/** What comes at a lower price than a key, and is the same wherever keys are. */
function hintOf(node: Expression): Expression | string {
  switch (node.kind) {
    case 'string':
      return literalIn(node.pattern);
    case 'keyword':
      return node.search.kind === 'regex'
        ? node.search.regex.source
        : literalIn(node.search.pattern);
    case 'regex':
      return node.regex.source;
    case 'number':
      return node.number.source;
    case 'and':
    case 'or':
    case 'one-of':
      return node;
    case 'not': {
      const hint = hintOf(node.operand);
      return typeof hint === 'string' ? hint : node;
    }
    default:
      return node.kind;
  }
}

/** The first of a pattern's strings; letter case may not count. */
function literalIn(parts: StringPattern): string {
  for (const part of parts) if (typeof part === 'string') return part.toLowerCase();
  return '';
}

/** Equal keys mean equal meaning; nodes that are too large to compare are equal to themselves. */
function operandKey(node: Expression): Expression | string {
  if (node.kind === 'not') {
    const key = operandKey(node.operand);
    return typeof key === 'string' ? `not ${key}` : node;
  }
  return isPredicate(node) ? predicateKey(node) : node;
}

const SEPARATOR = '\u0000';

/** The same text for predicates that ask the same, letter case aside where it does not count. */
export function predicateKey(node: Predicate): string {
  if (node.kind === 'keyword') {
    const { search } = node;
    return search.kind === 'regex'
      ? `keyword-regex${SEPARATOR}${regexKey(search.regex)}`
      : `keyword${SEPARATOR}${patternKey(search.pattern, search.cased)}`;
  }
  return `${node.kind}${SEPARATOR}${node.field.text}${SEPARATOR}${demandKey(node)}`;
}

function demandKey(node: FieldPredicate): string {
  switch (node.kind) {
    case 'string':
      return patternKey(node.pattern, node.cased);
    case 'number':
      return node.number.source;
    case 'boolean':
      return String(node.value);
    case 'null':
    case 'exists':
      return '';
    case 'regex':
      return regexKey(node.regex);
    case 'cidr':
      return node.network.text;
    case 'compare':
      return `${node.operator} ${node.number.decimal}`;
    case 'time-part':
      return `${node.part} ${node.operator} ${node.number.decimal}`;
    case 'field-ref':
      return `${node.match} ${String(node.cased)} ${node.other.text}`;
  }
}

function patternKey(parts: StringPattern, cased: boolean): string {
  let key = cased ? 'cased' : '';
  for (const part of parts) {
    key += SEPARATOR;
    if (typeof part === 'string') key += `=${cased ? part : part.toLowerCase()}`;
    else key += part.kind === 'placeholder' ? `%${part.name}` : part.kind;
  }
  return key;
}

function regexKey(regex: Regex): string {
  const { ignoreCase, multiLine, dotAll } = regex.flags;
  return `${ignoreCase ? 'i' : ''}${multiLine ? 'm' : ''}${dotAll ? 's' : ''}/${regex.source}`;
}
