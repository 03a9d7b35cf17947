import type { Condition } from '../condition/ast.js';
import type { Correlation } from './correlation.js';
import { isCalled, usableCorrelation, usableRule } from '../document.js';
import type { SigmaDocument } from '../document.js';
import type { Library } from '../linking/library.js';
import type { Name } from '../name.js';
import { oldForm } from './old-form.js';
import type { Rule } from '../rule.js';

/** A correlation with all that it refers to. */
export interface Correlated {
  readonly kind: 'correlated';
  /** Where it is written; a rule with an aggregation in its condition is a correlation, too. */
  readonly document: SigmaDocument;
  readonly correlation: Correlation;
  /** In the order of the correlation's `rules`. */
  readonly members: readonly Member[];
}

export type Member = Correlated | RuleMember;

/** An event is of the rule if it satisfies any of its conditions, none of which has an aggregation. */
export interface RuleMember {
  readonly kind: 'rule-member';
  readonly document: SigmaDocument;
  readonly rule: Rule;
}

/** The correlation of a document of the library; null if it has errors, its own or those of what it refers to. */
export function correlate(library: Library, document: SigmaDocument): Correlated | null {
  const correlation = usableCorrelation(document);
  if (!correlation) return null;
  const members: Member[] = [];
  // Linking has refused cycles and long chains.
  for (const other of library.references.get(document) ?? []) {
    const rule = usableRule(other);
    const member = rule ? memberOf(other, rule) : correlate(library, other);
    if (member) members.push(member);
  }
  if (members.length < correlation.rules.length) return null;
  return { kind: 'correlated', document, correlation, members };
}

/** The correlation that a condition of a rule is, through its aggregation; null without one. */
export function correlateCondition(
  document: SigmaDocument,
  rule: Rule,
  condition: Condition,
): Correlated | null {
  const old = oldForm(rule, condition);
  if (!old) return null;
  const members = old.rules.map((r): Member => ({ kind: 'rule-member', document, rule: r }));
  return { kind: 'correlated', document, correlation: old.correlation, members };
}

function memberOf(document: SigmaDocument, rule: Rule): Member | null {
  const [first, ...others] = rule.detection.conditions;
  if (others.length === 0) {
    const correlated = correlateCondition(document, rule, first!);
    if (correlated) return correlated;
  }
  const isPlain = rule.detection.conditions.every((c) => !c.aggregation);
  return isPlain ? { kind: 'rule-member', document, rule } : null;
}

/** What a field or alias of a correlation is called in the events of a member, named by its position. */
export function fieldIn({ correlation, members }: Correlated, member: number, name: Name): Name {
  const alias = correlation.aliases.find((a) => a.name.text === name.text);
  if (!alias) return name;
  const { document } = members[member]!;
  const listed = correlation.rules[member]!.text;
  const found =
    alias.fields.find(({ rule }) => rule.text === listed) ??
    alias.fields.find(({ rule: { text } }) => isCalled(document, text));
  return found ? found.field : name;
}
