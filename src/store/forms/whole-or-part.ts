import type { DetectionItem, DetectionNode, ItemValue } from '../../model/detection.js';
import { partsOf } from '../../model/rewrite.js';
import { isNothing, isQuery } from './uri.js';

/**
 * What is asked of a URI or of its query, each read by itself: whatever says how the text begins, of
 * both; whether there is any, of the query alone; and all else of the URI, which has the query in it.
 */
export function inWholeOrPart(
  item: DetectionItem,
  read: (item: DetectionItem, isPart: boolean) => DetectionNode,
): DetectionNode {
  const parts: DetectionNode[] = [];
  const ofPart: ItemValue[] = [];
  const ofWhole: ItemValue[] = [];
  for (const value of item.values) {
    if (value.kind === 'value-group') ofWhole.push(value);
    else if (isNothing(value)) ofPart.push(value);
    else if (isQuery(value)) {
      const one = { ...item, values: [value] };
      parts.push(partsOf(item, 'any', [read(one, false), read(one, true)]));
    } else ofWhole.push(value);
  }
  if (ofPart.length > 0) parts.push(read({ ...item, values: ofPart }, true));
  if (ofWhole.length > 0) parts.push(read({ ...item, values: ofWhole }, false));
  return partsOf(item, item.linking, parts);
}
