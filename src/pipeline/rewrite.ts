import type { DetectionItem, DetectionNode } from '../model/detection.js';
import { itemsOf, mapItems } from '../model/detection-fold.js';
import type { Rule } from '../model/rule.js';
import type { Step } from './pipeline.js';

/** What takes an item's place; null drops it. */
export type Rewritten = DetectionNode | null;

/**
 * Rewrites every detection item that the step is for; the rule is the same object if none changed.
 *
 * @param touches whether the step applied to an item, although that is the same after it
 */
export function rewriteItems(
  rule: Rule,
  step: Step,
  rewrite: (item: DetectionItem) => Rewritten,
  touches: (item: DetectionItem) => boolean = () => false,
): Rule {
  let changed = false;
  const rewritten = (item: DetectionItem): Rewritten => {
    if (!step.itemMatches(item)) return item;
    const result = rewrite(item);
    if (result !== item) changed = true;
    if (result && (result !== item || touches(item))) mark(item, result, step);
    return result;
  };
  const identifiers = rule.detection.identifiers.map((identifier) => {
    const body = mapItems(identifier.body, rewritten);
    if (body === identifier.body) return identifier;
    // What asks for nothing any more is left as a group of nothing, which holds for every event.
    const empty = {
      kind: 'detection-group',
      linking: 'all',
      items: [],
      span: identifier.span,
    } as const;
    return { ...identifier, body: body ?? empty };
  });
  if (!changed) return rule;
  return { ...rule, detection: { ...rule.detection, identifiers } };
}

/** Remembers, for `processing_item_applied`, that the step was applied. */
function mark(before: DetectionItem, after: DetectionNode, step: Step): void {
  const ids = new Set(step.appliedToItem.get(before));
  if (step.id !== null) ids.add(step.id);
  for (const item of itemsOf(after)) {
    if (item !== before || step.id !== null) step.appliedToItem.set(item, ids);
  }
}
