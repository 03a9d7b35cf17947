import type { YamlScalar } from '../../source/yaml/node.js';
import { isUuid } from '../../source/uuid.js';
import { codes } from './correlation-codes.js';
import type { Comparison, RulesExpression } from './correlation.js';
import type { ConditionQuantified } from '../condition/ast.js';
import { foldCondition, leavesOf } from '../condition/fold.js';
import { parseCondition } from '../condition/parse.js';
import { textMatcher } from '../patterns/glob.js';
import { numberLiteral } from '../modifiers/number.js';
import { firstPlaces } from '../name.js';
import type { Name } from '../name.js';
import type { ReportTo } from '../reading/read-metadata.js';
import { nearest } from '../suggest.js';
import { wildcardPattern } from '../patterns/wildcards.js';

export interface ReadRulesCondition {
  readonly expression: RulesExpression;
  readonly rules: readonly Name[];
}

/**
 * Reads a boolean condition over rules, in the language of the conditions of rules. Where the
 * correlation lists no rules, they are those that the condition names. Null if an error was reported.
 */
export function readRulesCondition(
  scalar: YamlScalar,
  listed: readonly Name[],
  report: ReportTo,
): ReadRulesCondition | null {
  const { condition, diagnostics } = parseCondition(scalar);
  for (const { code, severity, message, span } of diagnostics) {
    report({ code, severity, message }, span ?? scalar.span);
  }
  if (!condition) return null;
  const { expression, aggregation } = condition;
  if (aggregation) {
    report(codes['condition-with-aggregation'](), aggregation.span);
    return null;
  }
  const leaves = leavesOf(expression).map((l) => l.leaf);
  const named = leaves.flatMap((l) =>
    l.kind === 'condition-identifier' ? [{ text: l.name, span: l.span }] : [],
  );
  const rules = listed.length > 0 ? listed : [...firstPlaces(named).values()].map((i) => named[i]!);
  const positions = new Map(rules.map((r, i) => [r.text, i]));
  let failed = false;
  for (const { text, span } of named) {
    if (positions.has(text)) continue;
    failed = true;
    report(codes['condition-rule-not-listed']({ name: text, hint: hintFor(text, rules) }), span);
  }
  const matched = new Map<ConditionQuantified, readonly number[]>();
  for (const leaf of leaves) {
    if (leaf.kind !== 'condition-quantified') continue;
    const found = matching(leaf, rules);
    matched.set(leaf, found);
    const wanted = leaf.count === 'all' ? 1 : leaf.count;
    if (wanted >= 1 && found.length >= wanted) continue;
    failed = true;
    const slots = { found: found.length, pattern: leaf.pattern ?? 'them' };
    report(codes['condition-matches-no-rule'](slots), leaf.span);
  }
  if (failed) return null;
  const used = new Set([
    ...named.map((n) => positions.get(n.text)),
    ...[...matched.values()].flat(),
  ]);
  rules.forEach(({ span }, i) => {
    if (!used.has(i)) report(codes['condition-leaves-out-rule'](), span);
  });
  return {
    rules,
    expression: foldCondition<RulesExpression>(expression, {
      and: (operands, { span }) => ({ kind: 'rules-and', operands, span }),
      or: (operands, { span }) => ({ kind: 'rules-or', operands, span }),
      not: (operand, { span }) => ({ kind: 'rules-not', operand, span }),
      identifier: ({ name, span }) => ({ kind: 'rule-seen', rule: positions.get(name)!, span }),
      quantified: (node) => quantified(node, matched.get(node)!),
    }),
  };
}

function matching({ pattern }: ConditionQuantified, rules: readonly Name[]): readonly number[] {
  if (pattern === null) return rules.map((_, i) => i);
  const matches = textMatcher(wildcardPattern(pattern, { any: '*', one: '?', escape: null }), true);
  return rules.flatMap(({ text }, i) => (matches(text) ? [i] : []));
}

function quantified(
  { count, span }: ConditionQuantified,
  rules: readonly number[],
): RulesExpression {
  const seen = rules.map((rule): RulesExpression => ({ kind: 'rule-seen', rule, span }));
  if (seen.length === 1) return seen[0]!;
  if (count === 'all') return { kind: 'rules-and', operands: seen, span };
  if (count === 1) return { kind: 'rules-or', operands: seen, span };
  const number = numberLiteral(String(count))!;
  const comparisons: readonly Comparison[] = [{ operator: 'gte', number, span }];
  return { kind: 'rules-count', rules, comparisons, span };
}

/** A rule that is listed by its id has a name, too, which only linking tells. */
function hintFor(name: string, rules: readonly Name[]): string {
  if (rules.some((r) => isUuid(r.text))) {
    return 'Write a rule as it is listed there: by its id, if that is what is listed.';
  }
  const like = nearest(
    name,
    rules.map((r) => r.text),
  );
  return like === null ? 'Add it there.' : `Did you mean '${like}'?`;
}
