import type { DetectionItem, DetectionNode } from '../../model/detection.js';
import { partsOf } from '../../model/rewrite.js';
import type { Value } from '../../model/value.js';
import { holdsFor } from '../choice/narrow.js';

/**
 * What is asked of a field that stores other strings for some: also those of the strings that
 * satisfy it, and none of the others. Of two strings that are each stored for the other, either may be
 * what the event had; one that is stored for itself may be what it had, too.
 *
 * @param instead the string that is stored, by the one that the event had
 * @returns null where it cannot be told which of the strings satisfy the item
 */
export function withInstead(
  item: DetectionItem,
  instead: ReadonlyMap<string, string>,
): DetectionNode | null {
  const added: Value[] = [];
  const excluded: Value[] = [];
  for (const [had, stored] of instead) {
    const [isMeant, isFound] = [holdsFor(item, had), holdsFor(item, stored)];
    if (isMeant === null || isFound === null) return null;
    const isOneOfTwo = instead.get(stored) === had;
    const isOwn = instead.get(stored) === stored;
    if (isMeant === isFound || (isFound && (isOneOfTwo || isOwn))) continue;
    (isMeant ? added : excluded).push({
      kind: 'string',
      pattern: [stored],
      cased: !isOneOfTwo,
      span: item.span,
    });
  }
  const of = (values: readonly Value[], negated: boolean): DetectionItem => ({
    ...item,
    modifiers: [],
    linking: 'any',
    negated,
    values,
  });
  const any = added.length === 0 ? item : partsOf(item, 'any', [item, of(added, item.negated)]);
  if (excluded.length === 0) return any;
  return partsOf(item, 'all', [any, of(excluded, !item.negated)]);
}
