import { leavesOf } from '../../model/condition/fold.js';
import { resolveIdentifiers } from '../../model/condition/resolve.js';
import { itemsOf } from '../../model/detection-fold.js';
import type { DetectionItem, SearchIdentifier } from '../../model/detection.js';
import type { Rule } from '../../model/rule.js';

export type Direction = 'wider' | 'narrower';

/** The polarities in which the conditions of a rule use each search identifier. */
const usesOf = new WeakMap<Rule, ReadonlyMap<SearchIdentifier, ReadonlySet<boolean>>>();

function uses(rule: Rule): ReadonlyMap<SearchIdentifier, ReadonlySet<boolean>> {
  let known = usesOf.get(rule);
  if (known) return known;
  const { identifiers, conditions } = rule.detection;
  const found = new Map<SearchIdentifier, Set<boolean>>();
  for (const { leaf, negated } of conditions.flatMap((c) => leavesOf(c.expression))) {
    const named =
      leaf.kind === 'condition-quantified'
        ? resolveIdentifiers(leaf, identifiers)
        : identifiers.filter((i) => i.name.text === leaf.name);
    for (const identifier of named) {
      const polarities = found.get(identifier) ?? new Set();
      found.set(identifier, polarities.add(negated));
    }
  }
  usesOf.set(rule, (known = found));
  return known;
}

/** What it does to the rule if an item matches more than it did; empty if no condition uses it. */
export function effectsOf(rule: Rule, item: DetectionItem): readonly Direction[] {
  const directions = new Set<Direction>();
  for (const [identifier, polarities] of uses(rule)) {
    if (!itemsOf(identifier.body).includes(item)) continue;
    for (const negated of polarities) {
      directions.add(negated === item.negated ? 'wider' : 'narrower');
    }
  }
  return [...directions];
}
