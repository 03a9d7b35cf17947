import type { DetectionItem } from '../../model/detection.js';
import { itemsOf } from '../../model/detection-fold.js';
import { valuesOf } from '../../model/rewrite.js';
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
   * It is under an odd number of NOTs: those of the condition, and `exists: false` or `neq`
   * where the kind does not say it. A search identifier that is used both ways is not negated.
   */
  readonly negated: boolean;
  /** All values must match, not just one of them. */
  readonly all: boolean;
  /** Letter case counts. */
  readonly cased: boolean;
  readonly span: Span;
}

/** The predicates of search identifiers, in the order of the stages and of the rule. */
export function predicatesOf(used: readonly UsedIdentifier[]): readonly InspectedPredicate[] {
  return used.flatMap(({ identifier, negated }) =>
    itemsOf(identifier.body).flatMap((item) => ofItem(item, identifier.name.text, negated)),
  );
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
  for (const value of valuesOf(item)) {
    if ('cased' in value && value.cased) cased = true;
    const predicate = predicateOf(item.field, value);
    // A keyword of wildcards alone is found in every event.
    if (!predicate || predicate.kind === 'constant') continue;
    const isNegated = predicate.kind === 'not';
    const found = kindOf(isNegated ? predicate.operand : predicate);
    const unequal = item.negated && found.kind === 'eq';
    const values = groupOf(unequal ? 'ne' : found.kind, isNegated !== (item.negated && !unequal));
    if (found.value !== null) values.push(found.value);
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
