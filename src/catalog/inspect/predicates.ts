import type { DetectionItem, DetectionNode } from '../../model/detection.js';
import { predicateOf } from '../../predicate/from-value.js';
import { kindOf } from '../../predicate/kind.js';
import type { PredicateKind } from '../../predicate/kind.js';
import type { Span } from '../../source/span.js';
import type { UsedIdentifier } from './stages.js';

/** What a rule asks of a field: the values of one item that are of one kind. */
export interface InspectedPredicate {
  /** The name of the search identifier. */
  readonly stage: string;
  /** Null for keywords. */
  readonly field: string | null;
  readonly kind: PredicateKind;
  /** In the order of the rule, after modifiers; empty where nothing is compared. */
  readonly values: readonly string[];
  /**
   * An odd number of NOTs stands over it: those of the condition, and `exists: false` or `neq`
   * where the kind does not say it. A search identifier that is used both ways is not negated.
   */
  readonly negated: boolean;
  /** All of the values are asked for, and not any of them. */
  readonly all: boolean;
  /** Letter case counts. */
  readonly cased: boolean;
  readonly span: Span;
}

/** The predicates of search identifiers, in the order of the stages and of the rule. */
export function predicatesOf(used: readonly UsedIdentifier[]): readonly InspectedPredicate[] {
  const predicates: InspectedPredicate[] = [];
  for (const { identifier, negated } of used) {
    const visit = (node: DetectionNode): void => {
      if (node.kind === 'detection-group') node.items.forEach(visit);
      else predicates.push(...ofItem(node, identifier.name.text, negated));
    };
    visit(identifier.body);
  }
  return predicates;
}

function ofItem(item: DetectionItem, stage: string, negated: boolean): InspectedPredicate[] {
  const groups = new Map<string, { kind: PredicateKind; negated: boolean; values: string[] }>();
  const groupOf = (kind: PredicateKind, turned: boolean): string[] => {
    const key = `${kind} ${String(turned)}`;
    let group = groups.get(key);
    if (!group) groups.set(key, (group = { kind, negated: negated !== turned, values: [] }));
    return group.values;
  };
  let cased = false;
  for (const written of item.values) {
    for (const value of written.kind === 'value-group' ? written.values : [written]) {
      if ('cased' in value && value.cased) cased = true;
      const asked = predicateOf(item.field, value);
      // A keyword of wildcards alone is found in every event.
      if (!asked || asked.kind === 'constant') continue;
      const missing = asked.kind === 'not';
      const found = kindOf(missing ? asked.operand : asked);
      const unequal = item.negated && found.kind === 'eq';
      const values = groupOf(unequal ? 'ne' : found.kind, missing !== (item.negated && !unequal));
      if (found.value !== null) values.push(found.value);
    }
  }
  if (item.values.length === 0) groupOf(item.field ? 'eq' : 'keyword', item.negated);
  const { field, linking, span } = item;
  return [...groups.values()].map((group) => ({
    stage,
    field: field?.text ?? null,
    kind: group.kind,
    values: group.values,
    negated: group.negated,
    all: linking === 'all' && item.values.length > 1,
    cased,
    span,
  }));
}
