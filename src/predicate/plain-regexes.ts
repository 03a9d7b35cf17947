import { plainStrings } from '../model/regex/plain.js';
import type { Plain } from '../model/regex/plain.js';
import { eachPredicate, foldExpression, operandsOf } from './fold.js';
import { stringPredicate } from './from-value.js';
import type { Expression, Predicate } from './predicate.js';

/**
 * The tree with strings in place of regular expressions that look for nothing else: every language has
 * faster and plainer operators for those. One beside others that look for more stays, since languages
 * join alternatives of one kind.
 */
export function withPlainStrings(root: Expression): Expression {
  const plain = new Map<Expression, Expression>();
  eachPredicate(root, (node) => {
    const asked = asStrings(node);
    if (asked) plain.set(node, asked);
  });
  if (plain.size === 0) return root;
  return foldExpression<Expression>(root, {
    and: (operands, node) => ({ ...node, operands }),
    or(operands, node) {
      const own = operandsOf(node);
      const isMixed = own.some((o) => isRegex(o) && !plain.has(o));
      const kept = own.map((o, i) => (isMixed && isRegex(o) ? o : operands[i]!));
      return { kind: 'or', operands: kept, span: node.span };
    },
    not: (operand, node) => ({ ...node, operand }),
    constant: (node) => node,
    predicate: (node) => plain.get(node) ?? node,
  });
}

function isRegex(node: Expression): boolean {
  return node.kind === 'regex' || (node.kind === 'keyword' && node.search.kind === 'regex');
}

function asStrings(node: Predicate): Expression | null {
  const field = node.kind === 'keyword' ? null : node.field;
  const asked = node.kind === 'keyword' ? node.search : node;
  if (asked.kind !== 'regex') return null;
  const found = plainStrings(asked.regex);
  // A keyword is found anywhere.
  if (!found || (field === null && !found.every(isAnywhere))) return null;
  const { span } = node;
  const operands = found.map((p) => stringPredicate(field, p.pattern, p.cased, span));
  return operands.length === 1 ? operands[0]! : { kind: 'or', operands, span };
}

function isAnywhere({ pattern }: Plain): boolean {
  return pattern.length === 3;
}
