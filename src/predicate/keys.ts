import type { StringPattern } from '../model/patterns/pattern.js';
import type { Regex } from '../model/regex/ast.js';
import type { And, Expression, FieldPredicate, OneOf, Or, Predicate } from './predicate.js';

/** The operands without those that are equal to an earlier one. */
export function distinct<E extends Expression>(operands: readonly E[]): readonly E[] {
  if (operands.length < 2) return operands;
  const hints = new Set<string>();
  for (const operand of operands) hints.add(hintOf(operand));
  if (hints.size === operands.length) return operands;
  const keys = new Set<Expression | string>();
  return operands.filter((operand) => keys.size < keys.add(operandKey(operand)).size);
}

/** What comes at a lower price than a key, and is the same wherever keys are. */
export function hintOf(node: Expression): string {
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
      return `${node.kind} ${node.operands.length}`;
    case 'one-of':
      return `or ${node.options.length}`;
    case 'not':
      return `not ${hintOf(node.operand)}`;
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
export function operandKey(node: Expression): Expression | string {
  switch (node.kind) {
    case 'not': {
      const key = operandKey(node.operand);
      return typeof key === 'string' ? `not ${key}` : node;
    }
    case 'and':
    case 'or':
    case 'one-of':
      return keyOfAll(node);
    case 'constant':
      return String(node.value);
    default:
      return predicateKey(node);
  }
}

/** More than this is not compared. */
const LONGEST_KEY = 4000;
const keysOfAll = new WeakMap<Expression, Expression | string>();

/** The order of operands does not count. */
function keyOfAll(node: And | Or | OneOf): Expression | string {
  let key = keysOfAll.get(node);
  if (key === undefined) {
    key = joined(node);
    keysOfAll.set(node, key);
  }
  return key;
}

function joined(node: And | Or | OneOf): Expression | string {
  const keys: string[] = [];
  let length = 0;
  for (const operand of node.kind === 'one-of' ? node.options : node.operands) {
    const key = operandKey(operand);
    if (typeof key !== 'string') return node;
    length += key.length;
    if (length > LONGEST_KEY) return node;
    keys.push(key);
  }
  // Lengths, so that no value can be written as if it were several.
  const parts = keys.sort().map((k) => `${k.length} ${k}`);
  return `${node.kind === 'and' ? 'and' : 'or'} ${parts.length} ${parts.join('')}`;
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
